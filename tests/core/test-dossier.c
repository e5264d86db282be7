/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-test.h"

#include "jp-dossier.h"

typedef struct
{
  const char *id;
  const char *name;
} Word;

/* The ids of R-LIFE's table, in its order. */
static const Word acts[] = {
  { "cultivate", "列入培育" }, { "designate", "指定运营单位" }, { "apply", "申报" }, { "accept", "受理" },
  { "review", "初审" }, { "inspect", "实地抽查" }, { "recommend", "推荐" }, { "return", "退回" },
  { "decline", "不予推荐" }, { "recognise", "认定" }, { "renewal-apply", "申报复核" },
  { "renewal-review", "复核初审" }, { "renewal-recommend", "复核推荐" }, { "renew", "复核通过" },
  { "renewal-fail", "复核未通过" }, { "revoke", "撤销" },
};

static const char * const fund_acts[] = {
  "plan", "district", "city", "publicise", "object", "settle", "pay", "refund", "return",
};

static const Word states[] = {
  { "none", "未开始" }, { "district", "区初审" }, { "city", "市复核" }, { "confirmed", "已确认" },
};

static const Word parts[] = {
  { "execution", "规划执行" }, { "progress", "目标进展" }, { "experience", "工作经验" }, { "problems", "问题与改进" },
};

static void
test_act_words (void)
{
  JpActKind kind = JP_ACT_REVOKE;

  g_assert_cmpuint (G_N_ELEMENTS (acts), ==, JP_N_ACTS);
  for (guint i = 0; i < JP_N_ACTS; i++)
    {
      g_assert_cmpstr (jp_act_kind_id ((JpActKind) i), ==, acts[i].id);
      g_assert_cmpstr (jp_act_kind_name ((JpActKind) i), ==, acts[i].name);
      g_assert_true (jp_act_kind_parse (acts[i].id, &kind));
      g_assert_cmpuint (kind, ==, i);
    }
  g_assert_false (jp_act_kind_parse ("Apply", &kind));
  g_assert_false (jp_act_kind_parse (NULL, &kind));
  g_assert_cmpuint (kind, ==, JP_ACT_REVOKE);
}

static void
test_fund_act_words (void)
{
  JpFundActKind kind = JP_FUND_RETURN;

  for (guint i = 0; i < G_N_ELEMENTS (fund_acts); i++)
    {
      g_assert_cmpstr (jp_fund_act_kind_id ((JpFundActKind) i), ==, fund_acts[i]);
      g_assert_cmpstr (jp_fund_act_kind_name ((JpFundActKind) i), !=, "");
      g_assert_true (jp_fund_act_kind_parse (fund_acts[i], &kind));
      g_assert_cmpuint (kind, ==, i);
    }
  g_assert_cmpstr (jp_fund_act_kind_name (JP_FUND_PAY), ==, "下达");
  g_assert_false (jp_fund_act_kind_parse ("payment", &kind));
  g_assert_false (jp_fund_act_kind_parse (NULL, &kind));
}

static void
test_state_words (void)
{
  JpAssessmentState state = JP_ASSESSMENT_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_assert_cmpstr (jp_assessment_state_id ((JpAssessmentState) i), ==, states[i].id);
      g_assert_cmpstr (jp_assessment_state_name ((JpAssessmentState) i), ==, states[i].name);
      g_assert_true (jp_assessment_state_parse (states[i].id, &state));
      g_assert_cmpuint (state, ==, i);
    }
  g_assert_false (jp_assessment_state_parse ("veto", &state));
}

static void
test_narrative_parts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_assert_cmpstr (JP_NARRATIVE_PARTS[i], ==, parts[i].id);
      g_assert_cmpstr (jp_narrative_part_name (parts[i].id), ==, parts[i].name);
    }
  g_assert_null (JP_NARRATIVE_PARTS[G_N_ELEMENTS (parts)]);
  g_assert_null (jp_narrative_part_name ("plans"));
  g_assert_null (jp_narrative_part_name (NULL));
}

