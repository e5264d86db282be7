/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-obligation.h"

#include "jp-audit.h"
#include "jp-fund-private.h"
#include "jp-veto.h"

#define SOON 30 /* days; R-CAL: due within 30 days */

/* A term that never ends would bring duties without end: nobody plans further than this. */
#define YEARS_AHEAD 10

typedef struct
{
  const JpDossier *dossier;
  const JpContext *context;
  const JpLife    *life;
  GPtrArray       *obligations;
} Collector;

/* What has happened to a duty: whether it is done, and whether any record touches it (R-SINCE). */
typedef enum { UNTOUCHED, TOUCHED, DONE } Progress;

/**
 * jp_obligation_free:
 * @obligation: (nullable) (transfer full): an obligation
 */
void
jp_obligation_free (JpObligation *obligation)
{
  if (obligation == NULL)
    return;

  g_free (obligation->subject);
  g_free (obligation);
}

/* The due day itself is in time. Before the file's first day silence says nothing (R-SINCE). */
static JpDutyState
state_of (const JpContext *context, JpDate due, Progress progress)
{
  if (progress == DONE)
    return JP_DUTY_DONE;
  if (due == JP_DATE_NONE)
    return JP_DUTY_DUE;
  if (due < context->since && progress == UNTOUCHED)
    return JP_DUTY_NOT_RECORDED;
  if (due < context->today)
    return JP_DUTY_OVERDUE;

  return due - context->today <= SOON ? JP_DUTY_DUE : JP_DUTY_UPCOMING;
}

static JpObligation *
add (Collector *self, JpDutyKind kind, JpDate from, JpDate due, Progress progress, const char *article, char *subject)
{
  JpObligation *obligation = g_new0 (JpObligation, 1);

  obligation->kind = kind;
  obligation->dossier = self->dossier;
  obligation->from = from;
  obligation->due = due;
  if (due != JP_DATE_NONE)
    obligation->work_by = jp_holidays_workday_on_or_before (self->context->holidays, due,
                                                            &obligation->work_by_provisional);
  obligation->state = state_of (self->context, due, progress);
  obligation->article = article != NULL ? article : "";
  obligation->subject = subject;
  g_ptr_array_add (self->obligations, obligation);

  return obligation;
}

/* The year's duties, 第九条 */

static void
add_assessment (Collector *self, const JpPack *pack, int year)
{
  const JpAssessment *assessment = jp_dossier_assessment (self->dossier, year);
  guint next = (guint) year + 1;
  JpDate from = jp_date_new (next, pack->window_from_month, pack->window_from_day);
  JpDate due = jp_date_new (next, pack->window_to_month, pack->window_to_day);
  Progress progress = UNTOUCHED;

  if (assessment != NULL)
    progress = assessment->state == JP_ASSESSMENT_CONFIRMED ? DONE : TOUCHED;

  add (self, JP_DUTY_ASSESSMENT, from, due, progress, pack->assessment_article,
       g_strdup_printf ("%d年度绩效考核", year))->year = year;
}

static void
add_return (Collector *self, const JpPack *pack, int year)
{
  const JpReturn *filed = jp_dossier_return (self->dossier, year);
  JpDate due = jp_return_due (self->context, self->life, year);
  gboolean done = filed != NULL && jp_has_happened (filed->filed, self->context->today);

  add (self, JP_DUTY_RETURN, jp_date_year_start ((guint) year + 1), due, done ? DONE : UNTOUCHED, pack->return_article,
       g_strdup_printf ("%d年度培育情况信息表报送", year))->year = year;
}

/* The last year that can have duties: that of the last term, or today's for a cluster that waits. */
static int
last_year (const Collector *self)
{
  const JpTerm *term = jp_life_last_term (self->life);
  int today = (int) jp_date_year (self->context->today);
  int last = term != NULL ? (int) jp_date_year (term->last) : 0;

  if (self->life->stage == JP_STAGE_AWAITING)
    last = MAX (last, today);
  else if (self->life->waits->len > 0)
    last = MAX (last, (int) jp_date_year (g_array_index (self->life->waits, JpTerm, self->life->waits->len - 1).last));

  return MIN (last, today + YEARS_AHEAD);
}

