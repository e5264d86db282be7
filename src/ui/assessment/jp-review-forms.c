/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-review-forms.h"

#include <glib/gi18n-lib.h>

#define FORM "form" /* kind of what is typed */

typedef struct
{
  JpReview       *review;
  JpAssessActKind kind;
  char           *item;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->review);
  g_free (form->item);
  g_free (form);
}

static gboolean
make (JpForm *form, gpointer context, JpFormWork *todo)
{
  const Form *about = context;
  g_autofree char *text = jp_form_text (form, "opinion");
  g_autofree char *reason = jp_form_text (form, "reason");

  todo->work = jp_review_act (about->review, about->kind, about->item, text, reason, &todo->data, &todo->destroy);

  return TRUE;
}

/* What the act does, in the words of who does it. */
static const char *
intro (JpAssessActKind kind)
{
  switch (kind)
    {
    case JP_ASSESS_SUBMIT:
      return _(
        "The district’s points are closed and the assessment goes to the city. The district can change them again only "
        "if the city returns it.");
    case JP_ASSESS_RETURN:
      return _("The assessment goes back to the district, which can change its points again. The reason is kept.");
    case JP_ASSESS_CONFIRM:
      return _(
        "The result becomes final: figures, points, vetoes and the version of the rules are frozen with it, and the "
        "figures are locked. Funding of the next year rests on it. The city can reopen it with a reason.");
    case JP_ASSESS_REOPEN:
      return _(
        "The confirmed result is opened again for the city, and its figures are unlocked. The journal keeps what was "
        "confirmed, and the reason.");
    case JP_ASSESS_KEEP:
      return _("Records that came later contradict this result. It stays as it is; the reason is kept and printed.");
    case JP_ASSESS_VETO:
      return _("The assessment fails, whatever its points. The reason is printed on the paper as evidence.");
    case JP_ASSESS_WITHDRAW:
      return _("The veto a reviewer added is taken back. One that the records prove cannot be.");
    case JP_ASSESS_OPEN:
    case JP_ASSESS_POINTS:
    case JP_ASSESS_NARRATIVE:
    case JP_N_ASSESS_ACTS:
    default:
      return NULL;
    }
}

static const char *
accept (JpAssessActKind kind)
{
  switch (kind)
    {
    case JP_ASSESS_SUBMIT:
      return _("_Submit");
    case JP_ASSESS_RETURN:
      return _("_Return");
    case JP_ASSESS_CONFIRM:
      return _("_Confirm");
    case JP_ASSESS_REOPEN:
      return _("_Reopen");
    case JP_ASSESS_KEEP:
      return _("_Keep");
    case JP_ASSESS_VETO:
      return _("_Add Veto");
    case JP_ASSESS_WITHDRAW:
      return _("_Withdraw");
    case JP_ASSESS_OPEN:
    case JP_ASSESS_POINTS:
    case JP_ASSESS_NARRATIVE:
    case JP_N_ASSESS_ACTS:
    default:
      return _("_Record");
    }
}

static const char field_key[] = "jp-form-field";

static void
on_typed (JpField *field, Form *about)
{
  g_autofree char *text = jp_field_get_text (field);

  jp_review_type (about->review, FORM, g_object_get_data (G_OBJECT (field), field_key), text);
  jp_review_type (about->review, FORM, "field", g_object_get_data (G_OBJECT (field), field_key));
}

/* What is typed is kept with all that is typed in the assessment, until the form is closed. */
static JpField *
add_field (JpForm *form, Form *about, const char *id, JpFieldKind kind, const char *label)
{
  JpField *field = jp_form_add (form, id, kind, label);

  jp_field_set_text (field, jp_review_get_typed (about->review, FORM, id));
  g_object_set_data (G_OBJECT (field), field_key, (gpointer) id);
  g_signal_connect (field, "changed", G_CALLBACK (on_typed), about);

  return field;
}

static void
add_fields (JpForm *form, Form *about)
{
  JpField *reason;

  if (about->kind == JP_ASSESS_SUBMIT || about->kind == JP_ASSESS_CONFIRM)
    add_field (form, about, "opinion", JP_FIELD_KIND_NOTE, _("Opinion"));
  if (about->kind == JP_ASSESS_SUBMIT)
    return;

  reason = add_field (form, about, "reason", JP_FIELD_KIND_TEXT, _("Reason"));
  if (about->kind == JP_ASSESS_CONFIRM)
    jp_field_set_hint (reason, _("Only where the same person did the first review: it is printed."));
}

/* Done or given up: either way nothing is left of it. */
static void
on_closed (GtkWidget *form, Form *about)
{
  static const char * const fields[] = { "act", "item", "field", "opinion", "reason" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    jp_review_type (about->review, FORM, fields[i], NULL);
}

/* A form that is open is itself something typed: after a restart it is open again. */
static void
keep (JpForm *form, Form *about)
{
  jp_review_type (about->review, FORM, "act", jp_assess_act_id (about->kind));
  jp_review_type (about->review, FORM, "item", about->item);
  g_signal_connect (form, "destroy", G_CALLBACK (on_closed), about);
}

JpForm *
jp_review_form_open (GtkWidget *over, JpReview *review, JpAssessActKind kind, const char *item)
{
  const JpResult *result = jp_review_get_result (review);
  const JpVetoRule *veto = item != NULL ? jp_pack_find_veto (result->pack, item) : NULL;
  g_autofree char *title = g_strdup_printf ("%s · %s", jp_assess_act_name (kind), result->dossier->name);
  g_autofree char *text = veto != NULL ? g_strdup_printf ("%s%s\n%s", veto->number, veto->name, intro (kind))
                                       : g_strdup (intro (kind));
  JpForm *form = jp_form_new (over, jp_review_get_session (review), title, accept (kind));
  Form *context = g_new0 (Form, 1);

  context->review = g_object_ref (review);
  context->kind = kind;
  context->item = g_strdup (item);
  jp_form_set_intro (form, text);
  add_fields (form, context);
  keep (form, context);
  jp_form_expect (form, JP_ASSESS_ERROR, JP_ASSESS_ERROR_REASON, "reason");
  jp_form_expect (form, JP_ASSESS_ERROR, JP_ASSESS_ERROR_PERSON, "reason");
  jp_form_open (form, make, context, form_free);

  return form;
}

JpForm *
jp_review_form_reopen (GtkWidget *over, JpReview *review)
{
  const char *act = jp_review_get_typed (review, FORM, "act");
  g_autofree char *item = g_strdup (jp_review_get_typed (review, FORM, "item"));
  const char *field = jp_review_get_typed (review, FORM, "field");
  JpAssessActKind kind;
  JpForm *form;

  if (act == NULL || !jp_assess_act_parse (act, &kind))
    return NULL;

  form = jp_review_form_open (over, review, kind, item);
  if (field != NULL && jp_form_get (form, field) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (jp_form_get (form, field)));

  return form;
}
