/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fund-acts.h"

#define SINCE "2022-01-01"
#define TODAY "2026-12-31"

/* Payment */

typedef struct
{
  const char *name;
  guint       ordinal;
  JpMoney     amount;
  const char *reason;
  const char *voucher;
  const char *on;
  int         expected;
} PayCase;

/* Publicised on 2026-05-06, so to 2026-05-11 (9 May is a make-up day); year 1 is worth 100, year 3 40 万元. */
static const PayCase pay_cases[] = {
  { "on-the-last-day-of-publicity", 3, 40 * WAN, NULL, "支-1", "2026-05-11", JP_FUND_ERROR_PUBLICITY },
  { "the-day-after", 3, 40 * WAN, NULL, "支-1", "2026-05-12", NO_ERROR },
  { "a-fen-too-much", 3, 40 * WAN + 1, "多付", "支-1", "2026-05-12", JP_FUND_ERROR_ENTITLEMENT },
  { "less-without-a-reason", 3, 40 * WAN - 1, NULL, "支-1", "2026-05-12", JP_FUND_ERROR_REASON },
  { "less-with-a-reason", 3, 40 * WAN - 1, "扣回", "支-1", "2026-05-12", NO_ERROR },
  { "nothing", 3, 0, "扣回", "支-1", "2026-05-12", JP_FUND_ERROR_ENTITLEMENT },
  { "negative", 3, -1, "扣回", "支-1", "2026-05-12", JP_FUND_ERROR_ENTITLEMENT },
  { "no-voucher", 3, 40 * WAN, NULL, NULL, "2026-05-12", JP_FUND_ERROR_VOUCHER },
  { "year-1-whole", 1, 100 * WAN, NULL, "支-1", "2026-05-12", NO_ERROR },
  { "year-1-in-parts", 1, 100 * WAN - 1, "先付一部分", "支-1", "2026-05-12", JP_FUND_ERROR_ENTITLEMENT },
};

static void
test_pay (gconstpointer data)
{
  const PayCase *c = data;
  g_auto (Cluster) cluster = { 0 };
  JpFundAct *pay = act_new (c->ordinal, JP_FUND_PAY, c->on, "city");

  cluster_with (&cluster, TODAY);
  put_case (&cluster, c->ordinal, "2026-05-06", c->ordinal == 1 ? 100 * WAN : 40 * WAN, NULL, 0);
  pay->amount = c->amount;
  pay->reason = g_strdup (c->reason);
  pay->voucher = g_strdup (c->voucher);

  g_assert_cmpint (try_act (&cluster, pay), ==, c->expected);
}

static void
test_a_double_click_pays_once (void)
{
  g_auto (Cluster) cluster = { 0 };

  cluster_with (&cluster, TODAY);
  put_case (&cluster, 3, "2026-05-06", 40 * WAN, "2026-05-13", 40 * WAN);
  g_assert_cmpint (try_act (&cluster, good_act (3, JP_FUND_PAY, "2026-05-13")), ==, JP_FUND_ERROR_PAID);
}

/* Not before 1 January of the fiscal year; later is possible. */
static void
test_fiscal_year (void)
{
  g_auto (Cluster) cluster = { 0 };

  cluster_init (&cluster, SINCE, "2026-12-31");
  put_recognition (&cluster, "2024-09-19", NULL, NULL);
  put_return (&cluster, 2024, "2025-03-01");
  put_return (&cluster, 2025, "2026-03-01");
  cluster.dossier->funding_start = 2025;
  put_case (&cluster, 1, "2024-12-02", 100 * WAN, NULL, 0);

  g_assert_cmpint (try_act (&cluster, good_act (1, JP_FUND_PAY, "2024-12-31")), ==, JP_FUND_ERROR_DATE);
  g_assert_cmpint (try_act (&cluster, good_act (1, JP_FUND_PAY, "2025-01-01")), ==, NO_ERROR);
  g_assert_cmpint (try_act (&cluster, good_act (1, JP_FUND_PAY, "2026-12-31")), ==, NO_ERROR);
}

