/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-test.h"

#include "jp-resources.h"

#include <glib/gstdio.h>
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

JpHolidays *
jp_test_holidays (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = jp_resources_lookup (JP_RESOURCE_HOLIDAYS);
  JpHolidays *holidays = jp_holidays_new_from_json (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);

  g_assert_no_error (error);
  return holidays;
}

void
jp_test_remove (const char *path)
{
  g_autoptr (GDir) folder = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      jp_test_remove (inside);
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

void
jp_test_init (int *argc, char ***argv)
{
  setlocale (LC_ALL, "");
  g_test_init (argc, argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
}
