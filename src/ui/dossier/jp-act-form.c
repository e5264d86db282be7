/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Acts in the life of a cluster, and corrections of what is on record. */

#include "jp-dossier-forms.h"

#include "jp-cluster-work.h"
#include "jp-correction.h"
#include "jp-dossier-work.h"
#include "jp-life.h"

#include <glib/gi18n-lib.h>

/* Who does an act; the window offers no other. */
typedef enum
{
  DONE_BY_DISTRICT,
  DONE_BY_CITY_OR_CENTRE,
  DONE_BY_CITY,
  DONE_BY_MINISTRY, /* recorded by the city */
} DoneBy;

static DoneBy
done_by (JpActKind kind)
{
  switch (kind)
    {
    case JP_ACT_CULTIVATE:
    case JP_ACT_DESIGNATE:
    case JP_ACT_APPLY:
    case JP_ACT_RENEWAL_APPLY:
      return DONE_BY_DISTRICT;
    case JP_ACT_ACCEPT:
    case JP_ACT_REVIEW:
    case JP_ACT_INSPECT:
    case JP_ACT_RETURN:
    case JP_ACT_DECLINE:
    case JP_ACT_RENEWAL_REVIEW:
      return DONE_BY_CITY_OR_CENTRE;
    case JP_ACT_RECOGNISE:
    case JP_ACT_RENEW:
    case JP_ACT_REVOKE:
      return DONE_BY_MINISTRY;
    case JP_ACT_RECOMMEND:
    case JP_ACT_RENEWAL_RECOMMEND:
    case JP_ACT_RENEWAL_FAIL:
    case JP_N_ACTS:
    default:
      return DONE_BY_CITY;
    }
}

typedef struct
{
  char  *cluster;
  char  *office; /* NULL: the desk's own */
  char  *person; /* NULL: who sits here */
  JpAct *act;
} ActWork;

static void
act_work_free (gpointer data)
{
  ActWork *work = data;

  g_free (work->cluster);
  g_free (work->office);
  g_free (work->person);
  jp_act_free (work->act);
  g_free (work);
}

/* A district's act in the city's file is done at a desk of that district (代录). */
static gboolean
do_act (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  ActWork *work = data;
  g_autoptr (JpDesk) at = jp_desk_at (desk, work->office, work->person, error);

  return at != NULL && jp_casework_act (at, work->cluster, work->act, error);
}

typedef struct
{
  char     *cluster;
  char     *district;
  JpActKind kind;
} ActForm;

static void
act_form_free (gpointer data)
{
  ActForm *context = data;

  g_free (context->cluster);
  g_free (context->district);
  g_free (context);
}

static gboolean
read_term (JpForm *form, JpAct *act)
{
  JpField *first = jp_form_get (form, "first"), *last = jp_form_get (form, "last");

  return first == NULL || (jp_field_get_date (first, &act->term.first) && jp_field_get_date (last, &act->term.last));
}

static gboolean
make_act (JpForm *form, gpointer data, JpFormWork *todo)
{
  const ActForm *context = data;
  JpField *office = jp_form_get (form, "office");
  g_autoptr (JpAct) act = NULL;
  ActWork *work;
  JpDate date;

  if (!jp_field_get_date (jp_form_get (form, "date"), &date))
    return FALSE;
  act = jp_act_new (context->kind, date, NULL);
  if (!read_term (form, act))
    return FALSE;

  act->document = jp_form_text (form, "document");
  act->note = jp_form_text (form, "note");
  act->reason = jp_form_text (form, "reason");
  work = g_new0 (ActWork, 1);
  work->cluster = g_strdup (context->cluster);
  work->office = office != NULL ? g_strdup (jp_field_get_choice (office)) : g_strdup (context->district);
  work->person = jp_form_text (form, "person");
  work->act = g_steal_pointer (&act);
  *todo = (JpFormWork) { do_act, work, act_work_free };

  return TRUE;
}

gboolean
jp_act_form_may (JpSession *session, JpActKind kind)
{
  return jp_session_is_city (session) || done_by (kind) == DONE_BY_DISTRICT;
}

