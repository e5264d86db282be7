/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-month-view.h"

#include "jp-columns.h"
#include "jp-day-panel.h"
#include "jp-mini-month.h"
#include "jp-month-grid.h"

#include <glib/gi18n-lib.h>

#define PANEL_CHARS 22

struct _JpMonthView
{
  AdwBin parent_instance;

  /* Borrowed: children. */
  GtkStack    *stack;
  GtkLabel    *notice; /* holidays of the year are not published */
  JpMonthGrid *grid;
  JpDayPanel  *panel;
  JpMiniMonth *months[12];

  /* Owned. */
  JpSnapshot *snapshot;

  /* Borrowed: what is shown. */
  const JpCalendarDays *days;
};

G_DEFINE_FINAL_TYPE (JpMonthView, jp_month_view, ADW_TYPE_BIN)

enum
{
  MOVED,
  OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_notice (JpMonthView *self, const JpContext *context)
{
  guint year = jp_date_year (jp_month_grid_get_selected (self->grid));
  gboolean known = jp_holidays_covers (context->holidays, year);
  g_autofree char *text = known
                            ? NULL
                            : g_strdup_printf (_("暂估 · The holidays of %u are not yet published: only Saturdays and "
                                                 "Sundays count as rest days."),
                                               year);

  gtk_label_set_label (self->notice, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->notice), !known);
}

static void
show_day (JpMonthView *self)
{
  if (self->snapshot == NULL || self->days == NULL)
    return;

  jp_day_panel_show (self->panel, self->snapshot, self->days, jp_month_grid_get_selected (self->grid));
  show_notice (self, jp_snapshot_get_context (self->snapshot));
}

static void
show_year (JpMonthView *self)
{
  guint year = jp_date_year (jp_month_grid_get_selected (self->grid));

  if (self->snapshot == NULL || self->days == NULL || !jp_month_view_get_year (self))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (self->months); i++)
    jp_mini_month_show (self->months[i], year, i + 1, jp_snapshot_get_context (self->snapshot), self->days);
}

static void
on_selected (JpMonthView *self)
{
  show_day (self);
  g_signal_emit (self, signals[MOVED], 0);
}

static void
on_day_opened (JpMonthView *self)
{
  jp_day_panel_focus (self->panel);
}

static void
on_place (JpMonthView *self, const char *place)
{
  g_signal_emit (self, signals[OPENED], 0, place);
}

static void
on_month (JpMonthView *self, JpMiniMonth *button)
{
  guint year = jp_date_year (jp_month_grid_get_selected (self->grid));

  for (guint i = 0; i < G_N_ELEMENTS (self->months); i++)
    if (self->months[i] == button)
      jp_month_view_set_day (self, jp_date_new (year, i + 1, 1));
  jp_month_view_set_year (self, FALSE);
}

static void
jp_month_view_dispose (GObject *object)
{
  JpMonthView *self = JP_MONTH_VIEW (object);

  g_clear_pointer (&self->snapshot, jp_snapshot_unref);

  G_OBJECT_CLASS (jp_month_view_parent_class)->dispose (object);
}

