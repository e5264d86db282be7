/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-choice.h"

/* As GTK lays its rows out, where nobody gives a factory. */
static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10), *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_item_set_child (item, box);
}

static void
mark (GtkDropDown *choice, GParamSpec *pspec, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);

  if (box != NULL)
    gtk_widget_set_opacity (gtk_widget_get_last_child (box),
                            gtk_list_item_get_position (item) == gtk_drop_down_get_selected (choice) ? 1 : 0);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, GtkDropDown *choice)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (mark), item, 0);
  mark (choice, NULL, item);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, GtkDropDown *choice)
{
  g_signal_handlers_disconnect_by_func (choice, mark, item);
}

static GtkWidget *
find_selected (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if ((gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_SELECTED) != 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_selected (child);

  return found;
}

/* GTK 4.8 begins at the first row: Enter would take that. */
static gboolean
go_to_selected (gpointer data)
{
  GtkWidget *row = gtk_widget_get_mapped (data) ? find_selected (data) : NULL;

  if (row != NULL)
    gtk_widget_grab_focus (row);

  return G_SOURCE_REMOVE;
}

static void
on_opened (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, go_to_selected, g_object_ref (popover), g_object_unref);
}

void
jp_choice_setup (GtkDropDown *choice)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkWidget *popover = gtk_widget_get_last_child (GTK_WIDGET (choice));

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), choice, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), choice, 0);
  gtk_drop_down_set_list_factory (choice, factory);
  if (GTK_IS_POPOVER (popover))
    g_signal_connect (popover, "map", G_CALLBACK (on_opened), NULL);
}
