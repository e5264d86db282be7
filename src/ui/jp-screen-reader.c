/* SPDX-License-Identifier: GPL-3.0-or-later */

/* GTK 4.8 reads out the pages of a stack that are not to be seen, the names of buttons twice and with the underscore of
 * their mnemonic, and leaves what takes the focus in a drop-down without a name. No page should have to know: it is put
 * right as widgets come to be seen. */

#include "jp-screen-reader.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Has children that it does not show. */
static gboolean
keeps_unseen (GtkWidget *widget)
{
  return GTK_IS_STACK (widget) || GTK_IS_REVEALER (widget) || ADW_IS_VIEW_STACK (widget) || ADW_IS_LEAFLET (widget)
         || ADW_IS_FLAP (widget);
}

static void
tell_unseen (GtkWidget *keeper)
{
  for (GtkWidget *child = gtk_widget_get_first_child (keeper); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_HIDDEN,
                                 !gtk_widget_get_child_visible (child), -1);
}

/* A label with a mnemonic is told of by the label within already, without underscore. A name of its own is left alone;
 * GTK only tells a test of it. */
static void
say_label_once (GtkButton *button)
{
  const char *label = gtk_button_get_label (button);
  g_autofree char *other = NULL;

  if (label == NULL || !gtk_button_get_use_underline (button)
      || !gtk_test_accessible_has_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL))
    return;

  other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  if (other == NULL)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/* Toasts and info bars close by a picture without words. */
static void
name_close (GtkButton *button)
{
  GtkWidget *child = gtk_button_get_child (button);

  if (GTK_IS_IMAGE (child) && g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (child)), "window-close-symbolic") == 0
      && !gtk_test_accessible_has_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL))
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Close"), -1);
}

static void
name_toggle (GtkWidget *drop_down)
{
  GtkWidget *toggle = gtk_widget_get_first_child (drop_down);

  if (GTK_IS_TOGGLE_BUTTON (toggle))
    gtk_accessible_update_relation (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_RELATION_LABELLED_BY, drop_down, NULL, -1);
}

/* The entry within is told of nowhere, nor that it has the focus. */
static void
tell_entry (GtkWidget *row)
{
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row)));
  g_auto (GStrv) parts = g_strsplit (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), "_", -1);
  g_autofree char *name = g_strjoinv (NULL, parts); /* without the underscore of the mnemonic */

  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (text)) == GTK_ACCESSIBLE_ROLE_NONE)
    g_object_set (text, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
on_seen (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (keeps_unseen (widget))
    tell_unseen (widget);
  if (parent != NULL && keeps_unseen (parent))
    tell_unseen (parent);
  if (GTK_IS_BUTTON (widget))
    {
      say_label_once (GTK_BUTTON (widget));
      name_close (GTK_BUTTON (widget));
    }
  if (GTK_IS_DROP_DOWN (widget))
    name_toggle (widget);
  if (ADW_IS_ENTRY_ROW (widget))
    tell_entry (widget);

  return TRUE; /* to be called again */
}

void
jp_screen_reader_init (void)
{
  static gboolean done = FALSE;

  if (done)
    return;

  done = TRUE;
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, on_seen, NULL, NULL);
  g_signal_add_emission_hook (g_signal_lookup ("unmap", GTK_TYPE_WIDGET), 0, on_seen, NULL, NULL);
}
