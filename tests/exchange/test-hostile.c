/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-test-dump.h"
#include "jp-test-zip.h"
#include "jp-test.h"

#include <string.h>

#define SHEET                                                                                                          \
  "<worksheet " JP_TEST_MAIN "><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>"

static void
assert_refused (GBytes *bytes, JpBookError code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *dump = jp_test_dump (bytes, NULL, &error);

  g_assert_null (dump);
  g_assert_error (error, JP_BOOK_ERROR, (int) code);
}

static GBytes *
book_of_sheet (const char *sheet)
{
  JpTestZip *zip = jp_test_book_begin (NULL);

  jp_test_zip_add (zip, "xl/worksheets/sheet1.xml", sheet);
  return jp_test_zip_finish (zip);
}

typedef struct
{
  const char  *name;
  const char  *sheet;
  JpBookError code;
} SheetCase;

static const SheetCase sheet_cases[] = {
  { "external-entity",
    "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet " JP_TEST_MAIN "><sheetData><row r=\"1\">"
    "<c r=\"A1\" t=\"str\"><v>&e;</v></c></row></sheetData></worksheet>",
    JP_BOOK_ERROR_DAMAGED },
  { "billion-laughs",
    "<!DOCTYPE x [<!ENTITY a \"哈哈哈哈哈哈哈哈哈哈\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c "
    "\"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]><worksheet " JP_TEST_MAIN "><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\">"
    "<v>&c;</v></c></row></sheetData></worksheet>",
    JP_BOOK_ERROR_DAMAGED },
  { "document-type-alone", "<!DOCTYPE worksheet>" SHEET, JP_BOOK_ERROR_DAMAGED },
  { "undeclared-entity", "<worksheet><sheetData><row><c t=\"str\"><v>&e;</v></c></row></sheetData></worksheet>",
    JP_BOOK_ERROR_DAMAGED },
  { "not-xml", "plain text", JP_BOOK_ERROR_DAMAGED },
  { "nothing", "", JP_BOOK_ERROR_DAMAGED },
  { "cut-short", "<worksheet><sheetData><row r=\"1\">", JP_BOOK_ERROR_DAMAGED },
  { "rows-backwards", "<worksheet><sheetData><row r=\"2\"/><row r=\"1\"/></sheetData></worksheet>",
    JP_BOOK_ERROR_DAMAGED },
  { "row-twice", "<worksheet><sheetData><row r=\"1\"/><row r=\"1\"/></sheetData></worksheet>", JP_BOOK_ERROR_DAMAGED },
  { "row-zero", "<worksheet><sheetData><row r=\"0\"/></sheetData></worksheet>", JP_BOOK_ERROR_DAMAGED },
  { "row-not-a-number", "<worksheet><sheetData><row r=\"-1\"/></sheetData></worksheet>", JP_BOOK_ERROR_DAMAGED },
  { "row-beyond-64-bits", "<worksheet><sheetData><row r=\"99999999999999999999\"/></sheetData></worksheet>",
    JP_BOOK_ERROR_DAMAGED },
  { "cell-twice",
    "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row></sheetData></worksheet>",
    JP_BOOK_ERROR_DAMAGED },
  { "cell-without-column", "<worksheet><sheetData><row r=\"1\"><c r=\"1\"/></row></sheetData></worksheet>",
    JP_BOOK_ERROR_DAMAGED },
  { "cell-outside-a-row", "<worksheet><sheetData><c r=\"A1\"><v>1</v></c></sheetData></worksheet>",
    JP_BOOK_ERROR_DAMAGED },
  { "cell-after-its-row", "<worksheet><sheetData><row r=\"1\"/><c r=\"A1\"><v>1</v></c></sheetData></worksheet>",
    JP_BOOK_ERROR_DAMAGED },
  { "row-within-a-row",
    "<worksheet><sheetData><row r=\"1\"><c r=\"B1\"><v>1</v></c><row r=\"2\"><c "
    "r=\"A2\"><v>1</v></c></row></row></sheetData>"
    "</worksheet>",
    JP_BOOK_ERROR_DAMAGED },
  { "cell-within-a-cell",
    "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><c r=\"B1\"><v>1</v></c></c></row></sheetData></worksheet>",
    JP_BOOK_ERROR_DAMAGED },
  { "shared-text-that-is-not-there",
    "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData></worksheet>",
    JP_BOOK_ERROR_DAMAGED },
  { "shared-text-negative",
    "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row></sheetData></worksheet>",
    JP_BOOK_ERROR_DAMAGED },
  { "zero-character-reference",
    "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>&#0;</v></c></row></sheetData></worksheet>",
    JP_BOOK_ERROR_DAMAGED },
  { "not-utf-8",
    "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>\xB5\xB5</v></c></row></sheetData></worksheet>",
    JP_BOOK_ERROR_DAMAGED },
  { "unknown-encoding", "<?xml version=\"1.0\" encoding=\"x-nonsense\"?>" SHEET, JP_BOOK_ERROR_DAMAGED },
};

