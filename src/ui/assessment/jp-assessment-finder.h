/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-assessment-list.h"

G_BEGIN_DECLS

#define JP_TYPE_ASSESSMENT_FINDER (jp_assessment_finder_get_type ())
G_DECLARE_FINAL_TYPE (JpAssessmentFinder, jp_assessment_finder, JP, ASSESSMENT_FINDER, GtkBox)

/**
 * JpAssessmentFinder:
 *
 * What filters a list of assessments: the search with the number of hits, and the chips, which stand in a bin of the
 * page. Signals: "changed", the list is filtered otherwise; "activate", Enter in the search.
 */
void       jp_assessment_finder_set_list  (JpAssessmentFinder *self, JpAssessmentList *list);
GtkWidget *jp_assessment_finder_get_chips (JpAssessmentFinder *self);
/* Shows what the list now counts. */
void       jp_assessment_finder_update    (JpAssessmentFinder *self, JpSession *session);
void       jp_assessment_finder_show      (JpAssessmentFinder *self, const JpAssessmentFilter *filter);
/* No filter, and the cursor in the search. */
void       jp_assessment_finder_clear     (JpAssessmentFinder *self);
gboolean   jp_assessment_finder_focus     (JpAssessmentFinder *self);

/* The filter, as part of a page's state. */
void       jp_assessment_finder_save      (JpAssessmentFinder *self, GVariantDict *state);
void       jp_assessment_finder_restore   (JpAssessmentFinder *self, GVariantDict *state);

G_END_DECLS
