/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-test.h"

#include "jp-ratio.h"
#include "one-indicator.h"

#define UNKNOWN JP_VALUE_UNKNOWN

typedef struct
{
  const char *name; /* the case, as it reads in the test path */
  JpMeasure   measure;
  JpCurveMode mode;
  const char *curve;
  int         weight;
  const char *unit;
  guint       decimals;
  gint64      previous, current;
  const char *sentence;
  const char *measure_text;
} SentenceCase;

#define GROWTH    JP_MEASURE_GROWTH
#define INCREMENT JP_MEASURE_INCREMENT
#define LEVEL     JP_MEASURE_LEVEL
#define STEPS     JP_CURVE_STEPS
#define LINEAR    JP_CURVE_LINEAR
#define OUTPUT    "0.00:0.00 0.05:0.60 0.10:1.00"
#define QUALITY   "0:0.00 1:0.30 3:0.60 5:0.80 8:1.00"
#define DIGITAL   "0:0.00 10:0.60 30:1.00"

static const SentenceCase sentence_cases[] = {
  { "growth-reaches-a-point", GROWTH, LINEAR, OUTPUT, 2000, "万元", 2, 123456700, 135802370,
    "1,234,567.00 → 1,358,023.70 万元，增长 10.00%，达到 10% 档，得 20.00 分", "10.00%" },
  { "growth-above-the-last-point", GROWTH, LINEAR, OUTPUT, 2000, "万元", 2, 142785543, 174198363,
    "1,427,855.43 → 1,741,983.63 万元，增长 22.00%，达到 10% 档，得 20.00 分", "22.00%" },
  { "growth-between-points", GROWTH, LINEAR, OUTPUT, 2000, "万元", 2, 10000, 10700,
    "100.00 → 107.00 万元，增长 7.00%，介于 5% 与 10% 之间，按线性计，得 15.20 分", "7.00%" },
  { "growth-rounds-onto-a-point-it-misses", GROWTH, LINEAR, OUTPUT, 2000, "万元", 2, 10000000, 10999600,
    "100,000.00 → 109,996.00 万元，增长 10.00%（不足10%），介于 5% 与 10% 之间，按线性计，得 19.99 分", "10.00%" },
  { "growth-rounds-onto-a-step-it-misses", GROWTH, STEPS, "0:0 0.10:1", 2000, "万元", 2, 10000000, 10999600,
    "100,000.00 → 109,996.00 万元，增长 10.00%（不足10%），达到 0% 档，得 0.00 分", "10.00%" },
  { "growth-rounds-below-a-step-it-reaches", GROWTH, STEPS, "0:0 0.10003:1", 2000, "万元", 2, 10000000, 11000300,
    "100,000.00 → 110,003.00 万元，增长 10.00%（已达10.003%），达到 10.003% 档，得 20.00 分", "10.00%" },
  { "growth-just-short-of-what-would-mislead", GROWTH, LINEAR, OUTPUT, 2000, "万元", 2, 10000000, 10999400,
    "100,000.00 → 109,994.00 万元，增长 9.99%，介于 5% 与 10% 之间，按线性计，得 19.99 分", "9.99%" },
  { "decline", GROWTH, LINEAR, OUTPUT, 2000, "万元", 2, 10000, 9700,
    "100.00 → 97.00 万元，下降 3.00%，未达到 0% 档，得 0.00 分", "-3.00%" },
  { "decline-that-shows-as-nothing", GROWTH, LINEAR, OUTPUT, 2000, "万元", 2, 10000000, 9999999,
    "100,000.00 → 99,999.99 万元，下降 0.00%（不足0%），未达到 0% 档，得 0.00 分", "0.00%" },
  { "decline-with-a-first-share", GROWTH, LINEAR, "0.00:0.20 0.10:1.00", 2000, "万元", 2, 10000, 9700,
    "100.00 → 97.00 万元，下降 3.00%，低于 0%，按 0% 档计，得 4.00 分", "-3.00%" },
  { "decline-on-negative-points", GROWTH, LINEAR, "-0.05:0.00 0.00:0.50", 2000, "万元", 2, 10000, 9700,
    "100.00 → 97.00 万元，下降 3.00%，介于 -5% 与 0% 之间，按线性计，得 4.00 分", "-3.00%" },
  { "growth-of-nothing", GROWTH, LINEAR, OUTPUT, 2000, "万元", 2, 10000, 10000,
    "100.00 → 100.00 万元，持平，达到 0% 档，得 0.00 分", "0.00%" },
  { "growth-of-a-share", GROWTH, LINEAR, OUTPUT, 2000, "%", 2, 2000, 2100,
    "20.00% → 21.00%，增长 5.00%，达到 5% 档，得 12.00 分", "5.00%" },
  { "growth-of-a-count", GROWTH, LINEAR, "0.00:0.00 0.15:1.00", 1000, "件", 0, 3075, 3305,
    "3,075 → 3,305 件，增长 7.48%，介于 0% 与 15% 之间，按线性计，得 4.99 分", "7.48%" },
  { "growth-to-a-threshold-with-decimals", GROWTH, STEPS, "0.075:1", 1000, "件", 0, 1000, 1075,
    "1,000 → 1,075 件，增长 7.50%，达到 7.5% 档，得 10.00 分", "7.50%" },
  { "growth-larger-than-a-word", GROWTH, LINEAR, OUTPUT, 2000, "件", 0, 1, JP_VALUE_MAX,
    "1 → 999,999,999,999,999 件，增长 99999999999999800.00%，达到 10% 档，得 20.00 分", "99999999999999800.00%" },
  { "increment-reaches-a-step", INCREMENT, STEPS, QUALITY, 2000, "家", 0, 43, 52,
    "43 → 52 家，增加 9 家，达到 8 家档，得 20.00 分", "9" },
  { "increment-one-below-a-step", INCREMENT, STEPS, QUALITY, 2000, "家", 0, 43, 50,
    "43 → 50 家，增加 7 家，达到 5 家档，得 16.00 分", "7" },
  { "no-increment", INCREMENT, STEPS, QUALITY, 2000, "家", 0, 43, 43,
    "43 → 43 家，持平，达到 0 家档，得 0.00 分", "0" },
  { "decrease", INCREMENT, STEPS, QUALITY, 2000, "家", 0, 43, 40,
    "43 → 40 家，减少 3 家，未达到 0 家档，得 0.00 分", "-3" },
  { "increment-between-points", INCREMENT, LINEAR, QUALITY, 2000, "家", 0, 43, 45,
    "43 → 45 家，增加 2 家，介于 1 家与 3 家之间，按线性计，得 9.00 分", "2" },
  { "increment-of-a-share", INCREMENT, STEPS, "0:0.00 2:0.50 4:1.00", 1000, "%", 2, 2340, 2760,
    "23.40% → 27.60%，增加 4.20 个百分点，达到 4 个百分点档，得 10.00 分", "4.20" },
  { "increment-of-an-amount", INCREMENT, STEPS, "0:0.00 5000.00:1.00", 1000, "万元", 2, 100000000, 100500000,
    "1,000,000.00 → 1,005,000.00 万元，增加 5,000.00 万元，达到 5,000 万元档，得 10.00 分", "5000.00" },
  { "level-between-points", LEVEL, LINEAR, DIGITAL, 1000, "%", 2, 2340, 2760,
    "27.60%，介于 10% 与 30% 之间，按线性计，得 9.52 分", "27.60" },
  { "level-reaches-a-point", LEVEL, LINEAR, DIGITAL, 1000, "%", 2, UNKNOWN, 3360,
    "33.60%，达到 30% 档，得 10.00 分", "33.60" },
  { "level-of-a-count", LEVEL, STEPS, "10:0.50 50:1", 1000, "家", 0, UNKNOWN, 52,
    "52 家，达到 50 家档，得 10.00 分", "52" },
  { "level-below-the-first-step", LEVEL, STEPS, "10:0.50 50:1", 1000, "家", 0, UNKNOWN, 9,
    "9 家，未达到 10 家档，得 0.00 分", "9" },
  { "missing-the-year-before", GROWTH, LINEAR, OUTPUT, 2000, "万元", 2, UNKNOWN, 10000,
    "2023 年总产值未填，不能计算，待评审打分", "—" },
  { "missing-the-year", GROWTH, LINEAR, OUTPUT, 2000, "万元", 2, 10000, UNKNOWN,
    "2024 年总产值未填，不能计算，待评审打分", "—" },
  { "missing-both-years", GROWTH, LINEAR, OUTPUT, 2000, "万元", 2, UNKNOWN, UNKNOWN,
    "2023 年、2024 年总产值均未填，不能计算，待评审打分", "—" },
  { "level-missing-names-its-year-only", LEVEL, LINEAR, DIGITAL, 1000, "%", 2, UNKNOWN, UNKNOWN,
    "2024 年总产值未填，不能计算，待评审打分", "—" },
  { "growth-from-zero", GROWTH, LINEAR, OUTPUT, 2000, "万元", 2, 0, 10000,
    "2023 年总产值为 0，增长率不能计算，待评审打分", "—" },
  { "beyond-exact-arithmetic", GROWTH, LINEAR, "0:0.000000000000001 0.999999999999989:0.999999999999999", 2000, "万元",
    2, 999999999999989, JP_VALUE_MAX, "数值超出可精确计算的范围，不能计算，待评审打分", "—" },
  { "manual-without-grades", JP_MEASURE_MANUAL, STEPS, "", 1000, "", 0, UNKNOWN, UNKNOWN,
    "由评审在 0 至 10.00 分之间打分", "—" },
};

