/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-store.h"

G_BEGIN_DECLS

/* Funding cases (R-FUND) and the use of the money (R-USE). */
gboolean jp_store_put_fund_act (JpTransaction *transaction, const char *cluster, JpFundAct *act, GError **error);
gboolean jp_store_void_fund_act (JpTransaction *transaction, const char *cluster, const char *id, const char *reason,
                                 GError **error);
gboolean jp_store_put_use_entry (JpTransaction *transaction, const char *cluster, JpUseEntry *entry, GError **error);
gboolean jp_store_delete_use_entry (JpTransaction *transaction, const char *cluster, const char *id, GError **error);
gboolean jp_store_lock_quarter (JpTransaction *transaction, const char *cluster, const char *quarter, GError **error);
gboolean jp_store_unlock_quarter (JpTransaction *transaction, const char *cluster, const char *quarter, GError **error);

/* Findings, inspections, audits (R-USE; 第十六条, 第十七条). */
gboolean jp_store_put_finding (JpTransaction *transaction, const char *cluster, JpFinding *finding, GError **error);
gboolean jp_store_delete_finding (JpTransaction *transaction, const char *cluster, const char *id, GError **error);
gboolean jp_store_put_inspection (JpTransaction *transaction, const char *cluster, JpInspection *inspection,
                                  GError **error);
gboolean jp_store_delete_inspection (JpTransaction *transaction, const char *cluster, const char *id, GError **error);
gboolean jp_store_put_audit (JpTransaction *transaction, const char *cluster, JpAudit *audit, GError **error);
gboolean jp_store_delete_audit (JpTransaction *transaction, const char *cluster, const char *id, GError **error);

G_END_DECLS
