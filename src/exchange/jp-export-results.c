/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-export-private.h"

#include "jp-fund-case.h"
#include "jp-result.h"

#define N_ASSESSMENT_COLUMNS 13

static void
assessment_columns (JpExportColumns *columns, const JpContext *context)
{
  const JpPack *pack = jp_pack_set_on (context->packs, context->today);

  jp_export_columns_add (columns, "集群名称", NULL, JP_OUT_TEXT, 0, FALSE, 40);
  jp_export_columns_add (columns, "区县", NULL, JP_OUT_TEXT, 0, FALSE, 10);
  jp_export_columns_add (columns, "年度", NULL, JP_OUT_NUMBER, 0, FALSE, 8);
  jp_export_columns_add (columns, "状态", NULL, JP_OUT_TEXT, 0, FALSE, 14);
  jp_export_columns_add (columns, "总分", NULL, JP_OUT_NUMBER, 2, FALSE, 10);
  jp_export_columns_add (columns, "未得分指标", NULL, JP_OUT_TEXT, 0, FALSE, 30);
  jp_export_columns_add (columns, "一票否决", NULL, JP_OUT_TEXT, 0, FALSE, 30);
  jp_export_columns_add (columns, "档次下限", "分", JP_OUT_NUMBER, 2, FALSE, 12);
  jp_export_columns_add (columns, "财政年度", NULL, JP_OUT_NUMBER, 0, FALSE, 10);
  jp_export_columns_add (columns, "对应资金", "万元", JP_OUT_NUMBER, 2, TRUE, 14);
  jp_export_columns_add (columns, "评分标准", NULL, JP_OUT_TEXT, 0, FALSE, 18);
  jp_export_columns_add (columns, "确认日期", NULL, JP_OUT_DATE, 0, FALSE, 13);
  jp_export_columns_add (columns, "确认人", NULL, JP_OUT_TEXT, 0, FALSE, 12);
  for (guint i = 0; i < pack->n_indicators; i++)
    jp_export_columns_add (columns, pack->indicators[i].name, "分", JP_OUT_NUMBER, 2, FALSE, 14);
}

static char *
points_text (int points)
{
  return points >= 0 ? jp_units_to_string (points, 2) : NULL;
}

/* The names of the indicators without points, or of the vetoes, as one text. */
static char *
missing_text (const JpResult *result)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < result->missing->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "、" : "",
                            result->pack->indicators[g_array_index (result->missing, guint, i)].name);

  return g_string_free (text, text->len == 0);
}

static char *
veto_text (const JpResult *result)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < result->vetoes->len; i++)
    {
      const JpVeto *veto = g_ptr_array_index (result->vetoes, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "；" : "", veto->evidence);
    }

  return g_string_free (text, text->len == 0);
}

/* The standing points of each indicator of today's pack, where the assessment's pack has it too. */
static void
add_points (const JpResult *result, const JpPack *pack, char **values)
{
  for (guint i = 0; i < pack->n_indicators; i++)
    {
      int index = result->pack != NULL ? jp_pack_find_indicator (result->pack, pack->indicators[i].id) : -1;

      values[i] = index >= 0 ? points_text (result->points[index].standing) : NULL;
    }
}

