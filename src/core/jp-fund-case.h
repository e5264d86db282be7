/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-result.h"

G_BEGIN_DECLS

#define JP_FUND_ERROR (jp_fund_error_quark ())

/**
 * JpFundError: why an act of a funding case was refused.
 * @JP_FUND_ERROR_STATE: not the next step
 * @JP_FUND_ERROR_OFFICE: not an act of this office
 * @JP_FUND_ERROR_DATE: after today, before the act it follows, or before its fiscal year
 * @JP_FUND_ERROR_ENTITLEMENT: above what the cluster is entitled to, or nothing entitled
 * @JP_FUND_ERROR_PLAN: the plan's lines or purposes are not in order
 * @JP_FUND_ERROR_PUBLICITY: publicity is not over
 * @JP_FUND_ERROR_OBJECTION: an objection is open
 * @JP_FUND_ERROR_PAID: already paid
 * @JP_FUND_ERROR_TERM: not in term on that day
 * @JP_FUND_ERROR_BLOCKED: blocked, and the city may override with a reason
 * @JP_FUND_ERROR_REASON: allowed only with a reason
 * @JP_FUND_ERROR_HELD: waits for another decision (contradicted result, refund due, assessment reopened); no reason
 * passes it
 * @JP_FUND_ERROR_VOUCHER: money moves only with a voucher
 */
typedef enum
{
  JP_FUND_ERROR_STATE,
  JP_FUND_ERROR_OFFICE,
  JP_FUND_ERROR_DATE,
  JP_FUND_ERROR_ENTITLEMENT,
  JP_FUND_ERROR_PLAN,
  JP_FUND_ERROR_PUBLICITY,
  JP_FUND_ERROR_OBJECTION,
  JP_FUND_ERROR_PAID,
  JP_FUND_ERROR_TERM,
  JP_FUND_ERROR_BLOCKED,
  JP_FUND_ERROR_REASON,
  JP_FUND_ERROR_HELD,
  JP_FUND_ERROR_VOUCHER,
} JpFundError;

GQuark jp_fund_error_quark (void);

/* States of a funding year, with CTL.md's ids. */
typedef enum
{
  JP_CASE_LATER,     /* its assessment is not confirmed, or its time has not come */
  JP_CASE_OPEN,      /* a plan can be handed in */
  JP_CASE_PLAN,      /* plan handed in, the district is to review */
  JP_CASE_DISTRICT,  /* passed by the district, the city is to review */
  JP_CASE_CITY,      /* passed by the city, to be publicised */
  JP_CASE_PUBLICITY, /* publicity running */
  JP_CASE_HELD,      /* an objection is open */
  JP_CASE_PAYABLE,
  JP_CASE_PAID,
  JP_CASE_ZERO,      /* entitled to nothing: band, veto, or out of term */
} JpCaseState;

const char *jp_case_state_id   (JpCaseState state);
const char *jp_case_state_name (JpCaseState state);

/**
 * JpFundCase:
 *
 * One funding year of a cluster (第 n 年支持资金) on one day: what it is worth, by which assessment, and how far
 * its acts have gone (R-FUND; 第十三条, 第十五条). A plain value; clear with jp_fund_case_clear().
 */
typedef struct
{
  guint         ordinal;      /* 1… */
  int           fiscal_year;  /* F + ordinal − 1 */
  int           basis_year;   /* assessment year it rests on; 0 for the fixed year */
  const JpPack *pack;         /* the pack that sets its amount; borrowed */
  JpMoney       least, most;  /* least == most once decided */
  JpMoney       expected;     /* what today's totals would give */
  gboolean      decided;
  JpMoney       entitled;     /* JP_MONEY_UNKNOWN until decided */
  JpCaseState   state;
  JpMoney       paid;         /* payments less refunds */
  JpMoney       to_refund;    /* 应退: paid more than it is worth now */
  JpDate        publicity_first, publicity_last; /* of the last publicity */
  gboolean      publicity_provisional;
  JpDate        payable_from; /* JP_DATE_NONE: not known yet */
  const JpFundAct *plan;      /* the plan that stands, or NULL; borrowed */
  const char   *missing;      /* official words: what the plan should have brought and has not, or NULL (第十四条) */
  gboolean      audit_due;
  char         *basis;        /* official sentence: why it is worth this */
  char         *blocked;      /* why the next step is not allowed today, or NULL */
  gboolean      overridable;  /* the city may pass what blocks, with a reason that is printed */
  char         *overridden;   /* official sentence: what the city passed when it paid, who, when and why; or NULL */
} JpFundCase;

void     jp_fund_case_init  (JpFundCase *fund_case, const JpDossier *dossier, const JpContext *context, guint ordinal);
void     jp_fund_case_clear (JpFundCase *fund_case);
/* F, the first fiscal year (资金首年): given, or assumed from the recognition; 0: not recognised. */
int      jp_funding_start   (const JpDossier *dossier, const JpContext *context, gboolean *assumed);
guint    jp_funding_n_years (const JpDossier *dossier, const JpContext *context); /* of the pack that governs year 1 */
const JpPack *jp_funding_pack (const JpDossier *dossier, const JpContext *context,
                               guint ordinal); /* that sets a year's amount */

/* The day the last year was paid or forfeited, from which the audit is due; JP_DATE_NONE: not yet. @life may be NULL.
 */
JpDate   jp_funding_ended_on (const JpDossier *dossier, const JpContext *context, const JpLife *life);
gboolean jp_funding_audited  (const JpDossier *dossier, JpDate ended_on, JpDate day);
const char *jp_operator_on (const JpDossier *dossier,
                            JpDate day); /* the operator in office on a day; NULL: not known */

/* Whether @act may be done; @act->date counts, completed (last_day, pack, operator) on success. */
gboolean jp_fund_check_act  (const JpDossier *dossier, const JpContext *context, JpFundAct *act, GError **error);
gboolean jp_fund_check_start (const JpDossier *dossier, const JpContext *context, int year, const char *reason,
                              GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JpFundCase, jp_fund_case_clear)

/* Totals of one fiscal year over many clusters: the budget. */
typedef struct
{
  int     fiscal_year;
  JpMoney paid;
  JpMoney certain;  /* entitled */
  JpMoney expected; /* certain + what today's totals would give */
  JpMoney most;
} JpBudgetYear;

/* @dossiers of JpDossier → of JpBudgetYear by fiscal year. */
GArray  *jp_budget_new      (GPtrArray *dossiers, const JpContext *context);
/* One more case in totals that stay in the order of fiscal years. */
void     jp_budget_add      (GArray *years, const JpFundCase *fund_case);

G_END_DECLS
