/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-reminder.h"

#include "jp-application.h"
#include "jp-digest.h"

#include <glib/gi18n-lib.h>

#define LOOK_SECONDS    900
#define NOTIFICATION_ID "digest"

struct _JpReminder
{
  GObject parent_instance;

  /* Borrowed. */
  GApplication *application;

  /* Owned. */
  JpSession *session;
  GSettings *settings;
  guint      source;
};

G_DEFINE_FINAL_TYPE (JpReminder, jp_reminder, G_TYPE_OBJECT)

static JpDate
last_day (JpReminder *self)
{
  g_autofree char *iso = g_settings_get_string (self->settings, "last-digest");

  return jp_date_parse (iso);
}

static void
send (JpReminder *self, const JpDigest *digest)
{
  g_autoptr (GNotification) notification = g_notification_new (digest->title);

  g_notification_set_body (notification, digest->body);
  g_notification_set_default_action (notification, "app.agenda");
  if (digest->n_overdue > 0)
    g_notification_set_priority (notification, G_NOTIFICATION_PRIORITY_HIGH);
  g_application_send_notification (self->application, NOTIFICATION_ID, notification);
}

gboolean
jp_reminder_look (JpReminder *self)
{
  const JpContext *context;
  char iso[JP_DATE_ISO_LEN];
  g_auto (JpDigest) digest = { 0 };
  JpDate last;

  if (self->session == NULL || jp_session_is_sample (self->session)
      || !g_settings_get_boolean (self->settings, "remind"))
    return FALSE;
  if (g_application_get_dbus_connection (self->application) == NULL) /* nobody would show it */
    return FALSE;

  context = jp_session_get_context (self->session);
  last = last_day (self);
  if (!jp_digest_is_due (last, context->today)
      || !jp_digest_init (&digest, jp_session_get_duties (self->session), context,
                          g_settings_get_uint (self->settings, "amber-days"), last))
    return FALSE;

  g_settings_set_string (self->settings, "last-digest", jp_date_to_iso (context->today, iso));
  send (self, &digest);
  return TRUE;
}

static gboolean
on_time (gpointer data)
{
  jp_reminder_look (data);

  return G_SOURCE_CONTINUE;
}

void
jp_reminder_end (JpReminder *self)
{
  g_return_if_fail (JP_IS_REMINDER (self));

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
}

static void
jp_reminder_dispose (GObject *object)
{
  JpReminder *self = JP_REMINDER (object);

  jp_reminder_end (self);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (jp_reminder_parent_class)->dispose (object);
}

static void
jp_reminder_class_init (JpReminderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jp_reminder_dispose;
}

static void
jp_reminder_init (JpReminder *self)
{
  self->settings = g_settings_new (JP_APPLICATION_ID);
}

static void
on_changed (JpReminder *self)
{
  jp_reminder_look (self);
}

/**
 * jp_reminder_new:
 * @application: who sends the notification; it outlives the reminder
 * @session: an open data file
 *
 * Returns: (transfer full): who reminds of it from now on
 */
JpReminder *
jp_reminder_new (GApplication *application, JpSession *session)
{
  JpReminder *self = g_object_new (JP_TYPE_REMINDER, NULL);

  self->application = application;
  self->session = g_object_ref (session);
  self->source = g_timeout_add_seconds (LOOK_SECONDS, on_time, self);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (on_changed), self);
  jp_reminder_look (self);

  return self;
}