static void
assessment_rows (JpOutTable *table, const JpDossier *dossier, const JpContext *context)
{
  const JpPack *pack = jp_pack_set_on (context->packs, context->today);
  guint n_values = N_ASSESSMENT_COLUMNS + pack->n_indicators;
  g_autofree char **values = g_new0 (char *, n_values);

  for (guint i = 0; i < dossier->assessments->len; i++)
    {
      const JpAssessment *assessment = g_ptr_array_index (dossier->assessments, i);
      g_autoptr (JpResult) result = jp_result_new (dossier, context, assessment->year);
      gboolean banded = result->band != NULL, paid = result->involves_money && result->amount != JP_MONEY_UNKNOWN;

      values[0] = g_strdup (dossier->name);
      values[1] = jp_export_district (context, dossier->district);
      values[2] = jp_export_year (assessment->year);
      values[3] = g_strdup (jp_assessment_state_name (result->state));
      values[4] = points_text (result->total);
      values[5] = result->pack != NULL ? missing_text (result) : NULL;
      values[6] = veto_text (result);
      values[7] = banded ? points_text (result->band->from) : NULL;
      values[8] = result->involves_money ? jp_export_year (result->next_fiscal_year) : NULL;
      values[9] = paid ? jp_money_to_wan (result->amount) : NULL;
      values[10] = g_strdup (result->pack_confirmed ? "已核定" : "未核定");
      values[11] = jp_export_date (assessment->confirmed_on);
      values[12] = jp_export_text (assessment->confirmed_by);
      add_points (result, pack, values + N_ASSESSMENT_COLUMNS);
      jp_out_table_row (table, values);
      for (guint j = 0; j < n_values; j++)
        g_clear_pointer (&values[j], g_free);
    }
}

const JpExporter jp_export_assessments = { "绩效考核", assessment_columns, assessment_rows };

static void
funding_columns (JpExportColumns *columns, const JpContext *context)
{
  jp_export_columns_add (columns, "集群名称", NULL, JP_OUT_TEXT, 0, FALSE, 40);
  jp_export_columns_add (columns, "区县", NULL, JP_OUT_TEXT, 0, FALSE, 10);
  jp_export_columns_add (columns, "支持年次", NULL, JP_OUT_NUMBER, 0, FALSE, 10);
  jp_export_columns_add (columns, "财政年度", NULL, JP_OUT_NUMBER, 0, FALSE, 10);
  jp_export_columns_add (columns, "依据年度", NULL, JP_OUT_NUMBER, 0, FALSE, 10);
  jp_export_columns_add (columns, "状态", NULL, JP_OUT_TEXT, 0, FALSE, 14);
  jp_export_columns_add (columns, "最少", "万元", JP_OUT_NUMBER, 2, TRUE, 12);
  jp_export_columns_add (columns, "最多", "万元", JP_OUT_NUMBER, 2, TRUE, 12);
  jp_export_columns_add (columns, "核定", "万元", JP_OUT_NUMBER, 2, TRUE, 12);
  jp_export_columns_add (columns, "已下达", "万元", JP_OUT_NUMBER, 2, TRUE, 12);
  jp_export_columns_add (columns, "应退", "万元", JP_OUT_NUMBER, 2, TRUE, 12);
  jp_export_columns_add (columns, "说明", NULL, JP_OUT_TEXT, 0, FALSE, 50);
}

static char *
money_text (JpMoney money)
{
  return money != JP_MONEY_UNKNOWN ? jp_money_to_wan (money) : NULL;
}

static void
funding_rows (JpOutTable *table, const JpDossier *dossier, const JpContext *context)
{
  guint n_years = jp_funding_n_years (dossier, context);

  for (guint ordinal = 1; ordinal <= n_years; ordinal++)
    {
      g_auto (JpFundCase) fund_case = { 0 };
      char *values[12];

      jp_fund_case_init (&fund_case, dossier, context, ordinal);
      values[0] = g_strdup (dossier->name);
      values[1] = jp_export_district (context, dossier->district);
      values[2] = g_strdup_printf ("%u", ordinal);
      values[3] = jp_export_year (fund_case.fiscal_year);
      values[4] = jp_export_year (fund_case.basis_year);
      values[5] = g_strdup (jp_case_state_name (fund_case.state));
      values[6] = money_text (fund_case.least);
      values[7] = money_text (fund_case.most);
      values[8] = money_text (fund_case.entitled);
      values[9] = money_text (fund_case.paid);
      values[10] = money_text (fund_case.to_refund);
      values[11] = jp_export_text (fund_case.basis);
      jp_out_table_row (table, values);
      for (guint i = 0; i < G_N_ELEMENTS (values); i++)
        g_free (values[i]);
    }
}

const JpExporter jp_export_funding = { "资金", funding_columns, funding_rows };
