/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The numbers of the recognition standard: each compared exactly, and shown rounded with a word where the rounded
 * figure alone would mislead. */

#include "jp-standard-private.h"

#include "jp-ratio.h"
#include "jp-wide.h"

#include <string.h>

#define AREA_UNIT      "km²"
#define AREA_DECIMALS  6   /* m² in a km² */
#define N_YEARS        3
#define RATE_UNIT      10000 /* hundredths of a per cent in a whole */
#define WAN_IN_YI      4   /* 亿元 is 10^4 万元 */

typedef struct
{
  const JpDossier      *dossier;
  const JpPack         *pack;
  int                   year;
  const JpStandardTest *test;
} Case;

static gboolean
holds (JpOp op, int order)
{
  switch (op)
    {
    case JP_OP_LE:
      return order <= 0;
    case JP_OP_LT:
      return order < 0;
    case JP_OP_GE:
      return order >= 0;
    case JP_OP_GT:
    default:
      return order > 0;
    }
}

/* The threshold in words: what is asked for, or where a figure that keeps it or misses it stands. */
static const char *
op_word (JpOp op, gboolean kept)
{
  switch (op)
    {
    case JP_OP_LE:
      return kept ? "不高于" : "高于";
    case JP_OP_LT:
      return kept ? "低于" : "不低于";
    case JP_OP_GE:
      return kept ? "不低于" : "低于";
    case JP_OP_GT:
    default:
      return kept ? "高于" : "不高于";
    }
}

/* "10.00%（不高于 10%）": @shown_order compares the rounded figure with the threshold. The word stands where the
 * two disagree, and where a strict threshold is met to the last digit shown. */
static char *
with_marker (JpOp op, gboolean met, int shown_order, const char *shown, const char *threshold)
{
  gboolean strict = op == JP_OP_LT || op == JP_OP_GT;

  if (holds (op, shown_order) == met && !(strict && shown_order == 0))
    return g_strdup (shown);

  return g_strdup_printf ("%s（%s %s）", shown, op_word (op, met), threshold);
}

static const JpMetric *
metric_of (const Case *c)
{
  return &c->pack->metrics[c->test->metrics[0]];
}

/* "总产值", "专精特新中小企业、高新技术企业合计". */
static char *
names_text (const Case *c)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < c->test->n_metrics; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "、" : "", c->pack->metrics[c->test->metrics[i]].name);
  if (c->test->n_metrics > 1)
    g_string_append (names, "合计");

  return g_strdup (names->str);
}

static gint64
figure (const Case *c, int year, guint metric)
{
  const JpFigures *figures = jp_dossier_figures (c->dossier, year);

  return figures != NULL ? jp_figures_get (figures, c->pack->metrics[metric].id) : JP_VALUE_UNKNOWN;
}

/* Sums the test's metrics in @year; where one is not given, or the sum does not fit, says so in @trouble. */
static gboolean
sum_in (const Case *c, int year, gint64 *sum, GString *trouble)
{
  g_autoptr (GString) missing = g_string_new (NULL);
  gboolean fits = TRUE;

  *sum = 0;
  for (guint i = 0; i < c->test->n_metrics; i++)
    {
      gint64 value = figure (c, year, c->test->metrics[i]);

      if (value == JP_VALUE_UNKNOWN)
        g_string_append_printf (missing, "%s%s", missing->len > 0 ? "、" : "",
                                c->pack->metrics[c->test->metrics[i]].name);
      else
        fits = jp_add_checked (*sum, value, sum) && fits;
    }
  if (fits && missing->len == 0)
    return TRUE;

  g_string_append (trouble, trouble->len > 0 ? "；" : "");
  if (missing->len > 0)
    g_string_append_printf (trouble, "%d 年%s未填", year, missing->str);
  else
    g_string_append_printf (trouble, "%d 年数值超出可精确计算的范围", year);
  return FALSE;
}

static gboolean
is_large (const JpMetric *metric, JpWide value)
{
  return strcmp (metric->unit, "万元") == 0 && value >= jp_power_of_ten (metric->decimals + WAN_IN_YI);
}

/* Hundredths of 亿元. */
static gint64
in_yi (const JpMetric *metric, gint64 value)
{
  return jp_div_half_up (value, jp_power_of_ten (metric->decimals + WAN_IN_YI - 2));
}

