/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-db.h"
#include "jp-schema.h"
#include "jp-store-clusters.h"
#include "jp-store-filings.h"
#include "jp-store-funding.h"
#include "jp-store-journal.h"
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

static gboolean
undo (JpStore *store, GError **error)
{
  g_autoptr (JpEntry) entry = jp_store_test_entry (JP_ENTRY_UNDO, NULL);

  return jp_store_undo (store, entry, error);
}

static gboolean
redo (JpStore *store, GError **error)
{
  g_autoptr (JpEntry) entry = jp_store_test_entry (JP_ENTRY_REDO, NULL);

  return jp_store_redo (store, entry, error);
}

static void
assert_output (JpStore *store, const char *id, int year, gint64 value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpDossier) dossier = jp_store_load_dossier (store, id, &error);
  const JpFigures *figures;

  g_assert_no_error (error);
  figures = jp_dossier_figures (dossier, year);
  g_assert_cmpint (figures != NULL ? jp_figures_get (figures, "output") : JP_VALUE_UNKNOWN, ==, value);
}

static void
assert_what (JpStore *store, const char *undone, const char *redone)
{
  g_autofree char *what_undo = jp_store_what_undo (store, NULL);
  g_autofree char *what_redo = jp_store_what_redo (store, NULL);

  g_assert_cmpstr (what_undo, ==, undone);
  g_assert_cmpstr (what_redo, ==, redone);
}

static void
test_takes_work_back_and_does_it_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  JpStore *store = fixture->store;

  jp_store_test_name (store, JP_ENTRY_WORK, A, "甲");
  jp_store_test_figure (store, JP_ENTRY_WORK, A, 2025, 5);
  jp_store_test_figure (store, JP_ENTRY_WORK, A, 2025, 7);
  assert_what (store, "填报2025年度指标", NULL);

  g_assert_true (undo (store, &error));
  assert_output (store, A, 2025, 5);
  g_assert_true (undo (store, &error));
  assert_output (store, A, 2025, JP_VALUE_UNKNOWN);
  assert_what (store, "登记甲", "填报2025年度指标");
  g_assert_true (redo (store, &error));
  assert_output (store, A, 2025, 5);
  g_assert_true (redo (store, &error));
  assert_output (store, A, 2025, 7);
  assert_what (store, "填报2025年度指标", NULL);
  g_assert_true (undo (store, &error));
  assert_output (store, A, 2025, 5);
  g_assert_no_error (error);
}

static void
test_is_recorded_not_erased (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  const JpEntry *last;

  jp_store_test_name (fixture->store, JP_ENTRY_WORK, A, "甲");
  g_assert_true (undo (fixture->store, &error));
  g_assert_true (redo (fixture->store, &error));

  entries = jp_store_load_journal (fixture->store, 0, 0, A, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 3);
  last = g_ptr_array_index (entries, 0);
  g_assert_cmpint (last->kind, ==, JP_ENTRY_REDO);
  g_assert_cmpstr (last->summary, ==, "重做：登记甲");
  g_assert_cmpint (last->undoes, ==, 2);
  last = g_ptr_array_index (entries, 1);
  g_assert_cmpint (last->kind, ==, JP_ENTRY_UNDO);
  g_assert_cmpstr (last->summary, ==, "撤销：登记甲");
  g_assert_cmpint (last->undoes, ==, 1);
  g_assert_true (jp_store_verify_journal (fixture->store, NULL, NULL, &error));
}

static void
test_redo_ends_with_newer_work (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  JpStore *store = fixture->store;

  jp_store_test_name (store, JP_ENTRY_WORK, A, "甲");
  jp_store_test_figure (store, JP_ENTRY_WORK, A, 2024, 1);
  jp_store_test_figure (store, JP_ENTRY_WORK, A, 2025, 2);
  g_assert_true (undo (store, NULL));
  jp_store_test_figure (store, JP_ENTRY_WORK, A, 2023, 3);
  g_assert_false (redo (store, &error));
  g_assert_error (error, JP_STORE_ERROR, JP_STORE_ERROR_NOTHING);

  /* The new work and the older one go back in turn, the abandoned one stays away. */
  g_assert_true (undo (store, NULL));
  assert_what (store, "填报2024年度指标", "填报2023年度指标");
  g_assert_true (undo (store, NULL));
  g_assert_true (redo (store, NULL));
  assert_output (store, A, 2024, 1);
  g_assert_true (redo (store, NULL));
  assert_output (store, A, 2023, 3);
  assert_what (store, "填报2023年度指标", NULL);
}

