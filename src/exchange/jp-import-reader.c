/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-exchange.h"

#include "jp-import-cells.h"
#include "jp-import-columns.h"
#include "jp-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HEADER_ROWS     10 /* the header is looked for in these */
#define KNOWN_HEADERS   2  /* as many known names make a header row; titles and notes have one at most */
#define MAX_NAME        100 /* characters */
#define MAX_TEXT        2000
#define FUNDING_AHEAD   5 /* years: support is planned ahead, figures are not */
#define EXPLANATION     "填写说明" /* the sheet of the template that explains the others */

typedef enum
{
  LOOKING, /* for the header row */
  READING,
  SKIPPING,
} State;

typedef struct
{
  JpImport      *import;
  JpColumnNames *names;
  JpCellPlace    place;
  GArray        *columns; /* of JpColumn, by column − 1; of the present sheet */
  State          state;
  gboolean       has_rows;
  gboolean       is_figures;
  char          *last_written; /* the name of the row before, as written; most rows repeat it */
  const char    *last_name;
} Reading;

static gboolean
is_explanation (const Reading *self)
{
  const JpImportSheet *sheet = g_ptr_array_index (self->import->sheets, self->place.sheet);

  return g_str_equal (sheet->name, EXPLANATION);
}

/* A sheet that turned out to have no header row was not read, which must be said. */
static void
finish_sheet (Reading *self)
{
  if (self->import->sheets->len > 0 && self->state == LOOKING && self->has_rows && !is_explanation (self))
    jp_import_add_note (self->import, self->import->warnings, self->place.sheet, 0, 0,
                        _("The sheet was not read: none of its first %d rows names the columns (集群名称, 年度, …)."),
                        HEADER_ROWS);
}

static gboolean
on_sheet (const char *name, gpointer data, GError **error)
{
  Reading *self = data;

  finish_sheet (self);
  jp_import_add_sheet (self->import, name);
  self->place.sheet = self->import->sheets->len - 1;
  self->state = LOOKING;
  self->has_rows = FALSE;
  g_clear_pointer (&self->columns, g_array_unref);

  return TRUE;
}

static void
look_for_header (Reading *self, guint row, const JpCell *cells, guint n_cells)
{
  self->has_rows = TRUE;
  if (row > HEADER_ROWS)
    {
      finish_sheet (self);
      self->state = SKIPPING;
      return;
    }
  if (jp_column_names_count (self->names, cells, n_cells) < KNOWN_HEADERS)
    return;

  self->columns = jp_columns_read (self->names, self->import, self->place.sheet, row, cells, n_cells);
  self->is_figures = jp_import_column (self->import, self->place.sheet, JP_COLUMN_YEAR) != 0;
  self->state = READING;
}

static const char *
read_name (Reading *self, const JpCell *cell)
{
  g_autofree char *name = NULL;

  if (self->last_written != NULL && cell->kind == JP_CELL_TEXT && strcmp (self->last_written, cell->text) == 0)
    return self->last_name;

  name = jp_cell_read_text (&self->place, cell, MAX_NAME);
  if (name == NULL)
    return NULL;

  g_free (self->last_written);
  self->last_written = g_strdup (cell->text);
  self->last_name = jp_import_intern (self->import, name);
  return self->last_name;
}

static const JpColumn *
column_of (const Reading *self, const JpCell *cell)
{
  static const JpColumn none = { JP_COLUMN_NONE, 0 };

  return cell->column <= self->columns->len ? &g_array_index (self->columns, JpColumn, cell->column - 1) : &none;
}

/* Whether the row says anything in a column that is read. */
static gboolean
is_filled (const Reading *self, const JpCell *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    if (column_of (self, &cells[i])->role != JP_COLUMN_NONE && !jp_cell_is_blank (&cells[i]))
      return TRUE;

  return FALSE;
}

/* Names the cell that should have told what the row is about. A refused cell has been named already. */
static void
check_given (Reading *self, guint role, gboolean given, const JpCell *cells, guint n_cells)
{
  guint column = jp_import_column (self->import, self->place.sheet, role);

  if (given || column == 0)
    return;
  for (guint i = 0; i < n_cells; i++)
    if (cells[i].column == column && !jp_cell_is_blank (&cells[i]))
      return;

  jp_import_add_note (self->import, self->import->faults, self->place.sheet, self->place.row, column,
                      role == JP_COLUMN_NAME ? _("The row does not say which cluster it is about.")
                                             : _("The row does not say which year it is about."));
}

