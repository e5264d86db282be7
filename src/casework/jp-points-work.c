/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Points of many clusters at once, as a block from a spreadsheet brings them. Each cell is judged by the very rule that
 * judges it alone; then all go on record together, or none. */

#include "jp-points-work.h"

#include "jp-act-work.h"
#include "jp-assess.h"
#include "jp-store-assessments.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  JpDesk        *desk;
  int            year;
  const char    *district_person; /* NULL: who sits at the desk */
  GPtrArray     *given;
  GCancellable  *cancellable;
  JpTransaction *transaction;     /* NULL: only looked at */
  GHashTable    *dossiers;        /* cluster → JpDossier, as the cells before have left it */
  guint          n_new;
} Work;

/**
 * jp_given_points_new:
 * @cluster: UUID of the cluster
 * @indicator: id of the indicator
 * @points: hundredths of a point, or %JP_POINTS_UNKNOWN
 * @reason: (nullable): why
 *
 * Returns: (transfer full): the points, not judged yet
 */
JpGivenPoints *
jp_given_points_new (const char *cluster, const char *indicator, int points, const char *reason)
{
  JpGivenPoints *self = g_new0 (JpGivenPoints, 1);

  self->cluster = g_strdup (cluster);
  self->indicator = g_strdup (indicator);
  self->points = points;
  self->reason = reason != NULL && *reason != '\0' ? g_strdup (reason) : NULL;
  self->before = JP_POINTS_UNKNOWN;

  return self;
}

void
jp_given_points_free (JpGivenPoints *self)
{
  if (self == NULL)
    return;

  g_free (self->cluster);
  g_free (self->indicator);
  g_free (self->reason);
  g_free (self->message);
  g_free (self);
}

/* Inside the transaction where one writes; @error where there is no such cluster any more. */
static JpDossier *
obtain_dossier (Work *work, const char *cluster, GError **error)
{
  JpDossier *dossier = g_hash_table_lookup (work->dossiers, cluster);

  if (dossier != NULL)
    return dossier;

  if (work->transaction != NULL)
    dossier = jp_transaction_load_dossier (work->transaction, cluster, error);
  else
    dossier = jp_store_load_dossier (jp_desk_get_store (work->desk), cluster, error);
  if (dossier != NULL)
    g_hash_table_insert (work->dossiers, g_strdup (cluster), dossier);

  return dossier;
}

/* In a city file the district's points are put on record for the district (代录). */
static JpAssessAct
act_for (const Work *work, const JpDossier *dossier, const JpAssessment *present)
{
  const char *office = jp_desk_get_office (work->desk);
  gboolean for_district = present != NULL && present->state == JP_ASSESSMENT_DISTRICT
                          && !jp_office_is_district (office);
  gboolean named = for_district && work->district_person != NULL && *work->district_person != '\0';

  return (JpAssessAct) {
    .kind = JP_ASSESS_POINTS,
    .date = jp_desk_get_today (work->desk),
    .office = for_district ? dossier->district : office,
    .person = named ? work->district_person : jp_desk_get_person (work->desk),
  };
}

static const JpReviewPoints *
find_points (const JpAssessment *assessment, const char *indicator)
{
  for (guint i = 0; assessment != NULL && i < assessment->points->len; i++)
    {
      const JpReviewPoints *points = g_ptr_array_index (assessment->points, i);

      if (g_str_equal (points->indicator, indicator))
        return points;
    }

  return NULL;
}

static void
replace_assessment (JpDossier *dossier, JpAssessment *next)
{
  for (guint i = 0; i < dossier->assessments->len; i++)
    if (((JpAssessment *) g_ptr_array_index (dossier->assessments, i))->year == next->year)
      {
        g_ptr_array_remove_index (dossier->assessments, i);
        g_ptr_array_insert (dossier->assessments, (int) i, next);
        return;
      }

  g_return_if_reached ();
}

static void
judge (Work *work, const JpContext *context, JpDossier *dossier, JpGivenPoints *given)
{
  const JpAssessment *present = jp_dossier_assessment (dossier, work->year);
  gboolean city = present != NULL && present->state >= JP_ASSESSMENT_CITY;
  const JpReviewPoints *record = find_points (present, given->indicator);
  const char *reason = record == NULL ? NULL : city ? record->city_reason : record->district_reason;
  JpAssessAct act = act_for (work, dossier, present);
  g_autoptr (GError) refused = NULL;
  JpAssessment *next;

  if (record != NULL)
    given->before = city ? record->city : record->district;
  if (given->points != JP_POINTS_UNKNOWN && given->points == given->before
      && (given->reason == NULL || g_strcmp0 (given->reason, reason) == 0))
    return;

  act.item = given->indicator;
  act.points = given->points;
  /* The reason of points that give way to the expected ones goes with them. */
  act.reason = given->reason != NULL || given->points == JP_POINTS_UNKNOWN ? given->reason : reason;
  next = jp_assess_apply (dossier, context, work->year, &act, &refused);
  if (next == NULL)
    {
      gboolean wants = g_error_matches (refused, JP_ASSESS_ERROR, JP_ASSESS_ERROR_REASON);

      given->outcome = wants ? JP_POINTS_WANT_REASON : JP_POINTS_REFUSED;
      given->message = g_strdup (refused->message);
      return;
    }

  given->outcome = JP_POINTS_NEW;
  work->n_new++;
  replace_assessment (dossier, next);
}

