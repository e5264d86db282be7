/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Duties and their days, vetoes, and the standard of recognition. */

#include "jp-rules-column.h"

#include "jp-article-tag.h"
#include "jp-dossier-section.h"
#include "jp-ratio.h"
#include "jp-veto.h"

#include <glib/gi18n-lib.h>

static void
add_overrides (AdwPreferencesGroup *group, const JpPack *pack)
{
  for (guint i = 0; i < pack->n_return_by_year; i++)
    {
      const JpDueOverride *due = &pack->return_by_year[i];
      g_autofree char *about = g_strdup_printf (_("Return on %d, at the latest on"), due->key);
      g_autofree char *day = jp_rules_day_name (due->month, due->day);

      jp_rules_add_rule (group, about, day, NULL);
    }
  for (guint i = 0; i < pack->n_return_by_batch; i++)
    {
      const JpDueOverride *due = &pack->return_by_batch[i];
      g_autofree char *about
        = g_strdup_printf (_("Return of the clusters recognised in %d, at the latest on"), due->key);
      g_autofree char *day = jp_rules_day_name (due->month, due->day);

      jp_rules_add_rule (group, about, day, NULL);
    }
}

static void
add_year_duties (GtkBox *column, const JpPack *pack)
{
  AdwPreferencesGroup *group
    = jp_rules_add_group (column, _("Duties of the Year"), pack->assessment_article,
                          _("For every cluster in term on any day of the year; all of it is done in the year after."));
  g_autofree char *from = jp_rules_day_name (pack->window_from_month, pack->window_from_day);
  g_autofree char *to = jp_rules_day_name (pack->window_to_month, pack->window_to_day);
  g_autofree char *window = g_strdup_printf ("%s—%s", from, to);
  g_autofree char *due = jp_rules_day_name (pack->return_month, pack->return_day);

  jp_rules_add_rule (group, _("Performance assessment, district then city"), window, NULL);
  jp_rules_add_rule (group, _("Annual return to the ministry, at the latest on"), due, pack->return_article);
  add_overrides (group, pack);
}

static void
add_term (GtkBox *column, const JpPack *pack)
{
  AdwPreferencesGroup *group = jp_rules_add_group (column, _("Validity and Renewal"), pack->term_article, NULL);
  g_autofree char *years = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u year", "%u years", pack->term_years),
                                            pack->term_years);
  g_autofree char *lead = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u month before the end",
                                                        "%u months before the end", jp_pack_renewal_lead (pack)),
                                           jp_pack_renewal_lead (pack));
  g_autoptr (GString) reminders = g_string_new (NULL);

  for (guint i = 0; i < pack->n_lead_months; i++)
    g_string_append_printf (reminders, "%s%u", i > 0 ? "、" : "", pack->lead_months[i]);
  jp_rules_add_rule (group, _("A recognition is valid for"), years, NULL);
  jp_rules_add_rule (group, _("Renewal can be applied for from"), lead, NULL);
  jp_rules_add_rule (group, _("Reminders, months before the end"), reminders->str, NULL);
  for (guint i = 0; i < pack->n_quotas; i++)
    {
      g_autofree char *about = g_strdup_printf (_("The city recommends in %d at most"), pack->quotas[i].year);
      g_autofree char *quota = g_strdup_printf ("%d", pack->quotas[i].quota);

      jp_rules_add_rule (group, about, quota, NULL);
    }
}

void
jp_rules_read_times (GtkBox *column, const JpRulesView *view)
{
  const JpPack *pack = view->pack;
  AdwPreferencesGroup *group;
  g_autofree char *days
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u day, inclusive", "%u days, inclusive", pack->change_days),
                       pack->change_days);
  g_autofree char *months = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u month", "%u months", pack->audit_months),
                                             pack->audit_months);
  g_autoptr (GString) kinds = g_string_new (NULL);

  add_year_duties (column, pack);
  add_term (column, pack);

  for (guint i = 0; pack->change_kinds[i] != NULL; i++)
    g_string_append_printf (kinds, "%s%s", i > 0 ? "、" : "", jp_change_kind_name (pack->change_kinds[i]));
  group = jp_rules_add_group (column, _("Changes and Audit"), NULL, NULL);
  jp_rules_add_rule (group, _("A major change is filed within"), days, pack->change_article);
  jp_rules_add_rule (group, _("Which are"), kinds->str, pack->change_article);
  jp_rules_add_rule (group, _("The special audit is done after the plan's end within"), months, pack->audit_article);
}

static const char *
source_words (JpVetoSource source)
{
  switch (source)
    {
    case JP_VETO_BY_REVIEWER:
      return _("A reviewer says so, with a reason");
    case JP_VETO_BY_RETURN:
      return _("The records answer: the return was filed late or not at all; a reviewer can add a refusal");
    case JP_VETO_BY_CHANGE:
      return _("The records answer: a change was filed late or not at all");
    case JP_VETO_BY_INCIDENT:
      return _("The records answer: an incident of the kinds and grades below");
    case JP_VETO_BY_TERM:
      return _("The records answer: the term ended without an application, or the renewal failed");
    }

  g_assert_not_reached ();
}

