/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 批量录入 in the real window: typed as into a spreadsheet, pasted as a block, under the rules of the wizard. */

#include "jp-batch-page.h"
#include "jp-display-test.h"
#include "jp-form.h"
#include "jp-points-bar.h"
#include "jp-points-paste.h"
#include "jp-store-journal.h"

#include <string.h>

#define YEAR      2025
#define CONFIRMED "厦门市集美区工业机器人产业集群"
#define IN_REVIEW "厦门市思明区智慧城市智能系统产业集群" /* with the city */

typedef struct
{
  JpPage       *page;
  JpPointsGrid *grid;
  JpPointsBar  *bar;
} Batch;

static Batch
batch (JpDisplay *display)
{
  GtkWidget *window = GTK_WIDGET (display->window);
  Batch found;

  jp_window_go (display->window, "assessment-batch");
  jp_display_settle (display);
  found.page = JP_PAGE (jp_display_find (window, JP_TYPE_BATCH_PAGE, NULL));
  found.grid = (JpPointsGrid *) jp_display_find (window, JP_TYPE_POINTS_GRID, NULL); /* NULL: there is nothing for it */
  found.bar = (JpPointsBar *) jp_display_find (window, JP_TYPE_POINTS_BAR, NULL);

  return found;
}

static const JpResult *
result_of (JpDisplay *display, const char *name, guint *row)
{
  GPtrArray *results = jp_session_get_results (display->session);

  for (guint i = 0; i < results->len; i++)
    if (g_str_equal (((const JpResult *) g_ptr_array_index (results, i))->dossier->name, name))
      {
        if (row != NULL)
          *row = i;
        return g_ptr_array_index (results, i);
      }

  g_assert_not_reached ();
}

/* Goes to the cell of a cluster; gives its entry. */
static GtkWidget *
go (JpDisplay *display, Batch *batch, const char *name, guint indicator)
{
  const JpResult *result = result_of (display, name, NULL);
  guint row = 0, column = 0;
  GtkWidget *entry;

  g_assert_true (jp_points_grid_go (batch->grid, result->dossier->id, result->pack->indicators[indicator].id));
  jp_points_grid_get_cursor (batch->grid, &row, &column);
  entry = jp_points_grid_get_entry (batch->grid, row, column);
  g_assert_true (gtk_widget_is_focus (entry));
  jp_display_settle (display);

  return entry;
}

static gboolean
is_in (GtkWidget *widget)
{
  return (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static int
city_points (JpDisplay *display, guint indicator)
{
  return result_of (display, IN_REVIEW, NULL)->points[indicator].city;
}

static gint64
n_entries (JpDisplay *display)
{
  g_autoptr (GPtrArray) newest = jp_store_load_journal (jp_session_get_store (display->session), 0, 1, NULL, NULL);

  return newest->len > 0 ? ((const JpEntry *) g_ptr_array_index (newest, 0))->seq : 0;
}

static void
enter (JpDisplay *display, GtkWidget *entry, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
  jp_display_settle (display);
}

static void
paste (JpDisplay *display, Batch *batch, const char *text)
{
  g_signal_emit_by_name (batch->grid, "pasted", text);
  jp_display_settle (display);
}

static void
close_form (JpDisplay *display)
{
  gtk_window_close (jp_display_dialog (display));
  jp_display_settle (display);
}

/* Enter goes down, takes the computed points where nothing is typed, and asks for the reason where one is due. */
static void
test_typing (JpDisplay *display, gconstpointer data)
{
  Batch page = batch (display);
  GtkWidget *entry = go (display, &page, IN_REVIEW, 0);
  g_autoptr (GVariant) kept = NULL;
  g_autofree char *text = NULL;
  guint row = 0, before = 0, column = 0;

  jp_points_grid_get_cursor (page.grid, &before, &column);
  g_assert_cmpint (city_points (display, 0), ==, JP_POINTS_UNKNOWN);
  enter (display, entry, "");
  g_assert_cmpint (city_points (display, 0), ==, 1520);
  jp_points_grid_get_cursor (page.grid, &row, &column);
  g_assert_cmpuint (row, ==, before + 1);
  g_assert_cmpuint (column, ==, 0);

  entry = go (display, &page, IN_REVIEW, 1);
  enter (display, entry, "10.5");
  g_assert_cmpint (city_points (display, 1), ==, JP_POINTS_UNKNOWN);
  g_assert_true (is_in (jp_points_bar_get_entry (page.bar)));
  kept = g_variant_ref_sink (jp_page_get_state (page.page));
  text = g_variant_print (kept, FALSE);
  g_assert_nonnull (strstr (text, "'10.5'"));
  jp_display_shoot (GTK_WIDGET (display->window), "batch-reason-1366");
  enter (display, jp_points_bar_get_entry (page.bar), "按报库数核减 'A\" \\ % <b>& 筼筜 𬭚 😀");
  g_assert_cmpint (city_points (display, 1), ==, 1050);

  jp_session_undo (display->session);
  jp_display_settle (display);
  g_assert_cmpint (city_points (display, 1), ==, JP_POINTS_UNKNOWN);
  g_assert_cmpuint (display->n_failed, ==, 0);
}

/* What cannot be points is said, kept, and changes nothing. */
static void
test_refused (JpDisplay *display, gconstpointer data)
{
  static const char *const wrong[] = { "20.01", "-1", "1.005", "十分", "NaN", "1e1" };
  Batch page = batch (display);
  gint64 before = n_entries (display);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      GtkWidget *entry = go (display, &page, IN_REVIEW, 0);
      guint row = 0, column = 9;

      enter (display, entry, wrong[i]);
      jp_points_grid_get_cursor (page.grid, &row, &column);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (jp_points_grid_get_entry (page.grid, row, column))), ==,
                       wrong[i]);
      g_assert_cmpuint (column, ==, 0);
      g_assert_cmpint (city_points (display, 0), ==, JP_POINTS_UNKNOWN);
    }
  jp_display_shoot (GTK_WIDGET (display->window), "batch-refused-1366");
  g_assert_cmpint (n_entries (display), ==, before);
}

