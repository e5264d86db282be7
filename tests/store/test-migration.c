/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-fault-vfs.h"
#include "jp-full-dossier.h"
#include "jp-store-journal.h"
#include "jp-store-open.h"
#include "jp-store-test.h"

#include <glib/gstdio.h>
#include <string.h>

#define A "11111111-1111-4111-8111-111111111111"

/* PROMISES 4: every released schema, as a dump, is brought to the newest, and on by a step of the test's own, which
 * rebuilds the table everything hangs on. */

static const char rebuild_clusters[] =
  "CREATE TABLE clusters_new (id TEXT NOT NULL PRIMARY KEY, owner TEXT NOT NULL, name TEXT NOT NULL, district TEXT,"
  " industry TEXT, scope TEXT, area INTEGER, operator_name TEXT, credit_code TEXT, contact TEXT, phone TEXT, bank TEXT,"
  " account TEXT, funding_start INTEGER NOT NULL, recorded_on TEXT, nickname TEXT) STRICT, WITHOUT ROWID;"
  "INSERT INTO clusters_new SELECT *, NULL FROM clusters; DROP TABLE clusters;"
  "ALTER TABLE clusters_new RENAME TO clusters;";

static const char lose_clusters[] = "DELETE FROM clusters;";
static const char stumble[] = "CREATE TABLE fine (id INTEGER NOT NULL PRIMARY KEY) STRICT; CREATE TABLE journal (id);";

typedef struct
{
  char         *folder;
  char         *path;
  const char   *steps[JP_SCHEMA_VERSION + 1];
  JpSchemaChain chain;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer step)
{
  gsize length;
  g_autofree char *dump = jp_test_read ("schema/0001.sql", &length);

  fixture->folder = jp_store_test_folder ();
  fixture->path = jp_store_test_path (fixture->folder, "jiping.db");
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  jp_store_test_sql (fixture->path, dump);
  for (int i = 0; i < JP_SCHEMA_VERSION; i++)
    fixture->steps[i] = jp_schema_chain ()->steps[i];
  fixture->steps[JP_SCHEMA_VERSION] = step;
  fixture->chain.steps = fixture->steps;
  fixture->chain.n_steps = step != NULL ? JP_SCHEMA_VERSION + 1 : JP_SCHEMA_VERSION;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->path);
  jp_store_test_drop (fixture->folder);
}

static JpStore *
open_file (Fixture *fixture, const char *path)
{
  g_autoptr (GError) error = NULL;
  JpStore *store = jp_store_open_with (path, FALSE, &fixture->chain, &error);

  g_assert_no_error (error);
  return store;
}

static void
assert_whole (JpStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpDossier) dossier = jp_store_load_dossier (store, A, &error);
  g_autofree char *expected = jp_test_read ("schema/0001.txt", NULL);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = jp_full_dossier_to_text (dossier);
  g_assert_cmpstr (found, ==, expected);
  g_assert_true (jp_store_verify_journal (store, NULL, NULL, &error));
}

/* The dated copy that a migration leaves, or NULL. */
static char *
find_copy (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "jiping.db.schema1-"))
      return jp_store_test_path (fixture->folder, name);

  return NULL;
}

static int
version_of (const char *path)
{
  g_autofree char *version = jp_store_test_text (path, "PRAGMA user_version");

  return (int) g_ascii_strtoll (version, NULL, 10);
}

static void
test_released_schema (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JpStore) store = open_file (fixture, fixture->path);
  g_autofree char *copy = find_copy (fixture);

  assert_whole (store);
  g_assert_true ((copy != NULL) == (JP_SCHEMA_VERSION > 1));
}

static void
test_migrates (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = NULL;

  {
    g_autoptr (JpStore) store = open_file (fixture, fixture->path);

    assert_whole (store);
  }
  g_assert_cmpint (version_of (fixture->path), ==, JP_SCHEMA_VERSION + 1);

  /* And once more without a word. */
  {
    g_autoptr (JpStore) store = open_file (fixture, fixture->path);

    assert_whole (store);
  }
  copy = find_copy (fixture);
  g_assert_nonnull (copy);
  g_assert_cmpint (version_of (copy), ==, 1);
  {
    g_autoptr (JpStore) before = jp_store_test_open (copy);

    assert_whole (before);
  }
  jp_store_test_refused (fixture->path, JP_STORE_ERROR_NEWER);
}

