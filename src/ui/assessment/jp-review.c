/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-review-private.h"

#include "jp-figure-read.h"
#include "jp-points-block.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (JpReview, jp_review, G_TYPE_OBJECT)

enum
{
  CHANGED,
  REFUSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

char *
jp_review_key (JpReview *self, const char *kind, const char *id)
{
  return g_strdup_printf ("%s/%d/%s:%s", self->cluster, self->year, kind, id);
}

static GHashTable *
typed_table (JpReview *self)
{
  return self->trial ? self->tried : self->typed;
}

const char *
jp_review_get_typed (JpReview *self, const char *kind, const char *id)
{
  g_autofree char *key = jp_review_key (self, kind, id);

  return g_hash_table_lookup (typed_table (self), key);
}

const JpReviewPoints *
jp_review_get_points (JpReview *self, const char *indicator)
{
  const JpAssessment *record = jp_review_get_record (self);

  for (guint i = 0; record != NULL && i < record->points->len; i++)
    {
      const JpReviewPoints *points = g_ptr_array_index (record->points, i);

      if (g_strcmp0 (points->indicator, indicator) == 0)
        return points;
    }

  return NULL;
}

gboolean
jp_review_read_points (JpReview *self, guint indicator, const char *text, int *points, char **fault)
{
  return jp_points_read (&self->result->pack->indicators[indicator], text, points, fault);
}

static JpReviewPoints *
obtain_points (JpAssessment *assessment, const char *indicator)
{
  for (guint i = 0; i < assessment->points->len; i++)
    {
      JpReviewPoints *points = g_ptr_array_index (assessment->points, i);

      if (g_strcmp0 (points->indicator, indicator) == 0)
        return points;
    }

  g_ptr_array_add (assessment->points, jp_review_points_new (indicator));
  return g_ptr_array_index (assessment->points, assessment->points->len - 1);
}

static void
draft_points (JpReview *self, JpAssessment *draft)
{
  gboolean city = jp_review_is_city (self);

  for (guint i = 0; i < self->result->pack->n_indicators; i++)
    {
      const char *id = self->result->pack->indicators[i].id;
      const char *text = jp_review_get_typed (self, "points", id);
      int points;

      if (text == NULL || !jp_review_read_points (self, i, text, &points, NULL))
        continue;
      if (city)
        obtain_points (draft, id)->city = points;
      else
        obtain_points (draft, id)->district = points;
    }
}

/* The assessment with what is typed; for 试算 a confirmed one is thawed. */
static JpAssessment *
draft_assessment (JpReview *self)
{
  const JpAssessment *record = jp_review_get_record (self);
  JpAssessment *draft = record != NULL ? jp_assessment_copy (record) : jp_assessment_new (self->year);

  if (self->trial && draft->state == JP_ASSESSMENT_CONFIRMED)
    {
      draft->state = JP_ASSESSMENT_CITY;
      g_clear_pointer (&draft->frozen, jp_frozen_result_free);
    }
  if (draft->frozen == NULL)
    draft_points (self, draft);

  return draft;
}

static JpFigures *
draft_figures (JpReview *self)
{
  const JpFigures *record = jp_dossier_figures (self->dossier, self->year);
  JpFigures *draft = record != NULL ? jp_figures_copy (record) : jp_figures_new (self->year);
  const JpPack *pack = self->result->pack;

  for (guint i = 0; i < pack->n_metrics; i++)
    {
      const char *text = jp_review_get_typed (self, "figure", pack->metrics[i].id);
      g_autofree char *fault = NULL;
      gint64 value;

      if (text == NULL)
        continue;
      value = jp_figure_read (pack, i, text, &fault);
      if (fault == NULL)
        jp_figures_set (draft, pack->metrics[i].id, value);
    }

  return draft;
}

static void
clear_draft (JpReview *self)
{
  g_clear_pointer (&self->result, jp_result_free);
  g_clear_pointer (&self->draft.assessments, g_ptr_array_unref);
  g_clear_pointer (&self->draft.figures, g_ptr_array_unref);
  g_clear_pointer (&self->draft_assessment, jp_assessment_free);
  g_clear_pointer (&self->draft_figures, jp_figures_free);
}

/* The dossier with this year's assessment, and in 试算 its figures, in place of those on record; all else is shared. */
static void
make_draft (JpReview *self)
{
  self->draft = *self->dossier;
  self->draft.assessments = g_ptr_array_new ();
  self->draft.figures = g_ptr_array_new ();
  for (guint i = 0; i < self->dossier->assessments->len; i++)
    {
      JpAssessment *other = g_ptr_array_index (self->dossier->assessments, i);

      if (other->year != self->year)
        g_ptr_array_add (self->draft.assessments, other);
    }
  if (self->draft_assessment != NULL)
    g_ptr_array_add (self->draft.assessments, self->draft_assessment);
  for (guint i = 0; i < self->dossier->figures->len; i++)
    {
      JpFigures *figures = g_ptr_array_index (self->dossier->figures, i);

      if (self->draft_figures == NULL || jp_figures_year (figures) != self->year)
        g_ptr_array_add (self->draft.figures, figures);
    }
  if (self->draft_figures != NULL)
    g_ptr_array_add (self->draft.figures, self->draft_figures);
}

static void
derive (JpReview *self)
{
  JpAssessment *assessment = NULL;
  JpFigures *figures = NULL;

  clear_draft (self);
  if (self->dossier == NULL)
    return;

  self->result = jp_result_new (self->dossier, jp_review_get_context (self), self->year);
  if (self->result->pack == NULL || (jp_review_get_record (self) == NULL && !self->trial))
    return;

  assessment = draft_assessment (self);
  if (self->trial)
    figures = draft_figures (self);
  jp_result_free (g_steal_pointer (&self->result));
  self->draft_assessment = assessment;
  self->draft_figures = figures;
  make_draft (self);
  self->result = jp_result_new (&self->draft, jp_review_get_context (self), self->year);
}

static void
derive_and_tell (JpReview *self)
{
  derive (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
jp_review_type (JpReview *self, const char *kind, const char *id, const char *text)
{
  g_autofree char *key = jp_review_key (self, kind, id);

  if (g_strcmp0 (g_hash_table_lookup (typed_table (self), key), text) == 0)
    return;

  if (text != NULL)
    g_hash_table_insert (typed_table (self), g_steal_pointer (&key), g_strdup (text));
  else
    g_hash_table_remove (typed_table (self), key);
  derive_and_tell (self);
}

void
jp_review_tell_refused (JpReview *self, const char *key, const char *message)
{
  g_signal_emit (self, signals[REFUSED], 0, key, message);
}

void
jp_review_present (JpReview *self, JpSession *session, const char *cluster, int year)
{
  JpSnapshot *before = g_steal_pointer (&self->snapshot);

  if (g_strcmp0 (self->cluster, cluster) != 0 || self->year != year)
    self->trial = FALSE;
  g_set_object (&self->session, session);
  self->snapshot = jp_snapshot_ref (jp_session_get_snapshot (session));
  if (self->cluster != cluster)
    {
      g_free (self->cluster);
      self->cluster = g_strdup (cluster);
    }
  self->year = year;
  self->dossier = cluster != NULL ? jp_session_find (session, cluster) : NULL;
  derive_and_tell (self);
  jp_snapshot_unref (before);
}

JpSession *
jp_review_get_session (JpReview *self)
{
  return self->session;
}

const JpContext *
jp_review_get_context (JpReview *self)
{
  return jp_snapshot_get_context (self->snapshot);
}

const JpDossier *
jp_review_get_dossier (JpReview *self)
{
  return self->dossier;
}

int
jp_review_get_year (JpReview *self)
{
  return self->year;
}

const JpResult *
jp_review_get_result (JpReview *self)
{
  return self->result;
}

const JpAssessment *
jp_review_get_record (JpReview *self)
{
  return self->dossier != NULL ? jp_dossier_assessment (self->dossier, self->year) : NULL;
}

JpTurn
jp_review_get_turn (JpReview *self)
{
  const JpAssessment *record = jp_review_get_record (self);

  if (record == NULL || record->state == JP_ASSESSMENT_NONE || record->state == JP_ASSESSMENT_CONFIRMED)
    return JP_TURN_NOBODY;

  return record->state == JP_ASSESSMENT_CITY ? JP_TURN_CITY : JP_TURN_DISTRICT;
}

const char *
jp_review_why_locked (JpReview *self)
{
  const JpAssessment *record = jp_review_get_record (self);

  if (record == NULL || record->state == JP_ASSESSMENT_NONE)
    return _("The assessment is not begun yet. Begin it in the first step.");
  if (record->state == JP_ASSESSMENT_CONFIRMED)
    return _("The assessment is confirmed and takes no change. The city can reopen it with a reason.");
  if (record->state == JP_ASSESSMENT_CITY && !jp_session_is_city (self->session))
    return _("It is the city’s turn. The city can return the assessment to the district.");

  return NULL;
}

gboolean
jp_review_takes_evidence (JpReview *self)
{
  const JpAssessment *record = jp_review_get_record (self);

  return !self->trial && (record == NULL || record->state != JP_ASSESSMENT_CONFIRMED);
}

gboolean
jp_review_is_city (JpReview *self)
{
  const JpAssessment *record = jp_review_get_record (self);

  return record != NULL && (record->state == JP_ASSESSMENT_CITY || record->state == JP_ASSESSMENT_CONFIRMED);
}

gboolean
jp_review_get_trial (JpReview *self)
{
  return self->trial;
}

/* Each 试算 begins from the record; its end leaves nothing behind. */
void
jp_review_set_trial (JpReview *self, gboolean trial)
{
  if (self->trial == trial)
    return;

  g_hash_table_remove_all (self->tried);
  self->trial = trial;
  derive_and_tell (self);
}

const char *
jp_review_get_district_person (JpReview *self)
{
  return self->district_person;
}

void
jp_review_set_district_person (JpReview *self, const char *name)
{
  if (g_strcmp0 (self->district_person, name) == 0)
    return;

  g_free (self->district_person);
  self->district_person = g_strdup (name);
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
jp_review_wants_reason (JpReview *self, guint indicator)
{
  const char *id = self->result->pack->indicators[indicator].id;
  const JpReviewPoints *record = jp_review_get_points (self, id);
  gboolean city = jp_review_is_city (self);
  const char *reason = jp_review_get_typed (self, "reason", id);
  int points = city ? self->result->points[indicator].city : self->result->points[indicator].district;

  if (reason == NULL && record != NULL)
    reason = city ? record->city_reason : record->district_reason;

  return !self->trial && points != JP_POINTS_UNKNOWN && (reason == NULL || *reason == '\0')
         && jp_assess_needs_reason (self->result, indicator, city, points);
}

GVariant *
jp_review_get_state (JpReview *self)
{
  g_auto (GVariantBuilder) state = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
  GHashTableIter iter;
  gpointer key, text;

  g_hash_table_iter_init (&iter, self->typed);
  while (g_hash_table_iter_next (&iter, &key, &text))
    g_variant_builder_add (&state, "{ss}", key, text);

  return g_variant_builder_end (&state);
}

void
jp_review_set_state (JpReview *self, GVariant *state)
{
  GVariantIter iter;
  char *key, *text;

  if (!g_variant_is_of_type (state, G_VARIANT_TYPE ("a{ss}")))
    return;

  g_variant_iter_init (&iter, state);
  while (g_variant_iter_next (&iter, "{ss}", &key, &text))
    g_hash_table_insert (self->typed, key, text);
}

static void
jp_review_finalize (GObject *object)
{
  JpReview *self = JP_REVIEW (object);

  clear_draft (self);
  g_clear_object (&self->session);
  jp_snapshot_unref (self->snapshot);
  g_hash_table_unref (self->typed);
  g_hash_table_unref (self->tried);
  g_free (self->cluster);
  g_free (self->district_person);

  G_OBJECT_CLASS (jp_review_parent_class)->finalize (object);
}

static void
jp_review_class_init (JpReviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jp_review_finalize;

  signals[CHANGED] = g_signal_new ("changed", JP_TYPE_REVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REFUSED] = g_signal_new ("refused", JP_TYPE_REVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                   G_TYPE_STRING, G_TYPE_STRING);
}

static void
jp_review_init (JpReview *self)
{
  self->typed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->tried = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

JpReview *
jp_review_new (void)
{
  return g_object_new (JP_TYPE_REVIEW, NULL);
}
