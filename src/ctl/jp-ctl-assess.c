/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-ctl.h"
#include "jp-assess-work.h"

#include <glib/gi18n-lib.h>

static void
put_figure (JsonBuilder *json, const char *key, const JpResult *result, guint index, gint64 value)
{
  const JpIndicator *indicator = &result->pack->indicators[index];

  if (value == JP_VALUE_UNKNOWN || indicator->n_metrics == 0)
    jp_out_null (json, key);
  else
    jp_out_take (json, key, jp_units_to_string (value, result->pack->metrics[indicator->metrics[0]].decimals));
}

/* The measure as a decimal string in the unit of the curve: a ratio for growth, to four places half up. */
static char *
measure_string (const JpIndicatorScore *item)
{
  guint decimals = item->indicator->measure == JP_MEASURE_GROWTH ? 4 : 2;
  gint64 value;

  if (item->status != JP_SCORE_COMPUTED ||
      !jp_mul_div_half_up (item->numerator, decimals == 4 ? 10000 : 100, item->denominator, &value))
    return NULL;
  if (item->indicator->measure == JP_MEASURE_INCREMENT && value % 100 == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, value / 100);

  return jp_units_to_string (value, decimals);
}

static void
put_indicator (JsonBuilder *json, const JpResult *result, guint index)
{
  const JpIndicatorScore *item = &result->score.items[index];

  json_builder_begin_object (json);
  jp_out_string (json, "id", item->indicator->id);
  jp_out_points (json, "weight", item->indicator->weight);
  jp_out_string (json, "measure",
                 ((const char *[]){ "growth", "increment", "level", "manual" })[item->indicator->measure]);
  put_figure (json, "previous", result, index, item->previous);
  put_figure (json, "current", result, index, item->current);
  jp_out_take (json, "value", measure_string (item));
  jp_out_points (json, "points", item->points);
  jp_out_take (json, "note", jp_score_explain (&result->score, index));
  jp_out_points (json, "district", result->points[index].district);
  jp_out_points (json, "city", result->points[index].city);
  json_builder_end_object (json);
}

