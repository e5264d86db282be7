/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-window-private.h"

#include "jp-actions.h"
#include "jp-choice.h"
#include "jp-number-format.h"
#include "jp-preferences-window.h"

#include <glib/gi18n-lib.h>

#define FOLD_WIDTH   900
#define ICON_SECONDS 1

G_DEFINE_FINAL_TYPE (JpWindow, jp_window, ADW_TYPE_APPLICATION_WINDOW)

static void
undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  jp_session_undo (JP_WINDOW (widget)->session);
}

static void
redo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  jp_session_redo (JP_WINDOW (widget)->session);
}

static void
toast (GtkWidget *widget, const char *action, GVariant *parameter)
{
  jp_window_toast (JP_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
keep_place (GtkWidget *widget, const char *action, GVariant *parameter)
{
  jp_window_save_soon (JP_WINDOW (widget));
}

static void
open_preferences (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpWindow *self = JP_WINDOW (widget);

  if (self->session != NULL)
    gtk_window_present (GTK_WINDOW (jp_preferences_window_new (GTK_WINDOW (self), self->session)));
}

static void
open_main_menu (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_menu_button_popup (JP_WINDOW (widget)->menu_button);
}

static void
update_undo (JpWindow *self)
{
  const char *what_undo = self->session != NULL ? jp_session_what_undo (self->session) : NULL;
  const char *what_redo = self->session != NULL ? jp_session_what_redo (self->session) : NULL;
  g_autofree char *undo_text = what_undo != NULL ? g_strdup_printf (_("Undo “%s”"), what_undo) : NULL;
  g_autofree char *redo_text = what_redo != NULL ? g_strdup_printf (_("Redo “%s”"), what_redo) : NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", what_undo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", what_redo != NULL);
  gtk_widget_set_tooltip_text (self->undo_button, undo_text != NULL ? undo_text : _("Nothing to Undo"));
  gtk_widget_set_tooltip_text (self->redo_button, redo_text != NULL ? redo_text : _("Nothing to Redo"));
}

/* From the year after next back to the first for which anything is on record. */
static void
list_years (JpWindow *self)
{
  int newest = (int) jp_date_year (jp_session_get_today (self->session));
  int oldest = jp_pack_set_first_year (jp_session_get_context (self->session)->packs);
  int year = jp_session_get_year (self->session);
  g_autoptr (GtkStringList) years = gtk_string_list_new (NULL);

  oldest = oldest == 0 ? newest - 1 : MIN (oldest, newest - 1);
  oldest = MIN (oldest, year);
  newest = MAX (newest, year);
  for (int i = newest; i >= oldest; i--)
    {
      /* Translators: the assessment year in the header */
      g_autofree char *text = g_strdup_printf (_("Year %d"), i);

      gtk_string_list_append (years, text);
    }

  self->listing_years = TRUE;
  self->first_year = newest;
  gtk_drop_down_set_model (self->year_choice, G_LIST_MODEL (years));
  gtk_drop_down_set_selected (self->year_choice, (guint) (newest - year));
  self->listing_years = FALSE;
}

static void
on_year_chosen (JpWindow *self)
{
  guint row = gtk_drop_down_get_selected (self->year_choice);

  if (self->listing_years || self->session == NULL || row == GTK_INVALID_LIST_POSITION)
    return;

  jp_session_set_year (self->session, self->first_year - (int) row);
}

static void
on_warning_closed (JpWindow *self)
{
  gtk_info_bar_set_revealed (self->warning_bar, FALSE);
}

static void
on_assured (JpWindow *self)
{
  jp_assurance_light_show (self->light, jp_caretaker_get_assurances (self->caretaker));
}

static void
on_changed (JpWindow *self)
{
  update_undo (self);
}

static void
on_toast_undo (JpWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.undo", NULL);
}

/* A toast takes its text as markup; names and reasons are none. */
static AdwToast *
new_toast (const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  return adw_toast_new (escaped);
}

static void
on_act_done (JpWindow *self, const char *summary, gboolean undoable)
{
  AdwToast *message = new_toast (summary);

  adw_toast_set_timeout (message, 6);
  if (undoable)
    {
      adw_toast_set_button_label (message, _("_Undo"));
      g_signal_connect_object (message, "button-clicked", G_CALLBACK (on_toast_undo), self, G_CONNECT_SWAPPED);
    }
  adw_toast_overlay_add_toast (self->toasts, message);
}

/* What went wrong is said in a window of its own, never in passing. */
void
jp_window_say_error (JpWindow *self, const char *heading, const char *sentence)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, sentence);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_failed (JpWindow *self, GError *error)
{
  jp_window_say_error (self, _("That Could Not Be Done"), error->message);
}

