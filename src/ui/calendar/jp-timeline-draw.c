/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-timeline-draw.h"

#include "jp-timeline-shapes.h"

#include <glib/gi18n-lib.h>

#define MAX_TEXTS 4000
#define PADDING   14

struct _JpTextCache
{
  GtkWidget  *widget;
  GHashTable *layouts; /* style and text → PangoLayout */
};

JpTextCache *
jp_text_cache_new (GtkWidget *widget)
{
  JpTextCache *self = g_new0 (JpTextCache, 1);

  self->widget = widget;
  self->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  return self;
}

void
jp_text_cache_free (JpTextCache *self)
{
  g_hash_table_unref (self->layouts);
  g_free (self);
}

void
jp_text_cache_forget (JpTextCache *self)
{
  g_hash_table_remove_all (self->layouts);
}

static PangoAttrList *
style_attributes (JpTextStyle style)
{
  static const double scales[] = {
    [JP_TEXT_PLAIN] = 0.95,      [JP_TEXT_BOLD] = 0.98, [JP_TEXT_SMALL] = 0.86,
    [JP_TEXT_SMALL_BOLD] = 0.86, [JP_TEXT_COIN] = 0.66,
  };
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scales[style]));
  if (style == JP_TEXT_BOLD || style == JP_TEXT_SMALL_BOLD || style == JP_TEXT_COIN)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));

  return attributes;
}

PangoLayout *
jp_text_cache_get (JpTextCache *self, JpTextStyle style, const char *text)
{
  g_autofree char *key = g_strdup_printf ("%d %s", style, text);
  PangoLayout *layout = g_hash_table_lookup (self->layouts, key);
  PangoAttrList *attributes;

  if (layout != NULL)
    return layout;

  if (g_hash_table_size (self->layouts) >= MAX_TEXTS)
    g_hash_table_remove_all (self->layouts);
  attributes = style_attributes (style);
  layout = gtk_widget_create_pango_layout (self->widget, text);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_attr_list_unref (attributes);
  g_hash_table_insert (self->layouts, g_steal_pointer (&key), layout);

  return layout;
}

static GdkRGBA
look_up (const JpTimelinePaint *paint, const char *name)
{
  GtkStyleContext *style = gtk_widget_get_style_context (paint->widget);
  GdkRGBA color;

  if (!gtk_style_context_lookup_color (style, name, &color))
    gtk_style_context_get_color (style, &color);

  return color;
}

static GdkRGBA
text_color (const JpTimelinePaint *paint, float alpha)
{
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (paint->widget), &color);
  color.alpha *= alpha;

  return color;
}

static void
text_size (PangoLayout *layout, float *width, float *height)
{
  int w, h;

  pango_layout_get_pixel_size (layout, &w, &h);
  *width = (float) w;
  *height = (float) h;
}

