/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ten thousand clusters in the real window: from a keystroke to the changed table, and to the frame that shows it. Aim:
 * 30 ms to the table. */

#include "jp-clusters-page.h"
#include "jp-display-test.h"

#define AIM_MS 30

static void
on_after_paint (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

static double
ms_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

/* One frame. */
static void
paint (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), &painted);

  gtk_widget_queue_draw (widget);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

static void
bench (JpDisplay *display, gconstpointer data)
{
  static const char *const typed[] = { "j", "jq", "jqr", "jqrc", "", "第9" };
  GtkWidget *page, *search;
  double worst = 0;

  jp_window_go (display->window, "clusters");
  jp_display_settle (display);
  page = jp_display_find (GTK_WIDGET (display->window), JP_TYPE_CLUSTERS_PAGE, NULL);
  while (jp_display_find (page, GTK_TYPE_COLUMN_VIEW, NULL) == NULL)
    jp_display_settle (display);
  search = jp_display_find (page, GTK_TYPE_SEARCH_ENTRY, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      gint64 start = g_get_monotonic_time ();
      double changed;

      gtk_editable_set_text (GTK_EDITABLE (search), typed[i]);
      changed = ms_since (start);
      paint (page);
      g_print ("# “%s”: table %.1f ms, frame %.1f ms\n", typed[i], changed, ms_since (start));
      worst = MAX (worst, changed);
      jp_display_settle (display);
    }
  g_print ("# worst %.1f ms, aim %d ms: %s\n", worst, AIM_MS, worst <= AIM_MS ? "met" : "MISSED");
}

int
main (int argc, char **argv)
{
  jp_display_init (&argc, &argv);
  g_test_add ("/bench/ledger-window", JpDisplay, GUINT_TO_POINTER (JP_DISPLAY_MANY), jp_display_set_up, bench,
              jp_display_tear_down);

  return g_test_run ();
}
