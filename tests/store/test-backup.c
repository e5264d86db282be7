/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-full-dossier.h"
#include "jp-store-attachments.h"
#include "jp-store-backup.h"
#include "jp-store-clusters.h"
#include "jp-store-test.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define A "11111111-1111-4111-8111-111111111111"
#define ABC_HASH "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

typedef struct
{
  char    *folder;
  char    *path;
  JpStore *store;
} Fixture;

static gboolean
put_attachment (JpTransaction *transaction, JpEntry *entry, gpointer data, GError **error)
{
  return jp_store_put_attachment (transaction, data, error);
}

static void
attach (Fixture *fixture, const char *content)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpAttachment) attachment = jp_attachment_new (A, "cluster", NULL, "附件.pdf");
  g_autofree char *source = jp_store_test_path (fixture->folder, "source.pdf");

  g_assert_true (g_file_set_contents (source, content, -1, NULL));
  g_assert_true (jp_store_take_in (fixture->store, source, attachment, &error));
  g_assert_no_error (error);
  jp_store_test_write (fixture->store, JP_ENTRY_WORK, put_attachment, attachment);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JpDossier) dossier = jp_full_dossier (A, "甲");

  fixture->folder = jp_store_test_folder ();
  fixture->path = jp_store_test_path (fixture->folder, "jiping.db");
  fixture->store = jp_store_test_create (fixture->path);
  jp_store_test_write (fixture->store, JP_ENTRY_WORK, jp_full_dossier_put, dossier);
  attach (fixture, "abc");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
  g_free (fixture->path);
  jp_store_test_drop (fixture->folder);
}

static GDateTime *
moment (const char *day, int hour)
{
  JpDate date = jp_test_date (day);
  guint year, month, day_of_month;

  jp_date_split (date, &year, &month, &day_of_month);
  return g_date_time_new_local ((int) year, (int) month, (int) day_of_month, hour, 0, 0);
}

static char *
keep (Fixture *fixture, const char *day, int hour)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = moment (day, hour);
  char *path;

  g_assert_true (jp_store_keep_backup (fixture->store, now, &path, NULL, &error));
  g_assert_no_error (error);
  return path;
}

static void
flip (const char *path, gsize at)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  memset (bytes + at, 0xff, 8);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
}

static guint
count_backups (Fixture *fixture)
{
  g_autoptr (GPtrArray) backups = jp_backup_list (fixture->path);

  return backups->len;
}

/* Copies. */

