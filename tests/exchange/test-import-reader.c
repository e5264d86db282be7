/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-exchange.h"
#include "jp-test-office.h"
#include "jp-test-zip.h"
#include "jp-test.h"

#include <string.h>

#define TODAY "2026-02-10"

/* A CSV file and what it says: rows as "name year metric=value…" or "name district=… …", faults and
 * warnings by cell. */
typedef struct
{
  const char *name;
  const char *text;
  const char *rows;
  const char *faults;
  const char *warnings;
} ReadCase;

static const ReadCase read_cases[] = {
  /* Headers. */
  { "header-in-first-row", "集群名称,年度,总产值（万元）\n甲,2025,1.5\n", "甲 2025 output=150", "", "" },
  { "header-in-tenth-row", "\n\n\n\n\n\n\n\n\n集群名称,年度,总产值（万元）\n甲,2025,1\n", "甲 2025 output=100", "",
    "" },
  { "header-in-eleventh-row", "题\n\n\n\n\n\n\n\n\n\n集群名称,年度,总产值（万元）\n甲,2025,1\n", "", "表!*0", "表!*0" },
  { "titles-above", "年度指标表\n填报单位：区工信局\n集群名称,年度,总产值（万元）\n甲,2025,1\n", "甲 2025 output=100",
    "", "" },
  { "columns-in-any-order", "总产值（万元）,年度,集群名称\n1,2025,甲\n", "甲 2025 output=100", "", "" },
  { "stars", "集群名称*,*年度,总产值*（万元）\n甲,2025,1\n", "甲 2025 output=100", "", "" },
  { "names-folded", "集群 名称,年 度,总产值(万元),专精特新\"小巨人\"企业（家）\n甲,2025,1,2\n",
    "甲 2025 output=100 little_giant=2", "", "" },
  { "full-width-names", "集群名称,年度,工业互联网平台应用普及率（％）\n甲,2025,18.2\n", "甲 2025 platform_rate=1820",
    "", "" },
  { "unknown-column", "集群名称,年度,备注\n甲,2025,x\n", "甲 2025", "", "表!C1" },
  { "problem-column-is-passed-over", "集群名称,年度,问题\n甲,2025,x\n", "甲 2025", "", "" },
  { "same-column-twice", "集群名称,年度,总产值（万元）,总产值（亿元）\n甲,2025,1,1\n", "甲 2025 output=100", "表!D1",
    "" },
  { "name-column-missing", "年度,总产值（万元）\n2025,1\n", "? 2025 output=100", "表!*1", "" },
  { "cluster-column-on-figures-sheet", "集群名称,年度,区县\n甲,2025,集美区\n", "甲 2025", "", "表!C1" },
  { "figures-column-without-year", "集群名称,区县,总产值（万元）\n甲,集美区,1\n", "甲 district=集美区", "", "表!C1" },
  { "no-header", "甲,乙\n1,2\n", "", "表!*0", "表!*0" },
  { "rows-of-blanks-are-none",
    "集群名称,年度,总产值（万元）\n甲,2025,1\n　　　　　　　,　　　　　　　,　　　　　　　\n", "甲 2025 output=100", "",
    "" },
  { "name-of-blanks-is-none", "集群名称,年度,总产值（万元）\n　　　　　　　,2025,1\n", "? 2025 output=100", "表!A2", "" },
  /* Units. */
  { "unit-own", "集群名称,年度,总产值（万元）\n甲,2025,1\n", "甲 2025 output=100", "", "" },
  { "unit-yuan", "集群名称,年度,总产值（元）\n甲,2025,1000000\n", "甲 2025 output=10000", "", "" },
  { "unit-yi-yuan", "集群名称,年度,总产值（亿元）\n甲,2025,142.123456\n", "甲 2025 output=142123456", "", "" },
  { "unit-missing", "集群名称,年度,总产值,企业总数\n甲,2025,1,2\n", "甲 2025 output=100 enterprises=2", "",
    "表!C1 表!D1" },
  { "unit-that-cannot-be", "集群名称,年度,总产值（美元）\n甲,2025,1\n", "甲 2025", "表!C1", "" },
  { "unit-of-money-on-a-count", "集群名称,年度,企业总数（万元）\n甲,2025,1\n", "甲 2025", "表!C1", "" },
  { "area-in-km2", "集群名称,区县,占地面积（平方公里）\n甲,集美区,19.5\n", "甲 district=集美区 area=19500000", "", "" },
  { "area-in-mu", "集群名称,区县,占地面积（亩）\n甲,集美区,19.5\n", "甲 district=集美区", "表!C1", "" },
  /* Numbers. */
  { "thousands-and-spaces", "集群名称,年度,总产值（万元）\n甲,2025,\" 1,700,000.50 \"\n", "甲 2025 output=170000050",
    "", "" },
  { "full-width-digits", "集群名称,年度,总产值（万元）\n甲,２０２５,１５８．２０\n", "甲 2025 output=15820", "", "" },
  { "not-given", "集群名称,年度,总产值（万元）,税收（万元）,研发投入（万元）,企业总数（家）\n甲,2025,-,—,/,\n",
    "甲 2025", "", "" },
  { "not-given-full-width", "集群名称,年度,总产值（万元）,税收（万元）\n甲,2025,－,／\n", "甲 2025", "", "" },
  { "zero-is-zero", "集群名称,年度,总产值（万元）\n甲,2025,0\n", "甲 2025 output=0", "", "" },
  { "words", "集群名称,年度,总产值（万元）\n甲,2025,壹佰万\n", "甲 2025", "表!C2", "" },
  { "negative", "集群名称,年度,总产值（万元）\n甲,2025,-0.01\n", "甲 2025", "表!C2", "" },
  { "too-many-decimals", "集群名称,年度,总产值（万元）\n甲,2025,1.005\n", "甲 2025 output=101", "", "表!C2" },
  { "fraction-of-a-count", "集群名称,年度,企业总数（家）\n甲,2025,12.5\n", "甲 2025", "表!C2", "" },
  { "count-with-zero-decimals", "集群名称,年度,企业总数（家）\n甲,2025,12.00\n", "甲 2025 enterprises=12", "", "" },
  { "largest", "集群名称,年度,企业总数（家）\n甲,2025,999999999999999\n", "甲 2025 enterprises=999999999999999", "",
    "" },
  { "too-large", "集群名称,年度,总产值（万元）\n甲,2025,10000000000000\n", "甲 2025", "表!C2", "" },
  { "sixteen-digits", "集群名称,年度,企业总数（家）\n甲,2025,1234567890123456\n", "甲 2025", "表!C2", "" },
  { "exponent-typed", "集群名称,年度,总产值（万元）\n甲,2025,1.2E+05\n", "甲 2025", "表!C2", "" },
  { "per-cent-sign", "集群名称,年度,工业互联网平台应用普及率（%）\n甲,2025,25.5%\n", "甲 2025 platform_rate=2550", "",
    "" },
  { "per-cent-of-money", "集群名称,年度,总产值（万元）\n甲,2025,25.5%\n", "甲 2025", "表!C2", "" },
  /* Years. */
  { "first-year", "集群名称,年度,总产值（万元）\n甲,2000,1\n", "甲 2000 output=100", "", "" },
  { "year-before-the-first", "集群名称,年度,总产值（万元）\n甲,1999,1\n", "甲 ? output=100", "表!B2", "" },
  { "todays-year", "集群名称,年度,总产值（万元）\n甲,2026,1\n", "甲 2026 output=100", "", "" },
  { "next-year", "集群名称,年度,总产值（万元）\n甲,2027,1\n", "甲 ? output=100", "表!B2", "" },
  { "year-in-words", "集群名称,年度,总产值（万元）\n甲,2025年,1\n乙,2025年度,1\n",
    "甲 2025 output=100; 乙 2025 output=100", "", "" },
  { "year-of-five-digits", "集群名称,年度,总产值（万元）\n甲,20255,1\n", "甲 ? output=100", "表!B2", "" },
  { "year-with-fraction", "集群名称,年度,总产值（万元）\n甲,2025.5,1\n", "甲 ? output=100", "表!B2", "" },
  { "year-with-separator", "集群名称,年度,总产值（万元）\n甲,\"2,025\",1\n", "甲 ? output=100", "表!B2", "" },
  { "year-missing", "集群名称,年度,总产值（万元）\n甲,,1\n", "甲 ? output=100", "表!B2", "" },
  { "name-missing", "集群名称,年度,总产值（万元）\n,2025,1\n", "? 2025 output=100", "表!A2", "" },
  { "row-of-an-unknown-column-only", "集群名称,年度,备注\n,,合计\n", "", "", "表!C1" },
  { "every-bad-cell", "集群名称,年度,总产值（万元）,企业总数（家）\n,x,y,1.5\n甲,2025,-1,2\n",
    "? ?; 甲 2025 enterprises=2", "表!B2 表!C2 表!D2 表!A2 表!C3", "" },
  /* Dates and clusters. */
  { "dates", "集群名称,认定日期,有效期起,有效期止\n甲,2024-9-19,2024/9/19,2027年9月18日\n",
    "甲 recognised=2024-09-19 first=2024-09-19 last=2027-09-18", "", "" },
  { "date-that-is-none", "集群名称,认定日期\n甲,2024-2-30\n", "甲", "表!B2", "" },
  { "number-for-a-date", "集群名称,认定日期\n甲,45554\n", "甲", "表!B2", "" },
  { "date-before-2000", "集群名称,认定日期\n甲,1999-12-31\n", "甲", "表!B2", "" },
  { "funding-start", "集群名称,资金首年\n甲,2031\n", "甲 start=2031", "", "" },
  { "funding-start-too-far-ahead", "集群名称,资金首年\n甲,2032\n", "甲", "表!B2", "" },
  { "code-in-full-width-and-small-letters", "集群名称,统一社会信用代码\n甲,９１３５０２１１ma1000000x\n",
    "甲 code=91350211MA1000000X", "", "" },
  { "texts-are-tidied", "集群名称,区县\n 甲  乙 ,集美区\n", "甲 乙 district=集美区", "", "" },
};

