/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-ctl.h"

#include "jp-assurance.h"
#include "jp-config.h"
#include "jp-store-journal.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

static const GOptionEntry global_entries[] = {
  { "data", 0, 0, G_OPTION_ARG_FILENAME, &jp_options.data, N_("Data file to work on"), N_("FILE") },
  { "as", 0, 0, G_OPTION_ARG_STRING, &jp_options.as, N_("Who acts (default: the login name)"), N_("NAME") },
  { "office", 0, 0, G_OPTION_ARG_STRING, &jp_options.office, N_("For which office: city, or a district's code"),
    N_("OFFICE") },
  { "today", 0, 0, G_OPTION_ARG_STRING, &jp_options.today_text, N_("The day to count as today"), "YYYY-MM-DD" },
  { "json", 0, 0, G_OPTION_ARG_NONE, &jp_options.json, N_("Write the result as one JSON document"), NULL },
  { NULL },
};

static const JpCtlCommand * const command_tables[] = {
  jp_ctl_file_commands,   jp_ctl_keep_commands,     jp_ctl_exchange_commands, jp_ctl_cluster_commands,
  jp_ctl_act_commands,    jp_ctl_attach_commands,   jp_ctl_standard_commands, jp_ctl_assess_commands,
  jp_ctl_fund_commands,
  jp_ctl_use_commands,    jp_ctl_calendar_commands,
  jp_ctl_report_commands, jp_ctl_pack_commands,     jp_ctl_journal_commands,
};

const JpCtlCommand *
jp_ctl_find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (command_tables); i++)
    for (const JpCtlCommand *command = command_tables[i]; command->name != NULL; command++)
      if (g_str_equal (command->name, name))
        return command;

  return NULL;
}

void
jp_ctl_foreach_command (void (*visit) (const JpCtlCommand *command, gpointer data), gpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (command_tables); i++)
    for (const JpCtlCommand *command = command_tables[i]; command->name != NULL; command++)
      visit (command, data);
}

static void
print_command (const JpCtlCommand *command, gpointer data)
{
  g_print ("  %-10s %s\n", command->name, _(command->summary));
}

static void
print_overview (void)
{
  g_print (_("Usage: jipingctl [OPTIONS] COMMAND [ARGUMENTS]\n\n"
             "Keeps the ledger of SME characteristic industry clusters, without a window.\n\nCommands:\n"));
  jp_ctl_foreach_command (print_command, NULL);
  g_print (_("\nOptions, before or after the command:\n"
             "  --data FILE        data file to work on (default: the one of the window)\n"
             "  --as NAME          who acts (default: the login name)\n"
             "  --office OFFICE    for which office: city, or a district's code\n"
             "  --today DATE       the day to count as today, as 2026-02-10\n"
             "  --json             write the result, or the error, as one JSON document\n"
             "  --help             this text; after a command: the command's\n"
             "  --version          the program's version\n\n"
             "“jipingctl COMMAND --help” explains one command. See also jipingctl(1).\n"));
}

static gboolean
takes_value (const char *argument)
{
  for (const GOptionEntry *entry = global_entries; entry->long_name != NULL; entry++)
    if (entry->arg != G_OPTION_ARG_NONE && g_str_has_prefix (argument, "--")
        && g_str_equal (argument + 2, entry->long_name))
      return TRUE;

  return FALSE;
}

/* The command is the first word that is neither an option nor an option's value. */
static int
find_command_index (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      if (takes_value (argv[i]))
        i++;
      else if (argv[i][0] != '-')
        return i;
    }

  return -1;
}

/* The translation of an empty message would be the catalogue's header. */
static const char *
arguments_of (const JpCtlCommand *command)
{
  return *command->arguments != '\0' ? _(command->arguments) : "";
}

static gboolean
parse_arguments (const JpCtlCommand *command, int *argc, char ***argv, GError **error)
{
  g_autofree char *usage = g_strdup_printf ("%s %s", command->name, arguments_of (command));
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  GOptionGroup *group = g_option_group_new ("jipingctl", NULL, NULL, NULL, NULL);

  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  if (command->options != NULL)
    g_option_group_add_entries (group, command->options);
  g_option_group_add_entries (group, global_entries);
  g_option_context_set_main_group (context, group);
  g_option_context_set_summary (context, _(command->summary));

  return g_option_context_parse (context, argc, argv, error);
}

static gboolean
check_count (const JpCtlCommand *command, int n, GError **error)
{
  if (n >= command->min_arguments && (command->max_arguments < 0 || n <= command->max_arguments))
    return TRUE;

  g_set_error (error, JP_CTL_ERROR, JP_CTL_ERROR_USAGE, _("Usage: jipingctl %s %s"), command->name,
               arguments_of (command));
  return FALSE;
}

