/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-store-filings.h"

#include "jp-store-private.h"
#include "jp-store-tables.h"

JP_DEFINE_RECORD (return, returns, jp_return_new (0, JP_DATE_NONE))
JP_DEFINE_RECORD (change, changes, jp_change_new (NULL, JP_DATE_NONE, JP_DATE_NONE))
JP_DEFINE_RECORD (incident, incidents, jp_incident_new (NULL, NULL, JP_DATE_NONE))
JP_DEFINE_RECORD (support, supports, jp_support_new (NULL, JP_DATE_NONE))
JP_DEFINE_RECORD (goal, goals, jp_goal_new (NULL, 0, 0))
JP_DEFINE_RECORD (own_duty, duties, jp_own_duty_new (NULL, JP_DATE_NONE))
JP_DEFINE_RECORD (standard_check, checks, jp_standard_check_new (JP_DATE_NONE, 0))

static const JpField return_fields[] = {
  JP_FIELD (JpReturn, INT, year, "year"),
  JP_FIELD (JpReturn, DATE, filed, "filed"),
};

static const JpField change_fields[] = {
  JP_FIELD (JpChange, TEXT, id, "id"),
  JP_FIELD (JpChange, TEXT, kind, "kind"),
  JP_FIELD (JpChange, DATE, day, "day"),
  JP_FIELD (JpChange, TEXT, from, "from_value"),
  JP_FIELD (JpChange, TEXT, to, "to_value"),
  JP_FIELD (JpChange, DATE, filed, "filed"),
  JP_FIELD (JpChange, TEXT, reason, "reason"),
};

static const JpField incident_fields[] = {
  JP_FIELD (JpIncident, TEXT, id, "id"),
  JP_FIELD (JpIncident, TEXT, kind, "kind"),
  JP_FIELD (JpIncident, TEXT, grade, "grade"),
  JP_FIELD (JpIncident, DATE, day, "day"),
  JP_FIELD (JpIncident, TEXT, note, "note"),
};

static const JpField support_fields[] = {
  JP_FIELD (JpSupport, TEXT, id, "id"),
  JP_FIELD (JpSupport, TEXT, kind, "kind"),
  JP_FIELD (JpSupport, DATE, day, "day"),
  JP_FIELD (JpSupport, TEXT, giver, "giver"),
  JP_FIELD (JpSupport, TEXT, note, "note"),
};

static const JpField goal_fields[] = {
  JP_FIELD (JpGoal, TEXT, metric, "metric"),
  JP_FIELD (JpGoal, INT, year, "year"),
  JP_FIELD (JpGoal, INT64, target, "target"),
};

static const JpField own_duty_fields[] = {
  JP_FIELD (JpOwnDuty, TEXT, id, "id"),
  JP_FIELD (JpOwnDuty, TEXT, text, "text"),
  JP_FIELD (JpOwnDuty, DATE, due, "due"),
  JP_FIELD (JpOwnDuty, DATE, closed, "closed"),
};

static const JpField standard_check_fields[] = {
  JP_FIELD (JpStandardCheck, TEXT, id, "id"),
  JP_FIELD (JpStandardCheck, DATE, date, "date"),
  JP_FIELD (JpStandardCheck, INT, year, "year"),
  JP_FIELD (JpStandardCheck, TEXT, person, "person"),
  JP_FIELD (JpStandardCheck, INT, all_met, "all_met"),
};

static const JpField judgement_fields[] = {
  JP_FIELD (JpJudgement, TEXT, criterion, "criterion"),
  JP_FIELD (JpJudgement, INT, met, "met"),
  JP_FIELD (JpJudgement, TEXT, note, "note"),
  JP_FIELD (JpJudgement, TEXT, person, "person"),
};

static gpointer
make_judgement (void)
{
  return jp_judgement_new (NULL, FALSE);
}

static void
add_judgement (JpDossier *dossier, const JpRecordPlace *place, gpointer record)
{
  for (guint i = 0; i < dossier->checks->len; i++)
    {
      JpStandardCheck *check = g_ptr_array_index (dossier->checks, i);

      if (g_strcmp0 (check->id, place->parent) == 0)
        {
          g_ptr_array_add (check->judgements, record);
          return;
        }
    }

  jp_judgement_free (record);
}

