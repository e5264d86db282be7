/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "jp-cluster-columns.h"

G_BEGIN_DECLS

/* The columns of the ledger's GtkColumnView: made, kept in the settings and found again. */

void      jp_cluster_view_setup     (GtkColumnView *view);
/* Actions "columns.ID" that show and hide each column, and a menu of them. */
GSimpleActionGroup *jp_cluster_view_actions (GtkColumnView *view);
GMenuModel         *jp_cluster_view_menu    (void);

/* Order, widths, which are hidden, and how it is sorted: a{sv}. */
void      jp_cluster_view_save      (GtkColumnView *view, GVariantDict *state);
void      jp_cluster_view_restore   (GtkColumnView *view, GVariantDict *state);

/* The columns on the screen, from left to right. Returns how many. */
guint     jp_cluster_view_visible   (GtkColumnView *view, JpClusterColumn columns[JP_CLUSTER_N_COLUMNS]);
/* The column that sorts first; FALSE: none, rows stand by name. */
gboolean  jp_cluster_view_get_sort  (GtkColumnView *view, JpClusterColumn *column, GtkSortType *direction);
/* The row a widget of the table belongs to. */
gboolean  jp_cluster_view_find      (GtkWidget *widget, guint *position);

G_END_DECLS