static void
put_vetoes (JsonBuilder *json, const JpResult *result)
{
  jp_out_array (json, "vetoes");
  for (guint i = 0; i < result->vetoes->len; i++)
    {
      const JpVeto *veto = result->vetoes->pdata[i];

      if (veto->state != JP_VETO_STANDS)
        continue;
      json_builder_begin_object (json);
      jp_out_string (json, "id", veto->rule->id);
      jp_out_string (json, "evidence", veto->evidence);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  jp_out_bool (json, "vetoed", result->vetoed);
}

static void
put_money (JsonBuilder *json, const JpResult *result)
{
  json_builder_set_member_name (json, "band");
  if (result->band != NULL)
    {
      json_builder_begin_object (json);
      jp_out_points (json, "from", result->band->from);
      jp_out_points (json, "to", result->band_to);
      json_builder_end_object (json);
    }
  else
    json_builder_add_null_value (json);

  json_builder_set_member_name (json, "next");
  if (result->involves_money)
    {
      json_builder_begin_object (json);
      jp_out_int (json, "ordinal", result->next_ordinal);
      jp_out_int (json, "fiscalYear", result->next_fiscal_year);
      jp_out_money (json, "amount", result->amount);
      jp_out_money (json, "least", result->least);
      jp_out_money (json, "most", result->most_amount);
      json_builder_end_object (json);
    }
  else
    json_builder_add_null_value (json);

  json_builder_set_member_name (json, "gap");
  if (result->gap_points > 0)
    {
      json_builder_begin_object (json);
      jp_out_points (json, "points", result->gap_points);
      jp_out_money (json, "amount", result->gap_amount);
      json_builder_end_object (json);
    }
  else
    json_builder_add_null_value (json);
}

/* One result as `score` and `assess` give it. */
void
jp_ctl_put_result (JsonBuilder *json, const JpResult *result)
{
  json_builder_begin_object (json);
  jp_out_string (json, "cluster", result->dossier->name);
  jp_out_string (json, "id", result->dossier->id);
  jp_out_int (json, "year", result->year);
  jp_out_bool (json, "due", result->due);
  jp_out_take (json, "pack", g_strdup_printf ("%s/%u", result->pack->id, result->pack->version));
  jp_out_bool (json, "packConfirmed", result->pack_confirmed);
  jp_out_string (json, "state", jp_assessment_state_id (result->state));
  jp_out_array (json, "indicators");
  for (guint i = 0; i < result->pack->n_indicators; i++)
    put_indicator (json, result, i);
  json_builder_end_array (json);
  jp_out_points (json, "total", result->total);
  jp_out_points (json, "computed", result->total_computed);
  jp_out_points (json, "district", result->total_district);
  jp_out_points (json, "city", result->total_city);
  jp_out_array (json, "missing");
  for (guint i = 0; i < result->missing->len; i++)
    json_builder_add_string_value (json, result->pack->indicators[g_array_index (result->missing, guint, i)].id);
  json_builder_end_array (json);
  put_vetoes (json, result);
  put_money (json, result);
  json_builder_end_object (json);
}

static void
print_result (const JpResult *result)
{
  g_autofree char *total = jp_points_to_string (result->total);

  g_print ("%s %d\n", result->dossier->name, result->year);
  for (guint i = 0; i < result->pack->n_indicators; i++)
    {
      g_autofree char *note = jp_score_explain (&result->score, i);

      g_print ("  %s：%s\n", result->pack->indicators[i].name, note);
    }
  for (guint i = 0; i < result->vetoes->len; i++)
    {
      const JpVeto *veto = result->vetoes->pdata[i];

      if (veto->state == JP_VETO_STANDS)
        g_print ("  %s%s：%s\n", veto->rule->number, veto->rule->name, veto->evidence);
    }
  g_print (_("  Total %s"), total);
  if (result->vetoed)
    g_print ("%s", _(", vetoed"));
  else if (result->missing->len > 0)
    g_print (g_dngettext (GETTEXT_PACKAGE, ", provisional: %u indicator without points",
                          ", provisional: %u indicators without points", result->missing->len),
             result->missing->len);
  if (!result->vetoed && result->involves_money && result->amount != JP_MONEY_UNKNOWN)
    {
      g_autofree char *amount = jp_money_to_wan (result->amount);

      g_print (_(", %s 万元 in %d"), amount, result->next_fiscal_year);
    }
  g_print ("%s\n\n", result->pack_confirmed ? "" : "，评分标准未核定");
}

static gboolean
show_results (JpCtl *ctl, GPtrArray *dossiers, gboolean named, GError **error)
{
  int year = jp_ctl_year (ctl);

  if (jp_pack_set_for_year (ctl->context.packs, year) == NULL)
    {
      g_set_error (error, JP_CTL_ERROR, JP_CTL_ERROR_REFUSED, _("No rule pack governs the assessment of %d"), year);
      return FALSE;
    }
  if (ctl->json != NULL)
    json_builder_begin_array (ctl->json);
  for (guint i = 0; i < dossiers->len; i++)
    {
      g_autoptr (JpResult) result = jp_result_new (dossiers->pdata[i], &ctl->context, year);

      if (!result->due && !named)
        continue;
      if (ctl->json != NULL)
        jp_ctl_put_result (ctl->json, result);
      else
        print_result (result);
    }
  if (ctl->json != NULL)
    json_builder_end_array (ctl->json);

  return TRUE;
}

static gboolean
run_score (JpCtl *ctl, int n, char **arguments, GError **error)
{
  g_autoptr (GPtrArray) dossiers = NULL;

  if (jp_options.cluster != NULL)
    {
      JpDossier *dossier = jp_desk_find (ctl->desk, jp_options.cluster, error);

      if (dossier == NULL)
        return FALSE;
      dossiers = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_dossier_free);
      g_ptr_array_add (dossiers, dossier);
    }
  else
    {
      dossiers = jp_store_load_dossiers (ctl->store, error);
      if (dossiers == NULL)
        return FALSE;
    }

  return show_results (ctl, dossiers, jp_options.cluster != NULL, error);
}

typedef struct
{
  const char     *word;
  int             n; /* words behind it */
  JpAssessActKind kind;
} AssessWord;

static const AssessWord assess_words[] = {
  { "open", 0, JP_ASSESS_OPEN },         { "points", 2, JP_ASSESS_POINTS },   { "veto", 1, JP_ASSESS_VETO },
  { "withdraw", 1, JP_ASSESS_WITHDRAW }, { "narrative", 2, JP_ASSESS_NARRATIVE }, { "submit", 0, JP_ASSESS_SUBMIT },
  { "return", 0, JP_ASSESS_RETURN },     { "confirm", 0, JP_ASSESS_CONFIRM }, { "reopen", 0, JP_ASSESS_REOPEN },
  { "keep", 0, JP_ASSESS_KEEP },
};

