/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The way of one funding year: plan → district → city → publicity → payment (R-FUND, 第十五条). */

#include "jp-fund-private.h"

static void
end_publicity (JpFundSteps *steps, JpCaseState step)
{
  steps->step = step;
  steps->publicise = NULL;
  steps->n_objections = 0;
  steps->dismissed_on = JP_DATE_NONE;
}

static void
step_back (JpFundSteps *steps)
{
  if (steps->step == JP_CASE_PUBLICITY)
    end_publicity (steps, JP_CASE_CITY);
  else if (steps->step == JP_CASE_CITY)
    steps->step = JP_CASE_DISTRICT;
  else if (steps->step == JP_CASE_DISTRICT)
    steps->step = JP_CASE_PLAN;
  else if (steps->step == JP_CASE_PLAN)
    {
      steps->step = JP_CASE_OPEN;
      steps->plan = NULL;
    }
}

/* Dismissed: the payment waits no longer. Upheld: the city reviews again, and publicises anew. */
static void
settle (JpFundSteps *steps, const JpFundAct *act)
{
  if (act->upheld)
    {
      end_publicity (steps, JP_CASE_DISTRICT);
      return;
    }

  steps->n_objections -= steps->n_objections > 0 ? 1 : 0;
  steps->dismissed_on = act->date;
}

static void
follow_before_payment (JpFundSteps *steps, const JpFundAct *act)
{
  switch (act->kind)
    {
    case JP_FUND_PLAN:
      steps->step = JP_CASE_PLAN;
      steps->plan = act;
      break;
    case JP_FUND_DISTRICT:
      steps->step = JP_CASE_DISTRICT;
      break;
    case JP_FUND_CITY:
      steps->step = JP_CASE_CITY;
      break;
    case JP_FUND_PUBLICISE:
      end_publicity (steps, JP_CASE_PUBLICITY);
      steps->publicise = act;
      break;
    case JP_FUND_OBJECT:
      steps->n_objections++;
      break;
    case JP_FUND_SETTLE:
      settle (steps, act);
      break;
    case JP_FUND_PAY:
      steps->step = JP_CASE_PAID;
      steps->pay = act;
      steps->paid = jp_money_plus (steps->paid, act->amount);
      break;
    case JP_FUND_RETURN:
      step_back (steps);
      break;
    case JP_FUND_REFUND:
    default:
      break;
    }
}

/* Follows the acts of funding year @ordinal dated up to @day. */
void
jp_fund_steps_init (JpFundSteps *steps, const JpDossier *dossier, guint ordinal, JpDate day)
{
  *steps = (JpFundSteps) { .step = JP_CASE_OPEN };

  for (guint i = 0; i < dossier->fund_acts->len; i++)
    {
      const JpFundAct *act = g_ptr_array_index (dossier->fund_acts, i);

      if (act->ordinal != ordinal || !jp_has_happened (act->date, day))
        continue;

      if (steps->pay == NULL)
        follow_before_payment (steps, act);
      else if (act->kind == JP_FUND_REFUND)
        steps->paid = jp_money_minus (steps->paid, act->amount);
      steps->last = act;
    }
}

/* What was announced stands; an end that was provisional is counted again with the holidays known now, and never
 * falls before the day announced. */
JpDate
jp_fund_steps_publicity (const JpFundSteps *steps, const JpContext *context, const JpPack *pack, gboolean *provisional)
{
  const JpFundAct *act = steps->publicise;
  JpDate last;

  *provisional = FALSE;
  if (act == NULL)
    return JP_DATE_NONE;
  if (act->last_day != JP_DATE_NONE && !act->last_day_provisional)
    return act->last_day;
  if (pack == NULL || pack->publicity_days == 0)
    return MAX (act->last_day, act->date);

  last = jp_holidays_nth_workday (context->holidays, act->date, pack->publicity_days, pack->publicity_counts_first_day,
                                  provisional);
  return MAX (last, act->last_day);
}

/* From the day after publicity; with an objection dismissed, from the first working day after publicity or the day of
 * settlement, whichever is later. */
JpDate
jp_fund_steps_payable_from (const JpFundSteps *steps, const JpContext *context, const JpPack *pack)
{
  gboolean provisional;
  JpDate last = jp_fund_steps_publicity (steps, context, pack, &provisional);

  if (last == JP_DATE_NONE || steps->n_objections > 0)
    return JP_DATE_NONE;
  if (steps->dismissed_on == JP_DATE_NONE)
    return last + 1;

  return MAX (jp_holidays_workday_on_or_after (context->holidays, last + 1, NULL), steps->dismissed_on);
}
