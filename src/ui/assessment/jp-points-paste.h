/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-form.h"
#include "jp-points-grid.h"

G_BEGIN_DECLS

/* A block from a spreadsheet that goes in at the grid's cursor: what it would change and what is refused, cell by cell;
 * then all of it or nothing, as one step that can be undone. */
void jp_points_paste_open (JpPointsGrid *grid, JpSession *session, JpAssessmentList *list, JpPointsDrafts *drafts,
                           const char *text);
/* Several cells at once go on record without being asked for. */
void jp_points_give       (JpPointsGrid *grid, JpSession *session, JpPointsDrafts *drafts, GPtrArray *given);

G_END_DECLS
