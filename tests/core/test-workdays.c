/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-test.h"

#include "jp-resources.h"

#include <string.h>

typedef struct
{
  const char *first;
  const char *last;      /* five days, the first counted */
  const char *last_next; /* five days, counting from the next day */
} PublicityCase;

static const PublicityCase publicity_cases[] = {
  { "2022-12-29", "2023-01-05", "2023-01-06" }, /* the ministry's own notice */
  { "2024-09-27", "2024-10-09", "2024-10-10" },
  { "2025-01-24", "2025-02-06", "2025-02-07" },
  { "2025-09-28", "2025-10-10", "2025-10-11" },
  { "2026-02-13", "2026-02-26", "2026-02-27" },
  { "2026-09-18", "2026-09-23", "2026-09-24" },
  { "2026-09-30", "2026-10-12", "2026-10-13" },
};

static void
test_publicity (gconstpointer data)
{
  const PublicityCase *c = data;
  g_autoptr (JpHolidays) holidays = jp_test_holidays ();
  gboolean provisional = TRUE;

  jp_assert_date (jp_holidays_nth_workday (holidays, jp_test_date (c->first), 5, TRUE, &provisional), c->last);
  g_assert_false (provisional);
  provisional = TRUE;
  jp_assert_date (jp_holidays_nth_workday (holidays, jp_test_date (c->first), 5, FALSE, &provisional), c->last_next);
  g_assert_false (provisional);
}

typedef struct
{
  guint year;
  guint workdays; /* as counted by hand from the notice */
} YearCase;

static const YearCase year_cases[] = {
  { 2022, 249 },
  { 2023, 249 },
  { 2024, 251 },
  { 2025, 248 },
  { 2026, 248 },
};

/* Whether the shipped file lists a day under @member: by plain text, not by the reader that is tested. */
static gboolean
is_listed (const char *json, const char *member, const char *iso)
{
  g_autofree char *year_key = g_strdup_printf ("\"%.4s\"", iso);
  g_autofree char *day = g_strdup_printf ("\"%s\"", iso);
  g_autofree char *member_key = g_strdup_printf ("\"%s\"", member);
  const char *list = strstr (strstr (json, year_key), member_key);

  return g_strstr_len (list, strchr (list, ']') - list, day) != NULL;
}

static void
test_every_day_of_a_year (gconstpointer data)
{
  const YearCase *c = data;
  g_autoptr (JpHolidays) holidays = jp_test_holidays ();
  g_autoptr (GBytes) json = jp_resources_lookup (JP_RESOURCE_HOLIDAYS);
  const char *text = g_bytes_get_data (json, NULL);
  guint workdays = 0;
  JpDate start;
  GDate day;

  g_assert_true (jp_holidays_covers (holidays, c->year));
  g_date_clear (&day, 1);
  for (g_date_set_dmy (&day, 1, 1, (GDateYear) c->year); g_date_get_year (&day) == c->year; g_date_add_days (&day, 1))
    {
      char iso[JP_DATE_ISO_LEN];
      gboolean weekend = g_date_get_weekday (&day) >= G_DATE_SATURDAY;
      gboolean rests, makes_up, provisional = TRUE;
      JpDayKind expected;

      g_date_strftime (iso, sizeof iso, "%Y-%m-%d", &day);
      rests = is_listed (text, "holidays", iso);
      makes_up = is_listed (text, "workdays", iso);
      expected = rests ? JP_DAY_HOLIDAY : makes_up ? JP_DAY_MAKE_UP : weekend ? JP_DAY_WEEKEND : JP_DAY_WORKDAY;

      g_assert_cmpint (jp_holidays_kind (holidays, g_date_get_julian (&day), &provisional), ==, expected);
      g_assert_false (provisional);
      g_assert_cmpint (jp_holidays_is_workday (holidays, g_date_get_julian (&day), NULL), ==,
                       makes_up || (!weekend && !rests));
      workdays += makes_up || (!weekend && !rests) ? 1 : 0;
    }
  g_assert_cmpuint (workdays, ==, c->workdays);

  /* The last of them, counted from the first day of the year, and not one more. */
  start = jp_date_year_start (c->year);
  g_assert_cmpuint (jp_date_year (jp_holidays_nth_workday (holidays, start, workdays, TRUE, NULL)), ==, c->year);
  g_assert_cmpuint (jp_date_year (jp_holidays_nth_workday (holidays, start, workdays + 1, TRUE, NULL)), ==,
                    c->year + 1);
}

