/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-oversight-forms.h"

#include "jp-case-forms.h"
#include "jp-use-work.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  DO_INSPECT,
  DO_AUDIT,
  DO_CLOSE,
  DO_FINDING,
  DO_MEASURE,
  DO_CONFIRM,
} Do;

/* One of these acts, before and while it is done. */
typedef struct
{
  Do      what;
  char   *cluster;
  char   *office; /* NULL: the desk's own */
  char   *person;
  int     year;   /* of a finding's number */
  guint   number;
  JpDate  date;
  JpDate  due;
  JpMoney amount;
  char   *text;   /* findings, auditor, report, matter, measure */
  char   *basis;
} Oversight;

static void
oversight_free (gpointer data)
{
  Oversight *self = data;

  g_free (self->cluster);
  g_free (self->office);
  g_free (self->person);
  g_free (self->text);
  g_free (self->basis);
  g_free (self);
}

static Oversight *
oversight_new (Do what, const char *cluster)
{
  Oversight *self = g_new0 (Oversight, 1);

  self->what = what;
  self->cluster = g_strdup (cluster);

  return self;
}

static gboolean
inspect (JpDesk *desk, const Oversight *self, GError **error)
{
  g_autoptr (JpInspection) inspection = jp_inspection_new (self->date);

  inspection->findings = g_strdup (self->text);

  return jp_casework_inspect (desk, self->cluster, inspection, error);
}

static gboolean
open_audit (JpDesk *desk, const Oversight *self, GError **error)
{
  g_autoptr (JpAudit) audit = jp_audit_new (self->text, self->date);

  return jp_casework_audit_open (desk, self->cluster, audit, error);
}

static gboolean
put_finding (JpDesk *desk, const Oversight *self, GError **error)
{
  g_autoptr (JpFinding) finding = jp_finding_new ((int) jp_date_year (self->date), 0);

  finding->opened = self->date;
  finding->matter = g_strdup (self->text);
  finding->basis = g_strdup (self->basis);
  finding->due = self->due;
  finding->amount = self->amount;

  return jp_casework_finding (desk, self->cluster, finding, error);
}

static gboolean
confirm (JpDesk *desk, const Oversight *self, GError **error)
{
  g_autoptr (JpDesk) at = jp_desk_at (desk, self->office, self->person, error);

  return at != NULL
         && jp_casework_confirm_finding (at, self->cluster, self->year, self->number, self->date, error);
}

