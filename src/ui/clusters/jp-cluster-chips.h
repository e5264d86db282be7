/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-cluster-list.h"

G_BEGIN_DECLS

#define JP_TYPE_CLUSTER_CHIPS (jp_cluster_chips_get_type ())
G_DECLARE_FINAL_TYPE (JpClusterChips, jp_cluster_chips, JP, CLUSTER_CHIPS, AdwBin)

/* The filter as chips with counts: warnings, districts, stages. Only what occurs, or is chosen, has a chip.
 * Signal "changed" (no arguments): the user chose other ones; see jp_cluster_chips_apply(). */
GtkWidget *jp_cluster_chips_new    (void);
void       jp_cluster_chips_update (JpClusterChips *self, const JpPackSet *packs, const JpClusterFilter *filter,
                                    const JpClusterCounts *counts);
/* Puts what is chosen into @filter; its search is left as it is. */
void       jp_cluster_chips_apply  (JpClusterChips *self, JpClusterFilter *filter);

G_END_DECLS
