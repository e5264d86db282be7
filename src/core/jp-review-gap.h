/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-result.h"

G_BEGIN_DECLS

/* How far a district's points lie from the city's, over several assessments (双审对照). */
typedef struct
{
  guint n;       /* assessments in which both gave every indicator its points */
  int   average; /* district − city, hundredths, half up; 0 where there is none */
} JpReviewGap;

/* Whether both gave every indicator its points; @gap: district's total − city's, hundredths. */
gboolean    jp_review_gap_of      (const JpResult *result, int *gap);
/* @results of JpResult; @district: its code, or NULL for all. */
JpReviewGap jp_review_gap_average (GPtrArray *results, const char *district);

G_END_DECLS
