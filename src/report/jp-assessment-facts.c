/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-assessment-private.h"

#include "jp-facts.h"

static void
add_figure (JsonBuilder *builder, const char *name, const JpResult *result, const JpIndicator *indicator, gint64 value)
{
  g_autofree char *text = NULL;

  if (value != JP_VALUE_UNKNOWN && indicator->n_metrics > 0)
    text = jp_units_to_string (value, result->pack->metrics[indicator->metrics[0]].decimals);
  jp_facts_text (builder, name, text);
}

static void
add_indicators (JsonBuilder *builder, const JpResult *result)
{
  jp_facts_list (builder, "indicators");
  for (guint i = 0; i < result->pack->n_indicators; i++)
    {
      const JpIndicatorScore *item = &result->score.items[i];
      const JpResultPoints *points = &result->points[i];
      const JpReviewPoints *review = jp_assessment_review (result, i);
      g_autofree char *measure = jp_score_measure_text (&result->score, i);
      g_autofree char *evidence = jp_dossier_evidence_names (result->dossier, result->year, item->indicator->id);

      jp_facts_item (builder);
      jp_facts_text (builder, "id", item->indicator->id);
      jp_facts_points (builder, "weight", item->indicator->weight);
      add_figure (builder, "previous", result, item->indicator, item->previous);
      add_figure (builder, "current", result, item->indicator, item->current);
      jp_facts_text (builder, "measure", measure);
      jp_facts_points (builder, "points", points->computed);
      jp_facts_points (builder, "district", points->district);
      jp_facts_points (builder, "city", points->city);
      jp_facts_text (builder, "districtReason", review != NULL ? review->district_reason : NULL);
      jp_facts_text (builder, "cityReason", review != NULL ? review->city_reason : NULL);
      if (evidence != NULL) /* papers printed before there was any keep their check code */
        jp_facts_text (builder, "evidence", evidence);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_vetoes (JsonBuilder *builder, const JpResult *result)
{
  jp_facts_list (builder, "vetoes");
  for (guint i = 0; i < result->vetoes->len; i++)
    {
      const JpVeto *veto = g_ptr_array_index (result->vetoes, i);

      jp_facts_item (builder);
      jp_facts_text (builder, "id", veto->rule->id);
      jp_facts_text (builder, "finding", jp_assessment_veto_finding (veto));
      jp_facts_text (builder, "evidence", veto->evidence);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_outcome (JsonBuilder *builder, const JpResult *result, const JpRank *rank)
{
  jp_facts_points (builder, "total", result->total);
  jp_facts_points (builder, "most", result->most);
  jp_facts_points (builder, "bandFrom", result->band != NULL ? result->band->from : -1);
  jp_facts_bool (builder, "vetoed", result->vetoed);
  jp_facts_bool (builder, "money", result->involves_money);
  jp_facts_int (builder, "ordinal", result->next_ordinal);
  jp_facts_int (builder, "fiscalYear", result->next_fiscal_year);
  jp_facts_money (builder, "amount", result->amount);
  jp_facts_money (builder, "least", result->least);
  jp_facts_money (builder, "mostAmount", result->most_amount);
  jp_facts_int (builder, "rank", rank != NULL ? rank->rank : 0);
  jp_facts_int (builder, "of", rank != NULL ? rank->of : 0);
  jp_facts_points (builder, "median", rank != NULL ? rank->median : -1);
}

static void
add_review (JsonBuilder *builder, const JpAssessment *assessment)
{
  jp_facts_text (builder, "submittedBy", assessment->submitted_by);
  jp_facts_date (builder, "submittedOn", assessment->submitted_on);
  jp_facts_text (builder, "districtOpinion", assessment->district_opinion);
  jp_facts_text (builder, "confirmedBy", assessment->confirmed_by);
  jp_facts_date (builder, "confirmedOn", assessment->confirmed_on);
  jp_facts_text (builder, "cityOpinion", assessment->city_opinion);
  jp_facts_text (builder, "samePersonReason", assessment->same_person_reason);
  jp_facts_text (builder, "keptReason", assessment->kept_reason);
  jp_facts_bool (builder, "figuresCorrected", assessment->figures_corrected);

  json_builder_set_member_name (builder, "narrative");
  json_builder_begin_object (builder);
  for (guint i = 0; i < assessment->narrative->len; i++)
    {
      const JpNarrative *narrative = g_ptr_array_index (assessment->narrative, i);
      jp_facts_text (builder, narrative->part, narrative->text);
    }
  json_builder_end_object (builder);
}

/* The data a print of @result keeps, as canonical JSON. */
char *
jp_assessment_facts (const JpResult *result, const JpRank *rank, const JpContext *context)
{
  JsonBuilder *builder = jp_facts_new ("assessment");
  const JpDossier *dossier = result->dossier;
  JpDate end = jp_date_year_end (result->year);
  g_autofree char *term = jp_words_term (dossier, context, result->year);
  g_autofree char *overridden = result->pack != NULL ? jp_assessment_overridden (result, context) : NULL;

  jp_facts_text (builder, "id", dossier->id);
  jp_facts_int (builder, "year", result->year);
  jp_facts_text (builder, "cluster", dossier->name);
  jp_facts_text (builder, "district", dossier->district);
  jp_facts_text (builder, "industry", jp_words_value_on (dossier, "industry", end, dossier->industry));
  jp_facts_text (builder, "operator", jp_assessment_operator (result));
  jp_facts_text (builder, "creditCode", jp_assessment_credit_code (result));
  jp_facts_text (builder, "term", term);
  jp_facts_text (builder, "state", jp_assessment_state_id (result->state));
  jp_facts_bool (builder, "due", result->due);
  if (result->pack != NULL)
    {
      jp_facts_text (builder, "pack", result->pack->id);
      jp_facts_int (builder, "packVersion", result->pack->version);
      jp_facts_bool (builder, "packConfirmed", result->pack_confirmed);
      add_indicators (builder, result);
      add_vetoes (builder, result);
      add_outcome (builder, result, rank);
    }
  if (result->assessment != NULL)
    add_review (builder, result->assessment);
  if (overridden != NULL)
    jp_facts_text (builder, "overridden", overridden);

  return jp_facts_finish (builder);
}
