/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-test-office.h"

#include <libical/ical.h>
#include <string.h>

#define TODAY "2026-02-10"

typedef struct
{
  JpTestOffice *office;
  JpDossier    *dossier;
  GPtrArray    *obligations;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->office = jp_test_office_new (TODAY);
  fixture->dossier = jp_dossier_new ("0f8b1c9e-0000-4000-8000-000000000001", "厦门市集美区工业机器人产业集群");
  fixture->obligations = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_obligation_free);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->obligations);
  jp_dossier_free (fixture->dossier);
  jp_test_office_free (fixture->office);
}

static JpObligation *
add (Fixture *fixture, JpDutyKind kind, int year, const char *due, const char *work_by, const char *subject)
{
  JpObligation *obligation = g_new0 (JpObligation, 1);

  obligation->kind = kind;
  obligation->dossier = fixture->dossier;
  obligation->year = year;
  obligation->due = jp_test_date (due);
  obligation->work_by = jp_test_date (work_by);
  obligation->state = JP_DUTY_UPCOMING;
  obligation->article = "第九条";
  obligation->subject = g_strdup (subject);
  g_ptr_array_add (fixture->obligations, obligation);

  return obligation;
}

static char *
write_calendar (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = jp_test_office_path (fixture->office, "duties.ics");
  char *text;

  g_assert_true (jp_exchange_write_ics (path, fixture->obligations, jp_test_date (TODAY), &error));
  g_assert_no_error (error);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* The text as a reader unfolds it. */
static char *
unfold (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\r\n ", -1);

  return g_strjoinv ("", lines);
}

static void
test_event (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL, *plain = NULL;

  add (fixture, JP_DUTY_RETURN, 2025, "2026-05-03", "2026-04-30", "2025年度信息表报送");
  text = write_calendar (fixture);
  plain = unfold (text);
  g_assert_true (g_str_has_prefix (plain, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
  g_assert_nonnull (strstr (plain, "\r\nUID:0f8b1c9e-0000-4000-8000-000000000001-return-2025-0@jiping.org\r\n"));
  g_assert_nonnull (strstr (plain, "\r\nDTSTAMP:20260210T000000Z\r\n"));
  g_assert_nonnull (strstr (plain, "\r\nDTSTART;VALUE=DATE:20260430\r\nDTEND;VALUE=DATE:20260501\r\n"));
  g_assert_nonnull (strstr (plain, "\r\nSUMMARY:厦门市集美区工业机器人产业集群：2025年度信息表报送\r\n"));
  g_assert_nonnull (strstr (plain, "截止日：2026年5月3日\\n"));
  g_assert_nonnull (strstr (plain, "2026年4月30日"));
  g_assert_nonnull (strstr (plain, "\r\nTRIGGER:-P1W\r\n"));
}

static void
test_done_has_no_alarm (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  add (fixture, JP_DUTY_RETURN, 2025, "2026-04-30", "2026-04-30", "2025年度信息表报送")->state = JP_DUTY_DONE;
  text = write_calendar (fixture);
  g_assert_null (strstr (text, "VALARM"));
  g_assert_nonnull (strstr (text, "（已办）"));
}

/* Lines are at most 75 bytes, broken between characters, and special characters are escaped. */
static void
test_text (Fixture *fixture, gconstpointer data)
{
  const char *subject = "逗号,分号;反斜线\\ 换行\n㛃𬭚与很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长的文字";
  g_autofree char *text = NULL, *plain = NULL;
  g_auto (GStrv) lines = NULL;

  add (fixture, JP_DUTY_OWN, 0, "2026-04-30", "2026-04-30", subject);
  text = write_calendar (fixture);
  plain = unfold (text);
  g_assert_nonnull (strstr (plain, "：逗号\\,分号\\;反斜线\\\\ 换行\\n㛃𬭚与很长"));
  lines = g_strsplit (text, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      g_assert_null (strchr (lines[i], '\n'));
    }
}

/* Each entry has an identity of its own, which stays when the day moves. */
static void
test_identities (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;
  icalcomponent *calendar;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JpObligation *moved = add (fixture, JP_DUTY_RETURN, 2025, "2026-04-30", "2026-04-30", "信息表");

  add (fixture, JP_DUTY_ASSESSMENT, 2025, "2026-03-31", "2026-03-31", "绩效考核");
  add (fixture, JP_DUTY_CHANGE, 2025, "2026-03-31", "2026-03-31", "变动报备");
  add (fixture, JP_DUTY_CHANGE, 2025, "2026-04-01", "2026-04-01", "变动报备");
  add (fixture, JP_DUTY_OWN, 0, "2026-04-01", "2026-04-01", "走访")->record = "visit";
  add (fixture, JP_DUTY_OWN, 0, "2026-04-01", "2026-04-01", "座谈")->record = "meeting";
  before = write_calendar (fixture);
  moved->due = moved->work_by = jp_test_date ("2026-03-31");
  after = write_calendar (fixture);
  g_assert_nonnull (strstr (after, "-return-2025-0@jiping.org"));

  calendar = icalparser_parse_string (before);
  g_assert_nonnull (calendar);
  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT); event != NULL;
       event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    {
      g_assert_nonnull (strstr (after, icalcomponent_get_uid (event)));
      g_assert_true (g_hash_table_add (seen, g_strdup (icalcomponent_get_uid (event))));
    }
  icalcomponent_free (calendar);
  g_assert_cmpuint (g_hash_table_size (seen), ==, 6);
}

/* The second change of a year is still the second when the first is filed and gone. */
static void
test_identity_outlives_neighbours (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL, *before_plain = NULL, *after_plain = NULL;

  add (fixture, JP_DUTY_CHANGE, 0, "2026-03-31", "2026-03-31", "运营单位变更报备")->record = "first";
  add (fixture, JP_DUTY_CHANGE, 0, "2026-04-01", "2026-04-01", "空间范围变更报备")->record = "second";
  before = write_calendar (fixture);
  g_ptr_array_remove_index (fixture->obligations, 0);
  after = write_calendar (fixture);
  before_plain = unfold (before);
  after_plain = unfold (after);
  g_assert_nonnull (strstr (before_plain, "-change-0-0-second@jiping.org"));
  g_assert_nonnull (strstr (after_plain, "-change-0-0-second@jiping.org"));
  g_assert_null (strstr (after_plain, "-first@jiping.org"));
}

/* What has no day is due now: Outlook refuses a whole file for one entry without a real day. */
static void
test_no_day_is_today (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL, *plain = NULL;
  icalcomponent *calendar;
  struct icaltimetype start;

  add (fixture, JP_DUTY_AWAITING, 0, "2026-04-30", "2026-04-30", "待工信部复核结论");
  ((JpObligation *) g_ptr_array_index (fixture->obligations, 0))->due = JP_DATE_NONE;
  ((JpObligation *) g_ptr_array_index (fixture->obligations, 0))->work_by = JP_DATE_NONE;
  text = write_calendar (fixture);
  plain = unfold (text);
  g_assert_nonnull (strstr (plain, "\r\nDTSTART;VALUE=DATE:20260210\r\nDTEND;VALUE=DATE:20260211\r\n"));
  g_assert_nonnull (strstr (plain, "未定截止日"));

  calendar = icalparser_parse_string (text);
  start = icalcomponent_get_dtstart (icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT));
  g_assert_true (start.is_date);
  g_assert_true (icaltime_is_valid_time (start));
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  icalcomponent_free (calendar);
}

static void
test_same_bytes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL, *second = NULL;

  add (fixture, JP_DUTY_RETURN, 2025, "2026-04-30", "2026-04-30", "信息表");
  first = write_calendar (fixture);
  g_usleep (1100 * 1000);
  second = write_calendar (fixture);
  g_assert_cmpstr (first, ==, second);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = write_calendar (fixture);

  g_assert_true (g_str_has_suffix (text, "END:VCALENDAR\r\n"));
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  g_test_add ("/exchange/R-CAL/ics/event", Fixture, NULL, set_up, test_event, tear_down);
  g_test_add ("/exchange/R-CAL/ics/done-has-no-alarm", Fixture, NULL, set_up, test_done_has_no_alarm, tear_down);
  g_test_add ("/exchange/R-CAL/ics/text", Fixture, NULL, set_up, test_text, tear_down);
  g_test_add ("/exchange/R-CAL/ics/identities", Fixture, NULL, set_up, test_identities, tear_down);
  g_test_add ("/exchange/R-CAL/ics/identity-outlives-neighbours", Fixture, NULL, set_up,
              test_identity_outlives_neighbours, tear_down);
  g_test_add ("/exchange/R-CAL/ics/no-day-is-today", Fixture, NULL, set_up, test_no_day_is_today, tear_down);
  g_test_add ("/exchange/R-CAL/ics/same-bytes", Fixture, NULL, set_up, test_same_bytes, tear_down);
  g_test_add ("/exchange/R-CAL/ics/empty", Fixture, NULL, set_up, test_empty, tear_down);

  return g_test_run ();
}
