/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-pack-simulation.h"

static void
simulated_result_free (gpointer data)
{
  JpSimulatedResult *row = data;

  jp_result_free (row->before);
  jp_result_free (row->after);
  jp_dossier_free (row->dossier);
  g_free (row);
}

gboolean
jp_simulated_total_differs (const JpSimulatedResult *row)
{
  return row->before->total != row->after->total || row->before->missing->len != row->after->missing->len;
}

/* Bands of two packs are the same where they reach as far and as high. */
gboolean
jp_simulated_band_differs (const JpSimulatedResult *row)
{
  const JpBand *before = row->before->band, *after = row->after->band;

  if (before == NULL || after == NULL)
    return before != after;

  return before->from != after->from || row->before->band_to != row->after->band_to;
}

gboolean
jp_simulated_amount_differs (const JpSimulatedResult *row)
{
  return row->before->amount != row->after->amount || row->before->involves_money != row->after->involves_money;
}

/* Points as they would have been given: what only took the computed points over takes the new ones; what a reviewer
 * judged keeps its part of the weight. */
static int
move_points (int points, int computed_before, int computed_after, int weight_before, int weight_after)
{
  gint64 moved;

  if (points < 0)
    return points;
  if (points == computed_before)
    return computed_after;
  if (!jp_mul_div_half_up (points, weight_after, weight_before, &moved))
    return JP_POINTS_UNKNOWN;

  return (int) moved;
}

static void
move_review (JpReviewPoints *review, const JpResult *before, guint old, const JpScore *score, guint new)
{
  int weight_before = before->pack->indicators[old].weight, weight_after = score->pack->indicators[new].weight;

  review->district = move_points (review->district, before->points[old].computed, score->items[new].points,
                                  weight_before, weight_after);
  review->city = move_points (review->city, before->points[old].computed, score->items[new].points, weight_before,
                              weight_after);
}

static void
move_reviews (JpAssessment *assessment, const JpResult *before, const JpScore *score)
{
  for (guint i = assessment->points->len; i > 0; i--)
    {
      JpReviewPoints *review = assessment->points->pdata[i - 1];
      int old = jp_pack_find_indicator (before->pack, review->indicator);
      int new = jp_pack_find_indicator (score->pack, review->indicator);

      if (old < 0 || new < 0)
        g_ptr_array_remove_index (assessment->points, i - 1);
      else
        move_review (review, before, (guint) old, score, (guint) new);
    }
}

/* The assessment as the other pack would have it. A confirmed one keeps the figures and vetoes it froze. */
static void
move_assessment (JpAssessment *assessment, const JpResult *before, const JpPack *pack)
{
  gboolean frozen = assessment->frozen != NULL && assessment->state == JP_ASSESSMENT_CONFIRMED;
  const JpFigures *previous
    = frozen ? assessment->frozen->previous : jp_dossier_figures (before->dossier, before->year - 1);
  const JpFigures *current = frozen ? assessment->frozen->current : jp_dossier_figures (before->dossier, before->year);
  g_auto (JpScore) score = { 0 };

  jp_score_init (&score, pack, before->year, previous, current);
  move_reviews (assessment, before, &score);
  g_free (assessment->pack_id);
  assessment->pack_id = g_strdup (pack->id);
  assessment->pack_version = pack->version;
}

static int
standing_total (const JpResult *result)
{
  int total = 0;

  for (guint i = 0; i < result->pack->n_indicators; i++)
    total += MAX (result->points[i].standing, 0);

  return total;
}