static void
test_copy_is_a_data_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = jp_store_test_path (fixture->folder, "copy.db");
  g_autofree char *beside = jp_store_test_path (fixture->folder, "copy.db-attachments/ba/" ABC_HASH);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  GStatBuf status;

  g_assert_true (jp_store_backup (fixture->store, copy, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (copy, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_true (g_file_test (beside, G_FILE_TEST_IS_REGULAR));
  before = jp_store_test_dump (fixture->path);
  after = jp_store_test_dump (copy);
  g_assert_cmpstr (before, ==, after);
  {
    g_autoptr (JpStore) opened = jp_store_test_open (copy);

    g_assert_cmpstr (jp_store_get_office (opened), ==, "city");
  }
}

static void
test_copy_replaces_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = jp_store_test_path (fixture->folder, "copy.db");
  g_autofree char *kept = NULL;

  g_assert_true (g_file_set_contents (copy, "别的东西", -1, NULL));
  g_assert_false (jp_store_backup (fixture->store, copy, NULL, &error));
  g_assert_error (error, JP_STORE_ERROR, JP_STORE_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (copy, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "别的东西");
}

/* Kept backups. */

static void
test_unchanged_keeps_none (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = keep (fixture, "2026-02-10", 9);
  g_autofree char *second = keep (fixture, "2026-02-11", 9);
  g_autofree char *third = NULL;
  g_autofree char *shared = jp_store_test_path (fixture->folder, "jiping.db-backups/attachments/ba/" ABC_HASH);

  g_assert_nonnull (first);
  g_assert_null (second);
  jp_store_test_figure (fixture->store, JP_ENTRY_WORK, A, 2026, 1);
  third = keep (fixture, "2026-02-12", 9);
  g_assert_nonnull (third);
  g_assert_cmpuint (count_backups (fixture), ==, 2);
  g_assert_true (g_file_test (shared, G_FILE_TEST_IS_REGULAR));
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = keep (fixture, "2026-02-10", 9);
  g_autofree char *second = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  const JpKeptBackup *newest;

  jp_store_test_figure (fixture->store, JP_ENTRY_WORK, A, 2026, 1);
  second = keep (fixture, "2026-02-10", 17);
  backups = jp_backup_list (fixture->path);
  g_assert_cmpuint (backups->len, ==, 2);
  newest = backups->pdata[0];
  g_assert_cmpstr (newest->path, ==, second);
  g_assert_cmpstr (newest->at, ==, "2026-02-10T17:00:00");
  jp_assert_date (newest->day, "2026-02-10");
  g_assert_cmpint (newest->seq, ==, 3);
}

static void
test_damaged_backup_is_made_anew (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = keep (fixture, "2026-02-10", 9);
  g_autofree char *second = NULL;

  flip (first, 8 * 4096 + 3);
  second = keep (fixture, "2026-02-11", 9);
  g_assert_nonnull (second);
}

/* PROMISES 3: a damaged file never replaces a good backup, nor thins one away. */
static void
test_damaged_file_costs_no_backup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) later = moment ("2031-02-10", 9);
  g_autofree char *first = keep (fixture, "2026-02-10", 9);
  g_autofree char *second = NULL;

  jp_store_test_figure (fixture->store, JP_ENTRY_WORK, A, 2026, 1);
  second = keep (fixture, "2026-02-11", 9);
  jp_store_test_figure (fixture->store, JP_ENTRY_WORK, A, 2026, 2);
  jp_store_close (fixture->store);
  jp_store_test_sql (fixture->path, "UPDATE journal SET summary = '改' WHERE seq = 1");
  g_clear_object (&fixture->store);
  fixture->store = jp_store_test_open (fixture->path);

  g_assert_false (jp_store_keep_backup (fixture->store, later, NULL, NULL, &error));
  g_assert_error (error, JP_STORE_ERROR, JP_STORE_ERROR_DAMAGED);
  g_assert_cmpuint (count_backups (fixture), ==, 2);
}

static void
test_thins_after_keeping (Fixture *fixture, gconstpointer data)
{
  static const char * const days[] = { "2024-01-05", "2024-01-20", "2026-02-01", "2026-02-02", "2026-02-10" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *path = NULL;

      jp_store_test_figure (fixture->store, JP_ENTRY_WORK, A, 2026, i + 1);
      path = keep (fixture, days[i], 9);
    }
  g_assert_cmpuint (count_backups (fixture), ==, 3); /* those of early 2024 are two years old and more */
}

/* Thinning, as it would be done on paper. */

typedef struct
{
  const char *name, *today;
  const char *days[8]; /* ascending; "-" before one that goes */
} ThinCase;

static const ThinCase thin_cases[] = {
  { "all-of-today", "2026-02-10", { "2026-02-10", "2026-02-10", "2026-02-10" } },
  { "newest-of-a-day", "2026-02-10", { "-2026-02-09", "2026-02-09", "2026-02-10" } },
  { "always-the-newest", "2026-02-10", { "-2019-01-01", "2019-01-02" } },
  { "thirteen-days-old-is-daily", "2026-02-10", { "2026-01-28", "2026-01-29", "2026-02-10" } },
  { "fourteen-days-old-is-weekly", "2026-02-10", { "-2026-01-26", "-2026-01-27", "2026-01-28", "2026-02-10" } },
  { "newest-of-a-week", "2026-02-10", { "-2026-01-19", "-2026-01-21", "2026-01-25", "2026-01-26", "2026-02-10" } },
  { "fifty-five-days-old-is-weekly", "2026-02-10", { "2025-12-17", "2025-12-22", "2026-02-10" } },
  { "fifty-six-days-old-is-monthly", "2026-02-10", { "-2025-12-09", "-2025-12-16", "2025-12-22", "2026-02-10" } },
  { "newest-of-a-month", "2026-02-10", { "-2025-06-01", "2025-06-30", "2025-07-31", "2026-02-10" } },
  { "twenty-three-months-old-stays", "2026-02-10", { "2024-03-31", "2026-02-10" } },
  { "twenty-four-months-old-goes", "2026-02-10", { "-2024-02-29", "2026-02-10" } },
  { "a-wrong-clock-costs-nothing", "2026-02-10", { "2026-02-09", "2027-01-01", "2027-01-01" } },
};

