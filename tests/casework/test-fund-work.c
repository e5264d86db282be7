/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-assess-work.h"
#include "jp-cluster-work.h"
#include "jp-fund-work.h"
#include "jp-test-work.h"
#include "jp-use-work.h"
#include <string.h>

#define NAME "厦门市集美区工业机器人产业集群"
#define WAN  (G_GINT64_CONSTANT (1000000)) /* fen in 万元 */

typedef struct
{
  JpWork work;
  char  *id;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  jp_work_set_up (&self->work, NULL);
  self->id = jp_work_cluster (&self->work, NAME, "350211");
  jp_work_recognise (&self->work, self->id, "2024-09-19");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  jp_work_tear_down (&self->work, NULL);
  g_free (self->id);
}

#define fund(...) jp_work_fund (&self->work, self->id, __VA_ARGS__)

static gboolean
do_fund (Fixture *self, const char *office, JpFundAct *act)
{
  g_autoptr (JpFundAct) owned = act;

  return jp_casework_fund (jp_work_desk (&self->work, office), self->id, owned, &self->work.error);
}

static JpFundAct *
pay (guint ordinal, const char *iso, JpMoney amount, const char *voucher, const char *reason, const char *override)
{
  JpFundAct *act = jp_fund_act_new (ordinal, JP_FUND_PAY, jp_test_date (iso));

  act->amount = amount;
  act->voucher = g_strdup (voucher);
  act->reason = g_strdup (reason);
  act->override_reason = g_strdup (override);
  return act;
}

static JpFundAct *
settle (guint ordinal, const char *iso, gboolean upheld)
{
  JpFundAct *act = jp_fund_act_new (ordinal, JP_FUND_SETTLE, jp_test_date (iso));

  act->upheld = upheld;
  return act;
}

static JpFundAct *
go_back (guint ordinal, const char *iso, const char *reason)
{
  JpFundAct *act = jp_fund_act_new (ordinal, JP_FUND_RETURN, jp_test_date (iso));

  act->reason = g_strdup (reason);
  return act;
}

static void
assert_case (Fixture *self, guint ordinal, JpCaseState state, JpMoney paid)
{
  g_autoptr (JpDossier) dossier = jp_work_load (&self->work, self->id);
  JpContext context = jp_work_context (&self->work);
  g_auto (JpFundCase) fund_case = { 0 };

  jp_fund_case_init (&fund_case, dossier, &context, ordinal);
  g_assert_cmpstr (jp_case_state_id (fund_case.state), ==, jp_case_state_id (state));
  g_assert_cmpint (fund_case.paid, ==, paid);
}

static void
take_to_publicity (Fixture *self, guint ordinal, JpMoney amount, const char *iso)
{
  jp_assert_done (&self->work, fund (ordinal, "plan", iso, amount));
  jp_assert_done (&self->work, fund (ordinal, "district", iso, 0));
  jp_assert_done (&self->work, fund (ordinal, "city", iso, 0));
  jp_assert_done (&self->work, fund (ordinal, "publicise", iso, 0));
}

/* 2024-09-27: five days, the first counted, end on 2024-10-09. */
static void
test_first_year (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  g_autoptr (JpEntry) entry = NULL;
  g_autoptr (JpDossier) dossier = NULL;
  const JpFundAct *act;

  take_to_publicity (self, 1, 100 * WAN, "2024-09-27");
  jp_assert_refused (work, fund (1, "pay", "2024-10-09", 100 * WAN), JP_FUND_ERROR, JP_FUND_ERROR_PUBLICITY,
                     "2024-10-10");
  jp_assert_done (work, fund (1, "pay", "2024-10-10", 100 * WAN));
  assert_case (self, 1, JP_CASE_PAID, 100 * WAN);

  entry = jp_work_last (work);
  g_assert_cmpstr (entry->act, ==, "fund.pay");
  g_assert_cmpint (entry->kind, ==, JP_ENTRY_ACT);
  g_assert_cmpstr (entry->summary, ==, NAME "：第1年支持资金，下达（2024年10月10日，100.00 万元，凭证 凭-1-2024-10-10）");
  dossier = jp_work_load (work, self->id);
  act = g_ptr_array_index (dossier->fund_acts, 4);
  g_assert_cmpstr (act->operator, ==, "机器人产业服务中心");
  g_assert_cmpstr (act->person, ==, "陈晓岚");

  /* A double click on 下达 makes one payment. */
  jp_assert_refused (work, fund (1, "pay", "2024-10-10", 100 * WAN), JP_FUND_ERROR, JP_FUND_ERROR_PAID, "R-FUND");
  jp_assert_refused (work, fund (1, "plan", "2024-10-10", 100 * WAN), JP_FUND_ERROR, JP_FUND_ERROR_PAID, "R-FUND");
  jp_assert_refused (work, do_fund (self, "city", go_back (1, "2024-10-11", "错")), JP_FUND_ERROR, JP_FUND_ERROR_PAID,
                     "R-FUND");
}

