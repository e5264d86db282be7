/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-csv-text.h"
#include "jp-store-journal.h"
#include "jp-test-office.h"

#include <string.h>

#define TODAY  "2026-11-22"
#define LEDGER "samples/ledger-2022-2025.xlsx"
#define CSV    "samples/figures-2026-gb18030.csv"
#define UNITS  "samples/ledger-units.xlsx"
#define BAD    "samples/figures-refused.xlsx"

/* Files imported one after the other into a new data file, and what came of each. */
typedef struct
{
  const char *name;
  struct
  {
    const char *file;
    const char *result;
  } steps[6];
} OrderCase;

static const OrderCase order_cases[] = {
  { "ledger-alone", { { LEDGER, "6=6+0+0 24=24+0+0" } } },
  { "units-alone", { { UNITS, "2=2+0+0 3=3+0+0" } } },
  { "ledger-twice", { { LEDGER, "6=6+0+0 24=24+0+0" }, { LEDGER, "6=0+0+6 24=0+0+24" } } },
  { "all-twice",
    { { LEDGER, "6=6+0+0 24=24+0+0" },
      { CSV, "0=0+0+0 2=2+0+0" },
      { UNITS, "2=1+0+1 3=3+0+0" },
      { LEDGER, "6=0+0+6 24=0+0+24" },
      { CSV, "0=0+0+0 2=0+0+2" },
      { UNITS, "2=0+0+2 3=0+0+3" } } },
  { "units-before-ledger",
    { { UNITS, "2=2+0+0 3=3+0+0" }, { LEDGER, "6=5+1+0 24=24+0+0" }, { UNITS, "2=0+0+2 3=0+0+3" } } },
  { "csv-needs-its-clusters", { { CSV, "refused" }, { LEDGER, "6=6+0+0 24=24+0+0" }, { CSV, "0=0+0+0 2=2+0+0" } } },
};

static void
test_order (gconstpointer data)
{
  const OrderCase *c = data;
  g_autoptr (JpTestOffice) office = jp_test_office_new (TODAY);

  for (guint i = 0; i < G_N_ELEMENTS (c->steps) && c->steps[i].file != NULL; i++)
    {
      g_autofree char *result = jp_test_office_import (office, c->steps[i].file, NULL);

      g_assert_cmpstr (result, ==, c->steps[i].result);
    }
}

/* Refused whole, with every bad cell named, and nothing is other than before. */
static void
test_refused (void)
{
  g_autoptr (JpTestOffice) office = jp_test_office_new (TODAY);
  g_autofree char *ledger = jp_test_office_import (office, LEDGER, NULL);
  g_autofree char *before = jp_test_office_dump (office);
  g_autoptr (JpImport) import = NULL;
  g_autofree char *result = jp_test_office_import (office, BAD, &import);
  g_autofree char *cells = jp_test_notes (import->faults), *after = jp_test_office_dump (office);

  g_assert_cmpstr (result, ==, "refused");
  g_assert_cmpstr (cells, ==,
                   "年度指标!C2 年度指标!A3 年度指标!C4 年度指标!E4 年度指标!F4 年度指标!B5 年度指标!B6 年度指标!C7 年度指标!E7");
  g_assert_cmpstr (after, ==, before);
}

/* On an empty file the clusters are unknown too, and everything else is named all the same. */
static void
test_refused_on_empty_file (void)
{
  g_autoptr (JpTestOffice) office = jp_test_office_new (TODAY);
  g_autoptr (JpImport) import = NULL;
  g_autofree char *result = jp_test_office_import (office, BAD, &import);
  g_autofree char *cells = jp_test_notes (import->faults);

  g_assert_cmpstr (result, ==, "refused");
  g_assert_cmpstr (cells, ==,
                   "年度指标!A2 年度指标!C2 年度指标!A3 年度指标!A4 年度指标!C4 年度指标!F4 年度指标!A5 年度指标!B5 年度指标!A6 "
                   "年度指标!B6 年度指标!A7 年度指标!C7 年度指标!E7");
}

static gint64
figure (GPtrArray *dossiers, const char *part_of_name, int year, const char *metric)
{
  for (guint i = 0; i < dossiers->len; i++)
    {
      const JpDossier *dossier = g_ptr_array_index (dossiers, i);

      if (strstr (dossier->name, part_of_name) != NULL)
        return jp_figures_get (jp_dossier_figures (dossier, year), metric);
    }

  g_assert_not_reached ();
}

