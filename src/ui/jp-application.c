/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-application.h"

#include "jp-actions.h"
#include "jp-config.h"
#include "jp-help-window.h"
#include "jp-screen-reader.h"
#include "jp-tooltip.h"
#include "jp-ui-resources.h"
#include "jp-watchdog.h"
#include "jp-window.h"

#include <glib/gi18n-lib.h>

struct _JpApplication
{
  AdwApplication parent_instance;

  /* Borrowed. */
  JpWindow *window; /* NULL before it is there and after it is gone */

  JpDate today; /* --today, or JP_DATE_NONE */
};

G_DEFINE_FINAL_TYPE (JpApplication, jp_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "page", 'p', 0, G_OPTION_ARG_STRING, NULL, N_("Go to a page"), N_("PAGE") },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
  { "today", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, NULL, NULL, NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_("[DATA-FILE]") },
  { NULL },
};

static void
forget_window (JpApplication *self, GObject *window)
{
  self->window = NULL;
}

static JpWindow *
obtain_window (JpApplication *self)
{
  if (self->window == NULL)
    {
      self->window = jp_window_new (self);
      jp_window_set_today (self->window, self->today);
      g_object_weak_ref (G_OBJECT (self->window), (GWeakNotify) forget_window, self);
    }

  return self->window;
}

static void
jp_application_activate (GApplication *application)
{
  JpApplication *self = JP_APPLICATION (application);
  gboolean first = self->window == NULL;
  JpWindow *window = obtain_window (self);

  if (first)
    jp_window_open_usual (window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
jp_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  JpApplication *self = JP_APPLICATION (application);
  g_autofree char *path = g_file_get_path (files[0]);

  if (path != NULL)
    jp_window_open_path (obtain_window (self), path);
  g_application_activate (application);
}

/* In the first instance, also for what a second start was given. */
static int
jp_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  JpApplication *self = JP_APPLICATION (application);
  GVariantDict *given = g_application_command_line_get_options_dict (command_line);
  g_autofree const char **paths = NULL;
  const char *page, *today;

  if (g_variant_dict_lookup (given, "today", "&s", &today))
    {
      self->today = jp_date_parse (today);
      if (self->today == JP_DATE_NONE)
        {
          g_application_command_line_printerr (command_line, _("“%s” is not a day; write it as 2026-02-10.\n"), today);
          return 2;
        }
      if (self->window != NULL)
        jp_window_set_today (self->window, self->today);
    }

  if (g_variant_dict_lookup (given, G_OPTION_REMAINING, "^a&ay", &paths) && paths[0] != NULL)
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (command_line, paths[0]);

      g_application_open (application, &file, 1, "");
    }
  else
    g_application_activate (application);

  if (g_variant_dict_lookup (given, "page", "&s", &page))
    jp_window_go (self->window, page);

  return 0;
}

static int
jp_application_handle_local_options (GApplication *application, GVariantDict *given)
{
  if (g_variant_dict_contains (given, "version"))
    {
      g_print ("jiping %s\n", PACKAGE_VERSION);
      return 0;
    }

  return -1;
}

static void
quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JpApplication *self = data;

  if (self->window != NULL)
    gtk_window_close (GTK_WINDOW (self->window));
}

static void
about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JpApplication *self = data;
  const char *developers[] = { _("The Jiping Developers"), NULL };

  adw_show_about_window (GTK_WINDOW (self->window),
                         "application-name", _("Jiping"),
                         "application-icon", JP_APPLICATION_ID,
                         "version", PACKAGE_VERSION,
                         "developer-name", _("The Jiping Developers"),
                         "developers", developers,
                         "comments", _("Dossiers, assessment, validity and funds of SME industry clusters. "
                                       "The data stays on this computer; nothing is ever sent anywhere."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "copyright", "© 2026",
                         /* Translators: put your names here, one a line */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

/* At the part about the page that is shown. */
static void
help (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JpApplication *self = data;
  JpHelpWindow *window;

  if (self->window == NULL)
    return;

  window = jp_help_window_new (GTK_WINDOW (self->window));
  jp_help_window_open (window, jp_window_get_page (self->window));
  gtk_window_present (GTK_WINDOW (window));
}

/* Where a notification leads. */
static void
agenda (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JpApplication *self = data;

  g_application_activate (G_APPLICATION (self));
  jp_window_go (self->window, "calendar#agenda");
}

static const GActionEntry actions[] = {
  { .name = "agenda", .activate = agenda },
  { .name = "help", .activate = help },
  { .name = "about", .activate = about },
  { .name = "quit", .activate = quit },
};

static void
jp_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (jp_application_parent_class)->startup (application);

  jp_screen_reader_init ();
  jp_watchdog_init ();
  jp_tooltip_init ();
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  jp_actions_set_accels (GTK_APPLICATION (application));
}

static void
jp_application_dispose (GObject *object)
{
  JpApplication *self = JP_APPLICATION (object);

  if (self->window != NULL)
    g_object_weak_unref (G_OBJECT (self->window), (GWeakNotify) forget_window, self);
  self->window = NULL;

  G_OBJECT_CLASS (jp_application_parent_class)->dispose (object);
}

static void
jp_application_class_init (JpApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jp_application_dispose;
  application_class->startup = jp_application_startup;
  application_class->activate = jp_application_activate;
  application_class->open = jp_application_open;
  application_class->command_line = jp_application_command_line;
  application_class->handle_local_options = jp_application_handle_local_options;
}

static void
jp_application_init (JpApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/**
 * jp_application_new:
 *
 * Returns: (transfer full): the application
 */
JpApplication *
jp_application_new (void)
{
  g_resources_register (jp_ui_get_resource ());

  return g_object_new (JP_TYPE_APPLICATION,
                       "application-id", JP_APPLICATION_ID,
                       "resource-base-path", "/org/jiping/Jiping",
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
