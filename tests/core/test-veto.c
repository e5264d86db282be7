/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-veto.h"

#include "cluster.h"

#include <string.h>

#define SINCE "2022-01-01"

static const char *const state_names[] = {
  [JP_VETO_CLEAR] = "clear",
  [JP_VETO_OPEN] = "open",
  [JP_VETO_NOT_RECORDED] = "not-recorded",
  [JP_VETO_STANDS] = "stands",
};

/* The veto of the rule @id in the assessment of @year, as "stands" or "open 2025-04-30". */
static void
assert_veto (Cluster *cluster, const char *id, int year, const char *expected)
{
  g_autoptr (GPtrArray) vetoes = jp_vetoes_new (cluster->dossier, &cluster->context, cluster->pack, year);

  for (guint i = 0; i < vetoes->len; i++)
    {
      const JpVeto *veto = g_ptr_array_index (vetoes, i);
      char until[JP_DATE_ISO_LEN];
      g_autofree char *actual = NULL;

      if (strcmp (veto->rule->id, id) != 0)
        continue;
      actual = g_strconcat (state_names[veto->state], veto->open_until != JP_DATE_NONE ? " " : "",
                            jp_date_to_iso (veto->open_until, until), NULL);
      g_assert_cmpstr (actual, ==, expected);
      g_assert_cmpint (veto->by_record, ==, veto->state == JP_VETO_STANDS);
      g_assert_cmpstr (veto->evidence, !=, "");
      return;
    }

  g_assert_not_reached ();
}

static void
assert_evidence (Cluster *cluster, const char *id, int year, const char *expected)
{
  g_autoptr (GPtrArray) vetoes = jp_vetoes_new (cluster->dossier, &cluster->context, cluster->pack, year);

  for (guint i = 0; i < vetoes->len; i++)
    {
      const JpVeto *veto = g_ptr_array_index (vetoes, i);

      if (strcmp (veto->rule->id, id) == 0)
        {
          g_assert_cmpstr (veto->evidence, ==, expected);
          return;
        }
    }

  g_assert_not_reached ();
}

/* （二） */

typedef struct
{
  const char *name;
  const char *since;
  const char *today;
  const char *filed; /* NULL: not filed */
  int         year;
  const char *expected;
} ReturnCase;

static const ReturnCase return_cases[] = {
  { "filed-early", SINCE, "2025-06-01", "2025-01-10", 2024, "clear" },
  { "filed-on-the-due-day", SINCE, "2025-06-01", "2025-04-30", 2024, "clear" },
  { "filed-the-day-after", SINCE, "2025-06-01", "2025-05-01", 2024, "stands" },
  { "unfiled-on-the-due-day", SINCE, "2025-04-30", NULL, 2024, "open 2025-04-30" },
  { "unfiled-the-day-after", SINCE, "2025-05-01", NULL, 2024, "stands" },
  { "unfiled-in-the-year-itself", SINCE, "2024-12-31", NULL, 2024, "open 2025-04-30" },
  { "due-before-the-book", "2025-05-01", "2025-06-01", NULL, 2024, "not-recorded" },
  { "due-on-the-first-day-of-the-book", "2025-04-30", "2025-06-01", NULL, 2024, "stands" },
  { "filed-late-before-the-book-is-a-record", "2025-05-03", "2025-06-01", "2025-05-01", 2024, "stands" },
  { "open-before-the-book", "2026-01-01", "2025-04-30", NULL, 2024, "open 2025-04-30" },
  { "no-duty-before-the-first-assessment-year", SINCE, "2025-06-01", NULL, 2023, "clear" },
  { "no-duty-after-the-term", SINCE, "2029-06-01", NULL, 2028, "clear" },
};

static void
test_return (gconstpointer data)
{
  const ReturnCase *c = data;
  g_auto (Cluster) cluster = { 0 };

  cluster_init (&cluster, c->since, c->today);
  put_recognition (&cluster, "2023-09-19", "2023-09-19", "2027-09-18");
  if (c->filed != NULL)
    put_return (&cluster, c->year, c->filed);

  assert_veto (&cluster, "return_not_filed", c->year, c->expected);
}