static void
test_first_day_counts_only_if_it_is_a_working_day (void)
{
  g_autoptr (JpHolidays) holidays = jp_test_holidays ();

  /* A Saturday. */
  jp_assert_date (jp_holidays_nth_workday (holidays, jp_test_date ("2024-11-23"), 1, TRUE, NULL), "2024-11-25");
  jp_assert_date (jp_holidays_nth_workday (holidays, jp_test_date ("2024-11-23"), 1, FALSE, NULL), "2024-11-25");
  /* A Monday. */
  jp_assert_date (jp_holidays_nth_workday (holidays, jp_test_date ("2024-11-25"), 1, TRUE, NULL), "2024-11-25");
  jp_assert_date (jp_holidays_nth_workday (holidays, jp_test_date ("2024-11-25"), 1, FALSE, NULL), "2024-11-26");
  /* A Sunday worked in exchange. */
  jp_assert_date (jp_holidays_nth_workday (holidays, jp_test_date ("2024-09-29"), 1, TRUE, NULL), "2024-09-29");
  /* The seven days of the second pack, the first not counted. */
  jp_assert_date (jp_holidays_nth_workday (holidays, jp_test_date ("2024-11-25"), 7, FALSE, NULL), "2024-12-04");
}

typedef struct
{
  const char *name;
  const char *day;
  const char *before;
  const char *after;
  gboolean    provisional_before;
  gboolean    provisional_after;
} NearestCase;

static const NearestCase nearest_cases[] = {
  { "working-day-itself", "2025-04-30", "2025-04-30", "2025-04-30", FALSE, FALSE },
  { "sunday", "2024-03-31", "2024-03-29", "2024-04-01", FALSE, FALSE },
  { "inside-spring-festival", "2026-02-18", "2026-02-14", "2026-02-24", FALSE, FALSE },
  { "make-up-sunday", "2024-02-04", "2024-02-04", "2024-02-04", FALSE, FALSE },
  { "new-year-back-into-the-old", "2025-01-01", "2024-12-31", "2025-01-02", FALSE, FALSE },
  { "leap-day", "2024-02-29", "2024-02-29", "2024-02-29", FALSE, FALSE },
  { "last-covered-day", "2026-12-31", "2026-12-31", "2026-12-31", FALSE, FALSE },
  { "first-uncovered-day", "2027-01-01", "2027-01-01", "2027-01-01", TRUE, TRUE },
  { "uncovered-weekend-is-weekdays-only", "2027-01-02", "2027-01-01", "2027-01-04", TRUE, TRUE },
  { "before-the-first-covered-day", "2021-12-31", "2021-12-31", "2021-12-31", TRUE, TRUE },
  { "back-over-the-edge", "2022-01-01", "2021-12-31", "2022-01-04", TRUE, FALSE },
};

static void
test_nearest (gconstpointer data)
{
  const NearestCase *c = data;
  g_autoptr (JpHolidays) holidays = jp_test_holidays ();
  JpDate day = jp_test_date (c->day);
  gboolean before = !c->provisional_before, after = !c->provisional_after;

  jp_assert_date (jp_holidays_workday_on_or_before (holidays, day, &before), c->before);
  jp_assert_date (jp_holidays_workday_on_or_after (holidays, day, &after), c->after);
  g_assert_cmpint (before, ==, c->provisional_before);
  g_assert_cmpint (after, ==, c->provisional_after);
}

