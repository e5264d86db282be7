/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-assess.h"

#include "jp-text.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (jp-assess-error-quark, jp_assess_error)

static const struct
{
  const char *id;
  const char *name;
} acts[JP_N_ASSESS_ACTS] = {
  [JP_ASSESS_OPEN] = { "open", "开始考核" },
  [JP_ASSESS_POINTS] = { "points", "打分" },
  [JP_ASSESS_VETO] = { "veto", "一票否决" },
  [JP_ASSESS_WITHDRAW] = { "withdraw", "撤回否决" },
  [JP_ASSESS_NARRATIVE] = { "narrative", "填写说明" },
  [JP_ASSESS_SUBMIT] = { "submit", "提交区初审" },
  [JP_ASSESS_RETURN] = { "return", "退回" },
  [JP_ASSESS_CONFIRM] = { "confirm", "确认" },
  [JP_ASSESS_REOPEN] = { "reopen", "重新打开" },
  [JP_ASSESS_KEEP] = { "keep", "维持原结论" },
};

const char *
jp_assess_act_id (JpAssessActKind kind)
{
  return acts[kind].id;
}

const char *
jp_assess_act_name (JpAssessActKind kind)
{
  return acts[kind].name;
}

gboolean
jp_assess_act_parse (const char *id, JpAssessActKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_str_equal (acts[i].id, id))
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}

/* What an act is judged by: the result it changes, and the assessment being made. */
typedef struct
{
  const JpDossier   *dossier;
  const JpContext   *context;
  const JpResult    *result;
  const JpAssessAct *act;
  JpAssessment      *next;
} Case;

static gboolean
has_reason (const char *reason)
{
  return reason != NULL && *reason != '\0';
}

static gboolean
need_reason (const Case *c, GError **error)
{
  if (has_reason (c->act->reason))
    return TRUE;

  g_set_error (error, JP_ASSESS_ERROR, JP_ASSESS_ERROR_REASON,
               _("“%s” needs a reason, which is kept and printed (R-SCORE, 第十条)"),
               acts[c->act->kind].name);
  return FALSE;
}

static gboolean
need_state (const Case *c, JpAssessmentState state, GError **error)
{
  if (c->next->state == state)
    return TRUE;

  if (c->next->state == JP_ASSESSMENT_CONFIRMED)
    g_set_error (error, JP_ASSESS_ERROR, JP_ASSESS_ERROR_STATE,
                 _("The assessment of %s for %d is confirmed and takes no change; the city can reopen it with a "
                   "reason (R-SCORE, 第十条)"),
                 c->dossier->name, c->next->year);
  else if (c->next->state == JP_ASSESSMENT_NONE)
    g_set_error (error, JP_ASSESS_ERROR, JP_ASSESS_ERROR_STATE,
                 _("The assessment of %s for %d has not been opened yet; open it first (R-SCORE, 第十条)"),
                 c->dossier->name, c->next->year);
  else
    g_set_error (error, JP_ASSESS_ERROR, JP_ASSESS_ERROR_STATE,
                 _("The assessment of %s for %d is in the state “%s”; “%s” needs the state “%s” (R-SCORE, 第十条)"),
                 c->dossier->name, c->next->year, jp_assessment_state_name (c->next->state), acts[c->act->kind].name,
                 jp_assessment_state_name (state));
  return FALSE;
}

static gboolean
is_city (const Case *c)
{
  return g_str_equal (c->act->office, JP_OFFICE_CITY) || g_str_equal (c->act->office, JP_OFFICE_CENTRE);
}

/* The district does the first review, the city the second (第十条). */
static gboolean
need_city (const Case *c, GError **error)
{
  if (is_city (c))
    return TRUE;

  g_set_error (error, JP_ASSESS_ERROR, JP_ASSESS_ERROR_OFFICE,
               _("“%s” is an act of the city (R-SCORE, 第十条)"), acts[c->act->kind].name);
  return FALSE;
}

static gboolean
need_district (const Case *c, GError **error)
{
  if (g_str_equal (c->act->office, c->dossier->district))
    return TRUE;

  g_set_error (error, JP_ASSESS_ERROR, JP_ASSESS_ERROR_OFFICE,
               _("“%s” is an act of the cluster's district, %s (R-SCORE, 第十条)"),
               acts[c->act->kind].name,
               jp_pack_office_name (c->result->pack, c->dossier->district));
  return FALSE;
}

