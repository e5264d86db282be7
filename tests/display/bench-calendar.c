/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a frame of the timeline takes with 300 rows, scrolled down as far as it goes, and how long a month takes to
 * give way to the next. Each beside a baseline of the same run: as many texts laid out anew. Aims: 8 ms, 50 ms. */

#include "jp-calendar-page.h"
#include "jp-display-test.h"
#include "jp-month-view.h"
#include "jp-timeline-view.h"

#define ROWS     300
#define FRAMES   60
#define FRAME_MS 8
#define MONTH_MS 50

static double
ms_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

/* A hundred texts as a month or a frame has them, laid out from nothing. */
static double
baseline (GtkWidget *widget)
{
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *text = g_strdup_printf ("厦门市第%u号示例产业集群", i);
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
      int width;

      pango_layout_get_pixel_size (layout, &width, NULL);
    }

  return ms_since (start);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

/* The median is what is aimed at: the worst tells of the machine's other work too. */
static void
tell (const char *what, GArray *times, double aim, double base)
{
  double median, worst;

  g_array_sort (times, compare_times);
  median = g_array_index (times, double, times->len / 2);
  worst = g_array_index (times, double, times->len - 1);
  g_print ("# %s: median %.2f ms, worst %.2f ms, %.2f × a hundred texts (%.2f ms), aim %.0f ms: %s\n", what, median,
           worst, median / base, base, aim, median <= aim ? "met" : "MISSED");
}

/* The sample's clusters, in every state, as often as it takes. */
static GPtrArray *
many_rows (JpSession *session)
{
  JpSnapshot *snapshot = jp_session_get_snapshot (session);
  GPtrArray *rows = jp_timeline_rows_new (jp_snapshot_get_dossiers (snapshot), jp_snapshot_get_duties (snapshot),
                                          jp_snapshot_get_context (snapshot));
  GPtrArray *many = g_ptr_array_new_full (ROWS, NULL);

  for (guint i = 0; i < ROWS; i++)
    g_ptr_array_add (many, g_ptr_array_index (rows, i % rows->len));
  g_object_set_data_full (G_OBJECT (session), "rows", rows, (GDestroyNotify) g_ptr_array_unref);

  return many;
}

static void
bench_frames (JpTimeline *timeline, JpSession *session)
{
  g_autoptr (GPtrArray) rows = many_rows (session);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  double base = baseline (GTK_WIDGET (timeline)), taken;
  GtkAdjustment *down;

  jp_timeline_show (timeline, rows, jp_session_get_today (session));
  g_object_get (timeline, "vadjustment", &down, NULL);
  for (guint i = 0; i < FRAMES; i++)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      g_autoptr (GskRenderNode) node = NULL;
      gint64 start;

      gtk_adjustment_set_value (down, i * gtk_adjustment_get_upper (down) / FRAMES);
      start = g_get_monotonic_time ();
      GTK_WIDGET_GET_CLASS (timeline)->snapshot (GTK_WIDGET (timeline), snapshot);
      taken = ms_since (start);
      g_array_append_val (times, taken);
      g_assert_cmpuint (jp_timeline_get_n_drawn (timeline), >, 3);
      node = gtk_snapshot_free_to_node (snapshot);
    }
  tell ("a frame of the timeline", times, FRAME_MS, base);
  g_object_unref (down);
}

static void
bench_months (JpMonthView *view)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  double base = baseline (GTK_WIDGET (view)), taken;

  for (guint i = 0; i < 24; i++)
    {
      gint64 start = g_get_monotonic_time ();

      jp_month_view_move (view, 1);
      taken = ms_since (start);
      g_array_append_val (times, taken);
    }
  tell ("another month", times, MONTH_MS, base);
}

static void
bench (JpDisplay *display, gconstpointer data)
{
  GtkWidget *page;

  jp_window_go (display->window, "calendar#timeline");
  jp_display_settle (display);
  jp_display_settle (display);
  page = jp_display_find (GTK_WIDGET (display->window), JP_TYPE_CALENDAR_PAGE, NULL);
  bench_frames (JP_TIMELINE (jp_display_find (page, JP_TYPE_TIMELINE, NULL)), display->session);
  jp_window_go (display->window, "calendar#month");
  jp_display_settle (display);
  bench_months (JP_MONTH_VIEW (jp_display_find (page, JP_TYPE_MONTH_VIEW, NULL)));
}

int
main (int argc, char **argv)
{
  jp_display_init (&argc, &argv);
  g_test_add ("/bench/calendar", JpDisplay, GUINT_TO_POINTER (JP_DISPLAY_SAMPLE), jp_display_set_up, bench,
              jp_display_tear_down);

  return g_test_run ();
}
