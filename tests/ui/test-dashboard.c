/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-dashboard-data.h"
#include "jp-dashboard-duties.h"

#include "jp-fund-case.h"
#include "jp-test.h"

#define TODAY "2026-02-10"

typedef struct
{
  JpPack     *pack;
  JpHolidays *holidays;
  JpPackSet  *packs;
  JpContext   context;
  GPtrArray  *dossiers;
  GPtrArray  *results;
  GPtrArray  *duties;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer since)
{
  fixture->pack = jp_test_pack ();
  fixture->holidays = jp_test_holidays ();
  fixture->context = jp_test_context (&fixture->packs, fixture->pack, fixture->holidays,
                                      since != NULL ? since : "2022-01-01", TODAY);
  fixture->dossiers = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_dossier_free);
  fixture->results = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_result_free);
  fixture->duties = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_obligation_free);
}

static void
tear_down (Fixture *fixture, gconstpointer since)
{
  g_ptr_array_unref (fixture->duties);
  g_ptr_array_unref (fixture->results);
  g_ptr_array_unref (fixture->dossiers);
  jp_pack_set_free (fixture->packs);
  jp_holidays_unref (fixture->holidays);
  jp_pack_unref (fixture->pack);
}

static JpDossier *
add_cluster (Fixture *fixture, const char *name, const char *district, const char *first, const char *last)
{
  JpDossier *dossier = jp_dossier_new (name, name);

  dossier->district = g_strdup (district);
  dossier->recorded_on = jp_test_date ("2022-01-01");
  if (first != NULL)
    {
      JpAct *act = jp_act_new (JP_ACT_RECOGNISE, jp_test_date (first), JP_OFFICE_MINISTRY);

      act->id = g_strdup (name);
      act->imported = TRUE;
      act->term.first = jp_test_date (first);
      act->term.last = jp_test_date (last);
      g_ptr_array_add (dossier->acts, act);
    }
  g_ptr_array_add (fixture->dossiers, dossier);

  return dossier;
}

/* Output in 0.01 万元. */
static void
add_figures (JpDossier *dossier, int year, gint64 output, gint64 innovative)
{
  JpFigures *figures = jp_figures_new (year);

  jp_figures_set (figures, "output", output);
  jp_figures_set (figures, "innovative", innovative);
  jp_figures_set (figures, "enterprises", innovative * 10);
  g_ptr_array_add (dossier->figures, figures);
}

static JpDashboardData *
derive (Fixture *fixture, int year)
{
  for (guint i = 0; i < fixture->dossiers->len; i++)
    {
      g_autoptr (JpResult) result = jp_result_new (g_ptr_array_index (fixture->dossiers, i), &fixture->context, year);

      jp_obligations_collect (g_ptr_array_index (fixture->dossiers, i), &fixture->context, fixture->duties);
      if (result->due)
        g_ptr_array_add (fixture->results, g_steal_pointer (&result));
    }
  g_ptr_array_sort (fixture->duties, jp_obligation_compare);

  return jp_dashboard_data_new (fixture->dossiers, fixture->results, &fixture->context, year);
}

static void
assert_cell (JpChart *chart, guint row, guint column, const char *wanted)
{
  g_autofree char *cell = jp_chart_cell (chart, row, column);

  g_assert_cmpstr (cell, ==, wanted);
}

static void
test_counts_terms (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JpDashboardData) now = NULL;

  add_cluster (fixture, "甲", "350203", "2024-01-01", "2026-12-31");
  add_cluster (fixture, "乙", "350203", "2024-01-01", "2027-02-10"); /* twelve months to the day */
  add_cluster (fixture, "丙", "350205", "2024-01-01", "2027-02-11");
  add_cluster (fixture, "丁", "350205", "2023-02-10", "2026-02-10"); /* the last day is valid */
  add_cluster (fixture, "戊", "350206", "2023-02-09", "2026-02-09"); /* lapsed */
  add_cluster (fixture, "己", "350206", NULL, NULL);
  now = derive (fixture, 2025);

  g_assert_cmpuint (now->n_clusters, ==, 6);
  g_assert_cmpuint (now->n_in_term, ==, 4);
  g_assert_cmpuint (now->n_expiring, ==, 3);
  g_assert_cmpstr (now->soonest_name, ==, "丁");
  g_assert_cmpint (now->soonest_days, ==, 0);
  g_assert_cmpuint (now->districts->len, ==, 3);
  g_assert_cmpuint (((JpDashboardDistrict *) g_ptr_array_index (now->districts, 0))->n_in_term, ==, 2);
  g_assert_cmpuint (((JpDashboardDistrict *) g_ptr_array_index (now->districts, 2))->n_in_term, ==, 0);
  g_assert_cmpstr (now->term_article, ==, "第八条");
}

