/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-db.h"

G_BEGIN_DECLS

/* A verified copy of the database behind @db at @path, which must be free. Private to the store. */
gboolean jp_backup_copy   (JpDb *db, const char *path, GError **error);
/* Whether a closed file is a whole data file: structure, references, journal. */
gboolean jp_backup_verify (const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
