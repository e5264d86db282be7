/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-import.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (jp-import-error-quark, jp_import_error)

#define NAMES_BLOCK 16384

/**
 * jp_cell_note_free:
 * @note: (nullable) (transfer full): a note
 *
 * Frees a note.
 */
void
jp_cell_note_free (JpCellNote *note)
{
  if (note == NULL)
    return;

  g_free (note->sheet);
  g_free (note->header);
  g_free (note->message);
  g_free (note);
}

static void
sheet_free (JpImportSheet *sheet)
{
  g_free (sheet->name);
  g_free (sheet->column_of_role);
  g_strfreev (sheet->headers);
  g_free (sheet);
}

static void
cluster_free (JpImportCluster *cluster)
{
  g_free (cluster->district);
  g_free (cluster->industry);
  g_free (cluster->scope);
  g_free (cluster->operator_name);
  g_free (cluster->credit_code);
  g_free (cluster);
}

/**
 * jp_import_new:
 * @pack: whose metrics the columns name
 *
 * Returns: (transfer full): an import without sheets
 */
JpImport *
jp_import_new (JpPack *pack)
{
  JpImport *self;

  g_return_val_if_fail (pack != NULL, NULL);

  self = g_new0 (JpImport, 1);
  self->pack = jp_pack_ref (pack);
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) sheet_free);
  self->clusters = g_ptr_array_new_with_free_func ((GDestroyNotify) cluster_free);
  self->figures = g_ptr_array_new_with_free_func (g_free);
  self->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_cell_note_free);
  self->warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_cell_note_free);
  self->names = g_string_chunk_new (NAMES_BLOCK);

  return self;
}

/**
 * jp_import_free:
 * @self: (nullable) (transfer full): an import
 *
 * Frees an import and all its rows.
 */
void
jp_import_free (JpImport *self)
{
  if (self == NULL)
    return;

  jp_pack_unref (self->pack);
  g_ptr_array_unref (self->sheets);
  g_ptr_array_unref (self->clusters);
  g_ptr_array_unref (self->figures);
  g_ptr_array_unref (self->faults);
  g_ptr_array_unref (self->warnings);
  g_string_chunk_free (self->names);
  g_free (self);
}

/**
 * jp_import_add_sheet:
 * @self: an import
 * @name: name of the sheet
 *
 * Returns: (transfer none): the new sheet, of which no column is known yet
 */
JpImportSheet *
jp_import_add_sheet (JpImport *self, const char *name)
{
  JpImportSheet *sheet;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  sheet = g_new0 (JpImportSheet, 1);
  sheet->name = g_strdup (name);
  sheet->column_of_role = g_new0 (guint, JP_COLUMN_METRIC + self->pack->n_metrics);
  sheet->headers = g_new0 (char *, 1);
  g_ptr_array_add (self->sheets, sheet);

  return sheet;
}

/**
 * jp_import_add_cluster:
 * @self: an import
 * @sheet: index of its sheet
 * @row: row of the sheet, from 1
 *
 * Returns: (transfer none): a new cluster row of which nothing is given yet
 */
JpImportCluster *
jp_import_add_cluster (JpImport *self, guint sheet, guint row)
{
  JpImportCluster *cluster;

  g_return_val_if_fail (self != NULL && sheet < self->sheets->len, NULL);

  cluster = g_new0 (JpImportCluster, 1);
  cluster->sheet = sheet;
  cluster->row = row;
  cluster->area = JP_VALUE_UNKNOWN;
  g_ptr_array_add (self->clusters, cluster);

  return cluster;
}

/**
 * jp_import_add_figures:
 * @self: an import
 * @sheet: index of its sheet
 * @row: row of the sheet, from 1
 *
 * Returns: (transfer none): a new row of figures of which nothing is given yet
 */