void
jp_rules_read_vetoes (GtkBox *column, const JpRulesView *view)
{
  const JpPack *pack = view->pack;
  AdwPreferencesGroup *group = jp_rules_add_group (
    column, _("Vetoes"), NULL,
    _("Any one of them fails the assessment, whatever the points. What the records prove cannot be ticked away."));

  for (guint i = 0; i < pack->n_vetoes; i++)
    {
      g_autofree char *title = g_strconcat (pack->vetoes[i].number, pack->vetoes[i].name, NULL);
      GtkWidget *row = jp_group_add_row (group, title, source_words (pack->vetoes[i].source));

      adw_action_row_add_suffix (ADW_ACTION_ROW (row), jp_article_tag_new (pack->vetoes[i].article));
    }

  group = jp_rules_add_group (column, _("Incidents That Count"), pack->incident_article, NULL);
  for (guint i = 0; i < pack->n_incident_kinds; i++)
    {
      const JpIncidentKind *kind = &pack->incident_kinds[i];
      g_autofree char *from = kind->from_grade >= 0
                                ? g_strdup_printf (_("%s and above"), pack->incident_grades[kind->from_grade])
                                : g_strdup (_("always"));

      jp_rules_add_rule (group, kind->name, from, NULL);
    }
}

static const char *
op_sign (JpOp op)
{
  static const char * const signs[] = { "≤", "<", "≥", ">" };

  return signs[op];
}

static char *
sum_names (const JpPack *pack, const JpStandardTest *test)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < test->n_metrics; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " + " : "", pack->metrics[test->metrics[i]].name);

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static char *
test_words (const JpPack *pack, const JpStandardTest *test)
{
  g_autofree char *names = sum_names (pack, test);
  gboolean ratio = test->measure == JP_STANDARD_SHARE || test->measure == JP_STANDARD_COMPOUND_GROWTH_3_YEARS;
  g_autofree char *value = ratio ? jp_threshold_to_percent (test->value) : jp_threshold_to_plain (test->value);
  const char *unit = test->n_metrics > 0 ? pack->metrics[test->metrics[0]].unit : "";

  switch (test->measure)
    {
    case JP_STANDARD_AREA:
      return g_strdup_printf (_("area %s %s km²"), op_sign (test->op), value);
    case JP_STANDARD_LEVEL:
      return g_strdup_printf ("%s %s %s %s", names, op_sign (test->op), value, unit);
    case JP_STANDARD_LEAST_OF_3_YEARS:
      return g_strdup_printf (_("%s in each of the last three years %s %s %s"), names, op_sign (test->op), value, unit);
    case JP_STANDARD_SHARE:
      return g_strdup_printf ("%s / %s %s %s", names, pack->metrics[test->over].name, op_sign (test->op), value);
    case JP_STANDARD_COMPOUND_GROWTH_3_YEARS:
      return g_strdup_printf (_("%s, average growth over three years %s %s"), names, op_sign (test->op), value);
    }

  g_assert_not_reached ();
}

static void
add_criterion (AdwPreferencesGroup *group, const JpPack *pack, const JpCriterion *criterion)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < criterion->n_any; i++)
    {
      g_autofree char *test = test_words (pack, &criterion->any[i]);

      g_string_append_printf (words, "%s%s", i > 0 ? _(", or ") : "", test);
    }
  jp_group_add_row (group, criterion->name, criterion->n_any > 0 ? words->str : _("A person judges, with a note"));
}

void
jp_rules_read_standard (GtkBox *column, const JpRulesView *view)
{
  const JpPack *pack = view->pack;
  AdwPreferencesGroup *group = jp_rules_add_group (column, _("Standard of Recognition"), pack->standard_article,
                                                   _("Checked before an application and before a renewal."));
  g_autofree char *years
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "for %u year", "for %u years", pack->standard_incident_years),
                       pack->standard_incident_years);
  const char *title = NULL;

  jp_rules_add_rule (group, _("No grave incident"), years, NULL);
  for (guint i = 0; i < pack->n_criteria; i++)
    {
      if (g_strcmp0 (title, pack->criteria[i].group) != 0)
        group = jp_rules_add_group (column, pack->criteria[i].group, NULL, NULL);
      title = pack->criteria[i].group;
      add_criterion (group, pack, &pack->criteria[i]);
    }

  group = jp_rules_add_group (column, _("Directions of Cultivation"), "第四条", NULL);
  for (guint i = 0; pack->directions != NULL && pack->directions[i] != NULL; i++)
    jp_group_add_row (group, pack->directions[i], NULL);
}
