/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-preferences-window.h"

#include "jp-application.h"
#include "jp-people-group.h"
#include "jp-people-work.h"
#include "jp-store-backup.h"
#include "jp-text.h"

#include <glib/gi18n-lib.h>

struct _JpPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  /* Template widgets. */
  AdwActionRow  *office_row;
  AdwEntryRow   *office_name_row;
  AdwComboRow   *person_row;
  JpPeopleGroup *people_group;
  GtkSpinButton *months_spin;
  GtkSpinButton *days_spin;
  GtkSwitch     *remind_switch;
  GtkSwitch     *group_switch;
  AdwActionRow  *kept_row;
  AdwActionRow  *place_row;
  GtkWidget     *forget_button;

  /* Owned. */
  JpSession            *session;
  GSettings            *settings;
  GtkFileChooserNative *chooser; /* NULL: not open */
  gboolean              listing;
};

G_DEFINE_FINAL_TYPE (JpPreferencesWindow, jp_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

/* The file's own people, and who sits here though not on the list. */
static void
list_people (JpPreferencesWindow *self)
{
  GPtrArray *people = jp_people_group_get_people (self->people_group);
  const char *present = jp_desk_get_person (jp_session_get_desk (self->session));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint row = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < people->len; i++)
    {
      const JpPerson *person = g_ptr_array_index (people, i);

      if (!person->active)
        continue;
      if (g_str_equal (person->name, present))
        row = g_list_model_get_n_items (G_LIST_MODEL (names));
      gtk_string_list_append (names, person->name);
    }
  if (row == GTK_INVALID_LIST_POSITION)
    {
      row = g_list_model_get_n_items (G_LIST_MODEL (names));
      gtk_string_list_append (names, present);
    }

  self->listing = TRUE;
  adw_combo_row_set_model (self->person_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->person_row, row);
  self->listing = FALSE;
}

static void
on_people_changed (JpPreferencesWindow *self)
{
  if (self->session != NULL)
    list_people (self);
}

static void
on_person_chosen (JpPreferencesWindow *self)
{
  GtkStringObject *chosen = adw_combo_row_get_selected_item (self->person_row);

  if (self->listing || self->session == NULL || chosen == NULL)
    return;

  g_settings_set_string (self->settings, "person", gtk_string_object_get_string (chosen));
  jp_session_set_person (self->session, gtk_string_object_get_string (chosen));
}

static gboolean
put_office_name (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const char *name = *(const char *) data != '\0' ? data : NULL;
  g_autofree char *summary = g_strdup_printf ("机关名称：%s", name != NULL ? name : "按规则包");

  return jp_casework_put_preference (desk, JP_PREFERENCE_OFFICE_NAME, name, summary, error);
}

static void
on_office_name_applied (JpPreferencesWindow *self)
{
  char *name = jp_text_tidy (gtk_editable_get_text (GTK_EDITABLE (self->office_name_row)));

  jp_session_edit (self->session, put_office_name, name, g_free);
}

static gboolean
load_office_name (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  char **name = data;

  *name = jp_store_load_preference (jp_desk_get_store (desk), JP_PREFERENCE_OFFICE_NAME, NULL);
  return TRUE;
}

typedef struct
{
  JpPreferencesWindow *window;
  char                *name;
} Reading;

static void
on_office_name_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Reading *reading = data;
  g_autoptr (JpPreferencesWindow) self = reading->window;
  g_autofree char *name = reading->name;

  if (jp_session_do_finish (JP_SESSION (source), result, NULL) && self->session != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->office_name_row), name != NULL ? name : "");
}

static void
show_place (JpPreferencesWindow *self)
{
  g_autoptr (GVariant) place = g_settings_get_value (self->settings, "backup-folder");
  const char *path = g_variant_get_bytestring (place);
  g_autofree char *name = *path != '\0' ? g_filename_display_name (path) : NULL;

  adw_action_row_set_subtitle (self->place_row,
                               name != NULL ? name
                                            : _("Another disk, so that a broken one does not take the backups along"));
  gtk_widget_set_visible (self->forget_button, name != NULL);
}

static void
on_place_chosen (JpPreferencesWindow *self, int response)
{
  g_autoptr (GFile) folder
    = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser)) : NULL;
  g_autofree char *path = folder != NULL ? g_file_get_path (folder) : NULL;

  g_clear_object (&self->chooser);
  if (path != NULL)
    g_settings_set_value (self->settings, "backup-folder", g_variant_new_bytestring (path));
}

