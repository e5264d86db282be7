/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One linear pass over a JSON text before any parser sees it: size, depth, UTF-8 and duplicate keys
 * (json-glib overflows the stack on deep nesting and keeps the last of two equal keys). R-PACK.
 * Faults are appended to @faults as JpFault; see jp-fault.h. */
gboolean jp_json_scan (const char *json, gsize length, gsize max_bytes, guint max_depth, GPtrArray *faults);

G_END_DECLS
