/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-life.h"

G_BEGIN_DECLS

/* The steps of a recognition, or of its renewal, in their order. */
typedef enum
{
  JP_RENEWAL_CHECK,     /* against the recognition standard */
  JP_RENEWAL_GOALS,     /* of the three-year plan */
  JP_RENEWAL_APPLY,
  JP_RENEWAL_REVIEW,
  JP_RENEWAL_RECOMMEND,
  JP_RENEWAL_OUTCOME,
  JP_N_RENEWAL_STEPS,
} JpRenewalStepKind;

typedef enum
{
  JP_STEP_LATER,
  JP_STEP_NOW,  /* something is to be done */
  JP_STEP_DONE,
  JP_STEP_BAD,  /* ended without success */
} JpStepState;

typedef struct
{
  JpStepState state;
  GPtrArray  *acts;   /* of JpAct, borrowed from the dossier: what was done */
  guint       next;   /* acts that may follow now: bit 1 << JpActKind */
  char       *words;  /* how it stands, or why it is not its time */
} JpRenewalStep;

/**
 * JpRenewalCase:
 *
 * How far the renewal of a cluster has come, from twelve months before its term ends to the ministry's decision; for
 * one that was never recognised, its first application (R-LIFE, R-TERM, R-STANDARD; 第五条–第八条).
 */
typedef struct
{
  gboolean      first_time;
  JpTerm        term;         /* that is to be renewed; zero */
  JpDate        opens;        /* of the window; JP_DATE_NONE: at any time */
  JpRenewalStep steps[JP_N_RENEWAL_STEPS];
  const JpStandardCheck *check; /* on record for this round; NULL */
  guint         n_met, n_not_met, n_unknown; /* of the standard today */
  int           quota;        /* the city's of this year; −1: none set */
  guint         n_recommended; /* others in this year */
} JpRenewalCase;

/* @dossiers of JpDossier: all of the file, for the quota. */
void jp_renewal_case_init (JpRenewalCase *self, const JpDossier *dossier, GPtrArray *dossiers,
                           const JpContext *context);
void  jp_renewal_case_clear    (JpRenewalCase *self);
/* The step that is to be seen first: the one at hand. */
guint jp_renewal_case_present  (const JpRenewalCase *self);
int   jp_renewal_check_year    (const JpContext *context); /* the latest full year */

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JpRenewalCase, jp_renewal_case_clear)

G_END_DECLS
