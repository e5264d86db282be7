/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-calendar-data.h"
#include "jp-snapshot.h"

G_BEGIN_DECLS

#define JP_TYPE_DAY_PANEL (jp_day_panel_get_type ())
G_DECLARE_FINAL_TYPE (JpDayPanel, jp_day_panel, JP, DAY_PANEL, AdwBin)

/**
 * JpDayPanel:
 *
 * All there is to do on one day, beside the month.
 *
 * Signal "opened" (char *place): where to go, as win.go takes it.
 */
GtkWidget *jp_day_panel_new   (void);
void       jp_day_panel_show  (JpDayPanel *self, JpSnapshot *snapshot, const JpCalendarDays *days, JpDate day);
void       jp_day_panel_focus (JpDayPanel *self); /* its first item */

G_END_DECLS
