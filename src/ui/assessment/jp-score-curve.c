/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-score-curve.h"

#include "jp-drawing.h"
#include "jp-score-plot.h"

#define SMALL 0.82 /* of the window's type */
#define WIDTH 220
#define LINES 7    /* of text, high */

struct _JpScoreCurve
{
  GtkWidget parent_instance;

  /* Owned. */
  JpScorePlot *plot; /* NULL: a reviewer gives the points */
};

G_DEFINE_FINAL_TYPE (JpScoreCurve, jp_score_curve, GTK_TYPE_WIDGET)

static PangoContext *
small_context (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_create_pango_context (widget);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (context));
  int size = (int) (pango_font_description_get_size (font) * SMALL);

  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, size);
  else
    pango_font_description_set_size (font, size);
  pango_context_set_font_description (context, font);
  pango_font_description_free (font);

  return context;
}

static JpChartColour
to_colour (const GdkRGBA *rgba)
{
  return (JpChartColour) { rgba->red, rgba->green, rgba->blue, rgba->alpha };
}

static void
jp_score_curve_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JpScoreCurve *self = JP_SCORE_CURVE (widget);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  GdkRGBA color, accent;
  JpChartColour text, ink;
  PangoContext *context;
  cairo_t *cr;

  if (self->plot == NULL)
    return;

  gtk_style_context_get_color (style, &color);
  if (!gtk_style_context_lookup_color (style, "accent_color", &accent))
    accent = color;
  text = to_colour (&color);
  ink = to_colour (&accent);
  context = small_context (widget);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  jp_score_plot_draw (self->plot, cr, context, width, height, &text, &ink);
  cairo_destroy (cr);
  g_object_unref (context);
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
  jp_score_plot_unref (JP_SCORE_CURVE (object)->plot);

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
}

GtkWidget *
jp_score_curve_new (void)
{
  return g_object_new (JP_TYPE_SCORE_CURVE, NULL);
}

void
jp_score_curve_show (JpScoreCurve *self, const JpScore *score, guint indicator)
{
  jp_score_plot_unref (self->plot);
  self->plot = jp_score_plot_new (score, indicator);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
