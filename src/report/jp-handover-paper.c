/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 工作交接单: where things stand, what is open and what comes next, for whoever takes over the desk. */

#include "jp-duties.h"
#include "jp-form.h"
#include "jp-paper-words.h"

/* Whoever takes over should see this far ahead. */
#define MONTHS_AHEAD 6

static void
add_stages (JpPaper *paper, const JpReportSource *source)
{
  static const double widths[] = { 40, 20, 110 };
  static const char * const heads[] = { "阶段", "集群数", "集群", NULL };
  JpTable *table = jp_form_table (widths, G_N_ELEMENTS (widths));
  guint total = 0;

  jp_form_labels (table, heads);
  for (guint stage = 0; stage < JP_N_STAGES; stage++)
    {
      g_autoptr (GString) names = g_string_new (NULL);
      guint n = 0;

      for (guint i = 0; i < source->dossiers->len; i++)
        {
          const JpDossier *dossier = g_ptr_array_index (source->dossiers, i);
          g_auto (JpLife) life = { 0 };

          jp_life_init (&life, dossier, &source->context);
          if (life.stage == stage && jp_report_source_takes (source, dossier))
            g_string_append_printf (names, "%s%s", n++ > 0 ? "、" : "", dossier->name);
        }
      if (n == 0)
        continue;
      jp_table_row (table, JP_ROW_BODY);
      jp_form_plain (table, jp_stage_name (stage));
      jp_form_count (table, n);
      jp_form_plain (table, names->str);
      total += n;
    }
  jp_table_row (table, JP_ROW_TOTAL);
  jp_form_label (table, "合　计");
  jp_form_count (table, total);
  jp_form_plain (table, NULL);

  jp_paper_add_heading (paper, "一、集群现状");
  jp_paper_add (paper, jp_table_block (table));
}

static void
add_assessments (JpPaper *paper, JpReportSource *source)
{
  static const JpAssessmentState states[] = { JP_ASSESSMENT_NONE, JP_ASSESSMENT_DISTRICT, JP_ASSESSMENT_CITY,
                                              JP_ASSESSMENT_CONFIRMED };
  int year = (int) jp_date_year (source->context.today) - 1;
  guint n[G_N_ELEMENTS (states)] = { 0 }, vetoed = 0, due = 0;
  GString *text = g_string_new (NULL);
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < source->dossiers->len; i++)
    {
      g_autoptr (JpResult) result = jp_result_new (g_ptr_array_index (source->dossiers, i), &source->context, year);

      if (!result->due || !jp_report_source_takes (source, result->dossier))
        continue;
      due++;
      vetoed += result->vetoed ? 1 : 0;
      for (guint s = 0; s < G_N_ELEMENTS (states); s++)
        n[s] += result->state == states[s] ? 1 : 0;
    }
  g_string_append_printf (text, "%d年度应考核%u个集群", year, due);
  for (guint s = 0; s < G_N_ELEMENTS (states); s++)
    g_string_append_printf (text, "，%s%u个", jp_assessment_state_name (states[s]), n[s]);
  g_string_append_printf (text, "；其中有否决情形%u个。", vetoed);
  sentence = g_string_free (text, FALSE);

  jp_paper_add_heading (paper, "二、年度考核");
  jp_paper_add_body (paper, sentence);
}

static void
add_budget (JpPaper *paper, const JpReportSource *source)
{
  static const double widths[] = { 34, 34, 34, 34, 34 };
  static const char * const heads[] = { "财年", "已拨付", "已核定", "预计", "至多", NULL };
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();
  g_autoptr (GArray) budget = NULL;
  JpTable *table;

  for (guint i = 0; i < source->dossiers->len; i++)
    if (jp_report_source_takes (source, g_ptr_array_index (source->dossiers, i)))
      g_ptr_array_add (taken, g_ptr_array_index (source->dossiers, i));
  budget = jp_budget_new (taken, &source->context);
  if (budget->len == 0)
    return;

  table = jp_form_table (widths, G_N_ELEMENTS (widths));
  jp_form_labels (table, heads);
  for (guint i = 0; i < budget->len; i++)
    {
      const JpBudgetYear *year = &g_array_index (budget, JpBudgetYear, i);
      g_autofree char *name = g_strdup_printf ("%d财年", year->fiscal_year);

      jp_table_row (table, JP_ROW_BODY);
      jp_form_centred (table, name);
      jp_form_wan (table, year->paid);
      jp_form_wan (table, year->certain);
      jp_form_wan (table, year->expected);
      jp_form_wan (table, year->most);
    }
  jp_paper_add_heading (paper, "三、支持资金（万元）");
  jp_paper_add (paper, jp_table_block (table));
}

