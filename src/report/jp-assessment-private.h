/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-paper-words.h"

G_BEGIN_DECLS

/* What the parts of the assessment paper share: the sentences on it, and the data it prints. */
char              *jp_assessment_facts         (const JpResult *result, const JpRank *rank, const JpContext *context);
char              *jp_assessment_conclusion    (const JpResult *result, const JpRank *rank, const JpContext *context);
char              *jp_assessment_overridden    (const JpResult *result, const JpContext *context); /* or NULL */
char              *jp_assessment_opinion       (const JpResult *result, gboolean city);
char              *jp_assessment_short_reasons (const JpResult *result);
char              *jp_assessment_long_reason   (const JpResult *result, guint indicator);
const char        *jp_assessment_veto_word     (const JpResult *result, const JpVeto *veto, const JpContext *context);
const char        *jp_assessment_veto_finding  (const JpVeto *veto);
const JpReviewPoints *jp_assessment_review     (const JpResult *result, guint indicator);

/* The operator of the year, and its code where it is still the operator. */
const char        *jp_assessment_operator      (const JpResult *result);
const char        *jp_assessment_credit_code   (const JpResult *result);

G_END_DECLS
