/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 拟拨付资金公示: an official letter by GB/T 9704, one for each day on which cases were publicised, and one for those the
 * city has passed and nobody has publicised yet (第十五条). */

#include "jp-facts.h"
#include "jp-form.h"
#include "jp-letter.h"
#include "jp-paper-words.h"
#include "jp-report-private.h"

typedef struct
{
  const JpDossier *dossier;
  guint            ordinal;
  JpMoney          amount;
} Item;

typedef struct
{
  JpDate        first, last;
  gboolean      provisional;
  gboolean      published; /* else the days are what they would be */
  const JpPack *pack;
  GArray       *items; /* of Item */
  JpMoney       sum;
} Batch;

static Batch *
find_batch (GPtrArray *batches, JpDate first, gboolean published)
{
  for (guint i = 0; i < batches->len; i++)
    {
      Batch *batch = g_ptr_array_index (batches, i);

      if (batch->published == published && (!published || batch->first == first))
        return batch;
    }

  return NULL;
}

static void
free_batch (gpointer data)
{
  Batch *batch = data;

  g_array_unref (batch->items);
  g_free (batch);
}

static void
count_case (GPtrArray *batches, const JpReportSource *source, const JpDossier *dossier, const JpFundCase *fund_case)
{
  gboolean published = fund_case->publicity_first != JP_DATE_NONE;
  JpDate chosen = source->selection.options.first_day;
  JpDate first = published ? fund_case->publicity_first : chosen != JP_DATE_NONE ? chosen : source->context.today;
  Batch *batch = find_batch (batches, first, published);
  Item item = { dossier, fund_case->ordinal, fund_case->state == JP_CASE_PAID ? fund_case->paid : fund_case->entitled };

  if (batch == NULL)
    {
      batch = g_new0 (Batch, 1);
      batch->first = first;
      batch->published = published;
      batch->pack = fund_case->pack;
      batch->items = g_array_new (FALSE, FALSE, sizeof (Item));
      batch->last = fund_case->publicity_last;
      batch->provisional = fund_case->publicity_provisional;
      if (!published)
        batch->last = jp_holidays_nth_workday (source->context.holidays, first, fund_case->pack->publicity_days,
                                               fund_case->pack->publicity_counts_first_day, &batch->provisional);
      g_ptr_array_add (batches, batch);
    }
  g_array_append_val (batch->items, item);
  batch->sum += item.amount;
}

static gboolean
is_to_be_listed (const JpFundCase *fund_case)
{
  return fund_case->entitled != JP_MONEY_UNKNOWN && fund_case->entitled > 0 &&
         (fund_case->publicity_first != JP_DATE_NONE || fund_case->state == JP_CASE_CITY);
}

static int
compare_batches (gconstpointer a, gconstpointer b)
{
  const Batch *left = *(const Batch * const *) a, *right = *(const Batch * const *) b;

  if (left->published != right->published)
    return left->published ? -1 : 1;
  return (left->first > right->first) - (left->first < right->first);
}

static GPtrArray *
batches_of (const JpReportSource *source)
{
  GPtrArray *batches = g_ptr_array_new_with_free_func (free_batch);

  for (guint i = 0; i < source->dossiers->len; i++)
    {
      const JpDossier *dossier = g_ptr_array_index (source->dossiers, i);
      int start = jp_funding_start (dossier, &source->context, NULL);
      g_auto (JpFundCase) fund_case = { 0 };

      if (!jp_report_source_takes (source, dossier) || start == 0 || source->year < start ||
          source->year >= start + (int) jp_funding_n_years (dossier, &source->context))
        continue;
      jp_fund_case_init (&fund_case, dossier, &source->context, (guint) (source->year - start) + 1);
      if (is_to_be_listed (&fund_case))
        count_case (batches, source, dossier, &fund_case);
    }
  g_ptr_array_sort (batches, compare_batches);

  return batches;
}

static void
add_reason (JpPaper *paper, const Batch *batch, int fiscal_year)
{
  g_autofree char *sum = jp_words_amount (batch->sum);
  g_autofree char *document = batch->pack->document != NULL ? g_strdup_printf ("（%s）", batch->pack->document)
                                                            : g_strdup ("");
  g_autofree char *text = NULL;

  text = g_strdup_printf ("根据《%s》%s%s、%s规定，经区级初审、市级审核，%d年度拟拨付下列%u个集群支持资金共计%s，现予公示。",
                          batch->pack->title, document, batch->pack->funding_article, batch->pack->publicity_article,
                          fiscal_year, batch->items->len, sum);
  jp_paper_add_body (paper, text);
}