static void
jp_month_view_class_init (JpMonthViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jp_month_view_dispose;

  signals[MOVED] = g_signal_new ("moved", JP_TYPE_MONTH_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", JP_TYPE_MONTH_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);
}

static GtkWidget *
new_month (JpMonthView *self)
{
  GtkWidget *columns = g_object_new (JP_TYPE_COLUMNS, "max-columns", 2, "column-chars", PANEL_CHARS, "lead", 72, NULL);

  self->grid = JP_MONTH_GRID (jp_month_grid_new ());
  self->panel = JP_DAY_PANEL (jp_day_panel_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "card");
  gtk_widget_set_overflow (GTK_WIDGET (self->grid), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (self->grid, "selected", G_CALLBACK (on_selected), self);
  g_signal_connect_swapped (self->grid, "opened", G_CALLBACK (on_day_opened), self);
  g_signal_connect_swapped (self->panel, "opened", G_CALLBACK (on_place), self);
  gtk_widget_set_parent (GTK_WIDGET (self->grid), columns);
  gtk_widget_set_parent (GTK_WIDGET (self->panel), columns);

  return columns;
}

static GtkWidget *
new_year (JpMonthView *self)
{
  GtkWidget *columns = g_object_new (JP_TYPE_COLUMNS, "max-columns", 4, "column-chars", 15, NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  for (guint i = 0; i < G_N_ELEMENTS (self->months); i++)
    {
      self->months[i] = JP_MINI_MONTH (jp_mini_month_new ());
      g_signal_connect_swapped (self->months[i], "clicked", G_CALLBACK (on_month), self);
      gtk_widget_set_parent (GTK_WIDGET (self->months[i]), columns);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), columns);

  return scrolled;
}

static void
jp_month_view_init (JpMonthView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *month_scrolled = gtk_scrolled_window_new ();

  self->notice = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->notice, 0);
  gtk_label_set_wrap (self->notice, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->notice), "warning");
  gtk_widget_set_visible (GTK_WIDGET (self->notice), FALSE);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (month_scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (month_scrolled), new_month (self));
  gtk_stack_add_named (self->stack, month_scrolled, "month");
  gtk_stack_add_named (self->stack, new_year (self), "year");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->notice));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
jp_month_view_new (void)
{
  return g_object_new (JP_TYPE_MONTH_VIEW, NULL);
}

void
jp_month_view_show (JpMonthView *self, JpSnapshot *snapshot, const JpCalendarDays *days)
{
  g_autoptr (JpSnapshot) before = NULL;

  g_return_if_fail (JP_IS_MONTH_VIEW (self) && snapshot != NULL && days != NULL);

  before = self->snapshot;
  self->snapshot = jp_snapshot_ref (snapshot);
  self->days = days;
  jp_month_grid_show (self->grid, jp_snapshot_get_context (snapshot), days);
  show_day (self);
  show_year (self);
}

void
jp_month_view_forget (JpMonthView *self)
{
  self->days = NULL;
  jp_month_grid_forget (self->grid);
}

JpDate
jp_month_view_get_day (JpMonthView *self)
{
  return jp_month_grid_get_selected (self->grid);
}

void
jp_month_view_set_day (JpMonthView *self, JpDate day)
{
  jp_month_grid_select (self->grid, day);
  show_day (self);
  show_year (self);
  g_signal_emit (self, signals[MOVED], 0);
}

gboolean
jp_month_view_get_year (JpMonthView *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "year") == 0;
}

void
jp_month_view_set_year (JpMonthView *self, gboolean whole_year)
{
  gtk_stack_set_visible_child_name (self->stack, whole_year ? "year" : "month");
  show_year (self);
  g_signal_emit (self, signals[MOVED], 0);
}

void
jp_month_view_move (JpMonthView *self, int steps)
{
  JpDate day = jp_month_grid_get_selected (self->grid);

  jp_month_view_set_day (self, jp_date_add_months (day, jp_month_view_get_year (self) ? 12 * steps : steps));
}

char *
jp_month_view_title (JpMonthView *self)
{
  guint year, month;

  jp_date_split (jp_month_grid_get_selected (self->grid), &year, &month, NULL);
  if (jp_month_view_get_year (self))
    /* Translators: the year that a calendar shows */
    return g_strdup_printf (C_("calendar", "%u"), year);

  /* Translators: year, month of a calendar */
  return g_strdup_printf (C_("calendar", "%1$u/%2$u"), year, month);
}

void
jp_month_view_get_range (JpMonthView *self, JpDate *first, JpDate *last)
{
  guint year, month;

  jp_date_split (jp_month_grid_get_selected (self->grid), &year, &month, NULL);
  *first = jp_month_view_get_year (self) ? jp_date_year_start (year) : jp_date_new (year, month, 1);
  *last = jp_month_view_get_year (self) ? jp_date_year_end (year) : jp_date_add_months (*first, 1) - 1;
}
