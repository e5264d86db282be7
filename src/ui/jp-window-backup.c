/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Backups in the window: one file to carry away, one more kept beside the data file, a check, and restoring. */

#include "jp-window-private.h"

#include "jp-backup-preview.h"
#include "jp-new-file.h"
#include "jp-restore-dialog.h"
#include "jp-store-backup.h"

#include <glib/gi18n-lib.h>

/* Work that is waited for, with a dialog that can stop it. */
typedef struct
{
  JpWindow     *window;
  GtkWidget    *dialog;
  GCancellable *cancellable;
  char         *path; /* of an archive */
} Waiting;

static void
on_stop (Waiting *waiting)
{
  waiting->dialog = NULL; /* closes itself */
  g_cancellable_cancel (waiting->cancellable);
}

static Waiting *
wait_for (JpWindow *self, const char *heading, const char *sentence)
{
  Waiting *waiting = g_new0 (Waiting, 1);
  GtkWidget *spinner = gtk_spinner_new ();

  waiting->window = g_object_ref (self);
  waiting->cancellable = g_cancellable_new ();
  waiting->dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, sentence);
  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_size_request (spinner, 32, 32);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (waiting->dialog), spinner);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (waiting->dialog), "cancel", _("_Cancel"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (waiting->dialog), "cancel");
  g_signal_connect_swapped (waiting->dialog, "response", G_CALLBACK (on_stop), waiting);
  gtk_window_present (GTK_WINDOW (waiting->dialog));

  return waiting;
}

static JpWindow *
end_waiting (Waiting *waiting)
{
  JpWindow *self = waiting->window;

  if (waiting->dialog != NULL)
    {
      g_signal_handlers_disconnect_by_data (waiting->dialog, waiting);
      gtk_window_destroy (GTK_WINDOW (waiting->dialog));
    }
  g_object_unref (waiting->cancellable);
  g_free (waiting->path);
  g_free (waiting);

  return self;
}

static void
say_unless_stopped (JpWindow *self, const char *heading, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    jp_window_say_error (self, heading, error->message);
}

/* Carrying everything away in one file. */

static void
run_archive (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GError *error = NULL;

  if (jp_store_archive (JP_STORE (source), data, now, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_archived (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;
  g_autofree char *name = g_filename_display_name (waiting->path);
  g_autoptr (JpWindow) self = end_waiting (waiting);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_autofree char *text = g_strdup_printf (_("Everything is backed up and verified in “%s”"), name);

      jp_window_toast (self, text);
    }
  else
    say_unless_stopped (self, _("No Backup Was Made"), error);
}

static void
archive (JpWindow *self, const char *path)
{
  g_autoptr (GTask) task = NULL;
  Waiting *waiting;

  if (self->session == NULL)
    return;

  waiting = wait_for (self, _("Backing Up"), _("Data and attachments are copied into one file and checked."));
  waiting->path = g_strdup (path);
  task = g_task_new (jp_session_get_store (self->session), waiting->cancellable, on_archived, waiting);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, run_archive);
}

static void
on_archive_chosen (JpWindow *self, int response, GtkFileChooser *chooser)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (chooser) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  g_object_unref (chooser);
  if (path != NULL)
    archive (self, path);
}

static void
backup (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpWindow *self = JP_WINDOW (widget);
  GtkFileChooserNative *chooser;
  g_autofree char *name = NULL;
  char day[JP_DATE_ISO_LEN];

  if (self->session == NULL)
    return;

  chooser = gtk_file_chooser_native_new (_("Back Up Everything"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE,
                                         _("_Back Up"), NULL);
  /* Translators: name of a backup file; %s is a day */
  name = g_strdup_printf (_("Jiping Backup %s.zip"), jp_date_to_iso (jp_session_get_today (self->session), day));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_archive_chosen), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* One more kept backup, and a check. */

static void
on_backed_up (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JpWindow) self = end_waiting (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = jp_caretaker_care_finish (JP_CARETAKER (source), result, &error);

  if (notes != NULL)
    jp_window_toast (self, _("Backed up and verified"));
  else
    say_unless_stopped (self, _("No Backup Was Made"), error);
}

static void
backup_now (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpWindow *self = JP_WINDOW (widget);
  Waiting *waiting;

  if (self->caretaker == NULL)
    return;

  waiting = wait_for (self, _("Backing Up"), _("The data is copied beside the data file and checked."));
  jp_caretaker_care_async (self->caretaker, JP_CARE_BACKUP, waiting->cancellable, on_backed_up, waiting);
}

static void
say_findings (JpWindow *self, GPtrArray *notes)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean fault = FALSE;

  for (guint i = 0; i < notes->len; i++)
    {
      const JpCheckNote *note = g_ptr_array_index (notes, i);

      fault = fault || note->state == JP_CHECK_FAULT;
      g_string_append_printf (text, "%s%s %s", i > 0 ? "\n" : "",
                              note->state == JP_CHECK_GOOD      ? "✓"
                              : note->state == JP_CHECK_WARNING ? "△"
                                                                : "✗",
                              note->text);
      if (note->advice != NULL)
        g_string_append_printf (text, " %s", note->advice);
    }

  jp_window_say_error (self, fault ? _("The Data File Has Faults") : _("The Data File Was Checked"), text->str);
}

