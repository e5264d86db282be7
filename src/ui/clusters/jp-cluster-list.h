/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-cluster-filter.h"
#include "jp-cluster-row.h"
#include "jp-row-list.h"

G_BEGIN_DECLS

#define JP_TYPE_CLUSTER_LIST (jp_cluster_list_get_type ())
G_DECLARE_FINAL_TYPE (JpClusterList, jp_cluster_list, JP, CLUSTER_LIST, JpRowList)

/**
 * JpClusterCounts:
 * @all: clusters in the file
 * @shown: of them, those the filter lets through
 * @districts: interned code → how many there would be if that district were chosen alone
 * @stages: the same by stage
 * @warnings: the same by bit of JpClusterWarning
 *
 * What the filter chips say: each group is counted under the search and the other groups.
 */
typedef struct
{
  guint       all;
  guint       shown;
  GHashTable *districts;
  guint       stages[JP_N_STAGES];
  guint       warnings[JP_N_WARNINGS];
} JpClusterCounts;

/* The clusters shown: rows of JpClusterRow. */
JpClusterList         *jp_cluster_list_new        (void);
void                   jp_cluster_list_set_table  (JpClusterList *self, JpClusterTable *table);
JpClusterTable        *jp_cluster_list_get_table  (JpClusterList *self); /* NULL at first */
void                   jp_cluster_list_set_filter (JpClusterList *self, const JpClusterFilter *filter);
const JpClusterFilter *jp_cluster_list_get_filter (JpClusterList *self);
const JpClusterCounts *jp_cluster_list_get_counts (JpClusterList *self);

G_END_DECLS
