/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-paper-view.h"

#include "jp-paper-press.h"

#include <glib/gi18n-lib.h>

static const double usual_zooms[] = { 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4 };

struct _JpPaperView
{
  AdwBin parent_instance;

  /* Template widgets. */
  GtkStack      *states;
  AdwStatusPage *words;
  JpPaperDesk   *desk;

  /* Owned. */
  JpPaperPress *press;
  char         *note;
  gboolean      busy;
  gboolean      keep_place;
};

G_DEFINE_FINAL_TYPE (JpPaperView, jp_paper_view, ADW_TYPE_BIN)

typedef enum
{
  PROP_N_PAGES = 1,
  PROP_PAGE,
  PROP_ZOOM,
  PROP_NOTE,
  PROP_BUSY,
  N_PROPS,
} JpPaperViewProperty;

static GParamSpec *properties[N_PROPS];

static void
set_busy (JpPaperView *self, gboolean busy)
{
  if (self->busy == busy)
    return;

  self->busy = busy;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->desk), GTK_ACCESSIBLE_STATE_BUSY, busy, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
set_note (JpPaperView *self, const char *note)
{
  if (g_strcmp0 (self->note, note) == 0)
    return;

  g_free (self->note);
  self->note = g_strdup (note);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTE]);
}

static void
show_state (JpPaperView *self, const char *title, const char *description)
{
  adw_status_page_set_title (self->words, title);
  adw_status_page_set_description (self->words, description);
  gtk_stack_set_visible_child_name (self->states, "words");
}

static void
on_laid_out (gpointer owner, GPtrArray *pages, gboolean first)
{
  JpPaperView *self = owner;

  if (first)
    jp_paper_desk_replace (self->desk, pages, self->keep_place);
  else
    jp_paper_desk_append (self->desk, pages);
  if (pages->len > 0)
    gtk_stack_set_visible_child_name (self->states, "papers");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_PAGES]);
}

static void
on_finished (gpointer owner, const char *note, const GError *error)
{
  JpPaperView *self = owner;

  if (error != NULL)
    show_state (self, _("Nothing Can Be Printed"), error->message);
  else if (jp_paper_desk_get_n_pages (self->desk) == 0)
    show_state (self, _("Nothing to Print"), NULL);
  set_note (self, note);
  set_busy (self, FALSE);
}

static void
on_drawn (gpointer owner, const JpPressWish *wish, GdkTexture *texture)
{
  JpPaperView *self = owner;

  jp_paper_desk_set_texture (self->desk, wish->page, texture);
}

static void
on_wanted (JpPaperView *self)
{
  g_autoptr (GArray) wishes = jp_paper_desk_get_wishes (self->desk);

  jp_paper_press_want (self->press, (const JpPressWish *) (gpointer) wishes->data, wishes->len);
}

static void
on_moved (JpPaperView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

/* A window's height, less what lets the eye find the line again; a page where pages are shown whole. */
static void
turn (JpPaperView *self, int pages)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->desk));
  guint page = jp_paper_desk_get_page (self->desk);

  if (jp_paper_desk_get_fit (self->desk) != JP_PAPER_FIT_PAGE)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) +
                                            pages * gtk_adjustment_get_page_increment (adjustment));
  else if (pages > 0 || page > 0)
    jp_paper_desk_set_page (self->desk, page + (guint) pages);
}

static gboolean
on_turn (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  turn (JP_PAPER_VIEW (data), g_variant_get_int32 (parameter));

  return TRUE;
}

static gboolean
on_scroll (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  JpPaperView *self = data;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->desk));

  gtk_adjustment_set_value (adjustment,
                            gtk_adjustment_get_value (adjustment)
                              + g_variant_get_int32 (parameter) * gtk_adjustment_get_step_increment (adjustment));

  return TRUE;
}

static gboolean
on_end (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  JpPaperView *self = data;
  guint n_pages = jp_paper_desk_get_n_pages (self->desk);

  if (n_pages > 0)
    jp_paper_desk_set_page (self->desk, g_variant_get_int32 (parameter) < 0 ? 0 : n_pages - 1);

  return TRUE;
}

static gboolean
on_zoom (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  JpPaperView *self = data;
  int direction = g_variant_get_int32 (parameter);

  if (direction == 0)
    jp_paper_view_set_fit (self, JP_PAPER_FIT_PAGE);
  else
    jp_paper_view_step_zoom (self, direction);

  return TRUE;
}

