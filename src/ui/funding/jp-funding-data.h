/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-fund-case.h"
#include "jp-search-key.h"
#include "jp-snapshot.h"

G_BEGIN_DECLS

/* What the chips of the page tell apart: bits. */
typedef enum
{
  JP_FUNDING_TODO      = 1 << 0, /* an act of its case is next */
  JP_FUNDING_PUBLICITY = 1 << 1, /* publicity is running or held */
  JP_FUNDING_PAID      = 1 << 2, /* something was paid */
  JP_FUNDING_REFUND    = 1 << 3, /* something is to be refunded */
} JpFundingMarks;

#define JP_N_FUNDING_MARKS 4

/* A cluster with its funding years as of today. */
typedef struct
{
  const JpDossier *dossier; /* of the data's snapshot */
  char            *name;    /* without city and 产业集群 */
  char            *term;    /* its validity, in words */
  gboolean         ended;   /* out of term for good */
  gboolean         assumed; /* the first year is assumed */
  int              start;   /* F */
  JpFundCase      *cases;
  guint            n_cases;
  char           **states;  /* of each case, in words for its cell */
  JpMoney          paid;
  JpMoney          most;    /* all the years together could come to */
  guint            marks;   /* of JpFundingMarks */
  JpSearchKey     *key;
} JpFundingRow;

/**
 * JpFundingData:
 *
 * What the funding page shows: every recognised cluster's funding years, derived from one snapshot on any thread.
 * Immutable and reference-counted; it keeps the snapshot that it borrows from.
 */
typedef struct _JpFundingData JpFundingData;
struct _JpFundingData
{
  gatomicrefcount ref_count;
  JpSnapshot     *snapshot;
  GPtrArray      *rows;        /* of JpFundingRow, in the order of the dossiers */
  int             fiscal_year; /* Y + 1 */
  guint           n_years;     /* the most funding years that any cluster has */
  const JpPack   *pack;        /* in force today; NULL: none */
  gboolean        confirmed;   /* FALSE: 评分标准未核定 */
};

/* The cases of a cluster of the data, and the totals of any clusters of it. */
JpFundingData      *jp_funding_data_new   (JpSnapshot *snapshot);
JpFundingData      *jp_funding_data_ref   (JpFundingData *self);
void                jp_funding_data_unref (JpFundingData *self);
const JpFundingRow *jp_funding_data_find  (const JpFundingData *self, const char *id);
GArray             *jp_funding_budget     (GPtrArray *rows); /* of JpBudgetYear */
const JpFundCase   *jp_funding_row_case   (const JpFundingRow *row, guint ordinal); /* NULL: none */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpFundingData, jp_funding_data_unref)

/* How a case is shown: an icon, one of the styles "good", "amber", "bad", "calm", "plain", and words. */
const char *jp_funding_icon       (const JpFundCase *fund_case);
const char *jp_funding_style      (const JpFundCase *fund_case);
char       *jp_funding_state_text (const JpDossier *dossier, const JpContext *context, const JpFundCase *fund_case,
                                   gboolean ended);
char       *jp_funding_worth_text (const JpFundCase *fund_case); /* "60.00", or the range "0–60" */
char       *jp_funding_short_wan  (JpMoney money);               /* "60", "12.50" */
char       *jp_funding_day_text   (JpDate day, JpDate today);    /* 2月14日, with the year where it is another */

G_END_DECLS