static void
test_undo_ends_at_a_migration (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpStore) store = open_file (fixture, fixture->path);
  g_autoptr (JpEntry) entry = jp_store_test_entry (JP_ENTRY_UNDO, NULL);
  g_autofree char *what = jp_store_what_undo (store, NULL);

  g_assert_null (what);
  g_clear_pointer (&what, g_free);
  what = jp_store_what_redo (store, NULL);
  g_assert_null (what);
  g_assert_false (jp_store_undo (store, entry, &error));
  g_assert_error (error, JP_STORE_ERROR, JP_STORE_ERROR_NOTHING);
}

/* The steps before the bad one are done, each in its own transaction; the bad one leaves no trace. */
static void
test_bad_step_changes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *fine = NULL;

  {
    g_autoptr (JpStore) store = jp_store_test_open (fixture->path);

    assert_whole (store);
  }
  before = jp_store_test_dump (fixture->path);
  g_assert_null (jp_store_open_with (fixture->path, FALSE, &fixture->chain, &error));
  g_assert_error (error, JP_STORE_ERROR, JP_STORE_ERROR_DAMAGED);
  g_assert_cmpint (version_of (fixture->path), ==, JP_SCHEMA_VERSION);
  after = jp_store_test_dump (fixture->path);
  g_assert_cmpstr (before, ==, after);
  fine = jp_store_test_text (fixture->path, "SELECT name FROM sqlite_schema WHERE name = 'fine'");
  g_assert_null (fine);
  {
    g_autoptr (JpStore) store = jp_store_test_open (fixture->path);

    assert_whole (store);
  }
}

/* Broken off at every write and every confirmation: the file stays of the old version, or has become the new one. */
static void
test_interrupted (Fixture *fixture, gconstpointer data)
{
  static const JpFaultKind kinds[] = { JP_FAULT_SHORT_WRITE, JP_FAULT_SYNC };
  gsize length;
  g_autofree char *original = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &original, &length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gboolean struck = TRUE;

      for (guint nth = 1; struck; nth += kinds[i] == JP_FAULT_SYNC ? 1 : 17)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (JpStore) store = NULL;
          g_autofree char *copy = find_copy (fixture);

          if (copy != NULL)
            g_unlink (copy);
          g_assert_true (g_file_set_contents (fixture->path, original, (gssize) length, NULL));
          jp_fault_vfs_arm (kinds[i], nth, TRUE);
          store = jp_store_open_with (fixture->path, FALSE, &fixture->chain, &error);
          g_clear_object (&store);
          struck = jp_fault_vfs_disarm ();
          store = open_file (fixture, fixture->path);
          assert_whole (store);
          g_assert_finalize_object (g_steal_pointer (&store));
          g_assert_cmpint (version_of (fixture->path), ==, JP_SCHEMA_VERSION + 1);
        }
    }
}

/* A trigger in a file from elsewhere would act in our name. */
static void
test_strange_schema_is_refused (Fixture *fixture, gconstpointer data)
{
  static const char * const additions[] = {
    "CREATE TRIGGER t AFTER INSERT ON clusters BEGIN DELETE FROM journal; END",
    "CREATE VIEW v AS SELECT 1",
    "CREATE TABLE more (id INTEGER PRIMARY KEY)",
    "DROP INDEX use_entries_by_number",
  };
  gsize length;
  g_autofree char *original = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &original, &length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (additions); i++)
    {
      g_assert_true (g_file_set_contents (fixture->path, original, (gssize) length, NULL));
      jp_store_test_sql (fixture->path, additions[i]);
      jp_store_test_refused (fixture->path, JP_STORE_ERROR_DAMAGED);
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path, *step;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/store/migration/released-schema-1", NULL, test_released_schema },
    { "/store/migration/keeps-the-children-of-a-rebuilt-table", rebuild_clusters, test_migrates },
    { "/store/migration/undo-ends-there", rebuild_clusters, test_undo_ends_at_a_migration },
    { "/store/migration/lost-rows-are-refused", lose_clusters, test_bad_step_changes_nothing },
    { "/store/migration/failed-statement-is-refused", stumble, test_bad_step_changes_nothing },
    { "/store/migration/interrupted-it-starts-again", rebuild_clusters, test_interrupted },
    { "/store/schema/strange-tables-and-triggers-are-refused", NULL, test_strange_schema_is_refused },
  };

  jp_store_test_init (&argc, &argv);
  jp_fault_vfs_install ();
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, tests[i].step, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