/* "142.79 亿元" where large, else to the smallest unit: "9 家", "27.60%". */
static char *
amount_text (const JpMetric *metric, gint64 value)
{
  g_autofree char *digits = NULL;

  if (is_large (metric, value))
    {
      digits = jp_units_to_grouped (in_yi (metric, value), 2);
      return g_strdup_printf ("%s 亿元", digits);
    }

  digits = jp_units_to_grouped (value, metric->decimals);
  return g_strdup_printf (strcmp (metric->unit, "%") == 0 ? "%s%s" : "%s %s", digits, metric->unit);
}

static char *
threshold_text (const JpMetric *metric, JpDecimal threshold)
{
  g_autofree char *digits = NULL;

  if (is_large (metric, (JpWide) threshold.coefficient * jp_power_of_ten (metric->decimals)
                          / jp_power_of_ten (threshold.scale)))
    {
      /* Five digits stand before the point, so that at most 13 of 18 stand behind it: four more still fit. */
      JpDecimal yi = jp_threshold_trim (threshold);

      yi.scale += WAN_IN_YI;
      digits = jp_threshold_to_plain (yi);
      return g_strdup_printf ("%s 亿元", digits);
    }

  digits = jp_threshold_to_plain (threshold);
  return g_strdup_printf (strcmp (metric->unit, "%") == 0 ? "%s%s" : "%s %s", digits, metric->unit);
}

/* An amount with the word where its 亿元 mislead; anything else is shown exactly. */
static char *
amount_with_marker (const Case *c, gint64 value, gboolean met)
{
  const JpMetric *metric = metric_of (c);
  g_autofree char *shown = amount_text (metric, value);
  g_autofree char *threshold = NULL;

  if (!is_large (metric, value))
    return g_steal_pointer (&shown);

  threshold = threshold_text (metric, c->test->value);
  return with_marker (c->test->op, met, jp_ratio_compare (in_yi (metric, value) * 100, 1, c->test->value), shown,
                      threshold);
}

static char *
requirement (const Case *c, const char *each, const char *threshold)
{
  return g_strdup_printf ("要求%s%s %s", each, op_word (c->test->op, TRUE), threshold);
}

static void
finding_set_unknown (JpStandardFinding *finding, const char *trouble, const char *required)
{
  finding->met = JP_MET_UNKNOWN;
  finding->note = g_strdup_printf ("%s，不能判定，%s", trouble, required);
}

static void
find_area (JpStandardFinding *finding, const Case *c)
{
  g_autofree char *digits = jp_threshold_to_plain (c->test->value);
  g_autofree char *threshold = g_strdup_printf ("%s " AREA_UNIT, digits);
  g_autofree char *required = requirement (c, "", threshold);
  g_autofree char *area = NULL;
  gboolean met;

  if (c->dossier->area == JP_VALUE_UNKNOWN)
    {
      finding_set_unknown (finding, "占地面积未填", required);
      return;
    }

  met = holds (c->test->op, jp_ratio_compare (c->dossier->area, jp_power_of_ten (AREA_DECIMALS), c->test->value));
  area = jp_threshold_to_plain ((JpDecimal) { c->dossier->area, AREA_DECIMALS });
  finding->met = met ? JP_MET_YES : JP_MET_NO;
  finding->value = g_strdup_printf ("%s " AREA_UNIT, area);
  finding->note = g_strdup_printf ("占地面积 %s，%s", finding->value, required);
}

static void
find_level (JpStandardFinding *finding, const Case *c)
{
  g_autoptr (GString) trouble = g_string_new (NULL);
  g_autofree char *threshold = threshold_text (metric_of (c), c->test->value);
  g_autofree char *required = requirement (c, "", threshold);
  g_autofree char *names = names_text (c);
  gboolean met;
  gint64 sum;

  if (!sum_in (c, c->year, &sum, trouble))
    {
      finding_set_unknown (finding, trouble->str, required);
      return;
    }

  met = holds (c->test->op, jp_ratio_compare (sum, jp_power_of_ten (metric_of (c)->decimals), c->test->value));
  finding->met = met ? JP_MET_YES : JP_MET_NO;
  finding->value = amount_with_marker (c, sum, met);
  finding->note = g_strdup_printf ("%d 年%s %s，%s", c->year, names, finding->value, required);
}

