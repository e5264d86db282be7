/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * JpScrollPair:
 *
 * What a GtkScrollable keeps for its scrolled window: an adjustment and a policy each way. A widget has one as a field
 * and passes the four properties on to it. Borrowed: @widget, which owns the pair.
 */
typedef struct
{
  GtkWidget          *widget;
  GCallback           moved; /* void (*) (GtkWidget *): the user scrolled, not jp_scroll_pair_configure() */
  GtkAdjustment      *adjustments[2]; /* by orientation */
  GtkScrollablePolicy policies[2];
} JpScrollPair;

/* The ids of the properties of GtkScrollable; a widget's own begin behind them. */
typedef enum
{
  JP_SCROLL_HADJUSTMENT = 1,
  JP_SCROLL_VADJUSTMENT,
  JP_SCROLL_HSCROLL_POLICY,
  JP_SCROLL_VSCROLL_POLICY,
  JP_N_SCROLL_PROPERTIES,
} JpScrollProperty;

void     jp_scroll_pair_override     (GObjectClass *widget_class);
void     jp_scroll_pair_init         (JpScrollPair *self, GtkWidget *widget, GCallback moved);
void     jp_scroll_pair_clear        (JpScrollPair *self); /* in dispose */

void     jp_scroll_pair_get_property (JpScrollPair *self, guint id, GValue *value);
void     jp_scroll_pair_set_property (JpScrollPair *self, guint id, const GValue *value);

double   jp_scroll_pair_get          (const JpScrollPair *self, GtkOrientation orientation);
void     jp_scroll_pair_set          (JpScrollPair *self, GtkOrientation orientation, double value);
/* @room of @whole is seen, from @value on as far as there is so much. */
void jp_scroll_pair_configure (JpScrollPair *self, GtkOrientation orientation, double value, double whole, double room);

G_END_DECLS
