/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-assessment-list.h"

G_BEGIN_DECLS

#define JP_TYPE_ASSESSMENT_CHIPS (jp_assessment_chips_get_type ())
G_DECLARE_FINAL_TYPE (JpAssessmentChips, jp_assessment_chips, JP, ASSESSMENT_CHIPS, AdwBin)

/**
 * JpAssessmentChips:
 *
 * The totals of the year by state, by what is amiss, and by district, each of them a filter. Signal: "changed".
 */
GtkWidget *jp_assessment_chips_new    (void);
void       jp_assessment_chips_update (JpAssessmentChips *self, JpSession *session, const JpAssessmentFilter *filter,
                                       const JpAssessmentCounts *counts);
/* Takes what is chosen into @filter; the search stays as it is. */
void       jp_assessment_chips_apply  (JpAssessmentChips *self, JpAssessmentFilter *filter);

G_END_DECLS
