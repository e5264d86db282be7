/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether an act of a funding case may be done (R-FUND, 第十三条–第十五条). */

#include "jp-fund-private.h"

#include <glib/gi18n-lib.h>

/* An act about to be done, and the case as it stands on the act's own day. */
typedef struct
{
  const JpDossier *dossier;
  JpContext        then;
  JpFundAct       *act;
  const JpPack    *pack;
  JpFundSteps      steps;
  JpFundWorth      worth;
} Check;

static gboolean G_GNUC_PRINTF (3, 4)
refuse (GError **error, JpFundError code, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error, g_error_new_valist (JP_FUND_ERROR, (int) code, format, args));
  va_end (args);

  return FALSE;
}

/**
 * jp_operator_on:
 * @dossier: a cluster
 * @day: a day
 *
 * Finds the operator in office on @day: the dossier names today's, and the changes filed since name the one before.
 * Rule R-FUND, 第六条, 第十五条.
 *
 * Returns: (nullable) (transfer none): its name, or %NULL where none is on record
 */
const char *
jp_operator_on (const JpDossier *dossier, JpDate day)
{
  const JpChange *next = NULL;

  for (guint i = 0; i < dossier->changes->len; i++)
    {
      const JpChange *change = g_ptr_array_index (dossier->changes, i);

      if (g_strcmp0 (change->kind, "operator") == 0 && change->day > day && jp_given (change->from) &&
          (next == NULL || change->day < next->day))
        next = change;
    }

  return next != NULL ? next->from : dossier->operator_name;
}

/* When */

static JpDate
last_act_of_case (const JpDossier *dossier, guint ordinal)
{
  JpDate last = JP_DATE_NONE;

  for (guint i = 0; i < dossier->fund_acts->len; i++)
    {
      const JpFundAct *act = g_ptr_array_index (dossier->fund_acts, i);

      if (act->ordinal == ordinal)
        last = MAX (last, act->date);
    }

  return last;
}

static gboolean
check_date (const JpDossier *dossier, const JpContext *context, const JpFundAct *act, GError **error)
{
  JpDate last = last_act_of_case (dossier, act->ordinal);
  const char *name = jp_fund_act_kind_name (act->kind);
  char day[JP_DATE_ISO_LEN], limit[JP_DATE_ISO_LEN];

  if (act->date == JP_DATE_NONE)
    return refuse (error, JP_FUND_ERROR_DATE, _("“%s” needs its date (R-FUND)."), name);
  if (act->date > context->today)
    return refuse (error, JP_FUND_ERROR_DATE,
                   _("“%s” cannot be dated %s, after today (%s); record it once it has happened (R-FUND)."), name,
                   jp_date_to_iso (act->date, day), jp_date_to_iso (context->today, limit));
  if (act->date < last)
    return refuse (error, JP_FUND_ERROR_DATE,
                   _("“%s” cannot be dated %s, before the act of %s that it follows (R-FUND, 第十五条)."), name,
                   jp_date_to_iso (act->date, day), jp_date_to_iso (last, limit));

  return TRUE;
}

/* Who */

static gboolean
acts_for_city (const char *office, gboolean centre_too)
{
  return g_strcmp0 (office, JP_OFFICE_CITY) == 0 || (centre_too && g_strcmp0 (office, JP_OFFICE_CENTRE) == 0);
}

static gboolean
acts_for_district (const JpDossier *dossier, const char *office)
{
  return jp_office_is_district (office) && (dossier->district == NULL || g_str_equal (office, dossier->district));
}

/* The district hands in and reviews; the centre reviews for the city; all else is the city's. What is returned is
 * returned by the office it lies with. */
static gboolean
check_office (const Check *c, GError **error)
{
  JpFundActKind kind = c->act->kind;
  const char *office = c->act->office;
  gboolean district = kind == JP_FUND_PLAN || kind == JP_FUND_DISTRICT ||
                      (kind == JP_FUND_RETURN && c->steps.step == JP_CASE_PLAN);
  gboolean centre_too = kind == JP_FUND_CITY || (kind == JP_FUND_RETURN && c->steps.step == JP_CASE_DISTRICT);

  if (district ? acts_for_district (c->dossier, office) : acts_for_city (office, centre_too))
    return TRUE;

  return refuse (error, JP_FUND_ERROR_OFFICE, _("“%s” is an act of %s, not of “%s” (R-FUND, 第十五条)."),
                 jp_fund_act_kind_name (kind),
                 district ? _("the cluster's own district")
                 : centre_too ? _("the city bureau or its centre")
                              : _("the city bureau"),
                 jp_pack_office_name (c->pack, office));
}

