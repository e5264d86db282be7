/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-workdays.h"

G_BEGIN_DECLS

/* An arrangement of one year as people type it from the notice: "1月1日至3日、2月15日至23日". R-WORKDAY. */

GArray *jp_holiday_days_parse (guint year, const char *text, GError **error); /* of JpDate, as they stand */
/* The document of one year, as the shipped ones are written; days of JpDate. */
char   *jp_holiday_year_json  (guint year, const GArray *rest, const GArray *work);
/* The days of @kind that a covered year has, runs drawn together, as they can be typed again; empty: none. */
char   *jp_holiday_days_text  (const JpHolidays *holidays, guint year, JpDayKind kind);

G_END_DECLS