static void
test_nothing_to_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  assert_what (fixture->store, NULL, NULL);
  g_assert_false (undo (fixture->store, &error));
  g_assert_error (error, JP_STORE_ERROR, JP_STORE_ERROR_NOTHING);
  g_clear_error (&error);
  g_assert_false (redo (fixture->store, &error));
  g_assert_error (error, JP_STORE_ERROR, JP_STORE_ERROR_NOTHING);
}

static void
test_official_act_is_not_undone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  jp_store_test_name (fixture->store, JP_ENTRY_ACT, A, "甲");
  g_assert_false (undo (fixture->store, &error));
  g_assert_error (error, JP_STORE_ERROR, JP_STORE_ERROR_NOTHING);
  g_assert_nonnull (strstr (error->message, "登记甲"));
}

static void
test_work_below_an_official_act_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  jp_store_test_name (fixture->store, JP_ENTRY_ACT, A, "甲");
  jp_store_test_name (fixture->store, JP_ENTRY_ACT, B, "乙");
  jp_store_test_figure (fixture->store, JP_ENTRY_WORK, A, 2025, 5);
  jp_store_test_name (fixture->store, JP_ENTRY_ACT, A, "甲甲");
  g_assert_false (undo (fixture->store, &error));
  g_assert_error (error, JP_STORE_ERROR, JP_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "登记甲甲"));
  assert_output (fixture->store, A, 2025, 5);
}

static void
test_work_beside_an_official_act_goes (Fixture *fixture, gconstpointer data)
{
  jp_store_test_name (fixture->store, JP_ENTRY_ACT, A, "甲");
  jp_store_test_figure (fixture->store, JP_ENTRY_WORK, A, 2025, 5);
  jp_store_test_name (fixture->store, JP_ENTRY_ACT, B, "乙");
  g_assert_true (undo (fixture->store, NULL));
  assert_output (fixture->store, A, 2025, JP_VALUE_UNKNOWN);
}

/* A change behind the program's back stands for what it cannot foresee: undo must not overwrite it. */
static void
test_conflict_changes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  jp_store_test_name (fixture->store, JP_ENTRY_WORK, A, "甲");
  jp_store_test_figure (fixture->store, JP_ENTRY_WORK, A, 2025, 5);
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  jp_store_test_sql (fixture->path, "UPDATE figures SET data = '{\"output\":9}'");
  before = jp_store_test_dump (fixture->path);

  fixture->store = jp_store_test_open (fixture->path);
  g_assert_false (undo (fixture->store, &error));
  g_assert_error (error, JP_STORE_ERROR, JP_STORE_ERROR_CONFLICT);
  jp_store_close (fixture->store);
  after = jp_store_test_dump (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

static gboolean
add_figures_unseen (JpTransaction *transaction, JpEntry *entry, gpointer data, GError **error)
{
  g_autoptr (JpFigures) figures = jp_figures_new (2025);

  jp_figures_set (figures, "output", 1);
  entry->kind = JP_ENTRY_UNDO; /* an entry that neither undo nor redo takes, on top of the work */
  entry->summary = g_strdup ("补录");
  return jp_store_put_figures (transaction, A, figures, error);
}

static void
test_conflict_names_the_later_entry (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  jp_store_test_name (fixture->store, JP_ENTRY_ACT, A, "甲");
  jp_store_test_figure (fixture->store, JP_ENTRY_WORK, A, 2025, 5);
  jp_store_test_write (fixture->store, JP_ENTRY_UNDO, add_figures_unseen, NULL);
  g_assert_false (undo (fixture->store, &error));
  g_assert_error (error, JP_STORE_ERROR, JP_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "补录"));
  assert_output (fixture->store, A, 2025, 1);
}

