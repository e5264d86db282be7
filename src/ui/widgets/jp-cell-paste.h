/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether @text, from a spreadsheet, is of several cells; what ends even a single cell is taken off it. */
gboolean jp_cell_paste_is_block (char *text);
/* Puts @text in the place of what is chosen in a cell, as pasting into an entry does. */
void     jp_cell_paste_insert   (GtkEditable *cell, const char *text);

G_END_DECLS
