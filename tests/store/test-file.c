/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-full-dossier.h"
#include "jp-store-file.h"
#include "jp-store-open.h"
#include "jp-store-test.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define A "11111111-1111-4111-8111-111111111111"
#define PAGE 4096

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = jp_store_test_folder ();
  fixture->path = jp_store_test_path (fixture->folder, "jiping.db");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->path);
  jp_store_test_drop (fixture->folder);
}

static void
make (Fixture *fixture)
{
  g_autoptr (JpStore) store = jp_store_test_create (fixture->path);
  g_autoptr (JpDossier) dossier = jp_full_dossier (A, "甲");

  jp_store_test_write (store, JP_ENTRY_WORK, jp_full_dossier_put, dossier);
}

static char *
contents (const char *path, gsize *length)
{
  char *bytes;

  g_assert_true (g_file_get_contents (path, &bytes, length, NULL));
  return bytes;
}

/* The same bytes, and nothing new beside them. */
static void
assert_untouched (Fixture *fixture, const char *before, gsize length)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  gsize after_length;
  g_autofree char *after = contents (fixture->path, &after_length);

  g_assert_cmpmem (before, length, after, after_length);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "jiping.db");
  g_assert_null (g_dir_read_name (dir));
}

static void
refuse_bytes (Fixture *fixture, const char *bytes, gsize length, JpStoreError code)
{
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, NULL));
  jp_store_test_refused (fixture->path, code);
  assert_untouched (fixture, bytes, length);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  jp_store_test_refused (fixture->path, JP_STORE_ERROR_IO);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  jp_store_test_refused (fixture->folder, JP_STORE_ERROR_FOREIGN);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  refuse_bytes (fixture, "", 0, JP_STORE_ERROR_DAMAGED);
}

static void
test_text (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "集群名称,年度,营业收入\n厦门市集美区工业机器人产业集群,2025,1\n"
                             "这是一份表格，不是数据文件，但它够长，可以装下一个数据库的文件头。";

  refuse_bytes (fixture, text, strlen (text), JP_STORE_ERROR_FOREIGN);
}

static void
test_not_a_regular_file (Fixture *fixture, gconstpointer data)
{
  jp_store_test_refused ("/dev/null", JP_STORE_ERROR_FOREIGN);
}

static void
test_foreign_database (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_cmpint (g_creat (fixture->path, 0600), >=, 0);
  jp_store_test_sql (fixture->path, "CREATE TABLE bookmarks (url TEXT); PRAGMA user_version = 3;");
  bytes = contents (fixture->path, &length);
  jp_store_test_refused (fixture->path, JP_STORE_ERROR_FOREIGN);
  assert_untouched (fixture, bytes, length);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d", JP_SCHEMA_VERSION + 1);
  gsize length;

  make (fixture);
  jp_store_test_sql (fixture->path, sql);
  bytes = contents (fixture->path, &length);
  jp_store_test_refused (fixture->path, JP_STORE_ERROR_NEWER);
  assert_untouched (fixture, bytes, length);
}

static void
test_without_version (Fixture *fixture, gconstpointer data)
{
  make (fixture);
  jp_store_test_sql (fixture->path, "PRAGMA user_version = 0");
  jp_store_test_refused (fixture->path, JP_STORE_ERROR_DAMAGED);
}

static void
test_create_refuses_what_exists (Fixture *fixture, gconstpointer data)
{
  static const char * const already[] = { "", "文字", "SQLite format 3" };

  for (guint i = 0; i < G_N_ELEMENTS (already); i++)
    {
      g_autoptr (GError) error = NULL;
      JpStoreSettings settings = { JP_OFFICE_CITY, NULL, NULL, jp_test_date ("2025-01-01"), FALSE };

      g_assert_true (g_file_set_contents (fixture->path, already[i], -1, NULL));
      g_assert_null (jp_store_create (fixture->path, &settings, &error));
      g_assert_error (error, JP_STORE_ERROR, JP_STORE_ERROR_EXISTS);
      assert_untouched (fixture, already[i], strlen (already[i]));
    }
}

