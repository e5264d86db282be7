/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-calendar-page.h"

#include "jp-agenda-view.h"
#include "jp-application.h"
#include "jp-calendar-bar.h"
#include "jp-calendar-export.h"
#include "jp-choice.h"
#include "jp-month-view.h"
#include "jp-own-duty-form.h"
#include "jp-renewal-view.h"
#include "jp-timeline-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SPAN_YEARS    2192
#define SPAN_QUARTERS 457

typedef enum
{
  VIEW_TIMELINE,
  VIEW_MONTH,
  VIEW_AGENDA,
  N_VIEWS,
} View;

/* How far the list looks. */
typedef enum
{
  PERIOD_AHEAD,
  PERIOD_YEAR,
  PERIOD_ALL,
  N_PERIODS,
} Period;

struct _JpCalendarPage
{
  JpPage parent_instance;

  /* Template widgets. */
  GtkStack        *states;
  GtkToggleButton *timeline_button;
  GtkToggleButton *month_button;
  GtkToggleButton *agenda_button;
  GtkStack        *tools;
  GtkToggleButton *years_button;
  GtkToggleButton *quarters_button;
  GtkToggleButton *table_button;
  GtkLabel        *month_title;
  GtkToggleButton *one_month_button;
  GtkToggleButton *whole_year_button;
  GtkDropDown     *period_choice;
  GtkLabel        *saying;
  AdwBin          *bar_place;
  JpRenewalView   *renewal_view;
  GtkStack        *views;

  /* Borrowed: children made in code. */
  JpCalendarBar  *bar;
  JpTimelineView *timeline_view;
  JpMonthView    *month_view;
  JpAgendaView   *agenda_view;

  /* Owned. */
  JpCalendarDays *days;   /* what month and list show, until the next refresh */
  GSettings      *settings;
  View            view;
  Period          period;
  char           *renewing; /* UUID: its renewal is shown in place of all; NULL */
  int             year;   /* Y of the header, as the calendar was last opened on Y+1 */
  gboolean        setting;
};

G_DEFINE_FINAL_TYPE (JpCalendarPage, jp_calendar_page, JP_TYPE_PAGE)

static const char * const view_ids[N_VIEWS] = { "timeline", "month", "agenda" };

static JpSnapshot *
snapshot_of (JpCalendarPage *self)
{
  return jp_session_get_snapshot (jp_page_get_session (JP_PAGE (self)));
}

static guint
months_ahead (JpCalendarPage *self)
{
  return g_settings_get_uint (self->settings, "reminder-months");
}

static JpTimeline *
timeline_of (JpCalendarPage *self)
{
  return jp_timeline_view_get_timeline (self->timeline_view);
}

/* What the header and the tools say */

static void
show_title (JpCalendarPage *self)
{
  gboolean timeless = self->view == VIEW_TIMELINE || self->renewing != NULL;
  g_autofree char *month
    = jp_month_view_get_day (self->month_view) != JP_DATE_NONE ? jp_month_view_title (self->month_view) : g_strdup ("");
  /* Translators: year Y+1, then year Y */
  g_autofree char *saying
    = g_strdup_printf (_("Duties of %1$d · the assessment of %2$d and its return fall in this year"), self->year + 1,
                       self->year);
  /* Translators: %d is the year in which the duties of the assessment year fall */
  g_autofree char *title = g_strdup_printf (_("Validity & Calendar · %d"), self->year + 1);

  gtk_label_set_label (self->month_title, month);
  gtk_label_set_label (self->saying, saying);
  gtk_widget_set_visible (GTK_WIDGET (self->saying), self->view != VIEW_TIMELINE);
  jp_page_set_title (JP_PAGE (self), self->renewing != NULL ? _("Renewal")
                                     : timeless             ? _("Validity & Calendar")
                                                            : title);
  jp_page_set_shows_year (JP_PAGE (self), !timeless);
}

static void
show_zoom (JpCalendarPage *self)
{
  guint span = jp_timeline_get_span (timeline_of (self));

  self->setting = TRUE;
  gtk_toggle_button_set_active (self->years_button, span == SPAN_YEARS);
  gtk_toggle_button_set_active (self->quarters_button, span == SPAN_QUARTERS);
  self->setting = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calendar.zoom-in",
                                 span > JP_TIMELINE_SPANS[jp_timeline_n_spans () - 1]);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calendar.zoom-out", span < JP_TIMELINE_SPANS[0]);
}