/* A wait goes on with its duties, after the term. */
static void
test_return_while_awaiting (void)
{
  g_auto (Cluster) cluster = { 0 };

  cluster_init (&cluster, SINCE, "2027-05-01");
  put_recognition (&cluster, "2023-01-01", "2023-01-01", "2025-12-31");
  assert_veto (&cluster, "return_not_filed", 2026, "clear");

  put_act (&cluster, JP_ACT_RENEWAL_APPLY, "2025-12-31");
  assert_veto (&cluster, "return_not_filed", 2026, "stands");
}

typedef struct
{
  const char *name;
  int         year;
  const char *recognised;
  const char *filed;
  const char *expected;
} NoticeCase;

/* The other pack: due 06-15; the returns on 2025 by 05-20; those of the batch of 2024 by 06-30. */
static const NoticeCase notice_cases[] = {
  { "by-the-pack-in-time", 2026, "2025-03-01", "2027-06-15", "clear" },
  { "by-the-pack-late", 2026, "2025-03-01", "2027-06-16", "stands" },
  { "earlier-by-year-counts-the-later", 2025, "2025-03-01", "2026-06-15", "clear" },
  { "earlier-by-year-late", 2025, "2025-03-01", "2026-06-16", "stands" },
  { "later-by-batch-in-time", 2025, "2024-03-01", "2026-06-30", "clear" },
  { "later-by-batch-late", 2025, "2024-03-01", "2026-07-01", "stands" },
};

static void
test_return_moved_by_notice (gconstpointer data)
{
  const NoticeCase *c = data;
  g_auto (Cluster) cluster = { 0 };

  cluster_init_with (&cluster, jp_test_other_pack (), SINCE, "2027-12-31");
  put_recognition (&cluster, c->recognised, "2024-03-01", "2027-02-28");
  put_return (&cluster, c->year, c->filed);

  assert_veto (&cluster, "late_return", c->year, c->expected);
}

/* （三） */

typedef struct
{
  const char *name;
  const char *since;
  const char *today;
  const char *kind;
  const char *changed;
  const char *filed;
  int         year;
  const char *expected;
} ChangeCase;

static const ChangeCase change_cases[] = {
  { "filed-on-the-last-day", SINCE, "2025-09-01", "operator", "2025-03-01", "2025-03-31", 2025, "clear" },
  { "filed-the-day-after", SINCE, "2025-09-01", "operator", "2025-03-01", "2025-04-01", 2025, "stands" },
  { "unfiled-on-the-last-day", SINCE, "2025-03-31", "industry", "2025-03-01", NULL, 2025, "open 2025-03-31" },
  { "unfiled-the-day-after", SINCE, "2025-04-01", "scope", "2025-03-01", NULL, 2025, "stands" },
  { "limit-on-the-last-day-of-the-year", SINCE, "2026-09-01", "other", "2025-12-01", NULL, 2025, "stands" },
  { "limit-in-the-next-year-spares-this", SINCE, "2026-09-01", "other", "2025-12-02", NULL, 2025, "clear" },
  { "limit-in-the-next-year-fails-that", SINCE, "2026-09-01", "other", "2025-12-02", NULL, 2026, "stands" },
  { "limit-before-the-book", "2025-04-01", "2025-09-01", "scope", "2025-03-01", NULL, 2025, "not-recorded" },
  { "limit-on-the-first-day-of-the-book", "2025-03-31", "2025-09-01", "scope", "2025-03-01", NULL, 2025, "stands" },
  { "a-kind-the-pack-does-not-ask-for", SINCE, "2025-09-01", "telephone", "2025-03-01", NULL, 2025, "clear" },
};

static void
put_change (Cluster *cluster, const char *kind, const char *changed, const char *filed)
{
  g_ptr_array_add (cluster->dossier->changes, jp_change_new (kind, day (changed), day (filed)));
}

static void
test_change (gconstpointer data)
{
  const ChangeCase *c = data;
  g_auto (Cluster) cluster = { 0 };

  cluster_init (&cluster, c->since, c->today);
  put_recognition (&cluster, "2024-09-19", NULL, NULL);
  put_change (&cluster, c->kind, c->changed, c->filed);

  assert_veto (&cluster, "change_not_filed", c->year, c->expected);
}

