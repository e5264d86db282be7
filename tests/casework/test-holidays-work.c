/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-holidays-work.h"
#include "jp-test-work.h"

#define YEAR "{\"2027\": {\"holidays\": [\"2027-01-01\", \"2027-10-01\"], \"workdays\": [\"2027-01-03\"]}}"

static JpDayKind
kind (JpWork *work, const char *iso, gboolean *provisional)
{
  JpContext context = jp_work_context (work);

  return jp_holidays_kind (context.holidays, jp_test_date (iso), provisional);
}

/* Any office may add a year; it counts from then on, and undo takes it back. */
static void
test_add (JpWork *work, gconstpointer data)
{
  g_autoptr (JpEntry) entry = NULL;
  gboolean provisional;

  kind (work, "2027-10-01", &provisional);
  g_assert_true (provisional);
  jp_assert_done (work, jp_casework_holidays_add (jp_work_desk (work, "city"), YEAR, &work->error));
  entry = jp_work_last (work);
  g_assert_cmpstr (entry->summary, ==, "补充节假日安排：2027年");
  g_assert_cmpint (kind (work, "2027-10-01", &provisional), ==, JP_DAY_HOLIDAY);
  g_assert_false (provisional);
  g_assert_cmpint (kind (work, "2027-01-03", NULL), ==, JP_DAY_MAKE_UP);
  jp_assert_done (work, jp_work_undo (work));
  kind (work, "2027-10-01", &provisional);
  g_assert_true (provisional);
}

static void
test_district (JpWork *work, gconstpointer data)
{
  gboolean provisional;

  jp_assert_done (work, jp_casework_holidays_add (jp_work_desk (work, "350211"), YEAR, &work->error));
  kind (work, "2027-10-01", &provisional);
  g_assert_false (provisional);
}

/* A corrected notice replaces its year. */
static void
test_replace (JpWork *work, gconstpointer data)
{
  jp_assert_done (work, jp_casework_holidays_add (jp_work_desk (work, "city"), YEAR, &work->error));
  jp_assert_done (work, jp_casework_holidays_add (jp_work_desk (work, "city"),
                                                  "{\"2027\": {\"holidays\": [\"2027-10-04\"], \"workdays\": []}}",
                                                  &work->error));
  g_assert_cmpint (kind (work, "2027-10-01", NULL), ==, JP_DAY_WORKDAY);
  g_assert_cmpint (kind (work, "2027-10-04", NULL), ==, JP_DAY_HOLIDAY);
  g_assert_cmpint (kind (work, "2027-01-03", NULL), ==, JP_DAY_WEEKEND);
}

static void
test_refused (JpWork *work, gconstpointer data)
{
  JpDesk *desk = jp_work_desk (work, "city");

  jp_assert_refused (work,
                     jp_casework_holidays_add (desk, "{\"2027\": {\"holidays\": [], \"workdays\": []}}", &work->error),
                     JP_HOLIDAYS_ERROR, JP_HOLIDAYS_ERROR_INVALID, "$.2027.holidays");
  jp_assert_refused (
    work,
    jp_casework_holidays_add (desk, "{\"2027\": {\"holidays\": [\"2027-10-01\"], \"workdays\": [\"2027-10-04\"]}}",
                              &work->error),
    JP_HOLIDAYS_ERROR, JP_HOLIDAYS_ERROR_INVALID, "workdays[0]");
  jp_assert_refused (work, jp_casework_holidays_add (desk, "nonsense", &work->error), JP_HOLIDAYS_ERROR,
                     JP_HOLIDAYS_ERROR_INVALID, "$");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (JpWork *, gconstpointer);
  } tests[] = {
    { "/casework/R-WORKDAY/year-is-added-and-undone", test_add },
    { "/casework/R-WORKDAY/districts-add-years-too", test_district },
    { "/casework/R-WORKDAY/corrected-notice-replaces-its-year", test_replace },
    { "/casework/R-WORKDAY/faulty-year-is-refused", test_refused },
  };

  jp_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, JpWork, NULL, jp_work_set_up, tests[i].test, jp_work_tear_down);

  return g_test_run ();
}
