/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-cluster-facts.h"

G_BEGIN_DECLS

/**
 * JpClusterFilter:
 * @search: what was typed, never %NULL
 * @districts: (element-type utf8): set of interned codes; empty: all
 * @stages: bits 1 << JpStage; 0: all
 * @warnings: of JpClusterWarning; 0: whatever they are
 *
 * Which clusters the ledger shows: those found by the search that are in any of the chosen districts, at any of the
 * chosen stages, with any of the chosen warnings.
 */
typedef struct
{
  char       *search;
  GHashTable *districts;
  guint       stages;
  guint       warnings;
} JpClusterFilter;

JpClusterFilter *jp_cluster_filter_new      (void);
JpClusterFilter *jp_cluster_filter_copy     (const JpClusterFilter *self);
void             jp_cluster_filter_free     (JpClusterFilter *self);
gboolean         jp_cluster_filter_is_empty (const JpClusterFilter *self);
void             jp_cluster_filter_toggle_district (JpClusterFilter *self, const char *code, gboolean chosen);

/* What of it a cluster passes, the search left out. */
typedef enum
{
  JP_PASS_DISTRICT = 1 << 0,
  JP_PASS_STAGE    = 1 << 1,
  JP_PASS_WARNING  = 1 << 2,
  JP_PASS_ALL      = 7,
} JpClusterPass;

guint            jp_cluster_filter_pass     (const JpClusterFilter *self, const JpClusterFacts *facts);

/* As the settings keep it; what is not understood is left out. */
GVariant        *jp_cluster_filter_to_variant   (const JpClusterFilter *self);
JpClusterFilter *jp_cluster_filter_from_variant (GVariant *variant);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpClusterFilter, jp_cluster_filter_free)

G_END_DECLS
