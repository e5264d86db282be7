/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-schema.h"

G_BEGIN_DECLS

/* Making, checking and opening the file; private to the store. A test opens with a chain of its own, or as if the
 * disk were remote. */
JpStore  *jp_store_open_with         (const char *path, gboolean remote, const JpSchemaChain *chain, GError **error);
JpDb     *jp_store_open_checked      (const char *path, gboolean remote, const JpSchemaChain *chain, GError **error);
gboolean  jp_store_make_file         (const char *path, const JpStoreSettings *settings, GError **error);
gboolean  jp_store_check_structure   (JpDb *db, gboolean thoroughly, GError **error);
gboolean  jp_store_refresh_collation (JpDb *db, GError **error);

G_END_DECLS
