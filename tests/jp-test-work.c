/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-test-work.h"

#include "jp-assess-work.h"
#include "jp-cluster-work.h"
#include "jp-fund-work.h"
#include "jp-import.h"
#include "jp-resources.h"
#include "jp-store-journal.h"
#include "jp-undo-work.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

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

/* Changes whenever somebody else commits to the file. */
static gint64
data_version (JpWork *work)
{
  sqlite3_stmt *row;
  gint64 version;

  g_assert_cmpint (sqlite3_prepare_v2 (work->watch, "PRAGMA data_version", -1, &row, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (row), ==, SQLITE_ROW);
  version = sqlite3_column_int64 (row, 0);
  sqlite3_finalize (row);

  return version;
}

static void
watch (JpWork *work)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open_v2 (work->path, &handle, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_busy_timeout (handle, 5000), ==, SQLITE_OK);
  work->watch = handle;
  work->version = data_version (work);
}

/* In memory where the system offers it: these tests look at what is written, and the tests of kills at whether it
 * lasts. */
static char *
new_folder (void)
{
  g_autofree char *folder = g_strdup ("/dev/shm/jp-work-XXXXXX");
  g_autoptr (GError) error = NULL;

  if (g_mkdtemp (folder) != NULL)
    return g_steal_pointer (&folder);

  g_free (folder);
  folder = g_dir_make_tmp ("jp-work-XXXXXX", &error);
  g_assert_no_error (error);
  return g_steal_pointer (&folder);
}

void
jp_work_set_up (JpWork *work, gconstpointer since)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pack = jp_resources_lookup (JP_RESOURCE_PACK);
  g_autoptr (GBytes) holidays = jp_resources_lookup (JP_RESOURCE_HOLIDAYS);
  JpStoreSettings settings = { JP_OFFICE_CITY, g_bytes_get_data (pack, NULL), g_bytes_get_data (holidays, NULL),
                               jp_test_date (since != NULL ? since : "2024-01-01"), FALSE };

  work->folder = new_folder ();
  work->path = g_build_filename (work->folder, "jiping.db", NULL);
  work->store = jp_store_create (work->path, &settings, &error);
  g_assert_no_error (error);
  work->desks = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_desk_unref);
  work->today = jp_test_date ("2026-02-10");
  watch (work);
}

static void
assert_sql_says (JpWork *work, const char *sql, const char *expected)
{
  sqlite3_stmt *row;
  int code;

  g_assert_cmpint (sqlite3_prepare_v2 (work->watch, sql, -1, &row, NULL), ==, SQLITE_OK);
  code = sqlite3_step (row);
  if (expected != NULL)
    g_assert_cmpstr ((const char *) sqlite3_column_text (row, 0), ==, expected);
  else
    g_assert_cmpint (code, ==, SQLITE_DONE);
  sqlite3_finalize (row);
}

static void
check_file (JpWork *work)
{
  g_autoptr (GError) error = NULL;
  gint64 bad = 0;

  g_assert_true (jp_store_verify_journal (work->store, NULL, &bad, &error));
  g_assert_no_error (error);
  g_assert_cmpint (bad, ==, 0);
  assert_sql_says (work, "PRAGMA integrity_check", "ok");
  assert_sql_says (work, "PRAGMA foreign_key_check", NULL);
}

void
jp_work_tear_down (JpWork *work, gconstpointer since)
{
  check_file (work);
  g_assert_no_error (work->error);
  sqlite3_close (work->watch);
  g_ptr_array_unref (work->desks);
  jp_store_close (work->store);
  g_assert_finalize_object (work->store);
  remove_tree (work->folder);
  g_free (work->path);
  g_free (work->folder);
}

/* Closes the file and opens it again, as the next morning. */
void
jp_work_reopen (JpWork *work)
{
  g_autoptr (GError) error = NULL;

  sqlite3_close (work->watch);
  g_ptr_array_set_size (work->desks, 0);
  jp_store_close (work->store);
  g_object_unref (work->store);
  work->store = jp_store_open (work->path, &error);
  g_assert_no_error (error);
  watch (work);
}

void
jp_work_day (JpWork *work, const char *iso)
{
  work->today = jp_test_date (iso);
}

JpDesk *
jp_work_desk_of (JpWork *work, const char *office, const char *person)
{
  g_autoptr (GError) error = NULL;
  JpDesk *desk;

  for (guint i = work->desks->len; i > 0; i--)
    {
      desk = g_ptr_array_index (work->desks, i - 1);
      if (jp_desk_get_today (desk) == work->today && g_str_equal (jp_desk_get_office (desk), office) &&
          g_str_equal (jp_desk_get_person (desk), person))
        return desk;
    }

  desk = jp_desk_new (work->store, person, office, work->today, &error);
  g_assert_no_error (error);
  g_ptr_array_add (work->desks, desk);
  return desk;
}

JpDesk *
jp_work_desk (JpWork *work, const char *office)
{
  return jp_work_desk_of (work, office, g_str_equal (office, JP_OFFICE_CITY) ? "陈晓岚" :
                                        jp_office_is_district (office) ? "林志强" : "周敏");
}

