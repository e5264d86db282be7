/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-paper-words.h"

#include "jp-decimal.h"
#include "jp-life.h"

#define NOT_KNOWN "—"

/**
 * jp_words_ordinal:
 * @number: 1 to 99
 *
 * Returns: (transfer full): 一, 十二, 二十
 */
char *
jp_words_ordinal (guint number)
{
  static const char * const digits[] = { "", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
  const char *ten;

  g_return_val_if_fail (number > 0 && number < 100, g_strdup_printf ("%u", number));

  ten = number >= 10 ? "十" : "";
  return g_strconcat (number >= 20 ? digits[number / 10] : "", ten, digits[number % 10], NULL);
}

/**
 * jp_words_points:
 * @hundredths: hundredths of a point; negative: not known
 *
 * Returns: (transfer full): 92.51, or a dash
 */
char *
jp_words_points (int hundredths)
{
  return hundredths < 0 ? g_strdup (NOT_KNOWN) : jp_points_to_string (hundredths);
}

/**
 * jp_words_bound:
 * @hundredths: a limit between bands, in hundredths of a point
 *
 * Returns: (transfer full): 80, or 79.5: without zeros that say nothing
 */
char *
jp_words_bound (int hundredths)
{
  if (hundredths % 100 == 0)
    return g_strdup_printf ("%d", hundredths / 100);
  if (hundredths % 10 == 0)
    return g_strdup_printf ("%d.%d", hundredths / 100, hundredths / 10 % 10);

  return jp_points_to_string (hundredths);
}

/**
 * jp_words_band:
 * @from: the lower bound, which belongs to the band
 * @to: the upper bound, which does not, or 10000 in the highest
 *
 * Names a band of R-FUND (第十三条), in hundredths of a point.
 *
 * Returns: (transfer full): 80（含）分以上, 70（含）—80分, 60分以下
 */
char *
jp_words_band (int from, int to)
{
  g_autofree char *low = jp_words_bound (from);
  g_autofree char *high = jp_words_bound (to);

  if (to >= 10000)
    return g_strdup_printf ("%s（含）分以上", low);
  if (from <= 0)
    return g_strdup_printf ("%s分以下", high);
  return g_strdup_printf ("%s（含）—%s分", low, high);
}

/**
 * jp_words_amount:
 * @amount: an amount
 *
 * Returns: (transfer full): 60.00万元（人民币陆拾万元整）
 */
char *
jp_words_amount (JpMoney amount)
{
  g_autofree char *wan = jp_money_to_wan (amount);
  g_autofree char *capitals = jp_money_to_capitals (amount);

  return g_strdup_printf ("%s万元（人民币%s）", wan, capitals);
}

/**
 * jp_words_term:
 * @dossier: a cluster
 * @context: the rules and the day
 * @year: an assessment year
 *
 * The term the cluster is in at the end of the year, or the last one it was in before.
 *
 * Returns: (transfer full): 第一期，2024年9月19日至2027年9月18日
 */
char *
jp_words_term (const JpDossier *dossier, const JpContext *context, int year)
{
  g_auto (JpLife) life = { 0 };
  const JpTerm *term = NULL;
  guint ordinal = 0;
  g_autofree char *number = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  jp_life_init (&life, dossier, context);
  for (guint i = 0; i < life.terms->len; i++)
    if (term == NULL || g_array_index (life.terms, JpTerm, i).first <= jp_date_year_end (year))
      {
        term = &g_array_index (life.terms, JpTerm, i);
        ordinal = i + 1;
      }
  if (term == NULL)
    return g_strdup ("未认定");

  number = jp_words_ordinal (ordinal);
  first = jp_date_to_chinese (term->first);
  last = jp_date_to_chinese (term->last);
  return g_strdup_printf ("第%s期，%s至%s", number, first, last);
}

/**
 * jp_words_value_on:
 * @dossier: a cluster
 * @kind: operator, industry or scope
 * @day: the day that counts
 * @now: the value today
 *
 * What held on @day: a change filing moves the value from its day on, and old years keep the old one (R-LIFE).
 *
 * Returns: (transfer none): the value; a dash where it is not known
 */
const char *
jp_words_value_on (const JpDossier *dossier, const char *kind, JpDate day, const char *now)
{
  const JpChange *next = NULL; /* the first change after @day: what it changed from held until then */

  for (guint i = 0; i < dossier->changes->len; i++)
    {
      const JpChange *change = g_ptr_array_index (dossier->changes, i);

      if (g_strcmp0 (change->kind, kind) == 0 && change->day > day && (next == NULL || change->day < next->day))
        next = change;
    }
  if (next != NULL)
    now = next->from;

  return now != NULL && *now != '\0' ? now : NOT_KNOWN;
}

/**
 * jp_words_district:
 * @pack: (nullable): the rule pack whose list of districts counts
 * @code: a district's code
 *
 * Returns: (transfer none): its name; the code itself where the pack does not know it
 */
const char *
jp_words_district (const JpPack *pack, const char *code)
{
  const JpDistrict *district = pack != NULL && code != NULL ? jp_pack_find_district (pack, code) : NULL;

  return district != NULL ? district->name : code != NULL ? code : NOT_KNOWN;
}

static gboolean
is_large (gint64 wan_hundredths)
{
  return wan_hundredths >= 1000000; /* 1 亿元 */
}

/**
 * jp_words_unit:
 * @pack: the rule pack
 * @item: an indicator's figures
 *
 * The unit a row of figures is shown in: 万元 turn into 亿元 where every figure of the row reaches one.
 *
 * Returns: the unit; %NULL inside where the indicator has no figures
 */
JpShownUnit
jp_words_unit (const JpPack *pack, const JpIndicatorScore *item)
{
  const JpIndicator *indicator = item->indicator;
  const JpMetric *metric;
  gboolean known = item->previous >= 0 || item->current >= 0;

  if (indicator->n_metrics == 0)
    return (JpShownUnit) { NULL, 0, 1 };

  metric = &pack->metrics[indicator->metrics[0]];
  if (g_str_equal (metric->unit, "万元") && metric->decimals == 2 && known &&
      (item->previous < 0 || is_large (item->previous)) && (item->current < 0 || is_large (item->current)))
    return (JpShownUnit) { "亿元", 2, 10000 };
  return (JpShownUnit) { metric->unit, metric->decimals, 1 };
}

/**
 * jp_words_value:
 * @value: a figure in its smallest unit, or %JP_VALUE_UNKNOWN
 * @unit: the unit to show it in
 *
 * Returns: (transfer full): 142.12, half up where 亿元 round it, or a dash
 */
char *
jp_words_value (gint64 value, JpShownUnit unit)
{
  if (value == JP_VALUE_UNKNOWN || unit.unit == NULL)
    return g_strdup (NOT_KNOWN);

  return jp_units_to_string (jp_div_half_up (value, unit.divisor), unit.decimals);
}

/**
 * jp_words_change:
 * @item: an indicator's figures
 * @unit: the unit they are shown in
 *
 * What became of last year's figure; the difference of two rates is told in 个百分点.
 *
 * Returns: (transfer full): 9, 4.20个百分点, or a dash
 */
char *
jp_words_change (const JpIndicatorScore *item, JpShownUnit unit)
{
  g_autofree char *size = NULL;
  gint64 change = item->current - item->previous;

  if (item->previous == JP_VALUE_UNKNOWN || item->current == JP_VALUE_UNKNOWN || unit.unit == NULL)
    return g_strdup (NOT_KNOWN);

  size = jp_units_to_string (jp_div_half_up (ABS (change), unit.divisor), unit.decimals);
  return g_strconcat (change < 0 ? "-" : "", size, g_str_equal (unit.unit, "%") ? "个百分点" : "", NULL);
}

/**
 * jp_words_share:
 * @part: a part
 * @whole: the whole it is of
 *
 * Returns: (transfer full): 85.00%, half up to 0.01; a dash where there is no whole
 */
char *
jp_words_share (gint64 part, gint64 whole)
{
  gint64 share;
  g_autofree char *text = NULL;

  if (whole <= 0 || !jp_mul_div_half_up (part, 10000, whole, &share))
    return g_strdup (NOT_KNOWN);

  text = jp_units_to_string (share, 2);
  return g_strconcat (text, "%", NULL);
}
