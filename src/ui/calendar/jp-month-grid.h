/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "jp-calendar-data.h"
#include "jp-context.h"

G_BEGIN_DECLS

#define JP_TYPE_MONTH_GRID (jp_month_grid_get_type ())
G_DECLARE_FINAL_TYPE (JpMonthGrid, jp_month_grid, JP, MONTH_GRID, GtkWidget)

/**
 * JpMonthGrid:
 *
 * Six weeks around a month, with the number of each week. Arrows go from day to day and on into the next month, Page Up
 * and Page Down from month to month, Home to today.
 *
 * Signals: "selected" (no arguments): another day is selected, which may lie in another month. "opened" (no arguments):
 * the list of the selected day is wanted.
 */
GtkWidget *jp_month_grid_new          (void);
/* @days is borrowed until the next call. The month is that of the selected day. */
void       jp_month_grid_show         (JpMonthGrid *self, const JpContext *context, const JpCalendarDays *days);
JpDate     jp_month_grid_get_selected (JpMonthGrid *self);
void       jp_month_grid_select       (JpMonthGrid *self, JpDate day);
void       jp_month_grid_forget       (JpMonthGrid *self); /* what was borrowed goes */

G_END_DECLS
