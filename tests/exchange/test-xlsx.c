/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-test-dump.h"
#include "jp-test-zip.h"
#include "jp-test.h"
#include "jp-xlsx-parts.h"

#include <string.h>

#define STYLES                                                                                            \
  "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/>"     \
  "<numFmt numFmtId=\"165\" formatCode=\"0.00%\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>" \
  "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"14\"/></cellXfs>"

typedef struct
{
  const char *name;
  const char *rows;
  const char *strings;
  const char *properties;
  const char *expected;
} BookCase;

static const BookCase book_cases[] = {
  { "numbers", "<row r=\"1\"><c r=\"A1\"><v>1.5</v></c><c r=\"C1\" t=\"n\"><v>2</v></c></row>", NULL, NULL,
    "[表] 1: A#1.5 C#2" },
  { "inline-text", "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>总产值</t></is></c></row>", NULL, NULL,
    "[表] 1: A'总产值'" },
  { "inline-rich-text-without-its-reading-aid",
    "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><r><t>集</t></r><r><t>群</t></r><rPh sb=\"0\" "
    "eb=\"1\"><t>ji</t></rPh>"
    "</is></c></row>",
    NULL, NULL, "[表] 1: A'集群'" },
  { "shared-text", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" t=\"s\"><v>0</v></c></row>",
    "<si><t>甲</t></si><si><r><t>乙</t></r><r><rPr/><t xml:space=\"preserve\"> 丙</t></r><rPh><t>yi</t></rPh></si>",
    NULL, "[表] 1: A'乙 丙' B'甲'" },
  { "shared-text-with-escapes", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>",
    "<si><t>甲_x000D_乙_x005F_x000D_丙_x4E01__xD800__x0000__x12</t></si>", NULL,
    "[表] 1: A'甲\r乙_x000D_丙丁_xD800__x0000__x12'" },
  { "inline-text-with-escapes", "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>_x4E01_</t></is></c></row>", NULL,
    NULL, "[表] 1: A'丁'" },
  { "shared-text-empty-is-blank", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>", "<si><t/></si>", NULL,
    "[表]" },
  { "formula-with-text", "<row r=\"1\"><c r=\"A1\" t=\"str\"><f>A2</f><v>甲</v></c></row>", NULL, NULL,
    "[表] 1: A'甲'" },
  { "formula-with-empty-text-is-blank", "<row r=\"1\"><c r=\"A1\" t=\"str\"><f>A2</f><v></v></c></row>", NULL, NULL,
    "[表]" },
  { "formula-with-number", "<row r=\"1\"><c r=\"A1\"><f>1+1</f><v>2</v></c></row>", NULL, NULL, "[表] 1: A#2" },
  { "formula-without-value", "<row r=\"1\"><c r=\"A1\"><f>1+1</f></c></row>", NULL, NULL, "[表] 1: A=" },
  { "error-value", "<row r=\"1\"><c r=\"A1\" t=\"e\"><v>#DIV/0!</v></c></row>", NULL, NULL, "[表] 1: A!#DIV/0!" },
  { "boolean", "<row r=\"1\"><c r=\"A1\" t=\"b\"><v>1</v></c><c r=\"B1\" t=\"b\"><v>0</v></c></row>", NULL, NULL,
    "[表] 1: A&TRUE B&FALSE" },
  { "date-by-custom-format", "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>45966</v></c></row>", NULL, NULL,
    "[表] 1: A@2025-11-05" },
  { "date-by-built-in-format", "<row r=\"1\"><c r=\"A1\" s=\"3\"><v>45966.75</v></c></row>", NULL, NULL,
    "[表] 1: A@2025-11-05" },
  { "date-from-1904", "<row r=\"1\"><c r=\"A1\" s=\"3\"><v>44504</v></c></row>", NULL, "<workbookPr date1904=\"1\"/>",
    "[表] 1: A@2025-11-05" },
  { "date-written-out", "<row r=\"1\"><c r=\"A1\" t=\"d\"><v>2025-11-05T00:00:00</v></c></row>", NULL, NULL,
    "[表] 1: A@2025-11-05" },
  { "per-cent-format", "<row r=\"1\"><c r=\"A1\" s=\"2\"><v>0.182</v></c></row>", NULL, NULL, "[表] 1: A%0.182" },
  { "blank-formatted-cells-are-nothing",
    "<row r=\"1\"><c r=\"A1\" s=\"2\"/></row><row r=\"2\"><c r=\"A2\"><v>1</v></c></row>", NULL, NULL, "[表] 2: A#1" },
  { "hidden-rows-count", "<row r=\"1\" hidden=\"1\"><c r=\"A1\"><v>1</v></c></row>", NULL, NULL, "[表] 1: A#1" },
  { "rows-and-cells-without-references", "<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"5\"><c><v>3</v></c></row>",
    NULL, NULL, "[表] 1: A#1 B#2 5: A#3" },
  { "nothing", "", NULL, NULL, "[表]" },
};

