/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-wizard-page.h"

#include "jp-dossier-figures.h"
#include "jp-evidence-list.h"
#include "jp-review-conclusion.h"
#include "jp-review-eligibility.h"
#include "jp-review-forms.h"
#include "jp-review-vetoes.h"
#include "jp-score-table.h"
#include "jp-wizard-steps.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SUMMARY_WIDTH 284

struct _JpWizardPage
{
  JpPage parent_instance;

  /* Borrowed: children. */
  GtkStack  *states;
  GtkStack  *steps;
  GtkWidget *summary;
  GtkWidget *back_button, *next_button;
  GtkWidget *step_widgets[JP_N_STEPS];

  /* Owned. */
  JpReview  *review;
  GtkWidget *side;
  GVariant  *figures; /* typed before a restart, to be typed again; or NULL */
  char      *cluster; /* UUID, or NULL */
  char      *field;   /* to be gone to when the step is shown */

  int      year; /* 0: the header's */
  JpStep   step;
  guint    reopening; /* source */
  gboolean was_mapped;
};

G_DEFINE_FINAL_TYPE (JpWizardPage, jp_wizard_page, JP_TYPE_PAGE)

/* What is typed and where the cursor is are kept at once, not only when the window closes. */
static void
keep (JpWizardPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.keep-place", NULL);
}

static void
present_step (JpWizardPage *self)
{
  GtkWidget *widget = self->step_widgets[self->step];
  const JpDossier *dossier = jp_review_get_dossier (self->review);

  if (dossier == NULL || !JP_IS_DOSSIER_SECTION (widget))
    return;

  if (JP_IS_DOSSIER_FIGURES (widget))
    jp_dossier_figures_set_span (JP_DOSSIER_FIGURES (widget), jp_review_get_year (self->review) - 1, 2);
  jp_dossier_section_present (JP_DOSSIER_SECTION (widget), jp_review_get_session (self->review), dossier);
}

static void
show_footer (JpWizardPage *self)
{
  gboolean last = self->step + 1 == JP_N_STEPS;
  g_autofree char *text = last ? NULL : g_strdup_printf (_("Next: %s"), jp_step_title ((JpStep) (self->step + 1)));

  gtk_widget_set_sensitive (self->back_button, self->step > 0);
  gtk_widget_set_visible (self->next_button, !last);
  if (text != NULL)
    gtk_button_set_label (GTK_BUTTON (self->next_button), text);
}

static JpFiguresGrid *
grid_of (JpWizardPage *self)
{
  return jp_dossier_figures_get_grid (JP_DOSSIER_FIGURES (self->step_widgets[JP_STEP_FIGURES]));
}

static void
go_to (JpWizardPage *self, const char *field)
{
  switch (self->step)
    {
    case JP_STEP_ELIGIBILITY:
      jp_review_eligibility_go_to_person (JP_REVIEW_ELIGIBILITY (self->step_widgets[JP_STEP_ELIGIBILITY]));
      break;
    case JP_STEP_FIGURES:
      jp_figures_grid_go (grid_of (self), field);
      break;
    case JP_STEP_POINTS:
      jp_score_table_go (JP_SCORE_TABLE (self->step_widgets[JP_STEP_POINTS]), field);
      break;
    case JP_STEP_CONCLUSION:
      jp_review_conclusion_go (JP_REVIEW_CONCLUSION (self->step_widgets[JP_STEP_CONCLUSION]), field);
      break;
    case JP_STEP_VETOES:
    case JP_N_STEPS:
    default:
      break;
    }
}

static void
go_to_field (JpWizardPage *self)
{
  g_autofree char *field = NULL;
  g_autoptr (GVariant) figures = NULL;

  if (jp_review_get_dossier (self->review) == NULL)
    return;

  figures = g_steal_pointer (&self->figures);
  if (figures != NULL)
    jp_figures_grid_set_typed (grid_of (self), figures);
  field = g_steal_pointer (&self->field);
  if (field != NULL)
    go_to (self, field);
}

