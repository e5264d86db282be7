/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-assessment-columns.h"

#include "jp-paper-words.h"

#include <glib/gi18n-lib.h>

static const JpAssessmentColumnInfo columns[JP_ASSESSMENT_N_COLUMNS] = {
  [JP_ASSESSMENT_NAME] = { "name", N_("Cluster"), "集群名称", 0, FALSE },
  [JP_ASSESSMENT_AREA] = { "district", N_("District"), "区县", 66, FALSE },
  [JP_ASSESSMENT_STATE] = { "state", N_("State"), "状态", 76, FALSE },
  [JP_ASSESSMENT_COMPUTED] = { "computed", N_("Computed"), "计算分", 76, TRUE },
  [JP_ASSESSMENT_BY_DISTRICT] = { "district-total", N_("District’s Total"), "区评合计", 84, TRUE },
  [JP_ASSESSMENT_BY_CITY] = { "city-total", N_("City’s Total"), "市评合计", 84, TRUE },
  [JP_ASSESSMENT_BAND] = { "band", N_("Band"), "档次", 112, FALSE },
  [JP_ASSESSMENT_AMOUNT] = { "amount", N_("Next Amount"), "下年支持（财年）", 172, FALSE },
  [JP_ASSESSMENT_MISSING] = { "missing", N_("Missing"), "缺项", 118, FALSE },
  [JP_ASSESSMENT_VETO] = { "veto", N_("Veto"), "一票否决", 92, FALSE },
};

const JpAssessmentColumnInfo *
jp_assessment_column_info (JpAssessmentColumn column)
{
  g_return_val_if_fail ((guint) column < JP_ASSESSMENT_N_COLUMNS, NULL);

  return &columns[column];
}

char *
jp_assessment_points_text (int hundredths)
{
  return hundredths >= 0 ? jp_points_to_string (hundredths) : g_strdup ("—");
}

char *
jp_assessment_veto_numbers (const JpResult *result)
{
  GString *numbers = g_string_new (NULL);

  for (guint i = 0; i < result->vetoes->len; i++)
    {
      const JpVeto *veto = g_ptr_array_index (result->vetoes, i);

      if (veto->state == JP_VETO_STANDS)
        g_string_append (numbers, veto->rule->number);
    }

  return g_string_free (numbers, FALSE);
}

char *
jp_assessment_amount_text (const JpResult *result)
{
  g_autofree char *least = NULL;
  g_autofree char *most = NULL;

  if (result->pack == NULL)
    return g_strdup ("—");
  if (!result->involves_money)
    return g_strdup ("不涉及资金");
  if (result->amount != JP_MONEY_UNKNOWN)
    {
      g_autofree char *amount = jp_money_to_wan (result->amount);

      return g_strdup_printf ("%s 万元 (%d)", amount, result->next_fiscal_year);
    }

  least = jp_money_to_wan (result->least);
  if (result->least == result->most_amount)
    return g_strdup_printf ("%s 万元 (%d)", least, result->next_fiscal_year);
  most = jp_money_to_wan (result->most_amount);
  return g_strdup_printf ("%s–%s 万元 (%d)", least, most, result->next_fiscal_year);
}

static char *
band_text (const JpResult *result)
{
  if (result->vetoed)
    return g_strdup ("一票否决");
  if (result->band != NULL)
    return jp_words_band (result->band->from, result->band_to);

  return g_strdup (_("Provisional"));
}

static char *
missing_text (const JpResult *result)
{
  guint n = result->missing->len;

  if (n == 0 || result->pack == NULL)
    return g_strdup ("");
  if (n == 1)
    return g_strdup (result->pack->indicators[g_array_index (result->missing, guint, 0)].name);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u indicator", "%u indicators", n), n);
}

char *
jp_assessment_column_text (JpAssessmentColumn column, const JpResult *result, const char *district)
{
  switch (column)
    {
    case JP_ASSESSMENT_NAME:
      return g_strdup (result->dossier->name);
    case JP_ASSESSMENT_AREA:
      return g_strdup (district != NULL ? district : "");
    case JP_ASSESSMENT_STATE:
      return g_strdup (jp_assessment_state_name (result->state));
    case JP_ASSESSMENT_COMPUTED:
      return jp_assessment_points_text (result->total_computed);
    case JP_ASSESSMENT_BY_DISTRICT:
      return jp_assessment_points_text (result->total_district);
    case JP_ASSESSMENT_BY_CITY:
      return jp_assessment_points_text (result->total_city);
    case JP_ASSESSMENT_BAND:
      return band_text (result);
    case JP_ASSESSMENT_AMOUNT:
      return jp_assessment_amount_text (result);
    case JP_ASSESSMENT_MISSING:
      return missing_text (result);
    case JP_ASSESSMENT_VETO:
      return jp_assessment_veto_numbers (result);
    case JP_ASSESSMENT_N_COLUMNS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* A veto orders below every band, what is provisional below that. */
static gint64
band_key (const JpResult *result)
{
  if (result->vetoed)
    return -1;

  return result->band != NULL ? result->band->from : -2;
}

gint64
jp_assessment_column_key (JpAssessmentColumn column, const JpResult *result, guint place)
{
  switch (column)
    {
    case JP_ASSESSMENT_NAME:
      return place;
    case JP_ASSESSMENT_AREA:
      return result->dossier->district != NULL ? g_ascii_strtoll (result->dossier->district, NULL, 10) : 0;
    case JP_ASSESSMENT_STATE:
      return result->state;
    case JP_ASSESSMENT_COMPUTED:
      return result->total_computed;
    case JP_ASSESSMENT_BY_DISTRICT:
      return result->total_district;
    case JP_ASSESSMENT_BY_CITY:
      return result->total_city;
    case JP_ASSESSMENT_BAND:
      return band_key (result);
    case JP_ASSESSMENT_AMOUNT:
      return result->involves_money ? (result->amount != JP_MONEY_UNKNOWN ? result->amount : result->most_amount) : -1;
    case JP_ASSESSMENT_MISSING:
      return result->missing->len;
    case JP_ASSESSMENT_VETO:
      return result->vetoed;
    case JP_ASSESSMENT_N_COLUMNS:
    default:
      g_return_val_if_reached (0);
    }
}