/* A renewed cluster does not end with its first term. */
static void
test_renewed_does_not_expire (Fixture *fixture, gconstpointer data)
{
  JpDossier *dossier = add_cluster (fixture, "甲", "350203", "2023-03-01", "2026-02-28");
  JpAct *renewed = jp_act_new (JP_ACT_RENEW, jp_test_date ("2026-01-20"), JP_OFFICE_MINISTRY);
  g_autoptr (JpDashboardData) now = NULL;

  renewed->id = g_strdup ("renewed");
  renewed->imported = TRUE;
  renewed->term.first = jp_test_date ("2026-03-01");
  renewed->term.last = jp_test_date ("2029-02-28");
  g_ptr_array_add (dossier->acts, renewed);
  now = derive (fixture, 2025);
  g_assert_cmpuint (now->n_in_term, ==, 1);
  g_assert_cmpuint (now->n_expiring, ==, 0);
  g_assert_null (now->soonest_id);
}

static void
confirm (JpDossier *dossier, int year, int total, const char *veto)
{
  JpAssessment *assessment = jp_assessment_new (year);

  assessment->pack_id = g_strdup ("xiamen-2024");
  assessment->pack_version = 1;
  assessment->state = JP_ASSESSMENT_CONFIRMED;
  assessment->confirmed_on = jp_test_date (TODAY);
  assessment->frozen = jp_frozen_result_new ();
  assessment->frozen->total = total;
  if (veto != NULL)
    g_ptr_array_add (assessment->frozen->vetoes, jp_frozen_veto_new (veto, "证据"));
  g_ptr_array_add (dossier->assessments, assessment);
}

static void
test_counts_assessments (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JpDashboardData) now = NULL;
  JpDossier *in_hand;

  confirm (add_cluster (fixture, "甲", "350203", "2024-01-01", "2026-12-31"), 2025, 8000, NULL);
  confirm (add_cluster (fixture, "乙", "350205", "2024-01-01", "2026-12-31"), 2025, 7999, NULL);
  confirm (add_cluster (fixture, "丙", "350206", "2024-01-01", "2026-12-31"), 2025, 9000, fixture->pack->vetoes[0].id);
  in_hand = add_cluster (fixture, "丁", "350211", "2024-01-01", "2026-12-31");
  g_ptr_array_add (in_hand->assessments, jp_assessment_new (2025));
  add_figures (in_hand, 2024, 100000000, 10);
  add_figures (in_hand, 2025, 150000000, 20);
  add_cluster (fixture, "戊", "350212", "2024-01-01", "2026-12-31"); /* nothing is known of it */
  add_cluster (fixture, "己", "350213", "2026-01-05", "2029-01-04"); /* no duties for 2025 */
  now = derive (fixture, 2025);

  g_assert_cmpuint (now->n_due, ==, 5);
  g_assert_cmpuint (now->n_done, ==, 3);
  g_assert_cmpuint (now->n_in_hand, ==, 1);
  g_assert_cmpuint (now->n_not_begun, ==, 1);
  g_assert_cmpuint (now->n_vetoed, ==, 1);
  g_assert_false (now->confirmed); /* 评分标准未核定 */
}

/* R-FUND: the lower bound belongs to the band; a vetoed one is in none; one without points cannot look bad or good. */
static void
test_scores_by_band (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JpDashboardData) now = NULL;

  test_counts_assessments (fixture, data);
  g_ptr_array_set_size (fixture->results, 0);
  now = derive (fixture, 2025);
  assert_cell (now->scores, 1, 0, "80（含）分以上");
  assert_cell (now->scores, 1, 1, "1");
  assert_cell (now->scores, 2, 0, "70（含）—80分");
  assert_cell (now->scores, 2, 1, "1");
  assert_cell (now->scores, 4, 0, "60分以下");
  assert_cell (now->scores, 4, 2, "1"); /* the one in hand, by the points known so far */
  assert_cell (now->scores, 5, 1, "1"); /* vetoed */
  assert_cell (now->scores, 6, 2, "1"); /* no points yet */
  g_assert_cmpuint (jp_chart_n_categories (now->scores), ==, 6);
  g_assert_cmpstr (jp_chart_get_place (now->scores, 0), ==, "dossier#甲#assessments");
  g_assert_null (jp_chart_get_place (now->scores, 2));
}