/* The least of the last three years decides. Where a year is missing the others may still decide: below a threshold
 * that asks for more, the least can only be lower; below one that asks for less, it is low enough. */
static void
find_least (JpStandardFinding *finding, const Case *c)
{
  g_autoptr (GString) trouble = g_string_new (NULL), years = g_string_new (NULL);
  g_autofree char *threshold = threshold_text (metric_of (c), c->test->value);
  g_autofree char *required = requirement (c, "每年", threshold);
  g_autofree char *names = names_text (c);
  gboolean asks_for_less = c->test->op == JP_OP_LE || c->test->op == JP_OP_LT, met;
  gint64 least = JP_VALUE_UNKNOWN;

  for (int year = c->year - N_YEARS + 1; year <= c->year; year++)
    {
      g_autofree char *shown = NULL;
      gint64 sum;

      if (!sum_in (c, year, &sum, trouble))
        continue;
      least = least == JP_VALUE_UNKNOWN ? sum : MIN (least, sum);
      shown = amount_text (metric_of (c), sum);
      g_string_append_printf (years, "%s%d 年 %s", years->len > 0 ? "、" : "", year, shown);
    }
  if (least == JP_VALUE_UNKNOWN)
    {
      finding_set_unknown (finding, trouble->str, required);
      return;
    }

  met = holds (c->test->op, jp_ratio_compare (least, jp_power_of_ten (metric_of (c)->decimals), c->test->value));
  finding->met = trouble->len > 0 && met != asks_for_less ? JP_MET_UNKNOWN : met ? JP_MET_YES : JP_MET_NO;
  if (finding->met != JP_MET_UNKNOWN)
    finding->value = amount_with_marker (c, least, met);
  finding->note = g_strdup_printf ("%s %s%s%s，%s", names, years->str, trouble->len > 0 ? "；" : "", trouble->str,
                                   required);
}

static void
find_share (JpStandardFinding *finding, const Case *c)
{
  const JpMetric *whole_metric = &c->pack->metrics[c->test->over];
  g_autoptr (GString) trouble = g_string_new (NULL);
  g_autofree char *threshold = jp_threshold_to_percent (c->test->value);
  g_autofree char *required = requirement (c, "", threshold);
  g_autofree char *names = names_text (c);
  g_autofree char *part_text = NULL;
  g_autofree char *whole_text = NULL;
  g_autofree char *percent = NULL;
  gint64 part, whole = figure (c, c->year, (guint) c->test->over);
  gboolean known = sum_in (c, c->year, &part, trouble), met;
  int order;

  if (whole == JP_VALUE_UNKNOWN || whole == 0)
    g_string_append_printf (trouble, "%s%d 年%s%s", trouble->len > 0 ? "；" : "", c->year, whole_metric->name,
                            whole == 0 ? "为 0" : "未填");
  if (!known || whole == JP_VALUE_UNKNOWN || whole == 0)
    {
      finding_set_unknown (finding, trouble->str, required);
      return;
    }

  met = holds (c->test->op, jp_ratio_compare (part, whole, c->test->value));
  percent = jp_ratio_to_percent (part, whole);
  part_text = amount_text (metric_of (c), part);
  whole_text = amount_text (whole_metric, whole);
  finding->met = met ? JP_MET_YES : JP_MET_NO;
  order = jp_ratio_compare_shown (part, whole, c->test->value);
  finding->value = with_marker (c->test->op, met, order, percent, threshold);
  finding->note = g_strdup_printf ("%d 年%s %s，占%s %s的 %s，%s", c->year, names, part_text, whole_metric->name,
                                   whole_text, finding->value, required);
}

/* Compares last with first × (1 + t)³ as whole numbers: last × 10^3s with first × (10^s + coefficient)³. */
static gboolean
compare_compound (gint64 first, gint64 last, JpDecimal rate, int *order)
{
  JpDecimal trimmed = jp_threshold_trim (rate);
  JpWide unit = jp_power_of_ten (trimmed.scale), growth = unit + trimmed.coefficient, left = last, right = first;

  for (guint i = 0; i < N_YEARS; i++)
    if (!jp_wide_multiply (left, unit, &left) || !jp_wide_multiply (right, growth, &right))
      return FALSE;

  *order = (left > right) - (left < right);
  return TRUE;
}

