/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-test.h"

#include "one-indicator.h"

#define UNKNOWN JP_VALUE_UNKNOWN

typedef struct
{
  const char   *name; /* the case, as it reads in the test path */
  JpMeasure     measure;
  JpCurveMode   mode;
  const char   *curve;
  int           weight;
  guint         decimals;
  gint64        previous, current;
  JpScoreStatus status;
  int           points;
  int           reached;
} PointsCase;

#define GROWTH    JP_MEASURE_GROWTH
#define INCREMENT JP_MEASURE_INCREMENT
#define LEVEL     JP_MEASURE_LEVEL
#define STEPS     JP_CURVE_STEPS
#define LINEAR    JP_CURVE_LINEAR
#define COMPUTED  JP_SCORE_COMPUTED
#define OUTPUT    "0.00:0.00 0.05:0.60 0.10:1.00"
#define QUALITY   "0:0.00 1:0.30 3:0.60 5:0.80 8:1.00"
#define DIGITAL   "0:0.00 10:0.60 30:1.00"

static const PointsCase points_cases[] = {
  { "growth-of-ten-per-cent-exactly", GROWTH, LINEAR, OUTPUT, 2000, 2, 123456700, 135802370, COMPUTED, 2000, 2 },
  { "growth-one-fen-below-ten-per-cent", GROWTH, LINEAR, OUTPUT, 2000, 2, 123456700, 135802369, COMPUTED, 2000, 1 },
  { "growth-far-above-is-flat", GROWTH, LINEAR, OUTPUT, 2000, 2, 100, 9900, COMPUTED, 2000, 2 },
  { "growth-at-an-inner-point", GROWTH, LINEAR, OUTPUT, 2000, 2, 10000, 10500, COMPUTED, 1200, 1 },
  { "growth-between-points", GROWTH, LINEAR, OUTPUT, 2000, 2, 10000, 10700, COMPUTED, 1520, 1 },
  { "growth-of-nothing", GROWTH, LINEAR, OUTPUT, 2000, 2, 10000, 10000, COMPUTED, 0, 0 },
  { "negative-growth-is-flat-at-the-first-share", GROWTH, LINEAR, "0.00:0.20 0.10:1.00", 2000, 2, 10000, 9700,
    COMPUTED, 400, -1 },
  { "negative-growth-between-negative-points", GROWTH, LINEAR, "-0.05:0.00 0.00:0.50 0.05:1.00", 2000, 2, 10000, 9700,
    COMPUTED, 400, 0 },
  { "loss-of-everything", GROWTH, LINEAR, OUTPUT, 2000, 2, 10000, 0, COMPUTED, 0, -1 },
  { "half-a-hundredth-rounds-up", GROWTH, LINEAR, "0:0 1:1", 1000, 0, 2000, 2001, COMPUTED, 1, 0 },
  { "less-than-half-a-hundredth-rounds-down", GROWTH, LINEAR, "0:0 1:1", 1000, 0, 2001, 2002, COMPUTED, 0, 0 },
  { "growth-from-zero", GROWTH, LINEAR, OUTPUT, 2000, 2, 0, 10000, JP_SCORE_PREVIOUS_IS_ZERO, -1, -1 },
  { "growth-from-zero-to-zero", GROWTH, LINEAR, OUTPUT, 2000, 2, 0, 0, JP_SCORE_PREVIOUS_IS_ZERO, -1, -1 },
  { "growth-without-the-year-before", GROWTH, LINEAR, OUTPUT, 2000, 2, UNKNOWN, 10000, JP_SCORE_NO_PREVIOUS, -1, -1 },
  { "growth-without-the-year", GROWTH, LINEAR, OUTPUT, 2000, 2, 10000, UNKNOWN, JP_SCORE_NO_CURRENT, -1, -1 },
  { "growth-without-either", GROWTH, LINEAR, OUTPUT, 2000, 2, UNKNOWN, UNKNOWN, JP_SCORE_NO_PREVIOUS, -1, -1 },
  { "increment-at-a-step", INCREMENT, STEPS, QUALITY, 2000, 0, 40, 48, COMPUTED, 2000, 4 },
  { "increment-one-below-a-step", INCREMENT, STEPS, QUALITY, 2000, 0, 40, 47, COMPUTED, 1600, 3 },
  { "increment-of-nothing-reaches-the-step-at-zero", INCREMENT, STEPS, QUALITY, 2000, 0, 40, 40, COMPUTED, 0, 0 },
  { "decrease-is-below-the-first-step", INCREMENT, STEPS, QUALITY, 2000, 0, 40, 37, COMPUTED, 0, -1 },
  { "increment-from-zero", INCREMENT, STEPS, QUALITY, 2000, 0, 0, 1, COMPUTED, 600, 1 },
  { "increment-of-decimals-below-a-step", INCREMENT, STEPS, QUALITY, 2000, 2, 1000, 1299, COMPUTED, 600, 1 },
  { "increment-of-decimals-at-a-step", INCREMENT, STEPS, QUALITY, 2000, 2, 1000, 1300, COMPUTED, 1200, 2 },
  { "level-between-points", LEVEL, LINEAR, DIGITAL, 1000, 2, 2340, 2760, COMPUTED, 952, 1 },
  { "level-needs-no-year-before", LEVEL, LINEAR, DIGITAL, 1000, 2, UNKNOWN, 3000, COMPUTED, 1000, 2 },
  { "level-of-zero-is-known", LEVEL, LINEAR, DIGITAL, 1000, 2, UNKNOWN, 0, COMPUTED, 0, 0 },
  { "level-without-the-year", LEVEL, LINEAR, DIGITAL, 1000, 2, 3000, UNKNOWN, JP_SCORE_NO_CURRENT, -1, -1 },
  { "one-point-linear", LEVEL, LINEAR, "10:0.50", 1000, 2, UNKNOWN, 5000, COMPUTED, 500, 0 },
  { "largest-figures-fit", GROWTH, LINEAR, "0:0 0.000000000000001:1", 10000, 6, JP_VALUE_MAX - 1, JP_VALUE_MAX,
    COMPUTED, 10000, 1 },
  { "largest-growth-fits", GROWTH, LINEAR, "0:0 999999999999998:1", 10000, 0, 1, JP_VALUE_MAX, COMPUTED, 10000, 1 },
  { "fine-thresholds-are-reduced-to-fit", GROWTH, LINEAR, "0:0 0.500000000000000:1.000000000000000", 2000, 2,
    1000000000, 1250000000, COMPUTED, 1000, 0 },
  { "beyond-exact-arithmetic-is-refused", GROWTH, LINEAR, "0:0.000000000000001 0.999999999999989:0.999999999999999",
    2000, 2, 999999999999989, JP_VALUE_MAX, JP_SCORE_OVERFLOW, -1, 0 },
  { "manual-waits-for-a-reviewer", JP_MEASURE_MANUAL, STEPS, "", 1000, 0, 10, 20, JP_SCORE_MANUAL, -1, -1 },
};