static gboolean
parse_points (const char *text, int *points, GError **error)
{
  JpDecimal decimal;
  gint64 hundredths;
  gboolean exact;

  if (g_str_equal (text, "computed"))
    {
      *points = JP_POINTS_UNKNOWN;
      return TRUE;
    }
  if (!jp_decimal_parse (&decimal, text) || !jp_decimal_rescale (decimal, 2, &hundredths, &exact) || !exact ||
      hundredths < 0 || hundredths > 10000)
    {
      g_set_error (error, JP_CTL_ERROR, JP_CTL_ERROR_USAGE,
                   _("“%s” is no points: write 0.00 to 100.00, or “computed”"), text);
      return FALSE;
    }
  *points = (int) hundredths;

  return TRUE;
}

static gboolean
parse_assess_act (int n, char **arguments, JpAssessAct *act, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (assess_words); i++)
    {
      const AssessWord *word = &assess_words[i];

      if (!g_str_equal (word->word, arguments[2]) || n != 3 + word->n)
        continue;
      act->kind = word->kind;
      act->item = word->n > 0 ? arguments[3] : NULL;
      act->reason = jp_options.reason;
      act->text = word->kind == JP_ASSESS_NARRATIVE ? arguments[4] : jp_options.note;

      return word->kind != JP_ASSESS_POINTS || parse_points (arguments[4], &act->points, error);
    }

  g_set_error_literal (error, JP_CTL_ERROR, JP_CTL_ERROR_USAGE,
                       _("Usage: jipingctl assess CLUSTER YEAR open | points INDICATOR VALUE | veto ID | withdraw ID | "
                         "narrative PART TEXT | submit | return | confirm | reopen | keep"));
  return FALSE;
}

static gboolean
run_assess (JpCtl *ctl, int n, char **arguments, GError **error)
{
  g_autoptr (JpDossier) dossier = jp_desk_find (ctl->desk, arguments[0], error);
  g_autoptr (JpDossier) after = NULL;
  g_autoptr (JpResult) result = NULL;
  JpAssessAct act = { .points = JP_POINTS_UNKNOWN };
  int year;

  if (dossier == NULL || !jp_ctl_parse_year (arguments[1], &year, error)
      || !parse_assess_act (n, arguments, &act, error)
      || !jp_casework_assess (ctl->desk, dossier->id, year, &act, error))
    return FALSE;

  after = jp_store_load_dossier (ctl->store, dossier->id, error);
  if (after == NULL || !jp_desk_get_context (ctl->desk, &ctl->context, error))
    return FALSE;
  result = jp_result_new (after, &ctl->context, year);
  if (ctl->json != NULL)
    jp_ctl_put_result (ctl->json, result);
  else
    print_result (result);

  return TRUE;
}

static const GOptionEntry score_entries[] = {
  { "year", 0, 0, G_OPTION_ARG_INT, &jp_options.year, N_("Assessment year (default: last year)"), N_("YEAR") },
  { "cluster", 0, 0, G_OPTION_ARG_STRING, &jp_options.cluster, N_("Only this cluster, whether due or not"),
    N_("CLUSTER") },
  { NULL },
};

static const GOptionEntry assess_entries[] = {
  { "reason", 0, 0, G_OPTION_ARG_STRING, &jp_options.reason, N_("Why; kept and printed"), N_("TEXT") },
  { "note", 0, 0, G_OPTION_ARG_STRING, &jp_options.note, N_("The opinion, with submit and confirm"), N_("TEXT") },
  { NULL },
};

const JpCtlCommand jp_ctl_assess_commands[] = {
  { "score", N_("[--year YEAR] [--cluster CLUSTER]"),
    N_("Computes the scores of a year and explains them; saves nothing"), JP_NEEDS_DESK, 0, 0, score_entries,
    run_score },
  { "assess",
    N_("CLUSTER YEAR open | points INDICATOR VALUE | veto ID | withdraw ID | narrative PART TEXT | submit | return | "
        "confirm | reopen | keep"),
    N_("Takes a yearly assessment through its official acts, for the office given"), JP_NEEDS_DESK, 3, 5,
    assess_entries, run_assess },
  { NULL },
};
