/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-fund-case.h"

#include "cluster.h"

#define SINCE "2022-01-01"
#define WAN   G_GINT64_CONSTANT (1000000) /* 万元 in fen */

/* Recognised on 2024-09-19, so F = 2024, with the assessments of 2024 and 2025 as given (−1: not confirmed). */
static void
cluster_with (Cluster *cluster, const char *today, int points_2024, int points_2025)
{
  cluster_init (cluster, SINCE, today);
  put_recognition (cluster, "2024-09-19", NULL, NULL);
  put_return (cluster, 2024, "2025-03-01");
  put_return (cluster, 2025, "2026-03-01");
  if (points_2024 >= 0)
    put_confirmed (cluster, 2024, points_2024, NULL, "2025-03-31");
  if (points_2025 >= 0)
    put_confirmed (cluster, 2025, points_2025, NULL, "2026-03-31");
}

/* How far the acts have gone */

static void
assert_state (Cluster *cluster, guint ordinal, const char *today, const char *state)
{
  g_auto (JpFundCase) fund_case = { 0 };

  cluster->context.today = day (today);
  jp_fund_case_init (&fund_case, cluster->dossier, &cluster->context, ordinal);
  g_assert_cmpstr (jp_case_state_id (fund_case.state), ==, state);
}

static void
test_steps (void)
{
  g_auto (Cluster) cluster = { 0 };

  cluster_with (&cluster, "2024-12-31", -1, -1);
  assert_state (&cluster, 1, "2024-11-30", "open");
  put_plan (&cluster, 1, "2024-12-02", 100 * WAN);
  assert_state (&cluster, 1, "2024-12-01", "open");
  assert_state (&cluster, 1, "2024-12-02", "plan");
  put_fund (&cluster, 1, JP_FUND_DISTRICT, "2024-12-03");
  assert_state (&cluster, 1, "2024-12-03", "district");
  put_fund (&cluster, 1, JP_FUND_RETURN, "2024-12-04");
  assert_state (&cluster, 1, "2024-12-04", "plan");
  put_fund (&cluster, 1, JP_FUND_DISTRICT, "2024-12-05");
  put_fund (&cluster, 1, JP_FUND_CITY, "2024-12-06");
  assert_state (&cluster, 1, "2024-12-06", "city");
  put_fund (&cluster, 1, JP_FUND_PUBLICISE, "2024-12-09"); /* Monday, counted */
  assert_state (&cluster, 1, "2024-12-09", "publicity");
  assert_state (&cluster, 1, "2024-12-13", "publicity");
  assert_state (&cluster, 1, "2024-12-14", "payable");
  put_fund (&cluster, 1, JP_FUND_PAY, "2024-12-16")->amount = 100 * WAN;
  assert_state (&cluster, 1, "2024-12-16", "paid");
}

static void
test_returned_to_the_operator (void)
{
  g_auto (Cluster) cluster = { 0 };
  g_auto (JpFundCase) fund_case = { 0 };

  cluster_with (&cluster, "2024-12-31", -1, -1);
  put_plan (&cluster, 1, "2024-12-02", 100 * WAN);
  put_fund (&cluster, 1, JP_FUND_RETURN, "2024-12-03");
  jp_fund_case_init (&fund_case, cluster.dossier, &cluster.context, 1);

  g_assert_cmpint (fund_case.state, ==, JP_CASE_OPEN);
  g_assert_null (fund_case.plan);
}

/* DOMAIN's own vectors: the last day with the first day counted, and the day after on which money may go. */
typedef struct
{
  const char *first;
  const char *last;
  const char *payable;
} PublicityCase;

static const PublicityCase publicity_cases[] = {
  { "2024-09-27", "2024-10-09", "2024-10-10" }, { "2025-01-24", "2025-02-06", "2025-02-07" },
  { "2025-09-28", "2025-10-10", "2025-10-11" }, { "2026-02-13", "2026-02-26", "2026-02-27" },
  { "2026-02-12", "2026-02-25", "2026-02-26" }, { "2026-09-18", "2026-09-23", "2026-09-24" },
  { "2026-09-30", "2026-10-12", "2026-10-13" },
};

