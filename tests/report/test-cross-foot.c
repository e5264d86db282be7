/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "sample-fixture.h"
#include "pdf-reader.h"

#include "jp-fund-case.h"
#include "jp-use-ledger.h"

#include <string.h>

/* Random figures and entries in the sample's data file; the papers of them read back from their PDFs row by row, added
 * up, and held against the data and against one another. */

#define N_ROUNDS 3

typedef struct
{
  char **words; /* of one row */
  guint  n;
} Row;

static void
clear_row (gpointer data)
{
  g_strfreev (((Row *) data)->words);
}

/* The rows of all pages. */
static GArray *
print_rows (Sample *sample, const char *kind, const char *cluster, int year)
{
  JpReportSelection selection = { .cluster = cluster, .year = year, .store = sample->store };
  g_autofree char *path = temporary_path ("cross-foot.pdf");
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (GError) error = NULL;
  guint n_pages;

  g_array_set_clear_func (rows, clear_row);
  jp_report_write_with_fonts (sample->fonts, kind, sample->dossiers, &sample->context, &selection, path, &n_pages, NULL,
                              &error);
  g_assert_no_error (error);
  for (guint page = 0; page < n_pages; page++)
    {
      g_autofree char *text = pdf_rows (path, (int) page);
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

      for (guint i = 0; lines[i] != NULL; i++)
        {
          Row row = { g_strsplit (lines[i], " ", -1), 0 };

          row.n = g_strv_length (row.words);
          if (row.n > 0)
            g_array_append_val (rows, row);
          else
            g_strfreev (row.words);
        }
    }

  return rows;
}

/* "1,234.50" in hundredths; FALSE: it is words. */
static gboolean
read_number (const char *word, gint64 *hundredths)
{
  const char *digits = *word == '-' ? word + 1 : word;
  gint64 value = 0;
  const char *point = strchr (word, '.');

  if (*digits == '\0' || strspn (digits, "0123456789,.") != strlen (digits) || point == NULL || strlen (point) != 3)
    return FALSE;

  for (const char *p = digits; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      value = value * 10 + (*p - '0');
  *hundredths = *word == '-' ? -value : value;
  return TRUE;
}

static void
randomize (Sample *sample)
{
  static const char * const metrics[] = { "output", "rd", "ip", "key_industrial", "innovative" };
  static const char * const categories[] = { "platform", "training", "exchange", "other" };

  for (guint i = 0; i < sample->dossiers->len; i++)
    {
      JpDossier *dossier = g_ptr_array_index (sample->dossiers, i);
      guint n_uses = dossier->uses->len;

      for (guint f = 0; f < dossier->figures->len; f++)
        for (guint m = 0; m < G_N_ELEMENTS (metrics); m++)
          {
            JpFigures *figures = g_ptr_array_index (dossier->figures, f);
            gint64 value = jp_figures_get (figures, metrics[m]);

            if (value != JP_VALUE_UNKNOWN)
              jp_figures_set (figures, metrics[m], value * g_test_rand_int_range (80, 125) / 100);
          }
      for (guint u = 0; n_uses > 0 && u < 40; u++)
        {
          JpUseEntry *entry
            = jp_use_entry_new (dossier->uses->len + 1, sample->context.today - g_test_rand_int_range (0, 30), 1);

          entry->id = g_strdup_printf ("random-%u", u);
          entry->category = g_strdup (categories[g_test_rand_int_range (0, G_N_ELEMENTS (categories))]);
          entry->amount = g_test_rand_int_range (1, 900000);
          entry->payee = g_strdup ("某公司");
          entry->voucher = g_strdup ("凭证");
          g_ptr_array_add (dossier->uses, entry);
        }
    }
}

/* The points of indicators in a row, then the total, which is their sum. */
static gboolean
read_points (const Row *row, guint n_indicators, gint64 *total)
{
  for (guint first = 0; first + n_indicators < row->n; first++)
    {
      gint64 sum = 0, points;
      guint i = 0;

      for (; i < n_indicators; i++)
        if (read_number (row->words[first + i], &points))
          sum += points;
        else if (strcmp (row->words[first + i], "—") != 0)
          break;
      if (i < n_indicators || !read_number (row->words[first + i], total))
        continue;
      g_assert_cmpint (*total, ==, sum);
      return TRUE;
    }

  return FALSE;
}

static int
compare_totals (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x < y) - (x > y);
}

/* Every total of the ranking is the sum of its points, that of the data, and that of the cluster's own paper. */
static void
check_ranking (Sample *sample)
{
  g_autoptr (GArray) rows = print_rows (sample, "ranking", NULL, 2025);
  const JpPack *pack = jp_pack_set_for_year (sample->context.packs, 2025);
  g_autoptr (GArray) printed = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) known = g_array_new (FALSE, FALSE, sizeof (gint64));
  JpMoney confirmed = 0;
  gint64 total, sum = -1;

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      if (read_points (row, pack->n_indicators, &total))
        g_array_append_val (printed, total);
      else if (g_str_has_prefix (row->words[0], "合") && sum < 0)
        g_assert_true (read_number (row->words[row->n - 1], &sum));
    }
  for (guint i = 0; i < sample->dossiers->len; i++)
    {
      g_autoptr (JpResult) result = jp_result_new (g_ptr_array_index (sample->dossiers, i), &sample->context, 2025);

      if (!result->due)
        continue;
      total = result->total;
      g_array_append_val (known, total);
      if (result->state == JP_ASSESSMENT_CONFIRMED)
        confirmed += result->amount;
    }
  g_array_sort (printed, compare_totals);
  g_array_sort (known, compare_totals);
  g_assert_cmpmem (printed->data, printed->len * sizeof (gint64), known->data, known->len * sizeof (gint64));
  g_assert_cmpint (sum * 10000, ==, confirmed);
}

