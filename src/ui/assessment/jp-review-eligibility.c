/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-review-eligibility.h"

#include "jp-field.h"
#include "jp-paper-words.h"

#include <glib/gi18n-lib.h>

#define FACT_CHARS 44

struct _JpReviewEligibility
{
  JpDossierSection parent_instance;

  /* Borrowed: a child. */
  GtkWidget *person; /* NULL: nobody is asked for */

  /* Owned. */
  JpReview *review;
};

G_DEFINE_FINAL_TYPE (JpReviewEligibility, jp_review_eligibility, JP_TYPE_DOSSIER_SECTION)

static void
add_fact (AdwPreferencesGroup *group, const char *name, const char *value)
{
  GtkWidget *row = jp_group_add_row (group, name, NULL), *label = gtk_label_new (value);

  /* A row gives its end no more than it must have; a character of Chinese is as wide as two. */
  gtk_label_set_width_chars (GTK_LABEL (label), (int) MIN (2 * g_utf8_strlen (value, -1), FACT_CHARS));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
}

static void
add_check (AdwPreferencesGroup *group, const char *name, const char *explanation, gboolean met)
{
  GtkWidget *row = jp_group_add_row (group, name, explanation);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name (met ? "emblem-ok-symbolic" : "dialog-warning-symbolic"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             jp_section_chip (met ? _("Met") : _("Not met"), met ? "good" : "amber"));
}

static void
show_identity (JpReviewEligibility *self, const JpResult *result)
{
  JpDossierSection *section = JP_DOSSIER_SECTION (self);
  AdwPreferencesGroup *group = jp_dossier_section_add_group (section, _("Cluster and Year"), "第九条");
  const JpDossier *dossier = jp_review_get_dossier (self->review);
  const JpContext *context = jp_review_get_context (self->review);
  g_autofree char *year = g_strdup_printf ("%d年度", result->year);
  g_autofree char *term = jp_words_term (dossier, context, result->year);
  g_autofree char *pack = g_strdup_printf ("%s（第%u版）", result->pack->title, result->pack->version);

  add_fact (group, _("Cluster"), dossier->name);
  add_fact (group, _("District"), jp_words_district (result->pack, dossier->district));
  add_fact (group, _("Operator"), dossier->operator_name != NULL ? dossier->operator_name : "—");
  add_fact (group, _("Assessment year"), year);
  add_fact (group, _("Term"), term);
  add_fact (group, _("Rules"), pack);
  add_fact (group, _("State"), jp_assessment_state_name (result->state));
}

static void
show_checks (JpReviewEligibility *self, const JpResult *result)
{
  JpDossierSection *section = JP_DOSSIER_SECTION (self);
  AdwPreferencesGroup *group = jp_dossier_section_add_group (section, _("What Is Checked"), "第十条");
  const JpContext *context = jp_review_get_context (self->review);
  gboolean ended = context->today > jp_date_year_end ((guint) result->year);

  add_check (group, _("In its term in the year"),
             _("A cluster is assessed for every year in which it was in its term."), result->due);
  add_check (group, _("The year is over"), _("The assessment is done from 1 January to 31 March of the year after."),
             ended);
  add_check (group, _("The scoring standard is confirmed"),
             _("Until the bureau confirms weights and curves, every result says 评分标准未核定."),
             result->pack_confirmed);
}

static void
add_person (AdwPreferencesGroup *group, const char *name, const char *person, JpDate day)
{
  g_autofree char *date = day != JP_DATE_NONE ? jp_date_to_chinese (day) : NULL;
  g_autofree char *text = NULL;

  if (person == NULL)
    text = g_strdup ("—");
  else
    text = date != NULL ? g_strdup_printf ("%s · %s", person, date) : g_strdup (person);
  add_fact (group, name, text);
}

static void
on_person (JpField *field, JpReviewEligibility *self)
{
  g_autofree char *name = jp_field_get_text (field);

  jp_field_settle (field);
  jp_review_set_district_person (self->review, name);
}

