/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where $JIPING_WATCHDOG gives a number of milliseconds: says on standard error whenever the main loop was busy for
 * longer without looking at what the user does (PROMISES 13). Called once, at startup. */
void jp_watchdog_init (void);

G_END_DECLS