/* Not done, and due within the months ahead or without a day. */
static GPtrArray *
open_duties (const JpReportSource *source, GPtrArray *duties)
{
  JpDutyScope scope = { .to = jp_date_add_months (source->context.today, MONTHS_AHEAD) };
  g_autoptr (GPtrArray) open = g_ptr_array_new ();

  for (guint i = 0; i < duties->len; i++)
    if (jp_obligation_in_scope (g_ptr_array_index (duties, i), &scope))
      g_ptr_array_add (open, g_ptr_array_index (duties, i));

  return jp_duties_fold (open);
}

static void
add_duties (JpPaper *paper, const JpReportSource *source)
{
  static const double widths[] = { 24, 50, 62, 34 };
  static const char * const heads[] = { "状态", "事项", "集群", "截止日期", NULL };
  g_autoptr (GPtrArray) duties = jp_duties_of (source);
  g_autoptr (GPtrArray) open = open_duties (source, duties);
  g_autofree char *heading = g_strdup_printf ("四、未办结事项（已到期及今后%d个月）", MONTHS_AHEAD);
  JpTable *table = jp_form_table (widths, G_N_ELEMENTS (widths));

  jp_paper_add_heading (paper, heading);
  if (open->len == 0)
    jp_paper_add_body (paper, "无。");
  jp_form_labels (table, heads);
  for (guint i = 0; i < open->len; i++)
    {
      const JpDutyGroup *group = g_ptr_array_index (open, i);
      const JpObligation *duty = g_ptr_array_index (group->duties, 0);
      g_autofree char *clusters = jp_duty_group_clusters (group);

      jp_table_row (table, JP_ROW_BODY);
      jp_table_cell (table, (JpTableCell) { .text = jp_duty_state_name (duty->state), .align = JP_ALIGN_CENTRE,
                                       .strong = duty->state == JP_DUTY_OVERDUE });
      jp_form_plain (table, duty->subject);
      jp_form_plain (table, clusters);
      jp_form_date (table, duty->due);
    }
  if (open->len > 0)
    jp_paper_add (paper, jp_table_block (table));
  else
    jp_block_free (jp_table_block (table));
}

/* Names are signed by hand, on the day. */
static void
add_signatures (JpPaper *paper)
{
  static const double widths[] = { 28, 57, 28, 57 };
  static const char * const roles[] = { "移交人", "接收人", "监交人", "交接日期" };
  JpTable *table = jp_form_table (widths, G_N_ELEMENTS (widths));

  jp_table_keep (table);
  jp_table_set_padding (table, 4, 8);
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      if (i % 2 == 0)
        jp_table_row (table, JP_ROW_BODY);
      jp_form_label (table, roles[i]);
      jp_table_cell (table, (JpTableCell) { .text = " " });
    }
  jp_paper_add_heading (paper, "五、交接确认");
  jp_paper_add (paper, jp_table_block (table));
}

JpPaper *
jp_handover_paper_make (JpReportSource *source, const JpDossier *dossier, guint index)
{
  const JpPack *pack = jp_report_source_pack (source);
  JpPaper *paper;

  if (index > 0 || pack == NULL || source->dossiers->len == 0)
    return NULL;

  paper = jp_report_source_paper (source, &JP_SHEET_FORM, source->kind->name);
  jp_form_feet (paper, &source->context, pack, NULL);
  jp_paper_add_title (paper, source->kind->name);
  if (jp_report_source_office (source) != NULL)
    jp_form_note (paper, jp_report_source_office (source), JP_ALIGN_LEFT);
  add_stages (paper, source);
  add_assessments (paper, source);
  add_budget (paper, source);
  add_duties (paper, source);
  add_signatures (paper);
  return paper;
}
