/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-score-plot.h"

#include "jp-ratio.h"

#include <math.h>

#define SIDE 5.0

/* Places on the drawing, where binary floating point is as good as a pixel; no score is computed from them. */
typedef struct
{
  double x, share;
  char  *name;
} Mark;

struct _JpScorePlot
{
  gatomicrefcount ref_count;
  GArray         *marks; /* of Mark, at least one */
  char           *top;   /* the weight */
  char           *here;  /* the measure in words; NULL: not computed */
  double          floor, x, share;
  JpCurveMode     mode;
};

typedef struct
{
  const JpScorePlot *self;
  cairo_t           *cr;
  PangoContext      *context;
  const JpChartColour     *text, *ink;
  double             width, line;
  double             left, right, top, bottom;
  double             least, most; /* of x */
} Drawing;

static void
clear_mark (gpointer data)
{
  g_free (((Mark *) data)->name);
}

static double
to_double (JpDecimal decimal)
{
  return (double) decimal.coefficient / pow (10, decimal.scale);
}

static void
add_mark (JpScorePlot *self, const JpIndicator *indicator, guint i)
{
  Mark mark = { to_double (indicator->curve.points[i].x), to_double (indicator->curve.points[i].share), NULL };

  mark.name = indicator->measure == JP_MEASURE_GROWTH ? jp_threshold_to_percent (indicator->curve.points[i].x)
                                                      : jp_threshold_to_plain (indicator->curve.points[i].x);
  g_array_append_val (self->marks, mark);
}

/**
 * jp_score_plot_new:
 * @score: a year's computed points; nothing of it is kept
 * @indicator: which of its indicators
 *
 * Returns: (transfer full) (nullable): its curve; %NULL where a reviewer gives the points
 */
