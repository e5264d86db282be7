/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-out-table.h"

#include "jp-csv-text.h"
#include "jp-out-file.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF" /* a Chinese Excel takes CSV without it for GBK */

struct _JpOutTable
{
  const JpOutColumn *columns;
  guint              n_columns;
  guint              n_rows;
  JpBookWriter      *book; /* NULL: CSV */
  JpOutFile         *file;
  GString           *text;
};

static gboolean
is_csv (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".csv");
}

static void
begin_text (JpOutTable *self)
{
  self->text = g_string_new (BYTE_ORDER_MARK);
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (i > 0)
        g_string_append_c (self->text, ',');
      jp_csv_text_append (self->text, self->columns[i].header);
    }
  g_string_append (self->text, "\r\n");
}

static void
begin_book (JpOutTable *self, const char *sheet)
{
  jp_book_writer_sheet (self->book, sheet);
  for (guint i = 0; i < self->n_columns; i++)
    jp_book_writer_width (self->book, i + 1, self->columns[i].width, &self->columns[i], JP_STYLE_PLAIN);
  jp_book_writer_headers (self->book, 1, self->columns, self->n_columns);
}

/* Begins a table at @path. Errors of the disk come as G_IO_ERROR. */
JpOutTable *
jp_out_table_new (const char *path, const char *sheet, const JpOutColumn *columns, guint n_columns, JpDate as_of,
                  GError **error)
{
  g_autoptr (JpOutTable) self = g_new0 (JpOutTable, 1);

  self->columns = columns;
  self->n_columns = n_columns;
  if (is_csv (path))
    self->file = jp_out_file_new (path, error);
  else
    self->book = jp_book_writer_new (path, as_of, error);
  if (self->file == NULL && self->book == NULL)
    return NULL;

  if (self->book != NULL)
    begin_book (self, sheet);
  else
    begin_text (self);

  return g_steal_pointer (&self);
}

void
jp_out_table_free (JpOutTable *self)
{
  if (self == NULL)
    return;

  jp_book_writer_free (self->book);
  jp_out_file_free (self->file);
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_free (self);
}

void
jp_out_table_row (JpOutTable *self, char **values)
{
  self->n_rows++;
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (self->book != NULL)
        {
          if (values[i] != NULL)
            jp_book_writer_value (self->book, self->n_rows + 1, i + 1, &self->columns[i], values[i], JP_STYLE_PLAIN);
          continue;
        }
      if (i > 0)
        g_string_append_c (self->text, ',');
      if (values[i] != NULL && self->columns[i].kind == JP_OUT_TEXT)
        jp_csv_text_append (self->text, values[i]);
      else if (values[i] != NULL)
        g_string_append (self->text, values[i]);
    }
  if (self->text != NULL)
    g_string_append (self->text, "\r\n");
}

gboolean
jp_out_table_finish (JpOutTable *self, guint *n_rows, GError **error)
{
  if (n_rows != NULL)
    *n_rows = self->n_rows;
  if (self->book == NULL)
    return jp_out_file_write (self->file, self->text->str, self->text->len, error)
           && jp_out_file_commit (self->file, error);

  jp_book_writer_page (self->book, 1, self->n_rows + 1, self->n_columns);
  return jp_book_writer_finish (self->book, error);
}