static JpChart *
nth_output (JpDashboardData *now, guint index)
{
  return ((JpDashboardOutput *) g_ptr_array_index (now->outputs, index))->chart;
}

static void
test_output_and_growth (Fixture *fixture, gconstpointer data)
{
  JpDossier *first = add_cluster (fixture, "甲", "350203", "2024-01-01", "2026-12-31");
  JpDossier *second = add_cluster (fixture, "乙", "350205", "2024-01-01", "2026-12-31");
  g_autoptr (JpDashboardData) now = NULL;

  add_figures (first, 2023, 100000000, 10); /* 1 000 000.00 万元: 100.00 亿元 */
  add_figures (first, 2024, 110000000, 12);
  add_figures (first, 2025, 121000000, 15);
  add_figures (second, 2025, 50000000, 4); /* new: it must not look like growth */
  now = derive (fixture, 2025);

  g_assert_cmpuint (now->outputs->len, ==, 4); /* all, compared, two districts */
  assert_cell (nth_output (now, 0), 0, 1, "总产值（亿元）");
  assert_cell (nth_output (now, 0), 1, 0, "2023"); /* years before the first report are left out */
  assert_cell (nth_output (now, 0), 1, 1, "100.00");
  assert_cell (nth_output (now, 0), 1, 2, "");
  assert_cell (nth_output (now, 0), 2, 2, "+10.00%");
  assert_cell (nth_output (now, 0), 3, 1, "171.00");
  assert_cell (nth_output (now, 0), 3, 2, "+10.00%");
  assert_cell (nth_output (now, 0), 3, 3, "2");
  assert_cell (nth_output (now, 1), 2, 0, "海沧区");
  assert_cell (nth_output (now, 1), 1, 1, "121.00");
  assert_cell (nth_output (now, 2), 3, 1, "121.00");
  g_assert_cmpuint (jp_chart_n_categories (nth_output (now, 3)), ==, 1);
  g_assert_cmpstr (jp_chart_get_place (nth_output (now, 3), 0), ==, "clusters#district:350205");
}

static void
test_firms_by_tier (Fixture *fixture, gconstpointer data)
{
  JpDossier *first = add_cluster (fixture, "甲", "350203", "2024-01-01", "2026-12-31");
  g_autoptr (JpDashboardData) now = NULL;

  add_figures (first, 2024, 100, 12);
  add_figures (first, 2025, 100, 9);
  now = derive (fixture, 2025);
  assert_cell (now->firms, 1, 0, "创新型中小企业");
  assert_cell (now->firms, 1, 1, "9");
  assert_cell (now->firms, 1, 2, "-3");
  assert_cell (now->firms, 2, 1, ""); /* not given is not 0 */
  g_assert_cmpstr (now->firms_total, ==, "企业总数 90 家");
}

static void
test_funding (Fixture *fixture, gconstpointer data)
{
  JpDossier *dossier = add_cluster (fixture, "甲", "350203", "2024-01-01", "2026-12-31");
  g_autoptr (JpDashboardData) now = NULL;

  dossier->funding_start = 2026;
  add_cluster (fixture, "乙", "350205", NULL, NULL); /* never recognised: no money */
  now = derive (fixture, 2025);
  g_assert_cmpint (now->fiscal_year, ==, 2026);
  g_assert_cmpint (now->entitled, ==, 100000000); /* 100 万元 */
  g_assert_cmpint (now->approved, ==, 0);
  g_assert_cmpint (now->paid, ==, 0);
  g_assert_cmpint (now->most, ==, 100000000);
  assert_cell (now->funding, 1, 0, "2026");
  assert_cell (now->funding, 1, 1, "100.00");
  assert_cell (now->funding, 2, 1, "60.00");
  assert_cell (now->funding, 2, 2, "0.00");
  g_assert_cmpuint (jp_chart_n_categories (now->funding), ==, 3);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JpDashboardData) now = derive (fixture, 2025);

  g_assert_cmpuint (now->n_clusters, ==, 0);
  g_assert_true (jp_chart_is_empty (nth_output (now, 0)));
  g_assert_true (jp_chart_is_empty (now->scores));
  g_assert_true (jp_chart_is_empty (now->firms));
  g_assert_true (jp_chart_is_empty (now->funding));
  g_assert_null (now->firms_total);
}