static void
test_confirmed_is_locked (JpDisplay *display, gconstpointer data)
{
  Batch page = batch (display);
  GtkWidget *entry = go (display, &page, CONFIRMED, 0);
  g_autofree char *block = g_strdup_printf ("集群名称\t%s\n%s\t0.01",
                                            result_of (display, CONFIRMED, NULL)->pack->indicators[0].name, CONFIRMED);
  gint64 before = n_entries (display);
  GtkWidget *button;

  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (entry)));
  jp_display_shoot (GTK_WIDGET (display->window), "batch-locked-1366");
  enter (display, entry, "1.00"); /* even past the field */
  g_assert_cmpint (n_entries (display), ==, before);

  go (display, &page, CONFIRMED, 0);
  paste (display, &page, block);
  g_assert_true (JP_IS_FORM (jp_display_dialog (display)));
  button = jp_display_find (GTK_WIDGET (jp_display_dialog (display)), GTK_TYPE_BUTTON, "_Paste");
  g_assert_true (button == NULL || !gtk_widget_get_sensitive (button));
  jp_display_shoot (GTK_WIDGET (jp_display_dialog (display)), "batch-paste-locked");
  jp_form_accept (JP_FORM (jp_display_dialog (display)));
  jp_display_settle (display);
  g_assert_cmpint (n_entries (display), ==, before);
  close_form (display);
}

/* A block with its columns in another order: looked at, given its one reason, and one step to take back. */
static void
test_paste (JpDisplay *display, gconstpointer data)
{
  Batch page = batch (display);
  const JpPack *pack = result_of (display, IN_REVIEW, NULL)->pack;
  g_autofree char *block = g_strdup_printf ("%s\t备注\t集群名称\t%s\r\n1.25\t看\t%s\t2.5\r\n", pack->indicators[2].name,
                                            pack->indicators[0].name, IN_REVIEW);
  gint64 before = n_entries (display);
  JpForm *form;

  go (display, &page, CONFIRMED, 3); /* names place the block, wherever the cursor is */
  paste (display, &page, block);
  form = JP_FORM (jp_display_dialog (display));
  g_assert_nonnull (form);
  jp_display_shoot (GTK_WIDGET (form), "batch-paste");
  jp_form_accept (form);
  jp_display_settle (display);
  g_assert_nonnull (jp_field_get_error (jp_form_get (form, "reason")));
  g_assert_cmpint (n_entries (display), ==, before);

  jp_field_set_text (jp_form_get (form, "reason"), "现场核查后评定");
  jp_form_accept (form);
  jp_display_settle (display);
  g_assert_null (jp_display_dialog (display));
  g_assert_cmpint (city_points (display, 0), ==, 250);
  g_assert_cmpint (city_points (display, 2), ==, 125);
  g_assert_cmpint (n_entries (display), ==, before + 1);
  jp_session_undo (display->session);
  jp_display_settle (display);
  g_assert_cmpint (city_points (display, 0), ==, JP_POINTS_UNKNOWN);
  g_assert_cmpint (city_points (display, 2), ==, JP_POINTS_UNKNOWN);
}

