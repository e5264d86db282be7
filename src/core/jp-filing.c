/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-filing.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (jp-filing-error-quark, jp_filing_error)

static gboolean
check_day (const JpContext *context, JpDate day, GError **error)
{
  if (day != JP_DATE_NONE && day <= context->today)
    return TRUE;

  g_set_error_literal (error, JP_FILING_ERROR, JP_FILING_ERROR_DATE,
                       _("A record needs its day, and none is dated after today; record it once it has happened "
                         "(R-LIFE)"));
  return FALSE;
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || *text == '\0';
}

/**
 * jp_filing_check_return:
 * @dossier: the cluster
 * @context: the rules of the day
 * @year: the year reported on
 * @filed: the day it was filed
 * @error: return location for a [enum@Jp.FilingError]
 *
 * The annual return (年度培育情况信息表, 第九条): once a year, after the year it reports on.
 *
 * Returns: whether it may be recorded
 */
gboolean
jp_filing_check_return (const JpDossier *dossier, const JpContext *context, int year, JpDate filed, GError **error)
{
  if (!check_day (context, filed, error))
    return FALSE;
  if (filed <= jp_date_year_end ((guint) year))
    {
      g_set_error (error, JP_FILING_ERROR, JP_FILING_ERROR_DATE,
                   _("The return on %d is filed after that year has ended (R-CAL, 第九条)"), year);
      return FALSE;
    }
  if (jp_dossier_return (dossier, year) != NULL)
    {
      g_set_error (error, JP_FILING_ERROR, JP_FILING_ERROR_EXISTS,
                   _("The return on %d of %s is filed already; a wrong day is corrected by a recorded correction "
                     "(R-VETO, 第九条)"), year, dossier->name);
      return FALSE;
    }

  return TRUE;
}

/* The field has had its later value since: a change of an earlier day would overwrite it. */
static gboolean
check_order (const JpDossier *dossier, const JpChange *change, GError **error)
{
  char day[JP_DATE_ISO_LEN];

  for (guint i = 0; i < dossier->changes->len; i++)
    {
      const JpChange *other = g_ptr_array_index (dossier->changes, i);

      if (change->id != NULL || other->day <= change->day || g_strcmp0 (other->kind, change->kind) != 0 ||
          g_str_equal (change->kind, "other"))
        continue;
      g_set_error (error, JP_FILING_ERROR, JP_FILING_ERROR_DATE,
                   _("A change of the same kind, of %s, is on record; void it first, then record both in their order "
                     "(R-VETO, 第十条)"), jp_date_to_iso (other->day, day));
      return FALSE;
    }

  return TRUE;
}

/**
 * jp_filing_check_change:
 * @dossier: the cluster
 * @context: the rules of the day
 * @change: the change, filed or not yet
 * @error: return location for a [enum@Jp.FilingError]
 *
 * A major change (第十条): of a kind the pack names, filed not before it happened, and a change of operator with a
 * reason (第六条).
 *
 * Returns: whether it may be recorded
 */
gboolean
jp_filing_check_change (const JpDossier *dossier, const JpContext *context, const JpChange *change, GError **error)
{
  const JpPack *pack = jp_pack_set_on (context->packs, context->today);

  if (!check_day (context, change->day, error) ||
      (change->filed != JP_DATE_NONE && !check_day (context, change->filed, error)))
    return FALSE;
  if (!g_strv_contains ((const char * const *) pack->change_kinds, change->kind))
    {
      g_autofree char *kinds = g_strjoinv (", ", pack->change_kinds);

      g_set_error (error, JP_FILING_ERROR, JP_FILING_ERROR_KIND,
                   _("“%s” is no kind of change; the kinds are %s (R-VETO, 第十条)"), change->kind, kinds);
      return FALSE;
    }
  if (change->filed != JP_DATE_NONE && change->filed < change->day)
    {
      g_set_error_literal (error, JP_FILING_ERROR, JP_FILING_ERROR_DATE,
                           _("A change is not filed before the day it happened (R-VETO, 第十条)"));
      return FALSE;
    }
  if (is_blank (change->to))
    {
      g_set_error_literal (error, JP_FILING_ERROR, JP_FILING_ERROR_VALUE, _("Say what it changes to (R-VETO, 第十条)"));
      return FALSE;
    }
  if (g_str_equal (change->kind, "operator") && is_blank (change->reason))
    {
      g_set_error_literal (error, JP_FILING_ERROR, JP_FILING_ERROR_REASON,
                           _("The operator does not change in principle; changing it needs a reason (R-LIFE, 第六条)"));
      return FALSE;
    }

  return check_order (dossier, change, error);
}

