/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-life.h"

#include "cluster.h"

#include <string.h>

#define SINCE "2022-01-01"
#define TODAY "2028-06-01"
#define NO_ERROR (-1)

/* The acts that bring a cluster to a stage, as ids; every one on 2026-01-05, after a recognition on 2024-09-19 where
 * there is one. */
static const struct
{
  JpStage     stage;
  const char *acts;
} ways[] = {
  { JP_STAGE_NONE, "" },
  { JP_STAGE_CULTIVATING, "cultivate" },
  { JP_STAGE_APPLIED, "apply" },
  { JP_STAGE_ACCEPTED, "apply,accept" },
  { JP_STAGE_REVIEWED, "apply,accept,review" },
  { JP_STAGE_INSPECTED, "apply,accept,review,inspect" },
  { JP_STAGE_RECOMMENDED, "apply,accept,review,inspect,recommend" },
  { JP_STAGE_RECOGNISED, "recognise" },
  { JP_STAGE_RENEWAL_APPLIED, "recognise,renewal-apply" },
  { JP_STAGE_RENEWAL_REVIEWED, "recognise,renewal-apply,renewal-review" },
  { JP_STAGE_RENEWAL_RECOMMENDED, "recognise,renewal-apply,renewal-review,renewal-recommend" },
  { JP_STAGE_RENEWED, "recognise,renewal-apply,renew" },
  { JP_STAGE_NOT_RENEWED, "recognise,renewal-apply,renewal-fail" },
  { JP_STAGE_REVOKED, "recognise,revoke" },
};

static void
bring_to (Cluster *cluster, JpStage stage)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    if (ways[i].stage == stage)
      {
        g_auto (GStrv) ids = g_strsplit (ways[i].acts, ",", -1);

        for (guint k = 0; ids[k] != NULL && *ways[i].acts != '\0'; k++)
          {
            JpActKind kind;

            g_assert_true (jp_act_kind_parse (ids[k], &kind));
            put_act (cluster, kind, kind == JP_ACT_RECOGNISE ? "2024-09-19" : "2027-01-05");
          }
        return;
      }

  g_assert_not_reached ();
}

static void
put_check (Cluster *cluster, const char *on, gboolean all_met)
{
  JpStandardCheck *check = jp_standard_check_new (day (on), 2023);

  check->all_met = all_met;
  g_ptr_array_add (cluster->dossier->checks, check);
}

static int
code_of (const GError *error)
{
  if (error == NULL)
    return NO_ERROR;

  g_assert_cmpuint (error->domain, ==, JP_LIFE_ERROR);
  g_assert_cmpstr (error->message, !=, "");
  return error->code;
}

/* What the table of R-LIFE allows, written as it is read there: the stages of each act, first those that need no
 * reason, then those that do. */
static const struct
{
  JpActKind kind;
  guint     from;
  guint     with_reason;
} table[] = {
#define S(stage) (1u << JP_STAGE_##stage)
  { JP_ACT_CULTIVATE, S (NONE), 0 },
  { JP_ACT_APPLY, S (NONE) | S (CULTIVATING), 0 },
  { JP_ACT_ACCEPT, S (APPLIED), 0 },
  { JP_ACT_REVIEW, S (ACCEPTED), 0 },
  { JP_ACT_INSPECT, S (REVIEWED) | S (RENEWAL_REVIEWED), 0 },
  { JP_ACT_RECOMMEND, S (INSPECTED), 0 },
  { JP_ACT_RETURN, S (APPLIED) | S (ACCEPTED) | S (REVIEWED) | S (INSPECTED), 0 },
  { JP_ACT_DECLINE, S (APPLIED) | S (ACCEPTED) | S (REVIEWED) | S (INSPECTED) | S (RECOMMENDED), 0 },
  { JP_ACT_RECOGNISE, S (RECOMMENDED),
    S (NONE) | S (CULTIVATING) | S (APPLIED) | S (ACCEPTED) | S (REVIEWED) | S (INSPECTED) },
  { JP_ACT_RENEWAL_APPLY, S (RECOGNISED), 0 }, /* from renewed in the window of the second term, see below */
  { JP_ACT_RENEWAL_REVIEW, S (RENEWAL_APPLIED), 0 },
  { JP_ACT_RENEWAL_RECOMMEND, S (RENEWAL_REVIEWED), 0 },
  { JP_ACT_RENEW, S (RENEWAL_RECOMMENDED),
    S (RECOGNISED) | S (RENEWED) | S (RENEWAL_APPLIED) | S (RENEWAL_REVIEWED) },
  { JP_ACT_RENEWAL_FAIL, S (RENEWAL_APPLIED) | S (RENEWAL_REVIEWED) | S (RENEWAL_RECOMMENDED), 0 },
  { JP_ACT_REVOKE,
    S (RECOGNISED) | S (RENEWED) | S (RENEWAL_APPLIED) | S (RENEWAL_REVIEWED) | S (RENEWAL_RECOMMENDED), 0 },
#undef S
};

