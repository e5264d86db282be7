/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-day-cell.h"

#include "jp-duty-item.h"

#include <glib/gi18n-lib.h>

#define PADDING 6

struct _JpDayCell
{
  GtkWidget parent_instance;

  JpDayFacts facts;
  gboolean   selected;

  /* Owned. */
  GPtrArray *lines;       /* of PangoLayout, an item each */
  GArray    *states;      /* of JpDutyState, as the lines */
  PangoLayout *number;
  PangoLayout *mark;      /* 休, 班; NULL: none */
  PangoLayout *more;      /* NULL: to be made */
  guint        more_n;    /* what it says */
  guint        n_duties;
};

G_DEFINE_FINAL_TYPE (JpDayCell, jp_day_cell, GTK_TYPE_WIDGET)

const char *
jp_duty_state_sign (JpDutyState state)
{
  static const char *const signs[] = {
    [JP_DUTY_UPCOMING] = "○", [JP_DUTY_DUE] = "●",           [JP_DUTY_OVERDUE] = "▲",
    [JP_DUTY_DONE] = "✓",     [JP_DUTY_NOT_RECORDED] = "？",
  };

  return signs[state];
}

static PangoLayout *
new_layout (JpDayCell *self, const char *text, double scale, gboolean bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_attr_list_unref (attributes);

  return layout;
}

static int
height_of (PangoLayout *layout)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static void
take_fold (JpDayCell *self, const JpCalendarFold *fold, GString *words)
{
  const char *sign = jp_duty_state_sign (fold->first->state);
  g_autofree char *many = fold->n > 1 ? g_strdup_printf ("%u× ", fold->n) : g_strdup ("");
  g_autofree char *text = g_strdup_printf ("%s %s%s%s", sign, many, fold->first->subject,
                                           fold->first->work_by_provisional ? "（暂估）" : "");

  g_ptr_array_add (self->lines, new_layout (self, text, 0.84, FALSE));
  g_array_append_val (self->states, fold->first->state);
  g_string_append_printf (words, "；%s%s，%s", many, fold->first->subject, jp_duty_state_name (fold->first->state));
  self->n_duties += fold->n;
}