static void
add_yearly (Collector *self)
{
  int first = jp_pack_set_first_year (self->context->packs), last = last_year (self);

  for (int year = first; first != 0 && year <= last; year++)
    {
      const JpPack *pack = jp_pack_set_for_year (self->context->packs, year);

      if (pack == NULL || !jp_life_has_duties (self->life, year))
        continue;
      add_assessment (self, pack, year);
      add_return (self, pack, year);
    }
}

/* A result that later facts contradict is the city's to reopen, or to keep with a reason. */
static void
add_contradicted (Collector *self)
{
  for (guint i = 0; i < self->dossier->assessments->len; i++)
    {
      const JpAssessment *assessment = g_ptr_array_index (self->dossier->assessments, i);
      const JpPack *pack = jp_pack_set_for_year (self->context->packs, assessment->year);
      gboolean open = jp_contradiction_open (self->dossier, self->context, assessment);

      if (!open && assessment->kept_against == NULL)
        continue;
      add (self, JP_DUTY_CONTRADICTED, JP_DATE_NONE, JP_DATE_NONE, open ? TOUCHED : DONE,
           pack != NULL && pack->n_vetoes > 0 ? pack->vetoes[0].article : NULL,
           g_strdup_printf ("%d年度考核结论与其后记录不符", assessment->year))->year = assessment->year;
    }
}

/* Terms and renewals, 第八条 */

static Progress
renewal_progress (const Collector *self, const JpTerm *term, gboolean is_last)
{
  const JpLife *life = self->life;

  if (!is_last || life->failed_on != JP_DATE_NONE)
    return DONE;
  if (life->renewal_applied_on == JP_DATE_NONE)
    return UNTOUCHED;

  return life->renewal_applied_on <= term->last ? DONE : TOUCHED;
}

static void
add_term (Collector *self, const JpPack *pack, guint index)
{
  const JpTerm *term = &g_array_index (self->life->terms, JpTerm, index);
  gboolean is_last = index + 1 == self->life->terms->len;
  JpDate opens = jp_date_add_months (term->last, -(int) jp_pack_renewal_lead (pack)), today = self->context->today;
  g_autofree char *end = jp_date_to_chinese (term->last);
  /* Window and end come of themselves; nobody can be late with them. */
  Progress opened = !is_last || today >= opens ? DONE : UNTOUCHED;
  Progress ended = !is_last || today > term->last ? DONE : UNTOUCHED;
  JpObligation *open, *renewal, *term_end;

  open = add (self, JP_DUTY_RENEWAL_OPEN, JP_DATE_NONE, opens, opened, pack->term_article,
              g_strdup_printf ("复核申报窗口开启（有效期至%s）", end));
  renewal = add (self, JP_DUTY_RENEWAL, opens, term->last, renewal_progress (self, term, is_last), pack->term_article,
                 g_strdup_printf ("申报复核（有效期至%s）", end));
  term_end = add (self, JP_DUTY_TERM_END, JP_DATE_NONE, term->last, ended, pack->term_article,
                  g_strdup_printf ("第%u个有效期届满", index + 1));
  open->ordinal = renewal->ordinal = term_end->ordinal = index + 1;
}

static void
add_wait (Collector *self, const JpPack *pack, const JpTerm *wait)
{
  gboolean open = wait->last == G_MAXUINT32;

  add (self, JP_DUTY_AWAITING, wait->first, open ? JP_DATE_NONE : wait->last + 1, open ? TOUCHED : DONE,
       pack->term_article, g_strdup ("待工信部复核结论"))->ordinal = (guint) jp_life_ordinal_on (self->life, wait->first - 1);
}

static void
add_terms (Collector *self)
{
  const JpLife *life = self->life;
  const JpPack *pack = jp_pack_set_on (self->context->packs, self->context->today);

  if (pack == NULL)
    return;

  for (guint i = 0; i < life->terms->len; i++)
    if (life->revoked_on == JP_DATE_NONE || life->revoked_on > g_array_index (life->terms, JpTerm, i).last)
      add_term (self, pack, i);
  for (guint i = 0; i < life->waits->len; i++)
    add_wait (self, pack, &g_array_index (life->waits, JpTerm, i));
}

