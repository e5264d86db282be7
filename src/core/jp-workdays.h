/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "jp-date.h"

G_BEGIN_DECLS

#define JP_HOLIDAYS_ERROR (jp_holidays_error_quark ())

typedef enum
{
  JP_HOLIDAYS_ERROR_INVALID,
} JpHolidaysError;

GQuark jp_holidays_error_quark (void);

/**
 * JpHolidays:
 *
 * The State Council's arrangement of rest days (休) and make-up working days (班), by year. Immutable
 * and reference-counted. A year it does not cover counts Monday to Friday only, and every result that
 * touched such a year says it is provisional (暂估). Rule R-WORKDAY, 第十五条.
 */
typedef struct _JpHolidays JpHolidays;

typedef enum
{
  JP_DAY_WORKDAY,  /* an ordinary working day */
  JP_DAY_WEEKEND,  /* an ordinary Saturday or Sunday */
  JP_DAY_HOLIDAY,  /* 休: named by the arrangement as a rest day */
  JP_DAY_MAKE_UP,  /* 班: a weekend day worked in exchange */
} JpDayKind;

/* 休 or 班, as calendars print it; NULL: a day like others. */
const char *jp_day_kind_mark          (JpDayKind kind);

JpHolidays *jp_holidays_new_from_json (const char *json, gssize length, GError **error);
JpHolidays *jp_holidays_merge         (const JpHolidays *base, const JpHolidays *added);
JpHolidays *jp_holidays_ref           (JpHolidays *self);
void        jp_holidays_unref         (JpHolidays *self);
gboolean    jp_holidays_covers        (const JpHolidays *self, guint year);
guint       jp_holidays_first_year    (const JpHolidays *self);
guint       jp_holidays_horizon       (const JpHolidays *self);
JpDayKind   jp_holidays_kind          (const JpHolidays *self, JpDate day, gboolean *provisional);
gboolean    jp_holidays_is_workday    (const JpHolidays *self, JpDate day, gboolean *provisional);
JpDate jp_holidays_nth_workday (const JpHolidays *self, JpDate from, guint n, gboolean count_first,
                                gboolean *provisional);
JpDate      jp_holidays_workday_on_or_before (const JpHolidays *self, JpDate day, gboolean *provisional);
JpDate      jp_holidays_workday_on_or_after  (const JpHolidays *self, JpDate day, gboolean *provisional);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpHolidays, jp_holidays_unref)

G_END_DECLS
