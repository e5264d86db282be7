/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-points-grid.h"

G_BEGIN_DECLS

#define JP_TYPE_POINTS_BAR (jp_points_bar_get_type ())
G_DECLARE_FINAL_TYPE (JpPointsBar, jp_points_bar, JP, POINTS_BAR, AdwBin)

/**
 * JpPointsBar:
 *
 * What there is to say about the cell of the cursor: how the rule computed it, what the other office gave, what is
 * wrong with what is typed; and the reason, for that cell or for all that are chosen.
 */
GtkWidget *jp_points_bar_new        (JpPointsGrid *grid, JpPointsDrafts *drafts);
void       jp_points_bar_update     (JpPointsBar *self);
/* Into the reason. */
void       jp_points_bar_take_focus (JpPointsBar *self);
GtkWidget *jp_points_bar_get_entry  (JpPointsBar *self);

G_END_DECLS
