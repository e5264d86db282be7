/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 复核提醒函: a term that comes to its end, what to prepare, and how the cluster stands against the standard (第八条). */

#include "jp-form.h"
#include "jp-letter.h"
#include "jp-life.h"
#include "jp-paper-words.h"
#include "jp-report-private.h"
#include "jp-standard.h"

static const char * const materials[] = {
  "三年培育规划的执行情况和各项目标的完成情况；",
  "近三年的年度指标数据及来源，与历年报送的信息表一致；",
  "认定标准逐项自查结果及佐证材料，未达标或待判定的逐项说明；",
  "运营单位、主导产业和空间范围有无变动及报备情况；",
  "支持资金的使用台账、审计和整改情况。",
};

/* 你区…集群有效期自…至…，截至…剩余232天。 */
static char *
opening_of (const JpReportSource *source, const JpDossier *dossier, const JpTerm *term, guint ordinal)
{
  g_autofree char *first = jp_date_to_chinese (term->first);
  g_autofree char *last = jp_date_to_chinese (term->last);
  g_autofree char *today = jp_date_to_chinese (source->context.today);
  g_autofree char *words = jp_words_ordinal (ordinal);
  int left = jp_term_days_left (term, source->context.today);

  if (left < 0)
    return g_strdup_printf ("你区%s第%s期有效期自%s至%s，截至%s已届满%d天。", dossier->name, words, first, last, today, -left);

  return g_strdup_printf ("你区%s第%s期有效期自%s至%s，截至%s剩余%d天。", dossier->name, words, first, last, today, left);
}

static char *
call_of (const JpLife *life, const JpTerm *term)
{
  g_autofree char *opens = jp_date_to_chinese (life->renewal_opens);
  g_autofree char *last = jp_date_to_chinese (term->last);

  if (life->renewal_applied_on != JP_DATE_NONE)
    {
      g_autofree char *applied = jp_date_to_chinese (life->renewal_applied_on);

      return g_strdup_printf ("复核申报已于%s受理，请配合后续审核并及时补充材料。", applied);
    }

  return g_strdup_printf ("复核自%s起可以申报，最迟应在%s提出；逾期未申报的，自次日起失效，并计入当年考核的否决情形。"
                          "请及早准备，按时申报。", opens, last);
}

static void
add_materials (JpPaper *paper)
{
  jp_paper_add_heading (paper, "一、需要准备的材料");
  for (guint i = 0; i < G_N_ELEMENTS (materials); i++)
    {
      g_autofree char *text = g_strdup_printf ("%u. %s", i + 1, materials[i]);

      jp_paper_add_body (paper, text);
    }
}

static const char *
met_word (JpMet met)
{
  return met == JP_MET_YES ? "达标" : met == JP_MET_NO ? "未达标" : "待判定";
}

static void
add_standard (JpPaper *paper, GPtrArray *items, int year)
{
  static const double widths[] = { 48, 20, 30, 58 };
  static const char * const heads[] = { "认定标准", "结果", "数值", "说明", NULL };
  g_autofree char *heading = g_strdup_printf ("附件　认定标准自查（截至%d年度）", year);
  JpTable *table = jp_form_table (widths, G_N_ELEMENTS (widths));

  jp_form_labels (table, heads);
  for (guint i = 0; i < items->len; i++)
    {
      const JpStandardItem *item = g_ptr_array_index (items, i);

      jp_table_row (table, JP_ROW_BODY);
      jp_form_plain (table, item->name);
      jp_table_cell (table, (JpTableCell) { .text = met_word (item->met), .align = JP_ALIGN_CENTRE,
                                       .strong = item->met == JP_MET_NO });
      jp_form_plain (table, item->value);
      jp_table_cell (table, (JpTableCell) { .text = item->note, .size = 10 });
    }
  jp_paper_begin_section (paper, TRUE, 1);
  jp_paper_add_heading (paper, heading);
  jp_paper_add (paper, jp_table_block (table));
}

/* 对照认定标准13项，达标7项，未达标1项（产值），待判定5项，详见附件。 */
static char *
gaps_of (GPtrArray *items, int year)
{
  g_autoptr (GString) unmet = g_string_new (NULL);
  guint n[3] = { 0 };

  for (guint i = 0; i < items->len; i++)
    {
      const JpStandardItem *item = g_ptr_array_index (items, i);

      n[item->met]++;
      if (item->met == JP_MET_NO)
        g_string_append_printf (unmet, "%s%s", unmet->len > 0 ? "、" : "（", item->name);
    }
  if (unmet->len > 0)
    g_string_append (unmet, "）");

  return g_strdup_printf ("以%d年度为最近年度自查认定标准%u项：达标%u项，未达标%u项%s，待判定%u项，详见附件。请对未达标项说明情况，"
                          "对待判定项补充佐证。", year, items->len, n[JP_MET_YES], n[JP_MET_NO], unmet->str, n[JP_MET_UNKNOWN]);
}

/* Where none is named, the clusters whose end is near and that have not applied. */
static gboolean
is_asked (const JpReportSource *source, const JpLife *life, const JpPack *pack)
{
  if (jp_life_last_term (life) == NULL || life->revoked_on != JP_DATE_NONE)
    return FALSE;

  return source->selection.cluster != NULL ||
         (jp_life_warning (life, pack, source->context.today) > 0 && life->renewal_applied_on == JP_DATE_NONE);
}

JpPaper *
jp_renewal_paper_make (JpReportSource *source, const JpDossier *dossier, guint index)
{
  const JpPack *pack = jp_report_source_pack (source);
  int year = (int) jp_date_year (source->context.today) - 1;
  g_auto (JpLife) life = { 0 };
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *title = g_strdup_printf ("关于%s复核的提醒函", dossier->name);
  g_autofree char *addressee = NULL;
  g_autofree char *opening = NULL;
  g_autofree char *call = NULL;
  g_autofree char *gaps = NULL;
  JpPaper *paper;

  jp_life_init (&life, dossier, &source->context);
  if (index > 0 || pack == NULL || !is_asked (source, &life, pack))
    return NULL;

  items = jp_standard_new (dossier, &source->context, year);
  addressee = g_strdup_printf ("%s工业和信息化主管部门：", jp_words_district (pack, dossier->district));
  opening = opening_of (source, dossier, jp_life_last_term (&life), life.terms->len);
  call = call_of (&life, jp_life_last_term (&life));
  gaps = gaps_of (items, year);

  paper = jp_report_source_paper (source, &JP_SHEET_LETTER, title);
  jp_form_feet (paper, &source->context, pack, pack->term_article);
  jp_paper_add_title (paper, title);
  jp_letter_space (paper, 1);
  jp_letter_address (paper, addressee);
  jp_paper_add_body (paper, opening);
  jp_paper_add_body (paper, call);
  add_materials (paper);
  jp_paper_add_heading (paper, "二、对照认定标准");
  jp_paper_add_body (paper, gaps);
  jp_letter_close (paper, jp_report_source_office (source), source->context.today);
  add_standard (paper, items, year);
  return paper;
}
