/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-month-grid.h"

#include "jp-day-cell.h"
#include "jp-duty-item.h"

#include <glib/gi18n-lib.h>

#define WEEKS 6
#define DAYS  7

struct _JpMonthGrid
{
  GtkWidget parent_instance;

  /* Borrowed: children. */
  GtkWidget *grid;
  GtkWidget *cells[WEEKS * DAYS];
  GtkWidget *weeks[WEEKS];

  /* Borrowed: what is shown. */
  const JpContext      *context;
  const JpCalendarDays *days;

  JpDate selected;
  JpDate start; /* of the first cell */
};

G_DEFINE_FINAL_TYPE (JpMonthGrid, jp_month_grid, GTK_TYPE_WIDGET)

enum
{
  SELECTED,
  OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_cell (JpMonthGrid *self, guint index, guint month)
{
  JpDayFacts facts = { .day = self->start + index };
  guint of_month;

  jp_date_split (facts.day, NULL, &of_month, NULL);
  facts.kind = jp_holidays_kind (self->context->holidays, facts.day, &facts.provisional);
  facts.outside = of_month != month;
  facts.today = facts.day == self->context->today;
  jp_day_cell_show (JP_DAY_CELL (self->cells[index]), &facts, self->days);
  if (facts.outside)
    gtk_widget_add_css_class (self->cells[index], "outside");
  else
    gtk_widget_remove_css_class (self->cells[index], "outside");
  if (facts.kind == JP_DAY_WEEKEND || facts.kind == JP_DAY_HOLIDAY)
    gtk_widget_add_css_class (self->cells[index], "rest");
  else
    gtk_widget_remove_css_class (self->cells[index], "rest");
}

static void
show_month (JpMonthGrid *self)
{
  guint year, month;

  if (self->context == NULL || self->selected == JP_DATE_NONE)
    return;

  jp_date_split (self->selected, &year, &month, NULL);
  self->start = jp_calendar_grid_start (year, month);
  for (guint i = 0; i < WEEKS * DAYS; i++)
    show_cell (self, i, month);
  for (guint i = 0; i < WEEKS; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", jp_calendar_week (self->start + i * DAYS));
      /* Translators: %s is the number of a week in its year */
      g_autofree char *name = g_strdup_printf (_("Week %s"), number);

      gtk_label_set_label (GTK_LABEL (self->weeks[i]), number);
      gtk_widget_set_tooltip_text (self->weeks[i], name);
    }
}

static void
mark_selected (JpMonthGrid *self)
{
  for (guint i = 0; i < WEEKS * DAYS; i++)
    jp_day_cell_set_selected (JP_DAY_CELL (self->cells[i]), self->start + i == self->selected);
}

static gboolean
same_month (JpDate a, JpDate b)
{
  guint year_a, month_a, year_b, month_b;

  jp_date_split (a, &year_a, &month_a, NULL);
  jp_date_split (b, &year_b, &month_b, NULL);

  return year_a == year_b && month_a == month_b;
}

/* Nothing is known of days beyond four digits of a year. */
static gboolean
can_show (JpDate day)
{
  return day >= jp_date_new (1901, 1, 1) && day <= jp_date_new (2999, 12, 31);
}

static void
select_day (JpMonthGrid *self, JpDate day, gboolean focus)
{
  gboolean stays;

  if (!can_show (day))
    return;

  stays = self->start != 0 && self->selected != JP_DATE_NONE && same_month (self->selected, day);
  self->selected = day;
  if (!stays)
    show_month (self);
  mark_selected (self);
  if (focus && self->start != 0)
    gtk_widget_grab_focus (self->cells[day - self->start]);
}

static void
choose_day (JpMonthGrid *self, JpDate day)
{
  select_day (self, day, TRUE);
  g_signal_emit (self, signals[SELECTED], 0);
}

static gboolean
on_key (JpMonthGrid *self, guint key, guint code, GdkModifierType modifiers)
{
  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0 || self->context == NULL)
    return FALSE;

