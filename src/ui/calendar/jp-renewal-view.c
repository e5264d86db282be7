/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-renewal-view.h"

#include "jp-article-tag.h"
#include "jp-columns.h"
#include "jp-dossier-forms.h"
#include "jp-dossier-section.h"
#include "jp-number-format.h"
#include "jp-place-list.h"
#include "jp-ratio.h"
#include "jp-renewal-data.h"
#include "jp-standard-form.h"
#include "jp-standard.h"

#include <glib/gi18n-lib.h>

struct _JpRenewalView
{
  AdwBin parent_instance;

  /* Borrowed: children. */
  GtkStack   *states;
  GtkLabel   *title;
  GtkLabel   *about;
  GtkListBox *steps;
  GtkBox     *column; /* of the step that is looked at */

  /* Owned. */
  JpSession    *session;
  char         *cluster; /* UUID */
  JpRenewalCase renewal;
  guint         step;
};

G_DEFINE_FINAL_TYPE (JpRenewalView, jp_renewal_view, ADW_TYPE_BIN)

static const char *
step_name (const JpRenewalView *self, guint step)
{
  static const char *const names[2][JP_N_RENEWAL_STEPS] = {
    { N_("Self-check"), N_("Goals of the Plan"), N_("Application for Renewal"), N_("Review by the City"),
      N_("Recommendation"), N_("The Ministry’s Decision") },
    { N_("Self-check"), N_("Goals of the Plan"), N_("Cultivation and Application"),
      N_("Acceptance, Review, Inspection"), N_("Recommendation"), N_("Recognition") },
  };

  return _(names[self->renewal.first_time ? 1 : 0][step]);
}

static const JpDossier *
dossier_of (JpRenewalView *self)
{
  return self->session != NULL && self->cluster != NULL ? jp_session_find (self->session, self->cluster) : NULL;
}

static const JpPack *
pack_of (JpRenewalView *self)
{
  const JpContext *context = jp_session_get_context (self->session);

  return jp_pack_set_on (context->packs, context->today);
}

static AdwPreferencesGroup *
add_group (JpRenewalView *self, const char *title, const char *article)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_preferences_group_set_title (group, escaped);
  if (article != NULL)
    jp_group_add_suffix (group, jp_article_tag_new (article));
  gtk_box_append (self->column, GTK_WIDGET (group));

  return group;
}

/* The self-check, item by item with its trace */

static void
on_check (JpRenewalView *self)
{
  jp_standard_form_open (GTK_WIDGET (self), self->session, dossier_of (self),
                         jp_renewal_check_year (jp_session_get_context (self->session)));
}

static void
add_record (JpRenewalView *self, AdwPreferencesGroup *group)
{
  const JpStandardCheck *check = self->renewal.check;
  g_autofree char *date = check != NULL ? jp_date_to_chinese (check->date) : NULL;
  g_autofree char *title = NULL, *subtitle = NULL;
  GtkWidget *row;

  if (check == NULL)
    {
      jp_group_add_empty (group, _("No self-check is on record for this round. A recommendation needs one."));
      return;
    }

  title = g_strdup_printf (_("On record: self-check of %s"), date);
  subtitle = g_strdup_printf (_("Figures of %d · %s"), check->year, check->person != NULL ? check->person : "—");
  row = jp_group_add_row (group, title, subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), jp_section_chip (check->all_met ? _("All met") : _("Not all met"),
                                                                    check->all_met ? "good" : "amber"));
}

static void
show_check (JpRenewalView *self, const JpDossier *dossier)
{
  const JpContext *context = jp_session_get_context (self->session);
  int year = jp_renewal_check_year (context);
  g_autoptr (GPtrArray) items = jp_standard_new (dossier, context, year);
  AdwPreferencesGroup *group = add_group (self, _("Self-check Against the Standard"), pack_of (self)->standard_article);
  /* Translators: %d is a year */
  g_autofree char *description = g_strdup_printf (_("By the figures of %d"), year);

  adw_preferences_group_set_description (group, description);
  jp_group_add_suffix (group, jp_section_button (_("_Judge and Record…"), "record-check", G_CALLBACK (on_check), self));
  add_record (self, group);
  for (guint i = 0; i < items->len; i++)
    jp_group_add_standard_item (group, g_ptr_array_index (items, i));
}

/* Goals against results */

