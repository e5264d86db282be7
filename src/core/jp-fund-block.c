/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands in the way of a payment, and whether the city may pass it (R-FUND, 第十条, 第十三条, 第十五条–第十七条). */

#include "jp-fund-private.h"

#include <glib/gi18n-lib.h>

/* The day people work to: the earlier one, where a notice has moved it. */
JpDate
jp_return_due (const JpContext *context, const JpLife *life, int year)
{
  int first_year = jp_pack_set_first_year (context->packs);
  const JpPack *pack;
  JpDate work_to, veto_after;

  if (first_year == 0 || year < first_year || !jp_life_has_duties (life, year))
    return JP_DATE_NONE;
  pack = jp_pack_set_for_year (context->packs, year);
  if (pack == NULL)
    return JP_DATE_NONE;

  jp_pack_return_due (pack, year, (int) jp_date_year (life->recognised_on), &work_to, &veto_after);
  return work_to;
}

/* A contradiction the city has looked at and kept its result against is closed, until another one comes. */
gboolean
jp_contradiction_open (const JpDossier *dossier, const JpContext *context, const JpAssessment *assessment)
{
  g_autofree char *contradiction = assessment != NULL ? jp_contradiction_describe (dossier, context, assessment) : NULL;

  return contradiction != NULL;
}

/* 应退: a case that was paid and is now worth less. */
JpMoney
jp_fund_owed_back (const JpDossier *dossier, const JpContext *context, guint ordinal)
{
  JpFundSteps steps;
  JpFundWorth worth;

  jp_fund_steps_init (&steps, dossier, ordinal, context->today);
  if (steps.pay == NULL)
    return 0;

  jp_fund_worth_init (&worth, dossier, context, jp_funding_pack (dossier, context, ordinal), ordinal);
  return worth.decided && steps.paid > worth.most ? jp_money_minus (steps.paid, worth.most) : 0;
}

static void
add (GArray *blocks, JpFundBlockKind kind, JpDate day, int year, guint number)
{
  const JpFundBlock block = { kind, day, year, number };

  g_array_append_val (blocks, block);
}

static void
add_overdue_returns (GArray *blocks, const JpDossier *dossier, const JpContext *context, const JpLife *life)
{
  int first_year = jp_pack_set_first_year (context->packs);

  for (int year = first_year; first_year != 0 && year < (int) jp_date_year (context->today); year++)
    {
      const JpReturn *filed = jp_dossier_return (dossier, year);
      JpDate due = jp_return_due (context, life, year);

      if (due == JP_DATE_NONE || due < context->since || context->today <= due)
        continue;
      if (filed == NULL || !jp_has_happened (filed->filed, context->today))
        add (blocks, JP_BLOCK_RETURN, due, year, 0);
    }
}

static void
add_open_findings (GArray *blocks, const JpDossier *dossier, JpDate day)
{
  for (guint i = 0; i < dossier->findings->len; i++)
    {
      const JpFinding *finding = g_ptr_array_index (dossier->findings, i);

      if (finding->opened <= day &&
          !(jp_has_happened (finding->confirmed_district, day) && jp_has_happened (finding->confirmed_city, day)))
        add (blocks, JP_BLOCK_FINDING, finding->due, finding->year, finding->number);
    }
}

static void
add_refunds_due (GArray *blocks, const JpDossier *dossier, const JpContext *context, guint ordinal)
{
  guint n = jp_funding_n_years (dossier, context);

  for (guint other = 1; other <= n; other++)
    if (other != ordinal && jp_fund_owed_back (dossier, context, other) > 0)
      add (blocks, JP_BLOCK_REFUND, JP_DATE_NONE, 0, other);
}

static void
add_publicity (GArray *blocks, const JpContext *context, const JpFundSteps *steps, const JpPack *pack)
{
  gboolean provisional;
  JpDate last = jp_fund_steps_publicity (steps, context, pack, &provisional);
  JpDate from = jp_fund_steps_payable_from (steps, context, pack);

  if (last == JP_DATE_NONE || context->today <= last || (from != JP_DATE_NONE && context->today < from))
    add (blocks, JP_BLOCK_PUBLICITY, from != JP_DATE_NONE || last == JP_DATE_NONE ? from : last + 1, 0, 0);
  if (steps->n_objections > 0)
    add (blocks, JP_BLOCK_OBJECTION, JP_DATE_NONE, 0, steps->n_objections);
}

static gboolean
rests_on_provisional_day (const JpContext *context, const JpFundSteps *steps, const JpPack *pack)
{
  gboolean provisional;

  return jp_fund_steps_publicity (steps, context, pack, &provisional) != JP_DATE_NONE && provisional;
}

