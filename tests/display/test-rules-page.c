/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-display-test.h"
#include "jp-form.h"
#include "jp-rules-acts.h"
#include "jp-rules-draft.h"
#include "jp-rules-editor.h"
#include "jp-rules-holidays.h"
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

static JpField *
nth_field (GtkWidget *root, guint *skip)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      JpField *found;

      if (JP_IS_FIELD (child) && (*skip)-- == 0)
        return JP_FIELD (child);
      found = nth_field (child, skip);
      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The field of the @n-th entry with that label, by typing into it. */
static JpField *
type_into (JpDisplay *display, const char *label, guint n, const char *text)
{
  JpField *field = NULL;

  for (guint i = 0;; i++)
    {
      guint skip = i;
      GtkWidget *entry;

      field = nth_field (GTK_WIDGET (display->window), &skip);
      g_assert_nonnull (field);
      entry = jp_display_find (GTK_WIDGET (field), GTK_TYPE_ENTRY, label);
      if (entry != NULL && n-- == 0)
        {
          gtk_editable_set_text (GTK_EDITABLE (entry), text);
          jp_display_settle (display);
          return field;
        }
    }
}

static GtkWidget *
editor (JpDisplay *display, const char *place)
{
  jp_window_go (display->window, place);
  jp_display_settle (display);
  return jp_display_find (GTK_WIDGET (display->window), JP_TYPE_RULES_EDITOR, NULL);
}

/* Weight moves from one indicator to another: what is wrong meanwhile is said beside the field; the draft outlives the
 * page; what it would change is shown; put in force, the year to come has it and the years before keep theirs. */
static void
test_edit (JpDisplay *display, gconstpointer data)
{
  GtkWidget *page = editor (display, "rules-editor#indicators");
  const JpContext *context;
  JpField *field;
  JpForm *form;

  jp_display_shoot (GTK_WIDGET (display->window), "editor-indicators-1366");
  field = type_into (display, "Weight", 0, "十五");
  g_assert_nonnull (jp_field_get_error (field));
  jp_display_shoot (GTK_WIDGET (display->window), "editor-fault-1366");
  field = type_into (display, "Weight", 0, "15.00");
  g_assert_null (jp_field_get_error (field));
  g_assert_nonnull (jp_display_find (page, GTK_TYPE_LABEL, "Weights 95.00 of 100.00"));
  gtk_widget_activate_action (page, "rules-editor.force", NULL); /* not before it is in order */
  jp_display_settle (display);
  g_assert_null (jp_display_dialog (display));

  {
    GtkWidget *again = g_object_ref_sink (g_object_new (JP_TYPE_RULES_EDITOR, NULL));

    jp_page_set_session (JP_PAGE (again), display->session);
    jp_page_show_again (JP_PAGE (again));
    jp_display_settle (display);
    g_assert_finalize_object (again);
  }

  type_into (display, "Weight", 6, "15.00");
  g_assert_nonnull (jp_display_find (page, GTK_TYPE_LABEL, "Weights 100.00 of 100.00"));
  gtk_widget_activate_action (page, "rules-editor.simulate", NULL);
  jp_display_settle (display);
  jp_display_shoot (GTK_WIDGET (jp_display_dialog (display)), "editor-what-if");
  gtk_window_destroy (jp_display_dialog (display));
  jp_display_settle (display);

  gtk_widget_activate_action (page, "rules-editor.force", NULL);
  jp_display_settle (display);
  form = JP_FORM (jp_display_dialog (display));
  jp_display_shoot (GTK_WIDGET (form), "editor-force");
  jp_form_accept (form);
  jp_display_settle (display);
  jp_display_settle (display);
  g_assert_null (jp_display_dialog (display));
  g_assert_cmpstr (display->said, ==, "启用规则包 xiamen-2024 第2版");
  jp_display_shoot (GTK_WIDGET (display->window), "rules-two-versions-1366");

  context = jp_session_get_context (display->session);
  g_assert_cmpuint (jp_pack_set_for_year (context->packs, 2024)->version, ==, 1);
  g_assert_cmpuint (jp_pack_set_for_year (context->packs, 2025)->version, ==, 1);
  g_assert_cmpuint (jp_pack_set_for_year (context->packs, 2026)->version, ==, 2);
  g_assert_cmpint (jp_pack_set_for_year (context->packs, 2026)->indicators[0].weight, ==, 1500);
  g_assert_cmpint (jp_pack_set_for_year (context->packs, 2026)->indicators[6].weight, ==, 1500);
}

