/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One pass over a JSON text before any parser sees it: size, depth, UTF-8, strict grammar and duplicate keys
 * (json-glib overflows the stack on deep nesting, takes comments, wraps long numbers and keeps the last of two
 * equal keys). R-PACK. Faults are appended to @faults as JpFault; see jp-fault.h. */
gboolean    jp_json_scan               (const char *json, gsize length, gsize max_bytes, guint max_depth,
                                        GPtrArray *faults);

/* The text behind a byte order mark, which is taken and means nothing. */
const char *jp_json_skip_mark          (const char *json, gsize *length);

/* Appends ".key", or "["key"]" shortened and made printable where it is not a plain word. */
void        jp_json_path_append_member (GString *path, const char *key);

G_END_DECLS
