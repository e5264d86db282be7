/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-exchange.h"

#include "jp-book-writer.h"
#include "jp-export-private.h"
#include "jp-import-columns.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LAST_ROW        500 /* of what is prepared for typing */
#define PREPARED_YEARS  2   /* growth needs the year before */
#define LIST_COLUMN     6   /* of the districts, on the sheet that explains */
#define FIRST_LIST_ROW  2
#define CLUSTERS        "集群"
#define FIGURES         "年度指标"
#define EXPLANATION     "填写说明"
#define TYPED           JP_STYLE_UNLOCKED

typedef struct
{
  JpBookWriter     *book;
  const JpContext  *context;
  const JpPack     *pack;
  GPtrArray        *dossiers; /* of those that prefill it; borrowed */
  int               year;
} Template;

static void
begin_sheet (Template *self, const char *name, JpExportColumns *columns, const guint *required, guint n_required)
{
  guint n = columns->columns->len;

  jp_book_writer_sheet (self->book, name);
  for (guint i = 0; i < n_required; i++)
    {
      JpOutColumn *column = &g_array_index (columns->columns, JpOutColumn, required[i]);
      char *starred = g_strconcat (column->header, "*", NULL);

      g_ptr_array_add (columns->headers, starred);
      column->header = starred;
    }
  for (guint i = 0; i < n; i++)
    {
      const JpOutColumn *column = &g_array_index (columns->columns, JpOutColumn, i);

      jp_book_writer_width (self->book, i + 1, column->width, column, TYPED);
    }
  jp_book_writer_headers (self->book, 1, (const JpOutColumn *) (gpointer) columns->columns->data, n);
}

static void
write_row (Template *self, guint row, JpExportColumns *columns, char **values)
{
  for (guint i = 0; i < columns->columns->len; i++)
    {
      jp_book_writer_value (self->book, row, i + 1, &g_array_index (columns->columns, JpOutColumn, i), values[i],
                            TYPED);
      g_clear_pointer (&values[i], g_free);
    }
}

static void
write_clusters (Template *self)
{
  static const guint required[] = { 0, 1, 2 };
  JpExportColumns *columns = jp_export_columns_new ();
  g_autofree char *districts =
      g_strdup_printf ("='" EXPLANATION "'!$F$%u:$F$%u", FIRST_LIST_ROW, FIRST_LIST_ROW + self->pack->n_districts - 1);

  jp_export_clusters.columns (columns, self->context);
  begin_sheet (self, CLUSTERS, columns, required, G_N_ELEMENTS (required));
  for (guint i = 0; i < self->dossiers->len; i++)
    {
      char *values[JP_EXPORT_N_CLUSTER_COLUMNS];

      jp_export_cluster_values (g_ptr_array_index (self->dossiers, i), self->context, values);
      write_row (self, i + 2, columns, values);
    }

  jp_book_writer_pick (self->book, 2, 2, LAST_ROW, districts, TRUE);
  jp_book_writer_check_decimal (self->book, 5, 2, LAST_ROW, "占地面积应为不小于0的数字。");
  for (guint column = 8; column <= 10; column++)
    jp_book_writer_check_date (self->book, column, 2, LAST_ROW, "请填写日期，如2024-9-19。");
  jp_book_writer_check_whole (self->book, 11, 2, LAST_ROW, self->pack->first_fiscal_year, 2099, "请填写四位数的年度。");
  jp_book_writer_page (self->book, 1, MAX (2, self->dossiers->len + 1), columns->columns->len);
  jp_book_writer_protect (self->book);
  jp_export_columns_free (columns);
}

static void
write_year (Template *self, guint row, JpExportColumns *columns, const JpDossier *dossier, int year)
{
  const JpFigures *figures = jp_dossier_figures (dossier, year);
  g_autofree char **values = g_new0 (char *, columns->columns->len);

  values[0] = g_strdup (dossier->name);
  values[1] = jp_export_year (year);
  for (guint i = 0; i < self->pack->n_metrics && figures != NULL; i++)
    {
      const JpMetric *metric = &self->pack->metrics[i];
      gint64 value = jp_figures_get (figures, metric->id);

      values[2 + i] = value != JP_VALUE_UNKNOWN ? jp_units_to_string (value, metric->decimals) : NULL;
    }
  write_row (self, row, columns, values);
}