static int
try_act (Cluster *cluster, JpActKind kind, const char *on, const char *office, const char *reason)
{
  g_autoptr (GError) error = NULL;
  JpAct *act = jp_act_new (kind, day (on), office);
  gboolean allowed;

  act->reason = g_strdup (reason);
  allowed = jp_life_check_act (cluster->dossier, &cluster->context, act, &error);
  g_assert_cmpint (allowed, ==, error == NULL);
  jp_act_free (act);

  return code_of (error);
}

/* Every act from every stage, with a reason and without. */
static void
test_table (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  JpActKind kind = table[row].kind;

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_auto (Cluster) cluster = { 0 };
      guint stage = 1u << ways[i].stage;
      gboolean offered;
      int expected = table[row].from & stage          ? NO_ERROR
                     : table[row].with_reason & stage ? (int) JP_LIFE_ERROR_REASON
                                                      : (int) JP_LIFE_ERROR_STAGE;

      if (kind == JP_ACT_RENEWAL_APPLY && ways[i].stage == JP_STAGE_RENEWED)
        expected = JP_LIFE_ERROR_DATE;
      cluster_init (&cluster, SINCE, "2027-01-05");
      bring_to (&cluster, ways[i].stage);
      put_check (&cluster, "2027-01-04", TRUE);

      g_test_message ("%s from %s", jp_act_kind_id (kind), jp_stage_id (ways[i].stage));
      g_assert_cmpint (try_act (&cluster, kind, "2027-01-05", office_of (kind), NULL), ==, expected);
      if (expected == JP_LIFE_ERROR_REASON)
        expected = NO_ERROR;
      g_assert_cmpint (try_act (&cluster, kind, "2027-01-05", office_of (kind), "经办说明"), ==, expected);

      offered = (jp_life_next_acts (cluster.dossier, &cluster.context) & (1u << kind)) != 0;
      g_assert_cmpint (offered, ==, expected == NO_ERROR);
    }
}

typedef struct
{
  const char *name;
  JpActKind   kind;
  JpStage     from;
  const char *office;
  int         expected;
} OfficeCase;

