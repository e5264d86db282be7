/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-audit.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (jp-audit-error-quark, jp_audit_error)

static gboolean
check_day (const JpContext *context, JpDate day, JpDate not_before, GError **error)
{
  if (day != JP_DATE_NONE && day <= context->today && day >= not_before)
    return TRUE;

  g_set_error_literal (error, JP_AUDIT_ERROR, JP_AUDIT_ERROR_DATE,
                       _("A record needs its day; none is dated after today or before what it follows (R-USE)"));
  return FALSE;
}

gboolean
jp_finding_is_open (const JpFinding *finding)
{
  return finding->confirmed_district == JP_DATE_NONE || finding->confirmed_city == JP_DATE_NONE;
}

/**
 * jp_finding_find:
 * @dossier: the cluster
 * @year: year of the number
 * @number: number of the year
 *
 * Returns: (nullable): the finding registered under the number
 */
const JpFinding *
jp_finding_find (const JpDossier *dossier, int year, guint number)
{
  for (guint i = 0; i < dossier->findings->len; i++)
    {
      const JpFinding *finding = dossier->findings->pdata[i];

      if (finding->year == year && finding->number == number)
        return finding;
    }

  return NULL;
}

guint
jp_finding_next_number (const JpDossier *dossier, int year)
{
  guint last = 0;

  for (guint i = 0; i < dossier->findings->len; i++)
    {
      const JpFinding *finding = dossier->findings->pdata[i];

      if (finding->year == year)
        last = MAX (last, finding->number);
    }

  return last + 1;
}

const JpAudit *
jp_audit_find_open (const JpDossier *dossier)
{
  for (guint i = 0; i < dossier->audits->len; i++)
    {
      const JpAudit *audit = dossier->audits->pdata[i];

      if (audit->closed == JP_DATE_NONE)
        return audit;
    }

  return NULL;
}

/**
 * jp_audit_check_inspection:
 * @context: the rules of the day
 * @inspection: the inspection
 * @error: return location for a [enum@Jp.AuditError]
 *
 * Either office inspects at any time (监督检查, 第十六条).
 *
 * Returns: whether it may be recorded
 */
gboolean
jp_audit_check_inspection (const JpContext *context, const JpInspection *inspection, GError **error)
{
  return check_day (context, inspection->date, JP_DATE_NONE, error);
}

/**
 * jp_audit_check_open:
 * @dossier: the cluster
 * @context: the rules of the day
 * @audit: the audit to be opened
 * @error: return location for a [enum@Jp.AuditError]
 *
 * The special audit by a third party (专项审计, 第十六条) follows the last year of support, paid or forfeited.
 *
 * Returns: whether it may be opened
 */
gboolean
jp_audit_check_open (const JpDossier *dossier, const JpContext *context, const JpAudit *audit, GError **error)
{
  guint n = jp_funding_n_years (dossier, context);
  g_auto (JpFundCase) last = { 0 };

  if (!check_day (context, audit->opened, JP_DATE_NONE, error))
    return FALSE;
  if (audit->auditor == NULL || *audit->auditor == '\0')
    {
      g_set_error_literal (error, JP_AUDIT_ERROR, JP_AUDIT_ERROR_INCOMPLETE,
                           _("Say who audits: a third party commissioned by the city (R-USE, 第十六条)"));
      return FALSE;
    }
  if (jp_audit_find_open (dossier) != NULL)
    {
      g_set_error_literal (error, JP_AUDIT_ERROR, JP_AUDIT_ERROR_STATE,
                           _("A special audit is open already; close it before another one begins (R-USE, 第十六条)"));
      return FALSE;
    }
  if (n > 0)
    jp_fund_case_init (&last, dossier, context, n);
  if (n == 0 || (last.state != JP_CASE_PAID && last.state != JP_CASE_ZERO))
    {
      g_set_error_literal (error, JP_AUDIT_ERROR, JP_AUDIT_ERROR_STATE,
                           _("The special audit follows the last year of support, paid or forfeited (R-USE, 第十六条)"));
      return FALSE;
    }

  return TRUE;
}

/**
 * jp_audit_check_finding:
 * @dossier: the cluster
 * @context: the rules of the day
 * @finding: the finding to be registered
 * @error: return location for a [enum@Jp.AuditError]
 *
 * A finding (挂号, 第十七条) has matter and basis, and a day to be set right by.
 *
 * Returns: whether it may be registered
 */
