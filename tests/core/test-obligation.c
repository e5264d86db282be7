/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-obligation.h"

#include "cluster.h"

#include <string.h>

#define SINCE "2022-01-01"
#define WAN   G_GINT64_CONSTANT (1000000) /* 万元 in fen */

static GPtrArray *
collect (const Cluster *cluster)
{
  GPtrArray *obligations = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_obligation_free);

  jp_obligations_collect (cluster->dossier, &cluster->context, obligations);
  g_ptr_array_sort (obligations, jp_obligation_compare);
  return obligations;
}

/* The obligations of one kind as lines "year/ordinal from…due (work by) state article subject". */
static char *
tell (const Cluster *cluster, JpDutyKind kind)
{
  g_autoptr (GPtrArray) obligations = collect (cluster);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < obligations->len; i++)
    {
      const JpObligation *o = g_ptr_array_index (obligations, i);
      char from[JP_DATE_ISO_LEN], due[JP_DATE_ISO_LEN], work_by[JP_DATE_ISO_LEN];

      if (o->kind != kind)
        continue;
      g_assert_true (o->dossier == cluster->dossier);
      g_string_append_printf (text, "%d/%u %s…%s (%s%s) %s %s %s\n", o->year, o->ordinal,
                              jp_date_to_iso (o->from, from), jp_date_to_iso (o->due, due),
                              jp_date_to_iso (o->work_by, work_by), o->work_by_provisional ? "?" : "",
                              jp_duty_state_id (o->state), o->article, o->subject);
    }

  return g_string_free (text, FALSE);
}

#define assert_duties(cluster, kind, expected)                                                                         \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *told_ = tell ((cluster), (kind));                                                                 \
    g_assert_cmpstr (told_, ==, (expected));                                                                           \
  }                                                                                                                    \
  G_STMT_END

/* The state of the only obligation of @kind with @year and @ordinal. */
static const char *
state_of (const Cluster *cluster, JpDutyKind kind, int year, guint ordinal)
{
  g_autoptr (GPtrArray) obligations = collect (cluster);

  for (guint i = 0; i < obligations->len; i++)
    {
      const JpObligation *o = g_ptr_array_index (obligations, i);

      if (o->kind == kind && o->year == year && o->ordinal == ordinal)
        return jp_duty_state_id (o->state);
    }

  return "none";
}

static void
recognised (Cluster *cluster, const char *since, const char *today)
{
  cluster_init (cluster, since, today);
  put_recognition (cluster, "2024-09-19", NULL, NULL);
}

/* The yearly duties */

static void
test_yearly (void)
{
  g_auto (Cluster) cluster = { 0 };

  recognised (&cluster, SINCE, "2025-04-30");
  put_confirmed (&cluster, 2024, 8000, NULL, "2025-03-31");

  /* From 2027 on the holidays are not published: the day to work to is provisional. */
  assert_duties (&cluster, JP_DUTY_ASSESSMENT,
                 "2024/0 2025-01-01…2025-03-31 (2025-03-31) done 第九条 2024年度绩效考核\n"
                 "2025/0 2026-01-01…2026-03-31 (2026-03-31) upcoming 第九条 2025年度绩效考核\n"
                 "2026/0 2027-01-01…2027-03-31 (2027-03-31?) upcoming 第九条 2026年度绩效考核\n"
                 "2027/0 2028-01-01…2028-03-31 (2028-03-31?) upcoming 第九条 2027年度绩效考核\n");
  assert_duties (&cluster, JP_DUTY_RETURN,
                 "2024/0 2025-01-01…2025-04-30 (2025-04-30) due 第九条 2024年度培育情况信息表报送\n"
                 "2025/0 2026-01-01…2026-04-30 (2026-04-30) upcoming 第九条 2025年度培育情况信息表报送\n"
                 "2026/0 2027-01-01…2027-04-30 (2027-04-30?) upcoming 第九条 2026年度培育情况信息表报送\n"
                 "2027/0 2028-01-01…2028-04-30 (2028-04-28?) upcoming 第九条 2027年度培育情况信息表报送\n");
}

