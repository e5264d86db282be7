/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A thousand clusters in the real window: until the page of the year's assessments is on the screen (aim: 150 ms), and
 * from a keystroke in the points to the changed summary, in the wizard and in the grid (aim: 16 ms). */

#include "jp-assess-work.h"
#include "jp-assessment-page.h"
#include "jp-display-test.h"
#include "jp-points-grid.h"
#include "jp-score-table.h"
#include "jp-wizard-page.h"

#define PAGE_AIM_MS 150
#define KEY_AIM_MS  16
#define YEAR        2025

static double
ms_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

static void
tell (const char *what, double took, double aim)
{
  g_print ("# %s: %.1f ms, aim %.0f ms: %s\n", what, took, aim, took <= aim ? "met" : "MISSED");
}

static gboolean
begin (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  JpAssessAct act = { .kind = JP_ASSESS_OPEN };

  return jp_casework_assess (desk, data, YEAR, &act, error);
}

static void
bench_page (JpDisplay *display, gconstpointer data)
{
  double worst = 0;

  jp_window_go (display->window, "assessment");
  jp_display_settle (display);
  for (guint i = 0; i < 3; i++)
    {
      gint64 start;

      jp_window_go (display->window, "clusters");
      jp_display_settle (display);
      jp_session_set_year (display->session, i % 2 == 0 ? YEAR - 1 : YEAR); /* other results, to be shown anew */
      jp_display_settle (display);
      start = g_get_monotonic_time ();
      jp_window_go (display->window, "assessment");
      while (g_main_context_iteration (NULL, FALSE))
        ;
      worst = MAX (worst, ms_since (start));
      jp_display_settle (display);
    }
  tell ("the page", worst, PAGE_AIM_MS);
}

static void
bench_key (JpDisplay *display, gconstpointer data)
{
  static const char *const typed[] = { "1", "12", "12.", "12.3", "12.34", "1" };
  const JpResult *first = g_ptr_array_index (jp_session_get_results (display->session), 0);
  g_autofree char *place = g_strdup_printf ("assessment#%s@%d", first->dossier->id, YEAR);
  g_autofree char *id = g_strdup (first->dossier->id);
  GtkWidget *page, *table, *entry;
  g_auto (GVariantDict) state = G_VARIANT_DICT_INIT (NULL);
  g_autoptr (GVariant) step = NULL;
  double worst = 0;

  jp_session_do (display->session, begin, g_steal_pointer (&id), g_free);
  jp_display_settle (display);
  jp_window_go (display->window, place);
  jp_display_settle (display);
  page = jp_display_find (GTK_WIDGET (display->window), JP_TYPE_WIZARD_PAGE, NULL);
  g_variant_dict_insert (&state, "step", "s", "points");
  step = g_variant_ref_sink (g_variant_dict_end (&state));
  jp_page_set_state (JP_PAGE (page), step);
  jp_display_settle (display);
  table = jp_display_find (page, JP_TYPE_SCORE_TABLE, NULL);
  entry = jp_score_table_get_entry (JP_SCORE_TABLE (table), 0, FALSE);
  gtk_widget_grab_focus (entry);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      gint64 start = g_get_monotonic_time ();

      gtk_editable_set_text (GTK_EDITABLE (entry), typed[i]);
      worst = MAX (worst, ms_since (start));
      jp_display_settle (display);
    }
  tell ("a keystroke", worst, KEY_AIM_MS);
}

/* In the grid: what is typed, and a row further at the edge, where every row on the screen stands for another cluster.
 */
static void
bench_grid (JpDisplay *display, gconstpointer data)
{
  static const char *const typed[] = { "1", "12", "12.", "12.3", "12.34", "1" };
  const JpResult *first = g_ptr_array_index (jp_session_get_results (display->session), 0);
  g_autofree char *id = g_strdup (first->dossier->id);
  JpPointsGrid *grid;
  GtkWidget *entry;
  double worst = 0;

  jp_session_do (display->session, begin, g_steal_pointer (&id), g_free);
  jp_display_settle (display);
  jp_window_go (display->window, "assessment-batch");
  jp_display_settle (display);
  grid = JP_POINTS_GRID (jp_display_find (GTK_WIDGET (display->window), JP_TYPE_POINTS_GRID, NULL));
  jp_points_grid_choose (grid, 0, 0, 0, 0);
  jp_points_grid_take_focus (grid);
  jp_display_settle (display);
  entry = jp_points_grid_get_entry (grid, 0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      gint64 start = g_get_monotonic_time ();

      gtk_editable_set_text (GTK_EDITABLE (entry), typed[i]);
      worst = MAX (worst, ms_since (start));
      jp_display_settle (display);
    }
  tell ("a keystroke in the grid", worst, KEY_AIM_MS);

  worst = 0;
  for (guint i = 1; i < 60; i++)
    {
      gint64 start = g_get_monotonic_time ();

      jp_points_grid_go_on (grid);
      worst = MAX (worst, ms_since (start));
      jp_display_wait (5);
    }
  tell ("a row further in the grid", worst, KEY_AIM_MS);
}

int
main (int argc, char **argv)
{
  jp_display_init (&argc, &argv);

#define ADD(path, bench) \
  g_test_add (path, JpDisplay, GUINT_TO_POINTER (JP_DISPLAY_THOUSAND), jp_display_set_up, bench, jp_display_tear_down)
  ADD ("/bench/assessment-window/page", bench_page);
  ADD ("/bench/assessment-window/keystroke", bench_key);
  ADD ("/bench/assessment-window/grid", bench_grid);

  return g_test_run ();
}
