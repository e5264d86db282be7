/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-article-tag.h"
#include "jp-case-panel.h"
#include "jp-funding-budget.h"
#include "jp-funding-cluster.h"
#include "jp-funding-matrix.h"
#include "jp-funding-page.h"
#include "jp-funding-totals.h"

G_BEGIN_DECLS

struct _JpFundingPage
{
  JpPage parent_instance;

  /* Template widgets. */
  GtkStack        *states;
  AdwFlap         *flap;
  GtkStack        *views;
  GtkToggleButton *matrix_toggle;
  GtkToggleButton *budget_toggle;
  GtkEditable     *search_entry;
  GtkDropDown     *district_choice;
  GtkWidget       *publicise_button;
  GtkWidget       *pay_button;
  AdwBin          *chips_place;
  GtkLabel        *hits;
  JpFundingMatrix *matrix;
  JpFundingBudget *budget;
  JpFundingTotals *totals;
  JpCasePanel     *panel;
  JpFundingCluster *cluster;

  /* Borrowed: children. */
  GtkWidget    *chips[JP_N_FUNDING_MARKS];
  JpArticleTag *tag;
  GtkWidget    *unconfirmed;

  /* Owned. */
  JpFundingData *data;
  GPtrArray     *shown;     /* of JpFundingRow: what the filters leave */
  GCancellable  *deriving;
  GPtrArray     *districts; /* of char *: codes of the drop-down behind the first */
  char          *district;  /* code; NULL: all */
  char          *chosen;    /* cluster whose case the panel shows; NULL: none */
  char          *part;      /* of that cluster, in place of the schedule: "use", "oversight"; NULL: the schedule */

  guint    chosen_ordinal;
  guint    marks;           /* of JpFundingMarks: all asked for by chips */
  gboolean updating;
};

/* Filters (jp-funding-filters.c). */
void jp_funding_filters_setup (JpFundingPage *self);
void jp_funding_filters_update (JpFundingPage *self); /* after the data changed */
void jp_funding_filters_apply (JpFundingPage *self);  /* shows what they leave */

G_END_DECLS