static void
set_step (JpWizardPage *self, JpStep step)
{
  if (step != JP_STEP_POINTS && step != JP_STEP_FIGURES)
    jp_review_set_trial (self->review, FALSE);
  self->step = step;
  jp_wizard_steps_choose (JP_WIZARD_STEPS (self->side), step);
  gtk_stack_set_visible_child_name (self->steps, jp_step_id (step));
  present_step (self);
  show_footer (self);
  keep (self);
}

static void
on_step_chosen (JpWizardPage *self, guint step)
{
  set_step (self, (JpStep) step);
}

static void
on_back (JpWizardPage *self)
{
  if (self->step > 0)
    set_step (self, (JpStep) (self->step - 1));
}

static void
on_next (JpWizardPage *self)
{
  if (self->step + 1 < JP_N_STEPS)
    set_step (self, (JpStep) (self->step + 1));
}

/* Enter in the last row: on with the next step. */
static void
on_points_ended (JpWizardPage *self)
{
  gtk_widget_grab_focus (self->next_button);
}

/* Something missing was clicked: to its field. */
static void
on_go (JpWizardPage *self, guint step, guint index)
{
  const JpResult *result = jp_review_get_result (self->review);

  set_step (self, (JpStep) step);
  g_free (self->field);
  self->field = NULL;
  if (step == JP_STEP_POINTS && index < result->pack->n_indicators)
    self->field = g_strdup (result->pack->indicators[index].id);
  else if (step == JP_STEP_CONCLUSION)
    self->field = g_strdup (JP_NARRATIVE_PARTS[index]);
  go_to_field (self);
}

static void
show_title (JpWizardPage *self)
{
  const JpDossier *dossier = jp_review_get_dossier (self->review);
  const JpResult *result = jp_review_get_result (self->review);
  g_autofree char *title = NULL;

  if (dossier == NULL)
    title = g_strdup (_("Assessment"));
  else
    title = g_strdup_printf ("%s · %d年度考核 · %s", dossier->name, result->year, jp_assessment_state_name (result->state));
  jp_page_set_title (JP_PAGE (self), title);
}

static void
on_changed (JpWizardPage *self)
{
  show_title (self);
  keep (self);
}

static void
jp_wizard_page_refresh (JpPage *page)
{
  JpWizardPage *self = JP_WIZARD_PAGE (page);
  JpSession *session = jp_page_get_session (page);
  const JpResult *result;

  if (self->year == 0)
    self->year = jp_session_get_year (session);
  jp_review_present (self->review, session, self->cluster, self->year);
  result = jp_review_get_result (self->review);
  gtk_stack_set_visible_child_name (self->states, result == NULL ? "none" : result->pack == NULL ? "no-rules" : "case");
  if (result == NULL || result->pack == NULL)
    return;

  present_step (self);
  go_to_field (self);
}

/* The step where there is something to do. */
static JpStep
first_step (const JpResult *result)
{
  if (result == NULL || result->state == JP_ASSESSMENT_NONE)
    return JP_STEP_ELIGIBILITY;

  return result->state == JP_ASSESSMENT_CONFIRMED ? JP_STEP_CONCLUSION : JP_STEP_POINTS;
}

static void
jp_wizard_page_open (JpPage *page, const char *target)
{
  JpWizardPage *self = JP_WIZARD_PAGE (page);
  const char *at = target != NULL ? strchr (target, '@') : NULL;
  g_autofree char *cluster = at != NULL ? g_strndup (target, (gsize) (at - target)) : g_strdup (target);
  int year = at != NULL ? atoi (at + 1) : jp_session_get_year (jp_page_get_session (page));
  gboolean same = g_strcmp0 (cluster, self->cluster) == 0 && year == self->year;

  if (cluster == NULL || *cluster == '\0')
    return;

  g_free (self->cluster);
  self->cluster = g_steal_pointer (&cluster);
  self->year = year;
  jp_wizard_page_refresh (page);
  if (!same)
    set_step (self, first_step (jp_review_get_result (self->review)));
}

