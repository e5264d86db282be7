/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-store-journal.h"

#include "jp-store-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/* The newest entry work that stands: not undone, or redone since. */
static const char undo_target[] =
  "SELECT " JP_JOURNAL_COLUMNS " FROM journal AS work WHERE kind = 'work' AND seq > ? AND NOT EXISTS "
  "(SELECT 1 FROM journal AS undo WHERE undo.undoes = work.seq AND undo.kind = 'undo' AND NOT EXISTS "
  "(SELECT 1 FROM journal AS redo WHERE redo.undoes = undo.seq AND redo.kind = 'redo')) ORDER BY seq DESC LIMIT 1";

/* How often entry work is undone just now: 0 or 1. */
static const char undone_count[] =
  "SELECT count (*) FROM journal AS undo WHERE undo.undoes = ? AND undo.kind = 'undo' AND NOT EXISTS "
  "(SELECT 1 FROM journal AS redo WHERE redo.undoes = undo.seq AND redo.kind = 'redo')";

/* The newest undo that stands, unless newer entry work has taken its place. */
static const char redo_target[] =
  "SELECT " JP_JOURNAL_COLUMNS " FROM journal AS undo WHERE kind = 'undo' AND seq > ? AND NOT EXISTS "
  "(SELECT 1 FROM journal AS redo WHERE redo.undoes = undo.seq AND redo.kind = 'redo') AND NOT EXISTS "
  "(SELECT 1 FROM journal AS work WHERE work.kind = 'work' AND work.seq > undo.seq) ORDER BY seq DESC LIMIT 1";

/* What was asked for. */
typedef struct
{
  gboolean redo;
  gint64   seq; /* the entry work to take back; 0: the newest */
} Wanted;

/* What is to be taken back. */
typedef struct
{
  JpEntry *entry;
  GBytes  *changeset;
} Target;

static void
target_clear (Target *target)
{
  g_clear_pointer (&target->entry, jp_entry_free);
  g_clear_pointer (&target->changeset, g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Target, target_clear)

/* A row whose change stood in the way; only its table and key matter. */
typedef struct
{
  char      *table;  /* NULL: a reference, not a row */
  GPtrArray *values; /* of sqlite3_value, NULL where not part of the key */
  gboolean   found;
} Conflict;

static void
conflict_clear (Conflict *conflict)
{
  g_clear_pointer (&conflict->table, g_free);
  g_clear_pointer (&conflict->values, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Conflict, conflict_clear)

/* Changesets written by an older schema cannot be applied to a newer one. A migration that was broken off does not
 * count: its number is above the file's. */
static gboolean
get_floor (JpDb *db, gint64 *floor, GError **error)
{
  return jp_db_get_int (db,
                        "SELECT max (CAST (value AS INTEGER)) FROM settings, pragma_user_version "
                        "WHERE key LIKE 'undo-floor-%' AND CAST (substr (key, 12) AS INTEGER) <= user_version",
                        floor, error);
}

/* @entry is NULL where there is none. */
static gboolean
find_entry (JpDb *db, gboolean redo, JpEntry **entry, GError **error)
{
  sqlite3_stmt *row;
  gint64 floor;
  int more;

  if (!get_floor (db, &floor, error))
    return FALSE;

  row = jp_db_query (db, redo ? redo_target : undo_target, error, "l", floor);
  more = row != NULL ? jp_db_step (db, row, error) : -1;
  *entry = more > 0 ? jp_journal_read (row) : NULL;
  if (more > 0)
    jp_db_finish (row);

  return more >= 0;
}

static gboolean
read_changeset (JpDb *db, Target *target, GError **error)
{
  sqlite3_stmt *row = jp_db_query (db, "SELECT changeset FROM journal WHERE seq = ?", error, "l", target->entry->seq);
  int more = row != NULL ? jp_db_step (db, row, error) : -1;

  if (more > 0)
    {
      target->changeset = jp_row_bytes (row, 0);
      jp_db_finish (row);
    }

  return more >= 0;
}

/* @entry->undoes names the official act that is on top, for whoever can say what takes it back. */
static gboolean
refuse_nothing (JpDb *db, gboolean redo, JpEntry *entry, GError **error)
{
  sqlite3_stmt *row = jp_db_prepare (db, "SELECT " JP_JOURNAL_COLUMNS " FROM journal ORDER BY seq DESC LIMIT 1", error);
  int more = row != NULL ? jp_db_step (db, row, error) : -1;
  g_autoptr (JpEntry) last = more > 0 ? jp_journal_read (row) : NULL;

  if (more > 0)
    jp_db_finish (row);
  if (more < 0)
    return FALSE;

  if (redo)
    g_set_error_literal (error, JP_STORE_ERROR, JP_STORE_ERROR_NOTHING, _("There is nothing to redo."));
  else if (last != NULL && last->kind == JP_ENTRY_ACT)
    g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_NOTHING,
                 _("“%s” (entry %" PRId64 ") is an official act. Only its counter-act or a recorded correction "
                   "takes it back, and before it there is no entry work to undo."), last->summary, last->seq);
  else
    g_set_error_literal (error, JP_STORE_ERROR, JP_STORE_ERROR_NOTHING, _("There is nothing to undo."));

  return FALSE;
}

static JpEntry *
load_entry (JpDb *db, gint64 seq, GError **error)
{
  sqlite3_stmt *row = jp_db_query (db, "SELECT " JP_JOURNAL_COLUMNS " FROM journal WHERE seq = ?", error, "l", seq);
  int more = row != NULL ? jp_db_step (db, row, error) : -1;
  JpEntry *entry = more > 0 ? jp_journal_read (row) : NULL;

  if (more > 0)
    jp_db_finish (row);
  else if (more == 0)
    g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_NOTHING, _("There is no entry %" PRId64 " in the journal."),
                 seq);

  return entry;
}

