/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-page.h"

typedef struct
{
  /* Owned. */
  JpSession  *session;
  JpSnapshot *shown;   /* keeps alive what the page borrows, also while it is hidden */
  char       *title;
  GtkWidget  *side;
  char       *target;  /* to be opened when the page is first shown */
  gulong      changed;
  gboolean    stale;
  gboolean    opening;
  gboolean    can_make;
  gboolean    shows_year;
} JpPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (JpPage, jp_page, ADW_TYPE_BIN)

typedef enum
{
  PROP_SESSION = 1,
  PROP_TITLE,
  PROP_CAN_MAKE,
  PROP_SHOWS_YEAR,
  N_PROPS,
} JpPageProperty;

static GParamSpec *properties[N_PROPS];

static void
refresh (JpPage *self)
{
  JpPagePrivate *private = jp_page_get_instance_private (self);
  g_autoptr (JpSnapshot) before = NULL;

  if (private->session == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      private->stale = TRUE;
      return;
    }

  before = private->shown;
  private->shown = jp_snapshot_ref (jp_session_get_snapshot (private->session));
  private->stale = FALSE;
  if (JP_PAGE_GET_CLASS (self)->refresh != NULL)
    JP_PAGE_GET_CLASS (self)->refresh (self);

  if (private->opening)
    {
      g_autofree char *target = g_steal_pointer (&private->target);

      private->opening = FALSE;
      if (JP_PAGE_GET_CLASS (self)->open != NULL)
        JP_PAGE_GET_CLASS (self)->open (self, target);
    }
}

static void
jp_page_map (GtkWidget *widget)
{
  JpPagePrivate *private = jp_page_get_instance_private (JP_PAGE (widget));

  GTK_WIDGET_CLASS (jp_page_parent_class)->map (widget);
  if (private->stale || private->opening)
    refresh (JP_PAGE (widget));
}

