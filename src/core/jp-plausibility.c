/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-plausibility.h"

#include "jp-ratio.h"

#include <string.h>

/* Below this many smallest units the same rate two years running is chance, and so is a round figure. */
#define LEAST_TO_REPEAT 1000
#define LEAST_TO_ROUND  1000 /* in the shown unit */
#define ROUND_DIGITS    100  /* below it: at most two digits before the zeros */

/* One metric over three years; a value may be unknown. */
typedef struct
{
  const JpPack   *pack;
  const JpMetric *metric;
  guint           index;
  int             year;
  gint64          before, previous, current;
} Series;

static gint64
figure (const JpDossier *dossier, int year, const char *metric)
{
  const JpFigures *figures = jp_dossier_figures (dossier, year);

  return figures != NULL ? jp_figures_get (figures, metric) : JP_VALUE_UNKNOWN;
}

static void
report (GPtrArray *suspects, const Series *series, JpSuspicion kind, char *sentence)
{
  JpSuspect *suspect = g_new (JpSuspect, 1);

  suspect->kind = kind;
  suspect->metric = series->index;
  suspect->sentence = sentence;
  g_ptr_array_add (suspects, suspect);
}

/**
 * jp_suspect_free:
 * @suspect: (nullable) (transfer full): what looks wrong
 *
 * Frees it.
 */
void
jp_suspect_free (JpSuspect *suspect)
{
  if (suspect == NULL)
    return;

  g_free (suspect->sentence);
  g_free (suspect);
}

/* "2025 年总产值 100.00 → 300.00 万元". */
static char *
change_text (const Series *series)
{
  g_autofree char *previous = jp_units_to_grouped (series->previous, series->metric->decimals);
  g_autofree char *current = jp_units_to_grouped (series->current, series->metric->decimals);

  return g_strdup_printf (strcmp (series->metric->unit, "%") == 0 ? "%d 年%s %s → %s%s" : "%d 年%s %s → %s %s",
                          series->year, series->metric->name, previous, current, series->metric->unit);
}

/* Two years @times apart in either direction. A nought counts as one shown unit: 0 to 3 firms is no jump. */
static gboolean
is_jump (const Series *series)
{
  gint64 larger = MAX (series->current, series->previous);
  gint64 smaller = MAX (MIN (series->current, series->previous), jp_power_of_ten (series->metric->decimals));

  return series->pack->check_jump.coefficient > 0 && jp_ratio_compare (larger, smaller, series->pack->check_jump) >= 0;
}

/* 元, 万元 and 亿元 mixed up. The cluster itself has moved within the year, so half of the factor is enough. */
static gboolean
is_slip (const Series *series)
{
  gint64 larger = MAX (series->current, series->previous), smaller = MIN (series->current, series->previous);

  return series->metric->kind == JP_METRIC_AMOUNT && series->pack->check_slip.coefficient > 0 && smaller > 0
         && jp_ratio_compare (2 * larger, smaller, series->pack->check_slip) >= 0;
}

static gboolean
is_growth (const Series *series)
{
  return series->pack->check_growth.coefficient > 0 && series->previous > 0
         && jp_ratio_compare (series->current - series->previous, series->previous, series->pack->check_growth) > 0;
}

/* The gravest of the three alone is told: a slip is always a jump, and a jump upwards a growth. */
static void
check_change (GPtrArray *suspects, const Series *series)
{
  g_autofree char *change = NULL;

  if (series->previous == JP_VALUE_UNKNOWN || series->current == JP_VALUE_UNKNOWN)
    return;

  change = change_text (series);
  if (is_slip (series))
    {
      g_autofree char *times = jp_threshold_to_plain (series->pack->check_slip);

      report (suspects, series, JP_SUSPECT_SLIP,
              g_strdup_printf ("%s，相差接近或超过 %s 倍，疑为金额单位填错", change, times));
    }
  else if (is_jump (series))
    {
      g_autofree char *times = jp_threshold_to_plain (series->pack->check_jump);

      report (suspects, series, JP_SUSPECT_JUMP, g_strdup_printf ("%s，相差达到 %s 倍", change, times));
    }
  else if (is_growth (series))
    {
      g_autofree char *limit = jp_threshold_to_percent (series->pack->check_growth);
      g_autofree char *rate = jp_ratio_to_percent (series->current - series->previous, series->previous);

      report (suspects, series, JP_SUSPECT_GROWTH, g_strdup_printf ("%s，增长 %s，超过 %s", change, rate, limit));
    }
}

/* The rate as papers show it, to 0.01 %. */
static gboolean
same_rate (const Series *series)
{
  gint64 now, then;

  return jp_mul_div_half_up (series->current - series->previous, 10000, series->previous, &now)
         && jp_mul_div_half_up (series->previous - series->before, 10000, series->before, &then) && now == then;
}