static void
read_figures (Reading *self, const JpCell *cells, guint n_cells)
{
  JpImportFigures *figures = jp_import_add_figures (self->import, self->place.sheet, self->place.row);
  const JpPack *pack = self->import->pack;

  for (guint i = 0; i < n_cells; i++)
    {
      const JpColumn *column = column_of (self, &cells[i]);

      if (column->role == JP_COLUMN_NONE || jp_cell_is_blank (&cells[i]))
        continue;
      if (column->role == JP_COLUMN_NAME)
        figures->name = read_name (self, &cells[i]);
      else if (column->role == JP_COLUMN_YEAR)
        figures->year = jp_cell_read_year (&self->place, &cells[i], (int) jp_date_year (self->place.today));
      else
        figures->values[column->role - JP_COLUMN_METRIC] =
            jp_cell_read_value (&self->place, &cells[i], &pack->metrics[column->role - JP_COLUMN_METRIC],
                                column->decimals);
    }

  check_given (self, JP_COLUMN_NAME, figures->name != NULL, cells, n_cells);
  check_given (self, JP_COLUMN_YEAR, figures->year != 0, cells, n_cells);
}

/* A code is typed in full-width or small letters too; what is kept is the one way it is written. */
static char *
read_code (const JpCellPlace *place, const JpCell *cell)
{
  g_autofree char *text = jp_cell_read_text (place, cell, MAX_NAME);
  g_autofree char *folded = text != NULL ? jp_text_fold (text) : NULL;

  return folded != NULL ? g_ascii_strup (folded, -1) : NULL;
}

static void
read_cluster_cell (Reading *self, const JpCell *cell, const JpColumn *column, JpImportCluster *cluster)
{
  const JpCellPlace *place = &self->place;

  switch ((JpColumnRole) column->role)
    {
    case JP_COLUMN_NAME:
      cluster->name = read_name (self, cell);
      break;
    case JP_COLUMN_DISTRICT:
      cluster->district = jp_cell_read_text (place, cell, MAX_NAME);
      break;
    case JP_COLUMN_INDUSTRY:
      cluster->industry = jp_cell_read_text (place, cell, MAX_NAME);
      break;
    case JP_COLUMN_SCOPE:
      cluster->scope = jp_cell_read_text (place, cell, MAX_TEXT);
      break;
    case JP_COLUMN_AREA:
      cluster->area = jp_cell_read_area (place, cell, column->decimals);
      break;
    case JP_COLUMN_OPERATOR:
      cluster->operator_name = jp_cell_read_text (place, cell, MAX_NAME);
      break;
    case JP_COLUMN_CREDIT_CODE:
      cluster->credit_code = read_code (place, cell);
      break;
    case JP_COLUMN_RECOGNISED:
      cluster->recognised_on = jp_cell_read_date (place, cell);
      break;
    case JP_COLUMN_TERM_FIRST:
      cluster->term_first = jp_cell_read_date (place, cell);
      break;
    case JP_COLUMN_TERM_LAST:
      cluster->term_last = jp_cell_read_date (place, cell);
      break;
    case JP_COLUMN_FUNDING_START:
      cluster->funding_start = jp_cell_read_year (place, cell, (int) jp_date_year (place->today) + FUNDING_AHEAD);
      break;
    case JP_COLUMN_NONE:
    case JP_COLUMN_YEAR:
    case JP_COLUMN_METRIC:
    default:
      break;
    }
}

static void
read_cluster (Reading *self, const JpCell *cells, guint n_cells)
{
  JpImportCluster *cluster = jp_import_add_cluster (self->import, self->place.sheet, self->place.row);

  for (guint i = 0; i < n_cells; i++)
    if (!jp_cell_is_blank (&cells[i]))
      read_cluster_cell (self, &cells[i], column_of (self, &cells[i]), cluster);

  check_given (self, JP_COLUMN_NAME, cluster->name != NULL, cells, n_cells);
}

static gboolean
on_row (guint row, const JpCell *cells, guint n_cells, gpointer data, GError **error)
{
  Reading *self = data;

  self->place.row = row;
  if (self->state == LOOKING)
    look_for_header (self, row, cells, n_cells);
  else if (self->state == READING && is_filled (self, cells, n_cells))
    {
      if (self->is_figures)
        read_figures (self, cells, n_cells);
      else
        read_cluster (self, cells, n_cells);
      g_atomic_int_inc (&self->import->n_done);
    }

  return TRUE;
}

