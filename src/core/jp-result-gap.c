/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where points are cheapest: what each indicator's measure would have to rise by, and what that brings. */

#include "jp-result-private.h"

#include "jp-ratio.h"
#include "jp-wide.h"

static JpWide
divide_up (JpWide numerator, JpWide denominator)
{
  JpWide quotient = numerator / denominator;

  return quotient * denominator < numerator ? quotient + 1 : quotient;
}

/* The smallest sum of this year's figures whose measure reaches @threshold, or −1 where it is no figure. */
static gint64
sum_that_reaches (const JpPack *pack, const JpIndicatorScore *item, JpDecimal threshold)
{
  JpWide unit = jp_power_of_ten (threshold.scale);
  JpWide smallest = jp_power_of_ten (jp_indicator_decimals (pack, item->indicator));
  JpWide sum = item->indicator->measure == JP_MEASURE_GROWTH
               ? divide_up ((unit + threshold.coefficient) * item->previous, unit)
               : divide_up (threshold.coefficient * smallest, unit);

  if (item->indicator->measure == JP_MEASURE_INCREMENT)
    sum += item->previous;

  return sum >= 0 && sum <= G_MAXINT64 ? (gint64) sum : -1;
}

/* Points beyond the standing ones if this year's figures summed to @sum; negative where that is worse. */
static int
gain_at (const JpResult *self, guint index, gint64 sum)
{
  const JpIndicatorScore *item = &self->score.items[index];
  gint64 numerator, denominator;
  int points;

  if (jp_indicator_measure (self->pack, item->indicator, item->previous, sum, &numerator, &denominator)
        != JP_SCORE_COMPUTED
      || !jp_curve_points (&item->indicator->curve, item->indicator->weight, numerator, denominator, &points, NULL))
    return -1;

  return points - self->points[index].standing;
}

/* On a straight piece no more is asked than the gap to the next band. Points rise along the piece from @low, which
 * does not close the gap, to @high, which does. */
static gint64
sum_that_closes_the_gap (const JpResult *self, guint index, gint64 low, gint64 high)
{
  while (high - low > 1)
    {
      gint64 middle = low + (high - low) / 2;

      if (gain_at (self, index, middle) >= self->gap_points)
        high = middle;
      else
        low = middle;
    }

  return high;
}

static gboolean
computed_step (const JpResult *self, guint index, JpCheapStep *step)
{
  const JpIndicatorScore *item = &self->score.items[index];
  const JpCurve *curve = &item->indicator->curve;
  gint64 low = item->current;

  for (guint k = (guint) (item->reached + 1); k < curve->n_points; k++)
    {
      gint64 sum = sum_that_reaches (self->pack, item, curve->points[k].x);
      int gain = sum >= 0 ? gain_at (self, index, sum) : -1;

      if (gain <= 0)
        {
          low = MAX (low, sum);
          continue;
        }
      if (curve->mode == JP_CURVE_LINEAR && self->gap_points > 0 && gain > self->gap_points)
        sum = sum_that_closes_the_gap (self, index, low, sum);

      *step = (JpCheapStep) { .indicator = index, .gain = gain_at (self, index, sum), .needed = sum - item->current };
      return TRUE;
    }

  return FALSE;
}

/* A reviewer's points rise to the next grade, or to the weight where there are no grades. */
static gboolean
manual_step (const JpResult *self, guint index, JpCheapStep *step)
{
  const JpIndicator *indicator = &self->pack->indicators[index];
  int standing = self->points[index].standing, next = indicator->weight;

  for (guint i = 0; i < indicator->n_grades; i++)
    if (indicator->grades[i].points > standing)
      next = MIN (next, indicator->grades[i].points);

  *step = (JpCheapStep) { .indicator = index, .gain = next - standing, .needed = -1 };
  return next > standing;
}

/* Compares a/b with c/d exactly; a and c below 2^80, b and d positive: whole parts first, then the rests. */
static int
compare_fractions (JpWide a, gint64 b, JpWide c, gint64 d)
{
  JpWide left = a / b, right = c / d;

  if (left == right)
    {
      left = (a % b) * d;
      right = (c % d) * b;
    }
  return (left > right) - (left < right);
}

/* Best first: points gained per share of the present figure that has to be added (gain ÷ (needed ÷ present)), so that
 * yuan, firms and per cents compare. What a reviewer gives has no such price and comes last. Equals go by the larger
 * gain, then in the pack's order. */
static int
compare_steps (gconstpointer left, gconstpointer right, gpointer data)
{
  const JpCheapStep *a = left, *b = right;
  const JpResult *self = data;
  JpWide gain_a = (JpWide) a->gain * MAX (self->score.items[a->indicator].current, 1);
  JpWide gain_b = (JpWide) b->gain * MAX (self->score.items[b->indicator].current, 1);
  int order;

  if ((a->needed < 0) != (b->needed < 0))
    return a->needed < 0 ? 1 : -1;

  order = a->needed < 0 ? 0 : compare_fractions (gain_b, b->needed, gain_a, a->needed);
  if (order == 0)
    order = b->gain - a->gain;
  return order != 0 ? order : (int) a->indicator - (int) b->indicator;
}

/**
 * jp_result_fill_cheapest:
 * @result: a result whose points and gap are known
 *
 * Lists, cheapest first, for each indicator the nearest rise of its measure that adds points: to its next curve point,
 * and on a straight piece no further than the gap to the next band asks.
 */
void
jp_result_fill_cheapest (JpResult *result)
{
  if (result->pack == NULL)
    return;

  for (guint i = 0; i < result->pack->n_indicators; i++)
    {
      JpCheapStep step;

      if (result->points[i].standing < 0)
        continue;
      if (result->score.items[i].status == JP_SCORE_COMPUTED ? computed_step (result, i, &step)
                                                             : manual_step (result, i, &step))
        g_array_append_val (result->cheapest, step);
    }
  g_array_sort_with_data (result->cheapest, compare_steps, result);
}
