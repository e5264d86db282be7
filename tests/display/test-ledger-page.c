/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-cluster-row.h"
#include "jp-clusters-page.h"
#include "jp-display-test.h"
#include "jp-import-dialog.h"
#include "jp-new-cluster.h"
#include "jp-tooltip.h"

#include <string.h>

static JpPage *
ledger (JpDisplay *display)
{
  jp_window_go (display->window, "clusters");
  jp_display_settle (display);
  return JP_PAGE (jp_display_find (GTK_WIDGET (display->window), JP_TYPE_CLUSTERS_PAGE, NULL));
}

static GtkColumnView *
table (JpPage *page)
{
  return GTK_COLUMN_VIEW (jp_display_find (GTK_WIDGET (page), GTK_TYPE_COLUMN_VIEW, NULL));
}

static guint
n_shown (JpPage *page)
{
  GtkColumnView *view = table (page);

  return view != NULL ? g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view))) : 0;
}

static void
type_search (JpDisplay *display, JpPage *page, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (jp_display_find (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY, NULL)), text);
  jp_display_settle (display);
}

static void
test_looks (JpDisplay *display, gconstpointer data)
{
  g_assert_nonnull (ledger (display));
  jp_display_shoot (GTK_WIDGET (display->window), "ledger-sample-1366");
  jp_display_dark (TRUE);
  jp_display_settle (display);
  jp_display_shoot (GTK_WIDGET (display->window), "ledger-sample-1366-dark");
  jp_display_dark (FALSE);
  jp_display_text (200);
  jp_display_settle (display);
  jp_display_shoot (GTK_WIDGET (display->window), "ledger-sample-1366-200");
  jp_display_text (100);
  jp_display_size (display, 1920, 1080);
  jp_display_shoot (GTK_WIDGET (display->window), "ledger-sample-1920");
}

static void
test_empty (JpDisplay *display, gconstpointer data)
{
  g_assert_cmpuint (n_shown (ledger (display)), ==, 0);
  g_assert_nonnull (jp_display_find (GTK_WIDGET (display->window), ADW_TYPE_STATUS_PAGE, NULL));
  jp_display_shoot (GTK_WIDGET (display->window), "ledger-empty-1366");
}

static void
test_search (JpDisplay *display, gconstpointer data)
{
  JpPage *page = ledger (display);

  g_assert_cmpuint (n_shown (page), ==, 6);
  type_search (display, page, "jqrcy");
  g_assert_cmpuint (n_shown (page), ==, 1);
  type_search (display, page, "xm");
  g_assert_cmpuint (n_shown (page), ==, 6);
  type_search (display, page, "hcswyy");
  g_assert_cmpuint (n_shown (page), ==, 1);
  jp_display_shoot (GTK_WIDGET (display->window), "ledger-hit-1366");
  type_search (display, page, "zzzz");
  g_assert_cmpuint (n_shown (page), ==, 0);
  jp_display_shoot (GTK_WIDGET (display->window), "ledger-no-hit-1366");
  gtk_widget_activate_action (GTK_WIDGET (page), "ledger.clear", NULL);
  jp_display_settle (display);
  g_assert_cmpuint (n_shown (page), ==, 6);
}

