/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is counted and how it is scored: metrics, indicators, and the recognition standard. 第五条, 第十条. */

#include "jp-pack-private.h"

#include "jp-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Headers of workbooks name metrics, so two names that fold alike could not be told apart. */
static void
claim_name (GHashTable *taken, const JpJsonValue *at, const char *name)
{
  g_autofree char *folded = name != NULL ? jp_text_fold (name) : NULL;

  jp_pack_claim (taken, at, folded);
}

static void
read_metric (JpMetric *metric, const JpJsonValue *value)
{
  static const char * const keys[] = { "id", "name", "unit", "decimals", "kind", "part_of", NULL };
  static const char * const kinds[] = { "amount", "count", "share", NULL };
  JpJsonValue id = jp_json_value_member (value, "id");
  JpJsonValue name = jp_json_value_member (value, "name");
  JpJsonValue unit = jp_json_value_member (value, "unit");
  JpJsonValue decimals = jp_json_value_member (value, "decimals");
  JpJsonValue kind = jp_json_value_member (value, "kind");
  guint index;

  metric->part_of = -1;
  if (!jp_json_value_object (value, keys))
    return;

  jp_json_value_id (&id, &metric->id);
  jp_json_value_text (&name, &metric->name);
  jp_json_value_text (&unit, &metric->unit);
  jp_json_value_number (&decimals, 0, JP_PACK_MAX_DECIMALS, &metric->decimals);
  if (!jp_json_value_choice (&kind, kinds, &index))
    return;
  metric->kind = (JpMetricKind) index;
  if (metric->kind == JP_METRIC_COUNT && metric->decimals > 0)
    jp_json_value_fault (&decimals, _("A count has no decimals."));
}

static gboolean
same_unit (const JpMetric *a, const JpMetric *b)
{
  return g_strcmp0 (a->unit, b->unit) == 0 && a->decimals == b->decimals;
}

/* A metric by its id; where there is none, a fault and −1. */
static int
read_metric_id (const JpPack *pack, const JpJsonValue *value)
{
  g_autofree char *id = NULL;
  int index;

  if (!jp_json_value_id (value, &id))
    return -1;

  index = jp_pack_find_metric (pack, id);
  if (index < 0)
    jp_json_value_fault (value, _("There is no metric “%s”."), id);

  return index;
}

static void
read_part_of (JpPack *pack, guint index, const JpJsonValue *value)
{
  JpMetric *metric = &pack->metrics[index];
  int whole = read_metric_id (pack, value);

  if (whole < 0)
    return;

  if ((guint) whole == index)
    jp_json_value_fault (value, _("A metric cannot be a part of itself."));
  else if (!same_unit (metric, &pack->metrics[whole]))
    jp_json_value_fault (value, _("A part and its whole need the same unit and decimals."));
  else
    metric->part_of = whole;
}

/* A part of a part leads to a whole in the end. Each metric of a ring names the fault, the others do not. */
static gboolean
is_in_ring (const JpPack *pack, guint index)
{
  int at = pack->metrics[index].part_of;

  for (guint steps = 0; at >= 0 && steps < pack->n_metrics; steps++)
    {
      if ((guint) at == index)
        return TRUE;
      at = pack->metrics[at].part_of;
    }

  return FALSE;
}

void
jp_pack_read_metrics (JpPack *pack, const JpJsonValue *root)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JpJsonValue list = jp_json_value_member (root, "metrics");

  pack->n_metrics = jp_json_value_array (&list, 1);
  pack->metrics = g_new0 (JpMetric, pack->n_metrics);
  for (guint i = 0; i < pack->n_metrics; i++)
    {
      JpJsonValue value = jp_json_value_element (&list, i);
      JpJsonValue id = jp_json_value_member (&value, "id");
      JpJsonValue name = jp_json_value_member (&value, "name");

      read_metric (&pack->metrics[i], &value);
      jp_pack_claim (ids, &id, pack->metrics[i].id);
      claim_name (names, &name, pack->metrics[i].name);
    }

  for (guint i = 0; i < pack->n_metrics; i++)
    {
      JpJsonValue value = jp_json_value_element (&list, i);
      JpJsonValue part_of = jp_json_value_member (&value, "part_of");

      if (jp_json_value_given (&part_of))
        read_part_of (pack, i, &part_of);
    }
  for (guint i = 0; i < pack->n_metrics; i++)
    {
      JpJsonValue value = jp_json_value_element (&list, i);
      JpJsonValue part_of = jp_json_value_member (&value, "part_of");

      if (is_in_ring (pack, i))
        jp_json_value_fault (&part_of, _("This metric is a part of itself by way of others."));
    }
}