/* One filed late among others in time, one still open: what stands counts, and all are told. */
static void
test_several_changes (void)
{
  g_auto (Cluster) cluster = { 0 };

  cluster_init (&cluster, SINCE, "2025-03-20");
  put_change (&cluster, "scope", "2025-01-01", "2025-01-10");
  put_change (&cluster, "industry", "2025-03-01", NULL);
  assert_veto (&cluster, "change_not_filed", 2025, "open 2025-03-31");

  put_change (&cluster, "operator", "2025-01-01", "2025-03-01");
  assert_veto (&cluster, "change_not_filed", 2025, "stands");
  assert_evidence (&cluster, "change_not_filed", 2025,
                   "2025年1月1日空间范围变更已于2025年1月10日报备，期限2025年1月31日；"
                   "2025年3月1日主导产业变更尚未报备，截至2025年3月31日未到期；"
                   "2025年1月1日运营单位变更于2025年3月1日报备，超过期限2025年1月31日");
}

/* （四） */

typedef struct
{
  const char *name;
  const char *kind;
  const char *grade;
  const char *happened;
  int         year;
  const char *expected;
} IncidentCase;

static const IncidentCase incident_cases[] = {
  { "safety-below", "safety", "一般", "2025-05-01", 2025, "clear" },
  { "safety-at", "safety", "较大", "2025-05-01", 2025, "stands" },
  { "safety-above", "safety", "特别重大", "2025-05-01", 2025, "stands" },
  { "quality-below", "quality", "一般", "2025-05-01", 2025, "clear" },
  { "quality-at", "quality", "较大", "2025-05-01", 2025, "stands" },
  { "environment-below", "environment", "一般", "2025-05-01", 2025, "clear" },
  { "environment-at", "environment", "较大", "2025-05-01", 2025, "stands" },
  { "network-below", "network", "较大", "2025-05-01", 2025, "clear" },
  { "network-at", "network", "重大", "2025-05-01", 2025, "stands" },
  { "data-below", "data", "较大", "2025-05-01", 2025, "clear" },
  { "data-at", "data", "重大", "2025-05-01", 2025, "stands" },
  { "tax-always", "tax", NULL, "2025-05-01", 2025, "stands" },
  { "tax-whatever-the-grade", "tax", "一般", "2025-05-01", 2025, "stands" },
  { "unlawful-always", "unlawful", NULL, "2025-05-01", 2025, "stands" },
  { "dishonesty-always", "dishonesty", NULL, "2025-05-01", 2025, "stands" },
  { "other-always", "other", NULL, "2025-05-01", 2025, "stands" },
  { "safety-without-a-grade", "safety", NULL, "2025-05-01", 2025, "clear" },
  { "unknown-kind", "flood", "特别重大", "2025-05-01", 2025, "clear" },
  { "last-day-of-the-year", "tax", NULL, "2025-12-31", 2025, "stands" },
  { "the-day-after-spares-it", "tax", NULL, "2026-01-01", 2025, "clear" },
  { "first-day-of-the-year", "tax", NULL, "2026-01-01", 2026, "stands" },
};

static void
test_incident (gconstpointer data)
{
  const IncidentCase *c = data;
  g_auto (Cluster) cluster = { 0 };

  cluster_init (&cluster, SINCE, "2026-06-01");
  put_recognition (&cluster, "2024-09-19", NULL, NULL);
  g_ptr_array_add (cluster.dossier->incidents, jp_incident_new (c->kind, c->grade, day (c->happened)));

  assert_veto (&cluster, "grave_incident", c->year, c->expected);
}

/* （五） */

typedef struct
{
  const char *name;
  const char *since;
  const char *today;
  const char *applied; /* for renewal */
  JpActKind   decided; /* JP_N_ACTS: not */
  const char *decided_on;
  int         year;
  const char *expected;
} TermCase;

