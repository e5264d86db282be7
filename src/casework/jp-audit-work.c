/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-use-work.h"

#include "jp-act-work.h"
#include "jp-store-funding.h"
#include "jp-text.h"

#include <glib/gi18n-lib.h>

static gboolean
do_inspect (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, JpEntry *entry,
            gpointer data, GError **error)
{
  JpInspection *inspection = data;
  g_autofree char *date = jp_date_to_chinese (inspection->date);

  if (!jp_audit_check_inspection (context, inspection, error)
      || !jp_store_put_inspection (transaction, dossier->id, inspection, error))
    return FALSE;
  entry->summary = g_strdup_printf ("%s：监督检查（%s）", dossier->name, date);
  entry->detail = jp_detail_new (inspection->id);

  return TRUE;
}

/**
 * jp_casework_inspect:
 * @desk: where it is recorded
 * @cluster: UUID of the cluster
 * @inspection: (inout): day and findings; office and person are the desk's
 * @error: return location for a [enum@Jp.AuditError] or the store's error
 *
 * Records an inspection of the use of funds (第十六条).
 *
 * Returns: whether it was recorded
 */
gboolean
jp_casework_inspect (JpDesk *desk, const char *cluster, JpInspection *inspection, GError **error)
{
  jp_text_set (&inspection->office, jp_desk_get_office (desk));
  jp_text_set (&inspection->person, jp_desk_get_person (desk));

  return jp_desk_do (desk, JP_ENTRY_ACT, "audit.inspect", cluster, do_inspect, inspection, error);
}

/* The special audit is commissioned by the city, which also closes it. */
static gboolean
need_city (JpDesk *desk, GError **error)
{
  if (g_str_equal (jp_desk_get_office (desk), JP_OFFICE_CITY))
    return TRUE;

  g_set_error_literal (error, JP_AUDIT_ERROR, JP_AUDIT_ERROR_OFFICE,
                       _("The special audit is an act of the city, which commissions it (R-USE, 第十六条)"));
  return FALSE;
}

static gboolean
do_open (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, JpEntry *entry, gpointer data,
         GError **error)
{
  JpAudit *audit = data;
  g_autofree char *date = jp_date_to_chinese (audit->opened);

  if (!jp_audit_check_open (dossier, context, audit, error)
      || !jp_store_put_audit (transaction, dossier->id, audit, error))
    return FALSE;
  entry->summary = g_strdup_printf ("%s：专项审计开始（%s，%s）", dossier->name, audit->auditor, date);
  entry->detail = jp_detail_new (audit->id);

  return TRUE;
}

/**
 * jp_casework_audit_open:
 * @desk: where it is recorded
 * @cluster: UUID of the cluster
 * @audit: (inout): auditor and day
 * @error: return location for a [enum@Jp.AuditError] or the store's error
 *
 * Opens the special audit (专项审计, 第十六条); an act of the city.
 *
 * Returns: whether it was opened
 */
gboolean
jp_casework_audit_open (JpDesk *desk, const char *cluster, JpAudit *audit, GError **error)
{
  return need_city (desk, error) && jp_desk_do (desk, JP_ENTRY_ACT, "audit.open", cluster, do_open, audit, error);
}

typedef struct
{
  JpDesk     *desk;
  int         year;
  guint       number;
  JpDate      date;
  const char *text;
} AuditWork;

static gboolean
do_close (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, JpEntry *entry, gpointer data,
          GError **error)
{
  const AuditWork *work = data;
  const JpAudit *open = jp_audit_find_open (dossier);
  g_autofree char *date = jp_date_to_chinese (work->date);
  JpAudit *closed;
  gboolean done;

  if (open == NULL)
    {
      g_set_error (error, JP_DESK_ERROR, JP_DESK_ERROR_NOT_FOUND,
                   _("No special audit of %s is open; open one first (R-USE, 第十六条)"), dossier->name);
      return FALSE;
    }
  if (!jp_audit_check_close (dossier, context, open, work->date, error))
    return FALSE;

  closed = jp_audit_new (open->auditor, open->opened);
  jp_text_set (&closed->id, open->id);
  jp_text_set (&closed->report, work->text != NULL ? work->text : open->report);
  closed->closed = work->date;
  done = jp_store_put_audit (transaction, dossier->id, closed, error);
  jp_audit_free (closed);
  entry->summary = g_strdup_printf ("%s：专项审计办结（%s）", dossier->name, date);

  return done;
}

/**
 * jp_casework_audit_close:
 * @desk: where it is recorded
 * @cluster: UUID of the cluster
 * @date: the day
 * @report: (nullable): what the audit reported
 * @error: return location for a [enum@Jp.AuditError] or the store's error
 *
 * Closes the special audit once both offices have confirmed every finding (第十七条).
 *
 * Returns: whether it was closed
 */
gboolean
jp_casework_audit_close (JpDesk *desk, const char *cluster, JpDate date, const char *report, GError **error)
{
  AuditWork work = { .desk = desk, .date = date, .text = report };

  return need_city (desk, error) && jp_desk_do (desk, JP_ENTRY_ACT, "audit.close", cluster, do_close, &work, error);
}

static gboolean
put_finding (JpTransaction *transaction, const JpDossier *dossier, JpEntry *entry, JpFinding *finding, const char *step,
             JpDate date, GError **error)
{
  g_autofree char *day = jp_date_to_chinese (date);

  if (!jp_store_put_finding (transaction, dossier->id, finding, error))
    return FALSE;
  entry->summary = g_strdup_printf ("%s：问题%d年第%u号%s（%s）", dossier->name, finding->year, finding->number, step, day);
  entry->detail = jp_detail_new (finding->id);

  return TRUE;
}