static void
test_create_with_a_bad_pack_makes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  JpStoreSettings settings = { JP_OFFICE_CITY, "{\"id\": 7}", NULL, jp_test_date ("2025-01-01"), FALSE };

  g_assert_null (jp_store_create (fixture->path, &settings, &error));
  g_assert_error (error, JP_PACK_ERROR, JP_PACK_ERROR_INVALID);
  g_assert_null (g_dir_read_name (dir));
}

static void
test_create_where_nothing_can_be_made (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  JpStoreSettings settings = { JP_OFFICE_CITY, NULL, NULL, jp_test_date ("2025-01-01"), FALSE };

  g_assert_null (jp_store_create ("/proc/jiping.db", &settings, &error));
  g_assert_error (error, JP_STORE_ERROR, JP_STORE_ERROR_IO);
}

/* Every length the file could have been cut to, in steps that hit and miss the pages. */
static void
test_truncated (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  make (fixture);
  bytes = contents (fixture->path, &length);
  g_assert_cmpuint (length, >, 20 * PAGE);
  for (gsize cut = 50; cut < length; cut += 3 * PAGE + 777)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) cut, NULL));
      g_assert_null (jp_store_open (fixture->path, &error));
      g_assert_true (g_error_matches (error, JP_STORE_ERROR, JP_STORE_ERROR_DAMAGED)
                     || (cut < 100 && g_error_matches (error, JP_STORE_ERROR, JP_STORE_ERROR_FOREIGN)));
      assert_untouched (fixture, bytes, cut);
    }
}

/* A flipped bit anywhere: refused with a sentence, or a file that opens and loads. Never a crash, never another
 * error. */
static void
test_flipped_bits (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length;
  guint n_refused = 0;

  make (fixture);
  bytes = contents (fixture->path, &length);
  for (gsize at = 0; at < length; at += at < 128 ? 1 : 1499)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JpStore) store = NULL;
      g_autoptr (GPtrArray) dossiers = NULL;
      char kept = bytes[at];

      bytes[at] = (char) (bytes[at] ^ (1 << (at % 8)));
      g_assert_true (
        g_file_set_contents_full (fixture->path, bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
      bytes[at] = kept;
      store = jp_store_open (fixture->path, &error);
      if (store != NULL)
        dossiers = jp_store_load_dossiers (store, &error);
      if (dossiers == NULL)
        {
          g_assert_nonnull (error);
          if (!g_error_matches (error, JP_STORE_ERROR, JP_STORE_ERROR_DAMAGED)
              && !g_error_matches (error, JP_STORE_ERROR, JP_STORE_ERROR_FOREIGN)
              && !g_error_matches (error, JP_STORE_ERROR, JP_STORE_ERROR_NEWER)
              && !g_error_matches (error, JP_STORE_ERROR, JP_STORE_ERROR_IO)) /* the header says: read only */
            g_error ("Byte %" G_GSIZE_FORMAT ": %s", at, error->message);
          n_refused++;
        }
    }
  g_assert_cmpuint (n_refused, >, 50);
}

/* Structure broken in a leaf or an index page is found when the file is opened. */
static void
test_broken_pages (Fixture *fixture, gconstpointer data)
{
  static const char * const tables[] = { "acts", "figures", "clusters", "journal", "use_entries_by_number" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT rootpage FROM sqlite_schema WHERE name = '%s'", tables[i]);
      g_autofree char *page = NULL;
      g_autofree char *bytes = NULL;
      gsize length, at;

      g_unlink (fixture->path);
      make (fixture);
      page = jp_store_test_text (fixture->path, sql);
      bytes = contents (fixture->path, &length);
      at = (gsize) (g_ascii_strtoull (page, NULL, 10) - 1) * PAGE;
      memset (bytes + at + 3, 0xff, 6); /* how many cells, and where they begin */
      g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, NULL));
      jp_store_test_refused (fixture->path, JP_STORE_ERROR_DAMAGED);
    }
}

