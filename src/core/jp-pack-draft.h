/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "jp-pack.h"

G_BEGIN_DECLS

/**
 * JpPackDraft:
 *
 * A rule pack while it is edited (R-PACK): a JSON document that may have faults, its values reached by the same paths
 * that faults name ("$.indicators[2].weight"). Nothing is checked before it becomes a pack.
 */
typedef struct _JpPackDraft JpPackDraft;

JpPackDraft *jp_pack_draft_new       (const char *json, GError **error);
void         jp_pack_draft_free      (JpPackDraft *self);
char        *jp_pack_draft_to_json   (const JpPackDraft *self);

JsonNode    *jp_pack_draft_get       (const JpPackDraft *self, const char *path); /* (transfer none); NULL: absent */
char        *jp_pack_draft_get_text  (const JpPackDraft *self, const char *path); /* of a scalar; NULL: none */
guint        jp_pack_draft_count     (const JpPackDraft *self, const char *path); /* elements of a list */

/* Each says whether the place exists. A member that is absent is added to the object it belongs to. */
gboolean     jp_pack_draft_set       (JpPackDraft *self, const char *path, JsonNode *value /* (transfer full) */);
gboolean     jp_pack_draft_set_text  (JpPackDraft *self, const char *path, const char *text);
gboolean jp_pack_draft_set_number (JpPackDraft *self, const char *path, const char *text); /* text where it is none */
gboolean     jp_pack_draft_remove    (JpPackDraft *self, const char *path);
gboolean jp_pack_draft_insert (JpPackDraft *self, const char *list, guint index, JsonNode *value /* (transfer full) */);
gboolean     jp_pack_draft_move      (JpPackDraft *self, const char *list, guint from, guint to);

/* Whether a fault at @fault lies at @path or within it. */
gboolean     jp_pack_path_within     (const char *fault, const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpPackDraft, jp_pack_draft_free)

G_END_DECLS