static void
check_figures (Template *self)
{
  int last = (int) jp_date_year (self->context->today);

  jp_book_writer_pick (self->book, 1, 2, LAST_ROW, "='" CLUSTERS "'!$A$2:$A$500", FALSE);
  jp_book_writer_check_whole (self->book, 2, 2, LAST_ROW, 2000, last, "年度应为2000年至本年度的四位数。");
  for (guint i = 0; i < self->pack->n_metrics; i++)
    {
      if (self->pack->metrics[i].kind == JP_METRIC_COUNT)
        jp_book_writer_check_whole (self->book, 3 + i, 2, LAST_ROW, 0, G_MAXINT32, "请填写不小于0的整数。");
      else
        jp_book_writer_check_decimal (self->book, 3 + i, 2, LAST_ROW, "请按表头所示单位填写不小于0的数字。");
    }
}

static void
write_figures (Template *self)
{
  static const guint required[] = { 0, 1 };
  JpExportColumns *columns = jp_export_columns_new ();
  guint row = 1;

  jp_export_figures.columns (columns, self->context);
  begin_sheet (self, FIGURES, columns, required, G_N_ELEMENTS (required));
  for (guint i = 0; i < self->dossiers->len; i++)
    for (int year = self->year - PREPARED_YEARS + 1; year <= self->year; year++)
      write_year (self, ++row, columns, g_ptr_array_index (self->dossiers, i), year);

  check_figures (self);
  jp_book_writer_page (self->book, 1, MAX (2, row), columns->columns->len);
  jp_book_writer_protect (self->book);
  jp_export_columns_free (columns);
}

/* What a metric's column asks for, in a few words. */
static char *
explain_metric (const JpPack *pack, const JpMetric *metric)
{
  GString *text = g_string_new (NULL);
  const char *note = g_hash_table_lookup (pack->notes, metric->id);

  if (metric->kind == JP_METRIC_COUNT)
    g_string_append (text, "整数");
  else
    g_string_append_printf (text, "保留%u位小数", metric->decimals);
  if (metric->kind == JP_METRIC_SHARE)
    g_string_append (text, "，18.2%填18.2");
  if (metric->part_of >= 0)
    g_string_append_printf (text, "；不大于“%s”", pack->metrics[metric->part_of].name);
  if (note != NULL)
    g_string_append_printf (text, "；%s", note);

  return g_string_free (text, FALSE);
}

static void
explain_row (Template *self, guint row, const char *sheet, const char *name, const char *unit, const char *text)
{
  const char *cells[] = { sheet, name, unit, text };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    jp_book_writer_text (self->book, row, i + 1, cells[i], JP_STYLE_WRAPPED);
  if (row >= FIRST_LIST_ROW && row < FIRST_LIST_ROW + self->pack->n_districts)
    jp_book_writer_text (self->book, row, LIST_COLUMN, self->pack->districts[row - FIRST_LIST_ROW].name,
                         JP_STYLE_PLAIN);
}