/* The term ends on 2025-12-31. */
static const TermCase term_cases[] = {
  { "on-the-last-day", SINCE, "2025-12-31", NULL, JP_N_ACTS, NULL, 2025, "open 2025-12-31" },
  { "the-day-after", SINCE, "2026-01-01", NULL, JP_N_ACTS, NULL, 2025, "stands" },
  { "fails-the-year-of-the-last-day-only", SINCE, "2026-01-01", NULL, JP_N_ACTS, NULL, 2026, "clear" },
  { "spares-the-year-before", SINCE, "2026-01-01", NULL, JP_N_ACTS, NULL, 2024, "clear" },
  { "applied-on-the-last-day", SINCE, "2026-06-01", "2025-12-31", JP_N_ACTS, NULL, 2025, "open" },
  { "applied-a-day-late", SINCE, "2026-06-01", "2026-01-01", JP_N_ACTS, NULL, 2025, "stands" },
  { "renewed", SINCE, "2026-06-01", "2025-12-31", JP_ACT_RENEW, "2026-03-01", 2025, "clear" },
  { "renewed-after-a-lapse", SINCE, "2026-06-01", NULL, JP_ACT_RENEW, "2026-03-01", 2025, "clear" },
  { "failed-before-the-end", SINCE, "2025-11-01", "2025-03-01", JP_ACT_RENEWAL_FAIL, "2025-10-01", 2025, "stands" },
  { "failed-after-the-end-fails-the-year-of-the-last-day", SINCE, "2026-06-01", "2025-12-31", JP_ACT_RENEWAL_FAIL,
    "2026-03-01", 2025, "stands" },
  { "failed-after-the-end-spares-its-own-year", SINCE, "2026-06-01", "2025-12-31", JP_ACT_RENEWAL_FAIL, "2026-03-01",
    2026, "clear" },
  { "revoked-before-the-end", SINCE, "2026-06-01", NULL, JP_ACT_REVOKE, "2025-06-01", 2025, "clear" },
  { "ended-before-the-book", "2026-01-01", "2026-06-01", NULL, JP_N_ACTS, NULL, 2025, "not-recorded" },
  { "ended-on-the-first-day-of-the-book", "2025-12-31", "2026-06-01", NULL, JP_N_ACTS, NULL, 2025, "stands" },
  { "failed-before-the-book-is-a-record", "2026-01-01", "2026-06-01", "2025-03-01", JP_ACT_RENEWAL_FAIL, "2025-10-01",
    2025, "stands" },
};

static void
test_term (gconstpointer data)
{
  const TermCase *c = data;
  g_auto (Cluster) cluster = { 0 };

  cluster_init (&cluster, c->since, c->today);
  put_recognition (&cluster, "2022-12-30", "2023-01-01", "2025-12-31");
  if (c->applied != NULL)
    put_act (&cluster, JP_ACT_RENEWAL_APPLY, c->applied);
  if (c->decided != JP_N_ACTS)
    put_act (&cluster, c->decided, c->decided_on);

  assert_veto (&cluster, "lapsed", c->year, c->expected);
}

/* （一） and what reviewers add */

static void
test_reviewer_adds (void)
{
  g_auto (Cluster) cluster = { 0 };
  g_autoptr (GPtrArray) vetoes = NULL;
  JpAssessment *assessment = jp_assessment_new (2025);
  JpReviewerVeto *added = jp_reviewer_veto_new ("false_application", "申报材料虚构产值");
  const JpVeto *last;

  cluster_init (&cluster, SINCE, "2026-01-15");
  put_recognition (&cluster, "2024-09-19", NULL, NULL);
  assert_veto (&cluster, "false_application", 2025, "clear");

  added->office = g_strdup (JP_OFFICE_CITY);
  g_ptr_array_add (assessment->vetoes, added);
  g_ptr_array_add (assessment->vetoes, jp_reviewer_veto_new ("no-such-veto", "无"));
  g_ptr_array_add (cluster.dossier->assessments, assessment);

  vetoes = jp_vetoes_new (cluster.dossier, &cluster.context, cluster.pack, 2025);
  g_assert_cmpuint (vetoes->len, ==, 6);
  last = g_ptr_array_index (vetoes, 5);
  g_assert_cmpstr (last->rule->id, ==, "false_application");
  g_assert_cmpint (last->state, ==, JP_VETO_STANDS);
  g_assert_false (last->by_record);
  g_assert_cmpstr (last->evidence, ==, "市级复核认定：申报材料虚构产值");
  g_assert_true (jp_vetoes_stand (vetoes));
}

