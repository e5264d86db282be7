/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-store-assessments.h"

#include "jp-store-private.h"
#include "jp-store-tables.h"

JP_DEFINE_RECORD (assessment, assessments, jp_assessment_new (0))

static const JpField assessment_fields[] = {
  JP_FIELD (JpAssessment, INT, year, "year"),
  JP_FIELD (JpAssessment, TEXT, pack_id, "pack_id"),
  JP_FIELD (JpAssessment, INT, pack_version, "pack_version"),
  JP_FIELD (JpAssessment, ASSESSMENT_STATE, state, "state"),
  JP_FIELD (JpAssessment, DATE, submitted_on, "submitted_on"),
  JP_FIELD (JpAssessment, TEXT, submitted_by, "submitted_by"),
  JP_FIELD (JpAssessment, TEXT, district_opinion, "district_opinion"),
  JP_FIELD (JpAssessment, DATE, confirmed_on, "confirmed_on"),
  JP_FIELD (JpAssessment, TEXT, confirmed_by, "confirmed_by"),
  JP_FIELD (JpAssessment, TEXT, city_opinion, "city_opinion"),
  JP_FIELD (JpAssessment, TEXT, same_person_reason, "same_person_reason"),
  JP_FIELD (JpAssessment, TEXT, kept_reason, "kept_reason"),
  JP_FIELD (JpAssessment, TEXT, kept_against, "kept_against"),
  JP_FIELD (JpAssessment, INT, figures_corrected, "figures_corrected"),
};

static const JpField points_fields[] = {
  JP_FIELD (JpReviewPoints, TEXT, indicator, "indicator"),
  JP_FIELD (JpReviewPoints, POINTS, district, "district"),
  JP_FIELD (JpReviewPoints, TEXT, district_reason, "district_reason"),
  JP_FIELD (JpReviewPoints, TEXT, district_person, "district_person"),
  JP_FIELD (JpReviewPoints, POINTS, city, "city"),
  JP_FIELD (JpReviewPoints, TEXT, city_reason, "city_reason"),
  JP_FIELD (JpReviewPoints, TEXT, city_person, "city_person"),
};

static const JpField reviewer_veto_fields[] = {
  JP_FIELD (JpReviewerVeto, TEXT, veto, "veto"),
  JP_FIELD (JpReviewerVeto, TEXT, reason, "reason"),
  JP_FIELD (JpReviewerVeto, TEXT, office, "office"),
  JP_FIELD (JpReviewerVeto, TEXT, person, "person"),
};

static const JpField narrative_fields[] = {
  JP_FIELD (JpNarrative, TEXT, part, "part"),
  JP_FIELD (JpNarrative, TEXT, text, "text"),
};

static const JpField frozen_veto_fields[] = {
  JP_FIELD (JpFrozenVeto, TEXT, veto, "veto"),
  JP_FIELD (JpFrozenVeto, TEXT, evidence, "evidence"),
};

/* Assessments come by year and are few: the one a child belongs to is mostly the last it was found in. */
static JpAssessment *
assessment_of (JpDossier *dossier, int year)
{
  for (guint i = 0; i < dossier->assessments->len; i++)
    {
      JpAssessment *assessment = g_ptr_array_index (dossier->assessments, i);

      if (assessment->year == year)
        return assessment;
    }

  return NULL;
}

#define DEFINE_CHILD(name, constructor, destructor, array) \
  static gpointer \
  make_##name (void) \
  { \
    return constructor; \
  } \
  \
  static void \
  add_##name (JpDossier *dossier, const JpRecordPlace *place, gpointer record) \
  { \
    JpAssessment *assessment = assessment_of (dossier, place->parent_year); \
  \
    if (assessment != NULL) \
      g_ptr_array_add (assessment->array, record); \
    else \
      destructor (record); \
  }

DEFINE_CHILD (points, jp_review_points_new (NULL), jp_review_points_free, points)
DEFINE_CHILD (reviewer_veto, jp_reviewer_veto_new (NULL, NULL), jp_reviewer_veto_free, vetoes)
DEFINE_CHILD (narrative, jp_narrative_new (NULL, NULL), jp_narrative_free, narrative)

static gpointer
make_frozen_veto (void)
{
  return jp_frozen_veto_new (NULL, NULL);
}

static void
add_frozen_veto (JpDossier *dossier, const JpRecordPlace *place, gpointer record)
{
  JpAssessment *assessment = assessment_of (dossier, place->parent_year);

  if (assessment != NULL && assessment->frozen != NULL)
    g_ptr_array_add (assessment->frozen->vetoes, record);
  else
    jp_frozen_veto_free (record);
}

const JpTable jp_table_assessments = JP_TABLE ("assessments", assessment_fields, 1, FALSE, NULL, "year", assessment);
const JpTable jp_table_review_points = JP_CHILD_TABLE ("review_points", points_fields, points);
const JpTable jp_table_reviewer_vetoes = JP_CHILD_TABLE ("reviewer_vetoes", reviewer_veto_fields, reviewer_veto);
const JpTable jp_table_narratives = JP_CHILD_TABLE ("narratives", narrative_fields, narrative);
const JpTable jp_table_frozen_vetoes = JP_CHILD_TABLE ("frozen_vetoes", frozen_veto_fields, frozen_veto);

