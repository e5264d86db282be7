/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-case-panel.h"
#include "jp-funding-budget.h"
#include "jp-funding-cell.h"
#include "jp-funding-matrix.h"
#include "jp-funding-page.h"
#include "jp-funding-test.h"
#include "jp-oversight-forms.h"
#include "jp-oversight-view.h"
#include "jp-use-entry-row.h"
#include "jp-use-forms.h"
#include "jp-use-view.h"

#include <string.h>

static void
test_looks (JpDisplay *display, gconstpointer data)
{
  jp_funding_go (display, "funding");
  jp_funding_shoot (display, "funding-1366");
  jp_display_dark (TRUE);
  jp_display_settle (display);
  jp_funding_shoot (display, "funding-1366-dark");
  jp_display_dark (FALSE);
  jp_funding_go (display, "funding#budget");
  jp_funding_shoot (display, "funding-budget-1366");
  jp_display_text (200);
  jp_display_settle (display);
  jp_funding_shoot (display, "funding-budget-1366-200");
  jp_funding_go (display, "funding#matrix");
  jp_funding_shoot (display, "funding-1366-200");
  jp_display_text (100);
  jp_display_size (display, 1920, 1080);
  jp_funding_shoot (display, "funding-1920");
  jp_display_size (display, 860, 768);
  jp_funding_shoot (display, "funding-860");
}

static void
test_empty (JpDisplay *display, gconstpointer data)
{
  jp_funding_go (display, "funding");
  g_assert_nonnull (jp_display_find (GTK_WIDGET (display->window), ADW_TYPE_STATUS_PAGE, NULL));
  jp_funding_shoot (display, "funding-empty-1366");
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
  GtkWidget *page = jp_funding_go (display, "funding");
  guint all = n_lines (page);

  g_assert_cmpuint (all, >, 10);
  type_search (display, page, "jqr");
  g_assert_cmpuint (n_lines (page), ==, 1);
  g_assert_nonnull (jp_display_find (page, JP_TYPE_FUNDING_CELL, NULL));
  type_search (display, page, "zzzz");
  g_assert_cmpuint (n_lines (page), ==, 0);
  jp_funding_shoot (display, "funding-no-hit-1366");
  type_search (display, page, "");
  g_assert_cmpuint (n_lines (page), ==, all);
}

/* Filters are found again by a page made anew; nonsense is refused quietly. */
static void
test_state_is_kept (JpDisplay *display, gconstpointer data)
{
  GtkWidget *page = jp_funding_go (display, "funding#budget");
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
  GtkWidget *page = jp_funding_go (display, "funding");

  assert_copied (display, page, "集群\t年次\t财政年度\t应得（万元）\t已下达（万元）\t状态\t依据", 3 * n_lines (page) - 1);
  jp_funding_go (display, "funding#budget");
  assert_copied (display, page, "集群\t年次\t状态\t已下达（万元）\t已确定（万元）\t预计（万元）\t最高（万元）\t依据", 5);
}

