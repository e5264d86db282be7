/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-assess-missing.h"
#include "jp-review.h"

G_BEGIN_DECLS

/* The steps of the wizard, in order. */
typedef enum
{
  JP_STEP_ELIGIBILITY,
  JP_STEP_FIGURES,
  JP_STEP_POINTS,
  JP_STEP_VETOES,
  JP_STEP_CONCLUSION,
  JP_N_STEPS,
} JpStep;

const char *jp_step_id    (JpStep step);
const char *jp_step_title (JpStep step); /* translated */
gboolean    jp_step_parse (const char *id, JpStep *step);
/* The step in which something missing is dealt with. */
JpStep      jp_step_of    (JpLackKind kind);

#define JP_TYPE_REVIEW_SUMMARY (jp_review_summary_get_type ())
G_DECLARE_FINAL_TYPE (JpReviewSummary, jp_review_summary, JP, REVIEW_SUMMARY, AdwBin)

/**
 * JpReviewSummary:
 *
 * Beside every step: the total so far, its band and amount, the way to the next band, and what is missing and where.
 *
 * Signals: "go" (guint step, guint index): a missing thing was clicked.
 */
GtkWidget *jp_review_summary_new (JpReview *review);

G_END_DECLS
