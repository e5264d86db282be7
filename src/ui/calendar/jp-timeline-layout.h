/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-timeline-data.h"

G_BEGIN_DECLS

/* Where everything of a timeline lies, as numbers: what draws it and what is tested without a display. All in pixels of
 * the widget; days become columns, rows become lines. */

typedef struct
{
  double names;      /* width of the column of names, which stays */
  double header;     /* height of the years, which stay */
  double row;        /* height of a row */
  double bar_top;    /* within a row */
  double bar_height;
  double lanes[JP_N_LANES]; /* middle of each lane within a row */
  double mark;       /* width and height of a mark */
} JpTimelineMetrics;

typedef struct
{
  JpTimelineMetrics metrics;
  double width, height; /* of the widget */
  double left;          /* the day at the plot's left edge, as a number of days with fraction */
  double top;           /* how far it is scrolled down */
  double per_day;       /* pixels a day */
} JpTimelineLayout;

typedef struct
{
  JpDate   day;
  gboolean major;  /* begins what a label names */
  guint    year, month; /* month 0: a year; of a label */
  JpDate   until;  /* the label's last day */
} JpTimelineTick;

typedef struct
{
  int row;  /* −1: none */
  int mark; /* −1: none */
  int bar;  /* −1: none */
} JpTimelineHit;

/* Spans of the zoom, the widest first: six years to a quarter. */
extern const guint JP_TIMELINE_SPANS[];
guint     jp_timeline_n_spans        (void);

void      jp_timeline_metrics_init   (JpTimelineMetrics *metrics, double line, double em, double width);
double    jp_timeline_layout_x       (const JpTimelineLayout *self, double day);
double    jp_timeline_layout_day     (const JpTimelineLayout *self, double x);
double    jp_timeline_layout_row_y   (const JpTimelineLayout *self, guint row);
/* Indices of the rows to be drawn: from @first up to, not including, @end. */
void      jp_timeline_layout_visible (const JpTimelineLayout *self, guint n_rows, guint *first, guint *end);
/* Marks of @row that are at least partly to be seen: from @first up to @end. */
void      jp_timeline_layout_marks   (const JpTimelineLayout *self, const JpTimelineRow *row, guint *first, guint *end);
GArray   *jp_timeline_layout_ticks   (const JpTimelineLayout *self); /* of JpTimelineTick */
gboolean jp_timeline_layout_hit (const JpTimelineLayout *self, GPtrArray *rows, double x, double y, JpTimelineHit *hit);
/* Left edge of the plot, so that @day is at least a little inside; else where it is. */
double    jp_timeline_layout_reveal  (const JpTimelineLayout *self, JpDate day);

G_END_DECLS