JpDossier *
jp_work_load (JpWork *work, const char *cluster)
{
  g_autoptr (GError) error = NULL;
  JpDossier *dossier = jp_store_load_dossier (work->store, cluster, &error);

  g_assert_no_error (error);
  return dossier;
}

JpContext
jp_work_context (JpWork *work)
{
  JpContext context;

  g_assert_true (jp_desk_get_context (jp_work_desk (work, JP_OFFICE_CITY), &context, NULL));
  return context;
}

char *
jp_work_cluster (JpWork *work, const char *name, const char *district)
{
  g_autoptr (JpDossier) dossier = jp_dossier_new (NULL, name);

  dossier->district = g_strdup (district);
  dossier->industry = g_strdup ("工业机器人");
  dossier->scope = g_strdup ("机械工业集中区");
  dossier->operator_name = g_strdup ("机器人产业服务中心");
  jp_assert_done (work, jp_casework_add_cluster (jp_work_desk (work, JP_OFFICE_CITY), dossier, &work->error));

  return g_strdup (dossier->id);
}

gboolean
jp_work_act (JpWork *work, const char *cluster, const char *id, const char *iso, const char *office, const char *reason)
{
  g_autoptr (JpAct) act = NULL;
  JpActKind kind;

  g_assert_true (jp_act_kind_parse (id, &kind));
  act = jp_act_new (kind, jp_test_date (iso), NULL);
  act->reason = g_strdup (reason);

  return jp_casework_act (jp_work_desk (work, office), cluster, act, &work->error);
}

void
jp_work_recognise (JpWork *work, const char *cluster, const char *iso)
{
  jp_assert_done (work, jp_work_act (work, cluster, "recognise", iso, JP_OFFICE_CITY, "公布名单"));
}

int
jp_work_share (const JpPack *pack, guint indicator, int total)
{
  for (guint i = 0; i < indicator; i++)
    total -= MIN (total, pack->indicators[i].weight);

  return MIN (total, pack->indicators[indicator].weight);
}

static void
assess (JpWork *work, const char *cluster, int year, const char *office, JpAssessAct act)
{
  jp_assert_done (work, jp_casework_assess (jp_work_desk (work, office), cluster, year, &act, &work->error));
}

void
jp_work_assess (JpWork *work, const char *cluster, int year, int total)
{
  g_autoptr (JpDossier) dossier = jp_work_load (work, cluster);
  const char *offices[] = { dossier->district, JP_OFFICE_CITY };
  JpContext context;
  const JpPack *pack;

  assess (work, cluster, year, dossier->district, (JpAssessAct){ .kind = JP_ASSESS_OPEN });
  context = jp_work_context (work); /* opening may have settled the year's pack */
  pack = jp_pack_set_for_year (context.packs, year);
  for (guint review = 0; review < 2; review++)
    {
      for (guint i = 0; i < pack->n_indicators; i++)
        assess (work, cluster, year, offices[review],
                (JpAssessAct){ .kind = JP_ASSESS_POINTS, .item = pack->indicators[i].id,
                               .points = jp_work_share (pack, i, total), .reason = "核实后评定" });
      assess (work, cluster, year, offices[review],
              (JpAssessAct){ .kind = review == 0 ? JP_ASSESS_SUBMIT : JP_ASSESS_CONFIRM, .text = "同意" });
    }
}

gboolean
jp_work_fund (JpWork *work, const char *cluster, guint ordinal, const char *id, const char *iso, JpMoney amount)
{
  g_autoptr (JpDossier) dossier = jp_work_load (work, cluster);
  g_autoptr (JpFundAct) act = NULL;
  const char *office = JP_OFFICE_CITY;
  JpFundActKind kind;

  g_assert_true (jp_fund_act_kind_parse (id, &kind));
  act = jp_fund_act_new (ordinal, kind, jp_test_date (iso));
  if (kind == JP_FUND_PLAN || kind == JP_FUND_DISTRICT)
    office = dossier->district;
  if (kind == JP_FUND_PLAN)
    g_ptr_array_add (act->lines, jp_plan_line_new ("platform", amount));
  if (kind == JP_FUND_PAY || kind == JP_FUND_REFUND)
    {
      act->amount = amount;
      act->voucher = g_strdup_printf ("凭-%u-%s", ordinal, iso);
    }
  if (kind == JP_FUND_OBJECT)
    act->note = g_strdup ("某企业来函，金额有异议");

  return jp_casework_fund (jp_work_desk (work, office), cluster, act, &work->error);
}

