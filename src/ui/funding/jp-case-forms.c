/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-case-forms.h"

#include "jp-fund-work.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char      *cluster;
  char      *office;
  char      *person;
  JpFundAct *act;
} CaseWork;

static void
case_work_free (gpointer data)
{
  CaseWork *work = data;

  g_free (work->cluster);
  g_free (work->office);
  g_free (work->person);
  jp_fund_act_free (work->act);
  g_free (work);
}

/* A district's act in the city's file is done at a desk of that district (代录). */
static gboolean
do_act (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  CaseWork *work = data;
  g_autoptr (JpDesk) at = jp_desk_at (desk, work->office, work->person, error);

  return at != NULL && jp_casework_fund (at, work->cluster, work->act, error);
}

void
jp_case_work (JpFormWork *todo, const char *cluster, const char *office, char *person, JpFundAct *act)
{
  CaseWork *work = g_new0 (CaseWork, 1);

  work->cluster = g_strdup (cluster);
  work->office = g_strdup (office);
  work->person = person;
  work->act = act;
  *todo = (JpFormWork) { do_act, work, case_work_free };
}

gboolean
jp_case_read_money (JpField *field, JpMoney *money)
{
  g_autofree char *text = jp_field_get_text (field);
  g_auto (GStrv) parts = g_strsplit_set (text, ", ", -1);
  g_autofree char *plain = g_strjoinv ("", parts);

  if (jp_money_parse (money, plain))
    return TRUE;

  jp_field_set_error (field, _("Write the amount in yuan, with at most two decimals, like 200000 or 200000.00."));
  return FALSE;
}

/* Of whom an act is: the district's, whoever records it, or the city's. */
static gboolean
is_districts (const JpFundCase *fund_case, JpFundActKind kind)
{
  return kind == JP_FUND_PLAN || kind == JP_FUND_DISTRICT
         || (kind == JP_FUND_RETURN && fund_case->state == JP_CASE_PLAN);
}

gboolean
jp_case_form_may (JpSession *session, const JpFundCase *fund_case, JpFundActKind kind)
{
  return jp_session_is_city (session) || is_districts (fund_case, kind);
}

/* What a form is about; the snapshot keeps what is borrowed, also past the next change. */
typedef struct
{
  JpSnapshot      *snapshot;
  const JpDossier *dossier;
  char            *cluster;
  char            *district; /* NULL: not a district's act */
  guint            ordinal;
  JpFundActKind    kind;
} CaseForm;

static void
case_form_free (gpointer data)
{
  CaseForm *context = data;

  jp_snapshot_unref (context->snapshot);
  g_free (context->cluster);
  g_free (context->district);
  g_free (context);
}

static gboolean
read_amount (JpForm *form, JpFundAct *act)
{
  JpField *field = jp_form_get (form, "amount");

  return field == NULL || jp_case_read_money (field, &act->amount);
}

static gboolean
make_act (JpForm *form, gpointer data, JpFormWork *todo)
{
  const CaseForm *context = data;
  JpField *office = jp_form_get (form, "office"), *outcome = jp_form_get (form, "outcome");
  g_autoptr (JpFundAct) act = NULL;
  JpDate date;

  if (!jp_field_get_date (jp_form_get (form, "date"), &date))
    return FALSE;
  act = jp_fund_act_new (context->ordinal, context->kind, date);
  if (!read_amount (form, act) || (context->kind == JP_FUND_PLAN && !jp_case_plan_read (form, act)))
    return FALSE;

  act->voucher = jp_form_text (form, "voucher");
  act->note = jp_form_text (form, "note");
  act->reason = jp_form_text (form, "reason");
  act->override_reason = jp_form_text (form, "override");
  act->upheld = outcome != NULL && g_strcmp0 (jp_field_get_choice (outcome), "upheld") == 0;
  jp_case_work (todo, context->cluster, office != NULL ? jp_field_get_choice (office) : context->district,
                jp_form_text (form, "person"), g_steal_pointer (&act));

  return TRUE;
}

/* 代录: in the city's file an act of the district names who did it there. */
static void
add_person (JpForm *form, JpSession *session, const CaseForm *context)
{
  g_autofree char *hint = NULL;

  if (context->district == NULL || !jp_session_is_city (session))
    return;

  hint = g_strdup_printf (_("An act of %s, recorded here for it; name who did it there."),
                          jp_session_district_name (session, context->district));
  jp_field_set_hint (jp_form_add (form, "person", JP_FIELD_KIND_TEXT, _("Done By")), hint);
}

static void
add_office (JpForm *form)
{
  const char *ids[] = { JP_OFFICE_CITY, JP_OFFICE_CENTRE, NULL };
  const char *names[] = { _("City bureau"), _("City centre for SMEs"), NULL };
  JpField *field = jp_form_add (form, "office", JP_FIELD_KIND_CHOICE, _("Office"));

  jp_field_set_choices (field, ids, names);
  jp_field_choose (field, JP_OFFICE_CITY);
}

