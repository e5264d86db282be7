/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fund-acts.h"

#define SINCE "2022-01-01"
#define TODAY "2026-12-31"

/* Order of the steps: which act follows which state. */

typedef enum { AT_OPEN, AT_PLAN, AT_DISTRICT, AT_CITY, AT_PUBLICITY, AT_HELD, AT_PAID, N_PLACES } Place;

static const char *const place_names[] = { "open", "plan", "district", "city", "publicity", "held", "paid" };

/* Year 3, every act on 2026-05-06; publicity ends on 2026-05-11. */
static void
bring_to (Cluster *cluster, Place place)
{
  if (place >= AT_PLAN)
    put_plan (cluster, 3, "2026-05-06", 40 * WAN);
  if (place >= AT_DISTRICT)
    put_fund (cluster, 3, JP_FUND_DISTRICT, "2026-05-06");
  if (place >= AT_CITY)
    put_fund (cluster, 3, JP_FUND_CITY, "2026-05-06");
  if (place >= AT_PUBLICITY)
    put_fund (cluster, 3, JP_FUND_PUBLICISE, "2026-05-06");
  if (place == AT_HELD)
    put_fund (cluster, 3, JP_FUND_OBJECT, "2026-05-07");
  if (place == AT_PAID)
    put_fund (cluster, 3, JP_FUND_PAY, "2026-05-13")->amount = 40 * WAN;
}

#define S JP_FUND_ERROR_STATE
#define P JP_FUND_ERROR_PAID
#define U JP_FUND_ERROR_PUBLICITY
#define O JP_FUND_ERROR_OBJECTION
#define Y NO_ERROR

static const struct
{
  JpFundActKind kind;
  int           expected[N_PLACES];
} order[] = {
  /*                       open plan dist city publ held paid */
  { JP_FUND_PLAN,        { Y,   S,   S,   S,   S,   S,   P } },
  { JP_FUND_DISTRICT,    { S,   Y,   S,   S,   S,   S,   P } },
  { JP_FUND_CITY,        { S,   S,   Y,   S,   S,   S,   P } },
  { JP_FUND_PUBLICISE,   { S,   S,   S,   Y,   S,   S,   P } },
  { JP_FUND_OBJECT,      { S,   S,   S,   S,   Y,   Y,   P } },
  { JP_FUND_SETTLE,      { S,   S,   S,   S,   S,   Y,   P } },
  { JP_FUND_PAY,         { U,   U,   U,   U,   Y,   O,   P } },
  { JP_FUND_REFUND,      { S,   S,   S,   S,   S,   S,   Y } },
};

#undef S
#undef P
#undef U
#undef O
#undef Y

static void
test_order (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);

  for (guint place = 0; place < N_PLACES; place++)
    {
      g_auto (Cluster) cluster = { 0 };

      cluster_with (&cluster, TODAY);
      bring_to (&cluster, (Place) place);
      g_test_message ("at %s", place_names[place]);
      g_assert_cmpint (try_act (&cluster, good_act (3, order[row].kind, "2026-05-13")), ==, order[row].expected[place]);
    }
}

/* A step back: by the office it lies with, with a reason, not over an open objection. */
static void
test_return (void)
{
  static const struct
  {
    Place       place;
    const char *office;
    int         expected;
  } cases[] = {
    { AT_OPEN, JP_OFFICE_CITY, JP_FUND_ERROR_STATE },
    { AT_PLAN, DISTRICT, NO_ERROR },
    { AT_PLAN, JP_OFFICE_CITY, JP_FUND_ERROR_OFFICE },
    { AT_DISTRICT, JP_OFFICE_CITY, NO_ERROR },
    { AT_DISTRICT, JP_OFFICE_CENTRE, NO_ERROR },
    { AT_DISTRICT, DISTRICT, JP_FUND_ERROR_OFFICE },
    { AT_CITY, JP_OFFICE_CITY, NO_ERROR },
    { AT_CITY, JP_OFFICE_CENTRE, JP_FUND_ERROR_OFFICE },
    { AT_PUBLICITY, JP_OFFICE_CITY, NO_ERROR },
    { AT_HELD, JP_OFFICE_CITY, JP_FUND_ERROR_OBJECTION },
    { AT_PAID, JP_OFFICE_CITY, JP_FUND_ERROR_PAID },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Cluster) cluster = { 0 };
      JpFundAct *act = act_new (3, JP_FUND_RETURN, "2026-05-13", cases[i].office);

      cluster_with (&cluster, TODAY);
      bring_to (&cluster, cases[i].place);
      g_test_message ("%s at %s", cases[i].office, place_names[cases[i].place]);
      act->reason = g_strdup ("材料不齐");
      g_assert_cmpint (try_act (&cluster, act), ==, cases[i].expected);

      if (cases[i].expected == NO_ERROR)
        g_assert_cmpint (try_act (&cluster, act_new (3, JP_FUND_RETURN, "2026-05-13", cases[i].office)), ==,
                         JP_FUND_ERROR_REASON);
    }
}