/* In which order */

static gboolean
is_next_step (const Check *c)
{
  JpCaseState step = c->steps.step;

  switch (c->act->kind)
    {
    case JP_FUND_PLAN:
      return step == JP_CASE_OPEN;
    case JP_FUND_DISTRICT:
      return step == JP_CASE_PLAN;
    case JP_FUND_CITY:
      return step == JP_CASE_DISTRICT;
    case JP_FUND_PUBLICISE:
      return step == JP_CASE_CITY;
    case JP_FUND_OBJECT:
      return step == JP_CASE_PUBLICITY;
    case JP_FUND_SETTLE:
      return step == JP_CASE_PUBLICITY && c->steps.n_objections > 0;
    case JP_FUND_PAY:
      return step == JP_CASE_PUBLICITY;
    case JP_FUND_REFUND:
      return step == JP_CASE_PAID;
    case JP_FUND_RETURN:
      return step == JP_CASE_PLAN || step == JP_CASE_DISTRICT || step == JP_CASE_CITY || step == JP_CASE_PUBLICITY;
    default:
      return FALSE;
    }
}

static gboolean
check_step (const Check *c, GError **error)
{
  const char *name = jp_fund_act_kind_name (c->act->kind);

  if (c->steps.pay != NULL && c->act->kind != JP_FUND_REFUND)
    return refuse (error, JP_FUND_ERROR_PAID,
                   _("Year %u is paid already, and only once; “%s” is no longer possible (R-FUND, 第十三条)."),
                   c->act->ordinal, name);
  if (c->act->kind == JP_FUND_PAY && c->steps.step != JP_CASE_PUBLICITY)
    return refuse (error, JP_FUND_ERROR_PUBLICITY,
                   _("Year %u has not been publicised; plan, district, city and publicity come before “%s” (R-FUND, "
                     "第十五条)."),
                   c->act->ordinal, name);
  if (!is_next_step (c))
    return refuse (error, JP_FUND_ERROR_STATE,
                   _("“%s” is not the next step of year %u, which is at “%s”; the order is plan, district, city, "
                     "publicity, payment (R-FUND, 第十五条)."),
                   name, c->act->ordinal, jp_case_state_name (c->steps.step));

  return TRUE;
}

/* For how much */

/* The case is decided and worth something; anything else stops every step that leads to a payment. */
static gboolean
check_entitled (const Check *c, GError **error)
{
  char day[JP_DATE_ISO_LEN];

  if (!c->worth.decided)
    return refuse (error, c->steps.plan != NULL ? JP_FUND_ERROR_HELD : JP_FUND_ERROR_STATE,
                   _("Year %u rests on the assessment of %d, which is not confirmed; confirm it first (R-FUND, 第十三条)."),
                   c->act->ordinal, c->worth.basis_year);
  if (c->worth.ground == JP_WORTH_OUT_OF_TERM)
    return refuse (error, JP_FUND_ERROR_TERM,
                   _("The cluster has been out of term since %s; what is not paid is forfeited (R-FUND, R-TERM, 第八条)."),
                   jp_date_to_iso (c->worth.out_since, day));
  if (c->worth.most <= 0)
    return refuse (
      error, JP_FUND_ERROR_ENTITLEMENT,
      _("Year %u is worth nothing by the assessment of %d, so there is nothing to apply for (R-FUND, 第十三条)."),
      c->act->ordinal, c->worth.basis_year);

  return TRUE;
}

static JpMoney
sum_of_lines (const JpFundAct *plan)
{
  JpMoney sum = 0;

  for (guint i = 0; plan != NULL && i < plan->lines->len; i++)
    sum = jp_money_plus (sum, ((const JpPlanLine *) g_ptr_array_index (plan->lines, i))->amount);

  return sum;
}

