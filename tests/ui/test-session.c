/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-session.h"

#include "jp-cluster-work.h"
#include "jp-obligation.h"
#include "jp-resources.h"
#include "jp-result.h"
#include "jp-sample.h"
#include "jp-store-journal.h"
#include "jp-test.h"

#include <glib/gstdio.h>

typedef struct
{
  char      *folder;
  char      *path;
  JpSession *session;
  guint      n_changed;
  guint      n_year;
  char      *said;
  gboolean   undoable;
  GError    *failure;
} Fixture;

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
on_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
wait_idle (Fixture *fixture)
{
  gboolean busy = TRUE;

  while (busy)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (fixture->session, "busy", &busy, NULL);
    }
}

static void
on_changed (Fixture *fixture)
{
  fixture->n_changed++;
}

static void
on_year (Fixture *fixture)
{
  fixture->n_year++;
}

static void
on_act_done (Fixture *fixture, const char *summary, gboolean undoable)
{
  g_free (fixture->said);
  fixture->said = g_strdup (summary);
  fixture->undoable = undoable;
}

static void
on_failed (Fixture *fixture, GError *error)
{
  g_clear_error (&fixture->failure);
  fixture->failure = g_error_copy (error);
}

static JpSession *
open_session (const char *path, const char *today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  JpSession *session;

  jp_session_open_async (path, "陈晓岚", jp_test_date (today), NULL, on_ready, &result);
  wait_for (&result);
  session = jp_session_open_finish (result, &error);
  g_assert_no_error (error);
  return session;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pack = jp_resources_lookup (JP_RESOURCE_PACK);
  g_autoptr (GBytes) holidays = jp_resources_lookup (JP_RESOURCE_HOLIDAYS);
  g_autoptr (JpStore) store = NULL;
  JpStoreSettings settings = {
    .office = JP_OFFICE_CITY, .pack_json = g_bytes_get_data (pack, NULL),
    .holidays_json = g_bytes_get_data (holidays, NULL), .since = jp_test_date ("2022-01-01"), .sample = TRUE,
  };

  fixture->folder = g_dir_make_tmp ("jp-session-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "jiping.db", NULL);
  store = jp_store_create (fixture->path, &settings, &error);
  g_assert_no_error (error);
  g_assert_true (jp_casework_sample (store, jp_test_date ("2026-02-10"), &error));
  g_assert_no_error (error);
  jp_store_close (store);

  fixture->session = open_session (fixture->path, "2026-02-10");
  g_signal_connect_swapped (fixture->session, "changed", G_CALLBACK (on_changed), fixture);
  g_signal_connect_swapped (fixture->session, "notify::year", G_CALLBACK (on_year), fixture);
  g_signal_connect_swapped (fixture->session, "act-done", G_CALLBACK (on_act_done), fixture);
  g_signal_connect_swapped (fixture->session, "failed", G_CALLBACK (on_failed), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  jp_session_close (fixture->session);
  g_assert_finalize_object (fixture->session);
  g_clear_error (&fixture->failure);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
  g_free (fixture->said);
}

static const JpDossier *
nth (Fixture *fixture, guint index)
{
  return g_ptr_array_index (jp_session_get_dossiers (fixture->session), index);
}

static gboolean
rename_cluster (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  char **id_and_name = data;
  g_autoptr (JpDossier) present = jp_store_load_dossier (jp_desk_get_store (desk), id_and_name[0], error);

  if (present == NULL)
    return FALSE;

  g_free (present->contact);
  present->contact = g_strdup (id_and_name[1]);
  return jp_casework_edit_cluster (desk, present, error);
}

static char **
id_and_contact (const char *id, const char *contact)
{
  char **pair = g_new0 (char *, 3);

  pair[0] = g_strdup (id);
  pair[1] = g_strdup (contact);
  return pair;
}

static void
test_opens (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = NULL;

  g_object_get (fixture->session, "file-name", &name, NULL);
  g_assert_cmpstr (name, ==, "jiping.db");
  g_assert_true (jp_session_is_sample (fixture->session));
  g_assert_true (jp_session_is_city (fixture->session));
  g_assert_cmpint (jp_session_get_year (fixture->session), ==, 2025);
  jp_assert_date (jp_session_get_today (fixture->session), "2026-02-10");
  g_assert_cmpuint (jp_session_get_dossiers (fixture->session)->len, >, 0);
  g_assert_cmpuint (jp_session_get_results (fixture->session)->len, >, 0);
  g_assert_cmpuint (jp_session_get_duties (fixture->session)->len, >, 0);
  g_assert_cmpstr (jp_desk_get_person (jp_session_get_desk (fixture->session)), ==, "陈晓岚");
  g_assert_cmpstr (jp_session_district_name (fixture->session, "350203"), ==, "思明区");
  g_assert_cmpstr (jp_session_district_name (fixture->session, "350299"), ==, "350299");
  g_assert_true (jp_session_find (fixture->session, nth (fixture, 0)->id) == nth (fixture, 0));
  g_assert_null (jp_session_find (fixture->session, "nobody"));
}

static void
test_refuses_a_missing_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "none.db", NULL);

  jp_session_open_async (path, NULL, JP_DATE_NONE, NULL, on_ready, &result);
  wait_for (&result);
  g_assert_null (jp_session_open_finish (result, &error));
  g_assert_error (error, JP_STORE_ERROR, JP_STORE_ERROR_IO);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS)); /* never a silent new file */
}

