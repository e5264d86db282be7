/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-dossier-validity.h"

#include "jp-article-tag.h"
#include "jp-dossier-forms.h"
#include "jp-dossier-work.h"
#include "jp-number-format.h"
#include "jp-ratio.h"
#include "jp-standard-form.h"
#include "jp-standard.h"
#include "jp-term-line.h"

#include <glib/gi18n-lib.h>

struct _JpDossierValidity
{
  JpDossierSection parent_instance;
};

G_DEFINE_FINAL_TYPE (JpDossierValidity, jp_dossier_validity, JP_TYPE_DOSSIER_SECTION)

static void
add_term (AdwPreferencesGroup *group, const JpTerm *term, guint ordinal, const JpPack *pack, JpDate today)
{
  g_autofree char *first = jp_date_to_chinese (term->first);
  g_autofree char *last = jp_date_to_chinese (term->last);
  g_autofree char *title = g_strdup_printf ("%s – %s", first, last);
  g_autofree char *subtitle = g_strdup_printf (_("Term %u"), ordinal);
  GtkWidget *row = jp_group_add_row (group, title, subtitle), *tag = jp_article_tag_new (pack->term_article);
  int left = jp_term_days_left (term, today);

  if (jp_term_contains (term, today))
    {
      g_autofree char *days = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day left", "%d days left",
                                                            (gulong) left), left);

      jp_article_tag_set_value (JP_ARTICLE_TAG (tag), days);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), jp_section_chip (_("In term"), "good"));
    }
  else
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), jp_section_chip (term->first > today ? _("To come") : _("Over"),
                                                                      "plain"));
  jp_article_tag_add_input (JP_ARTICLE_TAG (tag), _("First day"), first);
  jp_article_tag_add_input (JP_ARTICLE_TAG (tag), _("Last day"), last);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), tag);
}

/* The line, and for who cannot see it the same in its name. */
static GtkWidget *
new_line (const JpLife *life, JpDate today)
{
  GtkWidget *line = jp_term_line_new ();
  g_autoptr (GString) words = g_string_new (_("Terms of validity:"));

  for (guint i = 0; i < life->terms->len; i++)
    {
      const JpTerm *term = &g_array_index (life->terms, JpTerm, i);
      char first[JP_DATE_ISO_LEN], last[JP_DATE_ISO_LEN];

      g_string_append_printf (words, " %s – %s", jp_date_to_iso (term->first, first),
                              jp_date_to_iso (term->last, last));
    }
  jp_term_line_show (JP_TERM_LINE (line), life, today);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str, -1);
  gtk_widget_add_css_class (line, "card");
  gtk_widget_add_css_class (line, "term-line");

  return line;
}

static void
on_renewal (JpDossierSection *section)
{
  g_autofree char *place = g_strdup_printf ("calendar#renew/%s", jp_dossier_section_get_dossier (section)->id);

  gtk_widget_activate_action (GTK_WIDGET (section), "win.go", "s", place);
}

