/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-test-dump.h"
#include "jp-test-office.h"

#include <glib/gstdio.h>
#include <string.h>

#define TODAY  "2026-11-22"
#define LEDGER "samples/ledger-2022-2025.xlsx"
#define BAD    "samples/figures-refused.xlsx"

static char *
dump_file (JpTestOffice *office, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = jp_test_office_path (office, name);
  g_autoptr (GBytes) bytes = jp_book_load (path, NULL, &error);
  char *dump = jp_test_dump (bytes, NULL, &error);

  g_assert_no_error (error);
  return dump;
}

static void
write_template (JpTestOffice *office, const char *name, const char *district)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = jp_test_office_path (office, name);
  g_autoptr (GPtrArray) dossiers = jp_test_office_dossiers (office);
  JpContext context = jp_test_office_context (office);

  g_assert_true (jp_exchange_write_template (path, &context, dossiers, district, 2025, &error));
  g_assert_no_error (error);
}

/* What a district is sent comes back unchanged without changing anything, and nothing about it is unclear. */
static void
test_prefilled_is_the_same (void)
{
  g_autoptr (JpTestOffice) office = jp_test_office_new (TODAY);
  g_autofree char *ledger = jp_test_office_import (office, LEDGER, NULL), *before = jp_test_office_dump (office);
  g_autoptr (JpImport) import = NULL;
  g_autofree char *result = NULL, *after = NULL, *dump = NULL;

  write_template (office, "t.xlsx", "集美区");
  result = jp_test_office_import (office, "t.xlsx", &import);
  after = jp_test_office_dump (office);
  g_assert_cmpstr (result, ==, "1=0+0+1 2=0+0+2");
  g_assert_cmpuint (import->warnings->len, ==, 0);
  g_assert_cmpstr (after, ==, before);

  dump = dump_file (office, "t.xlsx");
  g_assert_nonnull (strstr (dump, "[集群] 1: A'集群名称*' B'区县*' C'主导产业*' D'空间范围' E'占地面积（km²）'"));
  g_assert_nonnull (strstr (dump, "G'91350211MA1000000X' H@2023-01-11 I@2023-01-01 J@2025-12-31 K#2024"));
  g_assert_nonnull (strstr (dump, "[年度指标] 1: A'集群名称*' B'年度*' C'总产值（万元）'"));
  g_assert_nonnull (strstr (dump, "2: A'厦门市集美区工业机器人产业集群' B#2024 C#1055993.26"));
  g_assert_nonnull (strstr (dump, "3: A'厦门市集美区工业机器人产业集群' B#2025 C#1182712.45"));
  g_assert_nonnull (strstr (dump, "[填写说明]"));
}

static void
test_empty (void)
{
  g_autoptr (JpTestOffice) office = jp_test_office_new (TODAY);
  g_autofree char *ledger = jp_test_office_import (office, LEDGER, NULL), *result = NULL;
  g_autoptr (JpImport) import = NULL;

  write_template (office, "t.xlsx", NULL);
  result = jp_test_office_import (office, "t.xlsx", &import);
  g_assert_cmpstr (result, ==, "0=0+0+0 0=0+0+0");
  g_assert_cmpuint (import->warnings->len, ==, 0);
}

/* Another pack gives other columns, other districts, and no code knows of it. */
static void
test_other_pack (void)
{
  gsize length;
  g_autofree char *json = jp_test_read ("packs/other.json", &length), *dump = NULL, *result = NULL;
  g_autoptr (JpTestOffice) office = jp_test_office_new_with_pack (TODAY, json);
  const char *csv = "集群名称,区县,主导产业,认定日期\n宁波市北仑区模具产业集群,北仑区,模具,2024-03-01\n";
  const char *figures = "年度,集群名称,营业收入（万元）,数字化普及率（%）\n2025,宁波市北仑区模具产业集群,1234567,18.25\n";
  g_autoptr (GBytes) clusters = g_bytes_new_static (csv, strlen (csv)),
                     years = g_bytes_new_static (figures, strlen (figures));
  g_autofree char *first = jp_test_office_import_bytes (office, clusters, NULL);
  g_autoptr (JpImport) import = NULL;
  g_autofree char *second = jp_test_office_import_bytes (office, years, &import);

  g_assert_cmpstr (first, ==, "1=1+0+0 0=0+0+0");
  g_assert_cmpstr (second, ==, "0=0+0+0 1=1+0+0");
  g_assert_cmpuint (import->warnings->len, ==, 1); /* 18.25 is kept with one decimal */

  write_template (office, "t.xlsx", "330206");
  dump = dump_file (office, "t.xlsx");
  g_assert_nonnull (strstr (dump, "H@2024-03-01 I@2024-03-01 J@2026-02-28")); /* two years */
  g_assert_nonnull (strstr (dump, "[年度指标] 1: A'集群名称*' B'年度*' C'营业收入（亿元）'"));
  g_assert_nonnull (strstr (dump, "B#2025 C#123.4567"));
  g_assert_nonnull (strstr (dump, "H#18.3"));
  g_assert_nonnull (strstr (dump, "'镇海区'"));
  result = jp_test_office_import (office, "t.xlsx", NULL);
  g_assert_cmpstr (result, ==, "1=0+0+1 2=0+0+2");
}

