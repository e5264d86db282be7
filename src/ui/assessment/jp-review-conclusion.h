/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-dossier-section.h"
#include "jp-review.h"

G_BEGIN_DECLS

#define JP_TYPE_REVIEW_CONCLUSION (jp_review_conclusion_get_type ())
G_DECLARE_FINAL_TYPE (JpReviewConclusion, jp_review_conclusion, JP, REVIEW_CONCLUSION, JpDossierSection)

/* The fifth step, 结论: the four parts of the narrative, the official acts, and the paper as it would print now. */
GtkWidget *jp_review_conclusion_new       (JpReview *review);
/* The part in work, by its id; NULL: none. */
const char *jp_review_conclusion_get_part (JpReviewConclusion *self);
void       jp_review_conclusion_go        (JpReviewConclusion *self, const char *part);

G_END_DECLS
