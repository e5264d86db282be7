/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-fault-vfs.h"
#include "jp-full-dossier.h"
#include "jp-resources.h"
#include "jp-store-journal.h"
#include "jp-store-test.h"

#include <glib/gstdio.h>
#include <string.h>

#define A "11111111-1111-4111-8111-111111111111"

/* PROMISES 1: a piece of work on a disk that fails at its n-th call, for every n until the work meets no failure.
 * Whatever is refused is refused with a sentence; whatever was confirmed is there afterwards; the file is whole. */

static const char *const fault_names[JP_N_FAULTS]
  = { "disk-full", "io-error", "short-write", "failed-sync", "read-only" };

typedef struct
{
  char   *folder;
  char   *path;
  gint64  confirmed; /* the last entry that was said to be kept; −1: not even the file */
  guint   n_refused;
} Script;

static void
note (Script *script, gint64 seq, GError *error)
{
  if (error == NULL)
    {
      g_assert_cmpint (seq, >, script->confirmed);
      script->confirmed = seq;
      return;
    }

  if (!g_error_matches (error, JP_STORE_ERROR, JP_STORE_ERROR_IO)
      && !g_error_matches (error, JP_STORE_ERROR, JP_STORE_ERROR_BUSY)
      && !g_error_matches (error, JP_STORE_ERROR, JP_STORE_ERROR_DAMAGED))
    g_error ("Not a refusal: %s", error->message);
  script->n_refused++;
}

static void
write_dossier (Script *script, JpStore *store, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpEntry) entry = jp_store_test_entry (JP_ENTRY_WORK, NULL);
  g_autoptr (JpDossier) dossier = jp_full_dossier (id, "甲");

  jp_store_write (store, entry, jp_full_dossier_put, dossier, &error);
  note (script, entry->seq, error);
}

static void
undo (Script *script, JpStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpEntry) entry = jp_store_test_entry (JP_ENTRY_UNDO, NULL);

  jp_store_undo (store, entry, &error);
  if (g_error_matches (error, JP_STORE_ERROR, JP_STORE_ERROR_NOTHING))
    return; /* what there was to undo had been refused */
  note (script, entry->seq, error);
}

static JpStore *
create (Script *script)
{
  g_autoptr (GError) error = NULL;
  JpStoreSettings settings = { JP_OFFICE_CITY, NULL, NULL, jp_test_date ("2025-01-01"), FALSE };
  JpStore *store = jp_store_create (script->path, &settings, &error);

  if (store != NULL)
    script->confirmed = 0;
  else
    note (script, 0, error);

  return store;
}

static JpStore *
open_again (Script *script)
{
  g_autoptr (GError) error = NULL;
  JpStore *store = jp_store_open (script->path, &error);

  if (store == NULL)
    note (script, 0, error);

  return store;
}

static void
run_script (Script *script)
{
  g_autoptr (JpStore) store = create (script);
  g_autoptr (GPtrArray) dossiers = NULL;

  if (store == NULL)
    return;

  write_dossier (script, store, A);
  write_dossier (script, store, NULL);
  undo (script, store);
  g_clear_object (&store);
  store = open_again (script);
  if (store == NULL)
    return;

  write_dossier (script, store, NULL);
  dossiers = jp_store_load_dossiers (store, NULL);
}

static void
assert_only_the_file (Script *script)
{
  g_autoptr (GDir) dir = g_dir_open (script->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_true (g_str_has_prefix (name, "jiping.db") && strstr (name, ".part") == NULL);
}

/* On a good disk again. What was refused may be there whole, when only the confirmation was lost. */
static void
check_file (Script *script)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpStore) store = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  gint64 last;

  assert_only_the_file (script);
  if (!g_file_test (script->path, G_FILE_TEST_EXISTS))
    {
      g_assert_cmpint (script->confirmed, ==, -1);
      return;
    }

  store = jp_store_test_open (script->path);
  g_assert_true (jp_store_verify_journal (store, NULL, NULL, &error));
  entries = jp_store_load_journal (store, 0, 0, NULL, &error);
  last = entries->len > 0 ? ((const JpEntry *) entries->pdata[0])->seq : 0;
  g_assert_cmpint (last, >=, script->confirmed);
  g_assert_cmpint (last, <=, script->confirmed + script->n_refused + 1);
  g_assert_cmpint (jp_store_test_name (store, JP_ENTRY_WORK, A, "丁"), ==, last + 1);
  g_assert_finalize_object (g_steal_pointer (&store));
  {
    g_autofree char *answer = jp_store_test_text (script->path, "PRAGMA integrity_check");
    g_autofree char *orphan = jp_store_test_text (script->path, "PRAGMA foreign_key_check");

    g_assert_cmpstr (answer, ==, "ok");
    g_assert_null (orphan);
  }
}

static gboolean
run_with_fault (JpFaultKind kind, guint nth, gboolean stays)
{
  Script script = { jp_store_test_folder (), NULL, -1, 0 };
  gboolean struck;

  script.path = jp_store_test_path (script.folder, "jiping.db");
  jp_fault_vfs_arm (kind, nth, stays);
  run_script (&script);
  struck = jp_fault_vfs_disarm ();
  if (!struck)
    g_assert_cmpint (script.confirmed, ==, 4);
  check_file (&script);
  g_free (script.path);
  jp_store_test_drop (script.folder);

  return struck;
}

static void
test_fault (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  JpFaultKind kind = i / 2;
  gboolean stays = i % 2 == 1;
  /* Every call in the long test; in the short one the same ground in strides that differ from run to run. */
  guint stride = g_getenv ("JP_TEST_LONG") != NULL || kind == JP_FAULT_SYNC ? 1 : 29;
  guint n_runs = 0;

  for (guint nth = stride == 1 ? 1 : 1 + (guint) g_test_rand_int_range (0, 28); run_with_fault (kind, nth, stays);
       nth += stride)
    n_runs++;
  g_test_message ("%u places to fail", n_runs);
  g_assert_cmpuint (n_runs, >, 3);
}

int
main (int argc, char **argv)
{
  jp_store_test_init (&argc, &argv);
  jp_fault_vfs_install ();
  for (guint i = 0; i < 2 * JP_N_FAULTS; i++)
    {
      g_autofree char *path
        = g_strdup_printf ("/store/faults/%s-%s", fault_names[i / 2], i % 2 == 0 ? "once" : "for-good");

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_fault);
    }

  return g_test_run ();
}
