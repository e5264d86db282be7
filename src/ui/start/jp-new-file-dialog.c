/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-new-file-dialog.h"

#include "jp-dossier.h"
#include "jp-text.h"

#include <glib/gi18n-lib.h>

struct _JpNewFileDialog
{
  AdwWindow parent_instance;

  /* Template widgets. */
  AdwComboRow  *office_row;
  AdwEntryRow  *person_row;
  AdwActionRow *place_row;

  /* Owned. */
  JpPack        *pack;
  char          *path;
  GtkFileChooserNative *chooser; /* NULL: not open */
  JpDate         today;
};

G_DEFINE_FINAL_TYPE (JpNewFileDialog, jp_new_file_dialog, ADW_TYPE_WINDOW)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The usual place, or the next free one beside it: a new file never replaces an old one. */
static char *
free_path (void)
{
  g_autofree char *usual = jp_new_file_usual_path ();
  g_autofree char *folder = g_path_get_dirname (usual);

  for (guint i = 2; g_file_test (usual, G_FILE_TEST_EXISTS); i++)
    {
      g_autofree char *name = g_strdup_printf ("jiping-%u.db", i);

      g_free (usual);
      usual = g_build_filename (folder, name, NULL);
    }

  return g_steal_pointer (&usual);
}

static void
show_path (JpNewFileDialog *self)
{
  g_autofree char *name = g_filename_display_name (self->path);

  adw_action_row_set_subtitle (self->place_row, name);
}

static void
on_person_changed (JpNewFileDialog *self)
{
  g_autofree char *person = jp_text_tidy (gtk_editable_get_text (GTK_EDITABLE (self->person_row)));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "new-file.make", *person != '\0');
}

static void
on_place_chosen (JpNewFileDialog *self, int response)
{
  g_autoptr (GFile) file
    = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  g_clear_object (&self->chooser);
  if (path == NULL)
    return;

  g_free (self->path);
  self->path = g_steal_pointer (&path);
  show_path (self);
}

static void
choose (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpNewFileDialog *self = JP_NEW_FILE_DIALOG (widget);

  if (self->chooser != NULL)
    return;

  self->chooser = gtk_file_chooser_native_new (_("New Data File"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE,
                                               _("_Choose"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), "jiping.db");
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (on_place_chosen), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
make (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpNewFileDialog *self = JP_NEW_FILE_DIALOG (widget);
  g_autofree char *person = jp_text_tidy (gtk_editable_get_text (GTK_EDITABLE (self->person_row)));
  guint row = adw_combo_row_get_selected (self->office_row);
  const char *office = row == 0 ? JP_OFFICE_CITY : self->pack->districts[row - 1].code;
  g_autoptr (JpNewFile) chosen = jp_new_file_new (self->path, office, person, self->today);

  g_signal_emit (self, signals[CHOSEN], 0, chosen);
  gtk_window_close (GTK_WINDOW (self));
}

static void
jp_new_file_dialog_dispose (GObject *object)
{
  JpNewFileDialog *self = JP_NEW_FILE_DIALOG (object);

  g_clear_object (&self->chooser);
  g_clear_pointer (&self->pack, jp_pack_unref);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (jp_new_file_dialog_parent_class)->dispose (object);
}

static void
jp_new_file_dialog_class_init (JpNewFileDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jp_new_file_dialog_dispose;

  /**
   * JpNewFileDialog::chosen:
   * @self: the dialog
   * @file: what to make; borrowed
   */
  signals[CHOSEN] = g_signal_new ("chosen", JP_TYPE_NEW_FILE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiping/Jiping/ui/jp-new-file-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, JpNewFileDialog, office_row);
  gtk_widget_class_bind_template_child (widget_class, JpNewFileDialog, person_row);
  gtk_widget_class_bind_template_child (widget_class, JpNewFileDialog, place_row);
  gtk_widget_class_bind_template_callback (widget_class, on_person_changed);
  gtk_widget_class_install_action (widget_class, "new-file.make", NULL, make);
  gtk_widget_class_install_action (widget_class, "new-file.choose", NULL, choose);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
jp_new_file_dialog_init (JpNewFileDialog *self)
{
  const char *real_name = g_get_real_name ();
  g_autoptr (GtkStringList) offices = gtk_string_list_new (NULL);

  self->pack = jp_new_file_pack ();
  self->path = free_path ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_string_list_append (offices, self->pack->city_office);
  for (guint i = 0; i < self->pack->n_districts; i++)
    gtk_string_list_append (offices, self->pack->districts[i].name);
  adw_combo_row_set_model (self->office_row, G_LIST_MODEL (offices));
  if (g_strcmp0 (real_name, "Unknown") != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->person_row), real_name);
  show_path (self);
  on_person_changed (self);
}

/**
 * jp_new_file_dialog_new:
 * @parent: window it belongs to
 * @today: the day the new file is made on
 *
 * Returns: (transfer none): the dialog, to be presented
 */
JpNewFileDialog *
jp_new_file_dialog_new (GtkWindow *parent, JpDate today)
{
  JpNewFileDialog *self = g_object_new (JP_TYPE_NEW_FILE_DIALOG, "transient-for", parent, NULL);

  self->today = today;
  gtk_widget_grab_focus (GTK_WIDGET (self->person_row));

  return self;
}