static char *
present_field (JpWizardPage *self)
{
  GtkWidget *widget = self->step_widgets[self->step];

  switch (self->step)
    {
    case JP_STEP_ELIGIBILITY:
      return jp_review_eligibility_is_in_person (JP_REVIEW_ELIGIBILITY (widget)) ? g_strdup ("district-person") : NULL;
    case JP_STEP_FIGURES:
      return jp_figures_grid_get_field (grid_of (self));
    case JP_STEP_POINTS:
      return jp_score_table_get_field (JP_SCORE_TABLE (widget));
    case JP_STEP_CONCLUSION:
      return g_strdup (jp_review_conclusion_get_part (JP_REVIEW_CONCLUSION (widget)));
    case JP_STEP_VETOES:
    case JP_N_STEPS:
    default:
      return NULL;
    }
}

static GVariant *
jp_wizard_page_get_state (JpPage *page)
{
  JpWizardPage *self = JP_WIZARD_PAGE (page);
  g_auto (GVariantDict) state = G_VARIANT_DICT_INIT (NULL);
  g_autofree char *field = present_field (self);
  const char *person = jp_review_get_district_person (self->review);

  g_variant_dict_insert (&state, "cluster", "s", self->cluster != NULL ? self->cluster : "");
  g_variant_dict_insert (&state, "year", "i", self->year);
  g_variant_dict_insert (&state, "step", "s", jp_step_id (self->step));
  g_variant_dict_insert (&state, "field", "s", field != NULL ? field : "");
  g_variant_dict_insert (&state, "district-person", "s", person != NULL ? person : "");
  g_variant_dict_insert_value (&state, "typed", jp_review_get_state (self->review));
  if (self->step == JP_STEP_FIGURES)
    g_variant_dict_insert_value (&state, "figures", jp_figures_grid_get_typed (grid_of (self)));

  return g_variant_dict_end (&state);
}

static void
jp_wizard_page_set_state (JpPage *page, GVariant *variant)
{
  JpWizardPage *self = JP_WIZARD_PAGE (page);
  g_auto (GVariantDict) state = { 0 };
  g_autoptr (GVariant) typed = NULL;
  const char *text = NULL;
  JpStep   step;

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE_VARDICT))
    return;

  g_variant_dict_init (&state, variant);
  if (g_variant_dict_lookup (&state, "cluster", "&s", &text) && *text != '\0')
    {
      g_free (self->cluster);
      self->cluster = g_strdup (text);
    }
  g_variant_dict_lookup (&state, "year", "i", &self->year);
  if (g_variant_dict_lookup (&state, "field", "&s", &text) && *text != '\0')
    {
      g_free (self->field);
      self->field = g_strdup (text);
    }
  if (g_variant_dict_lookup (&state, "district-person", "&s", &text))
    jp_review_set_district_person (self->review, text);
  /* After a restart; on the way back the page still has what is typed, and what was saved meanwhile is no more. */
  typed = g_variant_dict_lookup_value (&state, "typed", NULL);
  if (typed != NULL && jp_review_get_session (self->review) == NULL)
    {
      jp_review_set_state (self->review, typed);
      self->figures = g_variant_dict_lookup_value (&state, "figures", G_VARIANT_TYPE ("a{ss}"));
    }
  if (g_variant_dict_lookup (&state, "step", "&s", &text) && jp_step_parse (text, &step))
    set_step (self, step);
}

static gboolean
reopen_form (gpointer data)
{
  JpWizardPage *self = data;

  self->reopening = 0;
  if (jp_review_get_result (self->review) != NULL)
    jp_review_form_reopen (GTK_WIDGET (self), self->review);

  return G_SOURCE_REMOVE;
}

/* A form stands over a window that is there already. */
static void
jp_wizard_page_map (GtkWidget *widget)
{
  JpWizardPage *self = JP_WIZARD_PAGE (widget);

  GTK_WIDGET_CLASS (jp_wizard_page_parent_class)->map (widget);
  if (!self->was_mapped)
    self->reopening = g_idle_add (reopen_form, self);
  self->was_mapped = TRUE;
}

static void
jp_wizard_page_dispose (GObject *object)
{
  JpWizardPage *self = JP_WIZARD_PAGE (object);

  g_clear_handle_id (&self->reopening, g_source_remove);

  if (self->review != NULL)
    g_signal_handlers_disconnect_by_data (self->review, self);
  if (self->side != NULL)
    g_signal_handlers_disconnect_by_data (self->side, self);
  jp_page_set_side (JP_PAGE (self), NULL);
  g_clear_object (&self->side);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (jp_wizard_page_parent_class)->dispose (object);
}