static void
test_order (Fixture *self, gconstpointer data)
{
  static const char * const kinds[] = { "plan", "district", "city", "publicise" };
  JpWork *work = &self->work;

  for (guint done = 0; done < 4; done++)
    {
      for (guint next = 0; next < 4; next++)
        if (next != done)
          jp_assert_refused (work, fund (1, kinds[next], "2024-10-10", 100 * WAN), JP_FUND_ERROR, JP_FUND_ERROR_STATE,
                             "R-FUND");
      jp_assert_refused (work, fund (1, "pay", "2024-10-10", 100 * WAN), JP_FUND_ERROR, JP_FUND_ERROR_PUBLICITY,
                         "R-FUND");
      jp_assert_refused (work, fund (1, "object", "2024-10-10", 0), JP_FUND_ERROR, JP_FUND_ERROR_STATE, "R-FUND");
      jp_assert_refused (work, fund (1, "refund", "2024-10-10", 1), JP_FUND_ERROR, JP_FUND_ERROR_STATE, "R-FUND");
      jp_assert_done (work, fund (1, kinds[done], "2024-10-10", 100 * WAN));
    }
  jp_assert_refused (work, do_fund (self, "city", settle (1, "2024-10-10", FALSE)), JP_FUND_ERROR, JP_FUND_ERROR_STATE,
                     "R-FUND");
  jp_assert_refused (work, fund (1, "object", "2024-10-09", 0), JP_FUND_ERROR, JP_FUND_ERROR_DATE, "2024-10-10");
  jp_assert_refused (work, fund (1, "object", "2026-02-11", 0), JP_FUND_ERROR, JP_FUND_ERROR_DATE, "R-FUND");
  jp_assert_refused (work, fund (4, "plan", "2024-10-10", 1), JP_FUND_ERROR, JP_FUND_ERROR_STATE, "R-FUND");
  jp_assert_refused (work, fund (0, "plan", "2024-10-10", 1), JP_FUND_ERROR, JP_FUND_ERROR_STATE, "R-FUND");
  jp_assert_refused (work, fund (2, "plan", "2025-10-10", 1), JP_FUND_ERROR, JP_FUND_ERROR_STATE, "2024");
}

static void
test_offices (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  JpFundAct *plan = jp_fund_act_new (1, JP_FUND_PLAN, jp_test_date ("2024-10-10"));

  g_ptr_array_add (plan->lines, jp_plan_line_new ("platform", 100 * WAN));
  jp_assert_refused (work, do_fund (self, "city", jp_fund_act_copy (plan)), JP_FUND_ERROR, JP_FUND_ERROR_OFFICE,
                     "district");
  jp_assert_refused (work, do_fund (self, "350203", plan), JP_DESK_ERROR, JP_DESK_ERROR_OFFICE, "R-WHO");
  take_to_publicity (self, 1, 100 * WAN, "2024-09-27");
  jp_assert_refused (work, do_fund (self, "350211", pay (1, "2024-10-10", 100 * WAN, "凭1", NULL, NULL)), JP_FUND_ERROR,
                     JP_FUND_ERROR_OFFICE, "city");
  jp_assert_refused (work, do_fund (self, "centre", pay (1, "2024-10-10", 100 * WAN, "凭1", NULL, NULL)), JP_FUND_ERROR,
                     JP_FUND_ERROR_OFFICE, "city");
}

