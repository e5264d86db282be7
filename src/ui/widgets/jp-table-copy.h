/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * JpTableCopy:
 *
 * A table on its way to the clipboard, as tab-separated text and as HTML: spreadsheets and word processors take
 * whichever they like better.
 */
typedef struct _JpTableCopy JpTableCopy;

JpTableCopy *jp_table_copy_new  (void);
void         jp_table_copy_free (JpTableCopy *self);
/* The first row is the header; NULL cells are blank. */
void         jp_table_copy_cell (JpTableCopy *self, const char *text);
void         jp_table_copy_end_row (JpTableCopy *self);
char        *jp_table_copy_to_text (const JpTableCopy *self);
char        *jp_table_copy_to_html (const JpTableCopy *self);
/* To the clipboard of @widget's display. */
void         jp_table_copy_put  (const JpTableCopy *self, GtkWidget *widget);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpTableCopy, jp_table_copy_free)

G_END_DECLS