/* In capitals, as it will be printed. */
static void
on_amount (JpField *field)
{
  g_autofree char *text = jp_field_get_text (field);
  g_auto (GStrv) parts = g_strsplit_set (text, ", ", -1);
  g_autofree char *plain = g_strjoinv ("", parts), *capitals = NULL;
  JpMoney money;

  if (jp_money_parse (&money, plain))
    capitals = jp_money_to_capitals (money);
  jp_field_set_hint (field, capitals);
}

static void
add_amount (JpForm *form, JpMoney amount)
{
  JpField *field = jp_form_add (form, "amount", JP_FIELD_KIND_NUMBER, _("Amount (yuan)"));
  g_autofree char *yuan = jp_money_to_yuan (amount);

  jp_field_set_text (field, yuan);
  g_signal_connect (field, "changed", G_CALLBACK (on_amount), NULL);
  on_amount (field);
  jp_form_add (form, "voucher", JP_FIELD_KIND_TEXT, _("Voucher No."));
}

/* The last day of publicity, as the rules count it from the day in the field. */
static void
on_publicity_date (JpField *field, CaseForm *context)
{
  g_autoptr (JpFundAct) act = NULL;
  g_autofree char *hint = NULL, *last = NULL;
  JpDate date;

  if (!jp_field_get_date (field, &date))
    return;

  act = jp_fund_act_new (context->ordinal, JP_FUND_PUBLICISE, date);
  act->office = g_strdup (JP_OFFICE_CITY);
  if (jp_fund_check_act (context->dossier, jp_snapshot_get_context (context->snapshot), act, NULL))
    {
      last = jp_date_to_chinese (act->last_day);
      hint = g_strdup_printf (act->last_day_provisional
                                ? _("Publicity runs to %s, provisional: holidays are not published yet.")
                                : _("Publicity runs to %s."),
                              last);
    }
  jp_field_set_hint (field, hint);
}

static void
add_outcome (JpForm *form)
{
  const char *ids[] = { "dismissed", "upheld", NULL };
  const char *names[] = { _("Dismissed: the payment waits no longer"), _("Upheld: back to the city’s review"), NULL };
  JpField *field = jp_form_add (form, "outcome", JP_FIELD_KIND_CHOICE, _("Outcome"));

  jp_field_set_choices (field, ids, names);
  jp_field_choose (field, "dismissed");
}

static void
add_payment (JpForm *form, const CaseForm *context, const JpFundCase *fund_case)
{
  const char *operator_name = jp_operator_on (context->dossier, jp_snapshot_get_context (context->snapshot)->today);
  g_autofree char *intro = g_strdup_printf (_("Records the payment to %s, the operator in office. It is made once."),
                                            operator_name != NULL ? operator_name : "—");

  jp_form_set_intro (form, intro);
  add_amount (form, fund_case->entitled);
  if (fund_case->ordinal > 1)
    jp_field_set_hint (jp_form_add (form, "reason", JP_FIELD_KIND_TEXT, _("Reason")),
                       _("Only where less is paid than the cluster is entitled to."));
  if (fund_case->blocked != NULL && fund_case->overridable)
    jp_field_set_hint (jp_form_add (form, "override", JP_FIELD_KIND_TEXT, _("Override Because")), fund_case->blocked);
}

static void
add_fields (JpForm *form, JpSession *session, CaseForm *context, const JpFundCase *fund_case)
{
  switch (context->kind)
    {
    case JP_FUND_PLAN:
      jp_case_plan_add (form, context->dossier, fund_case);
      break;
    case JP_FUND_CITY:
      add_office (form);
      jp_form_add (form, "note", JP_FIELD_KIND_NOTE, _("Opinion"));
      break;
    case JP_FUND_DISTRICT:
      jp_form_add (form, "note", JP_FIELD_KIND_NOTE, _("Opinion"));
      break;
    case JP_FUND_PUBLICISE:
      g_signal_connect (jp_form_get (form, "date"), "changed", G_CALLBACK (on_publicity_date), context);
      on_publicity_date (jp_form_get (form, "date"), context);
      break;
    case JP_FUND_OBJECT:
      jp_field_set_hint (jp_form_add (form, "note", JP_FIELD_KIND_NOTE, _("Objection")),
                         _("From whom, and about what. The payment is held until it is settled."));
      break;
    case JP_FUND_SETTLE:
      add_outcome (form);
      jp_form_add (form, "note", JP_FIELD_KIND_NOTE, _("Note"));
      break;
    case JP_FUND_PAY:
      add_payment (form, context, fund_case);
      break;
    case JP_FUND_REFUND:
      add_amount (form, fund_case->to_refund);
      jp_field_set_hint (jp_form_add (form, "reason", JP_FIELD_KIND_TEXT, _("Reason")),
                         _("Only where more comes back than is to be refunded."));
      break;
    case JP_FUND_RETURN:
      if (context->district == NULL && fund_case->state == JP_CASE_DISTRICT)
        add_office (form);
      jp_form_set_intro (form, _("The case goes one step back."));
      jp_form_add (form, "reason", JP_FIELD_KIND_NOTE, _("Reason"));
      break;
    default:
      g_return_if_reached ();
    }
  add_person (form, session, context);
}

