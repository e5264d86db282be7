/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-test-dump.h"

static gboolean
on_sheet (const char *name, gpointer data, GError **error)
{
  g_string_append_printf (data, "[%s]", name);
  return TRUE;
}

static gboolean
on_row (guint row, const JpCell *cells, guint n_cells, gpointer data, GError **error)
{
  static const char marks[] = { '\'', '#', '%', '@', '&', '!', '=' };
  GString *dump = data;

  g_string_append_printf (dump, " %u:", row);
  for (guint i = 0; i < n_cells; i++)
    {
      char iso[JP_DATE_ISO_LEN];
      const char *text = cells[i].kind == JP_CELL_DATE ? jp_date_to_iso (cells[i].date, iso) : cells[i].text;

      g_assert_cmpuint (cells[i].text[cells[i].length], ==, 0);
      g_string_append_printf (dump, " %c%c%s%s", (char) ('A' + cells[i].column - 1), marks[cells[i].kind], text,
                              cells[i].kind == JP_CELL_TEXT ? "'" : "");
    }

  return TRUE;
}

char *
jp_test_dump (GBytes *bytes, const JpBookLimits *limits, GError **error)
{
  static const JpBookVisitor visitor = { on_sheet, on_row };
  GString *dump = g_string_new (NULL);
  gboolean whole = jp_book_read (bytes, "csv", limits, &visitor, dump, NULL, error);

  return g_string_free (dump, !whole);
}
