/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-standard.h"

#include "jp-core-private.h"
#include "jp-standard-private.h"
#include "jp-veto.h"

#define NO_GRAVE_INCIDENT "no_grave_incident"

static JpStandardItem *
item_new (const char *id, const char *group, char *name)
{
  JpStandardItem *item = g_new0 (JpStandardItem, 1);

  item->id = id;
  item->group = g_strdup (group);
  item->name = name;

  return item;
}

/**
 * jp_standard_item_free:
 * @item: (nullable) (transfer full): an item of a self-check
 *
 * Frees an item.
 */
void
jp_standard_item_free (JpStandardItem *item)
{
  if (item == NULL)
    return;

  g_free (item->group);
  g_free (item->name);
  g_free (item->value);
  g_free (item->note);
  g_free (item);
}

/* Within the last years, counted as a term is: an incident of 10 February 2023 is out on 10 February 2026. */
static gboolean
is_recent (const JpContext *context, const JpPack *pack, JpDate day)
{
  return day != JP_DATE_NONE && day <= context->today
         && jp_date_add_years (day, (int) pack->standard_incident_years) > context->today;
}

static void
append_incident (GString *text, const JpPack *pack, const JpIncident *incident)
{
  const JpIncidentKind *kind = &pack->incident_kinds[jp_pack_find_incident_kind (pack, incident->kind)];
  g_autofree char *day = jp_date_to_chinese (incident->day);

  g_string_append_printf (text, "%s%s发生%s", text->len > 0 ? "；" : "", day, kind->name);
  if (kind->from_grade >= 0)
    g_string_append_printf (text, "（%s）", incident->grade);
}

/* First of all: no incident as grave as a veto means, in the last years. */
static JpStandardItem *
incident_item_new (const JpDossier *dossier, const JpContext *context, const JpPack *pack)
{
  g_autoptr (GString) found = g_string_new (NULL);
  g_autofree char *today = jp_date_to_chinese (context->today);
  JpStandardItem *item = item_new (NO_GRAVE_INCIDENT, "前提条件",
                                   g_strdup_printf ("近 %u 年无严重事故和违法失信", pack->standard_incident_years));
  guint n = 0;

  for (guint i = 0; i < dossier->incidents->len; i++)
    {
      const JpIncident *incident = g_ptr_array_index (dossier->incidents, i);

      if (!is_recent (context, pack, incident->day) || !jp_incident_counts (pack, incident))
        continue;
      append_incident (found, pack, incident);
      n++;
    }

  item->met = n == 0 ? JP_MET_YES : JP_MET_NO;
  item->value = n > 0 ? g_strdup_printf ("%u 起", n) : NULL;
  item->note = n > 0 ? g_strdup (found->str)
                     : g_strdup_printf ("截至%s近 %u 年未登记此类情形", today, pack->standard_incident_years);
  return item;
}

/* One test that is met is enough; one that cannot be told leaves the rest open. */
static JpMet
either (JpMet a, JpMet b)
{
  if (a == JP_MET_YES || b == JP_MET_YES)
    return JP_MET_YES;

  return a == JP_MET_UNKNOWN || b == JP_MET_UNKNOWN ? JP_MET_UNKNOWN : JP_MET_NO;
}

/* The value shown is that of the test that decides: the first that is met, else all of them. */
static JpStandardItem *
measured_item_new (const JpDossier *dossier, const JpPack *pack, const JpCriterion *criterion, int year)
{
  JpStandardItem *item = item_new (criterion->id, criterion->group, g_strdup (criterion->name));
  g_autoptr (GString) values = g_string_new (NULL), notes = g_string_new (NULL);

  item->met = JP_MET_NO;
  for (guint i = 0; i < criterion->n_any; i++)
    {
      g_auto (JpStandardFinding) finding = { 0 };

      jp_standard_finding_init (&finding, dossier, pack, year, &criterion->any[i]);
      g_string_append_printf (notes, "%s%s", i > 0 ? "；或 " : "", finding.note);
      if (finding.met == JP_MET_YES && item->met != JP_MET_YES)
        g_string_assign (values, finding.value);
      else if (finding.value != NULL && item->met != JP_MET_YES)
        g_string_append_printf (values, "%s%s", values->len > 0 ? "；" : "", finding.value);
      item->met = either (item->met, finding.met);
    }

  item->value = values->len > 0 ? g_strdup (values->str) : NULL;
  item->note = g_strdup (notes->str);
  return item;
}

