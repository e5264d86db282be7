/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-dashboard-data.h"

#include "jp-fund-case.h"

#include <string.h>

#define EXPIRING_MONTHS 12

static void
district_free (gpointer data)
{
  JpDashboardDistrict *district = data;

  g_free (district->code);
  g_free (district->name);
  g_free (district);
}

const JpPack *
jp_dashboard_pack (const JpContext *context, int year)
{
  const JpPack *pack = jp_pack_set_for_year (context->packs, year);

  return pack != NULL ? pack : jp_pack_set_on (context->packs, context->today);
}

static JpDashboardDistrict *
district_of (JpDashboardData *self, const char *code, const char *name)
{
  JpDashboardDistrict *district;

  for (guint i = 0; i < self->districts->len; i++)
    {
      district = g_ptr_array_index (self->districts, i);
      if (g_strcmp0 (district->code, code) == 0)
        return district;
    }

  district = g_new0 (JpDashboardDistrict, 1);
  district->code = g_strdup (code);
  district->name = g_strdup (name);
  g_ptr_array_add (self->districts, district);

  return district;
}

/* In the pack's order; a code that no pack knows stands at the end, as it is. */
static void
list_districts (JpDashboardData *self, GPtrArray *dossiers, const JpPack *pack)
{
  g_autoptr (GHashTable) present = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < dossiers->len; i++)
    {
      const JpDossier *dossier = g_ptr_array_index (dossiers, i);

      if (dossier->district != NULL)
        g_hash_table_add (present, dossier->district);
    }
  for (guint i = 0; pack != NULL && i < pack->n_districts; i++)
    if (g_hash_table_contains (present, pack->districts[i].code))
      district_of (self, pack->districts[i].code, pack->districts[i].name);
  for (guint i = 0; i < dossiers->len; i++)
    {
      const JpDossier *dossier = g_ptr_array_index (dossiers, i);

      if (dossier->district != NULL)
        district_of (self, dossier->district, dossier->district);
    }
}

static void
count_term (JpDashboardData *self, const JpDossier *dossier, const JpContext *context)
{
  g_auto (JpLife) life = { 0 };
  const JpTerm *term;
  int left;

  jp_life_init (&life, dossier, context);
  if (!jp_life_in_term (&life, context->today))
    return;

  self->n_in_term++;
  if (dossier->district != NULL)
    district_of (self, dossier->district, dossier->district)->n_in_term++;

  /* The last term: one that is renewed already does not end with its own last day. */
  term = jp_life_last_term (&life);
  if (term->last > jp_date_add_months (context->today, EXPIRING_MONTHS))
    return;
  left = jp_term_days_left (term, context->today);
  self->n_expiring++;
  if (self->soonest_id != NULL && left >= self->soonest_days)
    return;
  g_free (self->soonest_id);
  g_free (self->soonest_name);
  self->soonest_id = g_strdup (dossier->id);
  self->soonest_name = g_strdup (dossier->name);
  self->soonest_days = left;
}

static void
count_results (JpDashboardData *self, GPtrArray *results)
{
  self->n_due = results->len;
  for (guint i = 0; i < results->len; i++)
    {
      const JpResult *result = g_ptr_array_index (results, i);

      self->n_vetoed += result->vetoed;
      if (result->state == JP_ASSESSMENT_CONFIRMED)
        self->n_done++;
      else if (result->state == JP_ASSESSMENT_NONE && result->assessment == NULL)
        self->n_not_begun++;
      else
        self->n_in_hand++;
    }
}

static gboolean
passed_by_city (const JpFundCase *fund_case)
{
  switch (fund_case->state)
    {
    case JP_CASE_CITY:
    case JP_CASE_PUBLICITY:
    case JP_CASE_HELD:
    case JP_CASE_PAYABLE:
    case JP_CASE_PAID:
      return TRUE;
    case JP_CASE_LATER:
    case JP_CASE_OPEN:
    case JP_CASE_PLAN:
    case JP_CASE_DISTRICT:
    case JP_CASE_ZERO:
    default:
      return FALSE;
    }
}

static JpMoney
plus (JpMoney sum, JpMoney money)
{
  JpMoney result;

  return money != JP_MONEY_UNKNOWN && jp_add_checked (sum, money, &result) ? result : sum;
}

static void
count_funds (JpDashboardData *self, const JpDossier *dossier, const JpContext *context)
{
  int start = jp_funding_start (dossier, context, NULL), ordinal = self->fiscal_year - start + 1;
  g_auto (JpFundCase) fund_case = { 0 };

  if (start == 0 || ordinal < 1 || ordinal > (int) jp_funding_n_years (dossier, context))
    return;

  jp_fund_case_init (&fund_case, dossier, context, (guint) ordinal);
  self->most = plus (self->most, fund_case.most);
  self->paid = plus (self->paid, fund_case.paid);
  if (fund_case.decided)
    self->entitled = plus (self->entitled, fund_case.entitled);
  if (passed_by_city (&fund_case))
    self->approved = plus (self->approved, fund_case.state == JP_CASE_PAID ? fund_case.paid : fund_case.entitled);
}

/**
 * jp_dashboard_data_new:
 * @dossiers: (element-type JpDossier): all clusters
 * @results: (element-type JpResult): of @year, due ones
 * @context: packs, holidays, the file's first day and today
 * @year: assessment year
 *
 * Returns: (transfer full): how things stand
 */
JpDashboardData *
jp_dashboard_data_new (GPtrArray *dossiers, GPtrArray *results, const JpContext *context, int year)
{
  JpDashboardData *self = g_new0 (JpDashboardData, 1);
  const JpPack *pack = jp_dashboard_pack (context, year);

  self->year = year;
  self->fiscal_year = year + 1;
  self->n_clusters = dossiers->len;
  self->districts = g_ptr_array_new_with_free_func (district_free);
  self->confirmed = pack == NULL || jp_pack_set_confirmed (context->packs, pack);
  if (pack != NULL)
    {
      self->term_article = g_strdup (pack->term_article);
      self->assessment_article = g_strdup (pack->assessment_article);
      self->funding_article = g_strdup (pack->funding_article);
    }

  list_districts (self, dossiers, pack);
  for (guint i = 0; i < dossiers->len; i++)
    {
      count_term (self, g_ptr_array_index (dossiers, i), context);
      count_funds (self, g_ptr_array_index (dossiers, i), context);
    }
  count_results (self, results);

  self->outputs = jp_dashboard_outputs (dossiers, context, year, self->districts);
  self->scores = jp_dashboard_scores (results, context, year);
  self->firms = jp_dashboard_firms (dossiers, context, year, &self->firms_total);
  self->funding = jp_dashboard_funding (dossiers, context, self->fiscal_year);

  return self;
}

void
jp_dashboard_data_free (JpDashboardData *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->districts);
  g_ptr_array_unref (self->outputs);
  jp_chart_unref (self->scores);
  jp_chart_unref (self->firms);
  jp_chart_unref (self->funding);
  g_free (self->firms_total);
  g_free (self->soonest_id);
  g_free (self->soonest_name);
  g_free (self->term_article);
  g_free (self->assessment_article);
  g_free (self->funding_article);
  g_free (self);
}
