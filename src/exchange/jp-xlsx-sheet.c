/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-xlsx-parts.h"

#include "jp-number.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NO_TEXT G_MAXSIZE

/* How a cell says its content is written (ST_CellType). */
typedef enum
{
  TYPE_NUMBER,
  TYPE_SHARED,
  TYPE_INLINE,
  TYPE_STRING,
  TYPE_BOOLEAN,
  TYPE_ERROR,
  TYPE_DATE,
} CellType;

typedef struct
{
  JpXlsxBook           *book;
  const JpBookLimits  *limits;
  const JpBookVisitor *visitor;
  gpointer              data;

  gboolean     in_sheet_data;
  gboolean     in_row;
  guint        row;
  guint        column;
  GArray      *cells;  /* of JpCell: the filled ones of the row */
  GArray      *starts; /* of gsize: where each one's text begins in @text; NO_TEXT: it is borrowed already */
  GString     *text;   /* of the row's cells, each with its NUL */

  gboolean     in_cell;
  CellType     type;
  JpFormatKind format;
  gboolean     has_formula;
  gboolean     in_value;
  guint        phonetic;
  gsize        start; /* of the cell's text */
} Reading;

static void
stop_damaged (JpXml *xml)
{
  jp_xml_stop (xml, g_error_new_literal (JP_BOOK_ERROR, JP_BOOK_ERROR_DAMAGED,
                                         _("The workbook is damaged: its rows or cells are out of order, or point "
                                           "to texts that are not there. Open it and save it anew.")));
}

static void
stop_limit (JpXml *xml, char *message)
{
  jp_xml_stop (xml, g_error_new_literal (JP_BOOK_ERROR, JP_BOOK_ERROR_LIMIT, message));
  g_free (message);
}

/* The day of a date cell. The first count has a 29 February 1900 that never was; the second starts in 1904. */
JpDate
jp_xlsx_serial_to_date (const char *text, gsize length, gboolean from_1904)
{
  JpNumber number;
  gint64 days;

  if (!jp_number_parse_stored (&number, text, length) || number.coefficient < 0)
    return JP_DATE_NONE;

  days = number.coefficient;
  for (; number.exponent > 0 && days < G_MAXINT32; number.exponent--)
    days *= 10;
  for (; number.exponent < 0 && days > 0; number.exponent++) /* the time of the day falls away */
    days /= 10;
  if (days > 2958465) /* 9999-12-31 */
    return JP_DATE_NONE;

  if (from_1904)
    return jp_date_new (1904, 1, 1) + (JpDate) days;
  if (days == 0 || days == 60)
    return JP_DATE_NONE;

  return jp_date_new (1899, 12, 30) + (JpDate) days + (days < 60 ? 1 : 0);
}

/* The column of "AB12"; 0 where it is none. */
static guint
parse_column (const char *text, gsize length)
{
  guint column = 0;

  for (gsize i = 0; i < length && g_ascii_isalpha (text[i]) && i < 4; i++)
    column = column * 26 + (guint) (g_ascii_toupper (text[i]) - 'A') + 1;

  return column;
}

static gboolean
is (const char *text, gsize length, const char *word)
{
  return length == strlen (word) && memcmp (text, word, length) == 0;
}

static CellType
parse_type (const char *text, gsize length)
{
  if (text == NULL || is (text, length, "n"))
    return TYPE_NUMBER;
  if (is (text, length, "s"))
    return TYPE_SHARED;
  if (is (text, length, "inlineStr"))
    return TYPE_INLINE;
  if (is (text, length, "b"))
    return TYPE_BOOLEAN;
  if (is (text, length, "e"))
    return TYPE_ERROR;
  if (is (text, length, "d"))
    return TYPE_DATE;

  return TYPE_STRING;
}

static void
start_row (Reading *self, JpXml *xml)
{
  gsize length;
  const char *text = jp_xml_attribute (xml, "r", &length);
  guint64 row = (guint64) self->row + 1;

  if (text != NULL && !jp_xlsx_parse_index (text, length, &row))
    row = 0;
  if (row <= self->row || self->in_row)
    {
      stop_damaged (xml);
      return;
    }
  if (row > self->limits->rows)
    {
      stop_limit (xml, g_strdup_printf (_("A sheet has more than %u rows, the most that is read. Split it and import "
                                          "the parts."),
                                        self->limits->rows));
      return;
    }

  self->in_row = TRUE;
  self->row = (guint) row;
  self->column = 0;
}