static void
jp_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JpPage *self = JP_PAGE (object);

  switch ((JpPageProperty) id)
    {
    case PROP_SESSION:
      g_value_set_object (value, jp_page_get_session (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, jp_page_get_title (self));
      break;
    case PROP_CAN_MAKE:
      g_value_set_boolean (value, jp_page_get_can_make (self));
      break;
    case PROP_SHOWS_YEAR:
      g_value_set_boolean (value, jp_page_get_shows_year (self));
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jp_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  JpPage *self = JP_PAGE (object);

  switch ((JpPageProperty) id)
    {
    case PROP_SESSION:
      jp_page_set_session (self, g_value_get_object (value));
      break;
    case PROP_TITLE:
      jp_page_set_title (self, g_value_get_string (value));
      break;
    case PROP_CAN_MAKE:
      jp_page_set_can_make (self, g_value_get_boolean (value));
      break;
    case PROP_SHOWS_YEAR:
      jp_page_set_shows_year (self, g_value_get_boolean (value));
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jp_page_dispose (GObject *object)
{
  JpPagePrivate *private = jp_page_get_instance_private (JP_PAGE (object));

  if (private->session != NULL)
    g_clear_signal_handler (&private->changed, private->session);
  g_clear_object (&private->session);

  G_OBJECT_CLASS (jp_page_parent_class)->dispose (object);
}

static void
jp_page_finalize (GObject *object)
{
  JpPagePrivate *private = jp_page_get_instance_private (JP_PAGE (object));

  g_clear_object (&private->side);
  jp_snapshot_unref (private->shown);
  g_free (private->title);
  g_free (private->target);

  G_OBJECT_CLASS (jp_page_parent_class)->finalize (object);
}

static void
jp_page_class_init (JpPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = jp_page_get_property;
  object_class->set_property = jp_page_set_property;
  object_class->dispose = jp_page_dispose;
  object_class->finalize = jp_page_finalize;
  widget_class->map = jp_page_map;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, JP_TYPE_SESSION, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_CAN_MAKE] = g_param_spec_boolean ("can-make", NULL, NULL, FALSE, flags);
  properties[PROP_SHOWS_YEAR] = g_param_spec_boolean ("shows-year", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
jp_page_init (JpPage *self)
{
  JpPagePrivate *private = jp_page_get_instance_private (self);

  private->shows_year = TRUE;
}

JpSession *
jp_page_get_session (JpPage *self)
{
  return ((JpPagePrivate *) jp_page_get_instance_private (self))->session;
}

void
jp_page_set_session (JpPage *self, JpSession *session)
{
  JpPagePrivate *private = jp_page_get_instance_private (self);

  if (private->session == session)
    return;

  if (private->session != NULL)
    g_clear_signal_handler (&private->changed, private->session);
  g_set_object (&private->session, session);
  if (session != NULL)
    private->changed = g_signal_connect_swapped (session, "changed", G_CALLBACK (refresh), self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
  refresh (self);
}

const char *
jp_page_get_title (JpPage *self)
{
  return ((JpPagePrivate *) jp_page_get_instance_private (self))->title;
}

void
jp_page_set_title (JpPage *self, const char *title)
{
  JpPagePrivate *private = jp_page_get_instance_private (self);

  if (g_strcmp0 (private->title, title) == 0)
    return;

  g_free (private->title);
  private->title = g_strdup (title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

gboolean
jp_page_get_can_make (JpPage *self)
{
  return ((JpPagePrivate *) jp_page_get_instance_private (self))->can_make;
}

void
jp_page_set_can_make (JpPage *self, gboolean can_make)
{
  JpPagePrivate *private = jp_page_get_instance_private (self);

  if (private->can_make == can_make)
    return;

  private->can_make = can_make;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_MAKE]);
}

gboolean
jp_page_get_shows_year (JpPage *self)
{
  return ((JpPagePrivate *) jp_page_get_instance_private (self))->shows_year;
}

void
jp_page_set_shows_year (JpPage *self, gboolean shows_year)
{
  JpPagePrivate *private = jp_page_get_instance_private (self);

  if (private->shows_year == shows_year)
    return;

  private->shows_year = shows_year;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWS_YEAR]);
}

GtkWidget *
jp_page_get_side (JpPage *self)
{
  return ((JpPagePrivate *) jp_page_get_instance_private (self))->side;
}

/**
 * jp_page_set_side:
 * @self: a page
 * @side: (nullable): a widget
 *
 * What stands where the list of pages is, while this page is shown: the steps of a case. To be set when the page is
 * made.
 */
void
jp_page_set_side (JpPage *self, GtkWidget *side)
{
  g_set_object (&((JpPagePrivate *) jp_page_get_instance_private (self))->side, side);
}

void
jp_page_show_again (JpPage *self)
{
  refresh (self);
}

/**
 * jp_page_open:
 * @self: a page
 * @target: (nullable): a place within it
 *
 * Goes to a place within the page, at once or as soon as it is shown.
 */
void
jp_page_open (JpPage *self, const char *target)
{
  JpPagePrivate *private = jp_page_get_instance_private (self);

  g_free (private->target);
  private->target = g_strdup (target);
  private->opening = TRUE;
  if (private->session != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

/**
 * jp_page_leave_part:
 * @self: a page
 *
 * Shows the page proper: what was opened over it is closed.
 *
 * Returns: whether there was anything to close
 */
gboolean
jp_page_leave_part (JpPage *self)
{
  return JP_PAGE_GET_CLASS (self)->leave_part != NULL && JP_PAGE_GET_CLASS (self)->leave_part (self);
}

void
jp_page_make_new (JpPage *self)
{
  if (jp_page_get_can_make (self) && JP_PAGE_GET_CLASS (self)->make_new != NULL)
    JP_PAGE_GET_CLASS (self)->make_new (self);
}

gboolean
jp_page_focus_search (JpPage *self)
{
  return JP_PAGE_GET_CLASS (self)->focus_search != NULL && JP_PAGE_GET_CLASS (self)->focus_search (self);
}

/**
 * jp_page_get_state:
 * @self: a page
 *
 * Returns: (transfer full) (nullable): what to find again after a restart or Back
 */
GVariant *
jp_page_get_state (JpPage *self)
{
  GVariant *state = JP_PAGE_GET_CLASS (self)->get_state != NULL ? JP_PAGE_GET_CLASS (self)->get_state (self) : NULL;

  return state != NULL ? g_variant_ref_sink (state) : NULL;
}

void
jp_page_set_state (JpPage *self, GVariant *state)
{
  if (state != NULL && JP_PAGE_GET_CLASS (self)->set_state != NULL)
    JP_PAGE_GET_CLASS (self)->set_state (self, state);
}

void
jp_page_toast (JpPage *self, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}
