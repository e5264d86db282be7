/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-date.h"

#include <string.h>

/* Four digits of a year are all that ISO text holds. */
#define LAST_YEAR 9999

/* What an outside text may name: wide enough for every record, narrow enough to catch a slip of the finger. */
#define FIRST_READ_YEAR 1900
#define LAST_READ_YEAR  2999

static GDate
to_gdate (JpDate date)
{
  GDate result;

  g_date_clear (&result, 1);
  g_date_set_julian (&result, date);
  return result;
}

/* Reads @least to @most digits at @cursor and moves it behind them. */
static gboolean
read_digits (const char **cursor, guint least, guint most, guint *number)
{
  const char *p = *cursor;
  guint count = 0;

  *number = 0;
  while (count < most && g_ascii_isdigit (*p))
    {
      *number = *number * 10 + (guint) (*p - '0');
      count++;
      p++;
    }
  *cursor = p;

  return count >= least;
}

static gboolean
skip_text (const char **cursor, const char *text)
{
  if (!g_str_has_prefix (*cursor, text))
    return FALSE;

  *cursor += strlen (text);
  return TRUE;
}

static JpDate
new_as_read (guint year, guint month, guint day)
{
  return year >= FIRST_READ_YEAR && year <= LAST_READ_YEAR ? jp_date_new (year, month, day) : JP_DATE_NONE;
}

/* Reads year, @first mark, month, @second mark, day and @last mark, with nothing before or behind. */
static JpDate
parse_marked (const char *text, const char *first, const char *second, const char *last)
{
  const char *p = text;
  guint year, month, day;

  if (!read_digits (&p, 4, 4, &year) || !skip_text (&p, first) || !read_digits (&p, 1, 2, &month) ||
      !skip_text (&p, second) || !read_digits (&p, 1, 2, &day) || !skip_text (&p, last) || *p != '\0')
    return JP_DATE_NONE;

  return new_as_read (year, month, day);
}

/**
 * jp_date_new:
 * @year: the year, 1 to 9999
 * @month: the month, 1 to 12
 * @day: the day of the month
 *
 * Returns: the day, or %JP_DATE_NONE if the calendar has no such day
 */