JpScorePlot *
jp_score_plot_new (const JpScore *score, guint indicator)
{
  const JpIndicatorScore *item = &score->items[indicator];
  const JpCurve *curve = &item->indicator->curve;
  JpScorePlot *self;

  if (curve->n_points == 0)
    return NULL;

  self = g_new0 (JpScorePlot, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_array_set_clear_func (self->marks, clear_mark);
  self->top = jp_points_to_string (item->indicator->weight);
  self->mode = curve->mode;
  self->floor = to_double (curve->floor);
  for (guint i = 0; i < curve->n_points; i++)
    add_mark (self, item->indicator, i);
  if (item->status == JP_SCORE_COMPUTED)
    {
      self->here = jp_score_measure_text (score, indicator);
      self->x = (double) item->numerator / (double) item->denominator;
      self->share = item->indicator->weight > 0 ? (double) item->points / item->indicator->weight : 0;
    }

  return self;
}

/**
 * jp_score_plot_ref:
 * @self: a drawing
 *
 * Returns: (transfer full): @self
 */
JpScorePlot *
jp_score_plot_ref (JpScorePlot *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * jp_score_plot_unref:
 * @self: (transfer full) (nullable): a drawing
 *
 * Lets go of a drawing.
 */
void
jp_score_plot_unref (JpScorePlot *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->marks);
  g_free (self->top);
  g_free (self->here);
  g_free (self);
}

static PangoLayout *
lay_out (PangoContext *context, const char *text, double *width, double *height)
{
  PangoLayout *layout = pango_layout_new (context);
  int units_wide, units_high;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_size (layout, &units_wide, &units_high);
  *width = pango_units_to_double (units_wide);
  *height = pango_units_to_double (units_high);

  return layout;
}

static double
x_at (const Drawing *d, double x)
{
  return d->left + (d->right - d->left) * (x - d->least) / (d->most - d->least);
}

static double
y_at (const Drawing *d, double share)
{
  return d->bottom - (d->bottom - d->top) * share;
}

static void
set_colour (const Drawing *d, const JpChartColour *colour, double alpha)
{
  cairo_set_source_rgba (d->cr, colour->red, colour->green, colour->blue, colour->alpha * alpha);
}

/* Text with its middle at @x, kept within the drawing; @free is where the one before ends. */
static void
draw_name (const Drawing *d, const char *text, double x, double y, double *free)
{
  double width, height;
  g_autoptr (PangoLayout) layout = lay_out (d->context, text, &width, &height);

  x = CLAMP (x - width / 2, 0, MAX (0, d->width - width));
  if (free != NULL && x < *free)
    return;
  if (free != NULL)
    *free = x + width + 4;
  cairo_move_to (d->cr, x, y);
  pango_cairo_show_layout (d->cr, layout);
}

static void
draw_axes (const Drawing *d)
{
  double free = 0;

  set_colour (d, d->text, 0.35);
  cairo_set_line_width (d->cr, 1);
  cairo_move_to (d->cr, d->left, floor (d->bottom) + 0.5);
  cairo_line_to (d->cr, d->right, floor (d->bottom) + 0.5);
  cairo_stroke (d->cr);
  for (guint i = 0; i < d->self->marks->len; i++)
    {
      const Mark *mark = &g_array_index (d->self->marks, Mark, i);
      double y = floor (y_at (d, mark->share)) + 0.5;

      set_colour (d, d->text, 0.12);
      cairo_move_to (d->cr, d->left, y);
      cairo_line_to (d->cr, d->right, y);
      cairo_stroke (d->cr);
      set_colour (d, d->text, 0.75);
      draw_name (d, mark->name, x_at (d, mark->x), d->bottom + 2, &free);
    }
}

static void
draw_curve (const Drawing *d)
{
  double share = d->self->mode == JP_CURVE_STEPS ? d->self->floor : g_array_index (d->self->marks, Mark, 0).share;

  cairo_move_to (d->cr, d->left, y_at (d, share));
  for (guint i = 0; i < d->self->marks->len; i++)
    {
      const Mark *mark = &g_array_index (d->self->marks, Mark, i);

      if (d->self->mode == JP_CURVE_STEPS)
        cairo_line_to (d->cr, x_at (d, mark->x), y_at (d, share));
      share = mark->share;
      cairo_line_to (d->cr, x_at (d, mark->x), y_at (d, share));
    }
  cairo_line_to (d->cr, d->right, y_at (d, share));
  set_colour (d, d->ink, 1);
  cairo_set_line_width (d->cr, d->line / 6);
  cairo_set_line_join (d->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (d->cr);
}

static void
draw_here (const Drawing *d)
{
  double x = x_at (d, d->self->x), y = y_at (d, d->self->share);

  if (d->self->here == NULL)
    return;

  set_colour (d, d->ink, 0.8);
  cairo_set_line_width (d->cr, 1);
  cairo_move_to (d->cr, x, y);
  cairo_line_to (d->cr, x, d->bottom);
  cairo_stroke (d->cr);
  set_colour (d, d->ink, 1);
  cairo_arc (d->cr, x, y, d->line / 3, 0, 2 * G_PI);
  cairo_fill (d->cr);
  draw_name (d, d->self->here, x, y - 1.4 * d->line, NULL);
}

static void
find_range (Drawing *d)
{
  const GArray *marks = d->self->marks;
  double first = g_array_index (marks, Mark, 0).x, last = g_array_index (marks, Mark, marks->len - 1).x;
  double room = last > first ? (last - first) * 0.15 : 1;

  d->least = first - room;
  d->most = last + room;
  if (d->self->here != NULL)
    {
      d->least = MIN (d->least, d->self->x - room);
      d->most = MAX (d->most, d->self->x + room);
    }
}

/**
 * jp_score_plot_draw:
 * @self: a drawing
 * @cr: where to; its top left corner is the origin
 * @context: the small type
 * @width: of the drawing
 * @height: of the drawing
 * @text: the colour of words and axes
 * @ink: of the curve
 *
 * Draws the curve from the weight down to no points, the thresholds below it and the year's measure above its point.
 */
void
jp_score_plot_draw (const JpScorePlot *self, cairo_t *cr, PangoContext *context, double width, double height,
                    const JpChartColour *text, const JpChartColour *ink)
{
  Drawing d = { self, cr, context, text, ink, width };
  double text_width;
  g_autoptr (PangoLayout) top = lay_out (context, self->top, &text_width, &d.line);

  d.left = text_width + SIDE;
  d.right = width - SIDE;
  d.top = 1.7 * d.line;
  d.bottom = height - d.line - 4;
  find_range (&d);
  draw_axes (&d);
  set_colour (&d, text, 0.75);
  cairo_move_to (cr, 0, d.top - d.line / 2);
  pango_cairo_show_layout (cr, top);
  draw_curve (&d);
  draw_here (&d);
}
