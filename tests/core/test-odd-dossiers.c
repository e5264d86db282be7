/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever is on record, in whatever order, core answers: no act, date or amount makes it stumble (criticals are fatal
 * here), and what must always hold does. */

#include "jp-obligation.h"
#include "jp-use-ledger.h"
#include "jp-veto.h"

#include "cluster.h"

#define N_DOSSIERS 150
#define FIRST_DAY  "2023-06-01"
#define SPAN       2200 /* days */

static JpDate
any_day (void)
{
  return g_test_rand_int_range (0, 20) == 0 ? JP_DATE_NONE : day (FIRST_DAY) + (JpDate) g_test_rand_int_range (0, SPAN);
}

static JpMoney
any_amount (void)
{
  static const JpMoney odd[] = { 0, -1, 1, 100000000, G_MAXINT64, G_MININT64, 9999999 };

  return odd[g_test_rand_int_range (0, G_N_ELEMENTS (odd))];
}

static char *
any_text (void)
{
  static const char *const odd[]
    = { NULL, "", "other", "brand", "operator", "safety", "重大", "return_not_filed", "city", "2025Q1" };

  return g_strdup (odd[g_test_rand_int_range (0, G_N_ELEMENTS (odd))]);
}

static int
any_year (void)
{
  return g_test_rand_int_range (2021, 2032);
}

static void
put_any_life (Cluster *cluster)
{
  JpAct *act = jp_act_new ((JpActKind) g_test_rand_int_range (0, JP_N_ACTS), any_day (), JP_OFFICE_CITY);

  act->term.first = g_test_rand_bit () ? any_day () : JP_DATE_NONE;
  act->term.last = g_test_rand_bit () ? any_day () : JP_DATE_NONE;
  g_ptr_array_add (cluster->dossier->acts, act);
}

static void
put_any_fund (Cluster *cluster)
{
  JpFundAct *act
    = jp_fund_act_new ((guint) g_test_rand_int_range (0, 5), (JpFundActKind) g_test_rand_int_range (0, 9), any_day ());

  act->office = any_text ();
  act->amount = any_amount ();
  act->upheld = g_test_rand_bit ();
  act->last_day = g_test_rand_bit () ? any_day () : JP_DATE_NONE;
  act->last_day_provisional = g_test_rand_bit ();
  act->pack_id = any_text ();
  if (g_test_rand_bit ())
    g_ptr_array_add (act->lines, jp_plan_line_new ("brand", any_amount ()));
  g_ptr_array_add (cluster->dossier->fund_acts, act);
}

static void
put_any_assessment (Cluster *cluster)
{
  JpAssessment *assessment = jp_assessment_new (any_year ());

  assessment->state = (JpAssessmentState) g_test_rand_int_range (0, 4);
  assessment->pack_id = any_text ();
  assessment->confirmed_on = any_day ();
  if (g_test_rand_bit ())
    {
      assessment->frozen = jp_frozen_result_new ();
      assessment->frozen->total = g_test_rand_int_range (0, 10001);
      if (g_test_rand_bit ())
        g_ptr_array_add (assessment->frozen->vetoes, jp_frozen_veto_new ("lapsed", NULL));
    }
  if (g_test_rand_bit ())
    g_ptr_array_add (assessment->vetoes, jp_reviewer_veto_new ("false_application", NULL));
  g_ptr_array_add (cluster->dossier->assessments, assessment);
}

static void
put_any_filing (Cluster *cluster)
{
  g_autofree char *kind = any_text (), *grade = any_text ();
  JpFinding *finding = jp_finding_new (any_year (), 1);
  JpAudit *audit = jp_audit_new (NULL, any_day ());

  finding->opened = any_day ();
  finding->due = any_day ();
  finding->confirmed_city = any_day ();
  audit->closed = any_day ();
  g_ptr_array_add (cluster->dossier->findings, finding);
  g_ptr_array_add (cluster->dossier->audits, audit);
  g_ptr_array_add (cluster->dossier->returns, jp_return_new (any_year (), any_day ()));
  g_ptr_array_add (cluster->dossier->changes, jp_change_new (kind, any_day (), any_day ()));
  g_ptr_array_add (cluster->dossier->incidents, jp_incident_new (kind, grade, any_day ()));
  g_ptr_array_add (cluster->dossier->duties, jp_own_duty_new (kind, any_day ()));
}

static void
put_any_use (Cluster *cluster)
{
  guint number = cluster->dossier->uses->len + 1;
  JpUseEntry *entry = jp_use_entry_new (number, any_day (), (guint) g_test_rand_int_range (0, 5));

  entry->id = g_strdup_printf ("%u", number);
  entry->category = any_text ();
  entry->payee = any_text ();
  entry->voucher = any_text ();
  entry->amount = g_test_rand_int_range (-1000, 1000000);
  entry->reverses = g_test_rand_bit () ? g_strdup_printf ("%d", g_test_rand_int_range (0, 6)) : NULL;
  g_ptr_array_add (cluster->dossier->uses, entry);
}

static void
fill (Cluster *cluster)
{
  cluster_init_with (cluster, g_test_rand_bit () ? jp_test_pack () : jp_test_other_pack (), FIRST_DAY, "2026-06-01");
  cluster->context.today = any_day ();
  cluster->context.since = any_day ();
  cluster->dossier->funding_start = g_test_rand_bit () ? any_year () : g_test_rand_int_range (-10, 100000);
  for (int i = g_test_rand_int_range (0, 12); i > 0; i--)
    put_any_life (cluster);
  for (int i = g_test_rand_int_range (0, 20); i > 0; i--)
    put_any_fund (cluster);
  for (int i = g_test_rand_int_range (0, 6); i > 0; i--)
    put_any_use (cluster);
  for (int i = g_test_rand_int_range (0, 4); i > 0; i--)
    {
      put_any_assessment (cluster);
      put_any_filing (cluster);
    }
}