static guint
explain_clusters (Template *self, guint row)
{
  static const struct
  {
    JpColumnRole role;
    const char  *unit;
    const char  *text;
  } rows[] = {
    { JP_COLUMN_NAME, "", "必填。省市、区县、主导产业加“产业集群”的全称；与台账同名即为同一集群" },
    { JP_COLUMN_DISTRICT, "", "新集群必填，从下拉列表中选择" },
    { JP_COLUMN_INDUSTRY, "", "新集群必填；已登记的须经重大变动报备变更" },
    { JP_COLUMN_SCOPE, "", "已登记的须经重大变动报备变更" },
    { JP_COLUMN_AREA, "km²", "不小于0的数字" },
    { JP_COLUMN_OPERATOR, "", "已登记的须经重大变动报备变更" },
    { JP_COLUMN_CREDIT_CODE, "", "18位，按文本填写" },
    { JP_COLUMN_RECOGNISED, "", "如2024-9-19、2024/9/19、2024年9月19日；未认定的留空" },
    { JP_COLUMN_TERM_FIRST, "", "按公布的日期填写；留空时自认定之日起算" },
    { JP_COLUMN_TERM_LAST, "", "按公布的日期填写，须同时填写有效期起；留空时按规则计算" },
    { JP_COLUMN_FUNDING_START, "", "首个支持年度，四位数；未定的留空" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    explain_row (self, row++, CLUSTERS, JP_COLUMN_HEADERS[rows[i].role], rows[i].unit, rows[i].text);

  return row;
}

/* Lines stand one under the other; whole sentences in the last column leave room for the list beside them. */
static void
write_explanation (Template *self)
{
  static const char *const lines[] = {
    "带*的列必须填写。不清楚的留空，不要填0：空白不改动已有数据，0就是零。",
    "数字按表头所示单位填写，可以带千分位，不要写单位和文字。",
    "一个集群一年填一行；同一集群同一年度不得重复。",
    "已确认考核所用的数据已经锁定，与台账不一致的不能导入。",
  };
  static const guint widths[] = { 12, 34, 10, 70, 4, 14 };
  const char *titles = g_hash_table_lookup (self->pack->notes, "titles");
  guint row = 1;

  jp_book_writer_sheet (self->book, EXPLANATION);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    jp_book_writer_width (self->book, i + 1, widths[i], NULL, JP_STYLE_PLAIN);

  jp_book_writer_text (self->book, row, 1, EXPLANATION, JP_STYLE_TITLE);
  jp_book_writer_text (self->book, row, 4, self->pack->title, JP_STYLE_PLAIN);
  jp_book_writer_text (self->book, row++, LIST_COLUMN, "可选区县", JP_STYLE_HEADER);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    explain_row (self, row++, "", "", "", lines[i]);
  if (titles != NULL)
    explain_row (self, row++, "", "", "", titles);

  row = explain_clusters (self, row);
  explain_row (self, row++, FIGURES, JP_COLUMN_HEADERS[JP_COLUMN_NAME], "", "必填，与台账或“集群”表中的名称一致");
  explain_row (self, row++, FIGURES, JP_COLUMN_HEADERS[JP_COLUMN_YEAR], "", "必填，数据所属年度，四位数");
  for (guint i = 0; i < self->pack->n_metrics; i++)
    {
      g_autofree char *text = explain_metric (self->pack, &self->pack->metrics[i]);

      explain_row (self, row++, FIGURES, self->pack->metrics[i].name, self->pack->metrics[i].unit, text);
    }
  for (; row < FIRST_LIST_ROW + self->pack->n_districts; row++)
    explain_row (self, row, "", "", "", "");

  jp_book_writer_page (self->book, 0, row - 1, LIST_COLUMN);
  jp_book_writer_protect (self->book);
}

static GPtrArray *
of_district (GPtrArray *dossiers, const char *code)
{
  GPtrArray *those = g_ptr_array_new ();

  for (guint i = 0; i < dossiers->len; i++)
    {
      JpDossier *dossier = g_ptr_array_index (dossiers, i);

      if (g_strcmp0 (dossier->district, code) == 0)
        g_ptr_array_add (those, dossier);
    }

  return those;
}

/**
 * jp_exchange_write_template:
 * @path: where the workbook shall be
 * @context: the rules of the day; the columns are those of the pack in force
 * @dossiers: (element-type JpDossier): the clusters on record
 * @district: (nullable): code or name of a district, whose clusters are filled in as far as they are known
 * @year: the year asked about; the year before is prepared beside it
 * @error: return location for a %G_IO_ERROR
 *
 * Writes the workbook to fill in: sheets 集群, 年度指标 and 填写说明, with locked headers, pick-lists and formats. What
 * it prefills is the same when it comes back. Rule R-READ.
 *
 * Returns: whether the workbook is written
 */
gboolean
jp_exchange_write_template (const char *path, const JpContext *context, GPtrArray *dossiers, const char *district,
                            int year, GError **error)
{
  const JpPack *pack;
  const JpDistrict *known = NULL;
  g_autoptr (GPtrArray) prefilled = NULL;
  g_autoptr (JpBookWriter) book = NULL;
  Template template = { .context = context, .year = year };

  g_return_val_if_fail (path != NULL && context != NULL && dossiers != NULL, FALSE);

  pack = jp_pack_set_on (context->packs, context->today);
  if (district != NULL)
    {
      known = jp_pack_find_district (pack, district);
      if (known == NULL)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _("“%s” is not a district of %s."), district,
                       pack->city_name);
          return FALSE;
        }
    }

  prefilled = known != NULL ? of_district (dossiers, known->code) : g_ptr_array_new ();
  book = jp_book_writer_new (path, context->today, error);
  if (book == NULL)
    return FALSE;

  template.book = book;
  template.pack = pack;
  template.dossiers = prefilled;
  write_clusters (&template);
  write_figures (&template);
  write_explanation (&template);

  return jp_book_writer_finish (book, error);
}
