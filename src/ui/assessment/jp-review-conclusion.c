/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-review-conclusion.h"

#include "jp-assessment-columns.h"
#include "jp-assessment-paper.h"
#include "jp-assessment-print.h"
#include "jp-field.h"
#include "jp-paper-bar.h"
#include "jp-review-forms.h"

#include <glib/gi18n-lib.h>

#define N_PARTS        4
#define PREVIEW_HEIGHT 520

struct _JpReviewConclusion
{
  JpDossierSection parent_instance;

  /* Borrowed: children. */
  GtkWidget *locked, *outcome, *contradiction, *acts;
  GtkWidget *parts[N_PARTS]; /* JpField */
  GtkWidget *preview;

  /* Owned. */
  JpReview *review;

  gboolean setting;
};

G_DEFINE_FINAL_TYPE (JpReviewConclusion, jp_review_conclusion, JP_TYPE_DOSSIER_SECTION)

static const char part_key[] = "jp-part";
static const char act_key[] = "jp-act";

static void
on_part_typed (JpField *field, JpReviewConclusion *self)
{
  g_autofree char *text = jp_field_get_text (field);

  if (!self->setting)
    jp_review_type (self->review, "narrative", g_object_get_data (G_OBJECT (field), part_key), text);
}

static void
on_part_left (JpField *field, JpReviewConclusion *self)
{
  jp_review_save_narrative (self->review, g_object_get_data (G_OBJECT (field), part_key));
}

static void
show_parts (JpReviewConclusion *self)
{
  const JpAssessment *record = jp_review_get_record (self->review);
  gboolean locked = jp_review_why_locked (self->review) != NULL;

  self->setting = TRUE;
  for (guint i = 0; i < N_PARTS; i++)
    {
      const char *typed = jp_review_get_typed (self->review, "narrative", JP_NARRATIVE_PARTS[i]);
      const char *text = typed != NULL ? typed : jp_assessment_told (record, JP_NARRATIVE_PARTS[i]);

      jp_field_set_text (JP_FIELD (self->parts[i]), text);
      jp_field_set_locked (JP_FIELD (self->parts[i]), locked);
    }
  self->setting = FALSE;
}

static void
show_outcome (JpReviewConclusion *self, const JpResult *result)
{
  g_autofree char *total = jp_points_to_string (result->total);
  g_autofree char *amount = jp_assessment_amount_text (result);
  g_autofree char *band = jp_assessment_column_text (JP_ASSESSMENT_BAND, result, NULL);
  g_autofree char *text = g_strdup_printf ("%s · %s 分 · %s · %s", jp_assessment_state_name (result->state), total, band,
                                           amount);

  gtk_label_set_label (GTK_LABEL (self->outcome), text);
}

static void
on_act (GtkWidget *button, JpReviewConclusion *self)
{
  JpAssessActKind kind = (JpAssessActKind) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), act_key));

  jp_review_form_open (GTK_WIDGET (self), self->review, kind, NULL);
}

static void
add_act (JpReviewConclusion *self, JpAssessActKind kind, const char *css_class)
{
  g_autofree char *label = g_strdup_printf ("%s…", jp_assess_act_name (kind));
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_name (button, jp_assess_act_id (kind));
  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  g_object_set_data (G_OBJECT (button), act_key, GUINT_TO_POINTER (kind));
  g_signal_connect (button, "clicked", G_CALLBACK (on_act), self);
  gtk_box_append (GTK_BOX (self->acts), button);
}

static void
on_print (JpReviewConclusion *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (ids, g_strdup (jp_review_get_dossier (self->review)->id));
  jp_assessment_print_choose (GTK_WIDGET (self), jp_review_get_session (self->review), ids,
                              jp_review_get_year (self->review), FALSE);
}

/* The acts that may be done are buttons, others are absent. */
static void
show_acts (JpReviewConclusion *self, const JpResult *result, gboolean contradicted)
{
  gboolean city = jp_session_is_city (jp_review_get_session (self->review));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->acts)) != NULL)
    gtk_box_remove (GTK_BOX (self->acts), child);
  if (result->state == JP_ASSESSMENT_DISTRICT)
    add_act (self, JP_ASSESS_SUBMIT, "suggested-action");
  if (result->state == JP_ASSESSMENT_CITY && city)
    {
      add_act (self, JP_ASSESS_CONFIRM, "suggested-action");
      add_act (self, JP_ASSESS_RETURN, NULL);
    }
  if (result->state == JP_ASSESSMENT_CONFIRMED && city)
    {
      add_act (self, JP_ASSESS_REOPEN, NULL);
      if (contradicted)
        add_act (self, JP_ASSESS_KEEP, NULL);
    }
  gtk_box_append (GTK_BOX (self->acts), jp_section_button (_("_Print…"), "print", G_CALLBACK (on_print), self));
}

/* The paper of what is on record: what is typed and not saved does not print. */
static void
show_paper (JpReviewConclusion *self, const JpDossier *dossier)
{
  JpSession *session = jp_review_get_session (self->review);
  const JpContext *context = jp_review_get_context (self->review);
  g_autoptr (JpResult) result = jp_result_new (dossier, context, jp_review_get_year (self->review));
  g_autoptr (GPtrArray) papers = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_paper_free);
  JpPaperOptions options = { .office = jp_desk_get_office (jp_session_get_desk (session)) };
  JpRank rank = jp_result_rank (result, jp_session_get_results (session));

  g_ptr_array_add (papers,
                   jp_assessment_paper_new (result, jp_session_is_city (session) ? &rank : NULL, context, &options));
  jp_paper_view_show_list (JP_PAPER_VIEW (self->preview), g_steal_pointer (&papers), TRUE);
}

