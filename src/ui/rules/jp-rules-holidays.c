/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-rules-holidays.h"

#include "jp-dossier-section.h"
#include "jp-file-ask.h"
#include "jp-holiday-text.h"
#include "jp-holidays-work.h"
#include "jp-rules-column.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
do_add (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return jp_casework_holidays_add (desk, data, error);
}

/* By hand. */

static GArray *
read_days (JpForm *form, const char *id, guint year)
{
  JpField *field = jp_form_get (form, id);
  g_autofree char *text = jp_field_get_text (field);
  g_autoptr (GError) error = NULL;
  GArray *days = jp_holiday_days_parse (year, text, &error);

  if (days == NULL)
    jp_field_set_error (field, error->message);

  return days;
}

/* The rules of a holiday file hold for what is typed too; what breaks them is said beside the days it is about. */
static gboolean
is_sound (JpForm *form, const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpHolidays) holidays = jp_holidays_new_from_json (json, -1, &error);

  if (holidays == NULL)
    jp_field_set_error (jp_form_get (form, strstr (error->message, "workdays") != NULL ? "work" : "rest"),
                        error->message);

  return holidays != NULL;
}

static gboolean
make_year (JpForm *form, gpointer context, JpFormWork *todo)
{
  g_autofree char *typed = jp_form_text (form, "year");
  guint64 year;
  g_autoptr (GArray) rest = NULL;
  g_autoptr (GArray) work = NULL;
  g_autofree char *json = NULL;

  if (typed == NULL || !g_ascii_string_to_unsigned (typed, 10, 2000, 2199, &year, NULL))
    {
      jp_field_set_error (jp_form_get (form, "year"), _("Give a year such as 2027."));
      return FALSE;
    }
  rest = read_days (form, "rest", (guint) year);
  work = read_days (form, "work", (guint) year);
  if (rest == NULL || work == NULL)
    return FALSE;

  json = jp_holiday_year_json ((guint) year, rest, work);
  if (!is_sound (form, json))
    return FALSE;
  *todo = (JpFormWork) { do_add, g_steal_pointer (&json), g_free };

  return TRUE;
}

JpForm *
jp_holidays_form_open (GtkWidget *over, JpSession *session)
{
  const JpContext *context = jp_session_get_context (session);
  JpForm *form = jp_form_new (over, session, _("Add a Year of Holidays"), _("_Add"));
  g_autofree char *year = g_strdup_printf ("%u", jp_holidays_horizon (context->holidays) + 1);

  jp_form_set_intro (
    form,
    _("As the State Council's notice lists them. A year that is known already is replaced. Undo takes it back."));
  jp_form_add (form, "year", JP_FIELD_KIND_TEXT, _("Year"));
  jp_field_set_text (jp_form_get (form, "year"), year);
  jp_form_add (form, "rest", JP_FIELD_KIND_NOTE, _("Rest days (休)"));
  jp_field_set_hint (jp_form_get (form, "rest"), _("1月1日至3日、2月15日至23日 …, weekends within them too"));
  jp_form_add (form, "work", JP_FIELD_KIND_NOTE, _("Make-up working days (班)"));
  jp_field_set_hint (jp_form_get (form, "work"), _("Saturdays and Sundays worked in exchange: 2月14日、2月28日 …"));
  jp_form_open (form, make_year, NULL, NULL);

  return form;
}

/* From a file. */

static gboolean
make_file (JpForm *form, gpointer json, JpFormWork *todo)
{
  *todo = (JpFormWork) { do_add, g_strdup (json), g_free };

  return TRUE;
}

static void
say_refusal (GtkWidget *over, const char *message)
{
  GtkWidget *dialog
    = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (over)), _("The Holidays Were Not Added"), message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static char *
describe_years (const JpHolidays *holidays)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint year = jp_holidays_first_year (holidays); year <= jp_holidays_horizon (holidays); year++)
    {
      g_autofree char *rest = NULL, *work = NULL;

      if (!jp_holidays_covers (holidays, year))
        continue;
      rest = jp_holiday_days_text (holidays, year, JP_DAY_HOLIDAY);
      work = jp_holiday_days_text (holidays, year, JP_DAY_MAKE_UP);
      g_string_append_printf (text, "\n\n%u\n休 %s\n班 %s", year, rest, work);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
jp_holidays_import_file (GtkWidget *over, JpSession *session, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpHolidays) holidays = NULL;
  g_autofree char *json = NULL;
  g_autofree char *years = NULL;
  g_autofree char *intro = NULL;
  JpForm *form;

  if (g_file_get_contents (path, &json, NULL, &error))
    holidays = jp_holidays_new_from_json (json, -1, &error);
  if (holidays == NULL)
    {
      say_refusal (over, error->message);
      return;
    }

  years = describe_years (holidays);
  intro = g_strdup_printf (
    _("The file holds these days. Years that are known already are replaced. Undo takes it back.%s"), years);
  form = jp_form_new (over, session, _("Add Years of Holidays"), _("_Add"));
  jp_form_set_intro (form, intro);
  jp_form_open (form, make_file, g_steal_pointer (&json), g_free);
}

void
jp_holidays_import_open (GtkWidget *over, JpSession *session)
{
  jp_file_ask (over, session, _("Add Years of Holidays"), jp_holidays_import_file);
}

/* The chapter. */

static void
add_year (GtkBox *column, const JpHolidays *holidays, guint year)
{
  g_autofree char *title = g_strdup_printf ("%u", year);
  g_autofree char *rest = jp_holiday_days_text (holidays, year, JP_DAY_HOLIDAY);
  g_autofree char *work = jp_holiday_days_text (holidays, year, JP_DAY_MAKE_UP);
  AdwPreferencesGroup *group = jp_rules_add_group (column, title, NULL, NULL);

  jp_group_add_row (group, _("Rest days (休)"), rest);
  jp_group_add_row (group, _("Make-up working days (班)"), *work != '\0' ? work : "—");
}

void
jp_rules_read_holidays (GtkBox *column, const JpRulesView *view)
{
  const JpHolidays *holidays = view->context->holidays;
  guint last = jp_holidays_horizon (holidays);
  g_autofree char *known = g_strdup_printf (
    _("Known to the end of %u. Working days of later years count weekdays only and are marked 暂估."), last);
  AdwPreferencesGroup *group = jp_rules_add_group (column, _("Holidays and Make-up Working Days"), "第十五条", known);
  GtkWidget *row = jp_group_add_row (group, _("Add a year"), _("When the State Council has published it"));
  GtkWidget *file = gtk_button_new_with_mnemonic (_("From a _File…")),
            *hand = gtk_button_new_with_mnemonic (_("By _Hand…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (file), "rules.holidays-file");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (hand), "rules.holidays-hand");
  gtk_widget_set_valign (file, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (hand, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), file);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), hand);
  for (guint year = last; year >= jp_holidays_first_year (holidays); year--)
    if (jp_holidays_covers (holidays, year))
      add_year (column, holidays, year);
}
