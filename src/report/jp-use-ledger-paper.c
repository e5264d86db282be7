/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 资金使用台账: every entry, the plan against what was spent by category, and the identity of paid, spent, balance and
 * returned (第十四条, 第十六条). */

#include "jp-facts.h"
#include "jp-form.h"
#include "jp-paper-words.h"
#include "jp-report-private.h"
#include "jp-use-ledger.h"

static char *
flags_of (const JpUseRow *row)
{
  static const struct { JpUseFlags flag; const char *name; } names[] = {
    { JP_USE_FLAG_OTHER, "其他" },
    { JP_USE_FLAG_OUT_OF_SCOPE, "不在范围" },
    { JP_USE_FLAG_OVERSPENT, "超出已拨" },
    { JP_USE_FLAG_SAME_VOUCHER, "凭证号重复" },
    { JP_USE_FLAG_DUPLICATE, "疑似重复" },
    { JP_USE_FLAG_REVERSED, "已冲销" },
  };
  GString *text = g_string_new (row->entry->reverses != NULL ? "红字" : "");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (row->flags & names[i].flag)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "、" : "", names[i].name);

  return g_string_free (text, FALSE);
}

static const char *
category_name (const JpPack *pack, const char *id)
{
  const JpUseCategory *category = id != NULL && pack != NULL ? jp_pack_find_category (pack, id) : NULL;

  return category != NULL ? category->name : id != NULL ? id : "不在范围";
}

/* Payee, and what was noted or given as the reason. */
static char *
payee_of (const JpUseEntry *entry)
{
  GString *text = g_string_new (entry->payee != NULL ? entry->payee : "");

  if (entry->note != NULL && *entry->note != '\0')
    g_string_append_printf (text, "（%s）", entry->note);
  if (entry->reason != NULL && *entry->reason != '\0')
    g_string_append_printf (text, "（理由：%s）", entry->reason);

  return g_string_free (text, FALSE);
}

static void
add_entry (JpTable *table, const JpUseRow *row, const JpPack *pack)
{
  const JpUseEntry *entry = row->entry;
  g_autofree char *ordinal = g_strdup_printf ("第%u年", entry->ordinal);
  g_autofree char *payee = payee_of (entry);
  g_autofree char *flags = flags_of (row);

  jp_table_row (table, JP_ROW_BODY);
  jp_form_count (table, entry->number);
  jp_form_date (table, entry->date);
  jp_form_centred (table, ordinal);
  jp_form_plain (table, category_name (pack, entry->category));
  jp_form_plain (table, payee);
  jp_form_centred (table, entry->voucher);
  jp_form_yuan (table, entry->amount);
  jp_form_yuan (table, row->balance);
  jp_table_cell (table, (JpTableCell) { .text = flags, .size = 10 });
}

static void
add_entries (JpPaper *paper, const JpUseLedger *ledger, const JpPack *pack)
{
  static const double widths[] = { 11, 29, 18, 44, 56, 27, 26, 26, 20 };
  static const char * const heads[] = { "序号", "日期", "支持年度", "使用方向", "收款单位", "凭证号", "金额", "余额", "标记",
                                        NULL };
  JpTable *table = jp_form_table (widths, G_N_ELEMENTS (widths));

  jp_form_labels (table, heads);
  for (guint i = 0; i < ledger->rows->len; i++)
    add_entry (table, &g_array_index (ledger->rows, JpUseRow, i), pack);
  if (ledger->rows->len == 0)
    {
      jp_table_row (table, JP_ROW_BODY);
      jp_form_wide (table, "尚无支出记录", 9);
    }
  jp_table_row (table, JP_ROW_TOTAL);
  jp_form_head (table, "合　计", 6, 1);
  jp_form_yuan (table, ledger->spent);
  jp_form_yuan (table, ledger->balance);
  jp_form_plain (table, NULL);

  jp_paper_add_heading (paper, "一、支出明细");
  jp_form_note (paper, "单位：元", JP_ALIGN_RIGHT);
  jp_paper_add (paper, jp_table_block (table));
}

