/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 资金安排计划表: what each cluster is entitled to in a fiscal year, and what the next years may ask (第十三条, 第十五条). */

#include "jp-facts.h"
#include "jp-form.h"
#include "jp-paper-words.h"
#include "jp-report-private.h"

/* A cluster's case of the year. */
typedef struct
{
  const JpDossier *dossier;
  JpFundCase       fund_case;
  char            *remarks; /* what must not be overlooked: overrides with their reason, money to be returned */
} Line;

static void
clear_line (gpointer data)
{
  Line *line = data;

  jp_fund_case_clear (&line->fund_case);
  g_free (line->remarks);
}

static void G_GNUC_PRINTF (2, 3)
remark (GString *text, const char *format, ...)
{
  va_list args;

  if (text->len > 0)
    g_string_append (text, "；");
  va_start (args, format);
  g_string_append_vprintf (text, format, args);
  va_end (args);
}

static char *
remarks_on (const Line *line)
{
  GString *text = g_string_new (NULL);
  const GPtrArray *acts = line->dossier->fund_acts;

  if (line->fund_case.overridden != NULL)
    remark (text, "%s", line->fund_case.overridden);
  for (guint i = 0; i < acts->len; i++)
    {
      const JpFundAct *act = g_ptr_array_index (acts, i);

      if (act->ordinal == line->fund_case.ordinal && act->kind == JP_FUND_PAY && act->reason != NULL)
        remark (text, "少拨：%s", act->reason);
    }
  if (line->fund_case.to_refund > 0)
    {
      g_autofree char *amount = jp_money_to_wan (line->fund_case.to_refund);
      remark (text, "应退%s万元", amount);
    }

  return g_string_free (text, FALSE);
}

/* The cases of the fiscal year, by cluster. */
static GArray *
lines_of (const JpReportSource *source)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (Line));

  g_array_set_clear_func (lines, clear_line);
  for (guint i = 0; i < source->dossiers->len; i++)
    {
      const JpDossier *dossier = g_ptr_array_index (source->dossiers, i);
      int start = jp_funding_start (dossier, &source->context, NULL);
      guint n_years = jp_funding_n_years (dossier, &source->context);
      Line line = { .dossier = dossier };

      if (!jp_report_source_takes (source, dossier) || start == 0 || source->year < start ||
          source->year >= start + (int) n_years)
        continue;
      jp_fund_case_init (&line.fund_case, dossier, &source->context, (guint) (source->year - start) + 1);
      line.remarks = remarks_on (&line);
      g_array_append_val (lines, line);
    }

  return lines;
}

static void
add_entitled (JpTable *table, const JpFundCase *fund_case)
{
  g_autofree char *least = NULL;
  g_autofree char *most = NULL;
  g_autofree char *text = NULL;

  if (fund_case->decided)
    {
      jp_form_wan (table, fund_case->entitled);
      return;
    }

  least = jp_money_to_wan (fund_case->least);
  most = jp_money_to_wan (fund_case->most);
  text = g_strdup_printf ("%s—%s", least, most);
  jp_form_number (table, text);
}

static void
add_line (JpTable *table, const Line *line, guint number, const JpPack *pack)
{
  g_autofree char *ordinal = jp_words_ordinal (line->fund_case.ordinal);
  g_autofree char *support = g_strdup_printf ("第%s年", ordinal);

  jp_table_row (table, JP_ROW_BODY);
  jp_form_count (table, number);
  jp_form_plain (table, line->dossier->name);
  jp_form_centred (table, jp_words_district (pack, line->dossier->district));
  jp_form_centred (table, support);
  jp_table_cell (table, (JpTableCell) { .text = line->fund_case.basis, .size = 10 });
  add_entitled (table, &line->fund_case);
  jp_form_centred (table, jp_case_state_name (line->fund_case.state));
  jp_form_wan (table, line->fund_case.paid);
  jp_table_cell (table, (JpTableCell) { .text = line->remarks, .size = 10 });
}

static const JpBudgetYear *
find_year (GArray *budget, int fiscal_year)
{
  for (guint i = 0; i < budget->len; i++)
    if (g_array_index (budget, JpBudgetYear, i).fiscal_year == fiscal_year)
      return &g_array_index (budget, JpBudgetYear, i);

  return NULL;
}

static void
add_list (JpPaper *paper, GArray *lines, const JpBudgetYear *year, const JpPack *pack)
{
  static const double widths[] = { 11, 52, 16, 18, 66, 26, 19, 19, 30 };
  static const char * const heads[] = { "序号", "集群名称", "区", "支持年度", "依据", "核定金额", "状态", "已拨付", "备注",
                                        NULL };
  JpTable *table = jp_form_table (widths, G_N_ELEMENTS (widths));

  jp_form_labels (table, heads);
  for (guint i = 0; i < lines->len; i++)
    add_line (table, &g_array_index (lines, Line, i), i + 1, pack);
  jp_table_row (table, JP_ROW_TOTAL);
  jp_form_head (table, "合　计（已核定）", 5, 1);
  jp_form_wan (table, year->certain);
  jp_form_centred (table, "");
  jp_form_wan (table, year->paid);
  jp_form_centred (table, "");

  jp_form_note (paper, "单位：万元", JP_ALIGN_RIGHT);
  jp_paper_add (paper, jp_table_block (table));
}

