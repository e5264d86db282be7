/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-report-xlsx.h"

#include "jp-decimal.h"
#include "jp-out-file.h"
#include "jp-paper-private.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>
#include <string.h>
#include <xlsxwriter.h>

#define FONT        "宋体"
#define FONT_SIZE   11
#define TITLE_SIZE  16
#define COLOR_HEAD  0xE7ECF3
#define A4          9
/* How many characters lie side by side on a sheet of paper, and in a cell before it is ever scrolled. */
#define CHARS_TALL  92
#define CHARS_WIDE  140
#define MAX_NAME    31
/* Of a line of text, in points; how wide a Han character is, in those that widths are counted in. */
#define LINE_HEIGHT 15.75
#define HAN_WIDTH   2.1

/* A workbook being written, and the sheet it is at. */
typedef struct
{
  lxw_workbook  *book;
  lxw_worksheet *sheet;
  GHashTable    *formats; /* char* → lxw_format */
  GHashTable    *names;   /* names of sheets, each once */
  lxw_row_t      row;     /* the next free one */
  guint          n_columns;
  GArray        *widths;  /* of double: of the sheet's columns, in characters; empty: no table yet */
} Book;

static lxw_format *
format_of (Book *self, JpRowKind kind, JpAlign align, gboolean strong, const char *number_format)
{
  static const guint8 aligns[] = { LXW_ALIGN_LEFT, LXW_ALIGN_CENTER, LXW_ALIGN_RIGHT };
  g_autofree char *key = g_strdup_printf ("%d %d %d %s", kind, align, strong, number_format);
  lxw_format *format = g_hash_table_lookup (self->formats, key);

  if (format != NULL)
    return format;

  format = workbook_add_format (self->book);
  format_set_font_name (format, FONT);
  format_set_font_size (format, FONT_SIZE);
  format_set_align (format, aligns[align]);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  format_set_text_wrap (format);
  format_set_border (format, LXW_BORDER_THIN);
  format_set_num_format (format, number_format);
  if (strong || kind != JP_ROW_BODY)
    format_set_bold (format);
  if (kind == JP_ROW_HEADER)
    format_set_bg_color (format, COLOR_HEAD);
  g_hash_table_insert (self->formats, g_steal_pointer (&key), format);

  return format;
}

/* A number as papers write it, grouped or not; FALSE: it is words. */
static gboolean
read_number (const char *text, double *number, guint *decimals)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  g_autofree char *plain = g_strjoinv ("", parts);
  JpDecimal decimal;

  if (!jp_decimal_parse (&decimal, plain))
    return FALSE;

  *number = g_ascii_strtod (plain, NULL);
  *decimals = decimal.scale;
  return TRUE;
}

static void
write_typed (Book *self, lxw_row_t row, lxw_col_t column, const JpTableCell *cell, JpRowKind kind)
{
  const char *text = cell->text != NULL ? cell->text : "";
  JpDate day = cell->type == JP_TABLE_CELL_DATE ? jp_date_parse_loose (text) : JP_DATE_NONE;
  double number;
  guint decimals;

  if (day != JP_DATE_NONE)
    {
      guint year, month, date;
      lxw_datetime moment = { 0 };

      jp_date_split (day, &year, &month, &date);
      moment.year = (int) year;
      moment.month = (int) month;
      moment.day = (int) date;
      worksheet_write_datetime (self->sheet, row, column, &moment,
                                format_of (self, kind, cell->align, cell->strong, "yyyy\"年\"m\"月\"d\"日\""));
    }
  else if (cell->type == JP_TABLE_CELL_NUMBER && read_number (text, &number, &decimals))
    {
      g_autofree char *zeros = g_strnfill (decimals, '0');
      g_autofree char *pattern = g_strdup_printf ("#,##0%s%s", decimals > 0 ? "." : "", zeros);

      worksheet_write_number (self->sheet, row, column, number,
                              format_of (self, kind, cell->align, cell->strong, pattern));
    }
  else
    worksheet_write_string (self->sheet, row, column, text,
                            format_of (self, kind, cell->align, cell->strong, "General"));
}

/* The columns of the sheet that a table's columns lie over: column i from [i] to before [i + 1]. The first table makes
 * them its own; another lies over as many of them as come nearest to its widths. */
static guint *
place_columns (const Book *self, const JpTable *table)
{
  guint n = jp_table_n_columns (table), n_all = self->widths->len;
  guint *places = g_new (guint, n + 1);
  double total = 0, wanted = 0, reached = 0;

  for (guint i = 0; i < n_all; i++)
    total += g_array_index (self->widths, double, i);
  places[0] = 0;
  for (guint i = 0; i < n; i++)
    {
      guint end = places[i] + 1;

      wanted += jp_table_width (table, i) * total;
      reached += places[i] < n_all ? g_array_index (self->widths, double, places[i]) : 0;
      while (end + (n - i - 1) < n_all &&
             (i + 1 == n || reached + g_array_index (self->widths, double, end) / 2 < wanted))
        reached += g_array_index (self->widths, double, end++);
      places[i + 1] = end;
    }

  return places;
}

