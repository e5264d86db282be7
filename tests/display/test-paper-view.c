/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-display-test.h"
#include "jp-paper-bar.h"
#include "jp-paper-sheet.h"

#include "../report/paper-fixture.h"

/* A preview in a window of its own. */
typedef struct
{
  Fixture      paper;
  GtkWindow   *window;
  JpPaperView *view;
  JpPaperBar  *bar;
} Preview;

static void
set_up (Preview *preview, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture_set_up (&preview->paper, NULL);
  g_resources_get_info ("/org/jiping/Jiping/style.css", 0, NULL, NULL, NULL);
  preview->window = GTK_WINDOW (gtk_window_new ());
  preview->view = JP_PAPER_VIEW (jp_paper_view_new ());
  preview->bar = JP_PAPER_BAR (jp_paper_bar_new ());
  jp_paper_bar_set_view (preview->bar, preview->view);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (preview->bar));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (preview->view));
  gtk_window_set_child (preview->window, box);
  gtk_window_set_default_size (preview->window, 664, 720);
  gtk_window_present (preview->window);
}

static void
tear_down (Preview *preview, gconstpointer data)
{
  gtk_window_destroy (preview->window);
  jp_display_wait (50);
  fixture_tear_down (&preview->paper, NULL);
}

/* Assessment papers of two pages each. */
static GPtrArray *
papers (Preview *preview, guint n)
{
  g_autoptr (JpDossier) dossier = fixture_dossier ();
  g_autoptr (JpResult) result = jp_result_new (dossier, &preview->paper.context, 2025);
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_paper_free);
  JpPaperOptions options = { 0 };

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (list, jp_assessment_paper_new (result, NULL, &preview->paper.context, &options));

  return list;
}

static void
show (Preview *preview, guint n, gboolean keep_place)
{
  jp_paper_view_show_list (preview->view, papers (preview, n), keep_place);
  while (jp_paper_view_get_busy (preview->view))
    g_main_context_iteration (NULL, TRUE);
  jp_display_wait (150);
}

