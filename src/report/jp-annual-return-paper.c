/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 年度培育情况信息表: what a cluster reports on a year. An example form: the ministry's form of the year prevails (第九条). */

#include "jp-form.h"
#include "jp-life.h"
#include "jp-paper-words.h"
#include "jp-ratio.h"
#include "jp-report-private.h"

#define N_YEARS 3
#define RULING_PITCH 22

static void
add_pair (JpTable *table, const char *label, const char *text)
{
  jp_form_label (table, label);
  jp_form_plain (table, text);
}

static void
add_identity (JpPaper *paper, const JpReportSource *source, const JpDossier *dossier)
{
  static const double widths[] = { 26, 62, 26, 56 };
  JpDate end = jp_date_year_end ((guint) source->year);
  g_autofree char *term = jp_words_term (dossier, &source->context, source->year);
  g_autofree char *area = dossier->area != JP_VALUE_UNKNOWN ? jp_threshold_to_plain ((JpDecimal) { dossier->area, 6 })
                                                            : NULL;
  JpTable *table = jp_form_table (widths, G_N_ELEMENTS (widths));

  jp_table_row (table, JP_ROW_BODY);
  jp_form_label (table, "集群名称");
  jp_form_wide (table, dossier->name, 3);
  jp_table_row (table, JP_ROW_BODY);
  add_pair (table, "所在区", jp_words_district (jp_report_source_pack (source), dossier->district));
  add_pair (table, "主导产业", jp_words_value_on (dossier, "industry", end, dossier->industry));
  jp_table_row (table, JP_ROW_BODY);
  add_pair (table, "空间范围", jp_words_value_on (dossier, "scope", end, dossier->scope));
  add_pair (table, "占地面积（km²）", area);
  jp_table_row (table, JP_ROW_BODY);
  add_pair (table, "运营单位", jp_words_value_on (dossier, "operator", end, dossier->operator_name));
  add_pair (table, "信用代码", dossier->credit_code);
  jp_table_row (table, JP_ROW_BODY);
  add_pair (table, "联系人", dossier->contact);
  add_pair (table, "电话", dossier->phone);
  jp_table_row (table, JP_ROW_BODY);
  jp_form_label (table, "有效期");
  jp_form_wide (table, term, 3);

  jp_paper_add_heading (paper, "一、基本情况");
  jp_paper_add (paper, jp_table_block (table));
}

static gint64
value_of (const JpDossier *dossier, int year, const char *metric)
{
  const JpFigures *figures = jp_dossier_figures (dossier, year);

  return figures != NULL ? jp_figures_get (figures, metric) : JP_VALUE_UNKNOWN;
}

/* Growth of an amount or a count on the year before; a share moves by points. */
static char *
change_of (const JpMetric *metric, gint64 before, gint64 now)
{
  g_autofree char *text = NULL;

  if (before == JP_VALUE_UNKNOWN || now == JP_VALUE_UNKNOWN)
    return g_strdup ("—");
  if (metric->kind == JP_METRIC_SHARE)
    {
      text = jp_units_to_grouped (now - before, metric->decimals);
      return g_strdup_printf ("%s个百分点", text);
    }

  return before > 0 ? jp_ratio_to_percent (now - before, before) : g_strdup ("—");
}

static void
add_metric (JpTable *table, const JpDossier *dossier, const JpMetric *metric, int year)
{
  g_autofree char *label = g_strdup_printf ("%s（%s）", metric->name, metric->unit);
  gint64 before = value_of (dossier, year - 1, metric->id), now = value_of (dossier, year, metric->id);
  g_autofree char *change = change_of (metric, before, now);

  jp_table_row (table, JP_ROW_BODY);
  jp_form_plain (table, label);
  for (int i = N_YEARS - 1; i >= 0; i--)
    {
      gint64 value = value_of (dossier, year - i, metric->id);
      g_autofree char *text = value != JP_VALUE_UNKNOWN ? jp_units_to_grouped (value, metric->decimals)
                                                        : g_strdup ("—");
      jp_form_number (table, text);
    }
  jp_table_cell (table, (JpTableCell) { .text = change, .align = JP_ALIGN_RIGHT, .one_line = TRUE });
}

static void
add_figures (JpPaper *paper, const JpReportSource *source, const JpDossier *dossier)
{
  static const double widths[] = { 60, 28, 28, 28, 30 };
  const JpPack *pack = jp_report_source_pack (source);
  JpTable *table = jp_form_table (widths, G_N_ELEMENTS (widths));

  jp_table_row (table, JP_ROW_HEADER);
  jp_form_label (table, "指标（单位）");
  for (int i = N_YEARS - 1; i >= 0; i--)
    {
      g_autofree char *year = g_strdup_printf ("%d年", source->year - i);

      jp_form_label (table, year);
    }
  jp_form_label (table, "比上年");
  for (guint i = 0; i < pack->n_metrics; i++)
    add_metric (table, dossier, &pack->metrics[i], source->year);

  jp_paper_add_heading (paper, "二、三年指标");
  jp_paper_add (paper, jp_table_block (table));
}

static void
add_narrative (JpPaper *paper, const JpReportSource *source, const JpDossier *dossier)
{
  const JpAssessment *assessment = jp_dossier_assessment (dossier, source->year);

  jp_paper_add_heading (paper, "三、工作情况");
  for (guint i = 0; JP_NARRATIVE_PARTS[i] != NULL; i++)
    {
      const char *text = jp_assessment_told (assessment, JP_NARRATIVE_PARTS[i]);
      g_autofree char *number = jp_words_ordinal (i + 1);
      g_autofree char *heading = g_strdup_printf ("（%s）%s", number, jp_narrative_part_name (JP_NARRATIVE_PARTS[i]));

      jp_paper_add_subheading (paper, heading);
      if (text != NULL)
        jp_paper_add_body (paper, text);
      else
        jp_paper_add (paper, jp_ruling_block_new (2, 4, RULING_PITCH));
    }
}

static char *
filing_of (const JpDossier *dossier, int year)
{
  const JpReturn *filed = jp_dossier_return (dossier, year);
  g_autofree char *day = filed != NULL ? jp_date_to_chinese (filed->filed) : NULL;

  return day != NULL ? g_strdup_printf ("本表于%s报送。", day) : g_strdup ("本表尚未报送。");
}

JpPaper *
jp_annual_return_paper_make (JpReportSource *source, const JpDossier *dossier, guint index)
{
  const JpPack *pack = jp_report_source_pack (source);
  g_auto (JpLife) life = { 0 };
  g_autofree char *title = NULL;
  g_autofree char *filing = NULL;
  JpPaper *paper;

  if (index > 0 || pack == NULL)
    return NULL;

  jp_life_init (&life, dossier, &source->context);
  if (source->selection.cluster == NULL && !jp_life_has_duties (&life, source->year))
    return NULL;

  title = jp_report_source_title (source);
  filing = filing_of (dossier, source->year);
  paper = jp_report_source_paper (source, &JP_SHEET_FORM, title);
  jp_form_feet (paper, &source->context, pack, pack->return_article);
  jp_paper_add_foot (paper, "示例模板：以工业和信息化部当年下发的表式为准。", NULL);
  jp_paper_add_title (paper, title);
  jp_form_note (paper, filing, JP_ALIGN_RIGHT);
  add_identity (paper, source, dossier);
  add_figures (paper, source, dossier);
  add_narrative (paper, source, dossier);
  return paper;
}
