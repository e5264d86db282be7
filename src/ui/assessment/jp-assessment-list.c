/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-assessment-list.h"

#include "jp-search-key.h"

struct _JpAssessmentList
{
  GObject parent_instance;

  /* Owned. */
  JpAssessmentFilter filter;  /* its search is the following */
  char              *search;
  JpAssessmentCounts counts;
  GtkSorter  *sorter;
  GHashTable *keys;    /* cluster's name → JpSearchKey: made when something is first searched */
  GPtrArray  *entries; /* of JpAssessmentRow, all, in order */
  GPtrArray  *shown;   /* of JpAssessmentRow, borrowed from entries */
  GPtrArray  *slots;   /* of JpAssessmentRow: the items of the model */

  /* Borrowed. */
  JpSession *session;
};

static GType
get_item_type (GListModel *model)
{
  return JP_TYPE_ASSESSMENT_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return JP_ASSESSMENT_LIST (model)->slots->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  JpAssessmentList *self = JP_ASSESSMENT_LIST (model);

  return position < self->slots->len ? g_object_ref (g_ptr_array_index (self->slots, position)) : NULL;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (JpAssessmentList, jp_assessment_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum
{
  BEFORE_CHANGE,
  AFTER_CHANGE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
district_name (JpAssessmentList *self, const JpResult *result)
{
  return result->dossier->district != NULL ? jp_session_district_name (self->session, result->dossier->district) : NULL;
}

static void
fill_slot (JpAssessmentList *self, guint position)
{
  JpAssessmentRow *row = g_ptr_array_index (self->shown, position);
  const JpResult *result = jp_assessment_row_get (row);

  jp_assessment_row_set (g_ptr_array_index (self->slots, position), result,
                         (guint) jp_assessment_row_get_key (row, JP_ASSESSMENT_NAME), district_name (self, result));
}

/* Items on the screen are kept and stand for other clusters; only the number of them is told. */
static void
show_rows (JpAssessmentList *self)
{
  guint before = self->slots->len, after = self->shown->len;

  g_signal_emit (self, signals[BEFORE_CHANGE], 0);
  if (after < before)
    g_ptr_array_set_size (self->slots, (int) after);
  for (guint i = before; i < after; i++)
    g_ptr_array_add (self->slots, jp_assessment_row_new ());
  for (guint i = 0; i < after; i++)
    fill_slot (self, i);
  if (after != before)
    g_list_model_items_changed (G_LIST_MODEL (self), MIN (before, after), before > after ? before - after : 0,
                                after > before ? after - before : 0);
  g_signal_emit (self, signals[AFTER_CHANGE], 0);
}

static guint
marks_of (const JpResult *result)
{
  return (guint) result->vetoed << JP_ASSESSMENT_VETOED | (guint) (result->missing->len > 0) << JP_ASSESSMENT_INCOMPLETE;
}

static void
count_row (JpAssessmentList *self, const JpResult *result, gboolean state, gboolean mark, gboolean district)
{
  JpAssessmentCounts *counts = &self->counts;
  const char *code = g_intern_string (result->dossier->district);

  if (mark && district)
    counts->states[result->state]++;
  for (guint i = 0; state && district && i < JP_N_ASSESSMENT_MARKS; i++)
    counts->marks[i] += (marks_of (result) >> i) & 1;
  if (state && mark)
    g_hash_table_insert (counts->districts, (gpointer) code,
                         GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts->districts, code)) + 1));
}

static gboolean
is_found (JpAssessmentList *self, const JpSearchQuery *query, const JpDossier *dossier)
{
  JpSearchKey *key;

  if (*self->filter.search == '\0')
    return TRUE;

  key = g_hash_table_lookup (self->keys, dossier->name);
  if (key == NULL)
    {
      key = jp_search_key_new (dossier->name);
      g_hash_table_insert (self->keys, g_strdup (dossier->name), key);
    }

  return jp_search_query_matches (query, key);
}

