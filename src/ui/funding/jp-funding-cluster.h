/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-session.h"

G_BEGIN_DECLS

#define JP_TYPE_FUNDING_CLUSTER (jp_funding_cluster_get_type ())
G_DECLARE_FINAL_TYPE (JpFundingCluster, jp_funding_cluster, JP, FUNDING_CLUSTER, AdwBin)

/* What comes after the payments of one cluster: its use ledger ("use"), and its inspections, audit and rectification
 * ("oversight"). */
void jp_funding_cluster_show (JpFundingCluster *self, JpSession *session, JpSnapshot *snapshot, const char *cluster,
                              const char *part);

G_END_DECLS
