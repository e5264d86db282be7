/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-digest.h"
#include "jp-renewal-data.h"

#include "jp-test.h"

#include <string.h>

typedef struct
{
  JpPack     *pack;
  JpHolidays *holidays;
  JpPackSet  *packs;
  JpContext   context;
  GPtrArray  *dossiers;
  GPtrArray  *duties;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer today)
{
  fixture->pack = jp_test_pack ();
  fixture->holidays = jp_test_holidays ();
  fixture->context = jp_test_context (&fixture->packs, fixture->pack, fixture->holidays, "2022-01-01",
                                      today != NULL ? today : "2026-02-10");
  fixture->dossiers = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_dossier_free);
  fixture->duties = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_obligation_free);
}

static void
tear_down (Fixture *fixture, gconstpointer today)
{
  g_ptr_array_unref (fixture->duties);
  g_ptr_array_unref (fixture->dossiers);
  jp_pack_set_free (fixture->packs);
  jp_holidays_unref (fixture->holidays);
  jp_pack_unref (fixture->pack);
}

static JpAct *
add_act (JpDossier *dossier, JpActKind kind, const char *date, const char *office)
{
  JpAct *act = jp_act_new (kind, jp_test_date (date), office);

  act->id = g_strdup_printf ("%s-%u", dossier->id, dossier->acts->len);
  act->seq = dossier->acts->len;
  g_ptr_array_add (dossier->acts, act);

  return act;
}

static JpDossier *
add_cluster (Fixture *fixture, const char *name, const char *first, const char *last)
{
  JpDossier *dossier = jp_dossier_new (name, name);

  dossier->district = g_strdup ("350203");
  dossier->recorded_on = jp_test_date ("2022-01-01");
  if (first != NULL)
    {
      JpAct *act = add_act (dossier, JP_ACT_RECOGNISE, first, JP_OFFICE_MINISTRY);

      act->imported = TRUE;
      act->term = (JpTerm) { jp_test_date (first), jp_test_date (last) };
    }
  g_ptr_array_add (fixture->dossiers, dossier);

  return dossier;
}

#define assert_states(renewal, ...) \
  G_STMT_START \
  { \
    const JpStepState wanted_[] = { __VA_ARGS__ }; \
    for (guint i_ = 0; i_ < JP_N_RENEWAL_STEPS; i_++) \
      g_assert_cmpint ((renewal)->steps[i_].state, ==, wanted_[i_]); \
  } \
  G_STMT_END

/* R-TERM: from twelve months before the end; that day itself is inside. */
static void
test_window (Fixture *fixture, gconstpointer today)
{
  gboolean open = g_str_equal (today, "2026-02-10");
  JpDossier *dossier = add_cluster (fixture, "甲", "2024-02-11", "2027-02-10");
  g_auto (JpRenewalCase) renewal = { 0 };

  jp_renewal_case_init (&renewal, dossier, fixture->dossiers, &fixture->context);
  g_assert_false (renewal.first_time);
  jp_assert_date (renewal.opens, "2026-02-10");
  g_assert_cmpint (renewal.steps[JP_RENEWAL_APPLY].state, ==, open ? JP_STEP_NOW : JP_STEP_LATER);
  g_assert_cmpuint (renewal.steps[JP_RENEWAL_APPLY].next, ==, open ? 1u << JP_ACT_RENEWAL_APPLY : 0);
  g_assert_cmpuint (jp_renewal_case_present (&renewal), ==, JP_RENEWAL_CHECK);
}

static void
test_steps (Fixture *fixture, gconstpointer today)
{
  JpDossier *dossier = add_cluster (fixture, "甲", "2023-05-01", "2026-04-30");
  g_auto (JpRenewalCase) applied = { 0 }, reviewed = { 0 };

  add_act (dossier, JP_ACT_RENEWAL_APPLY, "2025-11-03", "350203")->document = g_strdup ("思工信〔2025〕12号");
  jp_renewal_case_init (&applied, dossier, fixture->dossiers, &fixture->context);
  assert_states (&applied, JP_STEP_NOW, JP_STEP_NOW, JP_STEP_DONE, JP_STEP_NOW, JP_STEP_LATER, JP_STEP_LATER);
  g_assert_nonnull (strstr (applied.steps[JP_RENEWAL_APPLY].words, "2025年11月3日"));
  g_assert_nonnull (strstr (applied.steps[JP_RENEWAL_APPLY].words, "思工信〔2025〕12号"));
  g_assert_cmpuint (jp_renewal_case_present (&applied), ==, JP_RENEWAL_REVIEW);

  g_ptr_array_add (dossier->checks, jp_standard_check_new (jp_test_date ("2025-04-29"), 2024)); /* before the window */
  add_act (dossier, JP_ACT_RENEWAL_REVIEW, "2025-12-01", JP_OFFICE_CENTRE);
  jp_renewal_case_init (&reviewed, dossier, fixture->dossiers, &fixture->context);
  g_assert_null (reviewed.check);
  g_assert_cmpint (reviewed.steps[JP_RENEWAL_REVIEW].state, ==, JP_STEP_DONE);
  g_assert_cmpint (reviewed.steps[JP_RENEWAL_RECOMMEND].state, ==, JP_STEP_NOW);
}

