/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed goes on record: through casework, at a desk of the office whose turn it is. */

#include "jp-review-private.h"

#include "jp-assess-work.h"

typedef struct
{
  char           *cluster;
  int             year;
  JpAssessActKind kind;
  char           *item;
  int             points;
  char           *text;
  char           *reason;
  char           *office; /* NULL: the desk's own */
  char           *person; /* NULL: who sits here */
} Act;

static void
act_free (gpointer data)
{
  Act *act = data;

  g_free (act->cluster);
  g_free (act->item);
  g_free (act->text);
  g_free (act->reason);
  g_free (act->office);
  g_free (act->person);
  g_free (act);
}

/* A district's act in the city's file is done at a desk of that district (代录). */
static gboolean
do_act (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Act *act = data;
  JpAssessAct todo = { .kind = act->kind, .item = act->item, .points = act->points, .text = act->text,
                       .reason = act->reason };
  g_autoptr (JpDesk) at = jp_desk_at (desk, act->office, act->person, error);

  return at != NULL && jp_casework_assess (at, act->cluster, act->year, &todo, error);
}

static gboolean
is_districts (JpReview *self, JpAssessActKind kind)
{
  return kind == JP_ASSESS_OPEN || kind == JP_ASSESS_SUBMIT || jp_review_get_turn (self) == JP_TURN_DISTRICT;
}

static char *
filled (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

static Act *
act_new (JpReview *self, JpAssessActKind kind, const char *item, const char *text, const char *reason)
{
  Act *act = g_new0 (Act, 1);

  act->cluster = g_strdup (self->cluster);
  act->year = self->year;
  act->kind = kind;
  act->item = g_strdup (item);
  act->points = JP_POINTS_UNKNOWN;
  act->text = g_strdup (text);
  act->reason = filled (reason);
  if (is_districts (self, kind))
    {
      act->office = g_strdup (self->dossier->district);
      act->person = filled (self->district_person);
    }

  return act;
}

JpSessionWork
jp_review_act (JpReview *self, JpAssessActKind kind, const char *item, const char *text, const char *reason,
               gpointer *data, GDestroyNotify *destroy)
{
  *data = act_new (self, kind, item, text, reason);
  *destroy = act_free;

  return do_act;
}

/* What was sent, to be forgotten once it is on record, unless it was typed on meanwhile. */
typedef struct
{
  JpReview *self;
  char     *keys[2];
  char     *texts[2];
} Sent;

static void
sent_free (Sent *sent)
{
  for (guint i = 0; i < G_N_ELEMENTS (sent->keys); i++)
    {
      g_free (sent->keys[i]);
      g_free (sent->texts[i]);
    }
  g_object_unref (sent->self);
  g_free (sent);
}

static Sent *
sent_new (JpReview *self, const char *kind, const char *other, const char *id)
{
  Sent *sent = g_new0 (Sent, 1);

  sent->self = g_object_ref (self);
  sent->keys[0] = jp_review_key (self, kind, id);
  sent->keys[1] = other != NULL ? jp_review_key (self, other, id) : NULL;
  for (guint i = 0; i < G_N_ELEMENTS (sent->keys); i++)
    sent->texts[i] = sent->keys[i] != NULL ? g_strdup (g_hash_table_lookup (self->typed, sent->keys[i])) : NULL;

  return sent;
}

static void
forget (Sent *sent)
{
  for (guint i = 0; i < G_N_ELEMENTS (sent->keys); i++)
    if (sent->keys[i] != NULL
        && g_strcmp0 (g_hash_table_lookup (sent->self->typed, sent->keys[i]), sent->texts[i]) == 0)
      g_hash_table_remove (sent->self->typed, sent->keys[i]);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  Sent *sent = data;
  g_autoptr (GError) error = NULL;
  gboolean done = jp_session_do_finish (JP_SESSION (source), result, &error);

  if (done)
    {
      forget (sent);
      g_signal_emit_by_name (sent->self, "changed");
    }
  jp_review_tell_refused (sent->self, sent->keys[0], done ? NULL : error->message);
  sent_free (sent);
}

static const char *
recorded_reason (JpReview *self, const JpReviewPoints *record)
{
  if (record == NULL)
    return NULL;

  return jp_review_is_city (self) ? record->city_reason : record->district_reason;
}

static int
recorded_points (JpReview *self, const JpReviewPoints *record)
{
  if (record == NULL)
    return JP_POINTS_UNKNOWN;

  return jp_review_is_city (self) ? record->city : record->district;
}

/* As it is on record: what was typed is no more than that. */
static void
settle (JpReview *self, const char *id)
{
  jp_review_type (self, "points", id, NULL);
  jp_review_type (self, "reason", id, NULL);
}

void
jp_review_save_points (JpReview *self, guint indicator)
{
  const char *id = self->result->pack->indicators[indicator].id;
  const char *text = jp_review_get_typed (self, "points", id), *reason = jp_review_get_typed (self, "reason", id);
  const JpReviewPoints *record = jp_review_get_points (self, id);
  int points = recorded_points (self, record);
  Act *act;

  if (self->trial || jp_review_why_locked (self) != NULL || (text == NULL && reason == NULL))
    return;
  if (text != NULL && !jp_review_read_points (self, indicator, text, &points, NULL))
    return;
  if (reason == NULL)
    reason = recorded_reason (self, record);
  if (points == recorded_points (self, record)
      && g_strcmp0 (reason != NULL ? reason : "",
                    recorded_reason (self, record) != NULL ? recorded_reason (self, record) : "")
           == 0)
    {
      settle (self, id);
      return;
    }
  if (points == JP_POINTS_UNKNOWN || jp_review_wants_reason (self, indicator))
    return;

  act = act_new (self, JP_ASSESS_POINTS, id, NULL, reason);
  act->points = points;
  jp_session_do_async (self->session, do_act, act, act_free, NULL, on_done, sent_new (self, "points", "reason", id));
}

void
jp_review_save_narrative (JpReview *self, const char *part)
{
  const char *text = jp_review_get_typed (self, "narrative", part);

  if (self->trial || jp_review_why_locked (self) != NULL || text == NULL)
    return;

  jp_session_do_async (self->session, do_act, act_new (self, JP_ASSESS_NARRATIVE, part, text, NULL), act_free, NULL,
                       on_done, sent_new (self, "narrative", NULL, part));
}