static gboolean
is_undone (JpDb *db, gint64 seq, gboolean *undone, GError **error)
{
  sqlite3_stmt *row = jp_db_query (db, undone_count, error, "l", seq);
  int more = row != NULL ? jp_db_step (db, row, error) : -1;

  if (more > 0)
    {
      *undone = sqlite3_column_int (row, 0) > 0;
      jp_db_finish (row);
    }

  return more > 0;
}

/* One entry of all: it must be entry work that stands, and of this schema. */
static JpEntry *
load_standing (JpDb *db, gint64 seq, JpEntry *entry, GError **error)
{
  g_autoptr (JpEntry) work = load_entry (db, seq, error);
  gboolean undone = FALSE;
  gint64 floor;

  if (work == NULL || !get_floor (db, &floor, error) || !is_undone (db, seq, &undone, error))
    return NULL;

  if (work->kind == JP_ENTRY_ACT)
    {
      entry->undoes = seq;
      g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_CONFLICT,
                   _("“%s” (entry %" PRId64
                      ") is an official act. Only its counter-act or a recorded correction takes it "
                      "back."),
                   work->summary, seq);
    }
  else if (work->kind != JP_ENTRY_WORK)
    g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_NOTHING,
                 _("“%s” (entry %" PRId64 ") is no entry work, which alone is undone."), work->summary, seq);
  else if (undone)
    g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_NOTHING, _("“%s” (entry %" PRId64 ") is undone already."),
                 work->summary, seq);
  else if (seq <= floor)
    g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_CONFLICT,
                 _("“%s” (entry %" PRId64 ") cannot be undone any more, because the data file was upgraded since."),
                 work->summary, seq);
  else
    return g_steal_pointer (&work);

  return NULL;
}

/* The newest official act after @seq that concerns @cluster; NULL where there is none. A paper printed since rests on
 * nothing: it keeps what it said. */
static gboolean
find_act_after (JpDb *db, gint64 seq, const char *cluster, JpEntry **act, GError **error)
{
  sqlite3_stmt *row = jp_db_query (db,
                                   "SELECT " JP_JOURNAL_COLUMNS " FROM journal WHERE kind = 'act' AND act <> 'print' "
                                   "AND seq IN (SELECT seq FROM journal_clusters WHERE cluster = ? AND seq > ?) "
                                   "ORDER BY seq DESC LIMIT 1",
                                   error, "sl", cluster, seq);
  int more = row != NULL ? jp_db_step (db, row, error) : -1;

  *act = more > 0 ? jp_journal_read (row) : NULL;
  if (more > 0)
    jp_db_finish (row);

  return more >= 0;
}

/* An official act may rest on what was entered before it: its points, its payment, its record. */
static gboolean
check_acts (JpDb *db, const Target *target, JpEntry *entry, GError **error)
{
  g_autoptr (JpChanges) changes = jp_changes_new ();
  GHashTableIter iter;
  gpointer cluster;

  if (!jp_changes_collect (changes, g_bytes_get_data (target->changeset, NULL),
                           (int) g_bytes_get_size (target->changeset), error))
    return FALSE;

  g_hash_table_iter_init (&iter, changes->clusters);
  while (g_hash_table_iter_next (&iter, &cluster, NULL))
    {
      g_autoptr (JpEntry) act = NULL;

      if (!find_act_after (db, target->entry->seq, cluster, &act, error))
        return FALSE;
      if (act == NULL)
        continue;
      entry->undoes = act->seq;
      g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_CONFLICT,
                   _("“%s” (entry %" PRId64 ") cannot be undone, because the official act “%s” (entry %"
                     PRId64 ") came later. Only its counter-act or a recorded correction takes that back."),
                   target->entry->summary, target->entry->seq, act->summary, act->seq);
      return FALSE;
    }

  return TRUE;
}

