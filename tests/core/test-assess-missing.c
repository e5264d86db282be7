/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-assess-missing.h"

#include "cluster.h"

static void
set_figures (Cluster *c, int year, gint64 value)
{
  JpFigures *figures = jp_figures_new (year);

  for (guint i = 0; i < c->pack->n_metrics; i++)
    jp_figures_set (figures, c->pack->metrics[i].id, value);
  g_ptr_array_add (c->dossier->figures, figures);
}

static JpAssessment *
open_assessment (Cluster *c, JpAssessmentState state)
{
  JpAssessment *assessment = jp_assessment_new (2025);

  assessment->state = state;
  g_ptr_array_add (c->dossier->assessments, assessment);
  return assessment;
}

static guint
count (Cluster *c, JpLackKind kind, const char **first)
{
  g_autoptr (JpResult) result = jp_result_new (c->dossier, &c->context, 2025);
  g_autoptr (GPtrArray) missing = jp_assess_missing_new (result);
  guint n = 0;

  for (guint i = 0; i < missing->len; i++)
    {
      const JpLack *one = g_ptr_array_index (missing, i);

      if (one->kind != kind)
        continue;
      if (n++ == 0 && first != NULL)
        *first = g_intern_string (one->sentence);
    }

  return n;
}

static void
test_not_begun (void)
{
  g_auto (Cluster) c = { 0 };
  const char *sentence = NULL;

  cluster_init (&c, "2022-01-01", "2026-02-10");
  set_figures (&c, 2025, 1100);
  g_assert_cmpuint (count (&c, JP_LACK_OPEN, &sentence), ==, 1);
  g_assert_cmpstr (sentence, ==, "2025年度考核未开始");
  g_assert_cmpuint (count (&c, JP_LACK_FIGURE, &sentence), ==, 5); /* level and manual need none of the year before */
  g_assert_cmpstr (sentence, ==, "2024年总产值未填");
  g_assert_cmpuint (count (&c, JP_LACK_POINTS, NULL), ==, 0);
  g_assert_cmpuint (count (&c, JP_LACK_NARRATIVE, NULL), ==, 0);
}

static void
test_points_and_narrative (void)
{
  g_auto (Cluster) c = { 0 };
  JpAssessment *assessment;
  JpReviewPoints *points;
  const char *sentence = NULL;

  cluster_init (&c, "2022-01-01", "2026-02-10");
  set_figures (&c, 2024, 1000);
  set_figures (&c, 2025, 1100);
  assessment = open_assessment (&c, JP_ASSESSMENT_DISTRICT);
  g_assert_cmpuint (count (&c, JP_LACK_OPEN, NULL), ==, 0);
  g_assert_cmpuint (count (&c, JP_LACK_FIGURE, NULL), ==, 0);
  g_assert_cmpuint (count (&c, JP_LACK_POINTS, NULL), ==, c.pack->n_indicators);
  g_assert_cmpuint (count (&c, JP_LACK_NARRATIVE, &sentence), ==, 4);
  g_assert_cmpstr (sentence, ==, "“规划执行”未填写");

  g_ptr_array_add (assessment->narrative, jp_narrative_new ("execution", "已完成"));
  g_ptr_array_add (assessment->narrative, jp_narrative_new ("progress", ""));
  g_assert_cmpstr (jp_assessment_told (assessment, "execution"), ==, "已完成");
  g_assert_null (jp_assessment_told (assessment, "progress"));
  g_assert_null (jp_assessment_told (NULL, "execution"));
  g_assert_cmpuint (count (&c, JP_LACK_NARRATIVE, NULL), ==, 3);

  points = jp_review_points_new (c.pack->indicators[0].id);
  points->district = 2000; /* as computed */
  g_ptr_array_add (assessment->points, points);
  g_assert_cmpuint (count (&c, JP_LACK_POINTS, NULL), ==, c.pack->n_indicators - 1);
  g_assert_cmpuint (count (&c, JP_LACK_REASON, NULL), ==, 0);
  points->district = 1999;
  g_assert_cmpuint (count (&c, JP_LACK_REASON, &sentence), ==, 1);
  g_assert_cmpstr (sentence, ==, "总产值增量（增长率）：区评缺理由");
  points->district_reason = g_strdup ("核减");
  g_assert_cmpuint (count (&c, JP_LACK_REASON, NULL), ==, 0);
}

static void
test_city_and_confirmed (void)
{
  g_auto (Cluster) c = { 0 };
  JpAssessment *assessment;
  const char *sentence = NULL;

  cluster_init (&c, "2022-01-01", "2026-02-10");
  set_figures (&c, 2024, 1000);
  set_figures (&c, 2025, 1100);
  assessment = open_assessment (&c, JP_ASSESSMENT_CITY);
  g_assert_cmpuint (count (&c, JP_LACK_POINTS, &sentence), ==, c.pack->n_indicators);
  g_assert_cmpstr (sentence, ==, "总产值增量（增长率）：待市评打分");
  assessment->state = JP_ASSESSMENT_CONFIRMED;
  g_assert_cmpuint (count (&c, JP_LACK_POINTS, NULL), ==, 0);
  g_assert_cmpuint (count (&c, JP_LACK_NARRATIVE, NULL), ==, 0);
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);
  g_test_add_func ("/core/R-SCORE/missing/not-begun", test_not_begun);
  g_test_add_func ("/core/R-SCORE/missing/points-and-narrative", test_points_and_narrative);
  g_test_add_func ("/core/R-SCORE/missing/city-and-confirmed", test_city_and_confirmed);

  return g_test_run ();
}
