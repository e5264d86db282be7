/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-assessment-private.h"

#include <json-glib/json-glib.h>

/* The paper's data, named as the command line names them. The order of the members is fixed: the check code is
 * computed over this text. What only the day makes different is left out. */

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_bool (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
add_points (JsonBuilder *builder, const char *name, int points)
{
  g_autofree char *text = points >= 0 ? jp_points_to_string (points) : NULL;

  add_text (builder, name, text);
}

static void
add_money (JsonBuilder *builder, const char *name, JpMoney amount)
{
  g_autofree char *text = amount != JP_MONEY_UNKNOWN ? jp_money_to_yuan (amount) : NULL;

  add_text (builder, name, text);
}

static void
add_figure (JsonBuilder *builder, const char *name, const JpResult *result, const JpIndicator *indicator, gint64 value)
{
  g_autofree char *text = NULL;

  if (value != JP_VALUE_UNKNOWN && indicator->n_metrics > 0)
    text = jp_units_to_string (value, result->pack->metrics[indicator->metrics[0]].decimals);
  add_text (builder, name, text);
}

static void
add_indicators (JsonBuilder *builder, const JpResult *result)
{
  json_builder_set_member_name (builder, "indicators");
  json_builder_begin_array (builder);
  for (guint i = 0; i < result->pack->n_indicators; i++)
    {
      const JpIndicatorScore *item = &result->score.items[i];
      const JpResultPoints *points = &result->points[i];
      const JpReviewPoints *review = jp_assessment_review (result, i);
      g_autofree char *measure = jp_score_measure_text (&result->score, i);

      json_builder_begin_object (builder);
      add_text (builder, "id", item->indicator->id);
      add_points (builder, "weight", item->indicator->weight);
      add_figure (builder, "previous", result, item->indicator, item->previous);
      add_figure (builder, "current", result, item->indicator, item->current);
      add_text (builder, "measure", measure);
      add_points (builder, "points", points->computed);
      add_points (builder, "district", points->district);
      add_points (builder, "city", points->city);
      add_text (builder, "districtReason", review != NULL ? review->district_reason : NULL);
      add_text (builder, "cityReason", review != NULL ? review->city_reason : NULL);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_vetoes (JsonBuilder *builder, const JpResult *result)
{
  json_builder_set_member_name (builder, "vetoes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < result->vetoes->len; i++)
    {
      const JpVeto *veto = g_ptr_array_index (result->vetoes, i);

      json_builder_begin_object (builder);
      add_text (builder, "id", veto->rule->id);
      add_text (builder, "finding", jp_assessment_veto_finding (veto));
      add_text (builder, "evidence", veto->evidence);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_outcome (JsonBuilder *builder, const JpResult *result, const JpRank *rank)
{
  add_points (builder, "total", result->total);
  add_points (builder, "most", result->most);
  add_points (builder, "bandFrom", result->band != NULL ? result->band->from : -1);
  add_bool (builder, "vetoed", result->vetoed);
  add_bool (builder, "money", result->involves_money);
  add_int (builder, "ordinal", result->next_ordinal);
  add_int (builder, "fiscalYear", result->next_fiscal_year);
  add_money (builder, "amount", result->amount);
  add_money (builder, "least", result->least);
  add_money (builder, "mostAmount", result->most_amount);
  add_int (builder, "rank", rank != NULL ? rank->rank : 0);
  add_int (builder, "of", rank != NULL ? rank->of : 0);
  add_points (builder, "median", rank != NULL ? rank->median : -1);
}

static void
add_review (JsonBuilder *builder, const JpAssessment *assessment)
{
  char iso[JP_DATE_ISO_LEN];

  add_text (builder, "submittedBy", assessment->submitted_by);
  add_text (builder, "submittedOn",
            assessment->submitted_on != JP_DATE_NONE ? jp_date_to_iso (assessment->submitted_on, iso) : NULL);
  add_text (builder, "districtOpinion", assessment->district_opinion);
  add_text (builder, "confirmedBy", assessment->confirmed_by);
  add_text (builder, "confirmedOn",
            assessment->confirmed_on != JP_DATE_NONE ? jp_date_to_iso (assessment->confirmed_on, iso) : NULL);
  add_text (builder, "cityOpinion", assessment->city_opinion);
  add_text (builder, "samePersonReason", assessment->same_person_reason);
  add_text (builder, "keptReason", assessment->kept_reason);
  add_bool (builder, "figuresCorrected", assessment->figures_corrected);

  json_builder_set_member_name (builder, "narrative");
  json_builder_begin_object (builder);
  for (guint i = 0; i < assessment->narrative->len; i++)
    {
      const JpNarrative *narrative = g_ptr_array_index (assessment->narrative, i);
      add_text (builder, narrative->part, narrative->text);
    }
  json_builder_end_object (builder);
}

/* The data a print of @result keeps, as canonical JSON. */
char *
jp_assessment_facts (const JpResult *result, const JpRank *rank, const JpContext *context)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  const JpDossier *dossier = result->dossier;
  JpDate end = jp_date_year_end (result->year);
  g_autofree char *term = jp_words_term (dossier, context, result->year);

  json_builder_begin_object (builder);
  add_text (builder, "report", "assessment");
  add_text (builder, "id", dossier->id);
  add_int (builder, "year", result->year);
  add_text (builder, "cluster", dossier->name);
  add_text (builder, "district", dossier->district);
  add_text (builder, "industry", jp_words_value_on (dossier, "industry", end, dossier->industry));
  add_text (builder, "operator", jp_assessment_operator (result));
  add_text (builder, "creditCode", jp_assessment_credit_code (result));
  add_text (builder, "term", term);
  add_text (builder, "state", jp_assessment_state_id (result->state));
  add_bool (builder, "due", result->due);
  if (result->pack != NULL)
    {
      add_text (builder, "pack", result->pack->id);
      add_int (builder, "packVersion", result->pack->version);
      add_bool (builder, "packConfirmed", result->pack_confirmed);
      add_indicators (builder, result);
      add_vetoes (builder, result);
      add_outcome (builder, result, rank);
    }
  if (result->assessment != NULL)
    add_review (builder, result->assessment);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}
