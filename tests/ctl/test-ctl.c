/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-test-ctl.h"

#include "jp-test.h"

/* The contract of jipingctl(1): names, keys, exit statuses, and that what is refused changes nothing. */

static JpTestCtl *
set_up (void)
{
  JpTestCtl *ctl = jp_test_ctl_new ("2026-02-10");
  g_autofree char *ledger = jp_test_path ("samples/ledger-2022-2025.xlsx");

  jp_test_ctl_run (ctl, 0, "init", NULL);
  jp_test_ctl_run (ctl, 0, "import", ledger, NULL);

  return ctl;
}

static void
test_usage_is_two (void)
{
  g_autoptr (JpTestCtl) ctl = jp_test_ctl_new ("2026-02-10");
  g_autoptr (JsonNode) error = NULL;

  jp_test_ctl_run (ctl, 2, "nonsense", NULL);
  jp_test_ctl_run (ctl, 2, "workdays", "2026-02-10", NULL);
  jp_test_ctl_run (ctl, 2, "workdays", "2026-02-30", "5", NULL);
  jp_test_ctl_run (ctl, 2, "clusters", "--nonsense", NULL);
  error = jp_test_ctl_json (ctl, 2, "workdays", "2026-02-30", "5", NULL);
  jp_assert_json (error, "error.code", "usage");
}

static void
test_trouble_with_the_file_is_three (void)
{
  g_autoptr (JpTestCtl) ctl = jp_test_ctl_new ("2026-02-10");
  g_autoptr (JsonNode) error = NULL;

  jp_test_ctl_run (ctl, 3, "clusters", NULL);
  g_assert_true (g_file_set_contents (ctl->data, "not a data file, but a text", -1, NULL));
  error = jp_test_ctl_json (ctl, 3, "clusters", NULL);
  jp_assert_json (error, "error.code", "foreign");
}

/* A later entry than the clock's day: the work goes on, and what to look at is said. */
static void
test_clock_set_back_is_told (void)
{
  g_autoptr (JpTestCtl) ctl = jp_test_ctl_new ("2099-12-31");
  g_autofree char *path = jp_test_ctl_file (ctl, "clusters.csv");
  g_autoptr (JsonNode) clusters = NULL;

  jp_test_ctl_run (ctl, 0, "init", NULL);
  g_assert_true (g_file_set_contents (path, "集群名称,区县,主导产业\n甲集群,集美区,机器人\n", -1, NULL));
  jp_test_ctl_run (ctl, 0, "import", path, NULL);
  jp_test_ctl_run (ctl, 0, "clusters", "--today", "2026-02-10", NULL);
  g_assert_null (strstr (ctl->err, "2099-12-31"));

  ctl->today[0] = '\0'; /* none: the clock's */
  clusters = jp_test_ctl_json (ctl, 0, "clusters", NULL);
  g_assert_cmpuint (jp_test_json_n (clusters, ""), ==, 1);
  g_assert_nonnull (strstr (ctl->err, "2099-12-31"));
}

static void
test_init_never_overwrites (void)
{
  g_autoptr (JpTestCtl) ctl = set_up ();
  g_autoptr (JsonNode) clusters = NULL;

  jp_test_ctl_run (ctl, 1, "init", NULL);
  clusters = jp_test_ctl_json (ctl, 0, "clusters", NULL);
  g_assert_cmpuint (jp_test_json_n (clusters, ""), ==, 6);
}

static void
test_cluster_keys (void)
{
  g_autoptr (JpTestCtl) ctl = set_up ();
  g_autoptr (JsonNode) found = jp_test_ctl_json (ctl, 0, "clusters", "--find", "hcswyy", NULL);
  g_autoptr (JsonNode) candidate = NULL;

  g_assert_cmpuint (jp_test_json_n (found, ""), ==, 1);
  jp_assert_json (found, "0.name", "厦门市海沧区示例生物医药产业集群");
  jp_assert_json (found, "0.district", "350205");
  jp_assert_json (found, "0.industry", "生物医药");
  jp_assert_json (found, "0.stage", "recognised");
  jp_assert_json (found, "0.term.ordinal", "1");
  jp_assert_json (found, "0.term.from", "2024-09-19");
  jp_assert_json (found, "0.term.to", "2027-09-18");
  jp_assert_json (found, "0.daysLeft", "585");

  candidate = jp_test_ctl_json (ctl, 0, "clusters", "--find", "同安", NULL);
  jp_assert_json (candidate, "0.stage", "none");
  jp_assert_json (candidate, "0.term", "null");
  jp_assert_json (candidate, "0.daysLeft", "null");
}