/* Every chapter has its fields, in every look; lists grow and shrink. */
static void
test_chapters (JpDisplay *display, gconstpointer data)
{
  static const char *const chapters[]
    = { "scope", "bands", "times", "vetoes", "uses", "standard", "figures", "places" };
  GtkWidget *page = NULL;
  GtkWidget *button;

  for (guint i = 0; i < G_N_ELEMENTS (chapters); i++)
    {
      g_autofree char *place = g_strconcat ("rules-editor#", chapters[i], NULL);
      g_autofree char *name = g_strdup_printf ("editor-%s-1366", chapters[i]);

      page = editor (display, place);
      jp_display_shoot (GTK_WIDGET (display->window), name);
      g_assert_nonnull (jp_display_find (page, GTK_TYPE_LABEL, "In order"));
    }
  button = jp_display_find (page, GTK_TYPE_BUTTON, "Remove District 2");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  jp_display_settle (display);
  g_assert_null (jp_display_find (page, GTK_TYPE_BUTTON, "Remove District 6"));
  button = jp_display_find (page, GTK_TYPE_BUTTON, "Move District 2 Up");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  jp_display_settle (display);
  g_assert_nonnull (jp_display_find (page, GTK_TYPE_LABEL, "In order"));
  button = gtk_widget_get_ancestor (jp_display_find (page, GTK_TYPE_LABEL, "Add: District"), GTK_TYPE_BUTTON);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  jp_display_settle (display);
  g_assert_nonnull (jp_display_find (page, GTK_TYPE_LABEL, "2 faults"));
  jp_display_text (200);
  jp_display_settle (display);
  jp_display_shoot (GTK_WIDGET (display->window), "editor-places-1366-200");
  jp_display_text (100);
  jp_display_dark (TRUE);
  editor (display, "rules-editor#indicators");
  jp_display_shoot (GTK_WIDGET (display->window), "editor-indicators-1366-dark");
  jp_display_dark (FALSE);
}

static char *
drafted (JpDisplay *display, const char *path)
{
  g_autoptr (JpPackDraft) draft = jp_rules_draft_load (display->session);

  return jp_pack_draft_get_text (draft, path);
}

static void
choose (JpDisplay *display, GtkWidget *page, const char *label, guint choice)
{
  GtkWidget *choices = jp_display_find (page, GTK_TYPE_DROP_DOWN, label);

  g_assert_nonnull (choices);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choices), choice);
  jp_display_settle (display);
}

/* A funding year of a fixed amount becomes one by bands, in order at once, and a fixed one again. */
static void
test_fixed_and_banded (JpDisplay *display, gconstpointer data)
{
  GtkWidget *page = editor (display, "rules-editor#bands");
  g_autofree char *from = NULL;
  g_autofree char *gone = NULL;
  g_autofree char *fixed = NULL;
  g_autofree char *no_bands = NULL;

  choose (display, page, "How the amount is set", 1);
  jp_display_shoot (GTK_WIDGET (display->window), "editor-year-by-bands-1366");
  from = drafted (display, "$.funding.years[0].bands[0][0]");
  gone = drafted (display, "$.funding.years[0].fixed");
  g_assert_cmpstr (from, ==, "0.00");
  g_assert_null (gone);
  g_assert_nonnull (jp_display_find (page, GTK_TYPE_LABEL, "In order"));

  choose (display, page, "How the amount is set", 0);
  type_into (display, "Fixed amount in yuan", 0, "900000.00");
  fixed = drafted (display, "$.funding.years[0].fixed");
  no_bands = drafted (display, "$.funding.years[0].bands[0][0]");
  g_assert_cmpstr (fixed, ==, "900000.00");
  g_assert_null (no_bands);
  g_assert_nonnull (jp_display_find (page, GTK_TYPE_LABEL, "In order"));
}

