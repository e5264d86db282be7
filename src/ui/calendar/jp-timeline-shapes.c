/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The shapes of a timeline: bars and marks. Each kind has its own form; colour only helps. */

#include "jp-timeline-shapes.h"

#include <adwaita.h>

#define ROUND  6
#define STRIPE 7

typedef struct
{
  const char *term, *past, *on_term, *on_past, *awaiting, *lapsed, *review, *money, *veto, *late;
} Colors;

static const Colors light
  = { "#3584e4", "#c0dcf8", "#ffffff", "#1b5aa6", "#b5620b", "#c01c28", "#613583", "#1b8553", "#c01c28", "#c01c28" };
static const Colors dark
  = { "#3576c4", "#2a4566", "#ffffff", "#bcd7f5", "#f8b365", "#ff938c", "#d0a4ee", "#57e389", "#ff7b74", "#ff7b74" };
static const Colors contrast
  = { "#1a4f94", "#d7e6f7", "#ffffff", "#0c2f5c", "#7a3d00", "#8f0f19", "#3d1b5a", "#0a5a33", "#8f0f19", "#8f0f19" };
static const Colors contrast_dark
  = { "#1f5fb0", "#21344c", "#ffffff", "#e4f0ff", "#ffc98a", "#ffb3ae", "#e6ccf7", "#8ff0b6", "#ffb3ae", "#ffb3ae" };

static const Colors *
colors_now (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  if (adw_style_manager_get_high_contrast (style))
    return adw_style_manager_get_dark (style) ? &contrast_dark : &contrast;

  return adw_style_manager_get_dark (style) ? &dark : &light;
}

static GdkRGBA
color (const char *text, float alpha)
{
  GdkRGBA rgba;

  gdk_rgba_parse (&rgba, text);
  rgba.alpha *= alpha;

  return rgba;
}

GdkRGBA
jp_timeline_bar_ink (JpTimelineBarKind kind)
{
  const Colors *colors = colors_now ();

  switch (kind)
    {
    case JP_BAR_TERM:
    case JP_BAR_WINDOW:
      return color (colors->on_term, 1);
    case JP_BAR_AWAITING:
      return color (colors->awaiting, 1);
    case JP_BAR_LAPSED:
    case JP_BAR_REVOKED:
      return color (colors->lapsed, 1);
    case JP_BAR_PAST:
    case JP_BAR_HOPED:
    case JP_BAR_GAP:
    case JP_N_BARS:
    default:
      return color (colors->on_past, 1);
    }
}

GdkRGBA
jp_timeline_mark_ink (JpTimelineMarkKind kind, gboolean late)
{
  const Colors *colors = colors_now ();

  if (late)
    return color (colors->late, 1);

  switch (kind)
    {
    case JP_MARK_PAID:
    case JP_MARK_PAYABLE:
    case JP_MARK_PUBLICITY:
      return color (colors->money, 1);
    case JP_MARK_VETOED:
      return color (colors->veto, 1);
    case JP_MARK_TERM:
      return color (colors->awaiting, 1);
    case JP_MARK_ASSESSED:
    case JP_MARK_ASSESSMENT:
    case JP_MARK_FILED:
    case JP_MARK_RETURN:
    case JP_MARK_OTHER:
    case JP_N_MARKS:
    default:
      return color (colors->review, 1);
    }
}

static void
fill (GtkSnapshot *snapshot, const graphene_rect_t *space, const GdkRGBA *rgba, float radius)
{
  GskRoundedRect round;

  gsk_rounded_rect_init_from_rect (&round, space, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &round);
  gtk_snapshot_append_color (snapshot, rgba, space);
  gtk_snapshot_pop (snapshot);
}

static void
outline (GtkSnapshot *snapshot, const graphene_rect_t *space, const GdkRGBA *rgba, float radius, float width)
{
  GskRoundedRect round;

  gsk_rounded_rect_init_from_rect (&round, space, radius);
  gtk_snapshot_append_border (snapshot, &round, (float[]) { width, width, width, width },
                              (GdkRGBA[]) { *rgba, *rgba, *rgba, *rgba });
}

