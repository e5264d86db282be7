/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of a dossier: an assessment and its parts. Constructors, copies, frees. */

#include "jp-dossier.h"

/**
 * jp_review_points_new:
 * @indicator: an indicator of the pack
 *
 * Returns: (transfer full): the reviewers' points for an indicator, neither given yet
 */
JpReviewPoints *
jp_review_points_new (const char *indicator)
{
  JpReviewPoints *self = g_new0 (JpReviewPoints, 1);

  self->indicator = g_strdup (indicator);
  self->district = JP_POINTS_UNKNOWN;
  self->city = JP_POINTS_UNKNOWN;

  return self;
}

/**
 * jp_review_points_copy:
 * @self: what to copy
 *
 * Returns: (transfer full): a copy that shares nothing with @self
 */
JpReviewPoints *
jp_review_points_copy (const JpReviewPoints *self)
{
  JpReviewPoints *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->indicator = g_strdup (self->indicator);
  copy->district_reason = g_strdup (self->district_reason);
  copy->district_person = g_strdup (self->district_person);
  copy->city_reason = g_strdup (self->city_reason);
  copy->city_person = g_strdup (self->city_person);

  return copy;
}

/**
 * jp_review_points_free:
 * @self: (nullable) (transfer full): what to free
 */
void
jp_review_points_free (JpReviewPoints *self)
{
  if (self == NULL)
    return;

  g_free (self->indicator);
  g_free (self->district_reason);
  g_free (self->district_person);
  g_free (self->city_reason);
  g_free (self->city_person);
  g_free (self);
}

/**
 * jp_reviewer_veto_new:
 * @veto: a veto of the pack
 * @reason: why
 *
 * Returns: (transfer full): a veto added by a reviewer
 */
JpReviewerVeto *
jp_reviewer_veto_new (const char *veto, const char *reason)
{
  JpReviewerVeto *self = g_new0 (JpReviewerVeto, 1);

  self->veto = g_strdup (veto);
  self->reason = g_strdup (reason);

  return self;
}

/**
 * jp_reviewer_veto_copy:
 * @self: what to copy
 *
 * Returns: (transfer full): a copy that shares nothing with @self
 */
JpReviewerVeto *
jp_reviewer_veto_copy (const JpReviewerVeto *self)
{
  JpReviewerVeto *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->veto = g_strdup (self->veto);
  copy->reason = g_strdup (self->reason);
  copy->office = g_strdup (self->office);
  copy->person = g_strdup (self->person);

  return copy;
}

/**
 * jp_reviewer_veto_free:
 * @self: (nullable) (transfer full): what to free
 */
void
jp_reviewer_veto_free (JpReviewerVeto *self)
{
  if (self == NULL)
    return;

  g_free (self->veto);
  g_free (self->reason);
  g_free (self->office);
  g_free (self->person);
  g_free (self);
}

/**
 * jp_narrative_new:
 * @part: one of %JP_NARRATIVE_PARTS
 * @text: what was written
 *
 * Returns: (transfer full): a narrative part
 */
JpNarrative *
jp_narrative_new (const char *part, const char *text)
{
  JpNarrative *self = g_new0 (JpNarrative, 1);

  self->part = g_strdup (part);
  self->text = g_strdup (text);

  return self;
}

/**
 * jp_narrative_copy:
 * @self: what to copy
 *
 * Returns: (transfer full): a copy that shares nothing with @self
 */
JpNarrative *
jp_narrative_copy (const JpNarrative *self)
{
  JpNarrative *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->part = g_strdup (self->part);
  copy->text = g_strdup (self->text);

  return copy;
}

/**
 * jp_narrative_free:
 * @self: (nullable) (transfer full): what to free
 */
void
jp_narrative_free (JpNarrative *self)
{
  if (self == NULL)
    return;

  g_free (self->part);
  g_free (self->text);
  g_free (self);
}

/**
 * jp_frozen_veto_new:
 * @veto: a veto of the pack
 * @evidence: the official sentence that proves it
 *
 * Returns: (transfer full): a veto as it stood when the assessment was confirmed
 */
JpFrozenVeto *
jp_frozen_veto_new (const char *veto, const char *evidence)
{
  JpFrozenVeto *self = g_new0 (JpFrozenVeto, 1);

  self->veto = g_strdup (veto);
  self->evidence = g_strdup (evidence);

  return self;
}

/**
 * jp_frozen_veto_copy:
 * @self: what to copy
 *
 * Returns: (transfer full): a copy that shares nothing with @self
 */
JpFrozenVeto *
jp_frozen_veto_copy (const JpFrozenVeto *self)
{
  JpFrozenVeto *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->veto = g_strdup (self->veto);
  copy->evidence = g_strdup (self->evidence);

  return copy;
}

/**
 * jp_frozen_veto_free:
 * @self: (nullable) (transfer full): what to free
 */