static const struct
{
  guint           key;
  GdkModifierType modifiers;
  GtkShortcutFunc func;
  int             parameter;
} keys[] = {
  { GDK_KEY_Page_Down, 0, on_turn, 1 },
  { GDK_KEY_KP_Page_Down, 0, on_turn, 1 },
  { GDK_KEY_space, 0, on_turn, 1 },
  { GDK_KEY_Page_Up, 0, on_turn, -1 },
  { GDK_KEY_KP_Page_Up, 0, on_turn, -1 },
  { GDK_KEY_space, GDK_SHIFT_MASK, on_turn, -1 },
  { GDK_KEY_Down, 0, on_scroll, 1 },
  { GDK_KEY_Up, 0, on_scroll, -1 },
  { GDK_KEY_Home, 0, on_end, -1 },
  { GDK_KEY_KP_Home, 0, on_end, -1 },
  { GDK_KEY_End, 0, on_end, 1 },
  { GDK_KEY_KP_End, 0, on_end, 1 },
  { GDK_KEY_plus, 0, on_zoom, 1 },
  { GDK_KEY_equal, 0, on_zoom, 1 },
  { GDK_KEY_KP_Add, 0, on_zoom, 1 },
  { GDK_KEY_plus, GDK_CONTROL_MASK, on_zoom, 1 },
  { GDK_KEY_equal, GDK_CONTROL_MASK, on_zoom, 1 },
  { GDK_KEY_KP_Add, GDK_CONTROL_MASK, on_zoom, 1 },
  { GDK_KEY_minus, 0, on_zoom, -1 },
  { GDK_KEY_KP_Subtract, 0, on_zoom, -1 },
  { GDK_KEY_minus, GDK_CONTROL_MASK, on_zoom, -1 },
  { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, on_zoom, -1 },
  { GDK_KEY_0, 0, on_zoom, 0 },
  { GDK_KEY_KP_0, 0, on_zoom, 0 },
  { GDK_KEY_0, GDK_CONTROL_MASK, on_zoom, 0 },
};

/* On the desk itself, before the scrolled window around it takes the same keys for itself. */
static void
add_keys (JpPaperView *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                                                gtk_callback_action_new (keys[i].func, self, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (keys[i].parameter));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self->desk), controller);
}

static gboolean
on_wheel (JpPaperView *self, double dx, double dy, GtkEventControllerScroll *wheel)
{
  if ((gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (wheel)) & GDK_CONTROL_MASK) == 0 || dy == 0)
    return FALSE;

  jp_paper_view_step_zoom (self, dy < 0 ? 1 : -1);
  return TRUE;
}

static void
on_pressed (JpPaperView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->desk));
}

static void
add_mouse (JpPaperView *self)
{
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL |
                                                               GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (wheel, "scroll", G_CALLBACK (on_wheel), self);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->desk), GTK_EVENT_CONTROLLER (click));
}

