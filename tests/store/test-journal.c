/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-store-journal.h"
#include "jp-store-private.h"
#include "jp-store-test.h"

#include <string.h>

#define A "11111111-1111-4111-8111-111111111111"
#define B "22222222-2222-4222-8222-222222222222"

typedef struct
{
  char    *folder;
  char    *path;
  JpStore *store;
} Fixture;

/* Five entries: 1 and 2 make clusters, 3 an act, 4 figures, 5 an undo. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JpEntry) entry = jp_store_test_entry (JP_ENTRY_UNDO, NULL);

  fixture->folder = jp_store_test_folder ();
  fixture->path = jp_store_test_path (fixture->folder, "jiping.db");
  fixture->store = jp_store_test_create (fixture->path);
  jp_store_test_name (fixture->store, JP_ENTRY_WORK, A, "甲");
  jp_store_test_name (fixture->store, JP_ENTRY_WORK, B, "乙");
  jp_store_test_name (fixture->store, JP_ENTRY_ACT, A, "丙");
  jp_store_test_figure (fixture->store, JP_ENTRY_WORK, A, 2025, 5);
  g_assert_true (jp_store_undo (fixture->store, entry, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
  g_free (fixture->path);
  jp_store_test_drop (fixture->folder);
}

static void
test_lists_newest_first (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) all = jp_store_load_journal (fixture->store, 0, 0, NULL, NULL);
  g_autoptr (GPtrArray) page = jp_store_load_journal (fixture->store, 5, 2, NULL, NULL);
  g_autoptr (GPtrArray) of_b = jp_store_load_journal (fixture->store, 0, 0, B, NULL);
  const JpEntry *entry;

  g_assert_cmpuint (all->len, ==, 5);
  g_assert_cmpuint (page->len, ==, 2);
  entry = page->pdata[0];
  g_assert_cmpint (entry->seq, ==, 4);
  g_assert_cmpstr (entry->summary, ==, "填报2025年度指标");
  g_assert_cmpstr (entry->person, ==, "林晓");
  g_assert_cmpstr (entry->office, ==, "city");
  g_assert_cmpstr (entry->at, ==, "2026-02-10T09:30:00");
  g_assert_cmpint (entry->kind, ==, JP_ENTRY_WORK);
  entry = page->pdata[1];
  g_assert_cmpint (entry->kind, ==, JP_ENTRY_ACT);
  g_assert_cmpuint (of_b->len, ==, 1);
  g_assert_cmpint (((const JpEntry *) of_b->pdata[0])->seq, ==, 2);
}

static void
test_loads_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpEntry) entry = jp_store_load_entry (fixture->store, 3, &error);

  g_assert_no_error (error);
  g_assert_cmpint (entry->seq, ==, 3);
  g_assert_null (jp_store_load_entry (fixture->store, 6, &error));
  g_assert_error (error, JP_STORE_ERROR, JP_STORE_ERROR_NOTHING);
}

static void
test_chain_is_whole (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 bad = -1;

  g_assert_true (jp_store_verify_journal (fixture->store, NULL, &bad, &error));
  g_assert_no_error (error);
  g_assert_cmpint (bad, ==, 0);
}

static void
test_verifying_can_be_stopped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_assert_false (jp_store_verify_journal (fixture->store, cancelled, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What somebody could do to the journal behind the program's back, and the entry that gives it away. */
static const struct
{
  const char *name, *sql;
  gint64      bad;
} tamperings[] = {
  { "time", "UPDATE journal SET at = '2026-02-10T09:30:01' WHERE seq = 2", 2 },
  { "person", "UPDATE journal SET person = '林小' WHERE seq = 3", 3 },
  { "office", "UPDATE journal SET office = 'citz' WHERE seq = 1", 1 },
  { "act", "UPDATE journal SET act = 'act.recognisf' WHERE seq = 3", 3 },
  { "kind", "UPDATE journal SET kind = 'work' WHERE seq = 3", 3 },
  { "kind-unknown", "UPDATE journal SET kind = 'acu' WHERE seq = 3", 3 },
  { "cluster", "UPDATE journal SET cluster = '" A "' WHERE seq = 4", 4 },
  { "summary", "UPDATE journal SET summary = summary || ' ' WHERE seq = 5", 5 },
  { "detail", "UPDATE journal SET detail = '' WHERE seq = 4", 4 },
  { "undoes", "UPDATE journal SET undoes = 3 WHERE seq = 5", 5 },
  { "changeset-byte",
    "UPDATE journal SET changeset = CAST (substr (changeset, 1, 9) || x'ff' || substr (changeset, 11) AS BLOB) "
    "WHERE seq = 2",
    2 },
  { "changeset-emptied", "UPDATE journal SET changeset = x'' WHERE seq = 4", 4 },
  { "changeset-gone", "UPDATE journal SET changeset = NULL WHERE seq = 4", 4 },
  { "hash", "UPDATE journal SET hash = CAST (x'00' || substr (hash, 2) AS BLOB) WHERE seq = 3", 3 },
  { "last-hash", "UPDATE journal SET hash = CAST (x'00' || substr (hash, 2) AS BLOB) WHERE seq = 5", 5 },
  { "previous-hash", "UPDATE journal SET prev_hash = CAST (x'00' || substr (prev_hash, 2) AS BLOB) WHERE seq = 4", 4 },
  { "first-gone", "DELETE FROM journal WHERE seq = 1", 1 },
  { "middle-gone", "DELETE FROM journal WHERE seq = 3", 3 },
  { "last-gone", "DELETE FROM journal WHERE seq = 5", 5 },
  { "two-last-gone", "DELETE FROM journal WHERE seq > 3", 4 },
  { "all-gone", "DELETE FROM journal", 1 },
  { "swapped",
    "UPDATE journal SET seq = 99 WHERE seq = 3; UPDATE journal SET seq = 3 WHERE seq = 4; "
    "UPDATE journal SET seq = 4 WHERE seq = 99",
    3 },
  { "one-more",
    "INSERT INTO journal SELECT 6, at, person, office, act, kind, cluster, summary, detail, undoes, hash, hash, "
    "changeset FROM journal WHERE seq = 5",
    6 },
  { "end-mark", "UPDATE journal_head SET hash = CAST (x'00' || substr (hash, 2) AS BLOB)", 5 },
  { "end-mark-back", "UPDATE journal_head SET seq = 4, hash = (SELECT hash FROM journal WHERE seq = 4)", 5 },
  { "another-file", "UPDATE settings SET value = '" B "' WHERE key = 'file'", 1 },
};

