/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scores of random packs and figures against a reference written in another way: it reads the thresholds from
 * their text, computes with unreduced fractions of any size and rounds by counting. */

#include "jp-test.h"

#include "jp-score.h"
#include "slow-rational.h"

#include <locale.h>

#define N_CASES      6000
#define N_METRICS    6
#define N_INDICATORS 5
#define MAX_POINTS   6

typedef struct
{
  JpPack       pack;
  JpMetric     metrics[N_METRICS];
  JpIndicator  indicators[N_INDICATORS];
  guint        sums[N_INDICATORS][3];
  JpCurvePoint points[N_INDICATORS][MAX_POINTS];
  char         x_text[N_INDICATORS][MAX_POINTS][32];
  char         share_text[N_INDICATORS][MAX_POINTS][32];
  char         floor_text[N_INDICATORS][32];
  gint64       values[2][N_METRICS]; /* the year before, the year; −1 not given */
} World;

/* What one indicator should come to. */
typedef struct
{
  JpScoreStatus status;
  int           points;
} Expected;

static const char *const ids[N_METRICS] = { "a", "b", "c", "d", "e", "f" };
static const char *const names[N_METRICS] = { "甲", "乙", "丙", "丁", "戊", "己" };

static void
write_text (char *text, gint64 units, guint scale)
{
  g_autofree char *plain = jp_units_to_string (units, scale);

  g_strlcpy (text, plain, 32);
}

/* Thresholds ascending, some below zero; shares anywhere in 0…1, written with idle zeros or without. */
static void
random_curve (World *world, guint i, GRand *rand)
{
  JpIndicator *indicator = &world->indicators[i];
  guint x_scale = (guint) g_rand_int_range (rand, 0, 5), n = (guint) g_rand_int_range (rand, 1, MAX_POINTS + 1);
  gint64 x = g_rand_int_range (rand, -50, 50);

  indicator->curve.mode = g_rand_boolean (rand) ? JP_CURVE_STEPS : JP_CURVE_LINEAR;
  indicator->curve.points = world->points[i];
  indicator->curve.n_points = n;
  for (guint k = 0; k < n; k++)
    {
      guint share_scale = (guint) g_rand_int_range (rand, 0, 6);
      gint64 one = 1;

      for (guint s = 0; s < share_scale; s++)
        one *= 10;
      write_text (world->x_text[i][k], x, x_scale);
      write_text (world->share_text[i][k], g_rand_int_range (rand, 0, (gint32) one + 1), share_scale);
      g_assert_true (jp_decimal_parse (&world->points[i][k].x, world->x_text[i][k]));
      g_assert_true (jp_decimal_parse (&world->points[i][k].share, world->share_text[i][k]));
      x += g_rand_int_range (rand, 1, 1000);
    }
  write_text (world->floor_text[i], g_rand_int_range (rand, 0, 3) == 0 ? g_rand_int_range (rand, 0, 101) : 0, 2);
  g_assert_true (jp_decimal_parse (&indicator->curve.floor, world->floor_text[i]));
}

/* Small, ordinary and the largest figures; zeros; figures not given. */
static gint64
random_value (GRand *rand)
{
  switch (g_rand_int_range (rand, 0, 10))
    {
    case 0:
      return JP_VALUE_UNKNOWN;
    case 1:
      return 0;
    case 2:
      return JP_VALUE_MAX - g_rand_int_range (rand, 0, 1000);
    case 3:
    case 4:
      return g_rand_int_range (rand, 0, 60);
    default:
      return (gint64) g_rand_int_range (rand, 1, 1000000) * g_rand_int_range (rand, 1, 1000);
    }
}

/* A year near the one before, often a round rate away, so that measures fall onto thresholds too. */
static gint64
random_next (GRand *rand, gint64 previous)
{
  gint64 rate = g_rand_int_range (rand, -30, 60), next;

  if (previous < 0 || previous > JP_VALUE_MAX / 2 || g_rand_int_range (rand, 0, 4) == 0)
    return random_value (rand);

  next = g_rand_boolean (rand) ? previous + previous / 100 * rate : previous + rate;
  return CLAMP (next, 0, JP_VALUE_MAX);
}