static void
on_row_activated (JpWindow *self, GtkListBoxRow *row)
{
  jp_window_go (self, gtk_widget_get_name (GTK_WIDGET (row)));
}

/* Below FOLD_WIDTH the sidebar folds even where both would just fit: tables need the room. */
static void
on_layout (GdkSurface *surface, int width, int height, JpWindow *self)
{
  AdwFlapFoldPolicy policy = width < FOLD_WIDTH ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_AUTO;

  adw_flap_set_fold_policy (self->flap, policy);
}

/* For window managers that do not find the desktop file; drawing it takes longer than it is worth waiting for. */
static gboolean
set_icon (gpointer data)
{
  gtk_window_set_default_icon_name (JP_APPLICATION_ID);

  return G_SOURCE_REMOVE;
}

static void
on_first_frame (GdkFrameClock *clock, JpWindow *self)
{
  g_clear_signal_handler (&self->first_frame, clock);
  jp_window_show_arrived (self);
  g_timeout_add_seconds (ICON_SECONDS, set_icon, NULL);
}

static void
jp_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (jp_window_parent_class)->realize (widget);
  JP_WINDOW (widget)->first_frame = g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint",
                                                             G_CALLBACK (on_first_frame), widget, 0);
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "layout", G_CALLBACK (on_layout), widget, 0);
}

static gboolean
jp_window_close_request (GtkWindow *window)
{
  JpWindow *self = JP_WINDOW (window);

  jp_window_save_state (self);

  return GTK_WINDOW_CLASS (jp_window_parent_class)->close_request (window);
}

static void
jp_window_dispose (GObject *object)
{
  JpWindow *self = JP_WINDOW (object);

  g_clear_handle_id (&self->saving, g_source_remove);
  g_clear_handle_id (&self->keeping, g_source_remove);
  jp_window_files_forget (self);
  jp_window_set_session (self, NULL);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (jp_window_parent_class)->dispose (object);
}

static void
jp_window_finalize (GObject *object)
{
  JpWindow *self = JP_WINDOW (object);

  g_free (self->target);
  g_free (self->opening_path);
  g_free (self->place_wanted);

  G_OBJECT_CLASS (jp_window_parent_class)->finalize (object);
}

static void
jp_window_class_init (JpWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jp_window_dispose;
  object_class->finalize = jp_window_finalize;
  widget_class->realize = jp_window_realize;
  GTK_WINDOW_CLASS (klass)->close_request = jp_window_close_request;

  g_type_ensure (JP_TYPE_ASSURANCE_LIGHT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiping/Jiping/ui/jp-window.ui");
  gtk_widget_class_bind_template_child (widget_class, JpWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, JpWindow, views);
  gtk_widget_class_bind_template_child (widget_class, JpWindow, welcome_place);
  gtk_widget_class_bind_template_child (widget_class, JpWindow, opening_page);
  gtk_widget_class_bind_template_child (widget_class, JpWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, JpWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, JpWindow, sides);
  gtk_widget_class_bind_template_child (widget_class, JpWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, JpWindow, light);
  gtk_widget_class_bind_template_child (widget_class, JpWindow, warning_bar);
  gtk_widget_class_bind_template_child (widget_class, JpWindow, warning_label);
  gtk_widget_class_bind_template_child (widget_class, JpWindow, page_title);
  gtk_widget_class_bind_template_child (widget_class, JpWindow, sample_mark);
  gtk_widget_class_bind_template_child (widget_class, JpWindow, year_choice);
  gtk_widget_class_bind_template_child (widget_class, JpWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, JpWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, JpWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, JpWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, JpWindow, pages);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_year_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_warning_closed);

  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo);
  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast);
  gtk_widget_class_install_action (widget_class, "win.keep-place", NULL, keep_place);
  gtk_widget_class_install_action (widget_class, "win.main-menu", NULL, open_main_menu);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, open_preferences);
  jp_window_go_install (widget_class);
  jp_window_files_install (widget_class);
  jp_window_backup_install (widget_class);
  jp_window_print_install (widget_class);
  jp_actions_bind_late (widget_class);
}