/* One entry of the journal: whatever came after it elsewhere, but not what something builds on. */
static void
test_one_entry_of_all (Fixture *fixture, gconstpointer data)
{
  static const struct { gint64 seq; JpStoreError code; } refused[] = {
    { 1, JP_STORE_ERROR_CONFLICT }, /* the figures of A hang on it */
    { 2, JP_STORE_ERROR_CONFLICT }, /* what came later changed the same row */
    { 5, JP_STORE_ERROR_CONFLICT }, /* an official act */
    { 6, JP_STORE_ERROR_NOTHING },  /* an undo */
    { 4, JP_STORE_ERROR_NOTHING },  /* undone already */
    { 99, JP_STORE_ERROR_NOTHING },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (JpEntry) undo = jp_store_test_entry (JP_ENTRY_UNDO, NULL);
  JpStore *store = fixture->store;

  jp_store_test_name (store, JP_ENTRY_WORK, A, "甲");
  jp_store_test_figure (store, JP_ENTRY_WORK, A, 2025, 5);
  jp_store_test_figure (store, JP_ENTRY_WORK, A, 2025, 7);
  jp_store_test_figure (store, JP_ENTRY_WORK, A, 2024, 3);
  jp_store_test_name (store, JP_ENTRY_ACT, B, "乙");

  /* Not the last, and another cluster's act came after it. */
  g_assert_true (jp_store_undo_entry (store, 4, undo, &error));
  g_assert_no_error (error);
  g_assert_cmpint (undo->undoes, ==, 4);
  assert_output (store, A, 2024, JP_VALUE_UNKNOWN);
  assert_output (store, A, 2025, 7);
  assert_what (store, "填报2025年度指标", "填报2024年度指标");

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) refusal = NULL;
      g_autoptr (JpEntry) entry = jp_store_test_entry (JP_ENTRY_UNDO, NULL);

      g_assert_false (jp_store_undo_entry (store, refused[i].seq, entry, &refusal));
      g_assert_error (refusal, JP_STORE_ERROR, (int) refused[i].code);
      g_assert_cmpint (entry->undoes, ==, refused[i].seq == 5 ? 5 : 0);
    }
  g_assert_true (redo (store, &error));
  assert_output (store, A, 2024, 3);
}

static void
test_reference_in_the_way_is_a_conflict (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  jp_store_test_name (fixture->store, JP_ENTRY_WORK, A, "甲");
  jp_store_test_write (fixture->store, JP_ENTRY_UNDO, add_figures_unseen, NULL);
  g_assert_false (undo (fixture->store, &error));
  g_assert_error (error, JP_STORE_ERROR, JP_STORE_ERROR_CONFLICT);
  assert_output (fixture->store, A, 2025, 1);
}

/* Two hundred undos and redos over random work end where they began. */

static gboolean
random_work (JpTransaction *transaction, JpEntry *entry, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) dossiers = jp_transaction_load_dossiers (transaction, error);
  guint n = 1 + (guint) g_test_rand_int_range (0, 4);

  entry->summary = g_strdup_printf ("工作%u", GPOINTER_TO_UINT (data));
  for (guint i = 0; i < n; i++)
    {
      const JpDossier *dossier = dossiers->len > 0
        ? g_ptr_array_index (dossiers, (guint) g_test_rand_int_range (0, (gint32) dossiers->len)) : NULL;
      int what = dossier == NULL || dossiers->len < 3 ? 0 : g_test_rand_int_range (0, 8);
      g_autoptr (JpFigures) figures = jp_figures_new (2020 + g_test_rand_int_range (0, 4));
      g_autoptr (JpDossier) fresh = jp_dossier_new (NULL, "新");
      g_autofree char *note = g_strdup_printf ("备注%d", g_test_rand_int_range (0, 3));
      JpUseEntry *use = jp_use_entry_new (0, jp_test_date ("2025-03-01"), 1);
      JpSupport *support = jp_support_new ("培训", jp_test_date ("2025-03-01"));
      gboolean done = TRUE;

      jp_figures_set (figures, "output", g_test_rand_int_range (0, 3));
      switch (what)
        {
        case 0:
          done = jp_store_put_cluster (transaction, fresh, error);
          break;
        case 1:
          done = jp_store_delete_cluster (transaction, dossier->id, error);
          break;
        case 2:
        case 3:
          done = jp_store_put_figures (transaction, dossier->id, figures, error);
          break;
        case 4:
          done = jp_store_delete_figures (transaction, dossier->id, 2021, error);
          break;
        case 5:
          done = jp_store_put_note (transaction, dossier->id, "direction:1", g_test_rand_bit () ? note : NULL, error);
          break;
        case 6:
          done = jp_store_put_use_entry (transaction, dossier->id, use, error);
          break;
        default:
          done = jp_store_put_support (transaction, dossier->id, support, error);
        }
      jp_use_entry_free (use);
      jp_support_free (support);
      if (!done && g_error_matches (*error, JP_STORE_ERROR, JP_STORE_ERROR_SQL))
        g_clear_error (error); /* a second wish on a cluster that this work has just deleted */
      else if (!done)
        return FALSE;
    }

  return TRUE;
}

static char *
dump (Fixture *fixture)
{
  return jp_store_test_dump (fixture->path);
}

