/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-paper-bar.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _JpPaperBar
{
  AdwBin parent_instance;

  /* Template widgets. */
  GtkWidget     *previous;
  GtkWidget     *next;
  GtkEditable   *page_entry;
  GtkLabel      *count;
  GtkMenuButton *sizes;
  GtkLabel      *size_name;

  /* Owned. */
  JpPaperView  *view;
  GSimpleAction *size;
};

G_DEFINE_FINAL_TYPE (JpPaperBar, jp_paper_bar, ADW_TYPE_BIN)

typedef enum
{
  PROP_VIEW = 1,
  N_PROPS,
} JpPaperBarProperty;

static GParamSpec *properties[N_PROPS];

static const int percentages[] = { 50, 75, 100, 125, 150, 200, 300 };

static char *
size_now (JpPaperBar *self)
{
  switch (jp_paper_view_get_fit (self->view))
    {
    case JP_PAPER_FIT_PAGE:
      return g_strdup ("page");
    case JP_PAPER_FIT_WIDTH:
      return g_strdup ("width");
    case JP_PAPER_FIT_NONE:
    default:
      return g_strdup_printf ("%d", (int) round (jp_paper_view_get_zoom (self->view) * 100));
    }
}

static char *
size_words (const char *size)
{
  if (g_str_equal (size, "page"))
    return g_strdup (_("Whole Page"));
  if (g_str_equal (size, "width"))
    return g_strdup (_("Page Width"));

  return g_strdup_printf ("%s%%", size);
}

static void
update (JpPaperBar *self)
{
  guint page = self->view != NULL ? jp_paper_view_get_page (self->view) : 0;
  guint n_pages = self->view != NULL ? jp_paper_view_get_n_pages (self->view) : 0;
  g_autofree char *size = self->view != NULL ? size_now (self) : g_strdup ("page");
  g_autofree char *words = size_words (size);
  g_autofree char *number = g_strdup_printf ("%u", page);
  /* Translators: behind the entry for the page's number */
  g_autofree char *count = g_strdup_printf (_("of %u"), n_pages);

  gtk_widget_set_sensitive (GTK_WIDGET (self), n_pages > 0);
  gtk_widget_set_sensitive (self->previous, page > 1);
  gtk_widget_set_sensitive (self->next, page < n_pages);
  gtk_label_set_label (self->count, count);
  gtk_label_set_label (self->size_name, words);
  g_simple_action_set_state (self->size, g_variant_new_string (size));
  if (g_strcmp0 (gtk_editable_get_text (self->page_entry), number) != 0)
    gtk_editable_set_text (self->page_entry, number);
}

static void
on_previous (JpPaperBar *self)
{
  jp_paper_view_set_page (self->view, jp_paper_view_get_page (self->view) - 1);
}

static void
on_next (JpPaperBar *self)
{
  jp_paper_view_set_page (self->view, jp_paper_view_get_page (self->view) + 1);
}

static void
on_page_entered (JpPaperBar *self)
{
  guint64 page;

  if (g_ascii_string_to_unsigned (gtk_editable_get_text (self->page_entry), 10, 1, G_MAXUINT, &page, NULL))
    jp_paper_view_set_page (self->view, (guint) page);
  update (self);
}

static void
on_larger (JpPaperBar *self)
{
  jp_paper_view_step_zoom (self->view, 1);
}

static void
on_smaller (JpPaperBar *self)
{
  jp_paper_view_step_zoom (self->view, -1);
}

static void
on_size (JpPaperBar *self, GVariant *parameter)
{
  const char *size = g_variant_get_string (parameter, NULL);

  if (self->view == NULL)
    return;

  if (g_str_equal (size, "page"))
    jp_paper_view_set_fit (self->view, JP_PAPER_FIT_PAGE);
  else if (g_str_equal (size, "width"))
    jp_paper_view_set_fit (self->view, JP_PAPER_FIT_WIDTH);
  else
    jp_paper_view_set_zoom (self->view, (double) g_ascii_strtoll (size, NULL, 10) / 100);
}