typedef struct
{
  const char *name;
  const char *since;
  const char *today;
  const char *filed;
  const char *expected;
} StateCase;

/* The return on 2024, due on 2025-04-30. */
static const StateCase state_cases[] = {
  { "thirty-one-days-before", SINCE, "2025-03-30", NULL, "upcoming" },
  { "thirty-days-before", SINCE, "2025-03-31", NULL, "due" },
  { "on-the-due-day", SINCE, "2025-04-30", NULL, "due" },
  { "the-day-after", SINCE, "2025-05-01", NULL, "overdue" },
  { "filed-in-time", SINCE, "2025-06-01", "2025-04-30", "done" },
  { "filed-late", SINCE, "2025-06-01", "2025-05-20", "done" },
  { "due-before-the-book", "2025-05-01", "2025-06-01", NULL, "not-recorded" },
  { "due-on-the-first-day-of-the-book", "2025-04-30", "2025-06-01", NULL, "overdue" },
  { "recorded-before-the-book", "2025-05-01", "2025-06-01", "2025-04-01", "done" },
};

static void
test_state (gconstpointer data)
{
  const StateCase *c = data;
  g_auto (Cluster) cluster = { 0 };

  recognised (&cluster, c->since, c->today);
  if (c->filed != NULL)
    put_return (&cluster, 2024, c->filed);

  g_assert_cmpstr (state_of (&cluster, JP_DUTY_RETURN, 2024, 0), ==, c->expected);
}

/* An assessment that was begun is on record, though it fell due before the book: it can be overdue. */
static void
test_begun_before_the_book (void)
{
  g_auto (Cluster) cluster = { 0 };
  JpAssessment *assessment = jp_assessment_new (2024);

  recognised (&cluster, "2025-05-01", "2025-06-01");
  g_assert_cmpstr (state_of (&cluster, JP_DUTY_ASSESSMENT, 2024, 0), ==, "not-recorded");
  assessment->state = JP_ASSESSMENT_DISTRICT;
  g_ptr_array_add (cluster.dossier->assessments, assessment);
  g_assert_cmpstr (state_of (&cluster, JP_DUTY_ASSESSMENT, 2024, 0), ==, "overdue");
}

/* Notices move the day to work to: the earlier counts here, whatever the veto counts. */
static void
test_return_moved_by_notice (void)
{
  g_auto (Cluster) cluster = { 0 };

  cluster_init_with (&cluster, jp_test_other_pack (), SINCE, "2026-05-21");
  put_recognition (&cluster, "2024-03-01", "2024-03-01", "2026-02-28");
  assert_duties (&cluster, JP_DUTY_RETURN,
                 "2024/0 2025-01-01…2025-06-15 (2025-06-13) overdue 第六条 2024年度培育情况信息表报送\n"
                 "2025/0 2026-01-01…2026-05-20 (2026-05-20) overdue 第六条 2025年度培育情况信息表报送\n"
                 "2026/0 2027-01-01…2027-06-15 (2027-06-15?) upcoming 第六条 2026年度培育情况信息表报送\n");
}

static void
test_no_duties_without_recognition (void)
{
  g_auto (Cluster) cluster = { 0 };
  g_autoptr (GPtrArray) obligations = NULL;

  cluster_init (&cluster, SINCE, "2026-06-01");
  put_act (&cluster, JP_ACT_CULTIVATE, "2026-01-05");
  obligations = collect (&cluster);
  g_assert_cmpuint (obligations->len, ==, 0);
}

/* Terms */

