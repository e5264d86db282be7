/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-fund-case.h"
#include "jp-life.h"
#include "jp-obligation.h"
#include "jp-result.h"
#include "jp-sample.h"
#include "jp-store-journal.h"
#include "jp-test-work.h"
#include "jp-use-ledger.h"

/* The sample, filled as of a day. */
static void
fill (JpWork *work, const char *today)
{
  char since[JP_DATE_ISO_LEN];

  jp_work_set_up (work, jp_date_to_iso (jp_casework_sample_since (jp_test_date (today)), since));
  jp_work_day (work, today);
  jp_assert_done (work, jp_casework_sample (work->store, work->today, &work->error));
}

static char *
missing (const gboolean *seen, guint n, const char *(*id_of) (guint))
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    if (!seen[i])
      g_string_append_printf (names, " %s", id_of (i));

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static const char *
stage_id (guint stage)
{
  return jp_stage_id ((JpStage) stage);
}

static const char *
case_id (guint state)
{
  return jp_case_state_id ((JpCaseState) state);
}

static const char *
assessment_id (guint state)
{
  return jp_assessment_state_id ((JpAssessmentState) state);
}

static void
see_clusters (JpWork *work, gboolean *stages, gboolean *cases, gboolean *assessments)
{
  g_autoptr (GPtrArray) dossiers = jp_store_load_dossiers (work->store, NULL);
  JpContext context = jp_work_context (work);

  for (guint i = 0; i < dossiers->len; i++)
    {
      const JpDossier *dossier = g_ptr_array_index (dossiers, i);
      g_autoptr (JpResult) result = jp_result_new (dossier, &context, (int) jp_date_year (work->today) - 1);
      g_auto (JpLife) life = { 0 };
      guint n_years = jp_funding_n_years (dossier, &context);

      jp_life_init (&life, dossier, &context);
      stages[life.stage] = TRUE;
      if (result->due)
        assessments[result->state] = TRUE;
      for (guint ordinal = 1; ordinal <= n_years; ordinal++)
        {
          g_auto (JpFundCase) fund_case = { 0 };

          jp_fund_case_init (&fund_case, dossier, &context, ordinal);
          cases[fund_case.state] = TRUE;
        }
    }
}

/* Every stage, funding state and assessment state is there to be seen. */
static void
test_shows_every_state (gconstpointer today)
{
  JpWork work = { 0 };
  gboolean stages[JP_N_STAGES] = { FALSE }, cases[JP_CASE_ZERO + 1] = { FALSE }, assessments[4] = { FALSE };
  g_autofree char *no_stage = NULL, *no_case = NULL, *no_assessment = NULL;

  fill (&work, today);
  see_clusters (&work, stages, cases, assessments);
  no_stage = missing (stages, G_N_ELEMENTS (stages), stage_id);
  no_case = missing (cases, G_N_ELEMENTS (cases), case_id);
  no_assessment = missing (assessments, G_N_ELEMENTS (assessments), assessment_id);
  g_assert_cmpstr (no_stage, ==, "");
  g_assert_cmpstr (no_case, ==, "");
  g_assert_cmpstr (no_assessment, ==, "");
  jp_work_tear_down (&work, NULL);
}

static void
assert_days (const JpDossier *dossier, JpDate today)
{
  for (guint i = 0; i < dossier->acts->len; i++)
    g_assert_cmpuint (((JpAct *) g_ptr_array_index (dossier->acts, i))->date, <=, today);
  for (guint i = 0; i < dossier->fund_acts->len; i++)
    g_assert_cmpuint (((JpFundAct *) g_ptr_array_index (dossier->fund_acts, i))->date, <=, today);
  for (guint i = 0; i < dossier->uses->len; i++)
    g_assert_cmpuint (((JpUseEntry *) g_ptr_array_index (dossier->uses, i))->date, <=, today);
  for (guint i = 0; i < dossier->figures->len; i++)
    g_assert_cmpint (jp_figures_year (g_ptr_array_index (dossier->figures, i)), <, (int) jp_date_year (today));
}

