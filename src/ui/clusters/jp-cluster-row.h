/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "jp-cluster-table.h"

G_BEGIN_DECLS

#define JP_TYPE_CLUSTER_ROW (jp_cluster_row_get_type ())
G_DECLARE_FINAL_TYPE (JpClusterRow, jp_cluster_row, JP, CLUSTER_ROW, GObject)

/* A row of the ledger, which stays the same object while its facts change, so that scroll and focus stay.
 * Signal "changed" (no arguments): it has other facts. */
JpClusterRow         *jp_cluster_row_new       (void);
const JpClusterFacts *jp_cluster_row_get_facts (JpClusterRow *self);
void                  jp_cluster_row_set       (JpClusterRow *self, JpClusterFacts *facts, const gint64 *ranks);
void                  jp_cluster_row_copy      (JpClusterRow *self, JpClusterRow *other);
gint64                jp_cluster_row_get_rank  (JpClusterRow *self, JpClusterColumn column);
/* What the search said of it, so that a chip does not search again. */
void                  jp_cluster_row_set_found (JpClusterRow *self, gboolean found);
gboolean              jp_cluster_row_get_found (JpClusterRow *self);

G_END_DECLS
