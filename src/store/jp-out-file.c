/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-out-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

struct _JpOutFile
{
  char *path;
  char *folder;
  char *passing; /* NULL once it has its own name */
};

static gboolean
refuse (const char *path, int error_number, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (error_number), _("The file “%s” could not be written: %s."),
               name, g_strerror (error_number));
  return FALSE;
}

/**
 * jp_out_file_new:
 * @path: where the file shall be
 * @error: return location for a %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): a file to write to
 */
JpOutFile *
jp_out_file_new (const char *path, GError **error)
{
  g_autoptr (JpOutFile) self = NULL;
  g_autofree char *passing = NULL;
  int fd;

  g_return_val_if_fail (path != NULL, NULL);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      refuse (path, EISDIR, error);
      return NULL;
    }

  self = g_new0 (JpOutFile, 1);
  self->path = g_strdup (path);
  self->folder = g_path_get_dirname (path);
  passing = g_build_filename (self->folder, ".jiping-out-XXXXXX", NULL);
  fd = g_mkstemp_full (passing, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      refuse (path, errno, error);
      return NULL;
    }
  close (fd);
  self->passing = g_steal_pointer (&passing);

  return g_steal_pointer (&self);
}

/**
 * jp_out_file_free:
 * @self: (nullable) (transfer full): a file
 *
 * Frees a file; one that was not committed disappears.
 */
void
jp_out_file_free (JpOutFile *self)
{
  if (self == NULL)
    return;

  if (self->passing != NULL)
    g_unlink (self->passing);
  g_free (self->passing);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

/**
 * jp_out_file_path:
 * @self: a file not yet committed
 *
 * Returns: (type filename): the passing name to write to
 */
const char *
jp_out_file_path (JpOutFile *self)
{
  return self->passing;
}

/**
 * jp_out_file_folder:
 * @self: a file
 *
 * Returns: (type filename): the folder it lies in
 */
const char *
jp_out_file_folder (JpOutFile *self)
{
  return self->folder;
}

/**
 * jp_out_file_write:
 * @self: a file not yet committed
 * @data: all that shall be in it
 * @length: of @data in bytes
 * @error: return location for a %G_IO_ERROR
 *
 * Returns: whether @data is written; it still wants jp_out_file_commit()
 */
gboolean
jp_out_file_write (JpOutFile *self, const char *data, gsize length, GError **error)
{
  int fd = g_open (self->passing, O_WRONLY | O_TRUNC | O_CLOEXEC, 0);
  gsize done = 0;
  int failure = fd < 0 ? errno : 0;

  while (failure == 0 && done < length)
    {
      gssize n = write (fd, data + done, length - done);

      if (n < 0 && errno != EINTR)
        failure = errno;
      done += n > 0 ? (gsize) n : 0;
    }
  if (fd >= 0 && close (fd) != 0 && failure == 0)
    failure = errno;

  return failure == 0 || refuse (self->path, failure, error);
}

static int
sync_to_disk (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  int failure = 0;

  if (fd < 0)
    return errno;
  if (fsync (fd) != 0)
    failure = errno;
  close (fd);

  return failure;
}

/**
 * jp_out_file_commit:
 * @self: a file that was written
 * @error: return location for a %G_IO_ERROR
 *
 * Puts the file on the disk and then under its own name, so that whoever opens that name finds the old file or the
 * whole new one.
 *
 * Returns: whether the file is there
 */
gboolean
jp_out_file_commit (JpOutFile *self, GError **error)
{
  int failure = sync_to_disk (self->passing);

  if (failure == 0 && g_rename (self->passing, self->path) != 0)
    failure = errno;
  if (failure != 0)
    return refuse (self->path, failure, error);

  g_clear_pointer (&self->passing, g_free);
  return TRUE;
}