/* Funds, 第十五条, 第十六条 */

/* An objection keeps a publicity on the table without a day of its own. */
static void
add_publicity (Collector *self, guint ordinal, int fiscal_year)
{
  const JpPack *pack = jp_funding_pack (self->dossier, self->context, ordinal);
  JpFundSteps steps;
  JpObligation *obligation;
  gboolean provisional, over;
  JpDate last;

  jp_fund_steps_init (&steps, self->dossier, ordinal, self->context->today);
  if (steps.publicise == NULL || pack == NULL)
    return;

  last = jp_fund_steps_publicity (&steps, self->context, pack, &provisional);
  over = steps.pay != NULL || (steps.n_objections == 0 && self->context->today > last);
  obligation = add (self, JP_DUTY_PUBLICITY, steps.publicise->date, last, over ? DONE : TOUCHED,
                    pack->publicity_article, g_strdup_printf ("第%u年支持资金公示", ordinal));
  obligation->year = fiscal_year;
  obligation->ordinal = ordinal;
  obligation->work_by_provisional = obligation->work_by_provisional || provisional;
  if (!over && self->context->today > last)
    obligation->state = JP_DUTY_DUE;
}

static void
add_audit (Collector *self)
{
  JpDate ended_on = jp_funding_ended_on (self->dossier, self->context, self->life);
  const JpPack *pack;
  Progress progress;

  if (ended_on == JP_DATE_NONE)
    return;
  pack = jp_funding_pack (self->dossier, self->context, jp_funding_n_years (self->dossier, self->context));
  if (pack == NULL)
    return;

  progress = self->dossier->audits->len > 0 ? TOUCHED : UNTOUCHED;
  if (jp_funding_audited (self->dossier, ended_on, self->context->today))
    progress = DONE;
  add (self, JP_DUTY_AUDIT, ended_on, jp_date_add_months (ended_on, (int) pack->audit_months), progress,
       pack->audit_article, g_strdup ("支持资金专项审计"));
}

static void
add_funds (Collector *self)
{
  guint n_years;
  int start;

  if (self->dossier->fund_acts->len == 0)
    return;

  n_years = jp_funding_n_years (self->dossier, self->context);
  start = jp_funding_start (self->dossier, self->context, NULL);
  for (guint ordinal = 1; ordinal <= n_years; ordinal++)
    add_publicity (self, ordinal, start + (int) ordinal - 1);
  add_audit (self);
}

/* Changes, findings, and what the user entered */

static void
add_changes (Collector *self)
{
  for (guint i = 0; i < self->dossier->changes->len; i++)
    {
      const JpChange *change = g_ptr_array_index (self->dossier->changes, i);
      const JpPack *pack = jp_pack_set_on (self->context->packs, change->day);
      gboolean done = jp_has_happened (change->filed, self->context->today);

      if (pack == NULL || change->day == JP_DATE_NONE || change->day > self->context->today ||
          !jp_change_must_be_filed (change, pack))
        continue;
      add (self, JP_DUTY_CHANGE, change->day, change->day + pack->change_days, done ? DONE : UNTOUCHED,
           pack->change_article, g_strdup_printf ("%s变更报备", jp_change_kind_name (change->kind)))->record = change->id;
    }
}

static void
add_findings (Collector *self)
{
  const JpPack *pack = jp_pack_set_on (self->context->packs, self->context->today);

  for (guint i = 0; i < self->dossier->findings->len; i++)
    {
      const JpFinding *finding = g_ptr_array_index (self->dossier->findings, i);
      JpObligation *obligation;

      obligation = add (self, JP_DUTY_FINDING, finding->opened, finding->due,
                        jp_finding_is_open (finding) ? TOUCHED : DONE, pack != NULL ? pack->audit_article : NULL,
                        g_strdup_printf ("%d年第%u号整改", finding->year, finding->number));
      obligation->year = finding->year;
      obligation->ordinal = finding->number;
    }
}

