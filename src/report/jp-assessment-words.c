/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-assessment-private.h"

#include "jp-fund-case.h"
#include "jp-life.h"

/* More than this on the first page would push the seals off it; the whole stands among the reasons. */
#define SHORT_REASONS_LENGTH 110

const JpReviewPoints *
jp_assessment_review (const JpResult *result, guint indicator)
{
  const char *id = result->pack->indicators[indicator].id;

  for (guint i = 0; result->assessment != NULL && i < result->assessment->points->len; i++)
    {
      const JpReviewPoints *review = g_ptr_array_index (result->assessment->points, i);

      if (g_strcmp0 (review->indicator, id) == 0)
        return review;
    }

  return NULL;
}

const char *
jp_assessment_operator (const JpResult *result)
{
  return jp_words_value_on (result->dossier, "operator", jp_date_year_end (result->year),
                            result->dossier->operator_name);
}

const char *
jp_assessment_credit_code (const JpResult *result)
{
  const JpDossier *dossier = result->dossier;

  if (dossier->credit_code == NULL || g_strcmp0 (jp_assessment_operator (result), dossier->operator_name) != 0)
    return "—";

  return dossier->credit_code;
}

static gboolean
says (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
append_missing (GString *text, const JpResult *result)
{
  g_autofree char *least = jp_words_points (result->total);
  g_autofree char *most = jp_words_points (result->most);

  g_string_append (text, "尚缺");
  for (guint i = 0; i < result->missing->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "、" : "",
                            result->pack->indicators[g_array_index (result->missing, guint, i)].name);
  g_string_append_printf (text, "，总分最低%s分、最高%s分，暂不定档。", least, most);
}

static void
append_rank (GString *text, const JpRank *rank)
{
  if (rank == NULL || rank->rank == 0)
    return;

  g_string_append_printf (text, "；已评%u个集群中列第%u名", rank->of, rank->rank);
  if (rank->median >= 0)
    {
      g_autofree char *median = jp_words_points (rank->median);
      g_string_append_printf (text, "，中位数%s分", median);
    }
}

static void
append_band (GString *text, const JpResult *result, const JpRank *rank)
{
  if (result->band != NULL)
    {
      g_autofree char *band = jp_words_band (result->band->from, result->band_to);
      g_string_append_printf (text, "属%s档", band);
    }
  if (result->state == JP_ASSESSMENT_CONFIRMED)
    g_string_append (text, "，考核通过");
  append_rank (text, rank);
  g_string_append (text, "。");
}

static void
append_gap (GString *text, const JpResult *result)
{
  g_autofree char *bound = NULL;
  g_autofree char *gap = NULL;
  g_autofree char *worth = NULL;

  if (result->gap_points <= 0)
    return;

  bound = jp_words_bound (result->band_to);
  gap = jp_words_points (result->gap_points);
  g_string_append_printf (text, "距上一档（%s分）差%s分", bound, gap);
  if (result->involves_money && result->gap_amount > 0)
    {
      worth = jp_money_to_wan (result->gap_amount);
      g_string_append_printf (text, "，达到可增加%s万元", worth);
    }
  g_string_append (text, "。");
}

static void
append_money (GString *text, const JpResult *result)
{
  g_autofree char *ordinal = NULL;

  if (!result->involves_money)
    {
      g_string_append (text, "本年度考核不涉及资金。");
      return;
    }

  ordinal = jp_words_ordinal (result->next_ordinal);
  if (result->amount != JP_MONEY_UNKNOWN)
    {
      g_autofree char *amount = jp_words_amount (result->amount);
      g_string_append_printf (text, "%d财年第%s年支持资金%s。", result->next_fiscal_year, ordinal, amount);
    }
  else if (result->least == result->most_amount)
    {
      g_autofree char *amount = jp_words_amount (result->least);
      g_string_append_printf (text, "最低分与最高分对应的支持资金相同：%d财年第%s年%s。", result->next_fiscal_year, ordinal,
                              amount);
    }
  else
    {
      g_autofree char *least = jp_words_amount (result->least);
      g_autofree char *most = jp_words_amount (result->most_amount);
      g_string_append_printf (text, "%d财年第%s年支持资金最低%s，最高%s。", result->next_fiscal_year, ordinal, least,
                              most);
    }
}

static void
append_veto (GString *text, const JpResult *result)
{
  guint n = 0;

  g_string_append (text, "有");
  for (guint i = 0; i < result->vetoes->len; i++)
    {
      const JpVeto *veto = g_ptr_array_index (result->vetoes, i);

      if (veto->state == JP_VETO_STANDS)
        g_string_append_printf (text, "%s%s第%s项", n++ > 0 ? "、" : "", veto->rule->article, veto->rule->number);
    }
  g_string_append (text, "情形，考核不予通过，不享受相关支持措施。");
}

/* What the city passed when it paid the money that rests on @result. */
char *
jp_assessment_overridden (const JpResult *result, const JpContext *context)
{
  g_auto (JpFundCase) fund_case = { 0 };

  if (!result->involves_money)
    return NULL;

  jp_fund_case_init (&fund_case, result->dossier, context, result->next_ordinal);
  return g_steal_pointer (&fund_case.overridden);
}

/* What must be known of a result besides its numbers. */
static void
append_remarks (GString *text, const JpResult *result, const JpContext *context)
{
  const JpAssessment *assessment = result->assessment;
  g_autofree char *overridden = jp_assessment_overridden (result, context);

  if (result->state != JP_ASSESSMENT_CONFIRMED)
    g_string_append (text, "\n以上为试算，未经市复核确认，不作为拨付依据。");
  if (!result->due)
    g_string_append (text, "\n该集群本年度不在年度考核范围，以上仅供参考。");
  if (overridden != NULL)
    g_string_append_printf (text, "\n支持资金：%s。", overridden);
  if (assessment == NULL)
    return;
  if (assessment->figures_corrected)
    g_string_append (text, "\n确认后年度指标有更正，本表以确认时的数据为准。");
  if (says (assessment->kept_reason))
    g_string_append_printf (text, "\n确认后出现新的情况，市级保留原结论，理由：%s。", assessment->kept_reason);
  if (says (assessment->same_person_reason))
    g_string_append_printf (text, "\n初审与复核为同一人，理由：%s。", assessment->same_person_reason);
}

/* The conclusion as paragraphs: total, band, rank and median, points to the next band, money, remarks. */
char *
jp_assessment_conclusion (const JpResult *result, const JpRank *rank, const JpContext *context)
{
  GString *text = g_string_new (NULL);
  g_autofree char *total = NULL;

  if (result->pack == NULL)
    return g_string_free (g_string_append (text, "没有适用于本年度的规则包，不能评分。"), FALSE);

  total = jp_words_points (result->total);
  if (result->missing->len > 0)
    {
      g_string_append_printf (text, "现有得分%s分，", total);
      append_missing (text, result);
    }
  else
    g_string_append_printf (text, "总分%s分，", total);

  if (result->vetoed)
    append_veto (text, result);
  else if (result->missing->len == 0)
    append_band (text, result, rank);
  append_money (text, result);
  if (!result->vetoed && result->missing->len == 0)
    append_gap (text, result);
  append_remarks (text, result, context);

  return g_string_free (text, FALSE);
}

/* What an office has given as its opinion; NULL while it has given none. */
char *
jp_assessment_opinion (const JpResult *result, gboolean city)
{
  const JpAssessment *assessment = result->assessment;
  gboolean given = result->state == JP_ASSESSMENT_CONFIRMED || (!city && result->state == JP_ASSESSMENT_CITY);
  const char *person, *opinion;
  int total = city ? result->total_city : result->total_district;
  GString *text;
  JpDate day;

  if (!given || assessment == NULL)
    return NULL;

  opinion = city ? assessment->city_opinion : assessment->district_opinion;
  person = city ? assessment->confirmed_by : assessment->submitted_by;
  day = city ? assessment->confirmed_on : assessment->submitted_on;
  text = g_string_new (says (opinion) ? opinion : NULL);

  while (g_str_has_suffix (text->str, "。"))
    g_string_truncate (text, text->len - strlen ("。"));
  if (total >= 0)
    {
      g_autofree char *points = jp_words_points (total);
      g_string_append_printf (text, "%s得分%s分。", text->len > 0 ? "，" : city ? "复核" : "初审", points);
    }
  else if (text->len > 0)
    g_string_append (text, "。");
  if (says (person))
    {
      g_autofree char *date = day != JP_DATE_NONE ? jp_date_to_chinese (day) : NULL;
      g_string_append_printf (text, "\n经办：%s%s%s", person, date != NULL ? "　" : "", date != NULL ? date : "");
    }

  return g_string_free (text, FALSE);
}

static void
append_reason (GString *text, const char *separator, const char *who, int points, const char *reason)
{
  g_autofree char *given = jp_words_points (points);

  if (points >= 0 && says (reason))
    g_string_append_printf (text, "%s%s%s分：%s", text->len > 0 ? separator : "", who, given, reason);
}

static char *
reviewers_reasons (const JpResult *result, guint indicator, const char *separator)
{
  const JpReviewPoints *review = jp_assessment_review (result, indicator);
  GString *text = g_string_new (NULL);

  if (review != NULL)
    {
      append_reason (text, separator, "区评", review->district, review->district_reason);
      append_reason (text, separator, "市评", review->city, review->city_reason);
    }

  return g_string_free (text, FALSE);
}

/* The reasons for the first page, or where they are when they are too many for it. */
char *
jp_assessment_short_reasons (const JpResult *result)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < result->pack->n_indicators; i++)
    {
      g_autofree char *reasons = reviewers_reasons (result, i, "，");

      if (*reasons != '\0')
        g_string_append_printf (text, "%s%s：%s", n++ > 0 ? "；" : "", result->pack->indicators[i].name, reasons);
    }

  if (n == 0)
    return g_strdup ("无");
  if (g_utf8_strlen (text->str, -1) > SHORT_REASONS_LENGTH)
    return g_strdup_printf ("%u项有评审理由，全文见“五、评分理由”。", n);
  if (!g_str_has_suffix (text->str, "。"))
    g_string_append (text, "。");
  return g_strdup (text->str);
}