static JpDate
clock_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return jp_date_new (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

/* A clock that was set back is told about; a day given by --today is the caller's own. */
static void
warn_of_clock (JpCtl *ctl)
{
  g_autoptr (GPtrArray) last
    = jp_options.today_text == NULL ? jp_store_load_journal (ctl->store, 0, 1, NULL, NULL) : NULL;
  g_autofree char *warning = NULL;

  if (last == NULL || last->len == 0)
    return;

  warning = jp_clock_warning (ctl->today, jp_entry_day (g_ptr_array_index (last, 0)));
  if (warning != NULL)
    g_printerr ("jipingctl: %s\n", warning);
}

/* Opens the data file and sits down at it as the person and office of the options. */
gboolean
jp_ctl_open_desk (JpCtl *ctl, GError **error)
{
  g_autofree char *path = jp_ctl_data_path ();

  ctl->store = jp_store_open (path, error);
  if (ctl->store == NULL)
    return FALSE;

  warn_of_clock (ctl);
  ctl->desk = jp_desk_new (ctl->store, jp_options.as != NULL ? jp_options.as : g_get_user_name (), jp_options.office,
                           ctl->today, error);

  return ctl->desk != NULL && jp_desk_get_context (ctl->desk, &ctl->context, error);
}

static gboolean
run_command (JpCtl *ctl, const JpCtlCommand *command, int argc, char **argv, GError **error)
{
  if (!parse_arguments (command, &argc, &argv, error) || !check_count (command, argc - 1, error))
    return FALSE;

  ctl->today = clock_today ();
  if (jp_options.today_text != NULL && !jp_ctl_parse_date (jp_options.today_text, "--today", &ctl->today, error))
    return FALSE;
  if (jp_options.json)
    ctl->json = json_builder_new ();
  if (command->needs == JP_NEEDS_DESK && !jp_ctl_open_desk (ctl, error))
    return FALSE;

  return command->run (ctl, argc - 1, argv + 1, error);
}

static void
print_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autofree char *text = NULL;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  g_print ("%s\n", text);
}

static void
print_error_json (JpCtl *ctl, const GError *error)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "error");
  json_builder_begin_object (json);
  jp_out_string (json, "code", jp_ctl_code_of (error));
  jp_out_string (json, "message", error->message);
  jp_out_array (json, "details");
  for (guint i = 0; i < ctl->details->len; i++)
    {
      const JpCtlDetail *detail = ctl->details->pdata[i];

      json_builder_begin_object (json);
      jp_out_string (json, "sheet", detail->sheet);
      if (detail->row > 0)
        jp_out_int (json, "row", detail->row);
      else
        jp_out_null (json, "row");
      if (detail->column > 0)
        jp_out_int (json, "column", detail->column);
      else
        jp_out_null (json, "column");
      jp_out_string (json, "header", detail->header);
      if (detail->path != NULL)
        jp_out_string (json, "path", detail->path);
      jp_out_string (json, "message", detail->message);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
  json_builder_end_object (json);
  print_json (json);
}

static void
print_error (JpCtl *ctl, const GError *error)
{
  g_printerr ("jipingctl: %s\n", error->message);
  for (guint i = 0; i < ctl->details->len; i++)
    {
      const JpCtlDetail *detail = ctl->details->pdata[i];
      g_autoptr (GString) place = g_string_new (detail->path);

      if (detail->sheet != NULL)
        g_string_append (place, detail->sheet);
      if (detail->row > 0)
        g_string_append_printf (place, _(", row %u"), detail->row);
      if (detail->column > 0)
        g_string_append_printf (place, _(", column %u"), detail->column);
      if (detail->header != NULL && *detail->header != '\0')
        g_string_append_printf (place, _(" (%s)"), detail->header);
      /* Translators: a place in a file, and what is wrong there */
      g_printerr (_("  %s: %s\n"), place->str, detail->message);
    }
}

static void
free_detail (gpointer data)
{
  JpCtlDetail *detail = data;

  g_free (detail->sheet);
  g_free (detail->header);
  g_free (detail->path);
  g_free (detail->message);
  g_free (detail);
}

static JpExit
finish (JpCtl *ctl, gboolean done, const GError *error)
{
  if (done)
    {
      if (ctl->json != NULL)
        print_json (ctl->json);
      return JP_EXIT_DONE;
    }

  if (jp_options.json)
    print_error_json (ctl, error);
  else
    print_error (ctl, error);

  return jp_ctl_exit_of (error);
}

/* All of a command line is kept or shown as text: refuse what is not. */
static gboolean
check_text (char **argv, GError **error)
{
  for (int i = 0; argv[i] != NULL; i++)
    if (!g_utf8_validate (argv[i], -1, NULL))
      {
        g_set_error (error, JP_CTL_ERROR, JP_CTL_ERROR_USAGE, _("Word %d of the command line is not UTF-8 text"), i);
        return FALSE;
      }

  return TRUE;
}

/* Translations lie where they were installed, or where the build folder has them. */
static void
set_up_translations (void)
{
  const char *uninstalled = g_getenv ("JIPING_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, uninstalled != NULL ? uninstalled : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char **argv)
{
  JpCtl ctl = { .details = g_ptr_array_new_with_free_func (free_detail) };
  g_autoptr (GError) error = NULL;
  const JpCtlCommand *command;
  gboolean done = FALSE;
  JpExit status;
  int at;

  set_up_translations ();
  at = find_command_index (argc, argv);
  if (at < 0)
    {
      if (argc > 1 && g_str_equal (argv[argc - 1], "--version"))
        {
          g_print ("jipingctl %s\n", PACKAGE_VERSION);
          return JP_EXIT_DONE;
        }
      print_overview ();
      return argc > 1 && g_str_equal (argv[argc - 1], "--help") ? JP_EXIT_DONE : JP_EXIT_USAGE;
    }

  for (int i = 1; i < argc; i++)
    jp_options.json |= g_str_equal (argv[i], "--json");

  command = jp_ctl_find_command (argv[at]);
  if (command == NULL)
    {
      g_set_error (&error, JP_CTL_ERROR, JP_CTL_ERROR_USAGE, _("There is no command “%s”; see “jipingctl --help”"),
                   argv[at]);
    }
  else
    {
      memmove (argv + at, argv + at + 1, (gsize) (argc - at) * sizeof *argv);
      done = check_text (argv, &error) && run_command (&ctl, command, argc - 1, argv, &error);
    }
  status = finish (&ctl, done, error);

  g_clear_object (&ctl.json);
  g_clear_pointer (&ctl.desk, jp_desk_unref);
  if (ctl.store != NULL)
    jp_store_close (ctl.store);
  g_clear_object (&ctl.store);
  g_ptr_array_unref (ctl.details);

  return status;
}