void
jp_frozen_veto_free (JpFrozenVeto *self)
{
  if (self == NULL)
    return;

  g_free (self->veto);
  g_free (self->evidence);
  g_free (self);
}

/**
 * jp_frozen_result_new:
 *
 * Returns: (transfer full): an empty frozen result (R-SCORE, Freeze)
 */
JpFrozenResult *
jp_frozen_result_new (void)
{
  JpFrozenResult *self = g_new0 (JpFrozenResult, 1);

  self->vetoes = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_frozen_veto_free);

  return self;
}

static gpointer
copy_frozen_veto (gconstpointer source, gpointer unused)
{
  return jp_frozen_veto_copy (source);
}

/**
 * jp_frozen_result_copy:
 * @self: what to copy
 *
 * Returns: (transfer full): a copy that shares nothing with @self
 */
JpFrozenResult *
jp_frozen_result_copy (const JpFrozenResult *self)
{
  JpFrozenResult *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->vetoes = g_ptr_array_copy (self->vetoes, copy_frozen_veto, NULL);
  copy->previous = self->previous != NULL ? jp_figures_copy (self->previous) : NULL;
  copy->current = self->current != NULL ? jp_figures_copy (self->current) : NULL;

  return copy;
}

/**
 * jp_frozen_result_free:
 * @self: (nullable) (transfer full): what to free
 */
void
jp_frozen_result_free (JpFrozenResult *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->vetoes);
  jp_figures_free (self->previous);
  jp_figures_free (self->current);
  g_free (self);
}

/**
 * jp_assessment_new:
 * @year: the year assessed
 *
 * Returns: (transfer full): an assessment not begun
 */
JpAssessment *
jp_assessment_new (int year)
{
  JpAssessment *self = g_new0 (JpAssessment, 1);

  self->year = year;
  self->points = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_review_points_free);
  self->vetoes = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_reviewer_veto_free);
  self->narrative = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_narrative_free);

  return self;
}

static gpointer
copy_review_points (gconstpointer source, gpointer unused)
{
  return jp_review_points_copy (source);
}

static gpointer
copy_reviewer_veto (gconstpointer source, gpointer unused)
{
  return jp_reviewer_veto_copy (source);
}

static gpointer
copy_narrative (gconstpointer source, gpointer unused)
{
  return jp_narrative_copy (source);
}

/**
 * jp_assessment_copy:
 * @self: what to copy
 *
 * Returns: (transfer full): a copy that shares nothing with @self
 */
JpAssessment *
jp_assessment_copy (const JpAssessment *self)
{
  JpAssessment *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->pack_id = g_strdup (self->pack_id);
  copy->submitted_by = g_strdup (self->submitted_by);
  copy->district_opinion = g_strdup (self->district_opinion);
  copy->confirmed_by = g_strdup (self->confirmed_by);
  copy->city_opinion = g_strdup (self->city_opinion);
  copy->same_person_reason = g_strdup (self->same_person_reason);
  copy->kept_reason = g_strdup (self->kept_reason);
  copy->kept_against = g_strdup (self->kept_against);
  copy->points = g_ptr_array_copy (self->points, copy_review_points, NULL);
  copy->vetoes = g_ptr_array_copy (self->vetoes, copy_reviewer_veto, NULL);
  copy->narrative = g_ptr_array_copy (self->narrative, copy_narrative, NULL);
  copy->frozen = self->frozen != NULL ? jp_frozen_result_copy (self->frozen) : NULL;

  return copy;
}

/**
 * jp_assessment_free:
 * @self: (nullable) (transfer full): what to free
 */
void
jp_assessment_free (JpAssessment *self)
{
  if (self == NULL)
    return;

  g_free (self->pack_id);
  g_free (self->submitted_by);
  g_free (self->district_opinion);
  g_free (self->confirmed_by);
  g_free (self->city_opinion);
  g_free (self->same_person_reason);
  g_free (self->kept_reason);
  g_free (self->kept_against);
  g_ptr_array_unref (self->points);
  g_ptr_array_unref (self->vetoes);
  g_ptr_array_unref (self->narrative);
  jp_frozen_result_free (self->frozen);
  g_free (self);
}

/**
 * jp_assessment_told:
 * @self: (nullable): an assessment
 * @part: one of %JP_NARRATIVE_PARTS
 *
 * Returns: (nullable) (transfer none): what is written in the part (第九条), or %NULL for nothing
 */
const char *
jp_assessment_told (const JpAssessment *self, const char *part)
{
  for (guint i = 0; self != NULL && i < self->narrative->len; i++)
    {
      const JpNarrative *narrative = g_ptr_array_index (self->narrative, i);

      if (g_strcmp0 (narrative->part, part) == 0 && narrative->text != NULL && *narrative->text != '\0')
        return narrative->text;
    }

  return NULL;
}
