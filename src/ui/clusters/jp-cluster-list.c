/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-cluster-list.h"

/* A change of more rows than this keeps the objects on the screen and gives them other facts: GTK 4.8 makes a widget anew
 * for every cell of an object that comes in, which would be felt with each keystroke. A smaller one moves objects, so
 * that the focus stays with its cluster. */
#define SMALL_CHANGE 50

/* A row with what the search said of it, so that a chip does not search again. */
typedef struct
{
  JpClusterRow *row;
  gboolean      found;
} Entry;

struct _JpClusterList
{
  GObject parent_instance;

  /* Owned. */
  JpClusterTable  *table;
  JpClusterFilter *filter;
  GtkSorter       *sorter;
  GHashTable      *by_id;   /* borrowed id of the dossier → JpClusterRow */
  GArray          *entries; /* of Entry, all, in order; the rows are owned by by_id */
  GPtrArray       *shown;   /* of JpClusterRow, borrowed: the clusters shown */
  GPtrArray       *slots;   /* of JpClusterRow: the items of the model, each with the facts of its cluster */
  JpClusterCounts  counts;
};

static GType
get_item_type (GListModel *model)
{
  return JP_TYPE_CLUSTER_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return JP_CLUSTER_LIST (model)->slots->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  JpClusterList *self = JP_CLUSTER_LIST (model);

  return position < self->slots->len ? g_object_ref (g_ptr_array_index (self->slots, position)) : NULL;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (JpClusterList, jp_cluster_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum
{
  BEFORE_CHANGE,
  AFTER_CHANGE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
count_entry (JpClusterCounts *counts, const JpClusterFacts *facts, guint pass)
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
fill_slot (JpClusterList *self, guint position)
{
  JpClusterRow *row = g_ptr_array_index (self->shown, position);

  jp_cluster_row_copy (g_ptr_array_index (self->slots, position), row);
}

/* Takes @removed slots out and puts @added new ones in, each filled before anybody is told. */
static void
splice (JpClusterList *self, guint position, guint removed, guint added)
{
  if (removed > 0)
    g_ptr_array_remove_range (self->slots, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (self->slots, (int) (position + i), jp_cluster_row_new ());
  for (guint i = 0; i < self->slots->len; i++)
    fill_slot (self, i);
  if (removed > 0 || added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

/* Tells of one change, from the first cluster that differs to the last. */
static void
show (JpClusterList *self, GPtrArray *shown)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->shown);
  guint least = MIN (before->len, shown->len), first = 0, last = 0, removed, added, kept;

  while (first < least && before->pdata[first] == shown->pdata[first])
    first++;
  while (last < least - first && before->pdata[before->len - 1 - last] == shown->pdata[shown->len - 1 - last])
    last++;

  removed = before->len - first - last;
  added = shown->len - first - last;
  kept = removed + added > SMALL_CHANGE ? MIN (removed, added) : 0;
  g_signal_emit (self, signals[BEFORE_CHANGE], 0);
  self->shown = shown;
  splice (self, first + kept, removed - kept, added - kept);
  g_signal_emit (self, signals[AFTER_CHANGE], 0);
}

static void
refilter (JpClusterList *self)
{
  GPtrArray *shown = g_ptr_array_sized_new (self->entries->len);

  reset_counts (&self->counts);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      const JpClusterFacts *facts = jp_cluster_row_get_facts (entry->row);
      guint pass;

      if (!entry->found)
        continue;

      pass = jp_cluster_filter_pass (self->filter, facts);
      count_entry (&self->counts, facts, pass);
      if (pass == JP_PASS_ALL)
        g_ptr_array_add (shown, entry->row);
    }
  self->counts.all = self->entries->len;
  self->counts.shown = shown->len;
  show (self, shown);
}

static void
search (JpClusterList *self)
{
  g_autoptr (JpSearchQuery) query = jp_search_query_new (self->filter->search);

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);

      entry->found = jp_search_query_matches (query, jp_cluster_row_get_facts (entry->row)->search_key);
    }
}

static int
compare_entries (gconstpointer a, gconstpointer b, gpointer data)
{
  JpClusterRow *row_a = ((const Entry *) a)->row, *row_b = ((const Entry *) b)->row;
  GtkSorter *sorter = data;
  GtkOrdering order = sorter != NULL ? gtk_sorter_compare (sorter, row_a, row_b) : GTK_ORDERING_EQUAL;
  gint64 rank_a, rank_b;

  if (order != GTK_ORDERING_EQUAL)
    return (int) order;

  rank_a = jp_cluster_row_get_rank (row_a, JP_CLUSTER_NAME);
  rank_b = jp_cluster_row_get_rank (row_b, JP_CLUSTER_NAME);
  return rank_a < rank_b ? -1 : rank_a > rank_b;
}

static void
sort (JpClusterList *self)
{
  g_array_sort_with_data (self->entries, compare_entries, self->sorter);
}

static void
on_sorter_changed (JpClusterList *self)
{
  sort (self);
  refilter (self);
}

static void
jp_cluster_list_dispose (GObject *object)
{
  jp_cluster_list_set_sorter (JP_CLUSTER_LIST (object), NULL);

  G_OBJECT_CLASS (jp_cluster_list_parent_class)->dispose (object);
}

static void
jp_cluster_list_finalize (GObject *object)
{
  JpClusterList *self = JP_CLUSTER_LIST (object);

  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->slots);
  g_array_unref (self->entries);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->counts.districts);
  jp_cluster_filter_free (self->filter);
  jp_cluster_table_unref (self->table);

  G_OBJECT_CLASS (jp_cluster_list_parent_class)->finalize (object);
}

