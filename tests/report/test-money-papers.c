/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "sample-fixture.h"
#include "pdf-reader.h"

#include <archive.h>
#include <archive_entry.h>
#include <json-glib/json-glib.h>
#include <math.h>

#include "jp-fund-case.h"
#include "jp-report-verify.h"
#include "jp-use-ledger.h"

/* The papers of a year's money and results read back from their PDFs, added up, and held against the data and against
 * one another. */

static char *
write_pdf (Sample *sample, const char *kind, const char *cluster, int year)
{
  JpReportSelection selection = { .cluster = cluster, .year = year, .store = sample->store };
  g_autofree char *name = g_strconcat (kind, ".pdf", NULL);
  char *path = temporary_path (name);
  g_autoptr (GError) error = NULL;

  jp_report_write_with_fonts (sample->fonts, kind, sample->dossiers, &sample->context, &selection, path, NULL, NULL,
                              &error);
  g_assert_no_error (error);
  return path;
}

static JsonObject *
facts_of (GPtrArray *papers, guint index, JsonNode **node)
{
  *node = json_from_string (jp_paper_get_facts (g_ptr_array_index (papers, index)), NULL);
  return json_node_get_object (*node);
}

static JpMoney
money (JsonObject *object, const char *member)
{
  JpMoney amount;

  if (json_object_get_null_member (object, member))
    return JP_MONEY_UNKNOWN;
  g_assert_true (jp_money_parse (&amount, json_object_get_string_member (object, member)));
  return amount;
}

/* Every cluster of the list is in the PDF, and the sum under it is the sum of its rows. */
static void
test_ranking (Sample *sample, gconstpointer data)
{
  g_autoptr (GPtrArray) papers = sample_papers (sample, "ranking", sample->dossiers, NULL, 2025);
  g_autofree char *path = write_pdf (sample, "ranking", NULL, 2025);
  g_autofree char *text = pdf_text (path, -1);
  g_autoptr (JsonNode) node = NULL;
  JsonArray *clusters = json_object_get_array_member (facts_of (papers, 0, &node), "clusters");
  gint64 last_rank = 0;
  JpMoney confirmed = 0;
  g_autofree char *sum = NULL;

  g_assert_cmpuint (json_array_get_length (clusters), ==, 16);
  for (guint i = 0; i < json_array_get_length (clusters); i++)
    {
      JsonObject *cluster = json_array_get_object_element (clusters, i);
      const JpDossier *dossier = sample_find (sample, json_object_get_string_member (cluster, "cluster"));
      g_autoptr (JpResult) result = jp_result_new (dossier, &sample->context, 2025);
      g_autofree char *total = jp_points_to_string (result->total);
      gint64 rank = json_object_get_int_member (cluster, "rank");

      g_assert_cmpstr (json_object_get_string_member (cluster, "total"), ==, total);
      assert_says (text, total);
      if (rank > 0)
        g_assert_cmpint (rank, >=, last_rank);
      last_rank = rank > 0 ? rank : last_rank;
      if (result->state == JP_ASSESSMENT_CONFIRMED)
        confirmed += result->amount;
    }
  sum = jp_money_to_wan (confirmed);
  g_assert_cmpstr (sum, ==, "80.00");
  assert_says (text, "（已确认）");
  assert_says (text, sum);
}

/* The plan's totals are those of the budget, and what it holds certain is what the ranking confirmed. */
static void
test_funding_plan (Sample *sample, gconstpointer data)
{
  g_autoptr (GPtrArray) papers = sample_papers (sample, "funding-plan", sample->dossiers, NULL, 2025);
  g_autofree char *path = write_pdf (sample, "funding-plan", NULL, 2025);
  g_autofree char *text = pdf_text (path, -1);
  g_autoptr (GArray) budget = jp_budget_new (sample->dossiers, &sample->context);
  g_autoptr (JsonNode) node = NULL;
  JsonObject *facts = facts_of (papers, 0, &node);
  JsonArray *clusters = json_object_get_array_member (facts, "clusters");
  JpMoney entitled = 0, paid = 0;

  for (guint i = 0; i < json_array_get_length (clusters); i++)
    {
      JsonObject *cluster = json_array_get_object_element (clusters, i);

      entitled += MAX (0, money (cluster, "entitled"));
      paid += money (cluster, "paid");
    }
  g_assert_cmpint (entitled, ==, money (facts, "certain"));
  g_assert_cmpint (paid, ==, money (facts, "paid"));
  for (guint i = 0; i < budget->len; i++)
    {
      const JpBudgetYear *year = &g_array_index (budget, JpBudgetYear, i);
      g_autofree char *most = jp_money_to_wan (year->most);

      if (year->fiscal_year == 2025)
        {
          g_assert_cmpint (year->certain, ==, entitled);
          g_assert_cmpint (year->paid, ==, paid);
        }
      if (year->fiscal_year >= 2025)
        assert_says (text, most);
    }
  assert_says (text, "1020.00");
  assert_says (text, "60.00");
}

