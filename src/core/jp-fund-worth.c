/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a funding year is worth: a fixed sum, or the band of the assessment it rests on (R-FUND, 第十三条). */

#include "jp-fund-private.h"

static void
decide (JpFundWorth *worth, JpFundGround ground, JpMoney amount)
{
  worth->ground = ground;
  worth->decided = TRUE;
  worth->least = amount;
  worth->most = amount;
}

static void
leave_open (JpFundWorth *worth, const JpFundingYear *year)
{
  worth->ground = JP_WORTH_NOT_CONFIRMED;
  worth->least = year->n_bands > 0 ? year->bands[0].amount : 0;
  worth->most = worth->least;
  for (guint i = 1; i < year->n_bands; i++)
    {
      worth->least = MIN (worth->least, year->bands[i].amount);
      worth->most = MAX (worth->most, year->bands[i].amount);
    }
}

static gboolean
confirmed (const JpAssessment *assessment)
{
  return assessment != NULL && assessment->state == JP_ASSESSMENT_CONFIRMED && assessment->frozen != NULL;
}

static gboolean
confirmed_and_vetoed (const JpAssessment *assessment)
{
  return confirmed (assessment) && assessment->frozen->vetoes->len > 0;
}

static void
weigh_assessment (JpFundWorth *worth, const JpFundingYear *year, guint ordinal)
{
  const JpBand *band;

  if (!confirmed (worth->assessment))
    {
      leave_open (worth, year);
      return;
    }
  if (worth->assessment->frozen->vetoes->len > 0)
    {
      decide (worth, JP_WORTH_VETOED, 0);
      return;
    }

  band = jp_pack_band (worth->pack, ordinal, worth->assessment->frozen->total);
  decide (worth, JP_WORTH_BAND, band != NULL ? band->amount : 0);
}

/* Weighs funding year @ordinal by @pack, whether or not the cluster is still in term. */
void
jp_fund_worth_init (JpFundWorth *worth, const JpDossier *dossier, const JpContext *context, const JpPack *pack,
                    guint ordinal)
{
  const JpFundingYear *year;

  *worth = (JpFundWorth) { .pack = pack };
  worth->fiscal_year = jp_funding_start (dossier, context, NULL) + (int) ordinal - 1;
  worth->assessment = jp_dossier_assessment (dossier, worth->fiscal_year - 1);
  if (pack == NULL || ordinal == 0 || ordinal > pack->n_funding_years)
    {
      decide (worth, JP_WORTH_NO_YEAR, 0);
      return;
    }

  year = &pack->funding_years[ordinal - 1];
  if (year->fixed != JP_MONEY_UNKNOWN)
    {
      decide (worth, JP_WORTH_FIXED, year->fixed);
      worth->late_start_vetoed = confirmed_and_vetoed (worth->assessment);
      return;
    }

  worth->basis_year = worth->fiscal_year - 1;
  weigh_assessment (worth, year, ordinal);
}

void
jp_fund_worth_forfeit (JpFundWorth *worth, const JpLife *life, JpDate day)
{
  JpDate out_since = life->revoked_on != JP_DATE_NONE ? life->revoked_on : life->lapsed_on;

  if (out_since == JP_DATE_NONE || out_since > day || jp_life_in_term (life, day))
    return;

  decide (worth, JP_WORTH_OUT_OF_TERM, 0);
  worth->out_since = out_since;
}

static char *
describe_band (const JpFundWorth *worth, guint ordinal)
{
  int total = worth->assessment->frozen->total;
  const JpBand *band = jp_pack_band (worth->pack, ordinal, total);
  g_autofree char *points = jp_points_to_string (total);
  g_autofree char *amount = jp_money_to_wan (worth->most);
  g_autofree char *from = jp_points_to_string (band != NULL ? band->from : 0);

  if (worth->most == 0)
    return g_strdup_printf ("%d年度考核得%s分，不予支持（%s）", worth->basis_year, points, worth->pack->funding_article);

  return g_strdup_printf ("%d年度考核得%s分，达到%s分档，支持%s万元（%s）", worth->basis_year, points, from, amount,
                          worth->pack->funding_article);
}

static char *
describe_veto (const JpFundWorth *worth)
{
  const JpFrozenVeto *frozen = g_ptr_array_index (worth->assessment->frozen->vetoes, 0);
  const JpVetoRule *rule = frozen->veto != NULL ? jp_pack_find_veto (worth->pack, frozen->veto) : NULL;

  return g_strdup_printf ("%d年度考核被一票否决，不予支持（%s）", worth->basis_year,
                          rule != NULL ? rule->article : worth->pack->funding_article);
}

static char *
describe_fixed (const JpFundWorth *worth, guint ordinal)
{
  g_autofree char *amount = jp_money_to_wan (worth->most);

  if (worth->late_start_vetoed)
    return g_strdup_printf ("第%u年定额支持%s万元（%s），但%d年度考核被一票否决", ordinal, amount,
                            worth->pack->funding_article, worth->fiscal_year - 1);

  return g_strdup_printf ("第%u年定额支持%s万元（%s）", ordinal, amount, worth->pack->funding_article);
}

/* Why a funding year is worth what it is, as papers say it. */
char *
jp_fund_worth_describe (const JpFundWorth *worth, guint ordinal)
{
  g_autofree char *least = jp_money_to_wan (worth->least);
  g_autofree char *most = jp_money_to_wan (worth->most);
  g_autofree char *out_since = jp_date_to_chinese (worth->out_since);

  switch (worth->ground)
    {
    case JP_WORTH_FIXED:
      return describe_fixed (worth, ordinal);
    case JP_WORTH_BAND:
      return describe_band (worth, ordinal);
    case JP_WORTH_VETOED:
      return describe_veto (worth);
    case JP_WORTH_NOT_CONFIRMED:
      return g_strdup_printf ("%d年度考核尚未确认，支持%s万元至%s万元（%s）", worth->basis_year, least, most,
                              worth->pack->funding_article);
    case JP_WORTH_OUT_OF_TERM:
      return g_strdup_printf ("%s起不在有效期，未拨付的不再拨付", out_since);
    case JP_WORTH_NO_YEAR:
    default:
      return g_strdup_printf ("规则不设第%u年支持", ordinal);
    }
}