static void
test_terms (void)
{
  g_auto (Cluster) cluster = { 0 };

  recognised (&cluster, SINCE, "2027-08-18");
  assert_duties (&cluster, JP_DUTY_RENEWAL_OPEN,
                 "0/1 …2026-09-18 (2026-09-18) done 第八条 复核申报窗口开启（有效期至2027年9月18日）\n");
  assert_duties (&cluster, JP_DUTY_RENEWAL,
                 "0/1 2026-09-18…2027-09-18 (2027-09-17?) upcoming 第八条 申报复核（有效期至2027年9月18日）\n");
  assert_duties (&cluster, JP_DUTY_TERM_END, "0/1 …2027-09-18 (2027-09-17?) upcoming 第八条 第1个有效期届满\n");
  assert_duties (&cluster, JP_DUTY_AWAITING, "");
}

typedef struct
{
  const char *name;
  const char *since;
  const char *today;
  const char *applied;
  JpActKind   decided; /* JP_N_ACTS: not */
  const char *decided_on;
  const char *renewal; /* states of the first term's obligations */
  const char *awaiting;
  const char *term_end;
} RenewalCase;

static const RenewalCase renewal_cases[] = {
  { "the-last-day", SINCE, "2027-09-18", NULL, JP_N_ACTS, NULL, "due", "none", "due" },
  { "lapsed", SINCE, "2027-09-19", NULL, JP_N_ACTS, NULL, "overdue", "none", "done" },
  { "applied", SINCE, "2027-09-18", "2027-09-18", JP_N_ACTS, NULL, "done", "none", "due" },
  { "awaiting", SINCE, "2027-09-19", "2027-09-18", JP_N_ACTS, NULL, "done", "due", "done" },
  { "applied-a-day-late", SINCE, "2027-09-19", "2027-09-19", JP_N_ACTS, NULL, "overdue", "none", "done" },
  { "renewed-early", SINCE, "2027-06-01", "2027-01-01", JP_ACT_RENEW, "2027-05-01", "done", "none", "done" },
  { "renewed-late", SINCE, "2028-01-01", "2027-09-18", JP_ACT_RENEW, "2027-12-01", "done", "done", "done" },
  { "failed", SINCE, "2027-06-01", "2027-01-01", JP_ACT_RENEWAL_FAIL, "2027-05-01", "done", "none", "upcoming" },
  { "revoked", SINCE, "2027-06-01", NULL, JP_ACT_REVOKE, "2027-05-01", "none", "none", "none" },
  { "ended-before-the-book", "2027-09-19", "2028-01-01", NULL, JP_N_ACTS, NULL, "not-recorded", "none", "done" },
};

static void
test_renewal (gconstpointer data)
{
  const RenewalCase *c = data;
  g_auto (Cluster) cluster = { 0 };

  recognised (&cluster, c->since, c->today);
  if (c->applied != NULL)
    put_act (&cluster, JP_ACT_RENEWAL_APPLY, c->applied);
  if (c->decided != JP_N_ACTS)
    put_act (&cluster, c->decided, c->decided_on);

  g_assert_cmpstr (state_of (&cluster, JP_DUTY_RENEWAL, 0, 1), ==, c->renewal);
  g_assert_cmpstr (state_of (&cluster, JP_DUTY_AWAITING, 0, 1), ==, c->awaiting);
  g_assert_cmpstr (state_of (&cluster, JP_DUTY_TERM_END, 0, 1), ==, c->term_end);
}

static void
test_awaiting_has_duties_and_no_day (void)
{
  g_auto (Cluster) cluster = { 0 };

  recognised (&cluster, SINCE, "2028-02-01");
  put_act (&cluster, JP_ACT_RENEWAL_APPLY, "2027-09-18");
  assert_duties (&cluster, JP_DUTY_AWAITING, "0/1 2027-09-19… () due 第八条 待工信部复核结论\n");
  g_assert_cmpstr (state_of (&cluster, JP_DUTY_RETURN, 2028, 0), ==, "upcoming");
}

/* Funds */

