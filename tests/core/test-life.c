/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-life.h"

#include "cluster.h"

#define SINCE "2022-01-01"

/* A history is written as acts in order, "recognise 2024-09-19"; the stage is asked for on a day. */
typedef struct
{
  const char *name;
  const char *history;
  const char *today;
  const char *stage;
  gboolean    in_term;
  gboolean    awaiting;
} StageCase;

#define RECOGNISED "recognise 2024-09-19"
#define APPLIED    RECOGNISED ",renewal-apply 2027-09-18"

static const StageCase stage_cases[] = {
  { "nothing", "", "2024-01-01", "none", FALSE, FALSE },
  { "cultivate", "cultivate 2024-01-01", "2024-01-01", "cultivating", FALSE, FALSE },
  { "designate-moves-nothing", "cultivate 2024-01-01,designate 2024-01-02", "2024-02-01", "cultivating", FALSE, FALSE },
  { "apply", "apply 2024-01-01", "2024-02-01", "applied", FALSE, FALSE },
  { "accept", "apply 2024-01-01,accept 2024-01-02", "2024-02-01", "accepted", FALSE, FALSE },
  { "review", "apply 2024-01-01,accept 2024-01-02,review 2024-01-03", "2024-02-01", "reviewed", FALSE, FALSE },
  { "inspect", "review 2024-01-03,inspect 2024-01-04", "2024-02-01", "inspected", FALSE, FALSE },
  { "recommend", "inspect 2024-01-04,recommend 2024-01-05", "2024-02-01", "recommended", FALSE, FALSE },
  { "return", "apply 2024-01-01,return 2024-01-02", "2024-02-01", "cultivating", FALSE, FALSE },
  { "decline", "recommend 2024-01-05,decline 2024-01-06", "2024-02-01", "cultivating", FALSE, FALSE },
  { "recognise", RECOGNISED, "2024-09-19", "recognised", TRUE, FALSE },
  { "an-act-of-tomorrow-is-not-seen", RECOGNISED, "2024-09-18", "none", FALSE, FALSE },
  { "last-day-of-the-term", RECOGNISED, "2027-09-18", "recognised", TRUE, FALSE },
  { "lapsed-the-day-after", RECOGNISED, "2027-09-19", "lapsed", FALSE, FALSE },
  { "renewal-apply", RECOGNISED ",renewal-apply 2027-01-01", "2027-01-01", "renewal-applied", TRUE, FALSE },
  { "applied-on-the-last-day", APPLIED, "2027-09-18", "renewal-applied", TRUE, FALSE },
  { "awaiting-from-the-day-after", APPLIED, "2027-09-19", "awaiting", FALSE, TRUE },
  { "awaiting-goes-on", APPLIED, "2030-01-01", "awaiting", FALSE, TRUE },
  { "applied-a-day-late-is-lapsed", RECOGNISED ",renewal-apply 2027-09-19", "2027-09-19", "lapsed", FALSE, FALSE },
  { "renewal-review", APPLIED ",renewal-review 2027-09-18", "2027-09-18", "renewal-reviewed", TRUE, FALSE },
  { "reviewed-and-awaiting", APPLIED ",renewal-review 2027-10-08", "2027-10-08", "awaiting", FALSE, TRUE },
  { "inspection-in-a-renewal-moves-nothing", APPLIED ",renewal-review 2027-09-18,inspect 2027-09-18", "2027-09-18",
    "renewal-reviewed", TRUE, FALSE },
  { "renewal-recommend", APPLIED ",renewal-recommend 2027-09-18", "2027-09-18", "renewal-recommended", TRUE, FALSE },
  { "renew-before-the-end", RECOGNISED ",renewal-apply 2027-01-01,renew 2027-05-01", "2027-05-01", "renewed", TRUE,
    FALSE },
  { "renew-after-a-wait", APPLIED ",renew 2027-12-01", "2027-12-01", "renewed", TRUE, FALSE },
  { "renew-after-a-lapse", RECOGNISED ",renew 2028-02-01", "2028-02-01", "renewed", TRUE, FALSE },
  { "lapsed-after-the-renewed-term", APPLIED ",renew 2027-12-01", "2030-09-19", "lapsed", FALSE, FALSE },
  { "failed-in-term-runs-on", RECOGNISED ",renewal-apply 2027-01-01,renewal-fail 2027-05-01", "2027-09-18",
    "not-renewed", TRUE, FALSE },
  { "failed-out-of-term-after-the-end", RECOGNISED ",renewal-apply 2027-01-01,renewal-fail 2027-05-01", "2027-09-19",
    "not-renewed", FALSE, FALSE },
  { "failed-after-a-wait", APPLIED ",renewal-fail 2027-12-01", "2027-12-01", "not-renewed", FALSE, FALSE },
  { "the-day-before-the-failure-still-awaiting", APPLIED ",renewal-fail 2027-12-01", "2027-11-30", "awaiting", FALSE,
    TRUE },
  { "revoked-out-of-term-that-day", RECOGNISED ",revoke 2026-03-01", "2026-03-01", "revoked", FALSE, FALSE },
  { "the-day-before-the-revocation", RECOGNISED ",revoke 2026-03-01", "2026-02-28", "recognised", TRUE, FALSE },
  { "revoked-while-awaiting", APPLIED ",revoke 2027-12-01", "2027-12-01", "revoked", FALSE, FALSE },
};