static void
test_horizon_and_provisional_marks (void)
{
  g_autoptr (JpHolidays) holidays = jp_test_holidays ();
  JpDate monday = jp_test_date ("2026-12-28");
  gboolean provisional;

  g_assert_cmpuint (jp_holidays_first_year (holidays), ==, 2022);
  g_assert_cmpuint (jp_holidays_horizon (holidays), ==, 2026);
  g_assert_false (jp_holidays_covers (holidays, 2021));
  g_assert_true (jp_holidays_covers (holidays, 2022));
  g_assert_true (jp_holidays_covers (holidays, 2026));
  g_assert_false (jp_holidays_covers (holidays, 2027));
  g_assert_false (jp_holidays_covers (holidays, 0));

  /* Four days of the last week fit into the covered year, the fifth does not. Each result for itself. */
  jp_assert_date (jp_holidays_nth_workday (holidays, monday, 4, TRUE, &provisional), "2026-12-31");
  g_assert_false (provisional);
  jp_assert_date (jp_holidays_nth_workday (holidays, monday, 5, TRUE, &provisional), "2027-01-01");
  g_assert_true (provisional);
  jp_assert_date (jp_holidays_nth_workday (holidays, monday - 1, 5, FALSE, &provisional), "2027-01-01");
  g_assert_true (provisional);

  /* Weekdays only: no holiday is guessed. */
  g_assert_cmpint (jp_holidays_kind (holidays, jp_test_date ("2027-10-01"), &provisional), ==, JP_DAY_WORKDAY);
  g_assert_true (provisional);
  g_assert_cmpint (jp_holidays_kind (holidays, jp_test_date ("2027-10-02"), &provisional), ==, JP_DAY_WEEKEND);
  g_assert_true (provisional);
}

static JpHolidays *
read_holidays (const char *json)
{
  g_autoptr (GError) error = NULL;
  JpHolidays *holidays = jp_holidays_new_from_json (json, -1, &error);

  g_assert_no_error (error);
  return holidays;
}

static void
test_merge_takes_a_year_whole (void)
{
  g_autoptr (JpHolidays) base = jp_test_holidays ();
  g_autoptr (JpHolidays) added =
      read_holidays ("{\"2026\": {\"holidays\": [\"2026-03-02\"], \"workdays\": []},"
                     " \"2028\": {\"holidays\": [\"2028-02-29\"], \"workdays\": [\"2028-02-26\"]}}");
  g_autoptr (JpHolidays) merged = jp_holidays_merge (base, added);

  g_assert_cmpuint (jp_holidays_first_year (merged), ==, 2022);
  g_assert_cmpuint (jp_holidays_horizon (merged), ==, 2028);
  g_assert_true (jp_holidays_covers (merged, 2025));
  g_assert_false (jp_holidays_covers (merged, 2027));
  g_assert_cmpint (jp_holidays_kind (merged, jp_test_date ("2025-10-01"), NULL), ==, JP_DAY_HOLIDAY);
  g_assert_cmpint (jp_holidays_kind (merged, jp_test_date ("2026-03-02"), NULL), ==, JP_DAY_HOLIDAY);
  g_assert_cmpint (jp_holidays_kind (merged, jp_test_date ("2026-10-01"), NULL), ==, JP_DAY_WORKDAY);
  g_assert_cmpint (jp_holidays_kind (merged, jp_test_date ("2028-02-29"), NULL), ==, JP_DAY_HOLIDAY);
  g_assert_cmpint (jp_holidays_kind (merged, jp_test_date ("2028-02-26"), NULL), ==, JP_DAY_MAKE_UP);
  g_assert_cmpstr (jp_day_kind_mark (jp_holidays_kind (merged, jp_test_date ("2028-02-29"), NULL)), ==, "休");
  g_assert_cmpstr (jp_day_kind_mark (jp_holidays_kind (merged, jp_test_date ("2028-02-26"), NULL)), ==, "班");
  g_assert_null (jp_day_kind_mark (jp_holidays_kind (merged, jp_test_date ("2026-10-01"), NULL)));
  /* What was merged is as it was. */
  g_assert_cmpint (jp_holidays_kind (base, jp_test_date ("2026-10-01"), NULL), ==, JP_DAY_HOLIDAY);
  g_assert_cmpuint (jp_holidays_horizon (base), ==, 2026);
}

static void
test_last_day_of_a_leap_year_is_covered (void)
{
  g_autoptr (JpHolidays) holidays = read_holidays ("{\"2028\": {\"holidays\": [\"2028-12-31\"], \"workdays\": []}}");
  gboolean provisional = TRUE;

  g_assert_cmpint (jp_holidays_kind (holidays, jp_test_date ("2028-12-31"), &provisional), ==, JP_DAY_HOLIDAY);
  g_assert_false (provisional);
  jp_holidays_kind (holidays, jp_test_date ("2028-12-31") + 1, &provisional);
  g_assert_true (provisional);
  jp_holidays_kind (holidays, jp_test_date ("2028-01-01") - 1, &provisional);
  g_assert_true (provisional);
}

