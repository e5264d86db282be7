/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a district files about a cluster: changes, incidents, returns, support; and the goals of its plan. */

#include "jp-dossier-forms.h"

#include "jp-cluster-work.h"
#include "jp-dossier-work.h"
#include "jp-filing.h"
#include "jp-number.h"
#include "jp-veto.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum
{
  FILING_CHANGE,
  FILING_INCIDENT,
  FILING_RETURN,
  FILING_SUPPORT,
  FILING_GOAL,
} FilingKind;

/* One filing on its way to casework; the record is the kind's own. */
typedef struct
{
  FilingKind kind;
  char      *cluster;
  gpointer   record;
} Filing;

static void
filing_free (gpointer data)
{
  Filing *filing = data;

  switch (filing->kind)
    {
    case FILING_CHANGE:
      jp_change_free (filing->record);
      break;
    case FILING_INCIDENT:
      jp_incident_free (filing->record);
      break;
    case FILING_SUPPORT:
      jp_support_free (filing->record);
      break;
    case FILING_GOAL:
      jp_goal_free (filing->record);
      break;
    case FILING_RETURN:
    default:
      g_free (filing->record);
    }
  g_free (filing->cluster);
  g_free (filing);
}

static gboolean
do_filing (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Filing *filing = data;
  const JpReturn *report = filing->record;

  switch (filing->kind)
    {
    case FILING_CHANGE:
      return jp_casework_file_change (desk, filing->cluster, filing->record, error);
    case FILING_INCIDENT:
      return jp_casework_file_incident (desk, filing->cluster, filing->record, error);
    case FILING_SUPPORT:
      return jp_casework_file_support (desk, filing->cluster, filing->record, error);
    case FILING_GOAL:
      return jp_casework_set_goal (desk, filing->cluster, filing->record, error);
    case FILING_RETURN:
    default:
      return jp_casework_file_return (desk, filing->cluster, report->year, report->filed, error);
    }
}

static gboolean
give (JpFormWork *todo, FilingKind kind, const char *cluster, gpointer record)
{
  Filing *filing = g_new0 (Filing, 1);

  filing->kind = kind;
  filing->cluster = g_strdup (cluster);
  filing->record = record;
  *todo = (JpFormWork) { do_filing, filing, filing_free };

  return TRUE;
}

static gboolean
read_day (JpForm *form, const char *id, JpDate *day)
{
  return jp_field_get_date (jp_form_get (form, id), day);
}

static gboolean
make_change (JpForm *form, gpointer cluster, JpFormWork *todo)
{
  JpDate day, filed;
  JpChange *change;

  if (!read_day (form, "day", &day) || !read_day (form, "filed", &filed))
    return FALSE;

  change = jp_change_new (jp_field_get_choice (jp_form_get (form, "kind")), day, filed);
  change->to = jp_form_text (form, "to");
  change->reason = jp_form_text (form, "reason");

  return give (todo, FILING_CHANGE, cluster, change);
}

static void
add_kinds_of_change (JpField *field, const JpPack *pack, const char *kind)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; pack->change_kinds[i] != NULL; i++)
    g_ptr_array_add (names, (gpointer) jp_change_kind_name (pack->change_kinds[i]));
  g_ptr_array_add (names, NULL);
  jp_field_set_choices (field, (const char * const *) pack->change_kinds, (const char * const *) names->pdata);
  jp_field_choose (field, kind != NULL ? kind : pack->change_kinds[0]);
}

static JpForm *
new_form (GtkWidget *over, JpSession *session, const JpDossier *dossier, const char *what)
{
  g_autofree char *title = g_strdup_printf ("%s · %s", what, dossier->name);
  JpForm *form = jp_form_new (over, session, title, _("_Record"));

  jp_form_expect (form, JP_FILING_ERROR, JP_FILING_ERROR_REASON, "reason");
  jp_form_expect (form, JP_FILING_ERROR, JP_FILING_ERROR_VALUE, "to");
  jp_form_expect (form, JP_FILING_ERROR, JP_FILING_ERROR_DATE, "day");
  jp_form_expect (form, JP_FILING_ERROR, JP_FILING_ERROR_EXISTS, "year");

  return form;
}

static const JpPack *
pack_of (JpSession *session)
{
  const JpContext *context = jp_session_get_context (session);

  return jp_pack_set_on (context->packs, context->today);
}

