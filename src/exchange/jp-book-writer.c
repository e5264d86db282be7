/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-book-writer.h"

#include "jp-out-file.h"
#include "jp-xlsx-parts.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>
#include <xlsxwriter.h>

#define FONT          "宋体"
#define FONT_SIZE     11
#define PAPER_A4      9
#define COLOR_HEADER  0xD9E2F3
#define COLOR_BAD     0xF8CBAD
#define FORMAT_TEXT   "@"
#define FORMAT_DATE   "yyyy-mm-dd"
#define MAX_NAME      31 /* characters of a sheet's name */

struct _JpBookWriter
{
  JpOutFile     *out;
  lxw_workbook  *book;
  lxw_worksheet *sheet;
  GHashTable    *formats; /* "style number-format" → lxw_format, owned by the book */
  locale_t       plain;   /* numbers are written with a point wherever the program runs */
};

/* The library writes numbers by printf, and a row when the next one is begun: every call is made with a point. */
static locale_t
enter (JpBookWriter *self)
{
  return uselocale (self->plain);
}

/**
 * jp_book_writer_new:
 * @path: where the workbook shall be
 * @as_of: the day it says it was made
 * @error: return location for a %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): a workbook without sheets
 */
JpBookWriter *
jp_book_writer_new (const char *path, JpDate as_of, GError **error)
{
  g_autoptr (JpOutFile) out = jp_out_file_new (path, error);
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  lxw_doc_properties properties = { .author = (char *) "集评", .created = 0 };
  JpBookWriter *self;

  if (out == NULL)
    return NULL;

  options.tmpdir = (char *) jp_out_file_folder (out);
  properties.created = (time_t) ((gint64) as_of - jp_date_new (1970, 1, 1)) * 86400 + 1;
  self = g_new0 (JpBookWriter, 1);
  self->book = workbook_new_opt (jp_out_file_path (out), &options);
  self->out = g_steal_pointer (&out);
  self->formats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->plain = newlocale (LC_NUMERIC_MASK, "C", duplocale (uselocale ((locale_t) 0)));
  workbook_set_properties (self->book, &properties);

  return self;
}

/**
 * jp_book_writer_free:
 * @self: (nullable) (transfer full): a workbook
 *
 * Frees a workbook; one that was not finished leaves no file.
 */
void
jp_book_writer_free (JpBookWriter *self)
{
  if (self == NULL)
    return;

  if (self->book != NULL)
    lxw_workbook_free (self->book);
  jp_out_file_free (self->out);
  g_hash_table_unref (self->formats);
  freelocale (self->plain);
  g_free (self);
}

/**
 * jp_book_writer_finish:
 * @self: a workbook
 * @error: return location for a %G_IO_ERROR
 *
 * Returns: whether the workbook is on the disk, whole and under its name
 */
gboolean
jp_book_writer_finish (JpBookWriter *self, GError **error)
{
  locale_t before = enter (self);
  lxw_error failure = workbook_close (g_steal_pointer (&self->book));

  uselocale (before);
  if (failure != LXW_NO_ERROR)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The workbook could not be written: %s."),
                   lxw_strerror (failure));
      return FALSE;
    }

  return jp_out_file_commit (self->out, error);
}

static void
style_format (lxw_format *format, JpStyle style)
{
  format_set_font_name (format, FONT);
  format_set_font_size (format, FONT_SIZE);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  if (style & JP_STYLE_HEADER)
    {
      format_set_bold (format);
      format_set_bg_color (format, COLOR_HEADER);
      format_set_border (format, LXW_BORDER_THIN);
      format_set_align (format, LXW_ALIGN_CENTER);
    }
  if (style & JP_STYLE_TITLE)
    {
      format_set_bold (format);
      format_set_font_size (format, FONT_SIZE + 3);
    }
  if (style & (JP_STYLE_HEADER | JP_STYLE_WRAPPED))
    format_set_text_wrap (format);
  if (style & JP_STYLE_BAD)
    format_set_bg_color (format, COLOR_BAD);
  if (style & JP_STYLE_UNLOCKED)
    format_set_unlocked (format);
}

