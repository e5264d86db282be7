/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-store-clusters.h"
#include "jp-store-test.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#define A "11111111-1111-4111-8111-111111111111"
#define B "22222222-2222-4222-8222-222222222222"

typedef struct
{
  char    *folder;
  char    *path;
  JpStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = jp_store_test_folder ();
  fixture->path = jp_store_test_path (fixture->folder, "jiping.db");
  fixture->store = jp_store_test_create (fixture->path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->store);
  g_free (fixture->path);
  jp_store_test_drop (fixture->folder);
}

static void
test_keeps_its_settings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpPackSet) packs = jp_store_load_packs (fixture->store, &error);
  g_autoptr (JpHolidays) holidays = jp_store_load_holidays (fixture->store, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (jp_store_get_office (fixture->store), ==, "city");
  jp_assert_date (jp_store_get_since (fixture->store), "2025-01-01");
  g_assert_false (jp_store_is_sample (fixture->store));
  g_assert_cmpuint (jp_pack_set_size (packs), ==, 1);
  g_assert_cmpstr (jp_pack_set_nth (packs, 0)->id, ==, "xiamen-2024");
  g_assert_true (jp_holidays_covers (holidays, 2026));
}

static void
assert_mode (const char *path, const char *suffix)
{
  g_autofree char *beside = g_strconcat (path, suffix, NULL);
  GStatBuf status;

  g_assert_cmpint (g_stat (beside, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_only_its_owner_reads_it (Fixture *fixture, gconstpointer data)
{
  mode_t before = umask (0);

  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_assert_cmpint (g_chmod (fixture->path, 0644), ==, 0);
  fixture->store = jp_store_test_open (fixture->path);
  jp_store_test_name (fixture->store, JP_ENTRY_WORK, A, "甲");
  umask (before);

  assert_mode (fixture->path, "");
  assert_mode (fixture->path, "-wal");
  assert_mode (fixture->path, "-shm");
}

static void
test_leaves_nothing_beside_it_when_closed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);

  jp_store_test_name (fixture->store, JP_ENTRY_WORK, A, "甲");
  jp_store_close (fixture->store);
  jp_store_close (fixture->store);

  g_assert_cmpstr (g_dir_read_name (dir), ==, "jiping.db");
  g_assert_null (g_dir_read_name (dir));
}

static void
test_what_is_written_is_there_after_opening_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpDossier) dossier = NULL;

  g_assert_cmpint (jp_store_test_name (fixture->store, JP_ENTRY_WORK, A, "厦门市集美区工业机器人产业集群"), ==, 1);
  g_assert_cmpint (jp_store_test_figure (fixture->store, JP_ENTRY_WORK, A, 2025, 123456), ==, 2);
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  fixture->store = jp_store_test_open (fixture->path);

  dossier = jp_store_load_dossier (fixture->store, A, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dossier->name, ==, "厦门市集美区工业机器人产业集群");
  g_assert_cmpuint (dossier->figures->len, ==, 1);
  g_assert_cmpint (jp_figures_get (jp_dossier_figures (dossier, 2025), "output"), ==, 123456);
}

static void
test_lists_clusters_by_pinyin (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) dossiers = NULL;

  jp_store_test_name (fixture->store, JP_ENTRY_WORK, A, "翔安区光电产业集群");
  jp_store_test_name (fixture->store, JP_ENTRY_WORK, B, "海沧区生物医药产业集群");
  dossiers = jp_store_load_dossiers (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (dossiers->len, ==, 2);
  g_assert_cmpstr (((JpDossier *) g_ptr_array_index (dossiers, 0))->id, ==, B);

  jp_store_test_name (fixture->store, JP_ENTRY_WORK, B, "中山路文创产业集群");
  g_clear_pointer (&dossiers, g_ptr_array_unref);
  dossiers = jp_store_load_dossiers (fixture->store, &error);
  g_assert_cmpstr (((JpDossier *) g_ptr_array_index (dossiers, 0))->id, ==, A);
}

static gboolean
fail_after_writing (JpTransaction *transaction, JpEntry *entry, gpointer data, GError **error)
{
  g_autoptr (JpDossier) dossier = jp_dossier_new (A, "不应留下");

  g_assert_true (jp_store_put_cluster (transaction, dossier, error));
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "No");
  return FALSE;
}