/* In a city file the district's part is put on record for it; the person there is named. */
static void
add_stand_in (JpReviewEligibility *self, AdwPreferencesGroup *group)
{
  JpField *field = jp_field_new (JP_FIELD_KIND_TEXT, _("Who reviews for the district"));

  jp_field_set_text (field, jp_review_get_district_person (self->review));
  jp_field_set_hint (field,
                     _(
                       "The district’s part is recorded here for it; name who did it there. Left empty, it is you, and "
                       "confirming it yourself then needs a reason that is printed."));
  gtk_widget_set_name (GTK_WIDGET (field), "district-person");
  gtk_widget_set_margin_top (GTK_WIDGET (field), 9);
  g_signal_connect (field, "changed", G_CALLBACK (on_person), self);
  adw_preferences_group_add (group, GTK_WIDGET (field));
  self->person = GTK_WIDGET (field);
}

static void
show_people (JpReviewEligibility *self, const JpResult *result)
{
  JpDossierSection *section = JP_DOSSIER_SECTION (self);
  AdwPreferencesGroup *group = jp_dossier_section_add_group (section, _("Who Reviews"), NULL);
  const JpAssessment *record = jp_review_get_record (self->review);

  add_person (group, _("First review (district)"), record != NULL ? record->submitted_by : NULL,
              record != NULL ? record->submitted_on : JP_DATE_NONE);
  add_person (group, _("Second review (city)"), record != NULL ? record->confirmed_by : NULL,
              record != NULL ? record->confirmed_on : JP_DATE_NONE);
  if (jp_session_is_city (jp_review_get_session (self->review)) && result->state <= JP_ASSESSMENT_DISTRICT)
    add_stand_in (self, group);
}

static void
on_begin (JpReviewEligibility *self)
{
  gpointer data;
  GDestroyNotify destroy;
  JpSessionWork work = jp_review_act (self->review, JP_ASSESS_OPEN, NULL, NULL, NULL, &data, &destroy);

  jp_session_do (jp_review_get_session (self->review), work, data, destroy);
}

static void
show_begin (JpReviewEligibility *self, const JpResult *result)
{
  GtkWidget *button;

  if (result->state != JP_ASSESSMENT_NONE)
    return;

  button = jp_section_button (_("_Begin the Assessment"), "begin", G_CALLBACK (on_begin), self);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_box_append (jp_dossier_section_get_column (JP_DOSSIER_SECTION (self)), button);
}

gboolean
jp_review_eligibility_is_in_person (JpReviewEligibility *self)
{
  GtkRoot *root = self->person != NULL ? gtk_widget_get_root (self->person) : NULL;
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, self->person);
}

void
jp_review_eligibility_go_to_person (JpReviewEligibility *self)
{
  if (self->person != NULL)
    gtk_widget_grab_focus (self->person);
}

static void
jp_review_eligibility_show (JpDossierSection *section, const JpDossier *dossier)
{
  JpReviewEligibility *self = JP_REVIEW_ELIGIBILITY (section);
  const JpResult *result = jp_review_get_result (self->review);

  self->person = NULL;
  jp_dossier_section_clear (section);
  if (result == NULL || result->pack == NULL)
    return;

  show_identity (self, result);
  show_checks (self, result);
  show_people (self, result);
  show_begin (self, result);
}

static void
jp_review_eligibility_dispose (GObject *object)
{
  g_clear_object (&JP_REVIEW_ELIGIBILITY (object)->review);

  G_OBJECT_CLASS (jp_review_eligibility_parent_class)->dispose (object);
}

static void
jp_review_eligibility_class_init (JpReviewEligibilityClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jp_review_eligibility_dispose;
  JP_DOSSIER_SECTION_CLASS (klass)->show = jp_review_eligibility_show;
}

static void
jp_review_eligibility_init (JpReviewEligibility *self)
{
}

GtkWidget *
jp_review_eligibility_new (JpReview *review)
{
  JpReviewEligibility *self = g_object_new (JP_TYPE_REVIEW_ELIGIBILITY, NULL);

  self->review = g_object_ref (review);

  return GTK_WIDGET (self);
}
