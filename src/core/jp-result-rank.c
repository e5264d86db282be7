/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-result.h"

#include "jp-decimal.h"

static int
compare_totals (gconstpointer a, gconstpointer b)
{
  const int *left = a, *right = b;

  return (*left > *right) - (*left < *right);
}

static gboolean
is_ranked (const JpResult *result)
{
  return result->state == JP_ASSESSMENT_CONFIRMED && !result->vetoed;
}

/* Half up to 0.01; totals are never negative. */
static int
median_of (GArray *sorted)
{
  guint middle = sorted->len / 2;
  int upper;

  if (sorted->len == 0)
    return JP_POINTS_UNKNOWN;

  upper = g_array_index (sorted, int, middle);
  return sorted->len % 2 == 1 ? upper : (g_array_index (sorted, int, middle - 1) + upper + 1) / 2;
}

/**
 * jp_result_rank:
 * @result: a result
 * @results: (element-type JpResult): the results of its year in the whole city, @result among them or not
 *
 * Ranks @result among the confirmed, unvetoed results of its year; equal totals share a rank (1, 2, 2, 4). The median
 * is theirs too, half up to 0.01. Only a city file sees enough to ask. R-SCORE, 第十条.
 *
 * Returns: rank, number ranked and median; a result that is not confirmed, or is vetoed, has rank 0
 */
JpRank
jp_result_rank (const JpResult *result, GPtrArray *results)
{
  g_autoptr (GArray) totals = g_array_new (FALSE, FALSE, sizeof (int));
  JpRank rank = { 0 };

  g_return_val_if_fail (result != NULL && results != NULL, rank);

  rank.rank = is_ranked (result) ? 1 : 0;
  for (guint i = 0; i < results->len; i++)
    {
      const JpResult *other = g_ptr_array_index (results, i);

      if (other->year != result->year || !is_ranked (other))
        continue;
      g_array_append_val (totals, other->total);
      if (rank.rank > 0 && other->total > result->total)
        rank.rank++;
    }
  g_array_sort (totals, compare_totals);
  rank.of = totals->len;
  rank.median = median_of (totals);

  return rank;
}

/**
 * jp_results_average:
 * @results: (element-type JpResult): results of one year
 * @district: (nullable): the code of a district; %NULL: all districts
 * @n: (out) (optional): how many results count
 *
 * Averages the totals of the confirmed, unvetoed results, as rank and median do. R-SCORE, 第十条.
 *
 * Returns: the average in hundredths of a point, half up to 0.01; −1 where no result counts
 */
int
jp_results_average (GPtrArray *results, const char *district, guint *n)
{
  gint64 sum = 0;
  guint counted = 0;

  g_return_val_if_fail (results != NULL, JP_POINTS_UNKNOWN);

  for (guint i = 0; i < results->len; i++)
    {
      const JpResult *result = g_ptr_array_index (results, i);

      if (!is_ranked (result) || (district != NULL && g_strcmp0 (result->dossier->district, district) != 0))
        continue;
      sum += result->total;
      counted++;
    }
  if (n != NULL)
    *n = counted;

  return counted > 0 ? (int) jp_div_half_up (sum, counted) : JP_POINTS_UNKNOWN;
}
