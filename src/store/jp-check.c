/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-store-backup.h"

#include "jp-backup-private.h"
#include "jp-content.h"
#include "jp-store-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/**
 * jp_check_note_new:
 * @id: what was checked
 * @state: how it is
 * @text: what was found, localised
 * @advice: (nullable): what to do, localised
 *
 * Returns: (transfer full): a finding of a check
 */
JpCheckNote *
jp_check_note_new (const char *id, JpCheckState state, const char *text, const char *advice)
{
  JpCheckNote *note = g_new0 (JpCheckNote, 1);

  note->id = g_intern_string (id);
  note->state = state;
  note->text = g_strdup (text);
  note->advice = g_strdup (advice);

  return note;
}

void
jp_check_note_free (JpCheckNote *note)
{
  g_free (note->text);
  g_free (note->advice);
  g_free (note);
}

static void
add (GPtrArray *notes, const char *id, JpCheckState state, const char *text, const char *advice)
{
  g_ptr_array_add (notes, jp_check_note_new (id, state, text, advice));
}

/* One note for each line SQLite has to say, or one that all is well. */
static gboolean
check_structure (JpDb *db, GPtrArray *notes, GError **error)
{
  sqlite3_stmt *row = jp_db_prepare (db, "PRAGMA integrity_check (20)", error);
  int more = row != NULL ? 1 : -1;

  while (more > 0 && (more = jp_db_step (db, row, error)) > 0)
    {
      const char *answer = (const char *) sqlite3_column_text (row, 0);
      g_autofree char *text = g_strdup_printf (_("The file's structure is damaged: %s"), answer);

      if (g_strcmp0 (answer, "ok") == 0)
        add (notes, "structure", JP_CHECK_GOOD, _("The file's structure is whole."), NULL);
      else
        add (notes, "structure", JP_CHECK_FAULT, text, _("Keep this file as it is and restore the latest backup."));
    }

  return more == 0;
}

static gboolean
check_references (JpDb *db, GPtrArray *notes, GError **error)
{
  sqlite3_stmt *row
    = jp_db_prepare (db, "SELECT \"table\", parent, count (*) FROM pragma_foreign_key_check GROUP BY 1, 2", error);
  int more = row != NULL ? 1 : -1;
  guint n_faults = 0;

  for (; more > 0 && (more = jp_db_step (db, row, error)) > 0; n_faults++)
    {
      g_autofree char *text =
        g_strdup_printf (_("%d rows of “%s” belong to nothing in “%s”."), sqlite3_column_int (row, 2),
                         (const char *) sqlite3_column_text (row, 0), (const char *) sqlite3_column_text (row, 1));

      add (notes, "references", JP_CHECK_FAULT, text, _("Keep this file as it is and restore the latest backup."));
    }
  if (n_faults == 0)
    add (notes, "references", JP_CHECK_GOOD, _("Every record belongs to a cluster on file."), NULL);

  return more == 0;
}

static gboolean
check_journal (JpDb *db, GPtrArray *notes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *text = NULL;
  gint64 head = 0;

  if (!jp_journal_verify (db, cancellable, NULL, &local))
    {
      if (!g_error_matches (local, JP_STORE_ERROR, JP_STORE_ERROR_DAMAGED))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      add (notes, "journal", JP_CHECK_FAULT, local->message,
           _("Find out who had the file in hand, and restore the last backup whose journal is whole."));
      return TRUE;
    }
  if (!jp_journal_head (db, &head, error))
    return FALSE;

  text = g_strdup_printf (_("The journal is whole: %" PRId64 " entries, none altered."), head);
  add (notes, "journal", JP_CHECK_GOOD, text, NULL);
  return TRUE;
}

static gboolean
check_attachments (JpStore *self, JpDb *db, GPtrArray *notes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) hashes = jp_backup_contents (db, error);
  g_autofree char *folder = jp_content_folder (self->path);
  g_autofree char *text = NULL;
  guint n_faults = 0;

  if (hashes == NULL)
    return FALSE;

  for (guint i = 0; i < hashes->len; i++)
    {
      g_autoptr (GError) local = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (jp_content_verify (folder, g_ptr_array_index (hashes, i), &local))
        continue;
      add (notes, "attachments", JP_CHECK_FAULT, local->message,
           _("Copy it back from the attachments folder of a backup."));
      n_faults++;
    }
  if (n_faults > 0)
    return TRUE;

  text = g_strdup_printf (_("All %u attachments are there and unaltered."), hashes->len);
  add (notes, "attachments", JP_CHECK_GOOD, text, NULL);
  return TRUE;
}

static void
check_backups (JpStore *self, GPtrArray *notes)
{
  g_autoptr (GPtrArray) backups = jp_backup_list (self->path);
  const JpKeptBackup *newest = backups->len > 0 ? g_ptr_array_index (backups, 0) : NULL;
  g_autofree char *text = NULL;

  if (newest == NULL)
    {
      add (notes, "backup", JP_CHECK_WARNING, _("There is no backup yet."),
           _("Back the data up now."));
      return;
    }

  text = g_strdup_printf (_("The latest backup was made at %s (entry %" PRId64 ")."), newest->at, newest->seq);
  if (jp_backup_verify (newest->path, NULL, NULL))
    add (notes, "backup", JP_CHECK_GOOD, text, NULL);
  else
    add (notes, "backup", JP_CHECK_FAULT, _("The latest backup is damaged."),
         _("Back the data up anew now."));
}

/**
 * jp_store_check:
 * @self: a store
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Checks the whole file on a connection of its own and says in plain words what was found and what to do.
 *
 * Returns: (transfer full) (nullable) (element-type JpCheckNote): the findings, good ones included
 */
GPtrArray *
jp_store_check (JpStore *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_check_note_free);
  g_autoptr (JpDb) db = NULL;

  g_return_val_if_fail (JP_IS_STORE (self), NULL);

  db = jp_db_open (self->path, JP_DB_READ_ONLY, error);
  if (db == NULL
      || !jp_db_exec (db, "BEGIN", error)
      || !check_structure (db, notes, error)
      || !check_references (db, notes, error)
      || !check_journal (db, notes, cancellable, error)
      || !check_attachments (self, db, notes, cancellable, error))
    return NULL;

  check_backups (self, notes);
  return g_steal_pointer (&notes);
}