static void
test_score_keys (void)
{
  g_autoptr (JpTestCtl) ctl = set_up ();
  g_autoptr (JsonNode) score = jp_test_ctl_json (ctl, 0, "score", "--year", "2025", "--cluster", "海沧", NULL);
  g_autoptr (JsonNode) not_due = jp_test_ctl_json (ctl, 0, "score", "--year", "2025", "--cluster", "同安", NULL);

  jp_assert_json (score, "0.due", "true");
  jp_assert_json (score, "0.indicators.0.id", "output_growth");
  jp_assert_json (score, "0.indicators.0.weight", "20.00");
  jp_assert_json (score, "0.indicators.0.measure", "growth");
  jp_assert_json (score, "0.indicators.0.previous", "1427855.43");
  jp_assert_json (score, "0.indicators.0.current", "1741983.63");
  jp_assert_json (score, "0.indicators.0.points", "20.00");
  jp_assert_json (score, "0.indicators.4.points", "4.99");
  jp_assert_json (score, "0.indicators.6.points", "null");
  jp_assert_json (score, "0.total", "84.51");
  jp_assert_json (score, "0.missing.0", "governance");
  jp_assert_json (score, "0.vetoed", "false");
  jp_assert_json (score, "0.band", "null");
  jp_assert_json (score, "0.next.fiscalYear", "2026");
  jp_assert_json (not_due, "0.due", "false");
}

static void
test_refused_workbook_changes_nothing (void)
{
  g_autoptr (JpTestCtl) ctl = set_up ();
  g_autofree char *refused = jp_test_path ("samples/figures-refused.xlsx");
  g_autofree char *before_path = jp_test_ctl_file (ctl, "before.csv");
  g_autofree char *after_path = jp_test_ctl_file (ctl, "after.csv");
  g_autofree char *problems = jp_test_ctl_file (ctl, "problems.xlsx");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (JsonNode) error = NULL;

  jp_test_ctl_run (ctl, 0, "export", before_path, "--what", "figures", NULL);
  error = jp_test_ctl_json (ctl, 1, "import", refused, "--errors", problems, NULL);
  jp_assert_json (error, "error.code", "refused");
  g_assert_cmpuint (jp_test_json_n (error, "error.details"), ==, 9);
  jp_assert_json (error, "error.details.0.sheet", "年度指标");
  jp_assert_json (error, "error.details.0.row", "2");
  jp_assert_json (error, "error.details.0.column", "3");
  jp_assert_json (error, "error.details.0.header", "总产值（万元）");
  g_assert_true (g_file_test (problems, G_FILE_TEST_EXISTS));

  jp_test_ctl_run (ctl, 0, "export", after_path, "--what", "figures", NULL);
  g_assert_true (g_file_get_contents (before_path, &before, NULL, NULL));
  g_assert_true (g_file_get_contents (after_path, &after, NULL, NULL));
  g_assert_cmpstr (before, ==, after);
}

static void
test_samples_alone_together_twice (void)
{
  static const char *const names[]
    = { "samples/ledger-2022-2025.xlsx", "samples/ledger-units.xlsx", "samples/figures-2026-gb18030.csv" };
  g_autoptr (JpTestCtl) ctl = jp_test_ctl_new ("2026-12-31");

  jp_test_ctl_run (ctl, 0, "init", NULL);
  for (guint round = 0; round < 2; round++)
    for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
      {
        g_autofree char *path = jp_test_path (names[i]);
        g_autoptr (JsonNode) report = jp_test_ctl_json (ctl, 0, "import", path, NULL);
        g_autofree char *read = jp_test_json_get (report, "figures.read");

        jp_assert_json (report, "figures.changed", "0");
        jp_assert_json (report, round == 0 ? "figures.added" : "figures.same", read);
      }
}

static void
test_dry_run_changes_nothing (void)
{
  g_autoptr (JpTestCtl) ctl = jp_test_ctl_new ("2026-02-10");
  g_autofree char *ledger = jp_test_path ("samples/ledger-2022-2025.xlsx");
  g_autoptr (JsonNode) report = NULL;
  g_autoptr (JsonNode) clusters = NULL;

  jp_test_ctl_run (ctl, 0, "init", NULL);
  report = jp_test_ctl_json (ctl, 0, "import", ledger, "--dry-run", NULL);
  jp_assert_json (report, "clusters.added", "6");
  clusters = jp_test_ctl_json (ctl, 0, "clusters", NULL);
  g_assert_cmpuint (jp_test_json_n (clusters, ""), ==, 0);
}