static void
put_history (Cluster *cluster, const char *history)
{
  g_auto (GStrv) acts = g_strsplit (history, ",", -1);

  for (guint i = 0; acts[i] != NULL && *history != '\0'; i++)
    {
      g_auto (GStrv) parts = g_strsplit (acts[i], " ", 2);
      JpActKind kind;

      g_assert_true (jp_act_kind_parse (parts[0], &kind));
      put_act (cluster, kind, parts[1]);
    }
}

static void
test_stage (gconstpointer data)
{
  const StageCase *c = data;
  g_auto (Cluster) cluster = { 0 };
  g_auto (JpLife) life = { 0 };

  cluster_init (&cluster, SINCE, c->today);
  put_history (&cluster, c->history);
  jp_life_init (&life, cluster.dossier, &cluster.context);

  g_assert_cmpstr (jp_stage_id (life.stage), ==, c->stage);
  g_assert_cmpint (jp_life_in_term (&life, cluster.context.today), ==, c->in_term);
  g_assert_cmpint (jp_life_awaiting (&life, cluster.context.today), ==, c->awaiting);
}

typedef struct
{
  const char *name;
  const char *recognised;
  const char *last;
  const char *opens;
} EndCase;

static const EndCase end_cases[] = {
  { "ordinary-day", "2024-09-19", "2027-09-18", "2026-09-18" },
  { "leap-day", "2024-02-29", "2027-02-28", "2026-02-28" },
  { "day-after-leap-day", "2024-03-01", "2027-02-28", "2026-02-28" },
  { "ends-on-a-leap-day", "2025-03-01", "2028-02-29", "2027-02-28" },
  { "first-of-the-year", "2023-01-01", "2025-12-31", "2024-12-31" },
};

static void
test_end (gconstpointer data)
{
  const EndCase *c = data;
  g_auto (Cluster) cluster = { 0 };
  g_auto (JpLife) life = { 0 };

  cluster_init (&cluster, SINCE, c->recognised);
  put_act (&cluster, JP_ACT_RECOGNISE, c->recognised);
  jp_life_init (&life, cluster.dossier, &cluster.context);

  g_assert_cmpuint (life.terms->len, ==, 1);
  jp_assert_date (jp_life_last_term (&life)->first, c->recognised);
  jp_assert_date (jp_life_last_term (&life)->last, c->last);
  jp_assert_date (life.renewal_opens, c->opens);
  jp_assert_date (life.recognised_on, c->recognised);
}

static void
test_published_term_stands (void)
{
  g_auto (Cluster) cluster = { 0 };
  g_auto (JpLife) life = { 0 };

  cluster_init (&cluster, SINCE, "2024-01-01");
  put_recognition (&cluster, "2022-12-30", "2023-01-01", "2025-12-31");
  jp_life_init (&life, cluster.dossier, &cluster.context);

  jp_assert_date (jp_life_last_term (&life)->first, "2023-01-01");
  jp_assert_date (jp_life_last_term (&life)->last, "2025-12-31");
  g_assert_false (jp_life_in_term (&life, day ("2022-12-31")));
  g_assert_true (jp_life_in_term (&life, day ("2023-01-01")));
}

static void
test_a_start_alone_ends_by_the_rule (void)
{
  g_auto (Cluster) cluster = { 0 };
  g_auto (JpLife) life = { 0 };

  cluster_init (&cluster, SINCE, "2024-01-01");
  put_recognition (&cluster, "2023-06-01", "2023-07-01", NULL);
  jp_life_init (&life, cluster.dossier, &cluster.context);

  jp_assert_date (jp_life_last_term (&life)->last, "2026-06-30");
}

