/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-context.h"

G_BEGIN_DECLS

#define JP_FILING_ERROR (jp_filing_error_quark ())

/**
 * JpFilingError:
 * @JP_FILING_ERROR_DATE: after today, or before it can be
 * @JP_FILING_ERROR_KIND: a kind or grade the rule pack does not know
 * @JP_FILING_ERROR_REASON: allowed only with a reason
 * @JP_FILING_ERROR_EXISTS: filed already; a wrong one is corrected
 * @JP_FILING_ERROR_LOCKED: the figure is locked by a confirmed assessment
 * @JP_FILING_ERROR_VALUE: a figure that cannot be
 */
typedef enum
{
  JP_FILING_ERROR_DATE,
  JP_FILING_ERROR_KIND,
  JP_FILING_ERROR_REASON,
  JP_FILING_ERROR_EXISTS,
  JP_FILING_ERROR_LOCKED,
  JP_FILING_ERROR_VALUE,
} JpFilingError;

GQuark jp_filing_error_quark (void);

/* Whether something may be put on record about a cluster; the rules behind jp-cluster-work.h. */
gboolean jp_filing_check_return (const JpDossier *dossier, const JpContext *context, int year, JpDate filed,
                                 GError **error);
gboolean jp_filing_check_change (const JpDossier *dossier, const JpContext *context, const JpChange *change,
                                 GError **error);
/* The field a filed change moves (industry, scope, operator); NULL for other changes. */
char   **jp_filing_changed_field  (JpDossier *dossier, const char *kind);
gboolean jp_filing_check_incident (const JpDossier *dossier, const JpContext *context, const JpIncident *incident,
                                   GError **error);
gboolean jp_filing_check_support (const JpDossier *dossier, const JpContext *context, const JpSupport *support,
                                  GError **error);
gboolean jp_filing_check_duty     (const JpContext *context, const JpOwnDuty *duty, GError **error);
/* A paper kept with a record: its kind, its day, the year it is to prove. */
gboolean jp_filing_check_attachment (const JpContext *context, const JpAttachment *attachment, GError **error);
/* Evidence comes and goes until its assessment is confirmed. */
gboolean jp_filing_check_evidence_open (const JpDossier *dossier, const JpAttachment *attachment, GError **error);
/* What it proves, for the journal and for lists, always Chinese; NULL: it is no evidence. */
char    *jp_filing_evidence_words (const JpContext *context, const JpAttachment *attachment);
/* What a person judged of the recognition standard: @judgements of JpJudgement, with @year as the latest full year. */
gboolean jp_filing_check_standard (const JpContext *context, int year, GPtrArray *judgements, GError **error);

/* The confirmed assessment that has frozen the figures of @year (its own year's, or the year's after); NULL: none. */
const JpAssessment *jp_filing_locked_by (const JpDossier *dossier, int year);
/* @office and @reason: a locked figure takes the city and a reason (R-SCORE, Freeze). */
gboolean jp_filing_check_figure (const JpDossier *dossier, const JpContext *context, int year, const char *metric,
                                 gint64 value, const char *office, const char *reason, GError **error);

/* A new cluster (@before NULL), or changed fields of one. */
gboolean jp_filing_check_identity (const JpDossier *before, const JpDossier *after, const JpContext *context,
                                   GError **error);

G_END_DECLS
