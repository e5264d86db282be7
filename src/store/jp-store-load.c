/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-search-key.h"
#include "jp-store-private.h"
#include "jp-store-rules.h"
#include "jp-store-tables.h"

#include <glib/gi18n-lib.h>

#define CLUSTER_COLUMNS                                                                                                \
  "id, name, district, industry, scope, area, operator_name, credit_code, contact, phone, bank, account, "             \
  "funding_start, recorded_on"

/* In the order they are filled: parents before what is added to them. */
static const JpTable * const tables[] = {
  &jp_table_acts,
  &jp_table_return_filings,
  &jp_table_change_filings,
  &jp_table_incidents,
  &jp_table_supports,
  &jp_table_goals,
  &jp_table_own_duties,
  &jp_table_standard_checks,
  &jp_table_standard_judgements,
  &jp_table_assessments,
  &jp_table_review_points,
  &jp_table_reviewer_vetoes,
  &jp_table_narratives,
  &jp_table_fund_acts,
  &jp_table_plan_lines,
  &jp_table_use_entries,
  &jp_table_findings,
  &jp_table_inspections,
  &jp_table_audits,
  &jp_table_attachments,
};

static gboolean
set_order (JpDb *db, const char *cluster, const char *name, GError **error)
{
  g_autoptr (GBytes) key = jp_collation_key_new (name);

  return jp_db_run (
    db, "INSERT INTO cluster_order (cluster, key) VALUES (?, ?) ON CONFLICT DO UPDATE SET key = excluded.key", error,
    "sb", cluster, key);
}

static gboolean
refresh_one (JpDb *db, const char *cluster, GError **error)
{
  sqlite3_stmt *row = jp_db_query (db, "SELECT name FROM clusters WHERE id = ?", error, "s", cluster);
  int more = row != NULL ? jp_db_step (db, row, error) : -1;
  g_autofree char *name = more > 0 ? jp_row_text (row, 0) : NULL;

  if (more > 0)
    jp_db_finish (row);
  if (more < 0)
    return FALSE;

  return name != NULL ? set_order (db, cluster, name, error)
                      : jp_db_run (db, "DELETE FROM cluster_order WHERE cluster = ?", error, "s", cluster);
}

gboolean
jp_order_refresh (JpDb *db, JpChanges *changes, GError **error)
{
  GHashTableIter iter;
  gpointer cluster;

  g_hash_table_iter_init (&iter, changes->clusters);
  while (g_hash_table_iter_next (&iter, &cluster, NULL))
    if (!refresh_one (db, cluster, error))
      return FALSE;

  return TRUE;
}

gboolean
jp_order_rebuild (JpDb *db, GError **error)
{
  sqlite3_stmt *row = jp_db_prepare (db, "SELECT id, name FROM clusters", error);
  int more = row != NULL && jp_db_exec (db, "DELETE FROM cluster_order", error) ? 1 : -1;

  while (more > 0 && (more = jp_db_step (db, row, error)) > 0)
    if (!set_order (db, (const char *) sqlite3_column_text (row, 0), (const char *) sqlite3_column_text (row, 1),
                    error))
      {
        jp_db_finish (row);
        more = -1;
      }

  return more == 0;
}

static JpDossier *
read_cluster (sqlite3_stmt *row)
{
  JpDossier *dossier
    = jp_dossier_new ((const char *) sqlite3_column_text (row, 0), (const char *) sqlite3_column_text (row, 1));

  jp_row_read (row, 2, "sssvssssssid", &dossier->district, &dossier->industry, &dossier->scope, &dossier->area,
               &dossier->operator_name, &dossier->credit_code, &dossier->contact, &dossier->phone, &dossier->bank,
               &dossier->account, &dossier->funding_start, &dossier->recorded_on);

  return dossier;
}

static gboolean
load_clusters (JpDb *db, const char *cluster, GPtrArray *dossiers, GHashTable *by_id, GError **error)
{
  sqlite3_stmt *row = cluster != NULL
                        ? jp_db_query (db, "SELECT " CLUSTER_COLUMNS " FROM clusters WHERE id = ?", error, "s", cluster)
                        : jp_db_prepare (db,
                                         "SELECT " CLUSTER_COLUMNS
                                         " FROM clusters LEFT JOIN cluster_order ON cluster = id ORDER BY key, id",
                                         error);
  int more = row != NULL ? 1 : -1;

  while (more > 0 && (more = jp_db_step (db, row, error)) > 0)
    {
      JpDossier *dossier = read_cluster (row);

      g_ptr_array_add (dossiers, dossier);
      g_hash_table_insert (by_id, dossier->id, dossier);
    }

  return more == 0;
}

static gboolean
load_parts (JpDb *db, const char *cluster, GHashTable *by_id, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!jp_records_load (db, tables[i], by_id, cluster, error))
      return FALSE;

  return jp_figures_load (db, by_id, cluster, error)
         && jp_frozen_results_load (db, by_id, cluster, error)
         && jp_records_load (db, &jp_table_frozen_vetoes, by_id, cluster, error)
         && jp_locked_quarters_load (db, by_id, cluster, error);
}

/* All dossiers, or the one of @cluster (none where it is not there). */
GPtrArray *
jp_dossiers_load (JpDb *db, const char *cluster, GError **error)
{
  g_autoptr (GPtrArray) dossiers = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_dossier_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  if (!load_clusters (db, cluster, dossiers, by_id, error)
      || (dossiers->len > 0 && !load_parts (db, cluster, by_id, error)))
    return NULL;

  return g_steal_pointer (&dossiers);
}

