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

#define JP_IMPORT_MAX_NOTES 20000 /* of either kind; a file wrong in more cells is wrong as a whole */

/**
 * JpCellNote:
 * @order: of the sheet in the file
 * @sheet: name of the sheet
 * @row: from 1, as spreadsheets count; 0: the sheet as a whole
 * @column: from 1; 0: the row as a whole
 * @header: of the column, as written; "" where there is none
 * @message: what is wrong or was noticed, a localised sentence
 *
 * Something to say about one cell.
 */
typedef struct
{
  guint order;
  char *sheet;
  guint row;
  guint column;
  char *header;
  char *message;
} JpCellNote;

void jp_cell_note_free (JpCellNote *note);

/* What a row comes to, once it was held against the data file. */
typedef enum
{
  JP_OUTCOME_SAME, /* nothing new, or refused */
  JP_OUTCOME_ADDED,
  JP_OUTCOME_CHANGED,
} JpImportOutcome;

/* One row of a cluster sheet. Texts are NULL and dates JP_DATE_NONE where not given: not given never overwrites. */
typedef struct
{
  guint       sheet; /* index into JpImport.sheets */
  guint       row;
  const char *name;  /* interned in the import; NULL where the cell was refused */
  char       *district; /* as written */
  char       *industry;
  char       *scope;
  gint64      area; /* m², or JP_VALUE_UNKNOWN */
  char       *operator_name;
  char       *credit_code;
  JpDate      recognised_on;
  JpDate      term_first;
  JpDate      term_last;
  int         funding_start; /* 0: not given */
  JpImportOutcome outcome; /* set by the check */
} JpImportCluster;

/* One row of a figures sheet. */
typedef struct
{
  guint       sheet;
  guint       row;
  const char *name;    /* interned in the import; NULL where the cell was refused */
  int         year;    /* 0 where the cell was refused */
  JpImportOutcome outcome; /* set by the check */
  gint64      values[]; /* by metric of JpImport.pack; JP_VALUE_UNKNOWN not given, or refused */
} JpImportFigures;

typedef enum
{
  JP_COLUMN_NONE,
  JP_COLUMN_NAME, JP_COLUMN_DISTRICT, JP_COLUMN_INDUSTRY, JP_COLUMN_SCOPE, JP_COLUMN_AREA, JP_COLUMN_OPERATOR,
  JP_COLUMN_CREDIT_CODE, JP_COLUMN_RECOGNISED, JP_COLUMN_TERM_FIRST, JP_COLUMN_TERM_LAST, JP_COLUMN_FUNDING_START,
  JP_COLUMN_YEAR,
  JP_COLUMN_METRIC, /* + index of the metric in the pack */
} JpColumnRole;

/* A sheet as it was understood; without columns where no header row was found. */
typedef struct
{
  char   *name;
  guint   header_row;     /* from 1; 0: none found */
  guint  *column_of_role; /* JpColumnRole → column from 1, 0 absent; metrics follow JP_COLUMN_METRIC */
  char  **headers;        /* by column − 1, as written; "" where there is none */
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

  int        n_done;   /* atomic: rows read so far; then checked or written: by an import twice, by a trial once */

  GStringChunk *names; /* interned */
} JpImport;

JpImport        *jp_import_new         (JpPack *pack);
void             jp_import_free        (JpImport *self);
JpImportSheet   *jp_import_add_sheet   (JpImport *self, const char *name);
JpImportCluster *jp_import_add_cluster (JpImport *self, guint sheet, guint row);
JpImportFigures *jp_import_add_figures (JpImport *self, guint sheet, guint row);
const char      *jp_import_intern      (JpImport *self, const char *name);
void             jp_import_add_note    (JpImport *self, GPtrArray *notes, guint sheet, guint row, guint column,
                                        const char *format, ...) G_GNUC_PRINTF (6, 7);
/* By sheet, row and column, as a reader goes through the file. */
void             jp_import_sort_notes  (JpImport *self);
/* The column of a role in a sheet, from 1; 0: absent. */
guint            jp_import_column      (const JpImport *self, guint sheet, guint role);

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
 * Faults found are appended to import->faults. All or nothing. */
gboolean jp_casework_import (JpDesk *desk, JpImport *import, const char *file_name, gboolean dry_run,
                             JpImportReport *report, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpImport, jp_import_free)

G_END_DECLS
