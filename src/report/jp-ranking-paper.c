/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 年度考核结果汇总表: all clusters of a year by score, and the averages of the districts (第十条, 第十三条). */

#include "jp-facts.h"
#include "jp-form.h"
#include "jp-paper-words.h"
#include "jp-report-private.h"

/* Confirmed ones by total, then those not yet confirmed, then the vetoed; clusters of one total by name, as given. */
static int
standing_of (const JpResult *result)
{
  return result->vetoed ? 2 : result->state == JP_ASSESSMENT_CONFIRMED ? 0 : 1;
}

static int
compare_results (gconstpointer a, gconstpointer b)
{
  const JpResult *left = *(const JpResult * const *) a, *right = *(const JpResult * const *) b;
  int order = standing_of (left) - standing_of (right);

  return order != 0 ? order : (left->total < right->total) - (left->total > right->total);
}

/* The results the table lists, of those the report is about. */
static GPtrArray *
listed_results (JpReportSource *source)
{
  GPtrArray *results = jp_report_source_results (source);
  GPtrArray *listed = g_ptr_array_new ();

  for (guint i = 0; i < results->len; i++)
    {
      JpResult *result = g_ptr_array_index (results, i);

      if (result->due && result->pack != NULL && jp_report_source_takes (source, result->dossier))
        g_ptr_array_add (listed, result);
    }
  g_ptr_array_sort (listed, compare_results);
  return listed;
}

static char *
vetoes_of (const JpResult *result)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < result->vetoes->len; i++)
    {
      const JpVeto *veto = g_ptr_array_index (result->vetoes, i);

      if (veto->state == JP_VETO_STANDS)
        g_string_append (text, veto->rule->number);
    }

  return g_string_free (text, FALSE);
}

static char *
band_of (const JpResult *result)
{
  if (result->vetoed)
    return g_strdup ("否决");
  if (result->band == NULL)
    return g_strdup ("未定");

  return jp_words_band (result->band->from, result->band_to);
}

/* 60.00, or between what and what while something is missing. */
static void
add_amount (JpTable *table, const JpResult *result)
{
  g_autofree char *least = NULL;
  g_autofree char *most = NULL;
  g_autofree char *text = NULL;

  if (!result->involves_money)
    {
      jp_form_centred (table, "不涉及");
      return;
    }
  if (result->least == result->most_amount)
    {
      jp_form_wan (table, result->least);
      return;
    }

  least = jp_money_to_wan (result->least);
  most = jp_money_to_wan (result->most_amount);
  text = g_strdup_printf ("%s—%s", least, most);
  jp_form_number (table, text);
}

static void
add_result (JpTable *table, const JpResult *result, const JpRank *rank, const JpPack *pack)
{
  g_autofree char *vetoes = vetoes_of (result);
  g_autofree char *band = band_of (result);

  jp_table_row (table, JP_ROW_BODY);
  if (rank->rank > 0)
    jp_form_count (table, rank->rank);
  else
    jp_form_centred (table, "—");
  jp_form_plain (table, result->dossier->name);
  jp_form_centred (table, jp_words_district (result->pack, result->dossier->district));
  for (guint i = 0; i < pack->n_indicators; i++)
    jp_form_points (table, result->pack == pack ? result->points[i].standing : JP_POINTS_UNKNOWN);
  jp_form_points (table, result->total);
  jp_form_centred (table, jp_assessment_state_name (result->state));
  jp_table_cell (table, (JpTableCell) { .text = band, .align = JP_ALIGN_CENTRE });
  jp_form_centred (table, *vetoes != '\0' ? vetoes : "无");
  add_amount (table, result);
}

static void
add_heads (JpTable *table, const JpPack *pack, int year)
{
  g_autofree char *amount = g_strdup_printf ("%d财年支持资金（万元）", year + 1);

  jp_table_row (table, JP_ROW_HEADER);
  jp_form_head (table, "名次", 1, 2);
  jp_form_head (table, "集群名称", 1, 2);
  jp_form_head (table, "区", 1, 2);
  jp_form_head (table, "各指标得分（括号内为权重）", pack->n_indicators, 1);
  jp_form_head (table, "总分", 1, 2);
  jp_form_head (table, "状态", 1, 2);
  jp_form_head (table, "档次", 1, 2);
  jp_form_head (table, "否决", 1, 2);
  jp_form_head (table, amount, 1, 2);
  jp_table_row (table, JP_ROW_HEADER);
  for (guint i = 0; i < pack->n_indicators; i++)
    {
      g_autofree char *weight = jp_words_bound (pack->indicators[i].weight);
      g_autofree char *head = g_strdup_printf ("%s（%s）", pack->indicators[i].name, weight);

      jp_table_cell (table, (JpTableCell) { .text = head, .strong = TRUE, .align = JP_ALIGN_CENTRE, .size = 9 });
    }
}

