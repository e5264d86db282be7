/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 年度指标, a chapter of the 集群档案: all figures by year, and a chart of each that is known for more years than one. */

#include "jp-dossier-private.h"

#include "jp-form.h"
#include "jp-paper-words.h"

/* Years side by side that a page has room for; the latest. */
#define MOST_YEARS 8

static guint
first_shown (const JpDossier *dossier)
{
  return dossier->figures->len > MOST_YEARS ? dossier->figures->len - MOST_YEARS : 0;
}

static void
add_table (JpPaper *part, const JpDossier *dossier, const JpPack *pack)
{
  guint first = first_shown (dossier), n = dossier->figures->len - first + 1;
  g_autofree double *widths = g_new (double, n);
  JpTable *table;

  widths[0] = 60;
  for (guint i = 1; i < n; i++)
    widths[i] = 157.0 / MAX (3, n - 1);
  table = jp_form_table (widths, n);
  jp_table_row (table, JP_ROW_HEADER);
  jp_form_label (table, "指标（单位）");
  for (guint i = first; i < dossier->figures->len; i++)
    {
      g_autofree char *year = g_strdup_printf ("%d年", jp_figures_year (g_ptr_array_index (dossier->figures, i)));
      jp_form_label (table, year);
    }

  for (guint m = 0; m < pack->n_metrics; m++)
    {
      const JpMetric *metric = &pack->metrics[m];
      g_autofree char *name = g_strdup_printf ("%s（%s）", metric->name, metric->unit);

      jp_table_row (table, JP_ROW_BODY);
      jp_form_plain (table, name);
      for (guint i = first; i < dossier->figures->len; i++)
        {
          gint64 value = jp_figures_get (g_ptr_array_index (dossier->figures, i), metric->id);
          g_autofree char *text = value != JP_VALUE_UNKNOWN ? jp_units_to_grouped (value, metric->decimals)
                                                            : g_strdup ("—");

          jp_form_number (table, text);
        }
    }
  jp_paper_add_heading (part, "一、指标数据");
  jp_paper_add (part, jp_table_block (table));
}

static JpChart *
chart_of (const JpDossier *dossier, const JpMetric *metric)
{
  g_autofree char *name = g_strdup_printf ("%s（%s）", metric->name, metric->unit);
  JpChart *chart = jp_chart_new (JP_CHART_COLUMNS, JP_CHART_STACKED, name, "年度");
  guint series = jp_chart_add_series (chart, metric->name, metric->unit, JP_SERIES_BARS, JP_FILL_SOLID, JP_INK_MAIN);

  for (guint i = first_shown (dossier); i < dossier->figures->len; i++)
    {
      const JpFigures *figures = g_ptr_array_index (dossier->figures, i);
      gint64 value = jp_figures_get (figures, metric->id);
      g_autofree char *year = g_strdup_printf ("%d", jp_figures_year (figures));
      g_autofree char *text = NULL;
      guint category;

      if (value == JP_VALUE_UNKNOWN)
        continue;
      text = jp_units_to_grouped (value, metric->decimals);
      category = jp_chart_add_category (chart, year, JP_TONE_PLAIN);
      jp_chart_set_value (chart, series, category, value, text);
    }

  return chart;
}

static void
add_charts (JpPaper *part, const JpDossier *dossier, const JpPack *pack)
{
  gboolean any = FALSE;

  for (guint m = 0; m < pack->n_metrics; m++)
    {
      g_autoptr (JpChart) chart = chart_of (dossier, &pack->metrics[m]);

      if (jp_chart_n_categories (chart) < 2)
        continue;
      if (!any)
        jp_paper_add_heading (part, "二、指标图");
      any = TRUE;
      jp_paper_add_subheading (part, jp_chart_get_name (chart));
      jp_paper_add (part, jp_chart_block_new (chart));
    }
}

JpPaper *
jp_dossier_figures_part (const JpReportSource *source, const JpDossier *dossier)
{
  const JpPack *pack = jp_report_source_pack (source);
  JpPaper *part;

  if (dossier->figures->len == 0 || pack == NULL)
    return NULL;

  part = jp_report_source_paper (source, &JP_SHEET_FORM, "年度指标");
  jp_form_feet (part, &source->context, pack, pack->assessment_article);
  jp_paper_add_title (part, "年度指标");
  add_table (part, dossier, pack);
  add_charts (part, dossier, pack);
  return part;
}