static void
test_offices (void)
{
  g_assert_true (jp_office_is_district ("350203"));
  g_assert_false (jp_office_is_district ("city"));
  g_assert_false (jp_office_is_district ("centre"));
  g_assert_false (jp_office_is_district ("ministry"));
  g_assert_false (jp_office_is_district ("35020"));
  g_assert_false (jp_office_is_district ("3502030"));
  g_assert_false (jp_office_is_district ("35020x"));
  g_assert_false (jp_office_is_district (""));
  g_assert_false (jp_office_is_district (NULL));
}

static void
test_new_is_empty_and_unknown (void)
{
  g_autoptr (JpDossier) dossier = jp_dossier_new ("uuid", "厦门市海沧区生物医药产业集群");
  JpReviewPoints *points = jp_review_points_new ("ip_growth");

  g_assert_cmpstr (dossier->id, ==, "uuid");
  g_assert_cmpstr (dossier->name, ==, "厦门市海沧区生物医药产业集群");
  g_assert_cmpint (dossier->area, ==, JP_VALUE_UNKNOWN);
  g_assert_cmpint (dossier->funding_start, ==, 0);
  g_assert_cmpuint (dossier->recorded_on, ==, JP_DATE_NONE);
  g_assert_cmpuint (dossier->acts->len + dossier->duties->len + dossier->locked_quarters->len, ==, 0);
  g_assert_null (jp_dossier_figures (dossier, 2024));
  g_assert_null (jp_dossier_assessment (dossier, 2024));
  g_assert_null (jp_dossier_return (dossier, 2024));

  g_assert_cmpint (points->district, ==, JP_POINTS_UNKNOWN);
  g_assert_cmpint (points->city, ==, JP_POINTS_UNKNOWN);
  jp_review_points_free (points);
}

static void
test_lookups_go_by_year (void)
{
  g_autoptr (JpDossier) dossier = jp_dossier_new ("uuid", "name");

  g_ptr_array_add (dossier->figures, jp_figures_new (2023));
  g_ptr_array_add (dossier->figures, jp_figures_new (2025));
  g_ptr_array_add (dossier->assessments, jp_assessment_new (2024));
  g_ptr_array_add (dossier->returns, jp_return_new (2024, jp_test_date ("2025-05-20")));
  g_ptr_array_add (dossier->returns, jp_return_new (2024, jp_test_date ("2025-04-30")));

  g_assert_cmpint (jp_figures_year (jp_dossier_figures (dossier, 2025)), ==, 2025);
  g_assert_null (jp_dossier_figures (dossier, 2024));
  g_assert_cmpint (jp_dossier_assessment (dossier, 2024)->year, ==, 2024);
  g_assert_null (jp_dossier_assessment (dossier, 2025));
  jp_assert_date (jp_dossier_return (dossier, 2024)->filed, "2025-04-30");
  g_assert_null (jp_dossier_return (dossier, 2025));
}

static char *
text (const char *what)
{
  return g_strdup (what);
}

static JpAssessment *
full_assessment (void)
{
  JpAssessment *assessment = jp_assessment_new (2024);
  JpReviewPoints *points = jp_review_points_new ("governance");

  assessment->pack_id = text ("xiamen-2024");
  assessment->pack_version = 2;
  assessment->state = JP_ASSESSMENT_CONFIRMED;
  points->city = 800;
  points->city_reason = text ("良");
  g_ptr_array_add (assessment->points, points);
  g_ptr_array_add (assessment->vetoes, jp_reviewer_veto_new ("false_application", "查实"));
  g_ptr_array_add (assessment->narrative, jp_narrative_new ("progress", "完成"));
  assessment->city_opinion = text ("同意");
  assessment->frozen = jp_frozen_result_new ();
  assessment->frozen->total = 7999;
  assessment->frozen->previous = jp_figures_new (2023);
  assessment->frozen->current = jp_figures_from_json (2024, "{\"output\":5}", NULL);
  g_ptr_array_add (assessment->frozen->vetoes, jp_frozen_veto_new ("lapsed", "证据"));

  return assessment;
}