/* A case in each state, as the window shows it. */
static void
test_states (JpDisplay *display, gconstpointer data)
{
  static const struct
  {
    JpCaseState state;
    guint       ordinal;
  } wanted[] = {
    { JP_CASE_LATER, 2 },     { JP_CASE_OPEN, 1 }, { JP_CASE_PLAN, 1 },    { JP_CASE_DISTRICT, 1 }, { JP_CASE_CITY, 1 },
    { JP_CASE_PUBLICITY, 1 }, { JP_CASE_HELD, 1 }, { JP_CASE_PAYABLE, 1 }, { JP_CASE_PAID, 1 },     { JP_CASE_ZERO, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      const JpDossier *dossier = jp_funding_find (display, wanted[i].ordinal, wanted[i].state);
      g_autofree char *name = g_strdup_printf ("funding-case-%s-1366", jp_case_state_id (wanted[i].state));

      g_assert_nonnull (dossier);
      jp_funding_open_case (display, dossier->id, wanted[i].ordinal);
      jp_funding_shoot (display, name);
    }
  jp_display_size (display, 1920, 1080);
  jp_display_dark (TRUE);
  jp_funding_open_case (display, jp_funding_find (display, 1, JP_CASE_PUBLICITY)->id, 1);
  jp_funding_shoot (display, "funding-case-publicity-1920-dark");
  jp_display_dark (FALSE);
}

static void
hand_in_plan (JpDisplay *display, GtkWidget *panel)
{
  JpForm *form = jp_funding_press (display, panel, "plan");

  jp_funding_set (form, "date", "2026-1-5");
  jp_funding_set (form, "training", "400,000");
  jp_funding_set (form, "platform", "600000.01");
  jp_funding_shoot (display, "funding-plan-window");
  jp_display_shoot (GTK_WIDGET (form), "funding-plan-form");
  jp_form_accept (form); /* a fen more than the cluster is entitled to */
  jp_display_settle (display);
  g_assert_true (jp_display_dialog (display) == GTK_WINDOW (form));
  jp_funding_set (form, "platform", "600000");
  jp_form_accept (form);
  jp_display_settle (display);
  g_assert_null (jp_display_dialog (display));
}

/* From plan to payment through the widgets, with an objection, and a payment that comes a day early. */
static void
test_walk (JpDisplay *display, gconstpointer data)
{
  g_autofree char *id = g_strdup (jp_funding_find (display, 1, JP_CASE_OPEN)->id);
  GtkWidget *panel = jp_funding_open_case (display, id, 1);
  JpForm *form;

  hand_in_plan (display, panel);
  g_assert_cmpint (jp_funding_state (display, id, 1), ==, JP_CASE_PLAN);
  jp_funding_step (display, panel, "district", "2026-1-6", "person", "林志强");
  jp_funding_step (display, panel, "city", "2026-1-7", NULL, NULL);
  g_assert_cmpint (jp_funding_state (display, id, 1), ==, JP_CASE_CITY);
  jp_funding_step (display, panel, "publicise", "2026-1-8", NULL, NULL); /* to 14 January */
  jp_funding_step (display, panel, "object", "2026-1-12", "note", "某企业：受益单位名单有误");
  g_assert_cmpint (jp_funding_state (display, id, 1), ==, JP_CASE_HELD);
  g_assert_false (gtk_widget_is_sensitive (jp_funding_button (panel, "pay")));
  jp_funding_shoot (display, "funding-walk-held-1366");
  jp_funding_step (display, panel, "settle", "2026-1-13", "note", "经核查名单无误");
  g_assert_cmpint (jp_funding_state (display, id, 1), ==, JP_CASE_PAYABLE);

  form = jp_funding_press (display, panel, "pay");
  jp_funding_set (form, "date", "2026-1-14"); /* the last day of publicity: a day early */
  jp_funding_set (form, "voucher", "国库-2026-0115");
  jp_form_accept (form);
  jp_display_settle (display);
  g_assert_nonnull (jp_field_get_error (jp_form_get (form, "date")));
  g_assert_nonnull (strstr (jp_field_get_error (jp_form_get (form, "date")), "2026-01-15"));
  jp_display_shoot (GTK_WIDGET (form), "funding-pay-refused");
  jp_funding_set (form, "date", "2026-1-15");
  if (jp_form_get (form, "override") != NULL)
    jp_funding_set (form, "override", "经局长办公会同意");
  jp_form_accept (form);
  jp_form_accept (form); /* a double click pays once, and is not refused either */
  jp_display_settle (display);
  g_assert_null (jp_display_dialog (display));
  g_assert_cmpint (jp_funding_state (display, id, 1), ==, JP_CASE_PAID);
  g_assert_cmpuint (display->n_failed, ==, 0);
  jp_funding_shoot (display, "funding-walk-paid-1366");
}

/* What is not allowed yet is disabled, and the panel says from when. */
static void
test_early (JpDisplay *display, gconstpointer data)
{
  const JpDossier *dossier = jp_funding_find (display, 1, JP_CASE_PUBLICITY);
  GtkWidget *panel = jp_funding_open_case (display, dossier->id, 1);

  g_assert_false (gtk_widget_is_sensitive (jp_funding_button (panel, "pay")));
  g_assert_true (gtk_widget_is_sensitive (jp_funding_button (panel, "object")));
  gtk_widget_activate_action (panel, "case.close", NULL);
  jp_display_settle (display);
  g_assert_false (gtk_widget_get_child_visible (panel) && gtk_widget_get_mapped (panel));
}

static GtkWidget *
go_part (JpDisplay *display, const char *id, const char *part, GType type)
{
  g_autofree char *place = g_strdup_printf ("funding#%s/%s", id, part);
  GtkWidget *found = jp_display_find (jp_funding_go (display, place), type, NULL);

  g_assert_nonnull (found);
  return found;
}

static guint
n_uses (JpDisplay *display, const char *id)
{
  return jp_session_find (display->session, id)->uses->len;
}

/* Fills the amount and what comes behind it, and presses Enter in the last. */
static void
enter_use (JpDisplay *display, JpUseEntryRow *row, const char *date, const char *amount, const char *payee,
           const char *voucher)
{
  const char *texts[] = { date, NULL, NULL, amount, payee, voucher };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL)
      gtk_editable_set_text (GTK_EDITABLE (jp_use_entry_row_nth (row, i)), texts[i]);
  g_signal_emit_by_name (jp_use_entry_row_nth (row, 6), "activate");
  jp_display_settle (display);
}