static void
write_cell (Book *self, const JpTableCell *cell, JpRowKind kind, guint row, guint column, const guint *places)
{
  lxw_row_t top = self->row + row, bottom = top + MAX (1, cell->rowspan) - 1;
  lxw_col_t left = (lxw_col_t) places[column], right = (lxw_col_t) (places[column + MAX (1, cell->colspan)] - 1);

  if (bottom > top || right > left)
    worksheet_merge_range (self->sheet, top, left, bottom, right, "",
                           format_of (self, kind, cell->align, cell->strong, "General"));
  write_typed (self, top, left, cell, kind);
}

static double
text_width (const char *text, gsize length)
{
  double width = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    width += g_unichar_iswide (g_utf8_get_char (p)) ? HAN_WIDTH : 1;
  return width;
}

/* How many lines a cell takes in a width. */
static guint
count_lines (const char *text, double width)
{
  guint n = 0;

  for (const char *line = text, *end; line != NULL; line = end != NULL ? end + 1 : NULL)
    {
      end = strchr (line, '\n');
      n += (guint) MAX (1, ceil (text_width (line, end != NULL ? (gsize) (end - line) : strlen (line)) /
                                 MAX (1, width - 1)));
    }

  return n;
}

/* Told, because not every program finds heights out by itself. */
static void
set_heights (Book *self, const JpTable *table, const guint *places)
{
  g_autofree guint *lines = g_new0 (guint, jp_table_n_rows (table));

  for (guint i = 0; i < jp_table_n_cells (table); i++)
    {
      guint row, column;
      const JpTableCell *cell = jp_table_nth_cell (table, i, &row, &column);
      guint last = row + MAX (1, cell->rowspan) - 1;
      double width = 0;
      guint n;

      for (guint c = places[column]; c < places[column + MAX (1, cell->colspan)]; c++)
        width += g_array_index (self->widths, double, c);
      n = count_lines (cell->text != NULL ? cell->text : "", width);
      for (guint r = row; r < last; r++)
        n -= MIN (n, lines[r]);
      lines[last] = MAX (lines[last], n);
    }
  for (guint row = 0; row < jp_table_n_rows (table); row++)
    worksheet_set_row (self->sheet, self->row + row, LINE_HEIGHT * MAX (1, lines[row]) + 3, NULL);
}

/* The first table rules the sheet: its widths, and its header, which stays in sight and is printed on each page. */
static void
lay_out_sheet (Book *self, const JpTable *table, double chars)
{
  guint n_heads = 0;

  for (guint i = 0; i < jp_table_n_columns (table); i++)
    {
      double width = chars * jp_table_width (table, i);

      g_array_append_val (self->widths, width);
      worksheet_set_column (self->sheet, (lxw_col_t) i, (lxw_col_t) i, width, NULL);
    }
  while (n_heads < jp_table_n_rows (table) && jp_table_row_kind (table, n_heads) == JP_ROW_HEADER)
    n_heads++;
  if (n_heads > 0)
    {
      worksheet_freeze_panes (self->sheet, self->row + n_heads, 0);
      worksheet_repeat_rows (self->sheet, self->row, self->row + n_heads - 1);
    }
}

static void
write_table (Book *self, const JpTable *table, double chars)
{
  g_autofree guint *places = NULL;

  if (self->widths->len == 0)
    lay_out_sheet (self, table, chars);
  places = place_columns (self, table);
  set_heights (self, table, places);

  for (guint i = 0; i < jp_table_n_cells (table); i++)
    {
      guint row, column;
      const JpTableCell *cell = jp_table_nth_cell (table, i, &row, &column);

      write_cell (self, cell, jp_table_row_kind (table, row), row, column, places);
    }
  self->row += jp_table_n_rows (table) + 1; /* a row between two tables */
  self->n_columns = MAX (self->n_columns, places[jp_table_n_columns (table)]);
}

/* 32 characters and some signs are too much for the name of a sheet, and no two may be the same. */
static char *
sheet_name (Book *self, const char *title)
{
  g_autofree char *clean = g_strdelimit (g_strdup (title), "[]:*?/\\'", '-');
  g_autofree char *cut = g_utf8_substring (clean, 0, MIN (MAX_NAME - 4, g_utf8_strlen (clean, -1)));
  char *name = g_strdup (cut);

  for (guint i = 2; g_hash_table_contains (self->names, name); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s %u", cut, i);
    }
  g_hash_table_add (self->names, g_strdup (name));

  return name;
}

static void
write_words (Book *self, const char *text, gboolean title)
{
  g_autofree char *key = g_strdup_printf ("words %d", title);
  lxw_format *format = g_hash_table_lookup (self->formats, key);

  if (format == NULL)
    {
      format = workbook_add_format (self->book);
      format_set_font_name (format, FONT);
      format_set_font_size (format, title ? TITLE_SIZE : FONT_SIZE);
      if (title)
        format_set_bold (format);
      g_hash_table_insert (self->formats, g_steal_pointer (&key), format);
    }
  worksheet_write_string (self->sheet, self->row++, 0, text, format);
}

