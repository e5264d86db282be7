/* SPDX-License-Identifier: GPL-3.0-or-later */

/* SQLite says by POSIX locks that it has the file open, and those are gone as soon as any part of the process closes
 * the file for itself. A file chooser does so: it looks into each file of its folder. Another program that then closes
 * the data file would think itself the last one and remove the log, and what is written after that would be in no file.
 * These locks belong to their own descriptors and say the same for as long as the store is open. */

#include "jp-store-guard.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* What SQLite locks for reading while the file, and the index of its log, are in use. */
#define SHARED_FIRST 0x40000002
#define SHARED_SIZE  510
#define INDEX_IN_USE 128

struct _JpStoreGuard
{
  int file;
  int index; /* −1: not open */
};

static void
lock (int fd, short type, off_t start, off_t length)
{
  struct flock what = { .l_type = type, .l_whence = SEEK_SET, .l_start = start, .l_len = length };

  /* A disk that knows no such locks is as safe as SQLite alone makes it. */
  if (fd >= 0)
    fcntl (fd, F_OFD_SETLK, &what);
}

static void
set (JpStoreGuard *self, short type)
{
  lock (self->file, type, SHARED_FIRST, SHARED_SIZE);
  lock (self->index, type, INDEX_IN_USE, 1);
}

JpStoreGuard *
jp_store_guard_new (const char *path)
{
  g_autofree char *index = g_strconcat (path, "-shm", NULL);
  JpStoreGuard *self = g_new (JpStoreGuard, 1);

  self->file = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  self->index = g_open (index, O_RDONLY | O_CLOEXEC, 0);
  set (self, F_RDLCK);

  return self;
}

/* SQLite, if it is the last, wants the file for itself. */
void
jp_store_guard_let_go (JpStoreGuard *self)
{
  set (self, F_UNLCK);
}

void
jp_store_guard_free (JpStoreGuard *self)
{
  if (self->file >= 0)
    g_close (self->file, NULL);
  if (self->index >= 0)
    g_close (self->index, NULL);
  g_free (self);
}
