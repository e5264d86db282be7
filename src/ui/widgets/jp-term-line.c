/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-term-line.h"

#include "jp-drawing.h"

#define MARGIN 12.0
#define HATCH  7.0
#define TICK   6.0 /* what stands out above and below the bars */

struct _JpTermLine
{
  GtkWidget parent_instance;

  /* Owned. */
  GArray *terms; /* of JpTerm */

  JpDate today;
  JpDate renewal_opens;
  JpDate out_from; /* first day out of term by lapse or revocation; JP_DATE_NONE */
  JpDate first, last; /* of the scale */
};

G_DEFINE_FINAL_TYPE (JpTermLine, jp_term_line, GTK_TYPE_WIDGET)

typedef struct
{
  JpTermLine  *self;
  GtkSnapshot *snapshot;
  cairo_t     *cr;
  GdkRGBA      color;
  GdkRGBA      accent;
  double       width;
  double       line;   /* height of a line of text; a bar is that and its padding high */
  double       top;    /* of the bars */
  double       height; /* of the bars */
} Drawing;

static int
line_height (JpTermLine *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "2026");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

static double
x_of (const Drawing *drawing, JpDate day)
{
  const JpTermLine *self = drawing->self;

  double days = (double) self->last - self->first + 1;

  return MARGIN + (drawing->width - 2 * MARGIN) * ((double) day - self->first) / days;
}

/* Nothing where it would not fit into @room. */
static void
draw_text (const Drawing *drawing, const char *text, double x, double y, double room)
{
  g_autoptr (PangoLayout) layout = jp_drawing_small_text (GTK_WIDGET (drawing->self), text);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (width > room)
    return;
  x = CLAMP (x - width / 2.0, MARGIN, MAX (MARGIN, drawing->width - MARGIN - width));
  cairo_move_to (drawing->cr, x, y);
  pango_cairo_show_layout (drawing->cr, layout);
}

static void
draw_years (const Drawing *drawing)
{
  for (guint year = jp_date_year (drawing->self->first); year <= jp_date_year (drawing->self->last); year++)
    {
      double x = x_of (drawing, jp_date_year_start (year)), next = x_of (drawing, jp_date_year_start (year + 1));
      g_autofree char *text = g_strdup_printf ("%u", year);

      jp_drawing_set_color (drawing->cr, &drawing->color, 0.15f);
      cairo_rectangle (drawing->cr, (int) x, drawing->top - TICK, 1, drawing->height + 2 * TICK);
      cairo_fill (drawing->cr);
      jp_drawing_set_color (drawing->cr, &drawing->color, 0.6f);
      draw_text (drawing, text, (x + next) / 2, drawing->top + drawing->height + TICK, next - x);
    }
}

static void
draw_today (const Drawing *drawing)
{
  double x = x_of (drawing, drawing->self->today);
  char iso[JP_DATE_ISO_LEN];

  jp_drawing_set_color (drawing->cr, &drawing->color, 0.9f);
  cairo_rectangle (drawing->cr, (int) x - 1, drawing->top - TICK, 2, drawing->height + 2 * TICK);
  cairo_fill (drawing->cr);
  draw_text (drawing, jp_date_to_iso (drawing->self->today, iso), x, 0, drawing->width);
}

static void
hatch (const Drawing *drawing, double from, double to)
{
  cairo_save (drawing->cr);
  cairo_rectangle (drawing->cr, from, drawing->top, to - from, drawing->height);
  cairo_clip (drawing->cr);
  jp_drawing_set_color (drawing->cr, &drawing->color, 0.35f);
  cairo_set_line_width (drawing->cr, 1.5);
  for (double x = from - drawing->height; x < to; x += HATCH)
    {
      cairo_move_to (drawing->cr, x, drawing->top + drawing->height);
      cairo_line_to (drawing->cr, x + drawing->height, drawing->top);
    }
  cairo_stroke (drawing->cr);
  cairo_restore (drawing->cr);
}