char **
jp_filing_changed_field (JpDossier *dossier, const char *kind)
{
  if (g_str_equal (kind, "industry"))
    return &dossier->industry;
  if (g_str_equal (kind, "scope"))
    return &dossier->scope;
  if (g_str_equal (kind, "operator"))
    return &dossier->operator_name;

  return NULL;
}

/**
 * jp_filing_check_incident:
 * @dossier: the cluster
 * @context: the rules of the day
 * @incident: the incident
 * @error: return location for a [enum@Jp.FilingError]
 *
 * An incident of a firm of the cluster (第十条): of a kind the pack names, with a grade where that decides.
 *
 * Returns: whether it may be recorded
 */
gboolean
jp_filing_check_incident (const JpDossier *dossier, const JpContext *context, const JpIncident *incident,
                          GError **error)
{
  const JpPack *pack = jp_pack_set_on (context->packs, context->today);
  int kind = jp_pack_find_incident_kind (pack, incident->kind);

  if (!check_day (context, incident->day, error))
    return FALSE;
  if (kind < 0)
    {
      g_set_error (error, JP_FILING_ERROR, JP_FILING_ERROR_KIND,
                   _("The rule pack knows no kind of incident “%s” (R-VETO, 第十条)"), incident->kind);
      return FALSE;
    }
  if (pack->incident_kinds[kind].from_grade >= 0 &&
      (incident->grade == NULL || jp_pack_find_incident_grade (pack, incident->grade) < 0))
    {
      g_autofree char *grades = g_strjoinv ("、", pack->incident_grades);

      g_set_error (error, JP_FILING_ERROR, JP_FILING_ERROR_KIND,
                   _("An incident of the kind “%s” needs a grade: %s (R-VETO, 第十条)"),
                   pack->incident_kinds[kind].name, grades);
      return FALSE;
    }

  return TRUE;
}

/**
 * jp_filing_check_support:
 * @dossier: the cluster
 * @context: the rules of the day
 * @support: the support or service given
 * @error: return location for a [enum@Jp.FilingError]
 *
 * An entry of the support log (第十一条, 第十二条).
 *
 * Returns: whether it may be recorded
 */
gboolean
jp_filing_check_support (const JpDossier *dossier, const JpContext *context, const JpSupport *support, GError **error)
{
  if (!check_day (context, support->day, error))
    return FALSE;
  if (is_blank (support->kind))
    {
      g_set_error_literal (error, JP_FILING_ERROR, JP_FILING_ERROR_VALUE,
                           _("Say what kind of support or service it was (R-LIFE, 第十一条)"));
      return FALSE;
    }

  return TRUE;
}

/**
 * jp_filing_check_duty:
 * @context: the rules of the day
 * @duty: an entry of the office's own in the calendar
 * @error: return location for a [enum@Jp.FilingError]
 *
 * A duty says what is to be done, and by which day; it is closed with a day that has come (R-CAL, own).
 *
 * Returns: whether it may be kept
 */
gboolean
jp_filing_check_duty (const JpContext *context, const JpOwnDuty *duty, GError **error)
{
  if (is_blank (duty->text) || duty->due == JP_DATE_NONE)
    {
      g_set_error_literal (error, JP_FILING_ERROR, JP_FILING_ERROR_VALUE,
                           _("Say what is to be done, and by which day (R-CAL)"));
      return FALSE;
    }

  return duty->closed == JP_DATE_NONE || check_day (context, duty->closed, error);
}

