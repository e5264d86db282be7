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

/* First fiscal year */

typedef struct
{
  const char *name;
  const char *recognised;
  int         given;
  int         start;
  gboolean    assumed;
} StartCase;

static const StartCase start_cases[] = {
  { "year-of-recognition", "2025-06-01", 0, 2025, TRUE },
  { "recognised-before-the-rules", "2022-12-30", 0, 2024, TRUE },
  { "recognised-in-their-first-year", "2024-01-01", 0, 2024, TRUE },
  { "given-later", "2024-09-19", 2026, 2026, FALSE },
  { "given-as-assumed", "2024-09-19", 2024, 2024, FALSE },
  { "given-too-early-is-passed-over", "2024-09-19", 2023, 2024, TRUE },
  { "not-recognised", NULL, 2025, 0, FALSE },
};

static void
test_start (gconstpointer data)
{
  const StartCase *c = data;
  g_auto (Cluster) cluster = { 0 };
  gboolean assumed;

  cluster_init (&cluster, SINCE, "2026-06-01");
  cluster.dossier->funding_start = c->given;
  if (c->recognised != NULL)
    put_recognition (&cluster, c->recognised, NULL, NULL);

  g_assert_cmpint (jp_funding_start (cluster.dossier, &cluster.context, &assumed), ==, c->start);
  g_assert_cmpint (assumed, ==, c->assumed);
  g_assert_cmpuint (jp_funding_n_years (cluster.dossier, &cluster.context), ==, c->recognised != NULL ? 3 : 0);
}

typedef struct
{
  const char *name;
  int         on_record;
  int         year;
  const char *reason;
  int         expected; /* a JpFundError, −1: allowed */
} ChangeStartCase;

static const ChangeStartCase change_start_cases[] = {
  { "the-earliest", 0, 2024, NULL, -1 },
  { "a-year-too-early", 0, 2023, "经研究", JP_FUND_ERROR_DATE },
  { "later-for-the-first-time", 0, 2026, NULL, -1 },
  { "changed-without-a-reason", 2025, 2026, NULL, JP_FUND_ERROR_REASON },
  { "changed-with-a-reason", 2025, 2026, "预算安排", -1 },
  { "given-again", 2025, 2025, NULL, -1 },
  { "a-slip-of-the-finger", 0, 20244, NULL, JP_FUND_ERROR_DATE },
};

static void
test_change_start (gconstpointer data)
{
  const ChangeStartCase *c = data;
  g_auto (Cluster) cluster = { 0 };
  g_autoptr (GError) error = NULL;

  cluster_with (&cluster, "2024-12-31", -1, -1);
  cluster.dossier->funding_start = c->on_record;
  jp_fund_check_start (cluster.dossier, &cluster.context, c->year, c->reason, &error);
  g_assert_cmpint (error != NULL ? error->code : -1, ==, c->expected);
}

static void
test_start_stays_once_paid (void)
{
  g_auto (Cluster) cluster = { 0 };
  g_autoptr (GError) error = NULL;

  cluster_with (&cluster, "2024-12-31", -1, -1);
  put_case (&cluster, 1, "2024-12-02", 100 * WAN, NULL, 0);
  g_assert_true (jp_fund_check_start (cluster.dossier, &cluster.context, 2025, NULL, NULL));

  put_fund (&cluster, 1, JP_FUND_PAY, "2024-12-10")->amount = 100 * WAN;
  g_assert_false (jp_fund_check_start (cluster.dossier, &cluster.context, 2025, "经研究", &error));
  g_assert_error (error, JP_FUND_ERROR, JP_FUND_ERROR_PAID);
}

/* What a year is worth */

typedef struct
{
  const char *name;
  guint       ordinal;
  int         points;
  JpMoney     entitled; /* in 万元 */
} BandCase;

