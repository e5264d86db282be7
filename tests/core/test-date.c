/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-test.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  const char *iso; /* "" where it is refused */
} ReadCase;

static const ReadCase strict_cases[] = {
  { "iso", "2024-09-19", "2024-09-19" },
  { "leap-day", "2024-02-29", "2024-02-29" },
  { "no-leap-day", "2023-02-29", "" },
  { "no-leap-day-in-1900", "1900-02-29", "" },
  { "leap-day-in-2000", "2000-02-29", "2000-02-29" },
  { "first-year", "1900-01-01", "1900-01-01" },
  { "before-first-year", "1899-12-31", "" },
  { "last-year", "2999-12-31", "2999-12-31" },
  { "after-last-year", "3000-01-01", "" },
  { "month-13", "2024-13-01", "" },
  { "month-0", "2024-00-10", "" },
  { "day-0", "2024-01-00", "" },
  { "31-april", "2024-04-31", "" },
  { "no-leading-zero", "2024-9-19", "" },
  { "no-leading-zero-but-ten-long", "2024-09-9 ", "" },
  { "space-before", " 2024-09-19", "" },
  { "space-behind", "2024-09-19 ", "" },
  { "newline-behind", "2024-09-19\n", "" },
  { "time-behind", "2024-09-19T00:00", "" },
  { "slashes", "2024/09/19", "" },
  { "two-digit-year", "24-09-19", "" },
  { "sign", "+024-09-19", "" },
  { "full-width", "２０２４-09-19", "" },
  { "empty", "", "" },
  { "none", NULL, "" },
};

static const ReadCase loose_cases[] = {
  { "iso", "2024-09-19", "2024-09-19" },
  { "hyphens", "2024-9-19", "2024-09-19" },
  { "slashes", "2024/9/19", "2024-09-19" },
  { "points", "2024.9.19", "2024-09-19" },
  { "chinese", "2024年9月19日", "2024-09-19" },
  { "chinese-with-zeros", "2024年09月05日", "2024-09-05" },
  { "full-width-digits", "２０２４年９月１９日", "2024-09-19" },
  { "full-width-marks", "2024／9／19", "2024-09-19" },
  { "white-space-around", "　2024-9-19 \n", "2024-09-19" },
  { "white-space-within", "2024 -9-19", "" },
  { "mixed-marks", "2024-9/19", "" },
  { "chinese-without-day-mark", "2024年9月19", "" },
  { "day-mark-twice", "2024年9月19日日", "" },
  { "no-such-day", "2024年2月30日", "" },
  { "leap-day", "2024.2.29", "2024-02-29" },
  { "day-first", "19-9-2024", "" },
  { "three-digit-day", "2024-9-019", "" },
  { "year-only", "2024年", "" },
  { "month-only", "2024-09", "" },
  { "before-first-year", "1899年12月31日", "" },
  { "after-last-year", "3000/1/1", "" },
  { "serial-number", "45554", "" },
  { "words", "去年", "" },
  { "not-utf8", "2024\xe5\xb9", "" },
  { "empty", "", "" },
  { "none", NULL, "" },
};

static void
test_strict (gconstpointer data)
{
  const ReadCase *c = data;

  jp_assert_date (jp_date_parse (c->text), c->iso);
}

static void
test_loose (gconstpointer data)
{
  const ReadCase *c = data;

  jp_assert_date (jp_date_parse_loose (c->text), c->iso);
}

typedef struct
{
  const char *name;
  const char *from;
  int         step;
  const char *iso;
} StepCase;

static const StepCase month_cases[] = {
  { "twelve-back", "2027-09-18", -12, "2026-09-18" },
  { "six-back-from-the-31st", "2026-12-31", -6, "2026-06-30" },
  { "one-back-clamps-to-february", "2026-03-31", -1, "2026-02-28" },
  { "one-back-clamps-to-leap-day", "2024-03-31", -1, "2024-02-29" },
  { "three-back-over-the-year", "2025-01-31", -3, "2024-10-31" },
  { "one-on-clamps", "2025-01-31", 1, "2025-02-28" },
  { "day-30-does-not-clamp-in-april", "2025-03-30", 1, "2025-04-30" },
  { "from-december-to-january", "2025-12-15", 1, "2026-01-15" },
  { "none", "2025-12-15", 0, "2025-12-15" },
  { "twelve-from-leap-day", "2024-02-29", 12, "2025-02-28" },
};