/* Numbers are shown in another form: by every page, now or when it is next to be seen. */
static void
on_formats_changed (JpWindow *self)
{
  GtkWidget *page;

  jp_shown_group_digits (g_settings_get_boolean (self->settings, "group-digits"));
  for (page = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    jp_page_show_again (JP_PAGE (page));
}

static void
jp_window_init (JpWindow *self)
{
  self->settings = g_settings_new (JP_APPLICATION_ID);
  g_signal_connect_object (self->settings, "changed::group-digits", G_CALLBACK (on_formats_changed), self,
                           G_CONNECT_SWAPPED);

  gtk_widget_init_template (GTK_WIDGET (self));
  jp_choice_setup (self->year_choice);
  jp_window_go_setup (self);
  update_undo (self);
  jp_window_restore_size (self);
  jp_window_start_saving (self);
  on_formats_changed (self);
}

/**
 * jp_window_new:
 * @application: the application
 *
 * Returns: (transfer none): the window, which its application owns; no file is open in it
 */
JpWindow *
jp_window_new (JpApplication *application)
{
  return g_object_new (JP_TYPE_WINDOW, "application", application, NULL);
}

JpSession *
jp_window_get_session (JpWindow *self)
{
  return self->session;
}

/* What the header tells about the page: its title, whether the year governs it, whether it makes new things. */
void
jp_window_update_header (JpWindow *self)
{
  gboolean shows_year = self->page != NULL && jp_page_get_shows_year (self->page);
  gboolean can_make = self->page != NULL && jp_page_get_can_make (self->page);

  gtk_label_set_label (self->page_title, self->page != NULL ? jp_page_get_title (self->page) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->year_choice), shows_year);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new", can_make);
}

/* PROMISES 5: said in the window for as long as the user leaves it there, and by the light afterwards. */
static void
show_warning (JpWindow *self)
{
  const char *warning = jp_store_get_warning (jp_session_get_store (self->session));

  gtk_label_set_label (self->warning_label, warning != NULL ? warning : "");
  gtk_info_bar_set_revealed (self->warning_bar, warning != NULL);
}

static void
show_file (JpWindow *self)
{
  g_autofree char *place = self->place_wanted != NULL ? g_steal_pointer (&self->place_wanted)
                                                      : g_settings_get_string (self->settings, "page");
  int year = g_settings_get_int (self->settings, "year");

  if (year != 0 && year != jp_session_get_year (self->session))
    jp_session_set_year (self->session, year);
  show_warning (self);
  gtk_widget_set_visible (GTK_WIDGET (self->sample_mark), jp_session_is_sample (self->session));
  list_years (self);
  gtk_stack_set_visible_child_full (self->views, "file", GTK_STACK_TRANSITION_TYPE_NONE);
  jp_window_go (self, place);
  if (self->page == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go-nth", "i", 1);
}

/**
 * jp_window_set_session:
 * @self: a window
 * @session: (nullable): the data file to show from now on
 *
 * Shows a data file in place of the one before, which is closed.
 */
void
jp_window_set_session (JpWindow *self, JpSession *session)
{
  if (self->session == session)
    return;

  if (self->session != NULL)
    {
      jp_window_save_state (self);
      g_signal_handlers_disconnect_by_data (self->session, self);
      jp_caretaker_end (self->caretaker);
      g_clear_object (&self->caretaker);
      jp_reminder_end (self->reminder);
      g_clear_object (&self->reminder);
      jp_window_go_forget (self);
      jp_session_close (self->session);
      g_clear_object (&self->session);
    }

  if (session != NULL)
    {
      self->session = g_object_ref (session);
      g_signal_connect_swapped (session, "changed", G_CALLBACK (on_changed), self);
      g_signal_connect_swapped (session, "notify::year", G_CALLBACK (list_years), self);
      g_signal_connect_swapped (session, "act-done", G_CALLBACK (on_act_done), self);
      g_signal_connect_swapped (session, "failed", G_CALLBACK (on_failed), self);
      self->caretaker = jp_caretaker_new (session);
      self->reminder = jp_reminder_new (g_application_get_default (), session);
      g_signal_connect_object (self->caretaker, "changed", G_CALLBACK (on_assured), self, G_CONNECT_SWAPPED);
      show_file (self);
      update_undo (self);
      on_assured (self);
    }
}

/**
 * jp_window_toast:
 * @self: a window
 * @text: a sentence
 *
 * Says something at the window's foot for a while.
 */
void
jp_window_toast (JpWindow *self, const char *text)
{
  adw_toast_overlay_add_toast (self->toasts, new_toast (text));
}
