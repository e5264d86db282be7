/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-store-journal.h"

#include "jp-store-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static GPtrArray *
read_entries (JpDb *db, sqlite3_stmt *row, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_entry_free);
  int more = row != NULL ? 1 : -1;

  while (more > 0 && (more = jp_db_step (db, row, error)) > 0)
    g_ptr_array_add (entries, jp_journal_read (row));

  return more == 0 ? g_steal_pointer (&entries) : NULL;
}

/**
 * jp_store_load_journal:
 * @self: a store
 * @before: only entries older than this one; 0: from the last
 * @limit: at most so many; 0: all
 * @cluster: (nullable): only entries that concern this cluster
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type JpEntry): entries, newest first
 */
GPtrArray *
jp_store_load_journal (JpStore *self, gint64 before, guint limit, const char *cluster, GError **error)
{
  static const char of_all[] =
    "SELECT " JP_JOURNAL_COLUMNS " FROM journal WHERE seq < ? ORDER BY seq DESC LIMIT ?";
  static const char of_one[] =
    "SELECT " JP_JOURNAL_COLUMNS " FROM journal WHERE seq IN (SELECT seq FROM journal_clusters WHERE cluster = ?3) "
    "AND seq < ?1 ORDER BY seq DESC LIMIT ?2";
  gint64 below = before > 0 ? before : G_MAXINT64, most = limit > 0 ? (gint64) limit : -1;
  g_autoptr (GMutexLocker) locker = NULL;
  sqlite3_stmt *row;

  g_return_val_if_fail (JP_IS_STORE (self) && self->reading != NULL, NULL);

  locker = g_mutex_locker_new (&self->read_lock);
  row = cluster != NULL ? jp_db_query (self->reading, of_one, error, "lls", below, most, cluster)
                        : jp_db_query (self->reading, of_all, error, "ll", below, most);

  return read_entries (self->reading, row, error);
}

/**
 * jp_store_load_entry:
 * @self: a store
 * @seq: an entry's number
 * @error: return location; %JP_STORE_ERROR_NOTHING where there is no such entry
 *
 * Returns: (transfer full) (nullable): the entry
 */
JpEntry *
jp_store_load_entry (JpStore *self, gint64 seq, GError **error)
{
  g_autoptr (GPtrArray) entries = jp_store_load_journal (self, seq + 1, 1, NULL, error);

  if (entries == NULL)
    return NULL;
  if (entries->len == 1 && ((const JpEntry *) g_ptr_array_index (entries, 0))->seq == seq)
    {
      g_ptr_array_set_free_func (entries, NULL);
      return g_ptr_array_index (entries, 0);
    }

  g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_NOTHING, _("There is no entry %" PRId64 " in the journal."),
               seq);
  return NULL;
}

/**
 * jp_store_find_import:
 * @self: a store
 * @cluster: UUID of a cluster
 * @record: id of a record of it, given once and never again
 * @error: return location
 *
 * Finds which import brought a record: its id stands in what the import changed.
 *
 * Returns: number of the entry; 0 without @error where no import brought it
 */
gint64
jp_store_find_import (JpStore *self, const char *cluster, const char *record, GError **error)
{
  static const char newest[] =
    "SELECT seq FROM journal WHERE act = 'import' AND instr (changeset, CAST (?2 AS BLOB)) > 0 "
    "AND seq IN (SELECT seq FROM journal_clusters WHERE cluster = ?1) ORDER BY seq DESC LIMIT 1";
  g_autoptr (GMutexLocker) locker = NULL;
  sqlite3_stmt *row;
  gint64 seq = 0;

  g_return_val_if_fail (JP_IS_STORE (self) && self->reading != NULL, 0);
  g_return_val_if_fail (cluster != NULL && record != NULL, 0);

  locker = g_mutex_locker_new (&self->read_lock);
  row = jp_db_query (self->reading, newest, error, "ss", cluster, record);
  if (row != NULL && jp_db_step (self->reading, row, error) > 0)
    {
      seq = sqlite3_column_int64 (row, 0);
      jp_db_finish (row);
    }

  return seq;
}

/**
 * jp_store_verify_journal:
 * @self: a store
 * @cancellable: (nullable): stops it
 * @bad: (out) (optional): the first entry that is missing or was altered, 0 where none is
 * @error: return location; %JP_STORE_ERROR_DAMAGED names the entry
 *
 * Walks the hash chain from the file's beginning to its end mark, on a connection of its own: writing goes on.
 *
 * Returns: whether the chain is whole
 */
gboolean
jp_store_verify_journal (JpStore *self, GCancellable *cancellable, gint64 *bad, GError **error)
{
  g_autoptr (JpDb) db = NULL;
  gboolean whole;

  g_return_val_if_fail (JP_IS_STORE (self), FALSE);

  db = jp_db_open (self->path, JP_DB_READ_ONLY, error);
  if (db == NULL || !jp_db_exec (db, "BEGIN", error))
    return FALSE;

  whole = jp_journal_verify (db, cancellable, bad, error);
  jp_db_exec (db, "ROLLBACK", NULL);

  return whole;
}
