/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 缺件催办单: what a district has not handed in, since when and until when; one paper a district. */

#include "jp-form.h"
#include "jp-missing.h"
#include "jp-paper-words.h"
#include "jp-report-private.h"

/* 逾期12天, 剩余20天, 今日到期 */
static char *
urgency_of (const JpMissing *missing, JpDate today)
{
  if (missing->due == JP_DATE_NONE)
    return g_strdup ("待办");
  if (missing->due < today)
    return g_strdup_printf ("逾期%u天", today - missing->due);
  if (missing->due == today)
    return g_strdup ("今日到期");

  return g_strdup_printf ("剩余%u天", missing->due - today);
}

static void
add_list (JpPaper *paper, GPtrArray *all, JpDate today)
{
  static const double widths[] = { 14, 90, 90, 33, 33, 26, 20 };
  static const char * const heads[] = { "序号", "集群名称", "缺少的事项", "自何时起", "应于何时", "时限", "依据", NULL };
  JpTable *table = jp_form_table (widths, G_N_ELEMENTS (widths));

  jp_form_labels (table, heads);
  for (guint i = 0; i < all->len; i++)
    {
      const JpMissing *missing = g_ptr_array_index (all, i);
      g_autofree char *urgency = urgency_of (missing, today);

      jp_table_row (table, JP_ROW_BODY);
      jp_form_count (table, i + 1);
      jp_form_plain (table, missing->dossier->name);
      jp_form_plain (table, missing->what);
      jp_form_date (table, missing->since);
      jp_form_date (table, missing->due);
      jp_table_cell (table, (JpTableCell) { .text = urgency, .align = JP_ALIGN_CENTRE, .one_line = TRUE,
                                       .strong = missing->state == JP_DUTY_OVERDUE });
      jp_form_plain (table, missing->article);
    }
  jp_paper_add (paper, jp_table_block (table));
}

static JpPaper *
paper_of (JpReportSource *source, GPtrArray *all, const char *district)
{
  const JpPack *pack = jp_report_source_pack (source);
  const char *name = jp_words_district (pack, district);
  g_autofree char *title = g_strdup_printf ("%s（%s）", source->kind->name, name);
  g_autofree char *day = jp_date_to_chinese (source->context.today);
  g_autofree char *text = g_strdup_printf ("%s工业和信息化主管部门：截至%s，你区下列%u项材料或事项尚未报送或办结，"
                                           "请逐项核对并在期限前补齐；已逾期的请立即办理并说明原因。", name, day, all->len);
  JpPaper *paper = jp_report_source_paper (source, &JP_SHEET_LEDGER, title);

  jp_form_feet (paper, &source->context, pack, NULL);
  jp_paper_add_title (paper, title);
  jp_paper_add_body (paper, text);
  add_list (paper, all, source->context.today);
  return paper;
}

/* The papers are those of the districts that lack something, in the order of the pack. */
JpPaper *
jp_missing_paper_make (JpReportSource *source, const JpDossier *dossier, guint index)
{
  const JpPack *pack = jp_report_source_pack (source);
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();
  guint n = 0;

  if (pack == NULL)
    return NULL;

  for (guint i = 0; i < source->dossiers->len; i++)
    if (jp_report_source_takes (source, g_ptr_array_index (source->dossiers, i)))
      g_ptr_array_add (taken, g_ptr_array_index (source->dossiers, i));
  for (guint i = 0; i < pack->n_districts; i++)
    {
      g_autoptr (GPtrArray) all = jp_missing_new (taken, &source->context, pack->districts[i].code);

      if (all->len > 0 && n++ == index)
        return paper_of (source, all, pack->districts[i].code);
    }

  return NULL;
}