static void
add_size (GMenu *menu, const char *size)
{
  g_autofree char *words = size_words (size);
  g_autoptr (GMenuItem) item = g_menu_item_new (words, NULL);

  g_menu_item_set_action_and_target (item, "paper.size", "s", size);
  g_menu_append_item (menu, item);
}

static void
fill_sizes (JpPaperBar *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) fits = g_menu_new ();
  g_autoptr (GMenu) sizes = g_menu_new ();

  add_size (fits, "page");
  add_size (fits, "width");
  for (gsize i = 0; i < G_N_ELEMENTS (percentages); i++)
    {
      g_autofree char *size = g_strdup_printf ("%d", percentages[i]);
      add_size (sizes, size);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (fits));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (sizes));
  gtk_menu_button_set_menu_model (self->sizes, G_MENU_MODEL (menu));
}

static void
jp_paper_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((JpPaperBarProperty) id)
    {
    case PROP_VIEW:
      g_value_set_object (value, JP_PAPER_BAR (object)->view);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jp_paper_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((JpPaperBarProperty) id)
    {
    case PROP_VIEW:
      jp_paper_bar_set_view (JP_PAPER_BAR (object), g_value_get_object (value));
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jp_paper_bar_dispose (GObject *object)
{
  JpPaperBar *self = JP_PAPER_BAR (object);

  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_clear_object (&self->view);
  g_clear_object (&self->size);

  G_OBJECT_CLASS (jp_paper_bar_parent_class)->dispose (object);
}

static void
jp_paper_bar_class_init (JpPaperBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = jp_paper_bar_get_property;
  object_class->set_property = jp_paper_bar_set_property;
  object_class->dispose = jp_paper_bar_dispose;

  properties[PROP_VIEW] = g_param_spec_object ("view", NULL, NULL, JP_TYPE_PAPER_VIEW,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiping/Jiping/ui/jp-paper-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, JpPaperBar, previous);
  gtk_widget_class_bind_template_child (widget_class, JpPaperBar, next);
  gtk_widget_class_bind_template_child (widget_class, JpPaperBar, page_entry);
  gtk_widget_class_bind_template_child (widget_class, JpPaperBar, count);
  gtk_widget_class_bind_template_child (widget_class, JpPaperBar, sizes);
  gtk_widget_class_bind_template_child (widget_class, JpPaperBar, size_name);
  gtk_widget_class_bind_template_callback (widget_class, on_previous);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
  gtk_widget_class_bind_template_callback (widget_class, on_page_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_larger);
  gtk_widget_class_bind_template_callback (widget_class, on_smaller);
}

static void
jp_paper_bar_init (JpPaperBar *self)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->size = g_simple_action_new_stateful ("size", G_VARIANT_TYPE_STRING, g_variant_new_string ("page"));
  g_signal_connect_object (self->size, "activate", G_CALLBACK (on_size), self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (self->size));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "paper", G_ACTION_GROUP (actions));
  fill_sizes (self);
  update (self);
}

GtkWidget *
jp_paper_bar_new (void)
{
  return g_object_new (JP_TYPE_PAPER_BAR, NULL);
}

/**
 * jp_paper_bar_set_view:
 * @self: a bar
 * @view: (nullable): what it governs
 */
void
jp_paper_bar_set_view (JpPaperBar *self, JpPaperView *view)
{
  g_return_if_fail (JP_IS_PAPER_BAR (self));

  if (self->view == view)
    return;

  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_set_object (&self->view, view);
  if (view != NULL)
    {
      g_signal_connect_swapped (view, "notify::page", G_CALLBACK (update), self);
      g_signal_connect_swapped (view, "notify::n-pages", G_CALLBACK (update), self);
      g_signal_connect_swapped (view, "notify::zoom", G_CALLBACK (update), self);
    }
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}
