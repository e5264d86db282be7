/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-fuzz.h"

#include "jp-store-backup.h"
#include "jp-test.h"

#include <unistd.h>

/* In memory where the system offers it. */
static char *
new_folder (void)
{
  char *folder = g_strdup ("/dev/shm/jp-fuzz-XXXXXX");

  if (g_mkdtemp (folder) != NULL)
    return folder;

  g_free (folder);
  return g_dir_make_tmp ("jp-fuzz-XXXXXX", NULL);
}

static guint
n_names (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* A zip to restore from: any bytes are refused with an error and leave nothing, or make a data file that opens. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *folder = new_folder ();
  g_autofree char *zip = g_build_filename (folder, "backup.zip", NULL);
  g_autofree char *target = g_build_filename (folder, "jiping.db", NULL);
  g_autofree char *aside = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 2, 10, 9, 30, 0);
  g_autoptr (GError) error = NULL;
  gboolean restored;

  g_assert_nonnull (folder);
  g_assert_true (g_file_set_contents (zip, (const char *) data, (gssize) size, NULL));
  restored = jp_archive_restore (zip, target, now, &aside, &error);
  g_assert_cmpint (restored, ==, error == NULL);
  g_assert_null (aside);
  if (restored)
    {
      g_autoptr (JpStore) store = jp_store_open (target, &error);

      g_assert_no_error (error);
      jp_store_close (store);
    }
  else
    g_assert_cmpuint (n_names (folder), ==, 1); /* the zip alone */

  jp_test_remove (folder);
  return 0;
}
