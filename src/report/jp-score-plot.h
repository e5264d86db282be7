/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-chart.h"
#include "jp-score.h"

G_BEGIN_DECLS

/**
 * JpScorePlot:
 *
 * The curve of an indicator with the point the year's figures have on it: a drawing for the wizard and for paper. The
 * sentence beside it says the same. Immutable.
 */
typedef struct _JpScorePlot JpScorePlot;

JpScorePlot *jp_score_plot_new   (const JpScore *score, guint indicator);
JpScorePlot *jp_score_plot_ref   (JpScorePlot *self);
void         jp_score_plot_unref (JpScorePlot *self);
void         jp_score_plot_draw  (const JpScorePlot *self, cairo_t *cr, PangoContext *context, double width,
                                  double height, const JpChartColour *text,
                                  const JpChartColour *ink);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpScorePlot, jp_score_plot_unref)

G_END_DECLS
