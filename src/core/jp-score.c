/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-score.h"

#include "jp-ratio.h"
#include "jp-wide.h"

static JpWide
common_divisor (JpWide a, JpWide b)
{
  a = a < 0 ? -a : a;
  b = b < 0 ? -b : b;
  while (b != 0)
    {
      JpWide rest = a % b;

      a = b;
      b = rest;
    }

  return a;
}

/* A straight piece of a curve with the measure on it. All lengths are integers over one unit each. */
typedef struct
{
  JpWide start, run, x_unit;  /* thresholds × x_unit */
  JpWide share, rise, s_unit; /* shares × s_unit */
  JpWide numerator, denominator;
} Piece;

static void
piece_init (Piece *piece, const JpCurvePoint *from, const JpCurvePoint *to, gint64 numerator, gint64 denominator)
{
  guint x_scale = MAX (from->x.scale, to->x.scale), s_scale = MAX (from->share.scale, to->share.scale);

  piece->x_unit = jp_power_of_ten (x_scale);
  piece->start = (JpWide) from->x.coefficient * jp_power_of_ten (x_scale - from->x.scale);
  piece->run = (JpWide) to->x.coefficient * jp_power_of_ten (x_scale - to->x.scale) - piece->start;
  piece->s_unit = jp_power_of_ten (s_scale);
  piece->share = (JpWide) from->share.coefficient * jp_power_of_ten (s_scale - from->share.scale);
  piece->rise = (JpWide) to->share.coefficient * jp_power_of_ten (s_scale - to->share.scale) - piece->share;
  piece->numerator = numerator;
  piece->denominator = denominator;
}

/* Common divisors are taken out only when the plain products do not fit: dividing costs more than it saves. */
static void
piece_reduce (Piece *piece)
{
  JpWide x = common_divisor (common_divisor (piece->start, piece->run), piece->x_unit);
  JpWide s = common_divisor (common_divisor (piece->share, piece->rise), piece->s_unit);
  JpWide m = common_divisor (piece->numerator, piece->denominator);

  piece->start /= x;
  piece->run /= x;
  piece->x_unit /= x;
  piece->share /= s;
  piece->rise /= s;
  piece->s_unit /= s;
  piece->numerator /= m;
  piece->denominator /= m;
}

/* weight × (share + rise × (measure − start) ÷ run) over one denominator, rounded once, half up. */
static gboolean
piece_points (const Piece *piece, int weight, int *points)
{
  JpWide measure, start, done, whole, level, climbed, top, bottom, rest;

  if (!jp_wide_multiply (piece->numerator, piece->x_unit, &measure)
      || !jp_wide_multiply (piece->start, piece->denominator, &start))
    return FALSE;
  done = measure - start;
  if (!jp_wide_multiply (piece->run, piece->denominator, &whole)
      || !jp_wide_multiply (piece->share, whole, &level)
      || !jp_wide_multiply (piece->rise, done, &climbed)
      || !jp_wide_multiply (level + climbed, weight, &top)
      || !jp_wide_multiply (whole, piece->s_unit, &bottom))
    return FALSE;

  rest = top % bottom;
  *points = (int) (top / bottom) + (rest >= bottom - rest ? 1 : 0);
  return TRUE;
}

static gboolean
linear_points (const JpCurvePoint *from, int weight, gint64 numerator, gint64 denominator, int *points)
{
  Piece piece;

  piece_init (&piece, from, from + 1, numerator, denominator);
  if (piece_points (&piece, weight, points))
    return TRUE;

  piece_reduce (&piece);
  return piece_points (&piece, weight, points);
}

/* A weight is at most 100.00 points, a share at most 1: the product fits and so does the result. */
static int
share_points (int weight, JpDecimal share)
{
  JpWide unit = jp_power_of_ten (share.scale);
  JpWide top = (JpWide) weight * share.coefficient;

  return (int) ((2 * top + unit) / (2 * unit));
}

