/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-calendar-data.h"
#include "jp-snapshot.h"

G_BEGIN_DECLS

#define JP_TYPE_AGENDA_VIEW (jp_agenda_view_get_type ())
G_DECLARE_FINAL_TYPE (JpAgendaView, jp_agenda_view, JP, AGENDA_VIEW, AdwBin)

/**
 * JpAgendaView:
 *
 * 清单: obligations by date, as a table that can be copied.
 *
 * Signal "opened" (char *place): a row was activated; where it is acted on, as win.go takes it.
 */
GtkWidget *jp_agenda_view_new   (void);
void       jp_agenda_view_show  (JpAgendaView *self, JpSnapshot *snapshot, const JpCalendarDays *days);
/* The selected rows, or all where at most one is selected; how many. */
guint      jp_agenda_view_copy  (JpAgendaView *self);
/* The first selected; NULL: none. */
const JpObligation *jp_agenda_view_get_chosen (JpAgendaView *self);
GPtrArray *jp_agenda_view_get_duties (JpAgendaView *self); /* (transfer none): what is shown */

G_END_DECLS
