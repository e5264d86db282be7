/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-place-list.h"

#define CHOSEN "jp-chosen-row"

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