static void
world_init (World *world, GRand *rand)
{
  guint decimals = (guint) g_rand_int_range (rand, 0, 7);

  *world = (World) { 0 };
  for (guint m = 0; m < N_METRICS; m++)
    {
      world->metrics[m] = (JpMetric) {
        .id = (char *) ids[m], .name = (char *) names[m], .unit = (char *) "万元", .decimals = decimals, .part_of = -1,
      };
      world->values[0][m] = random_value (rand);
      world->values[1][m] = random_next (rand, world->values[0][m]);
    }
  for (guint i = 0; i < N_INDICATORS; i++)
    {
      JpIndicator *indicator = &world->indicators[i];

      indicator->id = (char *) ids[i];
      indicator->name = (char *) names[i];
      indicator->weight = g_rand_int_range (rand, 1, 10001);
      indicator->measure = (JpMeasure) g_rand_int_range (rand, JP_MEASURE_GROWTH, JP_MEASURE_LEVEL + 1);
      indicator->metrics = world->sums[i];
      indicator->n_metrics = (guint) g_rand_int_range (rand, 1, 4);
      for (guint k = 0; k < indicator->n_metrics; k++)
        world->sums[i][k] = (guint) g_rand_int_range (rand, 0, N_METRICS);
      random_curve (world, i, rand);
    }

  world->pack.metrics = world->metrics;
  world->pack.n_metrics = N_METRICS;
  world->pack.indicators = world->indicators;
  world->pack.n_indicators = N_INDICATORS;
}

static JpFigures *
world_figures (const World *world, guint which)
{
  JpFigures *figures = jp_figures_new (2023 + (int) which);

  for (guint m = 0; m < N_METRICS; m++)
    jp_figures_set (figures, ids[m], world->values[which][m]);

  return figures;
}

static gboolean
reference_sum (const World *world, guint i, guint which, Slow *sum)
{
  *sum = slow_ratio (0, 1);
  for (guint k = 0; k < world->indicators[i].n_metrics; k++)
    {
      gint64 value = world->values[which][world->sums[i][k]];

      if (value < 0)
        return FALSE;
      *sum = slow_add (*sum, slow_ratio (value, 1));
    }

  return TRUE;
}

/* The share walked piece by piece from the top down; the tested code walks from the bottom up. */
static Slow
reference_share (const World *world, guint i, Slow measure)
{
  const JpCurve *curve = &world->indicators[i].curve;
  guint k = curve->n_points;
  Slow x, share, next_x, next_share;

  while (k > 0 && slow_compare (measure, slow_parse (world->x_text[i][k - 1])) < 0)
    k--;
  if (k == 0)
    return slow_parse (curve->mode == JP_CURVE_STEPS ? world->floor_text[i] : world->share_text[i][0]);

  share = slow_parse (world->share_text[i][k - 1]);
  if (curve->mode == JP_CURVE_STEPS || k == curve->n_points)
    return share;

  x = slow_parse (world->x_text[i][k - 1]);
  next_x = slow_parse (world->x_text[i][k]);
  next_share = slow_parse (world->share_text[i][k]);
  return slow_add (share, slow_mul (slow_sub (next_share, share),
                                    slow_div (slow_sub (measure, x), slow_sub (next_x, x))));
}