static void
test_open_does_not_stand (void)
{
  g_auto (Cluster) cluster = { 0 };
  g_autoptr (GPtrArray) vetoes = NULL;

  cluster_init (&cluster, SINCE, "2026-01-15");
  put_recognition (&cluster, "2024-09-19", NULL, NULL);
  vetoes = jp_vetoes_new (cluster.dossier, &cluster.context, cluster.pack, 2025);

  g_assert_cmpuint (vetoes->len, ==, 5);
  g_assert_false (jp_vetoes_stand (vetoes));
}

static void
test_evidence (void)
{
  g_auto (Cluster) cluster = { 0 };

  cluster_init (&cluster, SINCE, "2026-01-15");
  put_recognition (&cluster, "2023-01-01", "2023-01-01", "2025-12-31");
  put_return (&cluster, 2024, "2025-05-01");
  g_ptr_array_add (cluster.dossier->incidents, jp_incident_new ("safety", "较大", day ("2025-03-02")));
  g_ptr_array_add (cluster.dossier->incidents, jp_incident_new ("network", "一般", day ("2025-08-09")));

  assert_evidence (&cluster, "false_application", 2025, "未发现");
  assert_evidence (&cluster, "return_not_filed", 2024,
                   "2024年度培育情况信息表于2025年5月1日报送，超过期限2025年4月30日");
  assert_evidence (&cluster, "return_not_filed", 2025, "2025年度培育情况信息表尚未报送，截至2026年4月30日未到期");
  assert_evidence (&cluster, "grave_incident", 2025,
                   "2025年3月2日发生安全事故（较大），达到较大；2025年8月9日发生网络安全事件（一般），未达到重大");
  assert_evidence (&cluster, "lapsed", 2025, "有效期至2025年12月31日，期满未申请复核");
  assert_evidence (&cluster, "change_not_filed", 2025, "未发现");
}

/* Rules come in the pack's order, whatever it is, and each by what it is derived from. */
static void
test_order_of_the_pack (void)
{
  static const char *const ids[] = { "expired", "incident", "late_change", "fraud", "late_return" };
  g_auto (Cluster) cluster = { 0 };
  g_autoptr (GPtrArray) vetoes = NULL;

  cluster_init_with (&cluster, jp_test_other_pack (), SINCE, "2026-01-15");
  put_recognition (&cluster, "2024-03-01", NULL, NULL);
  vetoes = jp_vetoes_new (cluster.dossier, &cluster.context, cluster.pack, 2025);

  g_assert_cmpuint (vetoes->len, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < vetoes->len; i++)
    g_assert_cmpstr (((const JpVeto *) g_ptr_array_index (vetoes, i))->rule->id, ==, ids[i]);
}

static void
test_no_pack_no_vetoes (void)
{
  g_auto (Cluster) cluster = { 0 };
  g_autoptr (GPtrArray) vetoes = NULL;

  cluster_init (&cluster, SINCE, "2026-01-15");
  vetoes = jp_vetoes_new (cluster.dossier, &cluster.context, NULL, 2023);

  g_assert_cmpuint (vetoes->len, ==, 0);
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

  ADD_CASES ("/core/R-VETO/return/", return_cases, test_return)
  ADD_CASES ("/core/R-VETO/return-by-notice/", notice_cases, test_return_moved_by_notice)
  ADD_CASES ("/core/R-VETO/change/", change_cases, test_change)
  ADD_CASES ("/core/R-VETO/incident/", incident_cases, test_incident)
  ADD_CASES ("/core/R-VETO/term/", term_cases, test_term)
  g_test_add_func ("/core/R-VETO/return-while-awaiting", test_return_while_awaiting);
  g_test_add_func ("/core/R-VETO/several-changes", test_several_changes);
  g_test_add_func ("/core/R-VETO/reviewer-adds", test_reviewer_adds);
  g_test_add_func ("/core/R-VETO/open-does-not-stand", test_open_does_not_stand);
  g_test_add_func ("/core/R-VETO/evidence", test_evidence);
  g_test_add_func ("/core/R-PACK/vetoes-in-the-order-of-the-pack", test_order_of_the_pack);
  g_test_add_func ("/core/R-VETO/no-pack-no-vetoes", test_no_pack_no_vetoes);

  return g_test_run ();
}