static void
jp_paper_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JpPaperView *self = JP_PAPER_VIEW (object);

  switch ((JpPaperViewProperty) id)
    {
    case PROP_N_PAGES:
      g_value_set_uint (value, jp_paper_view_get_n_pages (self));
      break;
    case PROP_PAGE:
      g_value_set_uint (value, jp_paper_view_get_page (self));
      break;
    case PROP_ZOOM:
      g_value_set_double (value, jp_paper_view_get_zoom (self));
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jp_paper_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((JpPaperViewProperty) id)
    {
    case PROP_PAGE:
      jp_paper_view_set_page (JP_PAPER_VIEW (object), g_value_get_uint (value));
      break;
    case PROP_N_PAGES:
    case PROP_ZOOM:
    case PROP_NOTE:
    case PROP_BUSY:
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jp_paper_view_dispose (GObject *object)
{
  JpPaperView *self = JP_PAPER_VIEW (object);

  g_clear_pointer (&self->press, jp_paper_press_close);

  G_OBJECT_CLASS (jp_paper_view_parent_class)->dispose (object);
}

static void
jp_paper_view_finalize (GObject *object)
{
  g_free (JP_PAPER_VIEW (object)->note);

  G_OBJECT_CLASS (jp_paper_view_parent_class)->finalize (object);
}

static void
jp_paper_view_class_init (JpPaperViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = jp_paper_view_get_property;
  object_class->set_property = jp_paper_view_set_property;
  object_class->dispose = jp_paper_view_dispose;
  object_class->finalize = jp_paper_view_finalize;

  properties[PROP_N_PAGES] = g_param_spec_uint ("n-pages", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | flags);
  properties[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READWRITE | flags);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, 100, 1, G_PARAM_READABLE | flags);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, G_PARAM_READABLE | flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (JP_TYPE_PAPER_DESK);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiping/Jiping/ui/jp-paper-view.ui");
  gtk_widget_class_bind_template_child (widget_class, JpPaperView, states);
  gtk_widget_class_bind_template_child (widget_class, JpPaperView, words);
  gtk_widget_class_bind_template_child (widget_class, JpPaperView, desk);
  gtk_widget_class_bind_template_callback (widget_class, on_wanted);
  gtk_widget_class_bind_template_callback (widget_class, on_moved);
  gtk_widget_class_set_css_name (widget_class, "paper-view");
}

static void
jp_paper_view_init (JpPaperView *self)
{
  static const JpPressEvents events = { on_laid_out, on_finished, on_drawn };

  gtk_widget_init_template (GTK_WIDGET (self));
  self->press = jp_paper_press_new (&events, self);
  add_keys (self);
  add_mouse (self);
}

GtkWidget *
jp_paper_view_new (void)
{
  return g_object_new (JP_TYPE_PAPER_VIEW, NULL);
}

void
jp_paper_view_show_papers (JpPaperView *self, JpPaperSource next, gpointer data, GDestroyNotify destroy,
                           gboolean keep_place)
{
  g_return_if_fail (JP_IS_PAPER_VIEW (self));

  self->keep_place = keep_place;
  set_busy (self, TRUE);
  jp_paper_press_order (self->press, next, data, destroy);
}

static JpPaper *
next_of_list (gpointer data)
{
  GPtrArray *papers = data;

  return papers->len > 0 ? g_ptr_array_steal_index (papers, 0) : NULL;
}

/**
 * jp_paper_view_show_list:
 * @self: a view
 * @papers: (transfer full) (element-type JpPaper): the papers
 * @keep_place: whether to stay at the page that is shown
 */
void
jp_paper_view_show_list (JpPaperView *self, GPtrArray *papers, gboolean keep_place)
{
  jp_paper_view_show_papers (self, next_of_list, papers, (GDestroyNotify) g_ptr_array_unref, keep_place);
}

void
jp_paper_view_show_words (JpPaperView *self, const char *title, const char *description)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  g_return_if_fail (JP_IS_PAPER_VIEW (self));

  /* Whatever is being laid out is of no use any more. */
  jp_paper_press_forget (self->press);
  jp_paper_desk_replace (self->desk, none, FALSE);
  set_note (self, NULL);
  set_busy (self, FALSE);
  show_state (self, title, description);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_PAGES]);
}

void
jp_paper_view_set_fonts_file (JpPaperView *self, const char *path)
{
  g_return_if_fail (JP_IS_PAPER_VIEW (self));

  jp_paper_press_set_fonts_file (self->press, path);
}

guint
jp_paper_view_get_n_pages (JpPaperView *self)
{
  return jp_paper_desk_get_n_pages (self->desk);
}

guint
jp_paper_view_get_page (JpPaperView *self)
{
  return jp_paper_desk_get_n_pages (self->desk) > 0 ? jp_paper_desk_get_page (self->desk) + 1 : 0;
}

void
jp_paper_view_set_page (JpPaperView *self, guint page)
{
  g_return_if_fail (JP_IS_PAPER_VIEW (self));

  if (page > 0)
    jp_paper_desk_set_page (self->desk, MIN (page, jp_paper_view_get_n_pages (self)) - 1);
}

double
jp_paper_view_get_zoom (JpPaperView *self)
{
  return jp_paper_desk_get_zoom (self->desk);
}

JpPaperFit
jp_paper_view_get_fit (JpPaperView *self)
{
  return jp_paper_desk_get_fit (self->desk);
}

void
jp_paper_view_set_fit (JpPaperView *self, JpPaperFit fit)
{
  jp_paper_desk_set_fit (self->desk, fit);
}

void
jp_paper_view_set_zoom (JpPaperView *self, double zoom)
{
  jp_paper_desk_set_zoom (self->desk, zoom);
}

void
jp_paper_view_step_zoom (JpPaperView *self, int direction)
{
  const int n = (int) G_N_ELEMENTS (usual_zooms);
  int i = direction > 0 ? 0 : n - 1;

  while (i >= 0 && i < n && (usual_zooms[i] - jp_paper_desk_get_zoom (self->desk)) * direction <= 0.005)
    i += direction;

  jp_paper_desk_set_zoom (self->desk, usual_zooms[CLAMP (i, 0, n - 1)]);
}

const char *
jp_paper_view_get_note (JpPaperView *self)
{
  return self->note;
}

gboolean
jp_paper_view_get_busy (JpPaperView *self)
{
  return self->busy;
}