static void
ask_life (Cluster *cluster)
{
  g_auto (JpLife) life = { 0 };

  jp_life_init (&life, cluster->dossier, &cluster->context);
  g_assert_nonnull (jp_stage_id (life.stage));
  for (int i = 0; i < 20; i++)
    {
      JpDate some_day = any_day ();

      if (jp_life_in_term (&life, some_day))
        g_assert_cmpint (jp_life_ordinal_on (&life, some_day), >, 0);
      jp_life_awaiting (&life, some_day);
      jp_life_has_duties (&life, any_year ());
    }
  if (life.stage == JP_STAGE_LAPSED || life.stage == JP_STAGE_REVOKED)
    g_assert_false (life.not_recorded);
}

static void
try_acts (Cluster *cluster)
{
  jp_life_next_acts (cluster->dossier, &cluster->context);
  for (guint kind = 0; kind < JP_N_ACTS; kind++)
    {
      g_autoptr (GError) error = NULL;
      JpAct *act = jp_act_new ((JpActKind) kind, any_day (), office_of ((JpActKind) kind));

      g_assert_cmpint (jp_life_check_act (cluster->dossier, &cluster->context, act, &error), ==, error == NULL);
      jp_act_free (act);
    }
  for (guint kind = 0; kind <= JP_FUND_RETURN; kind++)
    {
      g_autoptr (GError) error = NULL;
      JpFundAct *act = jp_fund_act_new ((guint) g_test_rand_int_range (0, 5), (JpFundActKind) kind, any_day ());

      act->office = g_strdup (kind <= JP_FUND_DISTRICT ? DISTRICT : JP_OFFICE_CITY);
      act->amount = any_amount ();
      act->voucher = any_text ();
      act->override_reason = any_text ();
      g_assert_cmpint (jp_fund_check_act (cluster->dossier, &cluster->context, act, &error), ==, error == NULL);
      jp_fund_act_free (act);
    }
}

static void
ask_funds (Cluster *cluster)
{
  for (guint ordinal = 0; ordinal < 5; ordinal++)
    {
      g_auto (JpFundCase) fund_case = { 0 };

      jp_fund_case_init (&fund_case, cluster->dossier, &cluster->context, ordinal);
      g_assert_nonnull (fund_case.basis);
      g_assert_cmpint (fund_case.least, <=, fund_case.most);
      g_assert_cmpint (fund_case.least, <=, fund_case.expected);
      g_assert_cmpint (fund_case.expected, <=, fund_case.most);
      g_assert_cmpint (fund_case.to_refund, >=, 0);
      if (fund_case.decided)
        g_assert_cmpint (fund_case.entitled, ==, fund_case.most);
      if (fund_case.state == JP_CASE_PAYABLE)
        g_assert_cmpuint (fund_case.payable_from, >, fund_case.publicity_last);
    }
}

static void
ask_the_rest (Cluster *cluster)
{
  g_auto (JpUseLedger) ledger = { 0 };
  g_autoptr (GPtrArray) obligations = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_obligation_free);
  g_autoptr (GPtrArray) dossiers = g_ptr_array_new ();
  g_autoptr (GArray) budget = NULL;

  jp_use_ledger_init (&ledger, cluster->dossier, &cluster->context);
  g_assert_cmpuint (ledger.rows->len, ==, cluster->dossier->uses->len);

  jp_obligations_collect (cluster->dossier, &cluster->context, obligations);
  g_ptr_array_sort (obligations, jp_obligation_compare);
  for (guint i = 0; i < obligations->len; i++)
    g_assert_nonnull (((const JpObligation *) g_ptr_array_index (obligations, i))->subject);

  g_ptr_array_add (dossiers, cluster->dossier);
  budget = jp_budget_new (dossiers, &cluster->context);
  for (guint i = 1; i < budget->len; i++)
    g_assert_cmpint (g_array_index (budget, JpBudgetYear, i - 1).fiscal_year, <,
                     g_array_index (budget, JpBudgetYear, i).fiscal_year);

  for (int year = 2022; year < 2032; year++)
    {
      g_autoptr (GPtrArray) vetoes = jp_vetoes_new (cluster->dossier, &cluster->context, cluster->pack, year);

      g_assert_cmpuint (vetoes->len, >=, cluster->pack->n_vetoes);
    }
}

static void
test_total (void)
{
  for (guint i = 0; i < N_DOSSIERS; i++)
    {
      g_auto (Cluster) cluster = { 0 };

      fill (&cluster);
      ask_life (&cluster);
      try_acts (&cluster);
      ask_funds (&cluster);
      ask_the_rest (&cluster);
    }
}

static void
test_nothing_at_all (void)
{
  g_auto (Cluster) cluster = { 0 };

  cluster_init (&cluster, FIRST_DAY, "2026-06-01");
  jp_pack_set_free (cluster.packs);
  cluster.packs = jp_pack_set_new (); /* no rules either */
  cluster.context.packs = cluster.packs;
  put_act (&cluster, JP_ACT_RECOGNISE, "2024-09-19");
  put_fund (&cluster, 1, JP_FUND_PLAN, "2024-12-02");
  ask_life (&cluster);
  try_acts (&cluster);
  ask_funds (&cluster);
  ask_the_rest (&cluster);
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  g_test_add_func ("/core/R-LIFE/odd-dossiers", test_total);
  g_test_add_func ("/core/R-PACK/no-pack-at-all", test_nothing_at_all);

  return g_test_run ();
}