typedef struct
{
  const char   *name;
  JpFundActKind kind;
  Place         place;
  const char   *office;
  int           expected;
} OfficeCase;

static const OfficeCase office_cases[] = {
  { "district-hands-in", JP_FUND_PLAN, AT_OPEN, DISTRICT, NO_ERROR },
  { "city-does-not-hand-in", JP_FUND_PLAN, AT_OPEN, "city", JP_FUND_ERROR_OFFICE },
  { "another-district-does-not", JP_FUND_PLAN, AT_OPEN, "350203", JP_FUND_ERROR_OFFICE },
  { "nobody-does-not", JP_FUND_PLAN, AT_OPEN, NULL, JP_FUND_ERROR_OFFICE },
  { "city-does-not-review-for-the-district", JP_FUND_DISTRICT, AT_PLAN, "city", JP_FUND_ERROR_OFFICE },
  { "centre-reviews-for-the-city", JP_FUND_CITY, AT_DISTRICT, "centre", NO_ERROR },
  { "district-does-not-review-for-the-city", JP_FUND_CITY, AT_DISTRICT, DISTRICT, JP_FUND_ERROR_OFFICE },
  { "centre-does-not-publicise", JP_FUND_PUBLICISE, AT_CITY, "centre", JP_FUND_ERROR_OFFICE },
  { "district-does-not-pay", JP_FUND_PAY, AT_PUBLICITY, DISTRICT, JP_FUND_ERROR_OFFICE },
  { "centre-does-not-settle", JP_FUND_SETTLE, AT_HELD, "centre", JP_FUND_ERROR_OFFICE },
};

static void
test_office (gconstpointer data)
{
  const OfficeCase *c = data;
  g_auto (Cluster) cluster = { 0 };
  JpFundAct *act = good_act (3, c->kind, "2026-05-13");

  cluster_with (&cluster, TODAY);
  bring_to (&cluster, c->place);
  g_free (act->office);
  act->office = g_strdup (c->office);

  g_assert_cmpint (try_act (&cluster, act), ==, c->expected);
}

typedef struct
{
  const char *name;
  const char *on;
  int         expected;
} DateCase;

/* The publicity before it began on 2026-05-06. */
static const DateCase date_cases[] = {
  { "none", NULL, JP_FUND_ERROR_DATE },
  { "the-day-before-the-act-it-follows", "2026-05-05", JP_FUND_ERROR_DATE },
  { "the-same-day", "2026-05-06", NO_ERROR },
  { "today", TODAY, NO_ERROR },
  { "tomorrow", "2027-01-01", JP_FUND_ERROR_DATE },
};

static void
test_date (gconstpointer data)
{
  const DateCase *c = data;
  g_auto (Cluster) cluster = { 0 };

  cluster_with (&cluster, TODAY);
  bring_to (&cluster, AT_PUBLICITY);
  g_assert_cmpint (try_act (&cluster, good_act (3, JP_FUND_OBJECT, c->on)), ==, c->expected);
}

/* Plans */

typedef struct
{
  const char *name;
  guint       ordinal;
  const char *on;
  int         expected;
} PlanCase;

static const PlanCase plan_cases[] = {
  { "year-1-before-recognition", 1, "2024-09-18", JP_FUND_ERROR_STATE },
  { "year-1-on-the-day-of-recognition", 1, "2024-09-19", NO_ERROR },
  { "year-2-before-it-is-confirmed", 2, "2025-03-30", JP_FUND_ERROR_DATE },
  { "year-2-on-the-day-it-is-confirmed", 2, "2025-03-31", NO_ERROR },
  { "year-3", 3, "2026-03-31", NO_ERROR },
  { "year-4", 4, "2026-03-31", JP_FUND_ERROR_STATE },
  { "year-0", 0, "2026-03-31", JP_FUND_ERROR_STATE },
};

