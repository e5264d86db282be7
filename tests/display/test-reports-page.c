/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-display-test.h"

#include "jp-check-panel.h"
#include "jp-choice-row.h"
#include "jp-paper-copy.h"
#include "jp-paper-names.h"
#include "jp-paper-out.h"
#include "jp-paper-print.h"
#include "jp-paper-view.h"
#include "jp-print-page.h"
#include "jp-report-gallery.h"
#include "jp-report-options.h"
#include "jp-reports-page.h"

#include <glib/gstdio.h>

static JpPage *
reports (JpDisplay *display, const char *place)
{
  jp_window_go (display->window, place);
  jp_display_settle (display);
  return JP_PAGE (jp_display_find (GTK_WIDGET (display->window), JP_TYPE_REPORTS_PAGE, NULL));
}

static gpointer
part (JpPage *page, GType type)
{
  return jp_display_find (GTK_WIDGET (page), type, NULL);
}

static void
wait_for_pages (JpDisplay *display, JpPage *page)
{
  while (jp_paper_view_get_busy (part (page, JP_TYPE_PAPER_VIEW)))
    g_main_context_iteration (NULL, TRUE);
  jp_display_settle (display);
}

static void
test_looks (JpDisplay *display, gconstpointer data)
{
  JpPage *page = reports (display, "reports");
  JpReportGallery *gallery = part (page, JP_TYPE_REPORT_GALLERY);
  guint n_kinds;
  const JpReportKind *kinds = jp_report_kinds (&n_kinds);

  wait_for_pages (display, page);
  g_assert_cmpuint (jp_paper_view_get_n_pages (part (page, JP_TYPE_PAPER_VIEW)), ==, 2);
  jp_display_shoot (GTK_WIDGET (display->window), "reports-1366");
  jp_display_dark (TRUE);
  jp_display_settle (display);
  jp_display_shoot (GTK_WIDGET (display->window), "reports-1366-dark");
  jp_display_dark (FALSE);
  jp_display_text (200);
  jp_display_settle (display);
  jp_display_shoot (GTK_WIDGET (display->window), "reports-1366-200");
  jp_display_text (100);
  jp_display_size (display, 900, 600);
  jp_display_shoot (GTK_WIDGET (display->window), "reports-900");
  jp_display_size (display, 1920, 1080);
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autofree char *name = g_strdup_printf ("reports-1920-%s", kinds[i].id);

      jp_report_gallery_choose (gallery, kinds[i].id);
      wait_for_pages (display, page);
      g_assert_cmpuint (jp_paper_view_get_n_pages (part (page, JP_TYPE_PAPER_VIEW)), >=, 1);
      jp_display_shoot (GTK_WIDGET (display->window), name);
    }
}

static GtkWidget *
button_for (GtkWidget *root, const char *action)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (root)), action) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = button_for (child, action);

  return found;
}

static void
test_empty (JpDisplay *display, gconstpointer data)
{
  JpPage *page = reports (display, "reports");

  wait_for_pages (display, page);
  g_assert_cmpuint (jp_paper_view_get_n_pages (part (page, JP_TYPE_PAPER_VIEW)), ==, 0);
  g_assert_false (gtk_widget_get_sensitive (button_for (GTK_WIDGET (page), "reports.print")));
  jp_display_shoot (GTK_WIDGET (display->window), "reports-empty-1366");
}

/* Other choices, other pages; other data, too. */
static void
test_options (JpDisplay *display, gconstpointer data)
{
  JpPage *page = reports (display, "reports#assessment");
  JpReportOptions *options = part (page, JP_TYPE_REPORT_OPTIONS);
  g_autoptr (JpPaperOrder) one = NULL;
  g_autoptr (JpPaperOrder) all = NULL;

  wait_for_pages (display, page);
  one = jp_report_options_order (options);
  g_assert_nonnull (one->cluster);
  g_assert_cmpint (one->year, ==, 2025);
  g_assert_false (one->run_on);
  jp_report_options_set_batch (options, TRUE);
  wait_for_pages (display, page);
  all = jp_report_options_order (options);
  g_assert_null (all->cluster);
  g_assert_cmpuint (jp_paper_view_get_n_pages (part (page, JP_TYPE_PAPER_VIEW)), >, 4);
  jp_display_shoot (GTK_WIDGET (display->window), "reports-batch-1366");
}

/* A place names a paper and a cluster. */
static void
test_place (JpDisplay *display, gconstpointer data)
{
  const JpDossier *dossier = g_ptr_array_index (jp_session_get_dossiers (display->session), 2);
  g_autofree char *place = g_strconcat ("reports#use-ledger:", dossier->id, NULL);
  JpPage *page = reports (display, place);
  g_autoptr (JpPaperOrder) order = NULL;

  wait_for_pages (display, page);
  order = jp_report_options_order (part (page, JP_TYPE_REPORT_OPTIONS));
  g_assert_cmpstr (order->kind->id, ==, "use-ledger");
  g_assert_cmpstr (order->cluster, ==, dossier->id);
}

