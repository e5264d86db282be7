/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-dashboard-duties.h"

G_BEGIN_DECLS

/* Which obligations a calendar shows, by their state. */
typedef enum
{
  JP_SHOW_OPEN,
  JP_SHOW_OVERDUE,
  JP_SHOW_DUE, /* within 30 days */
  JP_SHOW_DONE,
  JP_SHOW_NOT_RECORDED,
  JP_SHOW_ALL,
  JP_N_SHOWS,
} JpCalendarShow;

/**
 * JpCalendarFilter:
 *
 * What all views of the calendar are narrowed to alike. Without a filter they show what the dashboard, the command
 * line and a calendar file show: all that is open (R-CAL).
 */
typedef struct
{
  JpDutyTheme    theme;
  JpCalendarShow show;
  const char    *district; /* code; NULL: all */
  JpDate         from;     /* due on or after; JP_DATE_NONE: from the first */
  JpDate         to;       /* due on or before; JP_DATE_NONE: to the last */
} JpCalendarFilter;

gboolean jp_calendar_filter_wants (const JpCalendarFilter *filter, const JpObligation *duty);

/* An obligation on the day on which it is shown. */
typedef struct
{
  JpDate              day;
  const JpObligation *duty;
} JpCalendarItem;

/* Equal duties of one day in one state: one line of a month grid. */
typedef struct
{
  const JpObligation *first;
  guint               n;
} JpCalendarFold;

/**
 * JpCalendarDays:
 *
 * Obligations by the day on which a calendar shows them. Made once a snapshot; looking at another month only looks
 * something up.
 */
typedef struct _JpCalendarDays JpCalendarDays;

JpCalendarDays       *jp_calendar_days_new   (GPtrArray *duties, JpDate today, const JpCalendarFilter *filter);
JpCalendarDays       *jp_calendar_days_of_theme (const JpCalendarDays *self, JpDutyTheme theme);
void                  jp_calendar_days_free  (JpCalendarDays *self);
/* Those of @first…@last in their order; they belong to @self. */
const JpCalendarItem *jp_calendar_days_range (const JpCalendarDays *self, JpDate first, JpDate last, guint *n);
/* Those of @day folded, the most urgent first: of JpCalendarFold. */
GArray               *jp_calendar_days_fold  (const JpCalendarDays *self, JpDate day);

/* The first day, a Monday, of the six weeks that a month grid shows. */
JpDate                jp_calendar_grid_start (guint year, guint month);
/* Number of the week with the year's first Thursday as 1 (ISO 8601). */
guint                 jp_calendar_week       (JpDate day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpCalendarDays, jp_calendar_days_free)

G_END_DECLS
