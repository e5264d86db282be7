/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-calendar-export.h"

#include "jp-exchange.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget  *over;
  JpSnapshot *snapshot;
  guint       months;
  char       *path;
  guint       n;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_object_unref (export->over);
  jp_snapshot_unref (export->snapshot);
  g_free (export->path);
  g_free (export);
}

GPtrArray *
jp_calendar_export_duties (JpSnapshot *snapshot, guint months)
{
  GPtrArray *duties = jp_snapshot_get_duties (snapshot), *wanted = g_ptr_array_new ();
  JpDate today = jp_snapshot_get_context (snapshot)->today;
  JpDutyScope scope = { .to = jp_date_add_months (today, (int) months), .done = TRUE };

  for (guint i = 0; i < duties->len; i++)
    {
      JpObligation *duty = g_ptr_array_index (duties, i);
      gboolean past = duty->state == JP_DUTY_DONE && jp_obligation_day (duty, today) < today;

      if (!past && jp_obligation_in_scope (duty, &scope))
        g_ptr_array_add (wanted, duty);
    }

  return wanted;
}

static void
write_file (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Export *export = data;
  g_autoptr (GPtrArray) duties = jp_calendar_export_duties (export->snapshot, export->months);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < duties->len; i++)
    export->n += ((const JpObligation *) g_ptr_array_index (duties, i))->state != JP_DUTY_DONE ? 1 : 0;
  if (jp_exchange_write_ics (export->path, duties, jp_snapshot_get_context (export->snapshot)->today, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  const Export *export = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_basename (export->path), *said = NULL;
  GtkRoot *window = gtk_widget_get_root (export->over);
  GtkWidget *dialog;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      said = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u duty exported to “%s”", "%u duties exported to “%s”",
                                           export->n),
                              export->n, name);
      gtk_widget_activate_action (export->over, "win.toast", "s", said);
      return;
    }
  if (window == NULL)
    return;

  dialog = adw_message_dialog_new (GTK_WINDOW (window), _("The File Could Not Be Written"), error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_chosen (Export *export, int response, GtkFileChooser *chooser)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (chooser) : NULL;
  g_autoptr (GTask) task = NULL;

  export->path = file != NULL ? g_file_get_path (file) : NULL;
  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (chooser));
  g_object_unref (chooser);
  if (export->path == NULL)
    {
      export_free (export);
      return;
    }

  task = g_task_new (NULL, NULL, on_written, NULL);
  g_task_set_source_tag (task, jp_calendar_export);
  g_task_set_task_data (task, export, export_free);
  g_task_run_in_thread (task, write_file);
}

void
jp_calendar_export (GtkWidget *over, JpSnapshot *snapshot, guint months)
{
  Export *export = g_new0 (Export, 1);
  GtkFileChooserNative *chooser
    = gtk_file_chooser_native_new (_("Export the Calendar"), GTK_WINDOW (gtk_widget_get_root (over)),
                                   GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);

  export->over = g_object_ref (over);
  export->snapshot = jp_snapshot_ref (snapshot);
  export->months = months;
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), "集评待办.ics");
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_swapped (chooser, "response", G_CALLBACK (on_chosen), export);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