static void
show_figures (const JpImport *import, const JpImportFigures *figures, GString *text)
{
  g_string_append (text, figures->name != NULL ? figures->name : "?");
  if (figures->year != 0)
    g_string_append_printf (text, " %d", figures->year);
  else
    g_string_append (text, " ?");
  for (guint i = 0; i < import->pack->n_metrics; i++)
    if (figures->values[i] != JP_VALUE_UNKNOWN)
      g_string_append_printf (text, " %s=%" G_GINT64_FORMAT, import->pack->metrics[i].id, figures->values[i]);
}

static void
show_date (GString *text, const char *name, JpDate date)
{
  char iso[JP_DATE_ISO_LEN];

  if (date != JP_DATE_NONE)
    g_string_append_printf (text, " %s=%s", name, jp_date_to_iso (date, iso));
}

static void
show_cluster (const JpImportCluster *cluster, GString *text)
{
  g_string_append (text, cluster->name != NULL ? cluster->name : "?");
  if (cluster->district != NULL)
    g_string_append_printf (text, " district=%s", cluster->district);
  if (cluster->area != JP_VALUE_UNKNOWN)
    g_string_append_printf (text, " area=%" G_GINT64_FORMAT, cluster->area);
  if (cluster->credit_code != NULL)
    g_string_append_printf (text, " code=%s", cluster->credit_code);
  show_date (text, "recognised", cluster->recognised_on);
  show_date (text, "first", cluster->term_first);
  show_date (text, "last", cluster->term_last);
  if (cluster->funding_start != 0)
    g_string_append_printf (text, " start=%d", cluster->funding_start);
}