/* Entries by Enter, what is there already is asked about, a red entry, a locked quarter. */
static void
test_ledger (JpDisplay *display, gconstpointer data)
{
  g_autofree char *id = g_strdup (jp_funding_find (display, 1, JP_CASE_PAID)->id);
  GtkWidget *view = go_part (display, id, "use", JP_TYPE_USE_VIEW);
  JpUseEntryRow *row = JP_USE_ENTRY_ROW (jp_display_find (view, JP_TYPE_USE_ENTRY_ROW, NULL));
  guint before = n_uses (display, id);
  const JpUseEntry *entry;
  JpForm *form;

  jp_funding_shoot (display, "funding-ledger-1366");
  g_assert_true (gtk_widget_has_focus (jp_use_entry_row_nth (row, 0))
                 || gtk_widget_get_focus_child (jp_use_entry_row_nth (row, 0)) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (jp_use_entry_row_nth (row, 3)), "很多");
  enter_use (display, row, "2025-12-20", NULL, "某培训机构", "记-901");
  g_assert_nonnull (jp_use_entry_row_get_message (row)); /* no amount */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (jp_use_entry_row_nth (row, 2)), 0);
  enter_use (display, row, NULL, "12,345.67", NULL, NULL);
  g_assert_cmpstr (jp_use_entry_row_get_message (row), ==, NULL);
  g_assert_cmpuint (n_uses (display, id), ==, before + 1);
  entry = g_ptr_array_index (jp_session_find (display->session, id)->uses, before);
  g_assert_cmpint (entry->amount, ==, 1234567);
  g_assert_cmpstr (entry->payee, ==, "某培训机构");

  /* Day, category and payee stay for the next; the same voucher is asked about, and written when it is meant. */
  enter_use (display, row, NULL, "500", NULL, "记-901");
  g_assert_nonnull (strstr (jp_use_entry_row_get_message (row), "凭证重复"));
  jp_funding_shoot (display, "funding-ledger-repeat-1366");
  g_assert_cmpuint (n_uses (display, id), ==, before + 1);
  g_signal_emit_by_name (jp_use_entry_row_nth (row, 6), "activate");
  jp_display_settle (display);
  g_assert_cmpuint (n_uses (display, id), ==, before + 2);

  form = jp_lock_form_open (view, display->session, jp_session_find (display->session, id));
  jp_field_choose (jp_form_get (form, "quarter"), "2025Q4");
  jp_form_accept (form);
  jp_display_settle (display);
  g_assert_null (jp_display_dialog (display));
  enter_use (display, row, "2025-12-21", "1", NULL, "记-902");
  g_assert_nonnull (strstr (jp_use_entry_row_get_message (row), "2025Q4"));

  entry = g_ptr_array_index (jp_session_find (display->session, id)->uses, before + 1);
  form = jp_reverse_form_open (view, display->session, jp_session_find (display->session, id), entry);
  jp_form_accept (form); /* a reason */
  jp_display_settle (display);
  g_assert_nonnull (jp_field_get_error (jp_form_get (form, "reason")));
  jp_funding_set (form, "reason", "凭证号记错");
  jp_form_accept (form);
  jp_display_settle (display);
  g_assert_null (jp_display_dialog (display));
  g_assert_cmpuint (n_uses (display, id), ==, before + 3);
  jp_funding_shoot (display, "funding-ledger-red-1366");
  jp_display_text (200);
  jp_display_settle (display);
  jp_funding_shoot (display, "funding-ledger-1366-200");
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (display->window)), <=, 1366);
  jp_display_text (100);
  jp_display_dark (TRUE);
  jp_display_settle (display);
  jp_funding_shoot (display, "funding-ledger-1366-dark");
  jp_display_dark (FALSE);
}