/* How the rule came to its points, why the reviewers gave theirs, and what papers prove it. */
char *
jp_assessment_long_reason (const JpResult *result, guint indicator)
{
  g_autofree char *trace = jp_score_explain (&result->score, indicator);
  g_autofree char *reasons = reviewers_reasons (result, indicator, "\n");
  g_autofree char *evidence
    = jp_dossier_evidence_names (result->dossier, result->year, result->pack->indicators[indicator].id);

  return g_strconcat (trace, "。", *reasons != '\0' ? "\n" : "", reasons, evidence != NULL ? "\n佐证材料：" : NULL, evidence,
                      "。", NULL);
}

static const char *
clear_word (const JpResult *result, const JpVeto *veto, const JpContext *context)
{
  g_auto (JpLife) life = { 0 };

  switch (veto->rule->source)
    {
    case JP_VETO_BY_RETURN:
      return jp_dossier_return (result->dossier, result->year) != NULL ? "已报送" : "未发现";
    case JP_VETO_BY_CHANGE:
      return result->dossier->changes->len == 0 ? "无变更" : "未发现";
    case JP_VETO_BY_INCIDENT:
      return result->dossier->incidents->len == 0 ? "未发生" : "未发现";
    case JP_VETO_BY_TERM:
      jp_life_init (&life, result->dossier, context);
      return jp_life_in_term (&life, jp_date_year_end (result->year)) ? "期内" : "未发现";
    case JP_VETO_BY_REVIEWER:
    default:
      return "未发现";
    }
}

/* A word or two for the first page. */
const char *
jp_assessment_veto_word (const JpResult *result, const JpVeto *veto, const JpContext *context)
{
  switch (veto->state)
    {
    case JP_VETO_STANDS:
      return "成立";
    case JP_VETO_NOT_RECORDED:
      return "未补录";
    case JP_VETO_OPEN:
      return veto->rule->source == JP_VETO_BY_RETURN   ? "待报送"
             : veto->rule->source == JP_VETO_BY_CHANGE ? "待报备"
             : veto->rule->source == JP_VETO_BY_TERM   ? "待复核"
                                                       : "待定";
    case JP_VETO_CLEAR:
    default:
      return clear_word (result, veto, context);
    }
}

const char *
jp_assessment_veto_finding (const JpVeto *veto)
{
  switch (veto->state)
    {
    case JP_VETO_STANDS:
      return "成立";
    case JP_VETO_NOT_RECORDED:
      return "未补录";
    case JP_VETO_OPEN:
      return "未到期";
    case JP_VETO_CLEAR:
    default:
      return "不成立";
    }
}