/* Stripes that lie still while the bar is moved: they begin where the bar begins. */
static void
hatch (GtkSnapshot *snapshot, const graphene_rect_t *space, const GdkRGBA *rgba, gboolean down, float radius)
{
  GdkRGBA clear = { rgba->red, rgba->green, rgba->blue, 0 };
  GskColorStop stops[] = { { 0, *rgba }, { 0.42f, *rgba }, { 0.42f, clear }, { 1, clear } };
  graphene_point_t from = space->origin,
                   to = { space->origin.x + STRIPE / 2.0f, space->origin.y + (down ? -STRIPE : STRIPE) / 2.0f };
  GskRoundedRect round;

  gsk_rounded_rect_init_from_rect (&round, space, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &round);
  gtk_snapshot_append_repeating_linear_gradient (snapshot, space, &from, &to, stops, G_N_ELEMENTS (stops));
  gtk_snapshot_pop (snapshot);
}

static void
dashes (GtkSnapshot *snapshot, const graphene_rect_t *space, const GdkRGBA *rgba)
{
  double x = space->origin.x + 0.75, y = space->origin.y + 0.75, w = space->size.width - 1.5,
         h = space->size.height - 1.5;
  double dash[] = { 4, 3 };
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, space);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + w - ROUND, y + ROUND, ROUND, -G_PI_2, 0);
  cairo_arc (cr, x + w - ROUND, y + h - ROUND, ROUND, 0, G_PI_2);
  cairo_arc (cr, x + ROUND, y + h - ROUND, ROUND, G_PI_2, G_PI);
  cairo_arc (cr, x + ROUND, y + ROUND, ROUND, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
  cairo_set_dash (cr, dash, G_N_ELEMENTS (dash), 0);
  cairo_set_line_width (cr, 1.3);
  gdk_cairo_set_source_rgba (cr, rgba);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

void
jp_timeline_paint_bar (GtkWidget *widget, GtkSnapshot *snapshot, JpTimelineBarKind kind, const graphene_rect_t *space)
{
  const Colors *colors = colors_now ();
  GdkRGBA ink;

  switch (kind)
    {
    case JP_BAR_TERM:
    case JP_BAR_PAST:
      ink = color (kind == JP_BAR_TERM ? colors->term : colors->past, 1);
      fill (snapshot, space, &ink, ROUND);
      break;
    case JP_BAR_WINDOW:
      ink = color (colors->on_term, 0.42f);
      hatch (snapshot, space, &ink, TRUE, ROUND);
      break;
    case JP_BAR_AWAITING:
      ink = color (colors->awaiting, 0.28f);
      hatch (snapshot, space, &ink, TRUE, ROUND);
      ink = color (colors->awaiting, 1);
      outline (snapshot, space, &ink, ROUND, 1.2f);
      break;
    case JP_BAR_HOPED:
      ink = color (colors->term, 0.07f);
      fill (snapshot, space, &ink, ROUND);
      ink = color (colors->term, 1);
      if (space->size.width > 3 * ROUND)
        dashes (snapshot, space, &ink);
      break;
    case JP_BAR_GAP:
      ink = color (colors->on_past, 0.5f);
      outline (snapshot, space, &ink, 0, 1);
      break;
    case JP_BAR_LAPSED:
    case JP_BAR_REVOKED:
      ink = color (colors->lapsed, 0.22f);
      hatch (snapshot, space, &ink, FALSE, ROUND);
      if (kind == JP_BAR_REVOKED)
        {
          ink = color (colors->lapsed, 1);
          outline (snapshot, space, &ink, ROUND, 1.2f);
        }
      break;
    case JP_N_BARS:
    default:
      g_return_if_reached ();
    }
}

static void
diamond (GtkSnapshot *snapshot, const GdkRGBA *ink, float size, gboolean filled)
{
  graphene_rect_t square;

  size *= 0.74f;
  graphene_rect_init (&square, -size / 2, -size / 2, size, size);
  gtk_snapshot_rotate (snapshot, 45);
  if (filled)
    gtk_snapshot_append_color (snapshot, ink, &square);
  else
    outline (snapshot, &square, ink, 0, 1.6f);
}

/* A sheet of paper: the return. */
static void
sheet (GtkSnapshot *snapshot, const GdkRGBA *ink, float size, gboolean filled)
{
  graphene_rect_t paper;

  graphene_rect_init (&paper, -size * 0.36f, -size * 0.45f, size * 0.72f, size * 0.9f);
  if (filled)
    fill (snapshot, &paper, ink, 1.5f);
  else
    {
      outline (snapshot, &paper, ink, 1.5f, 1.5f);
      gtk_snapshot_append_color (snapshot, ink, &GRAPHENE_RECT_INIT (-size * 0.16f, -size * 0.1f, size * 0.32f, 1.3f));
      gtk_snapshot_append_color (snapshot, ink, &GRAPHENE_RECT_INIT (-size * 0.16f, size * 0.14f, size * 0.32f, 1.3f));
    }
}

/* 禁止: a circle with a bar across. */
static void
forbidden (GtkSnapshot *snapshot, const GdkRGBA *ink, float size)
{
  outline (snapshot, &GRAPHENE_RECT_INIT (-size / 2, -size / 2, size, size), ink, size / 2, 1.7f);
  gtk_snapshot_rotate (snapshot, 45);
  gtk_snapshot_append_color (snapshot, ink, &GRAPHENE_RECT_INIT (-size / 2, -0.85f, size, 1.7f));
}

static void
coin (GtkWidget *widget, GtkSnapshot *snapshot, JpTextCache *texts, const GdkRGBA *ink, float size, gboolean filled)
{
  graphene_rect_t space;
  GdkRGBA ground;
  PangoLayout *sign = jp_text_cache_get (texts, JP_TEXT_COIN, "¥");
  int width, height;

  size *= 1.12f;
  graphene_rect_init (&space, -size / 2, -size / 2, size, size);
  if (filled)
    fill (snapshot, &space, ink, size / 2);
  else
    outline (snapshot, &space, ink, size / 2, 1.5f);
  if (!filled || !gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "view_bg_color", &ground))
    ground = *ink;
  pango_layout_get_pixel_size (sign, &width, &height);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-(float) width / 2, -(float) height / 2));
  gtk_snapshot_append_layout (snapshot, sign, &ground);
}

