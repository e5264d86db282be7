/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JP_TYPE_SPARKLINE (jp_sparkline_get_type ())
G_DECLARE_FINAL_TYPE (JpSparkline, jp_sparkline, JP, SPARKLINE, GtkWidget)

/* A few years of one figure as a line without axes, beside the numbers it is drawn from. Values below 0 are gaps. */
GtkWidget *jp_sparkline_new        (void);
void       jp_sparkline_set_values (JpSparkline *self, const gint64 *values, guint n_values);

G_END_DECLS
