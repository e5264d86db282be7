/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Failures seen in other programs (PROMISES), those that no rule's own test holds already: each must not come back. */

#include "jp-cluster-work.h"
#include "jp-fund-case.h"
#include "jp-resources.h"
#include "jp-result.h"
#include "jp-test-office.h"
#include "jp-test-zip.h"
#include "jp-undo-work.h"
#include "jp-use-ledger.h"

#include <string.h>
#include <time.h>

#define TODAY "2026-02-10"

static void
import (JpTestOffice *office, const char *text, const char *expected)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autofree char *result = jp_test_office_import_bytes (office, bytes, NULL);

  g_assert_cmpstr (result, ==, expected);
}

static JpDossier *
find (GPtrArray *dossiers, const char *name)
{
  for (guint i = 0; i < dossiers->len; i++)
    if (g_str_equal (((JpDossier *) g_ptr_array_index (dossiers, i))->name, name))
      return g_ptr_array_index (dossiers, i);

  return NULL;
}

/* Labels and names with ' " \ % < and full-width characters keep their scores. */

static const char *const odd_names[] = {
  "平常集群", "O'Brien集群", "他说\"好\"集群", "C:\\路径集群", "100%s%n集群", "<b>&amp;集群", "Ａ１集群％", "㛃𬭚筼筜集群",
  "👩‍💻集群", "集群\u200f右", "=1+1集群", "@集群", "-集群",
};

static char *
quoted (const char *name)
{
  GString *text = g_string_new (name);

  g_string_replace (text, "\"", "\"\"", 0);
  g_string_prepend_c (text, '"');
  g_string_append_c (text, '"');
  return g_string_free (text, FALSE);
}

static void
import_odd_clusters (JpTestOffice *office)
{
  g_autoptr (GString) clusters = g_string_new ("集群名称,区县,主导产业,认定日期\n");
  g_autoptr (GString) figures = g_string_new ("集群名称,年度,总产值（万元）,研发投入（万元）\n");
  const guint n = G_N_ELEMENTS (odd_names);
  g_autofree char *made = g_strdup_printf ("%u=%u+0+0 0=0+0+0", n, n);
  g_autofree char *filled = g_strdup_printf ("0=0+0+0 %u=%u+0+0", 2 * n, 2 * n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = quoted (odd_names[i]);

      g_string_append_printf (clusters, "%s,集美区,机器人,2024-09-19\n", name);
      g_string_append_printf (figures, "%s,2024,1000.00,100.00\n%s,2025,1100.00,112.00\n", name, name);
    }
  import (office, clusters->str, made);
  import (office, figures->str, filled);
}

static void
test_odd_names_keep_their_scores (void)
{
  g_autoptr (JpTestOffice) office = jp_test_office_new (TODAY);
  g_autoptr (GPtrArray) dossiers = NULL;
  JpContext context;
  int expected = -1;

  import_odd_clusters (office);
  dossiers = jp_test_office_dossiers (office);
  context = jp_test_office_context (office);
  g_assert_cmpuint (dossiers->len, ==, G_N_ELEMENTS (odd_names));
  for (guint i = 0; i < G_N_ELEMENTS (odd_names); i++)
    {
      g_autoptr (GString) kept = g_string_new (odd_names[i]);
      const JpDossier *dossier;
      g_autoptr (JpResult) result = NULL;

      g_string_replace (kept, "\u200f", "", 0); /* a mark nobody sees is no part of a name */
      dossier = find (dossiers, kept->str);
      if (dossier == NULL)
        g_error ("“%s” is not there under its name", odd_names[i]);
      result = jp_result_new (dossier, &context, 2025);
      if (expected < 0)
        expected = result->total;
      g_assert_cmpint (result->total, >, 0);
      g_assert_cmpint (result->total, ==, expected);
    }
}

