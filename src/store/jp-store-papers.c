/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-store-papers.h"

#include "jp-store-private.h"

/**
 * jp_printed_new:
 * @kind: the kind of paper
 * @year: the year it is about
 * @printed_on: the day it was printed
 *
 * Returns: (transfer full): a document to be put on record
 */
JpPrinted *
jp_printed_new (const char *kind, int year, JpDate printed_on)
{
  JpPrinted *printed = g_new0 (JpPrinted, 1);

  printed->kind = g_strdup (kind);
  printed->year = year;
  printed->printed_on = printed_on;

  return printed;
}

void
jp_printed_free (JpPrinted *printed)
{
  g_free (printed->id);
  g_free (printed->cluster);
  g_free (printed->kind);
  g_free (printed->person);
  g_free (printed->data);
  g_free (printed->check_code);
  g_free (printed);
}

/**
 * jp_store_put_printed:
 * @transaction: a transaction
 * @printed: a document; given a UUID where it has none
 * @error: return location
 *
 * Puts a printed document on record. One that is there is never changed.
 *
 * Returns: whether it is kept
 */
gboolean
jp_store_put_printed (JpTransaction *transaction, JpPrinted *printed, GError **error)
{
  if (printed->id == NULL)
    printed->id = g_uuid_string_random ();

  return jp_db_run (transaction->db,
                    "INSERT INTO papers (cluster, id, owner, kind, year, printed_on, person, data, check_code) "
                    "VALUES (coalesce (?, ''), ?, ?, ?, ?, ?, ?, ?, ?)",
                    error, "ssssidsss", printed->cluster, printed->id, transaction->entry->office, printed->kind,
                    printed->year, printed->printed_on, printed->person, printed->data, printed->check_code);
}

/**
 * jp_store_load_printed:
 * @self: a store
 * @cluster: (nullable): only documents about this cluster
 * @check_code: (nullable): only the document with this code
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type JpPrinted): documents on record, newest first
 */
GPtrArray *
jp_store_load_printed (JpStore *self, const char *cluster, const char *check_code, GError **error)
{
  g_autoptr (GPtrArray) papers = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_printed_free);
  g_autoptr (GMutexLocker) locker = NULL;
  sqlite3_stmt *row;
  int more;

  g_return_val_if_fail (JP_IS_STORE (self) && self->reading != NULL, NULL);

  locker = g_mutex_locker_new (&self->read_lock);
  row = jp_db_query (self->reading, "SELECT id, nullif (cluster, ''), kind, year, printed_on, person, data, check_code "
                     "FROM papers WHERE cluster = coalesce (?1, cluster) AND check_code = coalesce (?2, check_code) "
                     "ORDER BY printed_on DESC, id", error, "ss", cluster, check_code);
  more = row != NULL ? 1 : -1;
  while (more > 0 && (more = jp_db_step (self->reading, row, error)) > 0)
    {
      JpPrinted *printed = jp_printed_new (NULL, 0, JP_DATE_NONE);

      jp_row_read (row, 0, "sssidsss", &printed->id, &printed->cluster, &printed->kind, &printed->year,
                   &printed->printed_on, &printed->person, &printed->data, &printed->check_code);
      g_ptr_array_add (papers, printed);
    }

  return more == 0 ? g_steal_pointer (&papers) : NULL;
}
