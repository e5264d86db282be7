/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-pack.h"
#include "jp-workdays.h"

G_BEGIN_DECLS

/**
 * JpRuleCache:
 *
 * Packs and holidays as they were parsed from their texts, for one connection: every act looks at them, and a version
 * never changes. Told by the text itself, so that what another program adds is seen. Private to the store.
 */
typedef struct
{
  GHashTable *packs;    /* JSON text → JpPack */
  GHashTable *holidays; /* JSON text → JpHolidays */
} JpRuleCache;

void        jp_rule_cache_init     (JpRuleCache *self);
void        jp_rule_cache_clear    (JpRuleCache *self);
JpPack     *jp_rule_cache_pack     (JpRuleCache *self, const char *json, GError **error);
JpHolidays *jp_rule_cache_holidays (JpRuleCache *self, const char *json, gssize length, GError **error);

G_END_DECLS