static void
test_thin (gconstpointer data)
{
  const ThinCase *c = data;
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (JpDate));
  g_autoptr (GArray) staying = NULL;

  for (guint i = 0; c->days[i] != NULL; i++)
    {
      JpDate day = jp_test_date (c->days[i] + (c->days[i][0] == '-'));

      g_array_append_val (days, day);
    }
  staying = jp_backup_thin (days, jp_test_date (c->today));
  g_assert_cmpuint (staying->len, ==, days->len);
  for (guint i = 0; i < days->len; i++)
    g_assert_cmpint (g_array_index (staying, gboolean, i), ==, c->days[i][0] != '-');
}

/* Three years of daily backups: thinning every day leaves a day of each of the last fourteen, eight weeks, 24
 * months. */
static void
test_thin_every_day (void)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (JpDate));
  JpDate last = jp_test_date ("2026-12-31");

  for (JpDate today = jp_test_date ("2024-01-01"); today <= last; today++)
    {
      g_autoptr (GArray) staying = NULL;

      g_array_append_val (days, today);
      staying = jp_backup_thin (days, today);
      for (guint i = days->len; i > 0; i--)
        if (!g_array_index (staying, gboolean, i - 1))
          g_array_remove_index (days, i - 1);
    }

  g_assert_cmpuint (days->len, >=, 14 + 6 + 22);
  g_assert_cmpuint (days->len, <=, 14 + 8 + 24);
  for (guint i = 0; i < 14; i++)
    g_assert_cmpuint (g_array_index (days, JpDate, days->len - 1 - i), ==, last - i);
  jp_assert_date (g_array_index (days, JpDate, 0), "2025-01-31");
}

/* Restoring. */

static const JpCheckNote *
find_note (GPtrArray *notes, const char *id)
{
  for (guint i = 0; i < notes->len; i++)
    if (g_str_equal (((const JpCheckNote *) notes->pdata[i])->id, id))
      return notes->pdata[i];

  g_assert_not_reached ();
}

static void
close_store (Fixture *fixture)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
}

static void
test_restore_keeps_the_present_aside (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = moment ("2026-02-11", 9);
  g_autofree char *before = jp_store_test_dump (fixture->path);
  g_autofree char *backup = keep (fixture, "2026-02-10", 9);
  g_autofree char *content = jp_store_attachment_path (fixture->store, ABC_HASH);
  g_autofree char *changed = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *restored = NULL;
  g_autofree char *kept = NULL;

  jp_store_test_figure (fixture->store, JP_ENTRY_WORK, A, 2026, 1);
  close_store (fixture);
  changed = jp_store_test_dump (fixture->path);
  g_unlink (content);

  g_assert_true (jp_backup_restore (backup, fixture->path, now, &aside, &error));
  g_assert_no_error (error);
  restored = jp_store_test_dump (fixture->path);
  kept = jp_store_test_dump (aside);
  g_assert_cmpstr (restored, ==, before);
  g_assert_cmpstr (kept, ==, changed);
  g_assert_true (g_file_test (content, G_FILE_TEST_IS_REGULAR));
  g_assert_true (g_file_test (backup, G_FILE_TEST_IS_REGULAR));
  fixture->store = jp_store_test_open (fixture->path);
}