static void
add_table (JpPaper *paper, const Batch *batch, const JpContext *context)
{
  static const double widths[] = { 11, 52, 43, 21, 29 };
  static const char * const heads[] = { "序号", "集群名称", "运营单位", "支持年度", "金额（万元）", NULL };
  JpTable *table = jp_table_new (widths, G_N_ELEMENTS (widths), (JpTextStyle) { JP_FONT_FANGSONG, 12 }, 17);

  jp_table_set_padding (table, 3, 2);
  jp_form_labels (table, heads);
  for (guint i = 0; i < batch->items->len; i++)
    {
      const Item *item = &g_array_index (batch->items, Item, i);
      g_autofree char *ordinal = jp_words_ordinal (item->ordinal);
      g_autofree char *support = g_strdup_printf ("第%s年", ordinal);

      jp_table_row (table, JP_ROW_BODY);
      jp_form_count (table, i + 1);
      jp_form_plain (table, item->dossier->name);
      jp_form_plain (table, jp_operator_on (item->dossier, MIN (batch->first, context->today)));
      jp_form_centred (table, support);
      jp_form_wan (table, item->amount);
    }
  jp_table_row (table, JP_ROW_TOTAL);
  jp_form_head (table, "合　计", 4, 1);
  jp_form_wan (table, batch->sum);
  jp_paper_add (paper, jp_table_block (table));
}

static void
add_period (JpPaper *paper, const Batch *batch)
{
  g_autofree char *first = jp_date_to_chinese (batch->first);
  g_autofree char *last = jp_date_to_chinese (batch->last);
  g_autofree char *text = g_strdup_printf ("公示时间：%s至%s，共%u个工作日（%s%s）。", first, last,
                                           batch->pack->publicity_days,
                                           batch->pack->publicity_counts_first_day ? "公示首日为工作日的计入"
                                                                                   : "自公示首日的次日起算",
                                           batch->provisional ? "；所涉年份节假日安排尚未公布，截止日为暂估" : "");

  jp_paper_add_body (paper, text);
}

static void
add_appeal (JpPaper *paper, const char *contact)
{
  g_autofree char *text = g_strdup_printf ("联系人及电话：%s", contact != NULL && *contact != '\0'
                                                                 ? contact : "＿＿＿＿＿＿＿＿＿＿＿＿");

  jp_paper_add_body (paper, "公示期间，对公示内容有异议的单位和个人，请以书面形式实名向我局反映，并注明联系方式。");
  jp_paper_add_body (paper, text);
}

static char *
facts_of (const JpReportSource *source, const Batch *batch)
{
  JsonBuilder *facts = jp_report_source_facts (source);

  jp_facts_int (facts, "fiscalYear", source->year);
  jp_facts_date (facts, "from", batch->published ? batch->first : JP_DATE_NONE);
  jp_facts_date (facts, "to", batch->published ? batch->last : JP_DATE_NONE);
  jp_facts_bool (facts, "countsFirstDay", batch->pack->publicity_counts_first_day);
  jp_facts_list (facts, "clusters");
  for (guint i = 0; i < batch->items->len; i++)
    {
      const Item *item = &g_array_index (batch->items, Item, i);

      jp_facts_item (facts);
      jp_facts_text (facts, "id", item->dossier->id);
      jp_facts_text (facts, "cluster", item->dossier->name);
      jp_facts_int (facts, "ordinal", item->ordinal);
      jp_facts_money (facts, "amount", item->amount);
      json_builder_end_object (facts);
    }
  json_builder_end_array (facts);
  jp_facts_money (facts, "sum", batch->sum);

  return jp_facts_finish (facts);
}

JpPaper *
jp_notice_paper_make (JpReportSource *source, const JpDossier *dossier, guint index)
{
  g_autoptr (GPtrArray) batches = batches_of (source);
  const Batch *batch = index < batches->len ? g_ptr_array_index (batches, index) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *facts = NULL;
  g_autofree char *articles = NULL;
  JpPaper *paper;

  if (batch == NULL)
    return NULL;

  title = g_strdup_printf ("关于拟拨付%d年度中小企业特色产业集群支持资金的公示", source->year);
  facts = facts_of (source, batch);
  articles = g_strdup_printf ("%s（金额），%s（公示）", batch->pack->funding_article, batch->pack->publicity_article);
  paper = jp_report_source_paper (source, &JP_SHEET_LETTER, title);
  jp_paper_set_facts (paper, facts);
  jp_form_feet (paper, &source->context, batch->pack, articles);

  jp_paper_add_title (paper, title);
  jp_letter_space (paper, 1);
  add_reason (paper, batch, source->year);
  add_table (paper, batch, &source->context);
  add_period (paper, batch);
  add_appeal (paper, source->selection.options.contact);
  jp_letter_close (paper, batch->pack->city_office, batch->first);
  return paper;
}