static void
test_unknown_district (void)
{
  g_autoptr (JpTestOffice) office = jp_test_office_new (TODAY);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) dossiers = jp_test_office_dossiers (office);
  g_autofree char *path = jp_test_office_path (office, "t.xlsx");
  JpContext context = jp_test_office_context (office);

  g_assert_false (jp_exchange_write_template (path, &context, dossiers, "鼓楼区", 2025, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* A refused workbook comes back with every bad cell in words, and once it is mended it is imported. */
static void
test_errors_workbook (void)
{
  g_autoptr (JpTestOffice) office = jp_test_office_new (TODAY);
  g_autofree char *ledger = jp_test_office_import (office, LEDGER, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JpImport) import = NULL, again = NULL;
  g_autofree char *result = jp_test_office_import (office, BAD, &import), *source = jp_test_path (BAD);
  g_autofree char *path = jp_test_office_path (office, "bad.xlsx"), *dump = NULL, *second = NULL;
  g_autofree char *cells = jp_test_notes (import->faults), *cells_again = NULL;

  g_assert_true (jp_exchange_write_errors (path, source, import, jp_test_date (TODAY), &error));
  g_assert_no_error (error);
  dump = dump_file (office, "bad.xlsx");
  g_assert_nonnull (strstr (dump, "F'专精特新中小企业（家）' G'问题'"));
  g_assert_nonnull (strstr (dump, "2: A'厦门市集美区工业机器人产业集群' B#2025 C'壹佰万' D#50000 E#120 F#20 G'总产值（万元）："));
  g_assert_nonnull (strstr (dump, "C#-5"));
  g_assert_nonnull (strstr (dump, "E#12.5 F#3 G'总产值（万元）："));

  /* The same cells are refused again, and the added column is passed over. */
  second = jp_test_office_import (office, "bad.xlsx", &again);
  cells_again = jp_test_notes (again->faults);
  g_assert_cmpstr (second, ==, "refused");
  g_assert_cmpstr (cells_again, ==, cells);
  g_assert_cmpuint (again->warnings->len, ==, 0);
}

static void
test_errors_of_a_file_not_understood (void)
{
  g_autoptr (JpTestOffice) office = jp_test_office_new (TODAY);
  g_autoptr (GError) error = NULL;
  g_autoptr (JpImport) import = NULL;
  g_autofree char *source = jp_test_office_path (office, "x.csv"), *path = jp_test_office_path (office, "bad.xlsx");
  g_autofree char *result = NULL, *dump = NULL;

  g_file_set_contents (source, "甲,乙\x0B\n1,2\n", -1, NULL);
  result = jp_test_office_import (office, "x.csv", &import);
  g_assert_cmpstr (result, ==, "refused");
  g_assert_true (jp_exchange_write_errors (path, source, import, jp_test_date (TODAY), &error));
  dump = dump_file (office, "bad.xlsx");
  g_assert_true (g_str_has_prefix (dump, "[x] 1: A'甲' B'乙\x0B' C'"));
  g_assert_true (g_str_has_suffix (dump, "2: A'1' B'2'"));
}

/* Files come out whole or not at all: mode, folder, the old copy, what is left lying about. */
static guint
files_in (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_files_are_private_and_whole (void)
{
  static const char *const names[] = { "out.xlsx", "out.csv" };
  g_autoptr (JpTestOffice) office = jp_test_office_new (TODAY);
  g_autofree char *ledger = jp_test_office_import (office, LEDGER, NULL);
  g_autoptr (GPtrArray) dossiers = jp_test_office_dossiers (office);
  JpContext context = jp_test_office_context (office);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = jp_test_office_path (office, names[i]);
      guint before;
      GStatBuf status;

      g_file_set_contents (path, "old", -1, NULL);
      g_chmod (path, 0644);
      before = files_in (office->folder);
      g_assert_true (jp_exchange_export (path, JP_EXPORT_CLUSTERS, dossiers, &context, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (files_in (office->folder), ==, before);
      g_assert_cmpint (g_stat (path, &status), ==, 0);
      g_assert_cmpint (status.st_mode & 0777, ==, 0600);
      g_assert_cmpint (status.st_size, >, 100);
    }
}

static void
test_a_folder_that_is_not_there (void)
{
  static const char *const paths[] = { "/nonexistent/out.xlsx", "/nonexistent/out.csv", "/" };
  g_autoptr (JpTestOffice) office = jp_test_office_new (TODAY);
  g_autoptr (GPtrArray) dossiers = jp_test_office_dossiers (office);
  JpContext context = jp_test_office_context (office);

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (jp_exchange_export (paths[i], JP_EXPORT_CLUSTERS, dossiers, &context, NULL, &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == G_IO_ERROR);
      g_assert_nonnull (strstr (error->message, "“"));
    }
}

/* The same data give the same bytes, whenever they are exported. */
static void
test_same_bytes (void)
{
  g_autoptr (JpTestOffice) office = jp_test_office_new (TODAY);
  g_autofree char *ledger = jp_test_office_import (office, LEDGER, NULL);
  g_autoptr (GPtrArray) dossiers = jp_test_office_dossiers (office);
  JpContext context = jp_test_office_context (office);
  GBytes *copies[2];

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = jp_test_office_path (office, i == 0 ? "a.xlsx" : "b.xlsx");

      g_assert_true (jp_exchange_export (path, JP_EXPORT_FIGURES, dossiers, &context, NULL, &error));
      copies[i] = jp_book_load (path, NULL, &error);
      g_assert_no_error (error);
      g_usleep (i == 0 ? 1100 * 1000 : 0);
    }
  g_assert_true (g_bytes_equal (copies[0], copies[1]));
  for (guint i = 0; i < 2; i++)
    g_bytes_unref (copies[i]);
}

static void
test_views_export (void)
{
  static const char *const ids[] = { "assessments", "funding" };
  g_autoptr (JpTestOffice) office = jp_test_office_new (TODAY);
  g_autofree char *ledger = jp_test_office_import (office, LEDGER, NULL);
  g_autoptr (GPtrArray) dossiers = jp_test_office_dossiers (office);
  JpContext context = jp_test_office_context (office);
  JpExportWhat what;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = jp_test_office_path (office, "view.xlsx"), *dump = NULL;
      guint n_rows;

      g_assert_true (jp_export_what_parse (ids[i], &what));
      g_assert_true (jp_exchange_export (path, what, dossiers, &context, &n_rows, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (n_rows, ==, i == 0 ? 0 : 15); /* nothing assessed; five recognised clusters, three years */
      dump = dump_file (office, "view.xlsx");
      g_assert_nonnull (strstr (dump, "A'集群名称' B'区县'"));
      if (i == 1)
        g_assert_nonnull (strstr (dump, "A'厦门市海沧区示例生物医药产业集群' B'海沧区' C#1 D#2025 F'待报计划' G#100 H#100 I#100"));
    }
  g_assert_false (jp_export_what_parse ("everything", &what));
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  g_test_add_func ("/exchange/R-READ/template/prefilled-is-the-same", test_prefilled_is_the_same);
  g_test_add_func ("/exchange/R-READ/template/empty", test_empty);
  g_test_add_func ("/exchange/R-PACK/template/other-pack", test_other_pack);
  g_test_add_func ("/exchange/R-READ/template/unknown-district", test_unknown_district);
  g_test_add_func ("/exchange/R-READ/errors/workbook", test_errors_workbook);
  g_test_add_func ("/exchange/R-READ/errors/file-not-understood", test_errors_of_a_file_not_understood);
  g_test_add_func ("/exchange/PROMISES-12/files-are-private-and-whole", test_files_are_private_and_whole);
  g_test_add_func ("/exchange/PROMISES-12/folder-that-is-not-there", test_a_folder_that_is_not_there);
  g_test_add_func ("/exchange/export/same-bytes", test_same_bytes);
  g_test_add_func ("/exchange/export/views", test_views_export);

  return g_test_run ();
}
