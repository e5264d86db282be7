/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-assessment-row.h"
#include "jp-row-list.h"
#include "jp-session.h"

G_BEGIN_DECLS

#define JP_N_ASSESSMENT_STATES (JP_ASSESSMENT_CONFIRMED + 1)

/* What else is filtered by, and counted. */
typedef enum
{
  JP_ASSESSMENT_VETOED,
  JP_ASSESSMENT_INCOMPLETE, /* indicators without points */
  JP_N_ASSESSMENT_MARKS,
} JpAssessmentMark;

/**
 * JpAssessmentFilter:
 * @search: what was typed, never %NULL
 * @states: bits 1 << JpAssessmentState; 0: all
 * @marks: bits 1 << JpAssessmentMark: any of them; 0: whatever they are
 * @district: interned code; %NULL: all
 */
typedef struct
{
  const char *search;
  guint       states;
  guint       marks;
  const char *district;
} JpAssessmentFilter;

/* How many there are, each group counted under the search and the other groups. */
typedef struct
{
  guint       all;
  guint       shown;
  guint       states[JP_N_ASSESSMENT_STATES];
  guint       marks[JP_N_ASSESSMENT_MARKS];
  GHashTable *districts; /* interned code → number */
} JpAssessmentCounts;

#define JP_TYPE_ASSESSMENT_LIST (jp_assessment_list_get_type ())
G_DECLARE_FINAL_TYPE (JpAssessmentList, jp_assessment_list, JP, ASSESSMENT_LIST, JpRowList)

/* The assessments shown: rows of JpAssessmentRow. */
JpAssessmentList         *jp_assessment_list_new        (void);
/* Takes the results of the session's present snapshot, which the caller keeps. */
void                      jp_assessment_list_show       (JpAssessmentList *self, JpSession *session);
void                      jp_assessment_list_set_filter (JpAssessmentList *self, const JpAssessmentFilter *filter);
const JpAssessmentFilter *jp_assessment_list_get_filter (JpAssessmentList *self);
gboolean                  jp_assessment_list_is_filtered (JpAssessmentList *self);
const JpAssessmentCounts *jp_assessment_list_get_counts (JpAssessmentList *self);

G_END_DECLS
