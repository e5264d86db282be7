/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-assessment-paper.h"

#include "jp-assessment-private.h"
#include "jp-form.h"
#include "jp-report-private.h"

#define TABLE_STYLE ((JpTextStyle) { JP_FONT_FANGSONG, 12 })
#define TABLE_PITCH 15.6
#define FIGURE_STYLE ((JpTextStyle) { JP_FONT_FANGSONG, 11 })
#define NOTE_STYLE ((JpTextStyle) { JP_FONT_FANGSONG, 10 })
#define NOTE_PITCH 14
#define RULING_PITCH 22

static void
add_centred (JpTable *table, const char *text, gboolean strong)
{
  jp_table_cell (table, (JpTableCell) { .text = text, .strong = strong, .align = JP_ALIGN_CENTRE, .one_line = TRUE });
}

static void
add_identity (JpPaper *paper, const JpResult *result, const JpContext *context)
{
  static const double widths[] = { 22, 68, 22, 44 };
  const JpDossier *dossier = result->dossier;
  JpTable *table = jp_table_new (widths, G_N_ELEMENTS (widths), TABLE_STYLE, TABLE_PITCH);
  g_autofree char *term = jp_words_term (dossier, context, result->year);

  jp_table_set_padding (table, 4, 1.6);
  jp_table_row (table, JP_ROW_BODY);
  jp_form_label (table, "集群名称");
  jp_table_cell (table, (JpTableCell) { .text = dossier->name, .colspan = 3 });
  jp_table_row (table, JP_ROW_BODY);
  jp_form_label (table, "所在区");
  jp_table_cell (table, (JpTableCell) { .text = jp_words_district (result->pack, dossier->district) });
  jp_form_label (table, "主导产业");
  jp_table_cell (table, (JpTableCell) { .text = jp_words_value_on (dossier, "industry", jp_date_year_end (result->year),
                                                              dossier->industry) });
  jp_table_row (table, JP_ROW_BODY);
  jp_form_label (table, "运营单位");
  jp_table_cell (table, (JpTableCell) { .text = jp_assessment_operator (result) });
  jp_form_label (table, "信用代码");
  jp_table_cell (table, (JpTableCell) { .text = jp_assessment_credit_code (result), .one_line = TRUE });
  jp_table_row (table, JP_ROW_BODY);
  jp_form_label (table, "有效期");
  jp_table_cell (table, (JpTableCell) { .text = term, .colspan = 3 });

  jp_paper_add (paper, jp_table_block (table));
}

/* "总产值增量（亿元）": the unit takes the place of the word for how it is measured. */
static char *
indicator_label (const JpIndicator *indicator, const char *unit)
{
  const char *suffix = "（增长率）";
  g_autofree char *name = g_strdup (indicator->name);

  if (g_str_has_suffix (name, suffix))
    name[strlen (name) - strlen (suffix)] = '\0';
  return unit != NULL ? g_strdup_printf ("%s（%s）", name, unit) : g_strdup (name);
}

static void
add_points (JpTable *table, int points, gboolean strong)
{
  g_autofree char *text = jp_words_points (points);

  add_centred (table, text, strong);
}

static void
add_indicator (JpTable *table, const JpResult *result, guint index)
{
  const JpIndicatorScore *item = &result->score.items[index];
  JpShownUnit unit = jp_words_unit (result->pack, item);
  g_autofree char *label = indicator_label (item->indicator, unit.unit);
  g_autofree char *previous = jp_words_value (item->previous, unit);
  g_autofree char *current = jp_words_value (item->current, unit);
  g_autofree char *change = item->indicator->measure == JP_MEASURE_GROWTH
                              ? jp_score_measure_text (&result->score, index)
                              : jp_words_change (item, unit);

  jp_table_row (table, JP_ROW_BODY);
  jp_table_cell (table, (JpTableCell) { .text = label });
  add_points (table, item->indicator->weight, FALSE);
  add_centred (table, previous, FALSE);
  add_centred (table, current, FALSE);
  add_centred (table, change, FALSE);
  add_points (table, result->points[index].computed, FALSE);
  add_points (table, result->points[index].district, FALSE);
  add_points (table, result->points[index].city, FALSE);
}

