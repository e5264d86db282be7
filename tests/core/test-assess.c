/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-assess.h"

#include "jp-test.h"

/* A cluster of 集美区 in term since 2024, with two years of figures, on 10 February 2026. */
typedef struct
{
  JpPack     *pack;
  JpHolidays *holidays;
  JpPackSet  *packs;
  JpContext   context;
  JpDossier  *dossier;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  JpAct *recognised = jp_act_new (JP_ACT_RECOGNISE, jp_test_date ("2024-09-19"), JP_OFFICE_MINISTRY);
  JpFigures *previous = jp_figures_new (2024), *current = jp_figures_new (2025);

  f->pack = jp_test_pack ();
  f->holidays = jp_test_holidays ();
  f->context = jp_test_context (&f->packs, f->pack, f->holidays, "2022-01-01", "2026-02-10");
  f->dossier = jp_dossier_new ("c0ffee00-0000-4000-8000-000000000001", "厦门市集美区工业机器人产业集群");
  f->dossier->district = g_strdup ("350211");
  g_assert_true (jp_term_init_years (&recognised->term, recognised->date, 3, NULL));
  g_ptr_array_add (f->dossier->acts, recognised);

  for (guint i = 0; i < f->pack->n_metrics; i++)
    {
      jp_figures_set (previous, f->pack->metrics[i].id, 1000);
      jp_figures_set (current, f->pack->metrics[i].id, 1100);
    }
  g_ptr_array_add (f->dossier->figures, previous);
  g_ptr_array_add (f->dossier->figures, current);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  jp_dossier_free (f->dossier);
  jp_pack_set_free (f->packs);
  jp_holidays_unref (f->holidays);
  jp_pack_unref (f->pack);
}

static gboolean
apply (Fixture *f, JpAssessActKind kind, const char *office, const char *person, const char *item, int points,
       const char *reason, GError **error)
{
  JpAssessAct act = { kind, f->context.today, office, person, item, points, "说明", reason };
  JpAssessment *next = jp_assess_apply (f->dossier, &f->context, 2025, &act, error);

  if (next == NULL)
    return FALSE;
  g_ptr_array_set_size (f->dossier->assessments, 0);
  g_ptr_array_add (f->dossier->assessments, next);

  return TRUE;
}

static void
must (Fixture *f, JpAssessActKind kind, const char *office, const char *person, const char *item, int points,
      const char *reason)
{
  g_autoptr (GError) error = NULL;

  apply (f, kind, office, person, item, points, reason, &error);
  g_assert_no_error (error);
}

static void
refused (Fixture *f, JpAssessError code, JpAssessActKind kind, const char *office, const char *person, const char *item,
         int points, const char *reason)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (apply (f, kind, office, person, item, points, reason, &error));
  g_assert_error (error, JP_ASSESS_ERROR, (gint) code);
}

#define DISTRICT "350211"

/* Every indicator as computed, the manual one by hand. */
static void
give_points (Fixture *f, const char *office, const char *person)
{
  for (guint i = 0; i < f->pack->n_indicators; i++)
    {
      gboolean manual = f->pack->indicators[i].measure == JP_MEASURE_MANUAL;

      must (f, JP_ASSESS_POINTS, office, person, f->pack->indicators[i].id, manual ? 800 : JP_POINTS_UNKNOWN,
            manual ? "良" : NULL);
    }
}

static void
submit (Fixture *f)
{
  must (f, JP_ASSESS_OPEN, DISTRICT, "林", NULL, 0, NULL);
  give_points (f, DISTRICT, "林");
  must (f, JP_ASSESS_SUBMIT, DISTRICT, "林", NULL, 0, NULL);
}

static void
confirm (Fixture *f)
{
  submit (f);
  give_points (f, JP_OFFICE_CITY, "王");
  must (f, JP_ASSESS_CONFIRM, JP_OFFICE_CITY, "王", NULL, 0, NULL);
}

