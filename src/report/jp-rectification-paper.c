/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 整改通知书, a letter for each finding of a cluster, and 整改台账, all findings of a year (第十六条, 第十七条). */

#include "jp-audit.h"
#include "jp-facts.h"
#include "jp-form.h"
#include "jp-letter.h"
#include "jp-paper-words.h"
#include "jp-report-private.h"
#include "jp-store-attachments.h"

/* A finding and whose it is. */
typedef struct
{
  const JpDossier *dossier;
  const JpFinding *finding;
} Item;

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const Item *left = a, *right = b;
  int order = g_strcmp0 (left->dossier->district, right->dossier->district);

  if (order == 0)
    order = g_strcmp0 (left->dossier->name, right->dossier->name);
  if (order == 0)
    order = (left->finding->number > right->finding->number) - (left->finding->number < right->finding->number);
  return order;
}

/* The findings of the year, of one cluster or of all that the report is about. */
static GArray *
items_of (const JpReportSource *source, const JpDossier *dossier)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (Item));

  for (guint i = 0; i < source->dossiers->len; i++)
    {
      const JpDossier *each = g_ptr_array_index (source->dossiers, i);

      if (dossier != NULL ? each != dossier : !jp_report_source_takes (source, each))
        continue;
      for (guint f = 0; f < each->findings->len; f++)
        {
          Item item = { each, g_ptr_array_index (each->findings, f) };

          if (item.finding->year == source->year)
            g_array_append_val (items, item);
        }
    }
  g_array_sort (items, compare_items);

  return items;
}

static const char *
progress_of (const JpFinding *finding)
{
  if (!jp_finding_is_open (finding))
    return "已销号";

  return finding->measured != JP_DATE_NONE ? "已整改，待确认" : "整改中";
}

static char *
confirmation_of (JpDate day, const char *person)
{
  g_autofree char *text = NULL;

  if (day == JP_DATE_NONE)
    return g_strdup ("未确认");

  text = jp_date_to_chinese (day);
  return g_strdup_printf ("%s确认（%s）", text, person != NULL ? person : "—");
}

/* Where the finding came from, as a letter says it. */
static char *
source_of (const JpDossier *dossier, const JpFinding *finding)
{
  for (guint i = 0; i < dossier->audits->len; i++)
    {
      const JpAudit *audit = g_ptr_array_index (dossier->audits, i);

      if (finding->source != NULL && g_strcmp0 (audit->id, finding->source) == 0)
        return g_strdup_printf ("%s专项审计", audit->auditor != NULL ? audit->auditor : "");
    }
  for (guint i = 0; i < dossier->inspections->len; i++)
    {
      const JpInspection *inspection = g_ptr_array_index (dossier->inspections, i);

      if (finding->source != NULL && g_strcmp0 (inspection->id, finding->source) == 0)
        {
          g_autofree char *day = jp_date_to_chinese (inspection->date);
          return g_strdup_printf ("%s监督检查", day);
        }
    }

  return g_strdup ("监督检查");
}

/* The names of the files kept as evidence, or NULL. */
static char *
evidence_of (const JpReportSource *source, const Item *item)
{
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (source->selection.store != NULL)
    files = jp_store_load_attachments (source->selection.store, item->dossier->id, NULL);
  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      const JpAttachment *file = g_ptr_array_index (files, i);

      if (g_strcmp0 (file->subject, "finding") == 0 && g_strcmp0 (file->subject_id, item->finding->id) == 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "、" : "", file->name);
    }

  return text->len > 0 ? g_strdup (text->str) : NULL;
}

static void
add_item_facts (JsonBuilder *facts, const Item *item)
{
  const JpFinding *finding = item->finding;

  jp_facts_text (facts, "id", item->dossier->id);
  jp_facts_text (facts, "cluster", item->dossier->name);
  jp_facts_int (facts, "number", finding->number);
  jp_facts_date (facts, "opened", finding->opened);
  jp_facts_money (facts, "amount", finding->amount);
  jp_facts_text (facts, "matter", finding->matter);
  jp_facts_text (facts, "basis", finding->basis);
  jp_facts_date (facts, "due", finding->due);
  jp_facts_text (facts, "measure", finding->measure);
  jp_facts_date (facts, "measured", finding->measured);
  jp_facts_date (facts, "district", finding->confirmed_district);
  jp_facts_date (facts, "city", finding->confirmed_city);
}

