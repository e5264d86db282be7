/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-csv-reader.h"

#include "jp-csv-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SNIFFED_ROWS  10
#define CANCEL_ROWS   1024

typedef struct
{
  const JpBookLimits *limits;
  char                *at;   /* what is still to be read; fields are unquoted and ended in place */
  char                *end;
  char                 separator;
  guint                row;
  GArray              *cells; /* of JpCell */
} Reading;

/* The separator of which a row among the first has the most, outside quotes; a lone column has none. */
static char
sniff_separator (const char *text, const char *end)
{
  static const char separators[] = { ',', ';', '\t' };
  guint counts[G_N_ELEMENTS (separators)] = { 0, }, most[G_N_ELEMENTS (separators)] = { 0, };
  gboolean quoted = FALSE;
  guint rows = 0;
  gsize best = 0;

  for (const char *p = text; p < end && rows < SNIFFED_ROWS; p++)
    {
      if (*p == '"')
        quoted = !quoted;
      if (quoted)
        continue;
      for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
        {
          counts[i] = *p == '\n' ? 0 : counts[i] + (*p == separators[i] ? 1 : 0);
          most[i] = MAX (most[i], counts[i]);
        }
      rows += *p == '\n' ? 1 : 0;
    }

  for (gsize i = 1; i < G_N_ELEMENTS (separators); i++)
    if (most[i] > most[best])
      best = i;

  return separators[best];
}

/* Unquotes the field at the cursor in place. Leaves the cursor behind it; NULL where its quote never ends. */
static char *
read_quoted (Reading *self, gsize *length)
{
  char *start = self->at + 1, *to = start, *p = start;

  for (;;)
    {
      char *quote = memchr (p, '"', (gsize) (self->end - p));

      if (quote == NULL)
        return NULL;
      memmove (to, p, (gsize) (quote - p));
      to += quote - p;
      p = quote + 1;
      if (p == self->end || *p != '"')
        break;
      *to++ = '"';
      p++;
    }

  /* Anything between the closing quote and the separator belongs to the field, as spreadsheets read it. */
  while (p < self->end && *p != self->separator && *p != '\n' && *p != '\r')
    *to++ = *p++;
  self->at = p;
  *length = (gsize) (to - start);
  return start;
}

static char *
read_plain (Reading *self, gsize *length)
{
  char *start = self->at, *p = start;

  while (p < self->end && *p != self->separator && *p != '\n' && *p != '\r')
    p++;

  self->at = p;
  *length = (gsize) (p - start);
  return start;
}

static gboolean
refuse_open_quote (const Reading *self, GError **error)
{
  g_set_error (
    error, JP_BOOK_ERROR, JP_BOOK_ERROR_DAMAGED,
    _("Row %u begins a quoted field that never ends. The file was cut short, or a quotation mark is missing."),
    self->row);
  return FALSE;
}

static gboolean
check_cell (const Reading *self, guint column, gsize length, GError **error)
{
  if (column > self->limits->columns)
    g_set_error (error, JP_BOOK_ERROR, JP_BOOK_ERROR_LIMIT,
                 _("Row %u has something beyond column %u, the last that is read."), self->row, self->limits->columns);
  else if (length > self->limits->cell_bytes)
    g_set_error (error, JP_BOOK_ERROR, JP_BOOK_ERROR_LIMIT,
                 _("Row %u, column %u holds more than %u bytes of text, which no spreadsheet allows."), self->row,
                 column, self->limits->cell_bytes);
  else
    return TRUE;

  return FALSE;
}

/* Reads one row into the cells. Its texts get their NUL only when the character after them has been looked at. */
static gboolean
read_row (Reading *self, GError **error)
{
  guint column = 0;
  gboolean more = TRUE;

  g_array_set_size (self->cells, 0);
  self->row++;
  while (more)
    {
      JpCell cell = { JP_CELL_TEXT, ++column, NULL, 0, JP_DATE_NONE };
      char *text = self->at < self->end && *self->at == '"' ? read_quoted (self, &cell.length)
                                                            : read_plain (self, &cell.length);
      char after;

      if (text == NULL)
        return refuse_open_quote (self, error);
      after = self->at < self->end ? *self->at : '\n';
      more = after == self->separator;
      if (self->at < self->end)
        self->at++;
      if (after == '\r' && self->at < self->end && *self->at == '\n')
        self->at++;

      text[cell.length] = '\0'; /* the separator, a quote, or the NUL behind the text */
      cell.text = jp_csv_text_unguard (text, &cell.length);
      if (cell.length == 0)
        continue;
      if (!check_cell (self, column, cell.length, error))
        return FALSE;
      g_array_append_val (self->cells, cell);
    }

  return TRUE;
}

static gboolean
check_rows (const Reading *self, guint filled, GError **error)
{
  guint most = self->row > self->limits->rows ? self->limits->rows : self->limits->filled_rows;

  if (self->row <= self->limits->rows && filled <= self->limits->filled_rows)
    return TRUE;

  g_set_error (error, JP_BOOK_ERROR, JP_BOOK_ERROR_LIMIT,
               _("The file has more than %u rows, the most that is read. Split it and import the parts."), most);
  return FALSE;
}

static gboolean
read_rows (Reading *self, const JpBookVisitor *visitor, gpointer data, GCancellable *cancellable, GError **error)
{
  guint filled = 0;

  while (self->at < self->end)
    {
      if (self->row % CANCEL_ROWS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!read_row (self, error))
        return FALSE;

      filled += self->cells->len > 0 ? 1 : 0;
      if (!check_rows (self, filled, error))
        return FALSE;
      if (self->cells->len > 0 &&
          !visitor->row (self->row, &g_array_index (self->cells, JpCell, 0), self->cells->len, data, error))
        return FALSE;
    }

  return TRUE;
}

/* Reads @text, which is changed on the way. */
static gboolean
read_text (char *text, gsize length, char separator, const char *name, const JpBookLimits *limits,
           const JpBookVisitor *visitor, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (JpCell));
  Reading reading = { .limits = limits, .cells = cells, .at = text, .end = text + length, .separator = separator };

  return visitor->sheet (name, user_data, error) && read_rows (&reading, visitor, user_data, cancellable, error);
}

/* Reads separated text: commas, semicolons or tabs, RFC 4180 quotes, any line end. It is one sheet called @name. */
gboolean
jp_csv_read (const guint8 *data, gsize size, const char *name, const JpBookLimits *limits,
             const JpBookVisitor *visitor, gpointer user_data, GCancellable *cancellable, GError **error)
{
  gsize length;
  g_autofree char *text = jp_csv_decode (data, size, &length, error);

  return text != NULL
         && read_text (text, length, sniff_separator (text, text + length), name, limits, visitor, user_data,
                       cancellable, error);
}

/* Reads what a spreadsheet gives to the clipboard: the same, separated by tabs and by nothing else. */
gboolean
jp_csv_read_clipboard (const char *text, const char *name, const JpBookLimits *limits, const JpBookVisitor *visitor,
                       gpointer user_data, GError **error)
{
  g_autofree char *copy = g_strdup (text);

  return read_text (copy, strlen (copy), '\t', name, limits, visitor, user_data, NULL, error);
}