static JpSimulatedResult *
simulate (JpResult *before, const JpContext *other, const JpPack *pack, int year)
{
  JpSimulatedResult *row = g_new0 (JpSimulatedResult, 1);
  JpAssessment *assessment;

  row->before = before;
  row->dossier = jp_dossier_copy (before->dossier);
  assessment = (JpAssessment *) jp_dossier_assessment (row->dossier, year);
  if (assessment != NULL && before->pack != NULL)
    move_assessment (assessment, before, pack);
  row->after = jp_result_new (row->dossier, other, year);
  if (assessment != NULL && assessment->frozen != NULL && assessment->state == JP_ASSESSMENT_CONFIRMED)
    {
      assessment->frozen->total = standing_total (row->after);
      jp_result_free (row->after);
      row->after = jp_result_new (row->dossier, other, year);
    }

  return row;
}

static JpMoney
known (JpMoney amount)
{
  return amount == JP_MONEY_UNKNOWN ? 0 : amount;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const JpSimulatedResult *x = *(const JpSimulatedResult **) a, *y = *(const JpSimulatedResult **) b;
  JpMoney x_money = ABS (known (x->after->amount) - known (x->before->amount));
  JpMoney y_money = ABS (known (y->after->amount) - known (y->before->amount));
  int x_total = ABS (x->after->total - x->before->total), y_total = ABS (y->after->total - y->before->total);

  if (jp_simulated_amount_differs (x) != jp_simulated_amount_differs (y))
    return jp_simulated_amount_differs (x) ? -1 : 1;
  if (x_money != y_money)
    return x_money > y_money ? -1 : 1;

  return x_total != y_total ? (x_total > y_total ? -1 : 1) : 0;
}

static void
count_row (JpPackSimulation *self, const JpSimulatedResult *row)
{
  self->n_total += jp_simulated_total_differs (row) ? 1 : 0;
  self->n_band += jp_simulated_band_differs (row) ? 1 : 0;
  self->n_amount += jp_simulated_amount_differs (row) ? 1 : 0;
  self->before += known (row->before->amount);
  self->after += known (row->after->amount);
}

/**
 * jp_pack_simulation_new:
 * @dossiers: (element-type JpDossier): all clusters; they must outlive the simulation
 * @context: the rules as they are; its packs must outlive the simulation
 * @pack: the pack that is thought of; whether it would govern @year is not asked
 * @year: an assessment year
 *
 * Computes what @pack would change in the assessments of @year. Points that took the computed ones over are computed
 * anew; a reviewer's own judgement keeps its part of the weight, half up to 0.01; an indicator that is not in @pack
 * falls away, a new one waits for points where it cannot be computed. Confirmed assessments keep the figures and
 * vetoes they froze.
 *
 * Returns: (transfer full): both results of each cluster that was due, differences first
 */
JpPackSimulation *
jp_pack_simulation_new (GPtrArray *dossiers, const JpContext *context, JpPack *pack, int year)
{
  JpPackSimulation *self = g_new0 (JpPackSimulation, 1);
  JpContext other = *context;

  self->year = year;
  self->rows = g_ptr_array_new_with_free_func (simulated_result_free);
  self->packs = jp_pack_set_copy (context->packs);
  if (jp_pack_set_find (self->packs, pack->id, pack->version) == NULL)
    jp_pack_set_add (self->packs, pack, NULL, JP_DATE_NONE);
  jp_pack_set_fix_year (self->packs, year, pack->id, pack->version);
  other.packs = self->packs;

  for (guint i = 0; i < dossiers->len; i++)
    {
      JpResult *before = jp_result_new (dossiers->pdata[i], context, year);

      if (before->due)
        g_ptr_array_add (self->rows, simulate (before, &other, jp_pack_set_for_year (self->packs, year), year));
      else
        jp_result_free (before);
    }
  for (guint i = 0; i < self->rows->len; i++)
    count_row (self, self->rows->pdata[i]);
  g_ptr_array_sort (self->rows, compare_rows);

  return self;
}

/**
 * jp_pack_simulation_free:
 * @self: (nullable) (transfer full): a simulation
 */
void
jp_pack_simulation_free (JpPackSimulation *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->rows);
  jp_pack_set_free (self->packs);
  g_free (self);
}