static void
test_tampering (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *named = NULL;
  guint i = GPOINTER_TO_UINT (data);
  gint64 bad = -1;

  g_clear_object (&fixture->store);
  jp_store_test_sql (fixture->path, tamperings[i].sql);
  fixture->store = jp_store_test_open (fixture->path);
  g_assert_false (jp_store_verify_journal (fixture->store, NULL, &bad, &error));
  g_assert_error (error, JP_STORE_ERROR, JP_STORE_ERROR_DAMAGED);
  g_assert_cmpint (bad, ==, tamperings[i].bad);
  named = g_strdup_printf (" %d ", (int) tamperings[i].bad);
  g_assert_nonnull (strstr (error->message, named));
}

/* Any one byte of any column of any row. */
static void
test_any_byte (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *column; gboolean blob;
  } columns[] = {
    { "at", FALSE },      { "person", FALSE },   { "office", FALSE }, { "act", FALSE },      { "kind", FALSE },
    { "summary", FALSE }, { "prev_hash", TRUE }, { "hash", TRUE },    { "changeset", TRUE },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (JpDb) db = NULL;

  jp_store_close (fixture->store);
  db = jp_db_open (fixture->path, JP_DB_WRITE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (columns) * 5; i++)
    {
      const char *column = columns[i / 5].column;
      int seq = 1 + (int) i % 5, at = g_test_rand_int_range (1, 4);
      g_autofree char *sql
        = columns[i / 5].blob
            ? g_strdup_printf (
              "UPDATE journal SET %s = CAST (substr (%s, 1, %d) || CASE substr (%s, %d, 1) WHEN x'a5' THEN x'a6' "
              "ELSE x'a5' END || substr (%s, %d) AS BLOB) WHERE seq = %d",
              column, column, at - 1, column, at, column, at + 1, seq)
            : g_strdup_printf ("UPDATE journal SET %s = substr (%s, 1, %d) || '~' || substr (%s, %d) WHERE seq = %d",
                               column, column, at - 1, column, at + 1, seq);
      gint64 bad = -1;

      g_assert_true (jp_db_exec (db, "BEGIN", &error));
      g_assert_true (jp_db_exec (db, sql, &error));
      g_assert_false (jp_journal_verify (db, NULL, &bad, NULL));
      g_assert_cmpint (bad, ==, seq);
      g_assert_true (jp_db_exec (db, "ROLLBACK", &error));
      g_assert_true (jp_journal_verify (db, NULL, NULL, &error));
    }
}

int
main (int argc, char **argv)
{
  jp_store_test_init (&argc, &argv);
  g_test_add ("/store/journal/lists-newest-first", Fixture, NULL, set_up, test_lists_newest_first, tear_down);
  g_test_add ("/store/journal/loads-one", Fixture, NULL, set_up, test_loads_one, tear_down);
  g_test_add ("/store/journal/chain-is-whole", Fixture, NULL, set_up, test_chain_is_whole, tear_down);
  g_test_add ("/store/journal/verifying-can-be-stopped", Fixture, NULL, set_up, test_verifying_can_be_stopped,
              tear_down);
  g_test_add ("/store/journal/any-byte", Fixture, NULL, set_up, test_any_byte, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (tamperings); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/journal/tampering/%s", tamperings[i].name);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_tampering, tear_down);
    }

  return g_test_run ();
}
