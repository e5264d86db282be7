/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-chart-private.h"

typedef struct
{
  const JpChartLayout *layout;
  const JpChartTheme  *theme;
  cairo_t             *cr;
} Drawing;

static void
set_colour (cairo_t *cr, JpChartColour colour, double share)
{
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha * share);
}

static void
rounded (cairo_t *cr, const JpChartBox *box, double radius)
{
  double r = MIN (radius, MIN (box->width, box->height) / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, box->x + box->width - r, box->y + r, r, -G_PI_2, 0);
  cairo_arc (cr, box->x + box->width - r, box->y + box->height - r, r, 0, G_PI_2);
  cairo_arc (cr, box->x + r, box->y + box->height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, box->x + r, box->y + r, r, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

/* Stripes at 45°, clipped to the bar; anchored to the page, so that those of neighbours run on. */
static void
hatch (const Drawing *self, const JpChartBox *box, JpChartColour ink)
{
  double step = self->layout->line * 0.36;
  double first = step * (int) ((box->x + box->y) / step - 1), last = box->x + box->y + box->width + box->height;

  cairo_save (self->cr);
  cairo_clip_preserve (self->cr);
  set_colour (self->cr, ink, 0.25);
  cairo_fill (self->cr);
  set_colour (self->cr, ink, 1);
  cairo_set_line_width (self->cr, step * 0.42);
  for (double at = first; at <= last; at += step)
    {
      cairo_move_to (self->cr, at - box->y, box->y);
      cairo_line_to (self->cr, at - box->y - box->height, box->y + box->height);
    }
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
}

static void
outline (const Drawing *self, const JpChartBox *box, JpChartColour ink)
{
  double dash = self->layout->line * 0.2, width = MAX (self->theme->border, self->layout->line * 0.07);
  JpChartBox inner = { box->x + width / 2, box->y + width / 2, MAX (box->width - width, 0),
                       MAX (box->height - width, 0) };

  cairo_new_path (self->cr);
  rounded (self->cr, &inner, self->layout->line * 0.18);
  set_colour (self->cr, ink, 1);
  cairo_set_line_width (self->cr, width);
  cairo_set_dash (self->cr, (double[]) { dash, dash * 0.7 }, 2, 0);
  cairo_stroke (self->cr);
  cairo_set_dash (self->cr, NULL, 0, 0);
}

static void
draw_bar (const Drawing *self, const JpChartBox *box, JpChartFill fill, JpChartColour ink, gboolean pale)
{
  rounded (self->cr, box, self->layout->line * 0.18);
  switch (fill)
    {
    case JP_FILL_SOLID:
      set_colour (self->cr, ink, pale ? self->theme->pale : 1);
      cairo_fill (self->cr);
      break;
    case JP_FILL_HATCHED:
      hatch (self, box, ink);
      break;
    case JP_FILL_OUTLINE:
      outline (self, box, ink);
      return;
    default:
      g_return_if_reached ();
    }

  cairo_new_path (self->cr);
  if (self->theme->border > 0)
    {
      double half = self->theme->border / 2;
      JpChartBox inner = { box->x + half, box->y + half, MAX (box->width - 2 * half, 0),
                           MAX (box->height - 2 * half, 0) };

      rounded (self->cr, &inner, self->layout->line * 0.18);
      set_colour (self->cr, ink, 1);
      cairo_set_line_width (self->cr, self->theme->border);
      cairo_stroke (self->cr);
    }
}

static JpChartColour
ink_of (const Drawing *self, const JpChartMark *mark)
{
  const JpChart *chart = self->layout->chart;
  gboolean danger = jp_chart_get_category (chart, mark->category)->tone == JP_TONE_DANGER;

  return self->theme->inks[danger ? JP_INK_DANGER : jp_chart_get_series (chart, mark->series)->ink];
}

static void
draw_bars (const Drawing *self)
{
  for (guint i = 0; i < self->layout->marks->len; i++)
    {
      const JpChartMark *mark = &g_array_index (self->layout->marks, JpChartMark, i);
      const JpChartSeries *series = jp_chart_get_series (self->layout->chart, mark->series);
      gboolean pale = jp_chart_get_category (self->layout->chart, mark->category)->tone == JP_TONE_PALE;

      if (series->kind != JP_SERIES_BARS)
        continue;
      if (self->layout->chart->arrangement == JP_CHART_OVERLAID && series->fill != JP_FILL_OUTLINE)
        {
          rounded (self->cr, &mark->box, self->layout->line * 0.18);
          set_colour (self->cr, self->theme->ground, 1);
          cairo_fill (self->cr);
        }
      draw_bar (self, &mark->box, series->fill, ink_of (self, mark), pale);
    }
}

static void
draw_line_of (const Drawing *self, guint series)
{
  JpChartColour ink = self->theme->inks[jp_chart_get_series (self->layout->chart, series)->ink];
  gboolean begun = FALSE;
  guint last = 0;

  cairo_set_line_width (self->cr, self->layout->line * 0.1);
  set_colour (self->cr, ink, 1);
  for (guint i = 0; i < self->layout->marks->len; i++)
    {
      const JpChartMark *mark = &g_array_index (self->layout->marks, JpChartMark, i);
      double x = mark->box.x + mark->box.width / 2, y = mark->box.y + mark->box.height / 2;

      if (mark->series != series)
        continue;
      /* A year that is not known is a gap, not a straight line across it. */
      if (begun && mark->category == last + 1)
        cairo_line_to (self->cr, x, y);
      else
        cairo_move_to (self->cr, x, y);
      begun = TRUE;
      last = mark->category;
    }
  cairo_stroke (self->cr);
}

static void
draw_points (const Drawing *self)
{
  for (guint i = 0; i < self->layout->marks->len; i++)
    {
      const JpChartMark *mark = &g_array_index (self->layout->marks, JpChartMark, i);
      double radius = mark->box.width / 2;

      if (jp_chart_get_series (self->layout->chart, mark->series)->kind != JP_SERIES_LINE)
        continue;
      cairo_arc (self->cr, mark->box.x + radius, mark->box.y + radius, radius * 0.85, 0, 2 * G_PI);
      set_colour (self->cr, self->theme->ground, 1);
      cairo_fill_preserve (self->cr);
      set_colour (self->cr, ink_of (self, mark), 1);
      cairo_set_line_width (self->cr, radius * 0.5);
      cairo_stroke (self->cr);
    }
}

static void
draw_legend (const Drawing *self)
{
  for (guint i = 0; i < self->layout->swatches->len; i++)
    {
      const JpChartSwatch *swatch = &g_array_index (self->layout->swatches, JpChartSwatch, i);
      const JpChartSeries *series = jp_chart_get_series (self->layout->chart, swatch->series);
      JpChartColour ink = self->theme->inks[series->ink];
      double y = swatch->box.y + swatch->box.height / 2;

      if (series->kind == JP_SERIES_BARS)
        {
          draw_bar (self, &swatch->box, series->fill, ink, FALSE);
          continue;
        }
      set_colour (self->cr, ink, 1);
      cairo_set_line_width (self->cr, self->layout->line * 0.1);
      cairo_move_to (self->cr, swatch->box.x, y);
      cairo_line_to (self->cr, swatch->box.x + swatch->box.width, y);
      cairo_stroke (self->cr);
    }
}

static void
draw_texts (const Drawing *self)
{
  for (guint i = 0; i < self->layout->texts->len; i++)
    {
      const JpChartText *text = &g_array_index (self->layout->texts, JpChartText, i);
      JpChartColour colour = self->theme->text;

      if (text->colour == JP_TEXT_DIM)
        colour = self->theme->dim;
      else if (text->colour == JP_TEXT_INK)
        colour = self->theme->inks[text->ink];
      set_colour (self->cr, colour, 1);
      cairo_move_to (self->cr, text->box.x, text->box.y);
      pango_cairo_show_layout (self->cr, text->layout);
      cairo_new_path (self->cr);
    }
}

static void
draw_lit (const Drawing *self, const JpChartMark *mark)
{
  double width = MAX (2, self->layout->line * 0.11), gap = width;
  JpChartBox ring = { mark->box.x - gap, mark->box.y - gap, mark->box.width + 2 * gap, mark->box.height + 2 * gap };

  ring.x = MAX (ring.x, width / 2);
  ring.y = MAX (ring.y, width / 2);
  ring.width = MIN (ring.width, self->layout->width - ring.x - width / 2);
  ring.height = MIN (ring.height, self->layout->height - ring.y - width / 2);
  rounded (self->cr, &ring, self->layout->line * 0.3);
  set_colour (self->cr, self->theme->focus, 1);
  cairo_set_line_width (self->cr, width);
  cairo_stroke (self->cr);
}

/**
 * jp_chart_layout_draw:
 * @self: a layout
 * @cr: where to draw; the space begins at its origin
 * @theme: colours
 * @lit: the mark that is pointed at or has the focus; −1: none
 *
 * Draws a chart on screen or paper.
 */
void
jp_chart_layout_draw (const JpChartLayout *self, cairo_t *cr, const JpChartTheme *theme, int lit)
{
  Drawing drawing = { self, theme, cr };

  g_return_if_fail (self != NULL && cr != NULL && theme != NULL);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_clip (cr);
  for (guint i = 0; i < self->tracks->len; i++)
    {
      rounded (cr, &g_array_index (self->tracks, JpChartBox, i), self->line * 0.18);
      set_colour (cr, theme->track, 1);
      cairo_fill (cr);
    }
  draw_bars (&drawing);
  if (self->axis >= 0)
    {
      set_colour (cr, theme->axis, 1);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, 0, (int) self->axis + 0.5);
      cairo_line_to (cr, self->width, (int) self->axis + 0.5);
      cairo_stroke (cr);
    }
  for (guint i = 0; i < self->chart->series->len; i++)
    if (jp_chart_get_series (self->chart, i)->kind == JP_SERIES_LINE)
      draw_line_of (&drawing, i);
  draw_points (&drawing);
  draw_legend (&drawing);
  draw_texts (&drawing);
  if (lit >= 0 && (guint) lit < self->marks->len)
    draw_lit (&drawing, &g_array_index (self->marks, JpChartMark, lit));
  cairo_restore (cr);
}