static void
test_sentence (gconstpointer data)
{
  const SentenceCase *c = data;
  g_autoptr (JpFigures) previous = one_figure (2023, c->previous);
  g_autoptr (JpFigures) current = one_figure (2024, c->current);
  g_autofree char *sentence = NULL;
  g_autofree char *measure = NULL;
  g_auto (JpScore) score = { 0 };
  OneIndicator one;

  one_indicator_init (&one, c->measure, c->unit, c->decimals, c->weight, c->mode, c->curve);
  jp_score_init (&score, &one.pack, 2024, previous, current);

  sentence = jp_score_explain (&score, 0);
  measure = jp_score_measure_text (&score, 0);
  g_assert_cmpstr (sentence, ==, c->sentence);
  g_assert_cmpstr (measure, ==, c->measure_text);
}

static void
test_floor (void)
{
  g_autoptr (JpFigures) previous = one_figure (2023, 10), current = one_figure (2024, 10);
  g_autofree char *sentence = NULL;
  g_auto (JpScore) score = { 0 };
  OneIndicator one;

  one_indicator_init (&one, INCREMENT, "家", 0, 1000, STEPS, "1:0.50");
  g_assert_true (jp_decimal_parse (&one.indicator.curve.floor, "0.20"));
  jp_score_init (&score, &one.pack, 2024, previous, current);

  sentence = jp_score_explain (&score, 0);
  g_assert_cmpstr (sentence, ==, "10 → 10 家，持平，未达到 1 家档，按保底计，得 2.00 分");
}