static void
test_way_through (Fixture *f, gconstpointer data)
{
  const JpAssessment *assessment;
  int total = 0;

  confirm (f);
  assessment = jp_dossier_assessment (f->dossier, 2025);
  g_assert_cmpint (assessment->state, ==, JP_ASSESSMENT_CONFIRMED);
  g_assert_cmpstr (assessment->pack_id, ==, "xiamen-2024");
  g_assert_cmpuint (assessment->pack_version, ==, 1);
  g_assert_cmpstr (assessment->submitted_by, ==, "林");
  g_assert_cmpstr (assessment->confirmed_by, ==, "王");
  for (guint i = 0; i < assessment->points->len; i++)
    total += ((JpReviewPoints *) assessment->points->pdata[i])->city;
  g_assert_cmpint (assessment->frozen->total, ==, total);
  g_assert_cmpint (jp_figures_get (assessment->frozen->current, "output"), ==, 1100);
  g_assert_cmpint (jp_figures_get (assessment->frozen->previous, "output"), ==, 1000);
}

static void
test_confirmed_refuses_all_but_reopening (Fixture *f, gconstpointer data)
{
  confirm (f);
  refused (f, JP_ASSESS_ERROR_STATE, JP_ASSESS_OPEN, DISTRICT, "林", NULL, 0, NULL);
  refused (f, JP_ASSESS_ERROR_STATE, JP_ASSESS_POINTS, JP_OFFICE_CITY, "王", "governance", 100, "改");
  refused (f, JP_ASSESS_ERROR_STATE, JP_ASSESS_VETO, JP_OFFICE_CITY, "王", "false_application", 0, "改");
  refused (f, JP_ASSESS_ERROR_STATE, JP_ASSESS_NARRATIVE, JP_OFFICE_CITY, "王", "execution", 0, NULL);
  refused (f, JP_ASSESS_ERROR_STATE, JP_ASSESS_SUBMIT, DISTRICT, "林", NULL, 0, NULL);
  refused (f, JP_ASSESS_ERROR_STATE, JP_ASSESS_CONFIRM, JP_OFFICE_CITY, "王", NULL, 0, NULL);
  refused (f, JP_ASSESS_ERROR_REASON, JP_ASSESS_REOPEN, JP_OFFICE_CITY, "王", NULL, 0, NULL);
  refused (f, JP_ASSESS_ERROR_OFFICE, JP_ASSESS_REOPEN, DISTRICT, "林", NULL, 0, "误");
  must (f, JP_ASSESS_REOPEN, JP_OFFICE_CITY, "王", NULL, 0, "数据更正");
  g_assert_null (jp_dossier_assessment (f->dossier, 2025)->frozen);
  g_assert_cmpint (jp_dossier_assessment (f->dossier, 2025)->state, ==, JP_ASSESSMENT_CITY);
}

static void
test_offices (Fixture *f, gconstpointer data)
{
  must (f, JP_ASSESS_OPEN, DISTRICT, "林", NULL, 0, NULL);
  refused (f, JP_ASSESS_ERROR_OFFICE, JP_ASSESS_POINTS, JP_OFFICE_CITY, "王", "governance", 800, "良");
  refused (f, JP_ASSESS_ERROR_OFFICE, JP_ASSESS_POINTS, "350203", "李", "governance", 800, "良");
  give_points (f, DISTRICT, "林");
  refused (f, JP_ASSESS_ERROR_OFFICE, JP_ASSESS_SUBMIT, JP_OFFICE_CITY, "王", NULL, 0, NULL);
  must (f, JP_ASSESS_SUBMIT, DISTRICT, "林", NULL, 0, NULL);
  refused (f, JP_ASSESS_ERROR_OFFICE, JP_ASSESS_POINTS, DISTRICT, "林", "governance", 700, "改");
  refused (f, JP_ASSESS_ERROR_REASON, JP_ASSESS_RETURN, JP_OFFICE_CITY, "王", NULL, 0, NULL);
  must (f, JP_ASSESS_RETURN, JP_OFFICE_CITY, "王", NULL, 0, "材料不全");
  must (f, JP_ASSESS_POINTS, DISTRICT, "林", "governance", 700, "改");
}

