/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The arithmetic of a score told as a clerk would tell it. These sentences stand on official papers: they are
 * Chinese whatever the locale. */

#include "jp-score.h"

#include "jp-ratio.h"

#include <string.h>

static gboolean
is_percent (const char *unit)
{
  return strcmp (unit, "%") == 0;
}

/* "10%", "8 家", "4 个百分点": a threshold in the words of the measure. */
static char *
threshold_text (const JpPack *pack, const JpIndicator *indicator, JpDecimal threshold)
{
  const char *unit = jp_indicator_unit (pack, indicator);
  g_autofree char *plain = NULL;

  if (indicator->measure == JP_MEASURE_GROWTH)
    return jp_threshold_to_percent (threshold);

  plain = jp_threshold_to_plain (threshold);
  if (!is_percent (unit))
    return g_strdup_printf ("%s %s", plain, unit);
  return g_strdup_printf (indicator->measure == JP_MEASURE_INCREMENT ? "%s 个百分点" : "%s%%", plain);
}

/* Han follows a per-cent sign after a space, other Han without one. */
static const char *
space_after (const char *text)
{
  return g_str_has_suffix (text, "%") ? " " : "";
}

/* "10% 档", "8 家档". */
static char *
step_text (const JpScore *score, const JpIndicator *indicator, JpDecimal threshold)
{
  g_autofree char *text = threshold_text (score->pack, indicator, threshold);

  return g_strconcat (text, space_after (text), "档", NULL);
}

/* A growth rate is shown rounded. Where the rounded figure would stand on the other side of a threshold than the
 * exact one does, the sentence says on which side it really is. */
static char *
rounding_note (const JpIndicatorScore *item)
{
  const JpCurve *curve = &item->indicator->curve;

  for (guint i = 0; i < curve->n_points; i++)
    {
      JpDecimal x = curve->points[i].x;
      gboolean reached = jp_ratio_compare (item->numerator, item->denominator, x) >= 0;
      g_autofree char *text = NULL;

      if (reached == (jp_ratio_compare_shown (item->numerator, item->denominator, x) >= 0))
        continue;
      text = jp_threshold_to_percent (x);
      return g_strdup_printf (reached ? "（已达%s）" : "（不足%s）", text);
    }

  return g_strdup ("");
}

/* "增长 10.00%", "下降 3.00%（不足0%）", "持平". */
static char *
growth_text (const JpIndicatorScore *item)
{
  g_autofree char *percent = NULL;
  g_autofree char *note = NULL;

  if (item->numerator == 0)
    return g_strdup ("持平");

  percent = jp_ratio_to_percent (ABS (item->numerator), item->denominator);
  note = rounding_note (item);
  return g_strdup_printf ("%s %s%s", item->numerator > 0 ? "增长" : "下降", percent, note);
}

/* "增加 9 家", "减少 4.20 个百分点", "持平". */
static char *
increment_text (const JpScore *score, const JpIndicatorScore *item)
{
  const char *unit = jp_indicator_unit (score->pack, item->indicator);
  g_autofree char *size = NULL;

  if (item->numerator == 0)
    return g_strdup ("持平");

  size = jp_units_to_grouped (ABS (item->numerator), jp_indicator_decimals (score->pack, item->indicator));
  return g_strdup_printf ("%s %s %s", item->numerator > 0 ? "增加" : "减少", size,
                          is_percent (unit) ? "个百分点" : unit);
}

/* "1,234,567.00 → 1,358,023.70 万元，增长 10.00%", "27.60%". */
static char *
measure_sentence (const JpScore *score, const JpIndicatorScore *item)
{
  const char *unit = jp_indicator_unit (score->pack, item->indicator);
  guint decimals = jp_indicator_decimals (score->pack, item->indicator);
  g_autofree char *current = jp_units_to_grouped (item->current, decimals);
  g_autofree char *previous = NULL;
  g_autofree char *change = NULL;

  if (item->indicator->measure == JP_MEASURE_LEVEL)
    return is_percent (unit) ? g_strconcat (current, "%", NULL) : g_strdup_printf ("%s %s", current, unit);

  previous = jp_units_to_grouped (item->previous, decimals);
  change = item->indicator->measure == JP_MEASURE_GROWTH ? growth_text (item) : increment_text (score, item);
  if (is_percent (unit))
    return g_strdup_printf ("%s%% → %s%%，%s", previous, current, change);
  return g_strdup_printf ("%s → %s %s，%s", previous, current, unit, change);
}

