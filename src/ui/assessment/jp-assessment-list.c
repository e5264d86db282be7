/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-assessment-list.h"

#include "jp-search-key.h"

struct _JpAssessmentList
{
  JpRowList parent_instance;

  /* Owned. */
  JpAssessmentFilter filter;  /* its search is the following */
  char              *search;
  JpAssessmentCounts counts;
  GHashTable        *keys;    /* cluster's name → JpSearchKey: made when something is first searched */
};

G_DEFINE_FINAL_TYPE (JpAssessmentList, jp_assessment_list, JP_TYPE_ROW_LIST)

static guint
marks_of (const JpResult *result)
{
  return (guint) result->vetoed << JP_ASSESSMENT_VETOED
         | (guint) (result->missing->len > 0) << JP_ASSESSMENT_INCOMPLETE;
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
jp_assessment_list_refilter (JpRowList *list)
{
  JpAssessmentList *self = JP_ASSESSMENT_LIST (list);
  g_autoptr (JpSearchQuery) query = jp_search_query_new (self->filter.search);
  GHashTable *districts = self->counts.districts;
  GPtrArray *rows = jp_row_list_get_rows (list);
  GPtrArray *shown = g_ptr_array_new_full (rows->len, g_object_unref);

  g_hash_table_remove_all (districts);
  self->counts = (JpAssessmentCounts) { .all = rows->len, .districts = districts };
  for (guint i = 0; i < rows->len; i++)
    {
      JpAssessmentRow *row = g_ptr_array_index (rows, i);
      const JpResult *result = jp_assessment_row_get (row);
      gboolean state = self->filter.states == 0 || (self->filter.states >> result->state & 1) != 0;
      gboolean mark = self->filter.marks == 0 || (self->filter.marks & marks_of (result)) != 0;
      gboolean district = self->filter.district == NULL
                          || g_strcmp0 (self->filter.district, result->dossier->district) == 0;

      if (!is_found (self, query, result->dossier))
        continue;
      count_row (self, result, state, mark, district);
      if (state && mark && district)
        g_ptr_array_add (shown, g_object_ref (row));
    }
  self->counts.shown = shown->len;
  jp_row_list_show (list, shown);
}

void
jp_assessment_list_show (JpAssessmentList *self, JpSession *session)
{
  JpRowList *list = JP_ROW_LIST (self);
  GPtrArray *results = jp_session_get_results (session);

  jp_row_list_begin (list);
  for (guint i = 0; i < results->len; i++)
    {
      const JpResult *result = g_ptr_array_index (results, i);
      const char *district = result->dossier->district;

      jp_assessment_row_set (jp_row_list_add (list, result->dossier->id), result, i,
                             district != NULL ? jp_session_district_name (session, district) : NULL);
    }
  jp_row_list_end (list);
  jp_assessment_list_refilter (list);
}

void
jp_assessment_list_set_filter (JpAssessmentList *self, const JpAssessmentFilter *filter)
{
  char *before = g_steal_pointer (&self->search);

  self->search = g_strdup (filter->search); /* which may be the one before */
  self->filter = *filter;
  self->filter.search = self->search;
  g_free (before);
  jp_assessment_list_refilter (JP_ROW_LIST (self));
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

const JpAssessmentCounts *
jp_assessment_list_get_counts (JpAssessmentList *self)
{
  return &self->counts;
}

static const char *
get_id (gpointer row)
{
  return jp_assessment_row_get (row)->dossier->id;
}

static gint64
get_place (gpointer row)
{
  return jp_assessment_row_get_key (row, JP_ASSESSMENT_NAME);
}

static void
copy (gpointer row, gpointer other)
{
  jp_assessment_row_copy (row, other);
}

static void
jp_assessment_list_finalize (GObject *object)
{
  JpAssessmentList *self = JP_ASSESSMENT_LIST (object);

  g_free (self->search);
  g_hash_table_unref (self->counts.districts);
  g_hash_table_unref (self->keys);

  G_OBJECT_CLASS (jp_assessment_list_parent_class)->finalize (object);
}

static void
jp_assessment_list_class_init (JpAssessmentListClass *klass)
{
  JpRowListClass *list_class = JP_ROW_LIST_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jp_assessment_list_finalize;
  list_class->row_type = JP_TYPE_ASSESSMENT_ROW;
  list_class->get_id = get_id;
  list_class->get_place = get_place;
  list_class->copy = copy;
  list_class->refilter = jp_assessment_list_refilter;
}

static void
jp_assessment_list_init (JpAssessmentList *self)
{
  self->filter.search = self->search = g_strdup ("");
  self->counts.districts = g_hash_table_new (NULL, NULL);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) jp_search_key_unref);
}

JpAssessmentList *
jp_assessment_list_new (void)
{
  return g_object_new (JP_TYPE_ASSESSMENT_LIST, NULL);
}