static void
add_totals (JpTable *table, const JpResult *result)
{
  int weight = 0;

  for (guint i = 0; i < result->pack->n_indicators; i++)
    weight += result->pack->indicators[i].weight;

  jp_table_row (table, JP_ROW_TOTAL);
  jp_form_label (table, "合　计");
  add_points (table, weight, FALSE);
  for (guint i = 0; i < 3; i++)
    add_centred (table, "—", FALSE); /* figures of different units have no sum */
  add_points (table, result->total_computed, FALSE);
  add_points (table, result->total_district, FALSE);
  add_points (table, result->total_city, TRUE);
}

static void
add_indicators (JpPaper *paper, const JpResult *result)
{
  static const double widths[] = { 51, 13, 15.5, 15.5, 22, 13, 13, 13 };
  JpTable *table = jp_table_new (widths, G_N_ELEMENTS (widths), FIGURE_STYLE, TABLE_PITCH);
  g_autofree char *previous = g_strdup_printf ("%d年", result->year - 1);
  g_autofree char *current = g_strdup_printf ("%d年", result->year);
  const char *heads[] = { "指标（单位）", "权重", previous, current, "增减", "自动", "区评", "市评" };
  g_autofree char *reasons = jp_assessment_short_reasons (result);

  jp_table_set_padding (table, 2.5, 1.6);
  jp_table_row (table, JP_ROW_HEADER);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    add_centred (table, heads[i], TRUE);
  for (guint i = 0; i < result->pack->n_indicators; i++)
    add_indicator (table, result, i);
  add_totals (table, result);
  jp_table_row (table, JP_ROW_TOTAL);
  jp_form_label (table, "评审理由");
  jp_table_cell (table, (JpTableCell) { .text = reasons, .colspan = 7 });

  jp_paper_add_heading (paper, "一、指标得分");
  jp_paper_add (paper, jp_table_block (table));
}

/* One cell a veto, and a row for each that stands. */
static void
add_vetoes (JpPaper *paper, const JpResult *result, const JpContext *context)
{
  guint n = MAX (1, result->vetoes->len);
  g_autofree double *widths = g_new (double, n);
  JpTable *table;

  for (guint i = 0; i < n; i++)
    widths[i] = 1;
  table = jp_table_new (widths, n, TABLE_STYLE, TABLE_PITCH);
  jp_table_set_padding (table, 2.5, 1.6);

  jp_table_row (table, JP_ROW_BODY);
  if (result->vetoes->len == 0)
    add_centred (table, "本规则包未设否决情形", FALSE);
  for (guint i = 0; i < result->vetoes->len; i++)
    {
      const JpVeto *veto = g_ptr_array_index (result->vetoes, i);
      g_autofree char *text = g_strconcat (veto->rule->number, jp_assessment_veto_word (result, veto, context), NULL);

      add_centred (table, text, veto->state == JP_VETO_STANDS);
    }
  for (guint i = 0; i < result->vetoes->len; i++)
    {
      const JpVeto *veto = g_ptr_array_index (result->vetoes, i);
      g_autofree char *text = g_strdup_printf ("%s%s：%s（%s）", veto->rule->number, veto->rule->name, veto->evidence,
                                               veto->rule->article);

      if (veto->state != JP_VETO_STANDS)
        continue;
      jp_table_row (table, JP_ROW_BODY);
      jp_table_cell (table, (JpTableCell) { .text = text, .colspan = n });
    }

  jp_paper_add_heading (paper, "二、一票否决");
  jp_paper_add (paper, jp_table_block (table));
}

static void
add_conclusion (JpPaper *paper, const char *heading, const JpResult *result, const JpRank *rank,
                const JpContext *context)
{
  JpTable *table = jp_table_new ((double[]) { 1 }, 1, TABLE_STYLE, 17);
  g_autofree char *text = jp_assessment_conclusion (result, rank, context);

  jp_table_set_padding (table, 6, 3);
  jp_table_row (table, JP_ROW_BODY);
  jp_table_cell (table, (JpTableCell) { .text = text, .indent = 2, .justify = TRUE });

  jp_paper_add_heading (paper, heading);
  jp_paper_add (paper, jp_table_block (table));
}