static JpFundAct *
full_plan (void)
{
  static const char * const purposes[] = { "培育专精特新", "品牌", NULL };
  JpFundAct *act = jp_fund_act_new (2, JP_FUND_PLAN, jp_test_date ("2025-06-01"));

  act->office = text ("350205");
  act->purposes = g_strdupv ((char **) purposes);
  g_ptr_array_add (act->lines, jp_plan_line_new ("training", 1000000));

  return act;
}

/* One of everything, with a text that must not be shared. */
static JpDossier *
full_dossier (void)
{
  JpDossier *dossier = jp_dossier_new ("uuid", "厦门市海沧区生物医药产业集群");
  JpDate day = jp_test_date ("2024-09-19");
  JpAct *act = jp_act_new (JP_ACT_RECOGNISE, day, JP_OFFICE_MINISTRY);
  JpStandardCheck *check = jp_standard_check_new (day, 2023);
  JpUseEntry *use = jp_use_entry_new (1, day, 1);
  JpFinding *finding = jp_finding_new (2024, 1);
  JpInspection *inspection = jp_inspection_new (day);

  dossier->district = text ("350205");
  dossier->operator_name = text ("运营中心");
  dossier->area = 12345678;
  act->document = text ("工信部〔2024〕1号");
  act->term.first = day;
  g_ptr_array_add (dossier->acts, act);
  g_ptr_array_add (dossier->figures, jp_figures_from_json (2024, "{\"output\":5}", NULL));
  g_ptr_array_add (dossier->returns, jp_return_new (2024, day));
  g_ptr_array_add (dossier->changes, jp_change_new ("operator", day, JP_DATE_NONE));
  g_ptr_array_add (dossier->incidents, jp_incident_new ("safety", "较大", day));
  g_ptr_array_add (dossier->supports, jp_support_new ("financial", day));
  g_ptr_array_add (dossier->goals, jp_goal_new ("output", 2026, 900));
  g_ptr_array_add (check->judgements, jp_judgement_new ("chain", TRUE));
  g_ptr_array_add (dossier->checks, check);
  g_ptr_array_add (dossier->assessments, full_assessment ());
  g_ptr_array_add (dossier->fund_acts, full_plan ());
  use->payee = text ("某公司");
  use->amount = 12345;
  g_ptr_array_add (dossier->uses, use);
  g_ptr_array_add (dossier->locked_quarters, text ("2025Q1"));
  finding->basis = text ("第十四条");
  g_ptr_array_add (dossier->findings, finding);
  inspection->findings = text ("无");
  g_ptr_array_add (dossier->inspections, inspection);
  g_ptr_array_add (dossier->audits, jp_audit_new ("某事务所", day));
  g_ptr_array_add (dossier->duties, jp_own_duty_new ("走访", day));

  return dossier;
}

#define FIRST(Type, list) ((Type *) g_ptr_array_index (list, 0))