static void
list_periods (JpCalendarPage *self)
{
  guint months = months_ahead (self);
  g_autofree char *ahead
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u month ahead", "%u months ahead", months), months);
  /* Translators: a year, as a choice of how far a list looks */
  g_autofree char *year = g_strdup_printf (_("Year %d"), self->year + 1);
  const char *names[] = { ahead, year, _("All times"), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (names);

  self->setting = TRUE;
  gtk_drop_down_set_model (self->period_choice, G_LIST_MODEL (model));
  gtk_drop_down_set_selected (self->period_choice, self->period);
  self->setting = FALSE;
}

/* Showing */

static void
take_period (JpCalendarPage *self, JpCalendarFilter *filter)
{
  if (self->view != VIEW_AGENDA || self->period == PERIOD_ALL)
    return;

  if (self->period == PERIOD_YEAR)
    {
      filter->from = jp_date_year_start ((guint) self->year + 1);
      filter->to = jp_date_year_end ((guint) self->year + 1);
    }
  else
    filter->to
      = jp_date_add_months (jp_session_get_today (jp_page_get_session (JP_PAGE (self))), (int) months_ahead (self));
}

/* The chips tell how many there are in what is looked at: a month, a year, or all that the list takes in. */
static void
count_shown (JpCalendarPage *self)
{
  JpDate first = 0, last = G_MAXUINT32;

  if (self->view == VIEW_MONTH)
    jp_month_view_get_range (self->month_view, &first, &last);
  jp_calendar_bar_count (self->bar, first, last);
}

static void
refill (JpCalendarPage *self)
{
  JpSnapshot *snapshot = snapshot_of (self);
  g_autoptr (JpCalendarDays) before = NULL;
  JpCalendarFilter filter;

  if (self->view == VIEW_TIMELINE)
    {
      jp_timeline_view_show (self->timeline_view, snapshot);
      return;
    }

  jp_calendar_bar_get (self->bar, &filter);
  take_period (self, &filter);
  jp_calendar_bar_show (self->bar, snapshot, filter.from, filter.to);
  count_shown (self);
  jp_month_view_forget (self->month_view);
  before = self->days;
  self->days = jp_calendar_bar_narrow (self->bar);
  if (self->view == VIEW_MONTH)
    jp_month_view_show (self->month_view, snapshot, self->days);
  else
    jp_agenda_view_show (self->agenda_view, snapshot, self->days);
}

/* Where Y+1 begins to matter: today, where that lies in it. */
static void
open_on_year (JpCalendarPage *self)
{
  JpSession *session = jp_page_get_session (JP_PAGE (self));
  JpDate today = jp_session_get_today (session);
  int year = jp_session_get_year (session);

  if (self->year == year)
    return;

  self->year = year;
  jp_month_view_set_day (self->month_view,
                         (int) jp_date_year (today) == year + 1 ? today : jp_date_year_start ((guint) year + 1));
  list_periods (self);
}

static void
jp_calendar_page_refresh (JpPage *page)
{
  JpCalendarPage *self = JP_CALENDAR_PAGE (page);
  gboolean filled = jp_snapshot_get_dossiers (snapshot_of (self))->len > 0;

  gtk_stack_set_visible_child_name (self->states, self->renewing != NULL ? "renewal" : filled ? "filled" : "empty");
  if (self->renewing != NULL)
    jp_renewal_view_show (self->renewal_view, jp_page_get_session (page), self->renewing);
  else if (filled)
    {
      open_on_year (self);
      refill (self);
    }
  jp_page_set_can_make (page, filled && self->renewing == NULL);
  show_title (self);
}

static void
show_view (JpCalendarPage *self, View view)
{
  GtkToggleButton *buttons[N_VIEWS] = { self->timeline_button, self->month_button, self->agenda_button };

  g_clear_pointer (&self->renewing, g_free);
  self->view = view;
  self->setting = TRUE;
  gtk_toggle_button_set_active (buttons[view], TRUE);
  self->setting = FALSE;
  gtk_stack_set_visible_child_name (self->tools, view_ids[view]);
  gtk_stack_set_visible_child_name (self->views, view_ids[view]);
  gtk_widget_set_visible (GTK_WIDGET (self->bar_place), view != VIEW_TIMELINE);
  if (jp_page_get_session (JP_PAGE (self)) != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    jp_page_show_again (JP_PAGE (self));
}

static void
on_view (JpCalendarPage *self, GtkToggleButton *button)
{
  if (self->setting || !gtk_toggle_button_get_active (button))
    return;

  show_view (self, button == self->timeline_button ? VIEW_TIMELINE
                   : button == self->month_button  ? VIEW_MONTH
                                                   : VIEW_AGENDA);
}

static void
on_bar_changed (JpCalendarPage *self)
{
  refill (self);
}

static void
on_period (JpCalendarPage *self)
{
  guint row = gtk_drop_down_get_selected (self->period_choice);

  if (self->setting || row >= N_PERIODS)
    return;

  self->period = row;
  refill (self);
}

static void
on_span (JpCalendarPage *self, GtkToggleButton *button)
{
  if (!self->setting && gtk_toggle_button_get_active (button))
    jp_timeline_set_span (timeline_of (self), button == self->years_button ? SPAN_YEARS : SPAN_QUARTERS);
  show_zoom (self);
}

static void
on_table (JpCalendarPage *self)
{
  jp_timeline_view_set_as_table (self->timeline_view, gtk_toggle_button_get_active (self->table_button));
}

static void
on_whole_year (JpCalendarPage *self)
{
  if (!self->setting)
    jp_month_view_set_year (self->month_view, gtk_toggle_button_get_active (self->whole_year_button));
}

static void
on_moved (JpCalendarPage *self)
{
  self->setting = TRUE;
  gtk_toggle_button_set_active (jp_month_view_get_year (self->month_view) ? self->whole_year_button
                                                                          : self->one_month_button,
                                TRUE);
  self->setting = FALSE;
  count_shown (self);
  show_title (self);
}

static void
go (JpCalendarPage *self, const char *place)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", place);
}

/* Actions */

static void
go_today (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpCalendarPage *self = JP_CALENDAR_PAGE (widget);

  if (self->view == VIEW_TIMELINE)
    jp_timeline_go_today (timeline_of (self));
  else
    jp_month_view_set_day (self->month_view, jp_session_get_today (jp_page_get_session (JP_PAGE (self))));
}

static void
zoom (GtkWidget *widget, const char *action, GVariant *parameter)
{
  jp_timeline_zoom (timeline_of (JP_CALENDAR_PAGE (widget)), g_str_equal (action, "calendar.zoom-in") ? 1 : -1);
}

static void
move (GtkWidget *widget, const char *action, GVariant *parameter)
{
  jp_month_view_move (JP_CALENDAR_PAGE (widget)->month_view, g_str_equal (action, "calendar.next") ? 1 : -1);
}

static void
copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpCalendarPage *self = JP_CALENDAR_PAGE (widget);
  guint n = jp_agenda_view_copy (self->agenda_view);
  g_autofree char *said = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row copied", "%u rows copied", n), n);

  jp_page_toast (JP_PAGE (self), said);
}

