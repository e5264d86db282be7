/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-dossier-section.h"
#include "jp-review.h"

G_BEGIN_DECLS

#define JP_TYPE_REVIEW_ELIGIBILITY (jp_review_eligibility_get_type ())
G_DECLARE_FINAL_TYPE (JpReviewEligibility, jp_review_eligibility, JP, REVIEW_ELIGIBILITY, JpDossierSection)

/* The first step, 资格与年度: which cluster and year, in which term, under which rules, by whom. */
GtkWidget *jp_review_eligibility_new (JpReview *review);
/* Its only field: who reviews for the district. */
gboolean   jp_review_eligibility_is_in_person (JpReviewEligibility *self);
void       jp_review_eligibility_go_to_person (JpReviewEligibility *self);

G_END_DECLS
