/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-test.h"

#include "jp-resources.h"

JpPack *
jp_test_pack (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = jp_resources_lookup (JP_RESOURCE_PACK);
  JpPack *pack = jp_pack_new_from_json (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);

  g_assert_no_error (error);
  return pack;
}

JpPack *
jp_test_other_pack (void)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree char *json = jp_test_read ("packs/other.json", &length);
  JpPack *pack = jp_pack_new_from_json (json, length, &error);

  g_assert_no_error (error);
  return pack;
}

JpContext
jp_test_context (JpPackSet **packs, JpPack *pack, const JpHolidays *holidays, const char *since, const char *today)
{
  JpContext context = { NULL, holidays, jp_test_date (since), jp_test_date (today) };

  *packs = jp_pack_set_new ();
  jp_pack_set_add (*packs, pack, NULL, JP_DATE_NONE);
  context.packs = *packs;

  return context;
}