static const OfficeCase office_cases[] = {
  { "district-applies", JP_ACT_APPLY, JP_STAGE_NONE, DISTRICT, NO_ERROR },
  { "city-does-not-apply", JP_ACT_APPLY, JP_STAGE_NONE, "city", JP_LIFE_ERROR_OFFICE },
  { "another-district-does-not-apply", JP_ACT_APPLY, JP_STAGE_NONE, "350203", JP_LIFE_ERROR_OFFICE },
  { "nobody-does-not-apply", JP_ACT_APPLY, JP_STAGE_NONE, NULL, JP_LIFE_ERROR_OFFICE },
  { "centre-accepts", JP_ACT_ACCEPT, JP_STAGE_APPLIED, "centre", NO_ERROR },
  { "city-accepts", JP_ACT_ACCEPT, JP_STAGE_APPLIED, "city", NO_ERROR },
  { "district-does-not-accept", JP_ACT_ACCEPT, JP_STAGE_APPLIED, DISTRICT, JP_LIFE_ERROR_OFFICE },
  { "centre-does-not-recommend", JP_ACT_RECOMMEND, JP_STAGE_INSPECTED, "centre", JP_LIFE_ERROR_OFFICE },
  { "centre-returns", JP_ACT_RETURN, JP_STAGE_REVIEWED, "centre", NO_ERROR },
  { "centre-declines", JP_ACT_DECLINE, JP_STAGE_RECOMMENDED, "centre", NO_ERROR },
  { "ministry-recognises", JP_ACT_RECOGNISE, JP_STAGE_RECOMMENDED, "ministry", NO_ERROR },
  { "city-records-the-recognition", JP_ACT_RECOGNISE, JP_STAGE_RECOMMENDED, "city", NO_ERROR },
  { "centre-does-not-recognise", JP_ACT_RECOGNISE, JP_STAGE_RECOMMENDED, "centre", JP_LIFE_ERROR_OFFICE },
  { "district-does-not-recognise", JP_ACT_RECOGNISE, JP_STAGE_RECOMMENDED, DISTRICT, JP_LIFE_ERROR_OFFICE },
  { "city-does-not-apply-for-renewal", JP_ACT_RENEWAL_APPLY, JP_STAGE_RECOGNISED, "city", JP_LIFE_ERROR_OFFICE },
  { "centre-reviews-the-renewal", JP_ACT_RENEWAL_REVIEW, JP_STAGE_RENEWAL_APPLIED, "centre", NO_ERROR },
  { "centre-does-not-recommend-the-renewal", JP_ACT_RENEWAL_RECOMMEND, JP_STAGE_RENEWAL_REVIEWED, "centre",
    JP_LIFE_ERROR_OFFICE },
  { "ministry-does-not-review", JP_ACT_REVIEW, JP_STAGE_ACCEPTED, "ministry", JP_LIFE_ERROR_OFFICE },
  { "city-fails-the-renewal", JP_ACT_RENEWAL_FAIL, JP_STAGE_RENEWAL_APPLIED, "city", NO_ERROR },
  { "ministry-fails-the-renewal", JP_ACT_RENEWAL_FAIL, JP_STAGE_RENEWAL_APPLIED, "ministry", NO_ERROR },
  { "centre-does-not-revoke", JP_ACT_REVOKE, JP_STAGE_RECOGNISED, "centre", JP_LIFE_ERROR_OFFICE },
};

static void
test_office (gconstpointer data)
{
  const OfficeCase *c = data;
  g_auto (Cluster) cluster = { 0 };

  cluster_init (&cluster, SINCE, "2027-01-05");
  bring_to (&cluster, c->from);
  put_check (&cluster, "2027-01-04", TRUE);

  g_assert_cmpint (try_act (&cluster, c->kind, "2027-01-05", c->office, NULL), ==, c->expected);
}

typedef struct
{
  const char *name;
  const char *on;
  int         expected;
} DateCase;

/* After an application on 2027-01-05; today is 2028-06-01. */
static const DateCase date_cases[] = {
  { "none", NULL, JP_LIFE_ERROR_DATE },
  { "the-day-before-the-act-it-follows", "2027-01-04", JP_LIFE_ERROR_DATE },
  { "the-same-day", "2027-01-05", NO_ERROR },
  { "today", TODAY, NO_ERROR },
  { "tomorrow", "2028-06-02", JP_LIFE_ERROR_DATE },
};

static void
test_date (gconstpointer data)
{
  const DateCase *c = data;
  g_auto (Cluster) cluster = { 0 };

  cluster_init (&cluster, SINCE, TODAY);
  bring_to (&cluster, JP_STAGE_APPLIED);

  g_assert_cmpint (try_act (&cluster, JP_ACT_ACCEPT, c->on, "city", NULL), ==, c->expected);
}

/* The term runs to 2027-09-18; today is later, so only the act's own day can count. */
static const DateCase window_cases[] = {
  { "the-day-before-it-opens", "2026-09-17", JP_LIFE_ERROR_DATE },
  { "the-day-it-opens", "2026-09-18", NO_ERROR },
  { "the-last-day", "2027-09-18", NO_ERROR },
  { "the-day-after", "2027-09-19", JP_LIFE_ERROR_DATE },
};

static void
test_window (gconstpointer data)
{
  const DateCase *c = data;
  g_auto (Cluster) cluster = { 0 };

  cluster_init (&cluster, SINCE, TODAY);
  bring_to (&cluster, JP_STAGE_RECOGNISED);

  g_assert_cmpint (try_act (&cluster, JP_ACT_RENEWAL_APPLY, c->on, DISTRICT, NULL), ==, c->expected);
}

