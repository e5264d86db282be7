/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-test.h"

#include "jp-term.h"

typedef struct
{
  const char *name; /* the case, as it reads in the test path */
  const char *first;
  guint       years;
  const char *last;
} EndCase;

static const EndCase end_cases[] = {
  { "ordinary-day", "2024-09-19", 3, "2027-09-18" },
  { "calendar-years-as-published-in-2022", "2023-01-01", 3, "2025-12-31" },
  { "middle-of-the-year-as-published", "2023-07-01", 3, "2026-06-30" },
  { "leap-day-into-common-year", "2024-02-29", 3, "2027-02-28" },
  { "leap-day-into-leap-year", "2024-02-29", 4, "2028-02-28" },
  { "day-after-leap-day", "2024-03-01", 3, "2027-02-28" },
  { "first-of-march-before-a-leap-year", "2025-03-01", 3, "2028-02-29" },
  { "two-years-of-another-pack", "2025-06-30", 2, "2027-06-29" },
};

static void
test_end (gconstpointer data)
{
  const EndCase *c = data;
  g_autoptr (GError) error = NULL;
  JpTerm term;

  g_assert_true (jp_term_init_years (&term, jp_test_date (c->first), c->years, &error));
  g_assert_no_error (error);
  jp_assert_date (term.first, c->first);
  jp_assert_date (term.last, c->last);
}

static void
test_published_end_stands (void)
{
  JpTerm term;

  g_assert_true (jp_term_init (&term, jp_test_date ("2022-12-29"), jp_test_date ("2025-12-31"), NULL));
  jp_assert_date (term.last, "2025-12-31");
}

static void
test_last_day_is_valid_the_next_is_not (void)
{
  JpDate first = jp_test_date ("2024-09-19"), last = jp_test_date ("2027-09-18");
  JpTerm term;

  g_assert_true (jp_term_init_years (&term, first, 3, NULL));
  g_assert_true (jp_term_contains (&term, last));
  g_assert_cmpint (jp_term_days_left (&term, last), ==, 0);
  g_assert_false (jp_term_contains (&term, last + 1));
  g_assert_cmpint (jp_term_days_left (&term, last + 1), ==, -1);
}

static void
test_first_day_is_valid_the_day_before_is_not (void)
{
  JpDate first = jp_test_date ("2024-09-19");
  JpTerm term;

  g_assert_true (jp_term_init_years (&term, first, 3, NULL));
  g_assert_true (jp_term_contains (&term, first));
  g_assert_false (jp_term_contains (&term, first - 1));
  g_assert_false (jp_term_contains (&term, JP_DATE_NONE));
  g_assert_cmpint (jp_term_days_left (&term, first), ==, 3 * 365 - 1);
}

static void
test_one_day_is_a_term (void)
{
  JpDate day = jp_test_date ("2024-09-19");
  JpTerm term;

  g_assert_true (jp_term_init (&term, day, day, NULL));
  g_assert_true (jp_term_contains (&term, day));
  g_assert_false (jp_term_contains (&term, day + 1));
}

static void
test_refuses_end_before_start (void)
{
  g_autoptr (GError) error = NULL;
  JpDate untouched = jp_test_date ("2001-01-01");
  JpTerm term = { untouched, untouched };

  g_assert_false (jp_term_init (&term, jp_test_date ("2024-09-19"), jp_test_date ("2024-09-18"), &error));
  g_assert_error (error, JP_TERM_ERROR, JP_TERM_ERROR_ENDS_BEFORE_START);
  g_assert_cmpuint (term.first, ==, untouched);
  g_assert_cmpuint (term.last, ==, untouched);
}

static void
test_refuses_a_missing_date (void)
{
  JpDate day = jp_test_date ("2024-09-19");
  JpTerm term;
  GError *error = NULL;

  g_assert_false (jp_term_init (&term, JP_DATE_NONE, day, &error));
  g_assert_error (error, JP_TERM_ERROR, JP_TERM_ERROR_INVALID_DATE);
  g_clear_error (&error);
  g_assert_false (jp_term_init (&term, day, JP_DATE_NONE, &error));
  g_assert_error (error, JP_TERM_ERROR, JP_TERM_ERROR_INVALID_DATE);
  g_clear_error (&error);
  g_assert_false (jp_term_init_years (&term, JP_DATE_NONE, 3, &error));
  g_assert_error (error, JP_TERM_ERROR, JP_TERM_ERROR_INVALID_DATE);
  g_clear_error (&error);
}

static void
test_compare_is_antisymmetric (void)
{
  JpTerm a, b, longer;

  g_assert_true (jp_term_init_years (&a, jp_test_date ("2023-01-01"), 3, NULL));
  g_assert_true (jp_term_init_years (&b, jp_test_date ("2024-01-01"), 3, NULL));
  g_assert_true (jp_term_init_years (&longer, jp_test_date ("2023-01-01"), 4, NULL));
  g_assert_cmpint (jp_term_compare (&a, &b), <, 0);
  g_assert_cmpint (jp_term_compare (&b, &a), >, 0);
  g_assert_cmpint (jp_term_compare (&a, &longer), <, 0);
  g_assert_cmpint (jp_term_compare (&longer, &a), >, 0);
  g_assert_cmpint (jp_term_compare (&a, &a), ==, 0);
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (end_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/R-TERM/end/%s", end_cases[i].name);
      g_test_add_data_func (path, &end_cases[i], test_end);
    }
  g_test_add_func ("/core/R-TERM/published-end-stands", test_published_end_stands);
  g_test_add_func ("/core/R-TERM/last-day-is-valid-the-next-is-not", test_last_day_is_valid_the_next_is_not);
  g_test_add_func ("/core/R-TERM/first-day-is-valid-the-day-before-is-not",
                   test_first_day_is_valid_the_day_before_is_not);
  g_test_add_func ("/core/R-TERM/one-day-is-a-term", test_one_day_is_a_term);
  g_test_add_func ("/core/R-TERM/refuses-end-before-start", test_refuses_end_before_start);
  g_test_add_func ("/core/R-TERM/refuses-a-missing-date", test_refuses_a_missing_date);
  g_test_add_func ("/core/R-TERM/compare-is-antisymmetric", test_compare_is_antisymmetric);

  return g_test_run ();
}