static void
add_opinions (JpPaper *paper, const JpResult *result, const JpPaperOptions *options)
{
  g_autofree char *district = options->blank_opinions ? NULL : jp_assessment_opinion (result, FALSE);
  g_autofree char *city = options->blank_opinions ? NULL : jp_assessment_opinion (result, TRUE);
  JpOpinion opinions[] = { { "区初审意见", district }, { "市复核意见", city } };

  jp_paper_add_heading (paper, "四、审核意见");
  jp_paper_add (paper, jp_opinion_block_new (opinions, G_N_ELEMENTS (opinions), TABLE_STYLE, 17));
}

static void
add_reasons (JpPaper *paper, const JpResult *result)
{
  static const double widths[] = { 39, 117 };
  JpTable *table = jp_table_new (widths, G_N_ELEMENTS (widths), NOTE_STYLE, NOTE_PITCH);

  jp_table_set_padding (table, 4, 1.3);
  jp_table_row (table, JP_ROW_HEADER);
  jp_form_label (table, "指　标");
  jp_form_label (table, "得分依据与评审理由");
  for (guint i = 0; i < result->pack->n_indicators; i++)
    {
      g_autofree char *label = indicator_label (&result->pack->indicators[i], NULL);
      g_autofree char *reason = jp_assessment_long_reason (result, i);

      jp_table_row (table, JP_ROW_BODY);
      jp_table_cell (table, (JpTableCell) { .text = label });
      jp_table_cell (table, (JpTableCell) { .text = reason });
    }

  jp_paper_add_heading (paper, "五、评分理由");
  jp_paper_add (paper, jp_table_block (table));
}

static void
add_evidence (JpPaper *paper, const JpResult *result)
{
  static const double widths[] = { 60, 16, 80 };
  JpTable *table = jp_table_new (widths, G_N_ELEMENTS (widths), NOTE_STYLE, NOTE_PITCH);

  jp_table_set_padding (table, 4, 1.3);
  jp_table_row (table, JP_ROW_HEADER);
  jp_form_label (table, "情　形");
  jp_form_label (table, "认　定");
  jp_form_label (table, "证　据");
  for (guint i = 0; i < result->vetoes->len; i++)
    {
      const JpVeto *veto = g_ptr_array_index (result->vetoes, i);
      g_autofree char *name = g_strconcat (veto->rule->number, veto->rule->name, NULL);

      jp_table_row (table, JP_ROW_BODY);
      jp_table_cell (table, (JpTableCell) { .text = name });
      add_centred (table, jp_assessment_veto_finding (veto), veto->state == JP_VETO_STANDS);
      jp_table_cell (table, (JpTableCell) { .text = veto->evidence });
    }

  jp_paper_add_heading (paper, "六、否决证据");
  jp_paper_add (paper, jp_table_block (table));
}

static void
add_narrative (JpPaper *paper, const JpResult *result)
{
  jp_paper_add_heading (paper, result->pack != NULL ? "七、工作情况" : "二、工作情况");
  for (guint i = 0; JP_NARRATIVE_PARTS[i] != NULL; i++)
    {
      const char *text = jp_assessment_told (result->assessment, JP_NARRATIVE_PARTS[i]);
      g_autofree char *number = jp_words_ordinal (i + 1);
      g_autofree char *heading = g_strdup_printf ("（%s）%s", number, jp_narrative_part_name (JP_NARRATIVE_PARTS[i]));

      jp_paper_add_subheading (paper, heading);
      if (text != NULL)
        jp_paper_add_body (paper, text);
      else
        jp_paper_add (paper, jp_ruling_block_new (2, 4, RULING_PITCH));
    }
}

/* So that the pages behind the first are known for what they are when they come apart. */
static void
add_running_head (JpPaper *paper, const JpResult *result)
{
  g_autofree char *text = g_strdup_printf ("%s　%d年度", result->dossier->name, result->year);

  jp_paper_add (paper, jp_text_block_new (text, (JpTextOptions) { .style = { JP_FONT_KAITI, 12 }, .pitch = 20,
                                                                  .align = JP_ALIGN_CENTRE, .keep_next = TRUE }));
}

/* In a section of its own: what stands before it keeps its size and place. */
static void
add_curves (JpPaper *paper, const JpResult *result, gboolean run_on)
{
  JpBlock *plots = jp_score_plot_block_new (&result->score);

  if (plots == NULL)
    return;

  jp_paper_begin_section (paper, !run_on, 1);
  if (!run_on)
    add_running_head (paper, result);
  jp_paper_add_heading (paper, "八、得分曲线");
  jp_paper_add (paper, plots);
}

