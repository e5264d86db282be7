/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-session.h"

G_BEGIN_DECLS

#define JP_TYPE_PREFERENCES_WINDOW (jp_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (JpPreferencesWindow, jp_preferences_window, JP, PREFERENCES_WINDOW, AdwPreferencesWindow)

/* Office and people go to the data file; what concerns this workplace goes to the settings. @session: NULL: no file. */
JpPreferencesWindow *jp_preferences_window_new (GtkWindow *parent, JpSession *session);

G_END_DECLS