static const JpDutyFold *
find_fold (GPtrArray *folds, JpUrgency urgency, const char *subject)
{
  for (guint i = 0; i < folds->len; i++)
    {
      const JpDutyFold *fold = g_ptr_array_index (folds, i);

      if (fold->urgency == urgency
          && g_str_equal (((JpObligation *) g_ptr_array_index (fold->duties, 0))->subject, subject))
        return fold;
    }

  return NULL;
}

static void
test_folds_equal_duties (Fixture *fixture, gconstpointer data)
{
  const JpDutyView view = { .soon_days = 30, .until = jp_test_date ("2027-02-10") };
  g_autoptr (GPtrArray) folds = NULL;
  g_autoptr (JpDashboardData) now = NULL;
  JpUrgency before = JP_URGENCY_OVERDUE;

  add_cluster (fixture, "甲", "350203", "2024-01-01", "2026-12-31");
  add_cluster (fixture, "乙", "350205", "2024-01-01", "2026-12-31");
  now = derive (fixture, 2025);
  folds = jp_duty_folds_new (fixture->duties, &fixture->context, &view);

  g_assert_cmpuint (find_fold (folds, JP_URGENCY_LATER, "2025年度绩效考核")->duties->len, ==, 2);
  g_assert_cmpuint (find_fold (folds, JP_URGENCY_OVERDUE, "2024年度绩效考核")->duties->len, ==, 2);
  g_assert_null (find_fold (folds, JP_URGENCY_LATER, "2026年度绩效考核")); /* more than 12 months ahead */
  for (guint i = 0; i < folds->len; i++)
    {
      const JpDutyFold *fold = g_ptr_array_index (folds, i);

      g_assert_cmpint (before, <=, fold->urgency);
      before = fold->urgency;
    }
}

static void
test_narrows (Fixture *fixture, gconstpointer data)
{
  JpDutyView view
    = { .theme = JP_THEME_RETURN, .district = "350205", .soon_days = 30, .until = jp_test_date ("2027-02-10") };
  g_autoptr (GPtrArray) folds = NULL;
  g_autoptr (JpDashboardData) now = NULL;
  guint counts[JP_N_DUTY_THEMES];

  add_cluster (fixture, "甲", "350203", "2024-01-01", "2026-12-31");
  add_cluster (fixture, "乙", "350205", "2024-01-01", "2026-12-31");
  now = derive (fixture, 2025);
  folds = jp_duty_folds_new (fixture->duties, &fixture->context, &view);
  g_assert_cmpuint (folds->len, ==, 2); /* the returns on 2024 and 2025 */
  for (guint i = 0; i < folds->len; i++)
    {
      const JpDutyFold *fold = g_ptr_array_index (folds, i);

      g_assert_cmpuint (fold->duties->len, ==, 1);
      g_assert_cmpstr (((JpObligation *) g_ptr_array_index (fold->duties, 0))->dossier->name, ==, "乙");
    }

  jp_duty_count_themes (fixture->duties, &fixture->context, &view, counts);
  g_assert_cmpuint (counts[JP_THEME_RETURN], ==, 2);
  g_assert_cmpuint (counts[JP_THEME_CHANGE], ==, 0);
  g_assert_cmpuint (counts[JP_THEME_ALL], >, counts[JP_THEME_RETURN]);
}

/* Due on 31 March 2026, 49 days from today. */
static void
test_soon_is_inclusive (Fixture *fixture, gconstpointer data)
{
  JpDutyView view = { .theme = JP_THEME_ASSESSMENT, .soon_days = 49, .until = jp_test_date ("2027-02-10") };
  g_autoptr (JpDashboardData) now = NULL;
  g_autoptr (GPtrArray) at = NULL;
  g_autoptr (GPtrArray) before = NULL;

  add_cluster (fixture, "甲", "350203", "2024-01-01", "2026-12-31");
  now = derive (fixture, 2025);
  at = jp_duty_folds_new (fixture->duties, &fixture->context, &view);
  g_assert_nonnull (find_fold (at, JP_URGENCY_SOON, "2025年度绩效考核"));
  view.soon_days = 48;
  before = jp_duty_folds_new (fixture->duties, &fixture->context, &view);
  g_assert_nonnull (find_fold (before, JP_URGENCY_LATER, "2025年度绩效考核"));
}

