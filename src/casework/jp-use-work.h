/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-audit.h"
#include "jp-desk.h"
#include "jp-use-ledger.h"

G_BEGIN_DECLS

/* Use of the support funds, inspection, audit and rectification (R-USE; 第十四条, 第十六条, 第十七条). */

gboolean jp_casework_use_add      (JpDesk *desk, const char *cluster, JpUseEntry *entry, GError **error);
gboolean jp_casework_use_reverse (JpDesk *desk, const char *cluster, const char *entry_id, JpDate date,
                                  const char *reason, GError **error);
gboolean jp_casework_lock_quarter (JpDesk *desk, const char *cluster, const char *quarter, GError **error);

gboolean jp_casework_inspect      (JpDesk *desk, const char *cluster, JpInspection *inspection, GError **error);
gboolean jp_casework_audit_open   (JpDesk *desk, const char *cluster, JpAudit *audit, GError **error);
gboolean jp_casework_audit_close  (JpDesk *desk, const char *cluster, JpDate date, const char *report, GError **error);
gboolean jp_casework_finding      (JpDesk *desk, const char *cluster, JpFinding *finding, GError **error);
gboolean jp_casework_measure (JpDesk *desk, const char *cluster, int year, guint number, JpDate date,
                              const char *measure, GError **error);
gboolean jp_casework_confirm_finding (JpDesk *desk, const char *cluster, int year, guint number, JpDate date,
                                      GError **error);

G_END_DECLS
