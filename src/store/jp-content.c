/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-content.h"

#include "jp-store-file.h"
#include "jp-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define HASH_DIGITS  64
#define BUFFER_BYTES (64 * 1024)

char *
jp_content_folder (const char *data_file)
{
  return g_strconcat (data_file, "-attachments", NULL);
}

char *
jp_content_path (const char *folder, const char *sha256)
{
  char group[3] = { sha256[0], sha256[0] != '\0' ? sha256[1] : '\0', '\0' };

  return g_build_filename (folder, group, sha256, NULL);
}

/* Sixty-four lower-case hexadecimal digits and nothing else: such a name cannot lead anywhere. */
gboolean
jp_content_is_hash (const char *text)
{
  return strlen (text) == HASH_DIGITS && strspn (text, "0123456789abcdef") == HASH_DIGITS;
}

static gboolean
refuse_io (const char *file, GError **error)
{
  g_autofree char *name = g_filename_display_name (file);

  g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_IO, _("“%s” cannot be copied: %s."), name, g_strerror (errno));
  return FALSE;
}

static gboolean
refuse_large (const char *file, gint64 most, GError **error)
{
  g_autofree char *name = g_filename_display_name (file);
  g_autofree char *limit = g_format_size ((guint64) most);

  g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_IO,
               _("“%s” is larger than %s, the most an attachment may be. Attach a smaller file."), name, limit);
  return FALSE;
}

/* Reads @in to its end, hashing it, and writes it to @out unless that is −1. */
static gboolean
pass_through (int in, int out, const char *file, gint64 most, char **sha256, gint64 *size, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *buffer = g_malloc (BUFFER_BYTES);
  gint64 total = 0;
  gssize length;

  while ((length = read (in, buffer, BUFFER_BYTES)) > 0)
    {
      total += length;
      if (total > most)
        return refuse_large (file, most, error);
      g_checksum_update (checksum, buffer, length);
      if (out >= 0 && !jp_store_file_write_all (out, buffer, (gsize) length))
        return refuse_io (file, error);
    }
  if (length < 0)
    return refuse_io (file, error);

  *sha256 = g_strdup (g_checksum_get_string (checksum));
  *size = total;
  return TRUE;
}

static gboolean
copy_in (const char *file, const char *temp, gint64 most, char **sha256, gint64 *size, GError **error)
{
  int in = g_open (file, O_RDONLY | O_CLOEXEC, 0), out = g_open (temp, O_WRONLY | O_CLOEXEC, 0);
  gboolean copied = FALSE;

  if (in < 0 || out < 0)
    refuse_io (in < 0 ? file : temp, error);
  else if (pass_through (in, out, file, most, sha256, size, error))
    copied = fsync (out) == 0 || refuse_io (temp, error);

  if (in >= 0)
    g_close (in, NULL);
  if (out >= 0)
    g_close (out, NULL);

  return copied;
}

/* The same content may be there already, which is as good. */
static gboolean
give_name (const char *temp, const char *folder, const char *sha256, GError **error)
{
  g_autofree char *path = jp_content_path (folder, sha256);
  g_autofree char *group = g_path_get_dirname (path);

  if (g_mkdir_with_parents (group, 0700) != 0)
    return refuse_io (group, error);

  return jp_store_file_replace (temp, path, error);
}

/**
 * jp_content_add:
 * @folder: the folder of contents; made where it is missing
 * @file: the file to copy in
 * @most: bytes it may have
 * @sha256: (out): its hash, under which it lies
 * @size: (out): its size
 * @error: return location
 *
 * Copies a file in. It is on the disk when this returns.
 *
 * Returns: whether it is there
 */
gboolean
jp_content_add (const char *folder, const char *file, gint64 most, char **sha256, gint64 *size, GError **error)
{
  g_autofree char *beginning = g_build_filename (folder, "new", NULL);
  g_autofree char *temp = NULL;
  g_autofree char *hash = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return refuse_io (folder, error);

  temp = jp_store_file_new_temp (beginning, error);
  if (temp == NULL)
    return FALSE;

  if (copy_in (file, temp, most, &hash, size, error) && give_name (temp, folder, hash, error))
    {
      *sha256 = g_steal_pointer (&hash);
      return TRUE;
    }

  g_unlink (temp);
  return FALSE;
}

gboolean
jp_content_verify (const char *folder, const char *sha256, GError **error)
{
  g_autofree char *path = jp_content_path (folder, sha256);
  g_autofree char *found = NULL;
  gint64 size;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean read;

  if (fd < 0)
    return refuse_io (path, error);

  read = pass_through (fd, -1, path, G_MAXINT64, &found, &size, error);
  g_close (fd, NULL);
  if (!read)
    return FALSE;
  if (g_str_equal (found, sha256))
    return TRUE;

  g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_DAMAGED,
               _("The attachment “%s” is damaged. Copy it back from a backup."), path);
  return FALSE;
}

gboolean
jp_content_share (const char *from, const char *folder, const char *sha256, GError **error)
{
  g_autofree char *there = jp_content_path (folder, sha256);
  g_autofree char *here = jp_content_path (from, sha256);
  g_autofree char *copied = NULL;
  gint64 size;

  if (g_file_test (there, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!jp_content_add (folder, here, G_MAXINT64, &copied, &size, error))
    return FALSE;
  if (g_str_equal (copied, sha256))
    return TRUE;

  g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_DAMAGED,
               _("The attachment “%s” is damaged. Copy it back from a backup."), here);
  return FALSE;
}

static gboolean
move_group (const char *from, const char *to, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, error);
  const char *name;

  if (dir == NULL)
    return FALSE;

  g_mkdir_with_parents (to, 0700);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *old = g_build_filename (from, name, NULL), *new = g_build_filename (to, name, NULL);

      if (g_rename (old, new) == 0)
        continue;

      g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_IO, _("“%s” cannot be kept: %s."), new, g_strerror (errno));
      return FALSE;
    }
  g_rmdir (from);

  return TRUE;
}

gboolean
jp_content_move (const char *from, const char *to, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *group;

  while (dir != NULL && (group = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *old = g_build_filename (from, group, NULL), *new = g_build_filename (to, group, NULL);

      if (!move_group (old, new, error))
        return FALSE;
    }
  g_rmdir (from);

  return TRUE;
}
