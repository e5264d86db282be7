/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-test-ctl.h"

#include "jp-test.h"

#ifdef JP_HAVE_PDF_READER
#include "pdf-reader.h"
#endif

/* The years of two clusters, by jipingctl alone, two offices at work: from recognition to a renewal and a lapse. */

#define A "厦门市集美区工业机器人产业集群"
#define B "厦门市海沧区示例生物医药产业集群"
#define A_DISTRICT "350211"
#define B_DISTRICT "350205"

static const char * const indicators[] = {
  "output_growth", "rd_growth", "quality_sme", "key_industrial", "ip_growth", "digital", "governance",
};

static JpTestCtl *
set_up (void)
{
  g_autoptr (GError) error = NULL;
  JpTestCtl *ctl = jp_test_ctl_new ("2024-09-20");
  g_autofree char *path = jp_test_ctl_file (ctl, "clusters.csv");

  g_file_set_contents (path, "集群名称,区县,主导产业\n" A ",集美区,工业机器人\n" B ",海沧区,生物医药\n", -1, &error);
  g_assert_no_error (error);
  jp_test_ctl_run (ctl, 0, "init", "--since", "2024-09-01", NULL);
  jp_test_ctl_run (ctl, 0, "import", path, NULL);

  return ctl;
}

static void
set_today (JpTestCtl *ctl, const char *today)
{
  g_free (ctl->today);
  ctl->today = g_strdup (today);
}

static const char *
district_of (const char *cluster)
{
  return g_str_equal (cluster, A) ? A_DISTRICT : B_DISTRICT;
}

/* Both reviews of one year, by points that no figures could give: each has its reason. */
static void
assess (JpTestCtl *ctl, const char *cluster, const char *year, const char * const points[7])
{
  const char *district = district_of (cluster);

  jp_test_ctl_run (ctl, 0, "assess", cluster, year, "open", "--office", district, "--as", "林", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (indicators); i++)
    jp_test_ctl_run (ctl, 0, "assess", cluster, year, "points", indicators[i], points[i], "--reason", "按材料评定",
                     "--office", district, "--as", "林", NULL);
  jp_test_ctl_run (ctl, 0, "assess", cluster, year, "submit", "--office", district, "--as", "林", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (indicators); i++)
    jp_test_ctl_run (ctl, 0, "assess", cluster, year, "points", indicators[i], "computed", "--as", "陈", NULL);
  jp_test_ctl_run (ctl, 0, "assess", cluster, year, "confirm", "--as", "陈", NULL);
}

/* Plan and reviews up to the city's. */
static void
plan (JpTestCtl *ctl, const char *cluster, const char *ordinal, const char *lines)
{
  const char *district = district_of (cluster);

  jp_test_ctl_run (ctl, 0, "fund", cluster, ordinal, "plan", lines, "--office", district, NULL);
  jp_test_ctl_run (ctl, 0, "fund", cluster, ordinal, "district", "--office", district, NULL);
  jp_test_ctl_run (ctl, 0, "fund", cluster, ordinal, "city", NULL);
}

static JsonNode *
pay (JpTestCtl *ctl, int status, const char *cluster, const char *ordinal, const char *amount)
{
  return jp_test_ctl_json (ctl, status, "fund", cluster, ordinal, "pay", "--amount", amount, "--voucher", "拨-1", NULL);
}

static void
assert_score (JpTestCtl *ctl, const char *cluster, const char *year, const char *total, const char *vetoed,
              const char *amount)
{
  g_autoptr (JsonNode) score = jp_test_ctl_json (ctl, 0, "score", "--year", year, "--cluster", cluster, NULL);

  jp_assert_json (score, "0.total", total);
  jp_assert_json (score, "0.vetoed", vetoed);
  jp_assert_json (score, "0.next.amount", amount);
}

/* With the first plan the operator's financial rules; what is missing is said until it is there. */
static void
attach_rules (JpTestCtl *ctl)
{
  g_autofree char *rules = jp_test_ctl_file (ctl, "财务管理制度.pdf");
  g_autoptr (JsonNode) before = jp_test_ctl_json (ctl, 0, "schedule", "--fiscal", "2024", NULL);
  g_autoptr (JsonNode) attached = NULL;
  g_autoptr (JsonNode) after = NULL;

  g_assert_true (g_file_set_contents (rules, "%PDF-1.4\n", -1, NULL));
  attached = jp_test_ctl_json (ctl, 0, "attach", A, rules, "--kind", "financial-rules", "--dated", "2024-09-30",
                               "--office", A_DISTRICT, NULL);
  jp_assert_json (attached, "0.kind", "financial-rules");
  jp_assert_json (attached, "0.dated", "2024-09-30");
  jp_assert_json (attached, "0.name", "财务管理制度.pdf");
  after = jp_test_ctl_json (ctl, 0, "schedule", "--fiscal", "2024", NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *name = g_strdup_printf ("clusters.%u.cluster", i);
      g_autofree char *missing = g_strdup_printf ("clusters.%u.years.0.missing", i);
      g_autofree char *cluster = jp_test_json_get (after, name);

      jp_assert_json (before, missing, "未附运营单位财务管理制度（第十四条）");
      jp_assert_json (after, missing, g_str_equal (cluster, A) ? "null" : "未附运营单位财务管理制度（第十四条）");
    }
}

