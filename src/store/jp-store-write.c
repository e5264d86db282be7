/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-store-private.h"

/* One transaction on its way through the writer's queue. */
typedef struct
{
  JpStore    *store;
  JpEntry    *entry;
  JpStoreWork work;
  gpointer    data;
  JpChanges  *changes;
  GError     *error;
  gboolean    done;
} Writing;

static void
run_writing (gpointer data)
{
  Writing *writing = data;

  writing->done = jp_transaction_run (writing->store, writing->entry, writing->work, writing->data, &writing->changes,
                                      &writing->error);
}

/**
 * jp_store_write:
 * @self: a store
 * @entry: the journal entry of the transaction; its number is set, and its summary where @work gives none
 * @work: (scope call): what to do, on the writer's thread
 * @data: for @work
 * @error: return location for a [enum@Jp.StoreError] or what @work says
 *
 * Runs @work in one transaction after whatever was given before, and waits until it is on the disk. Where @work fails,
 * nothing is changed. Not to be called from within a transaction.
 *
 * Returns: whether all of it is kept
 */
gboolean
jp_store_write (JpStore *self, JpEntry *entry, JpStoreWork work, gpointer data, GError **error)
{
  Writing writing = { self, entry, work, data };

  g_return_val_if_fail (JP_IS_STORE (self) && self->writer != NULL, FALSE);
  g_return_val_if_fail (entry != NULL && work != NULL, FALSE);

  jp_writer_run (self->writer, run_writing, &writing);
  jp_store_emit_changed (self, writing.changes);
  g_clear_pointer (&writing.changes, jp_changes_free);
  if (writing.error != NULL)
    g_propagate_error (error, writing.error);

  return writing.done;
}

typedef struct
{
  Writing        writing;
  GDestroyNotify destroy;
  GTask         *task;
} AsyncWriting;

static void
async_writing_free (gpointer data)
{
  AsyncWriting *self = data;

  if (self->destroy != NULL)
    self->destroy (self->writing.data);
  g_clear_error (&self->writing.error);
  g_clear_pointer (&self->writing.changes, jp_changes_free);
  jp_entry_free (self->writing.entry);
  g_free (self);
}

/* Back in the main context of the caller: first the signal, then the callback. */
static gboolean
finish_async (gpointer data)
{
  AsyncWriting *self = data;
  g_autoptr (GTask) task = self->task;

  jp_store_emit_changed (self->writing.store, self->writing.changes);
  if (self->writing.error != NULL)
    g_task_return_error (task, g_steal_pointer (&self->writing.error));
  else
    g_task_return_boolean (task, self->writing.done);

  return G_SOURCE_REMOVE;
}

/* The task is the caller's; from here it goes back to the caller's context whole, so that nothing of it, the store
 * least of all, is let go on this thread. */
static void
run_async (gpointer data)
{
  AsyncWriting *self = data;
  g_autoptr (GSource) source = g_idle_source_new ();

  if (!g_cancellable_set_error_if_cancelled (g_task_get_cancellable (self->task), &self->writing.error))
    run_writing (&self->writing);

  g_source_set_priority (source, g_task_get_priority (self->task));
  g_source_set_callback (source, finish_async, self, NULL);
  g_source_attach (source, g_task_get_context (self->task));
}

/**
 * jp_store_write_async:
 * @self: a store
 * @entry: (transfer full): the journal entry of the transaction
 * @work: what to do, on the writer's thread
 * @data: for @work
 * @destroy: (nullable): frees @data, in the caller's context
 * @cancellable: (nullable): keeps the work from beginning; what has begun is finished
 * @callback: called when it is on the disk, or refused
 * @user_data: for @callback
 *
 * jp_store_write() without waiting. Calls are carried out strictly in the order they were made.
 */
void
jp_store_write_async (JpStore *self, JpEntry *entry, JpStoreWork work, gpointer data, GDestroyNotify destroy,
                      GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  AsyncWriting *writing;

  g_return_if_fail (JP_IS_STORE (self) && self->writer != NULL);
  g_return_if_fail (entry != NULL && work != NULL);

  writing = g_new0 (AsyncWriting, 1);
  writing->writing.store = self;
  writing->writing.entry = entry;
  writing->writing.work = work;
  writing->writing.data = data;
  writing->destroy = destroy;
  writing->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (writing->task, jp_store_write_async);
  g_task_set_check_cancellable (writing->task, FALSE); /* what is on the disk is not called cancelled */
  g_task_set_task_data (writing->task, writing, async_writing_free);

  jp_writer_push (self->writer, run_async, writing);
}

/**
 * jp_store_write_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: whether the work is kept
 */
gboolean
jp_store_write_finish (JpStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * jp_store_poll:
 * @self: a store
 * @error: return location
 *
 * Looks whether another program has written to the file, and emits [signal@Jp.Store::changed] for what it changed.
 * Costs one small read where nothing happened; waits neither for a transaction of our own nor for a reader.
 *
 * Returns: whether something had changed
 */
gboolean
jp_store_poll (JpStore *self, GError **error)
{
  g_autoptr (JpChanges) changes = jp_changes_new ();
  gboolean read, news = FALSE;
  gint64 head;

  g_return_val_if_fail (JP_IS_STORE (self) && self->reading != NULL, FALSE);

  /* Somebody is reading just now: there is another look soon. */
  if (!g_mutex_trylock (&self->read_lock))
    return FALSE;

  read = jp_journal_head (self->reading, &head, error);
  if (read && head > self->known_seq)
    {
      read = jp_journal_changes_since (self->reading, self->known_seq, changes, error);
      news = read;
      if (read)
        self->known_seq = head;
    }
  g_mutex_unlock (&self->read_lock);

  if (news)
    jp_store_emit_changed (self, changes);

  return news;
}