static GPtrArray *
key_values (sqlite3_changeset_iter *changes, int n_columns, int operation)
{
  GPtrArray *values = g_ptr_array_new_with_free_func ((GDestroyNotify) sqlite3_value_free);
  unsigned char *key;
  int n_key;

  sqlite3changeset_pk (changes, &key, &n_key);
  for (int i = 0; i < n_columns; i++)
    {
      sqlite3_value *value = NULL;

      if (key[i] && operation == SQLITE_INSERT)
        sqlite3changeset_new (changes, i, &value);
      else if (key[i])
        sqlite3changeset_old (changes, i, &value);
      g_ptr_array_add (values, value != NULL ? sqlite3_value_dup (value) : NULL);
    }

  return values;
}

static int
meet_conflict (void *data, int kind, sqlite3_changeset_iter *changes)
{
  Conflict *conflict = data;
  int n_columns, operation, indirect;
  const char *table;

  conflict_clear (conflict);
  conflict->found = TRUE;
  if (kind != SQLITE_CHANGESET_FOREIGN_KEY)
    {
      sqlite3changeset_op (changes, &table, &n_columns, &operation, &indirect);
      conflict->table = g_strdup (table);
      conflict->values = key_values (changes, n_columns, operation);
    }

  return SQLITE_CHANGESET_ABORT;
}

static gboolean
same_key (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      sqlite3_value *left = g_ptr_array_index (a, i), *right = g_ptr_array_index (b, i);

      if (left != NULL && right != NULL
          && g_strcmp0 ((const char *) sqlite3_value_text (left), (const char *) sqlite3_value_text (right)) != 0)
        return FALSE;
    }

  return TRUE;
}

/* Where only a reference is in the way, any entry that changed rows counts. */
static gboolean
touches (const void *changeset, int size, const Conflict *conflict)
{
  sqlite3_changeset_iter *changes;
  gboolean found = FALSE;

  if (conflict->table == NULL || sqlite3changeset_start (&changes, size, (void *) changeset) != SQLITE_OK)
    return size > 0;

  while (!found && sqlite3changeset_next (changes) == SQLITE_ROW)
    {
      g_autoptr (GPtrArray) values = NULL;
      int n_columns, operation, indirect;
      const char *table;

      sqlite3changeset_op (changes, &table, &n_columns, &operation, &indirect);
      if (!g_str_equal (table, conflict->table))
        continue;
      values = key_values (changes, n_columns, operation);
      found = same_key (values, conflict->values);
    }
  sqlite3changeset_finalize (changes);

  return found;
}

/* Names the newest later entry that changed the row in the way. */
static gboolean
refuse_conflict (JpDb *db, const Target *target, const Conflict *conflict, GError **error)
{
  sqlite3_stmt *row
    = jp_db_query (db, "SELECT " JP_JOURNAL_COLUMNS ", changeset FROM journal WHERE seq > ? ORDER BY seq DESC", error,
                   "l", target->entry->seq);
  g_autoptr (JpEntry) later = NULL;
  int more = row != NULL ? 1 : -1;

  while (later == NULL && more > 0 && (more = jp_db_step (db, row, error)) > 0)
    if (touches (sqlite3_column_blob (row, 10), sqlite3_column_bytes (row, 10), conflict))
      later = jp_journal_read (row);
  if (later != NULL)
    jp_db_finish (row);
  if (more < 0)
    return FALSE;

  if (later != NULL)
    g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_CONFLICT,
                 _("“%s” (entry %" PRId64 ") cannot be undone, because “%s” (entry %" PRId64
                    ") came later and builds on it."),
                 target->entry->summary, target->entry->seq, later->summary, later->seq);
  else
    g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_CONFLICT,
                 _("“%s” (entry %" PRId64 ") cannot be undone, because what it changed is no longer as it left it."),
                 target->entry->summary, target->entry->seq);

  return FALSE;
}

static gboolean
apply_inverse (JpDb *db, const Target *target, GError **error)
{
  g_auto (Conflict) conflict = { 0 };
  void *inverse = NULL;
  int size = 0;
  int code = sqlite3changeset_invert ((int) g_bytes_get_size (target->changeset),
                                      g_bytes_get_data (target->changeset, NULL), &size, &inverse);

  if (code == SQLITE_OK)
    code = sqlite3changeset_apply (db->handle, size, inverse, NULL, meet_conflict, &conflict);
  sqlite3_free (inverse);

  if (conflict.found)
    return refuse_conflict (db, target, &conflict, error);
  if (code != SQLITE_OK)
    jp_db_set_error (db, code, error);

  return code == SQLITE_OK;
}

static const char undone_mark[] = "撤销：";

