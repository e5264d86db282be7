/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files in and out of the ledger: import, export, the workbook to fill in. */

#include "jp-clusters-page-private.h"

#include "jp-cluster-export.h"
#include "jp-exchange.h"
#include "jp-import-dialog.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  OUT_AS_SHOWN,
  OUT_CLUSTERS,
  OUT_FIGURES,
  OUT_TEMPLATE,
} OutKind;

/* What is written, away from the main thread. */
typedef struct
{
  OutKind          kind;
  char            *path;
  JpSnapshot      *snapshot;
  GPtrArray       *facts;    /* of JpClusterFacts, in the order on the screen */
  GPtrArray       *dossiers; /* of JpDossier, borrowed from the snapshot */
  guint            columns[JP_CLUSTER_N_COLUMNS];
  guint            n_columns;
  char            *district; /* template: prefilled with this district's clusters; or NULL */
  guint            n_rows;
} Out;

static void
out_free (gpointer data)
{
  Out *out = data;

  g_free (out->path);
  g_free (out->district);
  g_ptr_array_unref (out->facts);
  g_ptr_array_unref (out->dossiers);
  jp_snapshot_unref (out->snapshot);
  g_free (out);
}

void
jp_clusters_page_say (JpClustersPage *self, const char *heading, const char *sentence)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading, sentence);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
write_out (Out *out, GError **error)
{
  const JpContext *context = jp_snapshot_get_context (out->snapshot);

  switch (out->kind)
    {
    case OUT_AS_SHOWN:
      return jp_cluster_export (out->path, out->columns, out->n_columns, out->facts, context->today, &out->n_rows,
                                error);
    case OUT_CLUSTERS:
      return jp_exchange_export (out->path, JP_EXPORT_CLUSTERS, out->dossiers, context, &out->n_rows, error);
    case OUT_FIGURES:
      return jp_exchange_export (out->path, JP_EXPORT_FIGURES, out->dossiers, context, &out->n_rows, error);
    case OUT_TEMPLATE:
      return jp_exchange_write_template (out->path, context, jp_snapshot_get_dossiers (out->snapshot), out->district,
                                         jp_snapshot_get_year (out->snapshot), error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
run_out (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (write_out (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  JpClustersPage *self = JP_CLUSTERS_PAGE (source);
  const Out *out = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_basename (out->path);
  g_autofree char *said = NULL;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      jp_clusters_page_say (self, _("The File Could Not Be Written"), error->message);
      return;
    }

  if (out->kind == OUT_TEMPLATE)
    said = g_strdup_printf (_("“%s” is ready to be filled in"), name);
  else
    said = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row written to “%s”", "%u rows written to “%s”",
                                         out->n_rows),
                            out->n_rows, name);
  jp_page_toast (JP_PAGE (self), said);
}

/* A template for the one district the ledger is filtered by, or that the file belongs to, brings its clusters along. */
static char *
template_district (JpClustersPage *self)
{
  GHashTable *districts = jp_cluster_list_get_filter (self->list)->districts;
  JpSession *session = jp_page_get_session (JP_PAGE (self));
  GHashTableIter iter;
  gpointer code;

  if (!jp_session_is_city (session))
    return g_strdup (jp_desk_get_office (jp_session_get_desk (session)));
  if (g_hash_table_size (districts) != 1)
    return NULL;

  g_hash_table_iter_init (&iter, districts);
  g_hash_table_iter_next (&iter, &code, NULL);
  return g_strdup (code);
}

static Out *
prepare_out (JpClustersPage *self, OutKind kind, gboolean chosen)
{
  Out *out = g_new0 (Out, 1);
  g_autoptr (GPtrArray) rows = jp_clusters_page_rows (self, chosen);

  out->kind = kind;
  out->snapshot = jp_snapshot_ref (jp_session_get_snapshot (jp_page_get_session (JP_PAGE (self))));
  out->facts = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_cluster_facts_unref);
  out->dossiers = g_ptr_array_new ();
  out->n_columns = jp_column_view_visible (self->view, out->columns);
  out->district = kind == OUT_TEMPLATE ? template_district (self) : NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      const JpClusterFacts *facts = jp_cluster_row_get_facts (g_ptr_array_index (rows, i));
      const JpDossier *dossier = jp_snapshot_find (out->snapshot, facts->dossier->id);

      g_ptr_array_add (out->facts, jp_cluster_facts_ref ((JpClusterFacts *) facts));
      if (dossier != NULL)
        g_ptr_array_add (out->dossiers, (gpointer) dossier);
    }

  return out;
}