static gboolean
delete_frozen (JpDb *db, const JpRecordPlace *place, GError **error)
{
  return jp_records_delete (db, &jp_table_frozen_vetoes, place, error)
         && jp_db_run (db, "DELETE FROM frozen_results WHERE cluster = ? AND parent = ?", error, "si", place->cluster,
                       place->parent_year);
}

static gboolean
put_frozen (JpDb *db, const JpRecordPlace *place, const JpFrozenResult *frozen, GError **error)
{
  g_autofree char *previous = NULL;
  g_autofree char *current = NULL;

  if (frozen == NULL)
    return delete_frozen (db, place, error);

  previous = frozen->previous != NULL ? jp_figures_to_json (frozen->previous) : NULL;
  current = frozen->current != NULL ? jp_figures_to_json (frozen->current) : NULL;

  return jp_db_run (db, "INSERT INTO frozen_results (cluster, parent, total, previous, current) VALUES (?, ?, ?, ?, ?) "
                    "ON CONFLICT DO UPDATE SET total = excluded.total, previous = excluded.previous,"
                    " current = excluded.current", error, "siiss", place->cluster, place->parent_year, frozen->total,
                    previous, current)
         && jp_records_replace (db, &jp_table_frozen_vetoes, place, frozen->vetoes, error);
}

/**
 * jp_store_put_assessment:
 * @transaction: a transaction
 * @cluster: the cluster's id
 * @assessment: the assessment of one year with all its parts
 * @error: return location
 *
 * Keeps an assessment as it is given; parts it no longer has are gone. R-SCORE, 第十条.
 *
 * Returns: whether it is kept
 */
gboolean
jp_store_put_assessment (JpTransaction *transaction, const char *cluster, const JpAssessment *assessment,
                         GError **error)
{
  JpRecordPlace place = { cluster, NULL, assessment->year };
  JpDb *db = transaction->db;

  return jp_put_plain (transaction, &jp_table_assessments, cluster, assessment, error)
         && jp_records_replace (db, &jp_table_review_points, &place, assessment->points, error)
         && jp_records_replace (db, &jp_table_reviewer_vetoes, &place, assessment->vetoes, error)
         && jp_records_replace (db, &jp_table_narratives, &place, assessment->narrative, error)
         && put_frozen (db, &place, assessment->frozen, error);
}

/**
 * jp_store_delete_assessment:
 * @transaction: a transaction
 * @cluster: the cluster's id
 * @year: the assessment year
 * @error: return location
 *
 * Returns: whether it is gone with all its parts
 */
gboolean
jp_store_delete_assessment (JpTransaction *transaction, const char *cluster, int year, GError **error)
{
  JpRecordPlace place = { cluster, NULL, year };
  JpDb *db = transaction->db;

  return delete_frozen (db, &place, error)
         && jp_records_delete (db, &jp_table_narratives, &place, error)
         && jp_records_delete (db, &jp_table_reviewer_vetoes, &place, error)
         && jp_records_delete (db, &jp_table_review_points, &place, error)
         && jp_db_run (db, "DELETE FROM assessments WHERE cluster = ? AND year = ?", error, "si", cluster, year);
}

static gboolean
read_figures (sqlite3_stmt *row, int column, int year, JpFigures **figures, GError **error)
{
  const char *json = (const char *) sqlite3_column_text (row, column);

  *figures = json != NULL ? jp_figures_read (year, json, error) : NULL;

  return json == NULL || *figures != NULL;
}

static gboolean
read_frozen (sqlite3_stmt *row, JpAssessment *assessment, GError **error)
{
  g_clear_pointer (&assessment->frozen, jp_frozen_result_free);
  assessment->frozen = jp_frozen_result_new ();
  g_clear_pointer (&assessment->frozen->previous, jp_figures_free);
  g_clear_pointer (&assessment->frozen->current, jp_figures_free);
  assessment->frozen->total = sqlite3_column_int (row, 2);

  return read_figures (row, 3, assessment->year - 1, &assessment->frozen->previous, error)
         && read_figures (row, 4, assessment->year, &assessment->frozen->current, error);
}

gboolean
jp_frozen_results_load (JpDb *db, GHashTable *dossiers, const char *cluster, GError **error)
{
  sqlite3_stmt *row
    = cluster != NULL
        ? jp_db_query (db, "SELECT cluster, parent, total, previous, current FROM frozen_results WHERE cluster = ?",
                       error, "s", cluster)
        : jp_db_prepare (db, "SELECT cluster, parent, total, previous, current FROM frozen_results", error);
  int more = row != NULL ? 1 : -1;

  while (more > 0 && (more = jp_db_step (db, row, error)) > 0)
    {
      JpDossier *dossier = g_hash_table_lookup (dossiers, sqlite3_column_text (row, 0));
      JpAssessment *assessment = dossier != NULL ? assessment_of (dossier, sqlite3_column_int (row, 1)) : NULL;

      if (assessment == NULL || read_frozen (row, assessment, error))
        continue;
      jp_db_finish (row);
      more = -1;
    }

  return more == 0;
}