static void
test_copy_outlives_its_source (void)
{
  JpDossier *source = full_dossier ();
  g_autoptr (JpDossier) copy = jp_dossier_copy (source);
  const JpAssessment *assessment;

  jp_dossier_free (source);

  g_assert_cmpstr (copy->district, ==, "350205");
  g_assert_cmpstr (copy->operator_name, ==, "运营中心");
  g_assert_cmpint (copy->area, ==, 12345678);
  g_assert_cmpstr (FIRST (JpAct, copy->acts)->document, ==, "工信部〔2024〕1号");
  jp_assert_date (FIRST (JpAct, copy->acts)->term.first, "2024-09-19");
  g_assert_cmpint (jp_figures_get (jp_dossier_figures (copy, 2024), "output"), ==, 5);
  jp_assert_date (jp_dossier_return (copy, 2024)->filed, "2024-09-19");
  g_assert_cmpstr (FIRST (JpChange, copy->changes)->kind, ==, "operator");
  g_assert_cmpstr (FIRST (JpIncident, copy->incidents)->grade, ==, "较大");
  g_assert_cmpstr (FIRST (JpSupport, copy->supports)->kind, ==, "financial");
  g_assert_cmpint (FIRST (JpGoal, copy->goals)->target, ==, 900);
  g_assert_cmpstr (FIRST (JpJudgement, FIRST (JpStandardCheck, copy->checks)->judgements)->criterion, ==, "chain");
  g_assert_cmpstr (FIRST (JpFundAct, copy->fund_acts)->purposes[1], ==, "品牌");
  g_assert_cmpstr (FIRST (JpPlanLine, FIRST (JpFundAct, copy->fund_acts)->lines)->category, ==, "training");
  g_assert_cmpstr (FIRST (JpUseEntry, copy->uses)->payee, ==, "某公司");
  g_assert_cmpint (FIRST (JpUseEntry, copy->uses)->amount, ==, 12345);
  g_assert_cmpstr (FIRST (char, copy->locked_quarters), ==, "2025Q1");
  g_assert_cmpstr (FIRST (JpFinding, copy->findings)->basis, ==, "第十四条");
  g_assert_cmpstr (FIRST (JpInspection, copy->inspections)->findings, ==, "无");
  g_assert_cmpstr (FIRST (JpAudit, copy->audits)->auditor, ==, "某事务所");
  g_assert_cmpstr (FIRST (JpOwnDuty, copy->duties)->text, ==, "走访");

  assessment = jp_dossier_assessment (copy, 2024);
  g_assert_cmpstr (assessment->city_opinion, ==, "同意");
  g_assert_cmpint (FIRST (JpReviewPoints, assessment->points)->city, ==, 800);
  g_assert_cmpstr (FIRST (JpReviewPoints, assessment->points)->city_reason, ==, "良");
  g_assert_cmpstr (FIRST (JpReviewerVeto, assessment->vetoes)->reason, ==, "查实");
  g_assert_cmpstr (FIRST (JpNarrative, assessment->narrative)->text, ==, "完成");
  g_assert_cmpint (assessment->frozen->total, ==, 7999);
  g_assert_cmpint (jp_figures_year (assessment->frozen->previous), ==, 2023);
  g_assert_cmpint (jp_figures_get (assessment->frozen->current, "output"), ==, 5);
  g_assert_cmpstr (FIRST (JpFrozenVeto, assessment->frozen->vetoes)->evidence, ==, "证据");
}

static void
test_copy_can_be_emptied (void)
{
  g_autoptr (JpDossier) source = full_dossier ();
  g_autoptr (JpDossier) copy = jp_dossier_copy (source);

  g_ptr_array_set_size (copy->acts, 0);
  g_ptr_array_set_size (copy->returns, 0);
  g_ptr_array_set_size (copy->locked_quarters, 0);
  g_assert_cmpuint (source->acts->len, ==, 1);
  g_assert_cmpstr (FIRST (JpAct, source->acts)->office, ==, "ministry");
  g_assert_nonnull (jp_dossier_return (source, 2024));
  g_assert_null (jp_dossier_return (copy, 2024));
}

static void
test_nothing_can_be_freed (void)
{
  jp_dossier_free (NULL);
  jp_act_free (NULL);
  jp_assessment_free (NULL);
  jp_frozen_result_free (NULL);
  jp_fund_act_free (NULL);
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  g_test_add_func ("/core/R-LIFE/ids-and-names-of-acts", test_act_words);
  g_test_add_func ("/core/R-FUND/ids-of-acts", test_fund_act_words);
  g_test_add_func ("/core/R-SCORE/ids-and-names-of-states", test_state_words);
  g_test_add_func ("/core/R-CAL/narrative-parts", test_narrative_parts);
  g_test_add_func ("/core/R-WHO/district-codes", test_offices);
  g_test_add_func ("/core/dossier/new-is-empty-and-unknown", test_new_is_empty_and_unknown);
  g_test_add_func ("/core/dossier/lookups-go-by-year", test_lookups_go_by_year);
  g_test_add_func ("/core/dossier/copy-outlives-its-source", test_copy_outlives_its_source);
  g_test_add_func ("/core/dossier/copy-can-be-emptied", test_copy_can_be_emptied);
  g_test_add_func ("/core/dossier/nothing-can-be-freed", test_nothing_can_be_freed);

  return g_test_run ();
}
