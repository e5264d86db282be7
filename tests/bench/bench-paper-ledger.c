/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A use ledger of 10,000 lines to PDF, against LibreOffice converting the workbook of the same ledger to PDF. Its own
 * start, measured with a ledger of one line, is left out of what it takes. */

#include "../report/paper-fixture.h"

#include <glib/gstdio.h>

#define N_LINES  10000
#define N_ROUNDS 3
#define AIM      5.0

typedef struct
{
  Fixture fixture;
  char   *folder;
} Bench;

static GPtrArray *
make_dossiers (guint n_lines)
{
  static const char * const categories[] = { "platform", "training", "exchange" };
  GPtrArray *dossiers = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_dossier_free);
  JpDossier *dossier = fixture_dossier ();

  for (guint i = 1; i <= n_lines; i++)
    {
      JpUseEntry *entry = jp_use_entry_new (i, jp_date_new (2024, 10, 1) + (int) (i / 25), 1);

      entry->id = g_strdup_printf ("use-%u", i);
      entry->category = g_strdup (categories[i % G_N_ELEMENTS (categories)]);
      entry->amount = 1000 + i * 7 % 9000;
      entry->payee = g_strdup_printf ("厦门第%u号企业服务有限公司", i);
      entry->voucher = g_strdup_printf ("2025-%05u", i);
      g_ptr_array_add (dossier->uses, entry);
    }
  g_ptr_array_add (dossiers, dossier);
  return dossiers;
}

static double
seconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1e6;
}

static double
write_report (Bench *bench, GPtrArray *dossiers, const char *path, guint *n_pages)
{
  JpReportSelection selection = { .cluster = ((JpDossier *) g_ptr_array_index (dossiers, 0))->id };
  g_autoptr (GError) error = NULL;
  g_autoptr (JpFonts) fonts = NULL;
  gint64 start = g_get_monotonic_time ();

  fonts = jp_fonts_new (NULL, &error);
  g_assert_no_error (error);
  jp_report_write_with_fonts (fonts, "use-ledger", dossiers, &bench->fixture.context, &selection, path, n_pages, NULL,
                              &error);
  g_assert_no_error (error);
  return seconds_since (start);
}

static double
convert (Bench *bench, const char *book)
{
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/office", bench->folder);
  const char *argv[]
    = { "soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", bench->folder, book, NULL };
  /* What our tests ask of memory is not asked of it. */
  g_auto (GStrv) environment = g_environ_unsetenv (g_environ_unsetenv (g_get_environ (), "G_DEBUG"), "MALLOC_PERTURB_");
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  int status;

  g_spawn_sync (NULL, (char **) argv, environment,
                G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  return seconds_since (start);
}

int
main (int argc, char **argv)
{
  Bench bench = { .folder = g_dir_make_tmp ("jp-bench-XXXXXX", NULL) };
  g_autoptr (GPtrArray) many = make_dossiers (N_LINES);
  g_autoptr (GPtrArray) one = make_dossiers (1);
  g_autofree char *pdf = g_build_filename (bench.folder, "ledger.pdf", NULL);
  g_autofree char *book = g_build_filename (bench.folder, "many.xlsx", NULL);
  g_autofree char *small = g_build_filename (bench.folder, "one.xlsx", NULL);
  double ours = G_MAXDOUBLE, theirs = G_MAXDOUBLE, start = G_MAXDOUBLE, books;
  guint n_pages = 0, n_sheets;

  fixture_set_up (&bench.fixture, NULL);
  books = write_report (&bench, many, book, &n_sheets);
  write_report (&bench, one, small, &n_sheets);
  convert (&bench, small); /* makes its profile */
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      ours = MIN (ours, write_report (&bench, many, pdf, &n_pages));
      start = MIN (start, convert (&bench, small));
      theirs = MIN (theirs, convert (&bench, book));
    }

  g_print (
    "ledger of %d lines to PDF, %u pages: %.2f s; LibreOffice from its workbook %.2f s, of which %.2f s to start: "
    "%.1f times as fast (aim %.0f)\n",
    N_LINES, n_pages, ours, theirs, start, (theirs - start) / ours, AIM);
  g_print ("the same as a workbook: %.2f s\n", books);

  fixture_tear_down (&bench.fixture, NULL);
  jp_test_remove (bench.folder);
  g_free (bench.folder);
  return (theirs - start) / ours >= AIM ? 0 : 1;
}