static void
test_publicity (gconstpointer data)
{
  const PublicityCase *c = data;
  g_auto (Cluster) cluster = { 0 };
  g_auto (JpFundCase) fund_case = { 0 };

  cluster_with (&cluster, c->payable, 8000, 8000);
  put_case (&cluster, 1, c->first, 100 * WAN, NULL, 0);
  jp_fund_case_init (&fund_case, cluster.dossier, &cluster.context, 1);

  jp_assert_date (fund_case.publicity_first, c->first);
  jp_assert_date (fund_case.publicity_last, c->last);
  jp_assert_date (fund_case.payable_from, c->payable);
  g_assert_false (fund_case.publicity_provisional);
  assert_state (&cluster, 1, c->last, "publicity");
  assert_state (&cluster, 1, c->payable, "payable");
}

/* Publicity 2026-02-12 … 02-25, a Wednesday. */
typedef struct
{
  const char *name;
  const char *objected;
  const char *settled; /* NULL: not */
  gboolean    upheld;
  const char *today;
  const char *state;
  const char *payable_from;
} ObjectionCase;

static const ObjectionCase objection_cases[] = {
  { "open-during-publicity", "2026-02-13", NULL, FALSE, "2026-02-13", "held", "" },
  { "open-after-publicity", "2026-02-13", NULL, FALSE, "2026-03-31", "held", "" },
  { "dismissed-during-publicity", "2026-02-13", "2026-02-24", FALSE, "2026-02-25", "publicity", "2026-02-26" },
  { "payable-the-first-working-day-after", "2026-02-13", "2026-02-24", FALSE, "2026-02-26", "payable", "2026-02-26" },
  { "dismissed-later-payable-that-day", "2026-02-13", "2026-03-07", FALSE, "2026-03-07", "payable", "2026-03-07" },
  { "late-before-payment-holds-too", "2026-03-02", NULL, FALSE, "2026-03-02", "held", "" },
  { "upheld-goes-back-to-the-city", "2026-02-13", "2026-02-24", TRUE, "2026-03-01", "district", "" },
};

static void
test_objection (gconstpointer data)
{
  const ObjectionCase *c = data;
  g_auto (Cluster) cluster = { 0 };
  g_auto (JpFundCase) fund_case = { 0 };

  cluster_with (&cluster, c->today, 8000, 8000);
  put_case (&cluster, 1, "2026-02-12", 100 * WAN, NULL, 0);
  put_fund (&cluster, 1, JP_FUND_OBJECT, c->objected);
  if (c->settled != NULL)
    put_fund (&cluster, 1, JP_FUND_SETTLE, c->settled)->upheld = c->upheld;
  jp_fund_case_init (&fund_case, cluster.dossier, &cluster.context, 1);

  g_assert_cmpstr (jp_case_state_id (fund_case.state), ==, c->state);
  jp_assert_date (fund_case.payable_from, c->payable_from);
  if (c->state[0] == 'h')
    g_assert_nonnull (fund_case.blocked);
}

/* 2026-03-06 is a Friday: dismissed, the money waits for Monday; without an objection it need not. */
static void
test_dismissed_waits_for_a_working_day (void)
{
  g_auto (Cluster) plain = { 0 }, objected = { 0 };
  g_auto (JpFundCase) first = { 0 }, second = { 0 };

  cluster_with (&plain, "2026-03-31", 8000, 8000);
  put_case (&plain, 1, "2026-03-02", 100 * WAN, NULL, 0);
  cluster_with (&objected, "2026-03-31", 8000, 8000);
  put_case (&objected, 1, "2026-03-02", 100 * WAN, NULL, 0);
  put_fund (&objected, 1, JP_FUND_OBJECT, "2026-03-03");
  put_fund (&objected, 1, JP_FUND_SETTLE, "2026-03-04");
  jp_fund_case_init (&first, plain.dossier, &plain.context, 1);
  jp_fund_case_init (&second, objected.dossier, &objected.context, 1);

  jp_assert_date (first.publicity_last, "2026-03-06");
  jp_assert_date (first.payable_from, "2026-03-07");
  jp_assert_date (second.publicity_last, "2026-03-06");
  jp_assert_date (second.payable_from, "2026-03-09");
}

