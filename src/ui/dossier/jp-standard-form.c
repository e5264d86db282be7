/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-standard-form.h"

#include "jp-cluster-work.h"

#include <glib/gi18n-lib.h>

/* A self-check on its way to casework. */
typedef struct
{
  JpPack    *pack;
  char      *cluster;
  int        year;
  GPtrArray *judgements;
} Check;

static void
check_free (gpointer data)
{
  Check *check = data;

  jp_pack_unref (check->pack);
  g_free (check->cluster);
  g_clear_pointer (&check->judgements, g_ptr_array_unref);
  g_free (check);
}

static gboolean
do_check (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Check *check = data;

  return jp_casework_standard_check (desk, check->cluster, check->year, g_steal_pointer (&check->judgements), error);
}

static JpField *
field_of (JpForm *form, const char *what, const char *criterion)
{
  g_autofree char *id = g_strconcat (what, criterion, NULL);

  return jp_form_get (form, id);
}

/* A judgement stands on its note. */
static gboolean
read_judgement (JpForm *form, const JpCriterion *criterion, GPtrArray *judgements)
{
  const char *met = jp_field_get_choice (field_of (form, "met:", criterion->id));
  JpField *note = field_of (form, "note:", criterion->id);
  g_autofree char *text = jp_field_get_text (note);
  JpJudgement *judgement;

  if (g_strcmp0 (met, "open") == 0)
    return TRUE;
  if (*text == '\0')
    {
      jp_field_set_error (note, _("A judgement needs a note: what it rests on."));
      return FALSE;
    }

  judgement = jp_judgement_new (criterion->id, g_strcmp0 (met, "yes") == 0);
  judgement->note = g_steal_pointer (&text);
  g_ptr_array_add (judgements, judgement);

  return TRUE;
}

static gboolean
make_check (JpForm *form, gpointer data, JpFormWork *todo)
{
  const Check *context = data;
  g_autoptr (GPtrArray) judgements = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_judgement_free);
  gboolean good = TRUE;
  Check *check;

  for (guint i = 0; i < context->pack->n_criteria; i++)
    if (context->pack->criteria[i].n_any == 0)
      good &= read_judgement (form, &context->pack->criteria[i], judgements);
  if (!good)
    return FALSE;

  check = g_new0 (Check, 1);
  check->pack = jp_pack_ref (context->pack);
  check->cluster = g_strdup (context->cluster);
  check->year = context->year;
  check->judgements = g_steal_pointer (&judgements);
  *todo = (JpFormWork) { do_check, check, check_free };

  return TRUE;
}

/* What was judged last time is where this time begins. */
static const JpJudgement *
last_judgement (const JpDossier *dossier, const char *criterion)
{
  const JpStandardCheck *check = dossier->checks->len > 0 ? g_ptr_array_index (dossier->checks,
                                                                               dossier->checks->len - 1) : NULL;

  for (guint i = 0; check != NULL && i < check->judgements->len; i++)
    {
      const JpJudgement *judgement = g_ptr_array_index (check->judgements, i);

      if (g_str_equal (judgement->criterion, criterion))
        return judgement;
    }

  return NULL;
}

static void
add_criterion (JpForm *form, const JpDossier *dossier, const JpCriterion *criterion)
{
  const char *ids[] = { "open", "yes", "no", NULL };
  const char *names[] = { _("Not judged"), _("Met"), _("Not met"), NULL };
  g_autofree char *met_id = g_strconcat ("met:", criterion->id, NULL);
  g_autofree char *note_id = g_strconcat ("note:", criterion->id, NULL);
  /* Translators: %s is a criterion of the recognition standard */
  g_autofree char *note_label = g_strdup_printf (_("Note on %s"), criterion->name);
  const JpJudgement *before = last_judgement (dossier, criterion->id);
  JpField *met = jp_form_add (form, met_id, JP_FIELD_KIND_CHOICE, criterion->name);
  JpField *note = jp_form_add (form, note_id, JP_FIELD_KIND_TEXT, note_label);

  jp_field_set_choices (met, ids, names);
  jp_field_choose (met, before == NULL ? "open" : before->met ? "yes" : "no");
  jp_field_set_text (note, before != NULL ? before->note : NULL);
}

JpForm *
jp_standard_form_open (GtkWidget *over, JpSession *session, const JpDossier *dossier, int year)
{
  const JpContext *context = jp_session_get_context (session);
  const JpPack *pack = jp_pack_set_on (context->packs, context->today);
  JpForm *form = jp_form_new (over, session, _("Record the Self-check"), _("_Record"));
  g_autofree char *intro = g_strdup_printf (_("The numbers of %d are checked by the rule. Judge the rest, each with a "
                                              "note."), year);
  Check *check = g_new0 (Check, 1);

  check->pack = jp_pack_ref ((JpPack *) pack);
  check->cluster = g_strdup (dossier->id);
  check->year = year;
  jp_form_set_intro (form, intro);
  for (guint i = 0; i < pack->n_criteria; i++)
    if (pack->criteria[i].n_any == 0)
      add_criterion (form, dossier, &pack->criteria[i]);
  gtk_window_set_default_size (GTK_WINDOW (form), 640, -1);
  jp_form_open (form, make_check, check, check_free);

  return form;
}
