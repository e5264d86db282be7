/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-wizard-steps.h"

#include "jp-place-list.h"

#include <glib/gi18n-lib.h>

struct _JpWizardSteps
{
  AdwBin parent_instance;

  /* Borrowed: children. */
  GtkListBox *list;
  GtkWidget  *numbers[JP_N_STEPS];
  GtkWidget  *icons[JP_N_STEPS];
  GtkWidget  *states[JP_N_STEPS];

  /* Owned. */
  JpReview *review;
};

G_DEFINE_FINAL_TYPE (JpWizardSteps, jp_wizard_steps, ADW_TYPE_BIN)

static guint chosen_signal;

/* How many things are missing in a step, and of points how many are there. */
static void
count (const JpResult *result, guint *missing, guint *reasons)
{
  g_autoptr (GPtrArray) all = jp_assess_missing_new (result);

  for (guint i = 0; i < all->len; i++)
    {
      const JpLack *one = g_ptr_array_index (all, i);

      missing[jp_step_of (one->kind)]++;
      *reasons += one->kind == JP_LACK_REASON;
    }
}

static char *
points_state (const JpResult *result, guint missing, guint reasons)
{
  gboolean city = result->state >= JP_ASSESSMENT_CITY;
  guint given = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < result->pack->n_indicators; i++)
    given += (city ? result->points[i].city : result->points[i].district) >= 0;
  text = g_strdup_printf ("%s %u / %u", city ? "市评" : "区评", given, result->pack->n_indicators);

  return reasons > 0 ? g_strdup_printf (_("%s · %u without reason"), text, reasons) : g_steal_pointer (&text);
}

static char *
vetoes_state (const JpResult *result)
{
  guint n = 0;

  for (guint i = 0; i < result->vetoes->len; i++)
    n += ((JpVeto *) g_ptr_array_index (result->vetoes, i))->state == JP_VETO_STANDS;
  if (n > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u stands", "%u stand", n), n);

  return g_strdup (_("None stands"));
}

static char *
step_state (const JpResult *result, JpStep step, guint missing, guint reasons)
{
  switch (step)
    {
    case JP_STEP_ELIGIBILITY:
      return g_strdup (jp_assessment_state_name (result->state));
    case JP_STEP_POINTS:
      return points_state (result, missing, reasons);
    case JP_STEP_VETOES:
      return vetoes_state (result);
    case JP_STEP_FIGURES:
    case JP_STEP_CONCLUSION:
    case JP_N_STEPS:
    default:
      return missing > 0 ? g_strdup_printf (_("%u missing"), missing) : g_strdup (_("complete"));
    }
}

static void
show (JpWizardSteps *self)
{
  const JpResult *result = jp_review_get_result (self->review);
  guint missing[JP_N_STEPS] = { 0 }, reasons = 0;

  if (result == NULL || result->pack == NULL)
    return;

  count (result, missing, &reasons);
  for (guint i = 0; i < JP_N_STEPS; i++)
    {
      g_autofree char *state = step_state (result, (JpStep) i, missing[i], reasons);
      gboolean done = missing[i] == 0 && (i != JP_STEP_VETOES || !result->vetoed)
                      && (result->state != JP_ASSESSMENT_NONE || i == JP_STEP_FIGURES);

      gtk_label_set_label (GTK_LABEL (self->states[i]), state);
      gtk_widget_set_visible (self->icons[i], done);
      gtk_widget_set_visible (self->numbers[i], !done);
    }
}

static void
on_activated (JpWizardSteps *self, GtkListBoxRow *row)
{
  g_signal_emit (self, chosen_signal, 0, (guint) gtk_list_box_row_get_index (row));
}

void
jp_wizard_steps_choose (JpWizardSteps *self, JpStep step)
{
  jp_place_list_choose (self->list, gtk_list_box_get_row_at_index (self->list, (int) step));
}

static void
jp_wizard_steps_dispose (GObject *object)
{
  JpWizardSteps *self = JP_WIZARD_STEPS (object);

  if (self->review != NULL)
    g_signal_handlers_disconnect_by_data (self->review, self);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (jp_wizard_steps_parent_class)->dispose (object);
}

static void
jp_wizard_steps_class_init (JpWizardStepsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jp_wizard_steps_dispose;

  chosen_signal = g_signal_new ("chosen", JP_TYPE_WIZARD_STEPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_UINT);
}

static void
add_step (JpWizardSteps *self, JpStep step)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1), *title = gtk_label_new (jp_step_title (step));
  g_autofree char *number = g_strdup_printf ("%u", (guint) step + 1);

  self->numbers[step] = gtk_label_new (number);
  self->icons[step] = gtk_image_new_from_icon_name ("jp-all-well-symbolic");
  self->states[step] = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->numbers[step], "step-number");
  gtk_widget_add_css_class (self->icons[step], "success");
  gtk_image_set_pixel_size (GTK_IMAGE (self->icons[step]), 22);
  gtk_widget_set_valign (self->numbers[step], GTK_ALIGN_CENTER);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (self->states[step]), 0);
  gtk_label_set_wrap (GTK_LABEL (self->states[step]), TRUE);
  gtk_widget_add_css_class (self->states[step], "caption");
  gtk_box_append (GTK_BOX (texts), title);
  gtk_box_append (GTK_BOX (texts), self->states[step]);
  gtk_box_append (GTK_BOX (box), self->numbers[step]);
  gtk_box_append (GTK_BOX (box), self->icons[step]);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, jp_step_title (step), -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->states[step], NULL,
                                  -1);
  gtk_list_box_append (self->list, row);
}

static void
jp_wizard_steps_init (JpWizardSteps *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *back = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("go-previous-symbolic"));
  gtk_box_append (GTK_BOX (content), gtk_label_new (_("All Assessments")));
  gtk_button_set_child (GTK_BUTTON (back), content);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (back), "win.go('assessment')");
  gtk_widget_add_css_class (back, "flat");
  gtk_widget_add_css_class (back, "steps-back");
  gtk_accessible_update_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL, _("All Assessments"), -1);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Steps"), -1);
  for (guint i = 0; i < JP_N_STEPS; i++)
    add_step (self, (JpStep) i);
  jp_place_list_keep (self->list); /* who only passes through by Tab stays in the step */
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_activated), self);
  gtk_box_append (GTK_BOX (box), back);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
jp_wizard_steps_new (JpReview *review)
{
  JpWizardSteps *self = g_object_new (JP_TYPE_WIZARD_STEPS, NULL);

  self->review = g_object_ref (review);
  g_signal_connect_swapped (review, "changed", G_CALLBACK (show), self);

  return GTK_WIDGET (self);
}
