/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-review-forms.h"

#include <glib/gi18n-lib.h>

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
      return _("The district’s points are closed and the assessment goes to the city. The district can change them again only "
               "if the city returns it.");
    case JP_ASSESS_RETURN:
      return _("The assessment goes back to the district, which can change its points again. The reason is kept.");
    case JP_ASSESS_CONFIRM:
      return _("The result becomes final: figures, points, vetoes and the version of the rules are frozen with it, and the "
               "figures are locked. Funding of the next year rests on it. The city can reopen it with a reason.");
    case JP_ASSESS_REOPEN:
      return _("The confirmed result is opened again for the city, and its figures are unlocked. The journal keeps what was "
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

static void
add_fields (JpForm *form, JpAssessActKind kind)
{
  JpField *reason;

  if (kind == JP_ASSESS_SUBMIT || kind == JP_ASSESS_CONFIRM)
    jp_form_add (form, "opinion", JP_FIELD_KIND_NOTE, _("Opinion"));
  if (kind == JP_ASSESS_SUBMIT)
    return;

  reason = jp_form_add (form, "reason", JP_FIELD_KIND_TEXT, _("Reason"));
  if (kind == JP_ASSESS_CONFIRM)
    jp_field_set_hint (reason, _("Only where the same person did the first review: it is printed."));
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
  add_fields (form, kind);
  jp_form_expect (form, JP_ASSESS_ERROR, JP_ASSESS_ERROR_REASON, "reason");
  jp_form_expect (form, JP_ASSESS_ERROR, JP_ASSESS_ERROR_PERSON, "reason");
  jp_form_open (form, make, context, form_free);

  return form;
}
