/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-assessment-list.h"
#include "jp-points-drafts.h"

G_BEGIN_DECLS

#define JP_TYPE_POINTS_GRID (jp_points_grid_get_type ())
G_DECLARE_FINAL_TYPE (JpPointsGrid, jp_points_grid, JP, POINTS_GRID, AdwBin)

/**
 * JpPointsGrid:
 *
 * Clusters down, indicators across: the points of the office whose turn it is, typed into as into a spreadsheet. Arrows
 * and Tab go about, Enter goes down and takes the computed points where nothing is typed, F2 edits, Delete takes back.
 * Only as many rows as are to be seen have widgets; scrolling gives them other clusters.
 *
 * Signals: "moved": the cursor is elsewhere, or what it is on has changed; "reason-wanted": the points typed need one;
 * "pasted" (char *text): a block is to go in at the cursor; "given" (GPtrArray of JpGivenPoints): several cells at
 * once are to go on record.
 */
GtkWidget      *jp_points_grid_new        (JpAssessmentList *list, JpPointsDrafts *drafts);
/* The list has other rows, or the session's snapshot is another. */
void            jp_points_grid_show       (JpPointsGrid *self, JpSession *session);
const JpPack   *jp_points_grid_get_pack   (JpPointsGrid *self); /* NULL: nothing to show */

/* The result on record where the cursor is; NULL: nowhere. */
const JpResult *jp_points_grid_get_cursor (JpPointsGrid *self, guint *row, guint *indicator);
gboolean        jp_points_grid_go         (JpPointsGrid *self, const char *cluster, const char *indicator);
gboolean        jp_points_grid_take_focus (JpPointsGrid *self);
/* As Enter does when the points are in order. */
void            jp_points_grid_go_on      (JpPointsGrid *self);

/* The cells chosen, at least that of the cursor: calls @each with the result on record and the indicator. */
typedef void  (*JpPointsEach)             (const JpResult *record, guint indicator, gpointer data);
guint           jp_points_grid_each       (JpPointsGrid *self, JpPointsEach each, gpointer data);
void            jp_points_grid_choose     (JpPointsGrid *self, guint row, guint indicator, guint last_row,
                                           guint last_indicator);
/* All rows with names, as a table that can be filled in elsewhere and pasted again. */
void            jp_points_grid_copy_all   (JpPointsGrid *self);
/* The entry of a cell that is on the screen; NULL where it is not. */
GtkWidget      *jp_points_grid_get_entry  (JpPointsGrid *self, guint row, guint indicator);

G_END_DECLS
