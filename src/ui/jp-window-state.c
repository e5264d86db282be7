/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is found again after a restart: size, page, what each page remembers. */

#include "jp-window-private.h"

#define SAVE_SECONDS 5
#define SOON_MS      300

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

/* Writes only what is new: this is asked every few seconds. */
static void
save (JpWindow *self, const char *key, GVariant *value)
{
  g_autoptr (GVariant) after = g_variant_ref_sink (value);
  g_autoptr (GVariant) before = g_settings_get_value (self->settings, key);

  if (!g_variant_equal (before, after))
    g_settings_set_value (self->settings, key, after);
}

/* A dictionary keeps no order. */
static gboolean
same_entries (GVariant *a, GVariant *b)
{
  GVariantIter iter;
  const char *key;
  GVariant *value;
  gboolean same = g_variant_n_children (a) == g_variant_n_children (b);

  g_variant_iter_init (&iter, a);
  while (g_variant_iter_loop (&iter, "{&sv}", &key, &value))
    {
      g_autoptr (GVariant) other = g_variant_lookup_value (b, key, NULL);

      same = same && other != NULL && g_variant_equal (value, other);
    }

  return same;
}

static void
save_page_states (JpWindow *self)
{
  g_autoptr (GVariant) before = saved_states (self);
  g_autoptr (GVariant) after = NULL;
  g_auto (GVariantDict) states = G_VARIANT_DICT_INIT (before);

  for (guint i = 0; jp_pages_nth (i) != NULL; i++)
    {
      const char *id = jp_pages_nth (i)->id;
      GtkWidget *page = gtk_stack_get_child_by_name (self->pages, id);
      g_autoptr (GVariant) state = page != NULL ? jp_page_get_state (JP_PAGE (page)) : NULL;

      if (state != NULL)
        g_variant_dict_insert_value (&states, id, state);
    }

  after = g_variant_ref_sink (g_variant_dict_end (&states));
  if (!same_entries (before, after))
    g_settings_set_value (self->settings, "page-states", after);
}

static int
default_year (JpWindow *self)
{
  return (int) jp_date_year (jp_session_get_today (self->session)) - 1;
}

static void
save_size (JpWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  save (self, "window-size", g_variant_new ("(ii)", width, height));
  save (self, "window-maximized", g_variant_new_boolean (gtk_window_is_maximized (GTK_WINDOW (self))));
}

static void
save_place (JpWindow *self)
{
  g_autofree char *place = self->target != NULL ? g_strconcat (self->info->id, "#", self->target, NULL)
                                                : g_strdup (self->info->id);
  int year = jp_session_get_year (self->session);

  save (self, "page", g_variant_new_string (place));
  save (self, "year", g_variant_new_int32 (year != default_year (self) ? year : 0));
}

/* Called when a file is left, when the window closes, and every few seconds: after a power cut the user finds the
 * place again too. What is already so is not written. */
void
jp_window_save_state (JpWindow *self)
{
  save_size (self);
  if (self->session == NULL || self->info == NULL)
    return;

  save_place (self);
  save_page_states (self);
}

static gboolean
on_time (gpointer data)
{
  jp_window_save_state (data);

  return G_SOURCE_CONTINUE;
}

void
jp_window_start_saving (JpWindow *self)
{
  self->saving = g_timeout_add_seconds (SAVE_SECONDS, on_time, self);
}

static gboolean
on_soon (gpointer data)
{
  JpWindow *self = data;

  self->keeping = 0;
  jp_window_save_state (self);

  return G_SOURCE_REMOVE;
}

/* A page has something to be found again that is nowhere else: what is typed and cannot be on record yet. */
void
jp_window_save_soon (JpWindow *self)
{
  if (self->keeping == 0)
    self->keeping = g_timeout_add (SOON_MS, on_soon, self);
}
