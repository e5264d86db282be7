/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-exchange.h"

#include "jp-out-file.h"

#include <libical/ical.h>
#include <string.h>

#define PRODUCT    "-//Jiping//集评//ZH"
#define CALENDAR   "集评待办"
#define ALARM_DAYS 7

static struct icaltimetype
to_ical_day (JpDate date)
{
  struct icaltimetype time = icaltime_null_date ();
  guint year, month, day;

  jp_date_split (date, &year, &month, &day);
  time.year = (int) year;
  time.month = (int) month;
  time.day = (int) day;

  return time;
}

/* A calendar that is read again replaces entries by this: it names the duty, not its present day or words. Duties of
 * one record are told apart by the record, so that the others keep their names when one of them is done. */
static char *
make_uid (const JpObligation *obligation, GHashTable *taken)
{
  GString *uid = g_string_new (NULL);
  gsize length;
  guint n = 1;

  g_string_append_printf (uid, "%s-%s-%d-%u", obligation->dossier->id, jp_duty_kind_id (obligation->kind),
                          obligation->year, obligation->ordinal);
  if (obligation->record != NULL)
    g_string_append_printf (uid, "-%s", obligation->record);

  length = uid->len;
  while (!g_hash_table_add (taken, g_strdup (uid->str)))
    {
      g_string_truncate (uid, length);
      g_string_append_printf (uid, "-%u", ++n);
    }
  g_string_append (uid, "@jiping.org");

  return g_string_free (uid, FALSE);
}

static char *
describe (const JpObligation *obligation)
{
  g_autofree char *due = jp_date_to_chinese (obligation->due), *work_by = jp_date_to_chinese (obligation->work_by);
  GString *text = g_string_new (NULL);

  if (obligation->due != JP_DATE_NONE)
    g_string_append_printf (text, "截止日：%s\n", due);
  else
    g_string_append (text, "未定截止日，请及时办理\n");
  if (obligation->work_by != JP_DATE_NONE && obligation->work_by != obligation->due)
    g_string_append_printf (text, "截止日前最后一个工作日：%s%s\n", work_by,
                            obligation->work_by_provisional ? "（节假日安排未公布，暂估）" : "");
  if (obligation->article != NULL && *obligation->article != '\0')
    g_string_append_printf (text, "依据：%s\n", obligation->article);
  g_string_append_printf (text, "状态：%s", jp_duty_state_name (obligation->state));

  return g_string_free (text, FALSE);
}

static icalcomponent *
make_alarm (const char *summary)
{
  struct icaltriggertype trigger
    = { .time = icaltime_null_time (), .duration = icaldurationtype_from_int (-ALARM_DAYS * 86400) };
  icalcomponent *alarm = icalcomponent_new_valarm ();

  icalcomponent_add_property (alarm, icalproperty_new_action (ICAL_ACTION_DISPLAY));
  icalcomponent_add_property (alarm, icalproperty_new_description (summary));
  icalcomponent_add_property (alarm, icalproperty_new_trigger (trigger));

  return alarm;
}

/* One duty on the day to work to. */
static icalcomponent *
make_event (const JpObligation *obligation, JpDate as_of, GHashTable *taken)
{
  JpDate day = jp_obligation_day (obligation, as_of);
  gboolean done = obligation->state == JP_DUTY_DONE;
  g_autofree char *uid = make_uid (obligation, taken), *description = describe (obligation);
  g_autofree char *summary =
      g_strdup_printf ("%s%s：%s", done ? "（已办）" : "", obligation->dossier->name, obligation->subject);
  icalcomponent *event = icalcomponent_new_vevent ();
  struct icaltimetype stamp = to_ical_day (as_of);

  stamp.is_date = 0;
  stamp.hour = stamp.minute = stamp.second = 0;
  stamp.zone = icaltimezone_get_utc_timezone ();
  icalcomponent_add_property (event, icalproperty_new_uid (uid));
  icalcomponent_add_property (event, icalproperty_new_dtstamp (stamp));
  icalcomponent_add_property (event, icalproperty_new_dtstart (to_ical_day (day)));
  icalcomponent_add_property (event, icalproperty_new_dtend (to_ical_day (day + 1)));
  icalcomponent_add_property (event, icalproperty_new_summary (summary));
  icalcomponent_add_property (event, icalproperty_new_description (description));
  icalcomponent_add_property (event, icalproperty_new_categories (jp_duty_kind_name (obligation->kind)));
  icalcomponent_add_property (event, icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT));
  if (!done)
    icalcomponent_add_component (event, make_alarm (summary));

  return event;
}

/**
 * jp_exchange_write_ics:
 * @path: where the file shall be
 * @obligations: (element-type JpObligation): the duties, in order
 * @as_of: the day that counts as today, the stamp of every entry
 * @error: return location for a %G_IO_ERROR
 *
 * Writes duties as a calendar file (RFC 5545): whole-day entries on the day to work to, with an alarm a week before.
 * The same duties give the same bytes and, later, the same identities, so that a calendar that is fed again moves its
 * entries instead of doubling them. Rule R-CAL.
 *
 * Returns: whether the file is written
 */
gboolean
jp_exchange_write_ics (const char *path, GPtrArray *obligations, JpDate as_of, GError **error)
{
  g_autoptr (JpOutFile) file = NULL;
  g_autoptr (GHashTable) taken = NULL;
  icalcomponent *calendar;
  icalproperty *name;
  gboolean done;
  char *text;

  g_return_val_if_fail (path != NULL && obligations != NULL && as_of != JP_DATE_NONE, FALSE);

  file = jp_out_file_new (path, error);
  if (file == NULL)
    return FALSE;

  taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  calendar = icalcomponent_new_vcalendar ();
  icalcomponent_add_property (calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (calendar, icalproperty_new_prodid (PRODUCT));
  icalcomponent_add_property (calendar, icalproperty_new_method (ICAL_METHOD_PUBLISH));
  name = icalproperty_new_x (CALENDAR);
  icalproperty_set_x_name (name, "X-WR-CALNAME");
  icalcomponent_add_property (calendar, name);
  for (guint i = 0; i < obligations->len; i++)
    icalcomponent_add_component (calendar, make_event (g_ptr_array_index (obligations, i), as_of, taken));

  text = icalcomponent_as_ical_string_r (calendar);
  done = jp_out_file_write (file, text, strlen (text), error) && jp_out_file_commit (file, error);
  icalmemory_free_buffer (text);
  icalcomponent_free (calendar);

  return done;
}