/* Cells that wait for a reason get one together. */
static void
test_common_reason (JpDisplay *display, gconstpointer data)
{
  Batch page = batch (display);
  gint64 before = n_entries (display);
  guint row = 0;

  for (guint i = 0; i < 3; i++)
    {
      GtkWidget *entry = go (display, &page, IN_REVIEW, i);

      gtk_editable_set_text (GTK_EDITABLE (entry), "0.75");
    }
  jp_display_settle (display);
  g_assert_cmpint (n_entries (display), ==, before);
  jp_points_grid_get_cursor (page.grid, &row, NULL);
  jp_points_grid_choose (page.grid, row, 0, row, 2);
  jp_display_shoot (GTK_WIDGET (display->window), "batch-chosen-1366");
  gtk_widget_grab_focus (jp_points_bar_get_entry (page.bar));
  enter (display, jp_points_bar_get_entry (page.bar), "三项均据实核减");
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (city_points (display, i), ==, 75);
  g_assert_cmpint (n_entries (display), ==, before + 1);
}

/* What is typed and waits for its reason is found again by a page made anew. */
static void
test_found_again (JpDisplay *display, gconstpointer data)
{
  Batch page = batch (display);
  GtkWidget *entry = go (display, &page, IN_REVIEW, 2), *again;
  g_autoptr (GVariant) before = NULL;
  g_autoptr (GVariant) after = NULL;

  gtk_editable_set_text (GTK_EDITABLE (entry), "3.25");
  before = g_variant_ref_sink (jp_page_get_state (page.page));
  again = g_object_ref_sink (jp_batch_page_new ());
  jp_page_set_state (JP_PAGE (again), before);
  after = g_variant_ref_sink (jp_page_get_state (JP_PAGE (again)));
  {
    g_autoptr (GVariant) typed = g_variant_lookup_value (after, "typed", NULL);
    g_autoptr (GVariant) wanted = g_variant_lookup_value (before, "typed", NULL);

    g_assert_true (g_variant_equal (typed, wanted));
    g_assert_cmpuint (g_variant_n_children (typed), ==, 1);
  }
  g_assert_finalize_object (again);
}

/* A thousand rows have as many widgets as there is room for, and the cursor goes through all of them. */
static void
test_thousand (JpDisplay *display, gconstpointer data)
{
  Batch page = batch (display);
  GPtrArray *results = jp_session_get_results (display->session);
  guint n = results->len, row = 0;

  g_assert_cmpuint (n, >, 500);
  jp_points_grid_choose (page.grid, n - 1, 0, n - 1, 0);
  g_assert_true (jp_points_grid_take_focus (page.grid));
  jp_display_settle (display);
  jp_points_grid_get_cursor (page.grid, &row, NULL);
  g_assert_cmpuint (row, ==, n - 1);
  g_assert_nonnull (jp_points_grid_get_entry (page.grid, n - 1, 0));
  g_assert_null (jp_points_grid_get_entry (page.grid, 0, 0));
  jp_display_shoot (GTK_WIDGET (display->window), "batch-thousand-end-1366");
  for (guint i = n - 1; i > n - 60; i--)
    {
      jp_points_grid_choose (page.grid, i - 1, 0, i - 1, 0);
      g_assert_true (jp_points_grid_take_focus (page.grid));
      g_assert_nonnull (jp_points_grid_get_entry (page.grid, i - 1, 0));
    }
  jp_display_settle (display);
  jp_display_shoot (GTK_WIDGET (display->window), "batch-thousand-1366");
}

static void
test_empty (JpDisplay *display, gconstpointer data)
{
  Batch page = batch (display);

  g_assert_null (page.grid);
  g_assert_nonnull (jp_display_find (GTK_WIDGET (page.page), ADW_TYPE_STATUS_PAGE, NULL));
  jp_display_shoot (GTK_WIDGET (display->window), "batch-empty-1366");
}

static void
test_finalize (JpDisplay *display, gconstpointer data)
{
  GtkWidget *page = g_object_ref_sink (jp_batch_page_new ());

  g_assert_finalize_object (page);
}

int
main (int argc, char **argv)
{
  jp_display_init (&argc, &argv);

#define ADD(path, file, test) \
  g_test_add ("/display/batch/" path, JpDisplay, GUINT_TO_POINTER (file), jp_display_set_up, test, jp_display_tear_down)
  ADD ("R-SCORE/typing", JP_DISPLAY_SAMPLE, test_typing);
  ADD ("R-SCORE/refused", JP_DISPLAY_SAMPLE, test_refused);
  ADD ("R-SCORE/confirmed-is-locked", JP_DISPLAY_SAMPLE, test_confirmed_is_locked);
  ADD ("R-SCORE/paste", JP_DISPLAY_SAMPLE, test_paste);
  ADD ("R-SCORE/common-reason", JP_DISPLAY_SAMPLE, test_common_reason);
  ADD ("found-again", JP_DISPLAY_SAMPLE, test_found_again);
  ADD ("thousand", JP_DISPLAY_THOUSAND, test_thousand);
  ADD ("empty", JP_DISPLAY_EMPTY, test_empty);
  ADD ("finalize", JP_DISPLAY_EMPTY, test_finalize);

  return g_test_run ();
}