static char *
notice_facts (const JpReportSource *source, const Item *item, const char *evidence)
{
  JsonBuilder *facts = jp_facts_new ("rectification");

  jp_facts_int (facts, "year", source->year);
  add_item_facts (facts, item);
  jp_facts_text (facts, "evidence", evidence);
  return jp_facts_finish (facts);
}

/* What people wrote, as a sentence of a letter. */
static void
add_sentence (JpPaper *paper, const char *text)
{
  static const char * const ends[] = { "。", "！", "？", "；" };
  g_autofree char *sentence = NULL;

  if (text == NULL || *text == '\0')
    text = "—";
  for (guint i = 0; i < G_N_ELEMENTS (ends) && sentence == NULL; i++)
    if (g_str_has_suffix (text, ends[i]))
      sentence = g_strdup (text);
  if (sentence == NULL)
    sentence = g_strconcat (text, "。", NULL);
  jp_paper_add_body (paper, sentence);
}

static void
add_matter (JpPaper *paper, const Item *item)
{
  const JpFinding *finding = item->finding;
  g_autofree char *origin = source_of (item->dossier, finding);
  g_autofree char *opened = jp_date_to_chinese (finding->opened);
  g_autofree char *lead = g_strdup_printf ("经%s，发现你单位运营的%s存在下列问题，已于%s登记挂号，现通知你单位限期整改。",
                                           origin, item->dossier->name, opened);

  jp_paper_add_body (paper, lead);
  jp_paper_add_heading (paper, "一、存在问题");
  add_sentence (paper, finding->matter);
  if (finding->amount > 0)
    {
      g_autofree char *yuan = jp_units_to_grouped (finding->amount, 2);
      g_autofree char *capitals = jp_money_to_capitals (finding->amount);
      g_autofree char *text = g_strdup_printf ("涉及金额%s元（人民币%s）。", yuan, capitals);

      jp_paper_add_body (paper, text);
    }
  if (finding->basis != NULL && *finding->basis != '\0')
    {
      g_autofree char *text = g_strdup_printf ("依据：%s。", finding->basis);

      jp_paper_add_body (paper, text);
    }
}

static void
add_demand (JpPaper *paper, const JpFinding *finding)
{
  g_autofree char *due = jp_date_to_chinese (finding->due);
  g_autofree char *text = g_strdup_printf ("请于%s前（含当日）完成整改，并将整改情况和佐证材料报所在区主管部门。"
                                           "整改经区、市两级确认后销号；未销号的，暂停拨付后续支持资金。", due);

  jp_paper_add_heading (paper, "二、整改要求");
  jp_paper_add_body (paper, text);
}

static void
add_progress (JpPaper *paper, const JpFinding *finding, const char *evidence)
{
  g_autofree char *measured = NULL;
  g_autofree char *district = confirmation_of (finding->confirmed_district, finding->confirmed_district_by);
  g_autofree char *city = confirmation_of (finding->confirmed_city, finding->confirmed_city_by);
  g_autofree char *done = NULL;
  g_autofree char *files = g_strdup_printf ("佐证材料：%s。", evidence != NULL ? evidence : "未附");
  g_autofree char *confirmed = g_strdup_printf ("区：%s；市：%s。", district, city);

  if (finding->measured == JP_DATE_NONE)
    return;

  measured = jp_date_to_chinese (finding->measured);
  done = g_strdup_printf ("%s完成整改：%s", measured, finding->measure);
  jp_paper_add_heading (paper, "三、整改与确认情况");
  add_sentence (paper, done);
  jp_paper_add_body (paper, files);
  jp_paper_add_body (paper, confirmed);
}

static JpPaper *
make_notice (const JpReportSource *source, const Item *item)
{
  const JpPack *pack = jp_report_source_pack (source);
  const char *operator = jp_operator_on (item->dossier, item->finding->opened);
  g_autofree char *evidence = evidence_of (source, item);
  g_autofree char *title = g_strdup_printf ("%s整改通知书（%d年第%u号）", item->dossier->name, source->year,
                                            item->finding->number);
  g_autofree char *number = g_strdup_printf ("〔%d〕第%u号", source->year, item->finding->number);
  g_autofree char *address = g_strdup_printf ("%s：", operator != NULL ? operator : "运营单位");
  g_autofree char *facts = notice_facts (source, item, evidence);
  JpPaper *paper = jp_report_source_paper (source, &JP_SHEET_LETTER, title);

  jp_paper_set_facts (paper, facts);
  jp_form_feet (paper, &source->context, pack, pack != NULL ? pack->audit_article : NULL);
  jp_paper_add_title (paper, "整改通知书");
  jp_paper_add_subtitle (paper, number);
  jp_letter_space (paper, 1);
  jp_letter_address (paper, address);
  add_matter (paper, item);
  add_demand (paper, item->finding);
  add_progress (paper, item->finding, evidence);
  jp_letter_close (paper, jp_paper_get_author (paper), item->finding->opened);
  return paper;
}