static void
test_failed_work_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpEntry) entry = jp_store_test_entry (JP_ENTRY_WORK, "不应留下");
  g_autoptr (GPtrArray) dossiers = NULL;

  g_assert_false (jp_store_write (fixture->store, entry, fail_after_writing, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_cmpint (entry->seq, ==, 0);

  dossiers = jp_store_load_dossiers (fixture->store, NULL);
  g_assert_cmpuint (dossiers->len, ==, 0);
  g_assert_cmpint (jp_store_test_name (fixture->store, JP_ENTRY_WORK, A, "甲"), ==, 1);
}

static gboolean
do_nothing (JpTransaction *transaction, JpEntry *entry, gpointer data, GError **error)
{
  return TRUE;
}

static void
test_work_that_changes_nothing_leaves_no_entry (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (jp_store_test_write (fixture->store, JP_ENTRY_WORK, do_nothing, NULL), ==, 0);
  g_assert_cmpint (jp_store_test_name (fixture->store, JP_ENTRY_WORK, A, "甲"), ==, 1);
}

typedef struct
{
  guint count;
  char *tables;
  char *clusters;
} Heard;

static void
hear (JpStore *store, char **tables, char **clusters, Heard *heard)
{
  heard->count++;
  g_free (heard->tables);
  g_free (heard->clusters);
  heard->tables = g_strjoinv (" ", tables);
  heard->clusters = g_strjoinv (" ", clusters);
}

static void
heard_clear (Heard *heard)
{
  g_free (heard->tables);
  g_free (heard->clusters);
}

static void
test_says_once_what_changed (Fixture *fixture, gconstpointer data)
{
  Heard heard = { 0 };

  g_signal_connect (fixture->store, "changed", G_CALLBACK (hear), &heard);
  jp_store_test_name (fixture->store, JP_ENTRY_WORK, A, "甲");
  g_assert_cmpuint (heard.count, ==, 1);
  g_assert_cmpstr (heard.tables, ==, "clusters");
  g_assert_cmpstr (heard.clusters, ==, A);

  jp_store_test_figure (fixture->store, JP_ENTRY_WORK, A, 2025, 5);
  g_assert_cmpuint (heard.count, ==, 2);
  g_assert_cmpstr (heard.tables, ==, "figures");
  g_assert_cmpstr (heard.clusters, ==, A);

  jp_store_test_write (fixture->store, JP_ENTRY_WORK, do_nothing, NULL);
  g_assert_cmpuint (heard.count, ==, 2);
  g_signal_handlers_disconnect_by_data (fixture->store, &heard);
  heard_clear (&heard);
}

static void
test_notices_another_program (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JpStore) other = jp_store_test_open (fixture->path);
  Heard heard = { 0 };

  g_signal_connect (fixture->store, "changed", G_CALLBACK (hear), &heard);
  g_assert_false (jp_store_poll (fixture->store, NULL));
  jp_store_test_name (other, JP_ENTRY_WORK, A, "甲");
  g_assert_true (jp_store_poll (fixture->store, NULL));
  g_assert_cmpuint (heard.count, ==, 1);
  g_assert_cmpstr (heard.clusters, ==, A);
  g_assert_false (jp_store_poll (fixture->store, NULL));

  /* Its own writing is no news, and brings along what the other wrote just before. */
  jp_store_test_name (other, JP_ENTRY_WORK, A, "乙");
  jp_store_test_name (fixture->store, JP_ENTRY_WORK, B, "丙");
  g_assert_cmpuint (heard.count, ==, 2);
  g_assert_nonnull (strstr (heard.clusters, A));
  g_assert_nonnull (strstr (heard.clusters, B));
  g_assert_false (jp_store_poll (fixture->store, NULL));
  g_signal_handlers_disconnect_by_data (fixture->store, &heard);
  heard_clear (&heard);
}

/* Asynchronous writing. */

typedef struct
{
  GMainLoop *loop;
  GString   *order;
  GThread   *thread;
  guint      left;
} Async;

static void
append_changed (JpStore *store, char **tables, char **clusters, Async *async)
{
  g_assert_true (g_thread_self () == async->thread);
  g_string_append_c (async->order, '*');
}

static gboolean
put_letter (JpTransaction *transaction, JpEntry *entry, gpointer data, GError **error)
{
  g_autoptr (JpDossier) dossier = jp_dossier_new (NULL, data);

  return jp_store_put_cluster (transaction, dossier, error);
}

static void
letter_done (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  Async *async = data;

  jp_store_write_finish (JP_STORE (object), result, &error);
  g_assert_true (g_thread_self () == async->thread);
  g_string_append_c (async->order, error == NULL ? '+' : '-');
  if (--async->left == 0)
    g_main_loop_quit (async->loop);
}

static void
test_async_keeps_the_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GString) order = g_string_new (NULL);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autofree char *names = NULL;
  Async async = { loop, order, g_thread_self (), 4 };

  g_cancellable_cancel (cancelled);
  g_signal_connect (fixture->store, "changed", G_CALLBACK (append_changed), &async);
  jp_store_write_async (fixture->store, jp_store_test_entry (JP_ENTRY_WORK, "一"), put_letter, g_strdup ("a"), g_free,
                        NULL, letter_done, &async);
  jp_store_write_async (fixture->store, jp_store_test_entry (JP_ENTRY_WORK, "二"), put_letter, g_strdup ("b"), g_free,
                        NULL, letter_done, &async);
  jp_store_write_async (fixture->store, jp_store_test_entry (JP_ENTRY_WORK, "三"), put_letter, g_strdup ("c"), g_free,
                        cancelled, letter_done, &async);
  jp_store_write_async (fixture->store, jp_store_test_entry (JP_ENTRY_WORK, "四"), fail_after_writing, NULL, NULL, NULL,
                        letter_done, &async);
  g_main_loop_run (loop);

  g_assert_cmpstr (order->str, ==, "*+*+--");
  g_signal_handlers_disconnect_by_data (fixture->store, &async);
  jp_store_close (fixture->store);
  names = jp_store_test_text (fixture->path,
                              "SELECT group_concat (summary) FROM (SELECT summary FROM journal ORDER BY seq)");
  g_assert_cmpstr (names, ==, "一,二");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/store/file/keeps-its-settings", test_keeps_its_settings },
    { "/store/file/only-its-owner-reads-it", test_only_its_owner_reads_it },
    { "/store/file/leaves-nothing-beside-it-when-closed", test_leaves_nothing_beside_it_when_closed },
    { "/store/write/is-there-after-opening-again", test_what_is_written_is_there_after_opening_again },
    { "/store/write/lists-clusters-by-pinyin", test_lists_clusters_by_pinyin },
    { "/store/write/failed-work-leaves-nothing", test_failed_work_leaves_nothing },
    { "/store/write/work-that-changes-nothing-leaves-no-entry", test_work_that_changes_nothing_leaves_no_entry },
    { "/store/write/async-keeps-the-order", test_async_keeps_the_order },
    { "/store/changed/says-once-what-changed", test_says_once_what_changed },
    { "/store/changed/notices-another-program", test_notices_another_program },
  };

  jp_store_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
