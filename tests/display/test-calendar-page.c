/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-agenda-view.h"
#include "jp-calendar-bar.h"
#include "jp-calendar-page.h"
#include "jp-display-test.h"
#include "jp-form.h"
#include "jp-mini-month.h"
#include "jp-month-grid.h"
#include "jp-month-view.h"
#include "jp-renewal-view.h"
#include "jp-timeline-view.h"

static GtkWidget *
open_at (JpDisplay *display, const char *place)
{
  jp_window_go (display->window, place);
  jp_display_settle (display);
  return jp_display_find (GTK_WIDGET (display->window), JP_TYPE_CALENDAR_PAGE, NULL);
}

/* A key as the window would give it to the focused widget. */
static gboolean
press (GtkWidget *widget, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean done = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !done; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &done);
    }

  return done;
}

static void
test_timeline (JpDisplay *display, gconstpointer data)
{
  GtkWidget *page = open_at (display, "calendar#timeline");
  GtkWidget *view = jp_display_find (page, JP_TYPE_TIMELINE_VIEW, NULL);
  JpTimeline *timeline = jp_timeline_view_get_timeline (JP_TIMELINE_VIEW (view));
  double left;

  jp_display_shoot (GTK_WIDGET (display->window), "calendar-timeline-1366");
  g_assert_cmpuint (jp_timeline_get_n_drawn (timeline), >, 3);
  g_assert_cmpuint (jp_timeline_get_n_drawn (timeline), <, 12); /* of 24: only what is to be seen */
  g_assert_true (press (GTK_WIDGET (timeline), GDK_KEY_Down));
  g_assert_true (press (GTK_WIDGET (timeline), GDK_KEY_Right));
  jp_display_settle (display);
  jp_display_shoot (GTK_WIDGET (display->window), "calendar-timeline-lit-1366");

  while (jp_timeline_get_span (timeline) > 92)
    g_assert_true (press (GTK_WIDGET (timeline), GDK_KEY_plus));
  jp_display_settle (display);
  left = jp_timeline_get_layout (timeline)->left;
  jp_display_shoot (GTK_WIDGET (display->window), "calendar-timeline-quarter-1366");
  gtk_widget_activate_action (page, "calendar.today", NULL);
  jp_display_settle (display);
  g_assert_cmpfloat (jp_timeline_get_layout (timeline)->left, <, jp_test_date (JP_DISPLAY_TODAY));
  g_assert_cmpfloat (jp_timeline_get_layout (timeline)->left + 92, >, jp_test_date (JP_DISPLAY_TODAY));
  g_assert_cmpfloat (left, >, 0);
  jp_timeline_set_span (timeline, 2192);
  jp_timeline_view_set_as_table (JP_TIMELINE_VIEW (view), TRUE);
  jp_display_settle (display);
  g_assert_nonnull (jp_display_find (page, GTK_TYPE_COLUMN_VIEW, "Terms of validity by cluster"));
  jp_display_shoot (GTK_WIDGET (display->window), "calendar-timeline-table-1366");
}

/* Enter goes to the place to act; Back comes home. */
static void
test_timeline_opens (JpDisplay *display, gconstpointer data)
{
  GtkWidget *page = open_at (display, "calendar#timeline");
  GtkWidget *timeline = jp_display_find (page, JP_TYPE_TIMELINE, NULL);

  g_assert_true (press (timeline, GDK_KEY_Down));
  g_assert_true (press (timeline, GDK_KEY_Return));
  jp_display_settle (display);
  g_assert_cmpstr (jp_window_get_page (display->window), ==, "dossier");
  gtk_widget_activate_action (GTK_WIDGET (display->window), "win.back", NULL);
  jp_display_settle (display);
  g_assert_cmpstr (jp_window_get_page (display->window), ==, "calendar");
}