static void
test_plan (Fixture *self, gconstpointer data)
{
  static const struct { const char *category; JpMoney amount; JpFundError code; } wrong[] = {
    { "beauty", 100, JP_FUND_ERROR_PLAN },
    { "platform", 0, JP_FUND_ERROR_PLAN },
    { "platform", -1, JP_FUND_ERROR_PLAN },
    { "platform", 100 * WAN + 1, JP_FUND_ERROR_ENTITLEMENT },
  };
  JpWork *work = &self->work;
  JpFundAct *twice = jp_fund_act_new (1, JP_FUND_PLAN, jp_test_date ("2024-10-10"));
  JpFundAct *purpose = jp_fund_act_new (1, JP_FUND_PLAN, jp_test_date ("2024-10-10"));

  jp_assert_refused (work, do_fund (self, "350211", jp_fund_act_new (1, JP_FUND_PLAN, jp_test_date ("2024-10-10"))),
                     JP_FUND_ERROR, JP_FUND_ERROR_PLAN, "第十四条");
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      JpFundAct *plan = jp_fund_act_new (1, JP_FUND_PLAN, jp_test_date ("2024-10-10"));

      g_ptr_array_add (plan->lines, jp_plan_line_new (wrong[i].category, wrong[i].amount));
      jp_assert_refused (work, do_fund (self, "350211", plan), JP_FUND_ERROR, wrong[i].code, "R-FUND");
    }
  for (int i = 0; i < 2; i++)
    g_ptr_array_add (twice->lines, jp_plan_line_new ("platform", WAN));
  jp_assert_refused (work, do_fund (self, "350211", twice), JP_FUND_ERROR, JP_FUND_ERROR_PLAN, "R-FUND");
  g_ptr_array_add (purpose->lines, jp_plan_line_new ("platform", WAN));
  purpose->purposes = g_strsplit ("旅游", ",", -1);
  jp_assert_refused (work, do_fund (self, "350211", purpose), JP_FUND_ERROR, JP_FUND_ERROR_PLAN, "第十四条");
  jp_assert_refused (work, fund (1, "plan", "2024-09-18", 100 * WAN), JP_FUND_ERROR, JP_FUND_ERROR_STATE,
                     "R-FUND"); /* before recognition */
  jp_assert_done (work, fund (1, "plan", "2024-09-19", 100 * WAN));
}

static void
test_payment (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;

  take_to_publicity (self, 1, 100 * WAN, "2024-09-27");
  jp_assert_refused (work, do_fund (self, "city", pay (1, "2024-10-10", 0, "凭1", NULL, NULL)), JP_FUND_ERROR,
                     JP_FUND_ERROR_ENTITLEMENT, "R-FUND");
  jp_assert_refused (work, do_fund (self, "city", pay (1, "2024-10-10", -1, "凭1", NULL, NULL)), JP_FUND_ERROR,
                     JP_FUND_ERROR_ENTITLEMENT, "R-FUND");
  jp_assert_refused (work, do_fund (self, "city", pay (1, "2024-10-10", 100 * WAN + 1, "凭1", NULL, "越过")),
                     JP_FUND_ERROR, JP_FUND_ERROR_ENTITLEMENT, "1000000.00");
  jp_assert_refused (work, do_fund (self, "city", pay (1, "2024-10-10", 100 * WAN - 1, "凭1", "少拨", NULL)),
                     JP_FUND_ERROR, JP_FUND_ERROR_ENTITLEMENT, "one payment");
  jp_assert_refused (work, do_fund (self, "city", pay (1, "2024-10-10", 100 * WAN, NULL, NULL, NULL)), JP_FUND_ERROR,
                     JP_FUND_ERROR_VOUCHER, "R-FUND");
  jp_assert_refused (work, do_fund (self, "city", pay (1, "2024-10-10", 100 * WAN, "", NULL, NULL)), JP_FUND_ERROR,
                     JP_FUND_ERROR_VOUCHER, "R-FUND");
  jp_assert_done (work, do_fund (self, "city", pay (1, "2024-10-10", 100 * WAN, "凭1", NULL, NULL)));
}