/* In term on the day of payment, as was known on that day. */
static void
test_term (void)
{
  g_auto (Cluster) lapsed = { 0 }, awaiting = { 0 };

  cluster_with (&lapsed, "2028-12-31");
  put_return (&lapsed, 2026, "2027-03-01");
  put_return (&lapsed, 2027, "2028-03-01");
  put_case (&lapsed, 3, "2026-05-06", 40 * WAN, NULL, 0);
  g_assert_cmpint (try_act (&lapsed, good_act (3, JP_FUND_PAY, "2027-09-18")), ==, NO_ERROR);
  g_assert_cmpint (try_act (&lapsed, good_act (3, JP_FUND_PAY, "2027-09-19")), ==, JP_FUND_ERROR_TERM);

  cluster_with (&awaiting, "2028-12-31");
  put_return (&awaiting, 2026, "2027-03-01");
  put_return (&awaiting, 2027, "2028-03-01");
  put_case (&awaiting, 3, "2026-05-06", 40 * WAN, NULL, 0);
  put_act (&awaiting, JP_ACT_RENEWAL_APPLY, "2027-09-18");
  g_assert_cmpint (try_act (&awaiting, good_act (3, JP_FUND_PAY, "2027-09-19")), ==, JP_FUND_ERROR_TERM);
  put_act (&awaiting, JP_ACT_RENEW, "2027-12-01");
  g_assert_cmpint (try_act (&awaiting, good_act (3, JP_FUND_PAY, "2027-11-30")), ==, JP_FUND_ERROR_TERM);
  g_assert_cmpint (try_act (&awaiting, good_act (3, JP_FUND_PAY, "2027-12-01")), ==, NO_ERROR);
}

/* What no reason passes, and what the city may pass. */

static JpFundAct *
payment (const char *on, gboolean override)
{
  JpFundAct *pay = good_act (3, JP_FUND_PAY, on);

  if (override)
    pay->override_reason = g_strdup ("经局长办公会研究同意");
  return pay;
}

static void
assert_payment (Cluster *cluster, const char *on, int plain, int overridden)
{
  g_assert_cmpint (try_act (cluster, payment (on, FALSE)), ==, plain);
  g_assert_cmpint (try_act (cluster, payment (on, TRUE)), ==, overridden);
}

static void
test_overdue_return (void)
{
  g_auto (Cluster) cluster = { 0 };

  cluster_with (&cluster, "2027-06-30");
  put_case (&cluster, 3, "2026-05-06", 40 * WAN, NULL, 0);
  /* The return on 2026 is due on 30 April 2027 and is not filed. */
  assert_payment (&cluster, "2027-04-30", NO_ERROR, NO_ERROR);
  assert_payment (&cluster, "2027-05-01", JP_FUND_ERROR_BLOCKED, NO_ERROR);

  put_return (&cluster, 2026, "2027-05-20");
  assert_payment (&cluster, "2027-05-19", JP_FUND_ERROR_BLOCKED, NO_ERROR);
  assert_payment (&cluster, "2027-05-20", NO_ERROR, NO_ERROR);
}

static void
test_return_due_before_the_book (void)
{
  g_auto (Cluster) cluster = { 0 };

  cluster_with (&cluster, "2026-12-31");
  g_ptr_array_set_size (cluster.dossier->returns, 0);
  put_return (&cluster, 2025, "2026-03-01");
  cluster.context.since = day ("2025-05-01");
  put_case (&cluster, 3, "2026-05-06", 40 * WAN, NULL, 0);
  assert_payment (&cluster, "2026-05-12", NO_ERROR, NO_ERROR);
}

