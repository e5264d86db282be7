/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-archive.h"

#include "jp-backup-private.h"
#include "jp-content.h"
#include "jp-store-file.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUFFER_BYTES (64 * 1024)

typedef struct archive Archive;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_read_free)

static gboolean
refuse (const char *finding, GError **error)
{
  g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_DAMAGED,
               _("The backup cannot be used: %s Nothing was changed; use another backup."), finding);
  return FALSE;
}

static gboolean
refuse_io (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_IO, _("“%s” cannot be unpacked: %s."), name, g_strerror (errno));
  return FALSE;
}

/* The next entry: an ordinary file with a name. NULL with @error unset: the end. */
static const char *
next_name (Archive *archive, GError **error)
{
  struct archive_entry *entry;
  int code = archive_read_next_header (archive, &entry);
  const char *name;

  if (code == ARCHIVE_EOF)
    return NULL;
  if (code != ARCHIVE_OK)
    {
      refuse (_("it is not a whole zip file."), error);
      return NULL;
    }

  name = archive_entry_pathname_utf8 (entry);
  if (name == NULL)
    name = archive_entry_pathname (entry);
  if (name == NULL || archive_entry_filetype (entry) != AE_IFREG || archive_entry_is_encrypted (entry))
    {
      refuse (_("it holds something else than plain files."), error);
      return NULL;
    }

  return name;
}

static gboolean
read_manifest (Archive *archive, gint64 archive_size, GPtrArray **files, GError **error)
{
  g_autoptr (GByteArray) json = g_byte_array_new ();
  g_autofree guint8 *buffer = g_malloc (BUFFER_BYTES);
  g_autoptr (GError) local = NULL;
  const char *name = next_name (archive, &local);
  la_ssize_t length;

  if (local != NULL || g_strcmp0 (name, JP_ARCHIVE_MANIFEST) != 0)
    return refuse (_("it is not a backup of Jiping."), error);

  while ((length = archive_read_data (archive, buffer, BUFFER_BYTES)) > 0)
    {
      if (json->len + (gsize) length > JP_ARCHIVE_MANIFEST_BYTES)
        return refuse (_("its list of files is too long."), error);
      g_byte_array_append (json, buffer, (guint) length);
    }
  if (length < 0)
    return refuse (_("it is not a whole zip file."), error);

  *files = jp_archive_manifest_read ((const char *) json->data, json->len, archive_size, error);
  return *files != NULL;
}

static GHashTable *
index_files (GPtrArray *files)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < files->len; i++)
    {
      JpArchiveFile *file = g_ptr_array_index (files, i);

      g_hash_table_insert (index, file->name, file);
    }

  return index;
}

/* Not a byte more than the list says, and in the end exactly what it says. */
static gboolean
unpack_to (Archive *archive, const JpArchiveFile *file, int fd, const char *path, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *buffer = g_malloc (BUFFER_BYTES);
  gint64 total = 0;
  la_ssize_t length;

  while ((length = archive_read_data (archive, buffer, BUFFER_BYTES)) > 0)
    {
      total += length;
      if (total > file->size)
        return refuse (_("a file in it is larger than its list says."), error);
      g_checksum_update (checksum, buffer, length);
      if (!jp_store_file_write_all (fd, buffer, (gsize) length))
        return refuse_io (path, error);
    }

  if (length < 0)
    return refuse (_("it is not a whole zip file."), error);
  if (total != file->size || !g_str_equal (g_checksum_get_string (checksum), file->sha256))
    return refuse (_("a file in it is not what its list says."), error);

  return TRUE;
}

static gboolean
unpack_file (Archive *archive, const JpArchiveFile *file, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean unpacked;
  int fd;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return refuse_io (folder, error);

  fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0)
    return refuse_io (path, error);

  unpacked = unpack_to (archive, file, fd, path, error);
  g_close (fd, NULL);

  return unpacked;
}