static void
on_out_chosen (JpClustersPage *self, int response)
{
  g_autoptr (GtkNativeDialog) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file
    = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  Out *out = g_object_steal_data (G_OBJECT (chooser), "out");
  g_autoptr (GTask) task = NULL;

  out->path = file != NULL ? g_file_get_path (file) : NULL;
  if (out->path == NULL)
    {
      out_free (out);
      return;
    }

  task = g_task_new (self, NULL, on_written, NULL);
  g_task_set_source_tag (task, on_out_chosen);
  g_task_set_task_data (task, out, out_free);
  g_task_run_in_thread (task, run_out);
}

static void
ask_out (JpClustersPage *self, OutKind kind, gboolean chosen, const char *title, const char *name)
{
  g_autofree char *file_name = NULL;
  char iso[JP_DATE_ISO_LEN];
  JpSession *session = jp_page_get_session (JP_PAGE (self));

  if (session == NULL || self->chooser != NULL)
    return;

  file_name = g_strdup_printf ("%s %s.xlsx", name, jp_date_to_iso (jp_session_get_today (session), iso));
  self->chooser
    = GTK_NATIVE_DIALOG (gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                                      GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL));
  gtk_native_dialog_set_modal (self->chooser, TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), file_name);
  g_object_set_data_full (G_OBJECT (self->chooser), "out", prepare_out (self, kind, chosen), out_free);
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (on_out_chosen), self);
  gtk_native_dialog_show (self->chooser);
}

static void
export_table (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask_out (JP_CLUSTERS_PAGE (widget), OUT_AS_SHOWN, FALSE, _("Export Table"), "集群台账");
}

static void
export_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask_out (JP_CLUSTERS_PAGE (widget), OUT_AS_SHOWN, TRUE, _("Export Rows"), "集群台账");
}

static void
export_clusters (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask_out (JP_CLUSTERS_PAGE (widget), OUT_CLUSTERS, FALSE, _("Export Clusters"), "集群");
}

static void
export_figures (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask_out (JP_CLUSTERS_PAGE (widget), OUT_FIGURES, FALSE, _("Export Yearly Figures"), "年度指标");
}

static void
save_template (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask_out (JP_CLUSTERS_PAGE (widget), OUT_TEMPLATE, FALSE, _("Save Workbook to Fill In"), "填报模板");
}

static void
on_import_chosen (JpClustersPage *self, int response)
{
  g_autoptr (GtkNativeDialog) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file
    = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  JpSession *session = jp_page_get_session (JP_PAGE (self));
  JpImportDialog *dialog;

  if (path == NULL || session == NULL)
    return;

  dialog = jp_import_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), session);
  jp_import_dialog_read_file (dialog, path);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
import_file (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpClustersPage *self = JP_CLUSTERS_PAGE (widget);
  g_autoptr (GtkFileFilter) tables = gtk_file_filter_new ();

  if (self->chooser != NULL || jp_page_get_session (JP_PAGE (self)) == NULL)
    return;

  gtk_file_filter_set_name (tables, _("Workbooks and CSV Files"));
  gtk_file_filter_add_suffix (tables, "xlsx");
  gtk_file_filter_add_suffix (tables, "csv");
  gtk_file_filter_add_suffix (tables, "txt");
  self->chooser
    = GTK_NATIVE_DIALOG (gtk_file_chooser_native_new (_("Import"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                                      GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), NULL));
  gtk_native_dialog_set_modal (self->chooser, TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), tables);
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (on_import_chosen), self);
  gtk_native_dialog_show (self->chooser);
}

void
jp_clusters_files_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "ledger.import", NULL, import_file);
  gtk_widget_class_install_action (widget_class, "ledger.export", NULL, export_table);
  gtk_widget_class_install_action (widget_class, "ledger.export-chosen", NULL, export_chosen);
  gtk_widget_class_install_action (widget_class, "ledger.export-clusters", NULL, export_clusters);
  gtk_widget_class_install_action (widget_class, "ledger.export-figures", NULL, export_figures);
  gtk_widget_class_install_action (widget_class, "ledger.template", NULL, save_template);
}
