/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-curve-view.h"

#include "jp-drawing.h"
#include "jp-ratio.h"
#include "jp-score.h"

#include <glib/gi18n-lib.h>

#define MARGIN    8.0
#define DOT       3.5
#define OUTSIDE   0.12 /* of the width, left and right of the points: there the curve is flat */
#define GRID      4
#define MIN_WIDTH 200

/* A point of the curve on the scale of the drawing, where binary floating point is as good as a pixel. */
typedef struct
{
  double x;     /* 0…1 between the first and the last threshold */
  double share; /* 0…1 of the weight */
  char  *name;  /* of the threshold, as it stands below the axis */
} Mark;

struct _JpCurveView
{
  GtkWidget parent_instance;

  /* Owned. */
  GArray *marks; /* of Mark */
  char   *top;   /* the weight, beside the upper end */

  double      floor;
  JpCurveMode mode;
};

G_DEFINE_FINAL_TYPE (JpCurveView, jp_curve_view, GTK_TYPE_WIDGET)

typedef struct
{
  JpCurveView *self;
  cairo_t     *cr;
  GdkRGBA      color;
  GdkRGBA      accent;
  double       left, right, top, bottom; /* of the field */
} Drawing;

static void
clear_mark (gpointer data)
{
  g_free (((Mark *) data)->name);
}

static void
text_size (GtkWidget *widget, const char *text, int *width, int *height)
{
  g_autoptr (PangoLayout) layout = jp_drawing_small_text (widget, text);

  pango_layout_get_pixel_size (layout, width, height);
}

static void
draw_text (const Drawing *drawing, const char *text, double x, double y)
{
  g_autoptr (PangoLayout) layout = jp_drawing_small_text (GTK_WIDGET (drawing->self), text);

  cairo_move_to (drawing->cr, x, y);
  pango_cairo_show_layout (drawing->cr, layout);
}

static double
x_of (const Drawing *drawing, double x)
{
  double width = drawing->right - drawing->left;

  return drawing->left + width * (OUTSIDE + x * (1 - 2 * OUTSIDE));
}

static double
y_of (const Drawing *drawing, double share)
{
  return drawing->bottom - (drawing->bottom - drawing->top) * CLAMP (share, 0, 1);
}

static void
draw_field (const Drawing *drawing)
{
  cairo_set_line_width (drawing->cr, 1);
  for (int i = 0; i <= GRID; i++)
    {
      double y = (int) y_of (drawing, (double) i / GRID) + 0.5;

      jp_drawing_set_color (drawing->cr, &drawing->color, i == 0 ? 0.45f : 0.12f);
      cairo_move_to (drawing->cr, drawing->left, y);
      cairo_line_to (drawing->cr, drawing->right, y);
      cairo_stroke (drawing->cr);
    }
}

static void
trace (const Drawing *drawing)
{
  const GArray *marks = drawing->self->marks;
  const Mark *first = &g_array_index (marks, Mark, 0);
  gboolean steps = drawing->self->mode == JP_CURVE_STEPS;
  double share = steps ? drawing->self->floor : first->share;

  cairo_move_to (drawing->cr, drawing->left, y_of (drawing, share));
  for (guint i = 0; i < marks->len; i++)
    {
      const Mark *mark = &g_array_index (marks, Mark, i);

      if (steps)
        cairo_line_to (drawing->cr, x_of (drawing, mark->x), y_of (drawing, share));
      share = mark->share;
      cairo_line_to (drawing->cr, x_of (drawing, mark->x), y_of (drawing, share));
    }
  cairo_line_to (drawing->cr, drawing->right, y_of (drawing, share));
}

static void
draw_curve (const Drawing *drawing)
{
  trace (drawing);
  cairo_line_to (drawing->cr, drawing->right, drawing->bottom);
  cairo_line_to (drawing->cr, drawing->left, drawing->bottom);
  cairo_close_path (drawing->cr);
  jp_drawing_set_color (drawing->cr, &drawing->accent, 0.14f);
  cairo_fill (drawing->cr);
  trace (drawing);
  jp_drawing_set_color (drawing->cr, &drawing->accent, 1);
  cairo_set_line_width (drawing->cr, 2);
  cairo_stroke (drawing->cr);
}

/* Names below the axis stand where there is room behind the one before. */
static void
draw_marks (const Drawing *drawing)
{
  GArray *marks = drawing->self->marks;
  double free = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const Mark *mark = &g_array_index (marks, Mark, i);
      double x = x_of (drawing, mark->x), at;
      int width, height;

      jp_drawing_set_color (drawing->cr, &drawing->accent, 1);
      cairo_arc (drawing->cr, x, y_of (drawing, mark->share), DOT, 0, 2 * G_PI);
      cairo_fill (drawing->cr);
      text_size (GTK_WIDGET (drawing->self), mark->name, &width, &height);
      at = CLAMP (x - width / 2.0, 0, MAX (0, drawing->right - width));
      if (at < free)
        continue;
      jp_drawing_set_color (drawing->cr, &drawing->color, 0.75f);
      draw_text (drawing, mark->name, at, drawing->bottom + 3);
      free = at + width + MARGIN;
    }
}

