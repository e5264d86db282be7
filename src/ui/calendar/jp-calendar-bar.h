/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-calendar-data.h"
#include "jp-snapshot.h"

G_BEGIN_DECLS

#define JP_TYPE_CALENDAR_BAR (jp_calendar_bar_get_type ())
G_DECLARE_FINAL_TYPE (JpCalendarBar, jp_calendar_bar, JP, CALENDAR_BAR, AdwBin)

/* The filter of the calendar as chips of kinds, and choices of state and district.
 * Signal "changed" (no arguments): the user chose otherwise. */
GtkWidget *jp_calendar_bar_new       (void);
/* What there is of every theme in the chosen state and district; @from…@to: as the filter's. */
void       jp_calendar_bar_show      (JpCalendarBar *self, JpSnapshot *snapshot, JpDate from, JpDate to);
JpCalendarDays *jp_calendar_bar_narrow (JpCalendarBar *self); /* (transfer full): of the chosen theme */
/* Tells on the chips how many of each theme stand on the days @first…@last. */
void       jp_calendar_bar_count     (JpCalendarBar *self, JpDate first, JpDate last);
/* What is chosen; its days are not set, its district is borrowed from @self. */
void       jp_calendar_bar_get       (JpCalendarBar *self, JpCalendarFilter *filter);
void       jp_calendar_bar_set       (JpCalendarBar *self, const JpCalendarFilter *filter);

G_END_DECLS
