/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-store-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#define HASH_BYTES 32

typedef guint8 Hash[HASH_BYTES];

static const char * const kind_names[] = {
  [JP_ENTRY_WORK] = "work",
  [JP_ENTRY_ACT] = "act",
  [JP_ENTRY_UNDO] = "undo",
  [JP_ENTRY_REDO] = "redo",
};

/**
 * jp_entry_new:
 * @kind: what kind of entry
 * @act: English id of what is done
 * @person: who does it
 * @office: for which office
 * @at: when, as local time
 *
 * Returns: (transfer full): an entry to be completed with a summary by the work it records
 */
JpEntry *
jp_entry_new (JpEntryKind kind, const char *act, const char *person, const char *office, const char *at)
{
  JpEntry *entry = g_new0 (JpEntry, 1);

  entry->kind = kind;
  entry->act = g_strdup (act);
  entry->person = g_strdup (person);
  entry->office = g_strdup (office);
  entry->at = g_strdup (at);

  return entry;
}

/**
 * jp_entry_day:
 * @entry: an entry
 *
 * Returns: the day it was made on, the desk's today
 */
JpDate
jp_entry_day (const JpEntry *entry)
{
  g_autofree char *day = g_strndup (entry->at != NULL ? entry->at : "", JP_DATE_ISO_LEN - 1);

  return jp_date_parse (day);
}

void
jp_entry_free (JpEntry *entry)
{
  g_free (entry->at);
  g_free (entry->person);
  g_free (entry->office);
  g_free (entry->act);
  g_free (entry->cluster);
  g_free (entry->summary);
  g_free (entry->detail);
  g_free (entry);
}

static void
hash_number (GChecksum *checksum, gint64 number)
{
  guint64 wire = GUINT64_TO_BE ((guint64) number);

  g_checksum_update (checksum, (const guchar *) &wire, sizeof wire);
}

/* With its length before it, so that no text can pass for the end of one and the beginning of the next. */
static void
hash_part (GChecksum *checksum, gconstpointer data, gssize size)
{
  hash_number (checksum, data != NULL ? size : -1);
  if (data != NULL && size > 0)
    g_checksum_update (checksum, data, size);
}

static void
hash_text (GChecksum *checksum, const char *text)
{
  hash_part (checksum, text, text != NULL ? (gssize) strlen (text) : 0);
}

static void
finish_hash (GChecksum *checksum, Hash hash)
{
  gsize size = HASH_BYTES;

  g_checksum_get_digest (checksum, hash, &size);
  g_checksum_free (checksum);
}

static void
hash_entry (const JpEntry *entry, const char *kind, const void *changeset, int size, const Hash previous, Hash hash)
{
  GChecksum *checksum = g_checksum_new (G_CHECKSUM_SHA256);

  hash_part (checksum, previous, HASH_BYTES);
  hash_number (checksum, entry->seq);
  hash_text (checksum, entry->at);
  hash_text (checksum, entry->person);
  hash_text (checksum, entry->office);
  hash_text (checksum, entry->act);
  hash_text (checksum, kind);
  hash_text (checksum, entry->cluster);
  hash_text (checksum, entry->summary);
  hash_text (checksum, entry->detail);
  hash_number (checksum, entry->undoes);
  hash_part (checksum, changeset, size);

  finish_hash (checksum, hash);
}

/* The chain hangs on the file's own id, so that a journal moved into another file is noticed. */
static void
hash_file (const char *file, Hash hash)
{
  GChecksum *checksum = g_checksum_new (G_CHECKSUM_SHA256);

  hash_text (checksum, "jiping");
  hash_text (checksum, file);

  finish_hash (checksum, hash);
}

static gboolean
set_head (JpDb *db, gint64 seq, Hash hash, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (hash, HASH_BYTES);

  return jp_db_run (db, "INSERT INTO journal_head (id, seq, hash) VALUES (1, ?, ?) "
                    "ON CONFLICT DO UPDATE SET seq = excluded.seq, hash = excluded.hash", error, "lb", seq, bytes);
}

/* Begins the chain of a new file. */
gboolean
jp_journal_begin (JpDb *db, const char *file, GError **error)
{
  Hash hash;

  hash_file (file, hash);
  return set_head (db, 0, hash, error);
}

static gboolean
get_head (JpDb *db, gint64 *seq, Hash hash, GError **error)
{
  sqlite3_stmt *row = jp_db_prepare (db, "SELECT seq, hash FROM journal_head WHERE id = 1", error);
  int more = row != NULL ? jp_db_step (db, row, error) : -1;
  gboolean whole = more > 0 && sqlite3_column_bytes (row, 1) == HASH_BYTES;

  if (whole)
    {
      *seq = sqlite3_column_int64 (row, 0);
      memcpy (hash, sqlite3_column_blob (row, 1), HASH_BYTES);
    }
  else if (more >= 0)
    g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_DAMAGED,
                 _("The end mark of the journal is missing. Restore the latest backup."));
  if (more > 0)
    jp_db_finish (row);

  return whole;
}

/* The number of the last entry, 0 in a new file. */
gboolean
jp_journal_head (JpDb *db, gint64 *seq, GError **error)
{
  Hash hash;

  return get_head (db, seq, hash, error);
}

static gboolean
append_clusters (JpDb *db, const JpEntry *entry, JpChanges *changes, GError **error)
{
  GHashTableIter iter;
  gpointer cluster;

  if (entry->cluster != NULL)
    g_hash_table_add (changes->clusters, g_strdup (entry->cluster));

  g_hash_table_iter_init (&iter, changes->clusters);
  while (g_hash_table_iter_next (&iter, &cluster, NULL))
    if (!jp_db_run (db, "INSERT INTO journal_clusters (cluster, seq) VALUES (?, ?)", error, "sl", cluster, entry->seq))
      return FALSE;

  return TRUE;
}