JpImportFigures *
jp_import_add_figures (JpImport *self, guint sheet, guint row)
{
  guint n_metrics;
  JpImportFigures *figures;

  g_return_val_if_fail (self != NULL && sheet < self->sheets->len, NULL);

  n_metrics = self->pack->n_metrics;
  figures = g_malloc0 (sizeof (JpImportFigures) + n_metrics * sizeof (gint64));
  figures->sheet = sheet;
  figures->row = row;
  for (guint i = 0; i < n_metrics; i++)
    figures->values[i] = JP_VALUE_UNKNOWN;
  g_ptr_array_add (self->figures, figures);

  return figures;
}

/**
 * jp_import_intern:
 * @self: an import
 * @name: a name
 *
 * A hundred thousand rows name a few thousand clusters; equal names are one pointer.
 *
 * Returns: (transfer none): the import's own copy of @name
 */
const char *
jp_import_intern (JpImport *self, const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  return g_string_chunk_insert_const (self->names, name);
}

/**
 * jp_import_column:
 * @self: an import
 * @sheet: index of a sheet
 * @role: a [enum@Jp.ColumnRole]; for a metric its index added to %JP_COLUMN_METRIC
 *
 * Returns: the column, from 1; 0 where the sheet has none for @role
 */
guint
jp_import_column (const JpImport *self, guint sheet, guint role)
{
  g_return_val_if_fail (self != NULL && sheet < self->sheets->len, 0);
  g_return_val_if_fail (role < JP_COLUMN_METRIC + self->pack->n_metrics, 0);

  return ((const JpImportSheet *) g_ptr_array_index (self->sheets, sheet))->column_of_role[role];
}

/**
 * jp_import_add_note:
 * @self: an import
 * @notes: its faults or its warnings
 * @sheet: index of a sheet
 * @row: from 1; 0: the sheet as a whole
 * @column: from 1; 0: the row as a whole
 * @format: the sentence, as for printf
 * @...: what stands in it
 *
 * Notes something about a cell. After %JP_IMPORT_MAX_NOTES a last note says that there are more.
 */
void
jp_import_add_note (JpImport *self, GPtrArray *notes, guint sheet, guint row, guint column, const char *format, ...)
{
  const JpImportSheet *in;
  JpCellNote *note;
  va_list arguments;

  g_return_if_fail (self != NULL && sheet < self->sheets->len);
  g_return_if_fail (notes == self->faults || notes == self->warnings);

  if (notes->len > JP_IMPORT_MAX_NOTES)
    return;

  in = g_ptr_array_index (self->sheets, sheet);
  note = g_new0 (JpCellNote, 1);
  note->order = sheet;
  note->sheet = g_strdup (in->name);
  g_ptr_array_add (notes, note);
  if (notes->len > JP_IMPORT_MAX_NOTES)
    {
      note->order = G_MAXUINT;
      note->header = g_strdup ("");
      note->message
        = g_strdup_printf (_("More than %d cells have something to be said about them; the others are not named."),
                           JP_IMPORT_MAX_NOTES);
      return;
    }

  note->row = row;
  note->column = column;
  note->header = g_strdup (column > 0 && column <= in->n_columns ? in->headers[column - 1] : "");
  va_start (arguments, format);
  note->message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
}

static int
compare_guint (guint a, guint b)
{
  return a < b ? -1 : a > b;
}

static int
compare_notes (gconstpointer a, gconstpointer b)
{
  const JpCellNote *first = *(const JpCellNote *const *) a, *second = *(const JpCellNote *const *) b;
  int order = compare_guint (first->order, second->order);

  if (order == 0)
    order = compare_guint (first->row, second->row);
  if (order == 0)
    order = compare_guint (first->column, second->column);

  return order;
}

/**
 * jp_import_sort_notes:
 * @self: an import
 *
 * Puts faults and warnings in the order in which a reader comes to their cells.
 */
void
jp_import_sort_notes (JpImport *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_sort (self->faults, compare_notes);
  g_ptr_array_sort (self->warnings, compare_notes);
}
