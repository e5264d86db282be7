/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-holidays-work.h"

#include "jp-act-work.h"
#include "jp-store-rules.h"
#include "jp-workdays.h"

static char *
list_years (const JpHolidays *holidays)
{
  g_autoptr (GString) years = g_string_new (NULL);

  for (guint year = jp_holidays_first_year (holidays); year <= jp_holidays_horizon (holidays); year++)
    if (jp_holidays_covers (holidays, year))
      g_string_append_printf (years, "%s%u", years->len > 0 ? "、" : "", year);

  return g_string_free (g_steal_pointer (&years), FALSE);
}

static gboolean
do_add (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, JpEntry *entry, gpointer data,
        GError **error)
{
  const char *json = data;
  g_autoptr (JpHolidays) holidays = jp_holidays_new_from_json (json, -1, error);
  g_autofree char *years = holidays != NULL ? list_years (holidays) : NULL;

  if (holidays == NULL || !jp_store_put_holidays (transaction, json, error))
    return FALSE;
  entry->summary = g_strdup_printf ("补充节假日安排：%s年", years);

  return TRUE;
}

/**
 * jp_casework_holidays_add:
 * @desk: a desk of any office: the arrangement is the same for all
 * @json: the rest days and make-up days of one year or more, as the shipped ones are written
 * @error: return location for a [enum@Jp.HolidaysError] that names every fault, or the store's error
 *
 * Adds the State Council's arrangement of a year to the data file (R-WORKDAY, 第十五条). A year that is known already is
 * replaced, as a corrected notice does. Undone like other work.
 *
 * Returns: whether it is kept
 */
gboolean
jp_casework_holidays_add (JpDesk *desk, const char *json, GError **error)
{
  return jp_desk_do (desk, JP_ENTRY_WORK, "holidays.add", NULL, do_add, (gpointer) json, error);
}