static void
add_goal (JpRenewalView *self, AdwPreferencesGroup *group, const JpDossier *dossier, const JpGoal *goal)
{
  const JpPack *pack = pack_of (self);
  int metric = jp_pack_find_metric (pack, goal->metric);
  const JpFigures *figures = jp_dossier_figures (dossier, goal->year);
  gint64 value = figures != NULL ? jp_figures_get (figures, goal->metric) : JP_VALUE_UNKNOWN;
  gboolean known = value != JP_VALUE_UNKNOWN, reached = known && value >= goal->target;
  guint decimals = metric >= 0 ? pack->metrics[metric].decimals : 0;
  const char *unit = metric >= 0 ? pack->metrics[metric].unit : "";
  g_autofree char *target = jp_shown_units (goal->target, decimals);
  g_autofree char *actual = known ? jp_shown_units (value, decimals) : g_strdup ("—");
  g_autofree char *share = known && goal->target > 0 ? jp_ratio_to_percent (value, goal->target) : NULL;
  g_autofree char *title
    = g_strdup_printf ("%d　%s", goal->year, metric >= 0 ? pack->metrics[metric].name : goal->metric);
  g_autofree char *subtitle = g_strdup_printf (_("Goal %s %s · reached %s %s%s%s"), target, unit, actual, unit,
                                               share != NULL ? " · " : "", share != NULL ? share : "");
  GtkWidget *row = jp_group_add_row (group, title, subtitle);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), jp_section_chip (!known    ? _("Not known")
                                                                    : reached ? _("Reached")
                                                                              : _("Missed"),
                                                                    !known    ? "plain"
                                                                    : reached ? "good"
                                                                              : "amber"));
}

static void
on_goal (JpRenewalView *self)
{
  jp_goal_form_open (GTK_WIDGET (self), self->session, dossier_of (self));
}

static void
show_goals (JpRenewalView *self, const JpDossier *dossier)
{
  AdwPreferencesGroup *group = add_group (self, _("Goals of the Three-year Plan"), pack_of (self)->term_article);

  jp_group_add_suffix (group, jp_section_button (_("_Set a Goal…"), "add-goal", G_CALLBACK (on_goal), self));
  for (guint i = 0; i < dossier->goals->len; i++)
    add_goal (self, group, dossier, g_ptr_array_index (dossier->goals, i));
  if (dossier->goals->len == 0)
    jp_group_add_empty (group, _("No goal is set. A renewal checks the goals of the plan against what was reached."));
}

/* Acts with their days and documents */

static void
on_act (GtkWidget *button, JpRenewalView *self)
{
  JpActKind kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "kind"));

  if (dossier_of (self) != NULL)
    jp_act_form_open (GTK_WIDGET (self), self->session, dossier_of (self), kind);
}

static void
add_act (AdwPreferencesGroup *group, const JpAct *act, JpSession *session)
{
  const char *who = jp_session_district_name (session, act->office);
  g_autofree char *date = jp_date_to_chinese (act->date);
  g_autoptr (GString) words = g_string_new (date);

  if (g_strcmp0 (act->office, JP_OFFICE_CITY) == 0)
    who = _("City bureau");
  else if (g_strcmp0 (act->office, JP_OFFICE_CENTRE) == 0)
    who = _("City centre for SMEs");
  else if (g_strcmp0 (act->office, JP_OFFICE_MINISTRY) == 0)
    who = _("Ministry");
  if (who != NULL)
    g_string_append_printf (words, " · %s", who);
  if (act->person != NULL)
    g_string_append_printf (words, " · %s", act->person);
  if (act->document != NULL)
    g_string_append_printf (words, " · %s", act->document);
  if (act->note != NULL)
    g_string_append_printf (words, "\n%s", act->note);
  if (act->reason != NULL)
    g_string_append_printf (words, _("\nReason: %s"), act->reason);
  adw_action_row_add_suffix (ADW_ACTION_ROW (jp_group_add_row (group, jp_act_kind_name (act->kind), words->str)),
                             jp_section_chip (_("Done"), "good"));
}

