/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window does to keep data safe: new files, daily care, looking into a backup, restoring it. */

#include "jp-application.h"
#include "jp-backup-preview.h"
#include "jp-caretaker.h"
#include "jp-check.h"
#include "jp-cluster-work.h"
#include "jp-new-file.h"
#include "jp-store-backup.h"
#include "jp-store-people.h"
#include "jp-test.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("jp-safety-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "jiping.db", NULL);
}

static void
remove_tree (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_tree (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_tree (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
on_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static char *
make (JpNewFile *file, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  jp_new_file_make_async (file, NULL, on_ready, &result);
  wait_for (&result);
  return jp_new_file_make_finish (result, error);
}

static void
make_city_file (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *made
    = make (jp_new_file_new (fixture->path, JP_OFFICE_CITY, "陈晓岚", jp_test_date ("2026-02-10")), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (made, ==, fixture->path);
}

static void
add_cluster (const char *path, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpStore) store = jp_store_open (path, &error);
  g_autoptr (JpDesk) desk = jp_desk_new (store, "陈晓岚", NULL, jp_test_date ("2026-02-10"), &error);
  g_autoptr (JpDossier) cluster = jp_dossier_new (NULL, name);

  g_assert_no_error (error);
  cluster->district = g_strdup ("350203");
  cluster->industry = g_strdup ("示例产业");
  jp_casework_add_cluster (desk, cluster, &error);
  g_assert_no_error (error);
}

static guint
count_clusters (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpStore) store = jp_store_open (path, &error);
  g_autoptr (GPtrArray) names = jp_store_load_names (store, &error);

  g_assert_no_error (error);
  return names->len;
}

static JpSession *
open_session (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  JpSession *session;

  jp_session_open_async (path, "陈晓岚", jp_test_date ("2026-02-10"), NULL, on_ready, &result);
  wait_for (&result);
  session = jp_session_open_finish (result, &error);
  g_assert_no_error (error);
  return session;
}

static void
test_new_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JpStore) store = NULL;
  g_autoptr (GPtrArray) people = NULL;

  make_city_file (fixture);
  store = jp_store_open (fixture->path, NULL);
  people = jp_store_load_people (store, NULL);
  g_assert_cmpstr (jp_store_get_office (store), ==, JP_OFFICE_CITY);
  g_assert_false (jp_store_is_sample (store));
  jp_assert_date (jp_store_get_since (store), "2026-02-10");
  g_assert_cmpuint (people->len, ==, 1);
  g_assert_cmpstr (((JpPerson *) g_ptr_array_index (people, 0))->name, ==, "陈晓岚");
}

static void
test_new_file_replaces_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "precious", -1, NULL));
  g_assert_null (make (jp_new_file_new (fixture->path, JP_OFFICE_CITY, NULL, jp_test_date ("2026-02-10")), &error));
  g_assert_error (error, JP_STORE_ERROR, JP_STORE_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (fixture->path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "precious");
}

/* The database with its papers beside it. */
static void
assert_whole (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpStore) store = jp_store_open (path, &error);
  g_autoptr (JpDesk) desk = jp_desk_new (store, "陈晓岚", NULL, jp_test_date ("2026-02-10"), &error);
  g_autoptr (GPtrArray) notes = jp_casework_check (desk, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < notes->len; i++)
    {
      const JpCheckNote *note = g_ptr_array_index (notes, i);

      if (note->state == JP_CHECK_FAULT)
        g_assert_cmpstr (note->id, ==, "backup"); /* none was made yet */
    }
}

static void
test_sample_is_made_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *made = make (jp_new_file_new_sample (jp_test_date ("2026-02-10")), &error);
  g_autofree char *again = NULL;
  guint n_clusters;

  g_assert_no_error (error);
  n_clusters = count_clusters (made);
  g_assert_cmpuint (n_clusters, >, 5);
  assert_whole (made);
  add_cluster (made, "厦门市同安区示例产业集群");

  again = make (jp_new_file_new_sample (jp_test_date ("2026-02-10")), &error);
  g_assert_cmpstr (again, ==, made);
  g_assert_cmpuint (count_clusters (made), ==, n_clusters + 1); /* what was tried in it is still there */
  remove_tree (g_get_user_data_dir ());
}

