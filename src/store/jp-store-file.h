/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define JP_STORE_FILE_APPLICATION_ID 0x4a697069 /* "Jipi", in the header of every data file */

/* The data file as a file: what stands at a path, who may read it, which disk it is on. Private to the store. */
gboolean jp_store_file_check     (const char *path, GError **error);
gboolean jp_store_file_unclean   (const char *path);
void     jp_store_file_protect   (const char *path);
char    *jp_store_file_new_temp  (const char *path, GError **error);
void     jp_store_file_drop      (const char *path);
gboolean jp_store_file_put_new   (const char *temp, const char *path, GError **error);
gboolean jp_store_file_replace   (const char *temp, const char *path, GError **error);
gboolean jp_store_file_sync_folder (const char *path);
gboolean jp_store_file_write_all (int fd, const guint8 *bytes, gsize length);
gboolean jp_store_file_is_remote (const char *path);
gboolean jp_store_file_type_is_remote (gint64 type);
const char *jp_store_file_synced_by (const char *path);

G_END_DECLS