guint *
jp_pack_read_metric_sum (const JpPack *pack, const JpJsonValue *list, guint *n_metrics)
{
  guint length = jp_json_value_array (list, 1);
  guint *metrics = g_new0 (guint, length);

  *n_metrics = 0;
  for (guint i = 0; i < length; i++)
    {
      JpJsonValue value = jp_json_value_element (list, i);
      int index = read_metric_id (pack, &value);
      gboolean twice = FALSE;

      if (index < 0)
        continue;
      for (guint j = 0; j < *n_metrics; j++)
        twice = twice || metrics[j] == (guint) index;
      if (twice)
        jp_json_value_fault (&value, _("This is given twice."));
      else if (*n_metrics > 0 && !same_unit (&pack->metrics[metrics[0]], &pack->metrics[index]))
        jp_json_value_fault (&value, _("Metrics that are added up need the same unit and decimals."));
      metrics[(*n_metrics)++] = (guint) index;
    }

  return metrics;
}

/* @below: where the point before lies, NULL where there is none; it moves on to this one. */
static void
read_curve_point (JpCurvePoint *point, const JpDecimal **below, const JpJsonValue *value)
{
  static const JpDecimal one = { 1, 0 };
  JpJsonValue x = jp_json_value_element (value, 0);
  JpJsonValue share = jp_json_value_element (value, 1);

  if (!jp_json_value_pair (value, _("A point of a curve has two decimals: where it lies and the share of the weight.")))
    return;

  if (jp_json_value_decimal (&x, JP_PACK_MAX_DECIMALS, &point->x))
    {
      if (*below != NULL && jp_decimal_compare (**below, point->x) >= 0)
        jp_json_value_fault (&x, _("Each point of a curve lies above the one before it."));
      *below = &point->x;
    }
  if (jp_json_value_decimal (&share, JP_PACK_MAX_DECIMALS, &point->share) &&
      (point->share.coefficient < 0 || jp_decimal_compare (point->share, one) > 0))
    jp_json_value_fault (&share, _("A share from 0 to 1 is expected here."));
}

static void
read_curve (JpCurve *curve, const JpJsonValue *value)
{
  static const char * const keys[] = { "mode", "points", "floor", NULL };
  static const char * const modes[] = { "steps", "linear", NULL };
  static const JpDecimal one = { 1, 0 };
  JpJsonValue mode = jp_json_value_member (value, "mode");
  JpJsonValue points = jp_json_value_member (value, "points");
  JpJsonValue floor = jp_json_value_member (value, "floor");
  const JpDecimal *below = NULL;
  guint index = JP_CURVE_STEPS;

  if (!jp_json_value_object (value, keys))
    return;

  jp_json_value_choice (&mode, modes, &index);
  curve->mode = (JpCurveMode) index;
  curve->n_points = jp_json_value_array (&points, 1);
  curve->points = g_new0 (JpCurvePoint, curve->n_points);
  for (guint i = 0; i < curve->n_points; i++)
    {
      JpJsonValue point = jp_json_value_element (&points, i);

      read_curve_point (&curve->points[i], &below, &point);
    }

  if (!jp_json_value_given (&floor))
    return;
  if (curve->mode == JP_CURVE_LINEAR)
    jp_json_value_fault (&floor, _("Only a curve of steps has a floor; a linear one is flat outside its points."));
  else if (jp_json_value_decimal (&floor, JP_PACK_MAX_DECIMALS, &curve->floor) &&
           (curve->floor.coefficient < 0 || jp_decimal_compare (curve->floor, one) > 0))
    jp_json_value_fault (&floor, _("A share from 0 to 1 is expected here."));
}