/* A reopened assessment may have made the year worth less than the plan that stands. */
static gboolean
check_plan_still_fits (const Check *c, GError **error)
{
  g_autofree char *planned = jp_money_to_yuan (sum_of_lines (c->steps.plan));
  g_autofree char *entitled = jp_money_to_yuan (c->worth.most);

  if (!check_entitled (c, error))
    return FALSE;
  if (sum_of_lines (c->steps.plan) <= c->worth.most)
    return TRUE;

  return refuse (error, JP_FUND_ERROR_PLAN,
                 _("The plan spends %s yuan, but year %u is worth only %s; return the plan to be made smaller (R-FUND, "
                   "第十五条)."),
                 planned, c->act->ordinal, entitled);
}

static gboolean
check_line (const Check *c, guint index, GError **error)
{
  const JpPlanLine *line = g_ptr_array_index (c->act->lines, index);

  if (line->category == NULL || jp_pack_find_category (c->pack, line->category) == NULL)
    return refuse (error, JP_FUND_ERROR_PLAN,
                   _("“%s” is no category of use; the rule pack lists them (R-FUND, 第十四条)."),
                   line->category != NULL ? line->category : "");
  if (line->amount <= 0)
    return refuse (error, JP_FUND_ERROR_PLAN, _("The amount for “%s” must be above 0 (R-FUND, 第十四条)."), line->category);
  for (guint i = 0; i < index; i++)
    if (g_strcmp0 (((const JpPlanLine *) g_ptr_array_index (c->act->lines, i))->category, line->category) == 0)
      return refuse (error, JP_FUND_ERROR_PLAN, _("“%s” is planned twice; give it one amount (R-FUND, 第十四条)."),
                     line->category);

  return TRUE;
}

static gboolean
check_lines (const Check *c, GError **error)
{
  g_autofree char *planned = jp_money_to_yuan (sum_of_lines (c->act));
  g_autofree char *entitled = jp_money_to_yuan (c->worth.most);

  if (c->act->lines->len == 0)
    return refuse (error, JP_FUND_ERROR_PLAN,
                   _("A plan needs an amount for at least one category of use (R-FUND, 第十四条)."));
  for (guint i = 0; i < c->act->lines->len; i++)
    if (!check_line (c, i, error))
      return FALSE;
  if (sum_of_lines (c->act) > c->worth.most)
    return refuse (error, JP_FUND_ERROR_ENTITLEMENT,
                   _("The plan spends %s yuan, more than the %s that year %u is worth (R-FUND, 第十三条)."), planned,
                   entitled, c->act->ordinal);

  return TRUE;
}

static gboolean
check_purposes (const Check *c, GError **error)
{
  for (guint i = 0; c->act->purposes != NULL && c->act->purposes[i] != NULL; i++)
    if (c->pack->purposes == NULL ||
        !g_strv_contains ((const char *const *) c->pack->purposes, c->act->purposes[i]))
      return refuse (error, JP_FUND_ERROR_PLAN,
                     _("“%s” is none of the purposes the money may serve; the rule pack lists them (R-FUND, 第十四条)."),
                     c->act->purposes[i]);

  return TRUE;
}

static gboolean
check_plan (const Check *c, GError **error)
{
  JpDate confirmed_on = c->worth.basis_year != 0 && c->worth.assessment != NULL ? c->worth.assessment->confirmed_on
                                                                               : JP_DATE_NONE;
  char day[JP_DATE_ISO_LEN];

  if (!check_entitled (c, error))
    return FALSE;
  if (c->act->date < confirmed_on)
    return refuse (
      error, JP_FUND_ERROR_DATE,
      _("The plan of year %u follows the assessment of %d, confirmed on %s; date it from that day on (R-FUND, "
         "第十五条)."),
      c->act->ordinal, c->worth.basis_year, jp_date_to_iso (confirmed_on, day));

  return check_lines (c, error) && check_purposes (c, error);
}

/* Paying */

static JpFundError
code_of_block (JpFundBlockKind kind)
{
  switch (kind)
    {
    case JP_BLOCK_TERM:
      return JP_FUND_ERROR_TERM;
    case JP_BLOCK_FISCAL_YEAR:
      return JP_FUND_ERROR_DATE;
    case JP_BLOCK_PUBLICITY:
      return JP_FUND_ERROR_PUBLICITY;
    case JP_BLOCK_OBJECTION:
      return JP_FUND_ERROR_OBJECTION;
    case JP_BLOCK_NOT_CONFIRMED:
    case JP_BLOCK_CONTRADICTED:
    case JP_BLOCK_REFUND:
      return JP_FUND_ERROR_HELD;
    case JP_BLOCK_RETURN:
    case JP_BLOCK_FINDING:
    case JP_BLOCK_PROVISIONAL:
    case JP_BLOCK_LATE_START:
    default:
      return JP_FUND_ERROR_BLOCKED;
    }
}

