/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "jp-timeline-layout.h"

G_BEGIN_DECLS

#define JP_TYPE_TIMELINE (jp_timeline_get_type ())
G_DECLARE_FINAL_TYPE (JpTimeline, jp_timeline, JP, TIMELINE, GtkWidget)

/**
 * JpTimeline:
 *
 * 时间轴: a row a cluster, its terms as bars to scale. Drag or the wheel with Shift to pan, the wheel with Ctrl to zoom.
 * Up and Down go from row to row, Left and Right from mark to mark, + and − zoom, Home goes to today, Enter opens.
 * To be put into a scrolled window.
 *
 * Signals: "opened" (char *place): as win.go takes it. "zoomed" (no arguments): another span is shown.
 */
GtkWidget           *jp_timeline_new        (void);
/* @rows of JpTimelineRow; the timeline keeps a reference. */
void                 jp_timeline_show       (JpTimeline *self, GPtrArray *rows, JpDate today);
void                 jp_timeline_go_today   (JpTimeline *self);
/* How many days are seen across: one of JP_TIMELINE_SPANS. */
guint                jp_timeline_get_span   (JpTimeline *self);
void                 jp_timeline_set_span   (JpTimeline *self, guint days);
void                 jp_timeline_zoom       (JpTimeline *self, int steps); /* positive: nearer */
const JpTimelineLayout *jp_timeline_get_layout (JpTimeline *self);
/* UUID of the cluster that the keyboard or the pointer is at; NULL: none. */
const char          *jp_timeline_get_cluster (JpTimeline *self);
guint                jp_timeline_get_n_drawn (JpTimeline *self); /* rows in the last frame */

G_END_DECLS
