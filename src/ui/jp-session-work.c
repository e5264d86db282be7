/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the session's worker does: all casework, and after it a fresh snapshot. */

#include "jp-session-private.h"

#include "jp-store-journal.h"
#include "jp-text.h"

#define LOOK_SECONDS 3 /* how soon another program's work is seen */

JpSessionJob *
jp_session_job_new (JpSession *self)
{
  JpSessionJob *job = g_new0 (JpSessionJob, 1);

  job->session = g_object_ref (self);

  return job;
}

void
jp_session_job_free (JpSessionJob *job)
{
  if (job->destroy != NULL)
    job->destroy (job->data);
  g_clear_error (&job->error);
  g_clear_object (&job->task);
  g_clear_pointer (&job->entry, jp_entry_free);
  jp_snapshot_unref (job->snapshot);
  g_free (job->what_undo);
  g_free (job->what_redo);
  g_object_unref (job->session);
  g_free (job);
}

/* Emitted in the thread that wrote or looked, which is the worker's. */
static void
note_news (JpStore *store, char **tables, char **clusters, JpSession *self)
{
  const char * const *changed = (const char * const *) tables;

  for (guint i = 0; clusters[i] != NULL; i++)
    g_hash_table_add (self->news.clusters, g_strdup (clusters[i]));
  if (g_strv_contains (changed, "packs") || g_strv_contains (changed, "year_packs")
      || g_strv_contains (changed, "holidays"))
    self->news.rules = TRUE;
}

static JpDesk *
sitting_desk (JpSession *self)
{
  return g_ptr_array_index (self->desks, self->desks->len - 1);
}

static JpDate
clock_day (JpSession *self)
{
  g_autoptr (GDateTime) now = NULL;

  if (self->fixed_today != JP_DATE_NONE)
    return self->fixed_today;

  now = g_date_time_new_now_local ();
  return jp_date_new ((guint) g_date_time_get_year (now), (guint) g_date_time_get_month (now),
                      (guint) g_date_time_get_day_of_month (now));
}

/* The desk of another day or person is another desk; the one before stays until closing, the window may still be
 * reading it. */
static gboolean
sit_down (JpSession *self, GError **error)
{
  JpDate today = clock_day (self);
  JpDesk *desk;

  if (self->desks->len > 0 && jp_desk_get_today (sitting_desk (self)) == today
      && (self->person == NULL || g_str_equal (jp_desk_get_person (sitting_desk (self)), self->person)))
    return TRUE;

  desk = jp_desk_new (self->store, self->person, NULL, today, error);
  if (desk != NULL)
    g_ptr_array_add (self->desks, desk);

  return desk != NULL;
}

/* On the worker: opens the store and sits down. */
gboolean
jp_session_open_here (JpSession *self, GError **error)
{
  self->store = jp_store_open (self->path, error);
  if (self->store == NULL)
    return FALSE;

  g_signal_connect (self->store, "changed", G_CALLBACK (note_news), self);
  if (!sit_down (self, error))
    return FALSE;

  self->year = (int) jp_date_year (jp_desk_get_today (sitting_desk (self))) - 1;
  return TRUE;
}

/* On the worker: loads a snapshot where anything is new. */
gboolean
jp_session_refresh (JpSession *self, JpSessionJob *job, GError **error)
{
  gboolean known = self->latest != NULL && jp_snapshot_get_context (self->latest)->today == clock_day (self);
  gboolean news = g_hash_table_size (self->news.clusters) > 0 || self->news.rules;
  JpDate today;

  if (known && !news && jp_snapshot_get_year (self->latest) == self->year && (!job->done || job->reads))
    return TRUE;
  if (!sit_down (self, error))
    return FALSE;

  today = jp_desk_get_today (sitting_desk (self));
  if (known && !news)
    job->snapshot = jp_snapshot_with_year (self->latest, self->year);
  else
    job->snapshot = jp_snapshot_load (self->store, today, self->year, self->latest, &self->news, error);
  if (job->snapshot == NULL)
    return FALSE;

  g_clear_pointer (&self->latest, jp_snapshot_unref);
  self->latest = jp_snapshot_ref (job->snapshot);
  g_hash_table_remove_all (self->news.clusters);
  self->news.rules = FALSE;

  job->desk = sitting_desk (self);
  job->what_undo = jp_store_what_undo (self->store, NULL);
  job->what_redo = jp_store_what_redo (self->store, NULL);
  job->fresh = TRUE;
  return TRUE;
}