/* The first block nobody can pass, else all that the city may pass with a reason. */
static gboolean
check_blocks (const Check *c, gboolean overridable, GError **error)
{
  g_autoptr (GArray) blocks = jp_fund_blocks_new (c->dossier, &c->then, c->act->ordinal);
  g_autoptr (GString) text = g_string_new (NULL);
  JpFundError code = JP_FUND_ERROR_BLOCKED;

  for (guint i = 0; i < blocks->len; i++)
    {
      const JpFundBlock *block = &g_array_index (blocks, JpFundBlock, i);
      g_autofree char *message = NULL;

      if ((block->kind >= JP_BLOCK_FIRST_OVERRIDABLE) != overridable || (!overridable && text->len > 0))
        continue;
      message = jp_fund_block_message (block);
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", message);
      code = code_of_block (block->kind);
    }

  if (text->len == 0 || (overridable && jp_given (c->act->override_reason)))
    return TRUE;

  return refuse (error, code, "%s", text->str);
}

static gboolean
check_amount (const Check *c, GError **error)
{
  g_autofree char *entitled = jp_money_to_yuan (c->worth.most);

  if (c->act->amount <= 0)
    return refuse (error, JP_FUND_ERROR_ENTITLEMENT, _("The amount paid must be above 0 (R-FUND, 第十三条)."));
  if (c->act->amount > c->worth.most)
    return refuse (error, JP_FUND_ERROR_ENTITLEMENT,
                   _("Year %u is worth %s yuan; no more than that can be paid (R-FUND, 第十三条)."), c->act->ordinal,
                   entitled);
  if (c->act->amount < c->worth.most && c->worth.ground == JP_WORTH_FIXED)
    return refuse (error, JP_FUND_ERROR_ENTITLEMENT,
                   _("Year %u is paid in one payment of %s yuan (R-FUND, 第十三条)."), c->act->ordinal, entitled);
  if (c->act->amount < c->worth.most && !jp_given (c->act->reason))
    return refuse (error, JP_FUND_ERROR_REASON,
                   _("Year %u is worth %s yuan; paying less needs a reason (R-FUND, 第十三条)."), c->act->ordinal,
                   entitled);

  return TRUE;
}

static gboolean
check_voucher (const Check *c, GError **error)
{
  if (jp_given (c->act->voucher))
    return TRUE;

  return refuse (error, JP_FUND_ERROR_VOUCHER, _("“%s” needs the number of its voucher (R-FUND, 第十五条)."),
                 jp_fund_act_kind_name (c->act->kind));
}

static gboolean
check_payment (const Check *c, GError **error)
{
  return check_blocks (c, FALSE, error) && check_entitled (c, error) && check_amount (c, error) &&
         check_voucher (c, error) && check_blocks (c, TRUE, error);
}

static gboolean
check_refund (const Check *c, GError **error)
{
  g_autofree char *paid = jp_money_to_yuan (c->steps.paid);
  JpMoney owed = jp_fund_owed_back (c->dossier, &c->then, c->act->ordinal);

  if (c->act->amount <= 0 || c->act->amount > c->steps.paid)
    return refuse (error, JP_FUND_ERROR_ENTITLEMENT,
                   _("A refund is above 0 and at most what is paid and not yet refunded, %s yuan (R-FUND, 第十三条)."),
                   paid);
  if (c->act->amount > owed && !jp_given (c->act->reason))
    return refuse (error, JP_FUND_ERROR_REASON,
                   _("No more than what is to be refunded comes back without a reason; give one (R-FUND, 第十三条)."));

  return check_voucher (c, error);
}

static gboolean
check_return (const Check *c, GError **error)
{
  if (c->steps.n_objections > 0)
    return refuse (error, JP_FUND_ERROR_OBJECTION,
                   _("An objection is open; settle it before the case goes a step back (R-FUND, 第十五条)."));
  if (!jp_given (c->act->reason))
    return refuse (error, JP_FUND_ERROR_REASON, _("A case goes back only with a reason; give one (R-FUND, 第十五条)."));

  return TRUE;
}

