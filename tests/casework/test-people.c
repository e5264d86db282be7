/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-people-work.h"

#include "jp-resources.h"
#include "jp-store-journal.h"
#include "jp-test.h"

#include <glib/gstdio.h>

typedef struct
{
  char    *folder;
  char    *path;
  JpStore *store;
  JpDesk  *desk;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pack = jp_resources_lookup (JP_RESOURCE_PACK);
  g_autoptr (GBytes) holidays = jp_resources_lookup (JP_RESOURCE_HOLIDAYS);
  JpStoreSettings settings = {
    .office = JP_OFFICE_CITY, .pack_json = g_bytes_get_data (pack, NULL),
    .holidays_json = g_bytes_get_data (holidays, NULL), .since = jp_test_date ("2025-01-01"),
  };

  fixture->folder = g_dir_make_tmp ("jp-people-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "jiping.db", NULL);
  fixture->store = jp_store_create (fixture->path, &settings, &error);
  g_assert_no_error (error);
  fixture->desk = jp_desk_new (fixture->store, "陈晓岚", NULL, jp_test_date ("2026-02-10"), &error);
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
put (Fixture *fixture, JpPerson *person)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (jp_casework_put_person (fixture->desk, person, &error));
  g_assert_no_error (error);
}

static void
assert_refused (Fixture *fixture, JpPerson *person)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (jp_casework_put_person (fixture->desk, person, &error));
  g_assert_error (error, JP_DESK_ERROR, JP_DESK_ERROR_REFUSED);
}

static void
test_enters_and_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JpPerson) person = jp_person_new ("  林志强 ", "350203");
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) journal = NULL;
  const JpPerson *kept;

  put (fixture, person);
  person->active = FALSE;
  put (fixture, person);

  people = jp_store_load_people (fixture->store, NULL);
  g_assert_cmpuint (people->len, ==, 1);
  kept = g_ptr_array_index (people, 0);
  g_assert_cmpstr (kept->name, ==, "林志强");
  g_assert_false (kept->active);
  journal = jp_store_load_journal (fixture->store, 0, 2, NULL, NULL);
  g_assert_cmpstr (((JpEntry *) g_ptr_array_index (journal, 0))->summary, ==, "停用人员：林志强");
  g_assert_cmpstr (((JpEntry *) g_ptr_array_index (journal, 1))->summary, ==, "登记人员：林志强");
}

static void
test_refuses_nameless (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JpPerson) nameless = jp_person_new (" \t", JP_OFFICE_CITY);
  g_autofree char *forty = g_strnfill (40, 'a');
  g_autofree char *more = g_strnfill (41, 'a');
  g_autoptr (JpPerson) longest = jp_person_new (forty, JP_OFFICE_CITY);
  g_autoptr (JpPerson) longer = jp_person_new (more, JP_OFFICE_CITY);

  assert_refused (fixture, nameless);
  put (fixture, longest);
  assert_refused (fixture, longer);
}

static void
test_refuses_a_second_of_the_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JpPerson) first = jp_person_new ("林志强", "350203");
  g_autoptr (JpPerson) second = jp_person_new ("林志强", "350203");
  g_autoptr (JpPerson) elsewhere = jp_person_new ("林志强", "350211");

  put (fixture, first);
  assert_refused (fixture, second);
  put (fixture, elsewhere);
}

static void
test_keeps_a_decision (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  g_assert_true (jp_casework_put_preference (fixture->desk, JP_PREFERENCE_OFFICE_NAME, "厦门市工业和信息化局",
                                             "机关名称：厦门市工业和信息化局", &error));
  kept = jp_store_load_preference (fixture->store, JP_PREFERENCE_OFFICE_NAME, NULL);
  g_assert_cmpstr (kept, ==, "厦门市工业和信息化局");

  g_assert_true (jp_casework_put_preference (fixture->desk, JP_PREFERENCE_OFFICE_NAME, NULL, "机关名称：按规则包", &error));
  g_assert_null (jp_store_load_preference (fixture->store, JP_PREFERENCE_OFFICE_NAME, NULL));
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

#define ADD(path, test) g_test_add ("/casework/R-WHO/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("enters-and-changes-a-person", test_enters_and_changes);
  ADD ("refuses-the-nameless", test_refuses_nameless);
  ADD ("refuses-a-second-of-the-name", test_refuses_a_second_of_the_name);
  ADD ("keeps-a-decision", test_keeps_a_decision);

  return g_test_run ();
}