/* A format is made once for a style and a number format. */
static lxw_format *
get_format (JpBookWriter *self, JpStyle style, const char *number_format)
{
  g_autofree char *key = g_strdup_printf ("%u %s", (guint) style, number_format);
  lxw_format *format = g_hash_table_lookup (self->formats, key);

  if (format != NULL)
    return format;

  format = workbook_add_format (self->book);
  style_format (format, style);
  format_set_num_format (format, number_format);
  g_hash_table_insert (self->formats, g_steal_pointer (&key), format);

  return format;
}

static const char *
number_format (guint decimals, JpStyle style, char buffer[32])
{
  g_strlcpy (buffer, style & JP_STYLE_GROUPED ? "#,##0" : "0", 32);
  if (decimals > 0)
    {
      g_strlcat (buffer, ".", 32);
      for (guint i = 0; i < MIN (decimals, 15); i++)
        g_strlcat (buffer, "0", 32);
    }
  if (style & JP_STYLE_PERCENT)
    g_strlcat (buffer, "%", 32);

  return buffer;
}

/**
 * jp_book_writer_sheet:
 * @self: a workbook
 * @name: name of the sheet; what a sheet's name cannot hold is replaced
 *
 * Begins a new sheet.
 */
void
jp_book_writer_sheet (JpBookWriter *self, const char *name)
{
  g_autofree char *start = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), MAX_NAME));
  g_autofree char *allowed = g_strdelimit (g_strdup (start), "[]:*?/\\'", '_');

  self->sheet = workbook_add_worksheet (self->book, *allowed != '\0' ? allowed : NULL);
  if (self->sheet == NULL) /* the name is taken */
    self->sheet = workbook_add_worksheet (self->book, NULL);
}

/**
 * jp_book_writer_text:
 * @self: a workbook
 * @row: from 1
 * @column: from 1
 * @text: what the cell holds, as text whatever it begins with
 * @style: how it looks
 *
 * Writes a text.
 */
void
jp_book_writer_text (JpBookWriter *self, guint row, guint column, const char *text, JpStyle style)
{
  locale_t before = enter (self);
  g_autofree char *escaped = jp_xlsx_escape (text); /* the library does so only where it keeps a book in memory */

  worksheet_write_string (self->sheet, row - 1, (lxw_col_t) (column - 1), escaped != NULL ? escaped : text,
                          get_format (self, style, FORMAT_TEXT));
  uselocale (before);
}

static void
write_number (JpBookWriter *self, guint row, guint column, const char *decimal, lxw_format *format)
{
  locale_t before = enter (self);

  worksheet_write_number (self->sheet, row - 1, (lxw_col_t) (column - 1), g_ascii_strtod (decimal, NULL), format);
  uselocale (before);
}

/**
 * jp_book_writer_number:
 * @self: a workbook
 * @row: from 1
 * @column: from 1
 * @decimal: a plain decimal of at most 15 significant digits, which a workbook keeps exactly as they are read
 * @decimals: how many to show
 * @style: how it looks
 *
 * Writes a number.
 */
void
jp_book_writer_number (JpBookWriter *self, guint row, guint column, const char *decimal, guint decimals, JpStyle style)
{
  char buffer[32];

  write_number (self, row, column, decimal, get_format (self, style, number_format (decimals, style, buffer)));
}

/**
 * jp_book_writer_general:
 * @self: a workbook
 * @row: from 1
 * @column: from 1
 * @decimal: a number as a workbook stores it
 * @style: how it looks
 *
 * Writes a number with as many decimals as it has.
 */
void
jp_book_writer_general (JpBookWriter *self, guint row, guint column, const char *decimal, JpStyle style)
{
  write_number (self, row, column, decimal, get_format (self, style, "General"));
}

/**
 * jp_book_writer_date:
 * @self: a workbook
 * @row: from 1
 * @column: from 1
 * @date: a day after 1900-02-28
 * @style: how it looks
 *
 * Writes a day as a date cell.
 */
