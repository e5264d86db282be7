/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-score-curve.h"

#include "jp-drawing.h"
#include "jp-ratio.h"

#include <math.h>

#define SIDE  10.0
#define WIDTH 220
#define LINES 7 /* of text, high */

/* Places on the drawing, where binary floating point is as good as a pixel; no score is computed from them. */
typedef struct
{
  double x, share;
  char  *name;
} Mark;

struct _JpScoreCurve
{
  GtkWidget parent_instance;

  /* Owned. */
  GArray *marks;
  char   *top;  /* the weight */
  char   *here; /* the measure in words; NULL: not computed */

  double      floor, x, share;
  JpCurveMode mode;
};

G_DEFINE_FINAL_TYPE (JpScoreCurve, jp_score_curve, GTK_TYPE_WIDGET)

typedef struct
{
  JpScoreCurve *self;
  cairo_t      *cr;
  GdkRGBA       color, accent;
  double        left, right, top, bottom;
  double        least, most; /* of x */
} Drawing;

static void
clear_mark (gpointer data)
{
  g_free (((Mark *) data)->name);
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

/* Text with its middle at @x, kept within the drawing; @free is where the one before ends. */
static void
draw_name (const Drawing *d, const char *text, double x, double y, double *free)
{
  g_autoptr (PangoLayout) layout = jp_drawing_small_text (GTK_WIDGET (d->self), text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  x = CLAMP (x - width / 2.0, 0, MAX (0, gtk_widget_get_width (GTK_WIDGET (d->self)) - width));
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

  jp_drawing_set_color (d->cr, &d->color, 0.35);
  cairo_set_line_width (d->cr, 1);
  cairo_move_to (d->cr, d->left, floor (d->bottom) + 0.5);
  cairo_line_to (d->cr, d->right, floor (d->bottom) + 0.5);
  cairo_stroke (d->cr);
  for (guint i = 0; i < d->self->marks->len; i++)
    {
      const Mark *mark = &g_array_index (d->self->marks, Mark, i);
      double y = floor (y_at (d, mark->share)) + 0.5;

      jp_drawing_set_color (d->cr, &d->color, 0.12);
      cairo_move_to (d->cr, d->left, y);
      cairo_line_to (d->cr, d->right, y);
      cairo_stroke (d->cr);
      jp_drawing_set_color (d->cr, &d->color, 0.75);
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
  jp_drawing_set_color (d->cr, &d->accent, 1);
  cairo_set_line_width (d->cr, 2);
  cairo_set_line_join (d->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (d->cr);
}

static void
draw_here (const Drawing *d, double line)
{
  double x = x_at (d, d->self->x), y = y_at (d, d->self->share);

  if (d->self->here == NULL)
    return;

  jp_drawing_set_color (d->cr, &d->accent, 0.8);
  cairo_set_line_width (d->cr, 1);
  cairo_move_to (d->cr, x, y);
  cairo_line_to (d->cr, x, d->bottom);
  cairo_stroke (d->cr);
  jp_drawing_set_color (d->cr, &d->accent, 1);
  cairo_arc (d->cr, x, y, 4.5, 0, 2 * G_PI);
  cairo_fill (d->cr);
  draw_name (d, d->self->here, x, y - line - 5, NULL);
}

static void
find_range (Drawing *d)
{
  GArray *marks = d->self->marks;
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

static void
jp_score_curve_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JpScoreCurve *self = JP_SCORE_CURVE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget), text_width, line;
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  g_autoptr (PangoLayout) top = jp_drawing_small_text (widget, self->top);
  Drawing d = { .self = self };

  if (self->marks->len == 0)
    return;

  pango_layout_get_pixel_size (top, &text_width, &line);
  d.left = text_width + SIDE / 2;
  d.right = width - SIDE / 2;
  d.top = line + 10;
  d.bottom = height - line - 4;
  find_range (&d);
  gtk_style_context_get_color (style, &d.color);
  if (!gtk_style_context_lookup_color (style, "accent_color", &d.accent))
    d.accent = d.color;
  d.cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  draw_axes (&d);
  jp_drawing_set_color (d.cr, &d.color, 0.75);
  cairo_move_to (d.cr, 0, d.top - line / 2.0);
  pango_cairo_show_layout (d.cr, top);
  draw_curve (&d);
  draw_here (&d, line);
  cairo_destroy (d.cr);
}

static void
jp_score_curve_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  g_autoptr (PangoLayout) layout = jp_drawing_small_text (widget, "0");
  int line;

  pango_layout_get_pixel_size (layout, NULL, &line);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : LINES * line;
}

static void
jp_score_curve_finalize (GObject *object)
{
  JpScoreCurve *self = JP_SCORE_CURVE (object);

  g_array_unref (self->marks);
  g_free (self->top);
  g_free (self->here);

  G_OBJECT_CLASS (jp_score_curve_parent_class)->finalize (object);
}

static void
jp_score_curve_class_init (JpScoreCurveClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jp_score_curve_finalize;
  widget_class->snapshot = jp_score_curve_snapshot;
  widget_class->measure = jp_score_curve_measure;
  /* The sentence stands beside it. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
jp_score_curve_init (JpScoreCurve *self)
{
  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_array_set_clear_func (self->marks, clear_mark);
  self->top = g_strdup ("");
}

GtkWidget *
jp_score_curve_new (void)
{
  return g_object_new (JP_TYPE_SCORE_CURVE, NULL);
}

static void
add_mark (JpScoreCurve *self, const JpIndicator *indicator, guint i)
{
  Mark mark = { jp_drawing_place (indicator->curve.points[i].x), jp_drawing_place (indicator->curve.points[i].share), NULL };

  mark.name = indicator->measure == JP_MEASURE_GROWTH ? jp_threshold_to_percent (indicator->curve.points[i].x)
                                                      : jp_threshold_to_plain (indicator->curve.points[i].x);
  g_array_append_val (self->marks, mark);
}

void
jp_score_curve_show (JpScoreCurve *self, const JpScore *score, guint indicator)
{
  const JpIndicatorScore *item = &score->items[indicator];
  const JpCurve *curve = &item->indicator->curve;

  g_array_set_size (self->marks, 0);
  g_free (self->top);
  self->top = jp_points_to_string (item->indicator->weight);
  self->mode = curve->mode;
  self->floor = curve->n_points > 0 ? jp_drawing_place (curve->floor) : 0;
  for (guint i = 0; i < curve->n_points; i++)
    add_mark (self, item->indicator, i);
  g_clear_pointer (&self->here, g_free);
  if (item->status == JP_SCORE_COMPUTED)
    {
      self->here = jp_score_measure_text (score, indicator);
      self->x = (double) item->numerator / (double) item->denominator;
      self->share = item->indicator->weight > 0 ? (double) item->points / item->indicator->weight : 0;
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