static gboolean
check_judgement (const JpPack *pack, const JpJudgement *judgement, GError **error)
{
  const JpCriterion *found = NULL;

  for (guint i = 0; i < pack->n_criteria; i++)
    if (g_strcmp0 (pack->criteria[i].id, judgement->criterion) == 0)
      found = &pack->criteria[i];

  if (found == NULL)
    g_set_error (error, JP_FILING_ERROR, JP_FILING_ERROR_KIND,
                 _("The recognition standard has no condition “%s” (R-STANDARD, 第五条)"),
                 judgement->criterion != NULL ? judgement->criterion : "");
  else if (found->n_any > 0)
    g_set_error (error, JP_FILING_ERROR, JP_FILING_ERROR_KIND,
                 _("“%s” is decided by its figures, not by a person; correct the figures (R-STANDARD, 第五条)"),
                 found->name);
  else if (is_blank (judgement->note))
    g_set_error (error, JP_FILING_ERROR, JP_FILING_ERROR_REASON,
                 _("“%s” is judged with a note that says why (R-STANDARD, 第五条)"), found->name);
  else
    return TRUE;

  return FALSE;
}

static gboolean
check_evidence (const JpContext *context, const JpAttachment *attachment, GError **error)
{
  int first = jp_pack_set_first_year (context->packs), last = (int) jp_date_year (context->today);
  int year = jp_attachment_evidence_year (attachment);
  const char *indicator = jp_attachment_evidence_indicator (attachment);
  const JpPack *pack = jp_pack_set_for_year (context->packs, year);

  if (first == 0 || year < first || year > last)
    {
      g_set_error (error, JP_FILING_ERROR, JP_FILING_ERROR_DATE,
                   _("Evidence belongs to an assessment year from %d to %d (R-CAL, 第九条)"), first, last);
      return FALSE;
    }
  if (indicator != NULL && (pack == NULL || jp_pack_find_indicator (pack, indicator) < 0))
    {
      g_set_error (error, JP_FILING_ERROR, JP_FILING_ERROR_KIND,
                   _("The rules of %d have no indicator “%s” (R-SCORE, 第十条)"), year, indicator);
      return FALSE;
    }

  return TRUE;
}

/**
 * jp_filing_check_attachment:
 * @context: the rules of the day
 * @attachment: a paper about to be kept
 * @error: return location for a [enum@Jp.FilingError]
 *
 * A paper kept with a record (R-LIFE): of a kind there is, where it has one; not dated after today, where it bears a
 * day; evidence of a year that is assessed, and where it is of one indicator, of one that year's rules have.
 *
 * Returns: whether it may be kept
 */
gboolean
jp_filing_check_attachment (const JpContext *context, const JpAttachment *attachment, GError **error)
{
  if (attachment->kind != NULL && jp_attachment_kind_name (attachment->kind) == NULL)
    {
      g_set_error (error, JP_FILING_ERROR, JP_FILING_ERROR_KIND,
                   _("“%s” is no kind of paper; there are “%s” and “%s” (R-LIFE)"), attachment->kind,
                   JP_ATTACHMENT_FINANCIAL_RULES, JP_ATTACHMENT_EVIDENCE);
      return FALSE;
    }
  if (attachment->dated != JP_DATE_NONE && !check_day (context, attachment->dated, error))
    return FALSE;

  return g_strcmp0 (attachment->subject, JP_SUBJECT_ASSESSMENT) != 0 || check_evidence (context, attachment, error);
}

/**
 * jp_filing_evidence_words:
 * @context: the rules
 * @attachment: a paper
 *
 * Returns: (transfer full) (nullable): what it proves, always Chinese: "2025年度考核佐证材料", "2025年度“数字化情况”佐证材料";
 *   %NULL where it is no evidence
 */