static void
test_objection (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;

  take_to_publicity (self, 1, 100 * WAN, "2024-09-27");
  jp_assert_refused (work, do_fund (self, "city", jp_fund_act_new (1, JP_FUND_OBJECT, jp_test_date ("2024-09-29"))),
                     JP_FUND_ERROR, JP_FUND_ERROR_REASON, "note");
  jp_assert_done (work, fund (1, "object", "2024-09-29", 0));
  jp_assert_done (work, fund (1, "object", "2024-09-30", 0));
  assert_case (self, 1, JP_CASE_HELD, 0);
  jp_assert_refused (work, do_fund (self, "city", pay (1, "2024-10-20", 100 * WAN, "凭1", NULL, "越过")), JP_FUND_ERROR,
                     JP_FUND_ERROR_OBJECTION, "R-FUND");
  jp_assert_refused (work, do_fund (self, "city", go_back (1, "2024-10-20", "退")), JP_FUND_ERROR,
                     JP_FUND_ERROR_OBJECTION, "R-FUND");
  jp_assert_done (work, do_fund (self, "city", settle (1, "2024-10-08", FALSE)));
  jp_assert_refused (work, do_fund (self, "city", pay (1, "2024-10-20", 100 * WAN, "凭1", NULL, NULL)), JP_FUND_ERROR,
                     JP_FUND_ERROR_OBJECTION, "R-FUND");
  jp_assert_done (work, do_fund (self, "city", settle (1, "2024-10-21", FALSE)));
  jp_assert_done (work, do_fund (self, "city", pay (1, "2024-10-21", 100 * WAN, "凭1", NULL, NULL)));
}

static void
test_objection_upheld (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;

  take_to_publicity (self, 1, 100 * WAN, "2024-09-27");
  jp_assert_done (work, fund (1, "object", "2024-09-29", 0));
  jp_assert_done (work, do_fund (self, "city", settle (1, "2024-10-08", TRUE)));
  assert_case (self, 1, JP_CASE_DISTRICT, 0);
  jp_assert_refused (work, fund (1, "pay", "2024-10-20", 100 * WAN), JP_FUND_ERROR, JP_FUND_ERROR_PUBLICITY, "R-FUND");
  jp_assert_done (work, fund (1, "city", "2024-10-09", 0));
  jp_assert_done (work, fund (1, "publicise", "2024-10-10", 0)); /* with 12 October worked, it ends on the 15th */
  jp_assert_refused (work, fund (1, "pay", "2024-10-15", 100 * WAN), JP_FUND_ERROR, JP_FUND_ERROR_PUBLICITY,
                     "2024-10-16");
  jp_assert_done (work, fund (1, "pay", "2024-10-16", 100 * WAN));
}

static void
test_return (Fixture *self, gconstpointer data)
{
  static const JpCaseState steps[] = { JP_CASE_CITY, JP_CASE_DISTRICT, JP_CASE_PLAN, JP_CASE_OPEN };
  JpWork *work = &self->work;

  take_to_publicity (self, 1, 100 * WAN, "2024-09-27");
  jp_assert_refused (work, do_fund (self, "city", go_back (1, "2024-09-29", NULL)), JP_FUND_ERROR, JP_FUND_ERROR_REASON,
                     "R-FUND");
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      jp_assert_done (work, do_fund (self, i < 3 ? "city" : "350211", go_back (1, "2024-09-29", "材料不齐")));
      assert_case (self, 1, steps[i], 0);
    }
  jp_assert_refused (work, do_fund (self, "350211", go_back (1, "2024-09-29", "材料不齐")), JP_FUND_ERROR,
                     JP_FUND_ERROR_STATE, "R-FUND");
}