const JpTable jp_table_return_filings = JP_TABLE ("return_filings", return_fields, 1, FALSE, NULL, "year", return);
const JpTable jp_table_change_filings = JP_TABLE ("change_filings", change_fields, 1, TRUE, NULL, "day, id", change);
const JpTable jp_table_incidents = JP_TABLE ("incidents", incident_fields, 1, TRUE, NULL, "day, id", incident);
const JpTable jp_table_supports = JP_TABLE ("supports", support_fields, 1, TRUE, NULL, "day, id", support);
const JpTable jp_table_goals = JP_TABLE ("goals", goal_fields, 2, FALSE, NULL, "year, metric", goal);
const JpTable jp_table_own_duties = JP_TABLE ("own_duties", own_duty_fields, 1, TRUE, NULL, "due, id", own_duty);
const JpTable jp_table_standard_checks =
  JP_TABLE ("standard_checks", standard_check_fields, 1, TRUE, NULL, "date, id", standard_check);
const JpTable jp_table_standard_judgements = JP_CHILD_TABLE ("standard_judgements", judgement_fields, judgement);

/**
 * jp_store_put_return:
 * @transaction: a transaction
 * @cluster: the cluster's id
 * @filing: the annual return to the ministry, 第九条
 * @error: return location
 *
 * Returns: whether it is kept
 */
gboolean
jp_store_put_return (JpTransaction *transaction, const char *cluster, const JpReturn *filing, GError **error)
{
  return jp_put_plain (transaction, &jp_table_return_filings, cluster, filing, error);
}

/**
 * jp_store_delete_return:
 * @transaction: a transaction
 * @cluster: the cluster's id
 * @year: the year reported on
 * @error: return location
 *
 * Returns: whether it is gone
 */
gboolean
jp_store_delete_return (JpTransaction *transaction, const char *cluster, int year, GError **error)
{
  return jp_db_run (transaction->db, "DELETE FROM return_filings WHERE cluster = ? AND year = ?", error, "si", cluster,
                    year);
}

/**
 * jp_store_put_change:
 * @transaction: a transaction
 * @cluster: the cluster's id
 * @change: a change of leading industry, scope, operator or the like; given a UUID where it has none
 * @error: return location
 *
 * Keeps the filing. The cluster's own fields are put by jp_store_put_cluster().
 *
 * Returns: whether it is kept
 */
gboolean
jp_store_put_change (JpTransaction *transaction, const char *cluster, JpChange *change, GError **error)
{
  return jp_put_owned (transaction, &jp_table_change_filings, cluster, &change->id, change, error);
}

/**
 * jp_store_delete_change:
 * @transaction: a transaction
 * @cluster: the cluster's id
 * @id: the change's id
 * @error: return location
 *
 * Returns: whether it is gone
 */
gboolean
jp_store_delete_change (JpTransaction *transaction, const char *cluster, const char *id, GError **error)
{
  return jp_db_run (transaction->db, "DELETE FROM change_filings WHERE cluster = ? AND id = ?", error, "ss", cluster,
                    id);
}

/**
 * jp_store_put_incident:
 * @transaction: a transaction
 * @cluster: the cluster's id
 * @incident: an accident or the like at a firm of the cluster; given a UUID where it has none
 * @error: return location
 *
 * Returns: whether it is kept
 */
gboolean
jp_store_put_incident (JpTransaction *transaction, const char *cluster, JpIncident *incident, GError **error)
{
  return jp_put_owned (transaction, &jp_table_incidents, cluster, &incident->id, incident, error);
}

/**
 * jp_store_delete_incident:
 * @transaction: a transaction
 * @cluster: the cluster's id
 * @id: the incident's id
 * @error: return location
 *
 * Returns: whether it is gone
 */
gboolean
jp_store_delete_incident (JpTransaction *transaction, const char *cluster, const char *id, GError **error)
{
  return jp_db_run (transaction->db, "DELETE FROM incidents WHERE cluster = ? AND id = ?", error, "ss", cluster, id);
}

/**
 * jp_store_put_support:
 * @transaction: a transaction
 * @cluster: the cluster's id
 * @support: support or a service given, 第十一条, 第十二条; given a UUID where it has none
 * @error: return location
 *
 * Returns: whether it is kept
 */
gboolean
jp_store_put_support (JpTransaction *transaction, const char *cluster, JpSupport *support, GError **error)
{
  return jp_put_owned (transaction, &jp_table_supports, cluster, &support->id, support, error);
}

/**
 * jp_store_delete_support:
 * @transaction: a transaction
 * @cluster: the cluster's id
 * @id: the support's id
 * @error: return location
 *
 * Returns: whether it is gone
 */
gboolean
jp_store_delete_support (JpTransaction *transaction, const char *cluster, const char *id, GError **error)
{
  return jp_db_run (transaction->db, "DELETE FROM supports WHERE cluster = ? AND id = ?", error, "ss", cluster, id);
}

/**
 * jp_store_put_goal:
 * @transaction: a transaction
 * @cluster: the cluster's id
 * @goal: a goal of the three-year plan (R-TERM)
 * @error: return location
 *
 * Returns: whether it is kept
 */