/**
 * jp_curve_points:
 * @curve: a curve of a rule pack
 * @weight: the indicator's weight, in hundredths of a point
 * @numerator: the measure's numerator
 * @denominator: the measure's denominator, positive
 * @points: (out): weight × share in hundredths of a point, rounded half up once
 * @reached: (out) (optional): the highest curve point at or below the measure, or −1
 *
 * Reads a measure on a curve: the share of the highest threshold at or below it, or on the straight line between
 * two points and flat outside. Below the first step the share is the curve's floor. R-SCORE, 第十条.
 *
 * Returns: whether the arithmetic fits; otherwise @points is left untouched
 */
gboolean
jp_curve_points (const JpCurve *curve, int weight, gint64 numerator, gint64 denominator, int *points, int *reached)
{
  int at = -1;

  g_return_val_if_fail (curve != NULL && curve->n_points > 0, FALSE);
  g_return_val_if_fail (denominator > 0, FALSE);
  g_return_val_if_fail (points != NULL, FALSE);

  while (at + 1 < (int) curve->n_points && jp_ratio_compare (numerator, denominator, curve->points[at + 1].x) >= 0)
    at++;
  if (reached != NULL)
    *reached = at;

  if (at < 0)
    *points = share_points (weight, curve->mode == JP_CURVE_STEPS ? curve->floor : curve->points[0].share);
  else if (curve->mode == JP_CURVE_STEPS || at + 1 == (int) curve->n_points)
    *points = share_points (weight, curve->points[at].share);
  else
    return linear_points (&curve->points[at], weight, numerator, denominator, points);

  return TRUE;
}

/**
 * jp_indicator_decimals:
 * @pack: the rule pack of @indicator
 * @indicator: an indicator
 *
 * Returns: the decimals of the metrics it sums, which share one unit; 0 where it has none
 */
guint
jp_indicator_decimals (const JpPack *pack, const JpIndicator *indicator)
{
  g_return_val_if_fail (pack != NULL && indicator != NULL, 0);

  return indicator->n_metrics > 0 ? pack->metrics[indicator->metrics[0]].decimals : 0;
}

/**
 * jp_indicator_unit:
 * @pack: the rule pack of @indicator
 * @indicator: an indicator
 *
 * Returns: (transfer none): the unit of the metrics it sums; "" where it has none
 */
const char *
jp_indicator_unit (const JpPack *pack, const JpIndicator *indicator)
{
  g_return_val_if_fail (pack != NULL && indicator != NULL, "");

  return indicator->n_metrics > 0 ? pack->metrics[indicator->metrics[0]].unit : "";
}

/**
 * jp_indicator_measure:
 * @pack: the rule pack of @indicator
 * @indicator: an indicator
 * @previous: the sum of its metrics for the year before, in their smallest unit, or %JP_VALUE_UNKNOWN
 * @current: the same for the year
 * @numerator: (out): the measure's numerator
 * @denominator: (out): the measure's denominator, positive
 *
 * The measure of an indicator as an exact ratio: growth (c−p)/p, increment c−p or level c. R-SCORE, 第十条.
 *
 * Returns: %JP_SCORE_COMPUTED, or why there is no measure; then the ratio is left untouched
 */
JpScoreStatus
jp_indicator_measure (const JpPack *pack, const JpIndicator *indicator, gint64 previous, gint64 current,
                      gint64 *numerator, gint64 *denominator)
{
  g_return_val_if_fail (pack != NULL && indicator != NULL, JP_SCORE_MANUAL);
  g_return_val_if_fail (numerator != NULL && denominator != NULL, JP_SCORE_MANUAL);

  if (indicator->measure == JP_MEASURE_MANUAL)
    return JP_SCORE_MANUAL;
  if (indicator->measure != JP_MEASURE_LEVEL && previous == JP_VALUE_UNKNOWN)
    return JP_SCORE_NO_PREVIOUS;
  if (current == JP_VALUE_UNKNOWN)
    return JP_SCORE_NO_CURRENT;
  if (indicator->measure == JP_MEASURE_GROWTH && previous == 0)
    return JP_SCORE_PREVIOUS_IS_ZERO;

  /* Both sums are at least 0, so that their difference cannot overflow. */
  *numerator = indicator->measure == JP_MEASURE_LEVEL ? current : current - previous;
  *denominator = indicator->measure == JP_MEASURE_GROWTH ? previous
                                                         : jp_power_of_ten (jp_indicator_decimals (pack, indicator));
  return JP_SCORE_COMPUTED;
}

