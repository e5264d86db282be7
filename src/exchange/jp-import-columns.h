/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-import.h"
#include "jp-book.h"

G_BEGIN_DECLS

/* What the cells below a header mean. */
typedef struct
{
  guint role;     /* JpColumnRole, or JP_COLUMN_METRIC + index of the metric; JP_COLUMN_NONE: not read */
  int   decimals; /* of a number in the header's unit, to come to the smallest unit of the metric */
} JpColumn;

/* The names of columns as they are compared, made once for a file. */
typedef struct _JpColumnNames JpColumnNames;

JpColumnNames *jp_column_names_new   (const JpPack *pack);
void           jp_column_names_free  (JpColumnNames *self);
/* How many of the cells are headers this program knows. */
guint          jp_column_names_count (const JpColumnNames *self, const JpCell *cells, guint n_cells);
/* Takes @cells as the header row of the sheet: fills its roles and headers and returns a JpColumn for each of its
 * columns. Says what is missing, twice, unknown, or in a unit that cannot be converted. */
GArray        *jp_columns_read       (const JpColumnNames *names, JpImport *import, guint sheet, guint row,
                                      const JpCell *cells, guint n_cells);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpColumnNames, jp_column_names_free)

#define JP_AREA_DECIMALS 6 /* km² are kept as m² */

/* The headers of the fixed columns, by JpColumnRole; NULL for those that have none. */
extern const char * const JP_COLUMN_HEADERS[JP_COLUMN_METRIC];
#define JP_PROBLEM_HEADER "问题" /* of the column that a refused workbook is given back with */

G_END_DECLS
