/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-ctl.h"
#include "jp-exchange.h"
#include "jp-holidays-work.h"
#include "jp-obligation.h"
#include "jp-resources.h"

#include <glib/gi18n-lib.h>

/* All that is due, by default not done and within twelve months. */
static GPtrArray *
collect (JpCtl *ctl, GPtrArray *dossiers, const JpDutyScope *scope)
{
  GPtrArray *duties = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_obligation_free);

  for (guint i = 0; i < dossiers->len; i++)
    jp_obligations_collect (dossiers->pdata[i], &ctl->context, duties);
  for (guint i = duties->len; i > 0; i--)
    if (!jp_obligation_in_scope (duties->pdata[i - 1], scope))
      g_ptr_array_remove_index (duties, i - 1);
  g_ptr_array_sort (duties, jp_obligation_compare);

  return duties;
}

static void
put_json (JsonBuilder *json, GPtrArray *duties)
{
  json_builder_begin_array (json);
  for (guint i = 0; i < duties->len; i++)
    {
      const JpObligation *duty = duties->pdata[i];

      json_builder_begin_object (json);
      jp_out_string (json, "kind", jp_duty_kind_id (duty->kind));
      jp_out_string (json, "cluster", duty->dossier->name);
      jp_out_date (json, "from", duty->from);
      jp_out_date (json, "due", duty->due);
      jp_out_date (json, "workBy", duty->work_by);
      jp_out_string (json, "state", jp_duty_state_id (duty->state));
      jp_out_string (json, "article", duty->article);
      jp_out_string (json, "id", duty->dossier->id);
      jp_out_string (json, "subject", duty->subject);
      jp_out_bool (json, "provisional", duty->work_by_provisional);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
print_text (GPtrArray *duties)
{
  JpTextTable *table
    = jp_text_table_new (_("Due"), _("Work by"), _("State"), _("What"), _("Cluster"), _("Article"), NULL);

  for (guint i = 0; i < duties->len; i++)
    {
      const JpObligation *duty = duties->pdata[i];
      char due[JP_DATE_ISO_LEN], by[JP_DATE_ISO_LEN];

      jp_text_table_add (table, duty->due != JP_DATE_NONE ? g_strdup (jp_date_to_iso (duty->due, due)) : NULL,
                         duty->work_by != JP_DATE_NONE ? g_strconcat (jp_date_to_iso (duty->work_by, by),
                                                                      duty->work_by_provisional ? "*" : "", NULL)
                                                       : NULL,
                         g_strdup (jp_duty_state_name (duty->state)), g_strdup (duty->subject),
                         g_strdup (duty->dossier->name), g_strdup (duty->article), NULL);
    }
  jp_text_table_print (table);
}

static gboolean
run_calendar (JpCtl *ctl, int n, char **arguments, GError **error)
{
  g_autoptr (GPtrArray) dossiers = NULL;
  g_autoptr (GPtrArray) duties = NULL;
  JpDutyScope scope
    = { .to = jp_date_add_months (ctl->today, 12), .done = jp_options.done, .unrecorded = jp_options.unrecorded };

  if (jp_options.from != NULL && !jp_ctl_parse_date (jp_options.from, "--from", &scope.from, error))
    return FALSE;
  if (jp_options.to != NULL && !jp_ctl_parse_date (jp_options.to, "--to", &scope.to, error))
    return FALSE;

  dossiers = jp_store_load_dossiers (ctl->store, error);
  if (dossiers == NULL)
    return FALSE;
  duties = collect (ctl, dossiers, &scope);
  if (jp_options.ics != NULL && !jp_exchange_write_ics (jp_options.ics, duties, ctl->today, error))
    return FALSE;

  if (ctl->json != NULL)
    put_json (ctl->json, duties);
  else
    print_text (duties);

  return TRUE;
}

/* The days of the data file where there is one, else those that ship. */
static JpHolidays *
load_holidays (GError **error)
{
  g_autofree char *path = jp_ctl_data_path ();
  g_autoptr (GBytes) shipped = jp_resources_lookup (JP_RESOURCE_HOLIDAYS);
  g_autoptr (JpStore) store = NULL;
  JpHolidays *holidays;

  if (jp_options.data == NULL && !g_file_test (path, G_FILE_TEST_EXISTS))
    return jp_holidays_new_from_json (g_bytes_get_data (shipped, NULL), (gssize) g_bytes_get_size (shipped), error);

  store = jp_store_open (path, error);
  if (store == NULL)
    return NULL;
  holidays = jp_store_load_holidays (store, error);
  jp_store_close (store);

  return holidays;
}

static gboolean
run_workdays (JpCtl *ctl, int n, char **arguments, GError **error)
{
  g_autoptr (JpHolidays) holidays = NULL;
  gboolean first_provisional, provisional, next_provisional;
  JpDate date, first, last, next;
  char first_iso[JP_DATE_ISO_LEN], last_iso[JP_DATE_ISO_LEN], next_iso[JP_DATE_ISO_LEN];
  guint64 days;

  if (!jp_ctl_parse_date (arguments[0], "DATE", &date, error))
    return FALSE;
  if (!g_ascii_string_to_unsigned (arguments[1], 10, 1, 1000, &days, NULL))
    {
      g_set_error (error, JP_CTL_ERROR, JP_CTL_ERROR_USAGE, _("“%s” is not a number of working days from 1 to 1000"),
                   arguments[1]);
      return FALSE;
    }
  holidays = load_holidays (error);
  if (holidays == NULL)
    return FALSE;

  first = jp_holidays_workday_on_or_after (holidays, date, &first_provisional);
  last = jp_holidays_nth_workday (holidays, date, (guint) days, TRUE, &provisional);
  next = jp_holidays_nth_workday (holidays, date, (guint) days, FALSE, &next_provisional);

  if (ctl->json != NULL)
    {
      json_builder_begin_object (ctl->json);
      jp_out_date (ctl->json, "first", first);
      jp_out_date (ctl->json, "last", last);
      jp_out_bool (ctl->json, "provisional", provisional);
      jp_out_date (ctl->json, "from_next", next);
      jp_out_bool (ctl->json, "from_next_provisional", next_provisional);
      json_builder_end_object (ctl->json);
      return TRUE;
    }

  g_print (_("Counting the first working day (%s): %s%s\n"), jp_date_to_iso (first, first_iso),
           jp_date_to_iso (last, last_iso), provisional ? _(" (provisional: holidays not yet published)") : "");
  g_print (_("Counting from the next day: %s%s\n"), jp_date_to_iso (next, next_iso),
           next_provisional ? _(" (provisional: holidays not yet published)") : "");

  return TRUE;
}

static const GOptionEntry calendar_entries[] = {
  { "from", 0, 0, G_OPTION_ARG_STRING, &jp_options.from, N_("Due on or after this day"), "DATE" },
  { "to", 0, 0, G_OPTION_ARG_STRING, &jp_options.to, N_("Due on or before this day (default: in twelve months)"),
    "DATE" },
  { "done", 0, 0, G_OPTION_ARG_NONE, &jp_options.done, N_("Also what is done"), NULL },
  { "unrecorded", 0, 0, G_OPTION_ARG_NONE, &jp_options.unrecorded,
    N_("Instead: what fell due before this file was made and has no record"), NULL },
  { "ics", 0, 0, G_OPTION_ARG_FILENAME, &jp_options.ics, N_("Also write them to a calendar file"), "FILE" },
  { NULL },
};

static gboolean
show_holidays (JpCtl *ctl, GError **error)
{
  g_autoptr (JpHolidays) holidays = jp_store_load_holidays (ctl->store, error);

  if (holidays == NULL)
    return FALSE;
  if (ctl->json != NULL)
    {
      json_builder_begin_object (ctl->json);
      jp_out_int (ctl->json, "first", (int) jp_holidays_first_year (holidays));
      jp_out_int (ctl->json, "knownTo", (int) jp_holidays_horizon (holidays));
      json_builder_end_object (ctl->json);
    }
  else
    g_print ("%u … %u\n", jp_holidays_first_year (holidays), jp_holidays_horizon (holidays));

  return TRUE;
}

static gboolean
run_holidays (JpCtl *ctl, int n, char **arguments, GError **error)
{
  g_autofree char *json = NULL;

  if (g_str_equal (arguments[0], "show") && n == 1)
    return show_holidays (ctl, error);
  if (g_str_equal (arguments[0], "add") && n == 2)
    return g_file_get_contents (arguments[1], &json, NULL, error) && jp_casework_holidays_add (ctl->desk, json, error)
           && show_holidays (ctl, error);

  g_set_error_literal (error, JP_CTL_ERROR, JP_CTL_ERROR_USAGE, _("Usage: jipingctl holidays show | add FILE"));
  return FALSE;
}

const JpCtlCommand jp_ctl_calendar_commands[] = {
  { "calendar", N_("[--from DATE] [--to DATE] [--done | --unrecorded] [--ics FILE]"),
    N_("Lists what is due, with the day to work to and the article"), JP_NEEDS_DESK, 0, 0, calendar_entries,
    run_calendar },
  { "workdays", N_("DATE N"), N_("Counts N working days from a day"), JP_NEEDS_NOTHING, 2, 2, NULL, run_workdays },
  { "holidays", N_("show | add FILE"), N_("Adds the published rest days and make-up working days of a year"),
    JP_NEEDS_DESK, 1, 2, NULL, run_holidays },
  { NULL },
};
