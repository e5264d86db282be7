/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Files by their SHA-256, two levels deep, written once and never changed. Private to the store. */
char *jp_content_folder (const char *data_file); /* of the attachments of a data file */
char *jp_content_path (const char *folder, const char *sha256);
gboolean jp_content_is_hash (const char *text);
gboolean jp_content_add (const char *folder, const char *file, gint64 most, char **sha256, gint64 *size,
                         GError **error);
/* Makes sure that @folder holds the content, copying it from @from where it does not. */
gboolean jp_content_share (const char *from, const char *folder, const char *sha256, GError **error);
/* Moves every content from one folder to another of the same disk, which may hold some of it already. */
gboolean jp_content_move (const char *from, const char *to, GError **error);
/* Whether the content is there and is what its name says. */
gboolean jp_content_verify (const char *folder, const char *sha256, GError **error);

G_END_DECLS