/* R-SINCE: what fell due before the file's first day is one row, and never overdue. */
static void
test_not_recorded_is_one_row (Fixture *fixture, gconstpointer data)
{
  const JpDutyView view = { .soon_days = 30, .until = jp_test_date ("2027-02-10") };
  g_autoptr (JpDashboardData) now = NULL;
  g_autoptr (GPtrArray) folds = NULL;
  const JpDutyFold *last;
  guint counts[JP_N_DUTY_THEMES];

  add_cluster (fixture, "甲", "350203", "2024-01-01", "2026-12-31");
  add_cluster (fixture, "乙", "350205", "2023-01-01", "2025-12-31");
  now = derive (fixture, 2025);
  folds = jp_duty_folds_new (fixture->duties, &fixture->context, &view);
  last = g_ptr_array_index (folds, folds->len - 1);
  g_assert_cmpint (last->urgency, ==, JP_URGENCY_NOT_RECORDED);
  g_assert_cmpuint (last->duties->len, >=, 4);
  g_assert_null (find_fold (folds, JP_URGENCY_OVERDUE, "2024年度绩效考核"));
  for (guint i = 0; i + 1 < folds->len; i++)
    g_assert_cmpint (((JpDutyFold *) g_ptr_array_index (folds, i))->urgency, !=, JP_URGENCY_NOT_RECORDED);

  jp_duty_count_themes (fixture->duties, &fixture->context, &view, counts);
  for (guint i = 1; i < JP_N_DUTY_THEMES; i++)
    counts[JP_THEME_ALL] -= counts[i];
  g_assert_cmpuint (counts[JP_THEME_ALL], ==, 0);
}

static void
test_places (Fixture *fixture, gconstpointer data)
{
  static const struct { JpDutyKind kind; const char *place;
  } wanted[JP_N_DUTIES] = {
    { JP_DUTY_ASSESSMENT, "assessment#甲@2025" },   { JP_DUTY_RETURN, "dossier#甲#filings" },
    { JP_DUTY_RENEWAL_OPEN, "calendar#renew/甲" },  { JP_DUTY_RENEWAL, "calendar#renew/甲" },
    { JP_DUTY_TERM_END, "calendar#renew/甲" },      { JP_DUTY_AWAITING, "calendar#renew/甲" },
    { JP_DUTY_PUBLICITY, "funding#甲/2" },          { JP_DUTY_CHANGE, "dossier#甲#filings" },
    { JP_DUTY_FINDING, "funding#甲/oversight" },    { JP_DUTY_AUDIT, "funding#甲/oversight" },
    { JP_DUTY_CONTRADICTED, "assessment#甲@2025" }, { JP_DUTY_OWN, "calendar#own/甲/乙" },
  };
  JpObligation duty = { .dossier = add_cluster (fixture, "甲", "350203", NULL, NULL), .year = 2025, .record = "乙" };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autofree char *place = NULL;

      duty.kind = wanted[i].kind;
      duty.ordinal = 2;
      place = jp_duty_place (&duty);
      g_assert_cmpstr (place, ==, wanted[i].place);
    }
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

#define ADD(path, test) g_test_add ("/ui/dashboard/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("R-TERM/counts-terms", test_counts_terms);
  ADD ("R-TERM/renewed-does-not-expire", test_renewed_does_not_expire);
  ADD ("R-SCORE/counts-assessments", test_counts_assessments);
  ADD ("R-FUND/scores-by-band", test_scores_by_band);
  ADD ("output-and-growth", test_output_and_growth);
  ADD ("firms-by-tier", test_firms_by_tier);
  ADD ("R-FUND/funding", test_funding);
  ADD ("empty", test_empty);
  ADD ("R-CAL/folds-equal-duties", test_folds_equal_duties);
  ADD ("R-CAL/narrows", test_narrows);
  ADD ("R-CAL/soon-is-inclusive", test_soon_is_inclusive);
  ADD ("R-CAL/places", test_places);
  g_test_add ("/ui/dashboard/R-SINCE/not-recorded-is-one-row", Fixture, "2026-01-01", set_up,
              test_not_recorded_is_one_row, tear_down);

  return g_test_run ();
}