/* A notice lists what the plan says, and its sum in figures and in capitals is that of its rows. */
static void
test_notice (Sample *sample, gconstpointer data)
{
  g_autoptr (GPtrArray) papers = sample_papers (sample, "notice", sample->dossiers, NULL, 2025);
  g_autoptr (GPtrArray) plans = sample_papers (sample, "funding-plan", sample->dossiers, NULL, 2025);
  g_autofree char *path = write_pdf (sample, "notice", NULL, 2025);
  g_autoptr (JsonNode) plan = NULL;
  g_autofree char *text = pdf_text (path, -1);

  facts_of (plans, 0, &plan);
  g_assert_cmpuint (papers->len, ==, pdf_n_pages (path));
  for (guint i = 0; i < papers->len; i++)
    {
      g_autoptr (JsonNode) node = NULL;
      JsonObject *facts = facts_of (papers, i, &node);
      JsonArray *clusters = json_object_get_array_member (facts, "clusters");
      JpMoney sum = 0;
      g_autofree char *words = NULL;

      for (guint c = 0; c < json_array_get_length (clusters); c++)
        sum += money (json_array_get_object_element (clusters, c), "amount");
      g_assert_cmpint (sum, ==, money (facts, "sum"));
      words = jp_money_to_capitals (sum);
      assert_says (text, words);
    }
  assert_says (text, "5个工作日");
  assert_says (text, "公示首日为工作日的计入");
  assert_says (text, "厦门市工业和信息化局");
}

/* What a case's paper pays is what the plan of its fiscal year lists for the cluster. */
static void
test_payment (Sample *sample, gconstpointer data)
{
  const JpDossier *dossier = sample_find (sample, "工业机器人");
  g_autoptr (GPtrArray) papers = sample_papers (sample, "payment", sample->dossiers, dossier->id, 2025);
  g_autofree char *path = write_pdf (sample, "payment", dossier->id, 2025);
  g_autofree char *text = pdf_text (path, -1);
  g_autoptr (JsonNode) node = NULL;
  JsonObject *facts = facts_of (papers, 0, &node);
  g_auto (JpFundCase) fund_case = { 0 };

  jp_fund_case_init (&fund_case, dossier, &sample->context, 2);
  g_assert_cmpuint (papers->len, ==, 1);
  g_assert_cmpint (money (facts, "entitled"), ==, fund_case.entitled);
  g_assert_cmpint (money (facts, "amount"), ==, fund_case.paid);
  assert_says (text, "600,000.00");
  assert_says (text, "陆拾万元整");
  assert_says (text, dossier->operator_name);
  assert_says (text, jp_fund_act_kind_name (JP_FUND_PAY));
}

/* paid = spent + balance + returned, to the fen, and the categories add up to what was spent. */
static void
test_use_ledger (Sample *sample, gconstpointer data)
{
  g_autoptr (GPtrArray) papers = sample_papers (sample, "use-ledger", sample->dossiers, NULL, 0);

  g_assert_cmpuint (papers->len, ==, 4);
  for (guint i = 0; i < papers->len; i++)
    {
      g_autoptr (JsonNode) node = NULL;
      JsonObject *facts = facts_of (papers, i, &node);
      JsonArray *entries = json_object_get_array_member (facts, "entries");
      JsonArray *categories = json_object_get_array_member (facts, "categories");
      JpMoney spent = 0, by_category = 0;

      for (guint e = 0; e < json_array_get_length (entries); e++)
        spent += money (json_array_get_object_element (entries, e), "amount");
      for (guint c = 0; c < json_array_get_length (categories); c++)
        by_category += money (json_array_get_object_element (categories, c), "spent");
      g_assert_cmpint (spent, ==, money (facts, "spent"));
      g_assert_cmpint (by_category, ==, spent);
      g_assert_cmpint (money (facts, "paid"), ==, spent + money (facts, "balance") + money (facts, "returned"));
    }
}

