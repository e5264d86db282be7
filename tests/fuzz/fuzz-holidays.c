/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-fuzz.h"

#include "jp-workdays.h"

/* Any bytes are either refused with an error, or an arrangement by which days can be counted. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpHolidays) holidays = NULL, doubled = NULL;
  JpDate day, last;
  gboolean provisional;

  holidays = jp_holidays_new_from_json (size > 0 ? (const char *) data : "", (gssize) size, &error);
  g_assert_cmpint (holidays == NULL, ==, error != NULL);
  if (holidays == NULL)
    return 0;

  doubled = jp_holidays_merge (holidays, holidays);
  day = jp_date_new (MAX (jp_holidays_horizon (doubled), 2000), 12, 20);
  last = jp_holidays_nth_workday (doubled, day, 5, TRUE, &provisional);
  g_assert_cmpuint (last, ==, jp_holidays_nth_workday (holidays, day, 5, TRUE, NULL));
  g_assert_cmpuint (last, >=, day + 4);
  g_assert_true (jp_holidays_is_workday (doubled, last, NULL));

  return 0;
}