static void
test_second_term_has_its_own_window (void)
{
  g_auto (Cluster) cluster = { 0 };

  cluster_init (&cluster, SINCE, "2030-09-18");
  bring_to (&cluster, JP_STAGE_RENEWED);

  g_assert_cmpint (try_act (&cluster, JP_ACT_RENEWAL_APPLY, "2029-09-17", DISTRICT, NULL), ==, JP_LIFE_ERROR_DATE);
  g_assert_cmpint (try_act (&cluster, JP_ACT_RENEWAL_APPLY, "2029-09-18", DISTRICT, NULL), ==, NO_ERROR);
}

/* The procedure goes on while the cluster waits. */
static void
test_awaiting_goes_on (void)
{
  g_auto (Cluster) cluster = { 0 };

  cluster_init (&cluster, SINCE, TODAY);
  bring_to (&cluster, JP_STAGE_RENEWAL_APPLIED);

  g_assert_cmpint (try_act (&cluster, JP_ACT_RENEWAL_REVIEW, "2027-10-08", "city", NULL), ==, NO_ERROR);
  g_assert_cmpint (try_act (&cluster, JP_ACT_RENEWAL_FAIL, "2027-10-08", "city", NULL), ==, NO_ERROR);
  g_assert_cmpint (try_act (&cluster, JP_ACT_REVOKE, "2027-10-08", "city", NULL), ==, NO_ERROR);
}

typedef struct
{
  const char *name;
  JpStage     from;
  const char *on;
  int         without_reason;
} RenewCase;

static const RenewCase renew_cases[] = {
  { "recommended-on-the-last-day", JP_STAGE_RENEWAL_RECOMMENDED, "2027-09-18", NO_ERROR },
  { "recommended-the-day-after", JP_STAGE_RENEWAL_RECOMMENDED, "2027-09-19", JP_LIFE_ERROR_REASON },
  { "applied-in-term", JP_STAGE_RENEWAL_APPLIED, "2027-09-18", JP_LIFE_ERROR_REASON },
  { "lapsed", JP_STAGE_RECOGNISED, "2027-09-19", JP_LIFE_ERROR_REASON },
};

static void
test_renew_reason (gconstpointer data)
{
  const RenewCase *c = data;
  g_auto (Cluster) cluster = { 0 };

  cluster_init (&cluster, SINCE, TODAY);
  bring_to (&cluster, c->from);

  g_assert_cmpint (try_act (&cluster, JP_ACT_RENEW, c->on, "ministry", NULL), ==, c->without_reason);
  g_assert_cmpint (try_act (&cluster, JP_ACT_RENEW, c->on, "ministry", ""), ==, c->without_reason);
  g_assert_cmpint (try_act (&cluster, JP_ACT_RENEW, c->on, "ministry", "工信部批复"), ==, NO_ERROR);
}

static void
test_an_import_is_a_reason (void)
{
  g_auto (Cluster) cluster = { 0 };
  g_autoptr (GError) error = NULL;
  JpAct *act = jp_act_new (JP_ACT_RECOGNISE, day ("2024-09-19"), "city");

  cluster_init (&cluster, SINCE, TODAY);
  act->imported = TRUE;

  g_assert_true (jp_life_check_act (cluster.dossier, &cluster.context, act, &error));
  g_assert_no_error (error);
  jp_act_free (act);
}

static void
test_listed_again_only_once_sent_back (void)
{
  g_auto (Cluster) cluster = { 0 };

  cluster_init (&cluster, SINCE, TODAY);
  bring_to (&cluster, JP_STAGE_CULTIVATING);
  g_assert_cmpint (try_act (&cluster, JP_ACT_CULTIVATE, "2027-02-01", DISTRICT, NULL), ==, JP_LIFE_ERROR_STAGE);

  put_act (&cluster, JP_ACT_APPLY, "2027-02-01");
  put_act (&cluster, JP_ACT_RETURN, "2027-02-02");
  g_assert_cmpint (try_act (&cluster, JP_ACT_CULTIVATE, "2027-02-03", DISTRICT, NULL), ==, NO_ERROR);

  put_act (&cluster, JP_ACT_CULTIVATE, "2027-02-03");
  g_assert_cmpint (try_act (&cluster, JP_ACT_CULTIVATE, "2027-02-04", DISTRICT, NULL), ==, JP_LIFE_ERROR_STAGE);
}