/* What the city may pass with a reason, and that it is kept. */
static void
test_override (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  g_autoptr (JpFinding) finding = jp_finding_new (0, 0);
  g_autoptr (JpDossier) dossier = NULL;
  g_autoptr (JpEntry) entry = NULL;

  finding->opened = jp_test_date ("2024-10-01");
  finding->due = jp_test_date ("2024-11-01");
  finding->matter = g_strdup ("凭证不全");
  finding->amount = 0;
  take_to_publicity (self, 1, 100 * WAN, "2024-09-27");
  jp_assert_done (work, jp_casework_finding (jp_work_desk (work, "city"), self->id, finding, &work->error));
  jp_assert_refused (work, fund (1, "pay", "2024-10-10", 100 * WAN), JP_FUND_ERROR, JP_FUND_ERROR_BLOCKED, "第十七条");
  jp_assert_refused (work, do_fund (self, "city", pay (1, "2024-10-10", 100 * WAN, "凭1", NULL, "")), JP_FUND_ERROR,
                     JP_FUND_ERROR_BLOCKED, "R-USE");
  jp_assert_done (work, do_fund (self, "city", pay (1, "2024-10-10", 100 * WAN, "凭1", NULL, "局长办公会同意")));
  dossier = jp_work_load (work, self->id);
  g_assert_cmpstr (((JpFundAct *) g_ptr_array_index (dossier->fund_acts, 4))->override_reason, ==, "局长办公会同意");
  entry = jp_work_last (work);
  g_assert_nonnull (strstr (entry->summary, "越过限制：局长办公会同意"));
}

static void
test_second_year (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  JpAssessAct reopen = { .kind = JP_ASSESS_REOPEN, .reason = "重核" };

  jp_work_day (work, "2025-03-20");
  jp_assert_done (work,
                  jp_casework_file_return (jp_work_desk (work, "350211"), self->id, 2024, work->today, &work->error));
  jp_work_assess (work, self->id, 2024, 7999);
  jp_work_day (work, "2026-02-10");
  jp_assert_refused (work, fund (2, "plan", "2025-03-19", 40 * WAN), JP_FUND_ERROR, JP_FUND_ERROR_DATE, "2025-03-20");
  jp_assert_refused (work, fund (2, "plan", "2025-03-20", 40 * WAN + 1), JP_FUND_ERROR, JP_FUND_ERROR_ENTITLEMENT,
                     "400000.00");
  take_to_publicity (self, 2, 40 * WAN, "2025-04-10");
  jp_assert_refused (work, do_fund (self, "city", pay (2, "2025-04-17", 40 * WAN - 1, "凭2", NULL, NULL)),
                     JP_FUND_ERROR, JP_FUND_ERROR_REASON, "R-FUND");

  jp_assert_done (work, jp_casework_assess (jp_work_desk (work, "city"), self->id, 2024, &reopen, &work->error));
  jp_assert_refused (work, do_fund (self, "city", pay (2, "2025-04-17", 40 * WAN, "凭2", NULL, "越过")), JP_FUND_ERROR,
                     JP_FUND_ERROR_HELD, "2024");
  jp_assert_refused (work, jp_work_fund (work, self->id, 2, "object", "2025-04-09", 0), JP_FUND_ERROR,
                     JP_FUND_ERROR_DATE, "R-FUND");
}