void
jp_book_writer_date (JpBookWriter *self, guint row, guint column, JpDate date, JpStyle style)
{
  locale_t before = enter (self);

  worksheet_write_number (self->sheet, row - 1, (lxw_col_t) (column - 1), date - jp_date_new (1899, 12, 30),
                          get_format (self, style, FORMAT_DATE));
  uselocale (before);
}

static const char *
format_code (const JpOutColumn *column, JpStyle style, char buffer[32])
{
  if (column == NULL)
    return "General";

  switch (column->kind)
    {
    case JP_OUT_TEXT:
      return FORMAT_TEXT;
    case JP_OUT_DATE:
      return FORMAT_DATE;
    case JP_OUT_NUMBER:
    default:
      return number_format (column->decimals, style, buffer);
    }
}

static void
write_blank (JpBookWriter *self, guint row, guint column, const JpOutColumn *format, JpStyle style)
{
  locale_t before = enter (self);
  char buffer[32];

  worksheet_write_blank (self->sheet, row - 1, (lxw_col_t) (column - 1),
                         get_format (self, style, format_code (format, style, buffer)));
  uselocale (before);
}

/**
 * jp_book_writer_value:
 * @self: a workbook
 * @row: from 1
 * @column: from 1
 * @format: of the column
 * @value: (nullable): text, plain decimal or ISO date, as the column's kind says; %NULL: a blank cell in its format
 * @style: how it looks
 *
 * Writes a value as its column is written.
 */
void
jp_book_writer_value (JpBookWriter *self, guint row, guint column, const JpOutColumn *format, const char *value,
                      JpStyle style)
{
  if (format->grouped)
    style |= JP_STYLE_GROUPED;
  if (value == NULL)
    write_blank (self, row, column, format, style);
  else if (format->kind == JP_OUT_TEXT)
    jp_book_writer_text (self, row, column, value, style);
  else if (format->kind == JP_OUT_DATE)
    jp_book_writer_date (self, row, column, jp_date_parse (value), style);
  else
    jp_book_writer_number (self, row, column, value, format->decimals, style);
}

/**
 * jp_book_writer_width:
 * @self: a workbook
 * @column: from 1
 * @width: in half-width characters
 * @format: (nullable): how cells of the column that are still blank take what is typed
 * @style: how they look
 *
 * Sets the width of a column. To be called before the sheet's rows are written.
 */
void
jp_book_writer_width (JpBookWriter *self, guint column, guint width, const JpOutColumn *format, JpStyle style)
{
  locale_t before = enter (self);
  char buffer[32];

  if (format != NULL && format->grouped)
    style |= JP_STYLE_GROUPED;
  worksheet_set_column (self->sheet, (lxw_col_t) (column - 1), (lxw_col_t) (column - 1), width,
                        get_format (self, style, format_code (format, style, buffer)));
  uselocale (before);
}

/**
 * jp_book_writer_headers:
 * @self: a workbook
 * @row: from 1
 * @columns: the columns of the table
 * @n_columns: their number
 *
 * Writes the header row of a table, which stays in sight as one scrolls.
 */
void
jp_book_writer_headers (JpBookWriter *self, guint row, const JpOutColumn *columns, guint n_columns)
{
  locale_t before = enter (self);

  worksheet_set_row (self->sheet, row - 1, 33, NULL);
  uselocale (before);
  for (guint i = 0; i < n_columns; i++)
    jp_book_writer_text (self, row, i + 1, columns[i].header, JP_STYLE_HEADER);
  worksheet_freeze_panes (self->sheet, row, 1);
}

/**
 * jp_book_writer_page:
 * @self: a workbook
 * @header_row: repeated on each page; 0: none
 * @last_row: of what is printed
 * @last_column: of what is printed
 *
 * Sets up printing: A4 landscape, as wide as the page, with page numbers.
 */
void
jp_book_writer_page (JpBookWriter *self, guint header_row, guint last_row, guint last_column)
{
  worksheet_set_landscape (self->sheet);
  worksheet_set_paper (self->sheet, PAPER_A4);
  worksheet_fit_to_pages (self->sheet, 1, 0);
  worksheet_set_footer (self->sheet, "&C第 &P 页 共 &N 页");
  if (header_row > 0)
    worksheet_repeat_rows (self->sheet, header_row - 1, header_row - 1);
  worksheet_print_area (self->sheet, 0, 0, last_row - 1, (lxw_col_t) (last_column - 1));
}