static void
draw_term (const Drawing *drawing, const JpTerm *term, gboolean newest)
{
  JpTermLine *self = drawing->self;
  JpDate last = self->out_from != JP_DATE_NONE && newest ? MIN (term->last, self->out_from - 1) : term->last;
  double from = x_of (drawing, term->first), to = x_of (drawing, last + 1), free = to;
  char first_iso[JP_DATE_ISO_LEN], last_iso[JP_DATE_ISO_LEN];
  g_autofree char *text = g_strdup_printf ("%s – %s", jp_date_to_iso (term->first, first_iso),
                                           jp_date_to_iso (term->last, last_iso));

  jp_drawing_set_color (drawing->cr, &drawing->accent, newest ? 0.35f : 0.18f);
  cairo_rectangle (drawing->cr, from, drawing->top, to - from - 2, drawing->height);
  cairo_fill_preserve (drawing->cr);
  jp_drawing_set_color (drawing->cr, &drawing->accent, 1);
  cairo_set_line_width (drawing->cr, 1);
  cairo_stroke (drawing->cr);
  if (newest && self->renewal_opens != JP_DATE_NONE && self->renewal_opens <= last)
    {
      free = x_of (drawing, self->renewal_opens);
      hatch (drawing, free, to - 2);
    }
  jp_drawing_set_color (drawing->cr, &drawing->color, 1);
  draw_text (drawing, text, (from + free) / 2, drawing->top + (drawing->height - drawing->line * 0.86) / 2,
             free - from);
}

static void
jp_term_line_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JpTermLine *self = JP_TERM_LINE (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  Drawing drawing = { .self = self, .snapshot = snapshot, .width = gtk_widget_get_width (widget) };
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) drawing.width, (float) gtk_widget_get_height (widget));

  if (self->terms->len == 0)
    return;

  gtk_style_context_get_color (style, &drawing.color);
  if (!gtk_style_context_lookup_color (style, "accent_bg_color", &drawing.accent))
    drawing.accent = drawing.color;
  drawing.cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  drawing.line = line_height (self);
  drawing.top = drawing.line + TICK;
  drawing.height = drawing.line * 1.5;
  draw_years (&drawing);
  draw_today (&drawing);
  for (guint i = 0; i < self->terms->len; i++)
    draw_term (&drawing, &g_array_index (self->terms, JpTerm, i), i + 1 == self->terms->len);
  cairo_destroy (drawing.cr);
}

static void
jp_term_line_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  int line = line_height (JP_TERM_LINE (widget));

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 320 : (int) (line * 3.5 + 2 * TICK);
}

static void
jp_term_line_finalize (GObject *object)
{
  g_array_unref (JP_TERM_LINE (object)->terms);

  G_OBJECT_CLASS (jp_term_line_parent_class)->finalize (object);
}

static void
jp_term_line_class_init (JpTermLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jp_term_line_finalize;
  widget_class->snapshot = jp_term_line_snapshot;
  widget_class->measure = jp_term_line_measure;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
jp_term_line_init (JpTermLine *self)
{
  self->terms = g_array_new (FALSE, FALSE, sizeof (JpTerm));
}

GtkWidget *
jp_term_line_new (void)
{
  return g_object_new (JP_TYPE_TERM_LINE, NULL);
}

/**
 * jp_term_line_show:
 * @self: a line
 * @life: a cluster's life; what is needed of it is copied
 * @today: the day that counts as today
 *
 * Shows the terms of a cluster.
 */
void
jp_term_line_show (JpTermLine *self, const JpLife *life, JpDate today)
{
  JpDate first = today, last = today;

  g_array_set_size (self->terms, 0);
  if (life->terms->len > 0)
    {
      g_array_append_vals (self->terms, life->terms->data, life->terms->len);
      first = MIN (first, g_array_index (life->terms, JpTerm, 0).first);
      last = MAX (last, jp_life_last_term (life)->last);
    }
  self->first = jp_date_year_start (jp_date_year (first));
  self->last = jp_date_year_end (jp_date_year (last));
  self->today = today;
  self->renewal_opens = life->renewal_opens;
  self->out_from = life->revoked_on;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
