/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Data files in the window: which one is shown, making and opening them, and what is said when that fails. */

#include "jp-window-private.h"

#include "jp-file-trouble.h"
#include "jp-new-file-dialog.h"
#include "jp-welcome.h"

#include <glib/gi18n-lib.h>

#define SPIN_AFTER_MS  400 /* what opens sooner flashes no spinner */
#define FIRST_FRAME_MS 300 /* where the window is not drawn at all, nobody waits for it */

static JpDate
today (JpWindow *self)
{
  g_autoptr (GDateTime) now = NULL;

  if (self->today != JP_DATE_NONE)
    return self->today;

  now = g_date_time_new_now_local ();
  return jp_date_new ((guint) g_date_time_get_year (now), (guint) g_date_time_get_month (now),
                      (guint) g_date_time_get_day_of_month (now));
}

static void
end_spinning (JpWindow *self)
{
  g_clear_handle_id (&self->spinning, g_source_remove);
  gtk_spinner_stop (self->spinner);
  gtk_widget_set_visible (self->opening_page, FALSE);
}

/* The welcome is made for who has no file yet. */
static void
show_welcome (JpWindow *self)
{
  if (adw_bin_get_child (self->welcome_place) == NULL)
    adw_bin_set_child (self->welcome_place, g_object_new (JP_TYPE_WELCOME, NULL));
  gtk_stack_set_visible_child_name (self->views, "welcome");
}

/* What is to be seen while no file is being opened. */
static void
show_rest (JpWindow *self)
{
  end_spinning (self);
  if (self->session != NULL)
    gtk_stack_set_visible_child_name (self->views, "file");
  else
    show_welcome (self);
}

static void
forget_arrived (JpWindow *self)
{
  g_clear_handle_id (&self->arriving, g_source_remove);
  if (self->arrived != NULL)
    jp_session_close (self->arrived);
  g_clear_object (&self->arrived);
}

/* Gives up what is on its way. */
void
jp_window_files_forget (JpWindow *self)
{
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_handle_id (&self->spinning, g_source_remove);
  forget_arrived (self);
}

static gboolean
spin (gpointer data)
{
  JpWindow *self = data;

  self->spinning = 0;
  gtk_widget_set_visible (self->opening_page, TRUE);
  gtk_spinner_start (self->spinner);

  return G_SOURCE_REMOVE;
}

/* Shows that a file is on its way; gives up the one before. */
GCancellable *
jp_window_begin_opening (JpWindow *self)
{
  jp_window_files_forget (self);
  self->opening = g_cancellable_new ();
  self->spinning = g_timeout_add (SPIN_AFTER_MS, spin, self);
  gtk_stack_set_visible_child_name (self->views, "opening");

  return self->opening;
}

static void
on_trouble (JpWindow *self, const char *response, GtkWidget *dialog)
{
  const char *path = g_object_get_data (G_OBJECT (dialog), "path");

  if (g_str_equal (response, JP_FILE_TROUBLE_RETRY))
    jp_window_open_path (self, path);
  else if (g_str_equal (response, JP_FILE_TROUBLE_OPEN))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-file", NULL);
  else if (g_str_equal (response, JP_FILE_TROUBLE_RESTORE))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.restore", NULL);
}

static void
tell_trouble (JpWindow *self, const char *path, const GError *error)
{
  GtkWidget *dialog = jp_file_trouble_new (GTK_WINDOW (self), path, error);

  g_object_set_data_full (G_OBJECT (dialog), "path", g_strdup (path), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_trouble), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
remember_file (JpWindow *self, const char *path)
{
  if (!jp_session_is_sample (self->session))
    g_settings_set_value (self->settings, "last-file", g_variant_new_bytestring (path));
}

static gboolean
show_arrived (gpointer data)
{
  JpWindow *self = data;
  g_autoptr (JpSession) session = g_steal_pointer (&self->arrived);
  g_autofree char *path = g_steal_pointer (&self->opening_path);

  self->arriving = 0;
  jp_window_set_session (self, session);
  remember_file (self, path);
  end_spinning (self);

  return G_SOURCE_REMOVE;
}

/**
 * jp_window_show_arrived:
 * @self: a window
 *
 * Shows the file that came before the window was to be seen, now that its first frame is painted.
 */
void
jp_window_show_arrived (JpWindow *self)
{
  if (self->arrived == NULL)
    return;

  g_clear_handle_id (&self->arriving, g_source_remove);
  self->arriving = g_idle_add_full (G_PRIORITY_DEFAULT, show_arrived, self, NULL);
}

/* Building a page takes longer than opening a small file: the window comes first, empty, and is seen earlier for it. */
static void
take_opened (JpWindow *self, JpSession *session)
{
  self->arrived = g_object_ref (session);
  if (self->first_frame != 0)
    self->arriving = g_timeout_add (FIRST_FRAME_MS, show_arrived, self);
  else
    show_arrived (self);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpSession) session = jp_session_open_finish (result, &error);
  g_autofree char *path = NULL;
  JpWindow *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = JP_WINDOW (data);
  g_clear_object (&self->opening);
  if (session != NULL)
    {
      take_opened (self, session);
      return;
    }

  path = g_steal_pointer (&self->opening_path);
  show_rest (self);
  tell_trouble (self, path, error);
}

