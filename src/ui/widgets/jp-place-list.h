/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A list of the places there are, whose selected row is the place that is shown. GTK selects whatever row the keyboard
 * comes by; here the selection stays until a row is activated and chosen. */
void jp_place_list_keep   (GtkListBox *list);
void jp_place_list_choose (GtkListBox *list, GtkListBoxRow *row);

G_END_DECLS