static const StepCase year_cases[] = {
  { "ordinary", "2024-09-19", 3, "2027-09-19" },
  { "back", "2024-09-19", -3, "2021-09-19" },
  { "leap-day-into-common-year", "2024-02-29", 3, "2027-03-01" },
  { "leap-day-into-leap-year", "2024-02-29", 4, "2028-02-29" },
  { "leap-day-into-2100", "2096-02-29", 4, "2100-03-01" },
  { "28-february-stays", "2023-02-28", 1, "2024-02-28" },
  { "beyond-the-last-year", "2999-01-01", 8000, "" },
};

static void
test_months (gconstpointer data)
{
  const StepCase *c = data;

  jp_assert_date (jp_date_add_months (jp_test_date (c->from), c->step), c->iso);
}

static void
test_years (gconstpointer data)
{
  const StepCase *c = data;

  jp_assert_date (jp_date_add_years (jp_test_date (c->from), c->step), c->iso);
}

static void
test_days_are_consecutive_integers (void)
{
  guint year, month, day;

  g_assert_cmpuint (jp_test_date ("2024-03-01") - jp_test_date ("2024-02-28"), ==, 2);
  g_assert_cmpuint (jp_test_date ("2025-03-01") - jp_test_date ("2025-02-28"), ==, 1);
  g_assert_cmpuint (jp_date_new (1, 1, 1), ==, 1);

  jp_date_split (jp_test_date ("2024-12-31") + 1, &year, &month, &day);
  g_assert_cmpuint (year, ==, 2025);
  g_assert_cmpuint (month, ==, 1);
  g_assert_cmpuint (day, ==, 1);
  jp_date_split (jp_test_date ("2024-12-31"), &year, NULL, NULL);
  g_assert_cmpuint (year, ==, 2024);
}

static void
test_round_trip (void)
{
  for (JpDate date = jp_test_date ("1999-12-01"); date <= jp_test_date ("2032-03-01"); date++)
    {
      char iso[JP_DATE_ISO_LEN];
      g_autofree char *chinese = jp_date_to_chinese (date);

      g_assert_cmpuint (jp_date_parse (jp_date_to_iso (date, iso)), ==, date);
      g_assert_cmpuint (jp_date_parse_loose (chinese), ==, date);
    }
}

static void
test_weekday (void)
{
  g_assert_cmpint (jp_date_weekday (jp_test_date ("2024-11-25")), ==, G_DATE_MONDAY);
  g_assert_cmpint (jp_date_weekday (jp_test_date ("2024-02-29")), ==, G_DATE_THURSDAY);
  g_assert_cmpint (jp_date_weekday (jp_test_date ("2023-01-01")), ==, G_DATE_SUNDAY);
  g_assert_cmpint (jp_date_weekday (JP_DATE_NONE), ==, G_DATE_BAD_WEEKDAY);

  for (JpDate date = jp_test_date ("2023-12-25"); date < jp_test_date ("2024-03-05"); date++)
    {
      GDate gdate;

      g_date_clear (&gdate, 1);
      g_date_set_julian (&gdate, date);
      g_assert_cmpint (jp_date_weekday (date), ==, g_date_get_weekday (&gdate));
    }
}

static void
test_year_ends (void)
{
  jp_assert_date (jp_date_year_start (2024), "2024-01-01");
  jp_assert_date (jp_date_year_end (2024), "2024-12-31");
  g_assert_cmpuint (jp_date_year_end (2024) - jp_date_year_start (2024), ==, 365);
  g_assert_cmpuint (jp_date_year (jp_date_year_end (2024)), ==, 2024);
  g_assert_cmpuint (jp_date_year (jp_date_year_end (2024) + 1), ==, 2025);
  g_assert_cmpuint (jp_date_year_start (0), ==, JP_DATE_NONE);
  g_assert_cmpuint (jp_date_year_end (10000), ==, JP_DATE_NONE);
}

