/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-page.h"

G_BEGIN_DECLS

#define JP_TYPE_CLUSTERS_PAGE (jp_clusters_page_get_type ())
G_DECLARE_FINAL_TYPE (JpClustersPage, jp_clusters_page, JP, CLUSTERS_PAGE, JpPage)

/* 集群台账: all clusters as a table to search, filter and sort, with what is done to several of them at once. */
GtkWidget *jp_clusters_page_new (void);

G_END_DECLS