gboolean
jp_store_put_goal (JpTransaction *transaction, const char *cluster, const JpGoal *goal, GError **error)
{
  return jp_put_plain (transaction, &jp_table_goals, cluster, goal, error);
}

/**
 * jp_store_delete_goal:
 * @transaction: a transaction
 * @cluster: the cluster's id
 * @metric: the goal's metric
 * @year: the goal's year
 * @error: return location
 *
 * Returns: whether it is gone
 */
gboolean
jp_store_delete_goal (JpTransaction *transaction, const char *cluster, const char *metric, int year, GError **error)
{
  return jp_db_run (transaction->db, "DELETE FROM goals WHERE cluster = ? AND metric = ? AND year = ?", error, "ssi",
                    cluster, metric, year);
}

/**
 * jp_store_put_own_duty:
 * @transaction: a transaction
 * @cluster: the cluster's id
 * @duty: the user's own entry in the calendar; given a UUID where it has none
 * @error: return location
 *
 * Returns: whether it is kept
 */
gboolean
jp_store_put_own_duty (JpTransaction *transaction, const char *cluster, JpOwnDuty *duty, GError **error)
{
  return jp_put_owned (transaction, &jp_table_own_duties, cluster, &duty->id, duty, error);
}

/**
 * jp_store_delete_own_duty:
 * @transaction: a transaction
 * @cluster: the cluster's id
 * @id: the duty's id
 * @error: return location
 *
 * Returns: whether it is gone
 */
gboolean
jp_store_delete_own_duty (JpTransaction *transaction, const char *cluster, const char *id, GError **error)
{
  return jp_db_run (transaction->db, "DELETE FROM own_duties WHERE cluster = ? AND id = ?", error, "ss", cluster, id);
}

/**
 * jp_store_put_standard_check:
 * @transaction: a transaction
 * @cluster: the cluster's id
 * @check: a self-check against the recognition standard (R-STANDARD), whole; given a UUID where it has none
 * @error: return location
 *
 * Returns: whether it is kept
 */
gboolean
jp_store_put_standard_check (JpTransaction *transaction, const char *cluster, JpStandardCheck *check, GError **error)
{
  JpRecordPlace place = { cluster };

  if (!jp_put_owned (transaction, &jp_table_standard_checks, cluster, &check->id, check, error))
    return FALSE;

  place.parent = check->id;
  return jp_records_replace (transaction->db, &jp_table_standard_judgements, &place, check->judgements, error);
}

/**
 * jp_store_delete_standard_check:
 * @transaction: a transaction
 * @cluster: the cluster's id
 * @id: the self-check's id
 * @error: return location
 *
 * Returns: whether it is gone
 */
gboolean
jp_store_delete_standard_check (JpTransaction *transaction, const char *cluster, const char *id, GError **error)
{
  JpRecordPlace place = { cluster, id };

  return jp_records_delete (transaction->db, &jp_table_standard_judgements, &place, error)
         && jp_db_run (transaction->db, "DELETE FROM standard_checks WHERE cluster = ? AND id = ?", error, "ss",
                       cluster, id);
}

/**
 * jp_store_put_note:
 * @transaction: a transaction
 * @cluster: the cluster's id
 * @topic: what the note is about: "direction:…" for a direction of cultivation, 第四条
 * @text: (nullable): the note; empty or %NULL takes it out
 * @error: return location
 *
 * Returns: whether it is kept
 */
gboolean
jp_store_put_note (JpTransaction *transaction, const char *cluster, const char *topic, const char *text, GError **error)
{
  if (text == NULL || *text == '\0')
    return jp_db_run (transaction->db, "DELETE FROM notes WHERE cluster = ? AND topic = ?", error, "ss", cluster,
                      topic);

  return jp_db_run (transaction->db, "INSERT INTO notes (cluster, topic, text) VALUES (?, ?, ?) "
                    "ON CONFLICT DO UPDATE SET text = excluded.text", error, "sss", cluster, topic, text);
}

/**
 * jp_store_load_notes:
 * @self: a store
 * @cluster: the cluster's id
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): the cluster's notes by topic
 */
GHashTable *
jp_store_load_notes (JpStore *self, const char *cluster, GError **error)
{
  g_autoptr (GHashTable) notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->read_lock);
  sqlite3_stmt *row
    = jp_db_query (self->reading, "SELECT topic, text FROM notes WHERE cluster = ?", error, "s", cluster);
  int more = row != NULL ? 1 : -1;

  while (more > 0 && (more = jp_db_step (self->reading, row, error)) > 0)
    g_hash_table_insert (notes, jp_row_text (row, 0), jp_row_text (row, 1));

  return more == 0 ? g_steal_pointer (&notes) : NULL;
}