GArray *
jp_fund_blocks_new (const JpDossier *dossier, const JpContext *context, guint ordinal)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (JpFundBlock));
  const JpPack *pack = jp_funding_pack (dossier, context, ordinal);
  g_auto (JpLife) life = { 0 };
  JpFundSteps steps;
  JpFundWorth worth;
  JpDate new_year;

  jp_life_init (&life, dossier, context);
  jp_fund_steps_init (&steps, dossier, ordinal, context->today);
  jp_fund_worth_init (&worth, dossier, context, pack, ordinal);
  new_year = worth.fiscal_year > 0 ? jp_date_year_start ((guint) worth.fiscal_year) : JP_DATE_NONE;

  if (!jp_life_in_term (&life, context->today))
    add (blocks, JP_BLOCK_TERM, JP_DATE_NONE, 0, 0);
  if (context->today < new_year)
    add (blocks, JP_BLOCK_FISCAL_YEAR, new_year, worth.fiscal_year, 0);
  add_publicity (blocks, context, &steps, pack);
  if (!worth.decided)
    add (blocks, JP_BLOCK_NOT_CONFIRMED, JP_DATE_NONE, worth.basis_year, 0);
  if (jp_contradiction_open (dossier, context, worth.assessment))
    add (blocks, JP_BLOCK_CONTRADICTED, JP_DATE_NONE, worth.fiscal_year - 1, 0);
  add_refunds_due (blocks, dossier, context, ordinal);

  add_overdue_returns (blocks, dossier, context, &life);
  add_open_findings (blocks, dossier, context->today);
  if (rests_on_provisional_day (context, &steps, pack))
    add (blocks, JP_BLOCK_PROVISIONAL, JP_DATE_NONE, 0, 0);
  if (worth.late_start_vetoed)
    add (blocks, JP_BLOCK_LATE_START, JP_DATE_NONE, worth.fiscal_year - 1, 0);

  return blocks;
}

/* The words of a block on papers and in the window's tables. */
char *
jp_fund_block_describe (const JpFundBlock *block)
{
  g_autofree char *day = jp_date_to_chinese (block->day);

  switch (block->kind)
    {
    case JP_BLOCK_TERM:
      return g_strdup ("不在有效期内（待复核结论期间不拨付）");
    case JP_BLOCK_FISCAL_YEAR:
      return g_strdup_printf ("%d财政年度未开始，%s起可拨付", block->year, day);
    case JP_BLOCK_PUBLICITY:
      return block->day != JP_DATE_NONE ? g_strdup_printf ("公示期未满，%s起可拨付", day) : g_strdup ("尚未公示");
    case JP_BLOCK_OBJECTION:
      return g_strdup_printf ("公示异议%u件未处理，处理前不拨付", block->number);
    case JP_BLOCK_NOT_CONFIRMED:
      return g_strdup_printf ("%d年度考核尚未确认", block->year);
    case JP_BLOCK_CONTRADICTED:
      return g_strdup_printf ("%d年度考核结论与其后记录不符，市局重开或说明理由维持后方可拨付", block->year);
    case JP_BLOCK_REFUND:
      return g_strdup_printf ("第%u年支持资金应退未退，退回后方可拨付", block->number);
    case JP_BLOCK_RETURN:
      return g_strdup_printf ("%d年度培育情况信息表逾期未报（期限%s）", block->year, day);
    case JP_BLOCK_FINDING:
      return g_strdup_printf ("%d年第%u号整改事项未销号", block->year, block->number);
    case JP_BLOCK_PROVISIONAL:
      return g_strdup ("公示截止日涉及尚未公布的节假日安排（暂估）");
    case JP_BLOCK_LATE_START:
    default:
      return g_strdup_printf ("%d年度考核被一票否决", block->year);
    }
}

/* What a refused payment says, and what would allow it. */
char *
jp_fund_block_message (const JpFundBlock *block)
{
  char day[JP_DATE_ISO_LEN];

  jp_date_to_iso (block->day, day);
  switch (block->kind)
    {
    case JP_BLOCK_TERM:
      return g_strdup (
        _("The cluster is not in term on that day, and nothing is paid while a renewal is undecided; pay "
           "once it is in term (R-FUND, R-TERM, 第八条)."));
    case JP_BLOCK_FISCAL_YEAR:
      return g_strdup_printf (_("Fiscal year %d has not begun; pay from %s on (R-FUND, 第十三条)."), block->year, day);
    case JP_BLOCK_PUBLICITY:
      if (block->day == JP_DATE_NONE)
        return g_strdup (_("The case has not been publicised; publicise it first (R-FUND, 第十五条)."));
      return g_strdup_printf (_("Publicity is not over; pay from %s on (R-FUND, R-WORKDAY, 第十五条)."), day);
    case JP_BLOCK_OBJECTION:
      return g_strdup (_("An objection is open; settle it first (R-FUND, 第十五条)."));
    case JP_BLOCK_NOT_CONFIRMED:
      return g_strdup_printf (_("The assessment of %d is not confirmed; confirm it first (R-FUND, 第十三条)."),
                              block->year);
    case JP_BLOCK_CONTRADICTED:
      return g_strdup_printf (_("Later facts contradict the confirmed assessment of %d; reopen it, or keep it with a "
                                "reason, first (R-VETO, 第十条)."),
                              block->year);
    case JP_BLOCK_REFUND:
      return g_strdup_printf (_("Money of year %u is to be refunded; record the refund first (R-FUND, 第十三条)."),
                              block->number);
    case JP_BLOCK_RETURN:
      return g_strdup_printf (_("The annual return on %d, due on %s, is overdue; file it, or override with a reason "
                                "(R-FUND, 第九条)."),
                              block->year, day);
    case JP_BLOCK_FINDING:
      return g_strdup_printf (_("Finding %u of %d is open; both offices confirm it, or override with a reason (R-USE, "
                                "第十七条)."),
                              block->number, block->year);
    case JP_BLOCK_PROVISIONAL:
      return g_strdup (
        _("The end of publicity rests on holidays that are not published yet; load them, or override with a "
           "reason (R-WORKDAY, 第十五条)."));
    case JP_BLOCK_LATE_START:
    default:
      return g_strdup_printf (
        _("The assessment of %d, before the first year of support, is vetoed; override with a reason, "
           "or begin in a later year (R-FUND, 第十条)."),
        block->year);
    }
}