char *
jp_filing_evidence_words (const JpContext *context, const JpAttachment *attachment)
{
  const char *indicator = jp_attachment_evidence_indicator (attachment);
  int year = jp_attachment_evidence_year (attachment), index = -1;
  const JpPack *pack;

  if (year == 0)
    return NULL;
  if (indicator == NULL)
    return g_strdup_printf ("%d年度%s", year, jp_attachment_kind_name (JP_ATTACHMENT_EVIDENCE));

  pack = jp_pack_set_for_year (context->packs, year);
  if (pack != NULL)
    index = jp_pack_find_indicator (pack, indicator);
  return g_strdup_printf ("%d年度“%s”佐证材料", year, index >= 0 ? pack->indicators[index].name : indicator);
}

/**
 * jp_filing_check_evidence_open:
 * @dossier: the cluster
 * @attachment: a paper about to be kept with it, or taken off it
 * @error: return location for a [enum@Jp.FilingError]
 *
 * A confirmed assessment takes no evidence and gives none up until it is reopened (R-SCORE, Freeze).
 *
 * Returns: whether the paper is no evidence of a confirmed assessment
 */
gboolean
jp_filing_check_evidence_open (const JpDossier *dossier, const JpAttachment *attachment, GError **error)
{
  int year = jp_attachment_evidence_year (attachment);
  const JpAssessment *assessment = year != 0 ? jp_dossier_assessment (dossier, year) : NULL;

  if (assessment == NULL || assessment->state != JP_ASSESSMENT_CONFIRMED)
    return TRUE;

  g_set_error (error, JP_FILING_ERROR, JP_FILING_ERROR_LOCKED,
               _("The assessment for %d is confirmed, and its evidence with it; the city can reopen it with a reason "
                 "(R-SCORE)"), year);
  return FALSE;
}

/**
 * jp_filing_check_standard:
 * @context: the rules of the day
 * @year: the latest full year whose figures count
 * @judgements: (element-type JpJudgement): what a person judged
 * @error: return location for a [enum@Jp.FilingError]
 *
 * A self-check rests on a year that is over; what no figure decides a person judges, with a note (R-STANDARD, 第五条).
 *
 * Returns: whether it may be put on record
 */
gboolean
jp_filing_check_standard (const JpContext *context, int year, GPtrArray *judgements, GError **error)
{
  const JpPack *pack = jp_pack_set_on (context->packs, context->today);

  if (year < 2000 || year >= (int) jp_date_year (context->today))
    {
      g_set_error (error, JP_FILING_ERROR, JP_FILING_ERROR_DATE,
                   _("A self-check rests on the figures of a year that is over, and %d is not (R-STANDARD, 第五条)"),
                   year);
      return FALSE;
    }
  for (guint i = 0; i < judgements->len; i++)
    if (!check_judgement (pack, g_ptr_array_index (judgements, i), error))
      return FALSE;

  return TRUE;
}

/**
 * jp_filing_locked_by:
 * @dossier: the cluster
 * @year: a year of figures
 *
 * Confirming an assessment freezes the figures of its year and of the year before (R-SCORE, Freeze).
 *
 * Returns: (nullable): the confirmed assessment that locks the figures of @year
 */
const JpAssessment *
jp_filing_locked_by (const JpDossier *dossier, int year)
{
  for (int assessed = year; assessed <= year + 1; assessed++)
    {
      const JpAssessment *assessment = jp_dossier_assessment (dossier, assessed);

      if (assessment != NULL && assessment->state == JP_ASSESSMENT_CONFIRMED)
        return assessment;
    }

  return NULL;
}

/**
 * jp_filing_check_figure:
 * @dossier: the cluster
 * @context: the rules of the day
 * @year: the year of the figure
 * @metric: id of the metric
 * @value: in the metric's smallest unit, or %JP_VALUE_UNKNOWN
 * @office: who enters it
 * @reason: (nullable): why a locked figure is corrected
 * @error: return location for a [enum@Jp.FilingError]
 *
 * A figure entered by hand: one the pack knows, in range; a locked one takes the city and a reason.
 *
 * Returns: whether it may be entered
 */