static void
on_checked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JpWindow) self = end_waiting (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = jp_caretaker_care_finish (JP_CARETAKER (source), result, &error);

  if (notes != NULL)
    say_findings (self, notes);
  else
    say_unless_stopped (self, _("The Data File Could Not Be Checked"), error);
}

static void
check_file (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpWindow *self = JP_WINDOW (widget);
  Waiting *waiting;

  if (self->caretaker == NULL)
    return;

  waiting = wait_for (self, _("Checking"), _("Structure, references, journal, attachments and backups are checked."));
  jp_caretaker_care_async (self->caretaker, JP_CARE_CHECK, waiting->cancellable, on_checked, waiting);
}

/* Restoring. */

/* The data file a backup is restored into: never the sample. */
static char *
own_file (JpWindow *self)
{
  g_autoptr (GVariant) last = g_settings_get_value (self->settings, "last-file");

  if (self->session != NULL && !jp_session_is_sample (self->session))
    return g_strdup (jp_store_get_path (jp_session_get_store (self->session)));

  return *g_variant_get_bytestring (last) != '\0' ? g_strdup (g_variant_get_bytestring (last))
                                                  : jp_new_file_usual_path ();
}

typedef struct
{
  JpWindow *window;
  char     *data_file;
  gboolean  was_open;
} Restoring;

static void
on_restored (GObject *source, GAsyncResult *result, gpointer data)
{
  Restoring *restoring = data;
  g_autoptr (JpWindow) self = restoring->window;
  g_autofree char *data_file = restoring->data_file;
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = jp_backup_put_finish (result, &error);
  g_autofree char *name = aside != NULL ? g_filename_display_name (aside) : NULL;

  if (error == NULL || restoring->was_open)
    jp_window_open_path (self, data_file);
  else
    jp_window_open_usual (self);
  g_free (restoring);

  if (error != NULL)
    jp_window_say_error (self, _("Nothing Was Restored"), error->message);
  else if (name != NULL)
    {
      g_autofree char *text = g_strdup_printf (_("The data file before it is kept as “%s”."), name);

      jp_window_say_error (self, _("The Backup Is Restored"), text);
    }
  else
    jp_window_toast (self, _("The backup is restored"));
}

static void
on_backup_chosen (JpWindow *self, const char *path)
{
  Restoring *restoring = g_new0 (Restoring, 1);

  restoring->window = g_object_ref (self);
  restoring->data_file = own_file (self);
  restoring->was_open = self->session != NULL;
  jp_window_begin_opening (self);
  jp_window_set_session (self, NULL);
  jp_backup_put_async (path, restoring->data_file, on_restored, restoring);
}

static void
restore (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpWindow *self = JP_WINDOW (widget);
  g_autofree char *data_file = own_file (self);
  gboolean own = self->session != NULL && !jp_session_is_sample (self->session);
  gint64 newest = own ? jp_caretaker_get_newest (self->caretaker) : 0;
  JpRestoreDialog *dialog = jp_restore_dialog_new (GTK_WINDOW (self), data_file, newest);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (on_backup_chosen), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
jp_window_backup_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.backup", NULL, backup);
  gtk_widget_class_install_action (widget_class, "win.backup-now", NULL, backup_now);
  gtk_widget_class_install_action (widget_class, "win.check-file", NULL, check_file);
  gtk_widget_class_install_action (widget_class, "win.restore", NULL, restore);
}
