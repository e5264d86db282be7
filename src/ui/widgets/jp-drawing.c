/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-drawing.h"

#define SMALL 0.82 /* of the widget's text, for what stands beside a drawing */

/* Text in the size of legends and scales. */
PangoLayout *
jp_drawing_small_text (GtkWidget *widget, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (SMALL));
  pango_layout_set_attributes (layout, attributes);

  return layout;
}

/* @alpha: of @color's own opacity, 0 to 1. */
void
jp_drawing_set_color (cairo_t *cr, const GdkRGBA *color, double alpha)
{
  GdkRGBA faded = *color;

  faded.alpha *= (float) alpha;
  gdk_cairo_set_source_rgba (cr, &faded);
}

/* A number as a place on a drawing, where binary floating point is as good as a pixel; nothing is computed from it. */
double
jp_drawing_place (JpDecimal number)
{
  double place = (double) number.coefficient;

  for (guint i = 0; i < number.scale; i++)
    place /= 10;

  return place;
}