static void
start_cell (Reading *self, JpXml *xml)
{
  gsize length;
  const char *text = jp_xml_attribute (xml, "r", &length);
  guint column = text != NULL ? parse_column (text, length) : self->column + 1;
  guint64 style = 0;

  if (column <= self->column || !self->in_row || self->in_cell)
    {
      stop_damaged (xml);
      return;
    }

  self->column = column;
  self->in_cell = TRUE;
  self->has_formula = FALSE;
  self->start = self->text->len;
  text = jp_xml_attribute (xml, "t", &length);
  self->type = parse_type (text, length);
  self->format = JP_FORMAT_NUMBER;
  text = jp_xml_attribute (xml, "s", &length);
  if (text != NULL && jp_xlsx_parse_index (text, length, &style) && style < self->book->styles->len)
    self->format = g_array_index (self->book->styles, JpFormatKind, style);
}

static void
on_start (JpXml *xml, const char *name, gpointer data)
{
  Reading *self = data;

  if (!self->in_sheet_data)
    self->in_sheet_data = strcmp (name, "sheetData") == 0;
  else if (strcmp (name, "row") == 0)
    start_row (self, xml);
  else if (strcmp (name, "c") == 0)
    start_cell (self, xml);
  else if (!self->in_cell)
    return;
  else if (strcmp (name, "v") == 0)
    self->in_value = self->type != TYPE_INLINE;
  else if (strcmp (name, "t") == 0)
    self->in_value = self->type == TYPE_INLINE && self->phonetic == 0;
  else if (strcmp (name, "f") == 0)
    self->has_formula = TRUE;
  else if (strcmp (name, "rPh") == 0)
    self->phonetic++;
}

static void
on_text (JpXml *xml, const char *text, gsize length, gpointer data)
{
  Reading *self = data;

  if (!self->in_value)
    return;
  if (self->text->len - self->start + length > self->limits->cell_bytes)
    {
      stop_limit (xml, g_strdup_printf (_("A cell holds more than %u bytes of text, which no spreadsheet allows."),
                                        self->limits->cell_bytes));
      return;
    }

  g_string_append_len (self->text, text, (gssize) length);
}

static JpCellKind
kind_of_number (JpFormatKind format)
{
  switch (format)
    {
    case JP_FORMAT_PERCENT:
      return JP_CELL_PERCENT;
    case JP_FORMAT_DATE:
      return JP_CELL_DATE;
    case JP_FORMAT_NUMBER:
    default:
      return JP_CELL_NUMBER;
    }
}

/* Replaces the number of a shared text by the text itself, which is borrowed. */
static gboolean
look_up (Reading *self, JpCell *cell)
{
  guint64 index;

  if (!jp_xlsx_parse_index (self->text->str + self->start, cell->length, &index))
    return FALSE;

  g_string_truncate (self->text, self->start);
  cell->text = jp_xlsx_strings_get (&self->book->strings, index, &cell->length);
  return cell->text != NULL;
}

static void
set_boolean (Reading *self, JpCell *cell)
{
  const char *word = self->text->str[self->start] == '1' ? "TRUE" : "FALSE";

  g_string_truncate (self->text, self->start);
  cell->text = word;
  cell->length = strlen (word);
}

