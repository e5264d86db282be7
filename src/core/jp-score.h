/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-figures.h"

G_BEGIN_DECLS

typedef enum
{
  JP_SCORE_COMPUTED,
  JP_SCORE_MANUAL,           /* a reviewer gives the points */
  JP_SCORE_NO_PREVIOUS,      /* last year's figure missing, and maybe this year's too */
  JP_SCORE_NO_CURRENT,       /* this year's figure missing */
  JP_SCORE_PREVIOUS_IS_ZERO, /* growth from 0 cannot be computed */
  JP_SCORE_OVERFLOW,         /* does not fit; refused, never wrapped */
} JpScoreStatus;

/**
 * JpIndicatorScore:
 *
 * One indicator as the rule computes it, exactly. The measure is @numerator / @denominator in the unit the
 * curve's thresholds use (a ratio for growth, the shown unit else).
 */
typedef struct
{
  const JpIndicator *indicator; /* borrowed from the pack */
  JpScoreStatus      status;
  gint64             previous;    /* sum in the smallest unit, or JP_VALUE_UNKNOWN */
  gint64             current;
  gint64             numerator;   /* valid when computed */
  gint64             denominator; /* > 0 */
  int                points;      /* hundredths, or −1 */
  int                reached;     /* highest curve point with x ≤ measure, or −1 */
  int                missing_previous; /* pack's index of the first metric not given for the year before, or −1 */
  int                missing_current;  /* the same for the year */
} JpIndicatorScore;

/**
 * JpScore:
 *
 * The computed part of an assessment (R-SCORE, 第十条). A plain value; clear with jp_score_clear().
 * It borrows @pack.
 */
typedef struct
{
  const JpPack     *pack;
  int               year;
  JpIndicatorScore *items; /* pack->n_indicators of them, in the pack's order */
  int               total; /* hundredths: sum of the known points */
  guint             n_missing;
} JpScore;

void jp_score_init  (JpScore *score, const JpPack *pack, int year, const JpFigures *previous, const JpFigures *current);
void jp_score_clear (JpScore *score);

/* The measure for sums of an indicator's metrics, JP_VALUE_UNKNOWN where not known: for the what-if and the gap. */
JpScoreStatus jp_indicator_measure  (const JpPack *pack, const JpIndicator *indicator, gint64 previous, gint64 current,
                                     gint64 *numerator, gint64 *denominator);
guint         jp_indicator_decimals (const JpPack *pack, const JpIndicator *indicator); /* 0 for manual */
const char   *jp_indicator_unit     (const JpPack *pack, const JpIndicator *indicator); /* "" for manual */

/* x (= numerator/denominator) on @curve, as hundredths of @weight's points, half up; FALSE on overflow. */
gboolean jp_curve_points (const JpCurve *curve, int weight, gint64 numerator, gint64 denominator, int *points,
                          int *reached);

/* "1,234,567.00 → 1,358,023.70 万元，增长 10.00%，达到 10% 档，得 20.00 分": an official sentence, always Chinese. */
char *jp_score_explain (const JpScore *score, guint index);
/* How an indicator is scored, threshold by threshold, or grade by grade; always Chinese. */
char *jp_indicator_scale_text (const JpPack *pack, const JpIndicator *indicator);
/* The measure as papers show it: "22.00%", "9", "27.60"; "—" where not computed. */
char *jp_score_measure_text (const JpScore *score, guint index);
char *jp_points_to_string (int hundredths); /* "79.99" */

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JpScore, jp_score_clear)

G_END_DECLS