static void
test_odd_labels_keep_their_scores (void)
{
  g_autoptr (GBytes) shipped = jp_resources_lookup (JP_RESOURCE_PACK);
  g_autoptr (GString) json = g_string_new (g_bytes_get_data (shipped, NULL));
  g_autoptr (JpTestOffice) plain = jp_test_office_new (TODAY), odd = NULL;
  g_autoptr (GPtrArray) before = NULL, after = NULL;
  g_autoptr (JpResult) first = NULL, second = NULL;
  JpContext plain_context, odd_context;

  g_assert_cmpuint (g_string_replace (json, "\"name\": \"总产值\"", "\"name\": \"总'产\\\"值\\\\ 100%s <亿>＆\"", 0), ==, 1);
  odd = jp_test_office_new_with_pack (TODAY, json->str);
  for (guint i = 0; i < 2; i++)
    {
      JpTestOffice *office = i == 0 ? plain : odd;

      import (office, "集群名称,区县,主导产业,认定日期\n甲,集美区,机器人,2024-09-19\n", "1=1+0+0 0=0+0+0");
      import (office,
              i == 0 ? "集群名称,年度,总产值（万元）\n甲,2024,1000.00\n甲,2025,1100.00\n"
                     : "集群名称,年度,\"总'产\"\"值\\ 100%s <亿>＆（万元）\"\n甲,2024,1000.00\n甲,2025,1100.00\n",
              "0=0+0+0 2=2+0+0");
    }
  before = jp_test_office_dossiers (plain);
  after = jp_test_office_dossiers (odd);
  plain_context = jp_test_office_context (plain);
  odd_context = jp_test_office_context (odd);
  first = jp_result_new (g_ptr_array_index (before, 0), &plain_context, 2025);
  second = jp_result_new (g_ptr_array_index (after, 0), &odd_context, 2025);
  g_assert_cmpint (first->total, >, 0);
  g_assert_cmpint (second->total, ==, first->total);
}

/* Deleted things vanish from all outputs and totals, and come back whole. */

static char *
all_outputs (JpTestOffice *office)
{
  g_autoptr (GPtrArray) dossiers = jp_test_office_dossiers (office);
  g_autoptr (GPtrArray) duties = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_obligation_free);
  g_autofree char *path = jp_test_office_path (office, "out.csv"), *ics = jp_test_office_path (office, "out.ics");
  g_autofree char *calendar = NULL;
  g_autoptr (GError) error = NULL;
  JpContext context = jp_test_office_context (office);
  GString *all = g_string_new (NULL);

  for (JpExportWhat what = JP_EXPORT_CLUSTERS; what <= JP_EXPORT_FUNDING; what++)
    {
      g_autofree char *text = NULL;

      g_assert_true (jp_exchange_export (path, what, dossiers, &context, NULL, &error));
      g_assert_true (g_file_get_contents (path, &text, NULL, &error));
      g_string_append (all, text);
    }
  for (guint i = 0; i < dossiers->len; i++)
    jp_obligations_collect (g_ptr_array_index (dossiers, i), &context, duties);
  g_assert_true (jp_exchange_write_ics (ics, duties, context.today, &error));
  g_assert_true (g_file_get_contents (ics, &calendar, NULL, &error));
  g_string_append (all, calendar);

  return g_string_free (all, FALSE);
}

static JpMoney
most_of_all_years (JpTestOffice *office)
{
  g_autoptr (GPtrArray) dossiers = jp_test_office_dossiers (office);
  JpContext context = jp_test_office_context (office);
  g_autoptr (GArray) budget = jp_budget_new (dossiers, &context);
  JpMoney sum = 0;

  for (guint i = 0; i < budget->len; i++)
    sum += g_array_index (budget, JpBudgetYear, i).most;

  return sum;
}

static void
undo (JpTestOffice *office)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpEntry) entry = jp_casework_undo (office->desk, JP_HINT_COMMANDS, &error);

  g_assert_no_error (error);
}