static void
add_own (Collector *self)
{
  for (guint i = 0; i < self->dossier->duties->len; i++)
    {
      const JpOwnDuty *duty = g_ptr_array_index (self->dossier->duties, i);

      add (self, JP_DUTY_OWN, JP_DATE_NONE, duty->due,
           jp_has_happened (duty->closed, self->context->today) ? DONE : TOUCHED, NULL,
           g_strdup (duty->text != NULL ? duty->text : ""))->record = duty->id;
    }
}

/**
 * jp_obligations_collect:
 * @dossier: a cluster; it must outlive the obligations
 * @context: packs, holidays, the file's first day and today; the packs must outlive the obligations
 * @obligations: (element-type JpObligation): where to add them
 *
 * Derives all that is to be done about a cluster: the yearly assessment and return for each year with duties that is
 * known, renewal window, renewal and end of each term, a wait for the ministry, publicity, changes to be filed,
 * findings, the special audit, results that later facts contradict, and the user's own entries. Done is told by the
 * records; a duty that fell due before the file's first day and has none is not recorded, never overdue. A pure
 * function of records, pack, holidays and today. Rules R-CAL, R-SINCE; 第九条.
 */
void
jp_obligations_collect (const JpDossier *dossier, const JpContext *context, GPtrArray *obligations)
{
  g_auto (JpLife) life = { 0 };
  Collector self = { dossier, context, &life, obligations };

  g_return_if_fail (dossier != NULL && context != NULL && obligations != NULL);

  jp_life_init (&life, dossier, context);
  add_yearly (&self);
  add_terms (&self);
  add_contradicted (&self);
  add_funds (&self);
  add_changes (&self);
  add_findings (&self);
  add_own (&self);
}

/**
 * jp_obligation_in_scope:
 * @obligation: an obligation
 * @scope: what is looked at
 *
 * Returns: whether it is to be shown
 */
gboolean
jp_obligation_in_scope (const JpObligation *obligation, const JpDutyScope *scope)
{
  g_return_val_if_fail (obligation != NULL && scope != NULL, FALSE);

  if (scope->unrecorded)
    return obligation->state == JP_DUTY_NOT_RECORDED;
  if (obligation->state == JP_DUTY_NOT_RECORDED || (obligation->state == JP_DUTY_DONE && !scope->done))
    return FALSE;

  return (scope->from == JP_DATE_NONE || obligation->due >= scope->from) && obligation->due <= scope->to;
}

/**
 * jp_obligation_day:
 * @obligation: an obligation
 * @today: the day that counts as today
 *
 * Returns: the day on which a calendar shows it: the last working day on or before it is due; where no day is set, it
 *   is due now. Rule R-CAL
 */
JpDate
jp_obligation_day (const JpObligation *obligation, JpDate today)
{
  g_return_val_if_fail (obligation != NULL, JP_DATE_NONE);

  if (obligation->work_by != JP_DATE_NONE)
    return obligation->work_by;

  return obligation->due != JP_DATE_NONE ? obligation->due : today;
}

static int
compare_numbers (guint a, guint b)
{
  return (a > b) - (a < b);
}

/**
 * jp_obligation_compare:
 * @a: (type JpObligation*): pointer to an obligation
 * @b: (type JpObligation*): pointer to another
 *
 * Orders obligations by due day, those without one first, then by kind, cluster, year and ordinal; for
 * g_ptr_array_sort().
 *
 * Returns: negative, zero or positive as @a sorts before, with or after @b
 */
int
jp_obligation_compare (gconstpointer a, gconstpointer b)
{
  const JpObligation *first = *(const JpObligation *const *) a, *second = *(const JpObligation *const *) b;
  int order = compare_numbers (first->due, second->due);

  if (order == 0)
    order = compare_numbers (first->kind, second->kind);
  if (order == 0)
    order = g_strcmp0 (first->dossier->name, second->dossier->name);
  if (order == 0)
    order = g_strcmp0 (first->dossier->id, second->dossier->id);
  if (order == 0)
    order = (first->year > second->year) - (first->year < second->year);

  return order != 0 ? order : compare_numbers (first->ordinal, second->ordinal);
}
