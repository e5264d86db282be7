/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-db.h"

G_BEGIN_DECLS

/* A verified copy of the database behind @db at @path, which must be free. Private to the store. */
gboolean   jp_backup_copy           (JpDb *db, const char *path, GError **error);
/* Whether a closed file is a whole data file: structure, references, journal. */
gboolean   jp_backup_verify         (const char *path, GCancellable *cancellable, GError **error);
GPtrArray *jp_backup_contents       (JpDb *db, GError **error); /* of char*: the hashes of its attachments */
gboolean   jp_backup_share_contents (JpDb *db, const char *from, const char *folder, GError **error);
/* jp_backup_restore() with the folder of the contents given. */
gboolean   jp_backup_put_in_place   (const char *backup, const char *contents, const char *data_file, GDateTime *now,
                                     char **aside, GError **error);

G_END_DECLS
