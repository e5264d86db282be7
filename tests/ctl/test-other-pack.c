/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-test-ctl.h"

#include "jp-test.h"

/* The second, deliberately different pack through the whole chain: what differs is data, not code (R-PACK). */

#define CLUSTER "宁波市北仑区示例模具产业集群"
#define DISTRICT "330206"

static void
put_file (JpTestCtl *ctl, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = jp_test_ctl_file (ctl, name);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
import (JpTestCtl *ctl, const char *name, const char *text)
{
  g_autofree char *path = jp_test_ctl_file (ctl, name);

  put_file (ctl, name, text);
  jp_test_ctl_run (ctl, 0, "import", path, NULL);
}

static JpTestCtl *
set_up (void)
{
  JpTestCtl *ctl = jp_test_ctl_new ("2026-03-02");
  g_autofree char *pack = jp_test_path ("packs/other.json");

  jp_test_ctl_run (ctl, 0, "init", "--pack", pack, "--since", "2025-01-01", NULL);
  import (ctl, "clusters.csv", "集群名称,区县,主导产业,占地面积（km²）,运营单位,认定日期\n"
                               CLUSTER ",北仑区,模具,49.999999,北仑模具协会,2025-01-10\n");
  import (ctl, "figures.csv", "集群名称,年度,营业收入（亿元）,主业收入（万元）,发明专利（项）,牵头标准,数字化普及率（%）\n"
                              CLUSTER ",2024,30,200000,10,1,55\n" CLUSTER ",2025,33,210000,13,1,61.5\n");

  return ctl;
}

static void
confirm (JpTestCtl *ctl)
{
  static const char * const indicators[] = { "revenue_growth", "innovation", "digital" };
  static const struct
  {
    const char *office, *person, *last;
  } reviews[] = { { DISTRICT, "海", "submit" }, { "city", "宁", "confirm" } };

  jp_test_ctl_run (ctl, 0, "assess", CLUSTER, "2025", "open", "--office", DISTRICT, "--as", "海", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (reviews); i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (indicators); j++)
        jp_test_ctl_run (ctl, 0, "assess", CLUSTER, "2025", "points", indicators[j], "computed",
                         "--office", reviews[i].office, "--as", reviews[i].person, NULL);
      jp_test_ctl_run (ctl, 0, "assess", CLUSTER, "2025", "points", "service", "8.00", "--reason", "现场评定",
                       "--office", reviews[i].office, "--as", reviews[i].person, NULL);
      jp_test_ctl_run (ctl, 0, "assess", CLUSTER, "2025", reviews[i].last,
                       "--office", reviews[i].office, "--as", reviews[i].person, NULL);
    }
}

static void
test_term_of_two_years (void)
{
  g_autoptr (JpTestCtl) ctl = set_up ();
  g_autoptr (JsonNode) clusters = jp_test_ctl_json (ctl, 0, "clusters", NULL);

  jp_assert_json (clusters, "0.district", DISTRICT);
  jp_assert_json (clusters, "0.term.from", "2025-01-10");
  jp_assert_json (clusters, "0.term.to", "2027-01-09");
}

static void
test_score_by_four_indicators (void)
{
  g_autoptr (JpTestCtl) ctl = set_up ();
  g_autoptr (JsonNode) score = jp_test_ctl_json (ctl, 0, "score", "--year", "2025", NULL);

  g_assert_cmpuint (jp_test_json_n (score, "0.indicators"), ==, 4);
  jp_assert_json (score, "0.pack", "other-2023/3");
  jp_assert_json (score, "0.indicators.1.value", "0.1000");
  jp_assert_json (score, "0.indicators.1.points", "24.85");
  jp_assert_json (score, "0.indicators.2.points", "12.25");
  jp_assert_json (score, "0.indicators.3.points", "20.00");
  jp_assert_json (score, "0.total", "57.10");
  jp_assert_json (score, "0.missing.0", "service");
  jp_assert_json (score, "0.next.ordinal", "2");
  jp_assert_json (score, "0.next.least", "120000.50");
  jp_assert_json (score, "0.next.most", "120000.50");
}

static void
test_dates_of_its_own (void)
{
  g_autoptr (JpTestCtl) ctl = set_up ();
  g_autoptr (JsonNode) duties = jp_test_ctl_json (ctl, 0, "calendar", NULL);
  gboolean assessed = FALSE, returned = FALSE;

  for (guint i = 0; i < jp_test_json_n (duties, ""); i++)
    {
      JsonNode *duty = json_array_get_element (json_node_get_array (duties), i);
      g_autofree char *kind = jp_test_json_get (duty, "kind");
      g_autofree char *due = jp_test_json_get (duty, "due");

      if (g_str_equal (kind, "assessment"))
        {
          g_assert_cmpstr (due, ==, "2026-05-31");
          assessed = TRUE;
        }
      if (g_str_equal (kind, "return"))
        {
          g_assert_cmpstr (due, ==, "2026-05-20");
          returned = TRUE;
        }
    }
  g_assert_true (assessed);
  g_assert_true (returned);
}

