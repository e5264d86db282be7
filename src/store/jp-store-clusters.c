/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-store-clusters.h"

#include "jp-store-private.h"
#include "jp-store-tables.h"

#include <glib/gi18n-lib.h>

JP_DEFINE_RECORD (act, acts, jp_act_new (JP_ACT_CULTIVATE, JP_DATE_NONE, NULL))

static const JpField act_fields[] = {
  JP_FIELD (JpAct, TEXT, id, "id"),
  JP_FIELD (JpAct, INT64, seq, "seq"),
  JP_FIELD (JpAct, ACT_KIND, kind, "kind"),
  JP_FIELD (JpAct, DATE, date, "date"),
  JP_FIELD (JpAct, TEXT, office, "office"),
  JP_FIELD (JpAct, TEXT, person, "person"),
  JP_FIELD (JpAct, TEXT, document, "document"),
  JP_FIELD (JpAct, TEXT, note, "note"),
  JP_FIELD (JpAct, TEXT, reason, "reason"),
  JP_FIELD (JpAct, DATE, term.first, "term_first"),
  JP_FIELD (JpAct, DATE, term.last, "term_last"),
  JP_FIELD (JpAct, INT, imported, "imported"),
};

const JpTable jp_table_acts = JP_TABLE ("acts", act_fields, 1, TRUE, "void_reason IS NULL", "date, seq", act);

/* All that hangs on a cluster, children before their parents. */
static const char * const delete_statements[] = {
  "DELETE FROM attachments WHERE cluster = ?",
  "DELETE FROM audits WHERE cluster = ?",
  "DELETE FROM inspections WHERE cluster = ?",
  "DELETE FROM findings WHERE cluster = ?",
  "DELETE FROM locked_quarters WHERE cluster = ?",
  "DELETE FROM use_entries WHERE cluster = ?",
  "DELETE FROM plan_lines WHERE cluster = ?",
  "DELETE FROM fund_acts WHERE cluster = ?",
  "DELETE FROM frozen_vetoes WHERE cluster = ?",
  "DELETE FROM frozen_results WHERE cluster = ?",
  "DELETE FROM narratives WHERE cluster = ?",
  "DELETE FROM reviewer_vetoes WHERE cluster = ?",
  "DELETE FROM review_points WHERE cluster = ?",
  "DELETE FROM assessments WHERE cluster = ?",
  "DELETE FROM standard_judgements WHERE cluster = ?",
  "DELETE FROM standard_checks WHERE cluster = ?",
  "DELETE FROM own_duties WHERE cluster = ?",
  "DELETE FROM notes WHERE cluster = ?",
  "DELETE FROM goals WHERE cluster = ?",
  "DELETE FROM supports WHERE cluster = ?",
  "DELETE FROM incidents WHERE cluster = ?",
  "DELETE FROM change_filings WHERE cluster = ?",
  "DELETE FROM return_filings WHERE cluster = ?",
  "DELETE FROM figures WHERE cluster = ?",
  "DELETE FROM acts WHERE cluster = ?",
  "DELETE FROM clusters WHERE id = ?",
};

gboolean
jp_put_plain (JpTransaction *transaction, const JpTable *table, const char *cluster, gconstpointer record,
              GError **error)
{
  JpRecordPlace place = { cluster };

  g_return_val_if_fail (cluster != NULL && record != NULL, FALSE);

  return jp_record_put (transaction->db, table, &place, transaction->entry->office, 0, record, error);
}

gboolean
jp_put_owned (JpTransaction *transaction, const JpTable *table, const char *cluster, char **id, gconstpointer record,
              GError **error)
{
  if (*id == NULL)
    *id = g_uuid_string_random ();

  return jp_put_plain (transaction, table, cluster, record, error);
}

gboolean
jp_next_number (JpTransaction *transaction, const char *sql, const char *cluster, gint64 *next, GError **error)
{
  sqlite3_stmt *row = jp_db_query (transaction->db, sql, error, "s", cluster);
  int more = row != NULL ? jp_db_step (transaction->db, row, error) : -1;

  *next = more > 0 ? sqlite3_column_int64 (row, 0) + 1 : 1;
  if (more > 0)
    jp_db_finish (row);

  return more >= 0;
}

/**
 * jp_store_put_cluster:
 * @transaction: a transaction
 * @dossier: the cluster; given a UUID where it has none
 * @error: return location
 *
 * Keeps a cluster's own fields. The office of the transaction's entry owns a new one.
 *
 * Returns: whether they are kept
 */
gboolean
jp_store_put_cluster (JpTransaction *transaction, JpDossier *dossier, GError **error)
{
  static const char sql[]
    = "INSERT INTO clusters (id, owner, name, district, industry, scope, area, operator_name, credit_code, contact,"
      " phone, bank, account, funding_start, recorded_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
      "ON CONFLICT DO UPDATE SET name = excluded.name, district = excluded.district, industry = excluded.industry,"
      " scope = excluded.scope, area = excluded.area, operator_name = excluded.operator_name,"
      " credit_code = excluded.credit_code, contact = excluded.contact, phone = excluded.phone, bank = excluded.bank,"
      " account = excluded.account, funding_start = excluded.funding_start, recorded_on = excluded.recorded_on";

  g_return_val_if_fail (dossier != NULL && dossier->name != NULL, FALSE);

  if (dossier->id == NULL)
    dossier->id = g_uuid_string_random ();

  return jp_db_run (transaction->db, sql, error, "ssssssvssssssid", dossier->id, transaction->entry->office,
                    dossier->name, dossier->district, dossier->industry, dossier->scope, dossier->area,
                    dossier->operator_name, dossier->credit_code, dossier->contact, dossier->phone, dossier->bank,
                    dossier->account, dossier->funding_start, dossier->recorded_on);
}