static void
test_manual_with_grades (void)
{
  JpGrade grades[] = { { (char *) "优", 1000 }, { (char *) "良", 800 }, { (char *) "中", 600 }, { (char *) "差", 300 } };
  g_autofree char *sentence = NULL;
  g_auto (JpScore) score = { 0 };
  OneIndicator one;

  one_indicator_init (&one, JP_MEASURE_MANUAL, "", 0, 1000, STEPS, "");
  one.indicator.grades = grades;
  one.indicator.n_grades = G_N_ELEMENTS (grades);
  jp_score_init (&score, &one.pack, 2024, NULL, NULL);

  sentence = jp_score_explain (&score, 0);
  g_assert_cmpstr (sentence, ==, "由评审按 优/良/中/差 打分");
}

static void
test_sums_name_their_metrics (void)
{
  g_autoptr (JpFigures) previous = one_figure (2023, 0), current = one_figure (2024, 5);
  g_autofree char *zero = NULL;
  g_autofree char *missing = NULL;
  g_auto (JpScore) from_zero = { 0 };
  g_auto (JpScore) not_given = { 0 };
  OneIndicator one;

  one_indicator_init (&one, GROWTH, "家", 0, 1000, LINEAR, OUTPUT);
  one.indicator.n_metrics = 2;
  jp_figures_set (previous, "b", 0);
  jp_figures_set (current, "b", 5);
  jp_score_init (&from_zero, &one.pack, 2024, previous, current);
  zero = jp_score_explain (&from_zero, 0);
  g_assert_cmpstr (zero, ==, "2023 年总产值、主导产业产值合计为 0，增长率不能计算，待评审打分");

  jp_figures_set (previous, "b", UNKNOWN);
  jp_figures_set (current, "a", UNKNOWN);
  jp_score_init (&not_given, &one.pack, 2024, previous, current);
  missing = jp_score_explain (&not_given, 0);
  g_assert_cmpstr (missing, ==, "2023 年主导产业产值、2024 年总产值未填，不能计算，待评审打分");
}