static void
test_deleted_vanishes (void)
{
  g_autoptr (JpTestOffice) office = jp_test_office_new (TODAY);
  g_autoptr (GPtrArray) dossiers = NULL;
  g_autofree char *before = NULL, *without = NULL, *again = NULL, *back = NULL, *id = NULL;
  g_autoptr (GError) error = NULL;
  JpMoney most;

  import (office, "集群名称,区县,主导产业,认定日期\n留下集群,集美区,机器人,2024-09-19\n走掉集群,集美区,机器人,\n",
          "2=2+0+0 0=0+0+0");
  import (office, "集群名称,年度,总产值（万元）\n留下集群,2025,1.00\n走掉集群,2025,2.00\n", "0=0+0+0 2=2+0+0");
  before = all_outputs (office);
  most = most_of_all_years (office);
  g_assert_nonnull (strstr (before, "走掉集群"));
  g_assert_cmpint (most, ==, G_GINT64_CONSTANT (200000000));

  dossiers = jp_test_office_dossiers (office);
  id = g_strdup (find (dossiers, "走掉集群")->id);
  jp_casework_delete_cluster (office->desk, id, &error);
  g_assert_no_error (error);
  without = all_outputs (office);
  g_assert_null (strstr (without, "走掉集群"));
  g_assert_nonnull (strstr (without, "留下集群"));
  undo (office);
  again = all_outputs (office);
  g_assert_cmpstr (again, ==, before);

  /* What has been recognised is not deleted; the import that brought it can be taken back, and its money with it. */
  import (office, "集群名称,区县,主导产业,认定日期\n撤回集群,集美区,机器人,2024-09-19\n", "1=1+0+0 0=0+0+0");
  g_assert_cmpint (most_of_all_years (office), ==, 2 * most);
  undo (office);
  g_assert_cmpint (most_of_all_years (office), ==, most);
  back = all_outputs (office);
  g_assert_cmpstr (back, ==, before);
}

/* Imported history gets no invented dates: what the workbook does not say is not on record. */
static void
test_no_invented_dates (void)
{
  g_autoptr (JpTestOffice) office = jp_test_office_new (TODAY);
  g_autoptr (GPtrArray) dossiers = NULL;
  const JpDossier *bare, *recognised;
  const JpAct *act;

  import (office, "集群名称,区县,主导产业,认定日期\n无日期集群,集美区,机器人,\n有日期集群,集美区,机器人,2022-11-07\n",
          "2=2+0+0 0=0+0+0");
  import (office, "集群名称,年度,总产值（万元）\n无日期集群,2021,1.00\n有日期集群,2021,1.00\n", "0=0+0+0 2=2+0+0");
  dossiers = jp_test_office_dossiers (office);
  bare = find (dossiers, "无日期集群");
  recognised = find (dossiers, "有日期集群");
  g_assert_cmpuint (bare->acts->len, ==, 0);
  g_assert_cmpuint (recognised->acts->len, ==, 1);
  act = g_ptr_array_index (recognised->acts, 0);
  jp_assert_date (act->date, "2022-11-07");
  g_assert_null (act->document);
  for (guint i = 0; i < dossiers->len; i++)
    {
      const JpDossier *dossier = g_ptr_array_index (dossiers, i);

      g_assert_cmpuint (dossier->returns->len + dossier->changes->len + dossier->assessments->len, ==, 0);
      g_assert_cmpuint (dossier->fund_acts->len + dossier->checks->len + dossier->supports->len, ==, 0);
      g_assert_cmpint (dossier->funding_start, ==, 0);
    }
}

/* 50,000 entries in one ledger open in linear time: twenty times as many take about twenty times as long, of the
 * processor's own time. Were it squared, it would be four hundred times. */

static double
seconds_of (guint n, const JpContext *context)
{
  g_autoptr (JpDossier) dossier = jp_dossier_new ("id", "甲");
  double best = G_MAXDOUBLE;

  for (guint i = 1; i <= n; i++)
    {
      JpUseEntry *entry = jp_use_entry_new (i, jp_test_date ("2025-01-01") + i % 365, 1);

      entry->category = g_strdup ("training");
      entry->amount = 100 + i;
      entry->payee = g_strdup_printf ("收款人%u", i % 97);
      entry->voucher = g_strdup_printf ("记-%u", i);
      g_ptr_array_add (dossier->uses, entry);
    }
  for (guint i = 0; i < 5; i++)
    {
      clock_t start = clock ();
      g_auto (JpUseLedger) ledger = { 0 };

      jp_use_ledger_init (&ledger, dossier, context);
      g_assert_cmpuint (ledger.rows->len, ==, n);
      best = MIN (best, (double) (clock () - start) / CLOCKS_PER_SEC);
    }

  return best;
}

static void
test_linear_ledger (void)
{
  g_autoptr (JpTestOffice) office = jp_test_office_new (TODAY);
  JpContext context = jp_test_office_context (office);
  double few = seconds_of (2500, &context), many = seconds_of (50000, &context);

  g_test_message ("2,500 in %.4f s, 50,000 in %.4f s", few, many);
  g_assert_cmpfloat (many, <, 120 * few);
}