static void
refilter (JpAssessmentList *self)
{
  g_autoptr (JpSearchQuery) query = jp_search_query_new (self->filter.search);
  GHashTable *districts = self->counts.districts;

  g_hash_table_remove_all (districts);
  self->counts = (JpAssessmentCounts) { .all = self->entries->len, .districts = districts };
  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < self->entries->len; i++)
    {
      JpAssessmentRow *row = g_ptr_array_index (self->entries, i);
      const JpResult *result = jp_assessment_row_get (row);
      gboolean state = self->filter.states == 0 || (self->filter.states >> result->state & 1) != 0;
      gboolean mark = self->filter.marks == 0 || (self->filter.marks & marks_of (result)) != 0;
      gboolean district = self->filter.district == NULL
                          || g_strcmp0 (self->filter.district, result->dossier->district) == 0;

      if (!is_found (self, query, result->dossier))
        continue;
      count_row (self, result, state, mark, district);
      if (state && mark && district)
        g_ptr_array_add (self->shown, row);
    }
  self->counts.shown = self->shown->len;
  show_rows (self);
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  JpAssessmentRow *row_a = *(JpAssessmentRow **) a, *row_b = *(JpAssessmentRow **) b;
  GtkSorter *sorter = data;
  GtkOrdering order = sorter != NULL ? gtk_sorter_compare (sorter, row_a, row_b) : GTK_ORDERING_EQUAL;
  gint64 place_a = jp_assessment_row_get_key (row_a, JP_ASSESSMENT_NAME);
  gint64 place_b = jp_assessment_row_get_key (row_b, JP_ASSESSMENT_NAME);

  if (order != GTK_ORDERING_EQUAL)
    return (int) order;

  return (place_a > place_b) - (place_a < place_b);
}

static void
on_sorter_changed (JpAssessmentList *self)
{
  g_ptr_array_sort_with_data (self->entries, compare_rows, self->sorter);
  refilter (self);
}

void
jp_assessment_list_show (JpAssessmentList *self, JpSession *session)
{
  GPtrArray *results = jp_session_get_results (session);

  self->session = session;
  g_ptr_array_set_size (self->entries, 0);
  for (guint i = 0; i < results->len; i++)
    {
      JpAssessmentRow *row = jp_assessment_row_new ();
      const JpResult *result = g_ptr_array_index (results, i);

      jp_assessment_row_set (row, result, i, district_name (self, result));
      g_ptr_array_add (self->entries, row);
    }
  on_sorter_changed (self);
}

void
jp_assessment_list_set_filter (JpAssessmentList *self, const JpAssessmentFilter *filter)
{
  char *before = g_steal_pointer (&self->search);

  self->search = g_strdup (filter->search); /* which may be the one before */
  self->filter = *filter;
  self->filter.search = self->search;
  g_free (before);
  refilter (self);
}

const JpAssessmentFilter *
jp_assessment_list_get_filter (JpAssessmentList *self)
{
  return &self->filter;
}

gboolean
jp_assessment_list_is_filtered (JpAssessmentList *self)
{
  return *self->filter.search != '\0' || self->filter.states != 0 || self->filter.marks != 0
         || self->filter.district != NULL;
}

/**
 * jp_assessment_list_set_sorter:
 * @self: a list
 * @sorter: (nullable): orders the rows; equal ones stand by name
 */
void
jp_assessment_list_set_sorter (JpAssessmentList *self, GtkSorter *sorter)
{
  if (self->sorter == sorter)
    return;

  if (self->sorter != NULL)
    g_signal_handlers_disconnect_by_func (self->sorter, on_sorter_changed, self);
  g_set_object (&self->sorter, sorter);
  if (sorter != NULL)
    g_signal_connect_swapped (sorter, "changed", G_CALLBACK (on_sorter_changed), self);
}

const JpAssessmentCounts *
jp_assessment_list_get_counts (JpAssessmentList *self)
{
  return &self->counts;
}

static void
jp_assessment_list_dispose (GObject *object)
{
  jp_assessment_list_set_sorter (JP_ASSESSMENT_LIST (object), NULL);

  G_OBJECT_CLASS (jp_assessment_list_parent_class)->dispose (object);
}

static void
jp_assessment_list_finalize (GObject *object)
{
  JpAssessmentList *self = JP_ASSESSMENT_LIST (object);

  g_free (self->search);
  g_hash_table_unref (self->counts.districts);
  g_hash_table_unref (self->keys);
  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->slots);

  G_OBJECT_CLASS (jp_assessment_list_parent_class)->finalize (object);
}

static void
jp_assessment_list_class_init (JpAssessmentListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jp_assessment_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = jp_assessment_list_finalize;

  signals[BEFORE_CHANGE] = g_signal_new ("before-change", JP_TYPE_ASSESSMENT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  signals[AFTER_CHANGE] = g_signal_new ("after-change", JP_TYPE_ASSESSMENT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
}

static void
jp_assessment_list_init (JpAssessmentList *self)
{
  self->filter.search = self->search = g_strdup ("");
  self->counts.districts = g_hash_table_new (NULL, NULL);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) jp_search_key_unref);
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->shown = g_ptr_array_new ();
  self->slots = g_ptr_array_new_with_free_func (g_object_unref);
}

JpAssessmentList *
jp_assessment_list_new (void)
{
  return g_object_new (JP_TYPE_ASSESSMENT_LIST, NULL);
}
