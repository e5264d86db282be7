/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-archive.h"

#include "jp-backup-private.h"
#include "jp-content.h"
#include "jp-store-file.h"
#include "jp-store-private.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define BUFFER_BYTES (64 * 1024)

typedef struct archive Archive;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_write_free)

static gboolean
refuse_io (Archive *archive, GError **error)
{
  g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_IO, _("The backup cannot be written: %s."),
               archive_error_string (archive));
  return FALSE;
}

static gboolean
refuse_source (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_IO, _("“%s” cannot be read: %s."), name, g_strerror (errno));
  return FALSE;
}

static gboolean
begin_entry (Archive *archive, const char *name, gint64 size, GDateTime *now, GError **error)
{
  struct archive_entry *entry = archive_entry_new ();
  gboolean begun;

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0600);
  archive_entry_set_size (entry, size);
  archive_entry_set_mtime (entry, (time_t) g_date_time_to_unix (now), 0);
  begun = archive_write_header (archive, entry) == ARCHIVE_OK;
  archive_entry_free (entry);

  return begun || refuse_io (archive, error);
}

static gboolean
add_text (Archive *archive, const char *name, const char *text, GDateTime *now, GError **error)
{
  gsize length = strlen (text);

  return begin_entry (archive, name, (gint64) length, now, error)
         && (archive_write_data (archive, text, length) == (la_ssize_t) length || refuse_io (archive, error));
}

static gboolean
add_file (Archive *archive, const JpArchiveFile *file, const char *path, GDateTime *now, GCancellable *cancellable,
          GError **error)
{
  g_autofree guint8 *buffer = g_malloc (BUFFER_BYTES);
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean written = fd >= 0 ? begin_entry (archive, file->name, file->size, now, error) : refuse_source (path, error);
  gssize length = 1;

  while (written && length > 0)
    {
      length = read (fd, buffer, BUFFER_BYTES);
      if (length < 0)
        written = refuse_source (path, error);
      else if (length > 0 && archive_write_data (archive, buffer, (gsize) length) != length)
        written = refuse_io (archive, error);
      else
        written = !g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  if (fd >= 0)
    g_close (fd, NULL);

  return written;
}

static gboolean
list_file (GPtrArray *files, const char *name, const char *path, GError **error)
{
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (path, FALSE, error);
  g_autoptr (GBytes) bytes = mapped != NULL ? g_mapped_file_get_bytes (mapped) : NULL;
  JpArchiveFile *file;

  if (bytes == NULL)
    return FALSE;

  file = g_new0 (JpArchiveFile, 1);
  file->name = g_strdup (name);
  file->size = (gint64) g_bytes_get_size (bytes);
  file->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_ptr_array_add (files, file);

  return TRUE;
}

/* The database first, then the contents; a content whose hash is no longer its name is refused. */
static gboolean
list_files (const char *database, const char *folder, GPtrArray *files, GError **error)
{
  g_autoptr (JpDb) db = jp_db_open (database, JP_DB_READ_ONLY, error);
  g_autoptr (GPtrArray) hashes = db != NULL ? jp_backup_contents (db, error) : NULL;

  if (hashes == NULL || !list_file (files, JP_ARCHIVE_DATABASE, database, error))
    return FALSE;

  for (guint i = 0; i < hashes->len; i++)
    {
      const char *sha256 = g_ptr_array_index (hashes, i);
      g_autofree char *path = jp_content_path (folder, sha256);
      g_autofree char *name = g_strconcat (JP_ARCHIVE_CONTENTS, sha256, NULL);

      if (!jp_content_verify (folder, sha256, error) || !list_file (files, name, path, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
fill (Archive *archive, GPtrArray *files, const char *database, const char *folder, GDateTime *now,
      GCancellable *cancellable, GError **error)
{
  g_autofree char *at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S");
  g_autofree char *manifest = jp_archive_manifest_write (files, at);

  if (!add_text (archive, JP_ARCHIVE_MANIFEST, manifest, now, error))
    return FALSE;

  for (guint i = 0; i < files->len; i++)
    {
      const JpArchiveFile *file = g_ptr_array_index (files, i);
      g_autofree char *path = i == 0 ? g_strdup (database) : jp_content_path (folder, file->sha256);

      if (!add_file (archive, file, path, now, cancellable, error))
        return FALSE;
    }

  return archive_write_close (archive) == ARCHIVE_OK || refuse_io (archive, error);
}

static gboolean
write_archive (const char *temp, const char *database, const char *folder, GDateTime *now, GCancellable *cancellable,
               GError **error)
{
  g_autoptr (Archive) archive = archive_write_new ();
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_archive_file_free);
  int fd;
  gboolean synced;

  if (!list_files (database, folder, files, error))
    return FALSE;
  if (archive_write_set_format_zip (archive) != ARCHIVE_OK || archive_write_open_filename (archive, temp) != ARCHIVE_OK)
    return refuse_io (archive, error);
  if (!fill (archive, files, database, folder, now, cancellable, error))
    return FALSE;

  fd = g_open (temp, O_RDONLY | O_CLOEXEC, 0);
  synced = fd >= 0 && fsync (fd) == 0;
  if (fd >= 0)
    g_close (fd, NULL);

  return synced || refuse_source (temp, error);
}

/**
 * jp_store_archive:
 * @self: a store
 * @path: where the archive goes; must be free
 * @now: the moment that dates it
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Writes one zip with a verified copy of the database, the attachments on record, and a list of their hashes.
 *
 * Returns: whether the archive is there, whole
 */
gboolean
jp_store_archive (JpStore *self, const char *path, GDateTime *now, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *temp = NULL;
  g_autofree char *database = NULL;
  g_autoptr (JpDb) db = NULL;
  gboolean written;

  g_return_val_if_fail (JP_IS_STORE (self) && path != NULL && now != NULL, FALSE);

  folder = jp_content_folder (self->path);
  temp = jp_store_file_new_temp (path, error);
  db = temp != NULL ? jp_db_open (self->path, JP_DB_READ_ONLY, error) : NULL;
  if (db == NULL)
    return FALSE;

  database = g_strconcat (temp, ".db", NULL);
  written = jp_backup_copy (db, database, error)
            && write_archive (temp, database, folder, now, cancellable, error)
            && jp_store_file_put_new (temp, path, error);
  jp_store_file_drop (database);
  if (!written)
    g_unlink (temp);

  return written;
}