static void
test_two_hundred_times (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  guint position;

  g_ptr_array_add (states, dump (fixture));
  for (guint i = 0; i < 60; i++)
    {
      if (jp_store_test_write (fixture->store, JP_ENTRY_WORK, random_work, GUINT_TO_POINTER (i)) > 0)
        g_ptr_array_add (states, dump (fixture));
    }

  position = states->len - 1;
  for (guint i = 0; i < 200; i++)
    {
      gboolean back = position == states->len - 1 || (position > 0 && g_test_rand_int_range (0, 5) < 3);
      g_autofree char *state = NULL;

      g_assert_true (back ? undo (fixture->store, &error) : redo (fixture->store, &error));
      g_assert_no_error (error);
      position = back ? position - 1 : position + 1;
      state = dump (fixture);
      g_assert_cmpstr (state, ==, g_ptr_array_index (states, position));
    }
  while (position < states->len - 1)
    {
      g_assert_true (redo (fixture->store, &error));
      position++;
    }
  g_assert_false (redo (fixture->store, NULL));
  {
    g_autofree char *state = dump (fixture);

    g_assert_cmpstr (state, ==, g_ptr_array_index (states, states->len - 1));
  }
  g_assert_true (jp_store_verify_journal (fixture->store, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* What changesets ask of a schema, looked up in the schema itself. */
static void
test_schema_walk (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpDb) db = jp_db_open (fixture->path, JP_DB_READ_ONLY, &error);
  static const struct { const char *sql, *fault;
  } rules[] = {
    { "SELECT l.name FROM pragma_table_list AS l WHERE l.schema = 'main' AND l.type = 'table' AND l.name NOT LIKE "
      "'sqlite_%' "
      "AND NOT EXISTS (SELECT 1 FROM pragma_table_xinfo (l.name) WHERE pk > 0)",
      "has no primary key" },
    { "SELECT l.name || '.' || x.name FROM pragma_table_list AS l JOIN pragma_table_xinfo (l.name) AS x "
      "WHERE l.schema = 'main' AND l.name NOT LIKE 'sqlite_%' AND x.pk > 0 AND x.\"notnull\" = 0",
      "is a key that may be NULL" },
    { "SELECT l.name || '.' || x.name FROM pragma_table_list AS l JOIN pragma_table_xinfo (l.name) AS x "
      "WHERE l.schema = 'main' AND x.hidden <> 0 AND l.name NOT LIKE 'sqlite_%'",
      "is generated" },
    { "SELECT l.name || ' → ' || f.\"table\" FROM pragma_table_list AS l JOIN pragma_foreign_key_list (l.name) AS f "
      "WHERE f.on_delete <> 'NO ACTION' OR f.on_update <> 'NO ACTION'",
      "acts on its own" },
    { "SELECT i.name FROM pragma_table_list AS l JOIN pragma_index_list (l.name) AS i "
      "WHERE l.schema = 'main' AND i.\"unique\" = 1 AND i.origin <> 'pk'",
      "could be swapped by two rows" },
    { "SELECT l.name FROM pragma_table_list AS l WHERE l.schema = 'main' AND l.type = 'table' AND l.name NOT LIKE "
      "'sqlite_%' "
      "AND l.strict = 0",
      "is not STRICT" },
    { "SELECT name FROM sqlite_schema WHERE type NOT IN ('table', 'index')", "is a trigger or a view" },
  };

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *fault = NULL;

      g_assert_true (jp_db_get_text (db, rules[i].sql, &fault, &error));
      if (fault != NULL)
        g_error ("%s %s", fault, rules[i].fault);
    }
  g_assert_false (jp_schema_journaled ("journal"));
  g_assert_true (jp_schema_journaled ("figures"));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/store/undo/takes-work-back-and-does-it-again", test_takes_work_back_and_does_it_again },
    { "/store/undo/is-recorded-not-erased", test_is_recorded_not_erased },
    { "/store/undo/redo-ends-with-newer-work", test_redo_ends_with_newer_work },
    { "/store/undo/nothing-to-undo", test_nothing_to_undo },
    { "/store/undo/official-act-is-not-undone", test_official_act_is_not_undone },
    { "/store/undo/work-below-an-official-act-stays", test_work_below_an_official_act_stays },
    { "/store/undo/work-beside-an-official-act-goes", test_work_beside_an_official_act_goes },
    { "/store/undo/conflict-changes-nothing", test_conflict_changes_nothing },
    { "/store/undo/conflict-names-the-later-entry", test_conflict_names_the_later_entry },
    { "/store/undo/one-entry-of-all", test_one_entry_of_all },
    { "/store/undo/reference-in-the-way-is-a-conflict", test_reference_in_the_way_is_a_conflict },
    { "/store/undo/two-hundred-times-over-random-work", test_two_hundred_times },
    { "/store/schema/is-fit-for-changesets", test_schema_walk },
  };

  jp_store_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