static void
add_office (JpForm *form, JpSession *session, const JpDossier *dossier, JpActKind kind)
{
  const char *ids[] = { JP_OFFICE_CITY, JP_OFFICE_CENTRE, NULL };
  const char *names[] = { _("City bureau"), _("City centre for SMEs"), NULL };
  JpField *field;

  if (done_by (kind) == DONE_BY_CITY_OR_CENTRE)
    {
      field = jp_form_add (form, "office", JP_FIELD_KIND_CHOICE, _("Office"));
      jp_field_set_choices (field, ids, names);
      jp_field_choose (field, JP_OFFICE_CITY);
    }
  else if (done_by (kind) == DONE_BY_DISTRICT && jp_session_is_city (session))
    {
      g_autofree char *hint = g_strdup_printf (_("An act of %s, recorded here for it; name who did it there."),
                                               jp_session_district_name (session, dossier->district));

      field = jp_form_add (form, "person", JP_FIELD_KIND_TEXT, _("Done By"));
      jp_field_set_hint (field, hint);
    }
}

static void
add_term (JpForm *form, const JpContext *context)
{
  const JpPack *pack = jp_pack_set_on (context->packs, context->today);
  JpField *first = jp_form_add (form, "first", JP_FIELD_KIND_DATE, _("Term From"));
  JpField *last = jp_form_add (form, "last", JP_FIELD_KIND_DATE, _("Term To"));
  g_autofree char *hint = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                        "As published. Left empty, the rule gives it: %u year.",
                                                        "As published. Left empty, the rule gives it: %u years.",
                                                        pack->term_years),
                                           pack->term_years);

  jp_field_set_hint (last, hint);
  (void) first;
}

/**
 * jp_act_form_open:
 * @over: a widget of the window
 * @session: the data file
 * @dossier: the cluster
 * @kind: the act
 *
 * Asks for the particulars of an act; casework decides whether it may be done (R-LIFE).
 *
 * Returns: (transfer none): the form
 */
JpForm *
jp_act_form_open (GtkWidget *over, JpSession *session, const JpDossier *dossier, JpActKind kind)
{
  g_autofree char *title = g_strdup_printf ("%s · %s", jp_act_kind_name (kind), dossier->name);
  JpForm *form = jp_form_new (over, session, title, _("_Record"));
  ActForm *context = g_new0 (ActForm, 1);
  JpField *reason;

  context->cluster = g_strdup (dossier->id);
  context->district = done_by (kind) == DONE_BY_DISTRICT ? g_strdup (dossier->district) : NULL;
  context->kind = kind;
  if (done_by (kind) == DONE_BY_MINISTRY)
    jp_form_set_intro (form, _("The ministry’s act; the city puts it on record here."));

  jp_field_set_date (jp_form_add (form, "date", JP_FIELD_KIND_DATE, _("Date")), jp_session_get_today (session));
  jp_form_add (form, "document", JP_FIELD_KIND_TEXT, _("Document No."));
  if (kind == JP_ACT_RECOGNISE || kind == JP_ACT_RENEW)
    add_term (form, jp_session_get_context (session));
  add_office (form, session, dossier, kind);
  jp_form_add (form, "note", JP_FIELD_KIND_NOTE, _("Note"));
  reason = jp_form_add (form, "reason", JP_FIELD_KIND_TEXT, _("Reason"));
  jp_field_set_hint (reason,
                     _("Only where the rules ask for one: a step was skipped, a threshold not met, it comes late."));

  jp_form_expect (form, JP_LIFE_ERROR, JP_LIFE_ERROR_DATE, "date");
  jp_form_expect (form, JP_LIFE_ERROR, JP_LIFE_ERROR_REASON, "reason");
  jp_form_expect (form, JP_LIFE_ERROR, JP_LIFE_ERROR_TERM, "first");
  jp_form_open (form, make_act, context, act_form_free);

  return form;
}

typedef struct
{
  char        *cluster;
  char        *act;
  char        *record;
  JpCorrection correction;
  char        *document, *note, *reason;
} Correct;

static void
correct_free (gpointer data)
{
  Correct *correct = data;

  g_free (correct->cluster);
  g_free (correct->act);
  g_free (correct->record);
  g_free (correct->document);
  g_free (correct->note);
  g_free (correct->reason);
  g_free (correct);
}

static gboolean
do_correct (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Correct *correct = data;
  gint64 seq = jp_casework_find_entry (desk, correct->cluster, correct->act, correct->record, error);

  return seq != 0 && jp_casework_correct (desk, seq, &correct->correction, error) != 0;
}

static gboolean
read_date (JpForm *form, const char *id, JpDate *date)
{
  JpField *field = jp_form_get (form, id);

  return field == NULL || jp_field_get_date (field, date);
}