static void
put_text (const JpTimelinePaint *paint, PangoLayout *layout, float x, float y, const GdkRGBA *color)
{
  gtk_snapshot_save (paint->snapshot);
  gtk_snapshot_translate (paint->snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (paint->snapshot, layout, color);
  gtk_snapshot_restore (paint->snapshot);
}

static float
x_of (const JpTimelinePaint *paint, double day)
{
  return (float) jp_timeline_layout_x (paint->layout, day);
}

/* The ground: years by turns, lines where something begins. */

static void
draw_ground (const JpTimelinePaint *paint, GArray *ticks)
{
  const JpTimelineLayout *layout = paint->layout;
  float top = (float) layout->metrics.header, height = (float) layout->height - top;
  GdkRGBA line = text_color (paint, 0.1f), fine = text_color (paint, 0.045f), band = text_color (paint, 0.022f);

  for (guint i = 0; i < ticks->len; i++)
    {
      const JpTimelineTick *tick = &g_array_index (ticks, JpTimelineTick, i);
      float x = x_of (paint, tick->day);

      if (tick->major && tick->month == 0 && tick->year % 2 == 0)
        gtk_snapshot_append_color (paint->snapshot, &band,
                                   &GRAPHENE_RECT_INIT (x, top, x_of (paint, (double) tick->until + 1) - x, height));
      if (tick->major)
        gtk_snapshot_append_color (paint->snapshot, tick->month <= 1 ? &line : &fine,
                                   &GRAPHENE_RECT_INIT (x, top, 1, height));
    }
}

/* Behind the bars, so that it crosses no text. */
static void
draw_today (const JpTimelinePaint *paint)
{
  float top = (float) paint->layout->metrics.header - 6, x = x_of (paint, paint->today + 0.5);
  GdkRGBA color = look_up (paint, "destructive_bg_color");

  gtk_snapshot_append_color (paint->snapshot, &color,
                             &GRAPHENE_RECT_INIT (x - 0.9f, top, 1.8f, (float) paint->layout->height - top));
}

/* Rows */

static void
draw_bar (const JpTimelinePaint *paint, const JpTimelineBar *bar, float y, float free_to)
{
  const JpTimelineLayout *layout = paint->layout;
  float right = (float) layout->width + 20, from = x_of (paint, bar->first);
  float to = bar->last == G_MAXUINT32 ? right : x_of (paint, (double) bar->last + 1) - 1;
  float height = (float) layout->metrics.bar_height, left = (float) layout->metrics.names, room, at, width, text_height;
  GdkRGBA ink = jp_timeline_bar_ink (bar->kind);
  PangoLayout *text;

  if (to < left || from > right)
    return;

  /* What is far outside is cut off, or a zoom into a day would make it miles long; the hatching keeps its place. */
  if (from < left - 1000)
    from += (float) (7 * (int) ((left - 1000 - from) / 7));
  to = MIN (to, right + 40);
  jp_timeline_paint_bar (paint->widget, paint->snapshot, bar->kind,
                         &GRAPHENE_RECT_INIT (from, y, MAX (to - from, 2), height));
  if (bar->kind == JP_BAR_WINDOW)
    return;

  at = MAX (from, left) + 9;
  room = MIN (MIN (to, free_to), (float) layout->width) - at - 6;
  if (room < height)
    return;
  text = jp_text_cache_get (paint->texts, JP_TEXT_SMALL, bar->label);
  text_size (text, &width, &text_height);
  if (width > room && bar->kind != JP_BAR_TERM && bar->kind != JP_BAR_PAST)
    return;
  gtk_snapshot_push_clip (paint->snapshot, &GRAPHENE_RECT_INIT (at, y, room, height));
  put_text (paint, text, at, y + (height - text_height) / 2, &ink);
  gtk_snapshot_pop (paint->snapshot);
}

/* Where text on a bar must end: the window is hatched, and the next bar begins. */
static float
free_room (const JpTimelinePaint *paint, const JpTimelineRow *row, guint index)
{
  const JpTimelineBar *bar = g_ptr_array_index (row->bars, index);
  float free_to = G_MAXFLOAT;

  for (guint i = 0; i < row->bars->len; i++)
    {
      const JpTimelineBar *other = g_ptr_array_index (row->bars, i);

      if (i != index && other->kind != JP_BAR_WINDOW && other->first >= bar->first
          && (other->first > bar->first || i > index))
        free_to = MIN (free_to, x_of (paint, other->first));
    }

  return free_to;
}

static void
draw_mark (const JpTimelinePaint *paint, const JpTimelineRow *row, guint index, guint end, float y)
{
  const JpTimelineMetrics *metrics = &paint->layout->metrics;
  const JpTimelineMark *mark = g_ptr_array_index (row->marks, index);
  graphene_point_t middle = { x_of (paint, mark->day + 0.5), y + (float) metrics->lanes[mark->lane] };
  float width, height, next = G_MAXFLOAT, at;
  GdkRGBA ink;
  PangoLayout *text;

  if (mark->kind == JP_MARK_TERM && !mark->late)
    return; /* the bar's own ends show it */

  jp_timeline_paint_mark (paint->widget, paint->snapshot, paint->texts, mark->kind, mark->late, &middle, metrics->mark);
  if (mark->label == NULL)
    return;

  for (guint i = index + 1; i < end && next == G_MAXFLOAT; i++)
    if (((JpTimelineMark *) g_ptr_array_index (row->marks, i))->lane == mark->lane)
      next = x_of (paint, ((JpTimelineMark *) g_ptr_array_index (row->marks, i))->day) - (float) metrics->mark / 2;
  at = middle.x + (float) metrics->mark / 2 + 4;
  text = jp_text_cache_get (paint->texts, JP_TEXT_SMALL, mark->label);
  text_size (text, &width, &height);
  ink = jp_timeline_mark_ink (mark->kind, mark->late);
  if (at + width < next)
    put_text (paint, text, at, middle.y - height / 2, &ink);
}

static void
draw_row (const JpTimelinePaint *paint, guint index)
{
  const JpTimelineRow *row = g_ptr_array_index (paint->rows, index);
  float y = (float) jp_timeline_layout_row_y (paint->layout, index);
  GdkRGBA line = text_color (paint, 0.1f);
  guint first, end;

  gtk_snapshot_append_color (paint->snapshot, &line,
                             &GRAPHENE_RECT_INIT (0, y + (float) paint->layout->metrics.row - 1,
                                                  (float) paint->layout->width, 1));
  for (guint i = 0; i < row->bars->len; i++)
    draw_bar (paint, g_ptr_array_index (row->bars, i), y + (float) paint->layout->metrics.bar_top,
              free_room (paint, row, i));
  jp_timeline_layout_marks (paint->layout, row, &first, &end);
  for (guint i = first; i < end; i++)
    draw_mark (paint, row, i, row->marks->len, y);
}

/* The column of names, which stays. */

static const char *
status_sign (JpTimelineRows kind)
{
  switch (kind)
    {
    case JP_ROWS_WINDOW:
      return "⚠ ";
    case JP_ROWS_RENEWING:
      return "◔ ";
    case JP_ROWS_OUT:
      return "⊘ ";
    case JP_ROWS_ALL:
    case JP_ROWS_IN_TERM:
    case JP_ROWS_BEFORE:
    case JP_N_ROWS_KINDS:
    default:
      return "";
    }
}

static GdkRGBA
status_color (const JpTimelinePaint *paint, const JpTimelineRow *row)
{
  switch (row->kind)
    {
    case JP_ROWS_WINDOW:
    case JP_ROWS_RENEWING:
      return look_up (paint, "warning_color");
    case JP_ROWS_OUT:
      return look_up (paint, "error_color");
    case JP_ROWS_IN_TERM:
      return row->renewed ? look_up (paint, "success_color") : text_color (paint, 0.65f);
    case JP_ROWS_ALL:
    case JP_ROWS_BEFORE:
    case JP_N_ROWS_KINDS:
    default:
      return text_color (paint, 0.65f);
    }
}

static void
draw_name (const JpTimelinePaint *paint, guint index)
{
  const JpTimelineRow *row = g_ptr_array_index (paint->rows, index);
  const JpTimelineMetrics *metrics = &paint->layout->metrics;
  g_autofree char *status = g_strconcat (status_sign (row->kind), row->status, NULL);
  PangoLayout *name = jp_text_cache_get (paint->texts, JP_TEXT_BOLD, row->name);
  PangoLayout *below = jp_text_cache_get (paint->texts, JP_TEXT_SMALL, status);
  int room = (int) (metrics->names - PADDING - 8) * PANGO_SCALE;
  float y = (float) jp_timeline_layout_row_y (paint->layout, index), width, height, below_height, top;
  GdkRGBA color = text_color (paint, 1), below_color = status_color (paint, row), ground = text_color (paint, 0.06f);

  if (paint->lit.row == (int) index)
    gtk_snapshot_append_color (paint->snapshot, &ground,
                               &GRAPHENE_RECT_INIT (0, y, (float) metrics->names, (float) metrics->row - 1));
  pango_layout_set_width (name, room);
  pango_layout_set_width (below, room);
  text_size (name, &width, &height);
  text_size (below, &width, &below_height);
  top = y + ((float) metrics->row - height - below_height - 2) / 2;
  put_text (paint, name, PADDING, top, &color);
  put_text (paint, below, PADDING, top + height + 2, &below_color);
}

/* The years, which stay too. */

static char *
tick_words (const JpTimelineTick *tick, gboolean quarters)
{
  if (tick->month == 0)
    /* Translators: a year on the timeline's axis */
    return g_strdup_printf (C_("timeline", "%u"), tick->year);
  if (quarters)
    /* Translators: a quarter: year, number */
    return g_strdup_printf (C_("timeline", "%1$u Q%2$u"), tick->year, (tick->month - 1) / 3 + 1);

  /* Translators: a month: year, number */
  return g_strdup_printf (C_("timeline", "%1$u/%2$u"), tick->year, tick->month);
}

static void
draw_label (const JpTimelinePaint *paint, const JpTimelineTick *tick)
{
  gboolean now = paint->today >= tick->day && paint->today <= tick->until;
  float left = (float) paint->layout->metrics.names, from = MAX (x_of (paint, tick->day), left), width, height, x;
  float to = MIN (x_of (paint, (double) tick->until + 1), (float) paint->layout->width);
  g_autofree char *words = tick_words (tick, tick->until - tick->day > 60);
  PangoLayout *text = jp_text_cache_get (paint->texts, now ? JP_TEXT_SMALL_BOLD : JP_TEXT_SMALL, words);
  GdkRGBA color = text_color (paint, now ? 1 : 0.65f);

  text_size (text, &width, &height);
  x = (from + to - width) / 2;
  if (to - from > width + 6)
    put_text (paint, text, x, (float) paint->layout->metrics.header - height - 7, &color);
}

static void
draw_today_pill (const JpTimelinePaint *paint)
{
  guint month, day;
  g_autofree char *words = NULL;
  PangoLayout *text;
  float width, height, x = x_of (paint, paint->today + 0.5);
  GskRoundedRect pill;
  GdkRGBA ground = look_up (paint, "destructive_bg_color"), color = look_up (paint, "destructive_fg_color");

  if (x < paint->layout->metrics.names || x > paint->layout->width)
    return;

  jp_date_split (paint->today, NULL, &month, &day);
  /* Translators: month, day */
  words = g_strdup_printf (_("Today %1$u/%2$u"), month, day);
  text = jp_text_cache_get (paint->texts, JP_TEXT_SMALL_BOLD, words);
  text_size (text, &width, &height);
  x = CLAMP (x - width / 2 - 7, (float) paint->layout->metrics.names + 2, (float) paint->layout->width - width - 16);
  gsk_rounded_rect_init_from_rect (&pill, &GRAPHENE_RECT_INIT (x, 3, width + 14, height + 2), (height + 2) / 2);
  gtk_snapshot_push_rounded_clip (paint->snapshot, &pill);
  gtk_snapshot_append_color (paint->snapshot, &ground, &pill.bounds);
  gtk_snapshot_pop (paint->snapshot);
  put_text (paint, text, x + 7, 4, &color);
}

static void
draw_header (const JpTimelinePaint *paint, GArray *ticks)
{
  const JpTimelineMetrics *metrics = &paint->layout->metrics;
  float bottom = (float) metrics->header;
  GdkRGBA line = text_color (paint, 0.15f), ground = look_up (paint, "view_bg_color");

  gtk_snapshot_append_color (paint->snapshot, &ground,
                             &GRAPHENE_RECT_INIT (0, 0, (float) paint->layout->width, bottom));
  gtk_snapshot_push_clip (paint->snapshot,
                          &GRAPHENE_RECT_INIT ((float) metrics->names, 0,
                                               (float) (paint->layout->width - metrics->names), bottom));
  for (guint i = 0; i < ticks->len; i++)
    {
      const JpTimelineTick *tick = &g_array_index (ticks, JpTimelineTick, i);

      gtk_snapshot_append_color (paint->snapshot, &line,
                                 &GRAPHENE_RECT_INIT (x_of (paint, tick->day), bottom - (tick->major ? 8 : 4), 1,
                                                      tick->major ? 8 : 4));
      if (tick->major)
        draw_label (paint, tick);
    }
  draw_today_pill (paint);
  gtk_snapshot_pop (paint->snapshot);
  gtk_snapshot_append_color (paint->snapshot, &line,
                             &GRAPHENE_RECT_INIT (0, bottom - 1, (float) paint->layout->width, 1));
}

static void
draw_corner (const JpTimelinePaint *paint)
{
  const JpTimelineMetrics *metrics = &paint->layout->metrics;
  PangoLayout *title = jp_text_cache_get (paint->texts, JP_TEXT_SMALL, _("Cluster"));
  GdkRGBA color = text_color (paint, 0.65f), line = text_color (paint, 0.15f);
  float width, height;

  text_size (title, &width, &height);
  put_text (paint, title, PADDING, (float) metrics->header - height - 7, &color);
  gtk_snapshot_append_color (paint->snapshot, &line,
                             &GRAPHENE_RECT_INIT ((float) metrics->names - 1, 0, 1, (float) paint->layout->height));
}

/* What is lit, told beside it. */

static const char *
lit_words (const JpTimelinePaint *paint, const JpTimelineRow *row, float *x)
{
  if (paint->lit.mark >= 0 && (guint) paint->lit.mark < row->marks->len)
    {
      const JpTimelineMark *mark = g_ptr_array_index (row->marks, paint->lit.mark);

      *x = x_of (paint, mark->day + 0.5);
      return mark->words;
    }

  return NULL;
}

static void
draw_bubble (const JpTimelinePaint *paint)
{
  const JpTimelineMetrics *metrics = &paint->layout->metrics;
  const JpTimelineRow *row = g_ptr_array_index (paint->rows, paint->lit.row);
  const JpTimelineMark *mark;
  float x = 0, y = (float) jp_timeline_layout_row_y (paint->layout, (guint) paint->lit.row), width, height,
        size = (float) metrics->mark + 8;
  const char *words = lit_words (paint, row, &x);
  GdkRGBA accent = look_up (paint, "accent_color"), ground = { 0.13f, 0.13f, 0.13f, 0.97f }, white = { 1, 1, 1, 1 };
  GskRoundedRect round;
  PangoLayout *text;

  if (words == NULL)
    return;

  mark = g_ptr_array_index (row->marks, paint->lit.mark);
  gsk_rounded_rect_init_from_rect (
    &round, &GRAPHENE_RECT_INIT (x - size / 2, y + (float) metrics->lanes[mark->lane] - size / 2, size, size), 5);
  gtk_snapshot_append_border (paint->snapshot, &round, (float[]){ 2, 2, 2, 2 },
                              (GdkRGBA[]){ accent, accent, accent, accent });
  text = jp_text_cache_get (paint->texts, JP_TEXT_SMALL, words);
  text_size (text, &width, &height);
  x = CLAMP (x - width / 2, (float) metrics->names,
             MAX ((float) metrics->names, (float) paint->layout->width - width - 20));
  y += (float) metrics->lanes[mark->lane] + size / 2 + 4;
  if (y + height + 12 > paint->layout->height)
    y -= height + size + 20;
  gsk_rounded_rect_init_from_rect (&round, &GRAPHENE_RECT_INIT (x, y, width + 16, height + 12), 7);
  gtk_snapshot_push_rounded_clip (paint->snapshot, &round);
  gtk_snapshot_append_color (paint->snapshot, &ground, &round.bounds);
  gtk_snapshot_pop (paint->snapshot);
  put_text (paint, text, x + 8, y + 6, &white);
}

/**
 * jp_timeline_paint:
 * @paint: what to draw
 *
 * Draws the part of a timeline that is to be seen, and nothing of the rest.
 *
 * Returns: how many rows were drawn
 */
guint
jp_timeline_paint (const JpTimelinePaint *paint)
{
  const JpTimelineLayout *layout = paint->layout;
  g_autoptr (GArray) ticks = jp_timeline_layout_ticks (layout);
  float names = (float) layout->metrics.names, header = (float) layout->metrics.header;
  float width = (float) layout->width, height = (float) layout->height;
  guint first, end;

  jp_timeline_layout_visible (layout, paint->rows->len, &first, &end);
  gtk_snapshot_push_clip (paint->snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gtk_snapshot_push_clip (paint->snapshot,
                          &GRAPHENE_RECT_INIT (names, header, MAX (width - names, 1), MAX (height - header, 1)));
  draw_ground (paint, ticks);
  draw_today (paint);
  for (guint i = first; i < end; i++)
    draw_row (paint, i);
  gtk_snapshot_pop (paint->snapshot);

  gtk_snapshot_push_clip (paint->snapshot, &GRAPHENE_RECT_INIT (0, header, names, MAX (height - header, 1)));
  for (guint i = first; i < end; i++)
    {
      GdkRGBA line = text_color (paint, 0.1f);

      draw_name (paint, i);
      gtk_snapshot_append_color (paint->snapshot, &line,
                                 &GRAPHENE_RECT_INIT (0, (float) jp_timeline_layout_row_y (layout, i + 1) - 1, names,
                                                      1));
    }
  gtk_snapshot_pop (paint->snapshot);
  draw_header (paint, ticks);
  draw_corner (paint);
  if (paint->focused && paint->lit.row >= (int) first && paint->lit.row < (int) end)
    draw_bubble (paint);
  gtk_snapshot_pop (paint->snapshot);

  return end - first;
}
