/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "jp-chart.h"

G_BEGIN_DECLS

#define JP_TYPE_CHART_CANVAS (jp_chart_canvas_get_type ())
G_DECLARE_FINAL_TYPE (JpChartCanvas, jp_chart_canvas, JP, CHART_CANVAS, GtkWidget)

/**
 * JpChartCanvas:
 *
 * A chart drawn in the window's style. The pointer, or the arrow keys, light one mark, which then says its figures;
 * a click or Enter on it emits "activated" (string: the mark's place). For a screen reader it is an image whose
 * description says all it shows.
 */
GtkWidget *jp_chart_canvas_new       (void);
void       jp_chart_canvas_set_chart (JpChartCanvas *self, JpChart *chart);

G_END_DECLS
