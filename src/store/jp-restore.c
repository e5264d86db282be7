/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-store-backup.h"

#include "jp-backup-private.h"
#include "jp-content.h"
#include "jp-schema.h"
#include "jp-store-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

static gboolean
refuse_io (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_IO, _("“%s” cannot be kept aside: %s."), name, g_strerror (errno));
  return FALSE;
}

static gboolean
refuse_open (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_BUSY,
               _("“%s” is open in another program. Close it there, then restore again; nothing was changed."), name);
  return FALSE;
}

/* Leaving the write-ahead log needs the file to oneself, and moves what is in the log into the file. A file that is
 * too damaged for that is kept aside with its log as it is. */
static gboolean
take_alone (const char *data_file, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (JpDb) db = NULL;
  g_autofree char *mode = NULL;

  if (!jp_store_file_check (data_file, NULL) || (db = jp_db_open (data_file, JP_DB_WRITE, &local)) == NULL)
    return !g_error_matches (local, JP_STORE_ERROR, JP_STORE_ERROR_BUSY) || refuse_open (data_file, error);

  jp_db_get_text (db, "PRAGMA journal_mode = DELETE", &mode, &local);

  return !g_error_matches (local, JP_STORE_ERROR, JP_STORE_ERROR_BUSY) || refuse_open (data_file, error);
}

static gboolean
move_log (const char *from, const char *to, const char *suffix, GError **error)
{
  g_autofree char *log = g_strconcat (from, suffix, NULL);
  g_autofree char *aside = g_strconcat (to, suffix, NULL);

  return g_rename (log, aside) == 0 || errno == ENOENT || refuse_io (log, error);
}

/* The data file keeps its name too until the restored one takes it, so that there is a file at every moment. */
static gboolean
put_aside (const char *data_file, const char *aside, GError **error)
{
  g_autofree char *index = g_strconcat (data_file, "-shm", NULL);

  if (link (data_file, aside) != 0 && g_rename (data_file, aside) != 0)
    return refuse_io (data_file, error);
  if (!move_log (data_file, aside, "-wal", error) || !move_log (data_file, aside, "-journal", error))
    return FALSE;

  g_unlink (index);
  return TRUE;
}

static char *
name_aside (const char *data_file, GDateTime *now)
{
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%d-%H%M%S");
  char *aside = g_strdup_printf ("%s.before-restore-%s", data_file, stamp);

  for (guint i = 2; g_file_test (aside, G_FILE_TEST_EXISTS); i++)
    {
      g_free (aside);
      aside = g_strdup_printf ("%s.before-restore-%s-%u", data_file, stamp, i);
    }

  return aside;
}

/* A backup of an older version is migrated when it is opened; one of this version must be as this version makes it. */
static gboolean
check_schema (JpDb *db, GError **error)
{
  g_autofree char *name = g_filename_display_name (db->path);
  gboolean matches = TRUE;
  int version;

  if (!jp_schema_version (db, &version, error)
      || (version == JP_SCHEMA_VERSION && !jp_schema_matches (db, jp_schema_chain (), &matches, error)))
    return FALSE;

  if (version > JP_SCHEMA_VERSION)
    g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_NEWER,
                 _("“%s” was made by a newer version of Jiping. Update this program to open it; nothing was changed."),
                 name);
  else if (version < 1 || !matches)
    g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_DAMAGED,
                 _("The tables in “%s” are not as they should be. Nothing was changed; use another backup."), name);
  else
    return TRUE;

  return FALSE;
}

/* What a backup still has of its attachments. One that is lost must not keep the records from being restored; a check
 * of the restored file names it. */
static gboolean
bring_contents (JpDb *db, const char *contents, const char *folder, GError **error)
{
  g_autoptr (GPtrArray) hashes = jp_backup_contents (db, error);

  for (guint i = 0; hashes != NULL && i < hashes->len; i++)
    {
      const char *sha256 = g_ptr_array_index (hashes, i);

      if (jp_content_verify (contents, sha256, NULL) && !jp_content_share (contents, folder, sha256, error))
        return FALSE;
    }

  return hashes != NULL;
}

/* A verified copy beside the data file, and the attachments it names. */
static gboolean
prepare (const char *backup, const char *contents, const char *data_file, const char *ready, GError **error)
{
  g_autoptr (JpDb) db = NULL;
  g_autofree char *folder = jp_content_folder (data_file);

  if (!jp_backup_verify (backup, NULL, error))
    return FALSE;

  db = jp_db_open (backup, JP_DB_READ_ONLY, error);
  return db != NULL
         && check_schema (db, error)
         && bring_contents (db, contents, folder, error)
         && jp_backup_copy (db, ready, error);
}

gboolean
jp_backup_put_in_place (const char *backup, const char *contents, const char *data_file, GDateTime *now, char **aside,
                        GError **error)
{
  gboolean present = g_file_test (data_file, G_FILE_TEST_EXISTS);
  g_autofree char *name = present ? name_aside (data_file, now) : NULL;
  g_autofree char *ready = g_strconcat (data_file, ".restored", NULL);

  if (aside != NULL)
    *aside = NULL;
  jp_store_file_drop (ready); /* of a restore that was broken off */
  if (!prepare (backup, contents, data_file, ready, error))
    return FALSE;

  if ((present && (!take_alone (data_file, error) || !put_aside (data_file, name, error)))
      || !jp_store_file_replace (ready, data_file, error))
    {
      jp_store_file_drop (ready);
      return FALSE;
    }
  if (aside != NULL)
    *aside = g_steal_pointer (&name);

  return TRUE;
}

/**
 * jp_backup_restore:
 * @backup: a backup: one of jp_backup_list(), or what jp_store_backup() made
 * @data_file: the data file whose place it takes
 * @now: the moment that dates what is kept aside
 * @aside: (out) (optional) (nullable): where the present file is kept, %NULL where there was none
 * @error: return location; %JP_STORE_ERROR_BUSY where some program has the file open
 *
 * Checks the backup, then puts a copy of it in the place of the data file. The present file, whatever its state, is
 * kept aside with its log.
 *
 * Returns: whether @data_file is the backup's copy now; otherwise it is as it was
 */
gboolean
jp_backup_restore (const char *backup, const char *data_file, GDateTime *now, char **aside, GError **error)
{
  g_autofree char *beside = jp_content_folder (backup);
  g_autofree char *folder = g_path_get_dirname (backup);
  g_autofree char *shared = g_build_filename (folder, "attachments", NULL);

  g_return_val_if_fail (backup != NULL && data_file != NULL && now != NULL, FALSE);

  return jp_backup_put_in_place (backup, g_file_test (beside, G_FILE_TEST_IS_DIR) ? beside : shared, data_file, now,
                                 aside, error);
}
