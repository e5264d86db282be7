/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Importing 100,000 rows of figures (18 columns), from CSV and from a workbook, beside sqlite3's own .import of the
 * same CSV into a bare table. Aims: CSV 8 times, workbook 25 times as long. An import also reads every cell as an exact
 * number, holds every row against the data file, and keeps a journal entry by which it can be undone. */

#include "jp-exchange.h"
#include "jp-out-table.h"
#include "jp-resources.h"
#include "jp-test.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_ROWS     100000
#define N_YEARS    25
#define FIRST_YEAR 2000
#define N_COLUMNS  18
#define N_ROUNDS   3 /* the best counts: other work on the machine only ever slows one down */
#define AIM_CSV    8
#define AIM_XLSX   25
#define TODAY      "2026-02-10"

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("jp-bench-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

/* One row of figures that keeps every part below its whole. */
static void
fill_row (GRand *rand, guint row, char *values[N_COLUMNS])
{
  gint64 output = g_rand_int_range (rand, 100000000, 300000000);
  int firms = g_rand_int_range (rand, 300, 900);

  values[0] = g_strdup_printf ("厦门市集美区第%04u号产业集群", row / N_YEARS);
  values[1] = g_strdup_printf ("%u", FIRST_YEAR + row % N_YEARS);
  values[2] = jp_units_to_string (output, 2);
  values[3] = jp_units_to_string (output / 10 * 8, 2);
  values[4] = jp_units_to_string (output / 10 * 7, 2);
  values[5] = jp_units_to_string (output / 20, 2);
  values[6] = jp_units_to_string (output / 30, 2);
  values[7] = g_strdup_printf ("%d", g_rand_int_range (rand, 1000, 20000));
  values[8] = g_strdup_printf ("%d", firms);
  for (guint i = 9; i < 15; i++)
    values[i] = g_strdup_printf ("%d", g_rand_int_range (rand, 0, 50));
  values[15] = g_strdup_printf ("%d", g_rand_int_range (rand, 1000, 3000));
  values[16] = g_strdup_printf ("%d", g_rand_int_range (rand, 0, 900));
  values[17] = jp_units_to_string (g_rand_int_range (rand, 0, 10000), 2);
}

static void
write_figures (const char *path, const JpPack *pack)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (20241125);
  g_autoptr (GPtrArray) headers = g_ptr_array_new_with_free_func (g_free);
  JpOutColumn columns[N_COLUMNS] = { { "集群名称", JP_OUT_TEXT, 0, FALSE, 30 }, { "年度", JP_OUT_NUMBER, 0, FALSE, 8 } };
  g_autoptr (JpOutTable) table = NULL;

  g_assert_cmpuint (pack->n_metrics, ==, N_COLUMNS - 2);
  for (guint i = 0; i < pack->n_metrics; i++)
    {
      char *header = g_strdup_printf ("%s（%s）", pack->metrics[i].name, pack->metrics[i].unit);

      g_ptr_array_add (headers, header);
      columns[2 + i] = (JpOutColumn) { header, JP_OUT_NUMBER, pack->metrics[i].decimals, FALSE, 12 };
    }
  table = jp_out_table_new (path, "年度指标", columns, N_COLUMNS, jp_test_date (TODAY), &error);
  g_assert_no_error (error);
  for (guint row = 0; row < N_ROWS; row++)
    {
      char *values[N_COLUMNS];

      fill_row (rand, row, values);
      jp_out_table_row (table, values);
      for (guint i = 0; i < N_COLUMNS; i++)
        g_free (values[i]);
    }
  jp_out_table_finish (table, NULL, &error);
  g_assert_no_error (error);
}

static void
write_clusters (const char *path)
{
  GString *text = g_string_new ("集群名称,区县,主导产业\n");

  for (guint i = 0; i < N_ROWS / N_YEARS; i++)
    g_string_append_printf (text, "厦门市集美区第%04u号产业集群,集美区,机器人\n", i);
  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
  g_string_free (text, TRUE);
}

static double
import_file (JpDesk *desk, JpPack *pack, const char *path, guint rows)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (JpImport) import = jp_exchange_read (path, pack, jp_test_date (TODAY), NULL, &error);
  JpImportReport report;

  g_assert_no_error (error);
  jp_casework_import (desk, import, path, FALSE, &report, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report.figures.added + report.clusters.added, ==, rows);

  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

/* Into a new data file that knows the clusters already. */
static double
time_import (const char *folder, const char *clusters, const char *figures)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) json = jp_resources_lookup (JP_RESOURCE_PACK);
  JpStoreSettings settings = { "city", g_bytes_get_data (json, NULL), NULL, jp_test_date ("2025-01-01"), FALSE };
  g_autoptr (JpPack) pack = jp_test_pack ();
  g_autofree char *path = g_build_filename (folder, "data", "jiping.db", NULL);
  g_autofree char *own = g_build_filename (folder, "data", NULL);
  JpStore *store;
  JpDesk *desk;
  double seconds;

  g_assert_cmpint (g_mkdir (own, 0700), ==, 0);
  store = jp_store_create (path, &settings, &error);
  g_assert_no_error (error);
  desk = jp_desk_new (store, "林晓", NULL, jp_test_date (TODAY), &error);
  g_assert_no_error (error);
  import_file (desk, pack, clusters, N_ROWS / N_YEARS);
  seconds = import_file (desk, pack, figures, N_ROWS);
  jp_desk_unref (desk);
  g_assert_finalize_object (store);
  jp_test_remove (own);

  return seconds;
}

static double
time_sqlite (const char *folder, const char *csv)
{
  g_autofree char *path = g_build_filename (folder, "bare.db", NULL),
                  *import = g_strdup_printf (".import '%s' figures", csv);
  const char *argv[] = { "sqlite3", path, ".mode csv", import, NULL };
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_unlink (path);

  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static void
keep_best (double *best, double seconds)
{
  *best = MIN (*best, seconds);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *clusters = g_build_filename (folder, "clusters.csv", NULL);
  g_autofree char *csv = g_build_filename (folder, "figures.csv", NULL),
                  *xlsx = g_build_filename (folder, "figures.xlsx", NULL);
  g_autoptr (JpPack) pack = jp_test_pack ();
  double bare = G_MAXDOUBLE, from_csv = G_MAXDOUBLE, from_xlsx = G_MAXDOUBLE;

  write_clusters (clusters);
  write_figures (csv, pack);
  write_figures (xlsx, pack);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      keep_best (&bare, time_sqlite (folder, csv));
      keep_best (&from_csv, time_import (folder, clusters, csv));
      keep_best (&from_xlsx, time_import (folder, clusters, xlsx));
    }

  g_print ("%d rows of %d columns\n", N_ROWS, N_COLUMNS);
  g_print ("sqlite3 .import  %6.2f s\n", bare);
  g_print ("CSV              %6.2f s  %5.1f times (aim %d)\n", from_csv, from_csv / bare, AIM_CSV);
  g_print ("workbook         %6.2f s  %5.1f times (aim %d)\n", from_xlsx, from_xlsx / bare, AIM_XLSX);

  jp_test_remove (folder);
  return 0;
}