/* The inspection that a finding came from: the last one up to its day. */
static const char *
inspection_before (const JpDossier *dossier, JpDate day)
{
  const char *id = NULL;

  for (guint i = 0; i < dossier->inspections->len; i++)
    {
      const JpInspection *inspection = g_ptr_array_index (dossier->inspections, i);

      if (inspection->date <= day)
        id = inspection->id;
    }

  return id;
}

static gboolean
do_finding (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, JpEntry *entry,
            gpointer data, GError **error)
{
  JpFinding *finding = data;
  const JpAudit *audit = jp_audit_find_open (dossier);

  if (!jp_audit_check_finding (dossier, context, finding, error))
    return FALSE;
  finding->year = (int) jp_date_year (finding->opened);
  finding->number = jp_finding_next_number (dossier, finding->year);
  if (finding->source == NULL)
    finding->source = g_strdup (audit != NULL ? audit->id : inspection_before (dossier, finding->opened));

  return put_finding (transaction, dossier, entry, finding, "挂号", finding->opened, error);
}

/**
 * jp_casework_finding:
 * @desk: where it is recorded
 * @cluster: UUID of the cluster
 * @finding: (inout): what was found; its number of the year is given, and its source where it has none: the audit that
 *   is open, or the last inspection
 * @error: return location for a [enum@Jp.AuditError] or the store's error
 *
 * Registers a finding (挂号, 第十七条): while it is open it blocks the next payment.
 *
 * Returns: whether it was registered
 */
gboolean
jp_casework_finding (JpDesk *desk, const char *cluster, JpFinding *finding, GError **error)
{
  return jp_desk_do (desk, JP_ENTRY_ACT, "audit.finding", cluster, do_finding, finding, error);
}

static const JpFinding *
need_finding (const JpDossier *dossier, const AuditWork *work, GError **error)
{
  const JpFinding *finding = jp_finding_find (dossier, work->year, work->number);

  if (finding == NULL)
    g_set_error (error, JP_DESK_ERROR, JP_DESK_ERROR_NOT_FOUND,
                 _("%s has no finding %d-%u (R-USE, 第十七条)"), dossier->name, work->year, work->number);

  return finding;
}

/* What one office has confirmed was another measure. */
static void
forget_confirmation (JpFinding *finding)
{
  finding->confirmed_city = finding->confirmed_district = JP_DATE_NONE;
  jp_text_set (&finding->confirmed_city_by, NULL);
  jp_text_set (&finding->confirmed_district_by, NULL);
}

static gboolean
do_measure (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, JpEntry *entry,
            gpointer data, GError **error)
{
  const AuditWork *work = data;
  const JpFinding *present = need_finding (dossier, work, error);
  g_autoptr (JpFinding) finding = NULL;

  if (present == NULL || !jp_audit_check_measure (context, present, work->text, work->date, error))
    return FALSE;
  finding = jp_finding_copy (present);
  jp_text_set (&finding->measure, work->text);
  finding->measured = work->date;
  forget_confirmation (finding);

  return put_finding (transaction, dossier, entry, finding, "整改", work->date, error);
}

/**
 * jp_casework_measure:
 * @desk: where it is recorded
 * @cluster: UUID of the cluster
 * @year: year of the finding's number
 * @number: the finding's number of the year
 * @date: the day it was set right
 * @measure: what was done
 * @error: return location for a [enum@Jp.AuditError] or the store's error
 *
 * Records the rectification of a finding (整改, 第十七条).
 *
 * Returns: whether it was recorded
 */
gboolean
jp_casework_measure (JpDesk *desk, const char *cluster, int year, guint number, JpDate date, const char *measure,
                     GError **error)
{
  AuditWork work = { desk, year, number, date, measure };

  return jp_desk_do (desk, JP_ENTRY_ACT, "audit.measure", cluster, do_measure, &work, error);
}

static gboolean
do_confirm (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, JpEntry *entry,
            gpointer data, GError **error)
{
  const AuditWork *work = data;
  const char *office = jp_desk_get_office (work->desk);
  const JpFinding *present = need_finding (dossier, work, error);
  g_autoptr (JpFinding) finding = NULL;

  if (present == NULL || !jp_audit_check_confirm (dossier, context, present, office, work->date, error))
    return FALSE;
  finding = jp_finding_copy (present);
  if (g_str_equal (office, JP_OFFICE_CITY))
    {
      finding->confirmed_city = work->date;
      jp_text_set (&finding->confirmed_city_by, jp_desk_get_person (work->desk));
    }
  else
    {
      finding->confirmed_district = work->date;
      jp_text_set (&finding->confirmed_district_by, jp_desk_get_person (work->desk));
    }

  return put_finding (transaction, dossier, entry, finding, jp_finding_is_open (finding) ? "确认整改" : "销号",
                      work->date, error);
}

/**
 * jp_casework_confirm_finding:
 * @desk: where it is done: the district's or the city's
 * @cluster: UUID of the cluster
 * @year: year of the finding's number
 * @number: the finding's number of the year
 * @date: the day
 * @error: return location for a [enum@Jp.AuditError] or the store's error
 *
 * Confirms a rectification for one office; with both the finding is closed (销号, 第十七条).
 *
 * Returns: whether it was confirmed
 */
gboolean
jp_casework_confirm_finding (JpDesk *desk, const char *cluster, int year, guint number, JpDate date, GError **error)
{
  AuditWork work = { desk, year, number, date, NULL };

  return jp_desk_do (desk, JP_ENTRY_ACT, "audit.confirm", cluster, do_confirm, &work, error);
}
