/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-import-dialog.h"

#include "jp-exchange.h"
#include "jp-give-up.h"
#include "jp-import-line.h"
#include "jp-import-list.h"

#include <glib/gi18n-lib.h>

#define PROGRESS_MS 80

/* What is read, checked and written, away from the main thread. Shared by the dialog and whoever works on it. */
typedef struct
{
  char          *path;   /* NULL: from @bytes */
  GBytes        *bytes;
  char          *name;
  JpDate         today;
  JpImport      *import; /* NULL: nothing to read yet */
  gboolean       is_read;
  JpImportReport report;
  gboolean       trial;  /* asked for */
  gboolean       written;
  JpSnapshot    *snapshot;
  GPtrArray     *changes, *faults, *warnings; /* of JpImportLine */
} Job;

struct _JpImportDialog
{
  AdwWindow parent_instance;

  /* Template widgets. */
  GtkStack       *states;
  GtkLabel       *doing;
  GtkProgressBar *progress;
  GtkLabel       *count;
  GtkButton      *import_button;
  GtkButton      *errors_button;
  GtkLabel       *verdict;
  GtkLabel       *clusters_line;
  GtkLabel       *figures_line;
  GtkStack       *lists;
  GtkStackPage   *changes_page, *faults_page, *warnings_page;
  GtkColumnView  *changes_view, *faults_view, *warnings_view;
  AdwStatusPage  *failed_page;

  /* Owned. */
  JpSession            *session;
  Job                  *job;
  GCancellable         *cancellable;
  GtkFileChooserNative *chooser; /* NULL: not open */
  guint                 ticking;
};

G_DEFINE_FINAL_TYPE (JpImportDialog, jp_import_dialog, ADW_TYPE_WINDOW)

static void
give_lines_up (GPtrArray **lines)
{
  jp_give_up (g_steal_pointer (lines), (GDestroyNotify) g_ptr_array_unref);
}

static void
job_clear (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job->name);
  jp_give_up (job->import, (GDestroyNotify) jp_import_free);
  jp_snapshot_unref (job->snapshot);
  give_lines_up (&job->changes);
  give_lines_up (&job->faults);
  give_lines_up (&job->warnings);
}

static void
job_unref (gpointer job)
{
  g_atomic_rc_box_release_full (job, job_clear);
}

static guint
n_rows (const JpImport *import)
{
  return import->clusters->len + import->figures->len;
}

/* Nobody knows how many rows there are before they are read. */
static void
show_reading (JpImportDialog *self)
{
  guint n = (guint) g_atomic_int_get (&self->job->import->n_done);
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row read", "%u rows read", n), n);

  gtk_progress_bar_pulse (self->progress);
  gtk_label_set_label (self->count, text);
}

/* The import belongs to whoever works on it: only its number of rows, which no longer changes once it is read, and the
 * atomic count are looked at. */
static gboolean
tick (gpointer data)
{
  JpImportDialog *self = data;
  const JpImport *import = self->job->import;
  guint all, done;
  g_autofree char *text = NULL;

  if (!self->job->is_read)
    {
      show_reading (self);
      return G_SOURCE_CONTINUE;
    }

  all = n_rows (import) * (self->job->trial ? 1 : 2);
  done = MIN ((guint) g_atomic_int_get (&import->n_done), all);
  text = g_strdup_printf (_("%u of %u rows"), self->job->trial ? done : (done + 1) / 2, n_rows (import));
  gtk_progress_bar_set_fraction (self->progress, all > 0 ? (double) done / (double) all : 0);
  gtk_label_set_label (self->count, text);
  return G_SOURCE_CONTINUE;
}

static void
begin_work (JpImportDialog *self, const char *doing)
{
  gtk_label_set_label (self->doing, doing);
  gtk_label_set_label (self->count, "");
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_stack_set_visible_child_name (self->states, "work");
  gtk_widget_set_visible (GTK_WIDGET (self->import_button), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->errors_button), FALSE);
  if (self->ticking == 0)
    self->ticking = g_timeout_add (PROGRESS_MS, tick, self);
}

