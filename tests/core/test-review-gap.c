/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-review-gap.h"

#include "jp-test.h"

/* An assessment of which only the points count here. */
static JpResult *
make (JpPack *pack, JpDossier *dossier, int district, int city)
{
  JpResult *result = g_new0 (JpResult, 1);

  result->pack = pack;
  result->dossier = dossier;
  result->points = g_new0 (JpResultPoints, pack->n_indicators);
  result->points[0] = (JpResultPoints) { .district = district, .city = city };

  return result;
}

static void
free_made (gpointer data)
{
  g_free (((JpResult *) data)->points);
  g_free (data);
}

static void
test_average (void)
{
  static const struct { int gaps[3]; guint n; int average; } cases[] = {
    { { 0, 0, 0 }, 3, 0 },     { { 100, 0, 0 }, 3, 33 },  { { 100, 100, 0 }, 3, 67 },
    { { 1, 0 }, 2, 1 },        { { -1, 0 }, 2, 0 },       { { -2, -1 }, 2, -1 },
    { { -100, 0, 0 }, 3, -33 }, { { 548 }, 1, 548 },
  };
  g_autoptr (JpPack) pack = jp_test_pack ();
  JpDossier *dossier = jp_dossier_new ("c0ffee00-0000-4000-8000-000000000001", "甲");

  dossier->district = g_strdup ("350211");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func (free_made);
      JpReviewGap gap;

      for (guint k = 0; k < cases[i].n; k++)
        g_ptr_array_add (results, make (pack, dossier, 1000 + cases[i].gaps[k], 1000));
      gap = jp_review_gap_average (results, "350211");
      g_assert_cmpuint (gap.n, ==, cases[i].n);
      g_assert_cmpint (gap.average, ==, cases[i].average);
      g_assert_cmpuint (jp_review_gap_average (results, "350203").n, ==, 0);
      g_assert_cmpuint (jp_review_gap_average (results, NULL).n, ==, cases[i].n);
    }
  jp_dossier_free (dossier);
}

/* One indicator without the city's points: the totals do not compare. */
static void
test_unfinished_is_left_out (void)
{
  g_autoptr (JpPack) pack = jp_test_pack ();
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func (free_made);
  JpDossier *dossier = jp_dossier_new ("c0ffee00-0000-4000-8000-000000000001", "甲");

  g_ptr_array_add (results, make (pack, dossier, 1000, JP_POINTS_UNKNOWN));
  g_assert_cmpuint (jp_review_gap_average (results, NULL).n, ==, 0);
  jp_dossier_free (dossier);
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);
  g_test_add_func ("/core/R-SCORE/gap/average-half-up", test_average);
  g_test_add_func ("/core/R-SCORE/gap/unfinished-is-left-out", test_unfinished_is_left_out);

  return g_test_run ();
}
