/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-cluster-chips.h"
#include "jp-cluster-view.h"
#include "jp-clusters-page.h"

G_BEGIN_DECLS

struct _JpClustersPage
{
  JpPage parent_instance;

  /* Template widgets. */
  GtkSearchEntry    *search_entry;
  GtkLabel          *hits;
  GtkLabel          *chosen;
  GtkMenuButton     *columns_button;
  AdwBin            *chips_place;
  GtkStack          *states;
  GtkScrolledWindow *scroller;
  GtkColumnView     *view;
  GMenuModel        *row_menu;

  /* Borrowed. */
  JpClusterChips    *chips;
  GtkWidget         *popover; /* context menu, child of the view */

  /* Owned. */
  JpClusterList     *list;
  GtkMultiSelection *selection;
  GCancellable      *deriving; /* NULL: nothing is being derived */
  GtkNativeDialog   *chooser;  /* NULL: not open */
  double             scroll;   /* where to scroll when there are rows; negative: nowhere */
  gboolean           updating;
};

/* The rows on the screen or, where @chosen and some are, those chosen; of JpClusterRow, borrowed. */
GPtrArray *jp_clusters_page_rows    (JpClustersPage *self, gboolean chosen);

/* What is done with clusters (jp-clusters-acts.c). */
void       jp_clusters_acts_install (GtkWidgetClass *widget_class);
void       jp_clusters_acts_update  (JpClustersPage *self);

/* Files out (jp-clusters-files.c). */
void       jp_clusters_files_install (GtkWidgetClass *widget_class);
void       jp_clusters_page_say      (JpClustersPage *self, const char *heading, const char *sentence);

G_END_DECLS
