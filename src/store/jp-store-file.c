/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-store-file.h"

#include "jp-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#define MAGIC              "SQLite format 3"
#define HEADER_BYTES       100
#define PAGE_SIZE_OFFSET   16
#define PAGE_COUNT_OFFSET  28
#define APPLICATION_OFFSET 68

/* File systems that are reached over a network, where write-ahead logging does not work (statfs(2) and its kin). */
static const gint64 remote_types[] = {
  0x6969,     /* NFS */
  0x517b,     /* SMB */
  0xff534d42, /* CIFS */
  0xfe534d42, /* SMB 2 */
  0x65735546, /* FUSE: sshfs, GVfs, cloud drives */
  0x01021997, /* 9P */
  0x5346414f, /* AFS */
  0x73757245, /* Coda */
  0x00c36400, /* Ceph */
  0x564c,     /* NCP */
};

/* Folders that a program copies to elsewhere while files in them are being written. */
static const char * const sync_folders[] = {
  "Dropbox", "OneDrive", "Nextcloud", "ownCloud", "Nutstore", "坚果云", "我的坚果云", "百度网盘", "BaiduNetdisk",
  "WPS云盘", "WPS Cloud Files", "iCloudDrive", "Google Drive", "Syncthing", "腾讯微云", NULL
};

/* Always FALSE, so that a check can return it. */
static gboolean G_GNUC_PRINTF (3, 4)
refuse (GError **error, JpStoreError code, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, JP_STORE_ERROR, code, message);

  return FALSE;
}

static gboolean
has_content (const char *path, const char *suffix)
{
  g_autofree char *beside = g_strconcat (path, suffix, NULL);
  GStatBuf status;

  return g_stat (beside, &status) == 0 && status.st_size > 0;
}

/* Whether the last program that wrote did not get to close the file (or still has it open). */
gboolean
jp_store_file_unclean (const char *path)
{
  return has_content (path, "-wal") || has_content (path, "-journal");
}

static gboolean
read_header (const char *path, const char *name, guint8 header[HEADER_BYTES], GError **error)
{
  gssize length;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  if (fd < 0)
    return refuse (error, JP_STORE_ERROR_IO, _("“%s” cannot be opened: %s."), name, g_strerror (errno));

  length = read (fd, header, HEADER_BYTES);
  g_close (fd, NULL);
  if (length < 0)
    return refuse (error, JP_STORE_ERROR_IO, _("“%s” cannot be read: %s."), name, g_strerror (errno));
  if (length < HEADER_BYTES || memcmp (header, MAGIC, sizeof MAGIC) != 0)
    return refuse (
      error, JP_STORE_ERROR_FOREIGN,
      _("“%s” is not a data file of Jiping, or its beginning is damaged. Choose another file, or restore a "
        "backup."),
      name);

  return TRUE;
}

static guint32
read_number (const guint8 *at)
{
  guint32 number;

  memcpy (&number, at, sizeof number);
  return GUINT32_FROM_BE (number);
}

/* SQLite fills up a last page that was cut short with zeros and goes on; its header says how long the file was. After
 * an unclean end the log may still hold what is missing. */
static gboolean
is_cut_short (const char *path, const guint8 header[HEADER_BYTES], goffset size)
{
  goffset page = header[PAGE_SIZE_OFFSET] << 8 | header[PAGE_SIZE_OFFSET + 1];

  if (page == 1)
    page = 65536;

  return !jp_store_file_unclean (path) && size < page * read_number (header + PAGE_COUNT_OFFSET);
}

static gboolean
check_header (const char *path, goffset size, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  guint8 header[HEADER_BYTES];

  if (!read_header (path, name, header, error))
    return FALSE;
  if (read_number (header + APPLICATION_OFFSET) != JP_STORE_FILE_APPLICATION_ID)
    return refuse (error, JP_STORE_ERROR_FOREIGN,
                   _("“%s” is the database of another program, not a data file of Jiping. Choose another file."), name);
  if (is_cut_short (path, header, size))
    return refuse (error, JP_STORE_ERROR_DAMAGED,
                   _("“%s” was cut short: its end is missing. Keep it as it is and restore the latest backup."), name);

  return TRUE;
}

/**
 * jp_store_file_check:
 * @path: where a data file should be
 * @error: return location for a [enum@Jp.StoreError]
 *
 * Looks at what stands at @path before SQLite touches it, which would take an empty file for a new database.
 *
 * Returns: whether it begins like a data file of this program
 */
