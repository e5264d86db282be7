/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From starting the program to its first frame, and to a dashboard with its duties: against a bare window with a header
 * bar and one Chinese label, started in turn with it. Aims: 1.3 times, 2 times, 130 MB. */

#include "jp-display-test.h"
#include "jp-duty-list.h"
#include "jp-sample.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define N_RUNS      7
#define FRAME_AIM   1.3
#define FILLED_AIM  2.0
#define MEMORY_AIM  130.0
#define START       "JP_BENCH_START" /* the parent's clock as it starts a child, in microseconds */
#define DAY         "--today=" JP_DISPLAY_TODAY

/* What a child tells: milliseconds and megabytes. */
typedef struct
{
  double frame, filled, memory;
} Times;

static double
ms_since_start (void)
{
  return (double) (g_get_monotonic_time () - g_ascii_strtoll (g_getenv (START), NULL, 10)) / 1000.0;
}

static double
resident_megabytes (void)
{
  g_autofree char *status = NULL;
  const char *line;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  line = strstr (status, "VmRSS:");
  g_assert_nonnull (line);
  return (double) g_ascii_strtoll (line + strlen ("VmRSS:"), NULL, 10) / 1024.0;
}

/* The child's window: what has been seen of it. */
typedef struct
{
  GtkWindow *window;
  Times      times;
  gboolean   bare;
} Watch;

static void
on_painted (GdkFrameClock *clock, Watch *watch)
{
  if (watch->times.frame <= 0)
    watch->times.frame = ms_since_start ();
  if (!watch->bare && jp_display_find (GTK_WIDGET (watch->window), JP_TYPE_DUTY_LIST, NULL) == NULL)
    return;

  watch->times.filled = ms_since_start ();
  watch->times.memory = resident_megabytes ();
  g_print ("%.3f %.3f %.3f\n", watch->times.frame, watch->times.filled, watch->times.memory);
  fflush (stdout);
  _exit (0); /* what comes after is not measured */
}

static void
on_realized (GtkWidget *window, Watch *watch)
{
  watch->window = GTK_WINDOW (window);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_painted), watch);
}

static void
on_window_added (GtkApplication *application, GtkWindow *window, Watch *watch)
{
  g_signal_connect (window, "realize", G_CALLBACK (on_realized), watch);
}

static void
on_activate_bare (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), gtk_label_new ("中小企业特色产业集群"));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  gtk_window_present (GTK_WINDOW (window));
}

static int
be_a_child (int argc, char **argv)
{
  Watch watch = { .bare = g_str_equal (argv[1], "bare") };
  GtkApplication *application;

  if (watch.bare)
    {
      application = GTK_APPLICATION (adw_application_new ("org.jiping.Bare", G_APPLICATION_NON_UNIQUE));
      g_signal_connect (application, "activate", G_CALLBACK (on_activate_bare), NULL);
    }
  else
    {
      application = GTK_APPLICATION (jp_application_new ());
      g_application_set_flags (G_APPLICATION (application),
                               g_application_get_flags (G_APPLICATION (application)) | G_APPLICATION_NON_UNIQUE);
    }
  g_signal_connect (application, "window-added", G_CALLBACK (on_window_added), &watch);
  if (watch.bare)
    return g_application_run (G_APPLICATION (application), 1, argv);

  argv[1] = argv[0];
  return g_application_run (G_APPLICATION (application), argc - 1, argv + 1);
}

/* Starts @self as a child; @path NULL: the bare window. */
static Times
start_child (const char *self, const char *path)
{
  const char *bare[] = { self, "bare", NULL };
  const char *full[] = { self, "window", DAY, path, NULL };
  g_autofree char *start = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;
  char *rest;
  Times times;

  g_setenv (START, start, TRUE);
  g_spawn_sync (NULL, (char **) (path == NULL ? bare : full), NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out, NULL,
                NULL, &error);
  g_assert_no_error (error);
  times.frame = g_ascii_strtod (out, &rest);
  times.filled = g_ascii_strtod (rest, &rest);
  times.memory = g_ascii_strtod (rest, NULL);
  g_assert_cmpfloat (times.memory, >, 0);

  return times;
}

static int
compare_doubles (const void *a, const void *b)
{
  const double *left = a, *right = b;

  return (*left > *right) - (*left < *right);
}

static double
median (double *values)
{
  qsort (values, N_RUNS, sizeof *values, compare_doubles);
  return values[N_RUNS / 2];
}

static void
bench (const char *self, const char *name, const char *path)
{
  double bare[N_RUNS], empty[N_RUNS], frame[N_RUNS], filled[N_RUNS], memory[N_RUNS];
  double base, first, full;

  for (guint i = 0; i < N_RUNS; i++)
    {
      Times times = start_child (self, path);

      Times plain = start_child (self, NULL);

      bare[i] = plain.frame;
      empty[i] = plain.memory;
      frame[i] = times.frame;
      filled[i] = times.filled;
      memory[i] = times.memory;
    }
  base = median (bare);
  first = median (frame) / base;
  full = median (filled) / base;
  g_print (
    "# %s: bare window %.0f ms; first frame %.2f times (aim %.1f: %s), filled dashboard %.2f times (aim %.1f: %s), "
    "%.0f MB beside %.0f MB (aim %.0f: %s)\n",
    name, base, first, FRAME_AIM, first <= FRAME_AIM ? "met" : "MISSED", full, FILLED_AIM,
    full <= FILLED_AIM ? "met" : "MISSED", median (memory), median (empty), MEMORY_AIM,
    memory[N_RUNS / 2] <= MEMORY_AIM ? "met" : "MISSED");
}

static char *
make_file (const char *folder, const char *name, gboolean many)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (JpStore) store = jp_test_new_store (path);

  if (many)
    jp_test_import_many (store, jp_test_date (JP_DISPLAY_TODAY), 1000, 10);
  else
    jp_casework_sample (store, jp_test_date (JP_DISPLAY_TODAY), &error);
  g_assert_no_error (error);
  jp_store_close (store);

  return path;
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autofree char *sample = NULL;
  g_autofree char *many = NULL;

  if (argc > 1 && (g_str_equal (argv[1], "bare") || g_str_equal (argv[1], "window")))
    return be_a_child (argc, argv);

  folder = g_dir_make_tmp ("jp-bench-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("XDG_STATE_HOME", folder, TRUE);
  sample = make_file (folder, "sample.db", FALSE);
  many = make_file (folder, "many.db", TRUE);
  bench (argv[0], "sample", sample);
  bench (argv[0], "1,000 clusters × 10 years", many);
  jp_test_remove (folder);

  return 0;
}