/* A change of industry, scope or operator moves the field itself; old years keep the old value. */
JpForm *
jp_change_form_open (GtkWidget *over, JpSession *session, const JpDossier *dossier, const char *kind)
{
  const JpPack *pack = pack_of (session);
  JpForm *form = new_form (over, session, dossier, _("File a Change"));
  g_autofree char *intro = g_strdup_printf (_("A major change is filed within %u days; later it vetoes the assessment "
                                              "of that "
                                              "year (%s). Papers of earlier years keep the old value."),
                                            pack->change_days, pack->change_article);
  JpField *filed;

  jp_form_set_intro (form, intro);
  add_kinds_of_change (jp_form_add (form, "kind", JP_FIELD_KIND_CHOICE, _("What Changed")), pack, kind);
  jp_form_add (form, "to", JP_FIELD_KIND_TEXT, _("Changed To"));
  jp_field_set_date (jp_form_add (form, "day", JP_FIELD_KIND_DATE, _("Day of the Change")),
                     jp_session_get_today (session));
  filed = jp_form_add (form, "filed", JP_FIELD_KIND_DATE, _("Filed On"));
  jp_field_set_date (filed, jp_session_get_today (session));
  jp_field_set_hint (filed, _("Leave empty while it is not filed yet."));
  jp_form_add (form, "reason", JP_FIELD_KIND_TEXT, _("Reason"));
  jp_form_open (form, make_change, g_strdup (dossier->id), g_free);

  return form;
}

static gboolean
make_incident (JpForm *form, gpointer cluster, JpFormWork *todo)
{
  const char *grade = jp_field_get_choice (jp_form_get (form, "grade"));
  gboolean graded = gtk_widget_get_visible (GTK_WIDGET (jp_form_get (form, "grade")));
  JpIncident *incident;
  JpDate day;

  if (!read_day (form, "day", &day))
    return FALSE;

  incident = jp_incident_new (jp_field_get_choice (jp_form_get (form, "kind")), graded ? grade : NULL, day);
  incident->note = jp_form_text (form, "note");

  return give (todo, FILING_INCIDENT, cluster, incident);
}

/* Which kinds have a grade is the pack's to say. */
static void
on_incident_kind (JpForm *form)
{
  const JpPack *pack = g_object_get_data (G_OBJECT (form), "pack");
  int kind = jp_pack_find_incident_kind (pack, jp_field_get_choice (jp_form_get (form, "kind")));
  gboolean graded = kind >= 0 && pack->incident_kinds[kind].from_grade >= 0;
  g_autofree char *hint = NULL;

  gtk_widget_set_visible (GTK_WIDGET (jp_form_get (form, "grade")), graded);
  hint = graded ? g_strdup_printf (_("Vetoes the year from “%s” on (%s)."),
                                   pack->incident_grades[pack->incident_kinds[kind].from_grade], pack->incident_article)
                : g_strdup_printf (_("Vetoes the year whatever its extent (%s)."), pack->incident_article);
  jp_field_set_hint (jp_form_get (form, "kind"), hint);
}

JpForm *
jp_incident_form_open (GtkWidget *over, JpSession *session, const JpDossier *dossier)
{
  const JpPack *pack = pack_of (session);
  JpForm *form = new_form (over, session, dossier, _("Record an Incident"));
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  JpField *kind = jp_form_add (form, "kind", JP_FIELD_KIND_CHOICE, _("Kind"));
  JpField *grade = jp_form_add (form, "grade", JP_FIELD_KIND_CHOICE, _("Grade"));

  for (guint i = 0; i < pack->n_incident_kinds; i++)
    {
      g_ptr_array_add (ids, pack->incident_kinds[i].id);
      g_ptr_array_add (names, pack->incident_kinds[i].name);
    }
  g_ptr_array_add (ids, NULL);
  g_ptr_array_add (names, NULL);
  jp_field_set_choices (kind, (const char * const *) ids->pdata, (const char * const *) names->pdata);
  jp_field_choose (kind, pack->incident_kinds[0].id);
  jp_field_set_choices (grade, (const char * const *) pack->incident_grades,
                        (const char * const *) pack->incident_grades);
  jp_field_choose (grade, pack->incident_grades[0]);
  jp_field_set_date (jp_form_add (form, "day", JP_FIELD_KIND_DATE, _("Day It Happened")),
                     jp_session_get_today (session));
  jp_form_add (form, "note", JP_FIELD_KIND_NOTE, _("Firm and Facts"));

  g_object_set_data_full (G_OBJECT (form), "pack", jp_pack_ref ((JpPack *) pack), (GDestroyNotify) jp_pack_unref);
  g_signal_connect_swapped (kind, "changed", G_CALLBACK (on_incident_kind), form);
  on_incident_kind (form);
  jp_form_open (form, make_incident, g_strdup (dossier->id), g_free);

  return form;
}

static gboolean
make_return (JpForm *form, gpointer cluster, JpFormWork *todo)
{
  JpDate day;

  if (!read_day (form, "day", &day))
    return FALSE;

  return give (todo, FILING_RETURN, cluster,
               jp_return_new ((int) g_ascii_strtoll (jp_field_get_choice (jp_form_get (form, "year")), NULL, 10), day));
}