/* A cluster is found by its initials, and taken by Enter. */
static void
test_chooser (JpDisplay *display, gconstpointer data)
{
  JpPage *page = reports (display, "reports#assessment");
  JpChoiceRow *row = part (page, JP_TYPE_CHOICE_ROW);
  GtkWidget *entry;
  g_autoptr (JpPaperOrder) order = NULL;
  const JpDossier *dossier;

  wait_for_pages (display, page);
  gtk_widget_activate (GTK_WIDGET (row));
  jp_display_settle (display);
  entry = jp_display_find (GTK_WIDGET (row), GTK_TYPE_SEARCH_ENTRY, NULL);
  g_assert_true (gtk_widget_get_mapped (entry));
  jp_display_shoot (gtk_widget_get_ancestor (entry, GTK_TYPE_POPOVER), "reports-chooser");
  gtk_editable_set_text (GTK_EDITABLE (entry), "gyjqr");
  jp_display_settle (display);
  g_signal_emit_by_name (entry, "activate");
  wait_for_pages (display, page);

  order = jp_report_options_order (part (page, JP_TYPE_REPORT_OPTIONS));
  g_assert_cmpstr (order->cluster, ==, jp_choice_row_get_chosen (row));
  dossier = jp_snapshot_find (jp_session_get_snapshot (display->session), order->cluster);
  g_assert_nonnull (strstr (dossier->name, "工业机器人"));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, dossier->name);

  /* Nothing of that name takes nothing. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "无此集群");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (jp_choice_row_get_chosen (row), ==, dossier->id);
}

/* Every row of a table has as many cells as its header, and what the paper says. */
static void
test_copy (JpDisplay *display, gconstpointer data)
{
  g_autoptr (JpPaperOrder) order = jp_paper_order_new (display->session, "validity");
  g_autoptr (JpTableCopy) copy = jp_paper_copy_new (order, NULL);
  g_autofree char *text = jp_table_copy_to_text (copy);
  g_auto (GStrv) rows = g_strsplit (text, "\n", -1);
  g_auto (GStrv) heads = g_strsplit (rows[0], "\t", -1);
  guint n = 1;

  g_assert_cmpstr (heads[0], ==, "序号");
  g_assert_cmpstr (heads[1], ==, "集群名称");
  for (; rows[n] != NULL && *rows[n] != '\0'; n++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[n], "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, g_strv_length (heads));
      g_assert_cmpuint (g_ascii_strtoull (cells[0], NULL, 10), ==, n);
    }
  g_assert_cmpuint (n, >, 10);
}

/* Codes stay what they are in a spreadsheet; numbers are numbers. */
static void
test_copied_codes (void)
{
  g_autoptr (JpTableCopy) copy = jp_table_copy_new ();
  g_autofree char *html = NULL;

  jp_table_copy_cell (copy, "001234");
  jp_table_copy_cell (copy, "913502050000000017");
  jp_table_copy_cell (copy, "1,234.50");
  jp_table_copy_cell (copy, "0");
  jp_table_copy_end_row (copy);
  html = jp_table_copy_to_html (copy);
  g_assert_nonnull (strstr (html, "<th style='mso-number-format:\"\\@\"'>001234</th>"
                                  "<th style='mso-number-format:\"\\@\"'>913502050000000017</th>"
                                  "<th>1,234.50</th><th>0</th>"));
}

static void
on_out (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static int
finish (GAsyncResult **result, GError **error)
{
  int n;

  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  n = jp_paper_out_finish (*result, error);
  g_clear_object (result);
  return n;
}

static guint
n_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* One file each: named by the pattern, nothing replaced unasked, nothing left by Cancel; what was printed is kept. */
static void
test_folder (JpDisplay *display, gconstpointer data)
{
  JpPage *page = reports (display, "reports#assessment");
  g_autofree char *folder = g_build_filename (display->folder, "papers", NULL);
  g_autoptr (JpPaperOrder) order = jp_paper_order_new (display->session, "assessment");
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) printed = NULL;
  GAsyncResult *result = NULL;
  int n;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_cancellable_cancel (cancelled);
  jp_paper_out_write_folder (order, folder, JP_PAPER_NAMES_PATTERN, FALSE, display->session, GTK_WIDGET (page),
                             cancelled, on_out, &result);
  finish (&result, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpuint (n_files (folder), ==, 0);

  jp_paper_out_write_folder (order, folder, JP_PAPER_NAMES_PATTERN, FALSE, display->session, GTK_WIDGET (page), NULL,
                             on_out, &result);
  n = finish (&result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n, >, 2);
  g_assert_cmpuint (n_files (folder), ==, n);
  printed = jp_store_load_printed (jp_session_get_store (display->session), NULL, NULL, &error);
  g_assert_cmpuint (printed->len, ==, n);

  jp_paper_out_write_folder (order, folder, JP_PAPER_NAMES_PATTERN, FALSE, display->session, GTK_WIDGET (page), NULL,
                             on_out, &result);
  finish (&result, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_cmpuint (n_files (folder), ==, n);
  jp_display_settle (display);
}

static void
test_file (JpDisplay *display, gconstpointer data)
{
  JpPage *page = reports (display, "reports#ranking");
  g_autofree char *path = g_build_filename (display->folder, "汇总表.pdf", NULL);
  g_autoptr (JpPaperOrder) order = jp_paper_order_new (display->session, "ranking");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) printed = NULL;
  GAsyncResult *result = NULL;
  const JpPrinted *print;
  GtkWindow *dialog;

  jp_paper_out_write (order, path, display->session, GTK_WIDGET (page), NULL, on_out, &result);
  g_assert_cmpint (finish (&result, &error), ==, 1);
  g_assert_no_error (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  jp_display_settle (display);

  /* And its code tells that it still agrees. */
  printed = jp_store_load_printed (jp_session_get_store (display->session), NULL, NULL, &error);
  g_assert_cmpuint (printed->len, ==, 1);
  print = g_ptr_array_index (printed, 0);
  jp_check_panel_check (part (page, JP_TYPE_CHECK_PANEL), print->check_code);
  jp_display_settle (display);
  dialog = jp_display_dialog (display);
  g_assert_true (ADW_IS_MESSAGE_DIALOG (dialog));
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==, "The Paper Agrees with the Data");
  jp_display_shoot (GTK_WIDGET (dialog), "reports-agrees");
  gtk_window_destroy (dialog);
}

static void
test_check_refused (JpDisplay *display, gconstpointer data)
{
  JpPage *page = reports (display, "reports");
  GtkWindow *dialog;

  jp_check_panel_check (part (page, JP_TYPE_CHECK_PANEL), "ABC");
  jp_display_settle (display);
  dialog = jp_display_dialog (display);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==, "Not a Check Code");
  gtk_window_destroy (dialog);
  jp_check_panel_check (part (page, JP_TYPE_CHECK_PANEL), "00000 00000");
  jp_display_settle (display);
  dialog = jp_display_dialog (display);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==, "No Such Paper");
  gtk_window_destroy (dialog);
}