/**
 * jp_store_delete_cluster:
 * @transaction: a transaction
 * @id: the cluster
 * @error: return location
 *
 * Takes a cluster out with all that is on record about it. The journal and the papers printed stay.
 *
 * Returns: whether it is gone
 */
gboolean
jp_store_delete_cluster (JpTransaction *transaction, const char *id, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (delete_statements); i++)
    if (!jp_db_run (transaction->db, delete_statements[i], error, "s", id))
      return FALSE;

  return TRUE;
}

/**
 * jp_store_put_act:
 * @transaction: a transaction
 * @cluster: the cluster's id
 * @act: the act; given a UUID and its place in the order of entry where it has none
 * @error: return location
 *
 * Keeps an act of R-LIFE, new or corrected.
 *
 * Returns: whether it is kept
 */
gboolean
jp_store_put_act (JpTransaction *transaction, const char *cluster, JpAct *act, GError **error)
{
  if (act->seq == 0
      && !jp_next_number (transaction, "SELECT max (seq) FROM acts WHERE cluster = ?", cluster, &act->seq, error))
    return FALSE;

  return jp_put_owned (transaction, &jp_table_acts, cluster, &act->id, act, error);
}

/**
 * jp_store_void_act:
 * @transaction: a transaction
 * @cluster: the cluster's id
 * @id: the act's id
 * @reason: why it never should have been, printed in the record
 * @error: return location
 *
 * Takes an act out of the dossier. It stays in the file with the reason.
 *
 * Returns: whether it is void
 */
gboolean
jp_store_void_act (JpTransaction *transaction, const char *cluster, const char *id, const char *reason, GError **error)
{
  g_return_val_if_fail (reason != NULL, FALSE);

  return jp_db_run (transaction->db, "UPDATE acts SET void_reason = ? WHERE cluster = ? AND id = ?", error, "sss",
                    reason, cluster, id);
}

/**
 * jp_store_put_figures:
 * @transaction: a transaction
 * @cluster: the cluster's id
 * @figures: all figures of one year
 * @error: return location
 *
 * Keeps a year's figures whole, replacing those that were there.
 *
 * Returns: whether they are kept
 */
gboolean
jp_store_put_figures (JpTransaction *transaction, const char *cluster, const JpFigures *figures, GError **error)
{
  g_autofree char *data = jp_figures_to_json (figures);

  return jp_db_run (transaction->db,
                    "INSERT INTO figures (cluster, year, data) VALUES (?, ?, ?) "
                    "ON CONFLICT DO UPDATE SET data = excluded.data",
                    error, "sis", cluster, jp_figures_year (figures), data);
}

/**
 * jp_store_delete_figures:
 * @transaction: a transaction
 * @cluster: the cluster's id
 * @year: the year
 * @error: return location
 *
 * Returns: whether the year holds no figures now
 */
gboolean
jp_store_delete_figures (JpTransaction *transaction, const char *cluster, int year, GError **error)
{
  return jp_db_run (transaction->db, "DELETE FROM figures WHERE cluster = ? AND year = ?", error, "si", cluster, year);
}

/* Figures as they were kept, or a word on which of them cannot be read. */
JpFigures *
jp_figures_read (int year, const char *json, GError **error)
{
  g_autoptr (GError) local = NULL;
  JpFigures *figures = jp_figures_from_json (year, json != NULL ? json : "", &local);

  if (figures == NULL)
    g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_DAMAGED,
                 _("Figures of %d in the data file are damaged: %s Restore the latest backup."), year, local->message);

  return figures;
}

gboolean
jp_figures_load (JpDb *db, GHashTable *dossiers, const char *cluster, GError **error)
{
  sqlite3_stmt *row = cluster != NULL
    ? jp_db_query (db, "SELECT cluster, year, data FROM figures WHERE cluster = ? ORDER BY year", error, "s", cluster)
    : jp_db_prepare (db, "SELECT cluster, year, data FROM figures ORDER BY cluster, year", error);
  int more = row != NULL ? 1 : -1;

  while (more > 0 && (more = jp_db_step (db, row, error)) > 0)
    {
      JpDossier *dossier = g_hash_table_lookup (dossiers, sqlite3_column_text (row, 0));
      JpFigures *figures
        = jp_figures_read (sqlite3_column_int (row, 1), (const char *) sqlite3_column_text (row, 2), error);

      if (figures != NULL && dossier != NULL)
        g_ptr_array_add (dossier->figures, figures);
      else
        g_clear_pointer (&figures, jp_figures_free);
      if (figures != NULL || dossier == NULL)
        continue;
      jp_db_finish (row);
      more = -1;
    }

  return more == 0;
}
