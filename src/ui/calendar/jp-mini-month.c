/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-mini-month.h"

#include "jp-duty-item.h"

#include <glib/gi18n-lib.h>

#define MAX_DAYS 31

/* The days of a month, drawn; the button around it says in words what they say. */
#define JP_TYPE_MINI_DAYS (jp_mini_days_get_type ())
G_DECLARE_FINAL_TYPE (JpMiniDays, jp_mini_days, JP, MINI_DAYS, GtkWidget)

struct _JpMiniDays
{
  GtkWidget parent_instance;

  guint    n_days;
  guint    first_column;    /* of the first day, Monday 0 */
  guint    today;           /* day of the month, 0: not in it */
  guint    n[MAX_DAYS + 1]; /* duties on each day */
  gboolean late[MAX_DAYS + 1];
  gboolean rest[MAX_DAYS + 1];

  /* Owned. */
  PangoLayout *numbers[MAX_DAYS + 1];
};

G_DEFINE_FINAL_TYPE (JpMiniDays, jp_mini_days, GTK_TYPE_WIDGET)

static PangoLayout *
obtain_number (JpMiniDays *self, guint day)
{
  if (self->numbers[day] == NULL)
    {
      g_autofree char *text = g_strdup_printf ("%u", day);
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_scale_new (0.78));
      self->numbers[day] = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
      pango_layout_set_attributes (self->numbers[day], attributes);
      pango_attr_list_unref (attributes);
    }

  return self->numbers[day];
}

static void
draw_ground (JpMiniDays *self, GtkSnapshot *snapshot, guint day, const graphene_rect_t *cell, const GdkRGBA *text)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  GskRoundedRect round;
  GdkRGBA ground;

  if (self->n[day] == 0
      || !gtk_style_context_lookup_color (style, self->late[day] ? "error_color" : "accent_bg_color", &ground))
    return;

  ground.alpha = self->n[day] >= 5 ? 0.45f : self->n[day] >= 2 ? 0.3f : 0.18f;
  gsk_rounded_rect_init_from_rect (&round, cell, 4);
  gtk_snapshot_push_rounded_clip (snapshot, &round);
  gtk_snapshot_append_color (snapshot, &ground, cell);
  gtk_snapshot_pop (snapshot);
}

static void
draw_day (JpMiniDays *self, GtkSnapshot *snapshot, guint day, const graphene_rect_t *cell, const GdkRGBA *text)
{
  PangoLayout *number = obtain_number (self, day);
  GdkRGBA color = *text;
  int width, height;

  draw_ground (self, snapshot, day, cell, text);
  if (self->rest[day] && self->n[day] == 0)
    color.alpha *= 0.45f;
  pango_layout_get_pixel_size (number, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (cell->origin.x + (cell->size.width - (float) width) / 2,
                                                          cell->origin.y + (cell->size.height - (float) height) / 2));
  gtk_snapshot_append_layout (snapshot, number, &color);
  gtk_snapshot_restore (snapshot);
  if (day == self->today)
    {
      GskRoundedRect round;

      gsk_rounded_rect_init_from_rect (&round, cell, 4);
      gtk_snapshot_append_border (snapshot, &round, (float[]) { 1.5f, 1.5f, 1.5f, 1.5f },
                                  (GdkRGBA[]) { *text, *text, *text, *text });
    }
}

static void
jp_mini_days_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JpMiniDays *self = JP_MINI_DAYS (widget);
  float column = (float) gtk_widget_get_width (widget) / 7, row = (float) gtk_widget_get_height (widget) / 6;
  GdkRGBA text;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &text);
  for (guint day = 1; day <= self->n_days; day++)
    {
      guint place = self->first_column + day - 1;

      draw_day (self, snapshot, day,
                &GRAPHENE_RECT_INIT ((float) (place % 7) * column + 1, (float) (place / 7) * row + 1, column - 2,
                                     row - 2),
                &text);
    }
}

static void
jp_mini_days_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *least, int *natural,
                      int *least_baseline, int *natural_baseline)
{
  int width, height;

  pango_layout_get_pixel_size (obtain_number (JP_MINI_DAYS (widget), 30), &width, &height);
  *least = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 7 * (width + 8) : 6 * (height + 2);
}

static void
forget_numbers (JpMiniDays *self)
{
  for (guint i = 0; i <= MAX_DAYS; i++)
    g_clear_object (&self->numbers[i]);
}

static void
jp_mini_days_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (jp_mini_days_parent_class)->css_changed (widget, change);
  forget_numbers (JP_MINI_DAYS (widget));
}

static void
jp_mini_days_finalize (GObject *object)
{
  forget_numbers (JP_MINI_DAYS (object));

  G_OBJECT_CLASS (jp_mini_days_parent_class)->finalize (object);
}

static void
jp_mini_days_class_init (JpMiniDaysClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jp_mini_days_finalize;
  widget_class->snapshot = jp_mini_days_snapshot;
  widget_class->measure = jp_mini_days_measure;
  widget_class->css_changed = jp_mini_days_css_changed;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
jp_mini_days_init (JpMiniDays *self)
{
}

struct _JpMiniMonth
{
  GtkButton parent_instance;

  /* Borrowed: children. */
  GtkLabel   *title;
  GtkLabel   *count;
  JpMiniDays *days;
};

G_DEFINE_FINAL_TYPE (JpMiniMonth, jp_mini_month, GTK_TYPE_BUTTON)

static void
jp_mini_month_class_init (JpMiniMonthClass *klass)
{
}

static void
jp_mini_month_init (JpMiniMonth *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->title = GTK_LABEL (gtk_label_new (NULL));
  self->count = GTK_LABEL (gtk_label_new (NULL));
  self->days = g_object_new (JP_TYPE_MINI_DAYS, NULL);
  gtk_label_set_xalign (self->title, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_widget_set_vexpand (GTK_WIDGET (self->days), TRUE);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->days));
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "mini-month");
}

GtkWidget *
jp_mini_month_new (void)
{
  return g_object_new (JP_TYPE_MINI_MONTH, NULL);
}

static void
take_days (JpMiniDays *self, JpDate first, JpDate last, const JpContext *context, const JpCalendarItem *items, guint n)
{
  self->n_days = last - first + 1;
  self->first_column = (guint) jp_date_weekday (first) - G_DATE_MONDAY;
  self->today = context->today >= first && context->today <= last ? context->today - first + 1 : 0;
  for (guint i = 1; i <= self->n_days; i++)
    {
      self->n[i] = 0;
      self->late[i] = FALSE;
      self->rest[i] = !jp_holidays_is_workday (context->holidays, first + i - 1, NULL);
    }
  for (guint i = 0; i < n; i++)
    {
      self->n[items[i].day - first + 1]++;
      self->late[items[i].day - first + 1] |= items[i].duty->state == JP_DUTY_OVERDUE;
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
jp_mini_month_show (JpMiniMonth *self, guint year, guint month, const JpContext *context, const JpCalendarDays *days)
{
  JpDate first = jp_date_new (year, month, 1), last = jp_date_add_months (first, 1) - 1;
  g_autofree char *title = NULL, *count = NULL, *name = NULL;
  guint n;
  const JpCalendarItem *items;

  g_return_if_fail (JP_IS_MINI_MONTH (self));

  items = jp_calendar_days_range (days, first, last, &n);
  take_days (self->days, first, last, context, items, n);
  /* Translators: a month by its number */
  title = g_strdup_printf (_("Month %u"), month);
  count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item", "%u items", n), n);
  name = g_strdup_printf ("%u %s，%s", year, title, count);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->count, n > 0 ? count : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