static void
test_book (gconstpointer data)
{
  const BookCase *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = jp_test_book (c->rows, c->strings, STYLES, c->properties);
  g_autofree char *dump = jp_test_dump (bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (dump, ==, c->expected);
}

typedef struct
{
  const char  *code; /* also the test's name */
  guint64      id;
  JpFormatKind kind;
} FormatCase;

static const FormatCase format_cases[] = {
  { "General", 164, JP_FORMAT_NUMBER },
  { "0.00", 164, JP_FORMAT_NUMBER },
  { "#,##0.00\"万元\"", 164, JP_FORMAT_NUMBER },
  { "0.00E+00", 164, JP_FORMAT_NUMBER },
  { "[Red]0.00", 164, JP_FORMAT_NUMBER },
  { "[$¥-804]#,##0.00", 164, JP_FORMAT_NUMBER },
  { "_ * #,##0_ ", 164, JP_FORMAT_NUMBER },
  { "0\"day\"", 164, JP_FORMAT_NUMBER },
  { "0\\d", 164, JP_FORMAT_NUMBER },
  { "0;yyyy", 164, JP_FORMAT_NUMBER },
  { "0.0%", 164, JP_FORMAT_PERCENT },
  { "0\"%\"", 164, JP_FORMAT_NUMBER },
  { "yyyy-mm-dd", 164, JP_FORMAT_DATE },
  { "yyyy\"年\"m\"月\"d\"日\"", 164, JP_FORMAT_DATE },
  { "[$-804]aaaa yyyy", 164, JP_FORMAT_DATE },
  { "[DBNum1]yyyy\"年\"", 164, JP_FORMAT_DATE },
  { "m/d", 164, JP_FORMAT_DATE },
  { "[h]:mm", 164, JP_FORMAT_DATE },
  { NULL, 0, JP_FORMAT_NUMBER },
  { NULL, 4, JP_FORMAT_NUMBER },
  { NULL, 9, JP_FORMAT_PERCENT },
  { NULL, 10, JP_FORMAT_PERCENT },
  { NULL, 13, JP_FORMAT_NUMBER },
  { NULL, 14, JP_FORMAT_DATE },
  { NULL, 22, JP_FORMAT_DATE },
  { NULL, 23, JP_FORMAT_NUMBER },
  { NULL, 31, JP_FORMAT_DATE },
  { NULL, 37, JP_FORMAT_NUMBER },
  { NULL, 57, JP_FORMAT_DATE },
};

static void
test_formats (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (format_cases); i++)
    {
      const FormatCase *c = &format_cases[i];

      g_test_message ("%" G_GUINT64_FORMAT " %s", c->id, c->code != NULL ? c->code : "built in");
      g_assert_cmpint (jp_xlsx_format_kind (c->id, c->code), ==, c->kind);
    }
}

typedef struct
{
  const char *serial;
  gboolean    from_1904;
  const char *iso; /* NULL: no day */
} SerialCase;

static const SerialCase serial_cases[] = {
  { "1", FALSE, "1900-01-01" },     { "59", FALSE, "1900-02-28" }, { "60", FALSE, NULL },
  { "61", FALSE, "1900-03-01" },    { "0", FALSE, NULL },          { "45554", FALSE, "2024-09-19" },
  { "4.5554E4", FALSE, "2024-09-19" }, { "45554.99", FALSE, "2024-09-19" }, { "2958465", FALSE, "9999-12-31" },
  { "2958466", FALSE, NULL },       { "-1", FALSE, NULL },         { "1e400", FALSE, NULL },
  { "0", TRUE, "1904-01-01" },      { "44092", TRUE, "2024-09-19" },
};

static void
test_serials (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (serial_cases); i++)
    {
      const SerialCase *c = &serial_cases[i];
      JpDate date = jp_xlsx_serial_to_date (c->serial, strlen (c->serial), c->from_1904);

      g_test_message ("%s", c->serial);
      if (c->iso == NULL)
        g_assert_cmpuint (date, ==, JP_DATE_NONE);
      else
        jp_assert_date (date, c->iso);
    }
}

static void
test_parts_are_found_whatever_the_case_of_their_names (void)
{
  g_autoptr (GError) error = NULL;
  JpTestZip *zip = jp_test_book_begin (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *dump = NULL;

  jp_test_zip_add (zip, "xl/Worksheets/Sheet1.xml",
                   "<worksheet " JP_TEST_MAIN "><sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData></worksheet>");
  jp_test_zip_add (zip, "xl/SharedStrings.xml", "<sst " JP_TEST_MAIN "><si><t>甲</t></si></sst>");
  bytes = jp_test_zip_finish (zip);
  dump = jp_test_dump (bytes, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dump, ==, "[表] 1: A'甲'");
}

static void
test_samples_are_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = jp_test_path ("samples/ledger-units.xlsx");
  g_autoptr (GBytes) bytes = jp_book_load (path, NULL, &error);
  g_autofree char *dump = NULL;

  g_assert_no_error (error);
  dump = jp_test_dump (bytes, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (dump, "[集群] 1: A'区县' B'集群名称'"));
  g_assert_nonnull (strstr (dump, "D@2025-11-05"));
  g_assert_nonnull (strstr (dump, "C'１５８．２０'"));
  g_assert_true (g_str_has_suffix (dump, "7: A#2023 B'厦门市翔安区示例新型显示产业集群' C#171 D'/' E#101 F'25.5%' "
                                         "G'隐藏行也是数据'"));
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (book_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/R-READ/xlsx/%s", book_cases[i].name);
      g_test_add_data_func (path, &book_cases[i], test_book);
    }
  g_test_add_func ("/exchange/R-READ/xlsx/number-formats", test_formats);
  g_test_add_func ("/exchange/R-READ/xlsx/date-serials", test_serials);
  g_test_add_func ("/exchange/R-READ/xlsx/part-names-in-any-case",
                   test_parts_are_found_whatever_the_case_of_their_names);
  g_test_add_func ("/exchange/R-READ/xlsx/samples", test_samples_are_read);

  return g_test_run ();
}