static Expected
reference (const World *world, guint i)
{
  const JpIndicator *indicator = &world->indicators[i];
  Slow previous, current, measure;
  gboolean has_previous = reference_sum (world, i, 0, &previous), has_current = reference_sum (world, i, 1, &current);

  if (!has_previous && indicator->measure != JP_MEASURE_LEVEL)
    return (Expected) { JP_SCORE_NO_PREVIOUS, -1 };
  if (!has_current)
    return (Expected) { JP_SCORE_NO_CURRENT, -1 };
  if (indicator->measure == JP_MEASURE_GROWTH && previous.num.n == 0)
    return (Expected) { JP_SCORE_PREVIOUS_IS_ZERO, -1 };

  if (indicator->measure == JP_MEASURE_GROWTH)
    measure = slow_sub (slow_div (current, previous), slow_ratio (1, 1));
  else
    {
      measure = indicator->measure == JP_MEASURE_LEVEL ? current : slow_sub (current, previous);
      for (guint d = 0; d < world->metrics[0].decimals; d++)
        measure = slow_div (measure, slow_ratio (10, 1));
    }

  measure = slow_mul (slow_ratio (indicator->weight, 1), reference_share (world, i, measure));
  return (Expected) { JP_SCORE_COMPUTED, slow_round_from_zero (measure) };
}

/* One random world; the sentences go into @digest, which must not depend on the locale. */
static void
check_world (GRand *rand, GChecksum *digest, guint *n_computed)
{
  World world;
  g_autoptr (JpFigures) previous = NULL;
  g_autoptr (JpFigures) current = NULL;
  g_auto (JpScore) score = { 0 };
  int total = 0;

  world_init (&world, rand);
  previous = world_figures (&world, 0);
  current = world_figures (&world, 1);
  jp_score_init (&score, &world.pack, 2024, previous, current);

  for (guint i = 0; i < N_INDICATORS; i++)
    {
      Expected expected = reference (&world, i);
      g_autofree char *sentence = jp_score_explain (&score, i);

      if (score.items[i].status != expected.status || score.items[i].points != expected.points)
        g_test_message ("%s", sentence);
      g_assert_cmpint (score.items[i].status, ==, expected.status);
      g_assert_cmpint (score.items[i].points, ==, expected.points);
      g_checksum_update (digest, (const guchar *) sentence, -1);
      total += MAX (expected.points, 0);
      *n_computed += expected.points >= 0;
    }
  g_assert_cmpint (score.total, ==, total);
}

static char *
check_worlds (guint32 seed, guint n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GChecksum) digest = g_checksum_new (G_CHECKSUM_SHA256);
  guint n_computed = 0;

  for (guint i = 0; i < n; i++)
    check_world (rand, digest, &n_computed);
  g_assert_cmpuint (n_computed, >, n); /* most are no refusals */

  return g_strdup (g_checksum_get_string (digest));
}

static void
test_agrees_with_the_reference (void)
{
  g_autofree char *digest = check_worlds (g_test_rand_int (), N_CASES);

  g_assert_nonnull (digest);
}

static void
test_same_in_locale (gconstpointer data)
{
  g_autofree char *before = g_strdup (setlocale (LC_ALL, NULL));
  guint32 seed = g_test_rand_int ();
  g_autofree char *plain = NULL;
  g_autofree char *localised = NULL;

  g_assert_nonnull (setlocale (LC_ALL, "C"));
  plain = check_worlds (seed, N_CASES / 6);
  if (setlocale (LC_ALL, data) == NULL)
    {
      g_test_skip ("The locale is not installed; ./test makes it");
      setlocale (LC_ALL, before);
      return;
    }
  localised = check_worlds (seed, N_CASES / 6);
  setlocale (LC_ALL, before);

  g_assert_cmpstr (localised, ==, plain);
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  g_test_add_func ("/core/R-SCORE/agrees-with-a-slow-reference", test_agrees_with_the_reference);
  g_test_add_data_func ("/core/R-SCORE/same-in-locale/C", "C.UTF-8", test_same_in_locale);
  g_test_add_data_func ("/core/R-SCORE/same-in-locale/zh_CN", "zh_CN.UTF-8", test_same_in_locale);
  g_test_add_data_func ("/core/R-SCORE/same-in-locale/de_DE", "de_DE.UTF-8", test_same_in_locale);

  return g_test_run ();
}