/* Whoever's turn it is may enter points, vetoes and narrative: the district before it submits, then the city. */
static gboolean
need_turn (const Case *c, GError **error)
{
  if (c->next->state == JP_ASSESSMENT_DISTRICT)
    return need_district (c, error);
  if (c->next->state == JP_ASSESSMENT_CITY)
    return need_city (c, error);

  return need_state (c, JP_ASSESSMENT_DISTRICT, error);
}

static gboolean
apply_open (Case *c, GError **error)
{
  if (c->next->state != JP_ASSESSMENT_NONE)
    {
      g_set_error (error, JP_ASSESS_ERROR, JP_ASSESS_ERROR_STATE,
                   _("The assessment of %s for %d is open already (R-SCORE, 第十条)"),
                   c->dossier->name, c->next->year);
      return FALSE;
    }
  if (!c->result->due || c->act->date <= jp_date_year_end ((guint) c->next->year))
    {
      g_set_error (error, JP_ASSESS_ERROR, JP_ASSESS_ERROR_NOT_DUE,
                   _("No assessment of %s for %d is due: it is done in the year after, for every cluster in term "
                     "(R-CAL, 第九条)"),
                   c->dossier->name, c->next->year);
      return FALSE;
    }

  c->next->state = JP_ASSESSMENT_DISTRICT;
  c->next->pack_id = g_strdup (c->result->pack->id);
  c->next->pack_version = c->result->pack->version;

  return TRUE;
}

static JpReviewPoints *
find_points (JpAssessment *assessment, const char *indicator)
{
  for (guint i = 0; i < assessment->points->len; i++)
    {
      JpReviewPoints *points = assessment->points->pdata[i];

      if (g_str_equal (points->indicator, indicator))
        return points;
    }

  return NULL;
}

/**
 * jp_assess_expected_points:
 * @result: the assessment as it stands
 * @indicator: an indicator of its pack
 * @city: whether the city gives the points, else the district
 *
 * What Enter on an empty cell takes: the computed points; for the city, where none are computed, the district's
 * (R-SCORE, 第十条).
 *
 * Returns: hundredths of a point, or %JP_POINTS_UNKNOWN
 */
int
jp_assess_expected_points (const JpResult *result, guint indicator, gboolean city)
{
  const JpResultPoints *points = &result->points[indicator];

  if (points->computed != JP_POINTS_UNKNOWN)
    return points->computed;

  return city ? points->district : JP_POINTS_UNKNOWN;
}

/**
 * jp_assess_needs_reason:
 * @result: the assessment as it stands
 * @indicator: an indicator of its pack
 * @city: whether the city gives the points, else the district
 * @points: hundredths of a point
 *
 * Points that differ from the computed ones, or the city's from the district's, need a reason, and so do all that a
 * reviewer gives where nothing is computed (R-SCORE, 第十条).
 *
 * Returns: whether these do
 */
gboolean
jp_assess_needs_reason (const JpResult *result, guint indicator, gboolean city, int points)
{
  const JpResultPoints *known = &result->points[indicator];

  if (known->computed != JP_POINTS_UNKNOWN && points != known->computed)
    return TRUE;
  if (city && known->district != JP_POINTS_UNKNOWN && points != known->district)
    return TRUE;

  return known->computed == JP_POINTS_UNKNOWN && (!city || points != known->district);
}