static void
test_edit_undo_redo (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = g_strdup (nth (fixture, 0)->id);
  g_autofree char *before = g_strdup (jp_session_what_undo (fixture->session));

  jp_session_edit (fixture->session, rename_cluster, id_and_contact (id, "何雅芳"), (GDestroyNotify) g_strfreev);
  wait_idle (fixture);
  g_assert_no_error (fixture->failure);
  g_assert_cmpstr (jp_session_find (fixture->session, id)->contact, ==, "何雅芳");
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_null (fixture->said); /* a field edit is told by the undo button */
  g_assert_nonnull (jp_session_what_undo (fixture->session));
  g_assert_cmpstr (jp_session_what_undo (fixture->session), !=, before);
  g_assert_null (jp_session_what_redo (fixture->session));

  jp_session_undo (fixture->session);
  wait_idle (fixture);
  g_assert_no_error (fixture->failure);
  g_assert_cmpstr (jp_session_find (fixture->session, id)->contact, !=, "何雅芳");
  g_assert_true (g_str_has_prefix (fixture->said, "撤销："));
  g_assert_false (fixture->undoable);
  g_assert_nonnull (jp_session_what_redo (fixture->session));

  jp_session_redo (fixture->session);
  wait_idle (fixture);
  g_assert_cmpstr (jp_session_find (fixture->session, id)->contact, ==, "何雅芳");
  g_assert_null (jp_session_what_redo (fixture->session));
}

static void
test_says_what_was_done (Fixture *fixture, gconstpointer data)
{
  jp_session_do (fixture->session, rename_cluster, id_and_contact (nth (fixture, 1)->id, "何雅芳"),
                 (GDestroyNotify) g_strfreev);
  wait_idle (fixture);
  g_assert_nonnull (fixture->said);
  g_assert_cmpstr (fixture->said, ==, jp_session_what_undo (fixture->session));
  g_assert_true (fixture->undoable);
}

static void
test_says_what_failed (Fixture *fixture, gconstpointer data)
{
  jp_session_do (fixture->session, rename_cluster, id_and_contact ("nobody", ""), (GDestroyNotify) g_strfreev);
  wait_idle (fixture);
  g_assert_nonnull (fixture->failure);
  g_assert_null (fixture->said);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

static void
test_waiting_for_work (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) refused = NULL;
  const char *id = nth (fixture, 0)->id;

  jp_session_do_async (fixture->session, rename_cluster, id_and_contact (id, "何雅芳"), (GDestroyNotify) g_strfreev, NULL,
                       on_ready, &result);
  jp_session_do_async (fixture->session, rename_cluster, id_and_contact ("nobody", ""), (GDestroyNotify) g_strfreev,
                       NULL, on_ready, &refused);
  wait_for (&refused);
  g_assert_nonnull (result); /* in the order given */
  g_assert_true (jp_session_do_finish (fixture->session, result, &error));
  g_assert_no_error (error);
  g_assert_false (jp_session_do_finish (fixture->session, refused, &error));
  g_assert_nonnull (error);
  g_assert_null (fixture->said);
}