static void
jp_wizard_page_finalize (GObject *object)
{
  JpWizardPage *self = JP_WIZARD_PAGE (object);

  g_clear_pointer (&self->figures, g_variant_unref);
  g_free (self->cluster);
  g_free (self->field);

  G_OBJECT_CLASS (jp_wizard_page_parent_class)->finalize (object);
}

static void
jp_wizard_page_class_init (JpWizardPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  JpPageClass *page_class = JP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jp_wizard_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = jp_wizard_page_finalize;
  widget_class->map = jp_wizard_page_map;
  page_class->refresh = jp_wizard_page_refresh;
  page_class->open = jp_wizard_page_open;
  page_class->get_state = jp_wizard_page_get_state;
  page_class->set_state = jp_wizard_page_set_state;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiping/Jiping/ui/jp-wizard-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JpWizardPage, states);
  gtk_widget_class_bind_template_child (widget_class, JpWizardPage, steps);
  gtk_widget_class_bind_template_child_full (widget_class, "summary_place", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, JpWizardPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, JpWizardPage, next_button);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
}

/* Where the figures are from: papers that prove the year as a whole. */
static void
add_evidence (JpWizardPage *self)
{
  JpDossierSection *section = JP_DOSSIER_SECTION (self->step_widgets[JP_STEP_FIGURES]);
  AdwPreferencesGroup *group = jp_dossier_section_add_group (section, _("Source and Evidence"), NULL);
  GtkWidget *evidence = jp_evidence_list_new (self->review, JP_EVIDENCE_OF_YEAR);

  adw_preferences_group_set_description (group, _("Papers the figures of the year are taken from; drop them here. What "
                                                  "proves one indicator is attached to it, in the next step."));
  adw_preferences_group_add (group, evidence);
  jp_evidence_list_drop_on (JP_EVIDENCE_LIST (evidence), GTK_WIDGET (group));
}

static void
add_steps (JpWizardPage *self)
{
  self->step_widgets[JP_STEP_ELIGIBILITY] = jp_review_eligibility_new (self->review);
  self->step_widgets[JP_STEP_FIGURES] = g_object_new (JP_TYPE_DOSSIER_FIGURES, NULL);
  add_evidence (self);
  self->step_widgets[JP_STEP_POINTS] = jp_score_table_new (self->review);
  self->step_widgets[JP_STEP_VETOES] = jp_review_vetoes_new (self->review);
  self->step_widgets[JP_STEP_CONCLUSION] = jp_review_conclusion_new (self->review);
  for (guint i = 0; i < JP_N_STEPS; i++)
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->step_widgets[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      jp_step_title ((JpStep) i), -1);
      gtk_stack_add_named (self->steps, self->step_widgets[i], jp_step_id ((JpStep) i));
    }
}

static void
jp_wizard_page_init (JpWizardPage *self)
{
  GtkWidget *place;

  gtk_widget_init_template (GTK_WIDGET (self));
  jp_page_set_shows_year (JP_PAGE (self), FALSE);
  self->review = jp_review_new ();
  self->side = g_object_ref_sink (jp_wizard_steps_new (self->review));
  g_signal_connect_swapped (self->side, "chosen", G_CALLBACK (on_step_chosen), self);
  jp_page_set_side (JP_PAGE (self), self->side);
  add_steps (self);
  self->summary = jp_review_summary_new (self->review);
  g_signal_connect_swapped (self->summary, "go", G_CALLBACK (on_go), self);
  place = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self), JP_TYPE_WIZARD_PAGE, "summary_place"));
  gtk_widget_set_size_request (self->summary, SUMMARY_WIDTH, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (place), self->summary);
  g_signal_connect_swapped (self->step_widgets[JP_STEP_POINTS], "moved", G_CALLBACK (keep), self);
  g_signal_connect_swapped (self->step_widgets[JP_STEP_POINTS], "ended", G_CALLBACK (on_points_ended), self);
  g_signal_connect_swapped (self->review, "changed", G_CALLBACK (on_changed), self);
  show_footer (self);
}

GtkWidget *
jp_wizard_page_new (void)
{
  return g_object_new (JP_TYPE_WIZARD_PAGE, NULL);
}