/* A clock: publicity runs. */
static void
clock_face (GtkSnapshot *snapshot, const GdkRGBA *ink, float size)
{
  outline (snapshot, &GRAPHENE_RECT_INIT (-size / 2, -size / 2, size, size), ink, size / 2, 1.5f);
  gtk_snapshot_append_color (snapshot, ink, &GRAPHENE_RECT_INIT (-0.8f, -size * 0.32f, 1.6f, size * 0.36f));
  gtk_snapshot_append_color (snapshot, ink, &GRAPHENE_RECT_INIT (-0.8f, -0.8f, size * 0.32f, 1.6f));
}

void
jp_timeline_paint_mark (GtkWidget *widget, GtkSnapshot *snapshot, JpTextCache *texts, JpTimelineMarkKind kind,
                        gboolean late, const graphene_point_t *middle, double size)
{
  GdkRGBA ink = jp_timeline_mark_ink (kind, late);
  float s = (float) size;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, middle);
  switch (kind)
    {
    case JP_MARK_ASSESSED:
    case JP_MARK_ASSESSMENT:
      diamond (snapshot, &ink, s, kind == JP_MARK_ASSESSED);
      break;
    case JP_MARK_VETOED:
      forbidden (snapshot, &ink, s);
      break;
    case JP_MARK_FILED:
    case JP_MARK_RETURN:
      sheet (snapshot, &ink, s, kind == JP_MARK_FILED);
      break;
    case JP_MARK_PAID:
    case JP_MARK_PAYABLE:
      coin (widget, snapshot, texts, &ink, s, kind == JP_MARK_PAID);
      break;
    case JP_MARK_PUBLICITY:
      clock_face (snapshot, &ink, s);
      break;
    case JP_MARK_TERM:
      gtk_snapshot_append_color (snapshot, &ink, &GRAPHENE_RECT_INIT (-1, -s * 1.15f, 2, s * 2.3f));
      break;
    case JP_MARK_OTHER:
      outline (snapshot, &GRAPHENE_RECT_INIT (-s * 0.42f, -s * 0.42f, s * 0.84f, s * 0.84f), &ink, 2, 1.6f);
      break;
    case JP_N_MARKS:
    default:
      break;
    }
  gtk_snapshot_restore (snapshot);
}
