/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-review-gap.h"

/**
 * jp_review_gap_of:
 * @result: an assessment
 * @gap: (out): the district's total less the city's, in hundredths
 *
 * Returns: whether both offices gave every indicator its points, without which totals do not compare (R-SCORE, 第十条)
 */
gboolean
jp_review_gap_of (const JpResult *result, int *gap)
{
  g_return_val_if_fail (result != NULL && gap != NULL, FALSE);

  *gap = 0;
  if (result->pack == NULL)
    return FALSE;

  for (guint i = 0; i < result->pack->n_indicators; i++)
    {
      const JpResultPoints *points = &result->points[i];

      if (points->district < 0 || points->city < 0)
        return FALSE;
      *gap += points->district - points->city;
    }

  return TRUE;
}

/* Half up, also below zero: −0.5 is 0. */
static int
divide_half_up (gint64 sum, guint n)
{
  gint64 twice = 2 * sum + n, whole = 2 * (gint64) n;
  gint64 quotient = twice / whole;

  return (int) (twice % whole < 0 ? quotient - 1 : quotient);
}

/**
 * jp_review_gap_average:
 * @results: (element-type JpResult): assessments of one or of several years
 * @district: (nullable): code of a district; %NULL: all
 *
 * The average of what the district's totals lie above the city's, or below (negative), over the assessments that both
 * have finished. R-SCORE, 第十条.
 *
 * Returns: how many there are, and the average
 */
JpReviewGap
jp_review_gap_average (GPtrArray *results, const char *district)
{
  JpReviewGap gap = { 0 };
  gint64 sum = 0;

  g_return_val_if_fail (results != NULL, gap);

  for (guint i = 0; i < results->len; i++)
    {
      const JpResult *result = g_ptr_array_index (results, i);
      int one;

      if ((district != NULL && g_strcmp0 (result->dossier->district, district) != 0)
          || !jp_review_gap_of (result, &one))
        continue;
      sum += one;
      gap.n++;
    }
  if (gap.n > 0)
    gap.average = divide_half_up (sum, gap.n);

  return gap;
}