static void
read_grades (JpIndicator *indicator, const JpJsonValue *list)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  int most = indicator->weight > 0 ? indicator->weight : JP_PACK_FULL_POINTS;

  indicator->n_grades = jp_json_value_array (list, 0);
  indicator->grades = g_new0 (JpGrade, indicator->n_grades);
  for (guint i = 0; i < indicator->n_grades; i++)
    {
      JpGrade *grade = &indicator->grades[i];
      JpJsonValue value = jp_json_value_element (list, i);
      JpJsonValue name = jp_json_value_element (&value, 0);
      JpJsonValue points = jp_json_value_element (&value, 1);

      if (!jp_json_value_pair (&value, _("A grade has a name and its points.")))
        continue;
      if (jp_json_value_text (&name, &grade->name))
        jp_pack_claim (taken, &name, grade->name);
      jp_json_value_points (&points, most, &grade->points);
    }
}

/* What a measure needs, and what it has no use for. */
static void
read_measure (const JpPack *pack, JpIndicator *indicator, const JpJsonValue *value)
{
  JpJsonValue of = jp_json_value_member (value, "of");
  JpJsonValue curve = jp_json_value_member (value, "curve");
  JpJsonValue grades = jp_json_value_member (value, "grades");

  if (indicator->measure == JP_MEASURE_MANUAL)
    {
      if (jp_json_value_given (&of))
        jp_json_value_fault (&of, _("Points given by reviewers do not rest on metrics."));
      if (jp_json_value_given (&curve))
        jp_json_value_fault (&curve, _("Points given by reviewers do not follow a curve."));
      if (jp_json_value_given (&grades))
        read_grades (indicator, &grades);
      return;
    }

  indicator->metrics = jp_pack_read_metric_sum (pack, &of, &indicator->n_metrics);
  read_curve (&indicator->curve, &curve);
  if (jp_json_value_given (&grades))
    jp_json_value_fault (&grades, _("Only points given by reviewers have grades."));
}

/* Whether its weight is known, so that the weights can be added up. */
static gboolean
read_indicator (const JpPack *pack, JpIndicator *indicator, const JpJsonValue *value)
{
  static const char * const keys[] = { "id", "name", "article", "weight", "measure", "of", "curve", "grades", NULL };
  static const char * const measures[] = { "growth", "increment", "level", "manual", NULL };
  JpJsonValue id = jp_json_value_member (value, "id");
  JpJsonValue name = jp_json_value_member (value, "name");
  JpJsonValue weight = jp_json_value_member (value, "weight");
  JpJsonValue measure = jp_json_value_member (value, "measure");
  gboolean weighed;
  guint index;

  if (!jp_json_value_object (value, keys))
    return FALSE;

  jp_json_value_id (&id, &indicator->id);
  jp_json_value_text (&name, &indicator->name);
  jp_pack_read_article (value, &indicator->article);
  weighed = jp_json_value_points (&weight, JP_PACK_FULL_POINTS, &indicator->weight);
  if (weighed && indicator->weight == 0)
    jp_json_value_fault (&weight, _("An indicator needs a weight above 0."));
  if (jp_json_value_choice (&measure, measures, &index))
    {
      indicator->measure = (JpMeasure) index;
      read_measure (pack, indicator, value);
    }

  return weighed;
}

void
jp_pack_read_indicators (JpPack *pack, const JpJsonValue *root)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JpJsonValue list = jp_json_value_member (root, "indicators");
  gboolean all_weighed = TRUE;
  int sum = 0;

  pack->n_indicators = jp_json_value_array (&list, 1);
  pack->indicators = g_new0 (JpIndicator, pack->n_indicators);
  for (guint i = 0; i < pack->n_indicators; i++)
    {
      JpJsonValue value = jp_json_value_element (&list, i);
      JpJsonValue id = jp_json_value_member (&value, "id");

      all_weighed = read_indicator (pack, &pack->indicators[i], &value) && all_weighed;
      jp_pack_claim (ids, &id, pack->indicators[i].id);
      sum += pack->indicators[i].weight;
    }

  if (pack->n_indicators > 0 && all_weighed && sum != JP_PACK_FULL_POINTS)
    {
      g_autofree char *shown = jp_units_to_string (sum, 2);

      jp_json_value_fault (&list, _("The weights add up to %s, not to 100.00."), shown);
    }
}