/* Rows that were formatted, and hold nothing, count as none: neither clusters nor faults nor rows to be looked at. */

static void
append_row (GString *rows, guint row, const char *const *cells)
{
  g_string_append_printf (rows, "<row r=\"%u\">", row);
  for (guint i = 0; cells[i] != NULL; i++)
    g_string_append_printf (rows, "<c r=\"%c%u\" s=\"1\" t=\"inlineStr\"><is><t>%s</t></is></c>", 'A' + (char) i, row,
                            cells[i]);
  g_string_append (rows, "</row>");
}

static void
test_empty_rows_count_as_none (void)
{
  static const char styles[] = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"4\" applyFill=\"1\"/></cellXfs>";
  g_autoptr (JpTestOffice) office = jp_test_office_new (TODAY);
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GBytes) book = NULL;
  g_autoptr (JpImport) read = NULL;
  g_autofree char *result = NULL, *notes = NULL;

  append_row (rows, 1, (const char *const[]) { "集群名称", "区县", "主导产业", "认定日期", NULL });
  append_row (rows, 2, (const char *const[]) { "甲", "集美区", "机器人", "2024-09-19", NULL });
  for (guint row = 3; row < 503; row++)
    append_row (rows, row, (const char *const[]) { "", "", "  ", "", NULL });

  book = jp_test_book (rows->str, NULL, styles, NULL);
  result = jp_test_office_import_bytes (office, book, &read);
  g_assert_cmpstr (result, ==, "1=1+0+0 0=0+0+0");
  notes = jp_test_notes (read->warnings);
  g_assert_cmpstr (notes, ==, "");
}

/* A cluster without fresh data cannot look healthy: no total, no band, no amount, and the assessment is still to do. */
static void
test_without_fresh_data (void)
{
  g_autoptr (JpTestOffice) office = jp_test_office_new (TODAY);
  g_autoptr (GPtrArray) dossiers = NULL;
  g_autoptr (GPtrArray) duties = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_obligation_free);
  g_autoptr (JpResult) result = NULL, before = NULL;
  JpContext context;
  guint n_due = 0;

  import (office, "集群名称,区县,主导产业,认定日期\n停报集群,集美区,机器人,2023-10-17\n", "1=1+0+0 0=0+0+0");
  import (office, "集群名称,年度,总产值（万元）\n停报集群,2023,1000.00\n停报集群,2024,1500.00\n", "0=0+0+0 2=2+0+0");
  dossiers = jp_test_office_dossiers (office);
  context = jp_test_office_context (office);

  before = jp_result_new (g_ptr_array_index (dossiers, 0), &context, 2024);
  g_assert_cmpint (before->total, >, 0); /* good figures, once */
  result = jp_result_new (g_ptr_array_index (dossiers, 0), &context, 2025);
  g_assert_cmpint (result->total_computed, ==, JP_POINTS_UNKNOWN);
  g_assert_null (result->band);
  g_assert_cmpint (result->amount, ==, JP_MONEY_UNKNOWN);
  g_assert_cmpuint (result->missing->len, ==, result->pack->n_indicators);

  jp_obligations_collect (g_ptr_array_index (dossiers, 0), &context, duties);
  for (guint i = 0; i < duties->len; i++)
    {
      const JpObligation *duty = g_ptr_array_index (duties, i);

      if (duty->kind == JP_DUTY_ASSESSMENT && duty->year == 2025 && duty->state != JP_DUTY_DONE)
        n_due++;
    }
  g_assert_cmpuint (n_due, ==, 1);
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);
  g_test_add_func ("/exchange/lessons/odd-names-keep-their-scores", test_odd_names_keep_their_scores);
  g_test_add_func ("/exchange/lessons/odd-labels-keep-their-scores", test_odd_labels_keep_their_scores);
  g_test_add_func ("/exchange/lessons/deleted-vanishes-everywhere", test_deleted_vanishes);
  g_test_add_func ("/exchange/lessons/no-invented-dates", test_no_invented_dates);
  g_test_add_func ("/exchange/lessons/formatted-empty-rows-count-as-none", test_empty_rows_count_as_none);
  g_test_add_func ("/exchange/lessons/without-fresh-data", test_without_fresh_data);
  g_test_add_func ("/exchange/lessons/fifty-thousand-entries-in-linear-time", test_linear_ledger);

  return g_test_run ();
}