/* On the main thread: what the worker brought is what is shown from now on. */
void
jp_session_take (JpSession *self, JpSessionJob *job)
{
  g_autoptr (JpSnapshot) before = g_steal_pointer (&self->snapshot);

  if (!job->fresh)
    {
      self->snapshot = g_steal_pointer (&before);
      return;
    }

  self->snapshot = g_steal_pointer (&job->snapshot);
  self->desk = job->desk;
  g_free (self->what_undo);
  g_free (self->what_redo);
  self->what_undo = g_steal_pointer (&job->what_undo);
  self->what_redo = g_steal_pointer (&job->what_redo);
  if (before == NULL || jp_snapshot_get_year (before) != jp_snapshot_get_year (self->snapshot))
    g_object_notify (G_OBJECT (self), "year");
  g_signal_emit_by_name (self, "changed");
}

static gint64
newest_entry (JpSession *self, JpEntry **entry)
{
  g_autoptr (GPtrArray) newest = jp_store_load_journal (self->store, 0, 1, NULL, NULL);

  if (newest == NULL || newest->len == 0)
    return 0;

  if (entry != NULL)
    *entry = g_ptr_array_steal_index (newest, 0);

  return entry != NULL ? (*entry)->seq : ((JpEntry *) g_ptr_array_index (newest, 0))->seq;
}

static void
run (gpointer data)
{
  JpSessionJob *job = data;
  JpSession *self = job->session;
  GCancellable *cancellable = job->task != NULL ? g_task_get_cancellable (job->task) : NULL;
  gint64 before = job->announce ? newest_entry (self, NULL) : 0;
  g_autoptr (GError) error = NULL;

  if (g_cancellable_set_error_if_cancelled (self->closing, &job->error) || !sit_down (self, &job->error))
    return;

  if (job->work != NULL)
    {
      job->done = job->work (sitting_desk (self), job->data, cancellable, &job->error);
      if (job->done && job->announce && newest_entry (self, &job->entry) == before)
        g_clear_pointer (&job->entry, jp_entry_free);
    }
  if (job->year != 0)
    self->year = job->year;

  jp_store_poll (self->store, job->is_look ? &error : NULL);
  if (error == NULL)
    jp_session_refresh (self, job, &error);
  if (error != NULL && job->error == NULL)
    job->error = g_steal_pointer (&error);
}