static void
jp_review_conclusion_show (JpDossierSection *section, const JpDossier *dossier)
{
  JpReviewConclusion *self = JP_REVIEW_CONCLUSION (section);
  const JpResult *result = jp_review_get_result (self->review);
  const char *why = jp_review_why_locked (self->review);
  const JpAssessment *record = jp_review_get_record (self->review);
  g_autofree char *contradiction = NULL;

  if (result == NULL || result->pack == NULL)
    return;

  if (record != NULL && record->state == JP_ASSESSMENT_CONFIRMED)
    contradiction = jp_contradiction_describe (dossier, jp_review_get_context (self->review), record);
  gtk_label_set_label (GTK_LABEL (self->locked), why != NULL ? why : "");
  gtk_widget_set_visible (self->locked, why != NULL);
  gtk_label_set_label (GTK_LABEL (self->contradiction), contradiction != NULL ? contradiction : "");
  gtk_widget_set_visible (self->contradiction, contradiction != NULL);
  show_outcome (self, result);
  show_acts (self, result, contradiction != NULL);
  show_parts (self);
  show_paper (self, dossier);
}

static void
on_refused (JpReview *review, const char *key, const char *message, JpReviewConclusion *self)
{
  for (guint i = 0; i < N_PARTS; i++)
    {
      g_autofree char *end = g_strconcat ("/narrative:", JP_NARRATIVE_PARTS[i], NULL);

      if (g_str_has_suffix (key, end))
        jp_field_set_error (JP_FIELD (self->parts[i]), message);
    }
}

const char *
jp_review_conclusion_get_part (JpReviewConclusion *self)
{
  for (guint i = 0; i < N_PARTS; i++)
    if ((gtk_widget_get_state_flags (self->parts[i]) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
      return JP_NARRATIVE_PARTS[i];

  return NULL;
}

void
jp_review_conclusion_go (JpReviewConclusion *self, const char *part)
{
  for (guint i = 0; i < N_PARTS; i++)
    if (g_strcmp0 (JP_NARRATIVE_PARTS[i], part) == 0)
      gtk_widget_grab_focus (self->parts[i]);
}

static void
jp_review_conclusion_dispose (GObject *object)
{
  JpReviewConclusion *self = JP_REVIEW_CONCLUSION (object);

  if (self->review != NULL)
    g_signal_handlers_disconnect_by_data (self->review, self);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (jp_review_conclusion_parent_class)->dispose (object);
}

static void
jp_review_conclusion_class_init (JpReviewConclusionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jp_review_conclusion_dispose;
  JP_DOSSIER_SECTION_CLASS (klass)->show = jp_review_conclusion_show;
}

static GtkWidget *
new_note (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
add_outcome (JpReviewConclusion *self)
{
  AdwPreferencesGroup *group = jp_dossier_section_add_group (JP_DOSSIER_SECTION (self), _("Conclusion"), "第十三条");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->outcome = new_note ("title-4");
  self->locked = new_note ("locked-note");
  self->contradiction = new_note ("error");
  self->acts = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  gtk_box_append (GTK_BOX (box), self->outcome);
  gtk_box_append (GTK_BOX (box), self->locked);
  gtk_box_append (GTK_BOX (box), self->contradiction);
  gtk_box_append (GTK_BOX (box), self->acts);
  adw_preferences_group_add (group, box);
}

static void
add_parts (JpReviewConclusion *self)
{
  AdwPreferencesGroup *group = jp_dossier_section_add_group (JP_DOSSIER_SECTION (self), _("Narrative"), "第九条");
  g_autoptr (GtkSizeGroup) labels = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  adw_preferences_group_set_description (group, _("Saved as each field is left; printed on the paper."));
  for (guint i = 0; i < N_PARTS && JP_NARRATIVE_PARTS[i] != NULL; i++)
    {
      JpField *field = jp_field_new (JP_FIELD_KIND_NOTE, jp_narrative_part_name (JP_NARRATIVE_PARTS[i]));

      jp_field_join (field, labels);
      gtk_widget_set_margin_bottom (GTK_WIDGET (field), 9);
      g_object_set_data (G_OBJECT (field), part_key, (gpointer) JP_NARRATIVE_PARTS[i]);
      g_signal_connect (field, "changed", G_CALLBACK (on_part_typed), self);
      g_signal_connect (field, "committed", G_CALLBACK (on_part_left), self);
      adw_preferences_group_add (group, GTK_WIDGET (field));
      self->parts[i] = GTK_WIDGET (field);
    }
}

static void
add_preview (JpReviewConclusion *self)
{
  AdwPreferencesGroup *group = jp_dossier_section_add_group (JP_DOSSIER_SECTION (self), _("The Paper"), NULL);
  GtkWidget *frame = gtk_frame_new (NULL), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *bar = jp_paper_bar_new ();

  self->preview = jp_paper_view_new ();
  jp_paper_bar_set_view (JP_PAPER_BAR (bar), JP_PAPER_VIEW (self->preview));
  gtk_widget_set_size_request (self->preview, -1, PREVIEW_HEIGHT);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), self->preview);
  gtk_frame_set_child (GTK_FRAME (frame), box);
  adw_preferences_group_add (group, frame);
}

static void
jp_review_conclusion_init (JpReviewConclusion *self)
{
  add_outcome (self);
  add_parts (self);
  add_preview (self);
}

GtkWidget *
jp_review_conclusion_new (JpReview *review)
{
  JpReviewConclusion *self = g_object_new (JP_TYPE_REVIEW_CONCLUSION, NULL);

  self->review = g_object_ref (review);
  g_signal_connect (review, "refused", G_CALLBACK (on_refused), self);

  return GTK_WIDGET (self);
}
