/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-session.h"

G_BEGIN_DECLS

#define JP_TYPE_REMINDER (jp_reminder_get_type ())
G_DECLARE_FINAL_TYPE (JpReminder, jp_reminder, JP, REMINDER, GObject)

/**
 * JpReminder:
 *
 * One desktop notification a day about what is due in the open data file, where preferences want it; a click opens the
 * list. It runs only while the window is open, and never speaks of sample data.
 */
JpReminder *jp_reminder_new (GApplication *application, JpSession *session);
void        jp_reminder_end (JpReminder *self);
/* Looks now; whether a notification was sent. */
gboolean    jp_reminder_look (JpReminder *self);

G_END_DECLS