static gboolean
check_objection (const Check *c, GError **error)
{
  if (jp_given (c->act->note))
    return TRUE;

  return refuse (error, JP_FUND_ERROR_REASON,
                 _("An objection needs a note that says from whom it is and what about (R-FUND, 第十五条)."));
}

static gboolean
check_kind (const Check *c, GError **error)
{
  switch (c->act->kind)
    {
    case JP_FUND_PLAN:
      return check_plan (c, error);
    case JP_FUND_DISTRICT:
    case JP_FUND_CITY:
    case JP_FUND_PUBLICISE:
      return check_plan_still_fits (c, error);
    case JP_FUND_OBJECT:
      return check_objection (c, error);
    case JP_FUND_PAY:
      return check_payment (c, error);
    case JP_FUND_REFUND:
      return check_refund (c, error);
    case JP_FUND_RETURN:
      return check_return (c, error);
    case JP_FUND_SETTLE:
    default:
      return TRUE;
    }
}

/* What the act keeps of its day: the pack of the plan, the end of the publicity, the operator paid. */
static void
complete (const Check *c)
{
  JpFundAct *act = c->act;

  if (act->kind == JP_FUND_PLAN)
    {
      g_free (act->pack_id);
      act->pack_id = g_strdup (c->pack->id);
      act->pack_version = c->pack->version;
    }
  else if (act->kind == JP_FUND_PUBLICISE)
    {
      JpFundSteps begun = { .publicise = act };

      act->last_day = JP_DATE_NONE;
      act->last_day = jp_fund_steps_publicity (&begun, &c->then, c->pack, &act->last_day_provisional);
    }
  else if (act->kind == JP_FUND_PAY)
    {
      g_free (act->operator);
      act->operator = g_strdup (jp_operator_on (c->dossier, act->date));
    }
}

static void
weigh (Check *c, guint ordinal)
{
  g_auto (JpLife) life = { 0 };

  /* A new plan for year 1 chooses the pack in force on its own day. */
  c->pack = c->act->kind == JP_FUND_PLAN && ordinal == 1 ? jp_pack_set_on (c->then.packs, c->act->date)
                                                         : jp_funding_pack (c->dossier, &c->then, ordinal);
  jp_life_init (&life, c->dossier, &c->then);
  jp_fund_worth_init (&c->worth, c->dossier, &c->then, c->pack, ordinal);
  jp_fund_worth_forfeit (&c->worth, &life, c->act->date);
}

/**
 * jp_fund_check_act:
 * @dossier: a cluster
 * @context: packs, holidays, the file's first day and today
 * @act: the act to be done; its date is the day it is judged by
 * @error: return location for a [enum@Jp.FundError]
 *
 * Checks an act of a funding case: year, date, office, order of the steps, and what the step itself asks for. A payment
 * above the entitlement, out of term, before publicity is over, with an objection open or a second time is never
 * allowed; an overdue return, an open finding, a provisional end of publicity and a vetoed late start the city passes
 * with @act->override_reason. On success, and only then, @act is completed: a plan with its pack, a publicity with its
 * last day, a payment with the operator in office. Rule R-FUND; 第十三条–第十五条.
 *
 * Returns: whether the act may be done
 */
gboolean
jp_fund_check_act (const JpDossier *dossier, const JpContext *context, JpFundAct *act, GError **error)
{
  Check c = { dossier };
  guint n_years;

  g_return_val_if_fail (dossier != NULL && context != NULL && act != NULL, FALSE);
  g_return_val_if_fail ((guint) act->kind <= JP_FUND_RETURN, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!check_date (dossier, context, act, error))
    return FALSE;

  c.act = act;
  c.then = *context;
  c.then.today = act->date;
  n_years = jp_funding_n_years (dossier, &c.then);
  if (n_years == 0)
    return refuse (error, JP_FUND_ERROR_STATE,
                   _("%s is not recognised on that day; support begins after recognition (R-FUND, 第十三条)."),
                   dossier->name);
  if (act->ordinal == 0 || act->ordinal > n_years)
    return refuse (error, JP_FUND_ERROR_STATE, _("There is no funding year %u; the rules give %u (R-FUND, 第十三条)."),
                   act->ordinal, n_years);

  jp_fund_steps_init (&c.steps, dossier, act->ordinal, act->date);
  weigh (&c, act->ordinal);
  if (!check_step (&c, error) || !check_office (&c, error) || !check_kind (&c, error))
    return FALSE;

  complete (&c);
  return TRUE;
}
