/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pointer and keyboard on a timeline. */

#include "jp-timeline-widget.h"

#include "jp-tooltip.h"

#include <math.h>

#define DRAG_SLACK 4

static void
on_motion (JpTimeline *self, double x, double y)
{
  JpTimelineHit hit = { -1, -1, -1 };
  gboolean acts;

  if (self->rows == NULL)
    return;

  jp_timeline_layout_hit (&self->layout, self->rows, x, y, &hit);
  acts = hit.row >= 0 && (hit.mark >= 0 || hit.bar >= 0 || x < self->layout.metrics.names);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), acts                             ? "pointer"
                                                      : x > self->layout.metrics.names ? "grab"
                                                                                       : NULL);
  jp_timeline_light (self, hit, FALSE);
}

static void
on_leave (JpTimeline *self)
{
  if (!self->focused)
    jp_timeline_light (self, (JpTimelineHit) { -1, -1, -1 }, FALSE);
}

static void
on_drag_begin (JpTimeline *self, double x, double y)
{
  self->drag_left = self->layout.left;
  self->drag_top = self->layout.top;
  self->dragged = FALSE;
}

static void
on_drag (JpTimeline *self, double dx, double dy)
{
  if (!self->dragged && fabs (dx) < DRAG_SLACK && fabs (dy) < DRAG_SLACK)
    return;

  self->dragged = TRUE;
  self->layout.left = self->drag_left - dx / self->layout.per_day;
  self->layout.top = self->drag_top - dy;
  jp_timeline_arrange (self);
}

static void
on_drag_end (JpTimeline *self, double dx, double dy, GtkGestureDrag *gesture)
{
  double x, y;
  JpTimelineHit hit;

  if (self->dragged || self->rows == NULL)
    return;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!jp_timeline_layout_hit (&self->layout, self->rows, x, y, &hit))
    return;

  jp_timeline_light (self, hit, FALSE);
  if (hit.mark >= 0 || hit.bar >= 0 || x < self->layout.metrics.names)
    jp_timeline_open_lit (self);
}

static gboolean
on_scroll (JpTimeline *self, double dx, double dy, GtkEventController *controller)
{
  if ((gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK) == 0 || dy == 0)
    return FALSE;

  jp_timeline_zoom (self, dy < 0 ? 1 : -1);
  return TRUE;
}

gboolean
jp_timeline_query_tooltip (GtkWidget *widget, int x, int y, gboolean by_key, GtkTooltip *tooltip)
{
  JpTimeline *self = JP_TIMELINE (widget);
  JpTimelineHit hit;
  g_autofree char *words = NULL;

  if (by_key || self->rows == NULL || !jp_timeline_layout_hit (&self->layout, self->rows, x, y, &hit))
    return FALSE;
  if (hit.mark < 0 && hit.bar < 0 && x > self->layout.metrics.names)
    return FALSE;

  jp_timeline_light (self, hit, FALSE);
  words = jp_timeline_describe (self);
  jp_tooltip_show (tooltip, words);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { x - 8, y - 8, 16, 16 });

  return TRUE;
}

/* Keyboard */

static void
reveal (JpTimeline *self)
{
  const JpTimelineMark *mark = jp_timeline_lit_mark (self);
  double page = self->layout.height - self->layout.metrics.header, y = self->lit.row * self->layout.metrics.row;

  self->layout.top = CLAMP (self->layout.top, y + self->layout.metrics.row - page, MAX (y, 0));
  if (mark != NULL)
    self->layout.left = jp_timeline_layout_reveal (&self->layout, mark->day);
  jp_timeline_arrange (self);
}

static void
step_row (JpTimeline *self, int by)
{
  JpTimelineHit hit = { CLAMP (self->lit.row + by, 0, (int) self->rows->len - 1), -1, -1 };

  jp_timeline_light (self, hit, TRUE);
  reveal (self);
}

static void
step_mark (JpTimeline *self, int by)
{
  const JpTimelineRow *row = jp_timeline_lit_row (self);
  JpTimelineHit hit = self->lit;

  if (row == NULL)
    {
      step_row (self, 0);
      return;
    }
  if (row->marks->len == 0)
    return;

  if (hit.mark >= 0)
    hit.mark = CLAMP (hit.mark + by, 0, (int) row->marks->len - 1);
  else /* from the day in the middle of what is seen */
    {
      double middle = self->layout.left + self->span / 2.0;

      for (hit.mark = 0; hit.mark + 1 < (int) row->marks->len
                         && ((JpTimelineMark *) g_ptr_array_index (row->marks, hit.mark))->day < middle; hit.mark++)
        ;
    }
  hit.bar = -1;
  jp_timeline_light (self, hit, TRUE);
  reveal (self);
}

static gboolean
on_key (JpTimeline *self, guint key, guint code, GdkModifierType modifiers)
{
  gboolean control = (modifiers & GDK_CONTROL_MASK) != 0;

  if (self->rows == NULL || self->rows->len == 0 || (modifiers & GDK_ALT_MASK) != 0)
    return FALSE;

  switch (key)
    {
    case GDK_KEY_Up:
      step_row (self, -1);
      return TRUE;
    case GDK_KEY_Down:
      step_row (self, 1);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
      step_row (self,
                (int) MAX (self->layout.height / self->layout.metrics.row - 1, 1) * (key == GDK_KEY_Page_Up ? -1 : 1));
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      if (control)
        jp_timeline_set_left (self, self->layout.left + self->span * (key == GDK_KEY_Left ? -0.25 : 0.25));
      else
        step_mark (self, key == GDK_KEY_Left ? -1 : 1);
      return TRUE;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      jp_timeline_zoom (self, 1);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      jp_timeline_zoom (self, -1);
      return TRUE;
    case GDK_KEY_Home:
      jp_timeline_go_today (self);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      jp_timeline_open_lit (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
on_focus_in (JpTimeline *self)
{
  if (gtk_widget_has_visible_focus (GTK_WIDGET (self)) && self->lit.row < 0 && self->rows != NULL
      && self->rows->len > 0)
    step_row (self, 0);
}

static void
on_focus_out (JpTimeline *self)
{
  if (self->focused)
    jp_timeline_light (self, (JpTimelineHit) { -1, -1, -1 }, FALSE);
}

void
jp_timeline_add_controllers (JpTimeline *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new (), *focus = gtk_event_controller_focus_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_focus_in), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_out), self);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (on_scroll), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
