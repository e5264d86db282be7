/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-full-dossier.h"
#include "jp-store-attachments.h"
#include "jp-store-backup.h"
#include "jp-store-test.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define A "11111111-1111-4111-8111-111111111111"
#define ABC_HASH "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

typedef struct
{
  char      *folder;
  char      *path;
  char      *zip;
  char      *target;
  GDateTime *now;
  JpStore   *store;
} Fixture;

static gboolean
put_attachment (JpTransaction *transaction, JpEntry *entry, gpointer data, GError **error)
{
  return jp_store_put_attachment (transaction, data, error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JpDossier) dossier = jp_full_dossier (A, "甲");
  g_autoptr (JpAttachment) attachment = jp_attachment_new (A, "cluster", NULL, "附件.pdf");
  g_autofree char *source = NULL;

  fixture->folder = jp_store_test_folder ();
  fixture->path = jp_store_test_path (fixture->folder, "jiping.db");
  fixture->zip = jp_store_test_path (fixture->folder, "backup.zip");
  fixture->target = jp_store_test_path (fixture->folder, "target.db");
  fixture->now = g_date_time_new_local (2026, 2, 10, 9, 30, 0);
  fixture->store = jp_store_test_create (fixture->path);
  source = jp_store_test_path (fixture->folder, "source.pdf");
  g_assert_true (g_file_set_contents (source, "abc", 3, NULL));
  g_assert_true (jp_store_take_in (fixture->store, source, attachment, NULL));
  jp_store_test_write (fixture->store, JP_ENTRY_WORK, jp_full_dossier_put, dossier);
  jp_store_test_write (fixture->store, JP_ENTRY_WORK, put_attachment, attachment);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
  g_date_time_unref (fixture->now);
  g_free (fixture->path);
  g_free (fixture->zip);
  g_free (fixture->target);
  jp_store_test_drop (fixture->folder);
}

static void
write_zip (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (jp_store_archive (fixture->store, fixture->zip, fixture->now, NULL, &error));
  g_assert_no_error (error);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

/* Everything below the folder, to show that a refusal leaves nothing anywhere. */
static void
list_tree (const char *folder, GString *list)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_string_append_printf (list, "%s\n", (const char *) names->pdata[i]);
      list_tree (names->pdata[i], list);
    }
}