static void
test_units_are_exact (void)
{
  g_autoptr (JpTestOffice) office = jp_test_office_new (TODAY);
  g_autoptr (JpImport) import = NULL;
  g_autofree char *result = jp_test_office_import (office, UNITS, &import),
                  *warnings = jp_test_notes (import->warnings);
  g_autoptr (GPtrArray) dossiers = jp_test_office_dossiers (office);
  const char *name = "新型显示";

  g_assert_cmpint (figure (dossiers, name, 2021, "output"), ==, 142123456);
  g_assert_cmpint (figure (dossiers, name, 2021, "rd"), ==, 3123457);
  g_assert_cmpint (figure (dossiers, name, 2021, "enterprises"), ==, 88);
  g_assert_cmpint (figure (dossiers, name, 2021, "platform_rate"), ==, 1820);
  g_assert_cmpint (figure (dossiers, name, 2022, "output"), ==, 158200000);
  g_assert_cmpint (figure (dossiers, name, 2022, "rd"), ==, JP_VALUE_UNKNOWN);
  g_assert_cmpint (figure (dossiers, name, 2022, "platform_rate"), ==, 2135);
  g_assert_cmpint (figure (dossiers, name, 2023, "rd"), ==, JP_VALUE_UNKNOWN);
  g_assert_cmpint (figure (dossiers, name, 2023, "platform_rate"), ==, 2550);
  /* The count without unit, the unknown column, the rounding. */
  g_assert_cmpstr (warnings, ==, "2021—2022年!E4 2021—2022年!G4 2021—2022年!D5");
}

static void
test_ledger_as_typed (void)
{
  g_autoptr (JpTestOffice) office = jp_test_office_new (TODAY);
  g_autoptr (JpImport) import = NULL;
  g_autofree char *result = jp_test_office_import (office, LEDGER, &import);
  g_autoptr (GPtrArray) dossiers = jp_test_office_dossiers (office);

  g_assert_cmpuint (import->warnings->len, ==, 0);
  g_assert_cmpint (figure (dossiers, "智慧城市", 2022, "output"), ==, 116814093);
  g_assert_cmpint (figure (dossiers, "输配电", 2022, "employees"), ==, 25612);
  g_assert_cmpint (figure (dossiers, "航空", 2023, "platform_rate"), ==, 2820);
  g_assert_cmpint (figure (dossiers, "水暖", 2022, "platform_rate"), ==, JP_VALUE_UNKNOWN);
}

/* Texts that break programs: each goes in, comes out as text in both formats, and comes back the same. */
static void
test_odd_texts (gconstpointer data)
{
  static const char *const scopes[] = {
    "=1+1",        "=HYPERLINK(\"http://x\")",
    "+86 592",     "-1",
    "@cmd",        "'=1",
    "''@x",        "O'Brien",
    "a,b;c",       "他说“好”",
    "\"引号\"",    "<b>&amp;</b>",
    "%s%n%d",      "100%",
    "C:\\路径",    "㛃𬭚筼筜",
    "👩‍💻", "_x000D_",
    "00123",       "913502110000000000",
    "1E5",         "TRUE",
    "#DIV/0!",     "$HOME",
  };
  const char *suffix = data;
  g_autoptr (JpTestOffice) office = jp_test_office_new (TODAY), other = jp_test_office_new (TODAY);
  g_autoptr (GString) text = g_string_new ("集群名称,区县,主导产业,空间范围\n");
  g_autoptr (GPtrArray) dossiers = NULL, there = NULL;
  g_autoptr (GBytes) bytes = NULL, exported = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strconcat ("out", suffix, NULL), *path = jp_test_office_path (office, name);
  g_autofree char *first = NULL, *again = NULL, *elsewhere = NULL;
  g_autofree char *all = g_strdup_printf ("%zu=%zu+0+0 0=0+0+0", G_N_ELEMENTS (scopes), G_N_ELEMENTS (scopes));
  g_autofree char *same = g_strdup_printf ("%zu=0+0+%zu 0=0+0+0", G_N_ELEMENTS (scopes), G_N_ELEMENTS (scopes));
  JpContext context = jp_test_office_context (office);

  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      g_string_append_printf (text, "第%02u集群,集美区,机器人,", i);
      jp_csv_text_append (text, scopes[i]);
      g_string_append_c (text, '\n');
    }
  bytes = g_bytes_new (text->str, text->len);
  first = jp_test_office_import_bytes (office, bytes, NULL);
  g_assert_cmpstr (first, ==, all);
  dossiers = jp_test_office_dossiers (office);
  g_assert_true (jp_exchange_export (path, JP_EXPORT_CLUSTERS, dossiers, &context, NULL, &error));
  exported = jp_book_load (path, NULL, &error);
  g_assert_no_error (error);
  again = jp_test_office_import (office, name, NULL);
  g_assert_cmpstr (again, ==, same);

  elsewhere = jp_test_office_import_bytes (other, exported, NULL);
  g_assert_cmpstr (elsewhere, ==, all);
  there = jp_test_office_dossiers (other);
  for (guint i = 0; i < there->len; i++)
    {
      const JpDossier *dossier = g_ptr_array_index (there, i);
      guint index = (guint) g_ascii_strtoull (dossier->name + strlen ("第"), NULL, 10);

      g_assert_cmpstr (dossier->scope, ==, scopes[index]);
    }
}

