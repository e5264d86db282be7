/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-backup-private.h"

#include "jp-store-file.h"
#include "jp-store-open.h"
#include "jp-store-private.h"

static gboolean
copy_pages (JpDb *from, JpDb *to, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to->handle, "main", from->handle, "main");
  int code;

  if (backup == NULL)
    {
      jp_db_set_error (to, sqlite3_extended_errcode (to->handle), error);
      return FALSE;
    }

  code = sqlite3_backup_step (backup, -1);
  sqlite3_backup_finish (backup);
  if (code == SQLITE_DONE)
    return TRUE;

  jp_db_set_error (to, code == SQLITE_OK ? SQLITE_BUSY : code, error);
  return FALSE;
}

/* The copy is one file that needs no log beside it. */
static gboolean
fill_copy (JpDb *db, const char *temp, GError **error)
{
  g_autoptr (JpDb) copy = jp_db_open (temp, JP_DB_WRITE, error);
  g_autofree char *mode = NULL;

  return copy != NULL && copy_pages (db, copy, error)
         && jp_db_get_text (copy, "PRAGMA journal_mode = DELETE", &mode, error);
}

gboolean
jp_backup_verify (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (JpDb) db = NULL;

  if (!jp_store_file_check (path, error))
    return FALSE;

  db = jp_db_open (path, JP_DB_READ_ONLY, error);
  return db != NULL && jp_store_check_structure (db, TRUE, error) && jp_journal_verify (db, cancellable, NULL, error);
}

gboolean
jp_backup_copy (JpDb *db, const char *path, GError **error)
{
  g_autofree char *temp = jp_store_file_new_temp (path, error);

  if (temp == NULL)
    return FALSE;

  if (fill_copy (db, temp, error) && jp_backup_verify (temp, NULL, error) && jp_store_file_put_new (temp, path, error))
    return TRUE;

  jp_store_file_drop (temp);
  return FALSE;
}
