/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is counted and how it is scored: metrics, indicators, curves. */

#include "jp-rules-column.h"

#include "jp-article-tag.h"
#include "jp-columns.h"
#include "jp-curve-view.h"
#include "jp-dossier-section.h"
#include "jp-ratio.h"
#include "jp-score.h"

#include <glib/gi18n-lib.h>

static const char *
measure_name (JpMeasure measure)
{
  switch (measure)
    {
    case JP_MEASURE_GROWTH:
      return _("Growth over the year before");
    case JP_MEASURE_INCREMENT:
      return _("Increment over the year before");
    case JP_MEASURE_LEVEL:
      return _("Level of the year");
    case JP_MEASURE_MANUAL:
      return _("Points given by reviewers");
    }

  g_assert_not_reached ();
}

static char *
metric_names (const JpPack *pack, const guint *metrics, guint n_metrics)
{
  g_autoptr (GString) names = g_string_new (n_metrics == 0 ? "—" : NULL);

  for (guint i = 0; i < n_metrics; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " + " : "", pack->metrics[metrics[i]].name);

  return g_string_free (g_steal_pointer (&names), FALSE);
}

void
jp_rules_read_indicators (GtkBox *column, const JpRulesView *view)
{
  const JpPack *pack = view->pack;
  gboolean confirmed = jp_pack_set_confirmed (view->context->packs, pack);
  AdwPreferencesGroup *group
    = jp_rules_add_group (column, _("Indicators and Weights"), "第十条",
                          confirmed ? NULL
                                    : _("The regulation gives no weights or curves. These are an example (示例): "
                                        "until the bureau confirms them every result and paper says 评分标准未核定."));
  GtkWidget *frame, *table = jp_rules_table_new (_("Indicators and Weights"), &frame);
  int sum = 0;

  adw_preferences_group_add (group, frame);
  jp_rules_table_row (table, TRUE, _("Indicator"), _("Weight"), _("Measured as"), _("From the figures"),
                      _("Article"), NULL);
  for (guint i = 0; i < pack->n_indicators; i++)
    {
      const JpIndicator *indicator = &pack->indicators[i];
      g_autofree char *weight = jp_points_to_string (indicator->weight);
      g_autofree char *names = metric_names (pack, indicator->metrics, indicator->n_metrics);

      sum += indicator->weight;
      jp_rules_table_row (table, FALSE, indicator->name, weight, measure_name (indicator->measure), names,
                          indicator->article, NULL);
    }
  {
    g_autofree char *total = jp_points_to_string (sum);

    jp_rules_table_row (table, FALSE, C_("weights", "Together"), total, NULL);
  }
}

static char *
threshold_text (const JpPack *pack, const JpIndicator *indicator, JpDecimal x)
{
  g_autofree char *plain = NULL;

  if (indicator->measure == JP_MEASURE_GROWTH)
    return jp_threshold_to_percent (x);
  plain = jp_threshold_to_plain (x);

  return g_strdup_printf ("%s %s", plain, jp_indicator_unit (pack, indicator));
}

static void
add_curve_rows (GtkWidget *table, const JpPack *pack, const JpIndicator *indicator)
{
  const JpCurve *curve = &indicator->curve;

  for (guint i = 0; i < curve->n_points; i++)
    {
      g_autofree char *x = threshold_text (pack, indicator, curve->points[i].x);
      g_autofree char *from = g_strconcat (curve->mode == JP_CURVE_STEPS ? "≥ " : "", x, NULL);
      g_autofree char *share = jp_threshold_to_percent (curve->points[i].share);
      JpDecimal part = curve->points[i].share;
      g_autofree char *points = jp_points_to_string ((int) jp_div_half_up (part.coefficient * indicator->weight,
                                                                           jp_power_of_ten (part.scale)));

      jp_rules_table_row (table, FALSE, from, share, points, NULL);
    }
}

/* A curve and, beside it, the numbers it is drawn from. */
static void
add_curve (GtkBox *column, const JpPack *pack, const JpIndicator *indicator)
{
  g_autofree char *weight = jp_points_to_string (indicator->weight);
  g_autofree char *about = g_strdup_printf (_("%s, at most %s points"), measure_name (indicator->measure), weight);
  AdwPreferencesGroup *group = jp_rules_add_group (column, indicator->name, indicator->article, about);
  GtkWidget *box = jp_columns_new (), *curve = jp_curve_view_new (), *frame;
  GtkWidget *table = jp_rules_table_new (indicator->name, &frame);

  jp_curve_view_show (JP_CURVE_VIEW (curve), &indicator->curve, indicator->weight,
                      indicator->measure == JP_MEASURE_GROWTH, jp_indicator_unit (pack, indicator));
  gtk_widget_add_css_class (curve, "card");
  gtk_widget_add_css_class (curve, "rules-curve");
  g_object_set (box, "max-columns", 2, "column-chars", 24, "spacing", 12, NULL);
  gtk_widget_set_parent (curve, box);
  gtk_widget_set_parent (frame, box);
  adw_preferences_group_add (group, box);

  jp_rules_table_row (table, TRUE, indicator->curve.mode == JP_CURVE_STEPS ? _("From") : _("At"),
                      _("Share of the weight"), _("Points"), NULL);
  add_curve_rows (table, pack, indicator);
  if (indicator->curve.mode == JP_CURVE_STEPS && indicator->curve.floor.coefficient > 0)
    {
      g_autofree char *share = jp_threshold_to_percent (indicator->curve.floor);

      jp_rules_table_row (table, FALSE, _("Below all of these"), share, NULL);
    }
}