static gboolean
apply_points (Case *c, GError **error)
{
  gboolean city = c->next->state == JP_ASSESSMENT_CITY;
  int index = jp_pack_find_indicator (c->result->pack, c->act->item);
  int points = c->act->points;
  JpReviewPoints *review;

  if (!need_turn (c, error))
    return FALSE;
  if (index < 0)
    {
      g_set_error (error, JP_ASSESS_ERROR, JP_ASSESS_ERROR_POINTS,
                   _("The rule pack has no indicator “%s” (R-SCORE)"), c->act->item);
      return FALSE;
    }
  if (points == JP_POINTS_UNKNOWN)
    points = jp_assess_expected_points (c->result, (guint) index, city);
  if (points < 0 || points > c->result->pack->indicators[index].weight)
    {
      g_autofree char *weight = jp_points_to_string (c->result->pack->indicators[index].weight);

      g_set_error (error, JP_ASSESS_ERROR, JP_ASSESS_ERROR_POINTS,
                   _("“%s” takes points from 0 to %s, to the hundredth (R-SCORE, 第十条)"),
                   c->result->pack->indicators[index].name, weight);
      return FALSE;
    }
  if (jp_assess_needs_reason (c->result, (guint) index, city, points) && !need_reason (c, error))
    return FALSE;

  review = find_points (c->next, c->act->item);
  if (review == NULL)
    {
      review = jp_review_points_new (c->act->item);
      g_ptr_array_add (c->next->points, review);
    }
  if (city)
    {
      review->city = points;
      jp_text_set (&review->city_reason, has_reason (c->act->reason) ? c->act->reason : NULL);
      jp_text_set (&review->city_person, c->act->person);
    }
  else
    {
      review->district = points;
      jp_text_set (&review->district_reason, has_reason (c->act->reason) ? c->act->reason : NULL);
      jp_text_set (&review->district_person, c->act->person);
    }

  return TRUE;
}

static int
find_reviewer_veto (const JpAssessment *assessment, const char *veto)
{
  for (guint i = 0; i < assessment->vetoes->len; i++)
    if (g_str_equal (((JpReviewerVeto *) assessment->vetoes->pdata[i])->veto, veto))
      return (int) i;

  return -1;
}

static gboolean
apply_veto (Case *c, GError **error)
{
  JpReviewerVeto *veto;
  int present;

  if (!need_turn (c, error) || !need_reason (c, error))
    return FALSE;
  if (jp_pack_find_veto (c->result->pack, c->act->item) == NULL)
    {
      g_set_error (error, JP_ASSESS_ERROR, JP_ASSESS_ERROR_VETO,
                   _("The rule pack has no veto “%s” (R-VETO)"), c->act->item);
      return FALSE;
    }

  present = find_reviewer_veto (c->next, c->act->item);
  if (present >= 0)
    g_ptr_array_remove_index (c->next->vetoes, (guint) present);
  veto = jp_reviewer_veto_new (c->act->item, c->act->reason);
  jp_text_set (&veto->office, c->act->office);
  jp_text_set (&veto->person, c->act->person);
  g_ptr_array_add (c->next->vetoes, veto);

  return TRUE;
}

static gboolean
apply_withdraw (Case *c, GError **error)
{
  int present;

  if (!need_turn (c, error) || !need_reason (c, error))
    return FALSE;
  present = find_reviewer_veto (c->next, c->act->item);
  if (present < 0)
    {
      g_set_error (error, JP_ASSESS_ERROR, JP_ASSESS_ERROR_VETO,
                   _("No reviewer added the veto “%s”; one that the records prove stands until the record is "
                     "corrected (R-VETO, 第十条)"), c->act->item);
      return FALSE;
    }
  g_ptr_array_remove_index (c->next->vetoes, (guint) present);

  return TRUE;
}

static gboolean
apply_narrative (Case *c, GError **error)
{
  if (!need_turn (c, error))
    return FALSE;
  if (jp_narrative_part_name (c->act->item) == NULL)
    {
      g_autofree char *parts = g_strjoinv (", ", (char **) JP_NARRATIVE_PARTS);

      g_set_error (error, JP_ASSESS_ERROR, JP_ASSESS_ERROR_INCOMPLETE,
                   _("“%s” is no part of the narrative; the parts are %s (R-CAL, 第九条)"), c->act->item, parts);
      return FALSE;
    }

  for (guint i = 0; i < c->next->narrative->len; i++)
    {
      JpNarrative *narrative = c->next->narrative->pdata[i];

      if (g_str_equal (narrative->part, c->act->item))
        {
          jp_text_set (&narrative->text, c->act->text);
          return TRUE;
        }
    }
  g_ptr_array_add (c->next->narrative, jp_narrative_new (c->act->item, c->act->text));

  return TRUE;
}

