/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-store-rules.h"

#include "jp-resources.h"
#include "jp-store-private.h"

#include <glib/gi18n-lib.h>

gboolean
jp_pack_write (JpDb *db, const JpPack *pack, GError **error)
{
  return jp_db_run (db, "INSERT INTO packs (id, version, json) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", error, "sis",
                    pack->id, (int) pack->version, pack->json);
}

/* The arrangement must be readable before it is kept: nothing would open afterwards. */
gboolean
jp_holidays_write (JpDb *db, const char *json, GError **error)
{
  g_autoptr (JpHolidays) holidays = jp_holidays_new_from_json (json, -1, error);

  return holidays != NULL
         && jp_db_run (db, "INSERT INTO holidays (number, json) SELECT coalesce (max (number), 0) + 1, ? FROM holidays",
                       error, "s", json);
}

/**
 * jp_store_put_pack:
 * @transaction: a transaction
 * @pack: a rule pack
 * @error: return location
 *
 * Adds a version of a pack. One that is there is not changed.
 *
 * Returns: whether it is there
 */
gboolean
jp_store_put_pack (JpTransaction *transaction, const JpPack *pack, GError **error)
{
  return jp_pack_write (transaction->db, pack, error);
}

/**
 * jp_store_confirm_pack:
 * @transaction: a transaction
 * @id: the pack
 * @version: its version
 * @document: number of the document by which the bureau confirmed its weights
 * @on: the document's day
 * @error: return location
 *
 * Returns: whether the confirmation is kept
 */
gboolean
jp_store_confirm_pack (JpTransaction *transaction, const char *id, guint version, const char *document, JpDate on,
                       GError **error)
{
  return jp_db_run (transaction->db,
                    "UPDATE packs SET confirmed_document = ?, confirmed_on = ? WHERE id = ? AND version = ?", error,
                    "sdsi", document, on, id, (int) version);
}

/**
 * jp_store_fix_year:
 * @transaction: a transaction
 * @year: an assessment year
 * @pack_id: the pack it uses
 * @version: its version
 * @error: return location
 *
 * Returns: whether the year is fixed to this version
 */
gboolean
jp_store_fix_year (JpTransaction *transaction, int year, const char *pack_id, guint version, GError **error)
{
  return jp_db_run (transaction->db,
                    "INSERT INTO year_packs (year, pack_id, pack_version) VALUES (?, ?, ?) "
                    "ON CONFLICT DO UPDATE SET pack_id = excluded.pack_id, pack_version = excluded.pack_version",
                    error, "isi", year, pack_id, (int) version);
}

/**
 * jp_store_unfix_year:
 * @transaction: a transaction
 * @year: an assessment year
 * @error: return location
 *
 * Returns: whether the year is open to the highest version again
 */
gboolean
jp_store_unfix_year (JpTransaction *transaction, int year, GError **error)
{
  return jp_db_run (transaction->db, "DELETE FROM year_packs WHERE year = ?", error, "i", year);
}

/**
 * jp_store_put_holidays:
 * @transaction: a transaction
 * @json: an arrangement of rest days and make-up days, as the shipped ones are written
 * @error: return location for a [enum@Jp.HolidaysError] or [enum@Jp.StoreError]
 *
 * Adds an arrangement. Its years win over those of earlier ones.
 *
 * Returns: whether it is kept
 */
gboolean
jp_store_put_holidays (JpTransaction *transaction, const char *json, GError **error)
{
  return jp_holidays_write (transaction->db, json, error);
}

static gboolean
add_pack (JpDb *db, JpPackSet *packs, sqlite3_stmt *row, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (JpPack) pack = jp_rule_cache_pack (&db->rules, (const char *) sqlite3_column_text (row, 0), &local);

  if (pack == NULL)
    {
      g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_DAMAGED,
                   _("A rule pack in the data file cannot be read: %s Restore the latest backup."), local->message);
      return FALSE;
    }

  jp_pack_set_add (packs, pack, (const char *) sqlite3_column_text (row, 1), jp_row_date (row, 2));
  return TRUE;
}

static gboolean
load_years (JpDb *db, JpPackSet *packs, GError **error)
{
  sqlite3_stmt *row = jp_db_prepare (db, "SELECT year, pack_id, pack_version FROM year_packs ORDER BY year", error);
  int more = row != NULL ? 1 : -1;

  while (more > 0 && (more = jp_db_step (db, row, error)) > 0)
    jp_pack_set_fix_year (packs, sqlite3_column_int (row, 0), (const char *) sqlite3_column_text (row, 1),
                          (guint) sqlite3_column_int (row, 2));

  return more == 0;
}

JpPackSet *
jp_packs_load (JpDb *db, GError **error)
{
  g_autoptr (JpPackSet) packs = jp_pack_set_new ();
  sqlite3_stmt *row
    = jp_db_prepare (db, "SELECT json, confirmed_document, confirmed_on FROM packs ORDER BY id, version", error);
  int more = row != NULL ? 1 : -1;

  while (more > 0 && (more = jp_db_step (db, row, error)) > 0)
    if (!add_pack (db, packs, row, error))
      {
        jp_db_finish (row);
        more = -1;
      }

  return more == 0 && load_years (db, packs, error) ? g_steal_pointer (&packs) : NULL;
}

/* The years that ship with the program, under those the file holds: an update brings new years to old files. */
JpHolidays *
jp_holidays_load (JpDb *db, GError **error)
{
  g_autoptr (GBytes) shipped = jp_resources_lookup (JP_RESOURCE_HOLIDAYS);
  g_autoptr (JpHolidays) holidays =
    jp_rule_cache_holidays (&db->rules, g_bytes_get_data (shipped, NULL), (gssize) g_bytes_get_size (shipped), error);
  sqlite3_stmt *row = jp_db_prepare (db, "SELECT json FROM holidays ORDER BY number", error);
  int more = row != NULL && holidays != NULL ? 1 : -1;

  while (more > 0 && (more = jp_db_step (db, row, error)) > 0)
    {
      g_autoptr (JpHolidays) below = g_steal_pointer (&holidays);
      g_autoptr (JpHolidays) added
        = jp_rule_cache_holidays (&db->rules, (const char *) sqlite3_column_text (row, 0), -1, error);

      if (added != NULL)
        {
          holidays = jp_holidays_merge (below, added);
          continue;
        }
      jp_db_finish (row);
      more = -1;
    }

  return more == 0 ? g_steal_pointer (&holidays) : NULL;
}
