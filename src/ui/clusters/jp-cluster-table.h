/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-cluster-columns.h"
#include "jp-snapshot.h"

G_BEGIN_DECLS

/**
 * JpClusterTable:
 *
 * The facts of all clusters of one snapshot, with the place of each in every column's order. Immutable and
 * reference-counted; made on any thread.
 */
typedef struct _JpClusterTable JpClusterTable;

/* What did not change since @before is taken over from it. */
JpClusterTable *jp_cluster_table_new   (JpSnapshot *snapshot, JpClusterTable *before);
JpClusterTable *jp_cluster_table_ref   (JpClusterTable *self);
void            jp_cluster_table_unref (JpClusterTable *self);

guint           jp_cluster_table_size  (const JpClusterTable *self);
/* In the order of the snapshot's dossiers: by collation of name. */
JpClusterFacts *jp_cluster_table_nth   (const JpClusterTable *self, guint index);
/* JP_CLUSTER_N_COLUMNS numbers that order as the column does. */
const gint64   *jp_cluster_table_ranks (const JpClusterTable *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpClusterTable, jp_cluster_table_unref)

G_END_DECLS