/* What is certain: amounts of results not yet confirmed do not count. */
static JpMoney
sum_of_amounts (GPtrArray *results, const char *district)
{
  JpMoney sum = 0;

  for (guint i = 0; i < results->len; i++)
    {
      const JpResult *result = g_ptr_array_index (results, i);

      if (result->state == JP_ASSESSMENT_CONFIRMED && result->amount != JP_MONEY_UNKNOWN &&
          (district == NULL || g_strcmp0 (result->dossier->district, district) == 0))
        sum += result->amount;
    }

  return sum;
}

static void
add_list (JpPaper *paper, JpReportSource *source, GPtrArray *listed, const JpPack *pack)
{
  guint n = pack->n_indicators + 8, column = 0;
  g_autofree double *widths = g_new (double, n);
  JpTable *table;

  widths[column++] = 11;
  widths[column++] = 48;
  widths[column++] = 15;
  for (guint i = 0; i < pack->n_indicators; i++)
    widths[column++] = 105.0 / pack->n_indicators;
  widths[column++] = 15;
  widths[column++] = 17;
  widths[column++] = 23;
  widths[column++] = 13;
  widths[column++] = 23;
  table = jp_form_table (widths, n);
  add_heads (table, pack, source->year);
  for (guint i = 0; i < listed->len; i++)
    {
      const JpResult *result = g_ptr_array_index (listed, i);
      JpRank rank = { 0 };

      if (jp_report_source_is_city (source))
        rank = jp_result_rank (result, jp_report_source_results (source));
      add_result (table, result, &rank, pack);
    }

  jp_table_row (table, JP_ROW_TOTAL);
  jp_form_head (table, "合　计（已确认）", n - 1, 1);
  jp_form_wan (table, sum_of_amounts (listed, NULL));
  jp_form_note (paper, "单位：分", JP_ALIGN_RIGHT);
  jp_paper_add (paper, jp_table_block (table));
}

typedef struct
{
  const char *code;
  guint       due, confirmed, vetoed;
} District;

static GArray *
districts_of (GPtrArray *listed)
{
  GArray *districts = g_array_new (FALSE, TRUE, sizeof (District));

  for (guint i = 0; i < listed->len; i++)
    {
      const JpResult *result = g_ptr_array_index (listed, i);
      District *district = NULL;

      for (guint d = 0; d < districts->len && district == NULL; d++)
        if (g_strcmp0 (g_array_index (districts, District, d).code, result->dossier->district) == 0)
          district = &g_array_index (districts, District, d);
      if (district == NULL)
        {
          District fresh = { .code = result->dossier->district };

          g_array_append_val (districts, fresh);
          district = &g_array_index (districts, District, districts->len - 1);
        }
      district->due++;
      district->confirmed += result->state == JP_ASSESSMENT_CONFIRMED ? 1 : 0;
      district->vetoed += result->vetoed ? 1 : 0;
    }

  return districts;
}

static int
compare_districts (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (((const District *) a)->code, ((const District *) b)->code);
}

static void
add_district (JpTable *table, GPtrArray *listed, const District *district, const char *name)
{
  guint counted;
  int average = jp_results_average (listed, district->code, &counted);

  if (district->code != NULL)
    jp_form_centred (table, name);
  else
    jp_form_label (table, name);
  jp_form_count (table, district->due);
  jp_form_count (table, district->confirmed);
  jp_form_count (table, district->vetoed);
  jp_form_count (table, counted);
  jp_form_points (table, average);
  jp_form_wan (table, sum_of_amounts (listed, district->code));
}

static void
add_districts (JpPaper *paper, GPtrArray *listed, const JpPack *pack)
{
  static const double widths[] = { 40, 30, 30, 30, 40, 40, 47 };
  static const char * const heads[] = { "区", "应考核（个）", "已确认（个）", "被否决（个）", "计入平均（个）", "平均分",
                                        "已确认资金（万元）", NULL };
  g_autoptr (GArray) districts = districts_of (listed);
  JpTable *table = jp_form_table (widths, G_N_ELEMENTS (widths));
  District all = { 0 };

  g_array_sort (districts, compare_districts);
  jp_table_keep (table);
  jp_form_labels (table, heads);
  for (guint i = 0; i < districts->len; i++)
    {
      const District *district = &g_array_index (districts, District, i);

      jp_table_row (table, JP_ROW_BODY);
      add_district (table, listed, district, jp_words_district (pack, district->code));
      all.due += district->due;
      all.confirmed += district->confirmed;
      all.vetoed += district->vetoed;
    }
  jp_table_row (table, JP_ROW_TOTAL);
  add_district (table, listed, &all, "合　计");

  jp_paper_add_heading (paper, "各区平均");
  jp_paper_add (paper, jp_table_block (table));
}

