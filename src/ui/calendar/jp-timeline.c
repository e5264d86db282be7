/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-timeline-widget.h"

#include <adwaita.h>

#define YEARS_BACK 2 /* of the first look: from this many years ago */

enum
{
  OPENED,
  ZOOMED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (JpTimeline, jp_timeline, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static double
plot_width (JpTimeline *self)
{
  return MAX (self->layout.width - self->layout.metrics.names, 1);
}

/* Adjustments */

static void
take_values (JpTimeline *self)
{
  self->layout.left
    = self->first + jp_scroll_pair_get (&self->scroll, GTK_ORIENTATION_HORIZONTAL) / self->layout.per_day;
  self->layout.top = jp_scroll_pair_get (&self->scroll, GTK_ORIENTATION_VERTICAL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
tell_adjustments (JpTimeline *self)
{
  double plot = plot_width (self), days = (double) self->last - self->first + 1;

  jp_scroll_pair_configure (&self->scroll, GTK_ORIENTATION_HORIZONTAL,
                            (self->layout.left - self->first) * self->layout.per_day, days * self->layout.per_day,
                            plot);
  jp_scroll_pair_configure (&self->scroll, GTK_ORIENTATION_VERTICAL, self->layout.top,
                            self->rows->len * self->layout.metrics.row,
                            MAX (self->layout.height - self->layout.metrics.header, 1));
  take_values (self);
}

/* Keeps the day at the left where it is, as far as there is something. */
void
jp_timeline_arrange (JpTimeline *self)
{
  if (self->rows == NULL || self->layout.width <= 0)
    return;

  self->layout.per_day = plot_width (self) / self->span;
  tell_adjustments (self);
}

static gboolean
on_idle (gpointer data)
{
  JpTimeline *self = data;

  self->arranging = 0;
  jp_timeline_arrange (self);

  return G_SOURCE_REMOVE;
}

static void
measure_text (JpTimeline *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "集");
  int em, line;

  pango_layout_get_pixel_size (layout, &em, &line);
  jp_timeline_metrics_init (&self->layout.metrics, line, em, self->layout.width);
}

void
jp_timeline_set_left (JpTimeline *self, double left)
{
  self->layout.left = left;
  jp_timeline_arrange (self);
}

/* What is lit */

const JpTimelineRow *
jp_timeline_lit_row (JpTimeline *self)
{
  if (self->rows == NULL || self->lit.row < 0 || (guint) self->lit.row >= self->rows->len)
    return NULL;

  return g_ptr_array_index (self->rows, self->lit.row);
}

const JpTimelineMark *
jp_timeline_lit_mark (JpTimeline *self)
{
  const JpTimelineRow *row = jp_timeline_lit_row (self);

  return row != NULL && self->lit.mark >= 0 && (guint) self->lit.mark < row->marks->len
           ? g_ptr_array_index (row->marks, self->lit.mark) : NULL;
}

char *
jp_timeline_describe (JpTimeline *self)
{
  const JpTimelineRow *row = jp_timeline_lit_row (self);
  const JpTimelineMark *mark = jp_timeline_lit_mark (self);
  g_autofree char *terms = NULL;

  if (row == NULL)
    return NULL;
  if (mark != NULL)
    return g_strdup (mark->words);
  if (self->lit.bar >= 0)
    return g_strdup (((JpTimelineBar *) g_ptr_array_index (row->bars, self->lit.bar))->words);

  terms = jp_timeline_row_terms (row);
  return g_strdup_printf ("%s\n%s%s%s", row->full_name, row->status, *terms != '\0' ? "\n" : "", terms);
}

static void
tell_reader (JpTimeline *self)
{
  g_autofree char *words = jp_timeline_describe (self);

  if (words == NULL)
    return;
  g_strdelimit (words, "\n", ' ');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
}

static const char *
lit_place (JpTimeline *self)
{
  const JpTimelineRow *row = jp_timeline_lit_row (self);
  const JpTimelineMark *mark = jp_timeline_lit_mark (self);

  if (row == NULL)
    return NULL;

  return mark != NULL ? mark->place : row->place;
}

void
jp_timeline_open_lit (JpTimeline *self)
{
  g_autofree char *place = g_strdup (lit_place (self));

  if (place != NULL)
    g_signal_emit (self, signals[OPENED], 0, place);
}

void
jp_timeline_light (JpTimeline *self, JpTimelineHit hit, gboolean by_key)
{
  if (hit.row == self->lit.row && hit.mark == self->lit.mark && hit.bar == self->lit.bar && by_key == self->focused)
    return;

  self->lit = hit;
  self->focused = by_key;
  if (by_key)
    tell_reader (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Widget */

static void
jp_timeline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JpTimeline *self = JP_TIMELINE (widget);
  const JpTimelinePaint paint = {
    .widget = widget, .snapshot = snapshot, .layout = &self->layout, .texts = self->texts, .rows = self->rows,
    .today = self->today, .lit = self->lit, .focused = self->focused,
  };

  if (self->rows != NULL && self->layout.per_day > 0)
    self->n_drawn = jp_timeline_paint (&paint);
}

static void
jp_timeline_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *least, int *natural,
                     int *least_baseline, int *natural_baseline)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "集");
  int em, line;

  pango_layout_get_pixel_size (layout, &em, &line);
  *least = orientation == GTK_ORIENTATION_HORIZONTAL ? 20 * em : 9 * line;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 60 * em : 30 * line;
}

static void
jp_timeline_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JpTimeline *self = JP_TIMELINE (widget);