/* The year's totals, and what the years after it may ask. */
static void
add_budget (JpPaper *paper, GArray *budget, int fiscal_year)
{
  static const double widths[] = { 57, 50, 50, 50, 50 };
  static const char * const heads[] = { "财年", "已拨付", "已核定", "预计（按现有得分）", "最多", NULL };
  JpTable *table = jp_form_table (widths, G_N_ELEMENTS (widths));

  jp_table_keep (table);
  jp_form_labels (table, heads);
  for (guint i = 0; i < budget->len; i++)
    {
      const JpBudgetYear *year = &g_array_index (budget, JpBudgetYear, i);
      g_autofree char *name = g_strdup_printf (year->fiscal_year == fiscal_year ? "%d（本年）" : "%d（预测）",
                                               year->fiscal_year);

      if (year->fiscal_year < fiscal_year)
        continue;
      jp_table_row (table, JP_ROW_BODY);
      jp_form_centred (table, name);
      jp_form_wan (table, year->paid);
      jp_form_wan (table, year->certain);
      jp_form_wan (table, year->expected);
      jp_form_wan (table, year->most);
    }

  jp_paper_add_heading (paper, "本年合计与后续年度预测");
  jp_form_note (paper, "单位：万元", JP_ALIGN_RIGHT);
  jp_paper_add (paper, jp_table_block (table));
  jp_form_note (paper, "注：预计按未确认考核的现有得分估算，最多按最高档估算；均不作为拨付依据。", JP_ALIGN_LEFT);
}

static char *
facts_of (const JpReportSource *source, GArray *lines, const JpBudgetYear *year)
{
  JsonBuilder *facts = jp_report_source_facts (source);

  jp_facts_int (facts, "fiscalYear", source->year);
  jp_facts_list (facts, "clusters");
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      jp_facts_item (facts);
      jp_facts_text (facts, "id", line->dossier->id);
      jp_facts_text (facts, "cluster", line->dossier->name);
      jp_facts_text (facts, "district", line->dossier->district);
      jp_facts_int (facts, "ordinal", line->fund_case.ordinal);
      jp_facts_text (facts, "basis", line->fund_case.basis);
      jp_facts_money (facts, "entitled", line->fund_case.entitled);
      jp_facts_money (facts, "least", line->fund_case.least);
      jp_facts_money (facts, "most", line->fund_case.most);
      jp_facts_text (facts, "state", jp_case_state_id (line->fund_case.state));
      jp_facts_money (facts, "paid", line->fund_case.paid);
      jp_facts_text (facts, "remarks", line->remarks);
      json_builder_end_object (facts);
    }
  json_builder_end_array (facts);
  jp_facts_money (facts, "paid", year->paid);
  jp_facts_money (facts, "certain", year->certain);
  jp_facts_money (facts, "expected", year->expected);
  jp_facts_money (facts, "most", year->most);

  return jp_facts_finish (facts);
}

static GArray *
budget_of (const JpReportSource *source)
{
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();

  for (guint i = 0; i < source->dossiers->len; i++)
    if (jp_report_source_takes (source, g_ptr_array_index (source->dossiers, i)))
      g_ptr_array_add (taken, g_ptr_array_index (source->dossiers, i));

  return jp_budget_new (taken, &source->context);
}

static char *
articles_of (const JpPack *pack)
{
  return g_strdup_printf ("%s（金额），%s（拨付程序）", pack->funding_article, pack->publicity_article);
}

JpPaper *
jp_funding_plan_paper_make (JpReportSource *source, const JpDossier *dossier, guint index)
{
  g_autoptr (GArray) lines = index == 0 ? lines_of (source) : NULL;
  g_autoptr (GArray) budget = NULL;
  g_autofree char *title = NULL;
  g_autofree char *facts = NULL;
  g_autofree char *articles = NULL;
  const JpPack *pack = jp_report_source_pack (source);
  const JpBudgetYear *year;
  JpPaper *paper;

  if (lines == NULL || lines->len == 0 || pack == NULL)
    return NULL;

  budget = budget_of (source);
  year = find_year (budget, source->year);
  title = jp_report_source_title (source);
  facts = facts_of (source, lines, year);
  articles = articles_of (pack);
  paper = jp_report_source_paper (source, &JP_SHEET_LEDGER, title);
  jp_paper_set_facts (paper, facts);
  jp_form_feet (paper, &source->context, pack, articles);

  jp_paper_add_title (paper, title);
  add_list (paper, lines, year, pack);
  add_budget (paper, budget, source->year);
  return paper;
}