static void
test_designating_another_operator_needs_a_reason (void)
{
  g_auto (Cluster) cluster = { 0 };

  cluster_init (&cluster, SINCE, TODAY);
  g_assert_cmpint (try_act (&cluster, JP_ACT_DESIGNATE, "2027-02-01", DISTRICT, NULL), ==, NO_ERROR);

  put_act (&cluster, JP_ACT_DESIGNATE, "2027-02-01");
  g_assert_cmpint (try_act (&cluster, JP_ACT_DESIGNATE, "2027-03-01", DISTRICT, NULL), ==, JP_LIFE_ERROR_REASON);
  g_assert_cmpint (try_act (&cluster, JP_ACT_DESIGNATE, "2027-03-01", DISTRICT, "原单位注销"), ==, NO_ERROR);
}

typedef struct
{
  const char *name;
  const char *checked; /* day of the self-check, NULL: none */
  gboolean    all_met;
  const char *reason;
  int         expected;
} StandardCase;

/* Recommended on 2027-01-05. */
static const StandardCase standard_cases[] = {
  { "none-on-record", NULL, FALSE, "经研究", JP_LIFE_ERROR_STANDARD },
  { "made-on-the-day", "2027-01-05", TRUE, NULL, NO_ERROR },
  { "made-the-day-after", "2027-01-06", TRUE, NULL, JP_LIFE_ERROR_STANDARD },
  { "unmet-without-a-reason", "2026-06-01", FALSE, NULL, JP_LIFE_ERROR_REASON },
  { "unmet-with-a-reason", "2026-06-01", FALSE, "经研究", NO_ERROR },
};

static void
test_standard (gconstpointer data)
{
  const StandardCase *c = data;
  g_auto (Cluster) first = { 0 }, renewal = { 0 };

  cluster_init (&first, SINCE, TODAY);
  bring_to (&first, JP_STAGE_INSPECTED);
  cluster_init (&renewal, SINCE, TODAY);
  bring_to (&renewal, JP_STAGE_RENEWAL_REVIEWED);
  if (c->checked != NULL)
    {
      put_check (&first, c->checked, c->all_met);
      put_check (&renewal, c->checked, c->all_met);
    }

  g_assert_cmpint (try_act (&first, JP_ACT_RECOMMEND, "2027-01-05", "city", c->reason), ==, c->expected);
  g_assert_cmpint (try_act (&renewal, JP_ACT_RENEWAL_RECOMMEND, "2027-01-05", "city", c->reason), ==, c->expected);
}

/* The self-check of the application is no check of the renewal. */
static void
test_a_renewal_needs_its_own_check (void)
{
  g_auto (Cluster) cluster = { 0 };

  cluster_init (&cluster, SINCE, TODAY);
  bring_to (&cluster, JP_STAGE_RENEWAL_REVIEWED);
  put_check (&cluster, "2024-09-18", TRUE);
  g_assert_cmpint (try_act (&cluster, JP_ACT_RENEWAL_RECOMMEND, "2027-01-05", "city", NULL), ==,
                   JP_LIFE_ERROR_STANDARD);

  put_check (&cluster, "2024-09-19", TRUE);
  g_assert_cmpint (try_act (&cluster, JP_ACT_RENEWAL_RECOMMEND, "2027-01-05", "city", NULL), ==, NO_ERROR);
}

typedef struct
{
  const char *name;
  const char *on;
  guint       n_recommended;
  const char *reason;
  gboolean    allowed;
} QuotaCase;

static const QuotaCase quota_cases[] = {
  { "the-second-of-the-year", "2025-03-01", 1, NULL, TRUE },
  { "the-third", "2025-03-01", 2, NULL, FALSE },
  { "the-third-with-a-reason", "2025-03-01", 2, "工信部增加名额", TRUE },
  { "a-year-without-a-quota", "2027-03-01", 99, NULL, TRUE },
};

