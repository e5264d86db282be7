/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-sparkline.h"

#define WIDTH  72
#define HEIGHT 22
#define MARGIN 3

struct _JpSparkline
{
  GtkWidget parent_instance;

  /* Owned. */
  GArray *values; /* of gint64 */
};

G_DEFINE_FINAL_TYPE (JpSparkline, jp_sparkline, GTK_TYPE_WIDGET)

static gboolean
find_range (JpSparkline *self, gint64 *least, gint64 *most)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->values->len; i++)
    {
      gint64 value = g_array_index (self->values, gint64, i);

      if (value < 0)
        continue;
      *least = any ? MIN (*least, value) : value;
      *most = any ? MAX (*most, value) : value;
      any = TRUE;
    }

  return any;
}

static void
jp_sparkline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JpSparkline *self = JP_SPARKLINE (widget);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width, height);
  double step = self->values->len > 1 ? (width - 2.0 * MARGIN) / (self->values->len - 1) : 0, x = 0, y = 0;
  gint64 least = 0, most = 0;
  gboolean drawing = FALSE;
  GdkRGBA color;
  cairo_t *cr;

  if (!find_range (self, &least, &most))
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, 1.5);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < self->values->len; i++)
    {
      gint64 value = g_array_index (self->values, gint64, i);
      double part = most > least && value >= 0 ? (double) (value - least) / (double) (most - least) : 0.5;

      if (value < 0)
        {
          drawing = FALSE;
          continue;
        }
      x = MARGIN + step * i;
      y = height - MARGIN - part * (height - 2.0 * MARGIN);
      if (drawing)
        cairo_line_to (cr, x, y);
      else
        cairo_move_to (cr, x, y);
      drawing = TRUE;
    }
  cairo_stroke (cr);
  cairo_arc (cr, x, y, 2.5, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
jp_sparkline_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
jp_sparkline_finalize (GObject *object)
{
  g_array_unref (JP_SPARKLINE (object)->values);

  G_OBJECT_CLASS (jp_sparkline_parent_class)->finalize (object);
}

static void
jp_sparkline_class_init (JpSparklineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jp_sparkline_finalize;
  widget_class->snapshot = jp_sparkline_snapshot;
  widget_class->measure = jp_sparkline_measure;

  /* The numbers stand beside it. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "sparkline");
}

static void
jp_sparkline_init (JpSparkline *self)
{
  self->values = g_array_new (FALSE, FALSE, sizeof (gint64));
}

GtkWidget *
jp_sparkline_new (void)
{
  return g_object_new (JP_TYPE_SPARKLINE, NULL);
}

void
jp_sparkline_set_values (JpSparkline *self, const gint64 *values, guint n_values)
{
  g_return_if_fail (JP_IS_SPARKLINE (self));

  g_array_set_size (self->values, 0);
  g_array_append_vals (self->values, values, n_values);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