static void
test_nothing_is_adopted_silently (Fixture *f, gconstpointer data)
{
  must (f, JP_ASSESS_OPEN, DISTRICT, "林", NULL, 0, NULL);
  refused (f, JP_ASSESS_ERROR_INCOMPLETE, JP_ASSESS_SUBMIT, DISTRICT, "林", NULL, 0, NULL);
  give_points (f, DISTRICT, "林");
  must (f, JP_ASSESS_SUBMIT, DISTRICT, "林", NULL, 0, NULL);
  refused (f, JP_ASSESS_ERROR_INCOMPLETE, JP_ASSESS_CONFIRM, JP_OFFICE_CITY, "王", NULL, 0, NULL);
}

static void
test_reasons (Fixture *f, gconstpointer data)
{
  int computed;
  g_autoptr (JpResult) result = NULL;

  must (f, JP_ASSESS_OPEN, DISTRICT, "林", NULL, 0, NULL);
  result = jp_result_new (f->dossier, &f->context, 2025);
  computed = result->points[0].computed;
  g_assert_cmpint (computed, ==, 2000);

  must (f, JP_ASSESS_POINTS, DISTRICT, "林", "output_growth", computed, NULL);
  refused (f, JP_ASSESS_ERROR_REASON, JP_ASSESS_POINTS, DISTRICT, "林", "output_growth", computed - 1, NULL);
  must (f, JP_ASSESS_POINTS, DISTRICT, "林", "output_growth", computed - 1, "统计口径");
  refused (f, JP_ASSESS_ERROR_REASON, JP_ASSESS_POINTS, DISTRICT, "林", "governance", 800, NULL);
  give_points (f, DISTRICT, "林");
  must (f, JP_ASSESS_POINTS, DISTRICT, "林", "output_growth", computed - 1, "统计口径");
  must (f, JP_ASSESS_SUBMIT, DISTRICT, "林", NULL, 0, NULL);
  /* The city takes the computed points against the district's: a difference all the same. */
  refused (f, JP_ASSESS_ERROR_REASON, JP_ASSESS_POINTS, JP_OFFICE_CITY, "王", "output_growth", computed, NULL);
  /* Where none are computed, the city may take the district's as they are. */
  must (f, JP_ASSESS_POINTS, JP_OFFICE_CITY, "王", "governance", JP_POINTS_UNKNOWN, NULL);
  refused (f, JP_ASSESS_ERROR_REASON, JP_ASSESS_POINTS, JP_OFFICE_CITY, "王", "governance", 900, NULL);
}

static void
test_points_in_range (Fixture *f, gconstpointer data)
{
  must (f, JP_ASSESS_OPEN, DISTRICT, "林", NULL, 0, NULL);
  must (f, JP_ASSESS_POINTS, DISTRICT, "林", "governance", 0, "差");
  must (f, JP_ASSESS_POINTS, DISTRICT, "林", "governance", 1000, "优");
  refused (f, JP_ASSESS_ERROR_POINTS, JP_ASSESS_POINTS, DISTRICT, "林", "governance", 1001, "优");
  refused (f, JP_ASSESS_ERROR_POINTS, JP_ASSESS_POINTS, DISTRICT, "林", "nonsense", 1, "优");
}

static void
test_same_person (Fixture *f, gconstpointer data)
{
  submit (f);
  give_points (f, JP_OFFICE_CITY, "林");
  refused (f, JP_ASSESS_ERROR_PERSON, JP_ASSESS_CONFIRM, JP_OFFICE_CITY, "林", NULL, 0, NULL);
  must (f, JP_ASSESS_CONFIRM, JP_OFFICE_CITY, "林", NULL, 0, "一人科室");
  g_assert_cmpstr (jp_dossier_assessment (f->dossier, 2025)->same_person_reason, ==, "一人科室");
}