static void
test_finalize (JpDisplay *display, gconstpointer data)
{
  GtkWidget *page = g_object_ref_sink (jp_reports_page_new ());

  jp_page_set_session (JP_PAGE (page), display->session);
  g_assert_finalize_object (page);
}

static void
test_names (void)
{
  static const struct { const char *pattern, *cluster; const char *name; } cases[] = {
    { JP_PAPER_NAMES_PATTERN, "海沧生物医药", "海沧生物医药-2025-评价表" },
    { JP_PAPER_NAMES_PATTERN, NULL, "2025-评价表" },
    { "{集群}", "a/b\\c:d*e?f\"g<h>i|j", "a_b_c_d_e_f_g_h_i_j" },
    { "{集群}", "..", "_" },
    { "{集群}", ".hidden", "_.hidden" },
    { "{集群}", "", "_" },
    { "../{年度}", NULL, "_.._2025" },
    { "{集群}", "名\n称\xE2\x80\xAE" "末", "名_称_末" },
  };
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JpPaperNameParts parts = { "同名", NULL, "评价表", 2025, NULL };
  g_autoptr (GString) longest = g_string_new (NULL);
  g_autofree char *first = jp_paper_name_unique ("{集群}", &parts, taken);
  g_autofree char *second = jp_paper_name_unique ("{集群}", &parts, taken);
  g_autofree char *cut = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = NULL;

      parts.cluster = cases[i].cluster;
      name = jp_paper_name (cases[i].pattern, &parts);
      g_assert_cmpstr (name, ==, cases[i].name);
    }
  g_assert_cmpstr (first, ==, "同名");
  g_assert_cmpstr (second, ==, "同名 (2)");
  for (guint i = 0; i < 200; i++)
    g_string_append (longest, "筼筜");
  parts.cluster = longest->str;
  cut = jp_paper_name ("{集群}", &parts);
  g_assert_true (g_utf8_validate (cut, -1, NULL));
  g_assert_cmpuint (strlen (cut), ==, 219);
}

int
main (int argc, char **argv)
{
  jp_display_init (&argc, &argv);

#define ADD(path, file, test) \
  g_test_add ("/display/reports/" path, JpDisplay, GUINT_TO_POINTER (file), jp_display_set_up, test, \
              jp_display_tear_down)
  ADD ("looks", JP_DISPLAY_SAMPLE, test_looks);
  ADD ("empty", JP_DISPLAY_EMPTY, test_empty);
  ADD ("options", JP_DISPLAY_SAMPLE, test_options);
  ADD ("place", JP_DISPLAY_SAMPLE, test_place);
  ADD ("chooser", JP_DISPLAY_SAMPLE, test_chooser);
  ADD ("copy", JP_DISPLAY_SAMPLE, test_copy);
  ADD ("folder", JP_DISPLAY_SAMPLE, test_folder);
  ADD ("file-and-check", JP_DISPLAY_SAMPLE, test_file);
  ADD ("check-refused", JP_DISPLAY_SAMPLE, test_check_refused);
  ADD ("finalize", JP_DISPLAY_SAMPLE, test_finalize);
  g_test_add_func ("/display/reports/names", test_names);
  g_test_add_func ("/display/reports/copied-codes", test_copied_codes);

  return g_test_run ();
}