/* R-TERM: nobody applied by the last day. */
static void
test_lapsed (Fixture *fixture, gconstpointer today)
{
  JpDossier *dossier = add_cluster (fixture, "甲", "2023-02-10", "2026-02-09");
  g_auto (JpRenewalCase) renewal = { 0 };

  jp_renewal_case_init (&renewal, dossier, fixture->dossiers, &fixture->context);
  g_assert_cmpint (renewal.steps[JP_RENEWAL_OUTCOME].state, ==, JP_STEP_BAD);
  g_assert_nonnull (strstr (renewal.steps[JP_RENEWAL_OUTCOME].words, "2026年2月10日"));
}

/* A passed renewal is still to be seen; the next one begins with the next window. */
static void
test_renewed (Fixture *fixture, gconstpointer today)
{
  JpDossier *dossier = add_cluster (fixture, "甲", "2023-01-01", "2025-12-31");
  JpAct *renewed;
  g_auto (JpRenewalCase) renewal = { 0 };

  add_act (dossier, JP_ACT_RENEWAL_APPLY, "2025-03-03", "350203");
  renewed = add_act (dossier, JP_ACT_RENEW, "2025-12-20", JP_OFFICE_MINISTRY);
  renewed->reason = g_strdup ("补录");
  renewed->term = (JpTerm) { jp_test_date ("2026-01-01"), jp_test_date ("2028-12-31") };
  jp_renewal_case_init (&renewal, dossier, fixture->dossiers, &fixture->context);
  jp_assert_date (renewal.term.last, "2025-12-31");
  g_assert_cmpint (renewal.steps[JP_RENEWAL_OUTCOME].state, ==, JP_STEP_DONE);
  g_assert_cmpuint (jp_renewal_case_present (&renewal), ==, JP_RENEWAL_OUTCOME);
}

/* R-STANDARD: the same self-check serves a first application, and the quota is watched. */
static void
test_first_time (Fixture *fixture, gconstpointer today)
{
  JpDossier *dossier = add_cluster (fixture, "甲", NULL, NULL), *other = add_cluster (fixture, "乙", NULL, NULL);
  g_auto (JpRenewalCase) renewal = { 0 };

  add_act (other, JP_ACT_RECOMMEND, "2026-01-05", JP_OFFICE_CITY);
  add_act (other, JP_ACT_RECOMMEND, "2026-01-06", JP_OFFICE_CITY); /* one cluster, however often */
  add_act (add_cluster (fixture, "丙", NULL, NULL), JP_ACT_RECOMMEND, "2025-12-31", JP_OFFICE_CITY);
  jp_renewal_case_init (&renewal, dossier, fixture->dossiers, &fixture->context);
  g_assert_true (renewal.first_time);
  g_assert_cmpuint (renewal.n_recommended, ==, 1);
  g_assert_cmpint (renewal.quota, ==, jp_pack_quota (fixture->pack, 2026));
  g_assert_cmpuint (renewal.n_met + renewal.n_not_met + renewal.n_unknown, ==, fixture->pack->n_criteria + 1);
  g_assert_cmpuint (renewal.steps[JP_RENEWAL_APPLY].next & (1u << JP_ACT_APPLY), !=, 0);
}

static void
test_goals (Fixture *fixture, gconstpointer today)
{
  JpDossier *dossier = add_cluster (fixture, "甲", "2024-01-01", "2026-12-31");
  JpFigures *figures = jp_figures_new (2025);
  g_auto (JpRenewalCase) renewal = { 0 };

  jp_figures_set (figures, "output", 100);
  g_ptr_array_add (dossier->figures, figures);
  g_ptr_array_add (dossier->goals, jp_goal_new ("output", 2025, 100)); /* reached to the point */
  jp_renewal_case_init (&renewal, dossier, fixture->dossiers, &fixture->context);
  g_assert_cmpint (renewal.steps[JP_RENEWAL_GOALS].state, ==, JP_STEP_DONE);
  g_assert_nonnull (strstr (renewal.steps[JP_RENEWAL_GOALS].words, "1 of 1 reached, 0 missed"));
}