/* DOMAIN R-WORKDAY's vectors: the last day counting the first, and counting from the next. */
typedef struct
{
  const char *from, *counted, *from_next;
} Five;

static const Five fives[] = {
  { "2022-12-29", "2023-01-05", "2023-01-06" }, { "2024-09-27", "2024-10-09", "2024-10-10" },
  { "2025-01-24", "2025-02-06", "2025-02-07" }, { "2025-09-28", "2025-10-10", "2025-10-11" },
  { "2026-02-13", "2026-02-26", "2026-02-27" }, { "2026-09-18", "2026-09-23", "2026-09-24" },
  { "2026-09-30", "2026-10-12", "2026-10-13" },
};

static void
test_five_working_days (gconstpointer data)
{
  const Five *five = data;
  g_autoptr (JpTestCtl) ctl = set_up ();
  g_autoptr (JsonNode) days = jp_test_ctl_json (ctl, 0, "workdays", five->from, "5", NULL);

  jp_assert_json (days, "last", five->counted);
  jp_assert_json (days, "from_next", five->from_next);
  jp_assert_json (days, "provisional", "false");
}

static void
test_faults_of_a_pack_by_path (void)
{
  g_autoptr (JpTestCtl) ctl = jp_test_ctl_new ("2026-02-10");
  g_autofree char *path = jp_test_ctl_file (ctl, "pack.json");
  g_autoptr (JsonNode) error = NULL;

  g_assert_true (g_file_set_contents (path, "{\"format\": 1, \"nonsense\": 2}", -1, NULL));
  error = jp_test_ctl_json (ctl, 1, "pack", "validate", path, NULL);
  g_assert_cmpuint (jp_test_json_n (error, "error.details"), >, 1);
  g_assert_nonnull (strstr (ctl->out, "$.nonsense"));
}

static void
test_papers_and_journal (void)
{
  g_autoptr (JpTestCtl) ctl = set_up ();
  g_autofree char *pdf = jp_test_ctl_file (ctl, "papers.pdf");
  g_autofree char *ics = jp_test_ctl_file (ctl, "days.ics");
  g_autoptr (JsonNode) report = jp_test_ctl_json (ctl, 0, "report", "assessment", "--year", "2025", "-o", pdf, NULL);
  g_autoptr (JsonNode) duties = jp_test_ctl_json (ctl, 0, "calendar", "--ics", ics, NULL);
  g_autoptr (JsonNode) journal = jp_test_ctl_json (ctl, 0, "journal", NULL);

  jp_assert_json (report, "pages", "10");
  jp_assert_json (duties, "0.kind", "assessment");
  jp_assert_json (duties, "0.workBy", "2026-03-31");
  jp_assert_json (duties, "0.state", "upcoming");
  jp_assert_json (duties, "0.article", "第九条");
  g_assert_true (g_file_test (ics, G_FILE_TEST_EXISTS));
  jp_assert_json (journal, "0.act", "import");
  jp_assert_json (journal, "1.act", "print");
  jp_test_ctl_run (ctl, 0, "journal", "--verify", NULL);
  jp_test_ctl_run (ctl, 1, "report", "nonsense", "-o", pdf, NULL);
}

static void
test_backup_and_restore (void)
{
  g_autoptr (JpTestCtl) ctl = set_up ();
  g_autofree char *zip = jp_test_ctl_file (ctl, "all.zip");
  g_autoptr (JsonNode) clusters = NULL;

  jp_test_ctl_run (ctl, 0, "backup", zip, NULL);
  jp_test_ctl_run (ctl, 0, "undo", NULL);
  jp_test_ctl_run (ctl, 0, "restore", zip, NULL);
  clusters = jp_test_ctl_json (ctl, 0, "clusters", NULL);
  g_assert_cmpuint (jp_test_json_n (clusters, ""), ==, 6);
  jp_test_ctl_run (ctl, 0, "check", NULL);
}

