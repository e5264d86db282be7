/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bureau.h"

#include "jp-pack-draft.h"
#include "jp-pack-simulation.h"

/* The shipped pack's next version, with some values changed: "path=value" each. */
static JpPack *
next_version (const char * const *changes)
{
  g_autoptr (JpPack) shipped = jp_test_pack ();
  g_autoptr (JpPackDraft) draft = jp_pack_draft_new (shipped->json, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;
  JpPack *pack;

  jp_pack_draft_set_number (draft, "$.version", "2");
  for (guint i = 0; changes[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (changes[i], "=", 2);

      g_assert_true (jp_pack_draft_set_text (draft, pair[0], pair[1]));
    }
  json = jp_pack_draft_to_json (draft);
  pack = jp_pack_new_from_json (json, -1, &error);
  g_assert_no_error (error);

  return pack;
}

/* Five points go from output growth to governance, whose best grade follows. */
static JpPack *
moved_weight (void)
{
  static const char * const changes[] = { "$.indicators[0].weight=15.00", "$.indicators[6].weight=15.00",
                                          "$.indicators[6].grades[0][1]=15.00", NULL };

  return next_version (changes);
}

typedef struct
{
  Bureau     bureau;
  GPtrArray *dossiers;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  bureau_open (&self->bureau, jp_test_pack (), "2026-02-10");
  self->dossiers = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_dossier_free);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_ptr_array_unref (self->dossiers);
  bureau_close (&self->bureau);
}

/* Output grew by 5 %: 60 % of its weight. */
static JpDossier *
add_cluster (Fixture *self, const char *recognised)
{
  JpDossier *dossier = cluster_new (recognised, 0);

  cluster_set_figures (dossier, 2024,
                       "output=100000000 rd=1000000 ip=100 innovative=10 srdi=5 little_giant=1 key_industrial=8");
  cluster_set_figures (
    dossier, 2025,
    "output=105000000 rd=1100000 ip=115 innovative=18 srdi=5 little_giant=1 key_industrial=11 platform_rate=3000");
  cluster_file_return (dossier, 2024, "2025-03-01");
  g_ptr_array_add (self->dossiers, dossier);

  return dossier;
}

static const JpSimulatedResult *
only_row (const JpPackSimulation *simulation)
{
  g_assert_cmpuint (simulation->rows->len, ==, 1);

  return simulation->rows->pdata[0];
}

/* Nothing opened yet: both results are computed, and the new indicator weights count. */
static void
test_computed (Fixture *self, gconstpointer data)
{
  g_autoptr (JpPack) pack = moved_weight ();
  g_autoptr (JpPackSimulation) simulation = NULL;
  const JpSimulatedResult *row;

  add_cluster (self, "2024-09-19");
  simulation = jp_pack_simulation_new (self->dossiers, &self->bureau.context, pack, 2025);
  row = only_row (simulation);
  g_assert_cmpint (row->before->points[0].computed, ==, 1200);
  g_assert_cmpint (row->after->points[0].computed, ==, 900);
  g_assert_cmpint (row->after->total, ==, row->before->total - 300);
  g_assert_cmpuint (row->before->pack->version, ==, 1);
  g_assert_cmpuint (row->after->pack->version, ==, 2);
  g_assert_cmpuint (simulation->n_total, ==, 1);
}

/* Confirmed: what took the computed points over follows the rule, a judgement keeps its part of the weight; the frozen
 * figures count, whatever the ledger says since; and the dossier itself is as it was. */
static void
test_confirmed (Fixture *self, gconstpointer data)
{
  g_autoptr (JpPack) pack = moved_weight ();
  g_autoptr (JpPackSimulation) simulation = NULL;
  JpDossier *dossier = add_cluster (self, "2024-09-19");
  JpAssessment *assessment = cluster_assess (dossier, self->bureau.pack, 2025, JP_ASSESSMENT_CITY);
  g_autoptr (JpResult) open = jp_result_new (dossier, &self->bureau.context, 2025);
  const JpSimulatedResult *row;
  int total = 0;

  for (guint i = 0; i < self->bureau.pack->n_indicators; i++)
    {
      int points = open->points[i].computed >= 0 ? open->points[i].computed : 800;

      assessment_give (assessment, self->bureau.pack->indicators[i].id, points, points);
      total += points;
    }
  assessment_freeze (assessment, dossier, total);
  jp_figures_set ((JpFigures *) jp_dossier_figures (dossier, 2025), "output", 200000000);

  simulation = jp_pack_simulation_new (self->dossiers, &self->bureau.context, pack, 2025);
  row = only_row (simulation);
  g_assert_cmpint (row->before->total, ==, total);
  g_assert_cmpint (row->after->points[0].standing, ==, 900);
  g_assert_cmpint (row->after->points[6].standing, ==, 1200); /* 8 of 10, so 12 of 15 */
  g_assert_cmpint (row->after->total, ==, total - 300 + 400);
  g_assert_cmpint (assessment->frozen->total, ==, total);
  g_assert_cmpuint (assessment->pack_version, ==, 1);
  g_assert_cmpint (((JpReviewPoints *) assessment->points->pdata[0])->city, ==, 1200);
}

/* Raising the upper band by a point takes the money of who was just in it. */
static void
test_amount (Fixture *self, gconstpointer data)
{
  static const char * const changes[] = { "$.funding.years[1].bands[0][0]=81.00", NULL };
  g_autoptr (JpPack) pack = next_version (changes);
  g_autoptr (JpPackSimulation) simulation = NULL;
  const JpSimulatedResult *row;

  for (int total = 8000; total <= 8100; total += 100)
    {
      JpDossier *dossier = add_cluster (self, "2024-09-19");
      JpAssessment *assessment = cluster_assess (dossier, self->bureau.pack, 2025, JP_ASSESSMENT_CITY);

      dossier->funding_start = 2025;
      assessment_give_total (assessment, self->bureau.pack, total);
      assessment_freeze (assessment, dossier, total);
      /* Judged, not computed: no point may follow the rule. */
      jp_figures_free (assessment->frozen->current);
      assessment->frozen->current = NULL;
    }
  simulation = jp_pack_simulation_new (self->dossiers, &self->bureau.context, pack, 2025);
  g_assert_cmpuint (simulation->rows->len, ==, 2);
  row = simulation->rows->pdata[0]; /* the difference first */
  g_assert_cmpint (row->before->total, ==, 8000);
  g_assert_cmpint (row->before->amount, ==, 60000000);
  g_assert_cmpint (row->after->amount, ==, 40000000);
  g_assert_true (jp_simulated_amount_differs (row));
  g_assert_true (jp_simulated_band_differs (row));
  g_assert_false (jp_simulated_total_differs (row));
  row = simulation->rows->pdata[1];
  g_assert_cmpint (row->after->total, ==, 8100);
  g_assert_cmpint (row->after->amount, ==, 60000000);
  g_assert_cmpuint (simulation->n_amount, ==, 1);
  g_assert_cmpint (simulation->before, ==, 120000000);
  g_assert_cmpint (simulation->after, ==, 100000000);
}

/* Who was not due is not asked about, and the same pack changes nothing. */
static void
test_same (Fixture *self, gconstpointer data)
{
  g_autoptr (JpPackSimulation) simulation = NULL;

  add_cluster (self, "2024-09-19");
  add_cluster (self, "2026-01-09"); /* not in term in 2025 */
  simulation = jp_pack_simulation_new (self->dossiers, &self->bureau.context, self->bureau.pack, 2025);
  g_assert_cmpuint (simulation->rows->len, ==, 1);
  g_assert_cmpuint (simulation->n_total + simulation->n_band + simulation->n_amount, ==, 0);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/core/R-PACK/simulation/computed", test_computed },
    { "/core/R-PACK/simulation/confirmed-keeps-what-it-froze", test_confirmed },
    { "/core/R-PACK/simulation/amounts-differences-first", test_amount },
    { "/core/R-PACK/simulation/same-pack-changes-nothing", test_same },
  };

  jp_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
