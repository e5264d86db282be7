/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-restore-dialog.h"

#include "jp-backup-preview.h"
#include "jp-store-backup.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

struct _JpRestoreDialog
{
  AdwWindow parent_instance;

  /* Template widgets. */
  GtkListBox *list;
  GtkStack   *preview_stack;
  GtkLabel   *trouble_label;
  GtkListBox *preview_list;

  /* Borrowed. */
  GtkCheckButton *first; /* the radio buttons' group */

  /* Owned. */
  char                 *data_file;
  char                 *chosen;  /* NULL: none that is good */
  char                 *looking; /* what is being looked into */
  gint64                newest;
  GCancellable         *reading;
  GtkFileChooserNative *chooser; /* NULL: not open */
};

G_DEFINE_FINAL_TYPE (JpRestoreDialog, jp_restore_dialog, ADW_TYPE_WINDOW)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
add_line (JpRestoreDialog *self, const char *title, const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (self->preview_list, row);
}

static void
clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
show_preview (JpRestoreDialog *self, const JpBackupPreview *preview)
{
  g_autofree char *clusters
    = g_strdup_printf (ngettext ("%u cluster", "%u clusters", preview->n_clusters), preview->n_clusters);
  g_autoptr (GString) entries = g_string_new (NULL);
  gint64 later = self->newest - preview->seq;

  clear (self->preview_list);
  add_line (self, _("Clusters"), clusters);
  for (guint i = 0; i < preview->entries->len; i++)
    {
      const JpEntry *entry = g_ptr_array_index (preview->entries, i);

      g_string_append_printf (entries, "%s%.10s %s %s", i > 0 ? "\n" : "", entry->at, entry->person, entry->summary);
    }
  add_line (self, _("Last Entries"), entries->len > 0 ? entries->str : _("None"));
  if (self->newest > 0 && later > 0)
    {
      g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                            "%" PRId64 " entry was made after it and is not in it",
                                                            "%" PRId64 " entries were made after it and are not in it",
                                                            (gulong) later), later);

      add_line (self, _("Lacking"), text);
    }
  if (preview->sample)
    add_line (self, _("Note"), _("This is sample data."));
  gtk_stack_set_visible_child_name (self->preview_stack, "preview");
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpBackupPreview) preview = jp_backup_preview_finish (result, &error);
  JpRestoreDialog *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = JP_RESTORE_DIALOG (data);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "restore.restore", preview != NULL);
  if (preview != NULL)
    {
      self->chosen = g_strdup (self->looking);
      show_preview (self, preview);
      return;
    }

  gtk_label_set_label (self->trouble_label, error->message);
  gtk_stack_set_visible_child_name (self->preview_stack, "trouble");
}

static void
look_into (JpRestoreDialog *self, const char *path)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  g_clear_pointer (&self->chosen, g_free);
  g_free (self->looking);
  self->looking = g_strdup (path);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "restore.restore", FALSE);
  gtk_stack_set_visible_child_name (self->preview_stack, "reading");
  jp_backup_preview_async (path, self->data_file, self->reading, on_read, self);
}

static void
on_toggled (JpRestoreDialog *self, GtkCheckButton *button)
{
  if (gtk_check_button_get_active (button))
    look_into (self, gtk_widget_get_name (GTK_WIDGET (button)));
}

static GtkCheckButton *
add_choice (JpRestoreDialog *self, const char *path, const char *title, const char *subtitle, gboolean on_top)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();

  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), self->first);
  if (self->first == NULL)
    self->first = GTK_CHECK_BUTTON (button);
  gtk_widget_set_name (button, path);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_list_box_insert (self->list, row, on_top ? 0 : -1);

  return GTK_CHECK_BUTTON (button);
}

static void
on_file_chosen (JpRestoreDialog *self, int response)
{
  g_autoptr (GFile) file
    = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;
  g_autofree char *place = path != NULL ? g_filename_display_name (path) : NULL;

  g_clear_object (&self->chooser);
  if (path != NULL)
    gtk_check_button_set_active (add_choice (self, path, name, place, TRUE), TRUE);
}

static void
choose (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpRestoreDialog *self = JP_RESTORE_DIALOG (widget);

  if (self->chooser != NULL)
    return;

  self->chooser = gtk_file_chooser_native_new (_("Restore a Backup"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN,
                                               _("_Choose"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (on_file_chosen), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
restore (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpRestoreDialog *self = JP_RESTORE_DIALOG (widget);

  if (self->chosen == NULL)
    return;

  g_signal_emit (self, signals[CHOSEN], 0, self->chosen);
  gtk_window_close (GTK_WINDOW (self));
}

static void
jp_restore_dialog_dispose (GObject *object)
{
  JpRestoreDialog *self = JP_RESTORE_DIALOG (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->data_file, g_free);
  g_clear_pointer (&self->chosen, g_free);
  g_clear_pointer (&self->looking, g_free);

  G_OBJECT_CLASS (jp_restore_dialog_parent_class)->dispose (object);
}

static void
jp_restore_dialog_class_init (JpRestoreDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jp_restore_dialog_dispose;

  /**
   * JpRestoreDialog::chosen:
   * @self: the dialog
   * @path: a good backup, which the user wants in the place of the data file
   */
  signals[CHOSEN] = g_signal_new ("chosen", JP_TYPE_RESTORE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiping/Jiping/ui/jp-restore-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, JpRestoreDialog, list);
  gtk_widget_class_bind_template_child (widget_class, JpRestoreDialog, preview_stack);
  gtk_widget_class_bind_template_child (widget_class, JpRestoreDialog, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, JpRestoreDialog, preview_list);
  gtk_widget_class_install_action (widget_class, "restore.choose", NULL, choose);
  gtk_widget_class_install_action (widget_class, "restore.restore", NULL, restore);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
jp_restore_dialog_init (JpRestoreDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "restore.restore", FALSE);
}

static void
list_backups (JpRestoreDialog *self)
{
  g_autoptr (GPtrArray) backups = jp_backup_list (self->data_file);

  for (guint i = 0; i < backups->len; i++)
    {
      const JpKeptBackup *backup = g_ptr_array_index (backups, i);
      g_autofree char *title = g_strdelimit (g_strdup (backup->at), "T", ' ');
      g_autofree char *subtitle = g_strdup_printf (_("Up to entry %" PRId64), backup->seq);

      add_choice (self, backup->path, title, subtitle, FALSE);
    }
  if (backups->len == 0)
    gtk_list_box_set_placeholder (self->list,
                                  g_object_new (GTK_TYPE_LABEL, "label",
                                                _("No backups were kept beside the data file. Choose a file."),
                                                "margin-top", 12, "margin-bottom", 12, "wrap", TRUE, NULL));
}

/**
 * jp_restore_dialog_new:
 * @parent: window it belongs to
 * @data_file: whose backups are offered, and whose place the chosen one will take
 * @newest: number of the last journal entry of the present file; 0: there is none, or it does not open
 *
 * Returns: (transfer none): the dialog, to be presented
 */
JpRestoreDialog *
jp_restore_dialog_new (GtkWindow *parent, const char *data_file, gint64 newest)
{
  JpRestoreDialog *self = g_object_new (JP_TYPE_RESTORE_DIALOG, "transient-for", parent, NULL);

  self->data_file = g_strdup (data_file);
  self->newest = newest;
  list_backups (self);

  return self;
}
