/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-fund-case.h"

G_BEGIN_DECLS

#define JP_AUDIT_ERROR (jp_audit_error_quark ())

/**
 * JpAuditError:
 * @JP_AUDIT_ERROR_DATE: after today, or before what it follows
 * @JP_AUDIT_ERROR_STATE: not the next step
 * @JP_AUDIT_ERROR_OFFICE: not an act of this office
 * @JP_AUDIT_ERROR_OPEN: findings are open
 * @JP_AUDIT_ERROR_INCOMPLETE: something is missing
 */
typedef enum
{
  JP_AUDIT_ERROR_DATE,
  JP_AUDIT_ERROR_STATE,
  JP_AUDIT_ERROR_OFFICE,
  JP_AUDIT_ERROR_OPEN,
  JP_AUDIT_ERROR_INCOMPLETE,
} JpAuditError;

GQuark jp_audit_error_quark (void);

/* Inspection, special audit and rectification: 挂号 → 整改 → 销号 (R-USE; 第十六条, 第十七条). */
gboolean         jp_finding_is_open     (const JpFinding *finding); /* until both offices confirmed */
const JpFinding *jp_finding_find        (const JpDossier *dossier, int year, guint number);
guint            jp_finding_next_number (const JpDossier *dossier, int year);
const JpAudit   *jp_audit_find_open     (const JpDossier *dossier);

gboolean jp_audit_check_inspection (const JpContext *context, const JpInspection *inspection, GError **error);
gboolean jp_audit_check_open (const JpDossier *dossier, const JpContext *context, const JpAudit *audit, GError **error);
gboolean jp_audit_check_finding (const JpDossier *dossier, const JpContext *context, const JpFinding *finding,
                                 GError **error);
gboolean jp_audit_check_measure (const JpContext *context, const JpFinding *finding, const char *measure, JpDate date,
                                 GError **error);
gboolean jp_audit_check_confirm (const JpDossier *dossier, const JpContext *context, const JpFinding *finding,
                                 const char *office, JpDate date, GError **error);
gboolean jp_audit_check_close (const JpDossier *dossier, const JpContext *context, const JpAudit *audit, JpDate date,
                               GError **error);

G_END_DECLS