static void
show_failure (JpImportDialog *self, const GError *error)
{
  g_clear_handle_id (&self->ticking, g_source_remove);
  adw_status_page_set_description (self->failed_page, error->message);
  gtk_stack_set_visible_child_name (self->states, "failed");
}

static void
show_counts (GtkLabel *label, const char *what, const JpImportCounts *counts, gboolean refused)
{
  g_autofree char *text = g_strdup_printf (_("%s: %u rows, of them %u new, %u changed, %u already on record"), what,
                                           counts->read, counts->added, counts->changed, counts->same);

  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), counts->read > 0 && !refused);
}

static guint
n_changes (const JpImportReport *report)
{
  return report->clusters.added + report->clusters.changed + report->figures.added + report->figures.changed;
}

static void
show_verdict (JpImportDialog *self, const char *text, const char *css)
{
  gtk_label_set_label (self->verdict, text);
  gtk_widget_set_css_classes (GTK_WIDGET (self->verdict), (const char *[]) { "heading", css, NULL });
}

static void
show_preview (JpImportDialog *self)
{
  const Job *job = self->job;
  guint n_faults = job->faults->len;
  gboolean can_import = n_faults == 0 && n_changes (&job->report) > 0;
  g_autofree char *refused = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE,
                 "Nothing can be imported: %u place is not in order. Correct the table and import it again.",
                 "Nothing can be imported: %u places are not in order. Correct the table and import it again.",
                 n_faults),
    n_faults);

  g_clear_handle_id (&self->ticking, g_source_remove);
  show_counts (self->clusters_line, _("Clusters"), &job->report.clusters, n_faults > 0);
  show_counts (self->figures_line, _("Yearly figures"), &job->report.figures, n_faults > 0);
  jp_import_list_fill (self->faults_view, self->faults_page, job->faults, _("Not in Order"));
  jp_import_list_fill (self->changes_view, self->changes_page, job->changes, _("What Changes"));
  jp_import_list_fill (self->warnings_view, self->warnings_page, job->warnings, _("To Be Looked At"));

  if (n_faults > 0)
    show_verdict (self, refused, "error");
  else if (can_import)
    show_verdict (self, _("All of it can be imported. Undo takes it back."), "success");
  else
    show_verdict (self, _("Everything in the table is on record already; nothing would change."), "dim-label");

  gtk_stack_set_visible_child_name (self->lists, n_faults > 0            ? "faults"
                                                 : job->changes->len > 0 ? "changes"
                                                                         : "warnings");
  gtk_widget_set_visible (GTK_WIDGET (self->lists), n_faults > 0 || job->changes->len > 0 || job->warnings->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->import_button), can_import);
  gtk_widget_set_visible (GTK_WIDGET (self->errors_button), n_faults > 0 && job->path != NULL);
  gtk_stack_set_visible_child_name (self->states, "preview");
  if (can_import)
    gtk_widget_grab_focus (GTK_WIDGET (self->import_button));
}

/* On the session's worker: holds the table against the data file, or brings it in. */
static gboolean
run_import (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  g_autoptr (GError) refusal = NULL;

  if (!jp_casework_import (desk, job->import, job->name, job->trial, &job->report, cancellable, &refusal)
      && !g_error_matches (refusal, JP_IMPORT_ERROR, JP_IMPORT_ERROR_REFUSED))
    {
      g_propagate_error (error, g_steal_pointer (&refusal));
      return FALSE;
    }
  /* Refused though the trial was not: the data file has moved on since, and the preview is shown anew. */
  job->written = !job->trial && refusal == NULL;
  if (job->written)
    return TRUE;

  g_clear_pointer (&job->changes, g_ptr_array_unref);
  g_clear_pointer (&job->faults, g_ptr_array_unref);
  g_clear_pointer (&job->warnings, g_ptr_array_unref);
  job->faults = jp_import_lines_of_notes (job->import->faults);
  job->warnings = jp_import_lines_of_notes (job->import->warnings);
  job->changes = refusal == NULL ? jp_import_lines_of_changes (job->import, job->snapshot)
                                 : g_ptr_array_new_with_free_func (g_object_unref);
  return TRUE;
}