static void
tell (JpSession *self, JpSessionJob *job)
{
  if (job->error != NULL && !g_error_matches (job->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit_by_name (self, "failed", job->error);
  else if (job->entry != NULL)
    g_signal_emit_by_name (self, "act-done", job->entry->summary, job->entry->kind == JP_ENTRY_WORK);
}

static void
finish (gpointer data)
{
  JpSessionJob *job = data;
  JpSession *self = job->session;

  if (job->is_look)
    self->looking = FALSE;
  else if (--self->n_jobs == 0)
    g_object_notify (G_OBJECT (self), "busy");

  if (self->worker != NULL)
    jp_session_take (self, job);

  if (job->task != NULL && job->done)
    g_task_return_boolean (job->task, TRUE);
  else if (job->task != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  if (self->worker != NULL)
    tell (self, job);

  jp_session_job_free (job);
}

/* Takes the job: to the worker, or away where there is nothing left to do or no one to do it. */
void
jp_session_job_push (JpSessionJob *job)
{
  JpSession *self = job->session;
  gboolean empty = job->work == NULL && job->year == 0 && !job->is_look;

  if (empty || self->worker == NULL)
    {
      if (job->task != NULL)
        g_task_return_new_error (job->task, G_IO_ERROR, G_IO_ERROR_CLOSED, "The data file is closed");
      jp_session_job_free (job);
      return;
    }

  if (job->is_look)
    self->looking = TRUE;
  else if (self->n_jobs++ == 0)
    g_object_notify (G_OBJECT (self), "busy");
  jp_worker_push (self->worker, run, finish, job);
}

static gboolean
look (gpointer data)
{
  JpSession *self = data;
  JpSessionJob *job;

  if (self->looking)
    return G_SOURCE_CONTINUE;

  job = jp_session_job_new (self);
  job->is_look = TRUE;
  jp_session_job_push (job);

  return G_SOURCE_CONTINUE;
}

/* Another program's work, and midnight, are noticed by looking. */
void
jp_session_start_looking (JpSession *self)
{
  self->look_source = g_timeout_add_seconds (LOOK_SECONDS, look, self);
}

static JpSessionJob *
work_job (JpSession *self, JpSessionWork work, gpointer data, GDestroyNotify destroy)
{
  JpSessionJob *job = jp_session_job_new (self);

  job->work = work;
  job->data = data;
  job->destroy = destroy;

  return job;
}

static JpSessionJob *
awaited_job (JpSession *self, JpSessionWork work, gpointer data, GDestroyNotify destroy, GCancellable *cancellable,
             GAsyncReadyCallback callback, gpointer user_data)
{
  JpSessionJob *job = work_job (self, work, data, destroy);

  job->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (job->task, jp_session_do_async);
  g_task_set_check_cancellable (job->task, FALSE); /* what is on the disk is not called cancelled */

  return job;
}

/**
 * jp_session_do_async:
 * @self: a session
 * @work: casework, called on the session's worker with the desk
 * @data: for @work; not to be touched meanwhile
 * @destroy: (nullable): frees @data, on the main thread
 * @cancellable: (nullable): handed to @work, which alone decides when it is too late
 * @callback: called when it is done and the snapshot fresh, or it was refused
 * @user_data: for @callback
 *
 * Does casework without waiting. Work is done strictly in the order it was given.
 */
void
jp_session_do_async (JpSession *self, JpSessionWork work, gpointer data, GDestroyNotify destroy,
                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (JP_IS_SESSION (self) && work != NULL);

  jp_session_job_push (awaited_job (self, work, data, destroy, cancellable, callback, user_data));
}

void
jp_session_act_async (JpSession *self, JpSessionWork work, gpointer data, GDestroyNotify destroy,
                      GAsyncReadyCallback callback, gpointer user_data)
{
  JpSessionJob *job;

  g_return_if_fail (JP_IS_SESSION (self) && work != NULL);

  job = awaited_job (self, work, data, destroy, NULL, callback, user_data);
  job->announce = TRUE;
  jp_session_job_push (job);
}

void
jp_session_read_async (JpSession *self, JpSessionWork work, gpointer data, GDestroyNotify destroy,
                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  JpSessionJob *job;

  g_return_if_fail (JP_IS_SESSION (self) && work != NULL);

  job = awaited_job (self, work, data, destroy, cancellable, callback, user_data);
  job->reads = TRUE;
  jp_session_job_push (job);
}

gboolean
jp_session_do_finish (JpSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
jp_session_do (JpSession *self, JpSessionWork work, gpointer data, GDestroyNotify destroy)
{
  JpSessionJob *job;

  g_return_if_fail (JP_IS_SESSION (self) && work != NULL);

  job = work_job (self, work, data, destroy);
  job->announce = TRUE;
  jp_session_job_push (job);
}

void
jp_session_edit (JpSession *self, JpSessionWork work, gpointer data, GDestroyNotify destroy)
{
  g_return_if_fail (JP_IS_SESSION (self) && work != NULL);

  jp_session_job_push (work_job (self, work, data, destroy));
}

void
jp_session_set_year (JpSession *self, int year)
{
  JpSessionJob *job;

  g_return_if_fail (JP_IS_SESSION (self) && year > 0);

  job = jp_session_job_new (self);
  job->year = year;
  jp_session_job_push (job);
}

typedef struct
{
  JpSession *session;
  char      *name;
} PersonChange;

/* On the worker. The work after this one finds the desk of the new person. */
static gboolean
change_person (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  PersonChange *change = data;

  g_free (change->session->person);
  change->session->person = g_steal_pointer (&change->name);

  return sit_down (change->session, error);
}

static void
change_person_free (gpointer data)
{
  PersonChange *change = data;

  g_free (change->name);
  g_free (change);
}

void
jp_session_set_person (JpSession *self, const char *person)
{
  PersonChange *change;

  g_return_if_fail (JP_IS_SESSION (self) && person != NULL);

  change = g_new0 (PersonChange, 1);
  change->session = self; /* outlived by the job, which holds it */
  change->name = jp_text_tidy (person);
  jp_session_edit (self, change_person, change, change_person_free);
}