static void
test_sheet (gconstpointer data)
{
  const SheetCase *c = data;
  g_autoptr (GBytes) bytes = book_of_sheet (c->sheet);

  assert_refused (bytes, c->code);
}

/* Every beginning of a good workbook is refused, none crashes. */
static void
test_every_truncation (void)
{
  g_autoptr (GBytes) whole = book_of_sheet (SHEET);
  gsize size = g_bytes_get_size (whole);
  g_autofree char *dump = jp_test_dump (whole, NULL, NULL);

  g_assert_cmpstr (dump, ==, "[表] 1: A#1");
  for (gsize length = 2; length < size; length++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_from_bytes (whole, 0, length);

      assert_refused (bytes, JP_BOOK_ERROR_DAMAGED);
    }
}

/* A flipped bit is noticed by the checksum, or was in a part of the file that says nothing. */
static void
test_every_flipped_byte (void)
{
  g_autoptr (GBytes) whole = book_of_sheet (SHEET);
  gsize size;
  const guint8 *data = g_bytes_get_data (whole, &size);

  for (gsize i = 0; i < size; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *dump = NULL;

      copy[i] ^= 0x04;
      bytes = g_bytes_new_take (g_steal_pointer (&copy), size);
      dump = jp_test_dump (bytes, NULL, NULL);
      if (dump != NULL)
        g_assert_cmpstr (dump, ==, "[表] 1: A#1");
    }
}

static void
test_zip_bomb (void)
{
  JpTestZip *zip = jp_test_book_begin (NULL);
  gsize size = 20 * 1024 * 1024;
  g_autofree guint8 *zeros = g_malloc0 (size);
  g_autoptr (GBytes) bytes = NULL;

  memset (zeros, ' ', size);
  jp_test_zip_add_data (zip, "xl/worksheets/sheet1.xml", zeros, size);
  bytes = jp_test_zip_finish (zip);
  assert_refused (bytes, JP_BOOK_ERROR_LIMIT);
}

/* A directory that claims less than there is: no more than it claims is unpacked, and the checksum is wrong. */
static void
test_zip_claims_less (void)
{
  JpTestZip *zip = jp_test_book_begin (NULL);
  g_autoptr (GBytes) bytes = NULL;

  jp_test_zip_add_liar (zip, "xl/worksheets/sheet1.xml", SHEET, 20, 0);
  bytes = jp_test_zip_finish (zip);
  assert_refused (bytes, JP_BOOK_ERROR_DAMAGED);
}

static void
test_zip_claims_more (void)
{
  JpTestZip *zip = jp_test_book_begin (NULL);
  g_autoptr (GBytes) bytes = NULL;

  jp_test_zip_add_liar (zip, "xl/worksheets/sheet1.xml", SHEET, 100000, 0);
  bytes = jp_test_zip_finish (zip);
  assert_refused (bytes, JP_BOOK_ERROR_DAMAGED);
}

static void
test_zip_wrong_checksum (void)
{
  JpTestZip *zip = jp_test_book_begin (NULL);
  g_autoptr (GBytes) bytes = NULL;

  jp_test_zip_add_liar (zip, "xl/worksheets/sheet1.xml", SHEET, (guint32) strlen (SHEET), 12345);
  bytes = jp_test_zip_finish (zip);
  assert_refused (bytes, JP_BOOK_ERROR_DAMAGED);
}

static void
test_zip_same_name_twice (void)
{
  JpTestZip *zip = jp_test_book_begin (NULL);
  g_autoptr (GBytes) bytes = NULL;

  jp_test_zip_add (zip, "xl/worksheets/sheet1.xml", SHEET);
  jp_test_zip_add (zip, "XL/worksheets/sheet1.xml", SHEET);
  bytes = jp_test_zip_finish (zip);
  assert_refused (bytes, JP_BOOK_ERROR_DAMAGED);
}

static void
test_zip_nested_folders (void)
{
  JpTestZip *zip = jp_test_book_begin (NULL);
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  for (int i = 0; i < 30000; i++)
    g_string_append (name, "a/");
  g_string_append (name, "b");
  jp_test_zip_add (zip, name->str, "x");
  jp_test_zip_add (zip, "xl/worksheets/sheet1.xml", SHEET);
  bytes = jp_test_zip_finish (zip);
  assert_refused (bytes, JP_BOOK_ERROR_DAMAGED);
}

