/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-assess-work.h"
#include "jp-case-batch.h"
#include "jp-funding-matrix.h"
#include "jp-funding-test.h"
#include "jp-use-view.h"
#include "jp-use-work.h"

static JpCaseBatch *
open_batch (JpDisplay *display, GtkWidget *page, const char *action)
{
  for (guint i = 0; i < 50 && jp_display_dialog (display) == NULL; i++) /* until the cases are there */
    {
      gtk_widget_activate_action (page, action, NULL);
      jp_display_settle (display);
    }
  g_assert_true (JP_IS_CASE_BATCH (jp_display_dialog (display)));

  return JP_CASE_BATCH (jp_display_dialog (display));
}

static void
set_vouchers (GtkWidget *root, const char *text)
{
  if (GTK_IS_ENTRY (root) && gtk_widget_is_sensitive (root)
      && g_strcmp0 (gtk_entry_get_placeholder_text (GTK_ENTRY (root)), "Voucher No.") == 0)
    gtk_editable_set_text (GTK_EDITABLE (root), text);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    set_vouchers (child, text);
}

/* Several at once: what will be done is listed, and what is refused with its reason; one act a case. */
static void
test_batch (JpDisplay *display, gconstpointer data)
{
  g_autofree char *city = g_strdup (jp_funding_find (display, 1, JP_CASE_CITY)->id);
  g_autofree char *payable = g_strdup (jp_funding_find (display, 1, JP_CASE_PAYABLE)->id);
  g_autofree char *held = g_strdup (jp_funding_find (display, 1, JP_CASE_HELD)->id);
  GtkWidget *page = jp_funding_go (display, "funding");
  JpCaseBatch *dialog = open_batch (display, page, "funding.publicise");
  guint n_refused;

  g_assert_cmpuint (jp_case_batch_count (dialog, &n_refused), >=, 1);
  jp_display_shoot (GTK_WIDGET (dialog), "funding-batch-publicise");
  jp_case_batch_accept (dialog);
  jp_display_settle (display);
  jp_display_settle (display);
  g_assert_null (jp_display_dialog (display));
  g_assert_cmpint (jp_funding_state (display, city, 1), ==, JP_CASE_PUBLICITY);

  dialog = open_batch (display, page, "funding.pay");
  g_assert_cmpuint (jp_case_batch_count (dialog, &n_refused), >=, 1);
  g_assert_cmpuint (n_refused, >=, 2); /* publicity not over, an objection open */
  set_vouchers (GTK_WIDGET (dialog), "国库-2026-0210");
  jp_display_settle (display);
  jp_display_shoot (GTK_WIDGET (dialog), "funding-batch-pay");
  jp_case_batch_accept (dialog);
  jp_display_settle (display);
  jp_display_settle (display);
  g_assert_null (jp_display_dialog (display));
  g_assert_cmpint (jp_funding_state (display, payable, 1), ==, JP_CASE_PAID);
  g_assert_cmpint (jp_funding_state (display, held, 1), ==, JP_CASE_HELD);
}

static gboolean
do_finding (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (JpFinding) finding = jp_finding_new (2026, 0);

  finding->opened = jp_test_date ("2026-02-02");
  finding->matter = g_strdup ("一笔会议费无签到表");
  finding->due = jp_test_date ("2026-03-02");

  return jp_casework_finding (desk, data, finding, error);
}

/* What the city may pass is passed in a batch too: by a reason, which stays with the payment. */
static void
test_batch_override (JpDisplay *display, gconstpointer data)
{
  g_autofree char *payable = g_strdup (jp_funding_find (display, 1, JP_CASE_PAYABLE)->id);
  const JpDossier *dossier;
  JpCaseBatch *dialog;
  guint n_before, n_refused, refused_before;
  GtkWidget *reason;

  jp_session_do_async (display->session, do_finding, g_strdup (payable), g_free, NULL, NULL, NULL);
  jp_display_settle (display);
  dialog = open_batch (display, jp_funding_go (display, "funding"), "funding.pay");
  set_vouchers (GTK_WIDGET (dialog), "国库-2026-0210");
  n_before = jp_case_batch_count (dialog, &refused_before);
  reason = jp_display_find (GTK_WIDGET (dialog), GTK_TYPE_ENTRY, "Override Because");
  g_assert_nonnull (reason);
  gtk_editable_set_text (GTK_EDITABLE (reason), "市政府专题会议同意先行下达");
  g_assert_cmpuint (jp_case_batch_count (dialog, &n_refused), ==, n_before + 1);
  g_assert_cmpuint (n_refused, ==, refused_before - 1);
  gtk_editable_set_text (GTK_EDITABLE (reason), " ");
  g_assert_cmpuint (jp_case_batch_count (dialog, &n_refused), ==, n_before);
  gtk_editable_set_text (GTK_EDITABLE (reason), "市政府专题会议同意先行下达");
  jp_display_settle (display);
  jp_display_shoot (GTK_WIDGET (dialog), "funding-batch-override");
  jp_case_batch_accept (dialog);
  jp_display_settle (display);
  jp_display_settle (display);
  dossier = jp_session_find (display->session, payable);
  g_assert_cmpint (jp_funding_state (display, payable, 1), ==, JP_CASE_PAID);
  g_assert_cmpstr (
    ((const JpFundAct *) g_ptr_array_index (dossier->fund_acts, dossier->fund_acts->len - 1))->override_reason, ==,
    "市政府专题会议同意先行下达");
}

