/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From one page to the next and the next frame, with the sample data and with 10,000 clusters (aim: 100 ms). The first
 * time a page is also made; the times after it are those of a working day. */

#include "jp-display-test.h"
#include "jp-pages.h"

#define AIM_MS  100
#define N_TIMES 3

static double
ms_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

static void
on_painted (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

/* Until the page is on the screen; what the window does afterwards is waited for, not counted. */
static double
go (JpDisplay *display, const char *page)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (display->window));
  gboolean painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_painted), &painted);
  gint64 start = g_get_monotonic_time ();
  double took;

  jp_window_go (display->window, page);
  gtk_widget_queue_draw (GTK_WIDGET (display->window));
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  took = ms_since (start);
  g_signal_handler_disconnect (clock, handler);
  jp_display_settle (display);

  return took;
}

static void
bench (JpDisplay *display, gconstpointer file)
{
  double worst[32] = { 0 };

  for (guint turn = 0; turn <= N_TIMES; turn++)
    for (guint i = 0; jp_pages_nth (i) != NULL; i++)
      {
        double took;

        g_assert_cmpuint (i, <, G_N_ELEMENTS (worst));
        if (jp_pages_nth (i)->parent != NULL)
          continue;
        took = go (display, jp_pages_nth (i)->id);
        if (turn == 0)
          g_print ("# %s, made: %.0f ms\n", jp_pages_nth (i)->id, took);
        else
          worst[i] = MAX (worst[i], took);
      }
  for (guint i = 0; jp_pages_nth (i) != NULL; i++)
    if (jp_pages_nth (i)->parent == NULL)
      g_print ("# %s, again: %.0f ms, aim %d ms: %s\n", jp_pages_nth (i)->id, worst[i], AIM_MS,
               worst[i] <= AIM_MS ? "met" : "MISSED");
}

int
main (int argc, char **argv)
{
  jp_display_init (&argc, &argv);
  g_test_add ("/bench/page-switch/sample", JpDisplay, GUINT_TO_POINTER (JP_DISPLAY_SAMPLE), jp_display_set_up, bench,
              jp_display_tear_down);
  g_test_add ("/bench/page-switch/many", JpDisplay, GUINT_TO_POINTER (JP_DISPLAY_MANY), jp_display_set_up, bench,
              jp_display_tear_down);

  return g_test_run ();
}
