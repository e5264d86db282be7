/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Widths of columns that hold text, given for text at 100 %. */

/* How wide it is at the present size of text. */
int  jp_text_width     (int width);
/* The column is as wide as @width at the present size of text, and follows it from now on; also what the user makes of
 * the width. */
void jp_text_width_set (GtkColumnViewColumn *column, int width);
/* Its width for text at 100 %, to be kept. */
int  jp_text_width_get (GtkColumnViewColumn *column);

G_END_DECLS