static void
add_next (JpRenewalView *self, AdwPreferencesGroup *group, JpActKind kind)
{
  gboolean may = jp_act_form_may (self->session, kind), leaps = self->renewal.steps[self->step].state != JP_STEP_NOW;
  GtkWidget *row = jp_group_add_row (group, jp_act_kind_name (kind),
                                     !may    ? _("Not an act of this office")
                                     : leaps ? _("The step before is not done: it needs a reason")
                                             : _("Can be recorded now"));
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Record…"));
  g_autofree char *name = g_strdup_printf (_("Record: %s"), jp_act_kind_name (kind));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, may);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "kind", GUINT_TO_POINTER (kind));
  g_signal_connect (button, "clicked", G_CALLBACK (on_act), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_quota (JpRenewalView *self, AdwPreferencesGroup *group)
{
  const JpRenewalCase *renewal = &self->renewal;
  int year = (int) jp_date_year (jp_session_get_today (self->session));
  gboolean full = renewal->quota >= 0 && renewal->n_recommended >= (guint) renewal->quota;
  g_autofree char *title = NULL;
  GtkWidget *row;

  if (renewal->quota < 0)
    return;

  /* Translators: year, how many others were recommended, how many may be */
  title = g_strdup_printf (_("City’s quota of %1$d: %2$u of %3$d used by other clusters"), year, renewal->n_recommended,
                           renewal->quota);
  row = jp_group_add_row (group, title,
                          full ? _("It is used up: one more recommendation needs a reason, which is printed.")
                               : _("One more recommendation fits into it."));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             jp_section_chip (full ? _("Used up") : _("Room left"), full ? "amber" : "good"));
}

static void
add_needs (JpRenewalView *self, AdwPreferencesGroup *group)
{
  if (self->renewal.check == NULL)
    jp_group_add_empty (group, _("A recommendation needs a self-check on record: see the first step."));
  else if (!self->renewal.check->all_met)
    jp_group_add_empty (
      group, _("The self-check on record is not all met: a recommendation needs a reason, which is printed."));
  add_quota (self, group);
}

static void
show_acts (JpRenewalView *self)
{
  const JpRenewalStep *step = &self->renewal.steps[self->step];
  const JpPack *pack = pack_of (self);
  AdwPreferencesGroup *group = add_group (self, step_name (self, self->step),
                                          self->renewal.first_time ? pack->standard_article : pack->term_article);

  if (self->step == JP_RENEWAL_RECOMMEND)
    add_needs (self, group);
  for (guint i = 0; i < step->acts->len; i++)
    add_act (group, g_ptr_array_index (step->acts, i), self->session);
  for (guint kind = 0; kind < JP_N_ACTS; kind++)
    if ((step->next & (1u << kind)) != 0)
      add_next (self, group, kind);
  if (step->next == 0 && step->state != JP_STEP_DONE)
    jp_group_add_empty (group, step->words);
}

static void
show_step (JpRenewalView *self)
{
  const JpDossier *dossier = dossier_of (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->column))) != NULL)
    gtk_box_remove (self->column, child);
  if (dossier == NULL)
    return;

  if (self->step == JP_RENEWAL_CHECK)
    show_check (self, dossier);
  else if (self->step == JP_RENEWAL_GOALS)
    show_goals (self, dossier);
  else
    show_acts (self);
}

/* The steps at the side */

static GtkWidget *
new_step_row (JpRenewalView *self, guint index)
{
  static const char * const icons[] = {
    [JP_STEP_LATER] = "jp-step-later-symbolic", [JP_STEP_NOW] = "jp-step-now-symbolic",
    [JP_STEP_DONE] = "jp-all-well-symbolic", [JP_STEP_BAD] = "jp-danger-symbolic",
  };
  static const char * const classes[] = {
    [JP_STEP_LATER] = "later", [JP_STEP_NOW] = "now", [JP_STEP_DONE] = "done", [JP_STEP_BAD] = "bad",
  };
  const char *states[] = { _("Not its time yet"), _("At hand"), _("Done"), _("Ended") };
  const JpRenewalStep *step = &self->renewal.steps[index];
  GtkWidget *row = adw_action_row_new (), *icon = gtk_image_new_from_icon_name (icons[step->state]);
  g_autofree char *title = g_strdup_printf ("%u  %s", index + 1, step_name (self, index));
  g_autofree char *name = g_strdup_printf ("%s，%s，%s", title, states[step->state], step->words);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), step->words);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_widget_set_tooltip_text (icon, states[step->state]);
  gtk_widget_add_css_class (row, "renewal-step");
  gtk_widget_add_css_class (row, classes[step->state]);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

