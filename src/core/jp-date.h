/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JpDate:
 *
 * A calendar day, as the day number GDate calls the Julian day (1 is 1 January of year 1). Days are
 * compared and counted as the integers they are; %JP_DATE_NONE says that no day is known.
 * A day is a day, never a moment: no time zone touches it.
 */
typedef guint32 JpDate;

#define JP_DATE_NONE ((JpDate) 0)
#define JP_DATE_ISO_LEN 11 /* "2024-09-19" and its NUL */

JpDate      jp_date_new          (guint year, guint month, guint day);
JpDate      jp_date_parse        (const char *iso);
JpDate      jp_date_parse_loose  (const char *text);
void        jp_date_split        (JpDate date, guint *year, guint *month, guint *day);
guint       jp_date_year         (JpDate date);
GDateWeekday jp_date_weekday     (JpDate date);
JpDate      jp_date_add_years    (JpDate date, int years);
JpDate      jp_date_add_months   (JpDate date, int months);
JpDate      jp_date_year_start   (guint year);
JpDate      jp_date_year_end     (guint year);
const char *jp_date_to_iso       (JpDate date, char buffer[JP_DATE_ISO_LEN]);
char       *jp_date_to_chinese   (JpDate date);

G_END_DECLS
