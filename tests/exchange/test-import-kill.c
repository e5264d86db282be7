/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-resources.h"
#include "jp-store-journal.h"
#include "jp-test-kill.h"
#include "jp-test-office.h"

#include <string.h>

#define TODAY      "2026-02-10"
#define N_CLUSTERS 30
#define FIRST_YEAR 2001
#define LAST_YEAR  2025
#define WINDOW     60000 /* µs */

/* PROMISES 1 for imports: killed at any moment, a file is imported whole or not at all, and what was
 * confirmed stays. */

/* A ledger in which every figure is @value. */
static GBytes *
make_ledger (gint64 value, gboolean clusters)
{
  GString *text = g_string_new (clusters ? "集群名称,区县,主导产业\n" : "集群名称,年度,总产值（万元）,企业总数（家）\n");
  gsize length;

  for (guint i = 0; i < N_CLUSTERS; i++)
    {
      if (clusters)
        g_string_append_printf (text, "厦门市集美区第%u产业集群,集美区,机器人\n", i);
      for (int year = FIRST_YEAR; !clusters && year <= LAST_YEAR; year++)
        g_string_append_printf (text, "厦门市集美区第%u产业集群,%d,%" G_GINT64_FORMAT ".00,%" G_GINT64_FORMAT "\n", i,
                                year, value, value);
    }

  length = text->len;
  return g_bytes_new_take (g_string_free (text, FALSE), length);
}

static void
import_bytes (JpDesk *desk, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpPack) pack = jp_test_pack ();
  g_autoptr (JpImport) import = jp_exchange_read_bytes (bytes, "台账", pack, jp_test_date (TODAY), NULL, &error);
  JpImportReport report;

  g_assert_no_error (error);
  jp_casework_import (desk, import, "台账.csv", FALSE, &report, NULL, &error);
  g_assert_no_error (error);
}

/* The child: imports one ledger after another, each by one larger, and says each only once it is confirmed. */
static int
work_until_killed (const char *path, const char *first)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpStore) store = jp_store_open (path, &error);
  g_autoptr (JpDesk) desk = NULL;

  g_assert_no_error (error);
  desk = jp_desk_new (store, "林晓", NULL, jp_test_date (TODAY), &error);
  g_assert_no_error (error);
  for (gint64 value = g_ascii_strtoll (first, NULL, 10);; value++)
    {
      g_autoptr (GBytes) bytes = make_ledger (value, FALSE);

      import_bytes (desk, bytes);
      if (!jp_test_say (value, 0))
        return 1;
    }
}

/* The one value that all figures have. */
static gint64
common_value (GPtrArray *dossiers)
{
  gint64 value = 0;

  g_assert_cmpuint (dossiers->len, ==, N_CLUSTERS);
  for (guint i = 0; i < dossiers->len; i++)
    {
      const JpDossier *dossier = g_ptr_array_index (dossiers, i);

      g_assert_cmpuint (dossier->figures->len, ==, LAST_YEAR - FIRST_YEAR + 1);
      for (guint j = 0; j < dossier->figures->len; j++)
        {
          const JpFigures *figures = g_ptr_array_index (dossier->figures, j);

          if (value == 0)
            value = jp_figures_get (figures, "enterprises");
          g_assert_cmpint (jp_figures_get (figures, "enterprises"), ==, value);
          g_assert_cmpint (jp_figures_get (figures, "output"), ==, value * 100);
        }
    }

  return value;
}

static gint64
look_after_it (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpStore) store = jp_store_open (path, &error);
  g_autoptr (GPtrArray) dossiers = NULL;
  gint64 bad, value;

  g_assert_no_error (error);
  g_assert_true (jp_store_verify_journal (store, NULL, &bad, &error));
  g_assert_no_error (error);
  dossiers = jp_store_load_dossiers (store, &error);
  g_assert_no_error (error);
  value = common_value (dossiers);
  jp_store_close (store);

  return value;
}

static void
test_killed (void)
{
  g_autoptr (JpTestOffice) office = jp_test_office_new (TODAY);
  g_autoptr (GBytes) clusters = make_ledger (0, TRUE), first = make_ledger (1, FALSE);
  g_autofree char *path = jp_test_office_path (office, "jiping.db");
  gint64 value = 1;

  import_bytes (office->desk, clusters);
  import_bytes (office->desk, first);
  jp_store_close (office->store);
  for (guint i = 0; i < jp_test_n_kills () / 2; i++)
    {
      g_autofree char *next = g_strdup_printf ("%" G_GINT64_FORMAT, value + 1);
      gint64 confirmed = jp_test_kill (path, next, WINDOW).number;

      value = look_after_it (path);
      g_assert_true (value == confirmed || value == confirmed + 1);
    }
}

int
main (int argc, char **argv)
{
  if (argc == 4 && strcmp (argv[1], "--work") == 0)
    return work_until_killed (argv[2], argv[3]);

  jp_test_init (&argc, &argv);
  g_test_add_func ("/exchange/PROMISES-1/import-killed", test_killed);

  return g_test_run ();
}
