/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-block.h"

#define CHART_SIZE 9.0
#define WHITE      6.0

typedef struct
{
  JpBlock  parent;
  JpChart *chart;
} ChartBlock;

static void
lay_out_chart (const JpBlock *block, JpLayout *layout)
{
  const ChartBlock *self = (const ChartBlock *) block;
  PangoContext *context = jp_fonts_chart_context (layout->fonts, CHART_SIZE * layout->scale);
  double least_width, least_height, height;
  JpStrip *strip;

  jp_chart_measure (self->chart, context, &least_width, &least_height, &height);
  strip = jp_layout_add (layout, height, WHITE);
  jp_marks_add_chart (strip->marks, 0, 0, layout->width, height, self->chart, CHART_SIZE * layout->scale);
  g_object_unref (context);
}

static void
free_chart_block (JpBlock *block)
{
  ChartBlock *self = (ChartBlock *) block;

  jp_chart_unref (self->chart);
  g_free (self);
}

/**
 * jp_chart_block_new:
 * @chart: a chart, not to be changed any more
 *
 * Returns: (transfer full): it on paper, as wide as the text and never cut
 */
JpBlock *
jp_chart_block_new (JpChart *chart)
{
  ChartBlock *self = g_new0 (ChartBlock, 1);

  self->parent = (JpBlock) { lay_out_chart, free_chart_block };
  self->chart = jp_chart_ref (chart);
  return &self->parent;
}
