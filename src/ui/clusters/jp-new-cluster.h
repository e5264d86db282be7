/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-session.h"

G_BEGIN_DECLS

#define JP_TYPE_NEW_CLUSTER (jp_new_cluster_get_type ())
G_DECLARE_FINAL_TYPE (JpNewCluster, jp_new_cluster, JP, NEW_CLUSTER, AdwWindow)

/* The form that opens a new cluster's dossier. What is wrong is said at its field while it is typed; casework looks
 * again. */
JpNewCluster *jp_new_cluster_new  (GtkWindow *parent, JpSession *session);
void          jp_new_cluster_ask  (GtkWidget *over, JpSession *session);

G_END_DECLS
