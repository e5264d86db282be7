/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-place-list.h"

#define CHOSEN "jp-chosen-row"
#define BUTTON "jp-list-button"

static void
on_selected (GtkListBox *list, GtkListBoxRow *row)
{
  GtkListBoxRow *chosen = g_object_get_data (G_OBJECT (list), CHOSEN);

  /* No row is selected when the chosen one goes away with its list. */
  if (row != NULL && chosen != NULL && row != chosen)
    gtk_list_box_select_row (list, chosen);
}

/**
 * jp_place_list_keep:
 * @list: a list that selects one row, whose rows stay as long as itself
 *
 * Lets the selection of @list be changed by jp_place_list_choose() alone.
 */
void
jp_place_list_keep (GtkListBox *list)
{
  g_signal_connect (list, "row-selected", G_CALLBACK (on_selected), NULL);
}

/**
 * jp_place_list_choose:
 * @list: a list of places
 * @row: the row of the one that is shown
 *
 * Selects a row.
 */
void
jp_place_list_choose (GtkListBox *list, GtkListBoxRow *row)
{
  g_object_set_data (G_OBJECT (list), CHOSEN, row);
  gtk_list_box_select_row (list, row);
}

/**
 * jp_place_list_choose_nth:
 * @list: a list of places
 * @index: from 0, of the place that is shown
 *
 * Selects its row.
 */
void
jp_place_list_choose_nth (GtkListBox *list, guint index)
{
  jp_place_list_choose (list, gtk_list_box_get_row_at_index (list, (int) index));
}

/**
 * jp_place_list_get_chosen:
 * @list: a list of places
 *
 * Returns: from 0, which one is shown; the first where none was chosen yet
 */
guint
jp_place_list_get_chosen (GtkListBox *list)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list);

  return row != NULL ? (guint) gtk_list_box_row_get_index (row) : 0;
}

/**
 * jp_place_list_add:
 * @list: a list of places
 * @title: what one is called
 *
 * Adds a place at the end.
 */
void
jp_place_list_add (GtkListBox *list, const char *title)
{
  GtkWidget *label = gtk_label_new (title), *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_list_box_append (list, row);
}

/**
 * jp_place_list_rename:
 * @list: a list of places
 * @index: from 0, of one that was added by jp_place_list_add()
 * @title: what it is called now
 */
void
jp_place_list_rename (GtkListBox *list, guint index, const char *title)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, (int) index);

  gtk_label_set_label (GTK_LABEL (gtk_list_box_row_get_child (row)), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
on_list (AdwLeaflet *leaflet)
{
  adw_leaflet_set_visible_child_name (leaflet, "list");
}

static gboolean
show_button (gpointer leaflet)
{
  GtkWidget *button = g_object_get_data (G_OBJECT (leaflet), BUTTON);

  gtk_widget_set_visible (button, adw_leaflet_get_folded (leaflet));

  return G_SOURCE_REMOVE;
}

/* It folds while it is being laid out, when nothing may change its size. */
static void
on_folded (AdwLeaflet *leaflet)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_button, g_object_ref (leaflet), g_object_unref);
}

/**
 * jp_place_list_fold:
 * @leaflet: has the children "list" and "content"
 * @button: goes to the list
 *
 * Shows @button where the window is so narrow that the list is not beside what is chosen.
 */
void
jp_place_list_fold (AdwLeaflet *leaflet, GtkButton *button)
{
  g_object_set_data_full (G_OBJECT (leaflet), BUTTON, g_object_ref (button), g_object_unref);
  g_signal_connect (leaflet, "notify::folded", G_CALLBACK (on_folded), NULL);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_list), leaflet, G_CONNECT_SWAPPED);
  show_button (leaflet);
}