static void
check_copied (GPtrArray *suspects, const Series *series)
{
  g_autofree char *rate = NULL;

  if (series->metric->kind == JP_METRIC_SHARE || series->current == JP_VALUE_UNKNOWN
      || series->previous < LEAST_TO_REPEAT || series->before < LEAST_TO_REPEAT || !same_rate (series))
    return;

  rate = jp_ratio_to_percent (series->current - series->previous, series->previous);
  report (suspects, series, JP_SUSPECT_COPIED_GROWTH,
          g_strdup_printf ("%d 年%s增长率 %s，与 %d 年的增长率相同", series->year, series->metric->name, rate, series->year - 1));
}

static void
check_round (GPtrArray *suspects, const Series *series)
{
  g_autofree char *shown = NULL;
  gint64 digits = series->current;

  if (series->metric->kind == JP_METRIC_SHARE || digits < LEAST_TO_ROUND * jp_power_of_ten (series->metric->decimals))
    return;
  while (digits % 10 == 0)
    digits /= 10;
  if (digits >= ROUND_DIGITS)
    return;

  shown = jp_units_to_grouped (series->current, series->metric->decimals);
  report (suspects, series, JP_SUSPECT_ROUND,
          g_strdup_printf ("%d 年%s %s %s过于整齐，疑为估计数", series->year, series->metric->name, shown, series->metric->unit));
}

/* Part and whole share their unit and decimals (R-PACK). */
static void
check_part (GPtrArray *suspects, const Series *series, gint64 whole)
{
  const JpMetric *whole_metric = &series->pack->metrics[series->metric->part_of];
  g_autofree char *part_shown = NULL;
  g_autofree char *whole_shown = NULL;

  if (series->current == JP_VALUE_UNKNOWN || whole == JP_VALUE_UNKNOWN || series->current <= whole)
    return;

  part_shown = jp_units_to_grouped (series->current, series->metric->decimals);
  whole_shown = jp_units_to_grouped (whole, whole_metric->decimals);
  report (suspects, series, JP_SUSPECT_PART_ABOVE_WHOLE,
          g_strdup_printf ("%d 年%s %s %s大于%s %s %s", series->year, series->metric->name, part_shown,
                           series->metric->unit, whole_metric->name, whole_shown, whole_metric->unit));
}

/**
 * jp_plausibility_new:
 * @dossier: a cluster
 * @pack: the rule pack whose limits are used
 * @year: the year whose figures are looked at
 *
 * Finds in a year's figures what a good reviewer would ask about (体检): growth above the pack's limit, jumps, slips of
 * the unit, the growth of the year before copied, figures too round to be counted, parts above their wholes. It only
 * warns. R-PACK, checks.
 *
 * Returns: (transfer full) (element-type JpSuspect): what looks wrong, in the order of the pack's metrics
 */
GPtrArray *
jp_plausibility_new (const JpDossier *dossier, const JpPack *pack, int year)
{
  GPtrArray *suspects;

  g_return_val_if_fail (dossier != NULL && pack != NULL, NULL);

  suspects = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_suspect_free);
  for (guint i = 0; i < pack->n_metrics; i++)
    {
      const JpMetric *metric = &pack->metrics[i];
      Series series = {
        pack, metric, i, year,
        figure (dossier, year - 2, metric->id),
        figure (dossier, year - 1, metric->id),
        figure (dossier, year, metric->id),
      };

      check_change (suspects, &series);
      check_copied (suspects, &series);
      check_round (suspects, &series);
      if (metric->part_of >= 0)
        check_part (suspects, &series, figure (dossier, year, pack->metrics[metric->part_of].id));
    }

  return suspects;
}

/**
 * jp_evidence_check_new:
 * @dossier: a cluster
 * @year: an assessment year
 *
 * Finds among the papers attached to a year's assessment or one of its indicators those that bear a day of another year
 * (体检). A paper whose day is not said is not asked about. It only warns. R-PACK, checks.
 *
 * Returns: (transfer full) (element-type JpSuspect): what looks wrong, of no one metric
 */
GPtrArray *
jp_evidence_check_new (const JpDossier *dossier, int year)
{
  GPtrArray *suspects;

  g_return_val_if_fail (dossier != NULL, NULL);

  suspects = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_suspect_free);
  for (guint i = 0; i < dossier->attachments->len; i++)
    {
      const JpAttachment *attachment = g_ptr_array_index (dossier->attachments, i);
      g_autofree char *day = NULL;
      JpSuspect *suspect;

      if (attachment->dated == JP_DATE_NONE || jp_attachment_evidence_year (attachment) != year
          || (int) jp_date_year (attachment->dated) == year)
        continue;
      day = jp_date_to_chinese (attachment->dated);
      suspect = g_new (JpSuspect, 1);
      suspect->kind = JP_SUSPECT_EVIDENCE;
      suspect->metric = JP_SUSPECT_NO_METRIC;
      suspect->sentence = g_strdup_printf ("%d 年佐证材料“%s”的日期为%s，不在该年度内", year, attachment->name, day);
      g_ptr_array_add (suspects, suspect);
    }

  return suspects;
}
