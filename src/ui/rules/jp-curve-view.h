/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-pack.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JP_TYPE_CURVE_VIEW (jp_curve_view_get_type ())
G_DECLARE_FINAL_TYPE (JpCurveView, jp_curve_view, JP, CURVE_VIEW, GtkWidget)

/* The curve of an indicator: what it measures across, the points it gives upwards. A screen reader is told the same
 * in words; the numbers stand beside it. */
GtkWidget *jp_curve_view_new  (void);
/* @unit: of the measure, "" for none; ratios are shown as per cent. @curve may be NULL: nothing to draw. */
void       jp_curve_view_show (JpCurveView *self, const JpCurve *curve, int weight, gboolean ratio, const char *unit);

G_END_DECLS
