/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-points-drafts.h"

#include <string.h>

struct _JpPointsDrafts
{
  GObject parent_instance;

  /* Owned. */
  JpSession  *session;
  GHashTable *reviews; /* cluster → JpReview */
  GHashTable *errors;  /* "CLUSTER/INDICATOR" → message */
  char       *person;

  int year;
};

G_DEFINE_FINAL_TYPE (JpPointsDrafts, jp_points_drafts, G_TYPE_OBJECT)

static guint changed_signal;

static void
tell (JpPointsDrafts *self, const char *cluster)
{
  g_signal_emit (self, changed_signal, 0, cluster);
}

static char *
error_key (const char *cluster, const char *indicator)
{
  return g_strconcat (cluster, "/", indicator, NULL);
}

static void
put_error (JpPointsDrafts *self, const char *cluster, const char *indicator, const char *message)
{
  char *key = error_key (cluster, indicator);

  if (message != NULL)
    g_hash_table_insert (self->errors, key, g_strdup (message));
  else
    {
      g_hash_table_remove (self->errors, key);
      g_free (key);
    }
}

static void
on_changed (JpReview *review, JpPointsDrafts *self)
{
  const JpDossier *dossier = jp_review_get_dossier (review);

  if (dossier != NULL)
    tell (self, dossier->id);
}

/* @key: "CLUSTER/YEAR/points:INDICATOR" */
static void
on_refused (JpReview *review, const char *key, const char *message, JpPointsDrafts *self)
{
  const JpDossier *dossier = jp_review_get_dossier (review);
  const char *colon = strrchr (key, ':');

  if (dossier == NULL || colon == NULL)
    return;

  put_error (self, dossier->id, colon + 1, message);
  tell (self, dossier->id);
}

