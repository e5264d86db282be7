/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-import-columns.h"

G_BEGIN_DECLS

/* Where a cell stands, for what there is to say about it. */
typedef struct
{
  JpImport *import;
  guint     sheet;
  guint     row;
  JpDate    today;
} JpCellPlace;

/* Whether the cell means "not given": nothing, white space, -, — or /. */
gboolean jp_cell_is_blank      (const JpCell *cell);

/* What a cell says, or a fault beside its place and "not given". Blank cells are no cells here. */
char    *jp_cell_read_text     (const JpCellPlace *place, const JpCell *cell, guint max_characters);
JpDate   jp_cell_read_date     (const JpCellPlace *place, const JpCell *cell);
int      jp_cell_read_year     (const JpCellPlace *place, const JpCell *cell, int last);
gint64   jp_cell_read_area     (const JpCellPlace *place, const JpCell *cell, int decimals);
gint64   jp_cell_read_value    (const JpCellPlace *place, const JpCell *cell, const JpMetric *metric, int decimals);

G_END_DECLS
