/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-review-vetoes.h"

#include "jp-article-tag.h"
#include "jp-review-forms.h"

#include <glib/gi18n-lib.h>

struct _JpReviewVetoes
{
  JpDossierSection parent_instance;

  /* Owned. */
  JpReview *review;
};

G_DEFINE_FINAL_TYPE (JpReviewVetoes, jp_review_vetoes, JP_TYPE_DOSSIER_SECTION)

static const char veto_key[] = "jp-veto";

static void
on_add (GtkWidget *button, JpReviewVetoes *self)
{
  jp_review_form_open (GTK_WIDGET (self), self->review, JP_ASSESS_VETO,
                       g_object_get_data (G_OBJECT (button), veto_key));
}

static void
on_withdraw (GtkWidget *button, JpReviewVetoes *self)
{
  jp_review_form_open (GTK_WIDGET (self), self->review, JP_ASSESS_WITHDRAW,
                       g_object_get_data (G_OBJECT (button), veto_key));
}

static const char *
state_words (const JpVeto *veto)
{
  switch (veto->state)
    {
    case JP_VETO_STANDS:
      return veto->by_record ? _("Stands by the records") : _("Added by a reviewer");
    case JP_VETO_OPEN:
      return _("Still open");
    case JP_VETO_NOT_RECORDED:
      return _("Not recorded");
    case JP_VETO_CLEAR:
    default:
      return _("Nothing found");
    }
}

static const char *
state_css (const JpVeto *veto)
{
  if (veto->state == JP_VETO_STANDS)
    return "bad";

  return veto->state == JP_VETO_OPEN ? "amber" : veto->state == JP_VETO_CLEAR ? "good" : "plain";
}

static void
add_button (JpReviewVetoes *self, GtkWidget *row, const JpVeto *veto, const char *label, GCallback clicked)
{
  g_autofree char *name = g_strconcat (veto->state == JP_VETO_STANDS ? "withdraw-" : "veto-", veto->rule->id, NULL);
  GtkWidget *button = jp_section_button (label, name, NULL, NULL);
  g_autofree char *said = g_strdup_printf ("%s：%s", veto->rule->name, gtk_button_get_label (GTK_BUTTON (button)));

  g_object_set_data_full (G_OBJECT (button), veto_key, g_strdup (veto->rule->id), g_free);
  g_signal_connect (button, "clicked", clicked, self);
  gtk_widget_set_sensitive (button, jp_review_why_locked (self->review) == NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_veto (JpReviewVetoes *self, AdwPreferencesGroup *group, const JpVeto *veto)
{
  g_autofree char *title = g_strdup_printf ("%s%s", veto->rule->number, veto->rule->name);
  g_autofree char *until = veto->state == JP_VETO_OPEN && veto->open_until != JP_DATE_NONE
                           ? jp_date_to_chinese (veto->open_until) : NULL;
  g_autofree char *evidence
    = until != NULL ? g_strdup_printf (_("%s (open until %s; confirming does not wait for it)"), veto->evidence, until)
                    : g_strdup (veto->evidence);
  GtkWidget *row = jp_group_add_row (group, title, evidence), *tag = jp_article_tag_new (veto->rule->article);

  jp_article_tag_set_working (JP_ARTICLE_TAG (tag), veto->evidence);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), jp_section_chip (state_words (veto), state_css (veto)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), tag);
  if (veto->state != JP_VETO_STANDS)
    add_button (self, row, veto, _("_Add…"), G_CALLBACK (on_add));
  else if (!veto->by_record)
    add_button (self, row, veto, _("_Withdraw…"), G_CALLBACK (on_withdraw));
}

static void
jp_review_vetoes_show (JpDossierSection *section, const JpDossier *dossier)
{
  JpReviewVetoes *self = JP_REVIEW_VETOES (section);
  const JpResult *result = jp_review_get_result (self->review);
  const char *why = jp_review_why_locked (self->review);
  AdwPreferencesGroup *group;
  g_autofree char *text = NULL;

  jp_dossier_section_clear (section);
  if (result == NULL || result->pack == NULL)
    return;

  group = jp_dossier_section_add_group (section, _("Vetoes"), "第十条");
  text
    = g_strdup_printf ("%s%s%s",
                       _("Any one fails the assessment, whatever its points. What the records prove stands until the "
                         "record is corrected; what a reviewer adds needs a reason."),
                       why != NULL ? "\n" : "", why != NULL ? why : "");
  {
    g_autofree char *escaped = g_markup_escape_text (text, -1);

    adw_preferences_group_set_description (group, escaped);
  }
  for (guint i = 0; i < result->vetoes->len; i++)
    add_veto (self, group, g_ptr_array_index (result->vetoes, i));
}

static void
jp_review_vetoes_dispose (GObject *object)
{
  g_clear_object (&JP_REVIEW_VETOES (object)->review);

  G_OBJECT_CLASS (jp_review_vetoes_parent_class)->dispose (object);
}

static void
jp_review_vetoes_class_init (JpReviewVetoesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jp_review_vetoes_dispose;
  JP_DOSSIER_SECTION_CLASS (klass)->show = jp_review_vetoes_show;
}

static void
jp_review_vetoes_init (JpReviewVetoes *self)
{
}

GtkWidget *
jp_review_vetoes_new (JpReview *review)
{
  JpReviewVetoes *self = g_object_new (JP_TYPE_REVIEW_VETOES, NULL);

  self->review = g_object_ref (review);

  return GTK_WIDGET (self);
}
