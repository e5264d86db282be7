/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-result.h"

G_BEGIN_DECLS

typedef enum
{
  JP_ASSESSMENT_NAME,
  JP_ASSESSMENT_AREA, /* the district's name */
  JP_ASSESSMENT_STATE,
  JP_ASSESSMENT_COMPUTED,
  JP_ASSESSMENT_BY_DISTRICT,
  JP_ASSESSMENT_BY_CITY,
  JP_ASSESSMENT_BAND,
  JP_ASSESSMENT_AMOUNT,
  JP_ASSESSMENT_MISSING,
  JP_ASSESSMENT_VETO,
  JP_ASSESSMENT_N_COLUMNS,
} JpAssessmentColumn;

/**
 * JpAssessmentColumnInfo:
 * @id: as the settings write it
 * @title: for the window; marked for translation
 * @header: of a copied table, always Chinese
 * @width: at first, in pixels; 0: a long text, which takes what is left
 * @number: shown flush right
 *
 * A column of the year's assessments.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *header;
  int         width;
  gboolean    number;
} JpAssessmentColumnInfo;

const JpAssessmentColumnInfo *jp_assessment_column_info (JpAssessmentColumn column);

/* What a cell shows; @district: the name of the cluster's district. */
char   *jp_assessment_column_text (JpAssessmentColumn column, const JpResult *result, const char *district);
/* What orders the rows as the column does; @place: the cluster's place by name. */
gint64  jp_assessment_column_key  (JpAssessmentColumn column, const JpResult *result, guint place);

/* 否决: the numbers of those that stand, "（二）、（四）"; "" where none does. */
char   *jp_assessment_veto_numbers (const JpResult *result);
/* "40.00 万元 (2026)", "0.00–60.00 万元 (2026)" while provisional, "不涉及资金". */
char   *jp_assessment_amount_text  (const JpResult *result);
/* Hundredths as points, "—" where unknown. */
char   *jp_assessment_points_text  (int hundredths);

G_END_DECLS
