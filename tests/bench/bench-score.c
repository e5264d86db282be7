/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scoring 10,000 clusters by the shipped pack of 7 indicators, beside merely reading the same figures and adding them
 * up: the ratio is what the exact arithmetic costs. Aim: 50 ms. */

#include "jp-test.h"

#include "jp-score.h"

#define N_CLUSTERS 10000
#define N_ROUNDS   7
#define AIM_MS     50

typedef struct
{
  JpPack    *pack;
  GPtrArray *previous; /* of JpFigures */
  GPtrArray *current;
} Workload;

static void
workload_init (Workload *self)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20241125);

  self->pack = jp_test_pack ();
  self->previous = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_figures_free);
  self->current = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_figures_free);
  for (guint i = 0; i < N_CLUSTERS; i++)
    {
      JpFigures *previous = jp_figures_new (2024), *current = jp_figures_new (2025);

      for (guint m = 0; m < self->pack->n_metrics; m++)
        {
          gint64 value = g_rand_int_range (rand, 1000, 200000000);

          jp_figures_set (previous, self->pack->metrics[m].id, value);
          jp_figures_set (current, self->pack->metrics[m].id, value + value / 100 * g_rand_int_range (rand, -5, 20));
        }
      g_ptr_array_add (self->previous, previous);
      g_ptr_array_add (self->current, current);
    }
}

static void
workload_clear (Workload *self)
{
  g_ptr_array_unref (self->previous);
  g_ptr_array_unref (self->current);
  jp_pack_unref (self->pack);
}

static gint64
read_all (const Workload *self)
{
  gint64 sum = 0;

  for (guint i = 0; i < N_CLUSTERS; i++)
    for (guint k = 0; k < self->pack->n_indicators; k++)
      for (guint n = 0; n < self->pack->indicators[k].n_metrics; n++)
        {
          const char *id = self->pack->metrics[self->pack->indicators[k].metrics[n]].id;

          sum += jp_figures_get (g_ptr_array_index (self->previous, i), id);
          sum += jp_figures_get (g_ptr_array_index (self->current, i), id);
        }

  return sum;
}

static gint64
score_all (const Workload *self)
{
  gint64 sum = 0;

  for (guint i = 0; i < N_CLUSTERS; i++)
    {
      g_auto (JpScore) score = { 0 };

      jp_score_init (&score, self->pack, 2025, g_ptr_array_index (self->previous, i),
                     g_ptr_array_index (self->current, i));
      sum += score.total;
    }

  return sum;
}

/* The best of several rounds, in microseconds: what the machine can do, not what else it was doing. */
static gint64
best_time (gint64 (*work) (const Workload *), const Workload *workload, gint64 *result)
{
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      *result = work (workload);
      best = MIN (best, g_get_monotonic_time () - start);
    }

  return MAX (best, 1);
}

int
main (int argc, char **argv)
{
  Workload workload;
  gint64 reading, scoring, figures, points;

  jp_test_init (&argc, &argv);
  workload_init (&workload);
  reading = best_time (read_all, &workload, &figures);
  scoring = best_time (score_all, &workload, &points);
  g_assert_cmpint (figures, >, 0);
  g_assert_cmpint (points, >, 0);

  g_print ("score: %d clusters x %u indicators in %" G_GINT64_FORMAT ".%" G_GINT64_FORMAT " ms (aim %d ms), "
           "%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT " x reading the same figures\n",
           N_CLUSTERS, workload.pack->n_indicators, scoring / 1000, scoring % 1000 / 100, AIM_MS,
           scoring / reading, scoring * 10 / reading % 10);
  workload_clear (&workload);

  return 0;
}
