/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JP_TYPE_COLUMNS (jp_columns_get_type ())
G_DECLARE_FINAL_TYPE (JpColumns, jp_columns, JP, COLUMNS, GtkWidget)

/**
 * JpColumns:
 *
 * Children side by side in as many columns as their text has room for, and the rest below: a wide window shows one
 * row of tiles, a narrow one, or one with text at 200 %, two or one.
 *
 * Properties: "max-columns" (uint), "spacing" (uint), "column-chars" (uint: below so many characters a column is too
 * narrow), "lead" (uint: how many per cent the first of two columns takes; 0: half).
 */
GtkWidget *jp_columns_new (void);

G_END_DECLS
