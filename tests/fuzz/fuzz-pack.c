/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-fuzz.h"

#include "jp-pack.h"

/* Any bytes are either refused with at least one fault, or a pack whose own text loads to itself. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  const char *json = size > 0 ? (const char *) data : "";
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = jp_pack_validate (json, (gssize) size);
  g_autoptr (JpPack) pack = jp_pack_new_from_json (json, (gssize) size, &error);
  g_autoptr (JpPack) again = NULL;

  g_assert_cmpint (pack != NULL, ==, faults->len == 0);
  g_assert_cmpint (pack == NULL, ==, error != NULL);
  if (pack == NULL)
    return 0;

  again = jp_pack_new_from_json (pack->json, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again->json, ==, pack->json);

  for (guint ordinal = 0; ordinal <= pack->n_funding_years + 1; ordinal++)
    {
      gboolean banded = ordinal > 0 && ordinal <= pack->n_funding_years && pack->funding_years[ordinal - 1].n_bands > 0;

      g_assert_cmpint (jp_pack_band (pack, ordinal, 0) != NULL, ==, banded);
      g_assert_cmpint (jp_pack_band (pack, ordinal, 10000) != NULL, ==, banded);
    }

  return 0;
}