/* A path that climbs out is only a name: nothing is ever unpacked to the disk. */
static void
test_zip_climbing_path_does_nothing (void)
{
  JpTestZip *zip = jp_test_book_begin (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *dump = NULL;

  jp_test_zip_add (zip, "../../jp-escaped.txt", "x");
  jp_test_zip_add (zip, "xl/worksheets/sheet1.xml", SHEET);
  bytes = jp_test_zip_finish (zip);
  dump = jp_test_dump (bytes, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dump, ==, "[表] 1: A#1");
  g_assert_false (g_file_test ("../../jp-escaped.txt", G_FILE_TEST_EXISTS));
}

typedef struct
{
  const char *name;
  const char *part; /* of a zip that is no workbook */
} KindCase;

static const KindCase kind_cases[] = {
  { "binary-workbook", "xl/workbook.bin" },
  { "opendocument", "content.xml" },
  { "zip-of-files", "a.csv" },
};

static void
test_kind (gconstpointer data)
{
  const KindCase *c = data;
  JpTestZip *zip = jp_test_zip_new ();
  g_autoptr (GBytes) bytes = NULL;

  jp_test_zip_add (zip, c->part, "x");
  bytes = jp_test_zip_finish (zip);
  assert_refused (bytes, JP_BOOK_ERROR_KIND);
}

static void
test_strict (void)
{
  JpTestZip *zip = jp_test_zip_new ();
  g_autoptr (GBytes) bytes = NULL;

  jp_test_zip_add (zip, "[Content_Types].xml", "<Types/>");
  jp_test_zip_add (
    zip, "_rels/.rels",
    "<Relationships><Relationship Id=\"r1\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/"
    "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
  jp_test_zip_add (zip, "xl/workbook.xml",
                   "<workbook xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" conformance=\"strict\"/>");
  bytes = jp_test_zip_finish (zip);
  assert_refused (bytes, JP_BOOK_ERROR_KIND);
}

static void
test_word_document (void)
{
  JpTestZip *zip = jp_test_zip_new ();
  g_autoptr (GBytes) bytes = NULL;

  jp_test_zip_add (zip, "[Content_Types].xml", "<Types/>");
  jp_test_zip_add (zip, "_rels/.rels",
                   "<Relationships><Relationship Id=\"r1\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/>"
                   "</Relationships>");
  bytes = jp_test_zip_finish (zip);
  assert_refused (bytes, JP_BOOK_ERROR_KIND);
}

static void
assert_compound (const char *name, const char *word)
{
  g_autoptr (GByteArray) file = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *dump = NULL;
  gsize length;
  g_autofree char *wide = g_convert (name, -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);

  g_byte_array_append (file, (const guint8 *) "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  g_byte_array_append (file, (const guint8 *) wide, (guint) length);
  g_byte_array_append (file, (const guint8 *) "\0\0", 2);
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&file));
  dump = jp_test_dump (bytes, NULL, &error);
  g_assert_null (dump);
  g_assert_error (error, JP_BOOK_ERROR, JP_BOOK_ERROR_KIND);
  g_assert_nonnull (strstr (error->message, word));
}

static void
test_old_workbook (void)
{
  assert_compound ("Workbook", ".xls");
}

static void
test_encrypted (void)
{
  assert_compound ("EncryptedPackage", "password");
}

/* A million rows that hold nothing but formats are read in one pass and count as none. */
static void
test_million_empty_rows (void)
{
  g_autoptr (GString) sheet = g_string_new ("<worksheet " JP_TEST_MAIN "><sheetData>");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *dump = NULL;

  for (guint i = 1; i < 1048576; i++)
    g_string_append_printf (sheet, "<row r=\"%u\" s=\"1\"><c r=\"A%u\" s=\"1\"/></row>", i, i);
  g_string_append (sheet, "<row r=\"1048576\"><c r=\"A1048576\"><v>7</v></c></row></sheetData></worksheet>");
  bytes = book_of_sheet (sheet->str);
  dump = jp_test_dump (bytes, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dump, ==, "[表] 1048576: A#7");
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (sheet_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/PROMISES-11/xml/%s", sheet_cases[i].name);
      g_test_add_data_func (path, &sheet_cases[i], test_sheet);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (kind_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/R-READ/kind/%s", kind_cases[i].name);
      g_test_add_data_func (path, &kind_cases[i], test_kind);
    }
  g_test_add_func ("/exchange/R-READ/kind/strict", test_strict);
  g_test_add_func ("/exchange/R-READ/kind/word-document", test_word_document);
  g_test_add_func ("/exchange/R-READ/kind/old-workbook", test_old_workbook);
  g_test_add_func ("/exchange/R-READ/kind/encrypted", test_encrypted);
  g_test_add_func ("/exchange/PROMISES-11/zip/every-truncation", test_every_truncation);
  g_test_add_func ("/exchange/PROMISES-11/zip/every-flipped-byte", test_every_flipped_byte);
  g_test_add_func ("/exchange/PROMISES-11/zip/bomb", test_zip_bomb);
  g_test_add_func ("/exchange/PROMISES-11/zip/claims-less", test_zip_claims_less);
  g_test_add_func ("/exchange/PROMISES-11/zip/claims-more", test_zip_claims_more);
  g_test_add_func ("/exchange/PROMISES-11/zip/wrong-checksum", test_zip_wrong_checksum);
  g_test_add_func ("/exchange/PROMISES-11/zip/same-name-twice", test_zip_same_name_twice);
  g_test_add_func ("/exchange/PROMISES-11/zip/nested-folders", test_zip_nested_folders);
  g_test_add_func ("/exchange/PROMISES-11/zip/climbing-path-does-nothing", test_zip_climbing_path_does_nothing);
  g_test_add_func ("/exchange/PROMISES-11/million-empty-rows", test_million_empty_rows);

  return g_test_run ();
}