/* One cluster: its notices; all of them: the ledger and its share. */
static void
test_rectification (Sample *sample, gconstpointer data)
{
  const JpDossier *dossier = sample_find (sample, "工业机器人");
  g_autofree char *notice = write_pdf (sample, "rectification", dossier->id, 2025);
  g_autofree char *notice_text = pdf_text (notice, -1);
  g_autofree char *ledger = NULL;
  g_autofree char *ledger_text = NULL;

  assert_says (notice_text, "整改通知书");
  assert_says (notice_text, "一笔培训费用凭证不全。");
  assert_says (notice_text, "2025年8月9日前");
  ledger = write_pdf (sample, "rectification", NULL, 2025);
  ledger_text = pdf_text (ledger, -1);
  assert_says (ledger_text, "整改率100.00%");
}

static double
widest (const PdfLetter *letters, guint n)
{
  double end = 0;

  for (guint i = 0; i < n; i++)
    end = MAX (end, letters[i].end);
  return end;
}

/* GB/T 9704: margins within 1 mm, 22 lines a page, 28 characters a line, measured from the PDF. */
static void
test_letter_geometry (Sample *sample, gconstpointer data)
{
  g_autofree char *path = write_pdf (sample, "notice", NULL, 2025);
  PopplerDocument *document = pdf_open (path);
  PopplerPage *page = poppler_document_get_page (document, 0);
  g_autoptr (GArray) letters = pdf_letters (page);
  double width, height, left = 1000, body = 0, pitch = 0, advance = 0;
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (double));

  poppler_page_get_size (page, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 210 * JP_MM, 0.5);
  g_assert_cmpfloat_with_epsilon (height, 297 * JP_MM, 0.5);

  /* The first paragraph: full lines of body text, from 根据 to the table. */
  g_array_sort (letters, pdf_compare_by_y);
  for (guint first = 0, end; first < letters->len && lines->len < 3; first = end)
    {
      PdfLetter *row = &g_array_index (letters, PdfLetter, first);
      gboolean full;

      for (end = first + 1; end < letters->len && row[end - first].y < row[end - first - 1].y + 2; end++)
        ;
      qsort (row, end - first, sizeof *row, pdf_compare_by_x);
      full = row[0].y > 100 * JP_MM * 0.5 && widest (row, end - first) > width - 28 * JP_MM && end - first >= 20;
      if (!full || (lines->len == 0 && row[0].character != 0x6839)) /* 根 */
        continue;
      left = MIN (left, row[0].x);
      body = MAX (body, widest (row, end - first));
      g_array_append_val (lines, row[0].y);
      if (lines->len == 1)
        advance = row[1].x - row[0].x;
    }
  g_assert_cmpuint (lines->len, ==, 3);
  pitch = (g_array_index (lines, double, 2) - g_array_index (lines, double, 0)) / 2;

  g_assert_cmpfloat_with_epsilon (left, 28 * JP_MM, JP_MM);
  g_assert_cmpfloat_with_epsilon (body, width - 26 * JP_MM, JP_MM);
  g_assert_cmpfloat_with_epsilon (225 * JP_MM / pitch, 22, 0.02);
  g_assert_cmpfloat_with_epsilon (156 * JP_MM / advance, 28, 0.3);
  g_object_unref (page);
  g_object_unref (document);
}

