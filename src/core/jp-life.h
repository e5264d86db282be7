/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-context.h"

G_BEGIN_DECLS

#define JP_LIFE_ERROR (jp_life_error_quark ())

/**
 * JpLifeError:
 * @JP_LIFE_ERROR_STAGE: the act does not follow from the present stage
 * @JP_LIFE_ERROR_OFFICE: not an act of this office
 * @JP_LIFE_ERROR_DATE: after today, before the act it follows, outside the renewal window or after the last day
 * @JP_LIFE_ERROR_REASON: allowed only with a reason
 * @JP_LIFE_ERROR_STANDARD: no standard self-check on record
 * @JP_LIFE_ERROR_TERM: the term given cannot be
 */
typedef enum
{
  JP_LIFE_ERROR_STAGE,
  JP_LIFE_ERROR_OFFICE,
  JP_LIFE_ERROR_DATE,
  JP_LIFE_ERROR_REASON,
  JP_LIFE_ERROR_STANDARD,
  JP_LIFE_ERROR_TERM,
} JpLifeError;

GQuark jp_life_error_quark (void);

/* The stages of R-LIFE; awaiting and lapsed come from dates alone. */
typedef enum
{
  JP_STAGE_NONE,
  JP_STAGE_CULTIVATING,
  JP_STAGE_APPLIED,
  JP_STAGE_ACCEPTED,
  JP_STAGE_REVIEWED,
  JP_STAGE_INSPECTED,
  JP_STAGE_RECOMMENDED,
  JP_STAGE_RECOGNISED,
  JP_STAGE_RENEWAL_APPLIED,
  JP_STAGE_RENEWAL_REVIEWED,
  JP_STAGE_RENEWAL_RECOMMENDED,
  JP_STAGE_RENEWED,
  JP_STAGE_AWAITING,
  JP_STAGE_NOT_RENEWED,
  JP_STAGE_LAPSED,
  JP_STAGE_REVOKED,
  JP_N_STAGES,
} JpStage;

const char *jp_stage_id   (JpStage stage);
const char *jp_stage_name (JpStage stage); /* printed in Chinese */

/**
 * JpLife:
 *
 * The life of a cluster as its dated acts tell it on one day (R-LIFE, R-TERM; 第四条–第八条). A plain value
 * that owns its arrays; clear it with jp_life_clear().
 *
 * After a failed renewal the stage is not-renewed at once and stays so, while the term runs on to its last day:
 * @lapsed_on says from when the cluster is out of term. A term that ended before the file's first day without a
 * record sets @not_recorded and leaves the stage as the acts have it: nobody is said to have lapsed in a time the
 * file knows nothing of.
 */
typedef struct
{
  JpStage stage;
  JpStage acted;         /* by acts alone: never awaiting or lapsed */
  GArray *terms;         /* of JpTerm, in order; renewals joined on */
  GArray *waits;         /* of JpTerm: days spent awaiting; the last may be open, ending with G_MAXUINT32 */
  JpDate  recognised_on; /* JP_DATE_NONE: not recognised */
  JpDate  renewal_opens; /* first day of the renewal window of the last term */
  JpDate  renewal_applied_on; /* of the last term; JP_DATE_NONE: no application */
  JpDate  failed_on;     /* day of a failed renewal; JP_DATE_NONE */
  JpDate  lapsed_on;     /* first day out of term by lapse or failed renewal; JP_DATE_NONE */
  JpDate  revoked_on;
  gboolean sent_back;    /* cultivating because an application was returned or declined */
  gboolean not_recorded; /* the last term ended before the file's first day without a record (R-SINCE) */
  const JpAct *last_act; /* borrowed from the dossier; NULL */
} JpLife;

void jp_life_init (JpLife *life, const JpDossier *dossier, const JpContext *context); /* as of context->today */
void jp_life_init_on (JpLife *life, const JpDossier *dossier, const JpContext *context,
                      JpDate day); /* acts up to @day only */
void     jp_life_clear      (JpLife *life);
const JpTerm *jp_life_last_term (const JpLife *life);                    /* NULL: never recognised */
gboolean jp_life_in_term (const JpLife *life, JpDate day); /* in a term, not revoked; awaiting is not in term */
gboolean jp_life_awaiting (const JpLife *life,
                           JpDate day); /* after a term's end, applied in time, not yet decided on @day */
gboolean jp_life_has_duties (const JpLife *life, int year); /* in term or awaiting on any day of the year, R-CAL */
/* How close the last term's end is: the smallest of the pack's lead months that has begun on @day; 0: none yet. */
guint    jp_life_warning    (const JpLife *life, const JpPack *pack, JpDate day);
int      jp_life_ordinal_on (const JpLife *life, JpDate day);            /* 1…, which term; 0 none */

/* Whether @act may be done now: NULL error → allowed. @act->term may be given (recognise, renew) and is completed
 * by the rule when only the first day, or nothing, is given. Changes @act->term only on success. */
gboolean jp_life_check_act  (const JpDossier *dossier, const JpContext *context, JpAct *act, GError **error);
/* Whether the acts on record, taken one by one, are still allowed: after a correction. */
gboolean jp_life_check_history (const JpDossier *dossier, const JpContext *context, GError **error);
/* Whether one more recommendation fits the city's quota of its year, or has its reason. */
guint    jp_life_count_recommended (GPtrArray *dossiers, const char *except, JpActKind kind, int year);
gboolean jp_life_check_quota (const JpContext *context, JpDate day, guint n_recommended, const char *reason,
                              GError **error);
/* Acts that the window offers as buttons: bit 1 << JpActKind. */
guint    jp_life_next_acts  (const JpDossier *dossier, const JpContext *context);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JpLife, jp_life_clear)

G_END_DECLS