/* Takes nearly all points off the confirmed assessment that a paid case rests on. */
static gboolean
do_lower (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  JpAssessAct acts[] = {
    { .kind = JP_ASSESS_REOPEN, .reason = "审计核减" },
    { .kind = JP_ASSESS_POINTS, .item = "output_growth", .points = 0, .reason = "审计核减" },
    { .kind = JP_ASSESS_POINTS, .item = "quality_sme", .points = 0, .reason = "审计核减" },
    { .kind = JP_ASSESS_POINTS, .item = "rd_growth", .points = 0, .reason = "审计核减" },
    { .kind = JP_ASSESS_CONFIRM },
  };

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (!jp_casework_assess (desk, data, 2024, &acts[i], error))
      return FALSE;

  return TRUE;
}

static JpMoney
owed_back (JpDisplay *display, const char *id, guint ordinal)
{
  g_auto (JpFundCase) fund_case = { 0 };

  jp_fund_case_init (&fund_case, jp_session_find (display->session, id), jp_session_get_context (display->session),
                     ordinal);
  return fund_case.to_refund;
}

/* 应退: an assessment is opened again after its payment and is now worth less. */
static void
test_refund (JpDisplay *display, gconstpointer data)
{
  g_autofree char *id = g_strdup (jp_funding_find (display, 2, JP_CASE_PAID)->id), *yuan = NULL;
  GtkWidget *panel;
  JpForm *form;

  jp_session_do_async (display->session, do_lower, g_strdup (id), g_free, NULL, NULL, NULL);
  jp_display_settle (display);
  g_assert_cmpuint (display->n_failed, ==, 0);
  g_assert_cmpint (owed_back (display, id, 2), >, 0);
  panel = jp_funding_open_case (display, id, 2);
  jp_funding_shoot (display, "funding-refund-1366");
  form = jp_funding_press (display, panel, "refund");
  yuan = jp_money_to_yuan (owed_back (display, id, 2));
  jp_funding_set (form, "amount", yuan);
  jp_form_accept (form); /* money moves only with a voucher */
  jp_display_settle (display);
  g_assert_true (jp_display_dialog (display) == GTK_WINDOW (form));
  jp_funding_set (form, "voucher", "退-2026-001");
  jp_form_accept (form);
  jp_display_settle (display);
  g_assert_null (jp_display_dialog (display));
  g_assert_cmpint (owed_back (display, id, 2), ==, 0);
}

/* The sidebar leads to the schedule, whatever lies over it; Back leads to that again. */
static void
test_leads_to_the_page (JpDisplay *display, gconstpointer data)
{
  g_autofree char *id = g_strdup (jp_funding_find (display, 1, JP_CASE_PAID)->id);
  g_autofree char *place = g_strdup_printf ("funding#%s/use", id);

  jp_funding_go (display, place);
  g_assert_nonnull (jp_display_find (GTK_WIDGET (display->window), JP_TYPE_USE_VIEW, NULL));
  jp_funding_go (display, "funding");
  g_assert_null (jp_display_find (GTK_WIDGET (display->window), JP_TYPE_USE_VIEW, NULL));
  g_assert_nonnull (jp_display_find (GTK_WIDGET (display->window), JP_TYPE_FUNDING_MATRIX, NULL));
  gtk_widget_activate_action (GTK_WIDGET (display->window), "win.back", NULL);
  jp_display_settle (display);
  g_assert_nonnull (jp_display_find (GTK_WIDGET (display->window), JP_TYPE_USE_VIEW, NULL));

  /* And from another page. */
  jp_window_go (display->window, "clusters");
  jp_display_settle (display);
  jp_funding_go (display, "funding");
  g_assert_null (jp_display_find (GTK_WIDGET (display->window), JP_TYPE_USE_VIEW, NULL));
}

int
main (int argc, char *argv[])
{
  jp_display_init (&argc, &argv);

#define ADD(path, file, test) \
  g_test_add ("/display/funding/" path, JpDisplay, GUINT_TO_POINTER (file), jp_display_set_up, test, \
              jp_display_tear_down)
  ADD ("R-FUND/batch", JP_DISPLAY_SAMPLE, test_batch);
  ADD ("R-FUND/batch-overrides-with-a-reason", JP_DISPLAY_SAMPLE, test_batch_override);
  ADD ("R-FUND/refund", JP_DISPLAY_SAMPLE, test_refund);
  ADD ("leads-to-the-page", JP_DISPLAY_SAMPLE, test_leads_to_the_page);

  return g_test_run ();
}
