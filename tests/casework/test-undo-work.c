/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-resources.h"
#include "jp-store-clusters.h"
#include "jp-test.h"
#include "jp-undo-work.h"

#include <glib/gstdio.h>
#include <string.h>

#define A "11111111-1111-4111-8111-111111111111"

typedef struct
{
  char    *folder;
  char    *path;
  JpStore *store;
  JpDesk  *desk;
} Fixture;

static gboolean
put_name (JpTransaction *transaction, JpEntry *entry, gpointer data, GError **error)
{
  g_autoptr (JpDossier) dossier = jp_dossier_new (A, data);

  entry->summary = g_strdup_printf ("记录%s", (const char *) data);
  return jp_store_put_cluster (transaction, dossier, error);
}

static void
record (Fixture *fixture, JpEntryKind kind, const char *act, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpEntry) entry = jp_desk_begin (fixture->desk, kind, act);

  jp_store_write (fixture->store, entry, put_name, (gpointer) name, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pack = jp_resources_lookup (JP_RESOURCE_PACK);
  JpStoreSettings settings
    = { JP_OFFICE_CITY, g_bytes_get_data (pack, NULL), NULL, jp_test_date ("2025-01-01"), FALSE };

  fixture->folder = g_dir_make_tmp ("jp-undo-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "jiping.db", NULL);
  fixture->store = jp_store_create (fixture->path, &settings, &error);
  g_assert_no_error (error);
  fixture->desk = jp_desk_new (fixture->store, "林晓", NULL, jp_test_date ("2026-02-10"), &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  jp_desk_unref (fixture->desk);
  g_assert_finalize_object (fixture->store);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
test_undoes_and_redoes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpEntry) undone = NULL;
  g_autoptr (JpEntry) redone = NULL;

  record (fixture, JP_ENTRY_WORK, "cluster.add", "甲");
  undone = jp_casework_undo (fixture->desk, JP_HINT_COMMANDS, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undone->summary, ==, "撤销：记录甲");
  g_assert_cmpstr (undone->person, ==, "林晓");
  g_assert_cmpint (undone->undoes, ==, 1);
  redone = jp_casework_redo (fixture->desk, JP_HINT_COMMANDS, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (redone->summary, ==, "重做：记录甲");
  g_assert_null (jp_casework_redo (fixture->desk, JP_HINT_COMMANDS, &error));
  g_assert_error (error, JP_STORE_ERROR, JP_STORE_ERROR_NOTHING);
}

/* R-LIFE: the refusal names the counter-act of the official act in the way, in the words of who asked. */
static void
test_names_the_counter_act (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *act, *counter; } acts[] = {
    { "act.apply", "correct" }, { "assess.submit", "assess … return" }, { "assess.confirm", "assess … reopen" },
    { "assess.reopen", "assess … confirm" }, { "fund.start", "fund … start" }, { "fund.pay", "fund … refund" },
    { "fund.publicise", "fund … return" }, { "pack.use", "pack use" }, { "assess.return", "assess … submit" },
    { "assess.keep", "assess … reopen" }, { "fund.object", "fund … settle" }, { "use.lock", "use … reverse" },
    { "audit.finding", "audit … measure" }, { "correct", "correct" },
  };

  record (fixture, JP_ENTRY_WORK, "cluster.add", "甲");
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      g_autoptr (GError) error = NULL, in_window = NULL;
      g_autofree char *name = g_strdup_printf ("甲%u", i);

      record (fixture, JP_ENTRY_ACT, acts[i].act, name);
      g_assert_null (jp_casework_undo (fixture->desk, JP_HINT_COMMANDS, &error));
      g_assert_error (error, JP_STORE_ERROR, JP_STORE_ERROR_CONFLICT);
      g_assert_nonnull (strstr (error->message, name));
      g_assert_nonnull (strstr (error->message, acts[i].counter));

      g_assert_null (jp_casework_undo (fixture->desk, JP_HINT_WINDOW, &in_window));
      g_assert_error (in_window, JP_STORE_ERROR, JP_STORE_ERROR_CONFLICT);
      g_assert_nonnull (strstr (in_window->message, "\n\n"));
      g_assert_null (strstr (in_window->message, "…"));
    }
}

static void
test_nothing_but_an_act (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  record (fixture, JP_ENTRY_ACT, "act.cultivate", "甲");
  g_assert_null (jp_casework_undo (fixture->desk, JP_HINT_COMMANDS, &error));
  g_assert_error (error, JP_STORE_ERROR, JP_STORE_ERROR_NOTHING);
  g_assert_nonnull (strstr (error->message, "correct"));
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);
  g_test_add ("/casework/undo/undoes-and-redoes", Fixture, NULL, set_up, test_undoes_and_redoes, tear_down);
  g_test_add ("/casework/R-LIFE/undo-names-the-counter-act", Fixture, NULL, set_up, test_names_the_counter_act,
              tear_down);
  g_test_add ("/casework/undo/nothing-but-an-act", Fixture, NULL, set_up, test_nothing_but_an_act, tear_down);

  return g_test_run ();
}