/* A full page of a letter has 22 lines, the first and the last just inside the margins. */
static void
test_letter_holds_22_lines (Sample *sample, gconstpointer data)
{
  g_autoptr (JpPaper) paper = jp_paper_new ("letter", &JP_SHEET_LETTER, sample->context.today);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) papers = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_paper_free);
  g_autoptr (GPtrArray) pages = NULL;

  for (guint i = 0; i < 28 * 22 - 2; i++)
    g_string_append (text, "文");
  jp_paper_add_body (paper, text->str);
  pages = jp_paper_paginate (paper, sample->fonts);
  g_assert_cmpuint (pages->len, ==, 1);
  jp_paper_add_body (paper, "文");
  g_ptr_array_unref (g_steal_pointer (&pages));
  pages = jp_paper_paginate (paper, sample->fonts);
  g_assert_cmpuint (pages->len, ==, 2);
}

static JpPrinted *
print (Sample *sample, const char *kind, const char *cluster, int year)
{
  g_autoptr (GPtrArray) printed = g_ptr_array_new ();
  JpReportSelection selection = { .cluster = cluster, .year = year, .printed = printed };
  g_autofree char *path = temporary_path ("verify.pdf");
  g_autoptr (GError) error = NULL;

  jp_report_write_with_fonts (sample->fonts, kind, sample->dossiers, &sample->context, &selection, path, NULL, NULL,
                              &error);
  g_assert_no_error (error);
  g_assert_cmpuint (printed->len, >=, 1);
  return g_ptr_array_index (printed, 0);
}

/* Each kind of record agrees with the data it was made of, on a later day too. */
static void
test_verify_agrees (Sample *sample, gconstpointer data)
{
  guint n_kinds;
  const JpReportKind *kinds = jp_report_kinds (&n_kinds);
  JpReportSelection selection = { .store = sample->store };

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (JpPrinted) printed = NULL;
      g_autoptr (GPtrArray) differences = NULL;
      g_autoptr (GError) error = NULL;

      if (!kinds[i].of_record)
        continue;
      printed = print (sample, kinds[i].id, NULL, kinds[i].year != JP_REPORT_YEAR_UNUSED ? 2025 : 0);
      differences = jp_report_verify (printed, sample->dossiers, &sample->context, &selection, &error);
      g_assert_no_error (error);
      for (guint d = 0; d < differences->len; d++)
        {
          const JpReportDifference *difference = g_ptr_array_index (differences, d);
          g_error ("%s: %s: %s, now %s", kinds[i].id, difference->what, difference->was, difference->now);
        }
    }
}

