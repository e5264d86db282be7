/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-chart-canvas.h"

#include <adwaita.h>

#define BUBBLE_PADDING 7
#define NOTHING (-1)

struct _JpChartCanvas
{
  GtkWidget parent_instance;

  /* Owned. */
  JpChart       *chart;
  JpChartLayout *layout; /* NULL: to be made */
  guint          serial; /* of the fonts it was made with */
  int            lit;    /* index of a mark, or NOTHING */
  gboolean       by_key; /* the keyboard lit it */
};

G_DEFINE_FINAL_TYPE (JpChartCanvas, jp_chart_canvas, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const JpChartTheme *
theme_now (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (style);

  if (adw_style_manager_get_high_contrast (style))
    return jp_chart_theme (dark ? JP_CHART_THEME_HIGH_CONTRAST_DARK : JP_CHART_THEME_HIGH_CONTRAST);

  return jp_chart_theme (dark ? JP_CHART_THEME_DARK : JP_CHART_THEME_LIGHT);
}

static void
forget_layout (JpChartCanvas *self)
{
  g_clear_pointer (&self->layout, jp_chart_layout_free);
}

/* The layout for the present size and fonts; NULL without a chart. */
static JpChartLayout *
obtain_layout (JpChartCanvas *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));

  if (self->serial != pango_context_get_serial (context))
    forget_layout (self);
  if (self->layout == NULL && self->chart != NULL)
    {
      self->serial = pango_context_get_serial (context);
      self->layout = jp_chart_layout_new (self->chart, context, gtk_widget_get_width (GTK_WIDGET (self)),
                                          gtk_widget_get_height (GTK_WIDGET (self)));
    }

  return self->layout;
}

static const JpChartMark *
lit_mark (JpChartCanvas *self)
{
  JpChartLayout *layout = obtain_layout (self);

  if (layout == NULL || self->lit < 0 || (guint) self->lit >= jp_chart_layout_n_marks (layout))
    return NULL;

  return jp_chart_layout_mark (layout, (guint) self->lit);
}

static void
update_name (JpChartCanvas *self)
{
  const JpChartMark *mark = self->by_key ? lit_mark (self) : NULL;
  g_autofree char *words = mark != NULL ? jp_chart_describe_mark (self->chart, mark->series, mark->category) : NULL;
  g_autofree char *name = g_strjoin (" · ", self->chart != NULL ? jp_chart_get_name (self->chart) : "", words, NULL);

  g_strdelimit (name, "\n", ' ');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
light (JpChartCanvas *self, int lit, gboolean by_key)
{
  const JpChartMark *mark;

  if (self->lit == lit && self->by_key == by_key)
    return;

  self->lit = lit;
  self->by_key = by_key;
  mark = lit_mark (self);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   mark != NULL && jp_chart_get_place (self->chart, mark->category) != NULL ? "pointer"
                                                                                                            : NULL);
  update_name (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
activate_lit (JpChartCanvas *self)
{
  const JpChartMark *mark = lit_mark (self);
  const char *place = mark != NULL ? jp_chart_get_place (self->chart, mark->category) : NULL;

  if (place != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, place);
}

static void
on_motion (JpChartCanvas *self, double x, double y)
{
  JpChartLayout *layout = obtain_layout (self);

  light (self, layout != NULL ? jp_chart_layout_find (layout, x, y) : NOTHING, FALSE);
}

static void
on_leave (JpChartCanvas *self)
{
  if (!self->by_key)
    light (self, NOTHING, FALSE);
}

static void
on_released (JpChartCanvas *self, int n_press, double x, double y)
{
  on_motion (self, x, y);
  activate_lit (self);
}

static void
on_focus_in (JpChartCanvas *self)
{
  if (gtk_widget_has_visible_focus (GTK_WIDGET (self)) && self->lit == NOTHING)
    light (self, 0, TRUE);
}

static void
on_focus_out (JpChartCanvas *self)
{
  if (self->by_key)
    light (self, NOTHING, FALSE);
}

static gboolean
on_key (JpChartCanvas *self, guint key, guint code, GdkModifierType modifiers)
{
  JpChartLayout *layout = obtain_layout (self);
  int last = layout != NULL ? (int) jp_chart_layout_n_marks (layout) - 1 : -1;

  if (last < 0 || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;

  switch (key)
    {
    case GDK_KEY_Right:
    case GDK_KEY_Down:
      light (self, MIN (self->lit + 1, last), TRUE);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_Up:
      light (self, MAX (self->lit - 1, 0), TRUE);
      return TRUE;
    case GDK_KEY_Home:
      light (self, 0, TRUE);
      return TRUE;
    case GDK_KEY_End:
      light (self, last, TRUE);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      activate_lit (self);
      return TRUE;
    default:
      return FALSE;
    }
}

/* What the lit mark says, as near to it as there is room. */
static void
snapshot_bubble (JpChartCanvas *self, GtkSnapshot *snapshot, const JpChartMark *mark)
{
  g_autofree char *words = jp_chart_describe_mark (self->chart, mark->series, mark->category);
  g_autoptr (PangoLayout) text = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  float room_x = (float) gtk_widget_get_width (GTK_WIDGET (self)),
        room_y = (float) gtk_widget_get_height (GTK_WIDGET (self));
  graphene_rect_t ground;
  GskRoundedRect rounded;
  int width, height;
  float x, y, w, h;

  pango_layout_get_pixel_size (text, &width, &height);
  w = (float) width + 2 * BUBBLE_PADDING;
  h = (float) height + 2 * BUBBLE_PADDING;
  x = CLAMP ((float) (mark->box.x + mark->box.width / 2) - w / 2, 0, MAX (room_x - w, 0));
  y = (float) mark->box.y - h - 4;
  if (y < 0)
    y = MIN ((float) (mark->box.y + mark->box.height) + 4, MAX (room_y - h, 0));

  graphene_rect_init (&ground, x, y, w, h);
  gsk_rounded_rect_init_from_rect (&rounded, &ground, 7);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 0.13f, 0.13f, 0.13f, 0.96f }, &ground);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &rounded, (float[]){ 1, 1, 1, 1 },
                              (GdkRGBA[]){
                                { 1, 1, 1, 0.3f }, { 1, 1, 1, 0.3f }, { 1, 1, 1, 0.3f }, { 1, 1, 1, 0.3f } });
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x + BUBBLE_PADDING, y + BUBBLE_PADDING));
  gtk_snapshot_append_layout (snapshot, text, &(GdkRGBA) { 1, 1, 1, 1 });
  gtk_snapshot_restore (snapshot);
}