/* A recognition that came with a workbook has no entry of its own: the import's, and the cluster's name. */
static void
test_imported_recognition_is_corrected (void)
{
  g_autoptr (JpTestCtl) ctl = jp_test_ctl_new ("2026-02-10");
  g_autofree char *path = jp_test_ctl_file (ctl, "clusters.csv");
  g_autoptr (JsonNode) entry = NULL;
  g_autoptr (JsonNode) clusters = NULL;

  jp_test_ctl_run (ctl, 0, "init", "--since", "2024-01-01", NULL);
  g_assert_true (g_file_set_contents (path,
                                      "集群名称,区县,主导产业,认定日期\n"
                                      "甲集群,集美区,机器人,2024-09-19\n乙集群,集美区,机器人,2024-09-19\n",
                                      -1, NULL));
  jp_test_ctl_run (ctl, 0, "import", path, NULL);
  jp_test_ctl_run (ctl, 1, "correct", "1", "--date", "2024-09-20", "--reason", "抄录有误", NULL);
  jp_test_ctl_run (ctl, 1, "correct", "1", "--cluster", "丙", "--date", "2024-09-20", "--reason", "抄录有误", NULL);
  entry = jp_test_ctl_json (ctl, 0, "correct", "1", "--cluster", "乙", "--date", "2024-09-20", "--reason", "抄录有误", NULL);
  jp_assert_json (entry, "corrects", "1");
  clusters = jp_test_ctl_json (ctl, 0, "clusters", "--find", "乙", NULL);
  jp_assert_json (clusters, "0.term.from", "2024-09-20");
  g_clear_pointer (&clusters, json_node_unref);
  clusters = jp_test_ctl_json (ctl, 0, "clusters", "--find", "甲", NULL);
  jp_assert_json (clusters, "0.term.from", "2024-09-19");
  jp_test_ctl_run (ctl, 0, "journal", "--verify", NULL);
}

static void
test_papers_are_kept (void)
{
  g_autoptr (JpTestCtl) ctl = set_up ();
  g_autofree char *path = jp_test_ctl_file (ctl, "证书.pdf"), *report = jp_test_ctl_file (ctl, "检测报告.pdf");
  g_autoptr (JsonNode) kept = NULL;
  g_autoptr (JsonNode) none = NULL;
  g_autoptr (JsonNode) of_one = NULL;
  g_autofree char *id = NULL;

  g_assert_true (g_file_set_contents (path, "abc", 3, NULL));
  kept = jp_test_ctl_json (ctl, 0, "attach", "集美", path, "--year", "2025", "--dated", "2025-06-30", NULL);
  g_assert_cmpuint (jp_test_json_n (kept, ""), ==, 1);
  jp_assert_json (kept, "0.kind", "evidence");
  jp_assert_json (kept, "0.subject", "assessment");
  jp_assert_json (kept, "0.record", "2025");
  jp_assert_json (kept, "0.sha256", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  id = jp_test_json_get (kept, "0.id");
  jp_assert_json (kept, "0.indicator", "null");
  jp_test_ctl_run (ctl, 2, "attach", "集美", path, "--year", "2025", "--entry", "1", NULL);
  jp_test_ctl_run (ctl, 2, "attach", "集美", path, "--indicator", "digital", NULL);
  jp_test_ctl_run (ctl, 1, "attach", "集美", path, "--year", "2025", "--indicator", "nonsense", NULL);
  jp_test_ctl_run (ctl, 1, "attach", "集美", path, "--kind", "nonsense", NULL);
  jp_test_ctl_run (ctl, 0, "attach", "集美", NULL);
  g_assert_nonnull (strstr (ctl->out, "证书.pdf"));
  none = jp_test_ctl_json (ctl, 0, "attach", "集美", "--remove", id, NULL);
  g_assert_cmpuint (jp_test_json_n (none, ""), ==, 0);
  jp_test_ctl_run (ctl, 0, "undo", NULL);
  jp_test_ctl_run (ctl, 0, "attach", "集美", NULL);
  g_assert_nonnull (strstr (ctl->out, "证书.pdf"));
  g_assert_true (g_file_set_contents (report, "abc", 3, NULL));
  of_one = jp_test_ctl_json (ctl, 0, "attach", "集美", report, "--year", "2025", "--indicator", "digital", NULL);
  jp_assert_json (of_one, "0.name", "检测报告.pdf"); /* of one day they stand by name */
  jp_assert_json (of_one, "0.record", "2025/digital");
  jp_assert_json (of_one, "0.indicator", "digital");
  jp_test_ctl_run (ctl, 0, "check", NULL);
}

/* A year that was published since is added by its file, and working days in it are certain from then on. */
static void
test_holidays (void)
{
  g_autoptr (JpTestCtl) ctl = jp_test_ctl_new ("2026-12-10");
  g_autofree char *path = g_build_filename (ctl->folder, "2027.json", NULL);
  g_autoptr (JsonNode) before = NULL;
  g_autoptr (JsonNode) added = NULL;
  g_autoptr (JsonNode) after = NULL;

  g_assert_true (g_file_set_contents (path,
                                      "{\"2027\": {\"holidays\": [\"2027-01-01\"], \"workdays\": [\"2027-01-02\"]}}",
                                      -1, NULL));
  jp_test_ctl_run (ctl, 0, "init", NULL);
  before = jp_test_ctl_json (ctl, 0, "workdays", "2026-12-31", "2", NULL);
  g_assert_true (json_object_get_boolean_member (json_node_get_object (before), "provisional"));
  jp_test_ctl_run (ctl, 2, "holidays", "forget", NULL);
  added = jp_test_ctl_json (ctl, 0, "holidays", "add", path, NULL);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (added), "knownTo"), ==, 2027);
  after = jp_test_ctl_json (ctl, 0, "workdays", "2026-12-31", "2", NULL);
  g_assert_false (json_object_get_boolean_member (json_node_get_object (after), "provisional"));
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (after), "last"), ==, "2027-01-02");
  g_assert_true (g_file_set_contents (path, "{\"2027\": {}}", -1, NULL));
  jp_test_ctl_run (ctl, 1, "holidays", "add", path, NULL);
}