/* A choice of the years from last year back. */
static void
add_years (JpField *field, int last, int first, int chosen)
{
  g_autoptr (GStrvBuilder) years = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autofree char *id = g_strdup_printf ("%d", chosen);

  for (int year = last; year >= first; year--)
    {
      g_autofree char *text = g_strdup_printf ("%d", year);

      g_strv_builder_add (years, text);
    }
  list = g_strv_builder_end (years);
  jp_field_set_choices (field, (const char * const *) list, (const char * const *) list);
  jp_field_choose (field, id);
}

JpForm *
jp_return_form_open (GtkWidget *over, JpSession *session, const JpDossier *dossier)
{
  JpDate today = jp_session_get_today (session);
  int last = (int) jp_date_year (today) - 1;
  JpForm *form = new_form (over, session, dossier, _("Record an Annual Return"));

  add_years (jp_form_add (form, "year", JP_FIELD_KIND_CHOICE, _("Year Reported On")), last, last - 4, last);
  jp_field_set_date (jp_form_add (form, "day", JP_FIELD_KIND_DATE, _("Filed On")), today);
  jp_form_open (form, make_return, g_strdup (dossier->id), g_free);

  return form;
}

static gboolean
make_support (JpForm *form, gpointer cluster, JpFormWork *todo)
{
  g_autofree char *kind = jp_form_text (form, "kind");
  JpSupport *support;
  JpDate day;

  if (kind == NULL)
    jp_field_set_error (jp_form_get (form, "kind"), _("Say what was given."));
  if (kind == NULL || !read_day (form, "day", &day))
    return FALSE;

  support = jp_support_new (kind, day);
  support->giver = jp_form_text (form, "giver");
  support->note = jp_form_text (form, "note");

  return give (todo, FILING_SUPPORT, cluster, support);
}

JpForm *
jp_support_form_open (GtkWidget *over, JpSession *session, const JpDossier *dossier)
{
  JpForm *form = new_form (over, session, dossier, _("Record Support"));

  jp_field_set_date (jp_form_add (form, "day", JP_FIELD_KIND_DATE, _("Date")), jp_session_get_today (session));
  jp_form_add (form, "kind", JP_FIELD_KIND_TEXT, _("Support or Service"));
  jp_form_add (form, "giver", JP_FIELD_KIND_TEXT, _("Given By"));
  jp_form_add (form, "note", JP_FIELD_KIND_NOTE, _("Note"));
  jp_form_open (form, make_support, g_strdup (dossier->id), g_free);

  return form;
}

static gboolean
make_goal (JpForm *form, gpointer cluster, JpFormWork *todo)
{
  const JpPack *pack = g_object_get_data (G_OBJECT (form), "pack");
  const JpMetric *metric = &pack->metrics[jp_pack_find_metric (pack,
                                                               jp_field_get_choice (jp_form_get (form, "metric")))];
  g_autofree char *text = jp_form_text (form, "to");
  gint64 target = JP_VALUE_UNKNOWN;
  gboolean percent;
  JpNumber number;

  if (text == NULL || jp_number_parse_typed (&number, &percent, text,
                                             strlen (text)) != JP_NUMBER_OK || number.coefficient < 0
      || jp_number_to_units (number, (int) metric->decimals, &target) == JP_NUMBER_TOO_LARGE)
    {
      jp_field_set_error (jp_form_get (form, "to"), _("Give the target as a number of 0 or more."));
      return FALSE;
    }

  return give (todo, FILING_GOAL, cluster,
               jp_goal_new (metric->id, (int) g_ascii_strtoll (jp_field_get_choice (jp_form_get (form, "year")), NULL,
                                                               10),
                            target));
}

JpForm *
jp_goal_form_open (GtkWidget *over, JpSession *session, const JpDossier *dossier)
{
  const JpPack *pack = pack_of (session);
  int year = (int) jp_date_year (jp_session_get_today (session));
  JpForm *form = new_form (over, session, dossier, _("Set a Goal"));
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  JpField *metric = jp_form_add (form, "metric", JP_FIELD_KIND_CHOICE, _("Figure"));

  for (guint i = 0; i < pack->n_metrics; i++)
    {
      g_ptr_array_add (ids, pack->metrics[i].id);
      g_ptr_array_add (names, g_strdup_printf ("%s（%s）", pack->metrics[i].name, pack->metrics[i].unit));
    }
  g_ptr_array_add (ids, NULL);
  g_ptr_array_add (names, NULL);
  jp_field_set_choices (metric, (const char * const *) ids->pdata, (const char * const *) names->pdata);
  jp_field_choose (metric, pack->metrics[0].id);
  add_years (jp_form_add (form, "year", JP_FIELD_KIND_CHOICE, _("Year")), year + 3, year - 3, year);
  jp_form_add (form, "to", JP_FIELD_KIND_NUMBER, _("Target"));
  g_object_set_data_full (G_OBJECT (form), "pack", jp_pack_ref ((JpPack *) pack), (GDestroyNotify) jp_pack_unref);
  jp_form_open (form, make_goal, g_strdup (dossier->id), g_free);

  return form;
}