static void
say_done (JpSession *session)
{
  const char *what = jp_session_what_undo (session);

  if (what != NULL)
    g_signal_emit_by_name (session, "act-done", what, TRUE);
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JpImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = jp_session_do_finish (JP_SESSION (source), result, &error);

  if (done && self->job->written)
    say_done (JP_SESSION (source));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    return;

  if (!done)
    show_failure (self, error);
  else if (!self->job->written)
    show_preview (self);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
hand_over (JpImportDialog *self, gboolean trial, const char *doing)
{
  self->job->trial = trial;
  g_atomic_int_set (&self->job->import->n_done, 0);
  begin_work (self, doing);
  jp_session_do_async (self->session, run_import, g_atomic_rc_box_acquire (self->job), job_unref, self->cancellable,
                       on_imported, g_object_ref (self));
}

static void
read_table (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  gboolean whole = job->path != NULL ? jp_exchange_fill (job->import, job->path, job->today, cancellable, &error)
                                     : jp_exchange_fill_bytes (job->import, job->bytes, job->name, job->today,
                                                               cancellable, &error);

  if (whole)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  JpImportDialog *self = JP_IMPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  gboolean whole = g_task_propagate_boolean (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    return;
  if (!whole)
    {
      show_failure (self, error);
      return;
    }

  self->job->is_read = TRUE;
  hand_over (self, TRUE, _("Comparing with what is on record…"));
}

static void
read_job (JpImportDialog *self)
{
  const JpContext *context = jp_session_get_context (self->session);
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, on_read, NULL);

  self->job->import = jp_import_new ((JpPack *) jp_pack_set_on (context->packs, context->today));
  self->job->today = context->today;
  self->job->snapshot = jp_snapshot_ref (jp_session_get_snapshot (self->session));
  begin_work (self, _("Reading the table…"));
  g_task_set_source_tag (task, read_job);
  g_task_set_task_data (task, g_atomic_rc_box_acquire (self->job), job_unref);
  g_task_run_in_thread (task, read_table);
}

static void
import (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpImportDialog *self = JP_IMPORT_DIALOG (widget);

  if (self->ticking == 0)
    hand_over (self, FALSE, _("Importing…"));
}

typedef struct
{
  Job  *job;
  char *path;
} ErrorsJob;

static void
errors_job_free (gpointer data)
{
  ErrorsJob *errors = data;

  job_unref (errors->job);
  g_free (errors->path);
  g_free (errors);
}

static void
write_errors (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const ErrorsJob *errors = data;
  g_autoptr (GError) error = NULL;

  if (jp_exchange_write_errors (errors->path, errors->job->path, errors->job->import, errors->job->today, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_errors_written (GObject *source, GAsyncResult *result, gpointer data)
{
  JpImportDialog *self = JP_IMPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    show_verdict (self, _("The workbook with a column 问题 is saved. Correct it there and import it again."), "success");
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_verdict (self, error->message, "error");
}

static void
on_errors_chosen (JpImportDialog *self, int response)
{
  g_autoptr (GFile) file
    = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser)) : NULL;
  g_autoptr (GTask) task = NULL;
  ErrorsJob *errors;

  g_clear_object (&self->chooser);
  if (file == NULL)
    return;

  errors = g_new0 (ErrorsJob, 1);
  errors->job = g_atomic_rc_box_acquire (self->job);
  errors->path = g_file_get_path (file);
  task = g_task_new (self, self->cancellable, on_errors_written, NULL);
  g_task_set_source_tag (task, on_errors_chosen);
  g_task_set_task_data (task, errors, errors_job_free);
  g_task_run_in_thread (task, write_errors);
}

static void
save_errors (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpImportDialog *self = JP_IMPORT_DIALOG (widget);

  if (self->chooser != NULL)
    return;

  self->chooser = gtk_file_chooser_native_new (_("Save Workbook With the Problems"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), "导入问题.xlsx");
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (on_errors_chosen), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static gboolean
take_down (gpointer data)
{
  JpImportDialog *self = data;

  if (self->session != NULL
      && (jp_import_list_conceal (self->changes_view) || jp_import_list_conceal (self->faults_view)
          || jp_import_list_conceal (self->warnings_view)))
    return G_SOURCE_CONTINUE;

  gtk_window_destroy (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

/* Gone from the screen at once; the rows are taken down a few at a time. Whatever is under way stops. */
static gboolean
jp_import_dialog_close_request (GtkWindow *window)
{
  JpImportDialog *self = JP_IMPORT_DIALOG (window);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, take_down, g_object_ref (self), g_object_unref);

  return TRUE;
}

static void
jp_import_dialog_dispose (GObject *object)
{
  JpImportDialog *self = JP_IMPORT_DIALOG (object);

  /* Whatever is under way stops and leaves nothing half done. */
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->ticking, g_source_remove);
  g_clear_object (&self->chooser);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (jp_import_dialog_parent_class)->dispose (object);
}

static void
jp_import_dialog_finalize (GObject *object)
{
  JpImportDialog *self = JP_IMPORT_DIALOG (object);

  g_object_unref (self->cancellable);
  job_unref (self->job);

  G_OBJECT_CLASS (jp_import_dialog_parent_class)->finalize (object);
}

static void
jp_import_dialog_class_init (JpImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jp_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = jp_import_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = jp_import_dialog_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiping/Jiping/ui/jp-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, JpImportDialog, states);
  gtk_widget_class_bind_template_child (widget_class, JpImportDialog, doing);
  gtk_widget_class_bind_template_child (widget_class, JpImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, JpImportDialog, count);
  gtk_widget_class_bind_template_child (widget_class, JpImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, JpImportDialog, errors_button);
  gtk_widget_class_bind_template_child (widget_class, JpImportDialog, verdict);
  gtk_widget_class_bind_template_child (widget_class, JpImportDialog, clusters_line);
  gtk_widget_class_bind_template_child (widget_class, JpImportDialog, figures_line);
  gtk_widget_class_bind_template_child (widget_class, JpImportDialog, lists);
  gtk_widget_class_bind_template_child (widget_class, JpImportDialog, changes_page);
  gtk_widget_class_bind_template_child (widget_class, JpImportDialog, faults_page);
  gtk_widget_class_bind_template_child (widget_class, JpImportDialog, warnings_page);
  gtk_widget_class_bind_template_child (widget_class, JpImportDialog, changes_view);
  gtk_widget_class_bind_template_child (widget_class, JpImportDialog, faults_view);
  gtk_widget_class_bind_template_child (widget_class, JpImportDialog, warnings_view);
  gtk_widget_class_bind_template_child (widget_class, JpImportDialog, failed_page);
  gtk_widget_class_install_action (widget_class, "import.run", NULL, import);
  gtk_widget_class_install_action (widget_class, "import.save-errors", NULL, save_errors);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
jp_import_dialog_init (JpImportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->job = g_atomic_rc_box_new0 (Job);

  gtk_widget_init_template (GTK_WIDGET (self));
  jp_import_list_setup (self->changes_view, _("Cluster"), _("What Changes"));
  jp_import_list_setup (self->faults_view, _("Column"), _("What Is Wrong"));
  jp_import_list_setup (self->warnings_view, _("Column"), _("What Was Noticed"));
}

JpImportDialog *
jp_import_dialog_new (GtkWindow *parent, JpSession *session)
{
  JpImportDialog *self = g_object_new (JP_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);

  return self;
}

static void
show_source (JpImportDialog *self, const char *name)
{
  g_autofree char *title = g_strdup_printf (_("Import “%s”"), name);

  self->job->name = g_strdup (name);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

void
jp_import_dialog_read_file (JpImportDialog *self, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  self->job->path = g_strdup (path);
  show_source (self, name);
  read_job (self);
}

void
jp_import_dialog_read_bytes (JpImportDialog *self, GBytes *bytes, const char *name)
{
  self->job->bytes = g_bytes_ref (bytes);
  show_source (self, name);
  read_job (self);
}