static void
test_restore_over_a_damaged_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = moment ("2026-02-11", 9);
  g_autofree char *backup = keep (fixture, "2026-02-10", 9);
  g_autofree char *aside = NULL;
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);

  close_store (fixture);
  flip (fixture->path, 0);
  g_assert_true (g_file_set_contents (wal, "陈旧的日志", -1, NULL));
  g_assert_true (jp_backup_restore (backup, fixture->path, now, &aside, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
  fixture->store = jp_store_test_open (fixture->path);
}

static void
test_restore_where_there_was_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = moment ("2026-02-11", 9);
  g_autofree char *backup = keep (fixture, "2026-02-10", 9);
  g_autofree char *other = jp_store_test_path (fixture->folder, "other.db");
  g_autofree char *aside = NULL;
  g_autoptr (JpStore) opened = NULL;

  g_assert_true (jp_backup_restore (backup, other, now, &aside, &error));
  g_assert_null (aside);
  opened = jp_store_test_open (other);
}

/* An attachment lost from the backup does not keep the records from being restored. */
static void
test_restore_without_an_attachment (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = moment ("2026-02-11", 9);
  g_autofree char *backup = keep (fixture, "2026-02-10", 9);
  g_autofree char *shared = jp_store_test_path (fixture->folder, "jiping.db-backups/attachments/ba/" ABC_HASH);
  g_autofree char *other = jp_store_test_path (fixture->folder, "other.db");
  g_autoptr (JpStore) restored = NULL;
  g_autoptr (GPtrArray) notes = NULL;

  g_unlink (shared);
  g_assert_true (jp_backup_restore (backup, other, now, NULL, &error));
  g_assert_no_error (error);
  restored = jp_store_test_open (other);
  notes = jp_store_check (restored, NULL, &error);
  g_assert_cmpint (find_note (notes, "attachments")->state, ==, JP_CHECK_FAULT);
}