static char *
below_first_sentence (const JpScore *score, const JpIndicator *indicator)
{
  const JpCurve *curve = &indicator->curve;
  g_autofree char *step = step_text (score, indicator, curve->points[0].x);
  g_autofree char *threshold = NULL;

  if (curve->mode == JP_CURVE_STEPS)
    return g_strdup_printf (curve->floor.coefficient > 0 ? "未达到 %s，按保底计" : "未达到 %s", step);
  if (curve->points[0].share.coefficient == 0)
    return g_strdup_printf ("未达到 %s", step);

  threshold = threshold_text (score->pack, indicator, curve->points[0].x);
  return g_strdup_printf ("低于 %s，按 %s计", threshold, step);
}

/* Where on the curve the measure lies. */
static char *
place_sentence (const JpScore *score, const JpIndicatorScore *item)
{
  const JpCurve *curve = &item->indicator->curve;
  const JpCurvePoint *at = &curve->points[MAX (item->reached, 0)];

  if (item->reached < 0)
    return below_first_sentence (score, item->indicator);

  if (curve->mode == JP_CURVE_LINEAR && item->reached + 1 < (int) curve->n_points
      && jp_ratio_compare (item->numerator, item->denominator, at->x) > 0)
    {
      g_autofree char *from = threshold_text (score->pack, item->indicator, at->x);
      g_autofree char *to = threshold_text (score->pack, item->indicator, at[1].x);

      return g_strdup_printf ("介于 %s%s与 %s%s之间，按线性计", from, space_after (from), to, space_after (to));
    }
  else
    {
      g_autofree char *step = step_text (score, item->indicator, at->x);

      return g_strdup_printf ("达到 %s", step);
    }
}

static char *
computed_sentence (const JpScore *score, const JpIndicatorScore *item)
{
  g_autofree char *measure = measure_sentence (score, item);
  g_autofree char *place = place_sentence (score, item);
  g_autofree char *points = jp_points_to_string (item->points);

  return g_strdup_printf ("%s，%s，得 %s 分", measure, place, points);
}

static char *
missing_sentence (const JpScore *score, const JpIndicatorScore *item)
{
  const JpMetric *metrics = score->pack->metrics;
  gboolean previous = item->status == JP_SCORE_NO_PREVIOUS, current = item->missing_current >= 0;

  if (previous && current && item->missing_previous == item->missing_current)
    return g_strdup_printf ("%d 年、%d 年%s均未填，不能计算，待评审打分", score->year - 1, score->year,
                            metrics[item->missing_current].name);
  if (previous && current)
    return g_strdup_printf ("%d 年%s、%d 年%s未填，不能计算，待评审打分", score->year - 1,
                            metrics[item->missing_previous].name, score->year, metrics[item->missing_current].name);
  return g_strdup_printf ("%d 年%s未填，不能计算，待评审打分", previous ? score->year - 1 : score->year,
                          metrics[previous ? item->missing_previous : item->missing_current].name);
}

static char *
zero_base_sentence (const JpScore *score, const JpIndicator *indicator)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < indicator->n_metrics; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "、" : "", score->pack->metrics[indicator->metrics[i]].name);

  return g_strdup_printf ("%d 年%s%s为 0，增长率不能计算，待评审打分", score->year - 1, names->str,
                          indicator->n_metrics > 1 ? "合计" : "");
}

static char *
manual_sentence (const JpIndicator *indicator)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *weight = NULL;

  for (guint i = 0; i < indicator->n_grades; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "/" : "", indicator->grades[i].name);
  if (indicator->n_grades > 0)
    return g_strdup_printf ("由评审按 %s 打分", names->str);

  weight = jp_points_to_string (indicator->weight);
  return g_strdup_printf ("由评审在 0 至 %s 分之间打分", weight);
}

/* Points of a share of the weight, as they are given: rounded half up. */
static char *
share_text (const JpIndicator *indicator, JpDecimal share)
{
  gint64 points = 0;

  /* A share is at most 1 and a weight at most 100.00: this fits. */
  jp_mul_div_half_up (indicator->weight, share.coefficient, jp_power_of_ten (share.scale), &points);
  return jp_points_to_string ((int) points);
}