static void
show_terms (JpDossierValidity *self, const JpDossier *dossier)
{
  JpDossierSection *section = JP_DOSSIER_SECTION (self);
  const JpContext *context = jp_dossier_section_get_context (section);
  const JpPack *pack = jp_dossier_section_get_pack (section);
  AdwPreferencesGroup *group = jp_dossier_section_add_group (section, _("Terms of Validity"), pack->term_article);
  g_auto (JpLife) life = { 0 };

  jp_life_init (&life, dossier, context);
  jp_group_add_suffix (group, jp_section_button (life.terms->len > 0 ? _("_Renewal, Step by Step")
                                                                     : _("_Application, Step by Step"),
                                                 "renewal", G_CALLBACK (on_renewal), self));
  if (life.terms->len == 0)
    {
      jp_group_add_empty (group, _("Not recognised yet: a term begins with the recognition."));
      return;
    }

  adw_preferences_group_add (group, new_line (&life, context->today));
  group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  gtk_box_append (jp_dossier_section_get_column (section), GTK_WIDGET (group));
  for (guint i = life.terms->len; i > 0; i--)
    add_term (group, &g_array_index (life.terms, JpTerm, i - 1), i, pack, context->today);
  if (life.renewal_opens != JP_DATE_NONE && life.lapsed_on == JP_DATE_NONE && life.revoked_on == JP_DATE_NONE)
    {
      g_autofree char *opens = jp_date_to_chinese (life.renewal_opens);
      g_autofree char *last = jp_date_to_chinese (jp_life_last_term (&life)->last);
      g_autofree char *text = g_strdup_printf ("%s – %s", opens, last);
      GtkWidget *row = jp_group_add_row (group, _("Window for renewal, hatched above"), text);
      gboolean open = context->today >= life.renewal_opens && context->today <= jp_life_last_term (&life)->last;
      GtkWidget *chip;

      if (life.renewal_applied_on != JP_DATE_NONE)
        chip = jp_section_chip (_("Applied for"), "good");
      else if (open)
        chip = jp_section_chip (C_("renewal window", "Open"), "amber");
      else
        chip = jp_section_chip (_("Not open"), "plain");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), chip);
    }
}

static int
latest_full_year (JpDossierSection *section)
{
  return (int) jp_date_year (jp_dossier_section_get_context (section)->today) - 1;
}

static void
on_check (JpDossierSection *section)
{
  jp_standard_form_open (GTK_WIDGET (section), jp_dossier_section_get_session (section),
                         jp_dossier_section_get_dossier (section),
                         latest_full_year (section));
}

static void
add_checks_on_record (AdwPreferencesGroup *group, const JpDossier *dossier)
{
  for (guint i = dossier->checks->len; i > 0; i--)
    {
      const JpStandardCheck *check = g_ptr_array_index (dossier->checks, i - 1);
      g_autofree char *date = jp_date_to_chinese (check->date);
      g_autofree char *title = g_strdup_printf (_("On record: self-check of %s"), date);
      g_autofree char *subtitle = g_strdup_printf (_("Figures of %d · %s"), check->year,
                                                   check->person != NULL ? check->person : "—");
      GtkWidget *row = jp_group_add_row (group, title, subtitle);

      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 jp_section_chip (check->all_met ? _("All met") : _("Not all met"),
                                                  check->all_met ? "good" : "amber"));
    }
}

static void
show_standard (JpDossierValidity *self, const JpDossier *dossier)
{
  JpDossierSection *section = JP_DOSSIER_SECTION (self);
  int year = latest_full_year (section);
  g_autoptr (GPtrArray) items = jp_standard_new (dossier, jp_dossier_section_get_context (section), year);
  AdwPreferencesGroup *group = jp_dossier_section_add_group (section, _("Self-check Against the Standard"),
                                                             jp_dossier_section_get_pack (section)->standard_article);
  /* Translators: %d is a year */
  g_autofree char *description = g_strdup_printf (_("By the figures of %d"), year);

  adw_preferences_group_set_description (group, description);
  jp_group_add_suffix (group, jp_section_button (_("_Judge and Record…"), "record-check", G_CALLBACK (on_check), self));
  for (guint i = 0; i < items->len; i++)
    jp_group_add_standard_item (group, g_ptr_array_index (items, i));
  add_checks_on_record (group, dossier);
}

static void
on_goal (JpDossierSection *section)
{
  jp_goal_form_open (GTK_WIDGET (section), jp_dossier_section_get_session (section),
                     jp_dossier_section_get_dossier (section));
}

typedef struct
{
  char   *cluster;
  JpGoal *goal;
} GoalWork;

static void
goal_work_free (gpointer data)
{
  GoalWork *work = data;

  g_free (work->cluster);
  jp_goal_free (work->goal);
  g_free (work);
}