static void
add_facts (JsonBuilder *facts, const JpResult *result, const JpRank *rank)
{
  g_autofree char *vetoes = vetoes_of (result);

  jp_facts_item (facts);
  jp_facts_text (facts, "id", result->dossier->id);
  jp_facts_text (facts, "cluster", result->dossier->name);
  jp_facts_text (facts, "district", result->dossier->district);
  jp_facts_text (facts, "state", jp_assessment_state_id (result->state));
  jp_facts_list (facts, "points");
  for (guint i = 0; i < result->pack->n_indicators; i++)
    {
      jp_facts_item (facts);
      jp_facts_text (facts, "id", result->pack->indicators[i].id);
      jp_facts_points (facts, "points", result->points[i].standing);
      json_builder_end_object (facts);
    }
  json_builder_end_array (facts);
  jp_facts_points (facts, "total", result->total);
  jp_facts_int (facts, "rank", rank->rank);
  jp_facts_points (facts, "bandFrom", result->band != NULL ? result->band->from : -1);
  jp_facts_text (facts, "vetoes", vetoes);
  jp_facts_bool (facts, "money", result->involves_money);
  jp_facts_money (facts, "amount", result->amount);
  jp_facts_money (facts, "least", result->least);
  jp_facts_money (facts, "mostAmount", result->most_amount);
  json_builder_end_object (facts);
}

static char *
facts_of (JpReportSource *source, GPtrArray *listed, const JpPack *pack)
{
  JsonBuilder *facts = jp_report_source_facts (source);

  jp_facts_int (facts, "year", source->year);
  jp_facts_text (facts, "pack", pack->id);
  jp_facts_int (facts, "packVersion", pack->version);
  jp_facts_bool (facts, "packConfirmed", jp_pack_set_confirmed (source->context.packs, pack));
  jp_facts_list (facts, "clusters");
  for (guint i = 0; i < listed->len; i++)
    {
      const JpResult *result = g_ptr_array_index (listed, i);
      JpRank rank = { 0 };

      if (jp_report_source_is_city (source))
        rank = jp_result_rank (result, jp_report_source_results (source));
      add_facts (facts, result, &rank);
    }
  json_builder_end_array (facts);

  return jp_facts_finish (facts);
}

static char *
articles_of (const JpPack *pack)
{
  return pack->funding_article != NULL
           ? g_strdup_printf ("%s（考核），%s（档次与金额）", pack->assessment_article, pack->funding_article)
           : g_strdup_printf ("%s（考核）", pack->assessment_article);
}

/* What the numbers at the foot of the list rest on. */
static void
add_notes (JpPaper *paper, JpReportSource *source, GPtrArray *listed)
{
  g_autofree char *median = NULL;
  g_autofree char *text = NULL;
  JpRank rank = jp_result_rank (g_ptr_array_index (listed, 0), jp_report_source_results (source));

  if (!jp_report_source_is_city (source))
    {
      jp_form_note (paper, "注：名次由市级汇总后产生；未确认的为暂定结果。", JP_ALIGN_LEFT);
      return;
    }

  if (rank.of == 0)
    {
      jp_form_note (paper, "注：尚无已确认且未被否决的集群，均为暂定结果。", JP_ALIGN_LEFT);
      return;
    }

  median = jp_words_points (rank.median);
  text = g_strdup_printf ("注：名次、中位数和平均分只计已确认且未被否决的%u个集群，中位数%s分；未确认的为暂定结果。",
                          rank.of, median);
  jp_form_note (paper, text, JP_ALIGN_LEFT);
}

JpPaper *
jp_ranking_paper_make (JpReportSource *source, const JpDossier *dossier, guint index)
{
  g_autoptr (GPtrArray) listed = index == 0 ? listed_results (source) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *facts = NULL;
  g_autofree char *articles = NULL;
  const JpPack *pack;
  JpPaper *paper;

  if (listed == NULL || listed->len == 0)
    return NULL;

  pack = ((const JpResult *) g_ptr_array_index (listed, 0))->pack;
  title = jp_report_source_title (source);
  facts = facts_of (source, listed, pack);
  articles = articles_of (pack);
  paper = jp_report_source_paper (source, &JP_SHEET_LEDGER, title);
  jp_paper_set_facts (paper, facts);
  jp_form_feet (paper, &source->context, pack, articles);

  jp_paper_add_title (paper, title);
  add_list (paper, source, listed, pack);
  add_notes (paper, source, listed);
  add_districts (paper, listed, pack);
  return paper;
}