static void
test_open_finding (void)
{
  g_auto (Cluster) cluster = { 0 };
  JpFinding *finding = jp_finding_new (2026, 1);

  cluster_with (&cluster, TODAY);
  put_case (&cluster, 3, "2026-05-06", 40 * WAN, NULL, 0);
  finding->opened = day ("2026-05-13");
  g_ptr_array_add (cluster.dossier->findings, finding);
  assert_payment (&cluster, "2026-05-12", NO_ERROR, NO_ERROR);
  assert_payment (&cluster, "2026-05-13", JP_FUND_ERROR_BLOCKED, NO_ERROR);

  finding->confirmed_district = day ("2026-05-20");
  assert_payment (&cluster, "2026-05-21", JP_FUND_ERROR_BLOCKED, NO_ERROR);
  finding->confirmed_city = day ("2026-05-21");
  assert_payment (&cluster, "2026-05-20", JP_FUND_ERROR_BLOCKED, NO_ERROR);
  assert_payment (&cluster, "2026-05-21", NO_ERROR, NO_ERROR);
}

static void
assert_overridden (Cluster *cluster, guint ordinal, const char *sentence)
{
  g_auto (JpFundCase) fund_case = { 0 };

  jp_fund_case_init (&fund_case, cluster->dossier, &cluster->context, ordinal);
  g_assert_cmpstr (fund_case.overridden, ==, sentence);
}

/* What was passed, when, by whom and why is part of the case for good, for the papers to print. */
static void
test_override_is_told (void)
{
  g_auto (Cluster) cluster = { 0 };
  JpFinding *finding = jp_finding_new (2026, 3);
  JpFundAct *pay;

  cluster_with (&cluster, TODAY);
  put_case (&cluster, 3, "2026-05-06", 40 * WAN, NULL, 0);
  finding->opened = day ("2026-05-13");
  g_ptr_array_add (cluster.dossier->findings, finding);
  assert_overridden (&cluster, 3, NULL);

  pay = put_fund (&cluster, 3, JP_FUND_PAY, "2026-05-13");
  pay->amount = 40 * WAN;
  assert_overridden (&cluster, 3, NULL);
  pay->person = g_strdup ("陈明");
  pay->override_reason = g_strdup ("整改期内，不涉本次拨付");
  assert_overridden (&cluster, 3,
                     "2026年5月13日下达时2026年第3号整改事项未销号，经市级批准予以办理（经办：陈明），理由：整改期内，不涉本次拨付");
  assert_overridden (&cluster, 2, NULL);

  /* Closing the finding later takes nothing of it back; on an earlier day it has not happened. */
  finding->confirmed_district = finding->confirmed_city = day ("2026-06-01");
  assert_overridden (&cluster, 3,
                     "2026年5月13日下达时2026年第3号整改事项未销号，经市级批准予以办理（经办：陈明），理由：整改期内，不涉本次拨付");
  cluster.context.today = day ("2026-05-12");
  assert_overridden (&cluster, 3, NULL);
}

static void
test_provisional_publicity (void)
{
  g_auto (Cluster) cluster = { 0 };

  cluster_with (&cluster, "2027-04-01");
  put_case (&cluster, 3, "2027-02-01", 40 * WAN, NULL, 0);
  assert_payment (&cluster, "2027-02-05", JP_FUND_ERROR_PUBLICITY, JP_FUND_ERROR_PUBLICITY);
  assert_payment (&cluster, "2027-02-06", JP_FUND_ERROR_BLOCKED, NO_ERROR);
}

