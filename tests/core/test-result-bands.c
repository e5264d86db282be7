/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every total from 0.00 to 100.00 in steps of 0.01, in both banded years, vetoed and not, against the article's own
 * table written out by hand. */

#include "bureau.h"

#define WAN G_GINT64_CONSTANT (1000000) /* 万元 in fen */

typedef struct
{
  guint    ordinal;
  gboolean vetoed;
  gboolean confirmed;
} BandCase;

/* 第十三条: year 2 and year 3 of the pack, in 万元. */
static JpMoney
article_13 (guint ordinal, int total)
{
  if (ordinal == 2)
    return (total >= 8000 ? 60 : total >= 7000 ? 40 : total >= 6000 ? 20 : 0) * WAN;

  return (total >= 8000 ? 40 : total >= 7000 ? 30 : total >= 6000 ? 20 : 0) * WAN;
}

static int
next_bound (int total)
{
  return total < 6000 ? 6000 : total < 7000 ? 7000 : total < 8000 ? 8000 : 10000;
}

static void
check_total (const Bureau *bureau, const JpDossier *dossier, const BandCase *c, int total)
{
  g_autoptr (JpResult) result = jp_result_new (dossier, &bureau->context, 2025);
  JpMoney expected = c->vetoed ? 0 : article_13 (c->ordinal, total);
  gboolean highest = total >= 8000;

  g_assert_cmpint (result->total, ==, total);
  g_assert_cmpuint (result->next_ordinal, ==, c->ordinal);
  g_assert_cmpint (result->next_fiscal_year, ==, 2026);
  g_assert_true (result->involves_money);
  g_assert_cmpint (result->vetoed, ==, c->vetoed);
  g_assert_cmpint (result->amount, ==, expected);
  g_assert_cmpint (result->least, ==, expected);
  g_assert_cmpint (result->most_amount, ==, expected);
  g_assert_cmpint (result->band_to, ==, next_bound (total));
  g_assert_cmpint (result->band->from, <=, total);
  g_assert_true (highest || total < result->band_to);
  g_assert_cmpint (result->gap_points, ==, c->vetoed || highest ? 0 : next_bound (total) - total);
  g_assert_cmpint (result->gap_amount, ==,
                   c->vetoed || highest ? 0 : article_13 (c->ordinal, next_bound (total)) - expected);
}

static void
test_every_total (gconstpointer data)
{
  const BandCase *c = data;
  g_auto (Bureau) bureau = { 0 };
  g_autoptr (JpDossier) dossier = NULL;
  JpAssessment *assessment;

  bureau_open (&bureau, jp_test_pack (), "2026-03-01");
  dossier = cluster_new ("2023-10-17", c->ordinal == 2 ? 2025 : 2024);
  assessment = cluster_assess (dossier, bureau.pack, 2025, JP_ASSESSMENT_CITY);
  if (c->confirmed)
    assessment_freeze (assessment, dossier, 0);
  if (c->vetoed && c->confirmed)
    g_ptr_array_add (assessment->frozen->vetoes, jp_frozen_veto_new ("false_application", "查实"));
  else if (c->vetoed)
    g_ptr_array_add (assessment->vetoes, jp_reviewer_veto_new ("false_application", "查实"));

  for (int total = 0; total <= 10000; total++)
    {
      if (c->confirmed)
        assessment->frozen->total = total;
      assessment_give_total (assessment, bureau.pack, total);
      check_total (&bureau, dossier, c, total);
    }
}

/* The other pack: 90, 75 and 50; one banded year; an amount that is not whole yuan. */
static void
test_every_total_of_another_pack (void)
{
  g_auto (Bureau) bureau = { 0 };
  g_autoptr (JpDossier) dossier = NULL;
  JpAssessment *assessment;

  bureau_open (&bureau, jp_test_other_pack (), "2026-03-01");
  dossier = cluster_new ("2025-02-01", 2025);
  assessment = cluster_assess (dossier, bureau.pack, 2025, JP_ASSESSMENT_CITY);

  for (int total = 0; total <= 10000; total++)
    {
      g_autoptr (JpResult) result = NULL;

      assessment_give_total (assessment, bureau.pack, total);
      result = jp_result_new (dossier, &bureau.context, 2025);
      g_assert_cmpint (result->total, ==, total);
      g_assert_cmpuint (result->next_ordinal, ==, 2);
      g_assert_cmpint (result->next_fiscal_year, ==, 2026);
      g_assert_cmpint (result->amount, ==,
                       total >= 9000 ? 50000000 : total >= 7500 ? 35000000 : total >= 5000 ? 12000050 : 0);
    }
}