static void
export_file (JpCalendarPage *self)
{
  jp_calendar_export (GTK_WIDGET (self), snapshot_of (self), months_ahead (self));
}

static void
export_calendar (GtkWidget *widget, const char *action, GVariant *parameter)
{
  export_file (JP_CALENDAR_PAGE (widget));
}

/* Own entries */

/* About which cluster a new entry most likely is: the one that is looked at. */
static const char *
cluster_at_hand (JpCalendarPage *self)
{
  const JpObligation *duty = self->view == VIEW_AGENDA ? jp_agenda_view_get_chosen (self->agenda_view) : NULL;

  if (self->view == VIEW_TIMELINE)
    return jp_timeline_get_cluster (timeline_of (self));

  return duty != NULL ? duty->dossier->id : NULL;
}

static void
jp_calendar_page_make_new (JpPage *page)
{
  JpCalendarPage *self = JP_CALENDAR_PAGE (page);
  JpSession *session = jp_page_get_session (page);
  JpDate day = self->view == VIEW_MONTH ? jp_month_view_get_day (self->month_view) : jp_session_get_today (session);

  jp_own_duty_form_new (GTK_WIDGET (self), session, cluster_at_hand (self), day);
}

static void
make_new (GtkWidget *widget, const char *action, GVariant *parameter)
{
  jp_page_make_new (JP_PAGE (widget));
}

