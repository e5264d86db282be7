/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-scroll-pair.h"
#include "jp-timeline-draw.h"
#include "jp-timeline.h"

G_BEGIN_DECLS

struct _JpTimeline
{
  GtkWidget parent_instance;

  /* Owned. */
  GPtrArray   *rows; /* of JpTimelineRow */
  JpTextCache *texts;
  JpScrollPair scroll;

  JpTimelineLayout layout;
  JpDate           today;
  JpDate           first, last; /* of what there is */
  guint            span;
  JpTimelineHit    lit;
  gboolean         focused;
  double           drag_left, drag_top;
  gboolean         dragged;
  guint            n_drawn;
  guint            arranging; /* source */
};

/* To the size and the zoom there is now (jp-timeline.c). */
void jp_timeline_arrange  (JpTimeline *self);
void jp_timeline_set_left (JpTimeline *self, double left);

/* What the pointer or the keyboard is at. */
const JpTimelineRow  *jp_timeline_lit_row  (JpTimeline *self);
const JpTimelineMark *jp_timeline_lit_mark (JpTimeline *self);
void  jp_timeline_light    (JpTimeline *self, JpTimelineHit hit, gboolean by_key);
void  jp_timeline_open_lit (JpTimeline *self);
char *jp_timeline_describe (JpTimeline *self);

/* Pointer and keyboard (jp-timeline-input.c). */
void     jp_timeline_add_controllers (JpTimeline *self);
gboolean jp_timeline_query_tooltip   (GtkWidget *widget, int x, int y, gboolean by_key, GtkTooltip *tooltip);

G_END_DECLS