typedef struct
{
  const char *name;
  const char *json;
  const char *place; /* what the message must name */
} FaultCase;

static const FaultCase fault_cases[] = {
  { "empty", "", "$" },
  { "not-json", "{\"2026\":", "$" },
  { "an-array", "[]", "$: " },
  { "no-year", "{}", "$: " },
  { "key-is-no-year", "{\"next\": {\"holidays\": [], \"workdays\": []}}", "$.next: " },
  { "key-of-five-digits", "{\"20260\": {\"holidays\": [], \"workdays\": []}}", "$.20260: " },
  { "year-given-twice",
    "{\"2026\": {\"holidays\": [\"2026-01-01\"], \"workdays\": []},"
    " \"2026\": {\"holidays\": [\"2026-01-01\"], \"workdays\": []}}",
    "$.2026" },
  { "year-is-a-list", "{\"2026\": [\"2026-01-01\"]}", "$.2026: " },
  { "year-is-nothing", "{\"2026\": null}", "$.2026: " },
  { "unknown-key", "{\"2026\": {\"holidays\": [\"2026-01-01\"], \"workdays\": [], \"note\": 1}}", "$.2026.note: " },
  { "holidays-missing", "{\"2026\": {\"workdays\": []}}", "$.2026.holidays: " },
  { "workdays-missing", "{\"2026\": {\"holidays\": [\"2026-01-01\"]}}", "$.2026.workdays: " },
  { "workdays-not-a-list", "{\"2026\": {\"holidays\": [\"2026-01-01\"], \"workdays\": {}}}", "$.2026.workdays: " },
  { "no-holiday-at-all", "{\"2026\": {\"holidays\": [], \"workdays\": []}}", "$.2026.holidays: " },
  { "day-of-another-year", "{\"2026\": {\"holidays\": [\"2026-01-01\", \"2025-12-31\"], \"workdays\": []}}",
    "$.2026.holidays[1]: " },
  { "day-listed-twice", "{\"2026\": {\"holidays\": [\"2026-01-01\", \"2026-01-01\"], \"workdays\": []}}",
    "$.2026.holidays[1]: " },
  { "day-in-both-lists", "{\"2026\": {\"holidays\": [\"2026-01-04\"], \"workdays\": [\"2026-01-04\"]}}",
    "$.2026.workdays[0]: " },
  { "make-up-day-on-a-friday", "{\"2026\": {\"holidays\": [\"2026-01-01\"], \"workdays\": [\"2026-01-09\"]}}",
    "$.2026.workdays[0]: " },
  { "no-such-day", "{\"2026\": {\"holidays\": [\"2026-02-29\"], \"workdays\": []}}", "$.2026.holidays[0]: " },
  { "loose-date", "{\"2026\": {\"holidays\": [\"2026-1-1\"], \"workdays\": []}}", "$.2026.holidays[0]: " },
  { "number-for-a-day", "{\"2026\": {\"holidays\": [20260101], \"workdays\": []}}", "$.2026.holidays[0]: " },
  { "nothing-for-a-day", "{\"2026\": {\"holidays\": [null], \"workdays\": []}}", "$.2026.holidays[0]: " },
  { "list-for-a-day", "{\"2026\": {\"holidays\": [[]], \"workdays\": []}}", "$.2026.holidays[0]: " },
  { "not-utf8", "{\"2026\": {\"holidays\": [\"\xff\"], \"workdays\": []}}", "$" },
};

static void
test_fault (gconstpointer data)
{
  const FaultCase *c = data;
  g_autoptr (GError) error = NULL;

  g_assert_null (jp_holidays_new_from_json (c->json, -1, &error));
  g_assert_error (error, JP_HOLIDAYS_ERROR, JP_HOLIDAYS_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, c->place));
}

