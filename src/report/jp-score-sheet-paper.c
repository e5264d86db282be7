/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 空白评分表: the form to fill by hand, with the grades and thresholds of the pack that governs the year (第十条). */

#include "jp-form.h"
#include "jp-paper-words.h"
#include "jp-report-private.h"

static void
add_identity (JpPaper *paper, int year)
{
  static const double widths[] = { 24, 76, 20, 36 };
  g_autofree char *text = g_strdup_printf ("%d年度", year);
  JpTable *table = jp_form_table (widths, G_N_ELEMENTS (widths));

  jp_table_row (table, JP_ROW_BODY);
  jp_form_label (table, "集群名称");
  jp_table_cell (table, (JpTableCell) { .text = " " });
  jp_form_label (table, "考核年度");
  jp_form_centred (table, text);
  jp_table_row (table, JP_ROW_BODY);
  jp_form_label (table, "运营单位");
  jp_table_cell (table, (JpTableCell) { .text = " " });
  jp_form_label (table, "所在区");
  jp_table_cell (table, (JpTableCell) { .text = " " });
  jp_paper_add (paper, jp_table_block (table));
}

static void
add_blanks (JpTable *table, guint n)
{
  for (guint i = 0; i < n; i++)
    jp_table_cell (table, (JpTableCell) { .text = " " });
}

static void
add_indicators (JpPaper *paper, const JpPack *pack)
{
  static const double widths[] = { 12, 38, 15, 62, 15, 15, 17 };
  static const char * const heads[] = { "序号", "指标", "权重", "计分办法", "区评", "市评", "理由", NULL };
  JpTable *table = jp_form_table (widths, G_N_ELEMENTS (widths));
  int weights = 0;

  jp_form_labels (table, heads);
  for (guint i = 0; i < pack->n_indicators; i++)
    {
      const JpIndicator *indicator = &pack->indicators[i];
      g_autofree char *scale = jp_indicator_scale_text (pack, indicator);

      jp_table_row (table, JP_ROW_BODY);
      jp_form_count (table, i + 1);
      jp_form_plain (table, indicator->name);
      jp_form_points (table, indicator->weight);
      jp_table_cell (table, (JpTableCell) { .text = scale, .size = 10 });
      add_blanks (table, 3);
      weights += indicator->weight;
    }
  jp_table_row (table, JP_ROW_TOTAL);
  jp_form_head (table, "合　计", 2, 1);
  jp_form_points (table, weights);
  add_blanks (table, 4);

  jp_paper_add_heading (paper, "一、指标评分");
  jp_paper_add (paper, jp_table_block (table));
}

static void
add_vetoes (JpPaper *paper, const JpPack *pack)
{
  static const double widths[] = { 84, 26, 60 };
  static const char * const heads[] = { "情形（有任何一项即不通过）", "有 / 无", "证据", NULL };
  JpTable *table;

  if (pack->n_vetoes == 0)
    return;

  table = jp_form_table (widths, G_N_ELEMENTS (widths));
  jp_table_keep (table);
  jp_form_labels (table, heads);
  for (guint i = 0; i < pack->n_vetoes; i++)
    {
      g_autofree char *name = g_strconcat (pack->vetoes[i].number, pack->vetoes[i].name, NULL);

      jp_table_row (table, JP_ROW_BODY);
      jp_form_plain (table, name);
      jp_form_centred (table, "□有　□无");
      jp_table_cell (table, (JpTableCell) { .text = " " });
    }
  jp_paper_add_heading (paper, "二、一票否决");
  jp_paper_add (paper, jp_table_block (table));
}

/* 80分以上：60.00万元；70—80分：40.00万元… of each banded year. */
static char *
bands_of (const JpFundingYear *year)
{
  GString *text = g_string_new (NULL);
  int to = 10000;

  for (guint i = 0; i < year->n_bands; i++)
    {
      g_autofree char *band = jp_words_band (year->bands[i].from, to);
      g_autofree char *amount = jp_money_to_wan (year->bands[i].amount);

      g_string_append_printf (text, "%s%s：%s万元", i > 0 ? "；" : "", band, amount);
      to = year->bands[i].from;
    }

  return g_string_free (text, FALSE);
}

static void
add_bands (JpPaper *paper, const JpPack *pack)
{
  for (guint i = 0; i < pack->n_funding_years; i++)
    if (pack->funding_years[i].n_bands > 0)
      {
        g_autofree char *ordinal = jp_words_ordinal (i + 1);
        g_autofree char *bands = bands_of (&pack->funding_years[i]);
        g_autofree char *text = g_strdup_printf ("第%s年支持资金——%s。", ordinal, bands);

        jp_form_note (paper, text, JP_ALIGN_LEFT);
      }
}

static void
add_opinions (JpPaper *paper)
{
  JpOpinion opinions[] = { { "区初审意见", NULL }, { "市复核意见", NULL } };

  jp_paper_add_heading (paper, "三、审核意见");
  jp_paper_add (paper, jp_opinion_block_new (opinions, G_N_ELEMENTS (opinions),
                                             (JpTextStyle) { JP_FONT_FANGSONG, JP_FORM_SIZE }, JP_FORM_PITCH));
}

JpPaper *
jp_score_sheet_paper_make (JpReportSource *source, const JpDossier *dossier, guint index)
{
  const JpPack *pack = jp_report_source_pack (source);
  g_autofree char *title = NULL;
  g_autofree char *articles = NULL;
  JpPaper *paper;

  if (index > 0 || pack == NULL)
    return NULL;

  title = g_strdup_printf ("%d年度绩效考核评分表", source->year);
  articles = pack->funding_article != NULL
               ? g_strdup_printf ("%s（考核与否决），%s（档次与金额）", pack->assessment_article, pack->funding_article)
               : g_strdup (pack->assessment_article);
  paper = jp_report_source_paper (source, &JP_SHEET_FORM, title);
  jp_form_feet (paper, &source->context, pack, articles);
  jp_paper_add_title (paper, title);
  add_identity (paper, source->year);
  add_indicators (paper, pack);
  add_bands (paper, pack);
  add_vetoes (paper, pack);
  add_opinions (paper);
  return paper;
}
