/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-page.h"

G_BEGIN_DECLS

#define JP_TYPE_CALENDAR_PAGE (jp_calendar_page_get_type ())
G_DECLARE_FINAL_TYPE (JpCalendarPage, jp_calendar_page, JP, CALENDAR_PAGE, JpPage)

/* 有效期与日历: the obligations as a timeline, by month and year, and as a list. */
JpPage *jp_calendar_page_new (void);

G_END_DECLS
