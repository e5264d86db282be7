/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-cluster-table.h"

typedef gint64 Ranks[JP_CLUSTER_N_COLUMNS];

struct _JpClusterTable
{
  gatomicrefcount ref_count;

  JpSnapshot *snapshot; /* whose dossiers the facts borrow */
  GPtrArray  *facts;
  Ranks      *ranks;
};

/* Results and overdue duties by dossier. */
typedef struct
{
  GHashTable *results;
  GHashTable *overdue;
} Derived;

static void
derived_init (Derived *self, const JpSnapshot *snapshot)
{
  GPtrArray *results = jp_snapshot_get_results (snapshot), *duties = jp_snapshot_get_duties (snapshot);

  self->results = g_hash_table_new (NULL, NULL);
  self->overdue = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < results->len; i++)
    {
      JpResult *result = g_ptr_array_index (results, i);

      g_hash_table_insert (self->results, (gpointer) result->dossier, result);
    }
  for (guint i = 0; i < duties->len; i++)
    {
      const JpObligation *duty = g_ptr_array_index (duties, i);

      if (duty->state == JP_DUTY_OVERDUE)
        g_hash_table_add (self->overdue, (gpointer) duty->dossier);
    }
}

static void
derived_clear (Derived *self)
{
  g_hash_table_unref (self->results);
  g_hash_table_unref (self->overdue);
}

/* The facts of the table before that still hold, by dossier; NULL: rules, day or year are others now. */
static GHashTable *
reusable (const JpSnapshot *snapshot, const JpClusterTable *before)
{
  GHashTable *by_dossier;

  if (before == NULL || jp_snapshot_get_context (snapshot) != jp_snapshot_get_context (before->snapshot)
      || jp_snapshot_get_year (snapshot) != jp_snapshot_get_year (before->snapshot))
    return NULL;

  by_dossier = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < before->facts->len; i++)
    {
      JpClusterFacts *facts = g_ptr_array_index (before->facts, i);

      g_hash_table_insert (by_dossier, (gpointer) facts->dossier, facts);
    }

  return by_dossier;
}

static void
collect (JpClusterTable *self, const JpClusterTable *before)
{
  GPtrArray *dossiers = jp_snapshot_get_dossiers (self->snapshot);
  g_autoptr (GHashTable) known = reusable (self->snapshot, before);
  Derived derived;

  derived_init (&derived, self->snapshot);
  for (guint i = 0; i < dossiers->len; i++)
    {
      JpDossier *dossier = g_ptr_array_index (dossiers, i);
      JpClusterFacts *facts = known != NULL ? g_hash_table_lookup (known, dossier) : NULL;

      facts = facts != NULL ? jp_cluster_facts_ref (facts)
                            : jp_cluster_facts_new (dossier, jp_snapshot_get_context (self->snapshot),
                                                    g_hash_table_lookup (derived.results, dossier),
                                                    g_hash_table_contains (derived.overdue, dossier));
      g_ptr_array_add (self->facts, facts);
    }
  derived_clear (&derived);
}

typedef struct
{
  GBytes *key;
  guint   index;
} Keyed;

static int
compare_keyed (gconstpointer a, gconstpointer b)
{
  return g_bytes_compare (((const Keyed *) a)->key, ((const Keyed *) b)->key);
}

/* Equal texts get equal ranks, so that a second order can part them. */
static void
rank_by_key (JpClusterTable *self, JpClusterColumn column, gsize offset)
{
  g_autoptr (GArray) order = g_array_sized_new (FALSE, FALSE, sizeof (Keyed), self->facts->len);
  gint64 rank = 0;

  for (guint i = 0; i < self->facts->len; i++)
    {
      Keyed keyed = { G_STRUCT_MEMBER (GBytes *, g_ptr_array_index (self->facts, i), offset), i };

      g_array_append_val (order, keyed);
    }
  g_array_sort (order, compare_keyed);
  for (guint i = 0; i < order->len; i++)
    {
      const Keyed *keyed = &g_array_index (order, Keyed, i);

      if (i > 0 && compare_keyed (keyed - 1, keyed) != 0)
        rank++;
      self->ranks[keyed->index][column] = rank;
    }
}

static void
rank (JpClusterTable *self)
{
  for (guint i = 0; i < self->facts->len; i++)
    {
      const JpClusterFacts *facts = g_ptr_array_index (self->facts, i);
      gint64 *ranks = self->ranks[i];

      ranks[JP_CLUSTER_NAME] = i;
      ranks[JP_CLUSTER_DISTRICT] = g_ascii_strtoll (facts->district, NULL, 10);
      ranks[JP_CLUSTER_STAGE] = facts->stage;
      ranks[JP_CLUSTER_TERM_END] = facts->term_last;
      ranks[JP_CLUSTER_DAYS_LEFT] = facts->in_term ? facts->days_left : G_MAXINT64;
      ranks[JP_CLUSTER_SCORE] = facts->score_year != 0 ? facts->score : -1;
      ranks[JP_CLUSTER_BAND] = facts->score_vetoed ? -1 : facts->band_from;
      ranks[JP_CLUSTER_FUNDING] = facts->funding_rank;
    }
  rank_by_key (self, JP_CLUSTER_INDUSTRY, G_STRUCT_OFFSET (JpClusterFacts, industry_key));
  rank_by_key (self, JP_CLUSTER_OPERATOR, G_STRUCT_OFFSET (JpClusterFacts, operator_key));
}

JpClusterTable *
jp_cluster_table_new (JpSnapshot *snapshot, JpClusterTable *before)
{
  JpClusterTable *self;

  g_return_val_if_fail (snapshot != NULL, NULL);

  self = g_new0 (JpClusterTable, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->snapshot = jp_snapshot_ref (snapshot);
  self->facts = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_cluster_facts_unref);
  collect (self, before);
  self->ranks = g_new0 (Ranks, MAX (1, self->facts->len));
  rank (self);

  return self;
}

JpClusterTable *
jp_cluster_table_ref (JpClusterTable *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
jp_cluster_table_unref (JpClusterTable *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->facts);
  g_free (self->ranks);
  jp_snapshot_unref (self->snapshot);
  g_free (self);
}

guint
jp_cluster_table_size (const JpClusterTable *self)
{
  return self->facts->len;
}

JpClusterFacts *
jp_cluster_table_nth (const JpClusterTable *self, guint index)
{
  g_return_val_if_fail (index < self->facts->len, NULL);

  return g_ptr_array_index (self->facts, index);
}

const gint64 *
jp_cluster_table_ranks (const JpClusterTable *self, guint index)
{
  g_return_val_if_fail (index < self->facts->len, NULL);

  return self->ranks[index];
}