/**
 * jp_window_open_path:
 * @self: a window
 * @path: a data file
 *
 * Opens the data file in place of the one shown, or says why it cannot be opened and what can be done.
 */
void
jp_window_open_path (JpWindow *self, const char *path)
{
  g_autofree char *person = g_settings_get_string (self->settings, "person");
  GCancellable *cancellable = jp_window_begin_opening (self);
  char *canonical = g_canonicalize_filename (path, NULL);

  g_free (self->opening_path);
  self->opening_path = canonical;
  jp_session_open_async (canonical, *person != '\0' ? person : NULL, self->today, cancellable, on_opened, self);
}

/**
 * jp_window_open_usual:
 * @self: a window
 *
 * Opens the file of last time, or the one in the usual place; where there has never been one, says welcome.
 */
void
jp_window_open_usual (JpWindow *self)
{
  g_autoptr (GVariant) last = g_settings_get_value (self->settings, "last-file");
  g_autofree char *usual = jp_new_file_usual_path ();
  const char *path = g_variant_get_bytestring (last);

  if (*path != '\0')
    jp_window_open_path (self, path);
  else if (g_file_test (usual, G_FILE_TEST_EXISTS))
    jp_window_open_path (self, usual);
  else
    show_rest (self);
}

/**
 * jp_window_set_today:
 * @self: a window
 * @new_today: the day that counts as today; %JP_DATE_NONE: the clock's
 *
 * Sets the day for files opened from now on; the one that is open is opened again.
 */
void
jp_window_set_today (JpWindow *self, JpDate new_today)
{
  if (self->today == new_today)
    return;

  self->today = new_today;
  if (self->session != NULL)
    {
      g_autofree char *path = g_strdup (jp_store_get_path (jp_session_get_store (self->session)));

      jp_window_open_path (self, path);
    }
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = jp_new_file_make_finish (result, &error);
  JpWindow *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = JP_WINDOW (data);
  if (path != NULL)
    {
      jp_window_open_path (self, path);
      return;
    }

  g_clear_object (&self->opening);
  show_rest (self);
  jp_window_say_error (self, _("The Data File Could Not Be Made"), error->message);
}

static void
on_chosen (JpWindow *self, const JpNewFile *chosen)
{
  JpNewFile *file = jp_new_file_new (chosen->path, chosen->office, chosen->person, chosen->today);

  g_settings_set_string (self->settings, "person", chosen->person);
  jp_new_file_make_async (file, jp_window_begin_opening (self), on_made, self);
}

static void
new_file (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpWindow *self = JP_WINDOW (widget);
  JpNewFileDialog *dialog = jp_new_file_dialog_new (GTK_WINDOW (self), today (self));

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
open_sample (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpWindow *self = JP_WINDOW (widget);

  jp_new_file_make_async (jp_new_file_new_sample (today (self)), jp_window_begin_opening (self), on_made, self);
}

static void
on_file_chosen (JpWindow *self, int response, GtkFileChooser *chooser)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (chooser) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    jp_window_open_path (self, path);
  else if (file != NULL)
    jp_window_say_error (self, _("That File Cannot Be Opened"),
                         _("It does not lie on a disk of this computer. Copy it to one and open the copy."));
  g_object_unref (chooser);
}

static void
open_file (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpWindow *self = JP_WINDOW (widget);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Open a Data File"), GTK_WINDOW (self),
                                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), NULL);
  GtkFileFilter *data_files = gtk_file_filter_new ();
  GtkFileFilter *all_files = gtk_file_filter_new ();

  gtk_file_filter_set_name (data_files, _("Data Files"));
  gtk_file_filter_add_pattern (data_files, "*.db");
  gtk_file_filter_set_name (all_files, _("All Files"));
  gtk_file_filter_add_pattern (all_files, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), data_files);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all_files);
  g_object_unref (data_files);
  g_object_unref (all_files);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_file_chosen), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
jp_window_files_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.new-file", NULL, new_file);
  gtk_widget_class_install_action (widget_class, "win.open-sample", NULL, open_sample);
  gtk_widget_class_install_action (widget_class, "win.open-file", NULL, open_file);
}