static void
first_year (JpTestCtl *ctl)
{
  jp_test_ctl_run (ctl, 0, "act", A, "recognise", "--date", "2024-09-19", "--reason", "建档前已认定", NULL);
  jp_test_ctl_run (ctl, 0, "act", B, "recognise", "--date", "2024-09-19", "--reason", "建档前已认定", NULL);

  set_today (ctl, "2024-10-10");
  plan (ctl, A, "1", "platform=1000000.00");
  plan (ctl, B, "1", "platform=1000000.00");
  attach_rules (ctl);
  set_today (ctl, "2024-10-14");
  jp_test_ctl_run (ctl, 0, "fund", A, "1", "publicise", NULL);
  jp_test_ctl_run (ctl, 0, "fund", B, "1", "publicise", NULL);
  set_today (ctl, "2024-10-21");
  json_node_unref (pay (ctl, 0, A, "1", "1000000.00"));
  json_node_unref (pay (ctl, 1, A, "1", "1000000.00"));
  json_node_unref (pay (ctl, 0, B, "1", "1000000.00"));
}

/* The override stands on the paper, with what was passed, by whom and why. */
static void
assert_printed (JpTestCtl *ctl, const char *paper, const char *year)
{
  g_autofree char *pdf = jp_test_ctl_file (ctl, "paper.pdf");

  jp_test_ctl_run (ctl, 0, "report", paper, "--cluster", A, "--year", year, "-o", pdf, NULL);
#ifdef JP_HAVE_PDF_READER
  {
    g_autofree char *text = pdf_text (pdf, -1);
    GString *joined = g_string_new (text);

    g_string_replace (joined, "\n", "", 0);
    g_string_replace (joined, " ", "", 0);
    assert_says (joined->str, "2025年第1号整改事项未销号");
    assert_says (joined->str, "整改期内，金额不涉本次拨付");
    g_string_free (joined, TRUE);
  }
#endif
}

/* A: 79.99 → 40 万元, paid over a finding by the city's override. B: 95.00, but the return came on 1 May: nothing. */
static void
second_year (JpTestCtl *ctl)
{
  static const char * const just_below[] = { "20.00", "15.00", "20.00", "15.00", "9.99", "0.00", "0.00" };
  static const char * const high[] = { "20.00", "15.00", "20.00", "15.00", "10.00", "10.00", "5.00" };
  g_autoptr (JsonNode) refused = NULL;
  g_autoptr (JsonNode) overridden = NULL;
  g_autoptr (JsonNode) schedule = NULL;

  set_today (ctl, "2025-04-20");
  jp_test_ctl_run (ctl, 0, "file", A, "return", "--year", "2024", "--date", "2025-04-20", NULL);
  assess (ctl, A, "2024", just_below);
  assert_score (ctl, A, "2024", "79.99", "false", "400000.00");
  plan (ctl, A, "2", "training=400000.00");

  set_today (ctl, "2025-05-06");
  jp_test_ctl_run (ctl, 0, "file", B, "return", "--year", "2024", "--date", "2025-05-01", NULL);
  assess (ctl, B, "2024", high);
  assert_score (ctl, B, "2024", "95.00", "true", "0.00");
  jp_test_ctl_run (ctl, 1, "fund", B, "2", "plan", "training=100000.00", "--office", B_DISTRICT, NULL);
  jp_test_ctl_run (ctl, 0, "fund", A, "2", "publicise", NULL);

  set_today (ctl, "2025-05-13");
  jp_test_ctl_run (ctl, 0, "audit", A, "finding", "--note", "培训费凭证不全", "--due", "2025-06-12", "--amount",
                   "20000.00", NULL);
  refused = pay (ctl, 1, A, "2", "400000.00");
  jp_assert_json (refused, "error.code", "refused");
  overridden = jp_test_ctl_json (ctl, 0, "fund", A, "2", "pay", "--amount", "400000.00", "--voucher", "拨-2",
                                 "--override", "整改期内，金额不涉本次拨付", NULL);
  jp_assert_json (overridden, "state", "paid");
  jp_assert_json (overridden, "overrides.0.reason", "整改期内，金额不涉本次拨付");
  jp_test_ctl_run (ctl, 0, "journal", NULL);
  g_assert_nonnull (strstr (ctl->out, "整改期内，金额不涉本次拨付"));
  assert_printed (ctl, "assessment", "2024");
  assert_printed (ctl, "payment", "2025");
  assert_printed (ctl, "funding-plan", "2025");

  schedule = jp_test_ctl_json (ctl, 0, "schedule", "--fiscal", "2025", NULL);
  jp_assert_json (schedule, "totals.0.paid", "400000.00");
}

