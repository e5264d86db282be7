/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-fund-case.h"

#include "jp-fund-private.h"

G_DEFINE_QUARK (jp-fund-error-quark, jp_fund_error)

static const struct
{
  const char *id;
  const char *name;
} states[] = {
  [JP_CASE_LATER] = { "later", "未到期" },
  [JP_CASE_OPEN] = { "open", "待报计划" },
  [JP_CASE_PLAN] = { "plan", "待区初审" },
  [JP_CASE_DISTRICT] = { "district", "待市审核" },
  [JP_CASE_CITY] = { "city", "待公示" },
  [JP_CASE_PUBLICITY] = { "publicity", "公示中" },
  [JP_CASE_HELD] = { "held", "异议处理中" },
  [JP_CASE_PAYABLE] = { "payable", "可拨付" },
  [JP_CASE_PAID] = { "paid", "已拨付" },
  [JP_CASE_ZERO] = { "zero", "不予支持" },
};

/**
 * jp_case_state_id:
 * @state: a state
 *
 * Returns: its id, as the command line and exports write it
 */
const char *
jp_case_state_id (JpCaseState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (states), NULL);

  return states[state].id;
}

/**
 * jp_case_state_name:
 * @state: a state
 *
 * Returns: its name as papers print it, always Chinese
 */
const char *
jp_case_state_name (JpCaseState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (states), NULL);

  return states[state].name;
}

static JpCaseState
state_of (const JpFundCase *self, const JpFundSteps *steps, JpDate today)
{
  if (steps->pay != NULL)
    return JP_CASE_PAID;
  if (self->decided && self->entitled == 0)
    return JP_CASE_ZERO;
  if (!self->decided && steps->step == JP_CASE_OPEN)
    return JP_CASE_LATER;
  if (steps->step != JP_CASE_PUBLICITY)
    return steps->step;
  if (steps->n_objections > 0)
    return JP_CASE_HELD;

  return self->payable_from != JP_DATE_NONE && today >= self->payable_from ? JP_CASE_PAYABLE : JP_CASE_PUBLICITY;
}

/* What the year would be worth by the totals of today. */
static JpMoney
expect (const JpDossier *dossier, const JpContext *context, const JpFundWorth *worth, guint ordinal)
{
  g_autoptr (JpResult) result = NULL;
  const JpBand *band;

  if (worth->decided)
    return worth->most;

  result = jp_result_new (dossier, context, worth->basis_year);
  if (result == NULL || result->vetoed)
    return 0;

  band = jp_pack_band (worth->pack, ordinal, MAX (result->total, 0));
  return band != NULL ? band->amount : 0;
}