static void
test_vetoed_late_start (void)
{
  g_auto (Cluster) cluster = { 0 };
  JpFundAct *plain = good_act (1, JP_FUND_PAY, "2026-05-13"), *overridden = good_act (1, JP_FUND_PAY, "2026-05-13");

  cluster_init (&cluster, SINCE, TODAY);
  put_recognition (&cluster, "2024-09-19", NULL, NULL);
  put_return (&cluster, 2024, "2025-03-01");
  put_return (&cluster, 2025, "2026-03-01");
  put_confirmed (&cluster, 2025, 9000, "false_application", "2026-03-31");
  cluster.dossier->funding_start = 2026;
  put_case (&cluster, 1, "2026-05-06", 100 * WAN, NULL, 0);
  overridden->override_reason = g_strdup ("经研究");

  g_assert_cmpint (try_act (&cluster, plain), ==, JP_FUND_ERROR_BLOCKED);
  g_assert_cmpint (try_act (&cluster, overridden), ==, NO_ERROR);
}

static void
test_objection_holds (void)
{
  g_auto (Cluster) cluster = { 0 };

  cluster_with (&cluster, TODAY);
  put_case (&cluster, 3, "2026-03-31", 40 * WAN, NULL, 0); /* to Tuesday 2026-04-07, past 清明 */
  put_fund (&cluster, 3, JP_FUND_OBJECT, "2026-04-01");
  assert_payment (&cluster, "2026-04-20", JP_FUND_ERROR_OBJECTION, JP_FUND_ERROR_OBJECTION);

  put_fund (&cluster, 3, JP_FUND_SETTLE, "2026-04-02");
  assert_payment (&cluster, "2026-04-07", JP_FUND_ERROR_PUBLICITY, JP_FUND_ERROR_PUBLICITY);
  assert_payment (&cluster, "2026-04-08", NO_ERROR, NO_ERROR);
}

static void
test_contradicted_result_holds (void)
{
  g_auto (Cluster) cluster = { 0 };

  cluster_with (&cluster, TODAY);
  put_case (&cluster, 3, "2026-05-06", 40 * WAN, NULL, 0);
  g_ptr_array_add (cluster.dossier->incidents, jp_incident_new ("safety", "重大", day ("2025-11-11")));
  assert_payment (&cluster, "2026-05-12", JP_FUND_ERROR_HELD, JP_FUND_ERROR_HELD);

  /* Of another year, it holds nothing of this one. */
  ((JpIncident *) g_ptr_array_index (cluster.dossier->incidents, 0))->day = day ("2026-01-01");
  assert_payment (&cluster, "2026-05-12", NO_ERROR, NO_ERROR);
}

static void
test_refund_due_holds_the_next (void)
{
  g_auto (Cluster) cluster = { 0 };

  cluster_with (&cluster, TODAY);
  put_case (&cluster, 2, "2025-05-06", 40 * WAN, "2025-05-14", 40 * WAN);
  put_case (&cluster, 3, "2026-05-06", 40 * WAN, NULL, 0);
  assert_payment (&cluster, "2026-05-12", NO_ERROR, NO_ERROR);

  ((JpAssessment *) g_ptr_array_index (cluster.dossier->assessments, 0))->frozen->total = 6999;
  assert_payment (&cluster, "2026-05-12", JP_FUND_ERROR_HELD, JP_FUND_ERROR_HELD);

  put_fund (&cluster, 2, JP_FUND_REFUND, "2026-05-12")->amount = 20 * WAN - 1;
  assert_payment (&cluster, "2026-05-12", JP_FUND_ERROR_HELD, JP_FUND_ERROR_HELD);
  put_fund (&cluster, 2, JP_FUND_REFUND, "2026-05-12")->amount = 1;
  assert_payment (&cluster, "2026-05-12", NO_ERROR, NO_ERROR);
}

