/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-result.h"

G_BEGIN_DECLS

#define JP_ASSESS_ERROR (jp_assess_error_quark ())

/**
 * JpAssessError: why an act of an assessment was refused (R-SCORE).
 * @JP_ASSESS_ERROR_STATE: not possible in this state; a confirmed assessment refuses all but reopening
 * @JP_ASSESS_ERROR_OFFICE: not an act of this office
 * @JP_ASSESS_ERROR_NOT_DUE: no assessment is due for this cluster and year
 * @JP_ASSESS_ERROR_POINTS: not an indicator, or points outside 0 … its weight
 * @JP_ASSESS_ERROR_REASON: a reason is required
 * @JP_ASSESS_ERROR_INCOMPLETE: something is missing; the message names it
 * @JP_ASSESS_ERROR_PERSON: both reviews by the same person
 * @JP_ASSESS_ERROR_VETO: no such veto, or one that stands by the records
 */
typedef enum
{
  JP_ASSESS_ERROR_STATE,
  JP_ASSESS_ERROR_OFFICE,
  JP_ASSESS_ERROR_NOT_DUE,
  JP_ASSESS_ERROR_POINTS,
  JP_ASSESS_ERROR_REASON,
  JP_ASSESS_ERROR_INCOMPLETE,
  JP_ASSESS_ERROR_PERSON,
  JP_ASSESS_ERROR_VETO,
} JpAssessError;

GQuark jp_assess_error_quark (void);

/* The acts of an assessment, by the ids of CTL.md (and keep, withdraw). */
typedef enum
{
  JP_ASSESS_OPEN,
  JP_ASSESS_POINTS,
  JP_ASSESS_VETO,
  JP_ASSESS_WITHDRAW, /* a reviewer's own veto */
  JP_ASSESS_NARRATIVE,
  JP_ASSESS_SUBMIT,
  JP_ASSESS_RETURN,
  JP_ASSESS_CONFIRM,
  JP_ASSESS_REOPEN,
  JP_ASSESS_KEEP,     /* the city keeps a confirmed result that later facts contradict */
  JP_N_ASSESS_ACTS,
} JpAssessActKind;

/* One act to be done on an assessment; borrowed strings. */
typedef struct
{
  JpAssessActKind kind;
  JpDate          date;
  const char     *office; /* "city" or the district's code */
  const char     *person;
  const char     *item;   /* points: indicator; veto, withdraw: veto; narrative: part */
  int             points; /* hundredths; JP_POINTS_UNKNOWN takes the computed points */
  const char     *text;   /* narrative */
  const char     *reason;
} JpAssessAct;

const char   *jp_assess_act_id    (JpAssessActKind kind);
const char   *jp_assess_act_name  (JpAssessActKind kind);
gboolean      jp_assess_act_parse (const char *id, JpAssessActKind *kind);

/* The assessment as it is after @act, or NULL with the rule that forbids it; @dossier is left as it was. */
JpAssessment *jp_assess_apply (const JpDossier *dossier, const JpContext *context, int year, const JpAssessAct *act,
                               GError **error);

/* What Enter on an empty cell takes, and whether points need a reason: for the district, or for the city. */
int           jp_assess_expected_points (const JpResult *result, guint indicator, gboolean city);
gboolean      jp_assess_needs_reason    (const JpResult *result, guint indicator, gboolean city, int points);

G_END_DECLS
