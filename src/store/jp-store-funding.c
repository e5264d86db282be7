/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-store-funding.h"

#include "jp-store-private.h"
#include "jp-store-tables.h"

JP_DEFINE_RECORD (fund_act, fund_acts, jp_fund_act_new (0, JP_FUND_PLAN, JP_DATE_NONE))
JP_DEFINE_RECORD (use_entry, uses, jp_use_entry_new (0, JP_DATE_NONE, 0))

static const JpField fund_act_fields[] = {
  JP_FIELD (JpFundAct, TEXT, id, "id"),
  JP_FIELD (JpFundAct, INT64, seq, "seq"),
  JP_FIELD (JpFundAct, INT, ordinal, "ordinal"),
  JP_FIELD (JpFundAct, FUND_ACT_KIND, kind, "kind"),
  JP_FIELD (JpFundAct, DATE, date, "date"),
  JP_FIELD (JpFundAct, TEXT, office, "office"),
  JP_FIELD (JpFundAct, TEXT, person, "person"),
  JP_FIELD (JpFundAct, MONEY, amount, "amount"),
  JP_FIELD (JpFundAct, TEXT, voucher, "voucher"),
  JP_FIELD (JpFundAct, TEXT, note, "note"),
  JP_FIELD (JpFundAct, TEXT, reason, "reason"),
  JP_FIELD (JpFundAct, TEXT, override_reason, "override_reason"),
  JP_FIELD (JpFundAct, INT, upheld, "upheld"),
  JP_FIELD (JpFundAct, DATE, last_day, "last_day"),
  JP_FIELD (JpFundAct, INT, last_day_provisional, "last_day_provisional"),
  JP_FIELD (JpFundAct, TEXT, pack_id, "pack_id"),
  JP_FIELD (JpFundAct, INT, pack_version, "pack_version"),
  JP_FIELD (JpFundAct, TEXT, operator, "operator"),
  JP_FIELD (JpFundAct, LINES, purposes, "purposes"),
};

static const JpField plan_line_fields[] = {
  JP_FIELD (JpPlanLine, TEXT, category, "category"),
  JP_FIELD (JpPlanLine, MONEY, amount, "amount"),
};

static const JpField use_entry_fields[] = {
  JP_FIELD (JpUseEntry, TEXT, id, "id"),
  JP_FIELD (JpUseEntry, INT, number, "number"),
  JP_FIELD (JpUseEntry, DATE, date, "date"),
  JP_FIELD (JpUseEntry, INT, ordinal, "ordinal"),
  JP_FIELD (JpUseEntry, TEXT, category, "category"),
  JP_FIELD (JpUseEntry, MONEY, amount, "amount"),
  JP_FIELD (JpUseEntry, TEXT, payee, "payee"),
  JP_FIELD (JpUseEntry, TEXT, voucher, "voucher"),
  JP_FIELD (JpUseEntry, TEXT, note, "note"),
  JP_FIELD (JpUseEntry, TEXT, reason, "reason"),
  JP_FIELD (JpUseEntry, TEXT, reverses, "reverses"),
};

static gpointer
make_plan_line (void)
{
  return jp_plan_line_new (NULL, 0);
}

static void
add_plan_line (JpDossier *dossier, const JpRecordPlace *place, gpointer record)
{
  for (guint i = 0; i < dossier->fund_acts->len; i++)
    {
      JpFundAct *act = g_ptr_array_index (dossier->fund_acts, i);

      if (g_strcmp0 (act->id, place->parent) == 0)
        {
          g_ptr_array_add (act->lines, record);
          return;
        }
    }

  jp_plan_line_free (record); /* of a voided plan */
}

const JpTable jp_table_fund_acts =
  JP_TABLE ("fund_acts", fund_act_fields, 1, TRUE, "void_reason IS NULL", "ordinal, date, seq", fund_act);
const JpTable jp_table_plan_lines = JP_CHILD_TABLE ("plan_lines", plan_line_fields, plan_line);
const JpTable jp_table_use_entries = JP_TABLE ("use_entries", use_entry_fields, 1, TRUE, NULL, "number, id", use_entry);

/**
 * jp_store_put_fund_act:
 * @transaction: a transaction
 * @cluster: the cluster's id
 * @act: an act of a funding case; given a UUID and its place in the order of entry where it has none
 * @error: return location
 *
 * Keeps the act with the lines and purposes of a plan.
 *
 * Returns: whether it is kept
 */