static void
test_publicity (void)
{
  g_auto (Cluster) cluster = { 0 };

  recognised (&cluster, SINCE, "2026-02-25");
  put_case (&cluster, 1, "2026-02-12", 100 * WAN, NULL, 0);
  assert_duties (&cluster, JP_DUTY_PUBLICITY,
                 "2024/1 2026-02-12…2026-02-25 (2026-02-25) due 第十五条 第1年支持资金公示\n");

  put_fund (&cluster, 1, JP_FUND_OBJECT, "2026-02-24");
  cluster.context.today = day ("2026-02-26");
  g_assert_cmpstr (state_of (&cluster, JP_DUTY_PUBLICITY, 2024, 1), ==, "due");
  put_fund (&cluster, 1, JP_FUND_SETTLE, "2026-02-26");
  g_assert_cmpstr (state_of (&cluster, JP_DUTY_PUBLICITY, 2024, 1), ==, "done");
}

static void
test_audit (void)
{
  g_auto (Cluster) cluster = { 0 };
  JpAudit *audit = jp_audit_new ("某会计师事务所", day ("2026-06-01"));

  recognised (&cluster, SINCE, "2026-05-14");
  put_confirmed (&cluster, 2025, 8000, NULL, "2026-03-31");
  put_case (&cluster, 3, "2026-05-06", 40 * WAN, "2026-05-15", 40 * WAN);
  assert_duties (&cluster, JP_DUTY_AUDIT, "");

  cluster.context.today = day ("2026-05-15");
  assert_duties (&cluster, JP_DUTY_AUDIT, "0/0 2026-05-15…2026-11-15 (2026-11-13) upcoming 第十六条 支持资金专项审计\n");
  cluster.context.today = day ("2026-11-16");
  g_assert_cmpstr (state_of (&cluster, JP_DUTY_AUDIT, 0, 0), ==, "overdue");

  g_ptr_array_add (cluster.dossier->audits, audit);
  g_assert_cmpstr (state_of (&cluster, JP_DUTY_AUDIT, 0, 0), ==, "overdue");
  audit->closed = day ("2026-11-16");
  g_assert_cmpstr (state_of (&cluster, JP_DUTY_AUDIT, 0, 0), ==, "done");
}

/* The rest */

static void
test_change (void)
{
  g_auto (Cluster) cluster = { 0 };
  JpChange *change = jp_change_new ("operator", day ("2026-03-02"), JP_DATE_NONE);

  recognised (&cluster, SINCE, "2026-03-02");
  g_ptr_array_add (cluster.dossier->changes, change);
  assert_duties (&cluster, JP_DUTY_CHANGE,
                 "0/0 2026-03-02…2026-04-01 (2026-04-01) due 第十条 运营单位变更报备\n");
  cluster.context.today = day ("2026-04-02");
  g_assert_cmpstr (state_of (&cluster, JP_DUTY_CHANGE, 0, 0), ==, "overdue");
  change->filed = day ("2026-04-02");
  g_assert_cmpstr (state_of (&cluster, JP_DUTY_CHANGE, 0, 0), ==, "done");
}

static void
test_finding (void)
{
  g_auto (Cluster) cluster = { 0 };
  JpFinding *finding = jp_finding_new (2026, 7);

  recognised (&cluster, "2026-06-01", "2026-06-01");
  finding->opened = day ("2026-03-02");
  finding->due = day ("2026-05-31");
  g_ptr_array_add (cluster.dossier->findings, finding);
  /* Opened before the book, but it is a record itself. */
  assert_duties (&cluster, JP_DUTY_FINDING,
                 "2026/7 2026-03-02…2026-05-31 (2026-05-29) overdue 第十六条 2026年第7号整改\n");

  finding->confirmed_district = day ("2026-05-20");
  g_assert_cmpstr (state_of (&cluster, JP_DUTY_FINDING, 2026, 7), ==, "overdue");
  finding->confirmed_city = day ("2026-05-21");
  g_assert_cmpstr (state_of (&cluster, JP_DUTY_FINDING, 2026, 7), ==, "done");
}

