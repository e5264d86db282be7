/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-schema.h"

#include "jp-store-file.h"
#include "jp-store-resources.h"

#include <glib/gi18n-lib.h>

/* The steps in order; a released one is never changed, a new one is added with its number below. */
static const char * const step_names[JP_SCHEMA_VERSION] = {
  "0001-first",
  "0002-attachment-kinds",
};

static const char * const kept_out_of_changesets[] = {
  "settings", "journal", "journal_head", "journal_clusters", "cluster_order", NULL
};

static char *
load_step (const char *name)
{
  g_autofree char *path = g_strconcat ("/org/jiping/Jiping/store/sql/", name, ".sql", NULL);
  g_autoptr (GBytes) bytes
    = g_resource_lookup_data (jp_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize size;

  if (bytes == NULL)
    g_error ("The program lacks its own schema step %s", name);

  return g_strndup (g_bytes_get_data (bytes, &size), g_bytes_get_size (bytes));
}

/**
 * jp_schema_chain:
 *
 * Returns: the migrations this program knows
 */
const JpSchemaChain *
jp_schema_chain (void)
{
  static char *steps[JP_SCHEMA_VERSION];
  static const JpSchemaChain chain = { (const char * const *) steps, JP_SCHEMA_VERSION };
  static gsize loaded;

  if (g_once_init_enter (&loaded))
    {
      for (int i = 0; i < JP_SCHEMA_VERSION; i++)
        steps[i] = load_step (step_names[i]);
      g_once_init_leave (&loaded, 1);
    }

  return &chain;
}

/**
 * jp_schema_version:
 * @db: a connection
 * @version: (out): the schema of the file, 0 for one just made
 * @error: return location
 *
 * Returns: whether it could be read
 */
gboolean
jp_schema_version (JpDb *db, int *version, GError **error)
{
  gint64 value;

  if (!jp_db_get_int (db, "PRAGMA user_version", &value, error))
    return FALSE;

  *version = (int) value;
  return TRUE;
}

static gboolean
check_foreign_keys (JpDb *db, GError **error)
{
  sqlite3_stmt *rows = jp_db_prepare (db, "PRAGMA foreign_key_check", error);
  int more = rows != NULL ? jp_db_step (db, rows, error) : -1;

  if (more > 0)
    {
      g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_DAMAGED,
                   _("The data file could not be brought to the new version: rows of “%s” would be left without "
                     "what they belong to. The file is as it was; keep using the old version."),
                   (const char *) sqlite3_column_text (rows, 0));
      jp_db_finish (rows);
    }

  return more == 0;
}

/* Inside the transaction: another program may have migrated the file while this one waited for its turn. */
static gboolean
apply_step (JpDb *db, const JpSchemaChain *chain, int step, GError **error)
{
  g_autofree char *version = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;",
                                              JP_STORE_FILE_APPLICATION_ID, step + 1);
  int present;

  if (!jp_schema_version (db, &present, error))
    return FALSE;

  return present > step
         || (jp_db_exec (db, chain->steps[step], error) && check_foreign_keys (db, error)
             && jp_db_exec (db, version, error));
}

static gboolean
run_step (JpDb *db, const JpSchemaChain *chain, int step, GError **error)
{
  if (!jp_db_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;

  if (apply_step (db, chain, step, error) && jp_db_exec (db, "COMMIT", error))
    return TRUE;

  jp_db_exec (db, "ROLLBACK", NULL);
  return FALSE;
}

/**
 * jp_schema_migrate:
 * @db: a writing connection, outside a transaction
 * @chain: the migrations
 * @error: return location
 *
 * Brings a file to the newest schema, one transaction a step, so that an interrupted migration starts again at the
 * step it was in. Foreign keys are off meanwhile: with them on, rebuilding a parent table would lose its children.
 *
 * Returns: whether the file now has the newest schema
 */
gboolean
jp_schema_migrate (JpDb *db, const JpSchemaChain *chain, GError **error)
{
  gboolean done = TRUE;
  int version;

  if (!jp_schema_version (db, &version, error) || !jp_db_exec (db, "PRAGMA foreign_keys = OFF", error))
    return FALSE;

  for (int step = version; step < chain->n_steps && done; step++)
    done = run_step (db, chain, step, error);

  return jp_db_exec (db, "PRAGMA foreign_keys = ON", done ? error : NULL) && done;
}

static gboolean
describe (JpDb *db, char **text, GError **error)
{
  return jp_db_get_text (db,
                         "SELECT group_concat (type || ' ' || name || ' ' || sql, char (10)) FROM "
                         "(SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name)",
                         text, error);
}

/**
 * jp_schema_matches:
 * @db: a connection to a file of the newest schema
 * @chain: the migrations
 * @matches: (out): whether it is what they make
 * @error: return location
 *
 * Compares the file's schema with one made afresh. A file from elsewhere brings no trigger of its own, and a damaged
 * name is found before a statement stumbles over it.
 *
 * Returns: whether they could be compared
 */
gboolean
jp_schema_matches (JpDb *db, const JpSchemaChain *chain, gboolean *matches, GError **error)
{
  g_autoptr (JpDb) fresh = jp_db_open (":memory:", JP_DB_WRITE, error);
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;

  if (fresh == NULL)
    return FALSE;
  for (int step = 0; step < chain->n_steps; step++)
    if (!jp_db_exec (fresh, chain->steps[step], error))
      return FALSE;
  if (!describe (fresh, &expected, error) || !describe (db, &found, error))
    return FALSE;

  *matches = g_strcmp0 (expected, found) == 0;
  return TRUE;
}

/**
 * jp_schema_journaled:
 * @table: a table's name
 *
 * Returns: whether changes of @table belong into the journal's changesets
 */
gboolean
jp_schema_journaled (const char *table)
{
  return !g_strv_contains (kept_out_of_changesets, table);
}