/* Whenever it was approved, the second term begins on the day after the first. */
static void
test_renewal_joins_on (gconstpointer data)
{
  const char *approved = data;
  g_auto (Cluster) cluster = { 0 };
  g_auto (JpLife) life = { 0 };

  cluster_init (&cluster, SINCE, "2028-06-01");
  put_history (&cluster, RECOGNISED ",renewal-apply 2027-01-01");
  put_act (&cluster, JP_ACT_RENEW, approved);
  jp_life_init (&life, cluster.dossier, &cluster.context);

  g_assert_cmpuint (life.terms->len, ==, 2);
  jp_assert_date (jp_life_last_term (&life)->first, "2027-09-19");
  jp_assert_date (jp_life_last_term (&life)->last, "2030-09-18");
  g_assert_cmpint (jp_life_ordinal_on (&life, day ("2027-09-18")), ==, 1);
  g_assert_cmpint (jp_life_ordinal_on (&life, day ("2027-09-19")), ==, 2);
  g_assert_cmpint (jp_life_ordinal_on (&life, day ("2024-09-18")), ==, 0);
}

/* What a person saw on a day does not change by what came later. */
static void
test_life_on_a_day_knows_only_the_acts_up_to_it (void)
{
  g_auto (Cluster) cluster = { 0 };
  g_auto (JpLife) then = { 0 }, now = { 0 };

  cluster_init (&cluster, SINCE, "2028-01-01");
  put_history (&cluster, APPLIED ",renew 2027-12-01");
  jp_life_init_on (&then, cluster.dossier, &cluster.context, day ("2027-10-01"));
  jp_life_init (&now, cluster.dossier, &cluster.context);

  g_assert_cmpint (then.stage, ==, JP_STAGE_AWAITING);
  g_assert_false (jp_life_in_term (&then, day ("2027-10-01")));
  g_assert_true (jp_life_in_term (&now, day ("2027-10-01")));
  g_assert_true (jp_life_awaiting (&now, day ("2027-11-30")));
  g_assert_false (jp_life_awaiting (&now, day ("2027-12-01")));
  g_assert_false (jp_life_awaiting (&now, day ("2027-09-18")));
}

typedef struct
{
  const char *name;
  const char *failed;
  const char *out_from;
} FailCase;

static const FailCase fail_cases[] = {
  { "before-the-end", "2027-05-01", "2027-09-19" },
  { "on-the-last-day", "2027-09-18", "2027-09-19" },
  { "the-day-after", "2027-09-19", "2027-09-19" },
  { "later", "2027-12-01", "2027-12-01" },
};

static void
test_failure_lapses (gconstpointer data)
{
  const FailCase *c = data;
  g_auto (Cluster) cluster = { 0 };
  g_auto (JpLife) life = { 0 };

  cluster_init (&cluster, SINCE, "2028-01-01");
  put_history (&cluster, "recognise 2024-09-19,renewal-apply 2027-03-01");
  put_act (&cluster, JP_ACT_RENEWAL_FAIL, c->failed);
  jp_life_init (&life, cluster.dossier, &cluster.context);

  jp_assert_date (life.lapsed_on, c->out_from);
}

typedef struct
{
  const char *name;
  const char *since;
  const char *history;
  gboolean    not_recorded;
  const char *stage;
} SinceCase;

/* The term ended on 2027-09-18; today is 2028-06-01. */
static const SinceCase since_cases[] = {
  { "ended-before-the-book", "2027-09-19", RECOGNISED, TRUE, "recognised" },
  { "ended-on-its-first-day", "2027-09-18", RECOGNISED, FALSE, "lapsed" },
  { "a-record-of-the-application-counts", "2027-09-19", APPLIED, FALSE, "awaiting" },
  { "a-record-of-the-failure-counts", "2027-09-19", APPLIED ",renewal-fail 2027-09-18", FALSE, "not-renewed" },
};

static void
test_since (gconstpointer data)
{
  const SinceCase *c = data;
  g_auto (Cluster) cluster = { 0 };
  g_auto (JpLife) life = { 0 };

  cluster_init (&cluster, c->since, "2028-06-01");
  put_history (&cluster, c->history);
  jp_life_init (&life, cluster.dossier, &cluster.context);

  g_assert_cmpint (life.not_recorded, ==, c->not_recorded);
  g_assert_cmpstr (jp_stage_id (life.stage), ==, c->stage);
  g_assert_false (jp_life_in_term (&life, cluster.context.today));
}

typedef struct
{
  const char *name;
  const char *history;
  const char *today;
  int         year;
  gboolean    duties;
} DutyCase;