static void
take_name (JpDayCell *self, const char *items)
{
  const char *mark = jp_day_kind_mark (self->facts.kind);
  g_autofree char *date = jp_duty_day_words (self->facts.day, JP_DATE_NONE);
  g_autofree char *count
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item", "%u items", self->n_duties), self->n_duties);
  g_autofree char *name = g_strdup_printf ("%s%s%s%s，%s%s", date, mark != NULL ? "，" : "", mark != NULL ? mark : "",
                                           self->facts.provisional ? "（暂估）" : "", count, items);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * jp_day_cell_show:
 * @self: a cell
 * @facts: what day it is
 * @days: (nullable): what there is to do; not kept
 *
 * Shows another day.
 */
void
jp_day_cell_show (JpDayCell *self, const JpDayFacts *facts, const JpCalendarDays *days)
{
  g_autoptr (GArray) folds = days != NULL ? jp_calendar_days_fold (days, facts->day) : NULL;
  g_autoptr (GString) words = g_string_new (NULL);
  const char *mark = jp_day_kind_mark (facts->kind);
  g_autofree char *number = NULL;
  guint month, day;

  self->facts = *facts;
  jp_date_split (facts->day, NULL, &month, &day);
  number = day == 1 ? g_strdup_printf ("%u/%u", month, day) : g_strdup_printf ("%u", day);
  g_clear_object (&self->number);
  g_clear_object (&self->mark);
  g_clear_object (&self->more);
  self->number = new_layout (self, number, 0.95, facts->today);
  self->mark = mark != NULL ? new_layout (self, mark, 0.72, TRUE) : NULL;

  g_ptr_array_set_size (self->lines, 0);
  g_array_set_size (self->states, 0);
  self->n_duties = 0;
  for (guint i = 0; folds != NULL && i < folds->len; i++)
    take_fold (self, &g_array_index (folds, JpCalendarFold, i), words);
  take_name (self, words->str);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

JpDate
jp_day_cell_get_day (JpDayCell *self)
{
  return self->facts.day;
}

void
jp_day_cell_set_selected (JpDayCell *self, gboolean selected)
{
  if (self->selected == selected)
    return;

  self->selected = selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
  if (selected)
    gtk_widget_set_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static int
line_step (JpDayCell *self)
{
  return (self->lines->len > 0 ? height_of (g_ptr_array_index (self->lines, 0)) : 0) + 2;
}

guint
jp_day_cell_get_n_shown (JpDayCell *self)
{
  int room = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * PADDING - height_of (self->number) - 4;
  int fit = self->lines->len > 0 ? MAX (room, 0) / line_step (self) : 0;

  if ((guint) fit >= self->lines->len)
    return self->lines->len;

  return (guint) MAX (fit - 1, 0); /* the last line counts the rest */
}

static PangoLayout *
obtain_more (JpDayCell *self, guint n_more)
{
  if (self->more == NULL || self->more_n != n_more)
    {
      /* Translators: so many items of a day, for which there is no room in its cell */
      g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", n_more), n_more);

      g_clear_object (&self->more);
      self->more = new_layout (self, text, 0.8, TRUE);
      self->more_n = n_more;
    }

  return self->more;
}

static void
draw_layout (GtkSnapshot *snapshot, PangoLayout *layout, float x, float y, const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static GdkRGBA
look_up (GtkWidget *widget, const char *name, const GdkRGBA *otherwise)
{
  GdkRGBA color;

  return gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &color) ? color : *otherwise;
}

static void
draw_number (JpDayCell *self, GtkSnapshot *snapshot, const GdkRGBA *text)
{
  GdkRGBA accent = look_up (GTK_WIDGET (self), "accent_bg_color", text);
  GdkRGBA on_accent = look_up (GTK_WIDGET (self), "accent_fg_color", text);
  GdkRGBA color = *text;
  int width, height;

  pango_layout_get_pixel_size (self->number, &width, &height);
  if (self->facts.today)
    {
      GskRoundedRect round;

      gsk_rounded_rect_init_from_rect (&round,
                                       &GRAPHENE_RECT_INIT (PADDING - 3, PADDING - 1, (float) width + 8,
                                                            (float) height + 2),
                                       (float) height / 2);
      gtk_snapshot_push_rounded_clip (snapshot, &round);
      gtk_snapshot_append_color (snapshot, &accent, &round.bounds);
      gtk_snapshot_pop (snapshot);
      draw_layout (snapshot, self->number, PADDING + 1, PADDING, &on_accent);
      return;
    }

  if (self->facts.outside)
    color.alpha *= 0.45f;
  draw_layout (snapshot, self->number, PADDING, PADDING, &color);
}

/* A word in a square: 休 in red, 班 as dark as text. */
static void
draw_mark (JpDayCell *self, GtkSnapshot *snapshot, const GdkRGBA *text)
{
  GdkRGBA rest = look_up (GTK_WIDGET (self), "error_color", text), ground;
  GdkRGBA on_ground = look_up (GTK_WIDGET (self), "window_bg_color", text);
  int width, height;
  float x;
  GskRoundedRect square;

  if (self->mark == NULL)
    return;

  pango_layout_get_pixel_size (self->mark, &width, &height);
  x = (float) (gtk_widget_get_width (GTK_WIDGET (self)) - PADDING - width - 4);
  ground = self->facts.kind == JP_DAY_HOLIDAY ? rest : *text;
  ground.alpha *= (self->facts.kind == JP_DAY_HOLIDAY ? 0.16f : 0.75f) * (self->facts.outside ? 0.5f : 1);
  gsk_rounded_rect_init_from_rect (&square, &GRAPHENE_RECT_INIT (x, PADDING, (float) width + 5, (float) height + 1), 3);
  gtk_snapshot_push_rounded_clip (snapshot, &square);
  gtk_snapshot_append_color (snapshot, &ground, &square.bounds);
  gtk_snapshot_pop (snapshot);
  draw_layout (snapshot, self->mark, x + 2.5f, PADDING, self->facts.kind == JP_DAY_HOLIDAY ? &rest : &on_ground);
}

static GdkRGBA
state_color (JpDayCell *self, JpDutyState state, const GdkRGBA *text)
{
  GdkRGBA color = *text;

  if (state == JP_DUTY_OVERDUE)
    color = look_up (GTK_WIDGET (self), "error_color", text);
  else if (state == JP_DUTY_DUE)
    color = look_up (GTK_WIDGET (self), "warning_color", text);
  else if (state != JP_DUTY_UPCOMING)
    color.alpha *= 0.6f;
  if (self->facts.outside)
    color.alpha *= 0.6f;

  return color;
}

static void
draw_lines (JpDayCell *self, GtkSnapshot *snapshot, const GdkRGBA *text)
{
  guint shown = jp_day_cell_get_n_shown (self), n_more = self->lines->len - shown;
  int room = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * PADDING;
  float y = (float) (PADDING + height_of (self->number) + 4);

  for (guint i = 0; i < shown; i++)
    {
      PangoLayout *line = g_ptr_array_index (self->lines, i);
      GdkRGBA color = state_color (self, g_array_index (self->states, JpDutyState, i), text);

      pango_layout_set_width (line, MAX (room, 0) * PANGO_SCALE);
      draw_layout (snapshot, line, PADDING, y, &color);
      y += (float) line_step (self);
    }
  if (n_more > 0)
    {
      GdkRGBA color = look_up (GTK_WIDGET (self), "accent_color", text);
      PangoLayout *more = obtain_more (self, n_more);

      pango_layout_set_width (more, MAX (room, 0) * PANGO_SCALE);
      draw_layout (snapshot, more, PADDING, y, &color);
    }
}

static void
jp_day_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JpDayCell *self = JP_DAY_CELL (widget);
  GdkRGBA text;

  if (self->number == NULL)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &text);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                         (float) gtk_widget_get_height (widget)));
  draw_number (self, snapshot, &text);
  draw_mark (self, snapshot, &text);
  draw_lines (self, snapshot, &text);
  gtk_snapshot_pop (snapshot);
}

