/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _JpKeys JpKeys;

/* The keyboard of the display, and what its screen shows. */
JpKeys   *jp_keys_new     (void);
/* Whether a window manager, and a compositor, look after the display. */
gboolean  jp_keys_managed (JpKeys *self);
/* Title of the window that keys go to; NULL: none. */
char     *jp_keys_active_window (JpKeys *self);
/* One key with its modifiers: "Return", "ctrl+shift+z". */
void      jp_keys_press   (JpKeys *self, const char *key);
/* Any text, as if the keyboard had a key for each character. */
void      jp_keys_type    (JpKeys *self, const char *text);
void      jp_keys_shoot   (JpKeys *self, const char *png);

G_END_DECLS
