/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Random years in a bureau: whatever is tried, program and notebook (jp-model.h) allow the same and agree on what came
 * of it; what is refused leaves the file as it was. `JP_TEST_LONG=1` goes on for much longer. */

#include "jp-bureau.h"

#include "jp-cluster-work.h"
#include "jp-correction.h"
#include "jp-fund-work.h"
#include "jp-life.h"
#include "jp-use-work.h"
#include "jp-veto.h"

#include <string.h>

#define N_STEPS 2500 /* tried in one file */
#define N_STEPS_LONG 40000

static const char *const districts[MOST_CLUSTERS] = { "350211", "350203", "350205" };

/* The newest that stands; or the one undone last, while no newer work came. */
static Remembered *
find_undo (Bureau *b, gboolean redo)
{
  Remembered *found = NULL;

  for (guint i = 0; i < b->undos->len; i++)
    {
      Remembered *entry = g_ptr_array_index (b->undos, i);

      if (!redo && entry->undo_seq == 0)
        found = entry;
      if (redo && entry->undo_seq > b->last_work && (found == NULL || entry->undo_seq > found->undo_seq))
        found = entry;
    }

  return found;
}

static void
try_undo (Bureau *b)
{
  gboolean redo = bureau_chance (b, 40);
  Remembered *entry = find_undo (b, redo);
  gboolean done, allowed;
  MCluster before;
  int cluster = entry != NULL ? entry->cluster : 0;

  if (entry == NULL && b->forgot)
    return;
  before = b->books[cluster];
  done = redo ? jp_work_redo (&b->work) : jp_work_undo (&b->work);
  allowed = entry != NULL && b->last_act[cluster] <= (redo ? entry->undo_seq : entry->seq);
  if (allowed)
    {
      b->books[cluster] = redo ? entry->after : entry->before;
      entry->undo_seq = redo ? 0 : jp_work_head (&b->work);
    }
  /* What the store says of undo is about entries, not rules. */
  if (!done)
    g_prefix_error (&b->work.error, "R-undo: ");
  bureau_settle (b, cluster, &before, NO_ENTRY, done, allowed, redo ? "redo" : "undo");
}

/* Days go by: a few, or up to a day on which something turns. */
static void
move_on (Bureau *b)
{
  const MCluster *book = &b->books[bureau_pick (b, b->n_clusters)];
  MDay next = b->world.today + 1 + bureau_pick (b, 30);
  MLife life;

  m_life (book, b->world.today, &life);
  if (bureau_chance (b, 30) && life.n_terms > 0 && life.last[life.n_terms - 1] - b->world.today < 150
      && life.last[life.n_terms - 1] > b->world.today)
    next = life.last[life.n_terms - 1] + bureau_pick (b, 3) - 1;
  else if (bureau_chance (b, 15))
    next = m_day (m_year (b->world.today) + 1, 1, 1);
  else if (bureau_chance (b, 15) && b->world.today < m_day (m_year (b->world.today), 4, 30))
    next = m_day (m_year (b->world.today), 4, 30) + bureau_pick (b, 2);

  b->world.today = MAX (b->world.today + 1, next);
  b->work.today = (JpDate) b->world.today;
  g_ptr_array_set_size (b->work.desks, 0);
  for (int i = 0; i < b->n_clusters; i++)
    bureau_compare (b, i);
}

static void
step (Bureau *b)
{
  static const struct
  {
    int weight;
    void (*try) (Bureau *b, int cluster);
  } ways[] = {
    { 14, bureau_try_life },   { 3, bureau_try_check },       { 14, bureau_try_filing },
    { 5, bureau_try_figure },  { 16, bureau_try_assessment }, { 36, bureau_try_funding },
    { 5, bureau_try_finding }, { 6, bureau_try_use },         { 3, bureau_try_correction },
  };
  int at = bureau_pick (b, 114), cluster = bureau_pick (b, b->n_clusters);

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      if (at < ways[i].weight)
        {
          ways[i].try (b, cluster);
          return;
        }
      at -= ways[i].weight;
    }
  if (at < 4)
    try_undo (b);
  else
    move_on (b);
}

static void
set_up (Bureau *b, guint32 seed)
{
  memset (b, 0, sizeof *b);
  b->rand = g_rand_new_with_seed (seed);
  jp_work_set_up (&b->work, "2023-01-01");
  m_world_init (&b->world);
  b->world.today = m_day (2024, 9, 1);
  b->work.today = (JpDate) b->world.today;
  b->undos = g_ptr_array_new_with_free_func (g_free);
  b->n_clusters = 1 + bureau_pick (b, MOST_CLUSTERS);
  for (int i = 0; i < b->n_clusters; i++)
    {
      g_autofree char *name = g_strdup_printf ("第%d集群", i);

      b->ids[i] = jp_work_cluster (&b->work, name, districts[i]);
      m_cluster_init (&b->books[i]);
      b->last_act[i] = jp_work_head (&b->work); /* what made it is not taken back here */
      if (bureau_chance (b, 70))
        bureau_try_act (b, i, 'G', b->world.today - bureau_pick (b, 20), TRUE);
    }
  b->forgot = TRUE; /* the clusters themselves */
}

static void
tear_down (Bureau *b)
{
  jp_work_tear_down (&b->work, NULL);
  for (int i = 0; i < b->n_clusters; i++)
    g_free (b->ids[i]);
  m_world_clear (&b->world);
  g_ptr_array_unref (b->undos);
  g_rand_free (b->rand);
}

/* The same years every time, unless asked to go on for long. */
static void
test_years (gconstpointer data)
{
  gboolean at_length = g_getenv ("JP_TEST_LONG") != NULL;
  guint32 seed = 20240919 + 1000003 * GPOINTER_TO_UINT (data) + (at_length ? (guint32) g_test_rand_int () : 0);
  Bureau b;

  g_test_message ("seed %u", seed);
  set_up (&b, seed);
  for (int i = 0, n = at_length ? N_STEPS_LONG : N_STEPS; i < n; i++)
    {
      if (b.world.today > m_day (2032, 12, 1))
        {
          tear_down (&b);
          set_up (&b, seed + (guint32) i);
        }
      if (i % 50 == 0) /* looking at every row, and not only at whether somebody wrote */
        {
          g_autofree char *before = jp_work_dump (b.work.path, TRUE);
          g_autofree char *after = NULL;
          guint done = b.n_done;

          step (&b);
          after = jp_work_dump (b.work.path, TRUE);
          if (b.n_done == done)
            g_assert_cmpstr (after, ==, before);
          continue;
        }
      step (&b);
    }
  g_test_message ("%u done, %u refused", b.n_done, b.n_refused);
  tear_down (&b);
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);
  for (int i = 0; i < 4; i++)
    {
      g_autofree char *path = g_strdup_printf ("/casework/model/random-years-%d", i + 1);

      g_test_add_data_func (path, GINT_TO_POINTER (i), test_years);
    }

  return g_test_run ();
}
