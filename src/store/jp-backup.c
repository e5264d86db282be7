/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-store-backup.h"

#include "jp-backup-private.h"
#include "jp-content.h"
#include "jp-store-file.h"
#include "jp-store-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define HASH_DIGITS 12 /* of the journal's end mark, enough to tell two files of one length apart */

static char *
kept_folder (const char *data_file)
{
  return g_strconcat (data_file, "-backups", NULL);
}

/* The hashes of all attachments on record, in @db. */
GPtrArray *
jp_backup_contents (JpDb *db, GError **error)
{
  g_autoptr (GPtrArray) hashes = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *row = jp_db_prepare (db, "SELECT DISTINCT sha256 FROM attachments ORDER BY sha256", error);
  int more = row != NULL ? 1 : -1;

  while (more > 0 && (more = jp_db_step (db, row, error)) > 0)
    g_ptr_array_add (hashes, jp_row_text (row, 0));

  return more == 0 ? g_steal_pointer (&hashes) : NULL;
}

/* Each content once, whatever number of backups it belongs to. */
gboolean
jp_backup_share_contents (JpDb *db, const char *from, const char *folder, GError **error)
{
  g_autoptr (GPtrArray) hashes = jp_backup_contents (db, error);

  for (guint i = 0; hashes != NULL && i < hashes->len; i++)
    if (!jp_content_share (from, folder, g_ptr_array_index (hashes, i), error))
      return FALSE;

  return hashes != NULL;
}

static gboolean
copy_with_contents (JpStore *self, JpDb *db, const char *path, const char *contents, GCancellable *cancellable,
                    GError **error)
{
  g_autofree char *own = jp_content_folder (self->path);

  return !g_cancellable_set_error_if_cancelled (cancellable, error)
         && jp_backup_share_contents (db, own, contents, error)
         && !g_cancellable_set_error_if_cancelled (cancellable, error)
         && jp_backup_copy (db, path, error);
}

/**
 * jp_store_backup:
 * @self: a store
 * @path: where the copy goes; must be free
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Copies the database on a connection of its own while work goes on, opens the copy and checks structure, references
 * and journal before it gets its name. The attachments go into a folder beside it, so that it opens like any data file.
 *
 * Returns: whether a good backup is there
 */
gboolean
jp_store_backup (JpStore *self, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (JpDb) db = NULL;
  g_autofree char *contents = NULL;

  g_return_val_if_fail (JP_IS_STORE (self) && path != NULL, FALSE);

  db = jp_db_open (self->path, JP_DB_READ_ONLY, error);
  contents = jp_content_folder (path);

  return db != NULL && copy_with_contents (self, db, path, contents, cancellable, error);
}

/* Kept backups: <folder>/20260210-093000-000123-0123456789ab.db */

static JpKeptBackup *
parse_kept (const char *folder, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "-", -1);
  g_autofree char *iso = NULL;
  JpKeptBackup *backup;
  JpDate day;

  if (g_strv_length (parts) != 4 || strlen (parts[0]) != 8 || strlen (parts[1]) != 6 || !g_str_has_suffix (name, ".db"))
    return NULL;

  iso = g_strdup_printf ("%.4s-%.2s-%.2s", parts[0], parts[0] + 4, parts[0] + 6);
  day = jp_date_parse (iso);
  if (day == JP_DATE_NONE)
    return NULL;

  backup = g_new0 (JpKeptBackup, 1);
  backup->path = g_build_filename (folder, name, NULL);
  backup->at = g_strdup_printf ("%sT%.2s:%.2s:%.2s", iso, parts[1], parts[1] + 2, parts[1] + 4);
  backup->day = day;
  backup->seq = g_ascii_strtoll (parts[2], NULL, 10);

  return backup;
}

void
jp_kept_backup_free (JpKeptBackup *backup)
{
  g_free (backup->path);
  g_free (backup->at);
  g_free (backup);
}

static int
newest_first (gconstpointer a, gconstpointer b)
{
  const JpKeptBackup *one = *(JpKeptBackup * const *) a, *other = *(JpKeptBackup * const *) b;
  int order = strcmp (other->at, one->at);

  return order != 0 ? order : (other->seq > one->seq) - (other->seq < one->seq);
}