gboolean
jp_store_file_check (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  GStatBuf status;

  if (g_stat (path, &status) != 0 && errno == ENOENT)
    return refuse (error, JP_STORE_ERROR_IO,
                   _("There is no data file “%s”. Make a new one, or choose another file."), name);
  if (g_stat (path, &status) != 0)
    return refuse (error, JP_STORE_ERROR_IO, _("“%s” cannot be opened: %s."), name, g_strerror (errno));
  if (S_ISDIR (status.st_mode))
    return refuse (error, JP_STORE_ERROR_FOREIGN, _("“%s” is a folder, not a data file. Choose a file."), name);
  if (!S_ISREG (status.st_mode))
    return refuse (error, JP_STORE_ERROR_FOREIGN, _("“%s” is not an ordinary file. Choose a data file."), name);
  if (status.st_size == 0)
    return refuse (error, JP_STORE_ERROR_DAMAGED,
                   _("“%s” is empty: what it held is lost. Restore the latest backup; nothing was written to it."),
                   name);

  return check_header (path, status.st_size, error);
}

/* Only its owner reads a data file, whatever the umask was; SQLite gives its side files the same mode. */
void
jp_store_file_protect (const char *path)
{
  GStatBuf status;

  if (g_stat (path, &status) == 0 && status.st_uid == geteuid () && (status.st_mode & 077) != 0
      && g_chmod (path, 0600) != 0)
    g_warning ("The rights of “%s” could not be narrowed to its owner: %s", path, g_strerror (errno));
}

/* An empty file beside @path that only its owner may read; to become @path when it is complete. */
char *
jp_store_file_new_temp (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *temp = g_strconcat (path, ".XXXXXX.part", NULL);
  int fd = g_mkstemp_full (temp, O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0 || fchmod (fd, 0600) != 0)
    {
      refuse (error, JP_STORE_ERROR_IO, _("“%s” cannot be made: %s."), name, g_strerror (errno));
      if (fd >= 0)
        g_close (fd, NULL);
      return NULL;
    }

  g_close (fd, NULL);
  return g_steal_pointer (&temp);
}

static void
drop_beside (const char *path, const char *suffix)
{
  g_autofree char *beside = g_strconcat (path, suffix, NULL);

  g_unlink (beside);
}

/* Removes an unfinished file with what SQLite left beside it. */
void
jp_store_file_drop (const char *path)
{
  drop_beside (path, "-journal");
  drop_beside (path, "-wal");
  drop_beside (path, "-shm");
  g_unlink (path);
}

/* A new name is on the disk only when its folder is. */
gboolean
jp_store_file_sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  gboolean synced = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    g_close (fd, NULL);

  return synced;
}

/**
 * jp_store_file_put_new:
 * @temp: a complete file
 * @path: the name it gets
 * @error: return location
 *
 * Gives @temp its name, which must be free: nothing is ever replaced.
 *
 * Returns: whether @path now is the file
 */
gboolean
jp_store_file_put_new (const char *temp, const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (link (temp, path) == 0)
    g_unlink (temp);
  else if (errno == EEXIST
           || (renameat2 (AT_FDCWD, temp, AT_FDCWD, path, RENAME_NOREPLACE) != 0 && errno == EEXIST))
    return refuse (error, JP_STORE_ERROR_EXISTS,
                   _("“%s” exists already. Choose another name; nothing was changed."), name);
  else if (g_access (temp, F_OK) == 0)
    return refuse (error, JP_STORE_ERROR_IO, _("“%s” cannot be made: %s."), name, g_strerror (errno));

  jp_store_file_sync_folder (path);
  return TRUE;
}

/* Puts a complete and checked file in the place of another, at once. */
gboolean
jp_store_file_replace (const char *temp, const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (g_rename (temp, path) != 0)
    return refuse (error, JP_STORE_ERROR_IO, _("“%s” cannot be replaced: %s."), name, g_strerror (errno));

  jp_store_file_sync_folder (path);
  return TRUE;
}

/* write() until all of it is written. */
gboolean
jp_store_file_write_all (int fd, const guint8 *bytes, gsize length)
{
  while (length > 0)
    {
      gssize written = write (fd, bytes, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        return FALSE;
      bytes += written;
      length -= (gsize) written;
    }

  return TRUE;
}

/* Whether a file system of this statfs() type is reached over a network. */
gboolean
jp_store_file_type_is_remote (gint64 type)
{
  for (guint i = 0; i < G_N_ELEMENTS (remote_types); i++)
    if ((type & 0xffffffff) == remote_types[i])
      return TRUE;

  return FALSE;
}

gboolean
jp_store_file_is_remote (const char *path)
{
  struct statfs status;

  return statfs (path, &status) == 0 && jp_store_file_type_is_remote (status.f_type);
}

/* The folder on the way to @path that some program keeps in step with another computer, or NULL. */
const char *
jp_store_file_synced_by (const char *path)
{
  g_auto (GStrv) names = g_strsplit (path, G_DIR_SEPARATOR_S, -1);

  for (guint i = 0; sync_folders[i] != NULL; i++)
    if (g_strv_contains ((const char * const *) names, sync_folders[i]))
      return sync_folders[i];

  return NULL;
}