static const BandCase band_cases[] = {
  { "year-2/lower-bound-of-80-belongs-to-it", 2, 8000, 60 }, { "year-2/79.99-is-below", 2, 7999, 40 },
  { "year-2/lower-bound-of-70-belongs-to-it", 2, 7000, 40 }, { "year-2/69.99-is-below", 2, 6999, 20 },
  { "year-2/lower-bound-of-60-belongs-to-it", 2, 6000, 20 }, { "year-2/59.99-is-nothing", 2, 5999, 0 },
  { "year-2/100", 2, 10000, 60 },                            { "year-2/0", 2, 0, 0 },
  { "year-3/lower-bound-of-80-belongs-to-it", 3, 8000, 40 }, { "year-3/79.99-is-below", 3, 7999, 30 },
  { "year-3/lower-bound-of-70-belongs-to-it", 3, 7000, 30 }, { "year-3/69.99-is-below", 3, 6999, 20 },
  { "year-3/lower-bound-of-60-belongs-to-it", 3, 6000, 20 }, { "year-3/59.99-is-nothing", 3, 5999, 0 },
};

static void
test_band (gconstpointer data)
{
  const BandCase *c = data;
  g_auto (Cluster) cluster = { 0 };
  g_auto (JpFundCase) fund_case = { 0 };

  cluster_with (&cluster, "2026-06-01", c->ordinal == 2 ? c->points : 0, c->ordinal == 3 ? c->points : 0);
  jp_fund_case_init (&fund_case, cluster.dossier, &cluster.context, c->ordinal);

  g_assert_true (fund_case.decided);
  g_assert_cmpint (fund_case.entitled, ==, c->entitled * WAN);
  g_assert_cmpint (fund_case.least, ==, fund_case.entitled);
  g_assert_cmpint (fund_case.most, ==, fund_case.entitled);
  g_assert_cmpint (fund_case.expected, ==, fund_case.entitled);
  g_assert_cmpint (fund_case.basis_year, ==, (int) c->ordinal + 2022);
  g_assert_cmpint (fund_case.fiscal_year, ==, (int) c->ordinal + 2023);
  g_assert_cmpstr (jp_case_state_id (fund_case.state), ==, c->entitled > 0 ? "open" : "zero");
}

/* Whatever the points, a veto leaves nothing; and the year after does not depend on it. */
static void
test_veto_gives_nothing (void)
{
  g_auto (Cluster) cluster = { 0 };
  g_auto (JpFundCase) second = { 0 }, third = { 0 };

  cluster_with (&cluster, "2026-06-01", -1, -1);
  put_confirmed (&cluster, 2024, 9500, "false_application", "2025-03-31");
  put_confirmed (&cluster, 2025, 8000, NULL, "2026-03-31");
  jp_fund_case_init (&second, cluster.dossier, &cluster.context, 2);
  jp_fund_case_init (&third, cluster.dossier, &cluster.context, 3);

  g_assert_cmpint (second.entitled, ==, 0);
  g_assert_cmpint (second.state, ==, JP_CASE_ZERO);
  g_assert_cmpstr (second.basis, ==, "2024年度考核被一票否决，不予支持（第十条）");
  g_assert_cmpint (third.entitled, ==, 40 * WAN);
}

static void
test_range_before_the_result (void)
{
  g_auto (Cluster) cluster = { 0 };
  g_auto (JpFundCase) second = { 0 }, third = { 0 };

  cluster_with (&cluster, "2025-01-15", -1, -1);
  jp_fund_case_init (&second, cluster.dossier, &cluster.context, 2);
  jp_fund_case_init (&third, cluster.dossier, &cluster.context, 3);

  g_assert_false (second.decided);
  g_assert_cmpint (second.entitled, ==, JP_MONEY_UNKNOWN);
  g_assert_cmpint (second.least, ==, 0);
  g_assert_cmpint (second.most, ==, 60 * WAN);
  g_assert_cmpint (second.state, ==, JP_CASE_LATER);
  g_assert_cmpstr (second.basis, ==, "2024年度考核尚未确认，支持0.00万元至60.00万元（第十三条）");
  g_assert_cmpstr (second.blocked, ==, "2024年度考核尚未确认");
  g_assert_cmpint (third.most, ==, 40 * WAN);
}

