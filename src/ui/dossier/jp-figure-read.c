/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-figure-read.h"

#include "jp-import-cells.h"
#include "jp-ratio.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SHEET "剪贴板"

/* An import whose one sheet has a column a metric. */
static JpImport *
new_import (const JpPack *pack)
{
  JpImport *import = jp_import_new ((JpPack *) pack);
  JpImportSheet *sheet = jp_import_add_sheet (import, SHEET);

  sheet->header_row = 1;
  sheet->n_columns = pack->n_metrics;
  g_strfreev (sheet->headers);
  sheet->headers = g_new0 (char *, pack->n_metrics + 1);
  for (guint i = 0; i < pack->n_metrics; i++)
    {
      sheet->headers[i] = g_strdup (pack->metrics[i].name);
      sheet->column_of_role[JP_COLUMN_METRIC + i] = i + 1;
    }

  return import;
}

static gint64
read_cell (JpImport *import, guint row, guint metric, const char *text)
{
  JpCellPlace place = { import, 0, row, JP_DATE_NONE };
  JpCell cell = { JP_CELL_TEXT, metric + 1, text, strlen (text), JP_DATE_NONE };
  const JpMetric *about = &import->pack->metrics[metric];

  if (jp_cell_is_blank (&cell))
    return JP_VALUE_UNKNOWN;

  return jp_cell_read_value (&place, &cell, about, (int) about->decimals);
}

gint64
jp_figure_read (const JpPack *pack, guint metric, const char *text, char **fault)
{
  g_autoptr (JpImport) import = new_import (pack);
  gint64 value = read_cell (import, 1, metric, text);

  if (fault != NULL)
    *fault = import->faults->len > 0 ? g_strdup (((JpCellNote *) g_ptr_array_index (import->faults,
                                                                                    0))->message) : NULL;

  return value;
}

char *
jp_figure_growth (const JpMetric *metric, gint64 previous, gint64 current)
{
  g_autofree char *text = NULL;

  if (previous < 0 || current < 0)
    return g_strdup ("");

  if (metric->kind == JP_METRIC_SHARE)
    {
      text = jp_units_to_string (current - previous, metric->decimals);
      return g_strdup_printf ("%s%s 个百分点", current > previous ? "+" : "", text);
    }
  if (previous == 0)
    return g_strdup (current > 0 ? "—" : "");

  text = jp_ratio_to_percent (current - previous, previous);
  return g_strdup_printf ("%s%s", current > previous ? "+" : "", text);
}

static void
read_row (JpImport *import, JpImportFigures **years, char **cells, guint metric, guint n_years)
{
  for (guint j = 0; cells[j] != NULL && j < n_years; j++)
    {
      g_strstrip (cells[j]);
      years[j]->values[metric] = read_cell (import, years[j]->row, metric, cells[j]);
    }
}

JpImport *
jp_figure_read_block (const JpPack *pack, const char *cluster, guint metric, int year, int last, const char *text)
{
  JpImport *import = new_import (pack);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_years = 1, n_lines = g_strv_length (lines);
  g_autofree JpImportFigures **years = NULL;

  while (n_lines > 0 && *g_strstrip (lines[n_lines - 1]) == '\0')
    n_lines--;
  for (guint i = 0; i < n_lines; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      n_years = MAX (n_years, g_strv_length (cells));
    }
  if (metric + n_lines > pack->n_metrics || year + (int) n_years - 1 > last)
    jp_import_add_note (import, import->faults, 0, 0, 0,
                        _("The block has %u rows and %u columns and does not fit in here. Paste it at its own first "
                          "figure "
                          "and year."), n_lines, n_years);

  n_years = MIN (n_years, (guint) MAX (last - year + 1, 1));
  years = g_new0 (JpImportFigures *, n_years);
  for (guint j = 0; j < n_years; j++)
    {
      years[j] = jp_import_add_figures (import, 0, (guint) year + j);
      years[j]->name = jp_import_intern (import, cluster);
      years[j]->year = year + (int) j;
    }
  for (guint i = 0; i < n_lines && metric + i < pack->n_metrics; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      read_row (import, years, cells, metric + i, n_years);
    }

  return import;
}
