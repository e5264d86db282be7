/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-use-lock.h"

#include <glib/gi18n-lib.h>

/* The last day of "2025Q1"; JP_DATE_NONE: not written so. */
static JpDate
quarter_end (const char *quarter)
{
  guint64 year;
  g_autofree char *head = g_strndup (quarter, 4);

  if (strlen (quarter) != 6 || quarter[4] != 'Q' || quarter[5] < '1' || quarter[5] > '4' ||
      !g_ascii_string_to_unsigned (head, 10, 2000, 2999, &year, NULL))
    return JP_DATE_NONE;

  return jp_date_add_months (jp_date_year_start ((guint) year), (quarter[5] - '0') * 3) - 1;
}

/**
 * jp_use_check_lock:
 * @dossier: the cluster
 * @context: the rules of the day
 * @quarter: as jp_quarter_of() writes it, "2025Q1"
 * @error: return location for a [enum@Jp.UseError]
 *
 * A quarter of the use ledger is locked once, after it has ended (R-USE).
 *
 * Returns: whether it may be locked
 */
gboolean
jp_use_check_lock (const JpDossier *dossier, const JpContext *context, const char *quarter, GError **error)
{
  JpDate end = quarter_end (quarter);

  if (end == JP_DATE_NONE)
    {
      g_set_error (error, JP_USE_ERROR, JP_USE_ERROR_INVALID,
                   _("“%s” is no quarter; write it as 2025Q1 (R-USE)"), quarter);
      return FALSE;
    }
  if (end >= context->today)
    {
      g_set_error (error, JP_USE_ERROR, JP_USE_ERROR_INVALID,
                   _("%s has not ended yet; lock it once it has (R-USE)"), quarter);
      return FALSE;
    }
  if (g_ptr_array_find_with_equal_func (dossier->locked_quarters, quarter, g_str_equal, NULL))
    {
      g_set_error (error, JP_USE_ERROR, JP_USE_ERROR_LOCKED, _("%s is locked already (R-USE)"), quarter);
      return FALSE;
    }

  return TRUE;
}