static const DutyCase duty_cases[] = {
  { "year-before-recognition", RECOGNISED, "2027-01-01", 2023, FALSE },
  { "year-of-recognition", RECOGNISED, "2027-01-01", 2024, TRUE },
  { "recognised-on-the-last-day-of-the-year", "recognise 2024-12-31", "2027-01-01", 2024, TRUE },
  { "year-of-the-last-day", RECOGNISED, "2027-01-01", 2027, TRUE },
  { "year-after-a-lapse", RECOGNISED, "2029-01-01", 2028, FALSE },
  { "term-to-the-last-day-of-the-year", "recognise 2023-01-01", "2027-01-01", 2025, TRUE },
  { "the-year-after-that", "recognise 2023-01-01", "2027-01-01", 2026, FALSE },
  { "awaiting-goes-on", APPLIED, "2028-03-01", 2028, TRUE },
  { "a-wait-that-ended-in-the-year", APPLIED ",renewal-fail 2028-01-02", "2029-03-01", 2028, TRUE },
  { "a-wait-that-ended-with-the-year", APPLIED ",renewal-fail 2028-01-01", "2029-03-01", 2028, FALSE },
  { "revoked-on-new-year-s-day", RECOGNISED ",revoke 2026-01-01", "2027-01-01", 2026, FALSE },
  { "revoked-the-day-after", RECOGNISED ",revoke 2026-01-02", "2027-01-01", 2026, TRUE },
  { "no-year-at-all", RECOGNISED, "2027-01-01", -1, FALSE },
};

static void
test_duties (gconstpointer data)
{
  const DutyCase *c = data;
  g_auto (Cluster) cluster = { 0 };
  g_auto (JpLife) life = { 0 };

  cluster_init (&cluster, SINCE, c->today);
  put_history (&cluster, c->history);
  jp_life_init (&life, cluster.dossier, &cluster.context);

  g_assert_cmpint (jp_life_has_duties (&life, c->year), ==, c->duties);
}

static void
test_another_pack_sets_another_term (void)
{
  g_auto (Cluster) cluster = { 0 };
  g_auto (JpLife) life = { 0 };

  cluster_init_with (&cluster, jp_test_other_pack (), SINCE, "2024-06-01");
  put_act (&cluster, JP_ACT_RECOGNISE, "2024-02-29");
  jp_life_init (&life, cluster.dossier, &cluster.context);

  jp_assert_date (jp_life_last_term (&life)->last, "2026-02-28");
  jp_assert_date (life.renewal_opens, "2025-05-28");
}

static void
test_stages_have_ids_and_names (void)
{
  for (guint i = 0; i < JP_N_STAGES; i++)
    {
      g_assert_nonnull (jp_stage_id ((JpStage) i));
      g_assert_cmpstr (jp_stage_name ((JpStage) i), !=, "");
    }
  g_assert_cmpstr (jp_stage_id (JP_STAGE_RENEWAL_RECOMMENDED), ==, "renewal-recommended");
  g_assert_cmpstr (jp_stage_name (JP_STAGE_AWAITING), ==, "待复核结论");
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

  ADD_CASES ("/core/R-LIFE/stage/", stage_cases, test_stage)
  ADD_CASES ("/core/R-TERM/end/", end_cases, test_end)
  ADD_CASES ("/core/R-TERM/failure/", fail_cases, test_failure_lapses)
  ADD_CASES ("/core/R-SINCE/term/", since_cases, test_since)
  ADD_CASES ("/core/R-CAL/duties/", duty_cases, test_duties)
  g_test_add_func ("/core/R-TERM/published-term-stands", test_published_term_stands);
  g_test_add_func ("/core/R-TERM/a-start-alone-ends-by-the-rule", test_a_start_alone_ends_by_the_rule);
  g_test_add_data_func ("/core/R-TERM/renewal-joins-on/before-the-end", "2027-05-01", test_renewal_joins_on);
  g_test_add_data_func ("/core/R-TERM/renewal-joins-on/long-after-the-end", "2028-05-01", test_renewal_joins_on);
  g_test_add_func ("/core/R-TERM/life-on-a-day-knows-only-the-acts-up-to-it",
                   test_life_on_a_day_knows_only_the_acts_up_to_it);
  g_test_add_func ("/core/R-PACK/another-pack-sets-another-term", test_another_pack_sets_another_term);
  g_test_add_func ("/core/R-LIFE/stages-have-ids-and-names", test_stages_have_ids_and_names);

  return g_test_run ();
}
