/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-store-open.h"

#include "jp-backup-private.h"
#include "jp-schema.h"
#include "jp-search-key.h"
#include "jp-store-file.h"
#include "jp-store-private.h"
#include "jp-store-rules.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

gboolean
jp_settings_set (JpDb *db, const char *key, const char *value, GError **error)
{
  return jp_db_run (db,
                    "INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
                    error, "ss", key, value);
}

/* @value is NULL where the setting was never made. */
gboolean
jp_settings_get (JpDb *db, const char *key, char **value, GError **error)
{
  sqlite3_stmt *row = jp_db_query (db, "SELECT value FROM settings WHERE key = ?", error, "s", key);
  int more = row != NULL ? jp_db_step (db, row, error) : -1;

  *value = more > 0 ? jp_row_text (row, 0) : NULL;
  if (more > 0)
    jp_db_finish (row);

  return more >= 0;
}

static gboolean
refuse_newer (JpDb *db, GError **error)
{
  g_autofree char *name = g_filename_display_name (db->path);

  g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_NEWER,
               _("“%s” was made by a newer version of Jiping. Update this program to open it; nothing was changed."),
               name);
  return FALSE;
}

static gboolean
refuse_damaged (const char *path, const char *finding, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_DAMAGED,
               _("“%s” is damaged (%s). Keep it as it is and restore the latest backup."), name, finding);
  return FALSE;
}

static gboolean
refuse_read_only (JpDb *db, GError **error)
{
  jp_db_set_error (db, SQLITE_READONLY, error);
  return FALSE;
}

static gboolean
check_version (JpDb *db, int newest, GError **error)
{
  int version;

  if (!jp_schema_version (db, &version, error))
    return FALSE;
  if (version > newest)
    return refuse_newer (db, error);
  if (version < 1)
    return refuse_damaged (db->path, _("its version is missing"), error);

  return TRUE;
}

/**
 * jp_store_check_structure:
 * @db: a connection
 * @thoroughly: whether indexes and references are checked too
 * @error: return location for a [enum@Jp.StoreError]
 *
 * Asks SQLite whether the file's structure is whole; it answers with "ok" or with the first fault.
 *
 * Returns: whether it is
 */
gboolean
jp_store_check_structure (JpDb *db, gboolean thoroughly, GError **error)
{
  g_autofree char *answer = NULL;
  g_autofree char *orphan = NULL;

  if (!jp_db_get_text (db, thoroughly ? "PRAGMA integrity_check (1)" : "PRAGMA quick_check (1)", &answer, error))
    return FALSE;
  if (g_strcmp0 (answer, "ok") != 0)
    return refuse_damaged (db->path, answer, error);

  if (thoroughly && !jp_db_get_text (db, "PRAGMA foreign_key_check", &orphan, error))
    return FALSE;
  if (orphan != NULL)
    return refuse_damaged (db->path, orphan, error);

  return TRUE;
}

/* After an unclean end the log may belong to another file, so the journal's chain is walked as well. */
static gboolean
check_content (JpDb *db, gboolean unclean, GError **error)
{
  return jp_store_check_structure (db, unclean, error) && (!unclean || jp_journal_verify (db, NULL, NULL, error));
}

/* A copy as it was, kept beside the file before the first change of a migration. One that was made within this second
 * is of a try that was broken off, and as good. */