  self->layout.width = width;
  self->layout.height = height;
  measure_text (self);
  self->layout.per_day = plot_width (self) / self->span;
  /* Scrollbars that come or go ask for another size, which nobody may while sizes are given. */
  if (self->arranging == 0)
    self->arranging = g_idle_add_full (G_PRIORITY_DEFAULT, on_idle, self, NULL);
}

static void
jp_timeline_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  JpTimeline *self = JP_TIMELINE (widget);

  GTK_WIDGET_CLASS (jp_timeline_parent_class)->css_changed (widget, change);
  jp_text_cache_forget (self->texts);
  gtk_widget_queue_resize (widget);
}

static void
jp_timeline_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  jp_scroll_pair_set_property (&JP_TIMELINE (object)->scroll, id, value);
}

static void
jp_timeline_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  jp_scroll_pair_get_property (&JP_TIMELINE (object)->scroll, id, value);
}

static void
jp_timeline_dispose (GObject *object)
{
  JpTimeline *self = JP_TIMELINE (object);

  g_clear_handle_id (&self->arranging, g_source_remove);
  jp_scroll_pair_clear (&self->scroll);

  G_OBJECT_CLASS (jp_timeline_parent_class)->dispose (object);
}

static void
jp_timeline_finalize (GObject *object)
{
  JpTimeline *self = JP_TIMELINE (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  jp_text_cache_free (self->texts);

  G_OBJECT_CLASS (jp_timeline_parent_class)->finalize (object);
}

static void
jp_timeline_class_init (JpTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = jp_timeline_set_property;
  object_class->get_property = jp_timeline_get_property;
  object_class->dispose = jp_timeline_dispose;
  object_class->finalize = jp_timeline_finalize;
  widget_class->snapshot = jp_timeline_snapshot;
  widget_class->measure = jp_timeline_measure;
  widget_class->size_allocate = jp_timeline_size_allocate;
  widget_class->css_changed = jp_timeline_css_changed;
  widget_class->query_tooltip = jp_timeline_query_tooltip;

  jp_scroll_pair_override (object_class);
  signals[OPENED]
    = g_signal_new ("opened", JP_TYPE_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ZOOMED] = g_signal_new ("zoomed", JP_TYPE_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jp_timeline_init (JpTimeline *self)
{
  self->texts = jp_text_cache_new (GTK_WIDGET (self));
  jp_scroll_pair_init (&self->scroll, GTK_WIDGET (self), G_CALLBACK (take_values));
  self->span = JP_TIMELINE_SPANS[0];
  self->lit = (JpTimelineHit) { -1, -1, -1 };
  jp_timeline_add_controllers (self);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
jp_timeline_new (void)
{
  return g_object_new (JP_TYPE_TIMELINE, NULL);
}

static double
start_for (JpTimeline *self)
{
  if (self->span >= 366 * 2)
    return jp_date_year_start (jp_date_year (self->today) - (self->span >= 366 * 4 ? YEARS_BACK : 1));

  return self->today - self->span * 0.3;
}

void
jp_timeline_show (JpTimeline *self, GPtrArray *rows, JpDate today)
{
  gboolean first = self->rows == NULL;

  g_return_if_fail (JP_IS_TIMELINE (self) && rows != NULL);

  g_ptr_array_ref (rows);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = rows;
  self->today = today;
  jp_timeline_rows_range (rows, today, &self->first, &self->last);
  if (first)
    self->layout.left = start_for (self);
  if (self->lit.row >= (int) rows->len || !self->focused)
    self->lit = (JpTimelineHit) { -1, -1, -1 };
  else
    self->lit.mark = self->lit.bar = -1;
  jp_timeline_arrange (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
jp_timeline_go_today (JpTimeline *self)
{
  jp_timeline_set_left (self, start_for (self));
}

guint
jp_timeline_get_span (JpTimeline *self)
{
  return self->span;
}

/* The day in the middle stays there; today, where it is seen. */
void
jp_timeline_set_span (JpTimeline *self, guint days)
{
  double at = self->layout.left + self->span / 2.0, share = 0.5;

  days = CLAMP (days, JP_TIMELINE_SPANS[jp_timeline_n_spans () - 1], JP_TIMELINE_SPANS[0]);
  if (days == self->span)
    return;

  if (self->today >= self->layout.left && self->today <= self->layout.left + self->span)
    {
      at = self->today;
      share = (at - self->layout.left) / self->span;
    }
  self->span = days;
  jp_timeline_set_left (self, at - days * share);
  g_signal_emit (self, signals[ZOOMED], 0);
}

void
jp_timeline_zoom (JpTimeline *self, int steps)
{
  int index = 0, n = (int) jp_timeline_n_spans ();

  while (index + 1 < n && JP_TIMELINE_SPANS[index] > self->span)
    index++;
  jp_timeline_set_span (self, JP_TIMELINE_SPANS[CLAMP (index + steps, 0, n - 1)]);
}

const JpTimelineLayout *
jp_timeline_get_layout (JpTimeline *self)
{
  return &self->layout;
}

const char *
jp_timeline_get_cluster (JpTimeline *self)
{
  const JpTimelineRow *row = jp_timeline_lit_row (self);

  return row != NULL ? row->id : NULL;
}

guint
jp_timeline_get_n_drawn (JpTimeline *self)
{
  return self->n_drawn;
}
