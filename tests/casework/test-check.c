/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-check.h"
#include "jp-print-work.h"
#include "jp-sample.h"
#include "jp-store-papers.h"
#include "jp-resources.h"

#include "jp-test.h"

#include <sqlite3.h>

/* A sample file of 10 February 2026 and a city desk at it. */
typedef struct
{
  char    *path;
  JpStore *store;
  JpDesk  *desk;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pack = jp_resources_lookup (JP_RESOURCE_PACK);
  g_autoptr (GBytes) holidays = jp_resources_lookup (JP_RESOURCE_HOLIDAYS);
  JpStoreSettings settings = { JP_OFFICE_CITY, g_bytes_get_data (pack, NULL), g_bytes_get_data (holidays, NULL),
                               jp_test_date ("2021-01-01"), TRUE };

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  f->path = g_build_filename (g_get_user_data_dir (), "check.db", NULL);
  f->store = jp_store_create (f->path, &settings, &error);
  g_assert_no_error (error);
  jp_casework_sample (f->store, jp_test_date ("2026-02-10"), &error);
  g_assert_no_error (error);
  f->desk = jp_desk_new (f->store, "陈晓岚", JP_OFFICE_CITY, jp_test_date ("2026-02-10"), &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  jp_desk_unref (f->desk);
  jp_store_close (f->store);
  g_object_unref (f->store);
  g_free (f->path);
}

static const JpCheckNote *
find_note (GPtrArray *notes, const char *id)
{
  for (guint i = 0; i < notes->len; i++)
    if (g_str_equal (((const JpCheckNote *) notes->pdata[i])->id, id))
      return notes->pdata[i];

  return NULL;
}

static void
test_whole (Fixture *f, gconstpointer data)
{
  static const char *const ids[]
    = { "structure", "references", "journal", "attachments", "money", "assessments", "history" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = jp_casework_check (f->desk, NULL, &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const JpCheckNote *note = find_note (notes, ids[i]);

      g_assert_nonnull (note);
      g_test_message ("%s: %s", ids[i], note->text);
      g_assert_cmpint (note->state, ==, JP_CHECK_GOOD);
    }
}

typedef struct
{
  const char *name;
  const char *sql;  /* behind the program's back */
  const char *note; /* the id of the one that must say so */
} Tampering;

static const Tampering tamperings[] = {
  { "total", "UPDATE frozen_results SET total = total - 1", "assessments" },
  { "payment", "UPDATE fund_acts SET amount = amount + 100000000 WHERE kind = 'pay'", "money" },
  { "order-of-acts", "UPDATE acts SET date = '2030-01-01' WHERE kind = 'recognise'", "history" },
};

/* A value somebody changed without the program is named, with what to do about it. */
static void
test_tampered (Fixture *f, gconstpointer data)
{
  const Tampering *tampering = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  const JpCheckNote *note;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (f->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, tampering->sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_changes (db), >, 0);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);

  notes = jp_casework_check (f->desk, NULL, &error);
  g_assert_no_error (error);
  note = find_note (notes, tampering->note);
  g_assert_nonnull (note);
  g_assert_cmpint (note->state, ==, JP_CHECK_FAULT);
  g_assert_nonnull (note->advice);
}

static void
test_printed_is_kept (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) dossiers = jp_store_load_dossiers (f->store, &error);
  const JpDossier *first = dossiers->pdata[0];
  g_autoptr (GPtrArray) printed = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_printed_free);
  g_autoptr (GPtrArray) kept = NULL;
  JpPrinted *paper = jp_printed_new ("assessment", 2025, jp_test_date ("2026-02-10"));

  paper->cluster = g_strdup (first->id);
  paper->data = g_strdup ("{\"total\":\"84.51\"}");
  paper->check_code = g_strdup ("7KQM3XTD9P");
  g_ptr_array_add (printed, paper);
  g_assert_true (jp_casework_keep_printed (f->desk, printed, &error));
  g_assert_no_error (error);

  kept = jp_store_load_printed (f->store, NULL, "7KQM3XTD9P", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kept->len, ==, 1);
  g_assert_cmpstr (((JpPrinted *) kept->pdata[0])->data, ==, "{\"total\":\"84.51\"}");
  g_assert_cmpstr (((JpPrinted *) kept->pdata[0])->person, ==, "陈晓岚");
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);
  g_test_add ("/casework/check/whole", Fixture, NULL, set_up, test_whole, tear_down);
  for (gsize i = 0; i < G_N_ELEMENTS (tamperings); i++)
    {
      g_autofree char *path = g_strdup_printf ("/casework/check/tampered/%s", tamperings[i].name);

      g_test_add (path, Fixture, &tamperings[i], set_up, test_tampered, tear_down);
    }
  g_test_add ("/casework/print/kept", Fixture, NULL, set_up, test_printed_is_kept, tear_down);

  return g_test_run ();
}
