/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-people-group.h"

#include "jp-people-work.h"
#include "jp-text.h"

#include <glib/gi18n-lib.h>

struct _JpPeopleGroup
{
  AdwPreferencesGroup parent_instance;

  /* Borrowed. */
  AdwEntryRow *new_row;
  GtkWidget   *list;

  /* Owned. */
  JpSession *session;
  GPtrArray *people;
};

G_DEFINE_FINAL_TYPE (JpPeopleGroup, jp_people_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void read_people (JpPeopleGroup *self);

static gboolean
put (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return jp_casework_put_person (desk, data, error);
}

static void
on_put (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JpPeopleGroup) self = data;
  g_autoptr (GError) error = NULL;

  if (!jp_session_do_finish (JP_SESSION (source), result, &error) && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    {
      GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                                  _("The Person Was Not Entered"), error->message);

      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
      gtk_window_present (GTK_WINDOW (dialog));
    }
  read_people (self);
}

/* Takes @person. */
static void
keep (JpPeopleGroup *self, JpPerson *person)
{
  jp_session_do_async (self->session, put, person, (GDestroyNotify) jp_person_free, NULL, on_put, g_object_ref (self));
}

static void
on_new_applied (JpPeopleGroup *self)
{
  g_autofree char *name = jp_text_tidy (gtk_editable_get_text (GTK_EDITABLE (self->new_row)));

  if (self->session == NULL || *name == '\0')
    return;

  keep (self, jp_person_new (name, jp_store_get_office (jp_session_get_store (self->session))));
  gtk_editable_set_text (GTK_EDITABLE (self->new_row), "");
}

static void
on_active_toggled (JpPeopleGroup *self, GParamSpec *pspec, GtkSwitch *toggle)
{
  const JpPerson *person = g_object_get_data (G_OBJECT (toggle), "person");
  JpPerson *changed;

  if (person->active == gtk_switch_get_active (toggle))
    return;

  changed = jp_person_new (person->name, person->office);
  changed->id = g_strdup (person->id);
  changed->duty = g_strdup (person->duty);
  changed->active = gtk_switch_get_active (toggle);
  keep (self, changed);
}

static GtkWidget *
make_row (JpPeopleGroup *self, JpPerson *person)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();
  g_autofree char *told = g_strdup_printf (_("%s works here"), person->name);
  const char *office = g_str_equal (person->office, JP_OFFICE_CITY)
                         ? _("City") : jp_session_district_name (self->session, person->office);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), person->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               person->active ? office : _("No longer here; the record keeps the name"));
  gtk_switch_set_active (GTK_SWITCH (toggle), person->active);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, told, -1);
  g_object_set_data (G_OBJECT (toggle), "person", person);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (on_active_toggled), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);

  return row;
}

/* Takes @people. */
static void
show_people (JpPeopleGroup *self, GPtrArray *people)
{
  g_autoptr (GPtrArray) before = self->people; /* whom the rows that go away still borrow */
  GtkListBoxRow *row;

  self->people = people;
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 1)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  for (guint i = 0; i < self->people->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (self, g_ptr_array_index (self->people, i)));
}

static gboolean
load (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  GPtrArray **people = data;

  *people = jp_store_load_people (jp_desk_get_store (desk), error);

  return *people != NULL;
}

typedef struct
{
  JpPeopleGroup *group;
  GPtrArray     *people;
} Reading;

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Reading *reading = data;
  g_autoptr (JpPeopleGroup) self = reading->group;
  g_autoptr (GError) error = NULL;

  if (!jp_session_do_finish (JP_SESSION (source), result, &error))
    {
      g_debug ("The people cannot be read: %s", error->message);
      return;
    }

  show_people (self, reading->people);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
read_people (JpPeopleGroup *self)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->group = g_object_ref (self);
  jp_session_read_async (self->session, load, &reading->people, NULL, NULL, on_loaded, reading);
}

static void
jp_people_group_dispose (GObject *object)
{
  JpPeopleGroup *self = JP_PEOPLE_GROUP (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->people, g_ptr_array_unref);

  G_OBJECT_CLASS (jp_people_group_parent_class)->dispose (object);
}

static void
jp_people_group_class_init (JpPeopleGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jp_people_group_dispose;

  /**
   * JpPeopleGroup::changed:
   * @self: the group
   *
   * The people were read.
   */
  signals[CHANGED]
    = g_signal_new ("changed", JP_TYPE_PEOPLE_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jp_people_group_init (JpPeopleGroup *self)
{
  GtkWidget *new_row = adw_entry_row_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("People"));
  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (self),
    _("Who reviews, records and signs. Nobody is taken off the list: the record names them."));

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("People"), -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->list);

  self->new_row = ADW_ENTRY_ROW (new_row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (new_row), _("Name of Somebody New"));
  adw_entry_row_set_show_apply_button (self->new_row, TRUE);
  g_signal_connect_object (new_row, "apply", G_CALLBACK (on_new_applied), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (self->list), new_row);
}

/**
 * jp_people_group_set_session:
 * @self: the group
 * @session: the data file whose people are shown
 */
void
jp_people_group_set_session (JpPeopleGroup *self, JpSession *session)
{
  if (g_set_object (&self->session, session) && session != NULL)
    read_people (self);
}

GPtrArray *
jp_people_group_get_people (JpPeopleGroup *self)
{
  return self->people;
}