static void
test_quota (gconstpointer data)
{
  const QuotaCase *c = data;
  g_auto (Cluster) cluster = { 0 };
  g_autoptr (GError) error = NULL;

  cluster_init (&cluster, SINCE, TODAY);
  g_assert_cmpint (jp_life_check_quota (&cluster.context, day (c->on), c->n_recommended, c->reason, &error), ==,
                   c->allowed);
  g_assert_cmpint (code_of (error), ==, c->allowed ? NO_ERROR : JP_LIFE_ERROR_REASON);
}

typedef struct
{
  const char *name;
  JpActKind   kind;
  const char *on;
  const char *first;
  const char *last;
  int         expected;
  const char *from; /* the term it gets */
  const char *to;
} TermCase;

static const TermCase term_cases[] = {
  { "only-the-day-of-recognition", JP_ACT_RECOGNISE, "2024-09-19", NULL, NULL, NO_ERROR, "2024-09-19", "2027-09-18" },
  { "leap-day", JP_ACT_RECOGNISE, "2024-02-29", NULL, NULL, NO_ERROR, "2024-02-29", "2027-02-28" },
  { "a-start-alone", JP_ACT_RECOGNISE, "2023-06-15", "2023-07-01", NULL, NO_ERROR, "2023-07-01", "2026-06-30" },
  { "both-as-published", JP_ACT_RECOGNISE, "2022-12-30", "2023-01-01", "2025-12-31", NO_ERROR, "2023-01-01",
    "2025-12-31" },
  { "an-end-alone", JP_ACT_RECOGNISE, "2024-09-19", NULL, "2027-09-18", JP_LIFE_ERROR_TERM, NULL, NULL },
  { "ends-before-it-starts", JP_ACT_RECOGNISE, "2024-09-19", "2025-01-02", "2025-01-01", JP_LIFE_ERROR_TERM, NULL,
    NULL },
  { "ends-on-the-act-s-own-day", JP_ACT_RECOGNISE, "2024-09-19", "2021-09-20", "2024-09-19", NO_ERROR, "2021-09-20",
    "2024-09-19" },
  { "ends-the-day-before-the-act", JP_ACT_RECOGNISE, "2024-09-19", "2021-09-19", "2024-09-18", JP_LIFE_ERROR_TERM, NULL,
    NULL },
  { "renewal-by-the-rule", JP_ACT_RENEW, "2027-05-01", NULL, NULL, NO_ERROR, "2027-09-19", "2030-09-18" },
  { "renewal-approved-late", JP_ACT_RENEW, "2028-05-01", NULL, NULL, NO_ERROR, "2027-09-19", "2030-09-18" },
  { "renewal-with-its-start", JP_ACT_RENEW, "2027-05-01", "2027-09-19", NULL, NO_ERROR, "2027-09-19", "2030-09-18" },
  { "renewal-with-another-end", JP_ACT_RENEW, "2027-05-01", "2027-09-19", "2029-12-31", NO_ERROR, "2027-09-19",
    "2029-12-31" },
  { "renewal-that-leaves-a-gap", JP_ACT_RENEW, "2027-05-01", "2027-09-20", NULL, JP_LIFE_ERROR_TERM, NULL, NULL },
  { "renewal-that-overlaps", JP_ACT_RENEW, "2027-05-01", "2027-09-18", NULL, JP_LIFE_ERROR_TERM, NULL, NULL },
  { "renewal-with-an-end-alone", JP_ACT_RENEW, "2027-05-01", NULL, "2030-09-18", JP_LIFE_ERROR_TERM, NULL, NULL },
};

static void
test_term (gconstpointer data)
{
  const TermCase *c = data;
  g_auto (Cluster) cluster = { 0 };
  g_autoptr (GError) error = NULL;
  JpAct *act = jp_act_new (c->kind, day (c->on), "city");

  cluster_init (&cluster, SINCE, TODAY);
  if (c->kind == JP_ACT_RENEW)
    bring_to (&cluster, JP_STAGE_RENEWAL_RECOMMENDED);
  act->reason = g_strdup ("补录");
  act->term.first = day (c->first);
  act->term.last = day (c->last);
  jp_life_check_act (cluster.dossier, &cluster.context, act, &error);

  g_assert_cmpint (code_of (error), ==, c->expected);
  g_assert_cmpuint (act->term.first, ==, day (c->expected == NO_ERROR ? c->from : c->first));
  g_assert_cmpuint (act->term.last, ==, day (c->expected == NO_ERROR ? c->to : c->last));
  jp_act_free (act);
}

