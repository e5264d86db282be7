/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define JP_TYPE_HELP_WINDOW (jp_help_window_get_type ())
G_DECLARE_FINAL_TYPE (JpHelpWindow, jp_help_window, JP, HELP_WINDOW, AdwWindow)

/* The user guide, docs/guide.md, which ships with the program: a list of its parts, and the part. @part: id of a page
 * or of another part; NULL: the first. */
JpHelpWindow *jp_help_window_new  (GtkWindow *parent);
void          jp_help_window_open (JpHelpWindow *self, const char *part);

G_END_DECLS
