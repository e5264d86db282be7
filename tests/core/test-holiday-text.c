/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-holiday-text.h"
#include "jp-test.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *days; /* NULL: refused */
} Case;

static const Case cases[] = {
  { "none", "", "" },
  { "one", "10月1日", "2027-10-01" },
  { "run-in-a-month", "1月1日至3日", "2027-01-01 2027-01-02 2027-01-03" },
  { "run-over-a-month", "1月31日至2月1日", "2027-01-31 2027-02-01" },
  { "several", "1月1日、2月3日，5月1日；6月2日", "2027-01-01 2027-02-03 2027-05-01 2027-06-02" },
  { "lines", "1-1\n2/3\n5.1", "2027-01-01 2027-02-03 2027-05-01" },
  { "whole-dates", "2027-10-01~2027-10-02", "2027-10-01 2027-10-02" },
  { "dashes", "10月1日—2日, 10月4日–5日", "2027-10-01 2027-10-02 2027-10-04 2027-10-05" },
  { "full-width", "１０月１日～２日", "2027-10-01 2027-10-02" },
  { "another-year-is-left-to-the-file", "2026-10-01", "2026-10-01" },
  { "longest-run", "1月1日至31日", "+31" },
  { "too-long-a-run", "1月1日至2月1日", NULL },
  { "backward", "10月3日至1日", NULL },
  { "no-day", "国庆", NULL },
  { "no-such-day", "2月30日", NULL },
  { "half-a-run", "10月1日至", NULL },
  { "end-without-month", "至3日", NULL },
};

static void
test_parse (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) days = jp_holiday_days_parse (2027, c->text, &error);
  g_autoptr (GString) list = g_string_new (NULL);

  if (c->days == NULL)
    {
      g_assert_error (error, JP_HOLIDAYS_ERROR, JP_HOLIDAYS_ERROR_INVALID);
      return;
    }
  g_assert_no_error (error);
  for (guint i = 0; i < days->len; i++)
    {
      char iso[JP_DATE_ISO_LEN];

      g_string_append_printf (list, "%s%s", i > 0 ? " " : "", jp_date_to_iso (g_array_index (days, JpDate, i), iso));
    }
  if (c->days[0] == '+')
    g_assert_cmpuint (days->len, ==, (guint) g_ascii_strtoull (c->days + 1, NULL, 10));
  else
    g_assert_cmpstr (list->str, ==, c->days);
}

/* The shipped years in words, typed again, are the shipped years. */
static void
test_round_trip (void)
{
  g_autoptr (JpHolidays) shipped = jp_test_holidays ();

  for (guint year = jp_holidays_first_year (shipped); year <= jp_holidays_horizon (shipped); year++)
    {
      g_autofree char *rest_text = jp_holiday_days_text (shipped, year, JP_DAY_HOLIDAY);
      g_autofree char *work_text = jp_holiday_days_text (shipped, year, JP_DAY_MAKE_UP);
      g_autoptr (GArray) rest = jp_holiday_days_parse (year, rest_text, NULL);
      g_autoptr (GArray) work = jp_holiday_days_parse (year, work_text, NULL);
      g_autofree char *json = jp_holiday_year_json (year, rest, work);
      g_autoptr (GError) error = NULL;
      g_autoptr (JpHolidays) again = jp_holidays_new_from_json (json, -1, &error);

      g_assert_no_error (error);
      for (JpDate day = jp_date_year_start (year); day <= jp_date_year_end (year); day++)
        g_assert_cmpint (jp_holidays_kind (again, day, NULL), ==, jp_holidays_kind (shipped, day, NULL));
    }
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/core/R-WORKDAY/typed/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_parse);
    }
  g_test_add_func ("/core/R-WORKDAY/typed/shipped-years-in-words", test_round_trip);

  return g_test_run ();
}