static void
test_shares_what_did_not_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JpSnapshot) before = jp_snapshot_ref (jp_session_get_snapshot (fixture->session));
  g_autofree char *id = g_strdup (nth (fixture, 0)->id);
  g_autofree char *other = g_strdup (nth (fixture, 1)->id);

  jp_session_edit (fixture->session, rename_cluster, id_and_contact (id, "何雅芳"), (GDestroyNotify) g_strfreev);
  wait_idle (fixture);
  g_assert_true (jp_session_find (fixture->session, id) != jp_snapshot_find (before, id));
  g_assert_true (jp_session_find (fixture->session, other) == jp_snapshot_find (before, other));
  g_assert_cmpstr (jp_snapshot_find (before, id)->contact, !=, "何雅芳"); /* the one before stays as it was */
  g_assert_cmpuint (jp_session_get_duties (fixture->session)->len, ==, jp_snapshot_get_duties (before)->len);
}

static void
test_year (Fixture *fixture, gconstpointer data)
{
  jp_session_set_year (fixture->session, 2024);
  wait_idle (fixture);
  g_assert_cmpint (jp_session_get_year (fixture->session), ==, 2024);
  g_assert_cmpuint (fixture->n_year, ==, 1);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpint (((JpResult *) g_ptr_array_index (jp_session_get_results (fixture->session), 0))->year, ==, 2024);

  jp_session_set_year (fixture->session, 2024);
  wait_idle (fixture);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
}

static void
test_sees_another_programs_work (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpStore) store = jp_store_open (fixture->path, &error);
  g_autoptr (JpDesk) desk = NULL;
  g_autofree char *id = g_strdup (nth (fixture, 0)->id);
  g_auto (GStrv) pair = id_and_contact (id, "何雅芳");

  g_assert_no_error (error);
  desk = jp_desk_new (store, "林志强", NULL, jp_test_date ("2026-02-10"), &error);
  g_assert_true (rename_cluster (desk, pair, NULL, &error));
  g_assert_no_error (error);

  while (fixture->n_changed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (jp_session_find (fixture->session, id)->contact, ==, "何雅芳");
}

static void
test_closes_in_the_middle (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  const char *id = nth (fixture, 0)->id;

  jp_session_do_async (fixture->session, rename_cluster, id_and_contact (id, "何雅芳"), (GDestroyNotify) g_strfreev, NULL,
                       on_ready, &result);
  jp_session_set_year (fixture->session, 2024);
  jp_session_close (fixture->session);
  wait_for (&result);
  g_clear_object (&result);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  g_assert_cmpuint (jp_session_get_dossiers (fixture->session)->len, >, 0); /* the last snapshot can still be read */

  jp_session_do_async (fixture->session, rename_cluster, id_and_contact ("", ""), (GDestroyNotify) g_strfreev, NULL,
                       on_ready, &result);
  wait_for (&result);
  g_assert_false (jp_session_do_finish (fixture->session, result, NULL));
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

#define ADD(path, test) g_test_add ("/ui/session/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("opens", test_opens);
  g_test_add_func ("/ui/session/refuses-a-missing-file", test_refuses_a_missing_file);
  ADD ("edit-undo-redo", test_edit_undo_redo);
  ADD ("says-what-was-done", test_says_what_was_done);
  ADD ("says-what-failed", test_says_what_failed);
  ADD ("waiting-for-work", test_waiting_for_work);
  ADD ("shares-what-did-not-change", test_shares_what_did_not_change);
  ADD ("year", test_year);
  ADD ("sees-another-programs-work", test_sees_another_programs_work);
  ADD ("closes-in-the-middle", test_closes_in_the_middle);

  return g_test_run ();
}