/* Nothing is adopted silently: every indicator needs the points of the office that passes the assessment on. */
static gboolean
need_all_points (const Case *c, gboolean city, GError **error)
{
  g_autoptr (GString) missing = g_string_new (NULL);

  for (guint i = 0; i < c->result->pack->n_indicators; i++)
    {
      const JpReviewPoints *points = find_points (c->next, c->result->pack->indicators[i].id);

      if (points == NULL || (city ? points->city : points->district) == JP_POINTS_UNKNOWN)
        g_string_append_printf (missing, "%s%s", missing->len > 0 ? "、" : "", c->result->pack->indicators[i].name);
    }
  if (missing->len == 0)
    return TRUE;

  g_set_error (error, JP_ASSESS_ERROR, JP_ASSESS_ERROR_INCOMPLETE,
               city ? _("The city's points are missing for %s; give them first (R-SCORE, 第十条)")
                    : _("The district's points are missing for %s; give them first (R-SCORE, 第十条)"),
               missing->str);
  return FALSE;
}

static gboolean
need_plausible_figures (const Case *c, GError **error)
{
  const JpFigures *figures = jp_dossier_figures (c->dossier, c->next->year);
  g_autoptr (GArray) parts = NULL;
  const JpMetric *part;

  if (figures == NULL)
    return TRUE;
  parts = jp_figures_parts_above_wholes (figures, c->result->pack);
  if (parts->len == 0)
    return TRUE;

  part = &c->result->pack->metrics[g_array_index (parts, guint, 0)];
  g_set_error (error, JP_ASSESS_ERROR, JP_ASSESS_ERROR_INCOMPLETE,
               _("The figures of %d do not fit together: %s is larger than %s, of which it is a part; correct them "
                 "first (R-READ)"),
               c->next->year, part->name, c->result->pack->metrics[part->part_of].name);
  return FALSE;
}

static gboolean
apply_submit (Case *c, GError **error)
{
  if (!need_state (c, JP_ASSESSMENT_DISTRICT, error) || !need_district (c, error) ||
      !need_plausible_figures (c, error) || !need_all_points (c, FALSE, error))
    return FALSE;

  c->next->state = JP_ASSESSMENT_CITY;
  c->next->submitted_on = c->act->date;
  jp_text_set (&c->next->submitted_by, c->act->person);
  jp_text_set (&c->next->district_opinion, c->act->text);

  return TRUE;
}

static gboolean
apply_return (Case *c, GError **error)
{
  if (!need_state (c, JP_ASSESSMENT_CITY, error) || !need_city (c, error) || !need_reason (c, error))
    return FALSE;

  c->next->state = JP_ASSESSMENT_DISTRICT;
  c->next->submitted_on = JP_DATE_NONE;
  g_clear_pointer (&c->next->submitted_by, g_free);

  return TRUE;
}

static void
freeze (Case *c)
{
  const JpFigures *previous = jp_dossier_figures (c->dossier, c->next->year - 1);
  const JpFigures *current = jp_dossier_figures (c->dossier, c->next->year);
  JpFrozenResult *frozen = jp_frozen_result_new ();

  frozen->previous = previous != NULL ? jp_figures_copy (previous) : jp_figures_new (c->next->year - 1);
  frozen->current = current != NULL ? jp_figures_copy (current) : jp_figures_new (c->next->year);
  frozen->total = 0;
  for (guint i = 0; i < c->result->pack->n_indicators; i++)
    frozen->total += find_points (c->next, c->result->pack->indicators[i].id)->city;
  for (guint i = 0; i < c->result->vetoes->len; i++)
    {
      const JpVeto *veto = c->result->vetoes->pdata[i];

      if (veto->state == JP_VETO_STANDS)
        g_ptr_array_add (frozen->vetoes, jp_frozen_veto_new (veto->rule->id, veto->evidence));
    }
  c->next->frozen = frozen;
}

static gboolean
apply_confirm (Case *c, GError **error)
{
  if (!need_state (c, JP_ASSESSMENT_CITY, error) || !need_city (c, error) ||
      !need_plausible_figures (c, error) || !need_all_points (c, TRUE, error))
    return FALSE;
  if (g_strcmp0 (c->next->submitted_by, c->act->person) == 0)
    {
      if (!has_reason (c->act->reason))
        {
          g_set_error (error, JP_ASSESS_ERROR, JP_ASSESS_ERROR_PERSON,
                       _("%s did the first review: another person confirms, or, in an office of one, a reason that "
                         "is printed allows it (R-SCORE, 第十条)"),
                       c->act->person);
          return FALSE;
        }
      jp_text_set (&c->next->same_person_reason, c->act->reason);
    }

  freeze (c);
  c->next->state = JP_ASSESSMENT_CONFIRMED;
  c->next->confirmed_on = c->act->date;
  c->next->figures_corrected = FALSE;
  jp_text_set (&c->next->confirmed_by, c->act->person);
  jp_text_set (&c->next->city_opinion, c->act->text);

  return TRUE;
}

