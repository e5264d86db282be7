/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-store-backup.h"

G_BEGIN_DECLS

/* The list in an archive of what else is in it. Private to the store. */
#define JP_ARCHIVE_MANIFEST        "manifest.json"
#define JP_ARCHIVE_DATABASE        "jiping.db"
#define JP_ARCHIVE_CONTENTS        "attachments/"
#define JP_ARCHIVE_FORMAT          "jiping-backup"
#define JP_ARCHIVE_VERSION         1
#define JP_ARCHIVE_MANIFEST_BYTES  (32 * 1024 * 1024)
#define JP_ARCHIVE_MAX_FILES       100000
#define JP_ARCHIVE_DATABASE_BYTES  (G_GINT64_CONSTANT (8) * 1024 * 1024 * 1024)
/* A database shrinks to a tenth or so; nothing honest shrinks to a two-hundredth. */
#define JP_ARCHIVE_MAX_RATIO       200
#define JP_ARCHIVE_FREE_BYTES      (G_GINT64_CONSTANT (64) * 1024 * 1024)

typedef struct
{
  char    *name;
  gint64   size;
  char    *sha256;
  gboolean seen;
} JpArchiveFile;

void jp_archive_file_free (JpArchiveFile *file);
char *jp_archive_manifest_write (GPtrArray *files, const char *at);
GPtrArray *jp_archive_manifest_read (const char *json, gsize length, gint64 archive_size,
                                     GError **error); /* of JpArchiveFile */

G_END_DECLS