static void
test_verify_says_what_changed (Sample *sample, gconstpointer data)
{
  JpDossier *dossier = sample_find (sample, "工业机器人");
  g_autoptr (JpPrinted) printed = print (sample, "payment", dossier->id, 2025);
  JpReportSelection selection = { .store = sample->store };
  g_autoptr (GPtrArray) differences = NULL;
  const JpReportDifference *difference;
  g_autoptr (GError) error = NULL;

  g_free (dossier->account);
  dossier->account = g_strdup ("4100 0000 1234");
  differences = jp_report_verify (printed, sample->dossiers, &sample->context, &selection, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (differences->len, ==, 1);
  difference = g_ptr_array_index (differences, 0);
  g_assert_cmpstr (difference->what, ==, "账号");
  g_assert_null (difference->was);
  g_assert_cmpstr (difference->now, ==, "4100 0000 1234");
}

static void
test_compare_lists_by_what_they_are_about (Sample *sample, gconstpointer data)
{
  const char *was = "{\"clusters\":[{\"id\":\"a\",\"cluster\":\"甲\",\"total\":\"80.00\"},"
                    "{\"id\":\"b\",\"cluster\":\"乙\",\"total\":\"70.00\"}]}";
  const char *now = "{\"clusters\":[{\"id\":\"b\",\"cluster\":\"乙\",\"total\":\"90.00\"},"
                    "{\"id\":\"c\",\"cluster\":\"丙\",\"total\":\"60.00\"}]}";
  static const struct { const char *what, *was, *now; } expected[] = {
    { "甲", "有", NULL }, { "乙·总分", "70.00", "90.00" }, { "丙", NULL, "有" },
  };
  g_autoptr (GPtrArray) differences = jp_report_compare (was, now);

  g_assert_cmpuint (differences->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < differences->len; i++)
    {
      const JpReportDifference *difference = g_ptr_array_index (differences, i);

      g_assert_cmpstr (difference->what, ==, expected[i].what);
      g_assert_cmpstr (difference->was, ==, expected[i].was);
      g_assert_cmpstr (difference->now, ==, expected[i].now);
    }
}

/* One member of a zip, unpacked. */
static char *
read_member (const char *path, const char *member)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  char *text = NULL;

  archive_read_support_format_zip (archive);
  g_assert_cmpint (archive_read_open_filename (archive, path, 10240), ==, ARCHIVE_OK);
  while (text == NULL && archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    if (g_str_equal (archive_entry_pathname (entry), member))
      {
        gsize size = (gsize) archive_entry_size (entry);

        text = g_malloc0 (size + 1);
        g_assert_cmpint (archive_read_data (archive, text, size), ==, (la_ssize_t) size);
      }
  archive_read_free (archive);
  g_assert_nonnull (text);
  return text;
}

static char *
write_docx (Sample *sample, const char *kind, const char *cluster, const char *name)
{
  JpReportSelection selection = { .cluster = cluster, .year = 2025 };
  char *path = temporary_path (name);
  g_autoptr (GError) error = NULL;

  jp_report_write_with_fonts (sample->fonts, kind, sample->dossiers, &sample->context, &selection, path, NULL, NULL,
                              &error);
  g_assert_no_error (error);
  return path;
}

static void
assert_well_formed (const char *xml)
{
  GMarkupParser parser = { NULL };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, xml, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
}

/* The text document says what the PDF says, on A4 with the margins of the standard, in the same bytes each time. */
static void
test_docx (Sample *sample, gconstpointer data)
{
  g_autofree char *path = write_docx (sample, "notice", NULL, "notice.docx");
  g_autofree char *again = write_docx (sample, "notice", NULL, "again.docx");
  g_autofree char *xml = read_member (path, "word/document.xml");
  g_autofree char *footer = read_member (path, "word/footer1.xml");
  g_autofree char *types = read_member (path, "[Content_Types].xml");
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  gsize n_one, n_two;

  assert_well_formed (xml);
  assert_well_formed (footer);
  assert_well_formed (types);
  assert_says (xml, "关于拟拨付2025年度中小企业特色产业集群支持资金的公示");
  assert_says (xml, "厦门市集美区工业机器人产业集群");
  assert_says (xml, "w:pgSz w:w=\"11906\" w:h=\"16838\"");
  assert_says (xml, "w:top=\"2098\"");
  assert_says (xml, "w:left=\"1587\"");
  assert_says (xml, "<w:tblHeader/>");
  g_assert_true (g_file_get_contents (path, &one, &n_one, NULL));
  g_assert_true (g_file_get_contents (again, &two, &n_two, NULL));
  g_assert_cmpmem (one, n_one, two, n_two);
}

static void
test_docx_only_for_letters (Sample *sample, gconstpointer data)
{
  JpReportSelection selection = { .year = 2025 };
  g_autofree char *path = temporary_path ("ranking.docx");
  g_autoptr (GError) error = NULL;

  g_assert_false (jp_report_write_with_fonts (sample->fonts, "ranking", sample->dossiers, &sample->context, &selection,
                                              path, NULL, NULL, &error));
  g_assert_error (error, JP_REPORT_ERROR, JP_REPORT_ERROR_FORMAT);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

#define add(path, function) \
  g_test_add ("/report/money-papers/" path, Sample, NULL, sample_set_up, function, sample_tear_down)

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  add ("R-SCORE/ranking-adds-up", test_ranking);
  add ("R-FUND/plan-is-the-budget", test_funding_plan);
  add ("R-FUND/notice-adds-up", test_notice);
  add ("R-FUND/payment-is-the-case", test_payment);
  add ("R-USE/ledger-identity", test_use_ledger);
  add ("R-USE/rectification", test_rectification);
  add ("letter/geometry", test_letter_geometry);
  add ("letter/22-lines-of-28", test_letter_holds_22_lines);
  add ("letter/docx", test_docx);
  add ("letter/docx-only-for-letters", test_docx_only_for_letters);
  add ("verify/agrees", test_verify_agrees);
  add ("verify/says-what-changed", test_verify_says_what_changed);
  add ("verify/lists-by-what-they-are-about", test_compare_lists_by_what_they_are_about);

  return g_test_run ();
}