static gboolean
judge_all (Work *work, const JpContext *context, GError **error)
{
  work->n_new = 0;
  for (guint i = 0; i < work->given->len; i++)
    {
      JpGivenPoints *given = g_ptr_array_index (work->given, i);
      g_autoptr (GError) missing = NULL;
      JpDossier *dossier;

      if (g_cancellable_set_error_if_cancelled (work->cancellable, error))
        return FALSE;

      given->outcome = JP_POINTS_SAME;
      given->before = JP_POINTS_UNKNOWN;
      g_clear_pointer (&given->message, g_free);
      dossier = obtain_dossier (work, given->cluster, &missing);
      if (dossier != NULL)
        judge (work, context, dossier, given);
      else
        {
          given->outcome = JP_POINTS_REFUSED;
          given->message = g_strdup (missing->message);
        }
    }

  return TRUE;
}

/* Any one that cannot be had refuses the whole, and the first says why. */
static gboolean
check_all (const Work *work, GError **error)
{
  const JpGivenPoints *first = NULL;
  guint n = 0;

  for (guint i = 0; i < work->given->len; i++)
    {
      const JpGivenPoints *given = g_ptr_array_index (work->given, i);

      if (given->outcome != JP_POINTS_REFUSED && given->outcome != JP_POINTS_WANT_REASON)
        continue;
      first = first != NULL ? first : given;
      n++;
    }
  if (first == NULL)
    return TRUE;

  g_set_error (error, JP_DESK_ERROR, JP_DESK_ERROR_REFUSED,
               _("%u of the %u points are refused and nothing was changed. The first: %s"), n, work->given->len,
               first->message);
  return FALSE;
}

static gboolean
put_all (Work *work, GError **error)
{
  GHashTableIter iter;
  gpointer cluster, dossier;
  g_autoptr (GHashTable) changed = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < work->given->len; i++)
    {
      const JpGivenPoints *given = g_ptr_array_index (work->given, i);

      if (given->outcome == JP_POINTS_NEW)
        g_hash_table_add (changed, given->cluster);
    }

  g_hash_table_iter_init (&iter, work->dossiers);
  while (g_hash_table_iter_next (&iter, &cluster, &dossier))
    if (!g_hash_table_contains (changed, cluster))
      g_hash_table_iter_remove (&iter);
    else if (!jp_store_put_assessment (work->transaction, cluster, jp_dossier_assessment (dossier, work->year), error))
      return FALSE;

  return TRUE;
}

/* 甲集群：2025年度考核，批量打分，5项；2025年度考核，批量打分，12个集群，60项 */
static void
describe (const Work *work, JpEntry *entry)
{
  GHashTableIter iter;
  gpointer cluster, dossier;

  g_hash_table_iter_init (&iter, work->dossiers);
  if (g_hash_table_size (work->dossiers) == 1 && g_hash_table_iter_next (&iter, &cluster, &dossier))
    {
      entry->cluster = g_strdup (cluster);
      entry->summary = g_strdup_printf ("%s：%d年度考核，批量打分，%u项", ((JpDossier *) dossier)->name, work->year,
                                        work->n_new);
    }
  else
    entry->summary = g_strdup_printf ("%d年度考核，批量打分，%u个集群，%u项", work->year,
                                      g_hash_table_size (work->dossiers), work->n_new);
}

static gboolean
do_give (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, JpEntry *entry, gpointer data,
         GError **error)
{
  Work *work = data;

  work->transaction = transaction;
  if (!judge_all (work, context, error) || !check_all (work, error))
    return FALSE;
  if (work->n_new == 0)
    return TRUE;
  if (!put_all (work, error))
    return FALSE;

  describe (work, entry);
  return TRUE;
}

/**
 * jp_casework_give_points:
 * @desk: who gives them; a city desk gives the district's where it is the district's turn (代录)
 * @year: the assessment year
 * @district_person: (nullable): who did the district's part, where that is recorded for it
 * @given: (element-type JpGivenPoints): the points; what comes of each is set
 * @dry_run: only say what would come of them
 * @cancellable: (nullable): stops it, and nothing is changed
 * @error: return location for %JP_DESK_ERROR_REFUSED, which names the first that is, or the store's error
 *
 * Points of many clusters at once (R-SCORE, 第十条), each under the rules of jp_assess_apply(). All go on record as one
 * entry that can be undone, or none; points that are on record already are no change, whatever the state.
 *
 * Returns: whether they went on record; with @dry_run whether they could be judged
 */
gboolean
jp_casework_give_points (JpDesk *desk, int year, const char *district_person, GPtrArray *given, gboolean dry_run,
                         GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) dossiers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                           (GDestroyNotify) jp_dossier_free);
  Work work = { desk, year, district_person, given, cancellable, NULL, dossiers, 0 };
  JpContext context;

  g_return_val_if_fail (desk != NULL && given != NULL, FALSE);

  if (!dry_run)
    return jp_desk_do (desk, JP_ENTRY_WORK, "assess.points", NULL, do_give, &work, error);

  return jp_desk_get_context (desk, &context, error) && judge_all (&work, &context, error);
}