static void
write_block (Book *self, const JpBlock *block, const char *title, double chars)
{
  const JpTable *table = jp_table_of_block (block);
  JpTextOptions options;
  const char *text = jp_text_block_get (block, &options);

  if (table != NULL)
    write_table (self, table, chars);
  else if (text != NULL && g_strcmp0 (text, title) != 0)
    write_words (self, text, FALSE);
}

static void
write_paper (Book *self, const JpPaper *paper)
{
  g_autofree char *name = sheet_name (self, jp_paper_get_title (paper));
  gboolean wide = paper->sheet->width > paper->sheet->height;

  self->sheet = workbook_add_worksheet (self->book, name);
  self->row = 0;
  self->n_columns = 1;
  g_array_set_size (self->widths, 0);
  worksheet_set_paper (self->sheet, A4);
  if (wide)
    worksheet_set_landscape (self->sheet);
  worksheet_fit_to_pages (self->sheet, 1, 0);

  write_words (self, jp_paper_get_title (paper), TRUE);
  for (guint i = 0; i < paper->sections->len; i++)
    {
      const JpSection *section = g_ptr_array_index (paper->sections, i);

      for (guint j = 0; j < section->blocks->len; j++)
        write_block (self, g_ptr_array_index (section->blocks, j), jp_paper_get_title (paper),
                     wide ? CHARS_WIDE : CHARS_TALL);
    }
  for (guint i = 0; i < paper->feet->len; i++)
    {
      const JpFoot *foot = g_ptr_array_index (paper->feet, i);
      g_autofree char *text = g_strconcat (foot->text, foot->strong != NULL ? "　" : NULL, foot->strong, NULL);

      write_words (self, text, FALSE);
    }
  worksheet_print_area (self->sheet, 0, 0, self->row - 1, (lxw_col_t) (self->n_columns - 1));
}

static gboolean
write_book (Book *self, JpReportSource *source, guint *n_sheets, GCancellable *cancellable, GError **error)
{
  JpPaper *next;

  while ((next = jp_report_source_next (source)) != NULL)
    {
      g_autoptr (JpPaper) paper = next;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (*n_sheets == 0)
        {
          /* The day of the data, not of the writing: the same input gives the same workbook. */
          lxw_doc_properties properties = {
            .title = (char *) jp_paper_get_title (paper), .author = (char *) jp_paper_get_author (paper),
            .created = (time_t) ((gint64) jp_paper_get_as_of (paper) - jp_date_new (1970, 1, 1)) * 86400 + 1,
          };

          workbook_set_properties (self->book, &properties);
        }
      write_paper (self, paper);
      (*n_sheets)++;
    }

  return TRUE;
}

/* Writes the workbook, whatever the locale: libxlsxwriter prints numbers as the locale does. */
static gboolean
write_file (JpReportSource *source, JpOutFile *file, guint *n_sheets, GCancellable *cancellable, GError **error)
{
  lxw_workbook_options options = { .tmpdir = (char *) jp_out_file_folder (file) };
  Book self = { .book = workbook_new_opt (jp_out_file_path (file), &options) };
  locale_t plain = newlocale (LC_NUMERIC_MASK, "C", duplocale (uselocale ((locale_t) 0)));
  locale_t before = uselocale (plain);
  lxw_error failure;
  gboolean written;

  self.formats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.widths = g_array_new (FALSE, FALSE, sizeof (double));
  written = write_book (&self, source, n_sheets, cancellable, error);
  failure = workbook_close (self.book);
  uselocale (before);
  freelocale (plain);
  g_hash_table_unref (self.formats);
  g_hash_table_unref (self.names);
  g_array_unref (self.widths);

  if (written && failure != LXW_NO_ERROR)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The workbook could not be written: %s."),
                   lxw_strerror (failure));
      return FALSE;
    }
  return written;
}

/**
 * jp_report_xlsx_write:
 * @source: where the papers come from
 * @path: the file to write; replaced whole or left as it was
 * @n_sheets: (out) (optional): how many sheets it has, one a paper
 * @cancellable: (nullable): stops between two papers
 * @error: return location for a #GIOErrorEnum
 *
 * Writes a report's tables as a workbook: numbers and days as such, the header in sight and on each printed page,
 * A4 a page wide.
 *
 * Returns: whether @path is now the report
 */
gboolean
jp_report_xlsx_write (JpReportSource *source, const char *path, guint *n_sheets, GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (JpOutFile) file = jp_out_file_new (path, error);
  guint n = 0;

  if (file == NULL || !write_file (source, file, &n, cancellable, error) || !jp_out_file_commit (file, error))
    return FALSE;

  if (n_sheets != NULL)
    *n_sheets = n;
  return TRUE;
}