/* @missing names the first metric not given; then @sum is unknown. FALSE: the sum does not fit. */
static gboolean
sum_metrics (const JpPack *pack, const JpIndicator *indicator, const JpFigures *figures, gint64 *sum, int *missing)
{
  gint64 total = 0;

  *sum = JP_VALUE_UNKNOWN;
  *missing = -1;
  for (guint i = 0; i < indicator->n_metrics; i++)
    {
      guint metric = indicator->metrics[i];
      gint64 value = figures != NULL ? jp_figures_get (figures, pack->metrics[metric].id) : JP_VALUE_UNKNOWN;

      if (value == JP_VALUE_UNKNOWN)
        {
          *missing = (int) metric;
          return TRUE;
        }
      if (!jp_add_checked (total, value, &total))
        return FALSE;
    }

  if (indicator->n_metrics > 0)
    *sum = total;
  return TRUE;
}

static void
score_indicator (JpIndicatorScore *item, const JpPack *pack, const JpIndicator *indicator, const JpFigures *previous,
                 const JpFigures *current)
{
  gboolean previous_fits, current_fits;

  *item = (JpIndicatorScore) {
    .indicator = indicator, .denominator = 1, .points = -1, .reached = -1,
  };

  previous_fits = sum_metrics (pack, indicator, previous, &item->previous, &item->missing_previous);
  current_fits = sum_metrics (pack, indicator, current, &item->current, &item->missing_current);
  if (!current_fits || (!previous_fits && indicator->measure != JP_MEASURE_LEVEL))
    {
      item->status = JP_SCORE_OVERFLOW;
      return;
    }

  item->status = jp_indicator_measure (pack, indicator, item->previous, item->current, &item->numerator,
                                       &item->denominator);
  if (item->status == JP_SCORE_COMPUTED
      && !jp_curve_points (&indicator->curve, indicator->weight, item->numerator, item->denominator, &item->points,
                           &item->reached))
    item->status = JP_SCORE_OVERFLOW;
}

/**
 * jp_score_init:
 * @score: (out caller-allocates): the score to set
 * @pack: the rule pack; it must outlive @score
 * @year: the assessment year
 * @previous: (nullable): the figures of the year before
 * @current: (nullable): the figures of @year
 *
 * Computes every indicator exactly: integers in the smallest unit, one rounding half up to 0.01 of a point per
 * indicator, and the exact sum of those known. What cannot be computed waits for a reviewer and says why.
 * R-SCORE, 第十条.
 */
void
jp_score_init (JpScore *score, const JpPack *pack, int year, const JpFigures *previous, const JpFigures *current)
{
  g_return_if_fail (score != NULL);
  g_return_if_fail (pack != NULL);

  *score = (JpScore) { .pack = pack, .year = year, .items = g_new (JpIndicatorScore, pack->n_indicators) };
  for (guint i = 0; i < pack->n_indicators; i++)
    {
      JpIndicatorScore *item = &score->items[i];

      score_indicator (item, pack, &pack->indicators[i], previous, current);
      if (item->points >= 0)
        score->total += item->points;
      else
        score->n_missing++;
    }
}

/**
 * jp_score_clear:
 * @score: a score
 *
 * Frees what a score holds. Clearing a zeroed or a cleared score does nothing.
 */
void
jp_score_clear (JpScore *score)
{
  g_return_if_fail (score != NULL);

  g_free (score->items);
  *score = (JpScore) { 0 };
}