static gboolean
keep_copy_before_migration (JpDb *db, int version, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%d-%H%M%S");
  g_autofree char *copy = g_strdup_printf ("%s.schema%d-%s", db->path, version, stamp);

  if (jp_backup_copy (db, copy, &local) || g_error_matches (local, JP_STORE_ERROR, JP_STORE_ERROR_EXISTS))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Changesets of an older schema cannot be taken back in a newer one: undo ends at the migration, once it is done. */
static gboolean
forget_undo (JpDb *db, int version, GError **error)
{
  g_autofree char *key = g_strdup_printf ("undo-floor-%d", version);
  g_autofree char *floor = NULL;
  gint64 head;

  if (!jp_journal_head (db, &head, error))
    return FALSE;

  floor = g_strdup_printf ("%" G_GINT64_FORMAT, head);
  return jp_settings_set (db, key, floor, error);
}

static gboolean
migrate (JpDb *db, const JpSchemaChain *chain, GError **error)
{
  int version;

  if (!jp_schema_version (db, &version, error))
    return FALSE;
  if (version == chain->n_steps)
    return TRUE;

  return keep_copy_before_migration (db, version, error)
         && forget_undo (db, chain->n_steps, error)
         && jp_schema_migrate (db, chain, error);
}

/* Over a network a write-ahead log does not work: its index would have to be shared memory. */
static gboolean
set_journal_mode (JpDb *db, gboolean remote, GError **error)
{
  g_autofree char *mode = NULL;

  return jp_db_get_text (db, remote ? "PRAGMA journal_mode = DELETE" : "PRAGMA journal_mode = WAL", &mode, error)
         && (!remote || jp_db_exec (db, "PRAGMA locking_mode = NORMAL; SELECT 1 FROM settings;", error));
}

static gboolean
check_schema (JpDb *db, const JpSchemaChain *chain, GError **error)
{
  gboolean matches;

  if (!jp_schema_matches (db, chain, &matches, error))
    return FALSE;

  return matches || refuse_damaged (db->path, _("its tables are not as they should be"), error);
}

static gboolean
check_and_migrate (JpDb *db, gboolean remote, gboolean unclean, const JpSchemaChain *chain, GError **error)
{
  if ((remote && !jp_db_exec (db, "PRAGMA locking_mode = EXCLUSIVE", error))
      || !check_version (db, chain->n_steps, error)
      || !check_content (db, unclean, error))
    return FALSE;

  jp_db_checkpoint_on_close (db, TRUE);

  return set_journal_mode (db, remote, error) && migrate (db, chain, error) && check_schema (db, chain, error);
}

static JpDb *
open_and_check (const char *path, gboolean remote, const JpSchemaChain *chain, GError **error)
{
  gboolean unclean = jp_store_file_unclean (path);
  g_autoptr (JpDb) db = NULL;

  jp_store_file_protect (path);
  db = jp_db_open (path, JP_DB_WRITE, error);
  if (db == NULL)
    return NULL;

  jp_db_checkpoint_on_close (db, !unclean);
  if (sqlite3_db_readonly (db->handle, "main") > 0)
    {
      refuse_read_only (db, error);
      return NULL;
    }

  return check_and_migrate (db, remote, unclean, chain, error) ? g_steal_pointer (&db) : NULL;
}

/* The writing connection to a file that was found good, brought to the newest schema. */
JpDb *
jp_store_open_checked (const char *path, gboolean remote, const JpSchemaChain *chain, GError **error)
{
  g_autoptr (GError) local = NULL;
  JpDb *db;

  if (!jp_store_file_check (path, error))
    return NULL;

  db = open_and_check (path, remote, chain, &local);
  /* While a file is being opened, what SQLite cannot make sense of is the file. */
  if (g_error_matches (local, JP_STORE_ERROR, JP_STORE_ERROR_SQL))
    refuse_damaged (path, _("SQLite cannot make sense of it"), error);
  else if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));

  return db;
}

/* The collator orders differently from one version to the next; kept keys must all be of one. */
gboolean
jp_store_refresh_collation (JpDb *db, GError **error)
{
  g_autofree char *kept = NULL;
  g_autofree char *present = jp_collation_version ();

  if (!jp_settings_get (db, "collation", &kept, error))
    return FALSE;
  if (g_strcmp0 (kept, present) == 0)
    return TRUE;

  if (!jp_db_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (jp_order_rebuild (db, error) && jp_settings_set (db, "collation", present, error)
      && jp_db_exec (db, "COMMIT", error))
    return TRUE;

  jp_db_exec (db, "ROLLBACK", NULL);
  return FALSE;
}

static gboolean
write_settings (JpDb *db, const JpStoreSettings *settings, GError **error)
{
  g_autofree char *file = g_uuid_string_random ();
  char since[JP_DATE_ISO_LEN];

  return jp_settings_set (db, "file", file, error)
         && jp_settings_set (db, "office", settings->office, error)
         && jp_settings_set (db, "since", jp_date_to_iso (settings->since, since), error)
         && (!settings->sample || jp_settings_set (db, "sample", "1", error))
         && jp_journal_begin (db, file, error);
}

static gboolean
write_rules (JpDb *db, const JpStoreSettings *settings, GError **error)
{
  g_autoptr (JpPack) pack = NULL;

  if (settings->pack_json != NULL)
    {
      pack = jp_pack_new_from_json (settings->pack_json, -1, error);
      if (pack == NULL || !jp_pack_write (db, pack, error))
        return FALSE;
    }

  return settings->holidays_json == NULL || jp_holidays_write (db, settings->holidays_json, error);
}

static gboolean
fill (const char *temp, const JpStoreSettings *settings, GError **error)
{
  g_autoptr (JpDb) db = jp_db_open (temp, JP_DB_WRITE, error);

  return db != NULL
         && jp_schema_migrate (db, jp_schema_chain (), error)
         && jp_db_exec (db, "BEGIN IMMEDIATE", error)
         && write_settings (db, settings, error)
         && write_rules (db, settings, error)
         && jp_db_exec (db, "COMMIT", error);
}

/* Makes the file under another name first, so that at no moment an unfinished one stands at @path. */
gboolean
jp_store_make_file (const char *path, const JpStoreSettings *settings, GError **error)
{
  g_autofree char *temp = jp_store_file_new_temp (path, error);

  if (temp == NULL)
    return FALSE;

  if (fill (temp, settings, error) && jp_store_file_put_new (temp, path, error))
    return TRUE;

  jp_store_file_drop (temp);
  return FALSE;
}