/* Which changes are filed is a list of those there are, each once. */
static void
test_changes_that_are_filed (JpDisplay *display, gconstpointer data)
{
  GtkWidget *page = editor (display, "rules-editor#times");
  GtkWidget *button = jp_display_find (page, GTK_TYPE_BUTTON, "Remove Kind of change 4");
  g_autofree char *third = NULL;
  g_autofree char *fourth = NULL;

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  jp_display_settle (display);
  third = drafted (display, "$.change_filing.kinds[2]");
  fourth = drafted (display, "$.change_filing.kinds[3]");
  g_assert_cmpstr (third, ==, "operator");
  g_assert_null (fourth);
  g_assert_nonnull (jp_display_find (page, GTK_TYPE_LABEL, "In order"));
  choose (display, page, "Kind of change 1", 2); /* the operator a second time */
  g_assert_nonnull (jp_display_find (page, GTK_TYPE_LABEL, "1 fault"));
  choose (display, page, "Kind of change 1", 3);
  g_assert_nonnull (jp_display_find (page, GTK_TYPE_LABEL, "In order"));
  jp_display_shoot (GTK_WIDGET (display->window), "editor-changes-1366");
}

/* The keyboard goes along the chapters without leaving the one that is shown, and the title is whole at 200 %. */
static void
test_list_of_chapters (JpDisplay *display, gconstpointer data)
{
  GtkWidget *page = editor (display, "rules-editor#bands");
  GtkListBox *list = GTK_LIST_BOX (jp_display_find (page, GTK_TYPE_LIST_BOX, NULL));
  GtkWidget *title;

  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 4));
  jp_display_settle (display);
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (list)), ==, 2);
  g_assert_nonnull (jp_display_find (page, GTK_TYPE_DROP_DOWN, "How the amount is set"));

  jp_display_text (200);
  jp_display_settle (display);
  jp_display_shoot (GTK_WIDGET (display->window), "editor-bands-1366-200");
  title = jp_display_find (page, GTK_TYPE_LABEL, "Draft of Version 2");
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (title))));
  jp_display_text (100);
}

/* A pack with faults is refused with each by its path; a valid one becomes the draft. */
static void
test_import (JpDisplay *display, gconstpointer data)
{
  JpPage *page = rules (display, "rules#scope");
  g_autofree char *other = jp_test_path ("packs/other.json");
  g_autofree char *broken = g_build_filename (display->folder, "broken.json", NULL);

  g_assert_true (g_file_set_contents (broken, "{\"format\": 1, \"indicators\": []}", -1, NULL));
  jp_rules_import_file (GTK_WIDGET (page), display->session, broken);
  jp_display_settle (display);
  g_assert_nonnull (jp_display_dialog (display));
  jp_display_shoot (GTK_WIDGET (jp_display_dialog (display)), "rules-import-refused");
  gtk_window_destroy (jp_display_dialog (display));
  jp_rules_import_file (GTK_WIDGET (page), display->session, other);
  jp_display_settle (display);
  g_assert_nonnull (jp_display_find (GTK_WIDGET (display->window), JP_TYPE_RULES_EDITOR, NULL));
  jp_display_shoot (GTK_WIDGET (display->window), "editor-imported-1366");
}

/* Whether nothing in @widget goes beyond the right edge of @around. */
static gboolean
ends_in (GtkWidget *widget, GtkWidget *around)
{
  graphene_rect_t bounds;
  gboolean within = !gtk_widget_get_mapped (widget) || !gtk_widget_compute_bounds (widget, around, &bounds)
                    || bounds.origin.x + bounds.size.width <= (float) gtk_widget_get_width (around);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    within = within && ends_in (child, around);

  return within;
}