static void
copy (const char *from, const char *to)
{
  gsize length;
  g_autofree char *bytes = contents (from, &length);

  g_assert_true (g_file_set_contents (to, bytes, (gssize) length, NULL));
}

/* A log that belongs to another generation of the file: the whole is checked before any of it is moved in. */
static void
test_stale_log_beside_a_restored_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *old = jp_store_test_path (fixture->folder, "old.db");
  g_autofree char *log = jp_store_test_path (fixture->folder, "log");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length, length_after;

  make (fixture);
  copy (fixture->path, old);
  {
    g_autoptr (JpStore) store = jp_store_test_open (fixture->path);

    for (int i = 0; i < 30; i++)
      jp_store_test_figure (store, JP_ENTRY_WORK, A, 2000 + i, i);
    g_assert_finalize_object (g_steal_pointer (&store));
    store = jp_store_test_open (fixture->path);
    for (int i = 0; i < 30; i++)
      jp_store_test_figure (store, JP_ENTRY_WORK, A, 2000 + i, i + 1);
    copy (wal, log);
  }
  copy (old, fixture->path);
  copy (log, wal);
  before = contents (fixture->path, &length);
  jp_store_test_refused (fixture->path, JP_STORE_ERROR_DAMAGED);
  after = contents (fixture->path, &length_after);
  g_assert_cmpmem (before, length, after, length_after);
}

static void
test_unclean_end_is_taken_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *crashed = jp_store_test_path (fixture->folder, "crashed.db");
  g_autofree char *crashed_wal = jp_store_test_path (fixture->folder, "crashed.db-wal");
  g_autoptr (JpStore) store = jp_store_test_create (fixture->path);
  g_autoptr (JpStore) taken_up = NULL;
  g_autoptr (JpDossier) dossier = NULL;

  jp_store_test_name (store, JP_ENTRY_WORK, A, "甲");
  jp_store_test_figure (store, JP_ENTRY_WORK, A, 2025, 5);
  copy (fixture->path, crashed);
  copy (wal, crashed_wal);

  taken_up = jp_store_test_open (crashed);
  dossier = jp_store_load_dossier (taken_up, A, NULL);
  g_assert_cmpint (jp_figures_get (jp_dossier_figures (dossier, 2025), "output"), ==, 5);
}

static void
test_busy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpStore) store = jp_store_test_create (fixture->path);
  g_autoptr (JpDb) other = jp_db_open (fixture->path, JP_DB_WRITE, &error);
  g_autoptr (JpEntry) entry = jp_store_test_entry (JP_ENTRY_WORK, NULL);
  g_autoptr (JpDossier) dossier = jp_full_dossier (A, "甲");

  g_assert_no_error (error);
  g_assert_true (jp_db_exec (other, "BEGIN IMMEDIATE", &error));
  g_assert_false (jp_store_write (store, entry, jp_full_dossier_put, dossier, &error));
  g_assert_error (error, JP_STORE_ERROR, JP_STORE_ERROR_BUSY);
  g_assert_true (jp_db_exec (other, "ROLLBACK", NULL));
  g_assert_cmpint (jp_store_test_write (store, JP_ENTRY_WORK, jp_full_dossier_put, dossier), ==, 1);
}

