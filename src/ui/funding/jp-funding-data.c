/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-funding-data.h"

#include "jp-life.h"

#include <glib/gi18n-lib.h>

static void
row_free (gpointer data)
{
  JpFundingRow *row = data;

  for (guint i = 0; i < row->n_cases; i++)
    jp_fund_case_clear (&row->cases[i]);
  g_free (row->cases);
  g_strfreev (row->states);
  g_free (row->name);
  g_free (row->term);
  jp_search_key_unref (row->key);
  g_free (row);
}

static char *
term_words (const JpLife *life, const JpContext *context, gboolean *ended)
{
  const JpTerm *term = jp_life_last_term (life);
  JpDate out = life->revoked_on != JP_DATE_NONE ? life->revoked_on : life->lapsed_on;
  g_autofree char *last = NULL, *since = NULL;

  *ended = out != JP_DATE_NONE && out <= context->today && !jp_life_in_term (life, context->today);
  if (term == NULL)
    return g_strdup ("");

  last = jp_date_to_chinese (term->last);
  since = jp_date_to_chinese (out);
  if (*ended && life->revoked_on != JP_DATE_NONE)
    return g_strdup_printf (_("Revoked on %s"), since);
  if (*ended)
    return g_strdup_printf (_("Out of term since %s"), since);
  if (jp_life_awaiting (life, context->today))
    return g_strdup_printf (_("Renewal undecided since %s"), last);
  if (life->terms->len > 1)
    return g_strdup_printf (_("Renewed to %s"), last);

  return g_strdup_printf (_("Valid to %s"), last);
}

static guint
marks_of (const JpFundCase *fund_case)
{
  guint marks = 0;

  switch (fund_case->state)
    {
    case JP_CASE_OPEN:
    case JP_CASE_PLAN:
    case JP_CASE_DISTRICT:
    case JP_CASE_CITY:
    case JP_CASE_PAYABLE:
      marks |= JP_FUNDING_TODO;
      break;
    case JP_CASE_HELD:
      marks |= JP_FUNDING_TODO | JP_FUNDING_PUBLICITY;
      break;
    case JP_CASE_PUBLICITY:
      marks |= JP_FUNDING_PUBLICITY;
      break;
    case JP_CASE_PAID:
      marks |= JP_FUNDING_PAID;
      break;
    case JP_CASE_LATER:
    case JP_CASE_ZERO:
    default:
      break;
    }

  return fund_case->to_refund > 0 ? marks | JP_FUNDING_REFUND | JP_FUNDING_TODO : marks;
}

static void
add_case (JpFundingRow *row, const JpContext *context, guint index)
{
  JpFundCase *fund_case = &row->cases[index];

  jp_fund_case_init (fund_case, row->dossier, context, index + 1);
  row->states[index] = jp_funding_state_text (row->dossier, context, fund_case, row->ended);
  row->paid += fund_case->paid;
  row->most += MAX (fund_case->paid, fund_case->most);
  row->marks |= marks_of (fund_case);
}

static JpFundingRow *
row_new (const JpDossier *dossier, const JpContext *context, const JpPack *pack)
{
  JpFundingRow *row = g_new0 (JpFundingRow, 1);
  g_autofree char *text = jp_dossier_search_text (dossier, pack);
  g_auto (JpLife) life = { 0 };

  jp_life_init (&life, dossier, context);
  row->dossier = dossier;
  row->name = jp_pack_short_name (pack, dossier->name);
  row->term = term_words (&life, context, &row->ended);
  row->start = jp_funding_start (dossier, context, &row->assumed);
  row->key = jp_search_key_new (text);
  row->n_cases = jp_funding_n_years (dossier, context);
  row->cases = g_new0 (JpFundCase, row->n_cases);
  row->states = g_new0 (char *, row->n_cases + 1);
  for (guint i = 0; i < row->n_cases; i++)
    add_case (row, context, i);

  return row;
}

/**
 * jp_funding_data_new:
 * @snapshot: what is to be shown
 *
 * Derives the funding years of every recognised cluster (R-FUND, 第十三条, 第十五条).
 *
 * Returns: (transfer full): the data
 */
JpFundingData *
jp_funding_data_new (JpSnapshot *snapshot)
{
  JpFundingData *self = g_new0 (JpFundingData, 1);
  GPtrArray *dossiers = jp_snapshot_get_dossiers (snapshot);
  const JpContext *context = jp_snapshot_get_context (snapshot);
  int year = jp_snapshot_get_year (snapshot);
  const JpPack *governing = jp_pack_set_for_year (context->packs, year);

  g_atomic_ref_count_init (&self->ref_count);
  self->snapshot = jp_snapshot_ref (snapshot);
  self->fiscal_year = year + 1;
  self->pack = jp_pack_set_on (context->packs, context->today);
  self->confirmed = governing == NULL || !governing->indicators_are_example;
  self->rows = g_ptr_array_new_with_free_func (row_free);
  for (guint i = 0; i < dossiers->len; i++)
    {
      const JpDossier *dossier = g_ptr_array_index (dossiers, i);
      JpFundingRow *row;

      if (jp_funding_start (dossier, context, NULL) == 0)
        continue;
      row = row_new (dossier, context, self->pack);
      self->n_years = MAX (self->n_years, row->n_cases);
      g_ptr_array_add (self->rows, row);
    }

  return self;
}

JpFundingData *
jp_funding_data_ref (JpFundingData *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
jp_funding_data_unref (JpFundingData *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->rows);
  jp_snapshot_unref (self->snapshot);
  g_free (self);
}

const JpFundingRow *
jp_funding_data_find (const JpFundingData *self, const char *id)
{
  for (guint i = 0; id != NULL && i < self->rows->len; i++)
    {
      const JpFundingRow *row = g_ptr_array_index (self->rows, i);

      if (g_str_equal (row->dossier->id, id))
        return row;
    }

  return NULL;
}

const JpFundCase *
jp_funding_row_case (const JpFundingRow *row, guint ordinal)
{
  return ordinal >= 1 && ordinal <= row->n_cases ? &row->cases[ordinal - 1] : NULL;
}

/* Totals by fiscal year of the clusters that are shown. */
GArray *
jp_funding_budget (GPtrArray *rows)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (JpBudgetYear));

  for (guint i = 0; i < rows->len; i++)
    {
      const JpFundingRow *row = g_ptr_array_index (rows, i);

      for (guint k = 0; k < row->n_cases; k++)
        jp_budget_add (years, &row->cases[k]);
    }

  return years;
}