static void
test_two_objections_two_settlements (void)
{
  g_auto (Cluster) cluster = { 0 };

  cluster_with (&cluster, "2026-03-31", 8000, 8000);
  put_case (&cluster, 1, "2026-02-12", 100 * WAN, NULL, 0);
  put_fund (&cluster, 1, JP_FUND_OBJECT, "2026-02-13");
  put_fund (&cluster, 1, JP_FUND_OBJECT, "2026-02-24");
  put_fund (&cluster, 1, JP_FUND_SETTLE, "2026-02-25");
  assert_state (&cluster, 1, "2026-02-26", "held");
  put_fund (&cluster, 1, JP_FUND_SETTLE, "2026-02-27");
  assert_state (&cluster, 1, "2026-02-27", "payable");
}

/* An end announced before the holidays were published is counted again once they are, and never moves forward. */
static void
test_provisional_end (void)
{
  g_auto (Cluster) cluster = { 0 };
  g_auto (JpFundCase) unpublished = { 0 }, published = { 0 };
  JpFundAct *publicise;

  cluster_with (&cluster, "2027-02-28", 8000, 8000);
  put_case (&cluster, 1, "2027-02-01", 100 * WAN, NULL, 0);
  jp_fund_case_init (&unpublished, cluster.dossier, &cluster.context, 1);
  g_assert_true (unpublished.publicity_provisional);
  jp_assert_date (unpublished.publicity_last, "2027-02-05");

  publicise = g_ptr_array_index (cluster.dossier->fund_acts, 3);
  publicise->date = day ("2026-02-12");
  publicise->last_day = day ("2026-02-18"); /* as weekdays alone had it */
  publicise->last_day_provisional = TRUE;
  jp_fund_case_init (&published, cluster.dossier, &cluster.context, 1);
  g_assert_false (published.publicity_provisional);
  jp_assert_date (published.publicity_last, "2026-02-25");
}

/* Refunds */

static void
test_reopened_and_worth_less (void)
{
  g_auto (Cluster) cluster = { 0 };
  g_auto (JpFundCase) before = { 0 }, reopened = { 0 }, after = { 0 }, refunded = { 0 };
  JpAssessment *assessment;

  cluster_with (&cluster, "2026-06-01", 8000, 8000);
  put_case (&cluster, 2, "2025-05-06", 60 * WAN, "2025-05-13", 60 * WAN);
  jp_fund_case_init (&before, cluster.dossier, &cluster.context, 2);
  g_assert_cmpint (before.paid, ==, 60 * WAN);
  g_assert_cmpint (before.to_refund, ==, 0);

  assessment = g_ptr_array_index (cluster.dossier->assessments, 0);
  assessment->state = JP_ASSESSMENT_CITY;
  jp_fund_case_init (&reopened, cluster.dossier, &cluster.context, 2);
  g_assert_cmpint (reopened.state, ==, JP_CASE_PAID);
  g_assert_cmpint (reopened.to_refund, ==, 0);

  assessment->state = JP_ASSESSMENT_CONFIRMED;
  assessment->frozen->total = 7999;
  jp_fund_case_init (&after, cluster.dossier, &cluster.context, 2);
  g_assert_cmpint (after.to_refund, ==, 20 * WAN);
  g_assert_cmpstr (after.blocked, ==, "应退200000.00元，退回前不得拨付其他年度资金");

  put_fund (&cluster, 2, JP_FUND_REFUND, "2026-05-01")->amount = 20 * WAN;
  jp_fund_case_init (&refunded, cluster.dossier, &cluster.context, 2);
  g_assert_cmpint (refunded.to_refund, ==, 0);
  g_assert_cmpint (refunded.paid, ==, 40 * WAN);
  g_assert_null (refunded.blocked);
}

