/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-calendar-data.h"
#include "jp-snapshot.h"

G_BEGIN_DECLS

#define JP_TYPE_MONTH_VIEW (jp_month_view_get_type ())
G_DECLARE_FINAL_TYPE (JpMonthView, jp_month_view, JP, MONTH_VIEW, AdwBin)

/**
 * JpMonthView:
 *
 * 月历: a month with the selected day's list beside it; or its whole year as twelve small months.
 *
 * Signals: "moved" (no arguments): another day is selected. "opened" (char *place): as win.go takes it.
 */
GtkWidget *jp_month_view_new       (void);
/* Both are borrowed until the next call; jp_month_view_forget() lets them go. */
void       jp_month_view_show      (JpMonthView *self, JpSnapshot *snapshot, const JpCalendarDays *days);
void       jp_month_view_forget    (JpMonthView *self);
JpDate     jp_month_view_get_day   (JpMonthView *self);
void       jp_month_view_set_day   (JpMonthView *self, JpDate day);
gboolean   jp_month_view_get_year  (JpMonthView *self); /* whether the whole year is shown */
void       jp_month_view_set_year  (JpMonthView *self, gboolean whole_year);
/* By so many months, or years. */
void       jp_month_view_move      (JpMonthView *self, int steps);
char      *jp_month_view_title     (JpMonthView *self);
/* First and last day of the month, or the year, that is shown. */
void       jp_month_view_get_range (JpMonthView *self, JpDate *first, JpDate *last);

G_END_DECLS