/* A renewal so late that the term it opens is over before it is approved. */
static void
test_renewal_too_late (void)
{
  g_auto (Cluster) cluster = { 0 };

  cluster_init (&cluster, SINCE, "2031-01-01");
  bring_to (&cluster, JP_STAGE_RENEWAL_RECOMMENDED);

  g_assert_cmpint (try_act (&cluster, JP_ACT_RENEW, "2030-09-18", "city", "批复"), ==, NO_ERROR);
  g_assert_cmpint (try_act (&cluster, JP_ACT_RENEW, "2030-09-19", "city", "批复"), ==, JP_LIFE_ERROR_TERM);
}

static void
test_history (void)
{
  g_auto (Cluster) cluster = { 0 };
  g_autoptr (GError) error = NULL;

  cluster_init (&cluster, SINCE, TODAY);
  put_recognition (&cluster, "2024-09-19", NULL, NULL);
  put_act (&cluster, JP_ACT_RENEWAL_APPLY, "2027-09-18");
  put_act (&cluster, JP_ACT_RENEWAL_REVIEW, "2027-10-01");
  g_assert_true (jp_life_check_history (cluster.dossier, &cluster.context, &error));
  g_assert_no_error (error);

  /* Corrected to a day too late, the application no longer follows, nor what came after it. */
  ((JpAct *) g_ptr_array_index (cluster.dossier->acts, 1))->date = day ("2027-09-19");
  g_assert_false (jp_life_check_history (cluster.dossier, &cluster.context, &error));
  g_assert_error (error, JP_LIFE_ERROR, JP_LIFE_ERROR_DATE);
}

static void
test_sentence_names_rule_and_article (void)
{
  g_auto (Cluster) cluster = { 0 };
  g_autoptr (GError) error = NULL;
  JpAct *act = jp_act_new (JP_ACT_ACCEPT, day ("2027-01-05"), "city");

  cluster_init (&cluster, SINCE, TODAY);
  g_assert_false (jp_life_check_act (cluster.dossier, &cluster.context, act, &error));
  g_assert_nonnull (strstr (error->message, "受理"));
  g_assert_nonnull (strstr (error->message, "已申报"));
  g_assert_nonnull (strstr (error->message, "R-LIFE"));
  g_assert_nonnull (strstr (error->message, "第七条"));
  jp_act_free (act);
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

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *path = g_strconcat ("/core/R-LIFE/table/", jp_act_kind_id (table[i].kind), NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_table);
    }
  ADD_CASES ("/core/R-LIFE/office/", office_cases, test_office)
  ADD_CASES ("/core/R-LIFE/date/", date_cases, test_date)
  ADD_CASES ("/core/R-TERM/window/", window_cases, test_window)
  ADD_CASES ("/core/R-LIFE/renew-reason/", renew_cases, test_renew_reason)
  ADD_CASES ("/core/R-STANDARD/self-check/", standard_cases, test_standard)
  ADD_CASES ("/core/R-STANDARD/quota/", quota_cases, test_quota)
  ADD_CASES ("/core/R-TERM/given/", term_cases, test_term)
  g_test_add_func ("/core/R-TERM/second-term-has-its-own-window", test_second_term_has_its_own_window);
  g_test_add_func ("/core/R-TERM/awaiting-goes-on", test_awaiting_goes_on);
  g_test_add_func ("/core/R-TERM/renewal-too-late", test_renewal_too_late);
  g_test_add_func ("/core/R-LIFE/an-import-is-a-reason", test_an_import_is_a_reason);
  g_test_add_func ("/core/R-LIFE/listed-again-only-once-sent-back", test_listed_again_only_once_sent_back);
  g_test_add_func ("/core/R-LIFE/designating-another-operator-needs-a-reason",
                   test_designating_another_operator_needs_a_reason);
  g_test_add_func ("/core/R-STANDARD/a-renewal-needs-its-own-check", test_a_renewal_needs_its_own_check);
  g_test_add_func ("/core/R-LIFE/history", test_history);
  g_test_add_func ("/core/R-LIFE/sentence-names-rule-and-article", test_sentence_names_rule_and_article);

  return g_test_run ();
}