static JpReview *
add_review (JpPointsDrafts *self, const char *cluster)
{
  JpReview *review = jp_review_new ();

  jp_review_set_district_person (review, self->person);
  g_signal_connect (review, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect (review, "refused", G_CALLBACK (on_refused), self);
  g_hash_table_insert (self->reviews, g_strdup (cluster), review);

  return review;
}

static void
remove_review (JpPointsDrafts *self, JpReview *review)
{
  g_signal_handlers_disconnect_by_data (review, self);
  g_object_unref (review);
}

static gboolean
is_empty (JpReview *review)
{
  g_autoptr (GVariant) state = g_variant_ref_sink (jp_review_get_state (review));

  return g_variant_n_children (state) == 0;
}

void
jp_points_drafts_present (JpPointsDrafts *self, JpSession *session, int year)
{
  GHashTableIter iter;
  gpointer cluster, review;

  g_set_object (&self->session, session);
  if (self->year != year)
    g_hash_table_remove_all (self->errors);
  self->year = year;
  g_hash_table_iter_init (&iter, self->reviews);
  while (g_hash_table_iter_next (&iter, &cluster, &review))
    {
      g_signal_handlers_block_by_func (review, on_changed, self);
      if (is_empty (review) || jp_session_find (session, cluster) == NULL)
        {
          remove_review (self, review);
          g_hash_table_iter_remove (&iter);
          continue;
        }
      jp_review_present (review, session, cluster, year);
      g_signal_handlers_unblock_by_func (review, on_changed, self);
    }
}

JpReview *
jp_points_drafts_find (JpPointsDrafts *self, const char *cluster)
{
  return g_hash_table_lookup (self->reviews, cluster);
}

JpReview *
jp_points_drafts_obtain (JpPointsDrafts *self, const char *cluster)
{
  JpReview *review = jp_points_drafts_find (self, cluster);

  if (review != NULL)
    return review;

  review = add_review (self, cluster);
  g_signal_handlers_block_by_func (review, on_changed, self);
  jp_review_present (review, self->session, cluster, self->year);
  g_signal_handlers_unblock_by_func (review, on_changed, self);

  return review;
}

void
jp_points_drafts_release (JpPointsDrafts *self, const char *cluster)
{
  JpReview *review = jp_points_drafts_find (self, cluster);

  if (review == NULL || !is_empty (review))
    return;

  remove_review (self, review);
  g_hash_table_remove (self->reviews, cluster);
}

const JpResult *
jp_points_drafts_result (JpPointsDrafts *self, const JpResult *record)
{
  JpReview *review = jp_points_drafts_find (self, record->dossier->id);
  const JpResult *draft = review != NULL ? jp_review_get_result (review) : NULL;

  return draft != NULL ? draft : record;
}

gboolean
jp_points_drafts_is_open (JpPointsDrafts *self, const JpResult *record)
{
  return record->pack != NULL
         && (record->state == JP_ASSESSMENT_DISTRICT
             || (record->state == JP_ASSESSMENT_CITY && jp_session_is_city (self->session)));
}

char *
jp_points_drafts_text (JpPointsDrafts *self, const JpResult *record, guint indicator)
{
  JpReview *review = jp_points_drafts_find (self, record->dossier->id);
  const char *typed = NULL;
  const JpResultPoints *both = &record->points[indicator];
  int points = record->state >= JP_ASSESSMENT_CITY ? both->city : both->district;

  if (review != NULL && jp_points_drafts_is_open (self, record))
    typed = jp_review_get_typed (review, "points", record->pack->indicators[indicator].id);
  if (typed != NULL)
    return g_strdup (typed);

  return points >= 0 ? jp_points_to_string (points) : g_strdup ("");
}

const char *
jp_points_drafts_get_error (JpPointsDrafts *self, const char *cluster, const char *indicator)
{
  g_autofree char *key = error_key (cluster, indicator);

  return g_hash_table_lookup (self->errors, key);
}

void
jp_points_drafts_set_error (JpPointsDrafts *self, const char *cluster, const char *indicator, const char *message)
{
  if (g_strcmp0 (jp_points_drafts_get_error (self, cluster, indicator), message) == 0)
    return;

  put_error (self, cluster, indicator, message);
  tell (self, cluster);
}

gboolean
jp_points_drafts_forget (JpPointsDrafts *self, const char *cluster, const char *indicator)
{
  JpReview *review = jp_points_drafts_find (self, cluster);
  gboolean any = review != NULL && (jp_review_get_typed (review, "points", indicator) != NULL
                                    || jp_review_get_typed (review, "reason", indicator) != NULL);

  put_error (self, cluster, indicator, NULL);
  if (review != NULL)
    {
      jp_review_type (review, "points", indicator, NULL);
      jp_review_type (review, "reason", indicator, NULL);
    }

  return any;
}

const char *
jp_points_drafts_get_person (JpPointsDrafts *self)
{
  return self->person;
}

void
jp_points_drafts_set_person (JpPointsDrafts *self, const char *name)
{
  GHashTableIter iter;
  gpointer review;

  if (g_strcmp0 (self->person, name) == 0)
    return;

  g_free (self->person);
  self->person = g_strdup (name);
  g_hash_table_iter_init (&iter, self->reviews);
  while (g_hash_table_iter_next (&iter, NULL, &review))
    jp_review_set_district_person (review, name);
}

GVariant *
jp_points_drafts_get_state (JpPointsDrafts *self)
{
  g_auto (GVariantBuilder) all = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
  GHashTableIter iter;
  gpointer review;

  g_hash_table_iter_init (&iter, self->reviews);
  while (g_hash_table_iter_next (&iter, NULL, &review))
    {
      g_autoptr (GVariant) state = g_variant_ref_sink (jp_review_get_state (review));
      GVariantIter entries;
      const char *key, *text;

      g_variant_iter_init (&entries, state);
      while (g_variant_iter_next (&entries, "{&s&s}", &key, &text))
        g_variant_builder_add (&all, "{ss}", key, text);
    }

  return g_variant_builder_end (&all);
}

void
jp_points_drafts_set_state (JpPointsDrafts *self, GVariant *state)
{
  GVariantIter iter;
  const char *key, *text;

  if (!g_variant_is_of_type (state, G_VARIANT_TYPE ("a{ss}")))
    return;

  g_variant_iter_init (&iter, state);
  while (g_variant_iter_next (&iter, "{&s&s}", &key, &text))
    {
      g_autofree char *cluster = g_strndup (key, strcspn (key, "/"));
      g_auto (GVariantBuilder) one = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
      g_autoptr (GVariant) entry = NULL;
      JpReview *review = jp_points_drafts_find (self, cluster);

      g_variant_builder_add (&one, "{ss}", key, text);
      entry = g_variant_ref_sink (g_variant_builder_end (&one));
      jp_review_set_state (review != NULL ? review : add_review (self, cluster), entry);
    }
}

static void
jp_points_drafts_finalize (GObject *object)
{
  JpPointsDrafts *self = JP_POINTS_DRAFTS (object);
  GHashTableIter iter;
  gpointer review;

  g_hash_table_iter_init (&iter, self->reviews);
  while (g_hash_table_iter_next (&iter, NULL, &review))
    remove_review (self, review);
  g_hash_table_unref (self->reviews);
  g_hash_table_unref (self->errors);
  g_clear_object (&self->session);
  g_free (self->person);

  G_OBJECT_CLASS (jp_points_drafts_parent_class)->finalize (object);
}

static void
jp_points_drafts_class_init (JpPointsDraftsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jp_points_drafts_finalize;

  changed_signal = g_signal_new ("changed", JP_TYPE_POINTS_DRAFTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, G_TYPE_STRING);
}

static void
jp_points_drafts_init (JpPointsDrafts *self)
{
  self->reviews = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->errors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

JpPointsDrafts *
jp_points_drafts_new (void)
{
  return g_object_new (JP_TYPE_POINTS_DRAFTS, NULL);
}
