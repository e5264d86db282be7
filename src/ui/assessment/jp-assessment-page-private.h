/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-assessment-finder.h"
#include "jp-assessment-page.h"
#include "jp-assessment-view.h"

G_BEGIN_DECLS

struct _JpAssessmentPage
{
  JpPage parent_instance;

  /* Template widgets. */
  JpAssessmentFinder *finder;
  GtkLabel           *chosen;
  GtkMenuButton      *totals_button;
  GtkPopover         *totals_popover;
  AdwBin             *chips_place;
  GtkStack           *states;
  GtkScrolledWindow  *scroller;
  GtkColumnView      *view;
  AdwStatusPage      *none_due;

  /* Owned. */
  JpAssessmentList  *list;
  GtkMultiSelection *selection;

  double scroll; /* where to scroll to; −1: nowhere */
};

/* The results chosen, all shown where none is (element-type JpResult, borrowed). */
GPtrArray *jp_assessment_page_results (JpAssessmentPage *self);

/* What is done with several at once (jp-assessment-acts.c). */
void       jp_assessment_acts_install (GtkWidgetClass *widget_class);
void       jp_assessment_acts_update  (JpAssessmentPage *self);

G_END_DECLS