/* As somebody who may read but not write; root may everything. */
static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  pid_t child;
  int status;

  make (fixture);
  g_chmod (fixture->folder, 0755);
  g_chmod (fixture->path, 0644);
  if (geteuid () != 0)
    {
      g_chmod (fixture->path, 0444);
      jp_store_test_refused (fixture->path, JP_STORE_ERROR_IO);
      return;
    }

  child = fork ();
  if (child == 0)
    {
      g_autoptr (GError) error = NULL;

      if (setuid (65534) != 0 || jp_store_open (fixture->path, &error) != NULL)
        _exit (2);
      _exit (g_error_matches (error, JP_STORE_ERROR, JP_STORE_ERROR_IO) ? 0 : 3);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static void
test_network_share (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpStore) store = NULL;
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *mode = NULL;

  make (fixture);
  store = jp_store_open_with (fixture->path, TRUE, jp_schema_chain (), &error);
  g_assert_no_error (error);
  g_assert_nonnull (jp_store_get_warning (store));
  g_assert_cmpint (jp_store_test_figure (store, JP_ENTRY_WORK, A, 2025, 5), ==, 2);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  {
    g_autoptr (JpDossier) dossier = jp_store_load_dossier (store, A, &error);

    g_assert_no_error (error);
    g_assert_cmpint (jp_figures_get (jp_dossier_figures (dossier, 2025), "output"), ==, 5);
  }
  g_assert_finalize_object (g_steal_pointer (&store));
  mode = jp_store_test_text (fixture->path, "PRAGMA journal_mode");
  g_assert_cmpstr (mode, ==, "delete");

  /* And back on a disk of its own it is as before. */
  store = jp_store_test_open (fixture->path);
  g_assert_null (jp_store_get_warning (store));
  jp_store_test_figure (store, JP_ENTRY_WORK, A, 2025, 6);
  g_assert_true (g_file_test (wal, G_FILE_TEST_EXISTS));
}

static void
test_file_systems (Fixture *fixture, gconstpointer data)
{
  static const struct { gint64 type; gboolean remote; } types[] = {
    { 0x6969, TRUE }, { 0x517b, TRUE }, { 0xff534d42, TRUE }, { (gint32) 0xff534d42, TRUE }, { 0xfe534d42, TRUE },
    { 0x65735546, TRUE }, { 0xef53, FALSE }, { 0x58465342, FALSE }, { 0x9123683e, FALSE }, { 0x01021994, FALSE },
    { 0x794c7630, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_assert_cmpint (jp_store_file_type_is_remote (types[i].type), ==, types[i].remote);
}

static void
test_sync_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "坚果云", "台账", "jiping.db", NULL);
  g_autoptr (JpStore) store = jp_store_test_create (path);

  g_assert_nonnull (strstr (jp_store_get_warning (store), "坚果云"));
  g_assert_null (jp_store_file_synced_by ("/home/lin/Dropbox2/jiping.db"));
  g_assert_cmpstr (jp_store_file_synced_by ("/home/lin/OneDrive/a/jiping.db"), ==, "OneDrive");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/store/open/missing", test_missing },
    { "/store/open/a-folder", test_folder },
    { "/store/open/an-empty-file", test_empty },
    { "/store/open/a-text-file", test_text },
    { "/store/open/not-a-regular-file", test_not_a_regular_file },
    { "/store/open/a-foreign-database", test_foreign_database },
    { "/store/open/a-newer-version", test_newer },
    { "/store/open/without-version", test_without_version },
    { "/store/open/truncated", test_truncated },
    { "/store/open/flipped-bits", test_flipped_bits },
    { "/store/open/broken-pages", test_broken_pages },
    { "/store/open/stale-log-beside-a-restored-file", test_stale_log_beside_a_restored_file },
    { "/store/open/unclean-end-is-taken-up", test_unclean_end_is_taken_up },
    { "/store/open/read-only", test_read_only },
    { "/store/open/network-share", test_network_share },
    { "/store/open/file-systems", test_file_systems },
    { "/store/open/sync-folder", test_sync_folder },
    { "/store/create/refuses-what-exists", test_create_refuses_what_exists },
    { "/store/create/with-a-bad-pack-makes-nothing", test_create_with_a_bad_pack_makes_nothing },
    { "/store/create/where-nothing-can-be-made", test_create_where_nothing_can_be_made },
    { "/store/write/busy", test_busy },
  };

  jp_store_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
