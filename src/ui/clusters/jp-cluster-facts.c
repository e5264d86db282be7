/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-cluster-facts.h"

#include "jp-collation.h"
#include "jp-fund-case.h"
#include "jp-paper-words.h"

#include <glib/gi18n-lib.h>

#define EXPIRING_MONTHS 12

static const char *
given (const char *text)
{
  return text != NULL ? text : "";
}

static const char *
district_name (const JpPackSet *packs, const char *code)
{
  for (guint i = jp_pack_set_size (packs); i > 0; i--)
    {
      const JpDistrict *district = jp_pack_find_district (jp_pack_set_nth (packs, i - 1), code);

      if (district != NULL)
        return district->name;
    }

  return code;
}

static void
take_identity (JpClusterFacts *self, const JpDossier *dossier, const JpContext *context)
{
  g_autofree char *text = jp_dossier_search_text (dossier, jp_pack_set_on (context->packs, context->today));

  self->name = g_strdup (given (dossier->name));
  self->district = g_intern_string (given (dossier->district));
  self->district_name = g_strdup (district_name (context->packs, self->district));
  self->industry = g_strdup (given (dossier->industry));
  self->operator_name = g_strdup (given (dossier->operator_name));
  self->search_key = jp_search_key_new (text);
  self->industry_key = jp_collation_key_new (self->industry);
  self->operator_key = jp_collation_key_new (self->operator_name);
}

static void
take_life (JpClusterFacts *self, const JpDossier *dossier, const JpContext *context)
{
  g_auto (JpLife) life = { 0 };
  const JpTerm *term;

  jp_life_init (&life, dossier, context);
  term = jp_life_last_term (&life);
  self->stage = life.stage;
  if (term == NULL)
    return;

  self->term_last = term->last;
  self->in_term = jp_life_in_term (&life, context->today);
  self->days_left = jp_term_days_left (term, context->today);
  if (self->in_term && self->term_last <= jp_date_add_months (context->today, EXPIRING_MONTHS))
    self->warnings |= JP_WARNING_EXPIRING;
}

static void
take_band (JpClusterFacts *self, const JpPack *pack, const JpBand *band)
{
  guint ordinal = pack != NULL ? jp_pack_first_banded (pack) : 0;

  if (band == NULL || ordinal == 0)
    return;

  self->band_from = band->from;
  self->band = jp_words_band (band->from, band == pack->funding_years[ordinal - 1].bands ? 10000 : band[-1].from);
}

static const JpAssessment *
last_confirmed (const JpDossier *dossier)
{
  for (guint i = dossier->assessments->len; i > 0; i--)
    {
      const JpAssessment *assessment = g_ptr_array_index (dossier->assessments, i - 1);

      if (assessment->frozen != NULL)
        return assessment;
    }

  return NULL;
}

static gboolean
is_assessed (const JpResult *result)
{
  return result != NULL && result->pack != NULL && result->missing->len < result->pack->n_indicators;
}

/* The last score: the latest confirmed one, or, where it is later, what is known so far of the year at hand. */
static void
take_score (JpClusterFacts *self, const JpDossier *dossier, const JpContext *context, const JpResult *result)
{
  const JpAssessment *confirmed = last_confirmed (dossier);

  if (confirmed != NULL && (!is_assessed (result) || confirmed->year >= result->year))
    {
      const JpPack *pack = jp_pack_set_find (context->packs, confirmed->pack_id, confirmed->pack_version);
      guint ordinal = pack != NULL ? jp_pack_first_banded (pack) : 0;

      self->score_year = confirmed->year;
      self->score = confirmed->frozen->total;
      self->score_final = TRUE;
      self->score_vetoed = confirmed->frozen->vetoes->len > 0;
      if (ordinal != 0 && !self->score_vetoed)
        take_band (self, pack, jp_pack_band (pack, ordinal, self->score));
    }
  else if (is_assessed (result))
    {
      self->score_year = result->year;
      self->score = result->total;
      self->score_vetoed = result->vetoed;
    }

  if (self->score_vetoed || (result != NULL && result->vetoed))
    self->warnings |= JP_WARNING_VETOED;
}

static gboolean
lacks_figures (const JpResult *result)
{
  if (result == NULL || result->pack == NULL || result->state == JP_ASSESSMENT_CONFIRMED)
    return FALSE;

  for (guint i = 0; i < result->pack->n_indicators; i++)
    if (result->score.items[i].status == JP_SCORE_NO_PREVIOUS || result->score.items[i].status == JP_SCORE_NO_CURRENT)
      return TRUE;

  return FALSE;
}

/* The funding year at work: the first that is neither paid nor worth nothing. */
static void
take_funding (JpClusterFacts *self, const JpDossier *dossier, const JpContext *context)
{
  guint n = jp_funding_start (dossier, context, NULL) != 0 ? jp_funding_n_years (dossier, context) : 0;

  for (guint ordinal = 1; ordinal <= n; ordinal++)
    {
      g_auto (JpFundCase) fund_case = { 0 };

      jp_fund_case_init (&fund_case, dossier, context, ordinal);
      if (fund_case.state == JP_CASE_PAID || fund_case.state == JP_CASE_ZERO)
        continue;
      self->funding_rank = (int) ordinal * 100 + (int) fund_case.state;
      self->funding = g_strdup_printf ("第%u年 %s", ordinal, jp_case_state_name (fund_case.state));
      return;
    }
  if (n > 0)
    {
      self->funding_rank = (int) n * 100 + 100;
      self->funding = g_strdup ("已办结");
    }
}

JpClusterFacts *
jp_cluster_facts_new (const JpDossier *dossier, const JpContext *context, const JpResult *result, gboolean overdue)
{
  JpClusterFacts *self;

  g_return_val_if_fail (dossier != NULL && context != NULL, NULL);

  self = g_new0 (JpClusterFacts, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->dossier = dossier;
  self->band_from = -1;
  take_identity (self, dossier, context);
  take_life (self, dossier, context);
  take_score (self, dossier, context, result);
  take_funding (self, dossier, context);
  if (overdue)
    self->warnings |= JP_WARNING_OVERDUE;
  if (lacks_figures (result))
    self->warnings |= JP_WARNING_MISSING;

  return self;
}

JpClusterFacts *
jp_cluster_facts_ref (JpClusterFacts *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
jp_cluster_facts_unref (JpClusterFacts *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->name);
  g_free (self->district_name);
  g_free (self->industry);
  g_free (self->operator_name);
  g_free (self->band);
  g_free (self->funding);
  g_clear_pointer (&self->search_key, jp_search_key_unref);
  g_bytes_unref (self->industry_key);
  g_bytes_unref (self->operator_key);
  g_free (self);
}

/* What a warning is called in the window. */
const char *
jp_cluster_warning_name (JpClusterWarning warning)
{
  switch (warning)
    {
    case JP_WARNING_EXPIRING:
      return _("Ends Within 12 Months");
    case JP_WARNING_VETOED:
      return _("Vetoed");
    case JP_WARNING_OVERDUE:
      return _("Overdue");
    case JP_WARNING_MISSING:
      return _("Figures Missing");
    default:
      g_return_val_if_reached ("");
    }
}