static void
test_money_from_assessment_to_payment (void)
{
  g_autoptr (JpTestCtl) ctl = set_up ();
  g_autoptr (JsonNode) schedule = NULL;
  g_autoptr (JsonNode) publicised = NULL;
  g_autoptr (JsonNode) paid = NULL;

  confirm (ctl);
  schedule = jp_test_ctl_json (ctl, 0, "schedule", NULL);
  g_assert_cmpuint (jp_test_json_n (schedule, "clusters.0.years"), ==, 2);
  jp_assert_json (schedule, "clusters.0.years.0.entitled", "800000.00");
  jp_assert_json (schedule, "clusters.0.years.1.fiscalYear", "2026");
  jp_assert_json (schedule, "clusters.0.years.1.entitled", "120000.50");

  jp_test_ctl_run (ctl, 0, "fund", CLUSTER, "2", "plan", "equipment=120000.50", "--office", DISTRICT, NULL);
  jp_test_ctl_run (ctl, 0, "fund", CLUSTER, "2", "district", "--office", DISTRICT, NULL);
  jp_test_ctl_run (ctl, 0, "fund", CLUSTER, "2", "city", NULL);
  publicised = jp_test_ctl_json (ctl, 0, "fund", CLUSTER, "2", "publicise", NULL);
  jp_assert_json (publicised, "publicityLast", "2026-03-11");
  jp_test_ctl_run (ctl, 1, "fund", CLUSTER, "2", "pay", "--amount", "120000.50", "--voucher", "V1", "--today",
                   "2026-03-11", NULL);
  paid = jp_test_ctl_json (ctl, 0, "fund", CLUSTER, "2", "pay", "--amount", "120000.50", "--voucher", "V1", "--today",
                           "2026-03-12", NULL);
  jp_assert_json (paid, "state", "paid");
  jp_assert_json (paid, "paid", "120000.50");
}

static void
test_standard_and_paper (void)
{
  g_autoptr (JpTestCtl) ctl = set_up ();
  g_autoptr (JsonNode) standard = jp_test_ctl_json (ctl, 0, "standard", CLUSTER, "--year", "2025", NULL);
  g_autofree char *paper = jp_test_ctl_file (ctl, "paper.pdf");
  g_autoptr (JsonNode) report = NULL;

  jp_assert_json (standard, "1.id", "size");
  jp_assert_json (standard, "1.met", "true");
  jp_assert_json (standard, "2.met", "true");
  jp_assert_json (standard, "3.met", "true");
  jp_assert_json (standard, "4.met", "null");

  report = jp_test_ctl_json (ctl, 0, "report", "assessment", "--year", "2025", "-o", paper, NULL);
  jp_assert_json (report, "pages", "2");
}

static void
test_template_and_ledger_go_round (void)
{
  static const char * const names[] = { "template.xlsx", "figures.xlsx", "clusters.csv" };
  static const char * const what[] = { NULL, "figures", "clusters" };
  g_autoptr (JpTestCtl) ctl = set_up ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = jp_test_ctl_file (ctl, names[i]);
      g_autoptr (JsonNode) imported = NULL;

      if (what[i] == NULL)
        jp_test_ctl_run (ctl, 0, "template", path, "--district", DISTRICT, NULL);
      else
        jp_test_ctl_run (ctl, 0, "export", path, "--what", what[i], NULL);
      imported = jp_test_ctl_json (ctl, 0, "import", path, NULL);
      jp_assert_json (imported, "clusters.changed", "0");
      jp_assert_json (imported, "clusters.added", "0");
      jp_assert_json (imported, "figures.changed", "0");
      jp_assert_json (imported, "figures.added", "0");
    }
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);
  g_test_add_func ("/ctl/R-PACK/other/R-TERM/two-years", test_term_of_two_years);
  g_test_add_func ("/ctl/R-PACK/other/R-SCORE/four-indicators", test_score_by_four_indicators);
  g_test_add_func ("/ctl/R-PACK/other/R-CAL/dates-of-its-own", test_dates_of_its_own);
  g_test_add_func ("/ctl/R-PACK/other/R-FUND/from-assessment-to-payment", test_money_from_assessment_to_payment);
  g_test_add_func ("/ctl/R-PACK/other/R-STANDARD/and-paper", test_standard_and_paper);
  g_test_add_func ("/ctl/R-PACK/other/R-READ/template-and-ledger-go-round", test_template_and_ledger_go_round);

  return g_test_run ();
}