/**
 * jp_book_writer_protect:
 * @self: a workbook
 *
 * Locks what is not unlocked, without a password: a guard against slips, not against people.
 */
void
jp_book_writer_protect (JpBookWriter *self)
{
  lxw_protection options = { .format_columns = LXW_TRUE, .format_rows = LXW_TRUE, .insert_rows = LXW_TRUE,
                             .delete_rows = LXW_TRUE, .sort = LXW_TRUE, .autofilter = LXW_TRUE };

  worksheet_protect (self->sheet, NULL, &options);
}

static void
validate (JpBookWriter *self, guint column, guint first, guint last, lxw_data_validation *validation)
{
  locale_t before = enter (self);

  worksheet_data_validation_range (self->sheet, first - 1, (lxw_col_t) (column - 1), last - 1, (lxw_col_t) (column - 1),
                                   validation);
  uselocale (before);
}

/**
 * jp_book_writer_pick:
 * @self: a workbook
 * @column: from 1
 * @first: first row
 * @last: last row
 * @range: where the list stands, "=填写说明!$F$2:$F$7"
 * @strict: nothing else may be typed
 *
 * Gives a column a pick-list.
 */
void
jp_book_writer_pick (JpBookWriter *self, guint column, guint first, guint last, const char *range, gboolean strict)
{
  lxw_data_validation validation = {
    .validate = LXW_VALIDATION_TYPE_LIST_FORMULA,
    .value_formula = (char *) range,
    .error_type = strict ? LXW_VALIDATION_ERROR_TYPE_STOP : LXW_VALIDATION_ERROR_TYPE_WARNING,
    .error_title = (char *) "请核对",
    .error_message = (char *) "请从下拉列表中选择。",
  };

  validate (self, column, first, last, &validation);
}

/**
 * jp_book_writer_check_whole:
 * @self: a workbook
 * @column: from 1
 * @first: first row
 * @last: last row
 * @least: the least number allowed
 * @most: the most
 * @message: what to tell who types something else
 *
 * Lets a column take whole numbers only.
 */
void
jp_book_writer_check_whole (JpBookWriter *self, guint column, guint first, guint last, gint64 least, gint64 most,
                            const char *message)
{
  lxw_data_validation validation = {
    .validate = LXW_VALIDATION_TYPE_INTEGER,
    .criteria = LXW_VALIDATION_CRITERIA_BETWEEN,
    .minimum_number = (double) least,
    .maximum_number = (double) most,
    .error_title = (char *) "请核对",
    .error_message = (char *) message,
  };

  validate (self, column, first, last, &validation);
}

/**
 * jp_book_writer_check_decimal:
 * @self: a workbook
 * @column: from 1
 * @first: first row
 * @last: last row
 * @message: what to tell who types something else
 *
 * Lets a column take numbers of 0 or more only.
 */
void
jp_book_writer_check_decimal (JpBookWriter *self, guint column, guint first, guint last, const char *message)
{
  lxw_data_validation validation = {
    .validate = LXW_VALIDATION_TYPE_DECIMAL,
    .criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO,
    .value_number = 0,
    .error_title = (char *) "请核对",
    .error_message = (char *) message,
  };

  validate (self, column, first, last, &validation);
}

/**
 * jp_book_writer_check_date:
 * @self: a workbook
 * @column: from 1
 * @first: first row
 * @last: last row
 * @message: what to tell who types something else
 *
 * Lets a column take days from the year 2000 on only.
 */
void
jp_book_writer_check_date (JpBookWriter *self, guint column, guint first, guint last, const char *message)
{
  lxw_data_validation validation = {
    .validate = LXW_VALIDATION_TYPE_DATE,
    .criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO,
    .value_datetime = { .year = 2000, .month = 1, .day = 1 },
    .error_title = (char *) "请核对",
    .error_message = (char *) message,
  };

  validate (self, column, first, last, &validation);
}
