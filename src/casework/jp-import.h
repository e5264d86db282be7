/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-desk.h"

G_BEGIN_DECLS

#define JP_IMPORT_ERROR (jp_import_error_quark ())

/**
 * JpImportError:
 * @JP_IMPORT_ERROR_REFUSED: bad cells; nothing was changed. Each is in the table's faults.
 */
typedef enum
{
  JP_IMPORT_ERROR_REFUSED,
} JpImportError;

GQuark jp_import_error_quark (void);

/* Something to say about one cell. @row counts from 1 as spreadsheets do; 0: the sheet as a whole. */
typedef struct
{
  char *sheet;
  guint row;
  guint column; /* from 1; 0: the row */
  char *header;
  char *message; /* localised sentence */
} JpCellNote;

void jp_cell_note_free (JpCellNote *note);

/* One row of a cluster sheet. Texts are NULL and dates JP_DATE_NONE where not given: not given never overwrites. */
typedef struct
{
  guint  sheet; /* index into JpImport.sheets */
  guint  row;
  char  *name;
  char  *district; /* as written */
  char  *industry;
  char  *scope;
  gint64 area; /* m², or JP_VALUE_UNKNOWN */
  char  *operator_name;
  char  *credit_code;
  JpDate recognised_on;
  JpDate term_first;
  JpDate term_last;
  int    funding_start;
} JpImportCluster;

typedef struct
{
  guint   sheet;
  guint   row;
  char   *name;
  int     year;
  gint64 *values; /* aligned with JpImport.metrics of the sheet's pack; JP_VALUE_UNKNOWN not given */
} JpImportFigures;

typedef enum
{
  JP_COLUMN_NONE,
  JP_COLUMN_NAME, JP_COLUMN_DISTRICT, JP_COLUMN_INDUSTRY, JP_COLUMN_SCOPE, JP_COLUMN_AREA, JP_COLUMN_OPERATOR,
  JP_COLUMN_CREDIT_CODE, JP_COLUMN_RECOGNISED, JP_COLUMN_TERM_FIRST, JP_COLUMN_TERM_LAST, JP_COLUMN_FUNDING_START,
  JP_COLUMN_YEAR,
  JP_COLUMN_METRIC, /* + index of the metric in the pack */
} JpColumnRole;

typedef struct
{
  char   *name;
  guint  *column_of_role;   /* JpColumnRole → column from 1, 0 absent; metrics follow JP_COLUMN_METRIC */
  char  **headers;          /* by column − 1, as written */
  guint   n_columns;
} JpImportSheet;

/**
 * JpImport:
 *
 * What a workbook or CSV file says, read by exchange and not yet checked against the data file (R-READ).
 */
typedef struct
{
  JpPack    *pack;     /* whose metrics the columns name */
  GPtrArray *sheets;   /* of JpImportSheet */
  GPtrArray *clusters; /* of JpImportCluster */
  GPtrArray *figures;  /* of JpImportFigures */
  GPtrArray *faults;   /* of JpCellNote: any one refuses the whole */
  GPtrArray *warnings; /* of JpCellNote */
} JpImport;

JpImport *jp_import_new  (JpPack *pack);
void      jp_import_free (JpImport *self);
void      jp_import_add_note (JpImport *self, GPtrArray *notes, guint sheet, guint row, guint column, const char *format, ...) G_GNUC_PRINTF (6, 7);

typedef struct
{
  guint read, added, changed, same; /* read = added + changed + same */
} JpImportCounts;

typedef struct
{
  JpImportCounts clusters;
  JpImportCounts figures;
} JpImportReport;

/* Checks every row against the data file and, unless @dry_run or refused, writes all of it as one undoable entry.
 * Faults found are appended to import->faults. All or nothing. @progress may be NULL. */
gboolean jp_casework_import (JpDesk *desk, JpImport *import, const char *file_name, gboolean dry_run,
                             JpImportReport *report, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpImport, jp_import_free)

G_END_DECLS
