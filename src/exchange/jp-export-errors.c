/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-exchange.h"

#include "jp-book-writer.h"
#include "jp-import-columns.h"
#include "jp-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PROBLEM_WIDTH 60
#define CELL_WIDTH    14
#define NO_VALUE      "（公式无保存值）" /* words, so that the cell is refused again instead of passing for blank */

typedef struct
{
  const JpImport *import;
  JpBookWriter   *book;
  guint           sheet;   /* order of the present one + 1 */
  guint           problem; /* its column for what is wrong */
  guint           next;    /* the first fault not yet written; they are in the order of the rows */
} Writing;

static const JpImportSheet *
present_sheet (const Writing *self)
{
  return g_ptr_array_index (self->import->sheets, self->sheet - 1);
}

/* The column the program added last time, or one behind all others. */
static guint
problem_column (const JpImportSheet *sheet)
{
  for (guint i = 0; i < sheet->n_columns; i++)
    if (g_str_equal (sheet->headers[i], JP_PROBLEM_HEADER))
      return i + 1;

  return sheet->n_columns + 1;
}

static gboolean
on_sheet (const char *name, gpointer data, GError **error)
{
  Writing *self = data;
  const JpImportSheet *sheet;

  self->sheet++;
  sheet = present_sheet (self);
  self->problem = problem_column (sheet);
  jp_book_writer_sheet (self->book, name);
  for (guint i = 1; i < self->problem; i++)
    jp_book_writer_width (self->book, i, i == 1 ? 3 * CELL_WIDTH : CELL_WIDTH, NULL, JP_STYLE_PLAIN);
  if (sheet->header_row > 0)
    jp_book_writer_width (self->book, self->problem, PROBLEM_WIDTH, NULL, JP_STYLE_WRAPPED);

  return TRUE;
}

static const JpCellNote *
next_fault (const Writing *self)
{
  const JpCellNote *note
    = self->next < self->import->faults->len ? g_ptr_array_index (self->import->faults, self->next) : NULL;

  return note != NULL && note->order == self->sheet - 1 ? note : NULL;
}

static gboolean
is_bad (const Writing *self, guint row, guint column)
{
  for (guint i = self->next; i < self->import->faults->len; i++)
    {
      const JpCellNote *note = g_ptr_array_index (self->import->faults, i);

      if (note->order != self->sheet - 1 || note->row != row)
        break;
      if (note->column == column)
        return TRUE;
    }

  return FALSE;
}

static void
write_cell (JpBookWriter *book, guint row, const JpCell *cell, JpStyle style)
{
  switch (cell->kind)
    {
    case JP_CELL_NUMBER:
      jp_book_writer_general (book, row, cell->column, cell->text, style);
      break;
    case JP_CELL_PERCENT:
      jp_book_writer_number (book, row, cell->column, cell->text, 2, style | JP_STYLE_PERCENT);
      break;
    case JP_CELL_DATE:
      if (cell->date != JP_DATE_NONE)
        jp_book_writer_date (book, row, cell->column, cell->date, style);
      else
        jp_book_writer_text (book, row, cell->column, cell->text, style);
      break;
    case JP_CELL_FORMULA:
      jp_book_writer_text (book, row, cell->column, NO_VALUE, style);
      break;
    case JP_CELL_TEXT:
    case JP_CELL_BOOLEAN:
    case JP_CELL_ERROR:
    default:
      jp_book_writer_text (book, row, cell->column, cell->text, style);
      break;
    }
}

/* All there is to say up to @row, cell by cell. */
static char *
take_problems (Writing *self, guint row)
{
  GString *text = g_string_new (NULL);
  const JpCellNote *note;

  for (; (note = next_fault (self)) != NULL && note->row <= row; self->next++)
    {
      if (text->len > 0)
        g_string_append_c (text, '\n');
      if (*note->header != '\0')
        g_string_append_printf (text, "%s：", note->header);
      g_string_append (text, note->message);
    }

  return g_string_free (text, text->len == 0);
}

/* Where to say what is wrong in a row. A header row says it one further on, for the header 问题 must stand; a sheet
 * that was not understood has no such column, and says it behind the row. */
static guint
column_for_problems (const Writing *self, guint row, guint last)
{
  guint header_row = present_sheet (self)->header_row;

  if (header_row == 0)
    return last + 1;

  return row == header_row ? self->problem + 1 : self->problem;
}

static gboolean
on_row (guint row, const JpCell *cells, guint n_cells, gpointer data, GError **error)
{
  Writing *self = data;
  gboolean is_header = row == present_sheet (self)->header_row;
  gboolean understood = present_sheet (self)->header_row != 0;
  g_autofree char *problems = NULL;

  for (guint i = 0; i < n_cells; i++)
    if (!understood || cells[i].column != self->problem)
      write_cell (self->book, row, &cells[i],
                  (is_header ? JP_STYLE_HEADER : JP_STYLE_PLAIN)
                    | (is_bad (self, row, cells[i].column) ? JP_STYLE_BAD : 0));

  if (is_header)
    jp_book_writer_text (self->book, row, self->problem, JP_PROBLEM_HEADER, JP_STYLE_HEADER);
  problems = take_problems (self, row);
  if (problems != NULL)
    jp_book_writer_text (self->book, row, column_for_problems (self, row, cells[n_cells - 1].column), problems,
                         JP_STYLE_WRAPPED | JP_STYLE_BAD);

  return TRUE;
}

/**
 * jp_exchange_write_errors:
 * @path: where the workbook shall be
 * @source: the file that was refused, unchanged since
 * @import: what was read from it, with its faults
 * @as_of: the day that counts as today
 * @error: return location for a [enum@Jp.BookError] or %G_IO_ERROR
 *
 * Gives a refused file back as a workbook: its rows as they were, the bad cells on red, and what is wrong with them in
 * a last column 问题, which is passed over when the mended workbook is imported. Rule R-READ.
 *
 * Returns: whether the workbook is written
 */
gboolean
jp_exchange_write_errors (const char *path, const char *source, JpImport *import, JpDate as_of, GError **error)
{
  static const JpBookVisitor visitor = { on_sheet, on_row };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JpBookWriter) book = NULL;
  Writing writing = { .import = import };

  g_return_val_if_fail (path != NULL && source != NULL && import != NULL, FALSE);

  jp_import_sort_notes (import);
  bytes = jp_book_load (source, NULL, error);
  book = bytes != NULL ? jp_book_writer_new (path, as_of, error) : NULL;
  if (book == NULL)
    return FALSE;

  writing.book = book;
  return jp_book_read (bytes, ((const JpImportSheet *) g_ptr_array_index (import->sheets, 0))->name, NULL, &visitor,
                       &writing, NULL, error)
         && jp_book_writer_finish (book, error);
}