static void
test_month (JpDisplay *display, gconstpointer data)
{
  GtkWidget *page = open_at (display, "calendar#month");
  JpMonthGrid *grid = JP_MONTH_GRID (jp_display_find (page, JP_TYPE_MONTH_GRID, NULL));

  jp_assert_date (jp_month_grid_get_selected (grid), JP_DISPLAY_TODAY); /* Y+1 is this year */
  g_assert_true (press (GTK_WIDGET (grid), GDK_KEY_Right));
  jp_assert_date (jp_month_grid_get_selected (grid), "2026-02-11");
  for (guint i = 0; i < 3; i++)
    g_assert_true (press (GTK_WIDGET (grid), GDK_KEY_Down));
  jp_assert_date (jp_month_grid_get_selected (grid), "2026-03-04"); /* on into the next month */
  g_assert_true (press (GTK_WIDGET (grid), GDK_KEY_Page_Down));
  jp_assert_date (jp_month_grid_get_selected (grid), "2026-04-04");
  g_assert_true (press (GTK_WIDGET (grid), GDK_KEY_Home));
  jp_assert_date (jp_month_grid_get_selected (grid), JP_DISPLAY_TODAY);

  jp_session_set_year (display->session, 2024);
  jp_display_settle (display);
  jp_assert_date (jp_month_grid_get_selected (grid), "2025-01-01");
  open_at (display, "calendar#month:2027-10");
  g_assert_nonnull (jp_display_find (page, GTK_TYPE_LABEL, NULL));
  jp_assert_date (jp_month_grid_get_selected (grid), "2027-10-01");
  jp_display_shoot (GTK_WIDGET (display->window), "calendar-provisional-1366");
  open_at (display, "calendar#month:2026-03");
  jp_display_shoot (GTK_WIDGET (display->window), "calendar-march-1366");
}

static void
test_year (JpDisplay *display, gconstpointer data)
{
  GtkWidget *page = open_at (display, "calendar#month"), *month;

  jp_month_view_set_year (JP_MONTH_VIEW (jp_display_find (page, JP_TYPE_MONTH_VIEW, NULL)), TRUE);
  jp_display_settle (display);
  jp_display_shoot (GTK_WIDGET (display->window), "calendar-year-1366");
  month = jp_display_find (page, JP_TYPE_MINI_MONTH, NULL);
  g_assert_nonnull (month);
  g_signal_emit_by_name (month, "clicked");
  jp_display_settle (display);
  g_assert_nonnull (jp_display_find (page, JP_TYPE_MONTH_GRID, NULL));
}

static void
on_text (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_agenda (JpDisplay *display, gconstpointer data)
{
  GtkWidget *page = open_at (display, "calendar#agenda");
  JpAgendaView *view = JP_AGENDA_VIEW (jp_display_find (page, JP_TYPE_AGENDA_VIEW, NULL));
  guint all = jp_agenda_view_get_duties (view)->len;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_cmpuint (all, >, 20);
  gtk_widget_activate_action (page, "calendar.copy", NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (page), NULL, on_text, &text);
  jp_display_settle (display);
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, all + 1);
}

/* Twice the text: nothing asks for more room than the screen has. */
static void
test_large_text (JpDisplay *display, gconstpointer data)
{
  static const char * const places[] = { "timeline", "month", "agenda" };

  jp_display_text (200);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *place = g_strdup_printf ("calendar#%s", places[i]),
                      *name = g_strdup_printf ("calendar-%s-200", places[i]);

      open_at (display, place);
      jp_display_shoot (GTK_WIDGET (display->window), name);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (display->window)), <=, 1366);
      g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (display->window)), <=, 768);
    }
  jp_display_text (100);
}

/* The renewal of a cluster, reached as its duty is. */
static void
test_renewal (JpDisplay *display, gconstpointer data)
{
  GPtrArray *duties = jp_session_get_duties (display->session);
  GtkWidget *view, *steps;

  for (guint i = 0; i < duties->len; i++)
    {
      const JpObligation *duty = g_ptr_array_index (duties, i);
      g_autofree char *place = jp_duty_place (duty);

      if (duty->kind != JP_DUTY_RENEWAL || duty->state == JP_DUTY_DONE || duty->from > jp_test_date (JP_DISPLAY_TODAY))
        continue;
      open_at (display, place);
      break;
    }
  view = jp_display_find (GTK_WIDGET (display->window), JP_TYPE_RENEWAL_VIEW, NULL);
  g_assert_nonnull (view);
  jp_display_shoot (GTK_WIDGET (display->window), "calendar-renewal-1366");
  steps = jp_display_find (view, GTK_TYPE_LIST_BOX, "Steps");
  g_signal_emit_by_name (steps, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (steps), 4));
  jp_display_settle (display);
  jp_display_shoot (GTK_WIDGET (display->window), "calendar-renewal-recommend-1366");
  open_at (display, "calendar#renew/nobody");
  g_assert_nonnull (jp_display_find (GTK_WIDGET (display->window), ADW_TYPE_STATUS_PAGE, NULL));
  open_at (display, "calendar#timeline");
  g_assert_null (jp_display_find (GTK_WIDGET (display->window), JP_TYPE_RENEWAL_VIEW, NULL));

  /* The sidebar leads to the page, whatever lies over it; Back leads there again. */
  open_at (display, "calendar#renew/nobody");
  open_at (display, "calendar");
  g_assert_null (jp_display_find (GTK_WIDGET (display->window), JP_TYPE_RENEWAL_VIEW, NULL));
  g_assert_nonnull (jp_display_find (GTK_WIDGET (display->window), JP_TYPE_TIMELINE_VIEW, NULL));
  gtk_widget_activate_action (GTK_WIDGET (display->window), "win.back", NULL);
  jp_display_settle (display);
  g_assert_nonnull (jp_display_find (GTK_WIDGET (display->window), JP_TYPE_RENEWAL_VIEW, NULL));
}

