/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages and the way between them: the sidebar, going somewhere, and back. */

#include "jp-window-private.h"

#include "jp-place-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_HISTORY 100
#define MOUSE_BACK  8

/* Where the user was: a page, a place in it, and how it looked. */
typedef struct
{
  const JpPageInfo *info;
  char             *target;
  GVariant         *state;
} JpPlace;

static void
place_free (gpointer data)
{
  JpPlace *place = data;

  g_free (place->target);
  g_clear_pointer (&place->state, g_variant_unref);
  g_free (place);
}

static void
update_back (JpWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", self->history->len > 0);
}

static JpPlace *
place_here (JpWindow *self)
{
  JpPlace *place = g_new0 (JpPlace, 1);

  place->info = self->info;
  place->target = g_strdup (self->target);
  place->state = self->page != NULL ? jp_page_get_state (self->page) : NULL;

  return place;
}

static void
remember (JpWindow *self, JpPlace *place)
{
  if (place->info == NULL)
    {
      place_free (place);
      return;
    }

  g_ptr_array_add (self->history, place);
  if (self->history->len > MAX_HISTORY)
    g_ptr_array_remove_index (self->history, 0);
}

/* Pages are made when they are first gone to. */
static JpPage *
obtain_page (JpWindow *self, const JpPageInfo *info)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, info->id);

  if (page == NULL)
    {
      page = g_object_new (info->get_type (), NULL);
      if (jp_page_get_title (JP_PAGE (page)) == NULL)
        jp_page_set_title (JP_PAGE (page), _(info->title));
      g_signal_connect_swapped (page, "notify::title", G_CALLBACK (jp_window_update_header), self);
      g_signal_connect_swapped (page, "notify::can-make", G_CALLBACK (jp_window_update_header), self);
      g_signal_connect_swapped (page, "notify::shows-year", G_CALLBACK (jp_window_update_header), self);
      jp_window_restore_page (self, info, JP_PAGE (page));
      gtk_stack_add_named (self->pages, page, info->id);
      jp_page_set_session (JP_PAGE (page), self->session);
    }

  return JP_PAGE (page);
}

static void
select_row (JpWindow *self, const JpPageInfo *info)
{
  const char *id = info->parent != NULL ? info->parent : info->id;
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->sidebar, i)) != NULL; i++)
    if (g_str_equal (gtk_widget_get_name (GTK_WIDGET (row)), id))
      jp_place_list_choose (self->sidebar, row);
}

/* Targets that begin something: done once, and no place to come back to. */
static gboolean
is_act (const char *target)
{
  static const char * const acts[] = { "import", "export", "new", NULL };

  return target != NULL && (g_strv_contains (acts, target) || g_str_has_prefix (target, "own/"));
}

/* A page may have something of its own where the list of pages stands. */
static void
show_side (JpWindow *self, const JpPageInfo *info, JpPage *page)
{
  GtkWidget *side = jp_page_get_side (page);

  if (side != NULL && gtk_stack_get_child_by_name (self->sides, info->id) == NULL)
    gtk_stack_add_named (self->sides, side, info->id);
  gtk_stack_set_visible_child_name (self->sides, side != NULL ? info->id : "pages");
}

static void
show_place (JpWindow *self, const JpPageInfo *info, const char *target, GVariant *state)
{
  JpPage *page = obtain_page (self, info);

  self->page = page;
  self->info = info;
  if (target != self->target)
    {
      g_free (self->target);
      self->target = is_act (target) ? NULL : g_strdup (target);
    }

  show_side (self, info, page);
  jp_page_set_state (page, state);
  if (target != NULL)
    jp_page_open (page, target);
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (page));
  select_row (self, info);
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  jp_window_update_header (self);
  update_back (self);
}

/* Some pages have a page of its own for each cluster: "assessment#UUID". */
static const JpPageInfo *
page_of (const char *id, const char *target)
{
  const JpPageInfo *info = jp_pages_find (id);
  gboolean is_case = info != NULL && info->case_page != NULL && target != NULL && strchr (target, ':') == NULL;

  return is_case ? jp_pages_find (info->case_page) : info;
}

/**
 * jp_window_go:
 * @self: a window
 * @place: PAGE or PAGE#TARGET
 *
 * Goes to a page or a place in it, as soon as a file is open. What is not known is not gone to. A page alone is the
 * page proper, whatever was opened over it.
 */
