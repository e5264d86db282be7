/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The guide, as F1 opens it: at the part about the page, with its picture, all of it from the program itself. */

#include "jp-display-test.h"
#include "jp-help-window.h"
#include "jp-pages.h"

static GtkStack *
open_help (JpDisplay *display)
{
  JpHelpWindow *window = jp_help_window_new (GTK_WINDOW (display->window));

  jp_help_window_open (window, jp_window_get_page (display->window));
  gtk_window_present (GTK_WINDOW (window));
  jp_display_settle (display);

  return GTK_STACK (jp_display_find (GTK_WIDGET (window), GTK_TYPE_STACK, NULL));
}

static void
test_each_page (JpDisplay *display, gconstpointer data)
{
  for (guint i = 0; jp_pages_nth (i) != NULL; i++)
    {
      const JpPageInfo *page = jp_pages_nth (i);
      GtkStack *parts;
      GtkWidget *picture;

      if (page->parent != NULL)
        continue;

      jp_window_go (display->window, page->id);
      jp_display_settle (display);
      parts = open_help (display);
      g_assert_cmpstr (gtk_stack_get_visible_child_name (parts), ==, page->id);

      picture = jp_display_find (gtk_stack_get_visible_child (parts), GTK_TYPE_PICTURE, NULL);
      g_assert_nonnull (picture);
      g_assert_nonnull (gtk_picture_get_paintable (GTK_PICTURE (picture)));
      g_assert_cmpint (gtk_widget_get_height (picture), >, gtk_widget_get_width (picture) / 2);
      g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_LABEL));
      if (i == 0)
        jp_display_shoot (GTK_WIDGET (jp_display_dialog (display)), "help");

      gtk_window_destroy (jp_display_dialog (display));
      jp_display_settle (display);
    }
}

/* Beside the pages: what a bureau asks when something is wrong, or new. */
static void
test_other_parts (JpDisplay *display, gconstpointer data)
{
  static const char * const parts[] = {
    "start", "undo", "dossier", "year", "safety", "moving", "privacy", "errors", "questions", "keys",
  };
  GtkStack *stack = open_help (display);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    g_assert_nonnull (gtk_stack_get_child_by_name (stack, parts[i]));
  gtk_stack_set_visible_child_name (stack, "errors");
  jp_display_settle (display);
  jp_display_shoot (GTK_WIDGET (jp_display_dialog (display)), "help-errors");
  gtk_window_destroy (jp_display_dialog (display));
  jp_display_settle (display);
}

/* Every part of the keys is one page: a switch between several makes GTK 4.8 complain of its labels. */
static void
test_keys (JpDisplay *display, gconstpointer data)
{
  static const char * const parts[] = { "shortcuts", "assessment", "calendar", "ledgers" };
  GtkWindow *keys;

  gtk_widget_activate_action (GTK_WIDGET (display->window), "win.show-help-overlay", NULL);
  keys = GTK_WINDOW (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (display->window)));
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *shot = g_strconcat ("keys-", parts[i], NULL);

      g_object_set (keys, "section-name", parts[i], NULL);
      jp_display_settle (display);
      jp_display_shoot (GTK_WIDGET (keys), shot);
    }
  gtk_window_close (keys);
  jp_display_settle (display);
}

static void
add (const char *path, void (*test) (JpDisplay *, gconstpointer))
{
  g_test_add (path, JpDisplay, GUINT_TO_POINTER (JP_DISPLAY_LEDGER), jp_display_set_up, test, jp_display_tear_down);
}

int
main (int argc, char **argv)
{
  jp_display_init (&argc, &argv);

  add ("/display/help/each-page", test_each_page);
  add ("/display/help/keys", test_keys);
  add ("/display/help/other-parts", test_other_parts);

  return g_test_run ();
}