static gboolean
do_remove_goal (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const GoalWork *work = data;

  return jp_casework_set_goal (desk, work->cluster, work->goal, error);
}

static void
on_remove_goal (GtkWidget *button, JpDossierSection *section)
{
  const JpDossier *dossier = jp_dossier_section_get_dossier (section);
  const JpGoal *goal = g_ptr_array_index (dossier->goals, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button),
                                                                                               "index")));
  GoalWork *work = g_new0 (GoalWork, 1);

  work->cluster = g_strdup (dossier->id);
  work->goal = jp_goal_new (goal->metric, goal->year, JP_VALUE_UNKNOWN);
  jp_session_do (jp_dossier_section_get_session (section), do_remove_goal, work, goal_work_free);
}

static void
add_goal (JpDossierValidity *self, AdwPreferencesGroup *group, const JpDossier *dossier, guint index)
{
  const JpPack *pack = jp_dossier_section_get_pack (JP_DOSSIER_SECTION (self));
  const JpGoal *goal = g_ptr_array_index (dossier->goals, index);
  int metric = jp_pack_find_metric (pack, goal->metric);
  const JpFigures *figures = jp_dossier_figures (dossier, goal->year);
  gint64 value = figures != NULL ? jp_figures_get (figures, goal->metric) : JP_VALUE_UNKNOWN;
  guint decimals = metric >= 0 ? pack->metrics[metric].decimals : 0;
  const char *unit = metric >= 0 ? pack->metrics[metric].unit : "";
  g_autofree char *target = jp_shown_units (goal->target, decimals);
  g_autofree char *actual = value != JP_VALUE_UNKNOWN ? jp_shown_units (value, decimals) : g_strdup ("—");
  g_autofree char *share = value != JP_VALUE_UNKNOWN && goal->target > 0 ? jp_ratio_to_percent (value,
                                                                                                goal->target) : NULL;
  g_autofree char *title = g_strdup_printf ("%d　%s", goal->year,
                                            metric >= 0 ? pack->metrics[metric].name : goal->metric);
  g_autofree char *subtitle = g_strdup_printf (_("Goal %s %s · reached %s %s%s%s"), target, unit, actual, unit,
                                               share != NULL ? " · " : "", share != NULL ? share : "");
  g_autofree char *label = g_strdup_printf (_("Remove the Goal “%s”"), title);
  GtkWidget *row = jp_group_add_row (group, title,
                                     subtitle), *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  if (value != JP_VALUE_UNKNOWN)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), jp_section_chip (value >= goal->target ? _("Reached")
                                                                      : _("Missed"),
                                                                      value >= goal->target ? "good" : "amber"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect (button, "clicked", G_CALLBACK (on_remove_goal), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
show_goals (JpDossierValidity *self, const JpDossier *dossier)
{
  JpDossierSection *section = JP_DOSSIER_SECTION (self);
  AdwPreferencesGroup *group = jp_dossier_section_add_group (section, _("Goals of the Three-year Plan"), "第八条");

  jp_group_add_suffix (group, jp_section_button (_("_Set a Goal…"), "add-goal", G_CALLBACK (on_goal), self));
  for (guint i = 0; i < dossier->goals->len; i++)
    add_goal (self, group, dossier, i);
  if (dossier->goals->len == 0)
    jp_group_add_empty (group, _("No goal is set. A renewal checks the goals of the plan against what was reached."));
}

static void
jp_dossier_validity_show (JpDossierSection *section, const JpDossier *dossier)
{
  JpDossierValidity *self = JP_DOSSIER_VALIDITY (section);

  jp_dossier_section_clear (section);
  show_terms (self, dossier);
  show_standard (self, dossier);
  show_goals (self, dossier);
}

static void
jp_dossier_validity_class_init (JpDossierValidityClass *klass)
{
  JP_DOSSIER_SECTION_CLASS (klass)->show = jp_dossier_validity_show;
}

static void
jp_dossier_validity_init (JpDossierValidity *self)
{
}