static void
test_points (gconstpointer data)
{
  const PointsCase *c = data;
  g_autoptr (JpFigures) previous = one_figure (2023, c->previous);
  g_autoptr (JpFigures) current = one_figure (2024, c->current);
  g_auto (JpScore) score = { 0 };
  OneIndicator one;

  one_indicator_init (&one, c->measure, "万元", c->decimals, c->weight, c->mode, c->curve);
  jp_score_init (&score, &one.pack, 2024, previous, current);

  g_assert_cmpint (score.items[0].status, ==, c->status);
  g_assert_cmpint (score.items[0].points, ==, c->points);
  g_assert_cmpint (score.items[0].reached, ==, c->reached);
  g_assert_cmpint (score.items[0].previous, ==, c->previous);
  g_assert_cmpint (score.items[0].current, ==, c->current);
  g_assert_cmpint (score.total, ==, MAX (c->points, 0));
  g_assert_cmpuint (score.n_missing, ==, c->points < 0 ? 1 : 0);
}

/* Every step of a curve, just below and at it: the lower bound belongs to the step. */
static void
test_steps_just_inside_and_outside (void)
{
  static const struct { gint64 x; int below, at; } steps[] = {
    { 0, 0, 0 }, { 1, 0, 600 }, { 3, 600, 1200 }, { 5, 1200, 1600 }, { 8, 1600, 2000 },
  };
  OneIndicator one;

  one_indicator_init (&one, INCREMENT, "家", 0, 2000, STEPS, QUALITY);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      int points, reached;

      g_assert_true (jp_curve_points (&one.indicator.curve, 2000, steps[i].x * 1000 - 1, 1000, &points, &reached));
      g_assert_cmpint (points, ==, steps[i].below);
      g_assert_cmpint (reached, ==, (int) i - 1);
      g_assert_true (jp_curve_points (&one.indicator.curve, 2000, steps[i].x * 1000, 1000, &points, &reached));
      g_assert_cmpint (points, ==, steps[i].at);
      g_assert_cmpint (reached, ==, (int) i);
    }
}

static void
test_floor_below_the_first_step (void)
{
  OneIndicator one;
  int points, reached;

  one_indicator_init (&one, INCREMENT, "家", 0, 1500, STEPS, "2:0.50 4:1");
  g_assert_true (jp_decimal_parse (&one.indicator.curve.floor, "0.125"));

  g_assert_true (jp_curve_points (&one.indicator.curve, 1500, 1, 1, &points, &reached));
  g_assert_cmpint (points, ==, 188); /* 15.00 × 0.125 = 1.875, half up */
  g_assert_cmpint (reached, ==, -1);
  g_assert_true (jp_curve_points (&one.indicator.curve, 1500, 2, 1, &points, NULL));
  g_assert_cmpint (points, ==, 750);
}