  switch (key)
    {
    case GDK_KEY_Left:
      choose_day (self, self->selected - 1);
      return TRUE;
    case GDK_KEY_Right:
      choose_day (self, self->selected + 1);
      return TRUE;
    case GDK_KEY_Up:
      choose_day (self, self->selected - DAYS);
      return TRUE;
    case GDK_KEY_Down:
      choose_day (self, self->selected + DAYS);
      return TRUE;
    case GDK_KEY_Page_Up:
      choose_day (self, jp_date_add_months (self->selected, -1));
      return TRUE;
    case GDK_KEY_Page_Down:
      choose_day (self, jp_date_add_months (self->selected, 1));
      return TRUE;
    case GDK_KEY_Home:
      choose_day (self, self->context->today);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      g_signal_emit (self, signals[OPENED], 0);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, gpointer data)
{
  JpMonthGrid *self = data;
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  choose_day (self, jp_day_cell_get_day (JP_DAY_CELL (cell)));
  if (n_press > 1)
    g_signal_emit (self, signals[OPENED], 0);
}

/* Wheel: the month before, the month after. */
static gboolean
on_scroll (JpMonthGrid *self, double dx, double dy)
{
  if (dy == 0 || self->context == NULL)
    return FALSE;

  choose_day (self, jp_date_add_months (self->selected, dy > 0 ? 1 : -1));
  return TRUE;
}

static void
jp_month_grid_dispose (GObject *object)
{
  JpMonthGrid *self = JP_MONTH_GRID (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);

  G_OBJECT_CLASS (jp_month_grid_parent_class)->dispose (object);
}

static void
jp_month_grid_class_init (JpMonthGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jp_month_grid_dispose;

  signals[SELECTED]
    = g_signal_new ("selected", JP_TYPE_MONTH_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", JP_TYPE_MONTH_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "monthgrid");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static GtkWidget *
add_head (JpMonthGrid *self, const char *text, int column)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "month-head");
  if (column > 5)
    gtk_widget_add_css_class (label, "rest");
  gtk_grid_attach (GTK_GRID (self->grid), label, column, 0, 1, 1);

  return label;
}

static void
add_cell (JpMonthGrid *self, guint index)
{
  GtkWidget *cell = jp_day_cell_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_hexpand (cell, TRUE);
  gtk_widget_set_vexpand (cell, TRUE);
  gtk_grid_attach (GTK_GRID (self->grid), cell, (int) (index % DAYS) + 1, (int) (index / DAYS) + 1, 1, 1);
  self->cells[index] = cell;
}

static void
jp_month_grid_init (JpMonthGrid *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL
                                                                | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);
  JpDate monday = jp_date_new (2024, 1, 1);

  self->grid = gtk_grid_new ();
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  gtk_widget_set_tooltip_text (add_head (self, _("Wk"), 0), _("Week of the year"));
  for (guint i = 0; i < DAYS; i++)
    add_head (self, jp_duty_weekday_words (monday + i), (int) i + 1);
  for (guint i = 0; i < WEEKS; i++)
    {
      self->weeks[i] = gtk_label_new (NULL);
      gtk_widget_add_css_class (self->weeks[i], "month-week");
      gtk_widget_set_valign (self->weeks[i], GTK_ALIGN_START);
      gtk_grid_attach (GTK_GRID (self->grid), self->weeks[i], 0, (int) i + 1, 1, 1);
    }
  for (guint i = 0; i < WEEKS * DAYS; i++)
    add_cell (self, i);

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

GtkWidget *
jp_month_grid_new (void)
{
  return g_object_new (JP_TYPE_MONTH_GRID, NULL);
}

void
jp_month_grid_show (JpMonthGrid *self, const JpContext *context, const JpCalendarDays *days)
{
  g_return_if_fail (JP_IS_MONTH_GRID (self) && context != NULL);

  self->context = context;
  self->days = days;
  if (self->selected == JP_DATE_NONE)
    self->selected = context->today;
  show_month (self);
  mark_selected (self);
}

JpDate
jp_month_grid_get_selected (JpMonthGrid *self)
{
  return self->selected;
}

void
jp_month_grid_select (JpMonthGrid *self, JpDate day)
{
  g_return_if_fail (JP_IS_MONTH_GRID (self));

  select_day (self, day, FALSE);
}

void
jp_month_grid_forget (JpMonthGrid *self)
{
  self->context = NULL;
  self->days = NULL;
}
