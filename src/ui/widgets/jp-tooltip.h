/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* GTK makes a tooltip as many average characters wide as its text has characters, and Pango counts a Chinese character
 * as two: a Chinese tooltip breaks in the middle. Characters without any width make up the count. */

/* From now on, for all widgets with a tooltip of their own. */
void  jp_tooltip_init (void);
/* For who answers "query-tooltip". */
void  jp_tooltip_show (GtkTooltip *tooltip, const char *text);
/* (transfer full): the text that is as long as it is wide. */
char *jp_tooltip_text (const char *text);

G_END_DECLS
