/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-own-duty-form.h"

#include "jp-cluster-work.h"
#include "jp-filing.h"
#include "jp-timeline-data.h"

#include <glib/gi18n-lib.h>

/* An entry on its way to casework. */
typedef struct
{
  char      *cluster;
  JpOwnDuty *duty;
} DutyWork;

static DutyWork *
duty_work_new (const char *cluster, JpOwnDuty *duty)
{
  DutyWork *work = g_new0 (DutyWork, 1);

  work->cluster = g_strdup (cluster);
  work->duty = duty;

  return work;
}

static void
duty_work_free (gpointer data)
{
  DutyWork *work = data;

  g_free (work->cluster);
  g_clear_pointer (&work->duty, jp_own_duty_free);
  g_free (work);
}

static gboolean
do_duty (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  DutyWork *work = data;

  return jp_casework_put_duty (desk, work->cluster, work->duty, error);
}

/* @data: the entry that is changed, or one without cluster and duty for a new one. */
static gboolean
make_duty (JpForm *form, gpointer data, JpFormWork *todo)
{
  const DutyWork *context = data;
  JpField *due_field = jp_form_get (form, "due"), *closed_field = jp_form_get (form, "closed");
  g_autofree char *text = jp_form_text (form, "text");
  JpDate due, closed = JP_DATE_NONE;
  const char *cluster;
  JpOwnDuty *duty;

  if (!jp_field_get_date (due_field, &due) || (closed_field != NULL && !jp_field_get_date (closed_field, &closed)))
    return FALSE;
  if (due == JP_DATE_NONE)
    {
      jp_field_set_error (due_field, _("Say by which day it is to be done."));
      gtk_widget_grab_focus (GTK_WIDGET (due_field));
      return FALSE;
    }

  cluster = context->cluster != NULL ? context->cluster : jp_field_get_choice (jp_form_get (form, "cluster"));
  if (cluster == NULL)
    {
      jp_field_set_error (jp_form_get (form, "cluster"), _("Say which cluster it is about."));
      return FALSE;
    }

  duty = context->duty != NULL ? jp_own_duty_copy (context->duty) : jp_own_duty_new (NULL, due);
  g_free (duty->text);
  duty->text = g_steal_pointer (&text);
  duty->due = due;
  duty->closed = closed;
  *todo = (JpFormWork) { do_duty, duty_work_new (cluster, duty), duty_work_free };

  return TRUE;
}

static JpForm *
new_form (GtkWidget *over, JpSession *session, const char *title, const char *text, JpDate due)
{
  JpForm *form = jp_form_new (over, session, title, _("_Record"));

  jp_form_set_intro (form, _("An entry of the office's own stands in the calendar and among the things to do beside "
                             "what the rules ask for. It is closed with the day it was done."));
  jp_field_set_text (jp_form_add (form, "text", JP_FIELD_KIND_TEXT, _("What Is to Be Done")), text != NULL ? text : "");
  jp_field_set_date (jp_form_add (form, "due", JP_FIELD_KIND_DATE, _("By Which Day")), due);
  jp_form_expect (form, JP_FILING_ERROR, JP_FILING_ERROR_VALUE, "text");
  jp_form_expect (form, JP_FILING_ERROR, JP_FILING_ERROR_DATE, "closed");

  return form;
}

/* By the names that the timeline shows: what all names share would hide what is typed to find one. */
static void
add_clusters (JpField *field, JpSession *session, const char *chosen)
{
  GPtrArray *dossiers = jp_session_get_dossiers (session);
  const JpContext *context = jp_session_get_context (session);
  const JpPack *pack = jp_pack_set_on (context->packs, context->today);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < dossiers->len; i++)
    {
      const JpDossier *dossier = g_ptr_array_index (dossiers, i);
      g_autofree char *name = jp_pack_short_name (pack, dossier->name);

      g_ptr_array_add (ids, dossier->id);
      g_strv_builder_add (builder, name);
    }
  g_ptr_array_add (ids, NULL);
  names = g_strv_builder_end (builder);
  jp_field_set_choices (field, (const char * const *) ids->pdata, (const char * const *) names);
  if (chosen == NULL && dossiers->len == 1)
    chosen = g_ptr_array_index (ids, 0);
  jp_field_choose (field, chosen);
}

/**
 * jp_own_duty_form_new:
 * @over: any widget of the window
 * @session: the data file
 * @cluster: (nullable): UUID of the cluster that is offered first
 * @due: the day that is offered
 *
 * Asks for a new entry of the office's own.
 *
 * Returns: (transfer none): the form, owned by itself until it is closed
 */
JpForm *
jp_own_duty_form_new (GtkWidget *over, JpSession *session, const char *cluster, JpDate due)
{
  JpForm *form = new_form (over, session, _("New Entry of Our Own"), NULL, due);

  add_clusters (jp_form_add (form, "cluster", JP_FIELD_KIND_CHOICE, _("Cluster")), session, cluster);
  jp_form_open (form, make_duty, duty_work_new (NULL, NULL), duty_work_free);

  return form;
}

/**
 * jp_own_duty_form_edit:
 * @over: any widget of the window
 * @session: the data file
 * @dossier: the cluster it is about
 * @duty: the entry
 *
 * Asks for changes to an entry, or for the day it was done.
 *
 * Returns: (transfer none): the form, owned by itself until it is closed
 */
JpForm *
jp_own_duty_form_edit (GtkWidget *over, JpSession *session, const JpDossier *dossier, const JpOwnDuty *duty)
{
  g_autofree char *title = g_strdup_printf ("%s · %s", _("Entry of Our Own"), dossier->name);
  JpForm *form = new_form (over, session, title, duty->text, duty->due);
  JpField *closed = jp_form_add (form, "closed", JP_FIELD_KIND_DATE, _("Done On"));

  jp_field_set_date (closed, duty->closed);
  jp_field_set_hint (closed, _("Leave empty while it is still to be done."));
  jp_form_open (form, make_duty, duty_work_new (dossier->id, jp_own_duty_copy (duty)), duty_work_free);

  return form;
}

JpForm *
jp_own_duty_form_open (GtkWidget *over, JpSession *session, const char *place)
{
  g_auto (GStrv) ids = g_strsplit (place, "/", 2);
  const JpDossier *dossier = ids[0] != NULL ? jp_session_find (session, ids[0]) : NULL;

  for (guint i = 0; dossier != NULL && i < dossier->duties->len; i++)
    {
      const JpOwnDuty *duty = g_ptr_array_index (dossier->duties, i);

      if (g_strcmp0 (duty->id, ids[1]) == 0)
        return jp_own_duty_form_edit (over, session, dossier, duty);
    }

  return NULL;
}