static char *
describe_payment_blocks (const JpDossier *dossier, const JpContext *context, guint ordinal, gboolean *overridable)
{
  g_autoptr (GArray) blocks = jp_fund_blocks_new (dossier, context, ordinal);
  g_autoptr (GString) text = g_string_new (NULL);

  *overridable = blocks->len > 0;
  for (guint i = 0; i < blocks->len; i++)
    {
      const JpFundBlock *block = &g_array_index (blocks, JpFundBlock, i);
      g_autofree char *sentence = jp_fund_block_describe (block);

      g_string_append_printf (text, "%s%s", i > 0 ? "；" : "", sentence);
      *overridable = *overridable && block->kind >= JP_BLOCK_FIRST_OVERRIDABLE;
    }

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static char *
describe_blocks (JpFundCase *self, const JpDossier *dossier, const JpContext *context)
{
  g_autofree char *owed = NULL;

  switch (self->state)
    {
    case JP_CASE_ZERO:
      return NULL;
    case JP_CASE_PAID:
      if (self->to_refund == 0)
        return NULL;
      owed = jp_money_to_yuan (self->to_refund);
      return g_strdup_printf ("应退%s元，退回前不得拨付其他年度资金", owed);
    case JP_CASE_PUBLICITY:
    case JP_CASE_HELD:
    case JP_CASE_PAYABLE:
      return describe_payment_blocks (dossier, context, self->ordinal, &self->overridable);
    case JP_CASE_LATER:
    case JP_CASE_OPEN:
    case JP_CASE_PLAN:
    case JP_CASE_DISTRICT:
    case JP_CASE_CITY:
    default:
      return self->decided ? NULL : g_strdup_printf ("%d年度考核尚未确认", self->basis_year);
    }
}

/* The first plan comes with the operator's financial rules. Where they are missing the case says so, wherever it is
 * shown; no act waits for them, since none is forbidden without them. */
static const char *
what_is_missing (const JpFundCase *self, const JpDossier *dossier, JpDate today)
{
  if (self->ordinal != 1 || self->plan == NULL
      || jp_dossier_has_attachment (dossier, JP_ATTACHMENT_FINANCIAL_RULES, today))
    return NULL;

  return "未附运营单位财务管理制度（第十四条）";
}

/* What stood in the way on the day of @act and the city passed. */
static char *
describe_passed (const JpDossier *dossier, const JpContext *context, const JpFundAct *act)
{
  JpContext then = *context;
  g_autoptr (GArray) blocks = NULL;
  GString *text = g_string_new (NULL);

  then.today = act->date;
  blocks = jp_fund_blocks_new (dossier, &then, act->ordinal);
  for (guint i = 0; i < blocks->len; i++)
    {
      const JpFundBlock *block = &g_array_index (blocks, JpFundBlock, i);
      g_autofree char *words = block->kind >= JP_BLOCK_FIRST_OVERRIDABLE ? jp_fund_block_describe (block) : NULL;

      if (words != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "、" : "", words);
    }

  return g_string_free (text, FALSE);
}

/* The reason prints wherever the case does. A record corrected since may leave nothing that was in the way. */
static char *
describe_overrides (const JpDossier *dossier, const JpContext *context, guint ordinal)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < dossier->fund_acts->len; i++)
    {
      const JpFundAct *act = g_ptr_array_index (dossier->fund_acts, i);
      g_autofree char *passed = NULL;
      g_autofree char *day = NULL;

      if (act->ordinal != ordinal || !jp_given (act->override_reason) || !jp_has_happened (act->date, context->today))
        continue;
      passed = describe_passed (dossier, context, act);
      day = jp_date_to_chinese (act->date);
      g_string_append_printf (text, "%s%s%s%s%s，经市级批准予以办理", text->len > 0 ? "；" : "", day,
                              jp_fund_act_kind_name (act->kind), *passed != '\0' ? "时" : "", passed);
      if (jp_given (act->person))
        g_string_append_printf (text, "（经办：%s）", act->person);
      g_string_append_printf (text, "，理由：%s", act->override_reason);
    }

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
take_worth (JpFundCase *self, const JpFundWorth *worth)
{
  self->fiscal_year = worth->fiscal_year;
  self->basis_year = worth->basis_year;
  self->decided = worth->decided;
  self->least = worth->least;
  self->most = worth->most;
  self->entitled = worth->decided ? worth->most : JP_MONEY_UNKNOWN;
}

static void
take_steps (JpFundCase *self, const JpFundSteps *steps, const JpContext *context)
{
  self->plan = steps->plan;
  self->paid = steps->paid;
  self->publicity_first = steps->publicise != NULL ? steps->publicise->date : JP_DATE_NONE;
  self->publicity_last = jp_fund_steps_publicity (steps, context, self->pack, &self->publicity_provisional);
  self->payable_from = jp_fund_steps_payable_from (steps, context, self->pack);
}

/* The plan of support is over once its last year is paid or forfeited; then what was paid is audited. */
static JpDate
last_year_settled_on (const JpDossier *dossier, const JpContext *context, const JpLife *life, guint last)
{
  JpFundSteps steps;
  JpFundWorth worth;

  jp_fund_steps_init (&steps, dossier, last, context->today);
  if (steps.pay != NULL)
    return steps.pay->date;

  jp_fund_worth_init (&worth, dossier, context, jp_funding_pack (dossier, context, last), last);
  if (worth.decided && worth.most == 0)
    return worth.assessment != NULL ? worth.assessment->confirmed_on : JP_DATE_NONE;

  jp_fund_worth_forfeit (&worth, life, context->today);
  return worth.out_since;
}

