/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is found again after a restart: size, page, what each page remembers. */

#include "jp-window-private.h"

/* Pages' states are one dictionary, page id → what the page gave. */
static GVariant *
saved_states (JpWindow *self)
{
  return g_settings_get_value (self->settings, "page-states");
}

void
jp_window_restore_size (JpWindow *self)
{
  int width, height;

  g_settings_get (self->settings, "window-size", "(ii)", &width, &height);
  if (width > 0 && height > 0)
    gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

void
jp_window_restore_page (JpWindow *self, const JpPageInfo *info, JpPage *page)
{
  g_autoptr (GVariant) states = saved_states (self);
  g_autoptr (GVariant) state = g_variant_lookup_value (states, info->id, NULL);

  jp_page_set_state (page, state);
}

static void
save_page_states (JpWindow *self)
{
  g_autoptr (GVariant) before = saved_states (self);
  g_auto (GVariantDict) states = G_VARIANT_DICT_INIT (before);

  for (guint i = 0; jp_pages_nth (i) != NULL; i++)
    {
      const char *id = jp_pages_nth (i)->id;
      GtkWidget *page = gtk_stack_get_child_by_name (self->pages, id);
      g_autoptr (GVariant) state = page != NULL ? jp_page_get_state (JP_PAGE (page)) : NULL;

      if (state != NULL)
        g_variant_dict_insert_value (&states, id, state);
    }

  g_settings_set_value (self->settings, "page-states", g_variant_dict_end (&states));
}

static int
default_year (JpWindow *self)
{
  return (int) jp_date_year (jp_session_get_today (self->session)) - 1;
}

/* Called when a file is left and when the window closes. */
void
jp_window_save_state (JpWindow *self)
{
  g_autofree char *place = NULL;
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set (self->settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));

  if (self->session == NULL || self->info == NULL)
    return;

  place = self->target != NULL ? g_strconcat (self->info->id, "#", self->target, NULL) : g_strdup (self->info->id);
  g_settings_set_string (self->settings, "page", place);
  g_settings_set_int (self->settings, "year", jp_session_get_year (self->session) != default_year (self)
                                                ? jp_session_get_year (self->session) : 0);
  save_page_states (self);
}
