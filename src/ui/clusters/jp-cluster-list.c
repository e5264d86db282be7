/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-cluster-list.h"

struct _JpClusterList
{
  JpRowList parent_instance;

  /* Owned. */
  JpClusterTable  *table;
  JpClusterFilter *filter;
  JpClusterCounts  counts;
};

G_DEFINE_FINAL_TYPE (JpClusterList, jp_cluster_list, JP_TYPE_ROW_LIST)

static void
count_row (JpClusterCounts *counts, const JpClusterFacts *facts, guint pass)
{
  if ((pass | JP_PASS_DISTRICT) == JP_PASS_ALL)
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts->districts, facts->district));

      g_hash_table_insert (counts->districts, (gpointer) facts->district, GUINT_TO_POINTER (n + 1));
    }
  if ((pass | JP_PASS_STAGE) == JP_PASS_ALL)
    counts->stages[facts->stage]++;
  for (guint i = 0; (pass | JP_PASS_WARNING) == JP_PASS_ALL && i < JP_N_WARNINGS; i++)
    counts->warnings[i] += (facts->warnings >> i) & 1;
}

static void
reset_counts (JpClusterCounts *counts)
{
  GHashTable *districts = counts->districts;

  g_hash_table_remove_all (districts);
  *counts = (JpClusterCounts) { .districts = districts };
}

static void
jp_cluster_list_refilter (JpRowList *list)
{
  JpClusterList *self = JP_CLUSTER_LIST (list);
  GPtrArray *rows = jp_row_list_get_rows (list);
  GPtrArray *shown = g_ptr_array_new_full (rows->len, g_object_unref);

  reset_counts (&self->counts);
  for (guint i = 0; i < rows->len; i++)
    {
      JpClusterRow *row = g_ptr_array_index (rows, i);
      const JpClusterFacts *facts = jp_cluster_row_get_facts (row);
      guint pass;

      if (!jp_cluster_row_get_found (row))
        continue;

      pass = jp_cluster_filter_pass (self->filter, facts);
      count_row (&self->counts, facts, pass);
      if (pass == JP_PASS_ALL)
        g_ptr_array_add (shown, g_object_ref (row));
    }
  self->counts.all = rows->len;
  self->counts.shown = shown->len;
  jp_row_list_show (list, shown);
}

static void
search (JpClusterList *self)
{
  GPtrArray *rows = jp_row_list_get_rows (JP_ROW_LIST (self));
  g_autoptr (JpSearchQuery) query = jp_search_query_new (self->filter->search);

  for (guint i = 0; i < rows->len; i++)
    {
      JpClusterRow *row = g_ptr_array_index (rows, i);

      jp_cluster_row_set_found (row, jp_search_query_matches (query, jp_cluster_row_get_facts (row)->search_key));
    }
}

static const char *
get_id (gpointer row)
{
  return jp_cluster_row_get_facts (row)->dossier->id;
}

static gint64
get_place (gpointer row)
{
  return jp_cluster_row_get_rank (row, JP_CLUSTER_NAME);
}

static void
copy (gpointer row, gpointer other)
{
  jp_cluster_row_copy (row, other);
}

static void
jp_cluster_list_finalize (GObject *object)
{
  JpClusterList *self = JP_CLUSTER_LIST (object);

  g_hash_table_unref (self->counts.districts);
  jp_cluster_filter_free (self->filter);
  jp_cluster_table_unref (self->table);

  G_OBJECT_CLASS (jp_cluster_list_parent_class)->finalize (object);
}

static void
jp_cluster_list_class_init (JpClusterListClass *klass)
{
  JpRowListClass *list_class = JP_ROW_LIST_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jp_cluster_list_finalize;
  list_class->row_type = JP_TYPE_CLUSTER_ROW;
  list_class->get_id = get_id;
  list_class->get_place = get_place;
  list_class->copy = copy;
  list_class->refilter = jp_cluster_list_refilter;
}

static void
jp_cluster_list_init (JpClusterList *self)
{
  self->filter = jp_cluster_filter_new ();
  self->counts.districts = g_hash_table_new (NULL, NULL);
}

JpClusterList *
jp_cluster_list_new (void)
{
  return g_object_new (JP_TYPE_CLUSTER_LIST, NULL);
}

void
jp_cluster_list_set_table (JpClusterList *self, JpClusterTable *table)
{
  JpRowList *list = JP_ROW_LIST (self);
  g_autoptr (JpClusterTable) before = g_steal_pointer (&self->table);

  self->table = jp_cluster_table_ref (table);
  jp_row_list_begin (list);
  for (guint i = 0; i < jp_cluster_table_size (table); i++)
    {
      JpClusterFacts *facts = jp_cluster_table_nth (table, i);

      jp_cluster_row_set (jp_row_list_add (list, facts->dossier->id), facts, jp_cluster_table_ranks (table, i));
    }
  jp_row_list_end (list);

  search (self);
  jp_cluster_list_refilter (list);
}

JpClusterTable *
jp_cluster_list_get_table (JpClusterList *self)
{
  return self->table;
}

void
jp_cluster_list_set_filter (JpClusterList *self, const JpClusterFilter *filter)
{
  g_autoptr (JpClusterFilter) before = g_steal_pointer (&self->filter);

  self->filter = jp_cluster_filter_copy (filter);
  if (!g_str_equal (before->search, filter->search))
    search (self);
  jp_cluster_list_refilter (JP_ROW_LIST (self));
}

const JpClusterFilter *
jp_cluster_list_get_filter (JpClusterList *self)
{
  return self->filter;
}

const JpClusterCounts *
jp_cluster_list_get_counts (JpClusterList *self)
{
  return &self->counts;
}