static gboolean
ever_paid (const JpDossier *dossier, JpDate day)
{
  for (guint i = 0; i < dossier->fund_acts->len; i++)
    {
      const JpFundAct *act = g_ptr_array_index (dossier->fund_acts, i);

      if (act->kind == JP_FUND_PAY && jp_has_happened (act->date, day))
        return TRUE;
    }

  return FALSE;
}

/**
 * jp_funding_ended_on:
 * @dossier: a cluster
 * @context: packs, the file's first day and today
 * @life: (nullable): its life as of today, where the caller has it
 *
 * Finds the day on which the plan of support ended: its last year paid, or forfeited by the assessment or by leaving
 * the term. From then on the special audit is due. Rule R-USE, 第十六条.
 *
 * Returns: the day; %JP_DATE_NONE while the plan goes on, or where nothing was ever paid
 */
JpDate
jp_funding_ended_on (const JpDossier *dossier, const JpContext *context, const JpLife *life)
{
  guint last;

  g_return_val_if_fail (dossier != NULL && context != NULL, JP_DATE_NONE);

  if (!ever_paid (dossier, context->today))
    return JP_DATE_NONE;
  last = jp_funding_n_years (dossier, context);
  if (last == 0)
    return JP_DATE_NONE;

  if (life == NULL)
    {
      g_auto (JpLife) own = { 0 };

      jp_life_init (&own, dossier, context);
      return last_year_settled_on (dossier, context, &own, last);
    }

  return last_year_settled_on (dossier, context, life, last);
}

/**
 * jp_funding_audited:
 * @dossier: a cluster
 * @ended_on: the day its plan of support ended
 * @day: a day
 *
 * Returns: whether an audit was closed on or after @ended_on, up to @day; an audit closed earlier did not see it all
 */
gboolean
jp_funding_audited (const JpDossier *dossier, JpDate ended_on, JpDate day)
{
  for (guint i = 0; i < dossier->audits->len; i++)
    {
      const JpAudit *audit = g_ptr_array_index (dossier->audits, i);

      if (jp_has_happened (audit->closed, day) && audit->closed >= ended_on)
        return TRUE;
    }

  return FALSE;
}

static gboolean
audit_is_due (const JpDossier *dossier, const JpContext *context, const JpLife *life, guint ordinal)
{
  JpDate ended_on;

  if (ordinal != jp_funding_n_years (dossier, context))
    return FALSE;

  ended_on = jp_funding_ended_on (dossier, context, life);
  return ended_on != JP_DATE_NONE && !jp_funding_audited (dossier, ended_on, context->today);
}

/* Not recognised, or a year the rules do not know: nothing to say but that. */
static void
init_empty (JpFundCase *self, gboolean recognised)
{
  self->state = JP_CASE_LATER;
  self->entitled = JP_MONEY_UNKNOWN;
  self->basis = recognised ? g_strdup_printf ("规则不设第%u年支持", self->ordinal) : g_strdup ("尚未认定，无支持资金");
  self->blocked = g_strdup (self->basis);
}

/**
 * jp_fund_case_init:
 * @fund_case: (out caller-allocates): the case to set
 * @dossier: a cluster
 * @context: packs, holidays, the file's first day and today
 * @ordinal: the funding year, from 1
 *
 * Derives a funding year as of today: what it is worth and why, how far its acts have gone, from when it can be paid
 * and what stands in the way. A year out of term and not paid is forfeited; what was paid stays paid, and what a
 * reopened assessment takes back is to be refunded. Amounts in fen. Rule R-FUND; 第十三条, 第十五条.
 *
 * Clear @fund_case with jp_fund_case_clear().
 */
