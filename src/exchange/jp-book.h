/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "jp-date.h"
#include "jp-book-limits.h"

G_BEGIN_DECLS

#define JP_BOOK_ERROR (jp_book_error_quark ())

/**
 * JpBookError:
 * @JP_BOOK_ERROR_KIND: a file of a kind this program does not read; the message says what to save it as
 * @JP_BOOK_ERROR_DAMAGED: broken, cut short, or built to do harm
 * @JP_BOOK_ERROR_LIMIT: above one of the limits of jp-book-limits.h
 *
 * Why a file could not be read as a table. Errors of the disk come as %G_IO_ERROR.
 */
typedef enum
{
  JP_BOOK_ERROR_KIND,
  JP_BOOK_ERROR_DAMAGED,
  JP_BOOK_ERROR_LIMIT,
} JpBookError;

GQuark jp_book_error_quark (void);

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
 * JpBookVisitor:
 * @sheet: called before the rows of a sheet; a CSV file is one sheet, named as the file
 * @row: called with each row (from 1) that holds anything, in order, its cells by column
 *
 * Who is shown a table as it is read. Either may return %FALSE with an error to stop the reading.
 */
typedef struct
{
  gboolean (*sheet) (const char *name, gpointer data, GError **error);
  gboolean (*row)   (guint row, const JpCell *cells, guint n_cells, gpointer data, GError **error);
} JpBookVisitor;

GBytes  *jp_book_load (const char *path, const JpBookLimits *limits, GError **error);
gboolean jp_book_read (GBytes *bytes, const char *name, const JpBookLimits *limits, const JpBookVisitor *visitor,
                        gpointer data, GCancellable *cancellable, GError **error);

G_END_DECLS
