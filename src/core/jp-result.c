/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-result-private.h"

gboolean
jp_assessment_is_frozen (const JpAssessment *assessment)
{
  return assessment != NULL && assessment->state == JP_ASSESSMENT_CONFIRMED && assessment->frozen != NULL;
}

const JpPack *
jp_result_find_pack (const JpAssessment *assessment, const JpContext *context, int year)
{
  const JpPack *pack = NULL;

  if (jp_assessment_is_frozen (assessment) && assessment->pack_id != NULL)
    pack = jp_pack_set_find (context->packs, assessment->pack_id, assessment->pack_version);

  return pack != NULL ? pack : jp_pack_set_for_year (context->packs, year);
}

static gboolean
is_due (const JpLife *life, const JpContext *context, int year)
{
  int first_year = jp_pack_set_first_year (context->packs);

  return first_year != 0 && year >= first_year && jp_life_has_duties (life, year);
}

static void
compute_score (JpResult *self)
{
  const JpFigures *previous, *current;

  if (jp_assessment_is_frozen (self->assessment))
    {
      previous = self->assessment->frozen->previous;
      current = self->assessment->frozen->current;
    }
  else
    {
      previous = jp_dossier_figures (self->dossier, self->year - 1);
      current = jp_dossier_figures (self->dossier, self->year);
    }

  jp_score_init (&self->score, self->pack, self->year, previous, current);
}

static const JpReviewPoints *
find_review (const JpAssessment *assessment, const char *indicator)
{
  for (guint i = 0; assessment != NULL && i < assessment->points->len; i++)
    {
      const JpReviewPoints *review = g_ptr_array_index (assessment->points, i);

      if (g_strcmp0 (review->indicator, indicator) == 0)
        return review;
    }

  return NULL;
}

static JpResultPoints
indicator_points (const JpResult *self, guint index)
{
  const JpReviewPoints *review = find_review (self->assessment, self->pack->indicators[index].id);
  JpResultPoints points = {
    .computed = self->score.items[index].points,
    .district = review != NULL ? review->district : JP_POINTS_UNKNOWN,
    .city = review != NULL ? review->city : JP_POINTS_UNKNOWN,
  };

  points.standing = points.city >= 0 ? points.city : points.district >= 0 ? points.district : points.computed;
  return points;
}

/* A total of which no part is known is unknown, not 0. */
static void
add_known (int *total, int points)
{
  if (points >= 0)
    *total = MAX (*total, 0) + points;
}

static void
add_up_points (JpResult *self)
{
  self->points = g_new (JpResultPoints, self->pack->n_indicators);
  for (guint i = 0; i < self->pack->n_indicators; i++)
    {
      JpResultPoints points = indicator_points (self, i);

      self->points[i] = points;
      add_known (&self->total_computed, points.computed);
      add_known (&self->total_district, points.district);
      add_known (&self->total_city, points.city);
      if (points.standing >= 0)
        {
          self->total += points.standing;
        }
      else
        {
          g_array_append_val (self->missing, i);
          self->most += self->pack->indicators[i].weight;
        }
    }

  if (jp_assessment_is_frozen (self->assessment))
    self->total = self->assessment->frozen->total;
  self->most += self->total;
}

gboolean
jp_assessment_added_veto (const JpAssessment *assessment, const char *veto)
{
  for (guint i = 0; i < assessment->vetoes->len; i++)
    {
      const JpReviewerVeto *added = g_ptr_array_index (assessment->vetoes, i);

      if (g_strcmp0 (added->veto, veto) == 0)
        return TRUE;
    }

  return FALSE;
}

static JpVeto *
frozen_veto_new (const JpAssessment *assessment, const JpVetoRule *rule, const char *evidence)
{
  JpVeto *veto = g_new0 (JpVeto, 1);

  veto->rule = rule;
  veto->state = evidence != NULL ? JP_VETO_STANDS : JP_VETO_CLEAR;
  veto->by_record = evidence != NULL && !jp_assessment_added_veto (assessment, rule->id);
  veto->evidence = g_strdup (evidence != NULL ? evidence : "未发现");

  return veto;
}

