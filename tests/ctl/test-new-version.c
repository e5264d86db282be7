/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A weight moves from one indicator to another: the confirmed year stays as it was and prints with its old version, the
 * new year is scored by the new one (R-PACK, 第十九条). */

#include "jp-test-ctl.h"

#include "jp-pack-draft.h"
#include "jp-test.h"
#ifdef JP_HAVE_PDF_READER
#include "pdf-reader.h"
#endif

#define CLUSTER  "厦门市集美区示例机器人产业集群"
#define DISTRICT "350211"

static void
import (JpTestCtl *ctl, const char *name, const char *text)
{
  g_autofree char *path = jp_test_ctl_file (ctl, name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  jp_test_ctl_run (ctl, 0, "import", path, NULL);
}

static void
review (JpTestCtl *ctl, const char *office, const char *person, const char *last)
{
  g_autoptr (JpPack) pack = jp_test_pack ();

  for (guint i = 0; i < pack->n_indicators; i++)
    {
      gboolean manual = pack->indicators[i].measure == JP_MEASURE_MANUAL;

      jp_test_ctl_run (ctl, 0, "assess", CLUSTER, "2025", "points", pack->indicators[i].id,
                       manual ? "8.00" : "computed", "--reason", "现场评定", "--office", office, "--as", person, NULL);
    }
  jp_test_ctl_run (ctl, 0, "assess", CLUSTER, "2025", last, "--office", office, "--as", person, NULL);
}

static JpTestCtl *
set_up (void)
{
  JpTestCtl *ctl = jp_test_ctl_new ("2026-02-10");

  jp_test_ctl_run (ctl, 0, "init", "--since", "2024-01-01", NULL);
  import (ctl, "clusters.csv", "集群名称,区县,主导产业,认定日期\n" CLUSTER ",集美区,工业机器人,2024-09-19\n");
  import (ctl, "figures.csv",
          "集群名称,年度,总产值（万元）,研发投入（万元）,创新型中小企业（家）,专精特新中小企业（家）,"
          "专精特新“小巨人”企业（家）,重点工业企业（家）,有效知识产权（件）,工业互联网平台应用普及率（%）\n" CLUSTER
          ",2024,1000000,50000,20,10,2,30,1000,20\n" CLUSTER ",2025,1050000,55000,25,12,2,32,1100,25\n");
  jp_test_ctl_run (ctl, 0, "assess", CLUSTER, "2025", "open", "--office", DISTRICT, "--as", "林志强", NULL);
  review (ctl, DISTRICT, "林志强", "submit");
  review (ctl, "city", "陈晓岚", "confirm");

  return ctl;
}

/* Version 2 from 2026 on: five points go from output to governance. */
static char *
second_version (JpTestCtl *ctl)
{
  g_autoptr (JpPack) pack = jp_test_pack ();
  g_autoptr (JpPackDraft) draft = jp_pack_draft_new (pack->json, NULL);
  g_autofree char *json = NULL;
  char *path = jp_test_ctl_file (ctl, "second.json");

  jp_pack_draft_set_number (draft, "$.version", "2");
  jp_pack_draft_set (draft, "$.assessment_years", json_from_string ("{\"from\": 2026}", NULL));
  jp_pack_draft_set_text (draft, "$.indicators[0].weight", "15.00");
  jp_pack_draft_set_text (draft, "$.indicators[6].weight", "15.00");
  json = jp_pack_draft_to_json (draft);
  g_assert_true (g_file_set_contents (path, json, -1, NULL));

  return path;
}

static void
assert_paper (JpTestCtl *ctl, const char *year, const char *version)
{
#ifdef JP_HAVE_PDF_READER
  g_autofree char *path = jp_test_ctl_file (ctl, "paper.pdf");
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;
  g_autofree char *squeezed = NULL;

  jp_test_ctl_run (ctl, 0, "report", "assessment", "--cluster", CLUSTER, "--year", year, "-o", path, NULL);
  text = pdf_text (path, 0);
  words = g_strsplit_set (text, " \n", -1);
  squeezed = g_strjoinv ("", words);
  assert_says (squeezed, version);
#endif
}

static void
test_new_version (void)
{
  g_autoptr (JpTestCtl) ctl = set_up ();
  g_autofree char *second = second_version (ctl);
  g_autoptr (JsonNode) before = jp_test_ctl_json (ctl, 0, "score", "--year", "2025", NULL);
  g_autoptr (JsonNode) after = NULL;
  g_autoptr (JsonNode) next = NULL;
  g_autofree char *total = jp_test_json_get (before, "0.total");

  jp_test_ctl_run (ctl, 1, "pack", "use", second, "--year", "2025", NULL); /* it does not govern that year */
  jp_test_ctl_run (ctl, 0, "pack", "use", second, NULL);

  after = jp_test_ctl_json (ctl, 0, "score", "--year", "2025", NULL);
  g_assert_true (json_node_equal (before, after));
  jp_assert_json (after, "0.pack", "xiamen-2024/1");
  jp_assert_json (after, "0.state", "confirmed");
  jp_assert_json (after, "0.indicators.0.points", "12.00");
  jp_assert_json (after, "0.total", total);
  assert_paper (ctl, "2025", "规则包xiamen-2024第1版");

  import (ctl, "next.csv", "集群名称,年度,总产值（万元）\n" CLUSTER ",2026,1102500\n");
  next = jp_test_ctl_json (ctl, 0, "score", "--year", "2026", NULL);
  jp_assert_json (next, "0.pack", "xiamen-2024/2");
  jp_assert_json (next, "0.indicators.0.weight", "15.00");
  jp_assert_json (next, "0.indicators.0.points", "9.00");
  jp_assert_json (next, "0.indicators.6.weight", "15.00");
  assert_paper (ctl, "2026", "规则包xiamen-2024第2版");
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);
  g_test_add_func ("/ctl/R-PACK/confirmed-year-keeps-its-version", test_new_version);

  return g_test_run ();
}
