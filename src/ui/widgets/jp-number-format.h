/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers as the user prefers to see them on the screen; papers and exports keep their own form. */
char *jp_shown_units          (gint64 value, guint decimals); /* @value × 10^−@decimals */
void  jp_shown_group_digits   (gboolean group);               /* what jp_shown_units() does from now on */

G_END_DECLS