static const char *
chip (GtkWidget *page, guint nth)
{
  GtkWidget *bar = jp_display_find (page, JP_TYPE_CALENDAR_BAR, NULL);
  GtkWidget *button = jp_display_find (bar, GTK_TYPE_TOGGLE_BUTTON, NULL);

  for (; nth > 0; nth--)
    button = gtk_widget_get_next_sibling (button);

  return gtk_button_get_label (GTK_BUTTON (button));
}

/* How many obligations that are still to be done a calendar shows in a month. */
static guint
n_shown (JpDisplay *display, const char *month)
{
  GPtrArray *duties = jp_session_get_duties (display->session);
  JpDate first = jp_test_date (month), last = jp_date_add_months (first, 1) - 1;
  guint n = 0;

  for (guint i = 0; i < duties->len; i++)
    {
      const JpObligation *duty = g_ptr_array_index (duties, i);
      JpDate day = jp_obligation_day (duty, jp_test_date (JP_DISPLAY_TODAY));

      n += duty->state != JP_DUTY_DONE && duty->state != JP_DUTY_NOT_RECORDED && day >= first && day <= last ? 1 : 0;
    }

  return n;
}

/* The chips tell of the month that is shown. */
static void
test_chips (JpDisplay *display, gconstpointer data)
{
  static const char * const months[] = { "2026-02", "2026-04", "2027-01" };

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      g_autofree char *place = g_strconcat ("calendar#month:", months[i], NULL),
                      *day = g_strconcat (months[i], "-01", NULL);
      GtkWidget *page = open_at (display, place);
      g_autofree char *wanted = g_strdup_printf ("%s %u", jp_duty_theme_name (JP_THEME_ALL), n_shown (display, day));

      g_assert_cmpstr (chip (page, 0), ==, wanted);
    }
}

static void
set_field (JpForm *form, const char *id, const char *text)
{
  jp_field_set_text (jp_form_get (form, id), text);
}

static const JpOwnDuty *
find_own (JpDisplay *display, const char *text, const JpDossier **of)
{
  GPtrArray *dossiers = jp_session_get_dossiers (display->session);

  for (guint i = 0; i < dossiers->len; i++)
    {
      const JpDossier *dossier = g_ptr_array_index (dossiers, i);

      for (guint k = 0; k < dossier->duties->len; k++)
        if (g_strcmp0 (((const JpOwnDuty *) g_ptr_array_index (dossier->duties, k))->text, text) == 0)
          {
            *of = dossier;
            return g_ptr_array_index (dossier->duties, k);
          }
    }

  return NULL;
}

static JpForm *
own_form (JpDisplay *display)
{
  jp_display_settle (display);
  g_assert_true (JP_IS_FORM (jp_display_dialog (display)));

  return JP_FORM (jp_display_dialog (display));
}