gboolean
jp_filing_check_figure (const JpDossier *dossier, const JpContext *context, int year, const char *metric, gint64 value,
                        const char *office, const char *reason, GError **error)
{
  const JpAssessment *lock = jp_filing_locked_by (dossier, year);
  const JpPack *pack = jp_pack_set_on (context->packs, context->today);

  if (jp_pack_find_metric (pack, metric) < 0)
    {
      g_set_error (error, JP_FILING_ERROR, JP_FILING_ERROR_KIND,
                   _("The rule pack has no figure “%s” (R-SCORE)"), metric);
      return FALSE;
    }
  if (year < 2000 || year > (int) jp_date_year (context->today))
    {
      g_set_error (error, JP_FILING_ERROR, JP_FILING_ERROR_DATE,
                   _("Figures are for a year from 2000 to this year, not %d (R-READ)"), year);
      return FALSE;
    }
  if (value != JP_VALUE_UNKNOWN && (value < 0 || value > JP_VALUE_MAX))
    {
      g_set_error_literal (error, JP_FILING_ERROR, JP_FILING_ERROR_VALUE,
                           _("A figure is 0 or more and less than 10¹⁵ in its smallest unit (R-SCORE)"));
      return FALSE;
    }
  if (lock != NULL && (is_blank (reason) || !g_str_equal (office, JP_OFFICE_CITY)))
    {
      g_set_error (error, JP_FILING_ERROR, JP_FILING_ERROR_LOCKED,
                   _("The figures of %d are locked by the confirmed assessment for %d; the city can correct one with "
                     "a reason, or reopen it (R-SCORE)"), year, lock->year);
      return FALSE;
    }

  return TRUE;
}

static gboolean
same_text (const char *a, const char *b)
{
  return is_blank (a) ? is_blank (b) : g_strcmp0 (a, b) == 0;
}

/* What is on record moves only by a change filing; what is blank may be filled in. */
static gboolean
check_fixed (const char *before, const char *after, const char *what, GError **error)
{
  if (is_blank (before) || same_text (before, after))
    return TRUE;

  g_set_error (error, JP_FILING_ERROR, JP_FILING_ERROR_LOCKED,
               _("%s changes only by a change filing (变更报备; R-LIFE, 第十条)"), what);
  return FALSE;
}

/**
 * jp_filing_check_identity:
 * @before: (nullable): the cluster as it is on record; %NULL: a new one
 * @after: the cluster as it would be
 * @context: the rules of the day
 * @error: return location for a [enum@Jp.FilingError]
 *
 * The identity of a cluster (R-WHO, R-LIFE): a name, a district and a leading industry; industry, spatial scope and
 * operator, once on record, change only by a filing.
 *
 * Returns: whether the cluster may be kept so
 */
gboolean
jp_filing_check_identity (const JpDossier *before, const JpDossier *after, const JpContext *context, GError **error)
{
  const JpPack *pack = jp_pack_set_on (context->packs, context->today);

  if (is_blank (after->name) || is_blank (after->industry))
    {
      g_set_error_literal (error, JP_FILING_ERROR, JP_FILING_ERROR_VALUE,
                           _("A cluster needs a name and a leading industry (R-WHO, 第三条)"));
      return FALSE;
    }
  if (is_blank (after->district) || jp_pack_find_district (pack, after->district) == NULL)
    {
      g_set_error (error, JP_FILING_ERROR, JP_FILING_ERROR_VALUE,
                   _("The rule pack knows no district “%s” (R-WHO, 第三条)"),
                   after->district != NULL ? after->district : "");
      return FALSE;
    }
  if (before == NULL)
    return TRUE;
  if (g_strcmp0 (before->district, after->district) != 0 && !is_blank (before->district))
    {
      g_set_error_literal (error, JP_FILING_ERROR, JP_FILING_ERROR_LOCKED,
                           _("A cluster lies in one district and stays there (R-WHO, 第三条)"));
      return FALSE;
    }

  return check_fixed (before->industry, after->industry, _("The leading industry"), error) &&
         check_fixed (before->scope, after->scope, _("The spatial scope"), error) &&
         check_fixed (before->operator_name, after->operator_name, _("The operator"), error);
}
