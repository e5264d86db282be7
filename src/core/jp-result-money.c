/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What hangs on a total: its band, the amount of the support year that rests on it, and the next band. */

#include "jp-result-private.h"

#include "jp-fund-case.h"

#define FULL_MARKS 10000 /* 100.00 points */

/* The support year whose amount rests on the assessment of @year: F + ordinal − 1 is the year after it. */
static guint
ordinal_resting_on (const JpResult *self, const JpContext *context)
{
  int start = jp_funding_start (self->dossier, context, NULL);
  int ordinal = self->year - start + 2;

  if (start == 0 || ordinal < 2 || ordinal > (int) self->pack->n_funding_years)
    return 0;

  return self->pack->funding_years[ordinal - 1].n_bands > 0 ? (guint) ordinal : 0;
}

/* Bands stand highest first: the one before is the next higher. */
static gboolean
is_highest (const JpFundingYear *funding, const JpBand *band)
{
  return band == funding->bands;
}

static int
upper_end (const JpFundingYear *funding, const JpBand *band)
{
  return is_highest (funding, band) ? FULL_MARKS : band[-1].from;
}

static void
fill_band (JpResult *self, const JpFundingYear *funding)
{
  self->band = funding->bands + funding->n_bands - 1;
  while (!is_highest (funding, self->band) && self->total >= self->band[-1].from)
    self->band--;
  self->band_to = upper_end (funding, self->band);

  if (self->involves_money && !self->vetoed)
    self->amount = self->least = self->most_amount = self->band->amount;
  if (!self->vetoed && !is_highest (funding, self->band))
    {
      self->gap_points = self->band[-1].from - self->total;
      self->gap_amount = self->involves_money ? self->band[-1].amount - self->band->amount : 0;
    }
}

/* The bands that the points still missing could lead to, from none of them to all. */
static void
fill_range (JpResult *self, const JpFundingYear *funding)
{
  gboolean first = TRUE;

  self->amount = JP_MONEY_UNKNOWN;
  for (const JpBand *band = funding->bands; band < funding->bands + funding->n_bands; band++)
    {
      gboolean below = !is_highest (funding, band) && upper_end (funding, band) <= self->total;

      if (below || band->from > self->most)
        continue;
      self->least = first ? band->amount : MIN (self->least, band->amount);
      self->most_amount = first ? band->amount : MAX (self->most_amount, band->amount);
      first = FALSE;
    }
}

/**
 * jp_result_fill_money:
 * @result: a result whose points, total and vetoes are known
 * @context: packs and today
 *
 * Fills in band, amount, its range and the gap to the next band. Lower bounds belong to the band and nothing is
 * rounded into one. Where no support year rests on the assessment the band is that of the first banded year and no
 * money is involved. R-FUND, 第十三条.
 */
void
jp_result_fill_money (JpResult *result, const JpContext *context)
{
  const JpPack *pack = result->pack;
  gboolean provisional = result->missing->len > 0;
  guint ordinal;

  if (pack == NULL)
    return;

  result->next_ordinal = ordinal_resting_on (result, context);
  result->involves_money = result->next_ordinal > 0;
  result->next_fiscal_year = result->involves_money ? result->year + 1 : 0;
  ordinal = result->involves_money ? result->next_ordinal : jp_pack_first_banded (pack);
  if (ordinal == 0)
    return;

  if (!provisional)
    fill_band (result, &pack->funding_years[ordinal - 1]);
  else if (result->involves_money && !result->vetoed)
    fill_range (result, &pack->funding_years[ordinal - 1]);
}
