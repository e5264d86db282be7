/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-import.h"
#include "jp-snapshot.h"

G_BEGIN_DECLS

#define JP_TYPE_IMPORT_LINE (jp_import_line_get_type ())
G_DECLARE_FINAL_TYPE (JpImportLine, jp_import_line, JP, IMPORT_LINE, GObject)

/* One thing an import preview says: a row that comes in or changes, or a cell that is not in order. Immutable. */
const char *jp_import_line_get_sheet   (JpImportLine *self);
guint       jp_import_line_get_row     (JpImportLine *self); /* 0: the sheet as a whole */
const char *jp_import_line_get_subject (JpImportLine *self); /* the cluster, or the header of the column */
const char *jp_import_line_get_text    (JpImportLine *self);

/* @import: checked against the file of @snapshot. (element-type JpImportLine) */
GPtrArray  *jp_import_lines_of_changes (const JpImport *import, const JpSnapshot *snapshot);
GPtrArray  *jp_import_lines_of_notes   (GPtrArray *notes); /* of JpCellNote */

G_END_DECLS
