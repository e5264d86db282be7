/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-pack-draft.h"
#include "jp-session.h"

G_BEGIN_DECLS

/* The draft of the rules of one data file, kept beside the user's other things so that nothing typed is lost: after
 * each change, whole or not at all. */
JpPackDraft *jp_rules_draft_load    (JpSession *session); /* the one kept; else a new version of the pack in force */
gboolean     jp_rules_draft_kept    (JpSession *session);
gboolean     jp_rules_draft_save    (JpSession *session, const char *json, GError **error);
void         jp_rules_draft_discard (JpSession *session);
/* Makes it the next version of its pack, governing from a year it names. */
void         jp_rules_draft_number  (JpPackDraft *draft, const JpContext *context);

G_END_DECLS