static void
jp_chart_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JpChartCanvas *self = JP_CHART_CANVAS (widget);
  JpChartLayout *layout = obtain_layout (self);
  graphene_rect_t space
    = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  const JpChartMark *mark;
  cairo_t *cr;

  if (layout == NULL)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &space);
  jp_chart_layout_draw (layout, cr, theme_now (), self->lit);
  cairo_destroy (cr);

  mark = lit_mark (self);
  if (mark != NULL)
    snapshot_bubble (self, snapshot, mark);
}

static void
jp_chart_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *least, int *natural,
                         int *least_baseline, int *natural_baseline)
{
  JpChartCanvas *self = JP_CHART_CANVAS (widget);
  double width = 0, least_height = 0, height = 0;

  if (self->chart != NULL)
    jp_chart_measure (self->chart, gtk_widget_get_pango_context (widget), &width, &least_height, &height);
  *least = (int) (orientation == GTK_ORIENTATION_HORIZONTAL ? width : least_height) + 1;
  *natural = (int) (orientation == GTK_ORIENTATION_HORIZONTAL ? width * 1.6 : height) + 1;
}

static void
jp_chart_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  forget_layout (JP_CHART_CANVAS (widget));
}

static void
jp_chart_canvas_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (jp_chart_canvas_parent_class)->css_changed (widget, change);
  forget_layout (JP_CHART_CANVAS (widget));
}

static void
jp_chart_canvas_dispose (GObject *object)
{
  JpChartCanvas *self = JP_CHART_CANVAS (object);

  forget_layout (self);
  g_clear_pointer (&self->chart, jp_chart_unref);

  G_OBJECT_CLASS (jp_chart_canvas_parent_class)->dispose (object);
}

static void
jp_chart_canvas_class_init (JpChartCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jp_chart_canvas_dispose;
  widget_class->snapshot = jp_chart_canvas_snapshot;
  widget_class->measure = jp_chart_canvas_measure;
  widget_class->size_allocate = jp_chart_canvas_size_allocate;
  widget_class->css_changed = jp_chart_canvas_css_changed;

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
jp_chart_canvas_init (JpChartCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->lit = NOTHING;
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_focus_in), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_out), self);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
jp_chart_canvas_new (void)
{
  return g_object_new (JP_TYPE_CHART_CANVAS, NULL);
}

/**
 * jp_chart_canvas_set_chart:
 * @self: a canvas
 * @chart: (nullable): what to draw; the canvas takes a reference
 */
void
jp_chart_canvas_set_chart (JpChartCanvas *self, JpChart *chart)
{
  g_autofree char *description = NULL;

  g_return_if_fail (JP_IS_CHART_CANVAS (self));

  if (self->chart == chart)
    return;

  forget_layout (self);
  jp_chart_unref (self->chart);
  self->chart = chart != NULL ? jp_chart_ref (chart) : NULL;
  self->lit = NOTHING;
  description = chart != NULL ? jp_chart_describe (chart) : g_strdup ("");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  update_name (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