/* A year typed from the notice: what is wrong is said beside it; added, it is known, and undo takes it back. */
static void
test_holidays (JpDisplay *display, gconstpointer data)
{
  JpPage *page = rules (display, "rules#holidays");
  JpForm *form;

  jp_display_shoot (GTK_WIDGET (display->window), "rules-holidays-1366");
  gtk_widget_activate_action (GTK_WIDGET (page), "rules.holidays-hand", NULL);
  jp_display_settle (display);
  form = JP_FORM (jp_display_dialog (display));
  jp_field_set_text (jp_form_get (form, "rest"), "1月1日至3日、国庆");
  jp_form_accept (form);
  jp_display_settle (display);
  g_assert_nonnull (jp_field_get_error (jp_form_get (form, "rest")));
  jp_field_set_text (jp_form_get (form, "rest"), "1月1日至3日、10月1日至7日");
  jp_field_set_text (jp_form_get (form, "work"), "10月11日"); /* a Monday */
  jp_form_accept (form);
  jp_display_settle (display);
  g_assert_nonnull (jp_field_get_error (jp_form_get (form, "work")));
  jp_display_shoot (GTK_WIDGET (form), "rules-holidays-form");
  g_assert_true (ends_in (GTK_WIDGET (jp_form_get (form, "work")), GTK_WIDGET (form)));
  jp_field_set_text (jp_form_get (form, "work"), "10月10日");
  jp_form_accept (form);
  jp_display_settle (display);
  g_assert_null (jp_display_dialog (display));
  g_assert_cmpuint (jp_holidays_horizon (jp_session_get_context (display->session)->holidays), ==, 2027);
  g_assert_cmpstr (display->said, ==, "补充节假日安排：2027年");
  jp_session_undo (display->session);
  jp_display_settle (display);
  g_assert_cmpuint (jp_holidays_horizon (jp_session_get_context (display->session)->holidays), ==, 2026);
}

static void
test_holidays_file (JpDisplay *display, gconstpointer data)
{
  JpPage *page = rules (display, "rules#holidays");
  g_autofree char *path = g_build_filename (display->folder, "2027.json", NULL);

  g_assert_true (g_file_set_contents (path, "{\"2027\": {\"holidays\": [], \"workdays\": []}}", -1, NULL));
  jp_holidays_import_file (GTK_WIDGET (page), display->session, path);
  jp_display_settle (display);
  gtk_window_destroy (jp_display_dialog (display));
  g_assert_true (
    g_file_set_contents (path, "{\"2027\": {\"holidays\": [\"2027-10-01\"], \"workdays\": []}}", -1, NULL));
  jp_holidays_import_file (GTK_WIDGET (page), display->session, path);
  jp_display_settle (display);
  jp_display_shoot (GTK_WIDGET (jp_display_dialog (display)), "rules-holidays-file");
  jp_form_accept (JP_FORM (jp_display_dialog (display)));
  jp_display_settle (display);
  g_assert_cmpuint (jp_holidays_horizon (jp_session_get_context (display->session)->holidays), ==, 2027);
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
  ADD ("R-PACK/edit-simulate-force", JP_DISPLAY_SAMPLE, test_edit);
  ADD ("R-PACK/chapters", JP_DISPLAY_LEDGER, test_chapters);
  ADD ("R-PACK/fixed-and-banded-years", JP_DISPLAY_LEDGER, test_fixed_and_banded);
  ADD ("R-PACK/changes-that-are-filed", JP_DISPLAY_LEDGER, test_changes_that_are_filed);
  ADD ("list-of-chapters", JP_DISPLAY_LEDGER, test_list_of_chapters);
  ADD ("R-PACK/import", JP_DISPLAY_LEDGER, test_import);
  ADD ("R-WORKDAY/by-hand", JP_DISPLAY_LEDGER, test_holidays);
  ADD ("R-WORKDAY/by-file", JP_DISPLAY_LEDGER, test_holidays_file);
  ADD ("finalize", JP_DISPLAY_LEDGER, test_finalize);

  return g_test_run ();
}