static void
add_totals (JpPaper *paper, const JpUseLedger *ledger, const JpPack *pack)
{
  static const double widths[] = { 97, 40, 40, 40, 40 };
  static const char * const heads[] = { "使用方向", "计划", "实际", "结余（计划减实际）", "执行率", NULL };
  JpTable *table = jp_form_table (widths, G_N_ELEMENTS (widths));
  JpMoney planned = 0, spent = 0;
  g_autofree char *share = NULL;

  jp_table_keep (table);
  jp_form_labels (table, heads);
  for (guint i = 0; i < ledger->totals->len; i++)
    {
      const JpUseTotal *total = &g_array_index (ledger->totals, JpUseTotal, i);
      g_autofree char *part = jp_words_share (total->spent, total->planned);

      jp_table_row (table, JP_ROW_BODY);
      jp_form_plain (table, category_name (pack, total->category));
      jp_form_yuan (table, total->planned);
      jp_form_yuan (table, total->spent);
      jp_form_yuan (table, total->planned - total->spent);
      jp_form_number (table, part);
      planned += total->planned;
      spent += total->spent;
    }
  share = jp_words_share (spent, planned);
  jp_table_row (table, JP_ROW_TOTAL);
  jp_form_label (table, "合　计");
  jp_form_yuan (table, planned);
  jp_form_yuan (table, spent);
  jp_form_yuan (table, planned - spent);
  jp_form_number (table, share);

  jp_paper_add_heading (paper, "二、计划与实际");
  jp_form_note (paper, "单位：元", JP_ALIGN_RIGHT);
  jp_paper_add (paper, jp_table_block (table));
}

static JpChart *
chart_of (const JpUseLedger *ledger, const JpPack *pack)
{
  JpChart *chart = jp_chart_new (JP_CHART_ROWS, JP_CHART_OVERLAID, "各使用方向计划与实际", "使用方向");
  guint planned = jp_chart_add_series (chart, "计划", "万元", JP_SERIES_BARS, JP_FILL_OUTLINE, JP_INK_SECOND);
  guint spent = jp_chart_add_series (chart, "实际", "万元", JP_SERIES_BARS, JP_FILL_SOLID, JP_INK_MONEY);

  for (guint i = 0; i < ledger->totals->len; i++)
    {
      const JpUseTotal *total = &g_array_index (ledger->totals, JpUseTotal, i);
      g_autofree char *plan_text = jp_money_to_wan (total->planned);
      g_autofree char *spent_text = jp_money_to_wan (total->spent);
      g_autofree char *head = g_strdup_printf ("%s／%s万元", spent_text, plan_text);
      guint category;

      if (total->planned <= 0 && total->spent <= 0)
        continue;
      category = jp_chart_add_category (chart, category_name (pack, total->category), JP_TONE_PLAIN);
      jp_chart_set_value (chart, planned, category, MAX (0, total->planned), plan_text);
      jp_chart_set_value (chart, spent, category, MAX (0, total->spent), spent_text);
      jp_chart_set_head (chart, category, head);
    }

  return chart;
}

static void
add_chart (JpPaper *paper, const JpUseLedger *ledger, const JpPack *pack)
{
  g_autoptr (JpChart) chart = chart_of (ledger, pack);

  if (!jp_chart_is_empty (chart))
    jp_paper_add (paper, jp_chart_block_new (chart));
}

/* paid = spent + balance + returned, to the fen. */
static void
add_identity (JpPaper *paper, const JpUseLedger *ledger)
{
  g_autofree char *paid = jp_units_to_grouped (ledger->paid, 2);
  g_autofree char *spent = jp_units_to_grouped (ledger->spent, 2);
  g_autofree char *balance = jp_units_to_grouped (ledger->balance, 2);
  g_autofree char *returned = jp_units_to_grouped (ledger->returned, 2);
  g_autofree char *text = g_strdup_printf ("已拨付%s元 ＝ 已支出%s元 ＋ 余额%s元 ＋ 已退回%s元。", paid, spent, balance,
                                           returned);

  jp_paper_add_heading (paper, "三、收支核对");
  jp_paper_add_body (paper, text);
  if (ledger->balance < 0)
    jp_paper_add_body (paper, "支出已超过拨付数，超出部分须说明。");
}