static const JpStandardCheck *
latest_check (const JpDossier *dossier, JpDate today)
{
  const JpStandardCheck *latest = NULL;

  for (guint i = 0; i < dossier->checks->len; i++)
    {
      const JpStandardCheck *check = g_ptr_array_index (dossier->checks, i);

      if (check->date <= today && (latest == NULL || check->date >= latest->date))
        latest = check;
    }

  return latest;
}

static const JpJudgement *
find_judgement (const JpStandardCheck *check, const char *criterion)
{
  for (guint i = 0; check != NULL && i < check->judgements->len; i++)
    {
      const JpJudgement *judgement = g_ptr_array_index (check->judgements, i);

      if (g_strcmp0 (judgement->criterion, criterion) == 0)
        return judgement;
    }

  return NULL;
}

static JpStandardItem *
judged_item_new (const JpStandardCheck *check, const JpCriterion *criterion)
{
  JpStandardItem *item = item_new (criterion->id, criterion->group, g_strdup (criterion->name));
  const JpJudgement *judgement = find_judgement (check, criterion->id);
  g_autofree char *day = NULL;
  const char *note, *person;

  item->judged = TRUE;
  item->met = JP_MET_UNKNOWN;
  if (judgement == NULL)
    {
      item->note = g_strdup ("尚未自查，由人判定");
      return item;
    }

  day = jp_date_to_chinese (check->date);
  note = jp_given (judgement->note) ? judgement->note : "";
  person = jp_given (judgement->person) ? judgement->person : "";
  item->met = judgement->met ? JP_MET_YES : JP_MET_NO;
  item->note = g_strdup_printf ("%s%s%s（%s%s%s自查）", judgement->met ? "符合" : "不符合", *note != '\0' ? "：" : "", note,
                                day, *person != '\0' ? " " : "", person);
  return item;
}

/**
 * jp_standard_new:
 * @dossier: a cluster
 * @context: packs and today
 * @year: the latest full year, whose shares and counts are used
 *
 * The self-check against the recognition standard, for an application or a renewal: first that there was no grave
 * incident in the last years, then each criterion of the pack in force today. What numbers can answer is answered
 * exactly (≥ is not >); the rest is what the latest self-check on record judged. R-STANDARD, 第五条.
 *
 * Returns: (transfer full) (element-type JpStandardItem): the items, in the pack's order; empty where there is no pack
 */
GPtrArray *
jp_standard_new (const JpDossier *dossier, const JpContext *context, int year)
{
  GPtrArray *items;
  const JpStandardCheck *check;
  const JpPack *pack;

  g_return_val_if_fail (dossier != NULL, NULL);
  g_return_val_if_fail (context != NULL && context->packs != NULL, NULL);

  items = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_standard_item_free);
  pack = jp_pack_set_on (context->packs, context->today);
  if (pack == NULL)
    return items;

  check = latest_check (dossier, context->today);
  g_ptr_array_add (items, incident_item_new (dossier, context, pack));
  for (guint i = 0; i < pack->n_criteria; i++)
    {
      const JpCriterion *criterion = &pack->criteria[i];

      g_ptr_array_add (items, criterion->n_any > 0 ? measured_item_new (dossier, pack, criterion, year)
                                                   : judged_item_new (check, criterion));
    }

  return items;
}