static void
test_state_is_kept (JpDisplay *display, gconstpointer data)
{
  JpPage *page = ledger (display);
  GtkColumnView *view = table (page);
  g_autoptr (GVariant) before = NULL;
  g_autoptr (GVariant) after = NULL;
  g_autoptr (GVariant) odd
    = g_variant_ref_sink (g_variant_new_parsed ("{'columns': <[('nobody', 5, true)]>, 'sort': <7>}"));
  g_autoptr (GtkColumnViewColumn) stage = g_list_model_get_item (gtk_column_view_get_columns (view), 3);
  g_autoptr (GtkColumnViewColumn) industry = g_list_model_get_item (gtk_column_view_get_columns (view), 2);
  g_autofree char *text = NULL;

  type_search (display, page, "hc");
  gtk_column_view_sort_by_column (view, industry, GTK_SORT_ASCENDING);
  gtk_column_view_sort_by_column (view, stage, GTK_SORT_DESCENDING);
  gtk_column_view_column_set_fixed_width (stage, 133);
  gtk_column_view_column_set_visible (industry, FALSE);
  gtk_column_view_insert_column (view, 1, stage);
  before = jp_page_get_state (page);
  text = g_variant_print (before, FALSE);
  g_assert_nonnull (strstr (text, "('stage', 133, true)"));
  g_assert_nonnull (strstr (text, "'sort': <('stage', true)>"));

  /* A page made anew finds it all again. */
  {
    GtkWidget *again = g_object_ref_sink (jp_clusters_page_new ());

    jp_page_set_state (JP_PAGE (again), odd);
    jp_page_set_state (JP_PAGE (again), before);
    after = jp_page_get_state (JP_PAGE (again));
    g_assert_true (g_variant_equal (before, after));
    g_assert_finalize_object (again);
  }
}

/* Text made larger while the window is open: the columns hold it, and give the room back. */
static void
test_columns_follow_text (JpDisplay *display, gconstpointer data)
{
  JpPage *page = ledger (display);
  g_autoptr (GtkColumnViewColumn) stage = g_list_model_get_item (gtk_column_view_get_columns (table (page)), 3);
  g_autoptr (GVariant) before = NULL;
  g_autoptr (GVariant) large = NULL;

  gtk_column_view_column_set_fixed_width (stage, 133);
  before = jp_page_get_state (page);
  jp_display_text (200);
  jp_display_settle (display);
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (stage), ==, 266);
  large = jp_page_get_state (page);
  g_assert_true (g_variant_equal (before, large));
  jp_display_shoot (GTK_WIDGET (display->window), "ledger-columns-follow-1366-200");
  jp_display_text (125);
  jp_page_set_state (page, before);
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (stage), ==, 166);
  jp_display_text (100);
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (stage), ==, 133);
}

/* GTK 4.8 measures a tooltip by its number of characters: a Chinese one is as long as it is wide. */
static void
test_tooltips (JpDisplay *display, gconstpointer data)
{
  static const struct { const char *text; glong length; } cases[] = {
    { "Undo", 4 }, { "撤销", 4 }, { "撤销 Undo", 9 }, { "", 0 },
  };
  GtkWidget *button = jp_display_find (GTK_WIDGET (ledger (display)), GTK_TYPE_SEARCH_ENTRY, NULL);
  g_autoptr (GtkTooltip) tooltip = NULL;
  gboolean shown;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *once = jp_tooltip_text (cases[i].text);
      g_autofree char *twice = jp_tooltip_text (once);

      g_assert_true (g_str_has_prefix (once, cases[i].text));
      g_assert_cmpint (g_utf8_strlen (once, -1), ==, cases[i].length);
      g_assert_cmpstr (twice, ==, once);
    }
  gtk_widget_set_tooltip_text (button, "查找");
  g_signal_emit_by_name (button, "query-tooltip", 0, 0, TRUE, tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL), &shown);
  g_assert_true (shown);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "查找"); /* what screen readers are told */
}

static void
test_selection_stays (JpDisplay *display, gconstpointer data)
{
  JpPage *page = ledger (display);
  GtkSelectionModel *model = gtk_column_view_get_model (table (page));

  gtk_selection_model_select_item (model, 2, TRUE);
  gtk_selection_model_select_item (model, 4, FALSE);
  g_assert_true (gtk_selection_model_is_selected (model, 4));
  jp_session_set_year (display->session, 2024);
  jp_display_settle (display);
  g_assert_true (gtk_selection_model_is_selected (model, 2));
  g_assert_true (gtk_selection_model_is_selected (model, 4));
  jp_display_shoot (GTK_WIDGET (display->window), "ledger-chosen-1366");
}

