/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-fuzz.h"

#include "jp-figure-read.h"
#include "jp-holiday-text.h"
#include "jp-test.h"
#include "jp-workdays.h"

/* What is typed or pasted into the window: a block of figures from a spreadsheet, the days of a notice. Any text is
 * read, or said to be wrong; a figure is never anything but a figure, or unknown. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static JpPack *pack;
  g_autofree char *bytes = g_strndup (size > 0 ? (const char *) data : "", size);
  g_autofree char *text = g_utf8_make_valid (bytes, -1); /* as the toolkit gives it */
  g_autoptr (GArray) days = NULL;
  g_autoptr (GError) error = NULL;
  JpImport *import;

  if (pack == NULL)
    pack = jp_test_pack ();

  import = jp_figure_read_block (pack, "甲", 0, 2024, 2025, text);
  for (guint i = 0; i < import->figures->len; i++)
    {
      const JpImportFigures *year = g_ptr_array_index (import->figures, i);

      g_assert_cmpint (year->year, >=, 2024);
      g_assert_cmpint (year->year, <=, 2025);
      for (guint j = 0; j < pack->n_metrics; j++)
        g_assert_true (year->values[j] >= 0 || year->values[j] == JP_VALUE_UNKNOWN);
    }
  jp_import_free (import);

  days = jp_holiday_days_parse (2027, text, &error);
  g_assert_cmpint (days == NULL, ==, error != NULL);

  return 0;
}
