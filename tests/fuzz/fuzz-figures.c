/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-fuzz.h"

#include "jp-figures.h"

/* Figures as a data file keeps them: any text is refused with an error, or is the one canonical text of its figures. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *json = g_strndup (size > 0 ? (const char *) data : "", size);
  g_autoptr (GError) error = NULL;
  g_autoptr (JpFigures) figures = jp_figures_from_json (2025, json, &error);
  g_autofree char *again = NULL;

  g_assert_cmpint (figures == NULL, ==, error != NULL);
  if (figures == NULL)
    return 0;

  again = jp_figures_to_json (figures);
  g_assert_cmpstr (again, ==, json);

  return 0;
}