static void
test_points_to_string (void)
{
  static const struct { int hundredths; const char *text; } cases[] = {
    { 0, "0.00" }, { 5, "0.05" }, { 7999, "79.99" }, { 10000, "100.00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = jp_points_to_string (cases[i].hundredths);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_ratio_to_percent (void)
{
  static const struct { gint64 numerator, denominator; const char *text; } cases[] = {
    { 1, 8, "12.50%" },
    { 1, 20000, "0.01%" },   /* half of 0.01 % goes up */
    { 1, 20001, "0.00%" },
    { -1, 20000, "-0.01%" }, /* and away from zero */
    { -1, 20001, "0.00%" },
    { G_MAXINT64, 1, "922337203685477580700.00%" },
    { G_MAXINT64, 10000, "92233720368547758.07%" },
    { -G_MAXINT64, 100, "-9223372036854775807.00%" },
    { G_MAXINT64, 300, "3074457345618258602.33%" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = jp_ratio_to_percent (cases[i].numerator, cases[i].denominator);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_thresholds (void)
{
  static const struct { const char *threshold, *percent, *plain; } cases[] = {
    { "0.0750", "7.5%", "0.075" }, { "0.10", "10%", "0.1" },    { "0.1", "10%", "0.1" },   { "1", "100%", "1" },
    { "0.00", "0%", "0" },         { "-0.05", "-5%", "-0.05" }, { "12.5", "1250%", "12.5" },
    { "5000.00", "500000%", "5,000" },
    { "999999999999999999", "99999999999999999900%", "999,999,999,999,999,999" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JpDecimal threshold;
      g_autofree char *percent = NULL;
      g_autofree char *plain = NULL;

      g_assert_true (jp_decimal_parse (&threshold, cases[i].threshold));
      percent = jp_threshold_to_percent (threshold);
      plain = jp_threshold_to_plain (threshold);
      g_assert_cmpstr (percent, ==, cases[i].percent);
      g_assert_cmpstr (plain, ==, cases[i].plain);
    }
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (sentence_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/R-SCORE/sentence/%s", sentence_cases[i].name);
      g_test_add_data_func (path, &sentence_cases[i], test_sentence);
    }
  g_test_add_func ("/core/R-SCORE/sentence/floor", test_floor);
  g_test_add_func ("/core/R-SCORE/sentence/manual-with-grades", test_manual_with_grades);
  g_test_add_func ("/core/R-SCORE/sentence/sums-name-their-metrics", test_sums_name_their_metrics);
  g_test_add_func ("/core/R-SCORE/points-to-string", test_points_to_string);
  g_test_add_func ("/core/R-SCORE/ratio-to-percent", test_ratio_to_percent);
  g_test_add_func ("/core/R-SCORE/thresholds", test_thresholds);

  return g_test_run ();
}
