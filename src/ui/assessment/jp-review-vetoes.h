/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-dossier-section.h"
#include "jp-review.h"

G_BEGIN_DECLS

#define JP_TYPE_REVIEW_VETOES (jp_review_vetoes_get_type ())
G_DECLARE_FINAL_TYPE (JpReviewVetoes, jp_review_vetoes, JP, REVIEW_VETOES, JpDossierSection)

/* The fourth step, 一票否决: the five conditions, those the records answer with their evidence. */
GtkWidget *jp_review_vetoes_new (JpReview *review);

G_END_DECLS