static void
on_text (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

/* What is copied are the chosen rows in the columns on the screen, with headers that an import understands. */
static void
test_copy (JpDisplay *display, gconstpointer data)
{
  JpPage *page = ledger (display);
  GtkSelectionModel *model = gtk_column_view_get_model (table (page));
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  gtk_selection_model_select_item (model, 0, TRUE);
  gtk_selection_model_select_item (model, 2, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (page), "ledger.copy", NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (page)), NULL, on_text, &text);
  jp_display_settle (display);
  g_assert_nonnull (text);
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_true (g_str_has_prefix (lines[0], "集群名称\t区县\t主导产业\t阶段\t运营单位\t有效期止\t剩余天数\t最近得分\t档次\t资金状态"));
  g_assert_true (g_str_has_prefix (lines[1], "厦门市海沧区"));
}

/* Rows of a spreadsheet on the clipboard go through the same preview as a file. */
static void
test_paste (JpDisplay *display, gconstpointer data)
{
  JpPage *page = ledger (display);
  GtkWindow *dialog;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (page)),
                          "集群名称\t区县\t主导产业\n厦门市湖里区示例贴来产业集群\t湖里区\t跨境电商\n");
  gtk_widget_activate_action (GTK_WIDGET (page), "ledger.paste", NULL);
  jp_display_settle (display);
  jp_display_settle (display);
  dialog = jp_display_dialog (display);
  g_assert_true (JP_IS_IMPORT_DIALOG (dialog));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "import.run", NULL);
  jp_display_settle (display);
  g_assert_cmpuint (n_shown (page), ==, 1);
}

/* Rows are found by the names of their clusters; the filter of a place others go to is set and can be cleared. */
static void
test_names_and_places (JpDisplay *display, gconstpointer data)
{
  JpPage *page = ledger (display);

  g_assert_nonnull (jp_display_find (GTK_WIDGET (page), GTK_TYPE_WIDGET, "厦门市集美区工业机器人产业集群"));
  g_assert_nonnull (jp_display_find (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY, "Search Clusters"));
  jp_window_go (display->window, "clusters#district:350211");
  jp_display_settle (display);
  g_assert_cmpuint (n_shown (page), ==, 1);
  jp_display_shoot (GTK_WIDGET (display->window), "ledger-district-1366");
  jp_window_go (display->window, "clusters#stage:none");
  jp_display_settle (display);
  g_assert_cmpuint (n_shown (page), ==, 1);
  jp_window_go (display->window, "clusters#search:hc");
  jp_display_settle (display);
  g_assert_cmpuint (n_shown (page), ==, 2);
  jp_window_go (display->window, "clusters#nonsense:hc");
  jp_display_settle (display);
  g_assert_cmpuint (n_shown (page), ==, 6);
}

/* A name as long as a name can be, and without a place to break it. */
static void
test_long_names (JpDisplay *display, gconstpointer data)
{
  JpPage *page = ledger (display);
  g_autoptr (GString) text = g_string_new ("集群名称\t区县\t主导产业\t运营单位\n厦门市湖里区");

  for (guint i = 0; i < 12; i++)
    g_string_append (text, "筼筜超长名称");
  g_string_append (text, "产业集群\t湖里区\t筼筜超长名称筼筜超长名称筼筜超长名称\tSupercalifragilisticexpialidocious Operations\n");
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (page)), text->str);
  gtk_widget_activate_action (GTK_WIDGET (page), "ledger.paste", NULL);
  jp_display_settle (display);
  jp_display_settle (display);
  jp_display_shoot (GTK_WIDGET (jp_display_dialog (display)), "import-long-names");
  gtk_widget_activate_action (GTK_WIDGET (jp_display_dialog (display)), "import.run", NULL);
  jp_display_settle (display);
  g_assert_cmpuint (n_shown (page), ==, 1);
  jp_display_shoot (GTK_WIDGET (display->window), "ledger-long-names-1366");
}