static void
assert_refused (Fixture *fixture, JpStoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) after = g_string_new (NULL);
  g_autofree char *aside = NULL;

  list_tree (fixture->folder, before);
  g_assert_false (jp_archive_restore (fixture->zip, fixture->target, fixture->now, &aside, &error));
  g_assert_error (error, JP_STORE_ERROR, (int) code);
  list_tree (fixture->folder, after);
  g_assert_cmpstr (before->str, ==, after->str);
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *content = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (JpStore) restored = NULL;
  GStatBuf status;

  write_zip (fixture);
  g_assert_cmpint (g_stat (fixture->zip, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_true (jp_archive_restore (fixture->zip, fixture->target, fixture->now, &aside, &error));
  g_assert_no_error (error);
  g_assert_null (aside);

  before = jp_store_test_dump (fixture->path);
  after = jp_store_test_dump (fixture->target);
  g_assert_cmpstr (before, ==, after);
  restored = jp_store_test_open (fixture->target);
  content = jp_store_attachment_path (restored, ABC_HASH);
  g_assert_true (g_file_get_contents (content, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, "abc");
}

static void
test_present_file_is_kept_aside (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *before = NULL;
  g_autofree char *kept = NULL;

  write_zip (fixture);
  jp_store_test_figure (fixture->store, JP_ENTRY_WORK, A, 2026, 1);
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  before = jp_store_test_dump (fixture->path);
  g_assert_true (jp_archive_restore (fixture->zip, fixture->path, fixture->now, &aside, &error));
  g_assert_no_error (error);
  kept = jp_store_test_dump (aside);
  g_assert_cmpstr (before, ==, kept);
  fixture->store = jp_store_test_open (fixture->path);
}

static void
test_replaces_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  write_zip (fixture);
  g_assert_false (jp_store_archive (fixture->store, fixture->zip, fixture->now, NULL, &error));
  g_assert_error (error, JP_STORE_ERROR, JP_STORE_ERROR_EXISTS);
}

static void
test_damaged_attachment_is_said (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *content = jp_store_attachment_path (fixture->store, ABC_HASH);

  g_assert_true (g_file_set_contents (content, "abd", 3, NULL));
  g_assert_false (jp_store_archive (fixture->store, fixture->zip, fixture->now, NULL, &error));
  g_assert_error (error, JP_STORE_ERROR, JP_STORE_ERROR_DAMAGED);
  g_assert_false (g_file_test (fixture->zip, G_FILE_TEST_EXISTS));
}

static void
test_cut_at_any_place (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  write_zip (fixture);
  g_assert_true (g_file_get_contents (fixture->zip, &bytes, &length, NULL));
  for (gsize cut = 0; cut < length; cut += 1 + length / 40)
    {
      g_assert_true (g_file_set_contents (fixture->zip, bytes, (gssize) cut, NULL));
      assert_refused (fixture, JP_STORE_ERROR_DAMAGED);
    }
}

/* Bytes changed at random: refused, or (in a date, say) of no consequence; never a crash, never another content. */
static void
test_changed_bytes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  g_autofree char *original = jp_store_test_dump (fixture->path);
  gsize length;

  write_zip (fixture);
  g_assert_true (g_file_get_contents (fixture->zip, &bytes, &length, NULL));
  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (GError) error = NULL;
      gsize at = i < 40 ? i : (gsize) g_test_rand_int_range (0, (gint32) length);
      char kept = bytes[at];

      bytes[at] = (char) (bytes[at] ^ (1 << (i % 8)));
      g_assert_true (g_file_set_contents (fixture->zip, bytes, (gssize) length, NULL));
      bytes[at] = kept;
      g_unlink (fixture->target);
      if (jp_archive_restore (fixture->zip, fixture->target, fixture->now, NULL, &error))
        {
          g_autofree char *restored = jp_store_test_dump (fixture->target);

          g_assert_cmpstr (restored, ==, original);
        }
      else
        g_assert_true (error->domain == JP_STORE_ERROR);
    }
}

/* Hostile archives, made by hand. */

static char *
sha256 (const char *bytes, gsize length)
{
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);
}

static void
add_entry (struct archive *zip, const char *name, unsigned type, const char *bytes, gsize length)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, type);
  archive_entry_set_perm (entry, 0600);
  archive_entry_set_size (entry, (la_int64_t) (type == AE_IFREG ? length : 0));
  if (type == AE_IFLNK)
    archive_entry_set_symlink (entry, bytes);
  g_assert_cmpint (archive_write_header (zip, entry), ==, ARCHIVE_OK);
  if (type == AE_IFREG)
    g_assert_cmpint (archive_write_data (zip, bytes, length), ==, length);
  archive_entry_free (entry);
}

typedef struct
{
  const char *name;
  const char *manifest; /* %s: hash of the database, %d: its size; NULL: no manifest */
  const char *entries[4]; /* "=" the database, "@" + link, else an entry of "abc" with this name */
  JpStoreError code;
} HostileCase;

#define LIST(files) "{\"format\":\"jiping-backup\",\"version\":1,\"at\":\"2026\",\"files\":[" files "]}"
#define DB "{\"name\":\"jiping.db\",\"size\":%d,\"sha256\":\"%s\"}"
#define ABC ",{\"name\":\"attachments/" ABC_HASH "\",\"size\":3,\"sha256\":\"" ABC_HASH "\"}"
#define ABC_ENTRY "attachments/" ABC_HASH