/* Thirty entries and a red one: the identity holds to the fen. */
static void
ledger (JpTestCtl *ctl)
{
  g_autoptr (JsonNode) list = NULL;

  set_today (ctl, "2025-12-20");
  for (guint i = 1; i <= 30; i++)
    {
      g_autofree char *voucher = g_strdup_printf ("记-%03u", i);
      g_autofree char *date = g_strdup_printf ("2025-%02u-%02u", 6 + i / 6, 1 + i % 28);

      jp_test_ctl_run (ctl, 0, "use", A, "add", "--ordinal", i <= 15 ? "1" : "2", "--date", date, "--category",
                       "training", "--amount", "12345.67", "--payee", "集美区企业培训中心", "--voucher", voucher,
                       "--office", A_DISTRICT, NULL);
    }
  jp_test_ctl_run (ctl, 0, "use", A, "reverse", "7", "--reason", "重复入账", "--office", A_DISTRICT, NULL);
  jp_test_ctl_run (ctl, 1, "use", A, "reverse", "7", "--reason", "再冲", "--office", A_DISTRICT, NULL);

  list = jp_test_ctl_json (ctl, 0, "use", A, "list", NULL);
  g_assert_cmpuint (jp_test_json_n (list, "rows"), ==, 31);
  jp_assert_json (list, "paid", "1400000.00");
  jp_assert_json (list, "spent", "358024.43");
  jp_assert_json (list, "returned", "0.00");
  jp_assert_json (list, "balance", "1041975.57");
  jp_assert_json (list, "rows.30.amount", "-12345.67");
}

static void
close_finding (JpTestCtl *ctl, const char *cluster, const char *number)
{
  jp_test_ctl_run (ctl, 1, "audit", cluster, "confirm", number, NULL);
  jp_test_ctl_run (ctl, 0, "audit", cluster, "measure", number, "--note", "已补齐凭证", NULL);
  jp_test_ctl_run (ctl, 0, "audit", cluster, "confirm", number, "--office", district_of (cluster), NULL);
  jp_test_ctl_run (ctl, 0, "audit", cluster, "confirm", number, NULL);
}

/* An inspection on the spot, and what it found. */
static void
inspect (JpTestCtl *ctl)
{
  g_autoptr (JsonNode) inspected = jp_test_ctl_json (ctl, 0, "audit", B, "inspect", "--note", "现场抽查物业费凭证", NULL);
  g_autoptr (JsonNode) found = jp_test_ctl_json (ctl, 0, "audit", B, "finding", "--note", "物业费依据不足", "--due",
                                                 "2026-03-26", NULL);
  g_autofree char *inspection = jp_test_json_get (inspected, "inspections.0.id");

  jp_assert_json (inspected, "inspections.0.date", "2026-02-24");
  jp_assert_json (inspected, "inspections.0.findings", "现场抽查物业费凭证");
  jp_assert_json (found, "findings.0.source", inspection);
  jp_assert_json (found, "findings.0.open", "true");
}

