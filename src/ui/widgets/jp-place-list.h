/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A list of the places there are, whose selected row is the place that is shown. GTK selects whatever row the keyboard
 * comes by; here the selection stays until a row is activated and chosen. */
void  jp_place_list_keep       (GtkListBox *list);
void  jp_place_list_choose     (GtkListBox *list, GtkListBoxRow *row);
void  jp_place_list_choose_nth (GtkListBox *list, guint index);
guint jp_place_list_get_chosen (GtkListBox *list); /* from 0 */

/* A row of words for a place, and other words for it. */
void  jp_place_list_add        (GtkListBox *list, const char *title);
void  jp_place_list_rename     (GtkListBox *list, guint index, const char *title);

/* @leaflet: has the children "list" and "content"; where it is folded, @button goes to the list. */
void  jp_place_list_fold       (AdwLeaflet *leaflet, GtkButton *button);

G_END_DECLS