static void
jp_day_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *least, int *natural,
                     int *least_baseline, int *natural_baseline)
{
  g_autoptr (PangoLayout) sample = gtk_widget_create_pango_layout (widget, "集");
  int width, height;

  pango_layout_get_pixel_size (sample, &width, &height);
  *least = orientation == GTK_ORIENTATION_HORIZONTAL ? 3 * width + 2 * PADDING : 2 * height + 2 * PADDING;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 7 * width : 5 * height;
}

/* Other fonts: the same words anew. */
static void
relay (gpointer layout, gpointer data)
{
  pango_layout_context_changed (layout);
}

static void
jp_day_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  JpDayCell *self = JP_DAY_CELL (widget);

  GTK_WIDGET_CLASS (jp_day_cell_parent_class)->css_changed (widget, change);
  g_ptr_array_foreach (self->lines, relay, NULL);
  if (self->number != NULL)
    relay (self->number, NULL);
  if (self->mark != NULL)
    relay (self->mark, NULL);
  g_clear_object (&self->more);
}

static void
jp_day_cell_finalize (GObject *object)
{
  JpDayCell *self = JP_DAY_CELL (object);

  g_ptr_array_unref (self->lines);
  g_array_unref (self->states);
  g_clear_object (&self->number);
  g_clear_object (&self->mark);
  g_clear_object (&self->more);

  G_OBJECT_CLASS (jp_day_cell_parent_class)->finalize (object);
}

static void
jp_day_cell_class_init (JpDayCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jp_day_cell_finalize;
  widget_class->snapshot = jp_day_cell_snapshot;
  widget_class->measure = jp_day_cell_measure;
  widget_class->css_changed = jp_day_cell_css_changed;

  gtk_widget_class_set_css_name (widget_class, "daycell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
jp_day_cell_init (JpDayCell *self)
{
  self->lines = g_ptr_array_new_with_free_func (g_object_unref);
  self->states = g_array_new (FALSE, FALSE, sizeof (JpDutyState));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
jp_day_cell_new (void)
{
  return g_object_new (JP_TYPE_DAY_CELL, NULL);
}