static void
test_names_every_fault (void)
{
  static const char json[] =
      "{\"2026\": {\"holidays\": [\"x\", \"2026-01-01\", \"y\"], \"workdays\": [1]}, \"z\": 1}";
  g_autoptr (GError) error = NULL;

  g_assert_null (jp_holidays_new_from_json (json, -1, &error));
  g_assert_nonnull (strstr (error->message, "\n$.2026.holidays[0]: "));
  g_assert_null (strstr (error->message, "\n$.2026.holidays[1]: "));
  g_assert_nonnull (strstr (error->message, "\n$.2026.holidays[2]: "));
  g_assert_nonnull (strstr (error->message, "\n$.2026.workdays[0]: "));
  g_assert_nonnull (strstr (error->message, "\n$.z: "));
}

/* A valid file of exactly @size bytes, filled with white space. */
static char *
padded_file (gsize size)
{
  static const char file[] = "{\"2026\": {\"holidays\": [\"2026-01-01\"], \"workdays\": []}}";
  char *text = g_malloc (size);

  memset (text, ' ', size);
  memcpy (text, file, sizeof file - 1);
  return text;
}

static void
test_size_limit (void)
{
  const gsize limit = 1024 * 1024;
  g_autofree char *text = padded_file (limit + 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (JpHolidays) holidays = jp_holidays_new_from_json (text, (gssize) limit, &error);

  g_assert_no_error (error);
  g_assert_nonnull (holidays);
  g_assert_null (jp_holidays_new_from_json (text, (gssize) limit + 1, &error));
  g_assert_error (error, JP_HOLIDAYS_ERROR, JP_HOLIDAYS_ERROR_INVALID);
}

static void
test_deep_nesting (void)
{
  g_autofree char *open = g_strnfill (500000, '[');
  g_autoptr (GError) error = NULL;

  g_assert_null (jp_holidays_new_from_json (open, -1, &error));
  g_assert_error (error, JP_HOLIDAYS_ERROR, JP_HOLIDAYS_ERROR_INVALID);
}

static void
test_any_bytes (void)
{
  g_autoptr (GBytes) shipped = jp_resources_lookup (JP_RESOURCE_HOLIDAYS);
  GRand *random = g_rand_new_with_seed (2026);

  for (guint i = 0; i < 2000; i++)
    {
      gsize size = g_bytes_get_size (shipped);
      g_autofree char *text = g_memdup2 (g_bytes_get_data (shipped, NULL), size);
      g_autoptr (JpHolidays) holidays = NULL;
      g_autoptr (GError) error = NULL;

      for (guint hit = 0; hit < 3; hit++)
        text[g_rand_int_range (random, 0, (gint32) size)] = (char) g_rand_int_range (random, 0, 256);
      holidays = jp_holidays_new_from_json (text, (gssize) size, &error);
      g_assert_true ((holidays == NULL) == (error != NULL));
    }
  g_rand_free (random);
}

#define ADD_CASES(group, cases, name, func) \
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) \
    { \
      g_autofree char *path = g_strdup_printf ("/core/R-WORKDAY/%s/%s", group, cases[i].name); \
      g_test_add_data_func (path, &cases[i], func); \
    }

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  ADD_CASES ("publicity", publicity_cases, first, test_publicity);
  for (gsize i = 0; i < G_N_ELEMENTS (year_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/R-WORKDAY/every-day/%u", year_cases[i].year);
      g_test_add_data_func (path, &year_cases[i], test_every_day_of_a_year);
    }
  g_test_add_func ("/core/R-WORKDAY/first-day-counts-only-if-it-is-a-working-day",
                   test_first_day_counts_only_if_it_is_a_working_day);
  ADD_CASES ("nearest", nearest_cases, name, test_nearest);
  g_test_add_func ("/core/R-WORKDAY/horizon-and-provisional-marks", test_horizon_and_provisional_marks);
  g_test_add_func ("/core/R-WORKDAY/merge-takes-a-year-whole", test_merge_takes_a_year_whole);
  g_test_add_func ("/core/R-WORKDAY/last-day-of-a-leap-year-is-covered", test_last_day_of_a_leap_year_is_covered);
  ADD_CASES ("refuse", fault_cases, name, test_fault);
  g_test_add_func ("/core/R-WORKDAY/names-every-fault", test_names_every_fault);
  g_test_add_func ("/core/R-WORKDAY/size-limit", test_size_limit);
  g_test_add_func ("/core/R-WORKDAY/deep-nesting", test_deep_nesting);
  g_test_add_func ("/core/R-WORKDAY/any-bytes", test_any_bytes);

  return g_test_run ();
}