/* Writes the next entry and moves the end mark; sets its number. */
gboolean
jp_journal_append (JpDb *db, JpEntry *entry, const void *changeset, int size, JpChanges *changes, GError **error)
{
  const char *kind = kind_names[entry->kind];
  g_autoptr (GBytes) blob = size > 0 ? g_bytes_new_static (changeset, (gsize) size) : NULL;
  g_autoptr (GBytes) previous = NULL, current = NULL;
  Hash previous_hash, hash;
  gint64 head;

  if (!get_head (db, &head, previous_hash, error))
    return FALSE;

  entry->seq = head + 1;
  hash_entry (entry, kind, size > 0 ? changeset : NULL, size, previous_hash, hash);
  previous = g_bytes_new_static (previous_hash, HASH_BYTES);
  current = g_bytes_new_static (hash, HASH_BYTES);

  return jp_db_run (db, "INSERT INTO journal (" JP_JOURNAL_COLUMNS ", prev_hash, hash, changeset) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, nullif (?, 0), ?, ?, ?)", error, "lsssssssslbbb", entry->seq,
                    entry->at, entry->person, entry->office, entry->act, kind, entry->cluster, entry->summary,
                    entry->detail, entry->undoes, previous, current, blob)
         && append_clusters (db, entry, changes, error)
         && set_head (db, entry->seq, hash, error);
}

/* An entry from a row of JP_JOURNAL_COLUMNS. A kind nobody knows is found by the chain; here it reads as an act,
 * which nothing takes back. */
JpEntry *
jp_journal_read (sqlite3_stmt *row)
{
  g_autofree char *kind = NULL;
  JpEntry *entry = g_new0 (JpEntry, 1);

  jp_row_read (row, 0, "lssssssssl", &entry->seq, &entry->at, &entry->person, &entry->office, &entry->act, &kind,
               &entry->cluster, &entry->summary, &entry->detail, &entry->undoes);
  entry->kind = JP_ENTRY_ACT;
  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_strcmp0 (kind, kind_names[i]) == 0)
      entry->kind = (JpEntryKind) i;

  return entry;
}

static gboolean
refuse_entry (gint64 seq, gint64 *bad, GError **error)
{
  if (bad != NULL)
    *bad = seq;
  g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_DAMAGED,
               _("Entry %" PRId64 " of the journal is missing or was altered after it was written. "
                 "Keep the file and compare it with the backups."), seq);
  return FALSE;
}

static gboolean
column_is_hash (sqlite3_stmt *row, int column, const Hash hash)
{
  return sqlite3_column_bytes (row, column) == HASH_BYTES
         && memcmp (sqlite3_column_blob (row, column), hash, HASH_BYTES) == 0;
}

/* Moves @hash on to this row's own, which is what the next row must continue. */
static gboolean
verify_row (sqlite3_stmt *row, gint64 expected_seq, Hash hash)
{
  g_autoptr (JpEntry) entry = jp_journal_read (row);
  const char *kind = (const char *) sqlite3_column_text (row, 5);
  const void *changeset = sqlite3_column_blob (row, 12);
  int size = sqlite3_column_bytes (row, 12);
  gboolean continues = entry->seq == expected_seq && column_is_hash (row, 10, hash);
  Hash previous;

  memcpy (previous, hash, HASH_BYTES);
  if (changeset == NULL && sqlite3_column_type (row, 12) == SQLITE_BLOB)
    changeset = "";
  hash_entry (entry, kind, changeset, size, previous, hash);

  return continues && column_is_hash (row, 11, hash);
}

/* Walks the whole chain from the file's id to the end mark. @bad receives the first bad entry, 0 where none is. */
gboolean
jp_journal_verify (JpDb *db, GCancellable *cancellable, gint64 *bad, GError **error)
{
  g_autofree char *file = NULL;
  gint64 seq = 0, head_seq;
  Hash hash, head_hash;
  sqlite3_stmt *row;
  int more = 1;

  if (bad != NULL)
    *bad = 0;
  if (!jp_settings_get (db, "file", &file, error) || !get_head (db, &head_seq, head_hash, error))
    return FALSE;

  hash_file (file, hash);
  row = jp_db_prepare (db, "SELECT " JP_JOURNAL_COLUMNS ", prev_hash, hash, changeset FROM journal ORDER BY seq",
                       error);
  while (row != NULL && (more = jp_db_step (db, row, error)) > 0)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          jp_db_finish (row);
          return FALSE;
        }
      seq++;
      if (!verify_row (row, seq, hash))
        {
          jp_db_finish (row);
          return refuse_entry (seq, bad, error);
        }
    }
  if (row == NULL || more < 0)
    return FALSE;

  if (seq != head_seq || memcmp (hash, head_hash, HASH_BYTES) != 0)
    return refuse_entry (seq < head_seq ? seq + 1 : seq, bad, error);

  return TRUE;
}

/* Adds what the entries after @seq changed. */
gboolean
jp_journal_changes_since (JpDb *db, gint64 seq, JpChanges *changes, GError **error)
{
  sqlite3_stmt *row = jp_db_query (db, "SELECT cluster, changeset FROM journal WHERE seq > ?", error, "l", seq);
  int more = row != NULL ? 1 : -1;

  while (more > 0 && (more = jp_db_step (db, row, error)) > 0)
    {
      const char *cluster = (const char *) sqlite3_column_text (row, 0);

      if (cluster != NULL)
        g_hash_table_add (changes->clusters, g_strdup (cluster));
      if (jp_changes_collect (changes, sqlite3_column_blob (row, 1), sqlite3_column_bytes (row, 1), error))
        continue;
      jp_db_finish (row);
      more = -1;
    }

  return more == 0;
}