/* 挂号 → 整改 → 销号, which takes both offices. */
static void
test_finding (JpDisplay *display, gconstpointer data)
{
  g_autofree char *id = g_strdup (jp_funding_find (display, 3, JP_CASE_PUBLICITY)->id);
  GtkWidget *view = go_part (display, id, "oversight", JP_TYPE_OVERSIGHT_VIEW);
  JpForm *form = jp_funding_press (display, view, "finding");

  jp_form_accept (form); /* says what was found */
  jp_display_settle (display);
  g_assert_nonnull (jp_field_get_error (jp_form_get (form, "text")));
  jp_funding_set (form, "date", "2026-2-1");
  jp_funding_set (form, "text", "一笔会议费无签到表");
  jp_funding_set (form, "amount", "8,000");
  jp_funding_set (form, "due", "2026-2-5");
  jp_form_accept (form);
  jp_display_settle (display);
  g_assert_null (jp_display_dialog (display));
  jp_funding_shoot (display, "funding-finding-overdue-1366");

  jp_funding_step (display, view, "measure-2026-1", "2026-2-8", "text", "已补齐签到表");
  jp_funding_step (display, view, "confirm-district-2026-1", "2026-2-9", "person", "林志强");
  g_assert_null (jp_funding_button (view, "confirm-district-2026-1"));
  jp_funding_step (display, view, "confirm-city-2026-1", "2026-2-10", NULL, NULL);
  g_assert_null (jp_funding_button (view, "confirm-city-2026-1"));
  jp_funding_shoot (display, "funding-finding-closed-1366");

  jp_funding_step (display, view, "inspect", "2026-2-10", "text", "账实相符");
  g_assert_cmpuint (jp_session_find (display->session, id)->inspections->len, ==, 1);
  form = jp_funding_press (display, view, "audit"); /* not before the last year is paid */
  jp_funding_set (form, "text", "厦门某某会计师事务所");
  jp_form_accept (form);
  jp_display_settle (display);
  g_assert_true (jp_display_dialog (display) == GTK_WINDOW (form));
  gtk_window_close (GTK_WINDOW (form));
  jp_display_settle (display);
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
  g_test_add ("/display/funding/" path, JpDisplay, GUINT_TO_POINTER (file), jp_display_set_up, test, \
              jp_display_tear_down)
  ADD ("looks", JP_DISPLAY_SAMPLE, test_looks);
  ADD ("empty", JP_DISPLAY_EMPTY, test_empty);
  ADD ("search", JP_DISPLAY_SAMPLE, test_search);
  ADD ("state-is-kept", JP_DISPLAY_SAMPLE, test_state_is_kept);
  ADD ("copy", JP_DISPLAY_SAMPLE, test_copy);
  ADD ("R-FUND/states", JP_DISPLAY_SAMPLE, test_states);
  ADD ("R-FUND/plan-to-payment", JP_DISPLAY_SAMPLE, test_walk);
  ADD ("R-FUND/not-allowed-is-disabled", JP_DISPLAY_SAMPLE, test_early);
  ADD ("R-USE/ledger", JP_DISPLAY_SAMPLE, test_ledger);
  ADD ("R-USE/finding-to-closed", JP_DISPLAY_SAMPLE, test_finding);
  ADD ("finalized", JP_DISPLAY_SAMPLE, test_finalized);

  return g_test_run ();
}