static GPtrArray *
care (JpCaretaker *caretaker, JpCare wanted, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  jp_caretaker_care_async (caretaker, wanted, NULL, on_ready, &result);
  wait_for (&result);
  return jp_caretaker_care_finish (caretaker, result, error);
}

static const JpAssurance *
assured (JpCaretaker *caretaker, JpAssured what)
{
  return g_ptr_array_index (jp_caretaker_get_assurances (caretaker), what);
}

static void
test_care (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpSession) session = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GPtrArray) none = NULL;
  JpCaretaker *caretaker;

  make_city_file (fixture);
  session = open_session (fixture->path);
  caretaker = jp_caretaker_new (session);
  g_assert_cmpuint (jp_caretaker_get_assurances (caretaker)->len, ==, JP_N_ASSURED);

  notes = care (caretaker, JP_CARE_CHECK | JP_CARE_BACKUP, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (notes->len, >, 0);
  g_assert_cmpint (assured (caretaker, JP_ASSURED_INTEGRITY)->light, ==, JP_LIGHT_GREEN);
  g_assert_cmpint (assured (caretaker, JP_ASSURED_BACKUP)->light, ==, JP_LIGHT_GREEN);
  backups = jp_backup_list (fixture->path);
  g_assert_cmpuint (backups->len, ==, 1);
  jp_assert_date (((JpKeptBackup *) g_ptr_array_index (backups, 0))->day, "2026-02-10");

  none = care (caretaker, JP_CARE_BACKUP, &error); /* nothing changed: no second one */
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
  g_clear_pointer (&backups, g_ptr_array_unref);
  backups = jp_backup_list (fixture->path);
  g_assert_cmpuint (backups->len, ==, 1);

  jp_caretaker_end (caretaker);
  jp_session_close (session);
  while (G_OBJECT (caretaker)->ref_count > 1) /* its threads let go of it in their own time */
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_assert_finalize_object (caretaker);
}

static void
test_second_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSettings) settings = g_settings_new (JP_APPLICATION_ID);
  g_autofree char *place = g_build_filename (fixture->folder, "disk", NULL);
  g_autofree char *archive = g_build_filename (place, "jiping-backup-20260210.zip", NULL);
  g_autoptr (JpSession) session = NULL;
  g_autoptr (JpCaretaker) caretaker = NULL;
  g_autoptr (GPtrArray) notes = NULL;

  g_mkdir (place, 0700);
  g_settings_set_value (settings, "backup-folder", g_variant_new_bytestring (place));
  make_city_file (fixture);
  session = open_session (fixture->path);
  caretaker = jp_caretaker_new (session);
  notes = care (caretaker, JP_CARE_BACKUP, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (archive, G_FILE_TEST_IS_REGULAR));

  jp_caretaker_end (caretaker);
  jp_session_close (session);
  g_settings_reset (settings, "backup-folder");
}