JpDate
jp_date_new (guint year, guint month, guint day)
{
  GDate date;

  if (year == 0 || year > LAST_YEAR || month == 0 || month > 12 || day == 0 || day > 31 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return JP_DATE_NONE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

/**
 * jp_date_parse:
 * @iso: (nullable): text of the form 2024-09-19
 *
 * Reads a date as our own files and options write it: four, two and two digits, nothing around them,
 * years 1900 to 2999.
 *
 * Returns: the day, or %JP_DATE_NONE
 */
JpDate
jp_date_parse (const char *iso)
{
  return iso != NULL && strlen (iso) == JP_DATE_ISO_LEN - 1 ? parse_marked (iso, "-", "-", "") : JP_DATE_NONE;
}

/**
 * jp_date_parse_loose:
 * @text: (nullable): text as people write dates into workbooks and entries
 *
 * Reads 2024-9-19, 2024/9/19, 2024.9.19 and 2024年9月19日, with or without leading zeros, in half-width
 * or full-width forms and with white space around. Years 1900 to 2999. Rule R-READ.
 *
 * Returns: the day, or %JP_DATE_NONE
 */
JpDate
jp_date_parse_loose (const char *text)
{
  static const char *const marks[][3] = { { "-", "-", "" }, { "/", "/", "" }, { ".", ".", "" }, { "年", "月", "日" } };
  g_autofree char *plain = NULL;
  JpDate date = JP_DATE_NONE;

  /* NULL comes back for text that is not UTF-8. */
  plain = text != NULL ? g_utf8_normalize (text, -1, G_NORMALIZE_NFKC) : NULL;
  if (plain == NULL)
    return JP_DATE_NONE;

  g_strstrip (plain);
  for (gsize i = 0; i < G_N_ELEMENTS (marks) && date == JP_DATE_NONE; i++)
    date = parse_marked (plain, marks[i][0], marks[i][1], marks[i][2]);

  return date;
}

/**
 * jp_date_split:
 * @date: a day
 * @year: (out) (optional): its year
 * @month: (out) (optional): its month, 1 to 12
 * @day: (out) (optional): its day of the month
 *
 * Takes a day apart. %JP_DATE_NONE gives zeros.
 */
void
jp_date_split (JpDate date, guint *year, guint *month, guint *day)
{
  guint parts[3] = { 0, 0, 0 };

  if (date != JP_DATE_NONE)
    {
      GDate split = to_gdate (date);

      parts[0] = g_date_get_year (&split);
      parts[1] = (guint) g_date_get_month (&split);
      parts[2] = g_date_get_day (&split);
    }

  if (year != NULL)
    *year = parts[0];
  if (month != NULL)
    *month = parts[1];
  if (day != NULL)
    *day = parts[2];
}

/**
 * jp_date_year:
 * @date: a day
 *
 * Returns: the year of @date, 0 for %JP_DATE_NONE
 */
guint
jp_date_year (JpDate date)
{
  guint year;

  jp_date_split (date, &year, NULL, NULL);
  return year;
}

/**
 * jp_date_weekday:
 * @date: a day
 *
 * Returns: the day of the week, %G_DATE_BAD_WEEKDAY for %JP_DATE_NONE
 */
GDateWeekday
jp_date_weekday (JpDate date)
{
  /* Day 1, 1 January of year 1, was a Monday. */
  return date != JP_DATE_NONE ? (GDateWeekday) ((date - 1) % 7 + 1) : G_DATE_BAD_WEEKDAY;
}

/**
 * jp_date_add_years:
 * @date: a day
 * @years: how many years later, negative for earlier
 *
 * Finds the same month and day of another year. 29 February, where it is missing, reads as 1 March, so
 * that a term of whole years never loses a day. Rule R-TERM, 第八条.
 *
 * Returns: the day, or %JP_DATE_NONE for none or outside the years 1 to 9999
 */
JpDate
jp_date_add_years (JpDate date, int years)
{
  guint year, month, day;
  gint64 target;

  if (date == JP_DATE_NONE)
    return JP_DATE_NONE;

  jp_date_split (date, &year, &month, &day);
  target = (gint64) year + years;
  if (target < 1 || target > LAST_YEAR)
    return JP_DATE_NONE;

  if (month == G_DATE_FEBRUARY && day == 29 && !g_date_is_leap_year ((GDateYear) target))
    return jp_date_new ((guint) target, G_DATE_MARCH, 1);

  return jp_date_new ((guint) target, month, day);
}

/**
 * jp_date_add_months:
 * @date: a day
 * @months: how many months later, negative for earlier
 *
 * Finds the same day of another month, or that month's last day where it is shorter. Rule R-TERM.
 *
 * Returns: the day, or %JP_DATE_NONE for none or outside the years 1 to 9999
 */
JpDate
jp_date_add_months (JpDate date, int months)
{
  guint year, month, day, last;
  gint64 target;

  if (date == JP_DATE_NONE)
    return JP_DATE_NONE;

  jp_date_split (date, &year, &month, &day);
  target = (gint64) year * 12 + (month - 1) + months;
  if (target < 12 || target > (gint64) LAST_YEAR * 12 + 11)
    return JP_DATE_NONE;

  year = (guint) (target / 12);
  month = (guint) (target % 12) + 1;
  last = g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
  return jp_date_new (year, month, MIN (day, last));
}

/**
 * jp_date_year_start:
 * @year: a year, 1 to 9999
 *
 * Returns: 1 January of @year
 */
JpDate
jp_date_year_start (guint year)
{
  return jp_date_new (year, 1, 1);
}

/**
 * jp_date_year_end:
 * @year: a year, 1 to 9999
 *
 * Returns: 31 December of @year
 */
JpDate
jp_date_year_end (guint year)
{
  return jp_date_new (year, 12, 31);
}

/**
 * jp_date_to_iso:
 * @date: a day
 * @buffer: (out caller-allocates): room for the text
 *
 * Writes 2024-09-19, or nothing for %JP_DATE_NONE.
 *
 * Returns: @buffer
 */
const char *
jp_date_to_iso (JpDate date, char buffer[JP_DATE_ISO_LEN])
{
  guint year, month, day;

  jp_date_split (date, &year, &month, &day);
  if (date == JP_DATE_NONE)
    buffer[0] = '\0';
  else
    g_snprintf (buffer, JP_DATE_ISO_LEN, "%04u-%02u-%02u", year, month, day);

  return buffer;
}

/**
 * jp_date_to_chinese:
 * @date: a day
 *
 * Writes a date as official papers do, without leading zeros: 2024年11月5日.
 *
 * Returns: (transfer full): the text, empty for %JP_DATE_NONE
 */
char *
jp_date_to_chinese (JpDate date)
{
  guint year, month, day;

  if (date == JP_DATE_NONE)
    return g_strdup ("");

  jp_date_split (date, &year, &month, &day);
  return g_strdup_printf ("%u年%u月%u日", year, month, day);
}
