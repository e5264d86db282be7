/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-session-private.h"

#include "jp-text.h"

G_DEFINE_FINAL_TYPE (JpSession, jp_session, G_TYPE_OBJECT)

typedef enum
{
  PROP_YEAR = 1,
  PROP_BUSY,
  PROP_FILE_NAME,
  N_PROPS,
} JpSessionProperty;

enum
{
  CHANGED,
  ACT_DONE,
  FAILED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
jp_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JpSession *self = JP_SESSION (object);

  switch ((JpSessionProperty) id)
    {
    case PROP_YEAR:
      g_value_set_int (value, jp_session_get_year (self));
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->n_jobs > 0);
      break;
    case PROP_FILE_NAME:
      g_value_set_string (value, self->file_name);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jp_session_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((JpSessionProperty) id)
    {
    case PROP_YEAR:
      jp_session_set_year (JP_SESSION (object), g_value_get_int (value));
      break;
    case PROP_BUSY:
    case PROP_FILE_NAME:
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jp_session_dispose (GObject *object)
{
  jp_session_close (JP_SESSION (object));

  G_OBJECT_CLASS (jp_session_parent_class)->dispose (object);
}

static void
jp_session_finalize (GObject *object)
{
  JpSession *self = JP_SESSION (object);

  jp_snapshot_unref (self->snapshot);
  jp_snapshot_unref (self->latest);
  g_hash_table_unref (self->news.clusters);
  g_object_unref (self->closing);
  g_free (self->what_undo);
  g_free (self->what_redo);
  g_free (self->file_name);
  g_free (self->path);
  g_free (self->person);

  G_OBJECT_CLASS (jp_session_parent_class)->finalize (object);
}

static void
jp_session_class_init (JpSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = jp_session_get_property;
  object_class->set_property = jp_session_set_property;
  object_class->dispose = jp_session_dispose;
  object_class->finalize = jp_session_finalize;

  properties[PROP_YEAR] = g_param_spec_int ("year", NULL, NULL, 0, 9999, 0,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_FILE_NAME]
    = g_param_spec_string ("file-name", NULL, NULL, NULL,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * JpSession::changed:
   * @self: the session
   *
   * A new snapshot is there; what was borrowed from the one before is gone when the handlers have returned.
   */
  signals[CHANGED] = g_signal_new ("changed", JP_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  /**
   * JpSession::act-done:
   * @self: the session
   * @summary: what was done, an official sentence
   * @undoable: whether undo takes it back
   *
   * Something was done here and should be said.
   */
  signals[ACT_DONE] = g_signal_new ("act-done", JP_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  /**
   * JpSession::failed:
   * @self: the session
   * @error: why
   *
   * Work in the background failed, and nobody waits for it.
   */
  signals[FAILED] = g_signal_new ("failed", JP_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
jp_session_init (JpSession *self)
{
  self->closing = g_cancellable_new ();
  self->desks = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_desk_unref);
  self->news.clusters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
run_open (gpointer data)
{
  JpSessionJob *job = data;

  job->done = jp_session_open_here (job->session, &job->error) && jp_session_refresh (job->session, job, &job->error);
}

static void
finish_open (gpointer data)
{
  JpSessionJob *job = data;
  JpSession *self = job->session;
  g_autoptr (GTask) task = g_steal_pointer (&job->task);

  if (job->done)
    {
      jp_session_take (self, job);
      jp_session_start_looking (self);
      g_task_return_pointer (task, g_object_ref (self), g_object_unref);
    }
  else
    {
      jp_session_close (self);
      g_task_return_error (task, g_steal_pointer (&job->error));
    }
  jp_session_job_free (job);
}

/**
 * jp_session_open_async:
 * @path: an existing data file
 * @person: (nullable): who sits here; %NULL: the login name
 * @today: the day that counts as today; %JP_DATE_NONE: the clock's, which moves on at midnight
 * @cancellable: (nullable): gives up
 * @callback: called when the first snapshot is loaded, or the file is refused
 * @user_data: for @callback
 *
 * Opens a data file without waiting.
 */
void
jp_session_open_async (const char *path, const char *person, JpDate today, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (JpSession) self = g_object_new (JP_TYPE_SESSION, NULL);
  JpSessionJob *job = jp_session_job_new (self);

  self->path = g_canonicalize_filename (path, NULL);
  self->file_name = g_filename_display_basename (path);
  self->person = person != NULL ? jp_text_tidy (person) : NULL;
  self->fixed_today = today;
  self->worker = jp_worker_new ("jiping-session");

  job->task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (job->task, jp_session_open_async);
  jp_worker_push (self->worker, run_open, finish_open, job);
}

/**
 * jp_session_open_finish:
 * @result: what the callback was given
 * @error: return location for a [enum@Jp.StoreError] or [enum@Jp.DeskError]
 *
 * Returns: (transfer full) (nullable): the session, its first snapshot loaded
 */
JpSession *
jp_session_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * jp_session_close:
 * @self: a session
 *
 * Gives up what has not begun, finishes what has, and closes the file. The last snapshot can still be read.
 * Closing twice does nothing.
 */
void
jp_session_close (JpSession *self)
{
  g_return_if_fail (JP_IS_SESSION (self));

  g_clear_handle_id (&self->look_source, g_source_remove);
  g_cancellable_cancel (self->closing);
  g_clear_pointer (&self->worker, jp_worker_free);
  self->desk = NULL;
  g_clear_pointer (&self->desks, g_ptr_array_unref);
  if (self->store != NULL)
    {
      jp_store_close (self->store);
      g_signal_handlers_disconnect_by_data (self->store, self);
    }
  g_clear_object (&self->store);
}

JpStore *
jp_session_get_store (JpSession *self)
{
  return self->store;
}

JpDesk *
jp_session_get_desk (JpSession *self)
{
  return self->desk;
}

const JpContext *
jp_session_get_context (JpSession *self)
{
  return jp_snapshot_get_context (self->snapshot);
}

JpDate
jp_session_get_today (JpSession *self)
{
  return jp_snapshot_get_context (self->snapshot)->today;
}

int
jp_session_get_year (JpSession *self)
{
  return self->snapshot != NULL ? jp_snapshot_get_year (self->snapshot) : 0;
}

gboolean
jp_session_is_sample (JpSession *self)
{
  return self->store != NULL && jp_store_is_sample (self->store);
}

gboolean
jp_session_is_city (JpSession *self)
{
  return self->store != NULL && !jp_office_is_district (jp_store_get_office (self->store));
}

JpSnapshot *
jp_session_get_snapshot (JpSession *self)
{
  return self->snapshot;
}

GPtrArray *
jp_session_get_dossiers (JpSession *self)
{
  return jp_snapshot_get_dossiers (self->snapshot);
}

const JpDossier *
jp_session_find (JpSession *self, const char *id)
{
  return jp_snapshot_find (self->snapshot, id);
}

const char *
jp_session_district_name (JpSession *self, const char *code)
{
  return jp_snapshot_district_name (self->snapshot, code);
}

GPtrArray *
jp_session_get_duties (JpSession *self)
{
  return jp_snapshot_get_duties (self->snapshot);
}

GPtrArray *
jp_session_get_results (JpSession *self)
{
  return jp_snapshot_get_results (self->snapshot);
}

const char *
jp_session_what_undo (JpSession *self)
{
  return self->what_undo;
}

const char *
jp_session_what_redo (JpSession *self)
{
  return self->what_redo;
}
