/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-band-bar.h"

#include "jp-drawing.h"
#include "jp-paper-words.h"

#include <string.h>

#define MARKER 7.0
#define WIDTH  200

typedef struct
{
  int   from; /* hundredths */
  char *amount;
} Segment;

struct _JpBandBar
{
  GtkWidget parent_instance;

  /* Owned. */
  GArray *segments; /* of Segment, lowest first */

  int total;
  int most; /* above the total while provisional */
  gboolean vetoed;
};

G_DEFINE_FINAL_TYPE (JpBandBar, jp_band_bar, GTK_TYPE_WIDGET)

static void
clear_segment (gpointer data)
{
  g_free (((Segment *) data)->amount);
}

static int
end_of (JpBandBar *self, guint i)
{
  return i + 1 < self->segments->len ? g_array_index (self->segments, Segment, i + 1).from : 10000;
}

/* Bands are equally wide, whatever they span. */
static double
place_of (JpBandBar *self, int total, double width)
{
  double part = width / self->segments->len;

  for (guint i = self->segments->len; i > 0; i--)
    {
      const Segment *segment = &g_array_index (self->segments, Segment, i - 1);

      if (total >= segment->from)
        return part * (i - 1) + part * (total - segment->from) / MAX (end_of (self, i - 1) - segment->from, 1);
    }

  return 0;
}

static gboolean
is_reached (JpBandBar *self, guint i)
{
  return !self->vetoed && self->most >= g_array_index (self->segments, Segment, i).from
         && self->total < end_of (self, i) + (end_of (self, i) == 10000);
}

static void
draw_centred (cairo_t *cr, GtkWidget *widget, const char *text, double x, double y)
{
  g_autoptr (PangoLayout) layout = jp_drawing_small_text (widget, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  cairo_move_to (cr, x - width / 2.0, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_segment (JpBandBar *self, cairo_t *cr, guint i, double x, double part, double y, double height,
              const GdkRGBA *color, const GdkRGBA *accent)
{
  const Segment *segment = &g_array_index (self->segments, Segment, i);
  gboolean certain = self->total == self->most;

  cairo_rectangle (cr, x + 0.5, y, part - 1, height);
  if (is_reached (self, i))
    cairo_set_source_rgba (cr, accent->red, accent->green, accent->blue, certain ? 0.85 : 0.4);
  else
    cairo_set_source_rgba (cr, color->red, color->green, color->blue, 0.1);
  cairo_fill (cr);
  if (is_reached (self, i) && certain)
    cairo_set_source_rgb (cr, 1, 1, 1);
  else
    cairo_set_source_rgba (cr, color->red, color->green, color->blue, 0.9);
  draw_centred (cr, GTK_WIDGET (self), segment->amount, x + part / 2, y + 3);
  if (i > 0)
    {
      g_autofree char *bound = jp_words_bound (segment->from);

      cairo_set_source_rgba (cr, color->red, color->green, color->blue, 0.7);
      draw_centred (cr, GTK_WIDGET (self), bound, x, y + height + 2);
    }
}

static void
draw_marker (cairo_t *cr, double x, const GdkRGBA *color)
{
  cairo_move_to (cr, x - MARKER * 0.8, 0);
  cairo_line_to (cr, x + MARKER * 0.8, 0);
  cairo_line_to (cr, x, MARKER);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_fill (cr);
}

static int
line_height (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = jp_drawing_small_text (widget, "0");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static void
jp_band_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JpBandBar *self = JP_BAND_BAR (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  double width = gtk_widget_get_width (widget), part, line = line_height (widget);
  GdkRGBA color, accent;
  cairo_t *cr;

  if (self->segments->len == 0)
    return;

  gtk_style_context_get_color (style, &color);
  if (!gtk_style_context_lookup_color (style, "accent_bg_color", &accent))
    accent = color;
  part = width / self->segments->len;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) gtk_widget_get_height (widget)));
  for (guint i = 0; i < self->segments->len; i++)
    draw_segment (self, cr, i, part * i, part, MARKER + 3, line + 6, &color, &accent);
  draw_marker (cr, CLAMP (place_of (self, self->total, width), MARKER, width - MARKER), &color);
  cairo_destroy (cr);
}

static void
jp_band_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural
    = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : (int) MARKER + 3 + 2 * line_height (widget) + 10;
}

/* "40万": without zeros that say nothing. */
static char *
short_amount (JpMoney amount)
{
  g_autofree char *wan = jp_money_to_wan (amount);

  if (g_str_has_suffix (wan, ".00"))
    wan[strlen (wan) - 3] = '\0';

  return g_strconcat (wan, "万", NULL);
}

static void
jp_band_bar_finalize (GObject *object)
{
  g_array_unref (JP_BAND_BAR (object)->segments);

  G_OBJECT_CLASS (jp_band_bar_parent_class)->finalize (object);
}

static void
jp_band_bar_class_init (JpBandBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jp_band_bar_finalize;
  widget_class->snapshot = jp_band_bar_snapshot;
  widget_class->measure = jp_band_bar_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
jp_band_bar_init (JpBandBar *self)
{
  self->segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  g_array_set_clear_func (self->segments, clear_segment);
}

GtkWidget *
jp_band_bar_new (void)
{
  return g_object_new (JP_TYPE_BAND_BAR, NULL);
}

void
jp_band_bar_show (JpBandBar *self, const JpResult *result)
{
  guint ordinal = result->involves_money ? result->next_ordinal : jp_pack_first_banded (result->pack);
  const JpFundingYear *funding = ordinal > 0 ? &result->pack->funding_years[ordinal - 1] : NULL;

  g_array_set_size (self->segments, 0);
  for (guint i = funding != NULL ? funding->n_bands : 0; i > 0; i--)
    {
      Segment segment = { funding->bands[i - 1].from, short_amount (funding->bands[i - 1].amount) };

      g_array_append_val (self->segments, segment);
    }
  self->total = result->total;
  self->most = result->missing->len > 0 ? result->most : result->total;
  self->vetoed = result->vetoed;
  gtk_widget_set_visible (GTK_WIDGET (self), self->segments->len > 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