/* An import that was undone is imported again as if it had never been, and can be undone once more. */
static void
test_undo (void)
{
  g_autoptr (JpTestOffice) office = jp_test_office_new (TODAY);
  g_autofree char *empty = jp_test_office_dump (office), *full = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *result = jp_test_office_import (office, LEDGER, NULL), *dump = jp_test_office_dump (office),
                      *undone = NULL;
      g_autoptr (JpEntry) entry = jp_desk_begin (office->desk, JP_ENTRY_UNDO, "undo");

      g_assert_cmpstr (result, ==, "6=6+0+0 24=24+0+0");
      if (full != NULL)
        g_assert_cmpstr (dump, ==, full);
      g_free (full);
      full = g_steal_pointer (&dump);
      g_assert_true (jp_store_undo (office->store, entry, &error));
      g_assert_no_error (error);
      undone = jp_test_office_dump (office);
      g_assert_cmpstr (undone, ==, empty);
    }
}

/* One file is one entry, and one that brings nothing new is none. */
static void
test_journal (void)
{
  g_autoptr (JpTestOffice) office = jp_test_office_new (TODAY);
  g_autofree char *first = jp_test_office_import (office, LEDGER, NULL),
                  *again = jp_test_office_import (office, LEDGER, NULL);
  g_autofree char *refused = jp_test_office_import (office, BAD, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = jp_store_load_journal (office->store, 0, 0, NULL, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      const JpEntry *entry = g_ptr_array_index (entries, i);

      if (g_str_equal (entry->act, "import"))
        {
          n++;
          g_assert_cmpint (entry->kind, ==, JP_ENTRY_WORK);
          g_assert_cmpstr (entry->person, ==, "林晓");
          g_assert_cmpstr (entry->summary, ==,
                           "导入“" LEDGER "”：集群新增6个、更新0个、相同0个；年度指标新增24条、更新0条、相同0条");
        }
    }
  g_assert_cmpuint (n, ==, 1);
}

/* The exported ledger, as workbook and as CSV, changes nothing where it came from and brings the same elsewhere. */
static void
test_round_trip (gconstpointer data)
{
  const char *suffix = data;
  g_autoptr (JpTestOffice) office = jp_test_office_new (TODAY), other = jp_test_office_new (TODAY);
  g_autofree char *ledger = jp_test_office_import (office, LEDGER, NULL),
                  *units = jp_test_office_import (office, UNITS, NULL);
  g_autofree char *before = jp_test_office_dump (office), *after = NULL, *elsewhere = NULL;
  g_autoptr (GPtrArray) dossiers = jp_test_office_dossiers (office);
  JpContext context = jp_test_office_context (office);
  const char *expected[] = { "7=0+0+7 0=0+0+0", "0=0+0+0 27=0+0+27" },
             *brought[] = { "7=7+0+0 0=0+0+0", "0=0+0+0 27=27+0+0" };

  for (JpExportWhat what = JP_EXPORT_CLUSTERS; what <= JP_EXPORT_FIGURES; what++)
    {
      g_autofree char *name = g_strconcat ("ledger", suffix, NULL), *path = jp_test_office_path (office, name);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (JpImport) import = NULL;
      g_autofree char *result = NULL, *there = NULL;
      guint n_rows;

      g_assert_true (jp_exchange_export (path, what, dossiers, &context, &n_rows, &error));
      g_assert_cmpuint (n_rows, ==, what == JP_EXPORT_CLUSTERS ? 7 : 27);
      bytes = jp_book_load (path, NULL, &error);
      g_assert_no_error (error);
      result = jp_test_office_import (office, name, &import);
      g_assert_cmpuint (import->warnings->len, ==, 0);
      there = jp_test_office_import_bytes (other, bytes, NULL);
      g_assert_cmpstr (result, ==, expected[what]);
      g_assert_cmpstr (there, ==, brought[what]);
    }

  after = jp_test_office_dump (office);
  elsewhere = jp_test_office_dump (other);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (elsewhere, ==, before);
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (order_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/R-READ/samples/%s", order_cases[i].name);
      g_test_add_data_func (path, &order_cases[i], test_order);
    }
  g_test_add_func ("/exchange/R-READ/samples/refused-whole-every-cell-named", test_refused);
  g_test_add_func ("/exchange/R-READ/samples/refused-on-empty-file", test_refused_on_empty_file);
  g_test_add_func ("/exchange/R-READ/samples/units-are-exact", test_units_are_exact);
  g_test_add_func ("/exchange/R-READ/samples/ledger-as-typed", test_ledger_as_typed);
  g_test_add_data_func ("/exchange/PROMISES-11/odd-texts/xlsx", ".xlsx", test_odd_texts);
  g_test_add_data_func ("/exchange/PROMISES-11/odd-texts/csv", ".csv", test_odd_texts);
  g_test_add_func ("/exchange/R-READ/undo-and-again", test_undo);
  g_test_add_func ("/exchange/R-READ/one-entry-a-file", test_journal);
  g_test_add_data_func ("/exchange/R-READ/round-trip/xlsx", ".xlsx", test_round_trip);
  g_test_add_data_func ("/exchange/R-READ/round-trip/csv", ".csv", test_round_trip);

  return g_test_run ();
}