gboolean
jp_work_import (JpWork *work, const char *office, const char *name, const char *district, const char *recognised,
                int year, const char *metric, gint64 value)
{
  JpContext context = jp_work_context (work);
  JpPack *pack = (JpPack *) jp_pack_set_on (context.packs, work->today);
  g_autoptr (JpImport) import = jp_import_new (pack);
  JpImportReport report;

  jp_import_add_sheet (import, "集群");
  jp_import_add_sheet (import, "年度指标");
  if (district != NULL)
    {
      JpImportCluster *cluster = jp_import_add_cluster (import, 0, 2);

      cluster->name = jp_import_intern (import, name);
      cluster->district = g_strdup (district);
      cluster->industry = g_strdup ("工业机器人");
      cluster->recognised_on = recognised != NULL ? jp_test_date (recognised) : JP_DATE_NONE;
    }
  if (metric != NULL)
    {
      JpImportFigures *figures = jp_import_add_figures (import, 1, 2);

      figures->name = jp_import_intern (import, name);
      figures->year = year;
      figures->values[jp_pack_find_metric (pack, metric)] = value;
    }

  if (jp_casework_import (jp_work_desk (work, office), import, "台账.xlsx", FALSE, &report, NULL, &work->error))
    return TRUE;
  for (guint i = 0; i < import->faults->len; i++)
    g_prefix_error (&work->error, "%s ", ((const JpCellNote *) g_ptr_array_index (import->faults, i))->message);

  return FALSE;
}

gboolean
jp_work_undo (JpWork *work)
{
  g_autoptr (JpEntry) entry = jp_casework_undo (jp_work_desk (work, JP_OFFICE_CITY), JP_HINT_COMMANDS, &work->error);

  return entry != NULL;
}

gboolean
jp_work_redo (JpWork *work)
{
  g_autoptr (JpEntry) entry = jp_casework_redo (jp_work_desk (work, JP_OFFICE_CITY), JP_HINT_COMMANDS, &work->error);

  return entry != NULL;
}

JpEntry *
jp_work_last (JpWork *work)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) last = jp_store_load_journal (work->store, 0, 1, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (last->len, ==, 1);
  return g_ptr_array_steal_index (last, 0);
}

gint64
jp_work_head (JpWork *work)
{
  g_autoptr (JpEntry) last = jp_work_last (work);

  return last->seq;
}

static void
dump_table (sqlite3 *handle, const char *table, GString *dump)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1, 2", table);
  sqlite3_stmt *row;
  int code;

  g_string_append_printf (dump, "-- %s\n", table);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &row, NULL), ==, SQLITE_OK);
  while ((code = sqlite3_step (row)) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (row); i++)
      {
        const char *text = (const char *) sqlite3_column_text (row, i);

        g_string_append (dump, text != NULL ? text : "NULL");
        g_string_append_c (dump, i + 1 < sqlite3_column_count (row) ? '|' : '\n');
      }
  g_assert_cmpint (code, ==, SQLITE_DONE);
  sqlite3_finalize (row);
}

static gboolean
of_the_journal (const char *table)
{
  return g_str_has_prefix (table, "journal") || g_str_equal (table, "settings") || g_str_equal (table, "cluster_order");
}

char *
jp_work_dump (const char *path, gboolean journal)
{
  GString *dump = g_string_new (NULL);
  sqlite3_stmt *row;
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (handle, 5000);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", -1,
                                       &row, NULL), ==, SQLITE_OK);
  while (sqlite3_step (row) == SQLITE_ROW)
    {
      const char *table = (const char *) sqlite3_column_text (row, 0);

      if (journal || !of_the_journal (table))
        dump_table (handle, table, dump);
    }
  sqlite3_finalize (row);
  sqlite3_close (handle);

  return g_string_free (dump, FALSE);
}

gboolean
jp_work_is_untouched (JpWork *work)
{
  return data_version (work) == work->version;
}

void
jp_work_note (JpWork *work)
{
  work->version = data_version (work);
}

static void G_GNUC_PRINTF (4, 5)
fail (JpWork *work, const char *file, int line, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_error ("%s:%d: %s", file, line, text);
}

void
jp_work_check_done (JpWork *work, gboolean done, const char *file, int line, const char *what)
{
  if (!done || work->error != NULL)
    fail (work, file, line, "%s was refused: %s", what, work->error != NULL ? work->error->message : "without a word");

  work->version = data_version (work);
}

void
jp_work_check_refused (JpWork *work, gboolean done, GQuark domain, int code, const char *words, const char *file,
                       int line, const char *what)
{
  if (done || work->error == NULL)
    fail (work, file, line, "%s was not refused", what);
  if (!g_error_matches (work->error, domain, code))
    fail (work, file, line, "%s was refused with %s %d, not %s %d: %s", what, g_quark_to_string (work->error->domain),
          work->error->code, g_quark_to_string (domain), code, work->error->message);
  if (words != NULL && strstr (work->error->message, words) == NULL)
    fail (work, file, line, "%s was refused without saying “%s”: %s", what, words, work->error->message);
  if (strstr (work->error->message, "R-") == NULL)
    fail (work, file, line, "%s was refused without naming a rule: %s", what, work->error->message);
  if (data_version (work) != work->version)
    fail (work, file, line, "%s was refused, and yet the file was written to", what);

  g_clear_error (&work->error);
}