static char *
show_rows (const JpImport *import)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < import->clusters->len; i++)
    {
      g_string_append (text, text->len > 0 ? "; " : "");
      show_cluster (g_ptr_array_index (import->clusters, i), text);
    }
  for (guint i = 0; i < import->figures->len; i++)
    {
      g_string_append (text, text->len > 0 ? "; " : "");
      show_figures (import, g_ptr_array_index (import->figures, i), text);
    }

  return g_string_free (text, FALSE);
}

static JpImport *
read_bytes (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpPack) pack = jp_test_pack ();
  JpImport *import = jp_exchange_read_bytes (bytes, "表", pack, jp_test_date (TODAY), NULL, &error);

  g_assert_no_error (error);
  return import;
}

static void
test_read (gconstpointer data)
{
  const ReadCase *c = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (c->text, strlen (c->text));
  g_autoptr (JpImport) import = read_bytes (bytes);
  g_autofree char *rows = show_rows (import), *faults = jp_test_notes (import->faults),
                  *warnings = jp_test_notes (import->warnings);

  g_assert_cmpstr (rows, ==, c->rows);
  g_assert_cmpstr (faults, ==, c->faults);
  g_assert_cmpstr (warnings, ==, c->warnings);
}

/* What only a workbook can hold: cells in one row below 集群名称 | 年度 | 总产值（万元） | 普及率（%）. */
typedef struct
{
  const char *name;
  const char *cells;
  const char *rows;
  const char *faults;
} CellCase;