/* The sums under the plan are those of its rows and of the budget. */
static void
check_funding_plan (Sample *sample)
{
  g_autoptr (GArray) rows = print_rows (sample, "funding-plan", NULL, 2026);
  g_autoptr (GArray) budget = jp_budget_new (sample->dossiers, &sample->context);
  gint64 entitled = 0, paid = 0, number, other;
  gboolean ended = FALSE;

  for (guint i = 0; i < rows->len && !ended; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      if (g_str_has_prefix (row->words[0], "合"))
        {
          g_assert_true (read_number (row->words[row->n - 4], &number) && read_number (row->words[row->n - 2], &other));
          g_assert_cmpint (number, ==, entitled);
          g_assert_cmpint (other, ==, paid);
          ended = TRUE;
        }
      else if (row->n > 4 && read_number (row->words[row->n - 1], &other))
        {
          paid += other;
          if (read_number (row->words[row->n - 3], &number)) /* else a range: not certain */
            entitled += number;
        }
    }
  g_assert_true (ended);
  for (guint i = 0; i < budget->len; i++)
    {
      const JpBudgetYear *year = &g_array_index (budget, JpBudgetYear, i);

      if (year->fiscal_year == 2026)
        {
          g_assert_cmpint (year->certain, ==, entitled * 10000);
          g_assert_cmpint (year->paid, ==, paid * 10000);
        }
    }
}

/* Each balance is the one before less the amount; their sum is what the data say was spent. */
static void
check_use_ledger (Sample *sample, const JpDossier *dossier)
{
  g_autoptr (GArray) rows = print_rows (sample, "use-ledger", dossier->id, 0);
  g_auto (JpUseLedger) ledger = { 0 };
  gint64 balance, spent = 0, total, left;
  guint n = 0;
  gboolean ended = FALSE;

  jp_use_ledger_init (&ledger, dossier, &sample->context);
  balance = ledger.paid - ledger.returned;
  for (guint i = 0; i < rows->len && !ended; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      guint at = 0;

      while (at + 1 < row->n && !(read_number (row->words[at], &total) && read_number (row->words[at + 1], &left)))
        at++;
      if (at + 1 >= row->n)
        continue;
      if (g_str_has_prefix (row->words[0], "合"))
        {
          g_assert_cmpint (total, ==, spent);
          g_assert_cmpint (left, ==, balance);
          ended = TRUE;
          continue;
        }
      spent += total;
      balance -= total;
      g_assert_cmpint (left, ==, balance);
      n++;
    }
  g_assert_true (ended);
  g_assert_cmpuint (n, ==, ledger.rows->len);
  g_assert_cmpint (spent, ==, ledger.spent);
  g_assert_cmpint (balance, ==, ledger.balance);
}

/* The figures of the year's return are those of the data, metric by metric. */
static void
check_annual_return (Sample *sample, const JpDossier *dossier)
{
  g_autoptr (GArray) rows = print_rows (sample, "annual-return", dossier->id, 2025);
  const JpPack *pack = jp_pack_set_for_year (sample->context.packs, 2025);
  const JpFigures *figures = jp_dossier_figures (dossier, 2025);
  guint n_found = 0, n_known = 0;

  for (guint m = 0; m < pack->n_metrics; m++)
    {
      gint64 value = jp_figures_get (figures, pack->metrics[m].id);
      g_autofree char *text = value != JP_VALUE_UNKNOWN ? jp_units_to_grouped (value, pack->metrics[m].decimals) : NULL;
      gboolean found = FALSE;

      for (guint i = 0; i < rows->len && text != NULL && !found; i++)
        found = g_strv_contains ((const char * const *) g_array_index (rows, Row, i).words, text);
      n_known += text != NULL ? 1 : 0;
      n_found += found ? 1 : 0;
    }
  g_assert_cmpuint (n_known, >, 10);
  g_assert_cmpuint (n_found, ==, n_known);
}

static void
test_random_data (Sample *sample, gconstpointer data)
{
  guint n_ledgers = 0;

  randomize (sample);
  check_ranking (sample);
  check_funding_plan (sample);
  for (guint i = 0; i < sample->dossiers->len; i++)
    {
      const JpDossier *dossier = g_ptr_array_index (sample->dossiers, i);

      if (dossier->uses->len > 0)
        {
          check_use_ledger (sample, dossier);
          check_annual_return (sample, dossier);
          n_ledgers++;
        }
    }
  g_assert_cmpuint (n_ledgers, >, 0);
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autofree char *path = g_strdup_printf ("/report/cross-foot/random-data/%u", i);

      g_test_add (path, Sample, NULL, sample_set_up, test_random_data, sample_tear_down);
    }

  return g_test_run ();
}