static void
test_79_99_is_in_the_band_from_70 (void)
{
  g_auto (Bureau) bureau = { 0 };
  g_autoptr (JpDossier) dossier = NULL;
  g_autoptr (JpResult) result = NULL;

  bureau_open (&bureau, jp_test_pack (), "2025-03-01");
  dossier = cluster_new ("2023-10-17", 2024);
  assessment_give_total (cluster_assess (dossier, bureau.pack, 2024, JP_ASSESSMENT_CITY), bureau.pack, 7999);
  result = jp_result_new (dossier, &bureau.context, 2024);

  g_assert_cmpint (result->band->from, ==, 7000);
  g_assert_cmpint (result->band_to, ==, 8000);
  g_assert_cmpint (result->amount, ==, 40 * WAN);
  g_assert_cmpint (result->gap_points, ==, 1);
  g_assert_cmpint (result->gap_amount, ==, 20 * WAN);
}

static const struct
{
  const char *name;
  const char *recognised;
  int         start;
  int         year;
  guint       ordinal;
} basis_cases[] = {
  { "year-before-the-first-pays-nothing", "2024-09-19", 2025, 2024, 0 },
  { "first-year-decides-the-second", "2024-09-19", 2025, 2025, 2 },
  { "second-year-decides-the-third", "2024-09-19", 2025, 2026, 3 },
  { "third-year-pays-nothing", "2024-09-19", 2025, 2027, 0 },
  { "assumed-start-is-the-year-of-recognition", "2024-09-19", 0, 2024, 2 },
  { "assumed-start-is-not-before-the-first-fiscal-year", "2023-01-11", 0, 2024, 2 },
};

static void
test_basis (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_auto (Bureau) bureau = { 0 };
  g_autoptr (JpDossier) dossier = NULL;
  g_autoptr (JpResult) result = NULL;
  int year = basis_cases[index].year;
  gboolean involved = basis_cases[index].ordinal > 0;

  bureau_open (&bureau, jp_test_pack (), "2028-03-01");
  dossier = cluster_new (basis_cases[index].recognised, basis_cases[index].start);
  assessment_give_total (cluster_assess (dossier, bureau.pack, year, JP_ASSESSMENT_CITY), bureau.pack, 7500);
  cluster_file_return (dossier, year, "2025-01-05");
  if (year == 2027)
    g_ptr_array_add (dossier->acts, jp_act_new (JP_ACT_RENEWAL_APPLY, jp_test_date ("2027-03-01"), "350205"));
  result = jp_result_new (dossier, &bureau.context, year);

  g_assert_cmpuint (result->next_ordinal, ==, basis_cases[index].ordinal);
  g_assert_cmpint (result->involves_money, ==, involved);
  g_assert_cmpint (result->next_fiscal_year, ==, involved ? year + 1 : 0);
  g_assert_cmpint (result->band->from, ==, 7000);
  g_assert_cmpint (result->band_to, ==, 8000);
  g_assert_cmpint (result->gap_points, ==, 500);
  g_assert_false (result->vetoed);
  g_assert_cmpint (result->amount, ==, basis_cases[index].ordinal == 2 ? 40 * WAN : involved ? 30 * WAN : 0);
  g_assert_cmpint (result->gap_amount, ==, basis_cases[index].ordinal == 2 ? 20 * WAN : involved ? 10 * WAN : 0);
}

int
main (int argc, char **argv)
{
  static const BandCase band_cases[] = {
    { 2, FALSE, FALSE }, { 2, TRUE, FALSE }, { 2, FALSE, TRUE }, { 2, TRUE, TRUE },
    { 3, FALSE, FALSE }, { 3, TRUE, FALSE }, { 3, FALSE, TRUE }, { 3, TRUE, TRUE },
  };

  jp_test_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (band_cases); i++)
    {
      const BandCase *c = &band_cases[i];
      g_autofree char *path = g_strdup_printf ("/core/R-FUND/every-total/year-%u%s%s", c->ordinal,
                                               c->vetoed ? "-vetoed" : "", c->confirmed ? "-confirmed" : "");
      g_test_add_data_func (path, c, test_every_total);
    }
  g_test_add_func ("/core/R-FUND/every-total/another-pack", test_every_total_of_another_pack);
  g_test_add_func ("/core/R-FUND/79.99-is-in-the-band-from-70", test_79_99_is_in_the_band_from_70);
  for (gsize i = 0; i < G_N_ELEMENTS (basis_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/R-FUND/basis/%s", basis_cases[i].name);
      g_test_add_data_func (path, GUINT_TO_POINTER ((guint) i), test_basis);
    }

  return g_test_run ();
}