static void
list_steps (JpRenewalView *self)
{
  GtkListBoxRow *row;

  jp_place_list_choose (self->steps, NULL);
  while ((row = gtk_list_box_get_row_at_index (self->steps, 0)) != NULL)
    gtk_list_box_remove (self->steps, GTK_WIDGET (row));
  for (guint i = 0; i < JP_N_RENEWAL_STEPS; i++)
    gtk_list_box_append (self->steps, new_step_row (self, i));
  jp_place_list_choose (self->steps, gtk_list_box_get_row_at_index (self->steps, (int) self->step));
}

static void
on_row_activated (JpRenewalView *self, GtkListBoxRow *row)
{
  jp_place_list_choose (self->steps, row);
  self->step = (guint) gtk_list_box_row_get_index (row);
  show_step (self);
}

static void
show_head (JpRenewalView *self, const JpDossier *dossier)
{
  const JpRenewalCase *renewal = &self->renewal;
  g_autofree char *about = NULL;

  gtk_label_set_label (self->title, dossier->name);
  if (renewal->first_time)
    about = g_strdup (_("First application for recognition; it is voluntary."));
  else
    {
      g_autofree char *first = jp_date_to_chinese (renewal->term.first),
                      *last = jp_date_to_chinese (renewal->term.last);
      g_autofree char *opens = jp_date_to_chinese (renewal->opens);

      about
        = g_strdup_printf (_("Renewal of the term %1$s – %2$s · window from %3$s, applications until the last day"),
                           first, last, opens);
    }
  gtk_label_set_label (self->about, about);
}

void
jp_renewal_view_show (JpRenewalView *self, JpSession *session, const char *cluster)
{
  gboolean another = g_strcmp0 (self->cluster, cluster) != 0;
  g_autofree char *id = g_strdup (cluster);
  const JpDossier *dossier;

  g_return_if_fail (JP_IS_RENEWAL_VIEW (self) && session != NULL);

  g_set_object (&self->session, session);
  g_free (self->cluster);
  self->cluster = g_steal_pointer (&id);
  dossier = dossier_of (self);
  gtk_stack_set_visible_child_name (self->states, dossier != NULL ? "case" : "none");
  jp_renewal_case_clear (&self->renewal);
  if (dossier == NULL)
    return;

  jp_renewal_case_init (&self->renewal, dossier, jp_session_get_dossiers (session), jp_session_get_context (session));
  if (another)
    self->step = jp_renewal_case_present (&self->renewal);
  show_head (self, dossier);
  list_steps (self);
  show_step (self);
}

static void
on_dossier (JpRenewalView *self)
{
  g_autofree char *place = g_strdup_printf ("%s#validity", self->cluster);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-cluster", "s", place);
}

static void
jp_renewal_view_dispose (GObject *object)
{
  g_clear_object (&JP_RENEWAL_VIEW (object)->session);

  G_OBJECT_CLASS (jp_renewal_view_parent_class)->dispose (object);
}

static void
jp_renewal_view_finalize (GObject *object)
{
  JpRenewalView *self = JP_RENEWAL_VIEW (object);

  jp_renewal_case_clear (&self->renewal);
  g_free (self->cluster);

  G_OBJECT_CLASS (jp_renewal_view_parent_class)->finalize (object);
}

static void
jp_renewal_view_class_init (JpRenewalViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jp_renewal_view_dispose;
  object_class->finalize = jp_renewal_view_finalize;

  g_type_ensure (JP_TYPE_COLUMNS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiping/Jiping/ui/jp-renewal-view.ui");
  gtk_widget_class_bind_template_child (widget_class, JpRenewalView, states);
  gtk_widget_class_bind_template_child (widget_class, JpRenewalView, title);
  gtk_widget_class_bind_template_child (widget_class, JpRenewalView, about);
  gtk_widget_class_bind_template_child (widget_class, JpRenewalView, steps);
  gtk_widget_class_bind_template_child (widget_class, JpRenewalView, column);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_dossier);
}

static void
jp_renewal_view_init (JpRenewalView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jp_place_list_keep (self->steps); /* who only passes through by Tab stays in the step */
}

GtkWidget *
jp_renewal_view_new (void)
{
  return g_object_new (JP_TYPE_RENEWAL_VIEW, NULL);
}