static void
jp_calendar_page_open (JpPage *page, const char *target)
{
  JpCalendarPage *self = JP_CALENDAR_PAGE (page);

  if (target != NULL && g_str_has_prefix (target, "month:"))
    {
      g_autofree char *iso = g_strconcat (target + strlen ("month:"), "-01", NULL);
      JpDate day = jp_date_parse (iso);

      if (day != JP_DATE_NONE)
        jp_month_view_set_day (self->month_view, day);
      show_view (self, VIEW_MONTH);
    }
  else if (target != NULL && g_str_has_prefix (target, "renew/"))
    {
      g_free (self->renewing);
      self->renewing = g_strdup (target + strlen ("renew/"));
      jp_calendar_page_refresh (page);
    }
  else if (target != NULL && g_str_has_prefix (target, "own/"))
    jp_own_duty_form_open (GTK_WIDGET (self), jp_page_get_session (page), target + strlen ("own/"));
  else if (g_strcmp0 (target, "export") == 0)
    export_file (self);
  for (guint i = 0; i < N_VIEWS; i++)
    if (g_strcmp0 (target, view_ids[i]) == 0)
      show_view (self, i);
}

static gboolean
jp_calendar_page_leave_part (JpPage *page)
{
  JpCalendarPage *self = JP_CALENDAR_PAGE (page);

  if (self->renewing == NULL)
    return FALSE;

  g_clear_pointer (&self->renewing, g_free);
  jp_page_show_again (page);

  return TRUE;
}

/* State: view, whole year, table, kind of rows, span, period, theme, state, district. */
#define STATE_TYPE "(ubbuuuuus)"

static GVariant *
jp_calendar_page_get_state (JpPage *page)
{
  JpCalendarPage *self = JP_CALENDAR_PAGE (page);
  JpCalendarFilter filter;

  jp_calendar_bar_get (self->bar, &filter);
  return g_variant_new (STATE_TYPE, self->view, jp_month_view_get_year (self->month_view),
                        jp_timeline_view_get_as_table (self->timeline_view),
                        jp_timeline_view_get_kind (self->timeline_view), jp_timeline_get_span (timeline_of (self)),
                        self->period, filter.theme, filter.show, filter.district != NULL ? filter.district : "");
}

static void
jp_calendar_page_set_state (JpPage *page, GVariant *state)
{
  JpCalendarPage *self = JP_CALENDAR_PAGE (page);
  JpCalendarFilter filter = { 0 };
  gboolean whole_year, as_table;
  guint view, kind, span, period, theme, show;

  if (!g_variant_is_of_type (state, G_VARIANT_TYPE (STATE_TYPE)))
    return;

  g_variant_get (state, "(ubbuuuuu&s)", &view, &whole_year, &as_table, &kind, &span, &period, &theme, &show,
                 &filter.district);
  filter.theme = theme;
  filter.show = show;
  if (*filter.district == '\0')
    filter.district = NULL;
  jp_calendar_bar_set (self->bar, &filter);
  self->period = MIN (period, N_PERIODS - 1);
  jp_month_view_set_year (self->month_view, whole_year);
  gtk_toggle_button_set_active (self->table_button, as_table);
  jp_timeline_view_set_kind (self->timeline_view, kind);
  jp_timeline_set_span (timeline_of (self), span);
  show_view (self, MIN (view, N_VIEWS - 1));
}

static void
jp_calendar_page_dispose (GObject *object)
{
  JpCalendarPage *self = JP_CALENDAR_PAGE (object);

  if (self->month_view != NULL)
    jp_month_view_forget (self->month_view);
  self->month_view = NULL;
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (jp_calendar_page_parent_class)->dispose (object);
}

static void
jp_calendar_page_finalize (GObject *object)
{
  jp_calendar_days_free (JP_CALENDAR_PAGE (object)->days);
  g_free (JP_CALENDAR_PAGE (object)->renewing);

  G_OBJECT_CLASS (jp_calendar_page_parent_class)->finalize (object);
}

