/* SPDX-License-Identifier: GPL-3.0-or-later */

/* PROMISES 1: whatever looks into the file, another program that closes it does not take the log away. */

#include "jp-store-clusters.h"
#include "jp-store-test.h"

#include <stdio.h>
#include <string.h>

#define A "11111111-1111-4111-8111-111111111111"

static const char *program;

/* As a file chooser does with each file of its folder. */
static void
look_into (const char *path, const char *suffix)
{
  g_autofree char *file = g_strconcat (path, suffix, NULL);
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (file, &contents, NULL, NULL));
}

/* Another program opens the file, reads a name, and closes it. */
static char *
read_elsewhere (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *name = NULL;

  g_spawn_sync (NULL, (char *[]){ (char *) program, (char *) "--read", (char *) path, NULL }, NULL, 0, NULL, NULL,
                &name, NULL, NULL, &error);
  g_assert_no_error (error);

  return name;
}

static int
read_here (const char *path)
{
  g_autoptr (JpStore) store = jp_store_open (path, NULL);
  g_autoptr (GPtrArray) names = store != NULL ? jp_store_load_names (store, NULL) : NULL;

  if (names != NULL && names->len == 1)
    fputs (((JpClusterName *) g_ptr_array_index (names, 0))->name, stdout);
  if (store != NULL)
    jp_store_close (store);

  return 0;
}

static void
test_log_stays (void)
{
  static const char * const names[] = { "甲", "乙", "丙" };
  char *folder = jp_store_test_folder ();
  g_autofree char *path = jp_store_test_path (folder, "jiping.db");
  JpStore *store = jp_store_test_create (path);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *seen = NULL;

      look_into (path, "");
      look_into (path, "-shm");
      look_into (path, "-wal");
      jp_store_test_name (store, JP_ENTRY_WORK, A, names[i]);
      seen = read_elsewhere (path);
      g_assert_cmpstr (seen, ==, names[i]);
    }

  jp_store_close (store);
  g_object_unref (store);
  jp_store_test_drop (folder);
}

/* The last one to close the file leaves nothing beside it. */
static void
test_last_takes_it (void)
{
  char *folder = jp_store_test_folder ();
  g_autofree char *path = jp_store_test_path (folder, "jiping.db");
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *seen = NULL;
  JpStore *store = jp_store_test_create (path);

  jp_store_test_name (store, JP_ENTRY_WORK, A, "甲");
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  jp_store_close (store);
  g_object_unref (store);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  seen = read_elsewhere (path);
  g_assert_cmpstr (seen, ==, "甲");
  jp_store_test_drop (folder);
}

int
main (int argc, char **argv)
{
  program = argv[0];
  if (argc == 3 && strcmp (argv[1], "--read") == 0)
    return read_here (argv[2]);

  jp_store_test_init (&argc, &argv);
  g_test_add_func ("/store/guard/the-log-stays-while-it-is-open", test_log_stays);
  g_test_add_func ("/store/guard/the-last-takes-it", test_last_takes_it);

  return g_test_run ();
}