static void
add_grades (GtkBox *column, const JpIndicator *indicator)
{
  g_autofree char *weight = jp_points_to_string (indicator->weight);
  g_autofree char *about
    = g_strdup_printf (_("%s, at most %s points, each with a reason"), measure_name (indicator->measure), weight);
  AdwPreferencesGroup *group = jp_rules_add_group (column, indicator->name, indicator->article, about);

  for (guint i = 0; i < indicator->n_grades; i++)
    {
      g_autofree char *points = jp_points_to_string (indicator->grades[i].points);

      jp_rules_add_rule (group, indicator->grades[i].name, points, NULL);
    }
  if (indicator->n_grades == 0)
    jp_group_add_empty (group, _("No grades are named; any points from 0 to the weight may be given."));
}

void
jp_rules_read_curves (GtkBox *column, const JpRulesView *view)
{
  jp_rules_add_group (
    column, _("Scoring Curves"), NULL,
    _("Points are the weight times the share, rounded half up to 0.01. Steps give the share of the highest threshold "
      "reached; straight lines join their points and are flat outside. Nothing else is rounded."));
  for (guint i = 0; i < view->pack->n_indicators; i++)
    {
      const JpIndicator *indicator = &view->pack->indicators[i];

      if (indicator->measure == JP_MEASURE_MANUAL)
        add_grades (column, indicator);
      else
        add_curve (column, view->pack, indicator);
    }
}

static void
add_metrics (GtkBox *column, const JpPack *pack)
{
  AdwPreferencesGroup *group
    = jp_rules_add_group (column, _("Annual Figures"), "第九条",
                          _("Reported by each cluster for each year; a part can never be above its whole."));
  GtkWidget *frame, *table = jp_rules_table_new (_("Annual Figures"), &frame);

  adw_preferences_group_add (group, frame);
  jp_rules_table_row (table, TRUE, _("Figure"), _("Unit"), _("Decimals"), _("Part of"), _("Note"), NULL);
  for (guint i = 0; i < pack->n_metrics; i++)
    {
      const JpMetric *metric = &pack->metrics[i];
      const char *note = g_hash_table_lookup (pack->notes, metric->id);
      g_autofree char *decimals = g_strdup_printf ("%u", metric->decimals);

      jp_rules_table_row (table, FALSE, metric->name, metric->unit, decimals,
                          metric->part_of >= 0 ? pack->metrics[metric->part_of].name : "", note != NULL ? note : "",
                          NULL);
    }
}

void
jp_rules_read_figures (GtkBox *column, const JpRulesView *view)
{
  const JpPack *pack = view->pack;
  AdwPreferencesGroup *group;
  g_autofree char *growth = jp_threshold_to_percent (pack->check_growth);
  g_autofree char *jump = jp_threshold_to_plain (pack->check_jump);
  g_autofree char *slip = jp_threshold_to_plain (pack->check_slip);
  g_autofree char *jump_words = g_strdup_printf (_("above %s times, or below one part in %s"), jump, jump);
  g_autofree char *slip_words = g_strdup_printf (_("%s times, as 万元 written for 亿元 or 元"), slip);
  GHashTableIter iter;
  gpointer id, note;

  add_metrics (column, pack);
  group = jp_rules_add_group (column, _("What Figures Are Checked For"), NULL, _("These checks only warn."));
  jp_rules_add_rule (group, _("Growth above"), growth, NULL);
  jp_rules_add_rule (group, _("A jump against the year before"), jump_words, NULL);
  jp_rules_add_rule (group, _("A slip of units"), slip_words, NULL);

  group = NULL;
  g_hash_table_iter_init (&iter, pack->notes);
  while (g_hash_table_iter_next (&iter, &id, &note))
    if (jp_pack_find_metric (pack, id) < 0)
      {
        if (group == NULL)
          group = jp_rules_add_group (column, _("Notes on the Figures"), NULL, NULL);
        jp_group_add_row (group, note, NULL);
      }
}
