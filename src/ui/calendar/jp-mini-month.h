/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "jp-calendar-data.h"
#include "jp-context.h"

G_BEGIN_DECLS

#define JP_TYPE_MINI_MONTH (jp_mini_month_get_type ())
G_DECLARE_FINAL_TYPE (JpMiniMonth, jp_mini_month, JP, MINI_MONTH, GtkButton)

/**
 * JpMiniMonth:
 *
 * One month of the year's overview: its days, those with something to do under a ground, and how much it is. A click
 * opens the month.
 */
GtkWidget *jp_mini_month_new  (void);
void       jp_mini_month_show (JpMiniMonth *self, guint year, guint month, const JpContext *context,
                               const JpCalendarDays *days);

G_END_DECLS