static JpDossier *
only_one (GPtrArray *dossiers, const char *id, GError **error)
{
  if (dossiers == NULL)
    return NULL;
  if (dossiers->len == 1)
    return g_ptr_array_steal_index (dossiers, 0);

  g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_NOTHING, _("There is no cluster with the id %s."), id);
  return NULL;
}

/* One snapshot for many statements: what another connection commits meanwhile is not seen half. */
static gboolean
begin_reading (JpStore *self, GError **error)
{
  g_mutex_lock (&self->read_lock);
  if (jp_db_exec (self->reading, "BEGIN", error))
    return TRUE;

  g_mutex_unlock (&self->read_lock);
  return FALSE;
}

static void
end_reading (JpStore *self)
{
  jp_db_exec (self->reading, "ROLLBACK", NULL);
  g_mutex_unlock (&self->read_lock);
}

/**
 * jp_store_load_dossiers:
 * @self: a store
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type JpDossier): all clusters with everything on record, ordered by the
 *   Chinese collation of their names
 */
GPtrArray *
jp_store_load_dossiers (JpStore *self, GError **error)
{
  GPtrArray *dossiers;

  g_return_val_if_fail (JP_IS_STORE (self) && self->reading != NULL, NULL);

  if (!begin_reading (self, error))
    return NULL;
  dossiers = jp_dossiers_load (self->reading, NULL, error);
  end_reading (self);

  return dossiers;
}

/**
 * jp_store_load_dossier:
 * @self: a store
 * @id: a cluster's UUID
 * @error: return location; %JP_STORE_ERROR_NOTHING where there is no such cluster
 *
 * Returns: (transfer full) (nullable): the cluster with everything on record
 */
JpDossier *
jp_store_load_dossier (JpStore *self, const char *id, GError **error)
{
  g_autoptr (GPtrArray) dossiers = NULL;

  g_return_val_if_fail (JP_IS_STORE (self) && self->reading != NULL && id != NULL, NULL);

  if (!begin_reading (self, error))
    return NULL;
  dossiers = jp_dossiers_load (self->reading, id, error);
  end_reading (self);

  return only_one (dossiers, id, error);
}

void
jp_cluster_name_free (JpClusterName *name)
{
  g_free (name->id);
  g_free (name->name);
  g_free (name->district);
  g_free (name);
}

/**
 * jp_store_load_names:
 * @self: a store
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type JpClusterName): all clusters by name, ordered by the Chinese
 *   collation of their names, without what is on record about them
 */
GPtrArray *
jp_store_load_names (JpStore *self, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_cluster_name_free);
  sqlite3_stmt *row;
  int more;

  g_return_val_if_fail (JP_IS_STORE (self) && self->reading != NULL, NULL);

  if (!begin_reading (self, error))
    return NULL;
  row = jp_db_prepare (self->reading, "SELECT id, name, district FROM clusters LEFT JOIN cluster_order ON cluster = id "
                       "ORDER BY key, id", error);
  more = row != NULL ? 1 : -1;
  while (more > 0 && (more = jp_db_step (self->reading, row, error)) > 0)
    {
      JpClusterName *name = g_new0 (JpClusterName, 1);

      jp_row_read (row, 0, "sss", &name->id, &name->name, &name->district);
      g_ptr_array_add (names, name);
    }
  end_reading (self);

  return more == 0 ? g_steal_pointer (&names) : NULL;
}

/**
 * jp_store_load_packs:
 * @self: a store
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the rule packs with their confirmations and the years fixed to them
 */
JpPackSet *
jp_store_load_packs (JpStore *self, GError **error)
{
  JpPackSet *packs;

  g_return_val_if_fail (JP_IS_STORE (self) && self->reading != NULL, NULL);

  if (!begin_reading (self, error))
    return NULL;
  packs = jp_packs_load (self->reading, error);
  end_reading (self);

  return packs;
}

/**
 * jp_store_load_holidays:
 * @self: a store
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the working-day calendar: what ships with the program, and over it what the
 *   file holds
 */
JpHolidays *
jp_store_load_holidays (JpStore *self, GError **error)
{
  JpHolidays *holidays;

  g_return_val_if_fail (JP_IS_STORE (self) && self->reading != NULL, NULL);

  if (!begin_reading (self, error))
    return NULL;
  holidays = jp_holidays_load (self->reading, error);
  end_reading (self);

  return holidays;
}

/**
 * jp_transaction_load_dossiers:
 * @transaction: a transaction
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type JpDossier): all clusters as the transaction sees them
 */
GPtrArray *
jp_transaction_load_dossiers (JpTransaction *transaction, GError **error)
{
  return jp_dossiers_load (transaction->db, NULL, error);
}

/**
 * jp_transaction_load_dossier:
 * @transaction: a transaction
 * @id: a cluster's UUID
 * @error: return location; %JP_STORE_ERROR_NOTHING where there is no such cluster
 *
 * Returns: (transfer full) (nullable): the cluster as the transaction sees it
 */
JpDossier *
jp_transaction_load_dossier (JpTransaction *transaction, const char *id, GError **error)
{
  g_autoptr (GPtrArray) dossiers = jp_dossiers_load (transaction->db, id, error);

  return only_one (dossiers, id, error);
}

/**
 * jp_transaction_load_packs:
 * @transaction: a transaction
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the rule packs as the transaction sees them
 */
JpPackSet *
jp_transaction_load_packs (JpTransaction *transaction, GError **error)
{
  return jp_packs_load (transaction->db, error);
}

/**
 * jp_transaction_load_holidays:
 * @transaction: a transaction
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the working-day calendar as the transaction sees it
 */
JpHolidays *
jp_transaction_load_holidays (JpTransaction *transaction, GError **error)
{
  return jp_holidays_load (transaction->db, error);
}