/* A file of which no sheet was understood brings nothing; that is no success. */
static void
check_understood (JpImport *import)
{
  for (guint i = 0; i < import->sheets->len; i++)
    if (((const JpImportSheet *) g_ptr_array_index (import->sheets, i))->header_row != 0)
      return;

  if (import->sheets->len == 0)
    jp_import_add_sheet (import, "");
  jp_import_add_note (import, import->faults, 0, 0, 0,
                      _("No sheet of the file has a header row that names the columns (集群名称, 区县, 年度, …) in its "
                        "first %d rows. A template shows the names."),
                      HEADER_ROWS);
}

/**
 * jp_exchange_fill_bytes:
 * @import: an import without sheets, whose pack's metrics the columns name; its count of rows may be watched meanwhile
 * @bytes: a workbook or CSV file
 * @name: the name of the one sheet of a CSV file
 * @today: the day that counts as today
 * @cancellable: (nullable): stops between rows
 * @error: return location for a [enum@Jp.TableError] or %G_IO_ERROR_CANCELLED
 *
 * Reads what a file says about clusters and their figures, cell by cell. Bad cells are collected in the import's
 * faults, not refused one by one. Rule R-READ.
 *
 * Returns: whether the file could be read; otherwise @import is good for nothing
 */
gboolean
jp_exchange_fill_bytes (JpImport *import, GBytes *bytes, const char *name, JpDate today, GCancellable *cancellable,
                        GError **error)
{
  static const JpBookVisitor visitor = { on_sheet, on_row };
  g_autoptr (JpColumnNames) names = NULL;
  Reading reading = { .state = LOOKING };
  gboolean whole;

  g_return_val_if_fail (import != NULL && bytes != NULL && name != NULL, FALSE);
  g_return_val_if_fail (today != JP_DATE_NONE, FALSE);

  names = jp_column_names_new (import->pack);
  reading.import = reading.place.import = import;
  reading.place.today = today;
  reading.names = names;
  whole = jp_book_read (bytes, name, NULL, &visitor, &reading, cancellable, error);
  if (whole)
    {
      finish_sheet (&reading);
      check_understood (import);
    }
  g_clear_pointer (&reading.columns, g_array_unref);
  g_free (reading.last_written);

  return whole;
}

/**
 * jp_exchange_fill:
 * @import: as for jp_exchange_fill_bytes()
 * @path: a workbook (.xlsx) or CSV file
 * @today: the day that counts as today
 * @cancellable: (nullable): stops between rows
 * @error: return location for a [enum@Jp.TableError] or a %G_IO_ERROR
 *
 * Reads a file of the disk as jp_exchange_fill_bytes() does.
 *
 * Returns: whether the file could be read
 */
gboolean
jp_exchange_fill (JpImport *import, const char *path, JpDate today, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;
  char *dot;

  g_return_val_if_fail (path != NULL, FALSE);

  bytes = jp_book_load (path, NULL, error);
  if (bytes == NULL)
    return FALSE;

  name = g_filename_display_basename (path);
  dot = strrchr (name, '.');
  if (dot != NULL && dot != name)
    *dot = '\0';

  return jp_exchange_fill_bytes (import, bytes, name, today, cancellable, error);
}

/**
 * jp_exchange_read_bytes:
 * @bytes: a workbook or CSV file
 * @name: the name of the one sheet of a CSV file
 * @pack: the rule pack whose metrics the columns name
 * @today: the day that counts as today
 * @cancellable: (nullable): stops between rows
 * @error: return location for a [enum@Jp.TableError] or %G_IO_ERROR_CANCELLED
 *
 * Reads a file as jp_exchange_fill_bytes() does, where nobody watches. Rule R-READ.
 *
 * Returns: (transfer full) (nullable): what the file says
 */
JpImport *
jp_exchange_read_bytes (GBytes *bytes, const char *name, JpPack *pack, JpDate today, GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (JpImport) import = jp_import_new (pack);

  return jp_exchange_fill_bytes (import, bytes, name, today, cancellable, error) ? g_steal_pointer (&import) : NULL;
}

/**
 * jp_exchange_read:
 * @path: a workbook (.xlsx) or CSV file
 * @pack: the rule pack whose metrics the columns name
 * @today: the day that counts as today
 * @cancellable: (nullable): stops between rows
 * @error: return location for a [enum@Jp.TableError] or a %G_IO_ERROR
 *
 * Reads a file of the disk as jp_exchange_read_bytes() does.
 *
 * Returns: (transfer full) (nullable): what the file says
 */
JpImport *
jp_exchange_read (const char *path, JpPack *pack, JpDate today, GCancellable *cancellable, GError **error)
{
  g_autoptr (JpImport) import = jp_import_new (pack);

  return jp_exchange_fill (import, path, today, cancellable, error) ? g_steal_pointer (&import) : NULL;
}