static void
test_plan (gconstpointer data)
{
  const PlanCase *c = data;
  g_auto (Cluster) cluster = { 0 };

  cluster_with (&cluster, TODAY);
  g_assert_cmpint (try_act (&cluster, good_act (c->ordinal, JP_FUND_PLAN, c->on)), ==, c->expected);
}

static void
test_plan_keeps_its_pack (void)
{
  g_auto (Cluster) cluster = { 0 };
  JpFundAct *plan = good_act (2, JP_FUND_PLAN, "2025-04-10");

  cluster_with (&cluster, TODAY);
  g_assert_true (jp_fund_check_act (cluster.dossier, &cluster.context, plan, NULL));
  g_assert_cmpstr (plan->pack_id, ==, "xiamen-2024");
  g_assert_cmpuint (plan->pack_version, ==, 1);
  jp_fund_act_free (plan);
}

static void
test_refused_act_is_untouched (void)
{
  g_auto (Cluster) cluster = { 0 };
  JpFundAct *plan = good_act (2, JP_FUND_PLAN, "2025-03-30");

  cluster_with (&cluster, TODAY);
  g_assert_false (jp_fund_check_act (cluster.dossier, &cluster.context, plan, NULL));
  g_assert_null (plan->pack_id);
  jp_fund_act_free (plan);
}

typedef struct
{
  const char *name;
  const char *lines; /* "brand=100,training=1", in fen */
  const char *purpose;
  int         expected;
} LineCase;

/* Year 3 is worth 40 万元. */
static const LineCase line_cases[] = {
  { "the-whole", "brand=40000000", NULL, NO_ERROR },
  { "several", "brand=39999999,training=1", NULL, NO_ERROR },
  { "less", "brand=1", NULL, NO_ERROR },
  { "a-fen-too-much", "brand=39999999,training=2", NULL, JP_FUND_ERROR_ENTITLEMENT },
  { "nothing", "", NULL, JP_FUND_ERROR_PLAN },
  { "a-line-of-nothing", "brand=40,training=0", NULL, JP_FUND_ERROR_PLAN },
  { "a-negative-line", "brand=40,training=-1", NULL, JP_FUND_ERROR_PLAN },
  { "an-unknown-category", "banquet=40", NULL, JP_FUND_ERROR_PLAN },
  { "a-category-twice", "brand=40,brand=40", NULL, JP_FUND_ERROR_PLAN },
  { "sums-do-not-wrap", "brand=9223372036854775807,training=9223372036854775807", NULL, JP_FUND_ERROR_ENTITLEMENT },
  { "a-purpose-of-the-pack", "brand=40", "产业链调研和分析", NO_ERROR },
  { "another-purpose", "brand=40", "办公楼装修", JP_FUND_ERROR_PLAN },
};

static void
test_lines (gconstpointer data)
{
  const LineCase *c = data;
  g_auto (Cluster) cluster = { 0 };
  g_auto (GStrv) lines = g_strsplit (c->lines, ",", -1);
  JpFundAct *plan = act_new (3, JP_FUND_PLAN, "2026-04-10", DISTRICT);

  cluster_with (&cluster, TODAY);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "=", 2);

      if (parts[0] != NULL)
        g_ptr_array_add (plan->lines, jp_plan_line_new (parts[0], g_ascii_strtoll (parts[1], NULL, 10)));
    }
  if (c->purpose != NULL)
    {
      plan->purposes = g_new0 (char *, 2);
      plan->purposes[0] = g_strdup (c->purpose);
    }

  g_assert_cmpint (try_act (&cluster, plan), ==, c->expected);
}

