/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-test-dump.h"
#include "jp-test-zip.h"
#include "jp-test.h"

#include <string.h>

/* Two rows of two cells in a workbook, and the same as CSV: 2 rows, 2 columns, 2 strings, 2 styles. */
#define ROWS                                                                                                           \
  "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row><row r=\"3\"><c "                \
  "r=\"A3\"><v>1</v></c>"                                                                                              \
  "<c r=\"B3\"><v>12345</v></c></row>"
#define STRINGS "<si><t>甲</t></si><si><t>乙</t></si>"
#define STYLES  "<cellXfs><xf/><xf/></cellXfs>"
#define CSV     "甲,乙\n\n1,12345\n"

typedef struct
{
  const char *name;
  gboolean    csv;
  gsize       offset; /* of a guint in JpBookLimits */
  guint       enough;
} LimitCase;

#define LIMIT(field) G_STRUCT_OFFSET (JpBookLimits, field)

static const LimitCase limit_cases[] = {
  { "parts", FALSE, LIMIT (parts), 7 },
  { "sheets", FALSE, LIMIT (sheets), 1 },
  { "rows", FALSE, LIMIT (rows), 3 },
  { "filled-rows", FALSE, LIMIT (filled_rows), 2 },
  { "columns", FALSE, LIMIT (columns), 2 },
  { "cell-bytes", FALSE, LIMIT (cell_bytes), 5 },
  { "strings", FALSE, LIMIT (strings), 2 },
  { "styles", FALSE, LIMIT (styles), 2 },
  { "depth", FALSE, LIMIT (depth), 5 },
  { "csv-rows", TRUE, LIMIT (rows), 3 },
  { "csv-filled-rows", TRUE, LIMIT (filled_rows), 2 },
  { "csv-columns", TRUE, LIMIT (columns), 2 },
  { "csv-cell-bytes", TRUE, LIMIT (cell_bytes), 5 },
};

static void
assert_limit (GBytes *bytes, const JpBookLimits *limits, gboolean enough)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *dump = jp_test_dump (bytes, limits, &error);

  if (enough)
    g_assert_no_error (error);
  else
    g_assert_error (error, JP_BOOK_ERROR, JP_BOOK_ERROR_LIMIT);
  g_assert_cmpint (dump != NULL, ==, enough);
}

static void
test_limit (gconstpointer data)
{
  const LimitCase *c = data;
  g_autoptr (GBytes) bytes
    = c->csv ? g_bytes_new_static (CSV, strlen (CSV)) : jp_test_book (ROWS, STRINGS, STYLES, NULL);
  JpBookLimits limits = JP_BOOK_LIMITS_INIT;
  guint *limit = &G_STRUCT_MEMBER (guint, &limits, c->offset);

  *limit = c->enough;
  assert_limit (bytes, &limits, TRUE);
  *limit = c->enough - 1;
  assert_limit (bytes, &limits, FALSE);
}

static void
test_file_bytes (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (CSV, strlen (CSV));
  JpBookLimits limits = JP_BOOK_LIMITS_INIT;

  limits.file_bytes = strlen (CSV);
  assert_limit (bytes, &limits, TRUE);
  limits.file_bytes--;
  assert_limit (bytes, &limits, FALSE);
}

static void
test_load_stops_at_the_limit (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = jp_test_path ("samples/figures-2026-gb18030.csv");
  g_autoptr (GBytes) whole = jp_book_load (path, NULL, &error);
  JpBookLimits limits = JP_BOOK_LIMITS_INIT;

  g_assert_no_error (error);
  limits.file_bytes = g_bytes_get_size (whole) - 1;
  g_assert_null (jp_book_load (path, &limits, &error));
  g_assert_error (error, JP_BOOK_ERROR, JP_BOOK_ERROR_LIMIT);
}

static void
test_load_of_a_folder_or_nothing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (jp_book_load ("/", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_clear_error (&error);
  g_assert_null (jp_book_load ("/nonexistent.xlsx", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* A part of 4000 bytes that packs to far fewer. */
static GBytes *
padded_book (void)
{
  g_autofree char *spaces = g_strnfill (4000 - strlen ("<worksheet><sheetData></sheetData></worksheet>"), ' ');
  g_autofree char *sheet = g_strconcat ("<worksheet>", spaces, "<sheetData></sheetData></worksheet>", NULL);
  JpTestZip *zip = jp_test_book_begin (NULL);

  jp_test_zip_add (zip, "xl/worksheets/sheet1.xml", sheet);
  return jp_test_zip_finish (zip);
}

static void
test_part_bytes (void)
{
  g_autoptr (GBytes) bytes = padded_book ();
  JpBookLimits limits = JP_BOOK_LIMITS_INIT;

  limits.part_bytes = 4000;
  assert_limit (bytes, &limits, TRUE);
  limits.part_bytes = 3999;
  assert_limit (bytes, &limits, FALSE);
}

static void
test_total_bytes (void)
{
  g_autoptr (GBytes) bytes = padded_book ();
  JpBookLimits limits = JP_BOOK_LIMITS_INIT;

  limits.total_bytes = 4000; /* the sheet alone would fit, but other parts were read before it */
  assert_limit (bytes, &limits, FALSE);
  limits.total_bytes = 8000;
  assert_limit (bytes, &limits, TRUE);
}

static void
test_ratio (void)
{
  g_autoptr (GBytes) bytes = padded_book ();
  JpBookLimits limits = JP_BOOK_LIMITS_INIT;

  limits.ratio = 10;
  limits.ratio_floor = 4000; /* the ratio is not asked of what is this small */
  assert_limit (bytes, &limits, TRUE);
  limits.ratio_floor = 3999;
  assert_limit (bytes, &limits, FALSE);
  limits.ratio = 1000;
  assert_limit (bytes, &limits, TRUE);
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (limit_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/PROMISES-11/limit/%s", limit_cases[i].name);
      g_test_add_data_func (path, &limit_cases[i], test_limit);
    }
  g_test_add_func ("/exchange/PROMISES-11/limit/file-bytes", test_file_bytes);
  g_test_add_func ("/exchange/PROMISES-11/limit/load-stops", test_load_stops_at_the_limit);
  g_test_add_func ("/exchange/PROMISES-11/load-of-a-folder-or-nothing", test_load_of_a_folder_or_nothing);
  g_test_add_func ("/exchange/PROMISES-11/limit/part-bytes", test_part_bytes);
  g_test_add_func ("/exchange/PROMISES-11/limit/total-bytes", test_total_bytes);
  g_test_add_func ("/exchange/PROMISES-11/limit/ratio", test_ratio);

  return g_test_run ();
}
