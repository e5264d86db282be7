/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-book-writer.h"

G_BEGIN_DECLS

/**
 * JpOutTable:
 *
 * One table on its way out, as a workbook of one sheet or as CSV by the end of the file's name, row by row.
 */
typedef struct _JpOutTable JpOutTable;

/* @columns are borrowed until the end. */
JpOutTable *jp_out_table_new    (const char *path, const char *sheet, const JpOutColumn *columns, guint n_columns,
                                 JpDate as_of, GError **error);
void        jp_out_table_free   (JpOutTable *self);
void        jp_out_table_row    (JpOutTable *self, char **values); /* one a column; NULL: blank */
gboolean    jp_out_table_finish (JpOutTable *self, guint *n_rows, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpOutTable, jp_out_table_free)

G_END_DECLS