static void
test_overflow_leaves_points_untouched (void)
{
  OneIndicator one;
  int points = 4711;

  one_indicator_init (&one, GROWTH, "万元", 2, 2000, LINEAR, "0:0.000000000000001 0.999999999999989:0.999999999999999");
  g_assert_false (jp_curve_points (&one.indicator.curve, 2000, 10, 999999999999989, &points, NULL));
  g_assert_cmpint (points, ==, 4711);
}

static void
test_sum_of_metrics (void)
{
  g_autoptr (JpFigures) previous = one_figure (2023, 10), current = one_figure (2024, 12);
  g_auto (JpScore) score = { 0 };
  OneIndicator one;

  one_indicator_init (&one, INCREMENT, "家", 0, 2000, STEPS, QUALITY);
  one.indicator.n_metrics = 3;
  jp_figures_set (previous, "b", 20);
  jp_figures_set (previous, "c", 0);
  jp_figures_set (current, "b", 21);
  jp_figures_set (current, "c", 2);
  jp_score_init (&score, &one.pack, 2024, previous, current);

  g_assert_cmpint (score.items[0].previous, ==, 30);
  g_assert_cmpint (score.items[0].current, ==, 35);
  g_assert_cmpint (score.items[0].points, ==, 1600);
}

/* Any one missing leaves the whole sum unknown, and the score says which one in which year. */
static void
test_sum_with_one_missing (void)
{
  for (guint missing = 0; missing < 6; missing++)
    {
      g_autoptr (JpFigures) previous = one_figure (2023, 10), current = one_figure (2024, 12);
      g_auto (JpScore) score = { 0 };
      OneIndicator one;

      one_indicator_init (&one, INCREMENT, "家", 0, 2000, STEPS, QUALITY);
      one.indicator.n_metrics = 3;
      jp_figures_set (previous, "b", 20);
      jp_figures_set (previous, "c", 0);
      jp_figures_set (current, "b", 21);
      jp_figures_set (current, "c", 2);
      jp_figures_set (missing < 3 ? previous : current, one.metrics[missing % 3].id, UNKNOWN);
      jp_score_init (&score, &one.pack, 2024, previous, current);

      g_assert_cmpint (score.items[0].status, ==, missing < 3 ? JP_SCORE_NO_PREVIOUS : JP_SCORE_NO_CURRENT);
      g_assert_cmpint (score.items[0].missing_previous, ==, missing < 3 ? (int) missing : -1);
      g_assert_cmpint (score.items[0].missing_current, ==, missing < 3 ? -1 : (int) missing - 3);
      g_assert_cmpint (score.items[0].points, ==, -1);
      g_assert_cmpint (score.items[0].previous, ==, missing < 3 ? UNKNOWN : 30);
    }
}

static void
test_without_any_figures (void)
{
  g_auto (JpScore) score = { 0 };
  OneIndicator one;

  one_indicator_init (&one, LEVEL, "%", 2, 1000, LINEAR, DIGITAL);
  jp_score_init (&score, &one.pack, 2024, NULL, NULL);

  g_assert_cmpint (score.items[0].status, ==, JP_SCORE_NO_CURRENT);
  g_assert_cmpint (score.total, ==, 0);
  g_assert_cmpuint (score.n_missing, ==, 1);
}

static void
test_sum_beyond_the_range_is_refused (void)
{
  enum { N = 9300 }; /* 9,300 × (10^15 − 1) is above 2^63 */
  g_autoptr (JpFigures) previous = one_figure (2023, 1), current = one_figure (2024, JP_VALUE_MAX);
  g_auto (JpScore) score = { 0 };
  g_autofree guint *sum = g_new0 (guint, N);
  OneIndicator one;

  one_indicator_init (&one, INCREMENT, "万元", 2, 1000, STEPS, QUALITY);
  one.indicator.metrics = sum;
  one.indicator.n_metrics = N;
  jp_score_init (&score, &one.pack, 2024, previous, current);

  g_assert_cmpint (score.items[0].status, ==, JP_SCORE_OVERFLOW);
  g_assert_cmpint (score.items[0].points, ==, -1);
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (points_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/R-SCORE/points/%s", points_cases[i].name);
      g_test_add_data_func (path, &points_cases[i], test_points);
    }
  g_test_add_func ("/core/R-SCORE/steps-just-inside-and-outside", test_steps_just_inside_and_outside);
  g_test_add_func ("/core/R-SCORE/floor-below-the-first-step", test_floor_below_the_first_step);
  g_test_add_func ("/core/R-SCORE/overflow-leaves-points-untouched", test_overflow_leaves_points_untouched);
  g_test_add_func ("/core/R-SCORE/sum-of-metrics", test_sum_of_metrics);
  g_test_add_func ("/core/R-SCORE/sum-with-one-missing", test_sum_with_one_missing);
  g_test_add_func ("/core/R-SCORE/without-any-figures", test_without_any_figures);
  g_test_add_func ("/core/R-SCORE/sum-beyond-the-range-is-refused", test_sum_beyond_the_range_is_refused);

  return g_test_run ();
}
