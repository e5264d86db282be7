/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-block.h"
#include "jp-score-plot.h"

#define NAME_SIZE  10.0
#define NAME_PITCH 16.0
#define PLOT_SIZE  8.0
#define PLOT_HIGH  82.0
#define WHITE      6.0
#define GAP        18.0 /* between two that stand side by side */
#define ACROSS     2

typedef struct
{
  JpBlock    parent;
  GPtrArray *names; /* of char */
  GPtrArray *plots; /* of JpScorePlot */
} PlotBlock;

static void
add_plot (const PlotBlock *self, JpLayout *layout, JpStrip *strip, guint index, double x, double width)
{
  JpSpan name = { g_ptr_array_index (self->names, index), { JP_FONT_FANGSONG, NAME_SIZE * layout->scale } };
  g_autoptr (JpLines) lines = jp_lines_new (layout->fonts, &name, 1, (JpLineOptions) { 0 });
  double pitch = NAME_PITCH * layout->scale;

  jp_marks_add_text (strip->marks, x, jp_baseline (name.style.size, pitch), lines, 0);
  jp_marks_add_plot (strip->marks, x, pitch, x + width, strip->height, g_ptr_array_index (self->plots, index),
                     PLOT_SIZE * layout->scale);
}

static void
lay_out_plots (const JpBlock *block, JpLayout *layout)
{
  const PlotBlock *self = (const PlotBlock *) block;
  double width = (layout->width - GAP * (ACROSS - 1)) / ACROSS;
  double height = (NAME_PITCH + PLOT_HIGH) * layout->scale;

  for (guint first = 0; first < self->plots->len; first += ACROSS)
    {
      JpStrip *strip = jp_layout_add (layout, height, WHITE * layout->scale);

      for (guint i = first; i < MIN (first + ACROSS, self->plots->len); i++)
        add_plot (self, layout, strip, i, (i - first) * (width + GAP), width);
    }
}

static void
free_plot_block (JpBlock *block)
{
  PlotBlock *self = (PlotBlock *) block;

  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->plots);
  g_free (self);
}

/**
 * jp_score_plot_block_new:
 * @score: a year's computed points; nothing of it is kept
 *
 * Returns: (transfer full) (nullable): the curves of all indicators that have one, two side by side, each with its
 *   name; %NULL where none has
 */
JpBlock *
jp_score_plot_block_new (const JpScore *score)
{
  PlotBlock *self = g_new0 (PlotBlock, 1);

  self->parent = (JpBlock) { lay_out_plots, free_plot_block };
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->plots = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_score_plot_unref);
  for (guint i = 0; i < score->pack->n_indicators; i++)
    {
      JpScorePlot *plot = jp_score_plot_new (score, i);

      if (plot == NULL)
        continue;
      g_ptr_array_add (self->plots, plot);
      g_ptr_array_add (self->names, g_strdup (score->pack->indicators[i].name));
    }
  if (self->plots->len > 0)
    return &self->parent;

  jp_block_free (&self->parent);
  return NULL;
}