#define NAME "<c r=\"A2\" t=\"inlineStr\"><is><t>甲</t></is></c>"
#define YEAR "<c r=\"B2\"><v>2025</v></c>"

static const CellCase cell_cases[] = {
  { "seventeen-digits", NAME YEAR "<c r=\"C2\"><v>0.28199999999999997</v></c>", "甲 2025 output=28", "" },
  { "seventeen-digits-that-are-two-decimals", NAME YEAR "<c r=\"C2\"><v>1.1000000000000001</v></c>",
    "甲 2025 output=110", "" },
  { "exponent-stored", NAME YEAR "<c r=\"C2\"><v>1.2E5</v></c>", "甲 2025 output=12000000", "" },
  { "per-cent-format", NAME YEAR "<c r=\"D2\" s=\"1\"><v>0.182</v></c>", "甲 2025 platform_rate=1820", "" },
  { "per-cent-format-of-seventeen-digits", NAME YEAR "<c r=\"D2\" s=\"1\"><v>0.28199999999999997</v></c>",
    "甲 2025 platform_rate=2820", "" },
  { "per-cent-format-on-money", NAME YEAR "<c r=\"C2\" s=\"1\"><v>0.182</v></c>", "甲 2025", "表!C2" },
  { "date-in-a-number-column", NAME YEAR "<c r=\"C2\" s=\"2\"><v>45966</v></c>", "甲 2025", "表!C2" },
  { "date-in-the-year-column", NAME "<c r=\"B2\" s=\"2\"><v>45966</v></c><c r=\"C2\"><v>1</v></c>", "甲 ? output=100",
    "表!B2" },
  { "error-value", NAME YEAR "<c r=\"C2\" t=\"e\"><v>#REF!</v></c>", "甲 2025", "表!C2" },
  { "formula-with-value", NAME YEAR "<c r=\"C2\"><f>1+1</f><v>2</v></c>", "甲 2025 output=200", "" },
  { "formula-without-value", NAME YEAR "<c r=\"C2\"><f>1+1</f></c>", "甲 2025", "表!C2" },
  { "boolean", NAME YEAR "<c r=\"C2\" t=\"b\"><v>1</v></c>", "甲 2025", "表!C2" },
  { "huge", NAME YEAR "<c r=\"C2\"><v>1e400</v></c>", "甲 2025", "表!C2" },
  { "not-a-number-stored", NAME YEAR "<c r=\"C2\"><v>NaN</v></c>", "甲 2025", "表!C2" },
  { "number-typed-as-text", NAME YEAR "<c r=\"C2\" t=\"inlineStr\"><is><t>1,234.5</t></is></c>",
    "甲 2025 output=123450", "" },
  { "number-for-a-name", "<c r=\"A2\"><v>7</v></c>" YEAR "<c r=\"C2\"><v>1</v></c>", "7 2025 output=100", "" },
  { "error-for-a-name", "<c r=\"A2\" t=\"e\"><v>#N/A</v></c>" YEAR "<c r=\"C2\"><v>1</v></c>", "? 2025 output=100",
    "表!A2" },
};

static void
test_cell (gconstpointer data)
{
  const CellCase *c = data;
  g_autofree char *rows
    = g_strconcat ("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>集群名称</t></is></c><c r=\"B1\" "
                   "t=\"inlineStr\"><is><t>年度</t></is></c>"
                   "<c r=\"C1\" t=\"inlineStr\"><is><t>总产值（万元）</t></is></c>"
                   "<c r=\"D1\" t=\"inlineStr\"><is><t>工业互联网平台应用普及率（%）</t></is></c></row><row r=\"2\">",
                   c->cells, "</row>", NULL);
  g_autoptr (GBytes) bytes
    = jp_test_book (rows, NULL, "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/><xf numFmtId=\"14\"/></cellXfs>",
                    NULL);
  g_autoptr (JpImport) import = read_bytes (bytes);
  g_autofree char *shown = show_rows (import), *faults = jp_test_notes (import->faults);

  g_assert_cmpstr (shown, ==, c->rows);
  g_assert_cmpstr (faults, ==, c->faults);
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (read_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/R-READ/read/%s", read_cases[i].name);
      g_test_add_data_func (path, &read_cases[i], test_read);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (cell_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/R-READ/cell/%s", cell_cases[i].name);
      g_test_add_data_func (path, &cell_cases[i], test_cell);
    }

  return g_test_run ();
}
