/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-store-backup.h"

#define DAILY_DAYS    14
#define WEEKLY_DAYS   (8 * 7)
#define MONTHLY_MONTHS 24

/* Weeks begin on Monday, as JpDate 1 was one. */
static guint
week_of (JpDate day)
{
  return (day - 1) / 7;
}

static int
month_of (JpDate date)
{
  guint year, month, day;

  jp_date_split (date, &year, &month, &day);

  return (int) (year * 12 + month);
}

/* @newer is the next newer backup's day: one is the newest of its period where the next lies in another. */
static gboolean
stays (JpDate day, JpDate newer, JpDate today)
{
  guint age;

  if (newer == JP_DATE_NONE || day >= today)
    return TRUE;

  age = today - day;
  if (age < DAILY_DAYS && newer != day)
    return TRUE;
  if (age < WEEKLY_DAYS && week_of (newer) != week_of (day))
    return TRUE;

  return month_of (today) - month_of (day) < MONTHLY_MONTHS && month_of (newer) != month_of (day);
}

/**
 * jp_backup_thin:
 * @days: (element-type JpDate): the days of the backups, ascending
 * @today: the day that counts as today
 *
 * Decides which backups stay: all of today (and of days that a wrong clock puts in the future), the newest of each of
 * the last 14 days, 8 weeks and 24 months, and always the newest of all. What stayed yesterday and is still young
 * enough stays today: thinning every day comes to the same as thinning once.
 *
 * Returns: (transfer full) (element-type gboolean): for each, whether it stays
 */
GArray *
jp_backup_thin (GArray *days, JpDate today)
{
  GArray *staying = g_array_sized_new (FALSE, FALSE, sizeof (gboolean), days->len);

  for (guint i = 0; i < days->len; i++)
    {
      JpDate newer = i + 1 < days->len ? g_array_index (days, JpDate, i + 1) : JP_DATE_NONE;
      gboolean stay = stays (g_array_index (days, JpDate, i), newer, today);

      g_array_append_val (staying, stay);
    }

  return staying;
}