/* Publicity over the Spring Festival, an objection, a payment a day early, a finding that blocks. */
static void
third_year (JpTestCtl *ctl)
{
  static const char * const just_enough[] = { "20.00", "15.00", "20.00", "15.00", "10.00", "0.00", "0.00" };
  g_autoptr (JsonNode) publicised = NULL;
  g_autoptr (JsonNode) early = NULL;
  g_autoptr (JsonNode) done = NULL;

  close_finding (ctl, A, "2025-1");
  set_today (ctl, "2026-02-05");
  assess (ctl, A, "2025", just_enough);
  assess (ctl, B, "2025", just_enough);
  assert_score (ctl, A, "2025", "80.00", "false", "400000.00");
  assert_score (ctl, B, "2025", "80.00", "false", "400000.00");
  plan (ctl, A, "3", "brand=400000.00");
  plan (ctl, B, "3", "brand=400000.00");

  set_today (ctl, "2026-02-12");
  publicised = jp_test_ctl_json (ctl, 0, "fund", A, "3", "publicise", NULL);
  jp_assert_json (publicised, "publicityLast", "2026-02-25");
  jp_test_ctl_run (ctl, 0, "fund", B, "3", "publicise", NULL);
  set_today (ctl, "2026-02-13");
  jp_test_ctl_run (ctl, 0, "fund", A, "3", "object", "--note", "匿名来信，质疑产值", NULL);
  set_today (ctl, "2026-02-24");
  jp_test_ctl_run (ctl, 0, "fund", A, "3", "settle", "--dismissed", "--note", "查无实据", NULL);
  inspect (ctl);

  set_today (ctl, "2026-02-25");
  early = pay (ctl, 1, A, "3", "400000.00");
  set_today (ctl, "2026-02-26");
  done = pay (ctl, 0, A, "3", "400000.00");
  jp_assert_json (done, "paid", "400000.00");

  json_node_unref (pay (ctl, 1, B, "3", "400000.00"));
  jp_test_ctl_run (ctl, 0, "audit", B, "measure", "2026-1", "--note", "已退回", NULL);
  json_node_unref (pay (ctl, 1, B, "3", "400000.00"));
  jp_test_ctl_run (ctl, 0, "audit", B, "confirm", "2026-1", "--office", B_DISTRICT, NULL);
  json_node_unref (pay (ctl, 1, B, "3", "400000.00"));
  jp_test_ctl_run (ctl, 0, "audit", B, "confirm", "2026-1", NULL);
  json_node_unref (pay (ctl, 1, B, "3", "400000.01"));
  json_node_unref (pay (ctl, 0, B, "3", "400000.00"));
  jp_test_ctl_run (ctl, 0, "file", A, "return", "--year", "2025", "--date", "2026-02-26", NULL);
  jp_test_ctl_run (ctl, 0, "file", B, "return", "--year", "2025", "--date", "2026-02-26", NULL);
}

static void
assert_stage (JpTestCtl *ctl, const char *cluster, const char *stage, const char *last_day)
{
  g_autoptr (JsonNode) found = jp_test_ctl_json (ctl, 0, "clusters", "--find", cluster, NULL);

  jp_assert_json (found, "0.stage", stage);
  jp_assert_json (found, "0.term.to", last_day);
}

/* A applies on the last day and is decided on late: awaiting, then joined on. B never applies: lapsed the day after,
 * though nobody opens the record. */
static void
renewals (JpTestCtl *ctl)
{
  g_autoptr (JsonNode) vetoed = NULL;

  set_today (ctl, "2027-09-18");
  assert_stage (ctl, B, "recognised", "2027-09-18");
  jp_test_ctl_run (ctl, 0, "act", A, "renewal-apply", "--office", A_DISTRICT, NULL);
  set_today (ctl, "2027-09-19");
  assert_stage (ctl, A, "awaiting", "2027-09-18");
  assert_stage (ctl, B, "lapsed", "2027-09-18");
  jp_test_ctl_run (ctl, 1, "act", B, "renewal-apply", "--office", B_DISTRICT, NULL);

  set_today (ctl, "2027-11-15");
  jp_test_ctl_run (ctl, 0, "act", A, "renewal-review", NULL);
  jp_test_ctl_run (ctl, 1, "act", A, "renewal-recommend", NULL);
  jp_test_ctl_run (ctl, 0, "standard", A, "--year", "2026", "--record", NULL);
  jp_test_ctl_run (ctl, 0, "act", A, "renewal-recommend", "--reason", "数据待补，先行推荐", NULL);
  jp_test_ctl_run (ctl, 0, "act", A, "renew", "--reason", "结论迟于期满", NULL);
  assert_stage (ctl, A, "renewed", "2030-09-18");

  vetoed = jp_test_ctl_json (ctl, 0, "score", "--year", "2027", "--cluster", B, NULL);
  jp_assert_json (vetoed, "0.vetoes.0.id", "lapsed");
  g_clear_pointer (&vetoed, json_node_unref);
  vetoed = jp_test_ctl_json (ctl, 0, "score", "--year", "2025", "--cluster", B, NULL);
  g_assert_cmpuint (jp_test_json_n (vetoed, "0.vetoes"), ==, 0);
}

static void
test_scripted_years (void)
{
  g_autoptr (JpTestCtl) ctl = set_up ();
  g_autoptr (JsonNode) schedule = NULL;

  first_year (ctl);
  second_year (ctl);
  ledger (ctl);
  third_year (ctl);
  schedule = jp_test_ctl_json (ctl, 0, "schedule", NULL);
  jp_assert_json (schedule, "totals.0.paid", "2000000.00");
  jp_assert_json (schedule, "totals.1.paid", "400000.00");
  jp_assert_json (schedule, "totals.2.paid", "800000.00");
  renewals (ctl);
  jp_test_ctl_run (ctl, 0, "journal", "--verify", NULL);
  jp_test_ctl_run (ctl, 0, "check", NULL);
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);
  g_test_add_func ("/ctl/scripted-years", test_scripted_years);

  return g_test_run ();
}