static void
test_help_of_every_command (void)
{
  static const char *const commands[] = {
    "init",     "sample",   "check", "backup",  "restore",  "journal",  "undo",     "redo",     "template", "import",
    "export",   "clusters", "act",   "correct", "file",     "attach",   "figure",   "standard", "score",    "assess",
    "schedule", "fund",     "use",   "audit",   "calendar", "workdays", "holidays", "report",   "pack",
  };
  g_autoptr (JpTestCtl) ctl = jp_test_ctl_new ("2026-02-10");

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      jp_test_ctl_run (ctl, 0, commands[i], "--help", NULL);
      g_assert_nonnull (strstr (ctl->out, commands[i]));
    }
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);
  g_test_add_func ("/ctl/contract/usage-is-two", test_usage_is_two);
  g_test_add_func ("/ctl/contract/trouble-with-the-file-is-three", test_trouble_with_the_file_is_three);
  g_test_add_func ("/ctl/PROMISES/clock-set-back-is-told", test_clock_set_back_is_told);
  g_test_add_func ("/ctl/contract/init-never-overwrites", test_init_never_overwrites);
  g_test_add_func ("/ctl/contract/cluster-keys", test_cluster_keys);
  g_test_add_func ("/ctl/contract/score-keys", test_score_keys);
  g_test_add_func ("/ctl/R-WORKDAY/a-year-is-added", test_holidays);
  g_test_add_func ("/ctl/contract/help-of-every-command", test_help_of_every_command);
  g_test_add_func ("/ctl/R-LIFE/imported-recognition-is-corrected", test_imported_recognition_is_corrected);
  g_test_add_func ("/ctl/R-LIFE/papers-are-kept", test_papers_are_kept);
  g_test_add_func ("/ctl/contract/papers-and-journal", test_papers_and_journal);
  g_test_add_func ("/ctl/contract/backup-and-restore", test_backup_and_restore);
  g_test_add_func ("/ctl/R-READ/refused-workbook-changes-nothing", test_refused_workbook_changes_nothing);
  g_test_add_func ("/ctl/R-READ/samples-alone-together-twice", test_samples_alone_together_twice);
  g_test_add_func ("/ctl/R-READ/dry-run-changes-nothing", test_dry_run_changes_nothing);
  g_test_add_func ("/ctl/R-PACK/faults-by-path", test_faults_of_a_pack_by_path);
  for (gsize i = 0; i < G_N_ELEMENTS (fives); i++)
    {
      g_autofree char *path = g_strdup_printf ("/ctl/R-WORKDAY/five-from/%s", fives[i].from);

      g_test_add_data_func (path, &fives[i], test_five_working_days);
    }

  return g_test_run ();
}
