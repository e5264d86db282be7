/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-full-dossier.h"
#include "jp-store-clusters.h"
#include "jp-store-journal.h"
#include "jp-store-test.h"

#include "jp-test-kill.h"

#include <string.h>

#define A "11111111-1111-4111-8111-111111111111"
#define WINDOW 40000 /* µs */

/* PROMISES 1: what was confirmed is on the disk, whenever the program is killed. */

/* The child: works without end and says each number on its standard output only once it is confirmed. */

static gboolean
put_many (JpTransaction *transaction, JpEntry *entry, gpointer data, GError **error)
{
  for (int i = 0; i < 200; i++)
    {
      g_autofree char *name = g_strdup_printf ("批量%d", i);
      g_autoptr (JpDossier) dossier = jp_dossier_new (NULL, name);
      g_autoptr (JpFigures) figures = jp_figures_new (2025);

      jp_figures_set (figures, "output", i);
      if (!jp_store_put_cluster (transaction, dossier, error)
          || !jp_store_put_figures (transaction, dossier->id, figures, error))
        return FALSE;
    }

  return TRUE;
}

static gint64
work_once (JpStore *store, GRand *rand)
{
  g_autoptr (JpEntry) entry = jp_store_test_entry (JP_ENTRY_WORK, NULL);

  switch (g_rand_int_range (rand, 0, 12))
    {
    case 0:
      return jp_store_test_write (store, JP_ENTRY_WORK, put_many, NULL);
    case 1:
      return jp_store_undo (store, entry, NULL) ? entry->seq : 0;
    case 2:
      return jp_store_redo (store, entry, NULL) ? entry->seq : 0;
    case 3:
      {
        g_autoptr (JpDossier) dossier = jp_full_dossier (NULL, "全项");

        return jp_store_test_write (store, JP_ENTRY_WORK, jp_full_dossier_put, dossier);
      }
    default:
      return jp_store_test_figure (store, JP_ENTRY_ACT, A, 2000 + g_rand_int_range (rand, 0, 20),
                                   (gint64) g_rand_int (rand));
    }
}

static int
work_until_killed (const char *path, const char *seed)
{
  g_autoptr (JpStore) store = jp_store_test_open (path);
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_ascii_strtoull (seed, NULL, 10));

  for (;;)
    {
      gint64 seq = work_once (store, rand);

      if (seq > 0 && !jp_test_say (seq, 0))
        return 1;
    }
}

/* The parent. */

static void
check_after (const char *path, gint64 confirmed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpStore) store = jp_store_test_open (path);
  g_autoptr (GPtrArray) entries = jp_store_load_journal (store, 0, 1, NULL, &error);
  g_autoptr (GPtrArray) dossiers = jp_store_load_dossiers (store, &error);
  gint64 last;

  g_assert_no_error (error);
  g_assert_nonnull (dossiers);
  last = ((const JpEntry *) entries->pdata[0])->seq;
  g_assert_cmpint (last, >=, confirmed);
  g_assert_cmpint (last, <=, confirmed + 1); /* the one it was killed in may have arrived unsaid */
  g_assert_true (jp_store_verify_journal (store, NULL, NULL, &error));
  g_assert_finalize_object (g_steal_pointer (&store));
  {
    g_autofree char *answer = jp_store_test_text (path, "PRAGMA integrity_check");
    g_autofree char *orphan = jp_store_test_text (path, "PRAGMA foreign_key_check");

    g_assert_cmpstr (answer, ==, "ok");
    g_assert_null (orphan);
  }
}

static void
test_kill (void)
{
  char *folder = jp_store_test_folder ();
  g_autofree char *path = jp_store_test_path (folder, "jiping.db");

  for (guint i = 0; i < jp_test_n_kills (); i++)
    {
      g_autofree char *seed = g_strdup_printf ("%d", g_test_rand_int ());

      /* A file grows over ten kills, then a fresh one. */
      if (i % 10 == 0)
        {
          g_autoptr (JpStore) store = NULL;

          jp_store_test_drop (folder);
          folder = jp_store_test_folder ();
          g_free (path);
          path = jp_store_test_path (folder, "jiping.db");
          store = jp_store_test_create (path);
          jp_store_test_name (store, JP_ENTRY_ACT, A, "甲");
        }
      check_after (path, jp_test_kill (path, seed, WINDOW).number);
    }
  jp_store_test_drop (folder);
}

int
main (int argc, char **argv)
{
  if (argc == 4 && strcmp (argv[1], "--work") == 0)
    return work_until_killed (argv[2], argv[3]);

  jp_store_test_init (&argc, &argv);
  g_test_add_func ("/store/kill/what-was-confirmed-is-there", test_kill);

  return g_test_run ();
}
