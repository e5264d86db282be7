/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-score.h"
#include "jp-veto.h"

G_BEGIN_DECLS

/* What the rule computes beside the reviewers' points for one indicator; all hundredths, −1 unknown. */
typedef struct
{
  int computed;
  int district;
  int city;
  int standing; /* the points that count: the city's, else the district's, else the computed */
} JpResultPoints;

/* Where a missing point is cheapest: raise @indicator's measure to its next curve point, and on a straight piece no
 * further than the gap to the next band asks. */
typedef struct
{
  guint  indicator; /* index in the pack */
  int    gain;      /* hundredths, above the standing points */
  gint64 needed;    /* how much more of this year's figures, in their smallest unit; −1: a reviewer's to give */
} JpCheapStep;

/**
 * JpResult:
 *
 * A cluster's assessment of one year as a value: computed points, reviewers' points, vetoes, total, band, the
 * amount that hangs on it, and the way to the next band. The same value is shown in the window, printed,
 * listed and kept (R-SCORE, R-FUND; 第十条, 第十三条). A confirmed assessment is read from what was frozen.
 */
typedef struct
{
  int                 year;
  const JpPack       *pack;        /* borrowed; NULL: no pack governs the year */
  gboolean            pack_confirmed; /* FALSE: 评分标准未核定 */
  const JpDossier    *dossier;     /* borrowed */
  const JpAssessment *assessment;  /* borrowed; NULL: none opened */
  JpAssessmentState   state;
  gboolean            due;         /* an assessment is due for the year, R-CAL */
  JpScore             score;
  JpResultPoints     *points;      /* pack->n_indicators of them */
  int                 total_computed, total_district, total_city; /* sums of the known ones; −1 where none is known */
  int                 total;       /* sum of the standing points */
  GArray             *missing;     /* of guint: indicators without standing points; empty: not provisional */
  int                 most;        /* total if every missing indicator got its weight */
  GPtrArray          *vetoes;      /* of JpVeto */
  gboolean            vetoed;

  const JpBand       *band;        /* NULL while provisional (or no banded year) */
  int                 band_to;     /* upper end in hundredths: the next higher band's lower bound, or 10000 */
  gboolean            involves_money; /* FALSE: 不涉及资金 */
  guint               next_ordinal;   /* funding year that rests on it; 0: none */
  int                 next_fiscal_year;
  JpMoney amount; /* JP_MONEY_UNKNOWN while provisional; 0 where vetoed, or where no money hangs on it */
  JpMoney             least, most_amount;
  int                 gap_points;  /* hundredths to the next band; 0: in the highest, or provisional/vetoed */
  JpMoney             gap_amount;  /* what the next band would add */
  GArray             *cheapest;    /* of JpCheapStep, best first: gain per share of the present figure to be added */
} JpResult;

JpResult *jp_result_new  (const JpDossier *dossier, const JpContext *context, int year);
void      jp_result_free (JpResult *result);

/* Rank and median over confirmed, unvetoed results of one year (1, 2, 2, 4). @results of JpResult. */
typedef struct
{
  guint rank;    /* 0: not ranked */
  guint of;
  int   median;  /* hundredths, half up; −1: none */
} JpRank;
JpRank    jp_result_rank (const JpResult *result, GPtrArray *results);
/* Their average, hundredths half up; −1 where none counts. @district NULL: of all. @n: how many count. */
int       jp_results_average (GPtrArray *results, const char *district, guint *n);

/* Facts that came after confirming and would fail it now, or cleared what failed it (obligation "contradicted"):
 * an official sentence, or NULL where the frozen result still agrees with the records. */
char *jp_contradiction_describe (const JpDossier *dossier, const JpContext *context, const JpAssessment *assessment);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpResult, jp_result_free)

G_END_DECLS