static void
add_head (JpPaper *paper, const JpReportSource *source, const JpDossier *dossier, const JpPack *pack)
{
  const char *operator = jp_operator_on (dossier, source->context.today);
  g_autofree char *text = g_strdup_printf ("集群：%s　　所在区：%s　　运营单位：%s", dossier->name,
                                           jp_words_district (pack, dossier->district),
                                           operator != NULL ? operator : "—");

  jp_paper_add (paper, jp_text_block_new (text, (JpTextOptions) { .style = { JP_FONT_FANGSONG, 12 }, .pitch = 20,
                                                                  .keep_next = TRUE }));
}

static char *
facts_of (const JpDossier *dossier, const JpUseLedger *ledger)
{
  JsonBuilder *facts = jp_facts_new ("use-ledger");

  jp_facts_text (facts, "id", dossier->id);
  jp_facts_text (facts, "cluster", dossier->name);
  jp_facts_list (facts, "entries");
  for (guint i = 0; i < ledger->rows->len; i++)
    {
      const JpUseRow *row = &g_array_index (ledger->rows, JpUseRow, i);
      g_autofree char *payee = payee_of (row->entry);
      g_autofree char *flags = flags_of (row);

      jp_facts_item (facts);
      jp_facts_int (facts, "number", row->entry->number);
      jp_facts_date (facts, "date", row->entry->date);
      jp_facts_int (facts, "ordinal", row->entry->ordinal);
      jp_facts_text (facts, "category", row->entry->category);
      jp_facts_text (facts, "payee", payee);
      jp_facts_text (facts, "voucher", row->entry->voucher);
      jp_facts_money (facts, "amount", row->entry->amount);
      jp_facts_money (facts, "balance", row->balance);
      jp_facts_text (facts, "flags", flags);
      json_builder_end_object (facts);
    }
  json_builder_end_array (facts);
  jp_facts_list (facts, "categories");
  for (guint i = 0; i < ledger->totals->len; i++)
    {
      const JpUseTotal *total = &g_array_index (ledger->totals, JpUseTotal, i);

      jp_facts_item (facts);
      jp_facts_text (facts, "category", total->category);
      jp_facts_money (facts, "planned", total->planned);
      jp_facts_money (facts, "spent", total->spent);
      json_builder_end_object (facts);
    }
  json_builder_end_array (facts);
  jp_facts_money (facts, "paid", ledger->paid);
  jp_facts_money (facts, "spent", ledger->spent);
  jp_facts_money (facts, "balance", ledger->balance);
  jp_facts_money (facts, "returned", ledger->returned);

  return jp_facts_finish (facts);
}

/* A cluster that was never paid and never spent has no ledger, unless it is asked for by name. */
JpPaper *
jp_use_ledger_paper_make (JpReportSource *source, const JpDossier *dossier, guint index)
{
  g_auto (JpUseLedger) ledger = { 0 };
  const JpPack *pack = jp_report_source_pack (source);
  g_autofree char *title = NULL;
  g_autofree char *facts = NULL;
  JpPaper *paper;

  if (index > 0)
    return NULL;
  jp_use_ledger_init (&ledger, dossier, &source->context);
  if (source->selection.cluster == NULL && ledger.rows->len == 0 && ledger.paid == 0)
    return NULL;

  title = g_strconcat (dossier->name, "资金使用台账", NULL);
  facts = facts_of (dossier, &ledger);
  paper = jp_report_source_paper (source, &JP_SHEET_LEDGER, title);
  jp_paper_set_facts (paper, facts);
  jp_form_feet (paper, &source->context, pack, pack != NULL ? pack->use_article : NULL);

  jp_paper_add_title (paper, "资金使用台账");
  add_head (paper, source, dossier, pack);
  add_entries (paper, &ledger, pack);
  add_totals (paper, &ledger, pack);
  add_chart (paper, &ledger, pack);
  add_identity (paper, &ledger);
  return paper;
}
