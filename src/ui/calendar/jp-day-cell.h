/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "jp-calendar-data.h"
#include "jp-workdays.h"

G_BEGIN_DECLS

#define JP_TYPE_DAY_CELL (jp_day_cell_get_type ())
G_DECLARE_FINAL_TYPE (JpDayCell, jp_day_cell, JP, DAY_CELL, GtkWidget)

typedef struct
{
  JpDate    day;
  JpDayKind kind;
  gboolean  provisional; /* holidays of its year are not published */
  gboolean  outside;     /* of another month */
  gboolean  today;
} JpDayFacts;

/**
 * JpDayCell:
 *
 * One day of a month grid: its number, 休 or 班, and as many of its items as there is room for, the rest as “另有 n 项”.
 * It draws its text itself; a screen reader reads all of it as its name.
 */
GtkWidget *jp_day_cell_new          (void);
void       jp_day_cell_show         (JpDayCell *self, const JpDayFacts *facts, const JpCalendarDays *days);
JpDate     jp_day_cell_get_day      (JpDayCell *self);
void       jp_day_cell_set_selected (JpDayCell *self, gboolean selected);
/* How many items fit at its present size; the rest is counted. */
guint      jp_day_cell_get_n_shown  (JpDayCell *self);

/* A sign before an item that tells its state without colour. */
const char *jp_duty_state_sign      (JpDutyState state);

G_END_DECLS