/* Acts and money agree with the rules, whatever the day; the journal reads as the years went by. */
static void
test_is_in_order (gconstpointer today)
{
  JpWork work = { 0 };
  g_autoptr (GPtrArray) dossiers = NULL, entries = NULL;
  g_autoptr (GPtrArray) obligations = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_obligation_free);
  JpContext context;
  gint64 head;

  fill (&work, today);
  context = jp_work_context (&work);
  dossiers = jp_store_load_dossiers (work.store, NULL);
  g_assert_cmpuint (dossiers->len, >=, 19);
  for (guint i = 0; i < dossiers->len; i++)
    {
      const JpDossier *dossier = g_ptr_array_index (dossiers, i);
      g_auto (JpUseLedger) ledger = { 0 };

      assert_days (dossier, work.today);
      jp_use_ledger_init (&ledger, dossier, &context);
      g_assert_cmpint (ledger.balance, >=, 0);
      g_assert_cmpint (ledger.paid, ==, ledger.spent + ledger.returned + ledger.balance);
      jp_obligations_collect (dossier, &context, obligations);
    }
  g_assert_cmpuint (obligations->len, >, 0);

  entries = jp_store_load_journal (work.store, 0, 0, NULL, NULL);
  head = jp_work_head (&work);
  g_assert_cmpint (entries->len, ==, head);
  for (guint i = 1; i < entries->len; i++)
    {
      const JpEntry *newer = g_ptr_array_index (entries, i - 1), *older = g_ptr_array_index (entries, i);

      g_assert_cmpint (strncmp (older->at, newer->at, 10), <=, 0);
    }
  jp_work_tear_down (&work, NULL);
}

/* The first plans came with the operators' financial rules, but for one. */
static void
assert_rules (GPtrArray *dossiers, const JpContext *context)
{
  guint with = 0, without = 0;

  for (guint i = 0; i < dossiers->len; i++)
    {
      g_auto (JpFundCase) fund_case = { 0 };

      jp_fund_case_init (&fund_case, g_ptr_array_index (dossiers, i), context, 1);
      if (fund_case.plan != NULL)
        (*(fund_case.missing != NULL ? &without : &with))++;
    }
  g_assert_cmpuint (with, >=, 2);
  g_assert_cmpuint (without, ==, 1);
}

/* In the middle of the year most of what is due has been done: the sample shows a house in order, with a few things to
 * do. */
static void
test_looks_kept (gconstpointer today)
{
  JpWork work = { 0 };
  g_autoptr (GPtrArray) dossiers = NULL;
  g_autoptr (GPtrArray) obligations = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_obligation_free);
  guint n[JP_DUTY_NOT_RECORDED + 1] = { 0 };
  JpContext context;

  fill (&work, today);
  context = jp_work_context (&work);
  dossiers = jp_store_load_dossiers (work.store, NULL);
  for (guint i = 0; i < dossiers->len; i++)
    jp_obligations_collect (g_ptr_array_index (dossiers, i), &context, obligations);
  for (guint i = 0; i < obligations->len; i++)
    n[((JpObligation *) g_ptr_array_index (obligations, i))->state]++;
  g_assert_cmpuint (n[JP_DUTY_OVERDUE], <=, 8);
  g_assert_cmpuint (n[JP_DUTY_OVERDUE], >=, 1);
  g_assert_cmpuint (n[JP_DUTY_DUE], >=, 1);
  g_assert_cmpuint (n[JP_DUTY_UPCOMING], >=, 5);
  g_assert_cmpuint (n[JP_DUTY_DONE], >=, 10);
  assert_rules (dossiers, &context);
  jp_work_tear_down (&work, NULL);
}

int
main (int argc, char **argv)
{
  static const char * const days[] = {
    "2024-06-01", "2025-12-31", "2026-01-01", "2026-01-02", "2026-02-10", "2026-02-28", "2026-04-30", "2026-05-01",
    "2026-07-01", "2026-10-01", "2026-12-31", "2027-05-01", "2028-02-29", "2031-06-15",
  };
  static const char * const middle[] = {
    "2026-02-10", "2026-03-31", "2026-05-01", "2026-06-15", "2026-09-30", "2027-05-01", "2028-02-29", "2030-08-08",
  };

  jp_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *path = g_strdup_printf ("/casework/sample/in-order/%s", days[i]);

      g_test_add_data_func (path, days[i], test_is_in_order);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (middle); i++)
    {
      g_autofree char *path = g_strdup_printf ("/casework/sample/shows-every-state/%s", middle[i]);
      g_autofree char *kept = g_strdup_printf ("/casework/sample/looks-kept/%s", middle[i]);

      g_test_add_data_func (path, middle[i], test_shows_every_state);
      g_test_add_data_func (kept, middle[i], test_looks_kept);
    }

  return g_test_run ();
}