/* The digest */

static void
add_duty (Fixture *fixture, JpDutyKind kind, const char *due, JpDutyState state)
{
  JpObligation *duty = g_new0 (JpObligation, 1);

  duty->kind = kind;
  duty->dossier = g_ptr_array_index (fixture->dossiers, 0);
  duty->due = duty->work_by = jp_test_date (due);
  duty->state = state;
  duty->article = "";
  duty->subject = g_strdup ("事项");
  g_ptr_array_add (fixture->duties, duty);
}

static void
test_digest (Fixture *fixture, gconstpointer today)
{
  g_auto (JpDigest) digest = { 0 };

  add_cluster (fixture, "甲", NULL, NULL);
  add_duty (fixture, JP_DUTY_OWN, "2026-02-09", JP_DUTY_OVERDUE);
  add_duty (fixture, JP_DUTY_OWN, "2026-02-10", JP_DUTY_DUE);
  add_duty (fixture, JP_DUTY_OWN, "2026-02-17", JP_DUTY_DUE);      /* 7 days: inside */
  add_duty (fixture, JP_DUTY_OWN, "2026-02-18", JP_DUTY_DUE);      /* 8 days: outside */
  add_duty (fixture, JP_DUTY_OWN, "2026-02-10", JP_DUTY_DONE);
  add_duty (fixture, JP_DUTY_OWN, "2026-02-01", JP_DUTY_NOT_RECORDED);
  add_duty (fixture, JP_DUTY_RENEWAL, "2026-08-10", JP_DUTY_UPCOMING); /* six months to the day */
  add_duty (fixture, JP_DUTY_RENEWAL, "2026-08-11", JP_DUTY_UPCOMING);
  g_assert_true (jp_digest_init (&digest, fixture->duties, &fixture->context, 7, jp_test_date ("2026-02-09")));
  g_assert_cmpuint (digest.n_overdue, ==, 1);
  g_assert_cmpuint (digest.n_today, ==, 1);
  g_assert_cmpuint (digest.n_soon, ==, 1);
  g_assert_cmpuint (digest.n_near, ==, 1);
  g_assert_nonnull (strstr (digest.title, "1 overdue"));
}

/* A computer that was off for a week still tells what came near meanwhile; it tells it once. */
static void
test_digest_after_absence (Fixture *fixture, gconstpointer today)
{
  g_auto (JpDigest) after_week = { 0 }, again = { 0 };

  add_cluster (fixture, "甲", NULL, NULL);
  add_duty (fixture, JP_DUTY_RENEWAL, "2026-08-05", JP_DUTY_UPCOMING);
  g_assert_true (jp_digest_init (&after_week, fixture->duties, &fixture->context, 30, jp_test_date ("2026-02-03")));
  g_assert_cmpuint (after_week.n_near, ==, 1);
  g_assert_false (jp_digest_init (&again, fixture->duties, &fixture->context, 30, jp_test_date ("2026-02-09")));
}

static void
test_digest_once_a_day (void)
{
  JpDate today = jp_test_date ("2026-02-10");

  g_assert_true (jp_digest_is_due (JP_DATE_NONE, today));
  g_assert_true (jp_digest_is_due (today - 1, today));
  g_assert_false (jp_digest_is_due (today, today));
  g_assert_false (jp_digest_is_due (today + 1, today)); /* a clock that was set back */
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

#define ADD(path, today, test) g_test_add (path, Fixture, today, set_up, test, tear_down)
  ADD ("/ui/renewal/R-TERM/window-open-on-its-day", "2026-02-10", test_window);
  ADD ("/ui/renewal/R-TERM/window-closed-the-day-before", "2026-02-09", test_window);
  ADD ("/ui/renewal/R-LIFE/steps", NULL, test_steps);
  ADD ("/ui/renewal/R-TERM/lapsed", NULL, test_lapsed);
  ADD ("/ui/renewal/R-TERM/renewed", NULL, test_renewed);
  ADD ("/ui/renewal/R-STANDARD/first-time", NULL, test_first_time);
  ADD ("/ui/renewal/R-TERM/goals", NULL, test_goals);
  ADD ("/ui/reminder/R-CAL/digest", NULL, test_digest);
  ADD ("/ui/reminder/R-TERM/digest-after-absence", NULL, test_digest_after_absence);
  g_test_add_func ("/ui/reminder/once-a-day", test_digest_once_a_day);

  return g_test_run ();
}
