/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-number-format.h"

#include "jp-decimal.h"

/* A preference of the whole program, set by the window from the settings; import previews read it on a thread. */
static gint group_digits = TRUE;

/**
 * jp_shown_units:
 * @value: an integer in a smallest unit
 * @decimals: digits behind the point, at most 18
 *
 * Returns: (transfer full): the number, with a comma between thousands where the user wants it so
 */
char *
jp_shown_units (gint64 value, guint decimals)
{
  return g_atomic_int_get (&group_digits) ? jp_units_to_grouped (value, decimals)
                                          : jp_units_to_string (value, decimals);
}

/**
 * jp_shown_group_digits:
 * @group: whether thousands are to be separated
 */
void
jp_shown_group_digits (gboolean group)
{
  g_atomic_int_set (&group_digits, group);
}
