/* SPDX-License-Identifier: GPL-3.0-or-later */

/* PROMISES 13: how long the main loop is busy at a stretch while the window imports 100,000 rows. Aim: never over 50
 * ms. */

#include "jp-e2e.h"

#include <string.h>

#define N_CLUSTERS 4000
#define N_YEARS    25
#define FIRST_YEAR 2000
#define AIM_MS     50
#define TOLD_MS    "10" /* from here on the watchdog tells */
#define QUIET_SECONDS 12

static void
write_clusters (const char *path)
{
  g_autoptr (GString) csv = g_string_new ("集群名称,区县,主导产业\n");

  for (guint i = 0; i < N_CLUSTERS; i++)
    g_string_append_printf (csv, "厦门市集美区第%04u号产业集群,集美区,新材料\n", i);
  g_assert_true (g_file_set_contents (path, csv->str, (gssize) csv->len, NULL));
}

static void
write_figures (const char *path)
{
  g_autoptr (GString) csv = g_string_new ("集群名称,年度,总产值（万元）,从业人数（人）,企业总数（家）\n");

  for (guint i = 0; i < N_CLUSTERS * N_YEARS; i++)
    g_string_append_printf (csv, "厦门市集美区第%04u号产业集群,%u,%u.%02u,%u,%u\n", i / N_YEARS, FIRST_YEAR + i % N_YEARS,
                            1000000 + i * 7 % 999983, i % 100, 1000 + i % 9973, 100 + i % 89);
  g_assert_true (g_file_set_contents (path, csv->str, (gssize) csv->len, NULL));
}

typedef struct
{
  gsize  heard;   /* of the log */
  guint  n;       /* times over the aim */
  gint64 longest; /* ms */
} Busy;

static char *
read_log (JpE2e *e2e, gsize *length)
{
  char *log = NULL;

  g_assert_true (g_file_get_contents (e2e->log, &log, length, NULL));
  return log;
}

static void
begin_listening (JpE2e *e2e, Busy *busy)
{
  g_autofree char *log = read_log (e2e, &busy->heard);
}

/* To look at the window keeps its main loop busy too: it is left alone meanwhile. */
static void
leave_alone (JpE2e *e2e, Busy *busy)
{
  g_autofree char *log = NULL;

  g_usleep (QUIET_SECONDS * G_USEC_PER_SEC);
  log = read_log (e2e, NULL);
  for (const char *at = log + busy->heard; (at = strstr (at, "busy for ")) != NULL;)
    {
      gint64 ms = g_ascii_strtoll (at + strlen ("busy for "), NULL, 10);

      at += strlen ("busy for ");
      busy->n += ms > AIM_MS;
      busy->longest = MAX (busy->longest, ms);
    }
}

static void
tell (const char *what, const Busy *busy)
{
  g_print ("# 100,000 rows %s: the main loop's longest turn took %" G_GINT64_FORMAT " ms; over %d ms: %u times "
           "(aim 0: %s)\n", what, busy->longest, AIM_MS, busy->n, busy->n == 0 ? "met" : "MISSED");
}

static void
bench_import (JpE2e *e2e)
{
  g_autofree char *clusters = jp_e2e_path (e2e, "clusters.csv");
  g_autofree char *figures = jp_e2e_path (e2e, "figures.csv");
  Busy preview = { 0 }, import = { 0 };

  write_clusters (clusters);
  write_figures (figures);
  g_free (jp_e2e_ctl (e2e, "jiping.db", "init", NULL));
  g_free (jp_e2e_ctl (e2e, "jiping.db", "import", clusters, NULL));
  g_setenv ("JIPING_WATCHDOG", TOLD_MS, TRUE);
  jp_e2e_start (e2e, "--today=" JP_E2E_TODAY, "--page=clusters", "jiping.db", NULL);
  jp_e2e_wait (e2e, JP_ROLE_ANY, "共 4000 个集群");

  jp_e2e_press (e2e, JP_ROLE_BUTTON, "导入和导出(X)");
  jp_e2e_wait (e2e, JP_ROLE_ANY, "导入(I)…");
  jp_e2e_wait_focus (e2e, JP_ROLE_ANY, "导入(I)…");
  jp_e2e_key (e2e, "Return");
  jp_e2e_choose_file (e2e, figures);
  begin_listening (e2e, &preview);
  leave_alone (e2e, &preview);
  jp_e2e_wait_focus (e2e, JP_ROLE_BUTTON, "导入(I)");
  begin_listening (e2e, &import);
  jp_e2e_key (e2e, "Return");
  leave_alone (e2e, &import);
  jp_e2e_wait_gone (e2e, JP_ROLE_ANY, "取消(C)");
  tell ("previewed", &preview);
  tell ("imported", &import);
}

int
main (int argc, char **argv)
{
  jp_e2e_init (&argc, &argv);
  jp_e2e_add ("/bench/import-window", bench_import);

  return g_test_run ();
}