void
jp_window_go (JpWindow *self, const char *place)
{
  const char *target = strchr (place, '#');
  g_autofree char *id = target != NULL ? g_strndup (place, (gsize) (target - place)) : g_strdup (place);
  const JpPageInfo *info = page_of (id, target != NULL ? target + 1 : NULL);
  JpPlace *before;

  if (info == NULL)
    return;

  if (self->session == NULL)
    {
      g_free (self->place_wanted);
      self->place_wanted = g_strdup (place);
      return;
    }

  before = place_here (self);
  if (info == self->info && target == NULL && !jp_page_leave_part (self->page))
    {
      place_free (before);
      return;
    }

  remember (self, before);
  show_place (self, info, target != NULL ? target + 1 : NULL, NULL);
  if (target == NULL)
    jp_page_leave_part (self->page);
}

const char *
jp_window_get_page (JpWindow *self)
{
  return self->info != NULL ? self->info->id : NULL;
}

static void
go_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpWindow *self = JP_WINDOW (widget);
  JpPlace *place;

  if (self->history->len == 0)
    return;

  place = g_ptr_array_steal_index (self->history, self->history->len - 1);
  show_place (self, place->info, place->target, place->state);
  place_free (place);
}

static void
on_back_pressed (JpWindow *self)
{
  go_back (GTK_WIDGET (self), "win.back", NULL);
}

static void
go (GtkWidget *widget, const char *action, GVariant *parameter)
{
  jp_window_go (JP_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
go_nth (GtkWidget *widget, const char *action, GVariant *parameter)
{
  int wanted = g_variant_get_int32 (parameter);

  for (guint i = 0; jp_pages_nth (i) != NULL; i++)
    if (jp_pages_nth (i)->parent == NULL && --wanted == 0)
      jp_window_go (JP_WINDOW (widget), jp_pages_nth (i)->id);
}

static void
open_cluster (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *place = g_strconcat ("dossier#", g_variant_get_string (parameter, NULL), NULL);

  jp_window_go (JP_WINDOW (widget), place);
}

static void
search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpWindow *self = JP_WINDOW (widget);

  if (self->page == NULL || jp_page_focus_search (self->page))
    return;

  /* The ledger is where anything is found. */
  jp_window_go (self, "clusters");
  jp_page_focus_search (self->page);
}

static void
make_new (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpWindow *self = JP_WINDOW (widget);

  if (self->page != NULL)
    jp_page_make_new (self->page);
}

static void
go_import (GtkWidget *widget, const char *action, GVariant *parameter)
{
  jp_window_go (JP_WINDOW (widget), "clusters#import");
}

static void
go_export (GtkWidget *widget, const char *action, GVariant *parameter)
{
  jp_window_go (JP_WINDOW (widget), "clusters#export");
}

static void
toggle_sidebar (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpWindow *self = JP_WINDOW (widget);

  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

static void
add_row (JpWindow *self, const JpPageInfo *info)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_(info->title));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (info->icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, info->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _(info->title), -1);
  gtk_list_box_append (self->sidebar, row);
}

/* The mouse's own back button. */
static void
add_back_button (JpWindow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), MOUSE_BACK);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_back_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* Fills the sidebar from the table of pages. */
void
jp_window_go_setup (JpWindow *self)
{
  self->history = g_ptr_array_new_with_free_func (place_free);
  for (guint i = 0; jp_pages_nth (i) != NULL; i++)
    if (jp_pages_nth (i)->parent == NULL)
      add_row (self, jp_pages_nth (i));
  jp_place_list_keep (self->sidebar);
  add_back_button (self);
  update_back (self);
}

void
jp_window_go_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.go", "s", go);
  gtk_widget_class_install_action (widget_class, "win.go-nth", "i", go_nth);
  gtk_widget_class_install_action (widget_class, "win.open-cluster", "s", open_cluster);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, go_back);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search);
  gtk_widget_class_install_action (widget_class, "win.new", NULL, make_new);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, go_import);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, go_export);
  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, toggle_sidebar);
}

/* Another file, other places: nothing of the one before can be gone back to. */
void
jp_window_go_forget (JpWindow *self)
{
  GtkWidget *page;

  g_ptr_array_set_size (self->history, 0);
  g_clear_pointer (&self->target, g_free);
  self->page = NULL;
  self->info = NULL;
  gtk_stack_set_visible_child_name (self->sides, "pages");
  for (guint i = 0; jp_pages_nth (i) != NULL; i++)
    {
      GtkWidget *side = gtk_stack_get_child_by_name (self->sides, jp_pages_nth (i)->id);

      if (side != NULL)
        gtk_stack_remove (self->sides, side);
    }
  while ((page = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    {
      g_signal_handlers_disconnect_by_data (page, self);
      gtk_stack_remove (self->pages, page);
    }
  update_back (self);
}