static void
test_says_when_the_second_place_is_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSettings) settings = g_settings_new (JP_APPLICATION_ID);
  g_autofree char *place = g_build_filename (fixture->folder, "no", "disk", NULL);
  g_autoptr (JpSession) session = NULL;
  g_autoptr (JpCaretaker) caretaker = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  g_settings_set_value (settings, "backup-folder", g_variant_new_bytestring (place));
  make_city_file (fixture);
  session = open_session (fixture->path);
  caretaker = jp_caretaker_new (session);
  g_assert_null (care (caretaker, JP_CARE_BACKUP, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (assured (caretaker, JP_ASSURED_BACKUP)->light, ==, JP_LIGHT_AMBER);
  backups = jp_backup_list (fixture->path); /* the first place has its backup all the same */
  g_assert_cmpuint (backups->len, ==, 1);

  jp_caretaker_end (caretaker);
  jp_session_close (session);
  g_settings_reset (settings, "backup-folder");
}

static JpBackupPreview *
preview (const char *path, const char *data_file, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  jp_backup_preview_async (path, data_file, NULL, on_ready, &result);
  wait_for (&result);
  return jp_backup_preview_finish (result, error);
}

static guint
count_hidden (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += *name == '.';
  return n;
}

static char *
keep_backup (const char *path, gboolean as_archive)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpStore) store = jp_store_open (path, &error);
  g_autoptr (GDateTime) now = g_date_time_new_local (2026, 2, 10, 9, 30, 0);
  char *kept = NULL;

  if (as_archive)
    {
      g_autofree char *folder = g_path_get_dirname (path);

      kept = g_build_filename (folder, "carried.zip", NULL);
      g_assert_true (jp_store_archive (store, kept, now, NULL, &error));
    }
  else
    g_assert_true (jp_store_keep_backup (store, now, &kept, NULL, &error));
  g_assert_no_error (error);
  return kept;
}

static void
test_looks_before_restoring (Fixture *fixture, gconstpointer as_archive)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (JpBackupPreview) seen = NULL;
  g_autofree char *backup = NULL;
  g_autofree char *aside = NULL;

  make_city_file (fixture);
  add_cluster (fixture->path, "厦门市思明区示例一产业集群");
  backup = keep_backup (fixture->path, GPOINTER_TO_INT (as_archive));
  add_cluster (fixture->path, "厦门市思明区示例二产业集群");

  seen = preview (backup, fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (seen->n_clusters, ==, 1);
  g_assert_cmpstr (seen->office, ==, JP_OFFICE_CITY);
  g_assert_cmpuint (seen->entries->len, ==, 2);
  g_assert_cmpint (seen->seq, ==, ((JpEntry *) g_ptr_array_index (seen->entries, 0))->seq);
  g_assert_cmpuint (count_hidden (fixture->folder), ==, 0); /* nothing left lying about */
  g_assert_cmpuint (count_clusters (fixture->path), ==, 2); /* and nothing changed by looking */

  jp_backup_put_async (backup, fixture->path, on_ready, &result);
  wait_for (&result);
  aside = jp_backup_put_finish (result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_clusters (fixture->path), ==, 1);
  g_assert_cmpuint (count_clusters (aside), ==, 2);
}

static void
test_refuses_a_bad_backup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *bad = g_build_filename (fixture->folder, data, NULL);

  make_city_file (fixture);
  g_assert_true (g_file_set_contents (bad, "neither a database nor an archive", -1, NULL));
  g_assert_null (preview (bad, fixture->path, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (count_hidden (fixture->folder), ==, 0);
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

#define ADD(path, data, test) g_test_add ("/ui/safety/" path, Fixture, data, set_up, test, tear_down)
  ADD ("new-file", NULL, test_new_file);
  ADD ("new-file-replaces-nothing", NULL, test_new_file_replaces_nothing);
  ADD ("sample-is-made-once", NULL, test_sample_is_made_once);
  ADD ("care", NULL, test_care);
  ADD ("second-place", NULL, test_second_place);
  ADD ("says-when-the-second-place-is-gone", NULL, test_says_when_the_second_place_is_gone);
  ADD ("looks-before-restoring/kept", GINT_TO_POINTER (FALSE), test_looks_before_restoring);
  ADD ("looks-before-restoring/archive", GINT_TO_POINTER (TRUE), test_looks_before_restoring);
  ADD ("refuses-a-bad-backup/database", "bad.db", test_refuses_a_bad_backup);
  ADD ("refuses-a-bad-backup/archive", "bad.zip", test_refuses_a_bad_backup);

  return g_test_run ();
}
