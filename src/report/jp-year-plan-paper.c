/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 年度工作计划: the obligations of a calendar year, month by month, with boxes to tick (第八条, 第九条, 第十五条). */

#include "jp-duties.h"
#include "jp-form.h"

#include <string.h>

/* The duties due in a month of the year, folded. */
static GPtrArray *
groups_of_month (GPtrArray *duties, int year, guint month)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = 0; i < duties->len; i++)
    {
      JpObligation *duty = g_ptr_array_index (duties, i);
      guint due_year, due_month, due_day;

      if (duty->due == JP_DATE_NONE)
        continue;
      jp_date_split (duty->due, &due_year, &due_month, &due_day);
      if ((int) due_year == year && due_month == month)
        g_ptr_array_add (chosen, duty);
    }

  return jp_duties_fold (chosen);
}

static void
add_group (JpTable *table, const JpDutyGroup *group)
{
  const JpObligation *duty = g_ptr_array_index (group->duties, 0);
  g_autofree char *clusters = jp_duty_group_clusters (group);

  jp_table_row (table, JP_ROW_BODY);
  jp_form_centred (table, jp_duty_group_done (group) ? "√" : "□");
  jp_form_plain (table, duty->subject);
  jp_form_plain (table, clusters);
  jp_form_date (table, duty->due);
  jp_form_date (table, duty->work_by);
  jp_form_plain (table, *duty->article != '\0' ? duty->article : NULL);
}

static void
add_month (JpPaper *paper, GPtrArray *groups, guint month)
{
  static const double widths[] = { 14, 44, 52, 33, 33, 24 };
  static const char * const heads[] = { "办结", "事项", "集群", "截止日期", "最迟工作日", "依据", NULL };
  g_autofree char *heading = g_strdup_printf ("%u月", month);
  JpTable *table;

  if (groups->len == 0)
    return;

  table = jp_form_table (widths, G_N_ELEMENTS (widths));
  jp_form_labels (table, heads);
  for (guint i = 0; i < groups->len; i++)
    add_group (table, g_ptr_array_index (groups, i));
  jp_paper_add_heading (paper, heading);
  jp_paper_add (paper, jp_table_block (table));
}

static gboolean
any_provisional (GPtrArray *duties, int year)
{
  for (guint i = 0; i < duties->len; i++)
    {
      const JpObligation *duty = g_ptr_array_index (duties, i);

      if (duty->due != JP_DATE_NONE && (int) jp_date_year (duty->due) == year && duty->work_by_provisional)
        return TRUE;
    }

  return FALSE;
}

JpPaper *
jp_year_plan_paper_make (JpReportSource *source, const JpDossier *dossier, guint index)
{
  g_autoptr (GPtrArray) duties = index == 0 ? jp_duties_of (source) : NULL;
  g_autofree char *title = NULL;
  JpPaper *paper;
  gboolean any = FALSE;

  if (duties == NULL)
    return NULL;
  for (guint i = 0; i < duties->len && !any; i++)
    {
      const JpObligation *duty = g_ptr_array_index (duties, i);

      any = duty->due != JP_DATE_NONE && (int) jp_date_year (duty->due) == source->year;
    }
  if (!any)
    return NULL;

  title = jp_report_source_title (source);
  paper = jp_report_source_paper (source, &JP_SHEET_FORM, title);
  jp_form_feet (paper, &source->context, jp_report_source_pack (source), NULL);
  jp_paper_add_title (paper, title);
  for (guint month = 1; month <= 12; month++)
    {
      g_autoptr (GPtrArray) groups = groups_of_month (duties, source->year, month);

      add_month (paper, groups, month);
    }
  jp_form_note (paper, "注：同日同类事项合并列示；“√”为记录已办结。", JP_ALIGN_LEFT);
  if (any_provisional (duties, source->year))
    jp_form_note (paper, "放假安排尚未公布的年份，最迟工作日按周一至周五暂估。", JP_ALIGN_LEFT);
  return paper;
}
