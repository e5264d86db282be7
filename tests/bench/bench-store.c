/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-resources.h"
#include "jp-store-backup.h"
#include "jp-store-clusters.h"
#include "jp-store-funding.h"
#include "jp-store-journal.h"
#include "jp-test.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

/* One durable act beside a bare SQLite transaction of the same bytes (aim: at most 2 times); and the daily care of a
 * large file: integrity check, verified backup and chain of 1,000 clusters × 10 years and 50,000 use entries (aim:
 * at most 1 s). */

#define N_ACTS     400
#define N_CLUSTERS 1000
#define N_YEARS    10
#define N_USES     50

static double
seconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static JpEntry *
begin (const char *summary)
{
  JpEntry *entry = jp_entry_new (JP_ENTRY_ACT, "act.apply", "林晓", JP_OFFICE_CITY, "2026-02-10T09:30:00");

  entry->summary = g_strdup (summary);
  return entry;
}

static void
write_entry (JpStore *store, const char *summary, JpStoreWork work, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpEntry) entry = begin (summary);

  jp_store_write (store, entry, work, data, &error);
  g_assert_no_error (error);
}

static JpStore *
create (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pack = jp_resources_lookup (JP_RESOURCE_PACK);
  JpStoreSettings settings
    = { JP_OFFICE_CITY, g_bytes_get_data (pack, NULL), NULL, jp_test_date ("2025-01-01"), FALSE };
  JpStore *store = jp_store_create (path, &settings, &error);

  g_assert_no_error (error);
  return store;
}

static gboolean
put_cluster (JpTransaction *transaction, JpEntry *entry, gpointer data, GError **error)
{
  JpDossier *dossier = data;

  return jp_store_put_cluster (transaction, dossier, error);
}

static gboolean
put_act (JpTransaction *transaction, JpEntry *entry, gpointer data, GError **error)
{
  JpAct *act = jp_act_new (JP_ACT_APPLY, jp_test_date ("2026-02-10"), JP_OFFICE_CITY);
  gboolean done;

  act->person = g_strdup ("林晓");
  act->document = g_strdup ("厦工信企业〔2026〕12号");
  entry->cluster = g_strdup (data);
  done = jp_store_put_act (transaction, data, act, error);
  jp_act_free (act);

  return done;
}

static double
time_acts (const char *path)
{
  g_autoptr (JpStore) store = create (path);
  g_autoptr (JpDossier) dossier = jp_dossier_new (NULL, "厦门市集美区工业机器人产业集群");
  gint64 start;

  write_entry (store, "登记集群", put_cluster, dossier);
  start = g_get_monotonic_time ();
  for (guint i = 0; i < N_ACTS; i++)
    write_entry (store, "申报：厦门市集美区工业机器人产业集群", put_act, dossier->id);

  return seconds_since (start) / N_ACTS;
}

/* The same bytes as an act and its entry have in the two tables that hold them. */
static double
time_bare (const char *path)
{
  sqlite3 *db;
  sqlite3_stmt *act, *entry;
  gint64 start;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                                 "CREATE TABLE acts (id TEXT PRIMARY KEY, row TEXT) WITHOUT ROWID;"
                                 "CREATE TABLE journal (seq INTEGER PRIMARY KEY, row TEXT, changeset BLOB)",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_prepare_v2 (db, "INSERT INTO acts VALUES (hex (randomblob (18)), hex (randomblob (80)))", -1, &act, NULL);
  sqlite3_prepare_v2 (db, "INSERT INTO journal (row, changeset) VALUES (hex (randomblob (120)), randomblob (220))", -1,
                      &entry, NULL);
  start = g_get_monotonic_time ();
  for (guint i = 0; i < N_ACTS; i++)
    {
      g_assert_cmpint (sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_step (act), ==, SQLITE_DONE);
      g_assert_cmpint (sqlite3_step (entry), ==, SQLITE_DONE);
      sqlite3_reset (act);
      sqlite3_reset (entry);
      g_assert_cmpint (sqlite3_exec (db, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
    }
  sqlite3_finalize (act);
  sqlite3_finalize (entry);
  sqlite3_close (db);

  return seconds_since (start) / N_ACTS;
}

static gboolean
put_uses (JpTransaction *transaction, const char *cluster, GError **error)
{
  for (guint i = 0; i < N_USES; i++)
    {
      JpUseEntry *use = jp_use_entry_new (i + 1, jp_test_date ("2025-03-01") + i, 1);
      gboolean done;

      use->category = g_strdup ("platform");
      use->amount = 1234567;
      use->payee = g_strdup ("厦门某某科技有限公司");
      use->voucher = g_strdup_printf ("记-%04u", i);
      done = jp_store_put_use_entry (transaction, cluster, use, error);
      jp_use_entry_free (use);
      if (!done)
        return FALSE;
    }

  return TRUE;
}

static gboolean
put_one_cluster (JpTransaction *transaction, JpEntry *entry, gpointer data, GError **error)
{
  const JpPack *pack = data;
  g_autoptr (JpDossier) dossier = jp_dossier_new (NULL, "集群");

  if (!jp_store_put_cluster (transaction, dossier, error))
    return FALSE;

  for (int year = 2015; year < 2015 + N_YEARS; year++)
    {
      g_autoptr (JpFigures) figures = jp_figures_new (year);

      for (guint i = 0; i < pack->n_metrics; i++)
        jp_figures_set (figures, pack->metrics[i].id, g_test_rand_int_range (0, G_MAXINT32));
      if (!jp_store_put_figures (transaction, dossier->id, figures, error))
        return FALSE;
    }

  return put_uses (transaction, dossier->id, error);
}

static void
time_care (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpStore) store = create (path);
  g_autoptr (JpPack) pack = jp_test_pack ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GPtrArray) notes = NULL;
  g_autofree char *backup = NULL;
  gint64 start;
  double check, keep;

  for (guint i = 0; i < N_CLUSTERS; i++)
    write_entry (store, "登记集群", put_one_cluster, pack);

  start = g_get_monotonic_time ();
  notes = jp_store_check (store, NULL, &error);
  check = seconds_since (start);
  g_assert_no_error (error);

  start = g_get_monotonic_time ();
  g_assert_true (jp_store_keep_backup (store, now, &backup, NULL, &error));
  keep = seconds_since (start);
  g_assert_nonnull (backup);

  g_print (
    "care of %d clusters × %d years, %d uses: check with chain %.3f s, verified backup %.3f s, together %.3f s\n",
    N_CLUSTERS, N_YEARS, N_CLUSTERS * N_USES, check, keep, check + keep);
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (folder, name, NULL);

      remove_all (child);
    }
  g_remove (folder);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autofree char *ours = NULL;
  g_autofree char *bare = NULL;
  g_autofree char *large = NULL;
  double act, transaction;

  jp_test_init (&argc, &argv);
  folder = g_dir_make_tmp ("jp-bench-XXXXXX", NULL);
  ours = g_build_filename (folder, "ours.db", NULL);
  bare = g_build_filename (folder, "bare.db", NULL);
  large = g_build_filename (folder, "large.db", NULL);

  act = time_acts (ours);
  transaction = time_bare (bare);
  g_print ("one durable act %.3f ms, a bare transaction %.3f ms, ratio %.2f\n", 1000 * act, 1000 * transaction,
           act / transaction);
  time_care (large);
  remove_all (folder);

  return 0;
}
