/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-missing.h"

#include "jp-paper-words.h"

void
jp_missing_free (JpMissing *missing)
{
  g_free (missing->what);
  g_free (missing);
}

/* The metrics of an indicator that a year lacks, each named once. */
static void
add_metrics (GPtrArray *names, const JpResult *result, const JpIndicator *indicator, int year)
{
  const JpFigures *figures = jp_dossier_figures (result->dossier, year);

  for (guint i = 0; i < indicator->n_metrics; i++)
    {
      const JpMetric *metric = &result->pack->metrics[indicator->metrics[i]];
      gboolean given = figures != NULL && jp_figures_get (figures, metric->id) != JP_VALUE_UNKNOWN;

      if (!given && !g_ptr_array_find (names, metric->name, NULL))
        g_ptr_array_add (names, metric->name);
    }
}

/* "；2025年总产值、研发投入未填报" for what the scores of the year need. */
static void
append_year (GString *text, const JpResult *result, int year)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < result->pack->n_indicators; i++)
    {
      const JpIndicator *indicator = &result->pack->indicators[i];

      if (year == result->year || indicator->measure == JP_MEASURE_GROWTH ||
          indicator->measure == JP_MEASURE_INCREMENT)
        add_metrics (names, result, indicator, year);
    }
  if (names->len == 0)
    return;

  g_ptr_array_add (names, NULL);
  list = g_strjoinv ("、", (char **) names->pdata);
  g_string_append_printf (text, "；%d年%s未填报", year, list);
}

/* NULL: what is left to do is not the district's. */
static char *
assessment_lack (const JpObligation *duty, const JpContext *context)
{
  g_autoptr (JpResult) result = jp_result_new (duty->dossier, context, duty->year);
  g_autoptr (GString) text = g_string_new (duty->subject);

  if (result->state == JP_ASSESSMENT_CITY || result->state == JP_ASSESSMENT_CONFIRMED)
    return NULL;

  g_string_append (text, result->state == JP_ASSESSMENT_NONE ? "：区初审未开始" : "：区初审未提交");
  if (result->pack != NULL)
    {
      append_year (text, result, duty->year - 1);
      append_year (text, result, duty->year);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What is lacking by @duty, or NULL where it is nothing for a district to hand in. */
static char *
lack_of (const JpObligation *duty, const JpContext *context)
{
  switch (duty->kind)
    {
    case JP_DUTY_ASSESSMENT:
      return assessment_lack (duty, context);
    case JP_DUTY_RETURN:
    case JP_DUTY_RENEWAL:
    case JP_DUTY_CHANGE:
    case JP_DUTY_FINDING:
    case JP_DUTY_AUDIT:
      return g_strdup (duty->subject);
    case JP_DUTY_RENEWAL_OPEN:
    case JP_DUTY_TERM_END:
    case JP_DUTY_AWAITING:
    case JP_DUTY_PUBLICITY:
    case JP_DUTY_CONTRADICTED:
    case JP_DUTY_OWN:
    case JP_N_DUTIES:
    default:
      return NULL;
    }
}

static gboolean
is_open (const JpObligation *duty, JpDate today)
{
  return duty->state == JP_DUTY_DUE || duty->state == JP_DUTY_OVERDUE ||
         (duty->state == JP_DUTY_UPCOMING && duty->from != JP_DATE_NONE && duty->from <= today);
}

/**
 * jp_missing_new:
 * @dossiers: (element-type JpDossier): the clusters
 * @context: the rules and the day
 * @district: (nullable): code of a district; %NULL: all of them
 *
 * What districts have not handed in although its time has come: figures and first reviews of the assessment, returns,
 * renewals, filings of changes, rectifications and audits (第八条–第十条, 第十七条).
 *
 * Returns: (transfer full) (element-type JpMissing): by due day
 */
GPtrArray *
jp_missing_new (GPtrArray *dossiers, const JpContext *context, const char *district)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_missing_free);
  g_autoptr (GPtrArray) duties = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_obligation_free);

  g_return_val_if_fail (dossiers != NULL && context != NULL, NULL);

  for (guint i = 0; i < dossiers->len; i++)
    {
      const JpDossier *dossier = g_ptr_array_index (dossiers, i);

      if (district == NULL || g_strcmp0 (dossier->district, district) == 0)
        jp_obligations_collect (dossier, context, duties);
    }
  g_ptr_array_sort (duties, jp_obligation_compare);

  for (guint i = 0; i < duties->len; i++)
    {
      const JpObligation *duty = g_ptr_array_index (duties, i);
      char *what = is_open (duty, context->today) ? lack_of (duty, context) : NULL;
      JpMissing *missing;

      if (what == NULL)
        continue;
      missing = g_new0 (JpMissing, 1);
      missing->dossier = duty->dossier;
      missing->what = what;
      missing->since = duty->from;
      missing->due = duty->due;
      missing->state = duty->state;
      missing->article = duty->article;
      g_ptr_array_add (all, missing);
    }

  return all;
}

/**
 * jp_missing_text:
 * @dossiers: (element-type JpDossier): the clusters
 * @context: the rules and the day
 * @district: (nullable): code of a district; %NULL: all of them
 *
 * The paper 缺件催办单 as plain text, for a message to whoever is late.
 *
 * Returns: (transfer full) (nullable): a line for each; %NULL where nothing is missing
 */
char *
jp_missing_text (GPtrArray *dossiers, const JpContext *context, const char *district)
{
  g_autoptr (GPtrArray) all = jp_missing_new (dossiers, context, district);
  g_autofree char *today = jp_date_to_chinese (context->today);
  GString *text;

  if (all->len == 0)
    return NULL;

  text = g_string_new (NULL);
  g_string_append_printf (text, "截至%s，请补齐以下%u项：", today, all->len);
  for (guint i = 0; i < all->len; i++)
    {
      const JpMissing *missing = g_ptr_array_index (all, i);
      g_autofree char *due = missing->due != JP_DATE_NONE ? jp_date_to_chinese (missing->due) : NULL;

      g_string_append_printf (text, "\n%u. %s：%s", i + 1, missing->dossier->name, missing->what);
      if (due != NULL)
        g_string_append_printf (text, "（%s%s）", missing->state == JP_DUTY_OVERDUE ? "已逾期，应于" : "期限", due);
    }

  return g_string_free (text, FALSE);
}
