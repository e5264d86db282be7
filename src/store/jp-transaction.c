/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-store-private.h"

#include "jp-schema.h"

#include <glib/gi18n-lib.h>

static int
attach_journaled (void *data, const char *table)
{
  return jp_schema_journaled (table);
}

static sqlite3_session *
begin_session (JpDb *db, GError **error)
{
  sqlite3_session *session = NULL;
  int code = sqlite3session_create (db->handle, "main", &session);

  if (code == SQLITE_OK)
    {
      sqlite3session_table_filter (session, attach_journaled, NULL);
      code = sqlite3session_attach (session, NULL);
    }
  if (code == SQLITE_OK)
    return session;

  jp_db_set_error (db, code, error);
  if (session != NULL)
    sqlite3session_delete (session);

  return NULL;
}

static gint64
get_known (JpStore *store)
{
  gint64 known;

  g_mutex_lock (&store->read_lock);
  known = store->known_seq;
  g_mutex_unlock (&store->read_lock);

  return known;
}

static void
set_known (JpStore *store, gint64 seq)
{
  g_mutex_lock (&store->read_lock);
  store->known_seq = seq;
  g_mutex_unlock (&store->read_lock);
}

/* What another program wrote since we last looked is announced together with our own change. */
static gboolean
collect_foreign (JpTransaction *transaction, gint64 head, JpChanges *changes, GError **error)
{
  gint64 known = get_known (transaction->store);

  return head <= known || jp_journal_changes_since (transaction->db, known, changes, error);
}

/* A cluster that this transaction changed may sort elsewhere now. */
static gboolean
finish_entry (JpTransaction *transaction, const void *changeset, int size, JpChanges *changes, GError **error)
{
  JpEntry *entry = transaction->entry;

  if (!jp_changes_collect (changes, changeset, size, error))
    return FALSE;

  if (g_hash_table_contains (changes->tables, "clusters") && !jp_order_refresh (transaction->db, changes, error))
    return FALSE;

  if (entry->summary == NULL)
    entry->summary = g_strdup (entry->act);

  return jp_journal_append (transaction->db, entry, changeset, size, changes, error);
}

static gboolean
work_failed (gboolean worked, GError **error)
{
  if (!worked && error != NULL && *error == NULL)
    g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_SQL, "The work failed without saying why");

  return !worked;
}

/* @changes stays NULL where @work changed nothing and left no summary, or is entry work: then there is nothing to
 * commit, and nothing that undo could take back. */
static gboolean
work_in_session (JpTransaction *transaction, sqlite3_session *session, JpStoreWork work, gpointer data,
                 JpChanges **changes, GError **error)
{
  g_autoptr (JpChanges) collected = jp_changes_new ();
  void *changeset = NULL;
  int size = 0, code;
  gboolean done;
  gint64 head;

  if (!jp_journal_head (transaction->db, &head, error)
      || work_failed (work (transaction, transaction->entry, data, error), error))
    return FALSE;

  code = sqlite3session_changeset (session, &size, &changeset);
  if (code != SQLITE_OK)
    {
      jp_db_set_error (transaction->db, code, error);
      return FALSE;
    }
  if (size == 0 && (transaction->entry->summary == NULL || transaction->entry->kind == JP_ENTRY_WORK))
    {
      sqlite3_free (changeset);
      return TRUE;
    }

  done = finish_entry (transaction, changeset, size, collected, error)
         && collect_foreign (transaction, head, collected, error);
  sqlite3_free (changeset);
  if (done)
    *changes = g_steal_pointer (&collected);

  return done;
}

/* The end of a transaction: committed where it has something to keep, undone whole where anything failed. */
static gboolean
end (JpTransaction *transaction, gboolean worked, JpChanges **changes, GError **error)
{
  gint64 known = get_known (transaction->store);

  if (worked && *changes != NULL)
    {
      /* Known before it is visible, so that a poll between the two does not take it for another program's. */
      set_known (transaction->store, transaction->entry->seq);
      if (jp_db_exec (transaction->db, "COMMIT", error))
        return TRUE;
      set_known (transaction->store, known);
      worked = FALSE;
    }

  jp_db_exec (transaction->db, "ROLLBACK", NULL);
  transaction->entry->seq = 0;
  if (!worked)
    g_clear_pointer (changes, jp_changes_free);

  return worked;
}

/* The one transaction helper: BEGIN IMMEDIATE, the work with a session attached, its journal entry, COMMIT. */
gboolean
jp_transaction_run (JpStore *store, JpEntry *entry, JpStoreWork work, gpointer data, JpChanges **changes,
                    GError **error)
{
  JpTransaction transaction = { store, store->writing, entry };
  g_autoptr (GError) local = NULL;
  sqlite3_session *session;
  gboolean worked;

  g_assert (jp_writer_is_current (store->writer));

  *changes = NULL;
  if (!jp_db_exec (store->writing, "BEGIN IMMEDIATE", error))
    return FALSE;

  session = begin_session (store->writing, &local);
  worked = session != NULL && work_in_session (&transaction, session, work, data, changes, &local);
  if (session != NULL)
    sqlite3session_delete (session);

  worked = end (&transaction, worked, changes, worked ? &local : NULL);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));

  return worked;
}