static void
jp_curve_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JpCurveView *self = JP_CURVE_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget), text_width, text_height;
  g_autoptr (GdkRGBA) accent = NULL;
  Drawing drawing = { .self = self };
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);

  if (self->marks->len == 0)
    return;

  text_size (widget, self->top, &text_width, &text_height);
  drawing.left = text_width + MARGIN;
  drawing.right = width - MARGIN / 2;
  drawing.top = text_height / 2.0 + 2;
  drawing.bottom = height - text_height - 5;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &drawing.color);
  drawing.accent = drawing.color;
  if (gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "accent_color", &drawing.accent))
    drawing.accent.alpha = 1;
  drawing.cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  draw_field (&drawing);
  jp_drawing_set_color (drawing.cr, &drawing.color, 0.75);
  draw_text (&drawing, self->top, 0, drawing.top - text_height / 2.0);
  text_size (widget, "0", &text_width, NULL);
  draw_text (&drawing, "0", drawing.left - MARGIN - text_width, drawing.bottom - text_height / 2.0);
  draw_curve (&drawing);
  draw_marks (&drawing);
  cairo_destroy (drawing.cr);
}

static void
jp_curve_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  int height;

  text_size (widget, "0", NULL, &height);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : height * 8;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? height * 20 : height * 8;
  *minimum_baseline = *natural_baseline = -1;
}

static void
jp_curve_view_finalize (GObject *object)
{
  JpCurveView *self = JP_CURVE_VIEW (object);

  g_array_unref (self->marks);
  g_free (self->top);

  G_OBJECT_CLASS (jp_curve_view_parent_class)->finalize (object);
}

static void
jp_curve_view_class_init (JpCurveViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jp_curve_view_finalize;
  widget_class->snapshot = jp_curve_view_snapshot;
  widget_class->measure = jp_curve_view_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
jp_curve_view_init (JpCurveView *self)
{
  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_array_set_clear_func (self->marks, clear_mark);
  self->top = g_strdup ("");
}

GtkWidget *
jp_curve_view_new (void)
{
  return g_object_new (JP_TYPE_CURVE_VIEW, NULL);
}

static void
add_mark (JpCurveView *self, const JpCurve *curve, guint i, gboolean ratio, const char *unit)
{
  double first = jp_drawing_place (curve->points[0].x), last = jp_drawing_place (curve->points[curve->n_points - 1].x);
  Mark mark = { .share = jp_drawing_place (curve->points[i].share) };

  mark.x = last > first ? (jp_drawing_place (curve->points[i].x) - first) / (last - first) : 0.5;
  if (ratio)
    mark.name = jp_threshold_to_percent (curve->points[i].x);
  else
    {
      g_autofree char *plain = jp_threshold_to_plain (curve->points[i].x);

      mark.name = g_strconcat (plain, g_str_equal (unit, "%") ? unit : "", NULL);
    }
  g_array_append_val (self->marks, mark);
}

static void
describe (JpCurveView *self, const JpCurve *curve, int weight)
{
  g_autoptr (GString) words = g_string_new (
    curve != NULL && curve->mode == JP_CURVE_STEPS ? _("Curve in steps:") : _("Curve of straight lines:"));

  for (guint i = 0; i < self->marks->len; i++)
    {
      JpDecimal share = curve->points[i].share;
      gint64 one = jp_power_of_ten (share.scale);
      g_autofree char *points = jp_points_to_string ((int) jp_div_half_up (share.coefficient * weight, one));

      /* Translators: a point of a scoring curve: from which value on, how many points */
      g_string_append_printf (words, i > 0 ? "; " : " ");
      g_string_append_printf (words, _("%s gives %s points"), g_array_index (self->marks, Mark, i).name, points);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str, -1);
}

void
jp_curve_view_show (JpCurveView *self, const JpCurve *curve, int weight, gboolean ratio, const char *unit)
{
  g_array_set_size (self->marks, 0);
  g_free (self->top);
  self->top = jp_points_to_string (weight);
  if (curve != NULL)
    {
      self->mode = curve->mode;
      self->floor = jp_drawing_place (curve->floor);
      for (guint i = 0; i < curve->n_points; i++)
        add_mark (self, curve, i, ratio, unit);
    }
  describe (self, curve, weight);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