static void
test_new_and_undo (JpDisplay *display, gconstpointer data)
{
  JpPage *page = ledger (display);
  GtkWidget *dialog;
  GtkWidget *name;

  jp_page_make_new (page);
  jp_display_settle (display);
  dialog = GTK_WIDGET (jp_display_dialog (display));
  g_assert_true (JP_IS_NEW_CLUSTER (dialog));
  gtk_widget_activate_action (dialog, "new-cluster.add", NULL); /* nothing given: refused where it is missing */
  jp_display_settle (display);
  jp_display_shoot (dialog, "new-cluster-refused");
  g_assert_true (jp_display_dialog (display) == GTK_WINDOW (dialog));

  name = jp_display_find (dialog, ADW_TYPE_ENTRY_ROW, NULL);
  gtk_editable_set_text (GTK_EDITABLE (name), "厦门市湖里区示例跨境电商产业集群");
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (name))), "跨境电商");
  jp_display_shoot (dialog, "new-cluster");
  gtk_widget_activate_action (dialog, "new-cluster.add", NULL);
  jp_display_settle (display);
  g_assert_null (jp_display_dialog (display));
  g_assert_cmpuint (n_shown (page), ==, 1);
  g_assert_cmpstr (display->said, ==, "厦门市湖里区示例跨境电商产业集群：建立档案");

  jp_session_undo (display->session);
  jp_display_settle (display);
  g_assert_cmpuint (n_shown (page), ==, 0);
}

/* Several clusters go in one step and come back in one; what is to go is named first. */
static void
test_delete_several (JpDisplay *display, gconstpointer data)
{
  JpPage *page = ledger (display);
  const char *const names[] = { "甲产业集群", "乙产业集群", "丙产业集群" };
  GtkWindow *dialog;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (page)),
                          "集群名称\t区县\t主导产业\n甲产业集群\t湖里区\t新材料\n乙产业集群\t湖里区\t新材料\n"
                          "丙产业集群\t湖里区\t新材料\n");
  gtk_widget_activate_action (GTK_WIDGET (page), "ledger.paste", NULL);
  jp_display_settle (display);
  jp_display_settle (display);
  gtk_widget_activate_action (GTK_WIDGET (jp_display_dialog (display)), "import.run", NULL);
  jp_display_settle (display);
  g_assert_cmpuint (n_shown (page), ==, 3);

  gtk_selection_model_select_all (gtk_column_view_get_model (table (page)));
  gtk_widget_activate_action (GTK_WIDGET (page), "ledger.delete", NULL);
  jp_display_settle (display);
  dialog = jp_display_dialog (display);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), names[i]));
  jp_display_shoot (GTK_WIDGET (dialog), "ledger-delete-several");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "delete");
  jp_display_settle (display);
  g_assert_cmpuint (n_shown (page), ==, 0);
  jp_session_undo (display->session);
  jp_display_settle (display);
  g_assert_cmpuint (n_shown (page), ==, 3);
}

static GtkWidget *
import (JpDisplay *display, const char *name)
{
  g_autofree char *path = jp_test_path (name);
  JpImportDialog *dialog = jp_import_dialog_new (GTK_WINDOW (display->window), display->session);

  jp_import_dialog_read_file (dialog, path);
  gtk_window_present (GTK_WINDOW (dialog));
  jp_display_settle (display);
  jp_display_settle (display);
  return GTK_WIDGET (dialog);
}

static void
test_import (JpDisplay *display, gconstpointer data)
{
  JpPage *page = ledger (display);
  GtkWidget *dialog = import (display, "samples/ledger-2022-2025.xlsx");

  jp_display_shoot (dialog, "import-preview");
  g_assert_cmpuint (jp_session_get_dossiers (display->session)->len, ==, 0); /* a preview changes nothing */
  gtk_widget_activate_action (dialog, "import.run", NULL);
  jp_display_settle (display);
  g_assert_null (jp_display_dialog (display));
  g_assert_cmpuint (n_shown (page), ==, 6);
  g_assert_nonnull (strstr (display->said, "集群新增6个"));
  jp_display_shoot (GTK_WIDGET (display->window), "ledger-imported-1366");

  jp_session_undo (display->session);
  jp_display_settle (display);
  g_assert_cmpuint (n_shown (page), ==, 0);
}

