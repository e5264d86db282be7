/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-store-funding.h"
#include "jp-store-private.h"
#include "jp-store-tables.h"

JP_DEFINE_RECORD (finding, findings, jp_finding_new (0, 0))
JP_DEFINE_RECORD (inspection, inspections, jp_inspection_new (JP_DATE_NONE))
JP_DEFINE_RECORD (audit, audits, jp_audit_new (NULL, JP_DATE_NONE))

static const JpField finding_fields[] = {
  JP_FIELD (JpFinding, TEXT, id, "id"),
  JP_FIELD (JpFinding, INT, year, "year"),
  JP_FIELD (JpFinding, INT, number, "number"),
  JP_FIELD (JpFinding, INT, ordinal, "ordinal"),
  JP_FIELD (JpFinding, TEXT, source, "source"),
  JP_FIELD (JpFinding, DATE, opened, "opened"),
  JP_FIELD (JpFinding, MONEY, amount, "amount"),
  JP_FIELD (JpFinding, TEXT, basis, "basis"),
  JP_FIELD (JpFinding, TEXT, matter, "matter"),
  JP_FIELD (JpFinding, DATE, due, "due"),
  JP_FIELD (JpFinding, TEXT, measure, "measure"),
  JP_FIELD (JpFinding, DATE, measured, "measured"),
  JP_FIELD (JpFinding, DATE, confirmed_district, "confirmed_district"),
  JP_FIELD (JpFinding, TEXT, confirmed_district_by, "confirmed_district_by"),
  JP_FIELD (JpFinding, DATE, confirmed_city, "confirmed_city"),
  JP_FIELD (JpFinding, TEXT, confirmed_city_by, "confirmed_city_by"),
};

static const JpField inspection_fields[] = {
  JP_FIELD (JpInspection, TEXT, id, "id"),
  JP_FIELD (JpInspection, DATE, date, "date"),
  JP_FIELD (JpInspection, TEXT, office, "office"),
  JP_FIELD (JpInspection, TEXT, person, "person"),
  JP_FIELD (JpInspection, TEXT, findings, "findings"),
};

static const JpField audit_fields[] = {
  JP_FIELD (JpAudit, TEXT, id, "id"),
  JP_FIELD (JpAudit, TEXT, auditor, "auditor"),
  JP_FIELD (JpAudit, DATE, opened, "opened"),
  JP_FIELD (JpAudit, TEXT, report, "report"),
  JP_FIELD (JpAudit, DATE, closed, "closed"),
};

const JpTable jp_table_findings = JP_TABLE ("findings", finding_fields, 1, TRUE, NULL, "year, number, id", finding);
const JpTable jp_table_inspections = JP_TABLE ("inspections", inspection_fields, 1, TRUE, NULL, "date, id", inspection);
const JpTable jp_table_audits = JP_TABLE ("audits", audit_fields, 1, TRUE, NULL, "opened, id", audit);

/* Findings are numbered by year over the whole file, as the register of the office is. */
static gboolean
number_finding (JpTransaction *transaction, JpFinding *finding, GError **error)
{
  sqlite3_stmt *row
    = jp_db_query (transaction->db, "SELECT max (number) FROM findings WHERE year = ?", error, "i", finding->year);
  int more = row != NULL ? jp_db_step (transaction->db, row, error) : -1;

  if (more > 0)
    {
      finding->number = (guint) sqlite3_column_int (row, 0) + 1;
      jp_db_finish (row);
    }

  return more > 0;
}

/**
 * jp_store_put_finding:
 * @transaction: a transaction
 * @cluster: the cluster's id
 * @finding: a finding of an inspection or audit; given a UUID and the next number of its year where it has none
 * @error: return location
 *
 * Returns: whether it is kept
 */
gboolean
jp_store_put_finding (JpTransaction *transaction, const char *cluster, JpFinding *finding, GError **error)
{
  return (finding->number != 0 || number_finding (transaction, finding, error))
         && jp_put_owned (transaction, &jp_table_findings, cluster, &finding->id, finding, error);
}

/**
 * jp_store_delete_finding:
 * @transaction: a transaction
 * @cluster: the cluster's id
 * @id: the finding's id
 * @error: return location
 *
 * Returns: whether it is gone
 */
gboolean
jp_store_delete_finding (JpTransaction *transaction, const char *cluster, const char *id, GError **error)
{
  return jp_db_run (transaction->db, "DELETE FROM findings WHERE cluster = ? AND id = ?", error, "ss", cluster, id);
}

/**
 * jp_store_put_inspection:
 * @transaction: a transaction
 * @cluster: the cluster's id
 * @inspection: an inspection, 第十六条; given a UUID where it has none
 * @error: return location
 *
 * Returns: whether it is kept
 */
gboolean
jp_store_put_inspection (JpTransaction *transaction, const char *cluster, JpInspection *inspection, GError **error)
{
  return jp_put_owned (transaction, &jp_table_inspections, cluster, &inspection->id, inspection, error);
}

/**
 * jp_store_delete_inspection:
 * @transaction: a transaction
 * @cluster: the cluster's id
 * @id: the inspection's id
 * @error: return location
 *
 * Returns: whether it is gone
 */
gboolean
jp_store_delete_inspection (JpTransaction *transaction, const char *cluster, const char *id, GError **error)
{
  return jp_db_run (transaction->db, "DELETE FROM inspections WHERE cluster = ? AND id = ?", error, "ss", cluster, id);
}

/**
 * jp_store_put_audit:
 * @transaction: a transaction
 * @cluster: the cluster's id
 * @audit: a special audit, 第十七条; given a UUID where it has none
 * @error: return location
 *
 * Returns: whether it is kept
 */
gboolean
jp_store_put_audit (JpTransaction *transaction, const char *cluster, JpAudit *audit, GError **error)
{
  return jp_put_owned (transaction, &jp_table_audits, cluster, &audit->id, audit, error);
}

/**
 * jp_store_delete_audit:
 * @transaction: a transaction
 * @cluster: the cluster's id
 * @id: the audit's id
 * @error: return location
 *
 * Returns: whether it is gone
 */
gboolean
jp_store_delete_audit (JpTransaction *transaction, const char *cluster, const char *id, GError **error)
{
  return jp_db_run (transaction->db, "DELETE FROM audits WHERE cluster = ? AND id = ?", error, "ss", cluster, id);
}