/* Reopened after payment and worth less: to be refunded, and the next payment waits. */
static void
test_refund (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  JpAssessAct reopen = { .kind = JP_ASSESS_REOPEN, .reason = "重核" };
  JpAssessAct points = { .kind = JP_ASSESS_POINTS, .item = "output_growth", .points = 0, .reason = "重核" };
  JpAssessAct confirm = { .kind = JP_ASSESS_CONFIRM };
  JpDesk *city;

  jp_work_day (work, "2025-03-20");
  jp_assert_done (work,
                  jp_casework_file_return (jp_work_desk (work, "350211"), self->id, 2024, work->today, &work->error));
  jp_work_assess (work, self->id, 2024, 8000);
  jp_work_day (work, "2025-06-30");
  city = jp_work_desk (work, "city");
  take_to_publicity (self, 2, 60 * WAN, "2025-04-10");
  jp_assert_done (work, fund (2, "pay", "2025-04-17", 60 * WAN));
  jp_assert_refused (work, fund (2, "refund", "2025-06-01", 1), JP_FUND_ERROR, JP_FUND_ERROR_REASON, "R-FUND");

  jp_assert_done (work, jp_casework_assess (city, self->id, 2024, &reopen, &work->error));
  jp_assert_done (work, jp_casework_assess (city, self->id, 2024, &points, &work->error));
  jp_assert_done (work, jp_casework_assess (city, self->id, 2024, &confirm, &work->error)); /* 60.00: 20 万元 */
  take_to_publicity (self, 1, 100 * WAN, "2025-06-03");
  jp_assert_refused (work, do_fund (self, "city", pay (1, "2025-06-20", 100 * WAN, "凭1", NULL, "越过")), JP_FUND_ERROR,
                     JP_FUND_ERROR_HELD, "refund");
  jp_assert_refused (work, fund (2, "refund", "2025-06-20", 60 * WAN + 1), JP_FUND_ERROR, JP_FUND_ERROR_ENTITLEMENT,
                     "600000.00");
  jp_assert_refused (work, fund (2, "refund", "2025-06-20", 0), JP_FUND_ERROR, JP_FUND_ERROR_ENTITLEMENT, "R-FUND");
  jp_assert_done (work, fund (2, "refund", "2025-06-20", 40 * WAN));
  assert_case (self, 2, JP_CASE_PAID, 20 * WAN);
  jp_assert_done (work, fund (1, "pay", "2025-06-20", 100 * WAN));
}

static gboolean
start (Fixture *self, int year, const char *reason)
{
  return jp_casework_fund_start (jp_work_desk (&self->work, "city"), self->id, year, reason, &self->work.error);
}

static void
test_start (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  g_autofree char *unknown = jp_work_cluster (work, "乙集群", "350203");

  jp_assert_refused (work, jp_casework_fund_start (jp_work_desk (work, "city"), unknown, 2025, NULL, &work->error),
                     JP_FUND_ERROR, JP_FUND_ERROR_STATE, "R-FUND");
  jp_assert_refused (work, start (self, 2023, "早"), JP_FUND_ERROR, JP_FUND_ERROR_DATE, "2024");
  jp_assert_done (work, start (self, 2025, NULL));
  jp_assert_refused (work, start (self, 2024, NULL), JP_FUND_ERROR, JP_FUND_ERROR_REASON, "2025");
  jp_assert_done (work, start (self, 2024, "资金已到位"));
  take_to_publicity (self, 1, 100 * WAN, "2024-09-27");
  jp_assert_done (work, fund (1, "pay", "2024-10-10", 100 * WAN));
  jp_assert_refused (work, start (self, 2025, "改"), JP_FUND_ERROR, JP_FUND_ERROR_PAID, "2024");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/casework/R-FUND/first-year-paid-once-after-publicity", test_first_year },
    { "/casework/R-FUND/plan-district-city-publicity-payment", test_order },
    { "/casework/R-FUND/each-step-by-its-office", test_offices },
    { "/casework/R-FUND/plan-lines-and-purposes", test_plan },
    { "/casework/R-FUND/amount-and-voucher", test_payment },
    { "/casework/R-FUND/objections-hold-until-settled", test_objection },
    { "/casework/R-FUND/objection-upheld-publicises-anew", test_objection_upheld },
    { "/casework/R-FUND/return-goes-one-step-back", test_return },
    { "/casework/R-FUND/city-passes-a-finding-with-a-reason", test_override },
    { "/casework/R-FUND/second-year-by-its-assessment", test_second_year },
    { "/casework/R-FUND/worth-less-after-payment-is-refunded", test_refund },
    { "/casework/R-FUND/first-fiscal-year-until-paid", test_start },
  };

  jp_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
