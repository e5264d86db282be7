/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-test.h"

#include "jp-resources.h"

#include <locale.h>

JpDate
jp_test_date (const char *iso)
{
  JpDate date = jp_date_parse (iso);

  g_assert_cmpuint (date, !=, JP_DATE_NONE);
  return date;
}

char *
jp_test_path (const char *name)
{
  const char *data = g_getenv ("JP_TEST_DATA");

  g_assert_nonnull (data);
  return g_build_filename (data, name, NULL);
}

char *
jp_test_read (const char *name, gsize *length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = jp_test_path (name);
  char *text = NULL;

  g_file_get_contents (path, &text, length, &error);
  g_assert_no_error (error);
  return text;
}

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

JpHolidays *
jp_test_holidays (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = jp_resources_lookup (JP_RESOURCE_HOLIDAYS);
  JpHolidays *holidays = jp_holidays_new_from_json (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);

  g_assert_no_error (error);
  return holidays;
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

void
jp_test_init (int *argc, char ***argv)
{
  setlocale (LC_ALL, "");
  g_test_init (argc, argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
}