gboolean
jp_store_put_fund_act (JpTransaction *transaction, const char *cluster, JpFundAct *act, GError **error)
{
  JpRecordPlace place = { cluster };

  if (act->seq == 0
      && !jp_next_number (transaction, "SELECT max (seq) FROM fund_acts WHERE cluster = ?", cluster, &act->seq, error))
    return FALSE;
  if (!jp_put_owned (transaction, &jp_table_fund_acts, cluster, &act->id, act, error))
    return FALSE;

  place.parent = act->id;
  return jp_records_replace (transaction->db, &jp_table_plan_lines, &place, act->lines, error);
}

/**
 * jp_store_void_fund_act:
 * @transaction: a transaction
 * @cluster: the cluster's id
 * @id: the act's id
 * @reason: why it never should have been
 * @error: return location
 *
 * Takes an act out of its case. It stays in the file with the reason.
 *
 * Returns: whether it is void
 */
gboolean
jp_store_void_fund_act (JpTransaction *transaction, const char *cluster, const char *id, const char *reason,
                        GError **error)
{
  g_return_val_if_fail (reason != NULL, FALSE);

  return jp_db_run (transaction->db, "UPDATE fund_acts SET void_reason = ? WHERE cluster = ? AND id = ?", error, "sss",
                    reason, cluster, id);
}

/**
 * jp_store_put_use_entry:
 * @transaction: a transaction
 * @cluster: the cluster's id
 * @entry: a use of the money; given a UUID and the next number where it has none
 * @error: return location
 *
 * Returns: whether it is kept
 */
gboolean
jp_store_put_use_entry (JpTransaction *transaction, const char *cluster, JpUseEntry *entry, GError **error)
{
  gint64 next = entry->number;

  if (next == 0
      && !jp_next_number (transaction, "SELECT max (number) FROM use_entries WHERE cluster = ?", cluster, &next, error))
    return FALSE;

  entry->number = (guint) next;
  return jp_put_owned (transaction, &jp_table_use_entries, cluster, &entry->id, entry, error);
}

/**
 * jp_store_delete_use_entry:
 * @transaction: a transaction
 * @cluster: the cluster's id
 * @id: the entry's id
 * @error: return location
 *
 * Returns: whether it is gone
 */
gboolean
jp_store_delete_use_entry (JpTransaction *transaction, const char *cluster, const char *id, GError **error)
{
  return jp_db_run (transaction->db, "DELETE FROM use_entries WHERE cluster = ? AND id = ?", error, "ss", cluster, id);
}

/**
 * jp_store_lock_quarter:
 * @transaction: a transaction
 * @cluster: the cluster's id
 * @quarter: "2025Q1"
 * @error: return location
 *
 * Locks a quarter of the ledger; locking it twice does nothing.
 *
 * Returns: whether it is locked
 */
gboolean
jp_store_lock_quarter (JpTransaction *transaction, const char *cluster, const char *quarter, GError **error)
{
  return jp_db_run (transaction->db,
                    "INSERT INTO locked_quarters (cluster, quarter) VALUES (?, ?) ON CONFLICT DO NOTHING", error, "ss",
                    cluster, quarter);
}

/**
 * jp_store_unlock_quarter:
 * @transaction: a transaction
 * @cluster: the cluster's id
 * @quarter: "2025Q1"
 * @error: return location
 *
 * Returns: whether it is open again
 */
gboolean
jp_store_unlock_quarter (JpTransaction *transaction, const char *cluster, const char *quarter, GError **error)
{
  return jp_db_run (transaction->db, "DELETE FROM locked_quarters WHERE cluster = ? AND quarter = ?", error, "ss",
                    cluster, quarter);
}

gboolean
jp_locked_quarters_load (JpDb *db, GHashTable *dossiers, const char *cluster, GError **error)
{
  sqlite3_stmt *row
    = cluster != NULL
        ? jp_db_query (db, "SELECT cluster, quarter FROM locked_quarters WHERE cluster = ? ORDER BY quarter", error,
                       "s", cluster)
        : jp_db_prepare (db, "SELECT cluster, quarter FROM locked_quarters ORDER BY cluster, quarter", error);
  int more = row != NULL ? 1 : -1;

  while (more > 0 && (more = jp_db_step (db, row, error)) > 0)
    {
      JpDossier *dossier = g_hash_table_lookup (dossiers, sqlite3_column_text (row, 0));

      if (dossier != NULL)
        g_ptr_array_add (dossier->locked_quarters, jp_row_text (row, 1));
    }

  return more == 0;
}
