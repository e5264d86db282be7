/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "jp-date.h"
#include "jp-table-limits.h"

G_BEGIN_DECLS

#define JP_TABLE_ERROR (jp_table_error_quark ())

/**
 * JpTableError:
 * @JP_TABLE_ERROR_KIND: a file of a kind this program does not read; the message says what to save it as
 * @JP_TABLE_ERROR_DAMAGED: broken, cut short, or built to do harm
 * @JP_TABLE_ERROR_LIMIT: above one of the limits of jp-table-limits.h
 *
 * Why a file could not be read as a table. Errors of the disk come as %G_IO_ERROR.
 */
typedef enum
{
  JP_TABLE_ERROR_KIND,
  JP_TABLE_ERROR_DAMAGED,
  JP_TABLE_ERROR_LIMIT,
} JpTableError;

GQuark jp_table_error_quark (void);

typedef enum
{
  JP_CELL_TEXT,
  JP_CELL_NUMBER,  /* text: the stored decimal, perhaps with an exponent */
  JP_CELL_PERCENT, /* the same, shown as per cent: 0.182 stands for 18.2 % */
  JP_CELL_DATE,    /* date is set; JP_DATE_NONE where the number is no day */
  JP_CELL_BOOLEAN, /* text: "TRUE" or "FALSE" */
  JP_CELL_ERROR,   /* text: "#DIV/0!" */
  JP_CELL_FORMULA, /* a formula without a stored value */
} JpCellKind;

/**
 * JpCell:
 * @kind: what the cell holds
 * @column: from 1
 * @text: UTF-8 with its NUL, borrowed until the next cell row is read; "" where there is none
 * @length: of @text in bytes
 * @date: the day of a date cell
 *
 * A cell that holds something. Blank cells, formatted or not, are never shown to a reader.
 */
typedef struct
{
  JpCellKind  kind;
  guint       column;
  const char *text;
  gsize       length;
  JpDate      date;
} JpCell;

/**
 * JpTableVisitor:
 * @sheet: called before the rows of a sheet; a CSV file is one sheet, named as the file
 * @row: called with each row (from 1) that holds anything, in order, its cells by column
 *
 * Who is shown a table as it is read. Either may return %FALSE with an error to stop the reading.
 */
typedef struct
{
  gboolean (*sheet) (const char *name, gpointer data, GError **error);
  gboolean (*row)   (guint row, const JpCell *cells, guint n_cells, gpointer data, GError **error);
} JpTableVisitor;

GBytes  *jp_table_load (const char *path, const JpTableLimits *limits, GError **error);
gboolean jp_table_read (GBytes *bytes, const char *name, const JpTableLimits *limits, const JpTableVisitor *visitor,
                        gpointer data, GCancellable *cancellable, GError **error);

G_END_DECLS