static void
test_part_above_whole_blocks_submitting (Fixture *f, gconstpointer data)
{
  JpFigures *current = (JpFigures *) jp_dossier_figures (f->dossier, 2025);

  must (f, JP_ASSESS_OPEN, DISTRICT, "林", NULL, 0, NULL);
  give_points (f, DISTRICT, "林");
  jp_figures_set (current, "tax", 1);
  jp_figures_set (current, "rd", 1101);
  refused (f, JP_ASSESS_ERROR_INCOMPLETE, JP_ASSESS_SUBMIT, DISTRICT, "林", NULL, 0, NULL);
}

static void
test_not_before_the_year_has_ended (Fixture *f, gconstpointer data)
{
  f->context.today = jp_test_date ("2025-12-31");
  refused (f, JP_ASSESS_ERROR_NOT_DUE, JP_ASSESS_OPEN, DISTRICT, "林", NULL, 0, NULL);
  f->context.today = jp_test_date ("2026-01-01");
  must (f, JP_ASSESS_OPEN, DISTRICT, "林", NULL, 0, NULL);
}

static void
test_reviewers_veto (Fixture *f, gconstpointer data)
{
  g_autoptr (JpResult) result = NULL;

  must (f, JP_ASSESS_OPEN, DISTRICT, "林", NULL, 0, NULL);
  refused (f, JP_ASSESS_ERROR_REASON, JP_ASSESS_VETO, DISTRICT, "林", "false_application", 0, NULL);
  refused (f, JP_ASSESS_ERROR_VETO, JP_ASSESS_VETO, DISTRICT, "林", "nonsense", 0, "查实");
  must (f, JP_ASSESS_VETO, DISTRICT, "林", "false_application", 0, "申报材料不实");
  result = jp_result_new (f->dossier, &f->context, 2025);
  g_assert_true (result->vetoed);
  must (f, JP_ASSESS_WITHDRAW, DISTRICT, "林", "false_application", 0, "查无实据");
  refused (f, JP_ASSESS_ERROR_VETO, JP_ASSESS_WITHDRAW, DISTRICT, "林", "false_application", 0, "再撤");
}

static void
test_keep_needs_a_contradiction (Fixture *f, gconstpointer data)
{
  g_autofree char *left = NULL;

  confirm (f);
  refused (f, JP_ASSESS_ERROR_STATE, JP_ASSESS_KEEP, JP_OFFICE_CITY, "王", NULL, 0, "维持");
  g_ptr_array_add (f->dossier->incidents, jp_incident_new ("safety", "较大", jp_test_date ("2025-06-01")));
  must (f, JP_ASSESS_KEEP, JP_OFFICE_CITY, "王", NULL, 0, "事故企业已迁出");
  left = jp_contradiction_describe (f->dossier, &f->context, jp_dossier_assessment (f->dossier, 2025));
  g_assert_null (left);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/core/R-SCORE/assess/way-through", test_way_through },
    { "/core/R-SCORE/assess/confirmed-refuses-all-but-reopening", test_confirmed_refuses_all_but_reopening },
    { "/core/R-SCORE/assess/offices", test_offices },
    { "/core/R-SCORE/assess/nothing-is-adopted-silently", test_nothing_is_adopted_silently },
    { "/core/R-SCORE/assess/reasons", test_reasons },
    { "/core/R-SCORE/assess/points-in-range", test_points_in_range },
    { "/core/R-SCORE/assess/same-person", test_same_person },
    { "/core/R-SCORE/assess/part-above-whole-blocks-submitting", test_part_above_whole_blocks_submitting },
    { "/core/R-SCORE/assess/not-before-the-year-has-ended", test_not_before_the_year_has_ended },
    { "/core/R-VETO/reviewer/added-and-withdrawn", test_reviewers_veto },
    { "/core/R-VETO/contradicted/keep-needs-a-contradiction", test_keep_needs_a_contradiction },
  };

  jp_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
