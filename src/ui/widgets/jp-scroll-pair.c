/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-scroll-pair.h"

void
jp_scroll_pair_override (GObjectClass *widget_class)
{
  g_object_class_override_property (widget_class, JP_SCROLL_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (widget_class, JP_SCROLL_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (widget_class, JP_SCROLL_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (widget_class, JP_SCROLL_VSCROLL_POLICY, "vscroll-policy");
}

void
jp_scroll_pair_init (JpScrollPair *self, GtkWidget *widget, GCallback moved)
{
  *self = (JpScrollPair) { .widget = widget, .moved = moved };
}

static void
drop (JpScrollPair *self, GtkOrientation orientation)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], self->moved, self->widget);
  g_clear_object (&self->adjustments[orientation]);
}

void
jp_scroll_pair_clear (JpScrollPair *self)
{
  drop (self, GTK_ORIENTATION_HORIZONTAL);
  drop (self, GTK_ORIENTATION_VERTICAL);
}

/* How much there is to scroll is told with the next size. */
static void
set_adjustment (JpScrollPair *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (adjustment != NULL && adjustment == self->adjustments[orientation])
    return;

  drop (self, orientation);
  self->adjustments[orientation] = g_object_ref_sink (adjustment != NULL ? adjustment
                                                                         : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_swapped (self->adjustments[orientation], "value-changed", self->moved, self->widget);
  gtk_widget_queue_resize (self->widget);
}

void
jp_scroll_pair_get_property (JpScrollPair *self, guint id, GValue *value)
{
  switch ((JpScrollProperty) id)
    {
    case JP_SCROLL_HADJUSTMENT:
    case JP_SCROLL_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[id - JP_SCROLL_HADJUSTMENT]);
      break;
    case JP_SCROLL_HSCROLL_POLICY:
    case JP_SCROLL_VSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[id - JP_SCROLL_HSCROLL_POLICY]);
      break;
    case JP_N_SCROLL_PROPERTIES:
    default:
      g_return_if_reached ();
    }
}

void
jp_scroll_pair_set_property (JpScrollPair *self, guint id, const GValue *value)
{
  switch ((JpScrollProperty) id)
    {
    case JP_SCROLL_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case JP_SCROLL_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case JP_SCROLL_HSCROLL_POLICY:
    case JP_SCROLL_VSCROLL_POLICY:
      self->policies[id - JP_SCROLL_HSCROLL_POLICY] = (GtkScrollablePolicy) g_value_get_enum (value);
      break;
    case JP_N_SCROLL_PROPERTIES:
    default:
      g_return_if_reached ();
    }
}

double
jp_scroll_pair_get (const JpScrollPair *self, GtkOrientation orientation)
{
  return self->adjustments[orientation] != NULL ? gtk_adjustment_get_value (self->adjustments[orientation]) : 0;
}

void
jp_scroll_pair_set (JpScrollPair *self, GtkOrientation orientation, double value)
{
  if (self->adjustments[orientation] != NULL)
    gtk_adjustment_set_value (self->adjustments[orientation], value);
}

void
jp_scroll_pair_configure (JpScrollPair *self, GtkOrientation orientation, double value, double whole, double room)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment == NULL)
    return;

  whole = MAX (whole, room);
  g_signal_handlers_block_by_func (adjustment, self->moved, self->widget);
  gtk_adjustment_configure (adjustment, CLAMP (value, 0, whole - room), 0, whole, room * 0.1, room * 0.9, room);
  g_signal_handlers_unblock_by_func (adjustment, self->moved, self->widget);
}
