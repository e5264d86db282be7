/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-chart.h"

G_BEGIN_DECLS

#define JP_TYPE_CHART_VIEW (jp_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (JpChartView, jp_chart_view, JP, CHART_VIEW, AdwBin)

/**
 * JpChartView:
 *
 * A card with a chart: its title and unit, the chart, the same numbers as a table for whoever reads rather than sees,
 * and a button that copies them. Its "activated" signal (string) says where a click on a mark leads.
 *
 * Properties: "title" (string), "subtitle" (string, nullable), "extra" (GtkWidget, nullable: beside the title).
 */
GtkWidget *jp_chart_view_new          (void);
/* @empty: said in place of a chart that has nothing to show. */
void       jp_chart_view_set_chart    (JpChartView *self, JpChart *chart, const char *empty);
void       jp_chart_view_set_title    (JpChartView *self, const char *title);
void       jp_chart_view_set_subtitle (JpChartView *self, const char *subtitle);
void       jp_chart_view_set_extra    (JpChartView *self, GtkWidget *extra);

G_END_DECLS
