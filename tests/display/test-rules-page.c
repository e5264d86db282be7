/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-display-test.h"
#include "jp-form.h"
#include "jp-rules-page.h"

#include <string.h>

static JpPage *
rules (JpDisplay *display, const char *place)
{
  jp_window_go (display->window, place);
  jp_display_settle (display);
  return JP_PAGE (jp_display_find (GTK_WIDGET (display->window), JP_TYPE_RULES_PAGE, NULL));
}

/* A narrow window; every chapter in every look is with the looks of all pages. */
static void
test_narrow (JpDisplay *display, gconstpointer data)
{
  g_assert_nonnull (rules (display, "rules#indicators"));
  jp_display_size (display, 900, 768);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (display->window)), <=, 900);
  jp_display_shoot (GTK_WIDGET (display->window), "rules-indicators-900");
}

/* What the pack in force says, with its articles. */
static void
test_readable (JpDisplay *display, gconstpointer data)
{
  JpPage *page = rules (display, "rules#times");

  g_assert_nonnull (jp_display_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "1月1日—3月31日"));
  g_assert_nonnull (jp_display_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "4月30日"));
  rules (display, "rules#indicators");
  g_assert_nonnull (jp_display_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "100.00"));
  g_assert_nonnull (jp_display_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "示例 · 评分标准未核定"));
  rules (display, "rules#nonsense");
  g_assert_nonnull (jp_display_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "100.00"));
}

/* Confirming asks for the document, and takes the mark away. */
static void
test_confirm (JpDisplay *display, gconstpointer data)
{
  JpPage *page = rules (display, "rules#scope");
  JpForm *form;

  gtk_widget_activate_action (GTK_WIDGET (page), "rules.confirm", NULL);
  jp_display_settle (display);
  form = JP_FORM (jp_display_dialog (display));
  jp_form_accept (form);
  jp_display_settle (display);
  g_assert_nonnull (jp_field_get_error (jp_form_get (form, "document")));
  jp_field_set_text (jp_form_get (form, "document"), "厦工信企业〔2026〕7号");
  jp_display_shoot (GTK_WIDGET (form), "rules-confirm");
  jp_form_accept (form);
  jp_display_settle (display);
  g_assert_null (jp_display_dialog (display));
  g_assert_nonnull (jp_display_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "评分标准已核定"));
  g_assert_nonnull (strstr (display->said, "厦工信企业〔2026〕7号"));
}

static void
test_finalize (JpDisplay *display, gconstpointer data)
{
  GtkWidget *page = g_object_ref_sink (g_object_new (JP_TYPE_RULES_PAGE, NULL));

  jp_page_set_session (JP_PAGE (page), display->session);
  jp_page_open (JP_PAGE (page), "curves");
  jp_display_settle (display);
  g_assert_finalize_object (page);
}

int
main (int argc, char **argv)
{
  jp_display_init (&argc, &argv);

#define ADD(path, file, test) \
  g_test_add ("/display/rules/" path, JpDisplay, GUINT_TO_POINTER (file), jp_display_set_up, test, jp_display_tear_down)
  ADD ("narrow", JP_DISPLAY_SAMPLE, test_narrow);
  ADD ("R-PACK/readable", JP_DISPLAY_LEDGER, test_readable);
  ADD ("R-PACK/confirm", JP_DISPLAY_LEDGER, test_confirm);
  ADD ("finalize", JP_DISPLAY_LEDGER, test_finalize);

  return g_test_run ();
}
