/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "jp-cluster-columns.h"
#include "jp-column-view.h"

G_BEGIN_DECLS

/* The columns of the ledger's GtkColumnView. */

void                jp_cluster_view_setup   (GtkColumnView *view);
/* Actions "columns.ID" that show and hide each column, and a menu of them. */
GSimpleActionGroup *jp_cluster_view_actions (GtkColumnView *view);
GMenuModel         *jp_cluster_view_menu    (void);

G_END_DECLS
