/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-holiday-text.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* No holiday lasts longer; a slip of the hand would make a month of rest days. */
#define LONGEST_RUN 31

/* "10月1日", "10-1", "10/1", "10.1", a whole date, or the day alone where the month is known. */
static JpDate
parse_day (guint year, guint month, const char *text)
{
  g_autofree char *dashed = g_strdup_printf ("%u-%s", year, text);
  g_autofree char *chinese = g_strdup_printf ("%u年%s", year, text);
  g_autofree char *alone = g_strdup_printf ("%u年%u月%s%s", year, month, text, g_str_has_suffix (text, "日") ? "" : "日");
  g_autofree char *slashed = g_strdelimit (g_strdup (dashed), "/.", '-');
  JpDate day = jp_date_parse_loose (text);

  if (day == JP_DATE_NONE)
    day = jp_date_parse_loose (slashed);
  if (day == JP_DATE_NONE)
    day = jp_date_parse_loose (chinese);

  return day == JP_DATE_NONE && month > 0 ? jp_date_parse_loose (alone) : day;
}

static gboolean
add_run (GArray *days, guint year, const char *text, GError **error)
{
  g_auto (GStrv) ends = g_strsplit (text, "~", 2);
  JpDate first = parse_day (year, 0, g_strstrip (ends[0])), last = first;
  guint month;

  jp_date_split (first, NULL, &month, NULL);
  if (ends[1] != NULL)
    last = parse_day (year, month, g_strstrip (ends[1]));
  if (first == JP_DATE_NONE || last == JP_DATE_NONE)
    {
      g_set_error (error, JP_HOLIDAYS_ERROR, JP_HOLIDAYS_ERROR_INVALID,
                   _("“%s” is no day of %u. Write days like 10月1日 or 10-1, and several in a row like 10月1日至7日."),
                   text, year);
      return FALSE;
    }
  if (last < first || last - first >= LONGEST_RUN)
    {
      g_set_error (error, JP_HOLIDAYS_ERROR, JP_HOLIDAYS_ERROR_INVALID,
                   _("“%s” ends before it begins, or lasts longer than a month."), text);
      return FALSE;
    }

  for (JpDate day = first; day <= last; day++)
    g_array_append_val (days, day);

  return TRUE;
}

/* Marks between days become commas, marks of a run become ~. */
static char *
unify (const char *text)
{
  static const char * const commas[] = { "、", "；", ";", "\n", "\t", " " };
  static const char * const runs[] = { "至", "到", "—", "–", "～" };
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autoptr (GString) unified = g_string_new (plain != NULL ? plain : "");

  for (gsize i = 0; i < G_N_ELEMENTS (commas); i++)
    g_string_replace (unified, commas[i], ",", 0);
  for (gsize i = 0; i < G_N_ELEMENTS (runs); i++)
    g_string_replace (unified, runs[i], "~", 0);
  g_string_replace (unified, "~~", "~", 0);

  return g_string_free (g_steal_pointer (&unified), FALSE);
}

/**
 * jp_holiday_days_parse:
 * @year: the year they belong to
 * @text: days and runs of days, with commas, 、, blanks or new lines between them
 * @error: return location for a [enum@Jp.HolidaysError] that names what is no day
 *
 * Reads days as a notice lists them: "1月1日至3日、2月15日至23日", "10-1~10-7". R-WORKDAY.
 *
 * Returns: (transfer full) (nullable) (element-type JpDate): the days in the order they stand
 */
GArray *
jp_holiday_days_parse (guint year, const char *text, GError **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (JpDate));
  g_autofree char *unified = unify (text);
  g_auto (GStrv) words = g_strsplit (unified, ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*g_strstrip (words[i]) != '\0' && !add_run (days, year, words[i], error))
      return NULL;

  return g_steal_pointer (&days);
}

static void
put_days (JsonBuilder *json, const char *member, const GArray *days)
{
  char iso[JP_DATE_ISO_LEN];

  json_builder_set_member_name (json, member);
  json_builder_begin_array (json);
  for (guint i = 0; i < days->len; i++)
    json_builder_add_string_value (json, jp_date_to_iso (g_array_index (days, JpDate, i), iso));
  json_builder_end_array (json);
}

/**
 * jp_holiday_year_json:
 * @year: a year
 * @rest: (element-type JpDate): its rest days
 * @work: (element-type JpDate): the weekend days worked in exchange
 *
 * Returns: (transfer full): the text of a holiday file for that year, to be read by jp_holidays_new_from_json()
 */
char *
jp_holiday_year_json (guint year, const GArray *rest, const GArray *work)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *key = g_strdup_printf ("%u", year);

  json_builder_begin_object (json);
  json_builder_set_member_name (json, key);
  json_builder_begin_object (json);
  put_days (json, "holidays", rest);
  put_days (json, "workdays", work);
  json_builder_end_object (json);
  json_builder_end_object (json);
  root = json_builder_get_root (json);

  return json_to_string (root, FALSE);
}

static void
append_run (GString *text, JpDate first, JpDate last)
{
  guint month, day, last_month, last_day;

  jp_date_split (first, NULL, &month, &day);
  jp_date_split (last, NULL, &last_month, &last_day);
  g_string_append_printf (text, "%s%u月%u日", text->len > 0 ? "、" : "", month, day);
  if (last_month != month)
    g_string_append_printf (text, "至%u月%u日", last_month, last_day);
  else if (last != first)
    g_string_append_printf (text, "至%u日", last_day);
}

/**
 * jp_holiday_days_text:
 * @holidays: holidays
 * @year: a year they cover
 * @kind: rest days or make-up days
 *
 * Returns: (transfer full): those days in words: "1月1日至3日、2月15日至23日"
 */
char *
jp_holiday_days_text (const JpHolidays *holidays, guint year, JpDayKind kind)
{
  GString *text = g_string_new (NULL);
  JpDate first = JP_DATE_NONE, end = jp_date_year_end (year);

  for (JpDate day = jp_date_year_start (year); day <= end + 1; day++)
    {
      gboolean has = day <= end && jp_holidays_kind (holidays, day, NULL) == kind;

      if (has && first == JP_DATE_NONE)
        first = day;
      else if (!has && first != JP_DATE_NONE)
        {
          append_run (text, first, day - 1);
          first = JP_DATE_NONE;
        }
    }

  return g_string_free (text, FALSE);
}
