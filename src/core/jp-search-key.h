/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-collation.h"

G_BEGIN_DECLS

/**
 * JpSearchKey:
 *
 * A name prepared for searching as staff type it: by its characters (机器人), by full pinyin (jiqiren, or the
 * beginning of it), or by initials (jqr), each from any place in the name, where a character matches by any
 * of its readings (厦: xia and sha) and the 区 of 海沧区 may be left out. A row found by several names has one
 * on each line. Immutable and reference-counted; UI.md 集群台账.
 */
typedef struct _JpSearchKey JpSearchKey;

/**
 * JpSearchQuery:
 *
 * What was typed, prepared for many names. Immutable.
 */
typedef struct _JpSearchQuery JpSearchQuery;

JpSearchKey   *jp_search_key_new       (const char *text);
JpSearchKey   *jp_search_key_ref       (JpSearchKey *self);
void           jp_search_key_unref     (JpSearchKey *self);
gboolean       jp_search_key_matches   (const JpSearchKey *self, const char *typed);

JpSearchQuery *jp_search_query_new     (const char *typed);
void           jp_search_query_free    (JpSearchQuery *self);
gboolean       jp_search_query_matches (const JpSearchQuery *self, const JpSearchKey *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpSearchKey, jp_search_key_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpSearchQuery, jp_search_query_free)

G_END_DECLS