/* An entry of the office's own: entered, moved, closed with a day, and each taken back. */
static void
test_own (JpDisplay *display, gconstpointer data)
{
  GtkWidget *page = open_at (display, "calendar#month:2026-03");
  const JpDossier *dossier = g_ptr_array_index (jp_session_get_dossiers (display->session), 2);
  g_autofree char *cluster = g_strdup (dossier->id), *place = NULL;
  const JpOwnDuty *duty;
  JpForm *form;

  gtk_widget_activate_action (GTK_WIDGET (display->window), "win.new", NULL);
  form = own_form (display);
  jp_display_shoot (GTK_WIDGET (form), "calendar-own-new");
  jp_form_accept (form); /* about which cluster? */
  g_assert_nonnull (jp_field_get_error (jp_form_get (form, "cluster")));
  jp_field_choose (jp_form_get (form, "cluster"), cluster);
  jp_form_accept (form); /* and what? */
  jp_display_settle (display);
  g_assert_nonnull (jp_field_get_error (jp_form_get (form, "text")));
  set_field (form, "text", "走访运营单位");
  set_field (form, "due", "");
  jp_form_accept (form);
  g_assert_nonnull (jp_field_get_error (jp_form_get (form, "due")));
  set_field (form, "due", "2026年3月12日");
  jp_form_accept (form);
  jp_display_settle (display);
  g_assert_null (jp_display_dialog (display));
  duty = find_own (display, "走访运营单位", &dossier);
  g_assert_nonnull (duty);
  g_assert_cmpstr (dossier->id, ==, cluster);
  jp_assert_date (duty->due, "2026-03-12");
  g_assert_cmpstr (jp_window_get_page (display->window), ==, "calendar");

  place = g_strdup_printf ("calendar#own/%s/%s", cluster, duty->id);
  open_at (display, place);
  form = own_form (display);
  jp_display_shoot (GTK_WIDGET (form), "calendar-own-edit");
  set_field (form, "due", "2026-03-13");
  set_field (form, "closed", "2026-02-11"); /* after today */
  jp_form_accept (form);
  jp_display_settle (display);
  g_assert_nonnull (jp_field_get_error (jp_form_get (form, "closed")));
  set_field (form, "closed", "2026-02-10");
  jp_form_accept (form);
  jp_display_settle (display);
  duty = find_own (display, "走访运营单位", &dossier);
  jp_assert_date (duty->due, "2026-03-13");
  jp_assert_date (duty->closed, "2026-02-10");
  g_assert_cmpuint (dossier->duties->len, ==, 1);

  gtk_widget_activate_action (page, "win.undo", NULL);
  jp_display_settle (display);
  jp_assert_date (find_own (display, "走访运营单位", &dossier)->due, "2026-03-12");
  gtk_widget_activate_action (page, "win.undo", NULL);
  jp_display_settle (display);
  g_assert_null (find_own (display, "走访运营单位", &dossier));
  open_at (display, place); /* gone: nothing opens */
  g_assert_null (jp_display_dialog (display));
}

static void
test_empty (JpDisplay *display, gconstpointer data)
{
  GtkWidget *page = open_at (display, "calendar");

  g_assert_nonnull (jp_display_find (page, ADW_TYPE_STATUS_PAGE, NULL));
  jp_display_shoot (GTK_WIDGET (display->window), "calendar-empty-1366");
}

static void
test_state_is_kept (JpDisplay *display, gconstpointer data)
{
  GtkWidget *page = open_at (display, "calendar#agenda"),
            *again = g_object_ref_sink (GTK_WIDGET (jp_calendar_page_new ()));
  g_autoptr (GVariant) before = jp_page_get_state (JP_PAGE (page));
  g_autoptr (GVariant) odd
    = g_variant_ref_sink (g_variant_new_parsed ("(@u 99, true, true, @u 99, @u 7, @u 99, @u 99, @u 99, 'x')"));
  g_autoptr (GVariant) after = NULL;

  jp_page_set_state (JP_PAGE (again), odd);
  jp_page_set_state (JP_PAGE (again), before);
  after = jp_page_get_state (JP_PAGE (again));
  g_assert_true (g_variant_equal (before, after));
  g_assert_finalize_object (again);
}

int
main (int argc, char **argv)
{
  jp_display_init (&argc, &argv);

#define ADD(path, file, test) \
  g_test_add ("/display/calendar/" path, JpDisplay, GUINT_TO_POINTER (file), jp_display_set_up, test, \
              jp_display_tear_down)
  ADD ("timeline", JP_DISPLAY_SAMPLE, test_timeline);
  ADD ("timeline-opens", JP_DISPLAY_SAMPLE, test_timeline_opens);
  ADD ("month", JP_DISPLAY_SAMPLE, test_month);
  ADD ("chips-count-the-month", JP_DISPLAY_SAMPLE, test_chips);
  ADD ("R-CAL/own-entries", JP_DISPLAY_SAMPLE, test_own);
  ADD ("year", JP_DISPLAY_SAMPLE, test_year);
  ADD ("agenda", JP_DISPLAY_SAMPLE, test_agenda);
  ADD ("large-text", JP_DISPLAY_SAMPLE, test_large_text);
  ADD ("renewal", JP_DISPLAY_SAMPLE, test_renewal);
  ADD ("empty", JP_DISPLAY_EMPTY, test_empty);
  ADD ("state-is-kept", JP_DISPLAY_SAMPLE, test_state_is_kept);

  return g_test_run ();
}