static gboolean
make_correction (JpForm *form, gpointer data, JpFormWork *todo)
{
  const Correct *context = data;
  Correct *work = g_new0 (Correct, 1);
  JpCorrection *correction = &work->correction;

  work->cluster = g_strdup (context->cluster);
  work->act = g_strdup (context->act);
  work->record = g_strdup (context->record);
  work->document = jp_form_text (form, "document");
  work->note = jp_form_text (form, "note");
  work->reason = jp_form_text (form, "reason");
  correction->void_it = g_strcmp0 (jp_field_get_choice (jp_form_get (form, "how")), "void") == 0;
  correction->document = work->document;
  correction->note = work->note;
  correction->cluster = work->cluster; /* asked for where an import brought it */
  correction->reason = work->reason;
  if (work->reason == NULL)
    jp_field_set_error (jp_form_get (form, "reason"), _("A correction needs a reason, which is kept (R-LIFE)"));
  if (work->reason == NULL || !read_date (form, "date", &correction->date)
      || !read_date (form, "filed", &correction->filed)
      || !read_date (form, "first", &correction->first) || !read_date (form, "last", &correction->last))
    {
      correct_free (work);
      return FALSE;
    }

  *todo = (JpFormWork) { do_correct, work, correct_free };
  return TRUE;
}

static void
on_how (JpForm *form)
{
  gboolean changes = g_strcmp0 (jp_field_get_choice (jp_form_get (form, "how")), "void") != 0;
  const char * const parts[] = { "date", "filed", "first", "last", "document", "note" };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (jp_form_get (form, parts[i]) != NULL)
      gtk_widget_set_visible (GTK_WIDGET (jp_form_get (form, parts[i])), changes);
}

static void
add_parts (JpForm *form, JpCorrectParts parts)
{
  if (parts & JP_CORRECT_DATE)
    jp_form_add (form, "date", JP_FIELD_KIND_DATE, _("Right Date"));
  if (parts & JP_CORRECT_FILED)
    jp_form_add (form, "filed", JP_FIELD_KIND_DATE, _("Right Filing Date"));
  if (parts & JP_CORRECT_TERM)
    {
      jp_form_add (form, "first", JP_FIELD_KIND_DATE, _("Term From"));
      jp_form_add (form, "last", JP_FIELD_KIND_DATE, _("Term To"));
    }
  if (parts & JP_CORRECT_DOCUMENT)
    jp_form_add (form, "document", JP_FIELD_KIND_TEXT, _("Right Document No."));
  if (parts & JP_CORRECT_NOTE)
    jp_form_add (form, "note", JP_FIELD_KIND_TEXT, _("Right Note"));
}

/**
 * jp_correction_form_open:
 * @over: a widget of the window
 * @session: the data file
 * @cluster: UUID of the cluster
 * @act: act of the entry that put it on record, or what it begins with
 * @record: what is wrong: an id, or the year of a return
 * @what: the same in words
 * @parts: what of it can be corrected
 *
 * Corrects or voids a record by a recorded correction; the wrong one stays in the journal (R-LIFE).
 *
 * Returns: (transfer none): the form
 */
JpForm *
jp_correction_form_open (GtkWidget *over, JpSession *session, const char *cluster, const char *act, const char *record,
                         const char *what, JpCorrectParts parts)
{
  const char *ids[] = { "change", "void", NULL };
  const char *names[] = { _("Correct it"), _("Void it: it never happened"), NULL };
  JpForm *form = jp_form_new (over, session, _("Correct a Record"), _("_Correct"));
  g_autofree char *intro = g_strdup_printf (_("%s\nFields left empty stay as they are. The journal keeps both."), what);
  Correct *context = g_new0 (Correct, 1);
  JpField *how;

  context->cluster = g_strdup (cluster);
  context->act = g_strdup (act);
  context->record = g_strdup (record);
  jp_form_set_intro (form, intro);
  how = jp_form_add (form, "how", JP_FIELD_KIND_CHOICE, _("What to Do"));
  jp_field_set_choices (how, ids, names);
  jp_field_choose (how, "change");
  g_signal_connect_swapped (how, "changed", G_CALLBACK (on_how), form);
  add_parts (form, parts);
  jp_form_add (form, "reason", JP_FIELD_KIND_TEXT, _("Reason"));

  jp_form_expect (form, JP_LIFE_ERROR, JP_LIFE_ERROR_DATE, "date");
  jp_form_expect (form, JP_LIFE_ERROR, JP_LIFE_ERROR_TERM, "first");
  jp_form_expect (form, JP_LIFE_ERROR, JP_LIFE_ERROR_REASON, "reason");
  jp_form_open (form, make_correction, context, correct_free);

  return form;
}