static void
add_article (GString *list, const char *article)
{
  if (article == NULL || *article == '\0' || strstr (list->str, article) != NULL)
    return;

  g_string_append_printf (list, "%s%s", list->len > 0 ? "、" : "", article);
}

static char *
articles_of (const JpPack *pack)
{
  g_autoptr (GString) assessing = g_string_new (NULL);

  add_article (assessing, pack->assessment_article);
  for (guint i = 0; i < pack->n_indicators; i++)
    add_article (assessing, pack->indicators[i].article);
  for (guint i = 0; i < pack->n_vetoes; i++)
    add_article (assessing, pack->vetoes[i].article);

  return pack->funding_article != NULL
           ? g_strdup_printf ("%s（考核与否决），%s（档次与金额）", assessing->str, pack->funding_article)
           : g_strdup_printf ("%s（考核与否决）", assessing->str);
}

static void
add_feet (JpPaper *paper, const JpResult *result, const JpContext *context)
{
  g_autofree char *articles = result->pack != NULL ? articles_of (result->pack) : NULL;

  jp_form_feet (paper, context, result->pack, articles);
}

static void
set_author (JpPaper *paper, const JpResult *result, const JpPaperOptions *options)
{
  const JpPack *pack = result->pack;

  if (options->office != NULL && jp_office_is_district (options->office))
    {
      g_autofree char *author = g_strconcat (jp_words_district (pack, options->office), "工业和信息化主管部门", NULL);
      jp_paper_set_author (paper, author);
    }
  else if (pack != NULL)
    jp_paper_set_author (paper, pack->city_office);
}

/**
 * jp_assessment_paper_new:
 * @result: a cluster's assessment of a year
 * @rank: (nullable): its place among the confirmed results of the year, known in a city file only
 * @context: the rules and the day
 * @options: the user's choices
 *
 * The 年度绩效考核评价表 of one cluster and year (第九条, 第十条, 第十三条; R-SCORE): identity, indicators, vetoes,
 * conclusion, opinions with room for seals; then reasons, evidence of the vetoes, and the four narrative parts.
 *
 * Returns: (transfer full): the paper
 */
JpPaper *
jp_assessment_paper_new (const JpResult *result, const JpRank *rank, const JpContext *context,
                         const JpPaperOptions *options)
{
  JpPaper *paper = jp_paper_new ("assessment", &JP_SHEET_FORM, context->today);
  g_autofree char *title = g_strdup_printf ("%s%d年度绩效考核评价表", result->dossier->name, result->year);
  g_autofree char *year = g_strdup_printf ("（%d年度）", result->year);
  g_autofree char *facts = jp_assessment_facts (result, rank, context);

  jp_paper_set_title (paper, title);
  set_author (paper, result, options);
  jp_paper_set_facts (paper, facts);
  add_feet (paper, result, context);

  jp_paper_begin_section (paper, FALSE, JP_FORM_LEAST_SCALE);
  jp_paper_add_title (paper, "国家级中小企业特色产业集群\n年度绩效考核评价表");
  jp_paper_add_subtitle (paper, year);
  add_identity (paper, result, context);
  if (result->pack == NULL)
    {
      add_conclusion (paper, "一、考核结论", result, rank, context);
      add_narrative (paper, result);
      return paper;
    }
  add_indicators (paper, result);
  add_vetoes (paper, result, context);
  add_conclusion (paper, "三、考核结论", result, rank, context);
  add_opinions (paper, result, options);

  jp_paper_begin_section (paper, !options->run_on, options->run_on ? 1 : 0.85);
  if (!options->run_on)
    add_running_head (paper, result);
  add_reasons (paper, result);
  add_evidence (paper, result);
  add_narrative (paper, result);
  if (options->curves)
    add_curves (paper, result, options->run_on);

  return paper;
}

/* A cluster that is named is printed whether or not its assessment is due. */
JpPaper *
jp_assessment_paper_make (JpReportSource *source, const JpDossier *dossier, guint index)
{
  const JpResult *result = jp_report_source_result (source, dossier);
  JpRank rank;

  if (index > 0 || (!result->due && source->selection.cluster == NULL))
    return NULL;

  rank = jp_result_rank (result, jp_report_source_results (source));
  return jp_assessment_paper_new (result, jp_report_source_is_city (source) ? &rank : NULL, &source->context,
                                  &source->selection.options);
}