static void
test_refund (void)
{
  g_auto (Cluster) cluster = { 0 };
  JpFundAct *refund;

  cluster_with (&cluster, TODAY);
  put_case (&cluster, 3, "2026-05-06", 40 * WAN, "2026-05-13", 40 * WAN);

  refund = good_act (3, JP_FUND_REFUND, "2026-06-01");
  refund->amount = 40 * WAN + 1;
  g_assert_cmpint (try_act (&cluster, refund), ==, JP_FUND_ERROR_ENTITLEMENT);

  refund = good_act (3, JP_FUND_REFUND, "2026-06-01");
  refund->amount = 0;
  g_assert_cmpint (try_act (&cluster, refund), ==, JP_FUND_ERROR_ENTITLEMENT);

  refund = good_act (3, JP_FUND_REFUND, "2026-06-01");
  g_clear_pointer (&refund->voucher, g_free);
  g_assert_cmpint (try_act (&cluster, refund), ==, JP_FUND_ERROR_VOUCHER);

  /* Nothing is owed, so it takes a reason; once 10 万元 are owed, these need none, one fen more does. */
  refund = good_act (3, JP_FUND_REFUND, "2026-06-01");
  g_clear_pointer (&refund->reason, g_free);
  g_assert_cmpint (try_act (&cluster, refund), ==, JP_FUND_ERROR_REASON);
  ((JpAssessment *) g_ptr_array_index (cluster.dossier->assessments, 1))->frozen->total = 7999;
  for (JpMoney more = 0; more <= 1; more++)
    {
      refund = good_act (3, JP_FUND_REFUND, "2026-06-01");
      g_clear_pointer (&refund->reason, g_free);
      refund->amount = 10 * WAN + more;
      g_assert_cmpint (try_act (&cluster, refund), ==, more == 0 ? NO_ERROR : (int) JP_FUND_ERROR_REASON);
    }
}

/* The money goes to the operator in office that day. */
static void
test_operator_of_the_day (void)
{
  g_auto (Cluster) cluster = { 0 };
  JpChange *change = jp_change_new ("operator", day ("2026-06-01"), day ("2026-06-10"));
  JpFundAct *before = payment ("2026-05-31", FALSE), *after = payment ("2026-06-01", FALSE);

  cluster_with (&cluster, TODAY);
  put_case (&cluster, 3, "2026-05-06", 40 * WAN, NULL, 0);
  change->from = g_strdup ("集美工业协会");
  change->to = g_strdup ("厦门机器人协会");
  g_ptr_array_add (cluster.dossier->changes, change);

  g_assert_true (jp_fund_check_act (cluster.dossier, &cluster.context, before, NULL));
  g_assert_cmpstr (before->operator, ==, "集美工业协会");
  g_assert_true (jp_fund_check_act (cluster.dossier, &cluster.context, after, NULL));
  g_assert_cmpstr (after->operator, ==, "厦门机器人协会");
  jp_fund_act_free (before);
  jp_fund_act_free (after);
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

  ADD_CASES ("/core/R-FUND/pay/", pay_cases, test_pay)
  g_test_add_func ("/core/R-FUND/a-double-click-pays-once", test_a_double_click_pays_once);
  g_test_add_func ("/core/R-FUND/fiscal-year", test_fiscal_year);
  g_test_add_func ("/core/R-FUND/term", test_term);
  g_test_add_func ("/core/R-FUND/overdue-return", test_overdue_return);
  g_test_add_func ("/core/R-SINCE/return-due-before-the-book", test_return_due_before_the_book);
  g_test_add_func ("/core/R-FUND/open-finding", test_open_finding);
  g_test_add_func ("/core/R-FUND/override-is-told", test_override_is_told);
  g_test_add_func ("/core/R-WORKDAY/provisional-publicity", test_provisional_publicity);
  g_test_add_func ("/core/R-FUND/vetoed-late-start", test_vetoed_late_start);
  g_test_add_func ("/core/R-FUND/objection-holds", test_objection_holds);
  g_test_add_func ("/core/R-VETO/contradicted-result-holds", test_contradicted_result_holds);
  g_test_add_func ("/core/R-FUND/refund-due-holds-the-next", test_refund_due_holds_the_next);
  g_test_add_func ("/core/R-FUND/refund", test_refund);
  g_test_add_func ("/core/R-FUND/operator-of-the-day", test_operator_of_the_day);

  return g_test_run ();
}