static void
test_contradicted (void)
{
  g_auto (Cluster) cluster = { 0 };
  JpAssessment *assessment;

  recognised (&cluster, SINCE, "2026-06-01");
  put_return (&cluster, 2025, "2026-04-01");
  assessment = put_confirmed (&cluster, 2025, 8000, NULL, "2026-03-31");
  assert_duties (&cluster, JP_DUTY_CONTRADICTED, "");

  g_ptr_array_add (cluster.dossier->incidents, jp_incident_new ("tax", NULL, day ("2025-11-11")));
  assert_duties (&cluster, JP_DUTY_CONTRADICTED, "2025/0 … () due 第十条 2025年度考核结论与其后记录不符\n");

  assessment->kept_reason = g_strdup ("已补缴，不予追究");
  assessment->kept_against = jp_contradiction_describe (cluster.dossier, &cluster.context, assessment);
  g_assert_cmpstr (state_of (&cluster, JP_DUTY_CONTRADICTED, 2025, 0), ==, "done");

  g_ptr_array_add (cluster.dossier->changes, jp_change_new ("scope", day ("2025-03-01"), day ("2025-06-01")));
  g_assert_cmpstr (state_of (&cluster, JP_DUTY_CONTRADICTED, 2025, 0), ==, "due");
}

static void
test_own (void)
{
  g_auto (Cluster) cluster = { 0 };
  JpOwnDuty *duty = jp_own_duty_new ("走访集群企业", day ("2026-06-07"));

  recognised (&cluster, SINCE, "2026-06-01");
  g_ptr_array_add (cluster.dossier->duties, duty);
  assert_duties (&cluster, JP_DUTY_OWN, "0/0 …2026-06-07 (2026-06-05) due  走访集群企业\n");
  duty->closed = day ("2026-06-01");
  g_assert_cmpstr (state_of (&cluster, JP_DUTY_OWN, 0, 0), ==, "done");
}

static void
test_compare (void)
{
  g_auto (Cluster) cluster = { 0 };
  g_autoptr (GPtrArray) obligations = NULL;

  recognised (&cluster, SINCE, "2026-06-01");
  obligations = collect (&cluster);
  g_assert_cmpuint (obligations->len, >, 5);
  for (guint i = 0; i < obligations->len; i++)
    for (guint k = 0; k < obligations->len; k++)
      {
        int there = jp_obligation_compare (&obligations->pdata[i], &obligations->pdata[k]);
        int back = jp_obligation_compare (&obligations->pdata[k], &obligations->pdata[i]);

        g_assert_cmpint (CLAMP (there, -1, 1), ==, -CLAMP (back, -1, 1));
        g_assert_cmpint (CLAMP (there, -1, 1), ==, (i > k) - (i < k));
      }
}

/* R-CAL: command line, window and calendar files look through one scope. */
static const struct
{
  const char *name;
  const char *due;
  JpDutyState state;
  gboolean    done, unrecorded;
  const char *from;
  gboolean    inside;
} scope_cases[] = {
  { "last-day-inside", "2027-02-10", JP_DUTY_UPCOMING, FALSE, FALSE, NULL, TRUE },
  { "day-after-outside", "2027-02-11", JP_DUTY_UPCOMING, FALSE, FALSE, NULL, FALSE },
  { "overdue-inside", "2025-03-31", JP_DUTY_OVERDUE, FALSE, FALSE, NULL, TRUE },
  { "no-day-inside", NULL, JP_DUTY_DUE, FALSE, FALSE, NULL, TRUE },
  { "no-day-before-a-first-day", NULL, JP_DUTY_DUE, FALSE, FALSE, "2026-01-01", FALSE },
  { "first-day-inside", "2026-01-01", JP_DUTY_OVERDUE, FALSE, FALSE, "2026-01-01", TRUE },
  { "before-the-first-day", "2025-12-31", JP_DUTY_OVERDUE, FALSE, FALSE, "2026-01-01", FALSE },
  { "done-outside", "2026-03-31", JP_DUTY_DONE, FALSE, FALSE, NULL, FALSE },
  { "done-asked-for", "2026-03-31", JP_DUTY_DONE, TRUE, FALSE, NULL, TRUE },
  { "unrecorded-outside", "2025-03-31", JP_DUTY_NOT_RECORDED, TRUE, FALSE, NULL, FALSE },
  { "unrecorded-alone", "2025-03-31", JP_DUTY_NOT_RECORDED, FALSE, TRUE, NULL, TRUE },
  { "nothing-else-with-unrecorded", "2026-03-31", JP_DUTY_DUE, FALSE, TRUE, NULL, FALSE },
};

