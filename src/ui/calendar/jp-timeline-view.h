/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-snapshot.h"
#include "jp-timeline.h"

G_BEGIN_DECLS

#define JP_TYPE_TIMELINE_VIEW (jp_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (JpTimelineView, jp_timeline_view, JP, TIMELINE_VIEW, AdwBin)

/**
 * JpTimelineView:
 *
 * The timeline with chips that narrow it, its legend, and behind it the same as a table.
 *
 * Signal "opened" (char *place): as win.go takes it.
 */
GtkWidget     *jp_timeline_view_new          (void);
/* Rows are derived on a worker; what is shown stays until they are there. */
void           jp_timeline_view_show         (JpTimelineView *self, JpSnapshot *snapshot);
JpTimeline    *jp_timeline_view_get_timeline (JpTimelineView *self);
gboolean       jp_timeline_view_get_as_table (JpTimelineView *self);
void           jp_timeline_view_set_as_table (JpTimelineView *self, gboolean as_table);
JpTimelineRows jp_timeline_view_get_kind     (JpTimelineView *self);
void           jp_timeline_view_set_kind     (JpTimelineView *self, JpTimelineRows kind);

G_END_DECLS
