/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 缺件: what an assessment still lacks before the office whose turn it is can pass it on. */

#include "jp-assess-missing.h"

void
jp_lack_free (JpLack *missing)
{
  if (missing == NULL)
    return;

  g_free (missing->sentence);
  g_free (missing);
}

static void
add (GPtrArray *list, JpLackKind kind, guint index, char *sentence)
{
  JpLack *missing = g_new (JpLack, 1);

  *missing = (JpLack) { kind, index, sentence };
  g_ptr_array_add (list, missing);
}

static void
add_figure (GPtrArray *list, const JpResult *result, guint index)
{
  const JpIndicatorScore *item = &result->score.items[index];
  const JpMetric *metrics = result->pack->metrics;
  g_autoptr (GString) text = NULL;

  if (item->status != JP_SCORE_NO_PREVIOUS && item->status != JP_SCORE_NO_CURRENT)
    return;

  text = g_string_new (NULL);
  if (item->missing_previous >= 0)
    g_string_append_printf (text, "%d年%s", result->year - 1, metrics[item->missing_previous].name);
  if (item->missing_current >= 0)
    g_string_append_printf (text, "%s%d年%s", text->len > 0 ? "、" : "", result->year,
                            metrics[item->missing_current].name);
  g_string_append (text, "未填");
  add (list, JP_LACK_FIGURE, index, g_string_free (g_steal_pointer (&text), FALSE));
}

static const JpReviewPoints *
find_review (const JpAssessment *assessment, const char *indicator)
{
  for (guint i = 0; i < assessment->points->len; i++)
    {
      const JpReviewPoints *review = g_ptr_array_index (assessment->points, i);

      if (g_strcmp0 (review->indicator, indicator) == 0)
        return review;
    }

  return NULL;
}

static void
add_points (GPtrArray *list, const JpResult *result, guint index)
{
  gboolean city = result->state == JP_ASSESSMENT_CITY;
  const JpIndicator *indicator = &result->pack->indicators[index];
  const JpReviewPoints *review = find_review (result->assessment, indicator->id);
  int points = city ? result->points[index].city : result->points[index].district;
  const char *reason = review == NULL ? NULL : city ? review->city_reason : review->district_reason;

  if (points == JP_POINTS_UNKNOWN)
    add (list, JP_LACK_POINTS, index, g_strdup_printf ("%s：待%s", indicator->name, city ? "市评打分" : "区评打分"));
  else if ((reason == NULL || *reason == '\0') && jp_assess_needs_reason (result, index, city, points))
    add (list, JP_LACK_REASON, index, g_strdup_printf ("%s：%s缺理由", indicator->name, city ? "市评" : "区评"));
}

/**
 * jp_assess_missing_new:
 * @result: an assessment
 *
 * What an assessment still lacks: figures without which an indicator is not computed, the points of the office whose
 * turn it is, reasons that corrected figures have made necessary, parts of the narrative. Nothing once it is confirmed
 * (R-SCORE, R-CAL; 第九条, 第十条).
 *
 * Returns: (transfer full) (element-type JpLack): figures first, then points and reasons in the pack's order, then
 *   the narrative
 */
GPtrArray *
jp_assess_missing_new (const JpResult *result)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_lack_free);

  g_return_val_if_fail (result != NULL, list);

  if (result->pack == NULL || result->state == JP_ASSESSMENT_CONFIRMED)
    return list;

  if (result->state == JP_ASSESSMENT_NONE)
    add (list, JP_LACK_OPEN, 0, g_strdup_printf ("%d年度考核未开始", result->year));
  for (guint i = 0; i < result->pack->n_indicators; i++)
    add_figure (list, result, i);
  if (result->state == JP_ASSESSMENT_NONE)
    return list;

  for (guint i = 0; i < result->pack->n_indicators; i++)
    add_points (list, result, i);
  for (guint i = 0; JP_NARRATIVE_PARTS[i] != NULL; i++)
    if (jp_assessment_told (result->assessment, JP_NARRATIVE_PARTS[i]) == NULL)
      add (list, JP_LACK_NARRATIVE, i, g_strdup_printf ("“%s”未填写", jp_narrative_part_name (JP_NARRATIVE_PARTS[i])));

  return list;
}