static void
expect_refusals (JpForm *form)
{
  static const struct
  {
    JpFundError code;
    const char *id;
  } refusals[] = {
    { JP_FUND_ERROR_DATE, "date" },
    { JP_FUND_ERROR_PUBLICITY, "date" },
    { JP_FUND_ERROR_ENTITLEMENT, "amount" },
    { JP_FUND_ERROR_VOUCHER, "voucher" },
    { JP_FUND_ERROR_REASON, "reason" },
    { JP_FUND_ERROR_BLOCKED, "override" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    jp_form_expect (form, JP_FUND_ERROR, refusals[i].code, refusals[i].id);
}

/**
 * jp_case_form_open:
 * @over: a widget of the window
 * @session: the data file
 * @dossier: the cluster
 * @fund_case: its funding year
 * @kind: the act
 *
 * Asks for the particulars of an act of the case; casework decides whether it may be done (R-FUND, 第十五条).
 *
 * Returns: (transfer none): the form
 */
JpForm *
jp_case_form_open (GtkWidget *over, JpSession *session, const JpDossier *dossier, const JpFundCase *fund_case,
                   JpFundActKind kind)
{
  g_autofree char *title = g_strdup_printf (_("%s · year %u · %s"), jp_fund_act_kind_name (kind), fund_case->ordinal,
                                            dossier->name);
  JpForm *form = jp_form_new (over, session, title, _("_Record"));
  CaseForm *context = g_new0 (CaseForm, 1);

  context->snapshot = jp_snapshot_ref (jp_session_get_snapshot (session));
  context->dossier = jp_snapshot_find (context->snapshot, dossier->id);
  context->cluster = g_strdup (dossier->id);
  context->district = is_districts (fund_case, kind) ? g_strdup (dossier->district) : NULL;
  context->ordinal = fund_case->ordinal;
  context->kind = kind;
  jp_field_set_date (jp_form_add (form, "date", JP_FIELD_KIND_DATE, _("Date")), jp_session_get_today (session));
  add_fields (form, session, context, fund_case);
  expect_refusals (form);
  jp_form_open (form, make_act, context, case_form_free);

  return form;
}

typedef struct
{
  char *cluster;
  int   year;
  char *reason;
} Start;

static void
start_free (gpointer data)
{
  Start *start = data;

  g_free (start->cluster);
  g_free (start->reason);
  g_free (start);
}

static gboolean
do_start (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Start *start = data;

  return jp_casework_fund_start (desk, start->cluster, start->year, start->reason, error);
}

static gboolean
make_start (JpForm *form, gpointer data, JpFormWork *todo)
{
  const Start *context = data;
  g_autofree char *text = jp_field_get_text (jp_form_get (form, "year"));
  Start *start;
  guint64 year;

  if (!g_ascii_string_to_unsigned (text, 10, 1900, 2999, &year, NULL))
    {
      jp_field_set_error (jp_form_get (form, "year"), _("Write the fiscal year with four digits, like 2026."));
      return FALSE;
    }

  start = g_new0 (Start, 1);
  start->cluster = g_strdup (context->cluster);
  start->year = (int) year;
  start->reason = jp_form_text (form, "reason");
  *todo = (JpFormWork) { do_start, start, start_free };

  return TRUE;
}

/**
 * jp_case_start_form_open:
 * @over: a widget of the window
 * @session: the data file
 * @dossier: the cluster
 *
 * Settles the first fiscal year of support (资金首年), also for late starters (R-FUND, 第十五条).
 *
 * Returns: (transfer none): the form
 */
JpForm *
jp_case_start_form_open (GtkWidget *over, JpSession *session, const JpDossier *dossier)
{
  g_autofree char *title = g_strdup_printf (_("First Funding Year · %s"), dossier->name);
  g_autofree char *year = g_strdup_printf ("%d", jp_funding_start (dossier, jp_session_get_context (session), NULL));
  JpForm *form = jp_form_new (over, session, title, _("_Set"));
  Start *context = g_new0 (Start, 1);

  context->cluster = g_strdup (dossier->id);
  jp_form_set_intro (form,
                     _("Support runs for consecutive years from this one; it can be changed until year 1 is paid."));
  jp_field_set_text (jp_form_add (form, "year", JP_FIELD_KIND_NUMBER, _("First Fiscal Year")), year);
  jp_field_set_hint (jp_form_add (form, "reason", JP_FIELD_KIND_TEXT, _("Reason")),
                     _("Where a year that was given is changed."));
  jp_form_expect (form, JP_FUND_ERROR, JP_FUND_ERROR_DATE, "year");
  jp_form_expect (form, JP_FUND_ERROR, JP_FUND_ERROR_REASON, "reason");
  jp_form_open (form, make_start, context, start_free);

  return form;
}