static gboolean
do_oversight (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Oversight *self = data;

  switch (self->what)
    {
    case DO_INSPECT:
      return inspect (desk, self, error);
    case DO_AUDIT:
      return open_audit (desk, self, error);
    case DO_CLOSE:
      return jp_casework_audit_close (desk, self->cluster, self->date, self->text, error);
    case DO_FINDING:
      return put_finding (desk, self, error);
    case DO_MEASURE:
      return jp_casework_measure (desk, self->cluster, self->year, self->number, self->date, self->text, error);
    case DO_CONFIRM:
      return confirm (desk, self, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
read_amount (JpForm *form, JpMoney *money)
{
  JpField *field = jp_form_get (form, "amount");
  g_autofree char *text = field != NULL ? jp_field_get_text (field) : NULL;

  *money = 0;
  return text == NULL || *text == '\0' || jp_case_read_money (field, money);
}

static gboolean
make (JpForm *form, gpointer data, JpFormWork *todo)
{
  const Oversight *context = data;
  JpField *due = jp_form_get (form, "due");
  JpDate date, due_day = JP_DATE_NONE;
  JpMoney amount;
  Oversight *work;

  if (!jp_field_get_date (jp_form_get (form, "date"), &date) || (due != NULL && !jp_field_get_date (due, &due_day))
      || !read_amount (form, &amount))
    return FALSE;

  work = oversight_new (context->what, context->cluster);
  work->office = g_strdup (context->office);
  work->person = jp_form_text (form, "person");
  work->year = context->year;
  work->number = context->number;
  work->date = date;
  work->due = due_day;
  work->amount = amount;
  work->text = jp_form_text (form, "text");
  work->basis = jp_form_text (form, "basis");
  *todo = (JpFormWork) { do_oversight, work, oversight_free };

  return TRUE;
}

static JpForm *
new_form (GtkWidget *over, JpSession *session, const JpDossier *dossier, const char *what)
{
  g_autofree char *title = g_strdup_printf ("%s · %s", what, dossier->name);
  JpForm *form = jp_form_new (over, session, title, _("_Record"));

  jp_field_set_date (jp_form_add (form, "date", JP_FIELD_KIND_DATE, _("Date")), jp_session_get_today (session));

  return form;
}

static JpForm *
open_form (JpForm *form, Oversight *context)
{
  jp_form_expect (form, JP_AUDIT_ERROR, JP_AUDIT_ERROR_DATE, "date");
  jp_form_expect (form, JP_AUDIT_ERROR, JP_AUDIT_ERROR_INCOMPLETE, "text");
  jp_form_open (form, make, context, oversight_free);

  return form;
}

JpForm *
jp_inspection_form_open (GtkWidget *over, JpSession *session, const JpDossier *dossier)
{
  JpForm *form = new_form (over, session, dossier, "监督检查");

  jp_form_add (form, "text", JP_FIELD_KIND_NOTE, _("What Was Found"));

  return open_form (form, oversight_new (DO_INSPECT, dossier->id));
}

JpForm *
jp_audit_form_open (GtkWidget *over, JpSession *session, const JpDossier *dossier)
{
  JpForm *form = new_form (over, session, dossier, "专项审计");

  jp_form_set_intro (form, _("The city commissions a third party, once the last year is paid or forfeited."));
  jp_form_add (form, "text", JP_FIELD_KIND_TEXT, _("Auditor"));

  return open_form (form, oversight_new (DO_AUDIT, dossier->id));
}

JpForm *
jp_audit_close_form_open (GtkWidget *over, JpSession *session, const JpDossier *dossier)
{
  JpForm *form = new_form (over, session, dossier, "专项审计结束");

  jp_form_set_intro (form, _("An audit closes once district and city have confirmed every finding."));
  jp_form_add (form, "text", JP_FIELD_KIND_TEXT, _("Report"));

  return open_form (form, oversight_new (DO_CLOSE, dossier->id));
}

JpForm *
jp_finding_form_open (GtkWidget *over, JpSession *session, const JpDossier *dossier)
{
  JpForm *form = new_form (over, session, dossier, "挂号");

  jp_form_set_intro (form, _("A finding blocks the next payment until district and city have confirmed that it was put "
                             "right."));
  jp_form_add (form, "text", JP_FIELD_KIND_NOTE, _("Matter"));
  jp_form_add (form, "basis", JP_FIELD_KIND_TEXT, _("Basis"));
  jp_form_add (form, "amount", JP_FIELD_KIND_NUMBER, _("Amount (yuan)"));
  jp_form_add (form, "due", JP_FIELD_KIND_DATE, _("Put Right By"));

  return open_form (form, oversight_new (DO_FINDING, dossier->id));
}

static Oversight *
for_finding (Do what, const JpDossier *dossier, const JpFinding *finding)
{
  Oversight *context = oversight_new (what, dossier->id);

  context->year = finding->year;
  context->number = finding->number;

  return context;
}

JpForm *
jp_measure_form_open (GtkWidget *over, JpSession *session, const JpDossier *dossier, const JpFinding *finding)
{
  JpForm *form = new_form (over, session, dossier, "整改");

  jp_form_set_intro (form, finding->matter);
  jp_form_add (form, "text", JP_FIELD_KIND_NOTE, _("What Was Done"));

  return open_form (form, for_finding (DO_MEASURE, dossier, finding));
}

JpForm *
jp_confirm_form_open (GtkWidget *over, JpSession *session, const JpDossier *dossier, const JpFinding *finding,
                      const char *office)
{
  gboolean district = jp_office_is_district (office);
  JpForm *form = new_form (over, session, dossier, district ? "区确认销号" : "市确认销号");
  Oversight *context = for_finding (DO_CONFIRM, dossier, finding);

  context->office = g_strdup (office);
  jp_form_set_intro (form, finding->measure != NULL ? finding->measure : finding->matter);
  if (district && jp_session_is_city (session))
    {
      g_autofree char *hint = g_strdup_printf (_("An act of %s, recorded here for it; name who did it there."),
                                               jp_session_district_name (session, office));

      jp_field_set_hint (jp_form_add (form, "person", JP_FIELD_KIND_TEXT, _("Done By")), hint);
    }

  return open_form (form, context);
}