static void
add_cell (Reading *self, JpXml *xml)
{
  JpCell cell = { .kind = JP_CELL_TEXT, .column = self->column };
  const char *text = self->text->str + self->start;
  gsize start = self->start;

  if (self->type == TYPE_INLINE || self->type == TYPE_STRING)
    jp_xlsx_unescape (self->text, self->start);
  cell.length = self->text->len - self->start;

  switch (self->type)
    {
    case TYPE_NUMBER:
      cell.kind = kind_of_number (self->format);
      if (cell.kind == JP_CELL_DATE)
        cell.date = jp_xlsx_serial_to_date (text, cell.length, self->book->from_1904);
      break;
    case TYPE_SHARED:
      if (!look_up (self, &cell))
        {
          stop_damaged (xml);
          return;
        }
      break;
    case TYPE_BOOLEAN:
      cell.kind = JP_CELL_BOOLEAN;
      set_boolean (self, &cell);
      break;
    case TYPE_ERROR:
      cell.kind = JP_CELL_ERROR;
      break;
    case TYPE_DATE:
      cell.kind = JP_CELL_DATE;
      g_string_truncate (self->text, self->start + MIN (cell.length, JP_DATE_ISO_LEN - 1));
      cell.date = jp_date_parse (self->text->str + self->start);
      cell.length = self->text->len - self->start;
      break;
    case TYPE_INLINE:
    case TYPE_STRING:
    default:
      break;
    }
  if (cell.length == 0)
    return;

  if (cell.text != NULL)
    start = NO_TEXT;
  else
    g_string_append_c (self->text, '\0');
  g_array_append_val (self->cells, cell);
  g_array_append_val (self->starts, start);
}

static void
end_cell (Reading *self, JpXml *xml)
{
  JpCell formula = { JP_CELL_FORMULA, self->column, "", 0, JP_DATE_NONE };
  const gsize borrowed = NO_TEXT;
  gboolean filled = self->text->len > self->start;

  self->in_cell = FALSE;
  if (!filled && (!self->has_formula || self->type == TYPE_STRING))
    return;
  if (self->column > self->limits->columns)
    {
      stop_limit (xml, g_strdup_printf (_("A sheet has something beyond column %u, the last that is read. Delete it "
                                          "or split the sheet."),
                                        self->limits->columns));
      return;
    }

  if (filled)
    {
      add_cell (self, xml);
      return;
    }
  g_array_append_val (self->cells, formula);
  g_array_append_val (self->starts, borrowed);
}

static void
end_row (Reading *self, JpXml *xml)
{
  GError *error = NULL;

  self->in_row = FALSE;
  if (self->cells->len > 0)
    {
      if (++self->book->filled_rows > self->limits->filled_rows)
        {
          stop_limit (xml, g_strdup_printf (_("The file has more than %u filled rows, the most that is read. Split "
                                              "it and import the parts."),
                                            self->limits->filled_rows));
          return;
        }
      for (guint i = 0; i < self->cells->len; i++)
        {
          gsize start = g_array_index (self->starts, gsize, i);

          if (start != NO_TEXT)
            g_array_index (self->cells, JpCell, i).text = self->text->str + start;
        }
      if (!self->visitor->row (self->row, &g_array_index (self->cells, JpCell, 0), self->cells->len, self->data,
                               &error))
        jp_xml_stop (xml, error);
    }

  g_array_set_size (self->cells, 0);
  g_array_set_size (self->starts, 0);
  g_string_truncate (self->text, 0);
}

static void
on_end (JpXml *xml, const char *name, gpointer data)
{
  Reading *self = data;

  if (!self->in_sheet_data)
    return;
  if (strcmp (name, "c") == 0 && self->in_cell)
    end_cell (self, xml);
  else if (strcmp (name, "row") == 0)
    end_row (self, xml);
  else if (strcmp (name, "v") == 0 || strcmp (name, "t") == 0)
    self->in_value = FALSE;
  else if (strcmp (name, "rPh") == 0)
    self->phonetic -= self->phonetic > 0 ? 1 : 0;
  else if (strcmp (name, "sheetData") == 0)
    self->in_sheet_data = FALSE;
}

/* Shows the filled rows of one sheet to @visitor. */
gboolean
jp_xlsx_sheet_read (JpXlsxBook *book, const char *part, const JpBookVisitor *visitor, gpointer data,
                    GCancellable *cancellable, GError **error)
{
  static const JpXmlHandler handler = { on_start, on_end, on_text };
  Reading reading = {
    .book = book,
    .limits = jp_ooxml_limits (book->package),
    .visitor = visitor,
    .data = data,
    .cells = g_array_new (FALSE, FALSE, sizeof (JpCell)),
    .starts = g_array_new (FALSE, FALSE, sizeof (gsize)),
    .text = g_string_new (NULL),
  };
  gboolean whole = jp_ooxml_parse (book->package, part, &handler, &reading, cancellable, error);

  g_array_unref (reading.cells);
  g_array_unref (reading.starts);
  g_string_free (reading.text, TRUE);
  return whole;
}
