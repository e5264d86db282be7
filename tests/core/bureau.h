/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-result.h"
#include "jp-test.h"

/* A city's file with one rule pack on one day, and the clusters that a test puts into it. */
typedef struct
{
  JpPack     *pack;
  JpPackSet  *packs;
  JpHolidays *holidays;
  JpContext   context;
} Bureau;

static inline void
bureau_open (Bureau *bureau, JpPack *pack, const char *today)
{
  bureau->pack = pack;
  bureau->holidays = jp_test_holidays ();
  bureau->context = jp_test_context (&bureau->packs, pack, bureau->holidays, "2023-01-01", today);
}

static inline void
bureau_close (Bureau *bureau)
{
  jp_pack_set_free (bureau->packs);
  jp_holidays_unref (bureau->holidays);
  jp_pack_unref (bureau->pack);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Bureau, bureau_close)

/* A cluster recognised on the first day of a term of three years. */
static inline JpDossier *
cluster_new (const char *recognised, int funding_start)
{
  JpDossier *dossier = jp_dossier_new ("6b0e9d0e-0000-4000-8000-000000000001", "厦门市海沧区示例生物医药产业集群");
  JpDate day = jp_test_date (recognised);
  JpAct *act = jp_act_new (JP_ACT_RECOGNISE, day, JP_OFFICE_MINISTRY);

  g_assert_true (jp_term_init_years (&act->term, day, 3, NULL));
  g_ptr_array_add (dossier->acts, act);
  dossier->funding_start = funding_start;
  return dossier;
}

/* "output 1000.00" style pairs would need the pack; a test gives smallest units: "output=100000 rd=5000". */
static inline JpFigures *
cluster_set_figures (JpDossier *dossier, int year, const char *pairs)
{
  g_auto (GStrv) words = g_strsplit (pairs, " ", -1);
  JpFigures *figures = jp_figures_new (year);

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      g_auto (GStrv) pair = g_strsplit (words[i], "=", 2);

      jp_figures_set (figures, pair[0], g_ascii_strtoll (pair[1], NULL, 10));
    }
  g_ptr_array_add (dossier->figures, figures);
  return figures;
}

static inline void
cluster_file_return (JpDossier *dossier, int year, const char *filed)
{
  g_ptr_array_add (dossier->returns, jp_return_new (year, jp_test_date (filed)));
}

static inline JpAssessment *
cluster_assess (JpDossier *dossier, const JpPack *pack, int year, JpAssessmentState state)
{
  JpAssessment *assessment = jp_assessment_new (year);

  assessment->pack_id = g_strdup (pack->id);
  assessment->pack_version = pack->version;
  assessment->state = state;
  g_ptr_array_add (dossier->assessments, assessment);
  return assessment;
}

static inline void
assessment_give (JpAssessment *assessment, const char *indicator, int district, int city)
{
  JpReviewPoints *points = jp_review_points_new (indicator);

  points->district = district;
  points->city = city;
  g_ptr_array_add (assessment->points, points);
}

/* The city gives every indicator its weight until @total is spent. */
static inline void
assessment_give_total (JpAssessment *assessment, const JpPack *pack, int total)
{
  g_ptr_array_set_size (assessment->points, 0);
  for (guint i = 0; i < pack->n_indicators; i++)
    {
      int points = MIN (total, pack->indicators[i].weight);

      assessment_give (assessment, pack->indicators[i].id, JP_POINTS_UNKNOWN, points);
      total -= points;
    }
}

/* As confirming does: figures, total and vetoes are kept. */
static inline void
assessment_freeze (JpAssessment *assessment, const JpDossier *dossier, int total)
{
  const JpFigures *previous = jp_dossier_figures (dossier, assessment->year - 1);
  const JpFigures *current = jp_dossier_figures (dossier, assessment->year);

  assessment->state = JP_ASSESSMENT_CONFIRMED;
  assessment->frozen = jp_frozen_result_new ();
  assessment->frozen->previous = previous != NULL ? jp_figures_copy (previous) : NULL;
  assessment->frozen->current = current != NULL ? jp_figures_copy (current) : NULL;
  assessment->frozen->total = total;
}
