/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-import-private.h"

#include "jp-store-backup.h"
#include "jp-store-clusters.h"

#include <glib/gi18n-lib.h>

#define CANCEL_ROWS 256

static gboolean
refuse (JpImport *import, GError **error)
{
  guint n = import->faults->len;

  if (n == 0)
    return TRUE;

  g_set_error (error, JP_IMPORT_ERROR, JP_IMPORT_ERROR_REFUSED,
               g_dngettext (GETTEXT_PACKAGE, "Nothing was imported: %u place in the file is not in order.",
                            "Nothing was imported: %u places in the file are not in order.", n),
               n);
  return FALSE;
}

/* Checks the whole file, so that every bad cell is named, whatever was wrong before it. */
static gboolean
run_check (JpImportCheck *check, JpImport *import, const JpContext *context, GPtrArray *dossiers,
           JpImportReport *report, GError **error)
{
  gboolean done;

  jp_import_check_init (check, import, context, dossiers, report);
  jp_import_check_clusters (check);
  done = jp_import_check_figures (check, error);
  jp_import_sort_notes (import);

  return done && refuse (import, error);
}

static gboolean
write_clusters (JpTransaction *transaction, JpImportCheck *check, GError **error)
{
  for (guint i = 0; i < check->brought->len; i++)
    {
      JpImportTarget *target = g_ptr_array_index (check->brought, i);

      if ((target->is_new || target->changed) && !jp_store_put_cluster (transaction, target->dossier, error))
        return FALSE;
      if (target->act != NULL && !jp_store_put_act (transaction, target->dossier->id, target->act, error))
        return FALSE;
      g_atomic_int_inc (&check->import->n_done);
    }

  return TRUE;
}

static gboolean
write_figures (JpTransaction *transaction, JpImportCheck *check, GError **error)
{
  for (guint i = 0; i < check->writes->len; i++)
    {
      const JpImportWrite *write = g_ptr_array_index (check->writes, i);

      if (i % CANCEL_ROWS == 0 && g_cancellable_set_error_if_cancelled (check->cancellable, error))
        return FALSE;
      if (!jp_store_put_figures (transaction, write->target->dossier->id, write->figures, error))
        return FALSE;
      g_atomic_int_inc (&check->import->n_done);
    }

  return TRUE;
}

/* The journal's sentence. An import that brings nothing new leaves no entry. */
static void
summarise (const JpImportCheck *check, JpEntry *entry)
{
  const JpImportCounts *clusters = &check->report->clusters, *figures = &check->report->figures;

  if (clusters->added + clusters->changed + figures->added + figures->changed == 0)
    return;

  entry->summary = g_strdup_printf ("导入“%s”：集群新增%u个、更新%u个、相同%u个；年度指标新增%u条、更新%u条、相同%u条",
                                    check->file_name, clusters->added, clusters->changed, clusters->same,
                                    figures->added, figures->changed, figures->same);
}

/* What one import takes to the writer's thread. */
typedef struct
{
  JpImportCheck  *check;
  JpImport       *import;
  const JpContext *context;
  JpImportReport *report;
} Job;

static gboolean
import_in_transaction (JpTransaction *transaction, JpEntry *entry, gpointer data, GError **error)
{
  Job *job = data;
  g_autoptr (GPtrArray) dossiers = jp_transaction_load_dossiers (transaction, error);

  if (dossiers == NULL || !run_check (job->check, job->import, job->context, dossiers, job->report, error) ||
      !write_clusters (transaction, job->check, error) || !write_figures (transaction, job->check, error))
    return FALSE;

  summarise (job->check, entry);
  return TRUE;
}

static gboolean
check_only (Job *job, JpStore *store, GError **error)
{
  g_autoptr (GPtrArray) dossiers = jp_store_load_dossiers (store, error);

  return dossiers != NULL && run_check (job->check, job->import, job->context, dossiers, job->report, error);
}

/* A verified backup first (PROMISES 3): a whole district's figures come in at once. */
static gboolean
keep_backup (JpStore *store, GCancellable *cancellable, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *path = NULL;

  return jp_store_keep_backup (store, now, &path, cancellable, error);
}

/**
 * jp_casework_import:
 * @desk: who imports, for which office
 * @import: what a file says; receives the faults found
 * @file_name: name of the file, for the journal
 * @dry_run: only say what would come of it
 * @report: (out caller-allocates): how many rows were read, added, changed and the same
 * @cancellable: (nullable): stops it, and nothing is changed
 * @error: return location for %JP_IMPORT_ERROR_REFUSED, a [enum@Jp.StoreError] or %G_IO_ERROR_CANCELLED
 *
 * Holds every row against the data file (R-READ, R-LIFE, R-TERM, R-SCORE "Freeze") and writes all of the file or
 * nothing, as one entry that can be undone. An import that changes nothing leaves no entry.
 *
 * Returns: whether the file is in order, and written unless @dry_run
 */
gboolean
jp_casework_import (JpDesk *desk, JpImport *import, const char *file_name, gboolean dry_run, JpImportReport *report,
                    GCancellable *cancellable, GError **error)
{
  JpContext context;
  JpImportCheck check = { 0 };
  Job job = { &check, import, &context, report };
  gboolean done;

  g_return_val_if_fail (desk != NULL && import != NULL && file_name != NULL && report != NULL, FALSE);

  if (!jp_desk_get_context (desk, &context, error))
    return FALSE;

  check.person = jp_desk_get_person (desk);
  check.office = jp_desk_get_office (desk);
  check.file_name = file_name;
  check.cancellable = cancellable;
  if (dry_run || import->faults->len > 0)
    done = check_only (&job, jp_desk_get_store (desk), error);
  else
    {
      g_autoptr (JpEntry) entry = jp_desk_begin (desk, JP_ENTRY_WORK, "import");

      done = keep_backup (jp_desk_get_store (desk), cancellable, error) &&
             jp_store_write (jp_desk_get_store (desk), entry, import_in_transaction, &job, error);
    }
  jp_import_check_clear (&check);

  return done;
}