static void
choose_place (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpPreferencesWindow *self = JP_PREFERENCES_WINDOW (widget);

  if (self->chooser != NULL)
    return;

  self->chooser = gtk_file_chooser_native_new (_("Second Place of Backups"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Choose"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (on_place_chosen), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
forget_place (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_settings_reset (JP_PREFERENCES_WINDOW (widget)->settings, "backup-folder");
}

static void
show_backups (JpPreferencesWindow *self)
{
  g_autoptr (GPtrArray) backups = jp_backup_list (jp_store_get_path (jp_session_get_store (self->session)));
  g_autofree char *text = NULL;

  if (backups->len == 0)
    text = g_strdup (_("None yet"));
  else
    text = g_strdup_printf (ngettext ("%u backup, of %s", "%u backups, the newest of %s", backups->len), backups->len,
                            ((const JpKeptBackup *) g_ptr_array_index (backups, 0))->at);
  g_strdelimit (text, "T", ' ');
  adw_action_row_set_subtitle (self->kept_row, text);
}

static void
show_office (JpPreferencesWindow *self)
{
  const char *office = jp_store_get_office (jp_session_get_store (self->session));
  const JpContext *context = jp_session_get_context (self->session);
  const JpPack *pack = jp_pack_set_on (context->packs, context->today);
  Reading *reading = g_new0 (Reading, 1);

  adw_action_row_set_subtitle (self->office_row, g_str_equal (office, JP_OFFICE_CITY)
                                                   ? pack->city_office
                                                   : jp_session_district_name (self->session, office));
  reading->window = g_object_ref (self);
  jp_session_read_async (self->session, load_office_name, &reading->name, NULL, NULL, on_office_name_loaded, reading);
}

static void
jp_preferences_window_dispose (GObject *object)
{
  JpPreferencesWindow *self = JP_PREFERENCES_WINDOW (object);

  g_clear_object (&self->chooser);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (jp_preferences_window_parent_class)->dispose (object);
}

static void
jp_preferences_window_class_init (JpPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jp_preferences_window_dispose;

  g_type_ensure (JP_TYPE_PEOPLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiping/Jiping/ui/jp-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, JpPreferencesWindow, office_row);
  gtk_widget_class_bind_template_child (widget_class, JpPreferencesWindow, office_name_row);
  gtk_widget_class_bind_template_child (widget_class, JpPreferencesWindow, person_row);
  gtk_widget_class_bind_template_child (widget_class, JpPreferencesWindow, people_group);
  gtk_widget_class_bind_template_child (widget_class, JpPreferencesWindow, months_spin);
  gtk_widget_class_bind_template_child (widget_class, JpPreferencesWindow, days_spin);
  gtk_widget_class_bind_template_child (widget_class, JpPreferencesWindow, group_switch);
  gtk_widget_class_bind_template_child (widget_class, JpPreferencesWindow, remind_switch);
  gtk_widget_class_bind_template_child (widget_class, JpPreferencesWindow, kept_row);
  gtk_widget_class_bind_template_child (widget_class, JpPreferencesWindow, place_row);
  gtk_widget_class_bind_template_child (widget_class, JpPreferencesWindow, forget_button);
  gtk_widget_class_bind_template_callback (widget_class, on_people_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_person_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_office_name_applied);
  gtk_widget_class_install_action (widget_class, "preferences.choose-place", NULL, choose_place);
  gtk_widget_class_install_action (widget_class, "preferences.forget-place", NULL, forget_place);
}

static void
jp_preferences_window_init (JpPreferencesWindow *self)
{
  self->settings = g_settings_new (JP_APPLICATION_ID);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_settings_bind (self->settings, "reminder-months", self->months_spin, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "amber-days", self->days_spin, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "remind", self->remind_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "group-digits", self->group_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (self->settings, "changed::backup-folder", G_CALLBACK (show_place), self, G_CONNECT_SWAPPED);
  show_place (self);
}

/**
 * jp_preferences_window_new:
 * @parent: window it belongs to
 * @session: the open data file
 *
 * Returns: (transfer none): the window, to be presented
 */
JpPreferencesWindow *
jp_preferences_window_new (GtkWindow *parent, JpSession *session)
{
  JpPreferencesWindow *self = g_object_new (JP_TYPE_PREFERENCES_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  jp_people_group_set_session (self->people_group, session);
  show_office (self);
  show_backups (self);

  return self;
}