gboolean
jp_audit_check_finding (const JpDossier *dossier, const JpContext *context, const JpFinding *finding, GError **error)
{
  if (!check_day (context, finding->opened, JP_DATE_NONE, error))
    return FALSE;
  if (finding->matter == NULL || *finding->matter == '\0' || finding->due == JP_DATE_NONE
      || finding->due < finding->opened)
    {
      g_set_error_literal (error, JP_AUDIT_ERROR, JP_AUDIT_ERROR_INCOMPLETE,
                           _("A finding says what was found, and by which day, not before its own, it is set right "
                             "(R-USE, 第十七条)"));
      return FALSE;
    }
  if (finding->amount < 0)
    {
      g_set_error_literal (error, JP_AUDIT_ERROR, JP_AUDIT_ERROR_INCOMPLETE,
                           _("The amount of a finding is 0 or more (R-USE, 第十七条)"));
      return FALSE;
    }

  return TRUE;
}

/**
 * jp_audit_check_measure:
 * @context: the rules of the day
 * @finding: the finding
 * @measure: what was done about it
 * @date: the day it was done
 * @error: return location for a [enum@Jp.AuditError]
 *
 * Returns: whether the rectification (整改, 第十七条) may be recorded
 */
gboolean
jp_audit_check_measure (const JpContext *context, const JpFinding *finding, const char *measure, JpDate date,
                        GError **error)
{
  if (!check_day (context, date, finding->opened, error))
    return FALSE;
  if (measure == NULL || *measure == '\0')
    {
      g_set_error_literal (error, JP_AUDIT_ERROR, JP_AUDIT_ERROR_INCOMPLETE,
                           _("Say what was done to set the finding right (R-USE, 第十七条)"));
      return FALSE;
    }
  if (!jp_finding_is_open (finding))
    {
      g_set_error_literal (error, JP_AUDIT_ERROR, JP_AUDIT_ERROR_STATE,
                           _("Both offices have confirmed this finding and it is closed; register a new one (R-USE, "
                             "第十七条)"));
      return FALSE;
    }

  return TRUE;
}

/**
 * jp_audit_check_confirm:
 * @dossier: the cluster
 * @context: the rules of the day
 * @finding: the finding
 * @office: who confirms
 * @date: the day
 * @error: return location for a [enum@Jp.AuditError]
 *
 * Closing a finding (销号, 第十七条) takes the rectification, then the district's and the city's confirmation, in any order.
 *
 * Returns: whether @office may confirm it
 */
gboolean
jp_audit_check_confirm (const JpDossier *dossier, const JpContext *context, const JpFinding *finding,
                        const char *office, JpDate date, GError **error)
{
  gboolean city = g_str_equal (office, JP_OFFICE_CITY);

  if (finding->measured == JP_DATE_NONE)
    {
      g_set_error_literal (error, JP_AUDIT_ERROR, JP_AUDIT_ERROR_STATE,
                           _("The rectification is recorded first, then confirmed (R-USE, 第十七条)"));
      return FALSE;
    }
  if (!city && !g_str_equal (office, dossier->district))
    {
      g_set_error_literal (error, JP_AUDIT_ERROR, JP_AUDIT_ERROR_OFFICE,
                           _("A rectification is confirmed by the cluster's district and by the city (R-USE, 第十七条)"));
      return FALSE;
    }
  if ((city ? finding->confirmed_city : finding->confirmed_district) != JP_DATE_NONE)
    {
      g_set_error_literal (error, JP_AUDIT_ERROR, JP_AUDIT_ERROR_STATE,
                           _("This office has confirmed the finding already (R-USE, 第十七条)"));
      return FALSE;
    }

  return check_day (context, date, finding->measured, error);
}

/**
 * jp_audit_check_close:
 * @dossier: the cluster
 * @context: the rules of the day
 * @audit: the open audit
 * @date: the day
 * @error: return location for a [enum@Jp.AuditError]
 *
 * An audit closes when all findings are confirmed by both offices (第十七条).
 *
 * Returns: whether it may be closed
 */
gboolean
jp_audit_check_close (const JpDossier *dossier, const JpContext *context, const JpAudit *audit, JpDate date,
                      GError **error)
{
  for (guint i = 0; i < dossier->findings->len; i++)
    {
      const JpFinding *finding = dossier->findings->pdata[i];

      if (jp_finding_is_open (finding))
        {
          g_set_error (error, JP_AUDIT_ERROR, JP_AUDIT_ERROR_OPEN,
                       _("Finding %d-%u is open: the audit closes when both offices have confirmed every finding "
                         "(R-USE, 第十七条)"),
                       finding->year, finding->number);
          return FALSE;
        }
    }

  return check_day (context, date, audit->opened, error);
}