/* Late start: year 1 rests on no points, but a veto of the year before stands in its way. */
static void
test_vetoed_late_start (void)
{
  g_auto (Cluster) cluster = { 0 };
  g_auto (JpFundCase) first = { 0 };

  cluster_with (&cluster, "2026-06-01", 8000, -1);
  put_confirmed (&cluster, 2025, 9000, "false_application", "2026-03-31");
  cluster.dossier->funding_start = 2026;
  put_case (&cluster, 1, "2026-05-06", 100 * WAN, NULL, 0);
  jp_fund_case_init (&first, cluster.dossier, &cluster.context, 1);

  g_assert_cmpint (first.entitled, ==, 100 * WAN);
  g_assert_cmpint (first.state, ==, JP_CASE_PAYABLE);
  g_assert_cmpstr (first.blocked, ==, "2025年度考核被一票否决");
  g_assert_true (first.overridable);
}

/* What stands in the way of a payment is told in full, and whether the city can pass it. */
static void
test_blocked (void)
{
  g_auto (Cluster) cluster = { 0 };
  g_auto (JpFundCase) overdue = { 0 }, waiting = { 0 };

  cluster_with (&cluster, "2026-05-14", 8000, 8000);
  g_ptr_array_remove_index (cluster.dossier->returns, 1);
  put_case (&cluster, 3, "2026-05-06", 40 * WAN, NULL, 0);
  jp_fund_case_init (&overdue, cluster.dossier, &cluster.context, 3);

  g_assert_cmpint (overdue.state, ==, JP_CASE_PAYABLE);
  g_assert_cmpstr (overdue.blocked, ==, "2025年度考核结论与其后记录不符，市局重开或说明理由维持后方可拨付；"
                                        "2025年度培育情况信息表逾期未报（期限2026年4月30日）");
  g_assert_false (overdue.overridable);

  put_return (&cluster, 2025, "2026-04-30");
  cluster.context.today = day ("2026-05-07");
  jp_fund_case_init (&waiting, cluster.dossier, &cluster.context, 3);
  g_assert_cmpint (waiting.state, ==, JP_CASE_PUBLICITY);
  jp_assert_date (waiting.publicity_last, "2026-05-11"); /* 9 May is a make-up day */
  g_assert_cmpstr (waiting.blocked, ==, "公示期未满，2026年5月12日起可拨付");
}

/* Audit */

static void
test_audit_due (void)
{
  g_auto (Cluster) cluster = { 0 };
  JpAudit *audit = jp_audit_new ("某会计师事务所", day ("2026-06-01"));

  cluster_with (&cluster, "2026-06-30", 8000, 8000);
  put_case (&cluster, 1, "2024-12-02", 100 * WAN, "2024-12-10", 100 * WAN);
  g_assert_cmpuint (jp_funding_ended_on (cluster.dossier, &cluster.context, NULL), ==, JP_DATE_NONE);

  put_case (&cluster, 3, "2026-05-06", 40 * WAN, "2026-05-15", 40 * WAN);
  jp_assert_date (jp_funding_ended_on (cluster.dossier, &cluster.context, NULL), "2026-05-15");
  for (guint ordinal = 1; ordinal <= 3; ordinal++)
    {
      g_auto (JpFundCase) fund_case = { 0 };

      jp_fund_case_init (&fund_case, cluster.dossier, &cluster.context, ordinal);
      g_assert_cmpint (fund_case.audit_due, ==, ordinal == 3);
    }

  audit->closed = day ("2026-06-20");
  g_ptr_array_add (cluster.dossier->audits, audit);
  g_assert_true (jp_funding_audited (cluster.dossier, day ("2026-05-15"), day ("2026-06-30")));
  g_assert_false (jp_funding_audited (cluster.dossier, day ("2026-06-21"), day ("2026-06-30")));
}