static void
test_first_year_is_fixed (void)
{
  g_auto (Cluster) cluster = { 0 };
  g_auto (JpFundCase) first = { 0 };

  cluster_with (&cluster, "2024-09-19", -1, -1);
  jp_fund_case_init (&first, cluster.dossier, &cluster.context, 1);

  g_assert_true (first.decided);
  g_assert_cmpint (first.entitled, ==, 100 * WAN);
  g_assert_cmpint (first.basis_year, ==, 0);
  g_assert_cmpint (first.state, ==, JP_CASE_OPEN);
  g_assert_cmpstr (first.basis, ==, "第1年定额支持100.00万元（第十三条）");
  g_assert_null (first.blocked);
}

static void
test_not_recognised (void)
{
  g_auto (Cluster) cluster = { 0 };
  g_auto (JpFundCase) first = { 0 };

  cluster_with (&cluster, "2024-09-18", -1, -1);
  jp_fund_case_init (&first, cluster.dossier, &cluster.context, 1);

  g_assert_cmpint (first.state, ==, JP_CASE_LATER);
  g_assert_cmpint (first.most, ==, 0);
  g_assert_nonnull (first.blocked);
}

/* Out of term: what is not paid is forfeited, what is paid stays paid. */
static void
test_out_of_term (void)
{
  g_auto (Cluster) cluster = { 0 };
  g_auto (JpFundCase) before = { 0 }, unpaid = { 0 }, paid = { 0 };

  cluster_with (&cluster, "2026-05-31", 8000, 8000);
  put_case (&cluster, 1, "2024-12-02", 100 * WAN, "2024-12-10", 100 * WAN);
  put_act (&cluster, JP_ACT_REVOKE, "2026-06-01");
  jp_fund_case_init (&before, cluster.dossier, &cluster.context, 3);
  g_assert_cmpint (before.entitled, ==, 40 * WAN);

  cluster.context.today = day ("2026-06-01");
  jp_fund_case_init (&unpaid, cluster.dossier, &cluster.context, 3);
  jp_fund_case_init (&paid, cluster.dossier, &cluster.context, 1);
  g_assert_cmpint (unpaid.state, ==, JP_CASE_ZERO);
  g_assert_cmpint (unpaid.entitled, ==, 0);
  g_assert_cmpstr (unpaid.basis, ==, "2026年6月1日起不在有效期，未拨付的不再拨付");
  g_assert_cmpint (paid.state, ==, JP_CASE_PAID);
  g_assert_cmpint (paid.entitled, ==, 100 * WAN);
  g_assert_cmpint (paid.to_refund, ==, 0);
}

/* The budget */

static void
assert_budget (const JpBudgetYear *year, int fiscal, JpMoney paid, JpMoney certain, JpMoney expected, JpMoney most)
{
  g_assert_cmpint (year->fiscal_year, ==, fiscal);
  g_assert_cmpint (year->paid, ==, paid * WAN);
  g_assert_cmpint (year->certain, ==, certain * WAN);
  g_assert_cmpint (year->expected, ==, expected * WAN);
  g_assert_cmpint (year->most, ==, most * WAN);
}

static void
test_budget (void)
{
  g_auto (Cluster) paid = { 0 }, young = { 0 };
  g_autoptr (GPtrArray) dossiers = g_ptr_array_new ();
  g_autoptr (GArray) years = NULL;

  /* Year 1 of the first is paid late, in 2025, and counts in 2024 all the same. */
  cluster_with (&paid, "2025-06-01", 7999, -1);
  put_case (&paid, 1, "2025-01-06", 100 * WAN, "2025-01-14", 100 * WAN);
  cluster_init (&young, SINCE, "2025-06-01");
  put_recognition (&young, "2025-03-01", NULL, NULL);
  g_ptr_array_add (dossiers, young.dossier);
  g_ptr_array_add (dossiers, paid.dossier);
  years = jp_budget_new (dossiers, &paid.context);

  g_assert_cmpuint (years->len, ==, 4);
  assert_budget (&g_array_index (years, JpBudgetYear, 0), 2024, 100, 100, 100, 100);
  assert_budget (&g_array_index (years, JpBudgetYear, 1), 2025, 0, 140, 140, 140);
  assert_budget (&g_array_index (years, JpBudgetYear, 2), 2026, 0, 0, 0, 100);
  assert_budget (&g_array_index (years, JpBudgetYear, 3), 2027, 0, 0, 0, 40);
}