static void
test_nothing_to_apply_for (void)
{
  g_auto (Cluster) zero = { 0 }, open = { 0 }, out = { 0 };

  cluster_init (&zero, SINCE, TODAY);
  put_recognition (&zero, "2024-09-19", NULL, NULL);
  put_confirmed (&zero, 2024, 5999, NULL, "2025-03-31");
  g_assert_cmpint (try_act (&zero, good_act (2, JP_FUND_PLAN, "2025-04-10")), ==, JP_FUND_ERROR_ENTITLEMENT);

  cluster_init (&open, SINCE, TODAY);
  put_recognition (&open, "2024-09-19", NULL, NULL);
  g_assert_cmpint (try_act (&open, good_act (2, JP_FUND_PLAN, "2025-04-10")), ==, JP_FUND_ERROR_STATE);

  cluster_with (&out, TODAY);
  put_act (&out, JP_ACT_REVOKE, "2026-04-10");
  g_assert_cmpint (try_act (&out, good_act (3, JP_FUND_PLAN, "2026-04-09")), ==, NO_ERROR);
  g_assert_cmpint (try_act (&out, good_act (3, JP_FUND_PLAN, "2026-04-10")), ==, JP_FUND_ERROR_TERM);
}

/* A plan larger than what a reopened assessment has left is returned, not reviewed on. */
static void
test_plan_that_no_longer_fits (void)
{
  g_auto (Cluster) cluster = { 0 };

  cluster_with (&cluster, TODAY);
  bring_to (&cluster, AT_DISTRICT);
  ((JpAssessment *) g_ptr_array_index (cluster.dossier->assessments, 1))->frozen->total = 7999;
  g_assert_cmpint (try_act (&cluster, good_act (3, JP_FUND_CITY, "2026-05-13")), ==, JP_FUND_ERROR_PLAN);
  g_assert_cmpint (try_act (&cluster, good_act (3, JP_FUND_RETURN, "2026-05-13")), ==, NO_ERROR);

  ((JpAssessment *) g_ptr_array_index (cluster.dossier->assessments, 1))->state = JP_ASSESSMENT_CITY;
  g_assert_cmpint (try_act (&cluster, good_act (3, JP_FUND_CITY, "2026-05-13")), ==, JP_FUND_ERROR_HELD);
}

/* Publicity */

static void
test_publicity_keeps_its_last_day (void)
{
  g_auto (Cluster) cluster = { 0 };
  JpFundAct *publicise = good_act (3, JP_FUND_PUBLICISE, "2026-09-18");

  cluster_with (&cluster, TODAY);
  bring_to (&cluster, AT_CITY);
  g_assert_true (jp_fund_check_act (cluster.dossier, &cluster.context, publicise, NULL));
  jp_assert_date (publicise->last_day, "2026-09-23");
  g_assert_false (publicise->last_day_provisional);
  jp_fund_act_free (publicise);

  cluster.context.today = day ("2027-06-30");
  publicise = good_act (3, JP_FUND_PUBLICISE, "2026-12-29");
  g_assert_true (jp_fund_check_act (cluster.dossier, &cluster.context, publicise, NULL));
  jp_assert_date (publicise->last_day, "2027-01-04");
  g_assert_true (publicise->last_day_provisional);
  jp_fund_act_free (publicise);
}

static void
test_objection_says_what_about (void)
{
  g_auto (Cluster) cluster = { 0 };

  cluster_with (&cluster, TODAY);
  bring_to (&cluster, AT_PUBLICITY);
  g_assert_cmpint (try_act (&cluster, act_new (3, JP_FUND_OBJECT, "2026-05-07", "city")), ==, JP_FUND_ERROR_REASON);
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

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autofree char *path = g_strconcat ("/core/R-FUND/order/", jp_fund_act_kind_id (order[i].kind), NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_order);
    }
  ADD_CASES ("/core/R-FUND/office/", office_cases, test_office)
  ADD_CASES ("/core/R-FUND/date/", date_cases, test_date)
  ADD_CASES ("/core/R-FUND/plan/", plan_cases, test_plan)
  ADD_CASES ("/core/R-FUND/lines/", line_cases, test_lines)
  g_test_add_func ("/core/R-FUND/return", test_return);
  g_test_add_func ("/core/R-FUND/plan-keeps-its-pack", test_plan_keeps_its_pack);
  g_test_add_func ("/core/R-FUND/refused-act-is-untouched", test_refused_act_is_untouched);
  g_test_add_func ("/core/R-FUND/nothing-to-apply-for", test_nothing_to_apply_for);
  g_test_add_func ("/core/R-FUND/plan-that-no-longer-fits", test_plan_that_no_longer_fits);
  g_test_add_func ("/core/R-WORKDAY/publicity-keeps-its-last-day", test_publicity_keeps_its_last_day);
  g_test_add_func ("/core/R-FUND/objection-says-what-about", test_objection_says_what_about);

  return g_test_run ();
}