static gboolean
apply_reopen (Case *c, GError **error)
{
  if (!need_state (c, JP_ASSESSMENT_CONFIRMED, error) || !need_city (c, error) || !need_reason (c, error))
    return FALSE;

  c->next->state = JP_ASSESSMENT_CITY;
  c->next->confirmed_on = JP_DATE_NONE;
  g_clear_pointer (&c->next->confirmed_by, g_free);
  g_clear_pointer (&c->next->same_person_reason, g_free);
  g_clear_pointer (&c->next->kept_reason, g_free);
  g_clear_pointer (&c->next->kept_against, g_free);
  g_clear_pointer (&c->next->frozen, jp_frozen_result_free);

  return TRUE;
}

static gboolean
apply_keep (Case *c, GError **error)
{
  g_autofree char *contradiction = NULL;

  if (!need_state (c, JP_ASSESSMENT_CONFIRMED, error) || !need_city (c, error) || !need_reason (c, error))
    return FALSE;
  contradiction = jp_contradiction_describe (c->dossier, c->context, c->next);
  if (contradiction == NULL)
    {
      g_set_error (error, JP_ASSESS_ERROR, JP_ASSESS_ERROR_STATE,
                   _("Nothing on record contradicts the assessment of %s for %d (R-VETO, 第十条)"),
                   c->dossier->name, c->next->year);
      return FALSE;
    }
  jp_text_set (&c->next->kept_reason, c->act->reason);
  jp_text_set (&c->next->kept_against, contradiction);

  return TRUE;
}

/**
 * jp_assess_apply:
 * @dossier: the cluster
 * @context: the rules of the day
 * @year: the assessment year
 * @act: what is to be done, by whom, for which office
 * @error: return location for a [enum@Jp.AssessError]
 *
 * One act of an assessment (R-SCORE, 第十条): open → the district's points → submit → the city's points → confirm, with
 * return and reopen as the ways back. Confirming freezes figures, total, vetoes and evidence.
 *
 * Returns: (transfer full) (nullable): the assessment after the act, or %NULL where a rule forbids it
 */
JpAssessment *
jp_assess_apply (const JpDossier *dossier, const JpContext *context, int year, const JpAssessAct *act, GError **error)
{
  static gboolean (*const apply[JP_N_ASSESS_ACTS]) (Case *, GError **) = {
    [JP_ASSESS_OPEN] = apply_open,           [JP_ASSESS_POINTS] = apply_points, [JP_ASSESS_VETO] = apply_veto,
    [JP_ASSESS_WITHDRAW] = apply_withdraw,   [JP_ASSESS_NARRATIVE] = apply_narrative,
    [JP_ASSESS_SUBMIT] = apply_submit,       [JP_ASSESS_RETURN] = apply_return, [JP_ASSESS_CONFIRM] = apply_confirm,
    [JP_ASSESS_REOPEN] = apply_reopen,       [JP_ASSESS_KEEP] = apply_keep,
  };
  const JpAssessment *present = jp_dossier_assessment (dossier, year);
  g_autoptr (JpResult) result = NULL;
  g_autoptr (JpAssessment) next = NULL;
  Case c = { dossier, context, NULL, act, NULL };

  if (jp_pack_set_for_year (context->packs, year) == NULL)
    {
      g_set_error (error, JP_ASSESS_ERROR, JP_ASSESS_ERROR_NOT_DUE,
                   _("No rule pack governs the assessment of %d (R-PACK, 第十九条)"), year);
      return NULL;
    }
  if (act->date > context->today)
    {
      g_set_error_literal (error, JP_ASSESS_ERROR, JP_ASSESS_ERROR_STATE, _("No act is dated after today (R-LIFE)"));
      return NULL;
    }

  result = jp_result_new (dossier, context, year);
  next = present != NULL ? jp_assessment_copy (present) : jp_assessment_new (year);
  c.result = result;
  c.next = next;

  return apply[act->kind](&c, error) ? g_steal_pointer (&next) : NULL;
}