static void
test_import_refused (JpDisplay *display, gconstpointer data)
{
  GtkWidget *dialog;

  ledger (display);
  dialog = import (display, "samples/figures-refused.xlsx");
  jp_display_shoot (dialog, "import-refused");
  g_assert_nonnull (jp_display_find (dialog, GTK_TYPE_COLUMN_VIEW, "Cells that are not in order"));
  g_assert_null (jp_display_find (dialog, GTK_TYPE_COLUMN_VIEW, "Rows that are new or change"));
  gtk_window_close (GTK_WINDOW (dialog));
  jp_display_settle (display);
}

static void
test_import_cancelled (JpDisplay *display, gconstpointer data)
{
  g_autofree char *path = jp_test_path ("samples/ledger-2022-2025.xlsx");
  JpImportDialog *dialog = jp_import_dialog_new (GTK_WINDOW (display->window), display->session);

  jp_import_dialog_read_file (dialog, path);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_window_close (GTK_WINDOW (dialog));
  jp_display_settle (display);
  g_assert_cmpuint (jp_session_get_dossiers (display->session)->len, ==, 0);
}

static char *
chosen (JpPage *page)
{
  GtkSelectionModel *model = gtk_column_view_get_model (table (page));
  g_autoptr (GtkBitset) selection = gtk_selection_model_get_selection (model);
  g_autoptr (JpClusterRow) row = NULL;

  g_assert_cmpuint (gtk_bitset_get_size (selection), ==, 1);
  row = g_list_model_get_item (G_LIST_MODEL (model), gtk_bitset_get_minimum (selection));
  return g_strdup (jp_cluster_row_get_facts (row)->name);
}

/* Ten thousand: rows stand for other clusters with each keystroke; what is chosen stays that cluster. */
static void
test_many (JpDisplay *display, gconstpointer data)
{
  JpPage *page = ledger (display);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  while (n_shown (page) == 0)
    jp_display_settle (display);
  g_assert_cmpuint (n_shown (page), ==, 10000);
  jp_display_shoot (GTK_WIDGET (display->window), "ledger-many-1366");
  type_search (display, page, "jqr");
  g_assert_cmpuint (n_shown (page), ==, 1253);
  gtk_selection_model_select_item (gtk_column_view_get_model (table (page)), 7, TRUE);
  before = chosen (page);
  jp_display_shoot (GTK_WIDGET (display->window), "ledger-many-hits-1366");
  type_search (display, page, "");
  g_assert_cmpuint (n_shown (page), ==, 10000);
  after = chosen (page);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char **argv)
{
  jp_display_init (&argc, &argv);

#define ADD(path, file, test) \
  g_test_add ("/display/ledger/" path, JpDisplay, GUINT_TO_POINTER (file), jp_display_set_up, test, \
              jp_display_tear_down)
  ADD ("looks", JP_DISPLAY_SAMPLE, test_looks);
  ADD ("empty", JP_DISPLAY_EMPTY, test_empty);
  ADD ("search", JP_DISPLAY_LEDGER, test_search);
  ADD ("state-is-kept", JP_DISPLAY_LEDGER, test_state_is_kept);
  ADD ("columns-follow-text", JP_DISPLAY_LEDGER, test_columns_follow_text);
  ADD ("tooltips", JP_DISPLAY_LEDGER, test_tooltips);
  ADD ("selection-stays", JP_DISPLAY_SAMPLE, test_selection_stays);
  ADD ("copy", JP_DISPLAY_LEDGER, test_copy);
  ADD ("R-READ/paste", JP_DISPLAY_EMPTY, test_paste);
  ADD ("names-and-places", JP_DISPLAY_LEDGER, test_names_and_places);
  ADD ("long-names", JP_DISPLAY_EMPTY, test_long_names);
  ADD ("new-and-undo", JP_DISPLAY_EMPTY, test_new_and_undo);
  ADD ("R-LIFE/delete-several", JP_DISPLAY_EMPTY, test_delete_several);
  ADD ("R-READ/import-and-undo", JP_DISPLAY_EMPTY, test_import);
  ADD ("R-READ/import-refused", JP_DISPLAY_EMPTY, test_import_refused);
  ADD ("R-READ/import-cancelled", JP_DISPLAY_EMPTY, test_import_cancelled);
  ADD ("many", JP_DISPLAY_MANY, test_many);

  return g_test_run ();
}