/* Doing an undone entry again is told by that entry's own words. */
static const char *
without_mark (const char *summary)
{
  return g_str_has_prefix (summary, undone_mark) ? summary + strlen (undone_mark) : summary;
}

static void
describe (JpEntry *entry, const Target *target, gboolean redo)
{
  const char *summary = target->entry->summary;

  g_free (entry->act);
  g_free (entry->cluster);
  g_free (entry->summary);
  entry->kind = redo ? JP_ENTRY_REDO : JP_ENTRY_UNDO;
  entry->act = g_strdup (redo ? "redo" : "undo");
  entry->cluster = g_strdup (target->entry->cluster);
  entry->summary = redo ? g_strconcat ("重做：", without_mark (summary), NULL) : g_strconcat (undone_mark, summary, NULL);
  entry->undoes = target->entry->seq;
}

static gboolean
find_target (JpDb *db, const Wanted *wanted, JpEntry *entry, Target *target, GError **error)
{
  if (wanted->seq != 0)
    target->entry = load_standing (db, wanted->seq, entry, error);
  else if (!find_entry (db, wanted->redo, &target->entry, error))
    return FALSE;
  else if (target->entry == NULL)
    return refuse_nothing (db, wanted->redo, entry, error);

  return target->entry != NULL;
}

static gboolean
take_back (JpTransaction *transaction, JpEntry *entry, gpointer data, GError **error)
{
  const Wanted *wanted = data;
  g_auto (Target) target = { 0 };

  if (!find_target (transaction->db, wanted, entry, &target, error))
    return FALSE;
  if (!read_changeset (transaction->db, &target, error))
    return FALSE;

  if (target.changeset != NULL
      && !(check_acts (transaction->db, &target, entry, error) && apply_inverse (transaction->db, &target, error)))
    return FALSE;

  describe (entry, &target, wanted->redo);
  return TRUE;
}

/**
 * jp_store_undo:
 * @self: a store
 * @entry: person, office and time; the rest of it is set
 * @error: return location
 *
 * Takes back the last entry work that stands, by the inverse of its changeset as a new entry. Official acts are taken
 * back only by their counter-act or a recorded correction.
 *
 * Returns: whether it is taken back
 */
gboolean
jp_store_undo (JpStore *self, JpEntry *entry, GError **error)
{
  Wanted wanted = { FALSE, 0 };

  return jp_store_write (self, entry, take_back, &wanted, error);
}

/**
 * jp_store_undo_entry:
 * @self: a store
 * @seq: number of an entry
 * @entry: person, office and time; the rest of it is set
 * @error: return location; %JP_STORE_ERROR_CONFLICT where later work builds on it, or it is an official act
 *
 * As jp_store_undo() for one entry, whatever came after it elsewhere in the file.
 *
 * Returns: whether it is taken back
 */
gboolean
jp_store_undo_entry (JpStore *self, gint64 seq, JpEntry *entry, GError **error)
{
  Wanted wanted = { FALSE, seq };

  g_return_val_if_fail (seq > 0, FALSE);

  return jp_store_write (self, entry, take_back, &wanted, error);
}

/**
 * jp_store_redo:
 * @self: a store
 * @entry: person, office and time; the rest of it is set
 * @error: return location
 *
 * Does again what was undone last, while no newer entry work came after.
 *
 * Returns: whether it is done again
 */
gboolean
jp_store_redo (JpStore *self, JpEntry *entry, GError **error)
{
  Wanted wanted = { TRUE, 0 };

  return jp_store_write (self, entry, take_back, &wanted, error);
}

static char *
what (JpStore *self, gboolean redo, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->read_lock);
  g_autoptr (JpEntry) entry = NULL;

  return find_entry (self->reading, redo, &entry, error) && entry != NULL ? g_strdup (entry->summary) : NULL;
}

/**
 * jp_store_what_undo:
 * @self: a store
 * @error: return location
 *
 * Returns: (transfer full) (nullable): summary of the entry that jp_store_undo() would take back; %NULL without @error
 *   where there is none
 */
char *
jp_store_what_undo (JpStore *self, GError **error)
{
  g_return_val_if_fail (JP_IS_STORE (self) && self->reading != NULL, NULL);

  return what (self, FALSE, error);
}

/**
 * jp_store_what_redo:
 * @self: a store
 * @error: return location
 *
 * Returns: (transfer full) (nullable): summary of the entry that jp_store_redo() would do again; %NULL without @error
 *   where there is none
 */
char *
jp_store_what_redo (JpStore *self, GError **error)
{
  g_autofree char *summary = NULL;

  g_return_val_if_fail (JP_IS_STORE (self) && self->reading != NULL, NULL);

  summary = what (self, TRUE, error);
  return summary != NULL ? g_strdup (without_mark (summary)) : NULL;
}
