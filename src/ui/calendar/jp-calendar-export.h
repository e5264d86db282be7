/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-snapshot.h"

G_BEGIN_DECLS

/* What a calendar file holds: all that is open within @months of today, as `jipingctl calendar --ics` writes it; and
 * what is done before its day, so that a calendar that was fed before marks it. */
GPtrArray *jp_calendar_export_duties (JpSnapshot *snapshot, guint months); /* (transfer container) */
/* Asks where, writes it, and says so. */
void       jp_calendar_export        (GtkWidget *over, JpSnapshot *snapshot, guint months);

G_END_DECLS