/* first × (2k − 1)³ ≤ last × (2 × RATE_UNIT)³: the yearly factor, rounded half up, is at least @k. The right side
 * always fits; a left side that does not is the larger. */
static gboolean
factor_reaches (gint64 first, gint64 last, gint64 k)
{
  JpWide left = first, right = (JpWide) last * (2 * RATE_UNIT) * (2 * RATE_UNIT) * (2 * RATE_UNIT);

  for (guint i = 0; i < N_YEARS; i++)
    if (!jp_wide_multiply (left, 2 * k - 1, &left))
      return FALSE;

  return left <= right;
}

/* The yearly rate in hundredths of a per cent, half up, found without a root: the largest factor that is reached. A
 * factor of three years stays below the cube root of what fits, in RATE_UNITs. */
static gint64
compound_rate (gint64 first, gint64 last)
{
  gint64 low = 0, high = 3 * G_GINT64_CONSTANT (10000000) * RATE_UNIT;

  while (high - low > 1)
    {
      gint64 middle = low + (high - low) / 2;

      if (factor_reaches (first, last, middle))
        low = middle;
      else
        high = middle;
    }

  return low - RATE_UNIT;
}

static void
find_compound (JpStandardFinding *finding, const Case *c)
{
  int base = c->year - N_YEARS, order;
  g_autoptr (GString) trouble = g_string_new (NULL);
  g_autofree char *threshold = jp_threshold_to_percent (c->test->value);
  g_autofree char *required = requirement (c, "", threshold);
  g_autofree char *names = names_text (c);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *percent = NULL;
  gint64 first, last, rate;
  gboolean knows_first = sum_in (c, base, &first, trouble), knows_last = sum_in (c, c->year, &last, trouble), met;

  if (knows_first && first == 0)
    g_string_append_printf (trouble, "%s%d 年%s为 0", trouble->len > 0 ? "；" : "", base, names);
  if (!knows_first || !knows_last || first == 0)
    {
      finding_set_unknown (finding, trouble->str, required);
      return;
    }
  if (!compare_compound (first, last, c->test->value, &order))
    {
      finding_set_unknown (finding, "数值超出可精确计算的范围", required);
      return;
    }

  met = holds (c->test->op, order);
  rate = compound_rate (first, last);
  percent = jp_ratio_to_percent (rate, RATE_UNIT);
  from = jp_units_to_grouped (first, metric_of (c)->decimals);
  to = jp_units_to_grouped (last, metric_of (c)->decimals);
  finding->met = met ? JP_MET_YES : JP_MET_NO;
  order = jp_ratio_compare (rate, RATE_UNIT, c->test->value);
  finding->value = with_marker (c->test->op, met, order, percent, threshold);
  finding->note = g_strdup_printf ("%s %d 年 %s → %d 年 %s %s，年均增速 %s，%s", names, base, from, c->year, to,
                                   metric_of (c)->unit, finding->value, required);
}

/**
 * jp_standard_finding_init:
 * @finding: (out caller-allocates): the finding to set
 * @dossier: a cluster
 * @pack: the rule pack of @test
 * @year: the latest full year
 * @test: a numeric test of the standard
 *
 * Holds a cluster's figures against one threshold, exactly; ≥ and > are kept apart. R-STANDARD, 第五条.
 */
void
jp_standard_finding_init (JpStandardFinding *finding, const JpDossier *dossier, const JpPack *pack, int year,
                          const JpStandardTest *test)
{
  static void (*const finders[]) (JpStandardFinding *, const Case *) = {
    [JP_STANDARD_AREA] = find_area,
    [JP_STANDARD_LEVEL] = find_level,
    [JP_STANDARD_LEAST_OF_3_YEARS] = find_least,
    [JP_STANDARD_SHARE] = find_share,
    [JP_STANDARD_COMPOUND_GROWTH_3_YEARS] = find_compound,
  };
  const Case c = { dossier, pack, year, test };

  *finding = (JpStandardFinding) { 0 };
  finders[test->measure] (finding, &c);
}

void
jp_standard_finding_clear (JpStandardFinding *finding)
{
  g_free (finding->value);
  g_free (finding->note);
}