static void
test_new_refuses_what_would_wrap (void)
{
  g_assert_cmpuint (jp_date_new (2024 + 65536, 1, 1), ==, JP_DATE_NONE);
  g_assert_cmpuint (jp_date_new (2024, 1, 257), ==, JP_DATE_NONE);
  g_assert_cmpuint (jp_date_new (2024, 13, 1), ==, JP_DATE_NONE);
}

static void
test_none_stays_none (void)
{
  g_autofree char *chinese = jp_date_to_chinese (JP_DATE_NONE);
  guint year = 7, month = 7, day = 7;

  jp_date_split (JP_DATE_NONE, &year, &month, &day);
  g_assert_cmpuint (year + month + day, ==, 0);
  g_assert_cmpuint (jp_date_year (JP_DATE_NONE), ==, 0);
  g_assert_cmpuint (jp_date_add_years (JP_DATE_NONE, 3), ==, JP_DATE_NONE);
  g_assert_cmpuint (jp_date_add_months (JP_DATE_NONE, 3), ==, JP_DATE_NONE);
  jp_assert_date (JP_DATE_NONE, "");
  g_assert_cmpstr (chinese, ==, "");
}

static void
test_chinese_has_no_leading_zeros (void)
{
  g_autofree char *long_form = jp_date_to_chinese (jp_test_date ("2024-11-25"));
  g_autofree char *short_form = jp_date_to_chinese (jp_test_date ("2025-03-05"));

  g_assert_cmpstr (long_form, ==, "2024年11月25日");
  g_assert_cmpstr (short_form, ==, "2025年3月5日");
}

static void
test_any_bytes (void)
{
  GRand *random = g_rand_new_with_seed (20241125);

  for (guint i = 0; i < 20000; i++)
    {
      char text[13] = "2024-09-19";
      guint at = (guint) g_rand_int_range (random, 0, 10);
      char iso[JP_DATE_ISO_LEN];
      JpDate date;

      text[at] = (char) g_rand_int_range (random, 1, 256);
      date = jp_date_parse (text);
      g_assert_true (date == JP_DATE_NONE || strcmp (jp_date_to_iso (date, iso), text) == 0);
      jp_date_parse_loose (text);
    }
  g_rand_free (random);
}

static void
add_cases (const char *group, const ReadCase *cases, gsize n, GTestDataFunc func)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/R-READ/date/%s/%s", group, cases[i].name);
      g_test_add_data_func (path, &cases[i], func);
    }
}

static void
add_steps (const char *group, const StepCase *cases, gsize n, GTestDataFunc func)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/R-TERM/date/%s/%s", group, cases[i].name);
      g_test_add_data_func (path, &cases[i], func);
    }
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  add_cases ("strict", strict_cases, G_N_ELEMENTS (strict_cases), test_strict);
  add_cases ("loose", loose_cases, G_N_ELEMENTS (loose_cases), test_loose);
  add_steps ("add-months", month_cases, G_N_ELEMENTS (month_cases), test_months);
  add_steps ("add-years", year_cases, G_N_ELEMENTS (year_cases), test_years);
  g_test_add_func ("/core/date/days-are-consecutive-integers", test_days_are_consecutive_integers);
  g_test_add_func ("/core/date/round-trip", test_round_trip);
  g_test_add_func ("/core/date/weekday", test_weekday);
  g_test_add_func ("/core/date/year-ends", test_year_ends);
  g_test_add_func ("/core/date/new-refuses-what-would-wrap", test_new_refuses_what_would_wrap);
  g_test_add_func ("/core/date/none-stays-none", test_none_stays_none);
  g_test_add_func ("/core/date/chinese-has-no-leading-zeros", test_chinese_has_no_leading_zeros);
  g_test_add_func ("/core/R-READ/date/any-bytes", test_any_bytes);

  return g_test_run ();
}