static void
jp_calendar_page_class_init (JpCalendarPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  JpPageClass *page_class = JP_PAGE_CLASS (klass);

  object_class->dispose = jp_calendar_page_dispose;
  object_class->finalize = jp_calendar_page_finalize;
  page_class->refresh = jp_calendar_page_refresh;
  page_class->open = jp_calendar_page_open;
  page_class->make_new = jp_calendar_page_make_new;
  page_class->leave_part = jp_calendar_page_leave_part;
  page_class->get_state = jp_calendar_page_get_state;
  page_class->set_state = jp_calendar_page_set_state;

  g_type_ensure (JP_TYPE_RENEWAL_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiping/Jiping/ui/jp-calendar-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JpCalendarPage, states);
  gtk_widget_class_bind_template_child (widget_class, JpCalendarPage, timeline_button);
  gtk_widget_class_bind_template_child (widget_class, JpCalendarPage, month_button);
  gtk_widget_class_bind_template_child (widget_class, JpCalendarPage, agenda_button);
  gtk_widget_class_bind_template_child (widget_class, JpCalendarPage, tools);
  gtk_widget_class_bind_template_child (widget_class, JpCalendarPage, years_button);
  gtk_widget_class_bind_template_child (widget_class, JpCalendarPage, quarters_button);
  gtk_widget_class_bind_template_child (widget_class, JpCalendarPage, table_button);
  gtk_widget_class_bind_template_child (widget_class, JpCalendarPage, month_title);
  gtk_widget_class_bind_template_child (widget_class, JpCalendarPage, one_month_button);
  gtk_widget_class_bind_template_child (widget_class, JpCalendarPage, whole_year_button);
  gtk_widget_class_bind_template_child (widget_class, JpCalendarPage, period_choice);
  gtk_widget_class_bind_template_child (widget_class, JpCalendarPage, saying);
  gtk_widget_class_bind_template_child (widget_class, JpCalendarPage, bar_place);
  gtk_widget_class_bind_template_child (widget_class, JpCalendarPage, renewal_view);
  gtk_widget_class_bind_template_child (widget_class, JpCalendarPage, views);
  gtk_widget_class_bind_template_callback (widget_class, on_view);
  gtk_widget_class_bind_template_callback (widget_class, on_span);
  gtk_widget_class_bind_template_callback (widget_class, on_table);
  gtk_widget_class_bind_template_callback (widget_class, on_whole_year);
  gtk_widget_class_bind_template_callback (widget_class, on_period);
  gtk_widget_class_install_action (widget_class, "calendar.today", NULL, go_today);
  gtk_widget_class_install_action (widget_class, "calendar.zoom-in", NULL, zoom);
  gtk_widget_class_install_action (widget_class, "calendar.zoom-out", NULL, zoom);
  gtk_widget_class_install_action (widget_class, "calendar.previous", NULL, move);
  gtk_widget_class_install_action (widget_class, "calendar.next", NULL, move);
  gtk_widget_class_install_action (widget_class, "calendar.copy", NULL, copy);
  gtk_widget_class_install_action (widget_class, "calendar.new", NULL, make_new);
  gtk_widget_class_install_action (widget_class, "calendar.export", NULL, export_calendar);
}

static void
jp_calendar_page_init (JpCalendarPage *self)
{
  self->settings = g_settings_new (JP_APPLICATION_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  jp_choice_setup (self->period_choice);

  self->bar = JP_CALENDAR_BAR (jp_calendar_bar_new ());
  self->timeline_view = JP_TIMELINE_VIEW (jp_timeline_view_new ());
  self->month_view = JP_MONTH_VIEW (jp_month_view_new ());
  self->agenda_view = JP_AGENDA_VIEW (jp_agenda_view_new ());
  adw_bin_set_child (self->bar_place, GTK_WIDGET (self->bar));
  gtk_stack_add_named (self->views, GTK_WIDGET (self->timeline_view), view_ids[VIEW_TIMELINE]);
  gtk_stack_add_named (self->views, GTK_WIDGET (self->month_view), view_ids[VIEW_MONTH]);
  gtk_stack_add_named (self->views, GTK_WIDGET (self->agenda_view), view_ids[VIEW_AGENDA]);
  g_signal_connect_swapped (self->bar, "changed", G_CALLBACK (on_bar_changed), self);
  g_signal_connect_swapped (self->timeline_view, "opened", G_CALLBACK (go), self);
  g_signal_connect_swapped (timeline_of (self), "zoomed", G_CALLBACK (show_zoom), self);
  g_signal_connect_swapped (self->month_view, "moved", G_CALLBACK (on_moved), self);
  g_signal_connect_swapped (self->month_view, "opened", G_CALLBACK (go), self);
  g_signal_connect_swapped (self->agenda_view, "opened", G_CALLBACK (go), self);
  show_zoom (self);
  show_view (self, VIEW_TIMELINE);
}

JpPage *
jp_calendar_page_new (void)
{
  return g_object_new (JP_TYPE_CALENDAR_PAGE, NULL);
}
