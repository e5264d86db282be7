/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JP_TYPE_POINTS_LINE (jp_points_line_get_type ())
G_DECLARE_FINAL_TYPE (JpPointsLine, jp_points_line, JP, POINTS_LINE, GObject)

/* One cell in the preview of a block of points. Immutable. */
JpPointsLine *jp_points_line_new       (const char *cluster, const char *indicator, const char *before,
                                        const char *after, const char *remark, gboolean refused);
/* Takes @lines (of JpPointsLine). */
GtkWidget    *jp_points_lines_view_new (GListModel *lines);

G_END_DECLS
