/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JpSearchKey:
 *
 * A name prepared for searching as staff type it: by its characters (机器人), by full pinyin (jiqiren, or the
 * beginning of it), or by initials (jqr), each from any place in the name, where a character matches by any
 * of its readings (厦: xia and sha). Immutable and reference-counted; UI.md 集群台账.
 */
typedef struct _JpSearchKey JpSearchKey;

JpSearchKey *jp_search_key_new         (const char *text);
JpSearchKey *jp_search_key_ref         (JpSearchKey *self);
void         jp_search_key_unref       (JpSearchKey *self);
gboolean     jp_search_key_matches     (const JpSearchKey *self, const char *typed);

/* Collation in zh (by pinyin) as bytes that memcmp orders, for ORDER BY. */
GBytes      *jp_collation_key_new      (const char *text);
char        *jp_collation_version      (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpSearchKey, jp_search_key_unref)

G_END_DECLS
