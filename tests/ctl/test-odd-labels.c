/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names and labels of any characters keep their scores: a pack, a cluster, figures, reasons and narrative parts full of
 * quotes, signs of markup and formats, emoji and rare characters, from the workbook to the confirmed result, its paper
 * and the ledger that is exported and comes back. */

#include "jp-test-ctl.h"

#include "jp-pack-draft.h"
#include "jp-test.h"
#ifdef JP_HAVE_PDF_READER
#include "pdf-reader.h"
#endif

#define ODD      "' \" \\ %s < & 😀 筼筜 𬭚"
#define ODD_CSV  "' \"\" \\ %s < & 😀 筼筜 𬭚" /* between quotes */
#define CLUSTER  "厦门市集美区" ODD "产业集群"
#define DISTRICT "350211"

static char *
odd_pack (void)
{
  g_autoptr (JpPack) shipped = jp_test_pack ();
  g_autoptr (JpPackDraft) draft = jp_pack_draft_new (shipped->json, NULL);
  g_autoptr (GPtrArray) faults = NULL;
  char *json;

  for (guint i = 0; i < shipped->n_indicators; i++)
    {
      g_autofree char *path = g_strdup_printf ("$.indicators[%u].name", i);
      g_autofree char *name = g_strdup_printf ("%s指标%u", ODD, i);

      g_assert_true (jp_pack_draft_set_text (draft, path, name));
    }
  g_assert_true (jp_pack_draft_set_text (draft, "$.metrics[0].name", "产值" ODD));
  g_assert_true (jp_pack_draft_set_text (draft, "$.vetoes[0].name", "虚假" ODD));
  g_assert_true (jp_pack_draft_set_text (draft, "$.title", ODD));
  json = jp_pack_draft_to_json (draft);
  faults = jp_pack_validate (json, -1);
  g_assert_cmpuint (faults->len, ==, 0);

  return json;
}

static void
import (JpTestCtl *ctl, const char *name, const char *text)
{
  g_autofree char *path = jp_test_ctl_file (ctl, name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  jp_test_ctl_run (ctl, 0, "import", path, NULL);
}

static void
give_points (JpTestCtl *ctl, const char *office, const char *person, const char *last)
{
  g_autoptr (JpPack) pack = jp_test_pack ();

  for (guint i = 0; i < pack->n_indicators; i++)
    jp_test_ctl_run (ctl, 0, "assess", CLUSTER, "2025", "points", pack->indicators[i].id, "5.55", "--reason", ODD,
                     "--office", office, "--as", person, NULL);
  jp_test_ctl_run (ctl, 0, "assess", CLUSTER, "2025", last, "--office", office, "--as", person, NULL);
}

static JpTestCtl *
confirmed (void)
{
  JpTestCtl *ctl = jp_test_ctl_new ("2026-02-10");
  g_autofree char *path = jp_test_ctl_file (ctl, "pack.json");
  g_autofree char *json = odd_pack ();

  g_assert_true (g_file_set_contents (path, json, -1, NULL));
  jp_test_ctl_run (ctl, 0, "init", "--pack", path, "--since", "2024-01-01", NULL);
  import (ctl, "clusters.csv", "集群名称,区县,主导产业,运营单位,认定日期\n"
                               "\"厦门市集美区" ODD_CSV "产业集群\",集美区,\"" ODD_CSV "\",\"" ODD_CSV "公司\",2024-03-01\n");
  import (ctl, "figures.csv", "集群名称,年度,\"产值" ODD_CSV "（万元）\",重点工业企业（家）\n"
                              "\"厦门市集美区" ODD_CSV "产业集群\",2024,1000000,10\n"
                              "\"厦门市集美区" ODD_CSV "产业集群\",2025,1100000,12\n");
  jp_test_ctl_run (ctl, 0, "assess", CLUSTER, "2025", "open", "--office", DISTRICT, "--as", "林" ODD, NULL);
  jp_test_ctl_run (ctl, 0, "assess", CLUSTER, "2025", "narrative", "progress", ODD, "--office", DISTRICT, NULL);
  jp_test_ctl_run (ctl, 0, "assess", CLUSTER, "2025", "veto", "false_application", "--reason", ODD,
                   "--office", DISTRICT, NULL);
  give_points (ctl, DISTRICT, "林" ODD, "submit");
  give_points (ctl, "city", "陈晓岚", "confirm");

  return ctl;
}

static void
test_scores (void)
{
  g_autoptr (JpTestCtl) ctl = confirmed ();
  g_autoptr (JsonNode) score = jp_test_ctl_json (ctl, 0, "score", "--year", "2025", NULL);

  jp_assert_json (score, "0.cluster", CLUSTER);
  jp_assert_json (score, "0.state", "confirmed");
  jp_assert_json (score, "0.indicators.0.points", "20.00"); /* of 产值, by the growth of 10 % */
  jp_assert_json (score, "0.district", "38.85");
  jp_assert_json (score, "0.city", "38.85");
  jp_assert_json (score, "0.total", "38.85");
  jp_assert_json (score, "0.vetoes.0.evidence", "区级初审认定：" ODD);
  jp_test_ctl_run (ctl, 1, "assess", CLUSTER, "2025", "points", "governance", "1.00", "--reason", ODD, NULL);
  jp_test_ctl_run (ctl, 0, "journal", "--verify", NULL);
  jp_test_ctl_run (ctl, 0, "check", NULL);
}

/* What goes out comes back the same. */
static void
test_books (void)
{
  static const char * const files[] = { "clusters.xlsx", "clusters.csv" };
  g_autoptr (JpTestCtl) ctl = confirmed ();

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = jp_test_ctl_file (ctl, files[i]);
      g_autoptr (JsonNode) back = NULL;

      jp_test_ctl_run (ctl, 0, "export", path, "--what", "clusters", NULL);
      back = jp_test_ctl_json (ctl, 0, "import", path, "--dry-run", NULL);
      jp_assert_json (back, "clusters.read", "1");
      jp_assert_json (back, "clusters.same", "1");
    }
}

#ifdef JP_HAVE_PDF_READER
static void
test_paper (void)
{
  static const char * const words[] = { "厦门市集美区'\"\\%s<&", "筼筜𬭚产业集群", "筼筜𬭚指标6", "38.85", "虚假'\"\\%s<&" };
  g_autoptr (JpTestCtl) ctl = confirmed ();
  g_autofree char *path = jp_test_ctl_file (ctl, "paper.pdf");
  g_autoptr (GString) text = NULL;

  jp_test_ctl_run (ctl, 0, "report", "assessment", "--cluster", CLUSTER, "--year", "2025", "-o", path, NULL);
  {
    g_autofree char *read = pdf_text (path, -1);

    text = g_string_new (read);
  }
  g_string_replace (text, "\n", "", 0);
  g_string_replace (text, " ", "", 0);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    assert_says (text->str, words[i]);
}
#endif

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  g_test_add_func ("/ctl/R-SCORE/odd-labels/scores", test_scores);
  g_test_add_func ("/ctl/R-READ/odd-labels/books", test_books);
#ifdef JP_HAVE_PDF_READER
  g_test_add_func ("/ctl/R-SCORE/odd-labels/paper", test_paper);
#endif

  return g_test_run ();
}