/* 优 10.00 分；良 8.00 分, or nothing but the range where there are no grades. */
static void
append_grades (GString *text, const JpIndicator *indicator)
{
  g_autofree char *weight = jp_points_to_string (indicator->weight);

  for (guint i = 0; i < indicator->n_grades; i++)
    {
      g_autofree char *points = jp_points_to_string (indicator->grades[i].points);

      g_string_append_printf (text, "%s%s %s 分", i > 0 ? "；" : "", indicator->grades[i].name, points);
    }
  if (indicator->n_grades == 0)
    g_string_append_printf (text, "由评审在 0 至 %s 分之间打分", weight);
}

/**
 * jp_indicator_scale_text:
 * @pack: a rule pack
 * @indicator: one of its indicators
 *
 * How an indicator is scored, from the highest threshold down: "达到 10% 得 20.00 分；5% 得 14.00 分；不足得 0.00 分".
 * R-SCORE, 第十条.
 *
 * Returns: (transfer full): an official sentence, always Chinese
 */
char *
jp_indicator_scale_text (const JpPack *pack, const JpIndicator *indicator)
{
  const JpCurve *curve = &indicator->curve;
  GString *text = g_string_new (NULL);

  if (indicator->measure == JP_MEASURE_MANUAL)
    {
      append_grades (text, indicator);
      return g_string_free (text, FALSE);
    }

  for (guint i = curve->n_points; i > 0; i--)
    {
      g_autofree char *threshold = threshold_text (pack, indicator, curve->points[i - 1].x);
      g_autofree char *points = share_text (indicator, curve->points[i - 1].share);

      g_string_append_printf (text, "%s%s%s得 %s 分", i < curve->n_points ? "；" : "达到 ", threshold,
                              space_after (threshold), points);
    }
  if (curve->mode == JP_CURVE_LINEAR)
    g_string_append (text, "；其间按直线内插");
  else
    {
      g_autofree char *points = share_text (indicator, curve->floor);

      g_string_append_printf (text, "；不足得 %s 分", points);
    }

  return g_string_free (text, FALSE);
}

/**
 * jp_score_explain:
 * @score: a score
 * @index: an indicator of its pack
 *
 * Tells how an indicator came to its points, or why it has none, in one official sentence: the figures, the
 * change, the place on the curve, the points. Where rounding the growth rate would put it on the wrong side of a
 * threshold, the sentence says so. Chinese whatever the locale. R-SCORE, 第十条.
 *
 * Returns: (transfer full): "1,234,567.00 → 1,358,023.70 万元，增长 10.00%，达到 10% 档，得 20.00 分"
 */
char *
jp_score_explain (const JpScore *score, guint index)
{
  const JpIndicatorScore *item;

  g_return_val_if_fail (score != NULL && score->pack != NULL, NULL);
  g_return_val_if_fail (index < score->pack->n_indicators, NULL);

  item = &score->items[index];
  switch (item->status)
    {
    case JP_SCORE_COMPUTED:
      return computed_sentence (score, item);
    case JP_SCORE_MANUAL:
      return manual_sentence (item->indicator);
    case JP_SCORE_NO_PREVIOUS:
    case JP_SCORE_NO_CURRENT:
      return missing_sentence (score, item);
    case JP_SCORE_PREVIOUS_IS_ZERO:
      return zero_base_sentence (score, item->indicator);
    case JP_SCORE_OVERFLOW:
      return g_strdup ("数值超出可精确计算的范围，不能计算，待评审打分");
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * jp_score_measure_text:
 * @score: a score
 * @index: an indicator of its pack
 *
 * Returns: (transfer full): the measure as papers show it, without its unit except for growth: "22.00%", "9",
 *   "27.60"; "—" where it is not computed
 */
char *
jp_score_measure_text (const JpScore *score, guint index)
{
  const JpIndicatorScore *item;

  g_return_val_if_fail (score != NULL && score->pack != NULL, NULL);
  g_return_val_if_fail (index < score->pack->n_indicators, NULL);

  item = &score->items[index];
  if (item->status != JP_SCORE_COMPUTED)
    return g_strdup ("—");
  if (item->indicator->measure == JP_MEASURE_GROWTH)
    return jp_ratio_to_percent (item->numerator, item->denominator);

  return jp_units_to_string (item->numerator, jp_indicator_decimals (score->pack, item->indicator));
}

/**
 * jp_points_to_string:
 * @hundredths: points, in hundredths
 *
 * Returns: (transfer full): the points with two decimals, "79.99"
 */
char *
jp_points_to_string (int hundredths)
{
  return jp_units_to_string (hundredths, 2);
}