static void
test_forfeited_ends_the_plan (void)
{
  g_auto (Cluster) cluster = { 0 };

  cluster_with (&cluster, "2026-06-30", 8000, 5999);
  g_assert_cmpuint (jp_funding_ended_on (cluster.dossier, &cluster.context, NULL), ==, JP_DATE_NONE);

  put_case (&cluster, 1, "2024-12-02", 100 * WAN, "2024-12-10", 100 * WAN);
  jp_assert_date (jp_funding_ended_on (cluster.dossier, &cluster.context, NULL), "2026-03-31");
}

#define ADD_CASES(prefix, cases, function) \
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) \
    { \
      g_autofree char *path = g_strconcat (prefix, cases[i].name, NULL); \
      g_test_add_data_func (path, &cases[i], function); \
    }

/* The first plan comes with the operator's financial rules; later plans are not asked for them. */
static void
test_financial_rules (void)
{
  static const char words[] = "未附运营单位财务管理制度（第十四条）";
  g_auto (Cluster) cluster = { 0 };
  JpAttachment *rules = jp_attachment_new ("id", JP_SUBJECT_CLUSTER, NULL, "财务制度.pdf");
  const struct { guint ordinal; const char *today; const char *missing; } cases[] = {
    { 1, "2024-10-09", NULL }, /* no plan yet */
    { 1, "2024-10-10", words },
    { 1, "2024-10-11", words },
    { 1, "2024-10-12", NULL }, /* attached that day */
    { 2, "2025-05-01", NULL },
  };

  cluster_init (&cluster, "2022-01-01", "2025-12-31");
  put_recognition (&cluster, "2024-09-19", NULL, NULL);
  put_plan (&cluster, 1, "2024-10-10", 1000000);
  put_confirmed (&cluster, 2024, 9000, NULL, "2025-03-31");
  put_plan (&cluster, 2, "2025-04-30", 1000000);
  g_ptr_array_add (cluster.dossier->attachments, rules);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (JpFundCase) fund_case = { 0 };

      rules->kind = (char *) (i == 2 ? JP_ATTACHMENT_EVIDENCE : JP_ATTACHMENT_FINANCIAL_RULES);
      rules->added_on = jp_test_date (i == 2 ? "2024-10-01" : "2024-10-12");
      cluster.context.today = jp_test_date (cases[i].today);
      jp_fund_case_init (&fund_case, cluster.dossier, &cluster.context, cases[i].ordinal);
      g_assert_cmpstr (fund_case.missing, ==, cases[i].missing);
    }
  rules->kind = NULL;
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (publicity_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/core/R-WORKDAY/publicity/", publicity_cases[i].first, NULL);
      g_test_add_data_func (path, &publicity_cases[i], test_publicity);
    }
  ADD_CASES ("/core/R-FUND/objection/", objection_cases, test_objection)
  g_test_add_func ("/core/R-FUND/steps", test_steps);
  g_test_add_func ("/core/R-FUND/returned-to-the-operator", test_returned_to_the_operator);
  g_test_add_func ("/core/R-FUND/dismissed-waits-for-a-working-day", test_dismissed_waits_for_a_working_day);
  g_test_add_func ("/core/R-FUND/two-objections-two-settlements", test_two_objections_two_settlements);
  g_test_add_func ("/core/R-WORKDAY/provisional-end", test_provisional_end);
  g_test_add_func ("/core/R-FUND/reopened-and-worth-less", test_reopened_and_worth_less);
  g_test_add_func ("/core/R-FUND/vetoed-late-start", test_vetoed_late_start);
  g_test_add_func ("/core/R-FUND/blocked", test_blocked);
  g_test_add_func ("/core/R-USE/audit-due", test_audit_due);
  g_test_add_func ("/core/R-USE/forfeited-ends-the-plan", test_forfeited_ends_the_plan);

  g_test_add_func ("/core/R-FUND/first-plan-with-financial-rules", test_financial_rules);

  return g_test_run ();
}