static const HostileCase hostile_cases[] = {
  { "no-list", NULL, { "=" }, JP_STORE_ERROR_DAMAGED },
  { "empty-list", LIST (""), { "=" }, JP_STORE_ERROR_DAMAGED },
  { "list-is-no-json", "{{{", { "=" }, JP_STORE_ERROR_DAMAGED },
  { "list-is-deep",
    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
    { "=" },
    JP_STORE_ERROR_DAMAGED },
  { "other-format", "{\"format\":\"zip\",\"version\":1,\"files\":[]}", { "=" }, JP_STORE_ERROR_DAMAGED },
  { "newer-format", "{\"format\":\"jiping-backup\",\"version\":2,\"files\":[]}", { "=" }, JP_STORE_ERROR_NEWER },
  { "files-are-no-list", "{\"format\":\"jiping-backup\",\"version\":1,\"files\":7}", { "=" }, JP_STORE_ERROR_DAMAGED },
  { "file-is-no-object", LIST ("7"), { "=" }, JP_STORE_ERROR_DAMAGED },
  { "negative-size",
    LIST (DB ",{\"name\":\"" ABC_ENTRY "\",\"size\":-3,\"sha256\":\"" ABC_HASH "\"}"),
    { "=", ABC_ENTRY },
    JP_STORE_ERROR_DAMAGED },
  { "size-is-a-text",
    LIST (DB ",{\"name\":\"" ABC_ENTRY "\",\"size\":\"3\",\"sha256\":\"" ABC_HASH "\"}"),
    { "=", ABC_ENTRY },
    JP_STORE_ERROR_DAMAGED },
  { "way-up-in-the-list",
    LIST (DB ",{\"name\":\"../evil\",\"size\":3,\"sha256\":\"" ABC_HASH "\"}"),
    { "=", "../evil" },
    JP_STORE_ERROR_DAMAGED },
  { "way-up-under-attachments",
    LIST (DB ",{\"name\":\"attachments/../../evil\",\"size\":3,\"sha256\":\"" ABC_HASH "\"}"),
    { "=", "attachments/../../evil" },
    JP_STORE_ERROR_DAMAGED },
  { "way-up-in-the-zip", LIST (DB ABC), { "=", "../" ABC_ENTRY }, JP_STORE_ERROR_DAMAGED },
  { "absolute-name", LIST (DB), { "=", "/tmp/evil" }, JP_STORE_ERROR_DAMAGED },
  { "link", LIST (DB ABC), { "=", "@" ABC_ENTRY }, JP_STORE_ERROR_DAMAGED },
  { "hash-is-a-path",
    LIST (DB ",{\"name\":\"attachments/../../../etc/passwd\",\"size\":3,\"sha256\":\"../../../etc/passwd\"}"),
    { "=" },
    JP_STORE_ERROR_DAMAGED },
  { "not-on-the-list", LIST (DB), { "=", ABC_ENTRY }, JP_STORE_ERROR_DAMAGED },
  { "missing", LIST (DB ABC), { "=" }, JP_STORE_ERROR_DAMAGED },
  { "twice-on-the-list", LIST (DB ABC ABC), { "=", ABC_ENTRY }, JP_STORE_ERROR_DAMAGED },
  { "twice-in-the-zip", LIST (DB ABC), { "=", ABC_ENTRY, ABC_ENTRY }, JP_STORE_ERROR_DAMAGED },
  { "no-data-file",
    LIST ("{\"name\":\"" ABC_ENTRY "\",\"size\":3,\"sha256\":\"" ABC_HASH "\"}"),
    { ABC_ENTRY },
    JP_STORE_ERROR_DAMAGED },
  { "data-file-missing-in-the-zip", LIST (DB ABC), { ABC_ENTRY }, JP_STORE_ERROR_DAMAGED },
  { "attachment-of-the-record-missing", LIST (DB), { "=" }, JP_STORE_ERROR_DAMAGED },
  { "bomb",
    LIST ("{\"name\":\"jiping.db\",\"size\":7000000000,\"sha256\":\"" ABC_HASH "\"}"),
    { "=" },
    JP_STORE_ERROR_DAMAGED },
  { "huge-attachment",
    LIST (DB ",{\"name\":\"" ABC_ENTRY "\",\"size\":999999999999,\"sha256\":\"" ABC_HASH "\"}"),
    { "=", ABC_ENTRY },
    JP_STORE_ERROR_DAMAGED },
  { "larger-than-listed",
    LIST (DB ",{\"name\":\"" ABC_ENTRY "\",\"size\":2,\"sha256\":\"" ABC_HASH "\"}"),
    { "=", ABC_ENTRY },
    JP_STORE_ERROR_DAMAGED },
  { "smaller-than-listed",
    LIST (DB ",{\"name\":\"" ABC_ENTRY "\",\"size\":4,\"sha256\":\"" ABC_HASH "\"}"),
    { "=", ABC_ENTRY },
    JP_STORE_ERROR_DAMAGED },
  { "wrong-hash",
    LIST (DB ",{\"name\":\"attachments/0000000000000000000000000000000000000000000000000000000000000000\",\"size\":3,"
             "\"sha256\":\"0000000000000000000000000000000000000000000000000000000000000000\"}"),
    { "=", "attachments/0000000000000000000000000000000000000000000000000000000000000000" },
    JP_STORE_ERROR_DAMAGED },
};

