/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A label of one line that shows its text whole in a tooltip where there is no room for it. Asked for only when the
 * pointer rests: setting the tooltip of each cell of a table asks the display server where the pointer is, cell by
 * cell. */
GtkWidget *jp_cut_label_new (float xalign);

G_END_DECLS