/**
 * jp_backup_list:
 * @data_file: a data file, which need not open
 *
 * Returns: (transfer full) (element-type JpKeptBackup): the backups kept of it, newest first
 */
GPtrArray *
jp_backup_list (const char *data_file)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_kept_backup_free);
  g_autofree char *folder = kept_folder (data_file);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      JpKeptBackup *backup = parse_kept (folder, name);

      if (backup != NULL)
        g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, newest_first);

  return backups;
}

static void
thin (const char *data_file, JpDate today)
{
  g_autoptr (GPtrArray) backups = jp_backup_list (data_file);
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (JpDate));
  g_autoptr (GArray) staying = NULL;

  for (guint i = backups->len; i > 0; i--)
    g_array_append_val (days, ((const JpKeptBackup *) g_ptr_array_index (backups, i - 1))->day);
  staying = jp_backup_thin (days, today);
  for (guint i = 0; i < staying->len; i++)
    if (!g_array_index (staying, gboolean, i))
      g_unlink (((const JpKeptBackup *) g_ptr_array_index (backups, backups->len - 1 - i))->path);
}

/* "000123-0123456789ab.db": two files with the same end of the journal hold the same. */
static char *
describe_head (JpDb *db, GError **error)
{
  sqlite3_stmt *row = jp_db_prepare (db, "SELECT printf ('%06d-%s.db', seq, lower (substr (hex (hash), 1, ?))) "
                                     "FROM journal_head", error);
  char *text = NULL;
  int more;

  if (row == NULL)
    return NULL;

  sqlite3_bind_int (row, 1, HASH_DIGITS);
  more = jp_db_step (db, row, error);
  if (more > 0)
    {
      text = jp_row_text (row, 0);
      jp_db_finish (row);
    }
  else if (more == 0)
    jp_db_set_error (db, SQLITE_CORRUPT, error);

  return text;
}

static gboolean
is_unchanged (const char *data_file, const char *head)
{
  g_autoptr (GPtrArray) backups = jp_backup_list (data_file);
  const JpKeptBackup *newest = backups->len > 0 ? g_ptr_array_index (backups, 0) : NULL;

  return newest != NULL && g_str_has_suffix (newest->path, head) && jp_backup_verify (newest->path, NULL, NULL);
}

static gboolean
make_folder (const char *folder, GError **error)
{
  g_autofree char *name = g_filename_display_name (folder);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_IO, _("“%s” cannot be made: %s."), name, g_strerror (errno));
  return FALSE;
}

static char *
name_kept (const char *folder, GDateTime *now, const char *head)
{
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%d-%H%M%S");
  g_autofree char *name = g_strconcat (stamp, "-", head, NULL);

  return g_build_filename (folder, name, NULL);
}

/**
 * jp_store_keep_backup:
 * @self: a store
 * @now: the moment that dates it
 * @path: (out) (optional) (nullable): the backup, %NULL where nothing had changed
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Keeps a backup in the folder beside the data file: daily, and before import, restore and migration. Older ones are
 * thinned after the new one was found good; a damaged data file therefore never costs a good backup.
 *
 * Returns: whether there is a good backup of the present state
 */
gboolean
jp_store_keep_backup (JpStore *self, GDateTime *now, char **path, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *head = NULL;
  g_autofree char *target = NULL;
  g_autoptr (JpDb) db = NULL;

  g_return_val_if_fail (JP_IS_STORE (self) && now != NULL, FALSE);

  if (path != NULL)
    *path = NULL;
  folder = kept_folder (self->path);
  db = jp_db_open (self->path, JP_DB_READ_ONLY, error);
  if (db == NULL || !make_folder (folder, error) || (head = describe_head (db, error)) == NULL)
    return FALSE;
  if (is_unchanged (self->path, head))
    return TRUE;

  contents = g_build_filename (folder, "attachments", NULL);
  target = name_kept (folder, now, head);
  if (!copy_with_contents (self, db, target, contents, cancellable, error))
    return FALSE;

  thin (self->path, jp_date_new ((guint) g_date_time_get_year (now), (guint) g_date_time_get_month (now),
                                 (guint) g_date_time_get_day_of_month (now)));
  if (path != NULL)
    *path = g_steal_pointer (&target);

  return TRUE;
}