static void
test_scope (gconstpointer data)
{
  const __typeof__ (scope_cases[0]) *c = data;
  JpObligation duty = { .due = c->due != NULL ? jp_test_date (c->due) : JP_DATE_NONE, .state = c->state };
  JpDutyScope scope = { .from = c->from != NULL ? jp_test_date (c->from) : JP_DATE_NONE,
                        .to = jp_test_date ("2027-02-10"), .done = c->done, .unrecorded = c->unrecorded };

  g_assert_true (jp_obligation_in_scope (&duty, &scope) == c->inside);
}

static void
test_day (void)
{
  JpObligation duty = { .due = jp_test_date ("2026-05-03"), .work_by = jp_test_date ("2026-04-30") };
  JpDate today = jp_test_date ("2026-02-10");

  jp_assert_date (jp_obligation_day (&duty, today), "2026-04-30");
  duty.due = duty.work_by = JP_DATE_NONE;
  jp_assert_date (jp_obligation_day (&duty, today), "2026-02-10");
}

static void
test_ids_and_names (void)
{
  static const char *const kinds[] = { "assessment", "return",  "renewal-open", "renewal", "term-end",     "awaiting",
                                       "publicity",  "change",  "finding",      "audit",   "contradicted", "own" };

  for (guint i = 0; i < JP_N_DUTIES; i++)
    {
      g_assert_cmpstr (jp_duty_kind_id ((JpDutyKind) i), ==, kinds[i]);
      g_assert_cmpstr (jp_duty_kind_name ((JpDutyKind) i), !=, "");
    }
  g_assert_cmpstr (jp_duty_state_id (JP_DUTY_OVERDUE), ==, "overdue");
  g_assert_cmpstr (jp_duty_state_name (JP_DUTY_OVERDUE), ==, "逾期");
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

  g_test_add_func ("/core/R-CAL/yearly", test_yearly);
  ADD_CASES ("/core/R-CAL/state/", state_cases, test_state)
  g_test_add_func ("/core/R-SINCE/begun-before-the-book", test_begun_before_the_book);
  g_test_add_func ("/core/R-CAL/return-moved-by-notice", test_return_moved_by_notice);
  g_test_add_func ("/core/R-CAL/no-duties-without-recognition", test_no_duties_without_recognition);
  g_test_add_func ("/core/R-CAL/terms", test_terms);
  ADD_CASES ("/core/R-CAL/renewal/", renewal_cases, test_renewal)
  g_test_add_func ("/core/R-CAL/awaiting-has-duties-and-no-day", test_awaiting_has_duties_and_no_day);
  g_test_add_func ("/core/R-CAL/publicity", test_publicity);
  g_test_add_func ("/core/R-CAL/audit", test_audit);
  g_test_add_func ("/core/R-CAL/change", test_change);
  g_test_add_func ("/core/R-CAL/finding", test_finding);
  g_test_add_func ("/core/R-VETO/contradicted", test_contradicted);
  g_test_add_func ("/core/R-CAL/own", test_own);
  ADD_CASES ("/core/R-CAL/scope/", scope_cases, test_scope)
  g_test_add_func ("/core/R-CAL/day-to-work-to", test_day);
  g_test_add_func ("/core/R-CAL/compare", test_compare);
  g_test_add_func ("/core/R-CAL/ids-and-names", test_ids_and_names);

  return g_test_run ();
}
