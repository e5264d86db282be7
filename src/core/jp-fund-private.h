/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-core-private.h"
#include "jp-fund-case.h"

G_BEGIN_DECLS

/* The parts a funding case is made of: how far its acts have gone, what it is worth, what stands in the way of paying.
 */

/* How far the acts of one funding year have gone, whatever the calendar says. */
typedef struct
{
  JpCaseState      step;      /* open, plan, district, city, publicity or paid */
  const JpFundAct *last;      /* the last act; NULL: none yet */
  const JpFundAct *plan;      /* the plan that stands */
  const JpFundAct *publicise; /* the publicity that stands */
  const JpFundAct *pay;
  guint            n_objections; /* open ones */
  JpDate           dismissed_on; /* last objection dismissed since the publicity began */
  JpMoney          paid;      /* payments less refunds */
} JpFundSteps;

void   jp_fund_steps_init         (JpFundSteps *steps, const JpDossier *dossier, guint ordinal, JpDate day);
/* The last day of the publicity that stands, and the first day on which it allows a payment. */
JpDate jp_fund_steps_publicity (const JpFundSteps *steps, const JpContext *context, const JpPack *pack,
                                gboolean *provisional);
JpDate jp_fund_steps_payable_from (const JpFundSteps *steps, const JpContext *context, const JpPack *pack);

typedef enum
{
  JP_WORTH_FIXED,
  JP_WORTH_BAND,
  JP_WORTH_VETOED,
  JP_WORTH_NO_YEAR,       /* the pack of its assessment gives no support in that year */
  JP_WORTH_NOT_CONFIRMED,
  JP_WORTH_OUT_OF_TERM,
} JpFundGround;

/* What one funding year is worth, and why. */
typedef struct
{
  const JpPack       *pack;
  int                 fiscal_year;
  int                 basis_year;  /* 0: rests on no assessment */
  const JpAssessment *assessment;  /* that it rests on, or that of the year before a fixed first year; NULL */
  JpFundGround        ground;
  JpDate              out_since;   /* out of term from that day on */
  gboolean            late_start_vetoed; /* a fixed year after a vetoed assessment */
  gboolean            decided;
  JpMoney             least, most;
} JpFundWorth;

void jp_fund_worth_init (JpFundWorth *worth, const JpDossier *dossier, const JpContext *context, const JpPack *pack,
                         guint ordinal);
/* Out of term for good: what is not paid is forfeited. */
void  jp_fund_worth_forfeit  (JpFundWorth *worth, const JpLife *life, JpDate day);
char *jp_fund_worth_describe (const JpFundWorth *worth, guint ordinal);

typedef enum
{
  /* Nobody can pass these. */
  JP_BLOCK_TERM,
  JP_BLOCK_FISCAL_YEAR,
  JP_BLOCK_PUBLICITY,
  JP_BLOCK_OBJECTION,
  JP_BLOCK_NOT_CONFIRMED,
  JP_BLOCK_CONTRADICTED,
  JP_BLOCK_REFUND,
  /* The city can, with a reason that is printed. */
  JP_BLOCK_RETURN,
  JP_BLOCK_FINDING,
  JP_BLOCK_PROVISIONAL,
  JP_BLOCK_LATE_START,
} JpFundBlockKind;

#define JP_BLOCK_FIRST_OVERRIDABLE JP_BLOCK_RETURN

typedef struct
{
  JpFundBlockKind kind;
  JpDate          day;    /* from when it would be allowed, or due */
  int             year;   /* assessment or fiscal year */
  guint           number; /* of a finding, or of a case */
} JpFundBlock;

/* What stands in the way of paying on context->today, worst first; of JpFundBlock. */
GArray *jp_fund_blocks_new      (const JpDossier *dossier, const JpContext *context, guint ordinal);
char   *jp_fund_block_describe  (const JpFundBlock *block); /* official words, Chinese */
char   *jp_fund_block_message   (const JpFundBlock *block); /* a localised sentence with what would allow it */

/* The day to hand in the return on @year, or JP_DATE_NONE where there is no such duty. */
JpDate  jp_return_due           (const JpContext *context, const JpLife *life, int year);
gboolean jp_contradiction_open  (const JpDossier *dossier, const JpContext *context, const JpAssessment *assessment);
JpMoney jp_fund_owed_back       (const JpDossier *dossier, const JpContext *context, guint ordinal);

G_END_DECLS
