/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-rule-cache.h"

void
jp_rule_cache_init (JpRuleCache *self)
{
  self->packs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) jp_pack_unref);
  self->holidays = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) jp_holidays_unref);
}

void
jp_rule_cache_clear (JpRuleCache *self)
{
  g_clear_pointer (&self->packs, g_hash_table_unref);
  g_clear_pointer (&self->holidays, g_hash_table_unref);
}

/**
 * jp_rule_cache_pack:
 * @self: a cache
 * @json: the text of a rule pack
 * @error: return location for a [enum@Jp.PackError]
 *
 * Returns: (transfer full) (nullable): the pack
 */
JpPack *
jp_rule_cache_pack (JpRuleCache *self, const char *json, GError **error)
{
  JpPack *pack = g_hash_table_lookup (self->packs, json);

  if (pack == NULL)
    {
      pack = jp_pack_new_from_json (json, -1, error);
      if (pack == NULL)
        return NULL;
      g_hash_table_insert (self->packs, g_strdup (json), pack);
    }

  return jp_pack_ref (pack);
}

/**
 * jp_rule_cache_holidays:
 * @self: a cache
 * @json: the text of an arrangement of holidays
 * @length: its length in bytes, or −1
 * @error: return location for a [enum@Jp.HolidaysError]
 *
 * Returns: (transfer full) (nullable): the arrangement
 */
JpHolidays *
jp_rule_cache_holidays (JpRuleCache *self, const char *json, gssize length, GError **error)
{
  g_autofree char *text = length < 0 ? g_strdup (json) : g_strndup (json, (gsize) length);
  JpHolidays *holidays = g_hash_table_lookup (self->holidays, text);

  if (holidays == NULL)
    {
      holidays = jp_holidays_new_from_json (text, -1, error);
      if (holidays == NULL)
        return NULL;
      g_hash_table_insert (self->holidays, g_steal_pointer (&text), holidays);
    }

  return jp_holidays_ref (holidays);
}
