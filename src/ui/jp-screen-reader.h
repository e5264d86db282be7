/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What GTK 4.8 tells screen readers amiss, put right for every widget of the program. Called once, at startup. */
void jp_screen_reader_init (void);

G_END_DECLS
