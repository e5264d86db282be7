/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-cluster-columns.h"

#include "jp-score.h"

#include <glib/gi18n-lib.h>

static const JpClusterColumnInfo columns[JP_CLUSTER_N_COLUMNS] = {
  [JP_CLUSTER_NAME] = { "name", N_("Cluster"), "集群名称", JP_OUT_TEXT, 0, 0, 40, FALSE },
  [JP_CLUSTER_DISTRICT] = { "district", N_("District"), "区县", JP_OUT_TEXT, 0, 64, 10, FALSE },
  [JP_CLUSTER_INDUSTRY] = { "industry", N_("Leading Industry"), "主导产业", JP_OUT_TEXT, 0, 100, 20, FALSE },
  [JP_CLUSTER_STAGE] = { "stage", N_("Stage"), "阶段", JP_OUT_TEXT, 0, 96, 12, FALSE },
  [JP_CLUSTER_OPERATOR] = { "operator", N_("Operator"), "运营单位", JP_OUT_TEXT, 0, 0, 32, FALSE },
  [JP_CLUSTER_TERM_END] = { "term-end", N_("Term Ends"), "有效期止", JP_OUT_DATE, 0, 100, 13, FALSE },
  [JP_CLUSTER_DAYS_LEFT] = { "days-left", N_("Days Left"), "剩余天数", JP_OUT_NUMBER, 0, 84, 10, TRUE },
  [JP_CLUSTER_SCORE] = { "score", N_("Last Score"), "最近得分", JP_OUT_NUMBER, 2, 104, 10, FALSE },
  [JP_CLUSTER_BAND] = { "band", N_("Band"), "档次", JP_OUT_TEXT, 0, 114, 16, FALSE },
  [JP_CLUSTER_FUNDING] = { "funding", N_("Funding"), "资金状态", JP_OUT_TEXT, 0, 118, 16, FALSE },
};

const JpClusterColumnInfo *
jp_cluster_column_info (JpClusterColumn column)
{
  g_return_val_if_fail ((guint) column < JP_CLUSTER_N_COLUMNS, NULL);

  return &columns[column];
}

static char *
show_days_left (const JpClusterFacts *facts)
{
  if (facts->term_last == JP_DATE_NONE)
    return g_strdup ("");
  if (!facts->in_term)
    return g_strdup (_("Ended"));

  /* Translators: days to the last day of the term */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", (gulong) facts->days_left),
                          facts->days_left);
}

/* The year stands with the score; the band says whether it is confirmed. */
static char *
show_score (const JpClusterFacts *facts)
{
  g_autofree char *points = NULL;

  if (facts->score_year == 0)
    return g_strdup ("");

  points = jp_points_to_string (facts->score);
  return g_strdup_printf ("%s (%d)", points, facts->score_year);
}

char *
jp_cluster_column_shown (JpClusterColumn column, const JpClusterFacts *facts)
{
  char *value;

  if (column == JP_CLUSTER_DAYS_LEFT)
    return show_days_left (facts);
  if (column == JP_CLUSTER_SCORE)
    return show_score (facts);
  if (column == JP_CLUSTER_BAND && facts->score_vetoed)
    return g_strdup (_("Vetoed"));
  if (column == JP_CLUSTER_BAND && facts->score_year != 0 && !facts->score_final)
    return g_strdup (_("Provisional"));

  value = jp_cluster_column_value (column, facts);
  return value != NULL ? value : g_strdup ("");
}

static char *
date_value (JpDate date)
{
  char iso[JP_DATE_ISO_LEN];

  return date != JP_DATE_NONE ? g_strdup (jp_date_to_iso (date, iso)) : NULL;
}

static char *
text_value (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

char *
jp_cluster_column_value (JpClusterColumn column, const JpClusterFacts *facts)
{
  switch (column)
    {
    case JP_CLUSTER_NAME:
      return text_value (facts->name);
    case JP_CLUSTER_DISTRICT:
      return text_value (facts->district_name);
    case JP_CLUSTER_INDUSTRY:
      return text_value (facts->industry);
    case JP_CLUSTER_STAGE:
      return text_value (jp_stage_name (facts->stage));
    case JP_CLUSTER_OPERATOR:
      return text_value (facts->operator_name);
    case JP_CLUSTER_TERM_END:
      return date_value (facts->term_last);
    case JP_CLUSTER_DAYS_LEFT:
      return facts->in_term ? g_strdup_printf ("%d", facts->days_left) : NULL;
    case JP_CLUSTER_SCORE:
      return facts->score_year != 0 ? jp_points_to_string (facts->score) : NULL;
    case JP_CLUSTER_BAND:
      return facts->score_vetoed ? g_strdup ("一票否决") : text_value (facts->band);
    case JP_CLUSTER_FUNDING:
      return text_value (facts->funding);
    case JP_CLUSTER_N_COLUMNS:
    default:
      g_return_val_if_reached (NULL);
    }
}
