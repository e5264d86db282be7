/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-application.h"
#include "jp-cluster-work.h"
#include "jp-reminder.h"
#include "jp-sample.h"
#include "jp-test-many.h"

#include <gio/gio.h>

#define FIRST_DAY "2026-02-10"
#define LATER     "2026-02-24" /* two weeks away */
#define QUIET_MS  150          /* a second notification would have come by then */

/* The notifications of the desktop, as a service on a bus of the test's own. */
static const char introspection[] =
  "<node><interface name='org.freedesktop.Notifications'>"
  "<method name='GetCapabilities'><arg type='as' direction='out'/></method>"
  "<method name='CloseNotification'><arg type='u' direction='in'/></method>"
  "<method name='Notify'><arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/>"
  "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='as' direction='in'/>"
  "<arg type='a{sv}' direction='in'/><arg type='i' direction='in'/><arg type='u' direction='out'/></method>"
  "</interface></node>";

typedef struct
{
  GSettings *settings;
  char      *folder;
  char      *path;
} Fixture;

/* For the whole run: a bus is neither left nor joined twice by one process. */
static GTestDBus *bus;
static GDBusConnection *desktop;
static GApplication *application;
static guint n_shown;
static char *shown; /* heading of the last */

static void
on_call (GDBusConnection *connection, const char *sender, const char *path, const char *interface, const char *method,
         GVariant *arguments, GDBusMethodInvocation *invocation, gpointer data)
{
  if (g_str_equal (method, "Notify"))
    {
      g_free (shown);
      g_variant_get_child (arguments, 3, "s", &shown);
      n_shown++;
      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", n_shown));
    }
  else if (g_str_equal (method, "GetCapabilities"))
    g_dbus_method_invocation_return_value (invocation, g_variant_new_parsed ("(['body'],)"));
  else
    g_dbus_method_invocation_return_value (invocation, NULL);
}

static void
start_desktop (void)
{
  static const GDBusInterfaceVTable vtable = { .method_call = on_call };
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (introspection, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) owned = NULL;

  bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (bus);
  desktop = g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (bus),
                                                             G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                             | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                             NULL, NULL, &error);
  g_assert_no_error (error);
  g_dbus_connection_register_object (desktop, "/org/freedesktop/Notifications", info->interfaces[0], &vtable,
                                     NULL, NULL, &error);
  g_assert_no_error (error);
  owned = g_dbus_connection_call_sync (desktop, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "RequestName",
                                       g_variant_new ("(su)", "org.freedesktop.Notifications", 0), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  application = g_application_new (JP_APPLICATION_ID, G_APPLICATION_DEFAULT_FLAGS);
  g_assert_true (g_application_register (application, NULL, &error));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpStore) store = NULL;

  n_shown = 0;
  fixture->settings = g_settings_new (JP_APPLICATION_ID);
  g_settings_set_boolean (fixture->settings, "remind", TRUE);
  g_settings_reset (fixture->settings, "last-digest");

  fixture->folder = g_dir_make_tmp ("jp-reminder-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "jiping.db", NULL);
  store = jp_test_new_store (fixture->path);
  g_assert_true (jp_casework_sample (store, jp_test_date (FIRST_DAY), &error));
  g_assert_no_error (error);
  jp_store_close (store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->settings);
  jp_test_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_clear_pointer (&shown, g_free);
}

static void
on_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static JpSession *
open_session (Fixture *fixture, const char *today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  JpSession *session;

  jp_session_open_async (fixture->path, "陈晓岚", jp_test_date (today), NULL, on_ready, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  session = jp_session_open_finish (result, &error);
  g_assert_no_error (error);

  return session;
}

static gboolean
on_time (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
wait_a_while (void)
{
  gboolean over = FALSE;

  g_timeout_add (QUIET_MS, on_time, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
do_entry (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (JpOwnDuty) duty = jp_own_duty_new ("走访运营单位", jp_test_date ("2026-02-11"));

  return jp_casework_put_duty (desk, data, duty, error);
}

/* Opens the file, works in it, looks and looks again: as a day at the window does. */
static void
work_for_a_day (Fixture *fixture, const char *today)
{
  g_autoptr (JpSession) session = open_session (fixture, today);
  g_autoptr (JpReminder) reminder = jp_reminder_new (application, session);
  const JpDossier *dossier = g_ptr_array_index (jp_session_get_dossiers (session), 0);
  gboolean busy = TRUE;

  jp_session_do_async (session, do_entry, g_strdup (dossier->id), g_free, NULL, NULL, NULL);
  while (busy)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (session, "busy", &busy, NULL);
    }
  for (guint i = 0; i < 5; i++)
    g_assert_false (jp_reminder_look (reminder));
  wait_a_while ();
  jp_reminder_end (reminder);
}

/* One a day; after two weeks away one again, whatever came near meanwhile. */
static void
test_one_a_day (Fixture *fixture, gconstpointer data)
{
  g_autofree char *last = NULL;

  work_for_a_day (fixture, FIRST_DAY);
  g_assert_cmpuint (n_shown, ==, 1);
  g_assert_nonnull (shown);
  work_for_a_day (fixture, FIRST_DAY); /* the window was closed and opened */
  g_assert_cmpuint (n_shown, ==, 1);

  work_for_a_day (fixture, LATER);
  g_assert_cmpuint (n_shown, ==, 2);
  last = g_settings_get_string (fixture->settings, "last-digest");
  g_assert_cmpstr (last, ==, LATER);
  work_for_a_day (fixture, LATER);
  g_assert_cmpuint (n_shown, ==, 2);
}

/* Preferences say how long before, and whether at all. */
static void
test_preferences (Fixture *fixture, gconstpointer data)
{
  g_autofree char *near = NULL;

  g_settings_set_boolean (fixture->settings, "remind", FALSE);
  {
    g_autoptr (JpSession) session = open_session (fixture, FIRST_DAY);
    g_autoptr (JpReminder) reminder = jp_reminder_new (application, session);

    wait_a_while ();
    g_assert_cmpuint (n_shown, ==, 0);
    g_settings_set_boolean (fixture->settings, "remind", TRUE);
    g_settings_set_uint (fixture->settings, "amber-days", 7);
    g_assert_true (jp_reminder_look (reminder));
    wait_a_while ();
    g_assert_cmpuint (n_shown, ==, 1);
    near = g_strdup (shown);

    g_settings_reset (fixture->settings, "last-digest");
    g_settings_set_uint (fixture->settings, "amber-days", 90);
    g_assert_true (jp_reminder_look (reminder));
    wait_a_while ();
    g_assert_cmpuint (n_shown, ==, 2);
    g_assert_cmpstr (shown, !=, near);
    jp_reminder_end (reminder);
  }
  g_settings_reset (fixture->settings, "amber-days");
}

int
main (int argc, char **argv)
{
  int failed;

  jp_test_init (&argc, &argv);
  start_desktop ();
  g_test_add ("/ui/reminder/one-digest-after-two-weeks-away", Fixture, NULL, set_up, test_one_a_day, tear_down);
  g_test_add ("/ui/reminder/lead-time-of-preferences", Fixture, NULL, set_up, test_preferences, tear_down);

  failed = g_test_run ();
  g_test_dbus_stop (bus);

  return failed;
}