void
jp_fund_case_init (JpFundCase *fund_case, const JpDossier *dossier, const JpContext *context, guint ordinal)
{
  g_auto (JpLife) life = { 0 };
  JpFundSteps steps;
  JpFundWorth worth;
  guint n_years;

  g_return_if_fail (fund_case != NULL && dossier != NULL && context != NULL);

  *fund_case = (JpFundCase) { .ordinal = ordinal };
  fund_case->pack = jp_funding_pack (dossier, context, ordinal);
  n_years = jp_funding_n_years (dossier, context);
  if (ordinal == 0 || ordinal > n_years)
    {
      init_empty (fund_case, n_years > 0);
      return;
    }

  jp_life_init (&life, dossier, context);
  jp_fund_steps_init (&steps, dossier, ordinal, context->today);
  jp_fund_worth_init (&worth, dossier, context, fund_case->pack, ordinal);
  if (steps.pay == NULL)
    jp_fund_worth_forfeit (&worth, &life, context->today);

  take_worth (fund_case, &worth);
  take_steps (fund_case, &steps, context);
  fund_case->to_refund = jp_fund_owed_back (dossier, context, ordinal);
  fund_case->expected = expect (dossier, context, &worth, ordinal);
  fund_case->state = state_of (fund_case, &steps, context->today);
  fund_case->audit_due = audit_is_due (dossier, context, &life, ordinal);
  fund_case->basis = jp_fund_worth_describe (&worth, ordinal);
  fund_case->blocked = describe_blocks (fund_case, dossier, context);
  fund_case->overridden = describe_overrides (dossier, context, ordinal);
  fund_case->missing = what_is_missing (fund_case, dossier, context->today);
}

/**
 * jp_fund_case_clear:
 * @fund_case: a case that was set
 *
 * Frees what @fund_case owns.
 */
void
jp_fund_case_clear (JpFundCase *fund_case)
{
  g_clear_pointer (&fund_case->basis, g_free);
  g_clear_pointer (&fund_case->blocked, g_free);
  g_clear_pointer (&fund_case->overridden, g_free);
}

static int
compare_budget_years (gconstpointer a, gconstpointer b)
{
  int first = ((const JpBudgetYear *) a)->fiscal_year, second = ((const JpBudgetYear *) b)->fiscal_year;

  return (first > second) - (first < second);
}

static JpBudgetYear *
budget_year (GArray *years, int fiscal_year)
{
  JpBudgetYear fresh = { .fiscal_year = fiscal_year };

  for (guint i = 0; i < years->len; i++)
    if (g_array_index (years, JpBudgetYear, i).fiscal_year == fiscal_year)
      return &g_array_index (years, JpBudgetYear, i);

  g_array_append_val (years, fresh);
  return &g_array_index (years, JpBudgetYear, years->len - 1);
}

/**
 * jp_budget_add:
 * @years: (element-type JpBudgetYear): totals by fiscal year
 * @fund_case: a case that was set
 *
 * Adds one case to the totals of its fiscal year. Amounts in fen. Rule R-FUND.
 */
void
jp_budget_add (GArray *years, const JpFundCase *fund_case)
{
  JpBudgetYear *year;

  g_return_if_fail (years != NULL && fund_case != NULL);

  year = budget_year (years, fund_case->fiscal_year);
  year->paid = jp_money_plus (year->paid, fund_case->paid);
  year->certain = jp_money_plus (year->certain, fund_case->decided ? fund_case->entitled : 0);
  year->expected = jp_money_plus (year->expected, fund_case->expected);
  year->most = jp_money_plus (year->most, fund_case->most);
  g_array_sort (years, compare_budget_years);
}

static void
count_cluster (GArray *years, const JpDossier *dossier, const JpContext *context)
{
  guint n_years = jp_funding_n_years (dossier, context);

  for (guint ordinal = 1; ordinal <= n_years; ordinal++)
    {
      g_auto (JpFundCase) fund_case = { 0 };

      jp_fund_case_init (&fund_case, dossier, context, ordinal);
      jp_budget_add (years, &fund_case);
    }
}

/**
 * jp_budget_new:
 * @dossiers: (element-type JpDossier): clusters
 * @context: packs, holidays, the file's first day and today
 *
 * Adds up the funding years of many clusters by fiscal year: paid less refunded, certain (entitled), expected (certain
 * and what the totals of today would give), at most. A payment counts in the fiscal year of its case, whenever it was
 * made. Amounts in fen. Rule R-FUND.
 *
 * Returns: (transfer full) (element-type JpBudgetYear): the years that have any case, in order
 */
GArray *
jp_budget_new (GPtrArray *dossiers, const JpContext *context)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (JpBudgetYear));

  g_return_val_if_fail (dossiers != NULL && context != NULL, years);

  for (guint i = 0; i < dossiers->len; i++)
    count_cluster (years, g_ptr_array_index (dossiers, i), context);

  return years;
}