/* Later records change no frozen result: each rule of the pack as it was when the city confirmed. */
static GPtrArray *
frozen_vetoes (const JpAssessment *assessment, const JpPack *pack)
{
  GPtrArray *vetoes = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_veto_free);
  GPtrArray *frozen = assessment->frozen->vetoes;

  for (guint i = 0; i < pack->n_vetoes; i++)
    {
      const JpVetoRule *rule = &pack->vetoes[i];
      gboolean found = FALSE;

      for (guint k = 0; k < frozen->len; k++)
        {
          const JpFrozenVeto *kept = g_ptr_array_index (frozen, k);

          if (g_strcmp0 (kept->veto, rule->id) != 0)
            continue;
          g_ptr_array_add (vetoes, frozen_veto_new (assessment, rule, kept->evidence != NULL ? kept->evidence : ""));
          found = TRUE;
        }
      if (!found)
        g_ptr_array_add (vetoes, frozen_veto_new (assessment, rule, NULL));
    }

  return vetoes;
}

/**
 * jp_result_new:
 * @dossier: the cluster; it must outlive the result
 * @context: packs, holidays, the file's first day and today; the packs must outlive the result
 * @year: the assessment year
 *
 * Assesses a cluster for a year from what is on record: the computed points and the reviewers', of which the city's
 * stand, else the district's, else the computed; vetoes; total, band and the amount that hangs on it; the way to the
 * next band. While points are missing the result is provisional: no band, no amount, but the least and most they
 * could be. A veto leaves the total as it is and gives 0. A confirmed assessment is read from what was frozen, with
 * the pack version it names. Where no pack governs @year there are no points. R-SCORE, R-VETO, R-FUND; 第十条, 第十三条.
 *
 * Returns: (transfer full): the result
 */
JpResult *
jp_result_new (const JpDossier *dossier, const JpContext *context, int year)
{
  g_auto (JpLife) life = { 0 };
  JpResult *self;

  g_return_val_if_fail (dossier != NULL, NULL);
  g_return_val_if_fail (context != NULL && context->packs != NULL, NULL);

  jp_life_init (&life, dossier, context);
  self = g_new0 (JpResult, 1);
  self->year = year;
  self->dossier = dossier;
  self->assessment = jp_dossier_assessment (dossier, year);
  self->pack = jp_result_find_pack (self->assessment, context, year);
  self->state = self->assessment != NULL ? self->assessment->state : JP_ASSESSMENT_NONE;
  self->due = is_due (&life, context, year);
  self->total_computed = self->total_district = self->total_city = JP_POINTS_UNKNOWN;
  self->missing = g_array_new (FALSE, FALSE, sizeof (guint));
  self->cheapest = g_array_new (FALSE, FALSE, sizeof (JpCheapStep));

  if (self->pack != NULL)
    {
      self->pack_confirmed = jp_pack_set_confirmed (context->packs, self->pack);
      compute_score (self);
      add_up_points (self);
    }
  self->vetoes = self->pack != NULL && jp_assessment_is_frozen (self->assessment)
                   ? frozen_vetoes (self->assessment, self->pack)
                   : jp_vetoes_new_for_life (dossier, context, &life, self->pack, year);
  self->vetoed = jp_vetoes_stand (self->vetoes);
  jp_result_fill_money (self, context);
  jp_result_fill_cheapest (self);

  return self;
}

/**
 * jp_result_free:
 * @result: (nullable) (transfer full): a result
 *
 * Frees a result.
 */
void
jp_result_free (JpResult *result)
{
  if (result == NULL)
    return;

  jp_score_clear (&result->score);
  g_free (result->points);
  g_array_unref (result->missing);
  g_ptr_array_unref (result->vetoes);
  g_array_unref (result->cheapest);
  g_free (result);
}