/* Today's totals, incomplete as they are, give what is expected. */
static void
test_expected_by_todays_total (void)
{
  g_auto (Cluster) cluster = { 0 };
  g_auto (JpFundCase) second = { 0 }, vetoed = { 0 };
  JpAssessment *assessment = jp_assessment_new (2024);

  cluster_with (&cluster, "2025-01-15", -1, -1);
  for (guint i = 0; i < cluster.pack->n_indicators; i++)
    {
      JpReviewPoints *points = jp_review_points_new (cluster.pack->indicators[i].id);

      points->district = i == 0 ? 0 : cluster.pack->indicators[i].weight; /* 80.00 in all */
      g_ptr_array_add (assessment->points, points);
    }
  g_ptr_array_add (cluster.dossier->assessments, assessment);
  jp_fund_case_init (&second, cluster.dossier, &cluster.context, 2);
  g_assert_cmpint (second.expected, ==, 60 * WAN);
  g_assert_false (second.decided);

  g_ptr_array_add (assessment->vetoes, jp_reviewer_veto_new ("false_application", "虚假"));
  jp_fund_case_init (&vetoed, cluster.dossier, &cluster.context, 2);
  g_assert_cmpint (vetoed.expected, ==, 0);
}

/* The other pack: two years, other bands, publicity of seven days not counting the first. */
static void
test_other_pack (void)
{
  g_auto (Cluster) cluster = { 0 };
  g_auto (JpFundCase) first = { 0 }, second = { 0 }, third = { 0 };

  cluster_init_with (&cluster, jp_test_other_pack (), SINCE, "2026-06-01");
  put_recognition (&cluster, "2025-01-02", NULL, NULL);
  put_confirmed (&cluster, 2025, 7500, NULL, "2026-03-31");
  put_case (&cluster, 1, "2025-01-13", 80 * WAN, NULL, 0);
  g_assert_cmpuint (jp_funding_n_years (cluster.dossier, &cluster.context), ==, 2);
  jp_fund_case_init (&first, cluster.dossier, &cluster.context, 1);
  jp_fund_case_init (&second, cluster.dossier, &cluster.context, 2);
  jp_fund_case_init (&third, cluster.dossier, &cluster.context, 3);

  g_assert_cmpint (first.entitled, ==, 80 * WAN);
  jp_assert_date (first.publicity_last, "2025-01-22"); /* 14 15 16 17 20 21 22 */
  g_assert_cmpint (second.entitled, ==, 35 * WAN);
  g_assert_cmpint (third.state, ==, JP_CASE_LATER);
  g_assert_cmpstr (third.basis, ==, "规则不设第3年支持");
}

#define ADD_CASES(prefix, cases, function) \
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) \
    { \
      g_autofree char *path = g_strconcat (prefix, cases[i].name, NULL); \
      g_test_add_data_func (path, &cases[i], function); \
    }

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  ADD_CASES ("/core/R-FUND/start/", start_cases, test_start)
  ADD_CASES ("/core/R-FUND/change-start/", change_start_cases, test_change_start)
  ADD_CASES ("/core/R-FUND/band/", band_cases, test_band)
  g_test_add_func ("/core/R-FUND/start-stays-once-paid", test_start_stays_once_paid);
  g_test_add_func ("/core/R-FUND/veto-gives-nothing", test_veto_gives_nothing);
  g_test_add_func ("/core/R-FUND/range-before-the-result", test_range_before_the_result);
  g_test_add_func ("/core/R-FUND/first-year-is-fixed", test_first_year_is_fixed);
  g_test_add_func ("/core/R-FUND/not-recognised", test_not_recognised);
  g_test_add_func ("/core/R-FUND/out-of-term", test_out_of_term);
  g_test_add_func ("/core/R-FUND/budget", test_budget);
  g_test_add_func ("/core/R-FUND/expected-by-todays-total", test_expected_by_todays_total);
  g_test_add_func ("/core/R-PACK/funding-of-the-other-pack", test_other_pack);

  return g_test_run ();
}
