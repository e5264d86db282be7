/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-obligation.h"
#include "jp-result.h"
#include "jp-store.h"

G_BEGIN_DECLS

/**
 * JpSnapshot:
 *
 * All that a data file held at one moment, and what core derives from it for one assessment year. Immutable and
 * reference-counted: what did not change is shared with the snapshot before, so that an edit costs one dossier and
 * not ten thousand.
 */
typedef struct _JpSnapshot JpSnapshot;

/* What is known to have changed since the snapshot before. */
typedef struct
{
  GHashTable *clusters; /* set of ids */
  gboolean    rules;    /* packs or holidays */
} JpSnapshotNews;

JpSnapshot      *jp_snapshot_load          (JpStore *store, JpDate today, int year, JpSnapshot *before,
                                            const JpSnapshotNews *news, GError **error);
JpSnapshot      *jp_snapshot_with_year     (JpSnapshot *self, int year);
JpSnapshot      *jp_snapshot_ref           (JpSnapshot *self);
void             jp_snapshot_unref         (JpSnapshot *self);

int              jp_snapshot_get_year      (const JpSnapshot *self);
const JpContext *jp_snapshot_get_context   (const JpSnapshot *self);
GPtrArray       *jp_snapshot_get_dossiers  (const JpSnapshot *self);
GPtrArray       *jp_snapshot_get_duties    (const JpSnapshot *self);
GPtrArray       *jp_snapshot_get_results   (const JpSnapshot *self);
const JpDossier *jp_snapshot_find          (const JpSnapshot *self, const char *id);
const char      *jp_snapshot_district_name (const JpSnapshot *self, const char *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpSnapshot, jp_snapshot_unref)

G_END_DECLS
