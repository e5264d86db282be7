/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-desk.h"

G_BEGIN_DECLS

/* How every act is done: its rule checks see the cluster and the rules as they are inside the very transaction
 * that writes, so that nothing can come between the check and the act. */

/**
 * JpActWork:
 * @transaction: the transaction being written
 * @context: the rules as they stand inside it
 * @dossier: (nullable): the cluster the act concerns, as it is inside it
 * @entry: the journal entry; the work gives it a summary, and a detail where a correction will need one
 * @data: the act's particulars
 * @error: return location for the rule that forbids it
 *
 * Returns: whether the act was done; otherwise nothing of it is kept
 */
typedef gboolean (*JpActWork) (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier,
                               JpEntry *entry, gpointer data, GError **error);

gboolean jp_desk_do (JpDesk *desk, JpEntryKind kind, const char *act, const char *cluster, JpActWork work,
                     gpointer data, GError **error);

/* An act that concerns several clusters asks this of each; one of a single cluster was asked already. */
gboolean jp_desk_check_district (JpDesk *desk, const JpDossier *dossier, const JpContext *context, GError **error);

/* The detail of an entry: {"record": id} and, for a correction, what else it names. */
char    *jp_detail_new        (const char *record);
char    *jp_detail_get_record (const char *detail);

G_END_DECLS
