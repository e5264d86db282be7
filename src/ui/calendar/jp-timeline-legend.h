/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the forms of a timeline mean. */
GtkWidget *jp_timeline_legend_new (void);

G_END_DECLS