static guint
n_sheets (GtkWidget *root)
{
  guint n = JP_IS_PAPER_SHEET (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += n_sheets (child);

  return n;
}

static void
test_shows (Preview *preview, gconstpointer data)
{
  GtkWidget *sheet;

  show (preview, 1, FALSE);
  g_assert_cmpuint (jp_paper_view_get_n_pages (preview->view), ==, 2);
  g_assert_cmpuint (jp_paper_view_get_page (preview->view), ==, 1);
  sheet = jp_display_find (GTK_WIDGET (preview->view), JP_TYPE_PAPER_SHEET, "Page 1 of 2");
  g_assert_nonnull (sheet);
  /* A4, whole. */
  g_assert_cmpfloat_with_epsilon ((double) gtk_widget_get_height (sheet) / gtk_widget_get_width (sheet), 297.0 / 210,
                                  0.005);
  g_assert_cmpint (gtk_widget_get_height (sheet), <=, 720);
  gtk_test_accessible_assert_property (sheet, GTK_ACCESSIBLE_PROPERTY_LABEL, "Page 1 of 2");
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (sheet), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  g_assert_nonnull (jp_paper_view_get_note (preview->view)); /* the machine of the tests has no 方正小标宋 */
  jp_display_shoot (GTK_WIDGET (preview->window), "paper-view-page");
  jp_paper_view_set_fit (preview->view, JP_PAPER_FIT_WIDTH);
  jp_display_wait (150);
  g_assert_cmpint (gtk_widget_get_width (sheet), >, 600);
  jp_display_shoot (GTK_WIDGET (preview->window), "paper-view-width");
}

/* However many pages there are, only those near the eye exist. */
static void
test_many (Preview *preview, gconstpointer data)
{
  show (preview, 100, FALSE);
  g_assert_cmpuint (jp_paper_view_get_n_pages (preview->view), ==, 200);
  g_assert_cmpuint (n_sheets (GTK_WIDGET (preview->view)), <=, 3);
  jp_paper_view_set_page (preview->view, 200);
  jp_display_wait (150);
  g_assert_cmpuint (jp_paper_view_get_page (preview->view), ==, 200);
  g_assert_cmpuint (n_sheets (GTK_WIDGET (preview->view)), <=, 3);
  g_assert_nonnull (jp_display_find (GTK_WIDGET (preview->view), JP_TYPE_PAPER_SHEET, "Page 200 of 200"));
  jp_paper_view_set_page (preview->view, 77);
  jp_display_wait (150);
  g_assert_cmpuint (jp_paper_view_get_page (preview->view), ==, 77);
}

/* Another size or other choices: the reader stays where he is; another report begins at its first page. */
static void
test_place_is_kept (Preview *preview, gconstpointer data)
{
  show (preview, 10, FALSE);
  jp_paper_view_set_page (preview->view, 13);
  jp_display_wait (100);
  jp_paper_view_step_zoom (preview->view, 1);
  jp_paper_view_step_zoom (preview->view, 1);
  jp_display_wait (100);
  g_assert_cmpint (jp_paper_view_get_fit (preview->view), ==, JP_PAPER_FIT_NONE);
  g_assert_cmpuint (jp_paper_view_get_page (preview->view), ==, 13);
  show (preview, 10, TRUE);
  g_assert_cmpuint (jp_paper_view_get_page (preview->view), ==, 13);
  show (preview, 3, TRUE);
  g_assert_cmpuint (jp_paper_view_get_page (preview->view), ==, 6);
  show (preview, 10, FALSE);
  g_assert_cmpuint (jp_paper_view_get_page (preview->view), ==, 1);
}

static void
test_zoom (Preview *preview, gconstpointer data)
{
  show (preview, 1, FALSE);
  jp_paper_view_set_zoom (preview->view, 1);
  jp_display_wait (100);
  g_assert_cmpint (gtk_widget_get_width (jp_display_find (GTK_WIDGET (preview->view), JP_TYPE_PAPER_SHEET, NULL)), ==,
                   794);
  jp_paper_view_step_zoom (preview->view, 1);
  g_assert_cmpfloat_with_epsilon (jp_paper_view_get_zoom (preview->view), 1.25, 0.001);
  jp_paper_view_set_zoom (preview->view, 99);
  g_assert_cmpfloat_with_epsilon (jp_paper_view_get_zoom (preview->view), 4, 0.001);
  jp_display_wait (300);
  jp_display_shoot (GTK_WIDGET (preview->window), "paper-view-400");
  jp_paper_view_set_zoom (preview->view, 0);
  g_assert_cmpfloat_with_epsilon (jp_paper_view_get_zoom (preview->view), 0.25, 0.001);
  jp_display_wait (100);
}

static void
test_nothing (Preview *preview, gconstpointer data)
{
  show (preview, 1, FALSE);
  show (preview, 0, FALSE);
  g_assert_cmpuint (jp_paper_view_get_n_pages (preview->view), ==, 0);
  g_assert_cmpuint (jp_paper_view_get_page (preview->view), ==, 0);
  jp_display_shoot (GTK_WIDGET (preview->window), "paper-view-nothing");
  show (preview, 1, FALSE);
  g_assert_cmpuint (jp_paper_view_get_n_pages (preview->view), ==, 2);
  jp_paper_view_show_list (preview->view, papers (preview, 20), FALSE);
  jp_paper_view_show_words (preview->view, "No Cluster", "There is none.");
  jp_display_wait (200);
  g_assert_cmpuint (jp_paper_view_get_n_pages (preview->view), ==, 0);
  g_assert_false (jp_paper_view_get_busy (preview->view));
}

/* What is outdated is never shown, whatever the thread was doing. */
static void
test_last_order_counts (Preview *preview, gconstpointer data)
{
  for (guint i = 0; i < 20; i++)
    {
      jp_paper_view_show_list (preview->view, papers (preview, 30), FALSE);
      g_main_context_iteration (NULL, FALSE);
    }
  show (preview, 2, FALSE);
  g_assert_cmpuint (jp_paper_view_get_n_pages (preview->view), ==, 4);
}

static void
test_no_fonts (Preview *preview, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "jp-no-fonts.conf", NULL);

  g_assert_true (g_file_set_contents (path,
                                      "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig/>",
                                      -1, NULL));
  jp_paper_view_set_fonts_file (preview->view, path);
  show (preview, 1, FALSE);
  g_assert_cmpuint (jp_paper_view_get_n_pages (preview->view), ==, 0);
  g_assert_nonnull (jp_display_find (GTK_WIDGET (preview->view), ADW_TYPE_STATUS_PAGE, NULL));
  jp_display_shoot (GTK_WIDGET (preview->window), "paper-view-no-fonts");
}

static void
test_finalize (void)
{
  GtkWidget *view = g_object_ref_sink (jp_paper_view_new ());
  GtkWidget *bar = g_object_ref_sink (jp_paper_bar_new ());

  jp_paper_bar_set_view (JP_PAPER_BAR (bar), JP_PAPER_VIEW (view));
  g_assert_finalize_object (bar);
  g_assert_finalize_object (view);
}

int
main (int argc, char **argv)
{
  jp_display_init (&argc, &argv);

#define ADD(path, test) g_test_add ("/display/paper-view/" path, Preview, NULL, set_up, test, tear_down)
  ADD ("shows", test_shows);
  ADD ("many", test_many);
  ADD ("place-is-kept", test_place_is_kept);
  ADD ("zoom", test_zoom);
  ADD ("nothing", test_nothing);
  ADD ("last-order-counts", test_last_order_counts);
  ADD ("no-fonts", test_no_fonts);
  g_test_add_func ("/display/paper-view/finalize", test_finalize);

  return g_test_run ();
}