/* Fills the list's places for the size and hash of the database, where it has them. */
static char *
fill_manifest (const char *manifest, const char *bytes, gsize length)
{
  g_autofree char *hash = sha256 (bytes, length);
  g_autofree char *size = g_strdup_printf ("%" G_GSIZE_FORMAT, length);
  g_auto (GStrv) at_size = g_strsplit (manifest, "%d", -1);
  g_autofree char *sized = g_strjoinv (size, at_size);
  g_auto (GStrv) at_hash = g_strsplit (sized, "%s", -1);

  return g_strjoinv (hash, at_hash);
}

static void
write_hostile (Fixture *fixture, const HostileCase *c)
{
  g_autofree char *copy = jp_store_test_path (fixture->folder, "copy.db");
  g_autofree char *bytes = NULL;
  struct archive *zip = archive_write_new ();
  gsize length;

  g_assert_true (jp_store_backup (fixture->store, copy, NULL, NULL));
  g_assert_true (g_file_get_contents (copy, &bytes, &length, NULL));
  archive_write_set_format_zip (zip);
  g_assert_cmpint (archive_write_open_filename (zip, fixture->zip), ==, ARCHIVE_OK);
  if (c->manifest != NULL)
    {
      g_autofree char *manifest = fill_manifest (c->manifest, bytes, length);

      add_entry (zip, "manifest.json", AE_IFREG, manifest, strlen (manifest));
    }
  for (guint i = 0; c->entries[i] != NULL; i++)
    {
      if (c->entries[i][0] == '=')
        add_entry (zip, "jiping.db", AE_IFREG, bytes, length);
      else if (c->entries[i][0] == '@')
        add_entry (zip, c->entries[i] + 1, AE_IFLNK, "/etc/passwd", 0);
      else
        add_entry (zip, c->entries[i], AE_IFREG, "abc", 3);
    }
  g_assert_cmpint (archive_write_close (zip), ==, ARCHIVE_OK);
  archive_write_free (zip);
}

static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  const HostileCase *c = data;

  write_hostile (fixture, c);
  assert_refused (fixture, c->code);
}

/* The same by hand, but honest: what the hostile ones differ from. */
static void
test_honest (Fixture *fixture, gconstpointer data)
{
  static const HostileCase honest = { "honest", LIST (DB ABC), { "=", ABC_ENTRY }, JP_STORE_ERROR_SQL };
  g_autoptr (GError) error = NULL;

  write_hostile (fixture, &honest);
  g_assert_true (jp_archive_restore (fixture->zip, fixture->target, fixture->now, NULL, &error));
  g_assert_no_error (error);
}

static void
test_other_files (Fixture *fixture, gconstpointer data)
{
  g_assert_true (g_file_set_contents (fixture->zip, "不是压缩包", -1, NULL));
  assert_refused (fixture, JP_STORE_ERROR_DAMAGED);
  g_unlink (fixture->zip);
  assert_refused (fixture, JP_STORE_ERROR_IO);
  g_mkdir (fixture->zip, 0700);
  assert_refused (fixture, JP_STORE_ERROR_IO);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/store/archive/round-trip", test_round_trip },
    { "/store/archive/present-file-is-kept-aside", test_present_file_is_kept_aside },
    { "/store/archive/replaces-nothing", test_replaces_nothing },
    { "/store/archive/damaged-attachment-is-said", test_damaged_attachment_is_said },
    { "/store/archive/cut-at-any-place", test_cut_at_any_place },
    { "/store/archive/changed-bytes", test_changed_bytes },
    { "/store/archive/other-files", test_other_files },
    { "/store/archive/honest", test_honest },
  };

  jp_store_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  for (gsize i = 0; i < G_N_ELEMENTS (hostile_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/archive/hostile/%s", hostile_cases[i].name);

      g_test_add (path, Fixture, &hostile_cases[i], set_up, test_hostile, tear_down);
    }

  return g_test_run ();
}