static void
read_over (const JpPack *pack, JpStandardTest *test, const JpJsonValue *over)
{
  if (test->measure != JP_STANDARD_SHARE)
    {
      if (jp_json_value_given (over))
        jp_json_value_fault (over, _("Only a share is measured over another metric."));
      return;
    }

  test->over = read_metric_id (pack, over);
  if (test->over >= 0 && test->n_metrics > 0 &&
      !same_unit (&pack->metrics[test->metrics[0]], &pack->metrics[test->over]))
    jp_json_value_fault (over, _("A share is measured over a metric of the same unit and decimals."));
}

static void
read_standard_test (const JpPack *pack, JpStandardTest *test, const JpJsonValue *value)
{
  static const char * const keys[] = { "measure", "of", "over", "op", "value", NULL };
  static const char * const measures[] = {
    "area", "level", "least_of_3_years", "share", "compound_growth_3_years", NULL,
  };
  static const char * const ops[] = { "<=", "<", ">=", ">", NULL };
  JpJsonValue measure = jp_json_value_member (value, "measure");
  JpJsonValue of = jp_json_value_member (value, "of");
  JpJsonValue over = jp_json_value_member (value, "over");
  JpJsonValue op = jp_json_value_member (value, "op");
  JpJsonValue limit = jp_json_value_member (value, "value");
  guint index;

  test->over = -1;
  if (!jp_json_value_object (value, keys))
    return;

  if (jp_json_value_choice (&op, ops, &index))
    test->op = (JpOp) index;
  if (jp_json_value_decimal (&limit, JP_PACK_MAX_DECIMALS, &test->value) && test->value.coefficient < 0)
    jp_json_value_fault (&limit, _("A threshold from 0 is expected here."));
  if (!jp_json_value_choice (&measure, measures, &index))
    return;

  test->measure = (JpStandardMeasure) index;
  if (test->measure != JP_STANDARD_AREA)
    test->metrics = jp_pack_read_metric_sum (pack, &of, &test->n_metrics);
  else if (jp_json_value_given (&of))
    jp_json_value_fault (&of, _("The area does not rest on metrics."));
  read_over (pack, test, &over);
}

static void
read_criterion (const JpPack *pack, JpCriterion *criterion, const JpJsonValue *value)
{
  static const char * const keys[] = { "id", "group", "name", "any", NULL };
  JpJsonValue id = jp_json_value_member (value, "id");
  JpJsonValue group = jp_json_value_member (value, "group");
  JpJsonValue name = jp_json_value_member (value, "name");
  JpJsonValue any = jp_json_value_member (value, "any");

  if (!jp_json_value_object (value, keys))
    return;

  jp_json_value_id (&id, &criterion->id);
  jp_json_value_text (&group, &criterion->group);
  jp_json_value_text (&name, &criterion->name);
  if (!jp_json_value_given (&any))
    return;

  criterion->n_any = jp_json_value_array (&any, 1);
  criterion->any = g_new0 (JpStandardTest, criterion->n_any);
  for (guint i = 0; i < criterion->n_any; i++)
    {
      JpJsonValue test = jp_json_value_element (&any, i);

      read_standard_test (pack, &criterion->any[i], &test);
    }
}

void
jp_pack_read_standard (JpPack *pack, const JpJsonValue *root)
{
  static const char * const keys[] = { "article", "no_grave_incident_years", "criteria", NULL };
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JpJsonValue standard = jp_json_value_member (root, "standard");
  JpJsonValue years = jp_json_value_member (&standard, "no_grave_incident_years");
  JpJsonValue list = jp_json_value_member (&standard, "criteria");

  if (!jp_json_value_object (&standard, keys))
    return;

  jp_pack_read_article (&standard, &pack->standard_article);
  jp_json_value_number (&years, 0, 30, &pack->standard_incident_years);
  /* The self-check's own first item. */
  g_hash_table_add (ids, g_strdup ("no_grave_incident"));
  pack->n_criteria = jp_json_value_array (&list, 1);
  pack->criteria = g_new0 (JpCriterion, pack->n_criteria);
  for (guint i = 0; i < pack->n_criteria; i++)
    {
      JpJsonValue value = jp_json_value_element (&list, i);
      JpJsonValue id = jp_json_value_member (&value, "id");

      read_criterion (pack, &pack->criteria[i], &value);
      jp_pack_claim (ids, &id, pack->criteria[i].id);
    }
}
