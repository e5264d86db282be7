/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-store-test.h"

#include "jp-db.h"
#include "jp-resources.h"
#include "jp-schema.h"
#include "jp-store-clusters.h"

#include <glib/gstdio.h>
#include <unistd.h>

/* What is tested is what SQLite is told, not the disk; thousands of real confirmations take their time. */
void
jp_store_test_init (int *argc, char ***argv)
{
  if (g_getenv ("TMPDIR") == NULL && g_access ("/dev/shm", W_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", TRUE);
  jp_test_init (argc, argv);
}

char *
jp_store_test_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("jp-store-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static void
remove_tree (const char *path)
{
  GDir *dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_remove (path);
}

void
jp_store_test_drop (char *folder)
{
  remove_tree (folder);
  g_free (folder);
}

char *
jp_store_test_path (const char *folder, const char *name)
{
  return g_build_filename (folder, name, NULL);
}

JpStore *
jp_store_test_create (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pack = jp_resources_lookup (JP_RESOURCE_PACK);
  JpStoreSettings settings
    = { JP_OFFICE_CITY, g_bytes_get_data (pack, NULL), NULL, jp_test_date ("2025-01-01"), FALSE };
  JpStore *store = jp_store_create (path, &settings, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

JpStore *
jp_store_test_open (const char *path)
{
  g_autoptr (GError) error = NULL;
  JpStore *store = jp_store_open (path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

void
jp_store_test_refused (const char *path, JpStoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpStore) store = jp_store_open (path, &error);

  g_assert_error (error, JP_STORE_ERROR, (int) code);
  g_assert_null (store);
  g_assert_cmpuint (strlen (error->message), >, 20);
}

JpEntry *
jp_store_test_entry (JpEntryKind kind, const char *summary)
{
  JpEntry *entry = jp_entry_new (kind, kind == JP_ENTRY_ACT ? "act.recognise" : "figures", "林晓", JP_OFFICE_CITY,
                                 "2026-02-10T09:30:00");

  entry->summary = g_strdup (summary);
  return entry;
}

gint64
jp_store_test_write (JpStore *store, JpEntryKind kind, JpStoreWork work, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpEntry) entry = jp_store_test_entry (kind, NULL);

  jp_store_write (store, entry, work, data, &error);
  g_assert_no_error (error);
  return entry->seq;
}

static gboolean
put_name (JpTransaction *transaction, JpEntry *entry, gpointer data, GError **error)
{
  const char **pair = data;
  g_autoptr (JpDossier) dossier = jp_dossier_new (pair[0], pair[1]);

  entry->summary = g_strdup_printf ("登记%s", pair[1]);
  return jp_store_put_cluster (transaction, dossier, error);
}

gint64
jp_store_test_name (JpStore *store, JpEntryKind kind, const char *id, const char *name)
{
  const char *pair[] = { id, name };

  return jp_store_test_write (store, kind, put_name, pair);
}

typedef struct
{
  const char *id;
  int         year;
  gint64      value;
} Figure;

static gboolean
put_figure (JpTransaction *transaction, JpEntry *entry, gpointer data, GError **error)
{
  const Figure *figure = data;
  g_autoptr (JpFigures) figures = jp_figures_new (figure->year);

  jp_figures_set (figures, "output", figure->value);
  entry->summary = g_strdup_printf ("填报%d年度指标", figure->year);
  return jp_store_put_figures (transaction, figure->id, figures, error);
}

gint64
jp_store_test_figure (JpStore *store, JpEntryKind kind, const char *id, int year, gint64 value)
{
  Figure figure = { id, year, value };

  return jp_store_test_write (store, kind, put_figure, &figure);
}

static JpDb *
open_db (const char *path)
{
  g_autoptr (GError) error = NULL;
  JpDb *db = jp_db_open (path, JP_DB_WRITE, &error);

  g_assert_no_error (error);
  return db;
}

void
jp_store_test_sql (const char *path, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpDb) db = open_db (path);

  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  jp_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

char *
jp_store_test_text (const char *path, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpDb) db = open_db (path);
  char *text;

  jp_db_get_text (db, g_intern_string (sql), &text, &error);
  g_assert_no_error (error);
  return text;
}

static void
dump_table (JpDb *db, const char *table, GString *dump)
{
  g_autofree char *columns_sql = g_strdup_printf ("SELECT group_concat (name) FROM pragma_table_info ('%s')", table);
  g_autofree char *columns = NULL;
  g_autofree char *sql = NULL;
  sqlite3_stmt *row;
  int code;

  g_assert_true (jp_db_get_text (db, g_intern_string (columns_sql), &columns, NULL));
  sql = g_strdup_printf ("SELECT * FROM %s ORDER BY %s", table, columns);
  g_string_append_printf (dump, "-- %s\n", table);
  sqlite3_prepare_v2 (db->handle, sql, -1, &row, NULL);
  while ((code = sqlite3_step (row)) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (row); i++)
        g_string_append_printf (dump, "%s%s", i > 0 ? "|" : "",
                                sqlite3_column_type (row, i) == SQLITE_NULL
                                  ? "NULL"
                                  : (const char *) sqlite3_column_text (row, i));
      g_string_append_c (dump, '\n');
    }
  g_assert_cmpint (code, ==, SQLITE_DONE);
  sqlite3_finalize (row);
}

char *
jp_store_test_dump (const char *path)
{
  g_autoptr (JpDb) db = open_db (path);
  GString *dump = g_string_new (NULL);
  sqlite3_stmt *row;

  sqlite3_prepare_v2 (db->handle, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", -1, &row, NULL);
  while (sqlite3_step (row) == SQLITE_ROW)
    if (jp_schema_journaled ((const char *) sqlite3_column_text (row, 0)))
      dump_table (db, (const char *) sqlite3_column_text (row, 0), dump);
  sqlite3_finalize (row);

  return g_string_free (dump, FALSE);
}