static void
assert_unchanged_by_restore (Fixture *fixture, const char *backup, JpStoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = moment ("2026-02-11", 9);
  g_autofree char *before = jp_store_test_dump (fixture->path);
  g_autofree char *after = NULL;
  g_autofree char *aside = NULL;

  g_assert_false (jp_backup_restore (backup, fixture->path, now, &aside, &error));
  g_assert_error (error, JP_STORE_ERROR, (int) code);
  g_assert_null (aside);
  after = jp_store_test_dump (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_restore_refuses_a_damaged_backup (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backup = keep (fixture, "2026-02-10", 9);

  close_store (fixture);
  flip (backup, 8 * 4096 + 3);
  assert_unchanged_by_restore (fixture, backup, JP_STORE_ERROR_DAMAGED);
}

static void
test_restore_refuses_an_open_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backup = keep (fixture, "2026-02-10", 9);

  assert_unchanged_by_restore (fixture, backup, JP_STORE_ERROR_BUSY);
}

static void
test_restore_refuses_a_missing_backup (Fixture *fixture, gconstpointer data)
{
  close_store (fixture);
  assert_unchanged_by_restore (fixture, "/nonexistent.db", JP_STORE_ERROR_IO);
}

static void
test_restore_refuses_strange_tables (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backup = keep (fixture, "2026-02-10", 9);

  close_store (fixture);
  jp_store_test_sql (backup, "CREATE TRIGGER t AFTER INSERT ON clusters BEGIN DELETE FROM figures; END");
  assert_unchanged_by_restore (fixture, backup, JP_STORE_ERROR_DAMAGED);
}

/* Checking. */

static void
assert_check (Fixture *fixture, const char *id, JpCheckState state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = jp_store_check (fixture->store, NULL, &error);
  const JpCheckNote *note;

  g_assert_no_error (error);
  note = find_note (notes, id);
  g_assert_cmpint (note->state, ==, state);
  g_assert_cmpuint (strlen (note->text), >, 10);
  g_assert_true ((note->advice == NULL) == (state == JP_CHECK_GOOD));
}

static void
test_check_says_all_is_well (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backup = NULL;

  assert_check (fixture, "backup", JP_CHECK_WARNING);
  backup = keep (fixture, "2026-02-10", 9);
  assert_check (fixture, "structure", JP_CHECK_GOOD);
  assert_check (fixture, "references", JP_CHECK_GOOD);
  assert_check (fixture, "journal", JP_CHECK_GOOD);
  assert_check (fixture, "attachments", JP_CHECK_GOOD);
  assert_check (fixture, "backup", JP_CHECK_GOOD);
}

static void
test_check_finds_faults (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backup = keep (fixture, "2026-02-10", 9);
  g_autofree char *content = jp_store_attachment_path (fixture->store, ABC_HASH);

  close_store (fixture);
  jp_store_test_sql (fixture->path,
                     "PRAGMA foreign_keys = OFF; DELETE FROM clusters; UPDATE journal SET person = '某' WHERE seq = 2");
  flip (backup, 8 * 4096 + 3);
  g_assert_true (g_file_set_contents (content, "abd", 3, NULL));
  fixture->store = jp_store_test_open (fixture->path);
  assert_check (fixture, "structure", JP_CHECK_GOOD);
  assert_check (fixture, "references", JP_CHECK_FAULT);
  assert_check (fixture, "journal", JP_CHECK_FAULT);
  assert_check (fixture, "attachments", JP_CHECK_FAULT);
  assert_check (fixture, "backup", JP_CHECK_FAULT);
  g_unlink (content);
  assert_check (fixture, "attachments", JP_CHECK_FAULT);
}

static void
test_check_finds_a_bad_index (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = NULL;

  close_store (fixture);
  jp_store_test_sql (
    fixture->path,
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, '(cluster, number)', '(cluster, "
    "ordinal)') "
    "WHERE name = 'use_entries_by_number'; PRAGMA writable_schema = RESET; INSERT INTO use_entries (cluster, id, "
    "owner, number,"
    " date, ordinal) VALUES ('" A
    "', 'x', 'city', 77, '2025-01-01', 1); PRAGMA writable_schema = ON; UPDATE sqlite_schema "
    "SET sql = replace (sql, '(cluster, ordinal)', '(cluster, number)') WHERE name = 'use_entries_by_number'");
  fixture->store = jp_store_test_open (fixture->path);
  assert_check (fixture, "structure", JP_CHECK_FAULT);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/store/backup/copy-is-a-data-file", test_copy_is_a_data_file },
    { "/store/backup/copy-replaces-nothing", test_copy_replaces_nothing },
    { "/store/backup/unchanged-keeps-none", test_unchanged_keeps_none },
    { "/store/backup/list-newest-first", test_list },
    { "/store/backup/damaged-backup-is-made-anew", test_damaged_backup_is_made_anew },
    { "/store/backup/damaged-file-costs-no-backup", test_damaged_file_costs_no_backup },
    { "/store/backup/thins-after-keeping", test_thins_after_keeping },
    { "/store/restore/keeps-the-present-aside", test_restore_keeps_the_present_aside },
    { "/store/restore/over-a-damaged-file", test_restore_over_a_damaged_file },
    { "/store/restore/where-there-was-nothing", test_restore_where_there_was_nothing },
    { "/store/restore/without-an-attachment", test_restore_without_an_attachment },
    { "/store/restore/refuses-a-damaged-backup", test_restore_refuses_a_damaged_backup },
    { "/store/restore/refuses-an-open-file", test_restore_refuses_an_open_file },
    { "/store/restore/refuses-a-missing-backup", test_restore_refuses_a_missing_backup },
    { "/store/restore/refuses-strange-tables", test_restore_refuses_strange_tables },
    { "/store/check/says-all-is-well", test_check_says_all_is_well },
    { "/store/check/finds-faults", test_check_finds_faults },
    { "/store/check/finds-a-bad-index", test_check_finds_a_bad_index },
  };

  jp_store_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  for (gsize i = 0; i < G_N_ELEMENTS (thin_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/backup/thin/%s", thin_cases[i].name);

      g_test_add_data_func (path, &thin_cases[i], test_thin);
    }
  g_test_add_func ("/store/backup/thin/every-day-for-three-years", test_thin_every_day);

  return g_test_run ();
}