static void
jp_cluster_list_class_init (JpClusterListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = jp_cluster_list_dispose;
  object_class->finalize = jp_cluster_list_finalize;

  /**
   * JpClusterList::before-change:
   * @self: the list
   *
   * Items are about to come, go, or stand for other clusters: who keeps positions should remember clusters now.
   */
  signals[BEFORE_CHANGE] = g_signal_new ("before-change", JP_TYPE_CLUSTER_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  /**
   * JpClusterList::after-change:
   * @self: the list
   */
  signals[AFTER_CHANGE] = g_signal_new ("after-change", JP_TYPE_CLUSTER_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
}

static GHashTable *
rows_by_id (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
}

static void
jp_cluster_list_init (JpClusterList *self)
{
  self->filter = jp_cluster_filter_new ();
  self->by_id = rows_by_id ();
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->shown = g_ptr_array_new ();
  self->slots = g_ptr_array_new_with_free_func (g_object_unref);
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
  g_autoptr (GHashTable) before = g_steal_pointer (&self->by_id);
  g_autoptr (JpClusterTable) table_before = g_steal_pointer (&self->table); /* keeps the ids alive */

  self->table = jp_cluster_table_ref (table);
  self->by_id = rows_by_id ();
  g_array_set_size (self->entries, 0);
  for (guint i = 0; i < jp_cluster_table_size (table); i++)
    {
      JpClusterFacts *facts = jp_cluster_table_nth (table, i);
      JpClusterRow *known = g_hash_table_lookup (before, facts->dossier->id);
      Entry entry = { known != NULL ? g_object_ref (known) : jp_cluster_row_new (), FALSE };

      jp_cluster_row_set (entry.row, facts, jp_cluster_table_ranks (table, i));
      g_hash_table_insert (self->by_id, facts->dossier->id, entry.row);
      g_array_append_val (self->entries, entry);
    }

  sort (self);
  search (self);
  refilter (self);
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
  refilter (self);
}

const JpClusterFilter *
jp_cluster_list_get_filter (JpClusterList *self)
{
  return self->filter;
}

/**
 * jp_cluster_list_set_sorter:
 * @self: a list
 * @sorter: (nullable): orders the rows; equal ones stand by name
 */
void
jp_cluster_list_set_sorter (JpClusterList *self, GtkSorter *sorter)
{
  if (self->sorter == sorter)
    return;

  if (self->sorter != NULL)
    g_signal_handlers_disconnect_by_func (self->sorter, on_sorter_changed, self);
  g_set_object (&self->sorter, sorter);
  if (sorter != NULL)
    {
      g_signal_connect_swapped (sorter, "changed", G_CALLBACK (on_sorter_changed), self);
      on_sorter_changed (self);
    }
}

const JpClusterCounts *
jp_cluster_list_get_counts (JpClusterList *self)
{
  return &self->counts;
}