/* Where a listed file goes in the staging folder: never by the name in the zip. */
static char *
staging_path (const char *staging, const JpArchiveFile *file)
{
  g_autofree char *contents = NULL;

  if (g_str_equal (file->name, JP_ARCHIVE_DATABASE))
    return g_build_filename (staging, JP_ARCHIVE_DATABASE, NULL);

  contents = g_build_filename (staging, "attachments", NULL);
  return jp_content_path (contents, file->sha256);
}

static gboolean
unpack_files (Archive *archive, GPtrArray *files, const char *staging, GError **error)
{
  g_autoptr (GHashTable) index = index_files (files);
  g_autoptr (GError) local = NULL;
  const char *name;

  while ((name = next_name (archive, &local)) != NULL)
    {
      JpArchiveFile *file = g_hash_table_lookup (index, name);
      g_autofree char *path = NULL;

      if (file == NULL)
        return refuse (_("it holds a file that its list does not name."), error);
      if (file->seen)
        return refuse (_("it holds a file twice."), error);
      file->seen = TRUE;
      path = staging_path (staging, file);
      if (!unpack_file (archive, file, path, error))
        return FALSE;
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  for (guint i = 0; i < files->len; i++)
    if (!((const JpArchiveFile *) g_ptr_array_index (files, i))->seen)
      return refuse (_("a file of its list is missing."), error);

  return TRUE;
}

/* An archive has all that its records name, or it is not what was written. */
static gboolean
check_contents (const char *database, const char *contents, GError **error)
{
  g_autoptr (GPtrArray) hashes = NULL;
  g_autoptr (JpDb) db = NULL;

  if (!jp_backup_verify (database, NULL, error) || (db = jp_db_open (database, JP_DB_READ_ONLY, error)) == NULL)
    return FALSE;

  hashes = jp_backup_contents (db, error);
  for (guint i = 0; hashes != NULL && i < hashes->len; i++)
    {
      g_autofree char *path = jp_content_path (contents, g_ptr_array_index (hashes, i));

      if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return refuse (_("an attachment of its records is missing."), error);
    }

  return hashes != NULL;
}

static gboolean
unpack (const char *path, const char *staging, GError **error)
{
  g_autoptr (Archive) archive = archive_read_new ();
  g_autoptr (GPtrArray) files = NULL;
  GStatBuf status;

  if (g_stat (path, &status) != 0 || !S_ISREG (status.st_mode))
    {
      errno = errno != 0 ? errno : EISDIR;
      return refuse_io (path, error);
    }

  archive_read_support_format_zip_seekable (archive);
  if (archive_read_open_filename (archive, path, BUFFER_BYTES) != ARCHIVE_OK)
    return refuse (_("it is not a zip file."), error);

  return read_manifest (archive, status.st_size, &files, error) && unpack_files (archive, files, staging, error);
}

static void
remove_tree (const char *path)
{
  GDir *dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_remove (path);
}

/**
 * jp_archive_restore:
 * @path: a zip that jp_store_archive() made
 * @data_file: the data file whose place its content takes
 * @now: the moment that dates what is kept aside
 * @aside: (out) (optional) (nullable): where the present file is kept, %NULL where there was none
 * @error: return location
 *
 * Unpacks into a folder of its own beside the data file, checks names, sizes and hashes against the list and then the
 * data file itself, and only then puts it in place.
 *
 * Returns: whether @data_file is what the archive held; otherwise it is as it was
 */
gboolean
jp_archive_restore (const char *path, const char *data_file, GDateTime *now, char **aside, GError **error)
{
  g_autofree char *staging = NULL;
  g_autofree char *database = NULL;
  g_autofree char *contents = NULL;
  gboolean restored;

  g_return_val_if_fail (path != NULL && data_file != NULL && now != NULL, FALSE);

  staging = g_strconcat (data_file, ".XXXXXX.unpacked", NULL);
  if (g_mkdtemp_full (staging, 0700) == NULL)
    return refuse_io (staging, error);

  database = g_build_filename (staging, JP_ARCHIVE_DATABASE, NULL);
  contents = g_build_filename (staging, "attachments", NULL);
  restored = unpack (path, staging, error)
             && check_contents (database, contents, error)
             && jp_backup_put_in_place (database, contents, data_file, now, aside, error);
  remove_tree (staging);

  return restored;
}
