/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-book.h"

G_BEGIN_DECLS

/* What the directory of a zip says of one file in it. */
typedef struct
{
  char   *name; /* as written */
  guint32 crc;
  guint64 packed;
  guint64 unpacked;
  gsize   bad_time; /* where in the file its time of change stands, if that is no time; 0 where it is one */
} JpZipEntry;

void        jp_zip_entry_free     (JpZipEntry *entry);
/* Of char* → JpZipEntry, by name in ASCII lower case. */
GHashTable *jp_zip_directory_read (const guint8 *data, gsize size, const JpBookLimits *limits, GError **error);

G_END_DECLS
