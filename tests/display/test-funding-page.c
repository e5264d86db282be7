/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-display-test.h"
#include "jp-funding-budget.h"
#include "jp-funding-cell.h"
#include "jp-funding-matrix.h"
#include "jp-funding-page.h"

#include <string.h>

static GtkWidget *
go (JpDisplay *display, const char *place)
{
  GtkWidget *page;

  jp_window_go (display->window, place);
  jp_display_settle (display);
  page = jp_display_find (GTK_WIDGET (display->window), JP_TYPE_FUNDING_PAGE, NULL);
  g_assert_nonnull (page);

  return page;
}

static void
shoot (JpDisplay *display, const char *name)
{
  jp_display_shoot (GTK_WIDGET (display->window), name);
}

static void
test_looks (JpDisplay *display, gconstpointer data)
{
  go (display, "funding");
  shoot (display, "funding-1366");
  jp_display_dark (TRUE);
  jp_display_settle (display);
  shoot (display, "funding-1366-dark");
  jp_display_dark (FALSE);
  go (display, "funding#budget");
  shoot (display, "funding-budget-1366");
  jp_display_text (200);
  jp_display_settle (display);
  shoot (display, "funding-budget-1366-200");
  go (display, "funding#matrix");
  shoot (display, "funding-1366-200");
  jp_display_text (100);
  jp_display_size (display, 1920, 1080);
  shoot (display, "funding-1920");
  jp_display_size (display, 860, 768);
  shoot (display, "funding-860");
}

static void
test_empty (JpDisplay *display, gconstpointer data)
{
  go (display, "funding");
  g_assert_nonnull (jp_display_find (GTK_WIDGET (display->window), ADW_TYPE_STATUS_PAGE, NULL));
  shoot (display, "funding-empty-1366");
}

/* How many lines the list of the matrix has. */
static guint
n_lines (GtkWidget *page)
{
  GtkWidget *list = jp_display_find (page, GTK_TYPE_LIST_VIEW, NULL);

  return list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))) : 0;
}

static void
type_search (JpDisplay *display, GtkWidget *page, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (jp_display_find (page, GTK_TYPE_SEARCH_ENTRY, NULL)), text);
  jp_display_settle (display);
}

static void
test_search (JpDisplay *display, gconstpointer data)
{
  GtkWidget *page = go (display, "funding");
  guint all = n_lines (page);

  g_assert_cmpuint (all, >, 10);
  type_search (display, page, "jqr");
  g_assert_cmpuint (n_lines (page), ==, 1);
  g_assert_nonnull (jp_display_find (page, JP_TYPE_FUNDING_CELL, NULL));
  type_search (display, page, "zzzz");
  g_assert_cmpuint (n_lines (page), ==, 0);
  shoot (display, "funding-no-hit-1366");
  type_search (display, page, "");
  g_assert_cmpuint (n_lines (page), ==, all);
}

/* Filters are found again by a page made anew; nonsense is refused quietly. */
static void
test_state_is_kept (JpDisplay *display, gconstpointer data)
{
  GtkWidget *page = go (display, "funding#budget");
  GtkWidget *again = g_object_ref_sink (g_object_new (JP_TYPE_FUNDING_PAGE, NULL));
  g_autoptr (GVariant) odd = g_variant_ref_sink (g_variant_new_parsed ("{'search': <7>, 'marks': <'x'>}"));
  g_autoptr (GVariant) before = NULL;
  g_autoptr (GVariant) after = NULL;

  type_search (display, page, "hc");
  before = jp_page_get_state (JP_PAGE (page));
  jp_page_set_state (JP_PAGE (again), odd);
  jp_page_set_state (JP_PAGE (again), before);
  after = jp_page_get_state (JP_PAGE (again));
  g_assert_true (g_variant_equal (before, after));
  g_assert_finalize_object (again);
}

static void
on_text (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
assert_copied (JpDisplay *display, GtkWidget *page, const char *head, guint least)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  gtk_widget_activate_action (page, "funding.copy", NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (page), NULL, on_text, &text);
  jp_display_settle (display);
  g_assert_nonnull (text);
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  g_assert_cmpstr (lines[0], ==, head);
  g_assert_cmpuint (g_strv_length (lines), >, least);
}

static void
test_copy (JpDisplay *display, gconstpointer data)
{
  GtkWidget *page = go (display, "funding");

  assert_copied (display, page, "集群\t年次\t财政年度\t应得（万元）\t已下达（万元）\t状态\t依据", 3 * n_lines (page) - 1);
  go (display, "funding#budget");
  assert_copied (display, page, "集群\t年次\t状态\t已下达（万元）\t已确定（万元）\t预计（万元）\t最高（万元）\t依据", 5);
}

static void
test_finalized (JpDisplay *display, gconstpointer data)
{
  GtkWidget *page = g_object_ref_sink (g_object_new (JP_TYPE_FUNDING_PAGE, NULL));

  jp_page_set_session (JP_PAGE (page), display->session);
  jp_display_settle (display);
  g_assert_finalize_object (page);
}

int
main (int argc, char *argv[])
{
  jp_display_init (&argc, &argv);

#define ADD(path, file, test) \
  g_test_add ("/display/funding/" path, JpDisplay, GUINT_TO_POINTER (file), jp_display_set_up, test, jp_display_tear_down)
  ADD ("looks", JP_DISPLAY_SAMPLE, test_looks);
  ADD ("empty", JP_DISPLAY_EMPTY, test_empty);
  ADD ("search", JP_DISPLAY_SAMPLE, test_search);
  ADD ("state-is-kept", JP_DISPLAY_SAMPLE, test_state_is_kept);
  ADD ("copy", JP_DISPLAY_SAMPLE, test_copy);
  ADD ("finalized", JP_DISPLAY_SAMPLE, test_finalized);

  return g_test_run ();
}