static void
add_row (JpTable *table, const Item *item, const JpPack *pack)
{
  const JpFinding *finding = item->finding;
  g_autofree char *district = confirmation_of (finding->confirmed_district, finding->confirmed_district_by);
  g_autofree char *city = confirmation_of (finding->confirmed_city, finding->confirmed_city_by);

  jp_table_row (table, JP_ROW_BODY);
  jp_form_count (table, finding->number);
  jp_form_plain (table, item->dossier->name);
  jp_form_centred (table, jp_words_district (pack, item->dossier->district));
  jp_form_plain (table, finding->matter);
  jp_form_yuan (table, finding->amount);
  jp_form_plain (table, finding->basis);
  jp_form_date (table, finding->due);
  jp_form_plain (table, finding->measure);
  jp_form_plain (table, district);
  jp_form_plain (table, city);
  jp_form_plain (table, progress_of (finding));
}

static void
add_ledger (JpPaper *paper, GArray *items, guint n_closed, const JpPack *pack)
{
  static const double widths[] = { 11, 35, 15, 33, 23, 19, 27, 32, 27, 27, 18 };
  static const char * const heads[] = { "编号", "集群名称", "区", "问题", "涉及金额（元）", "依据", "整改期限", "整改情况",
                                        "区确认", "市确认", "状态", NULL };
  JpTable *table = jp_form_table (widths, G_N_ELEMENTS (widths));
  g_autofree char *rate = jp_words_share (n_closed, items->len);
  g_autofree char *text = g_strdup_printf ("共%u项，已销号%u项，整改率%s", items->len, n_closed, rate);
  JpMoney sum = 0;

  jp_form_labels (table, heads);
  for (guint i = 0; i < items->len; i++)
    {
      const Item *item = &g_array_index (items, Item, i);

      add_row (table, item, pack);
      sum += item->finding->amount;
    }
  jp_table_row (table, JP_ROW_TOTAL);
  jp_form_head (table, "合　计", 4, 1);
  jp_form_yuan (table, sum);
  jp_form_wide (table, text, 6);
  jp_paper_add (paper, jp_table_block (table));
}

static char *
ledger_facts (const JpReportSource *source, GArray *items)
{
  JsonBuilder *facts = jp_report_source_facts (source);

  jp_facts_int (facts, "year", source->year);
  jp_facts_list (facts, "findings");
  for (guint i = 0; i < items->len; i++)
    {
      jp_facts_item (facts);
      add_item_facts (facts, &g_array_index (items, Item, i));
      json_builder_end_object (facts);
    }
  json_builder_end_array (facts);

  return jp_facts_finish (facts);
}

static JpPaper *
make_ledger (const JpReportSource *source, GArray *items)
{
  const JpPack *pack = jp_report_source_pack (source);
  g_autofree char *title = g_strdup_printf ("%d年度整改台账", source->year);
  g_autofree char *facts = ledger_facts (source, items);
  JpPaper *paper = jp_report_source_paper (source, &JP_SHEET_LEDGER, title);
  guint n_closed = 0;

  for (guint i = 0; i < items->len; i++)
    n_closed += jp_finding_is_open (g_array_index (items, Item, i).finding) ? 0 : 1;

  jp_paper_set_facts (paper, facts);
  jp_form_feet (paper, &source->context, pack, pack != NULL ? pack->audit_article : NULL);
  jp_paper_add_title (paper, title);
  jp_form_note (paper, "挂号—整改—销号；区、市两级均确认后销号", JP_ALIGN_RIGHT);
  add_ledger (paper, items, n_closed, pack);
  return paper;
}

/* Of a cluster its notices, one a finding; of all clusters the ledger of the year. */
JpPaper *
jp_rectification_paper_make (JpReportSource *source, const JpDossier *dossier, guint index)
{
  g_autoptr (GArray) items = items_of (source, dossier);

  if (dossier != NULL)
    return index < items->len ? make_notice (source, &g_array_index (items, Item, index)) : NULL;

  return index == 0 && items->len > 0 ? make_ledger (source, items) : NULL;
}
