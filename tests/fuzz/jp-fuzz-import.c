/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-fuzz-import.h"

#include "jp-exchange.h"
#include "jp-resources.h"

#include <string.h>

#define TODAY_YEAR 2026

static JpPack *
shipped_pack (void)
{
  static JpPack *pack;

  if (pack == NULL)
    {
      g_autoptr (GBytes) json = jp_resources_lookup (JP_RESOURCE_PACK);

      pack = jp_pack_new_from_json (g_bytes_get_data (json, NULL), (gssize) g_bytes_get_size (json), NULL);
      g_assert_nonnull (pack);
    }

  return pack;
}

static gboolean
on_sheet (const char *name, gpointer data, GError **error)
{
  guint *last_row = data;

  g_assert_true (g_utf8_validate (name, -1, NULL));
  *last_row = 0;
  return TRUE;
}

/* Rows and columns ascend, texts are whole UTF-8 with their NUL, blank cells are not shown. */
static gboolean
on_row (guint row, const JpCell *cells, guint n_cells, gpointer data, GError **error)
{
  guint *last_row = data;
  guint last_column = 0;

  g_assert_cmpuint (row, >, *last_row);
  g_assert_cmpuint (n_cells, >, 0);
  *last_row = row;
  for (guint i = 0; i < n_cells; i++)
    {
      g_assert_cmpuint (cells[i].column, >, last_column);
      g_assert_true (cells[i].length > 0 || cells[i].kind == JP_CELL_FORMULA);
      g_assert_true (g_utf8_validate_len (cells[i].text, cells[i].length, NULL));
      g_assert_cmpint (cells[i].text[cells[i].length], ==, '\0');
      last_column = cells[i].column;
    }

  return TRUE;
}

static void
check_notes (GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const JpCellNote *note = g_ptr_array_index (notes, i);

      g_assert_true (g_utf8_validate (note->message, -1, NULL));
      g_assert_true (g_utf8_validate (note->header, -1, NULL));
    }
}

static void
check_import (const JpImport *import)
{
  for (guint i = 0; i < import->figures->len; i++)
    {
      const JpImportFigures *figures = g_ptr_array_index (import->figures, i);

      g_assert_true (figures->year == 0 || (figures->year >= 2000 && figures->year <= TODAY_YEAR));
      g_assert_true (figures->name == NULL || *figures->name != '\0');
      g_assert_true ((figures->name != NULL && figures->year != 0) || import->faults->len > 0);
      for (guint m = 0; m < import->pack->n_metrics; m++)
        g_assert_true (figures->values[m] >= JP_VALUE_UNKNOWN && figures->values[m] <= JP_VALUE_MAX);
    }
  check_notes (import->faults);
  check_notes (import->warnings);
}

void
jp_fuzz_import (GBytes *bytes)
{
  static const JpBookVisitor visitor = { on_sheet, on_row };
  g_autoptr (GError) error = NULL, again = NULL;
  g_autoptr (JpImport) import = NULL;
  guint last_row = 0;
  gboolean whole = jp_book_read (bytes, "表", NULL, &visitor, &last_row, NULL, &error);

  import = jp_exchange_read_bytes (bytes, "表", shipped_pack (), jp_date_new (TODAY_YEAR, 11, 22), NULL, &again);
  g_assert_cmpint (import != NULL, ==, whole);
  if (import == NULL)
    {
      g_assert_true (error->domain == JP_BOOK_ERROR && again->code == error->code);
      return;
    }

  check_import (import);
}
