/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-paper-progress.h"
#include "jp-paper-view.h"
#include "jp-report.h"
#include "jp-session.h"

G_BEGIN_DECLS

/**
 * JpPaperOrder:
 *
 * A report as it was asked for, with the data it is made of: what is previewed, printed and written is made from the
 * same order, on whatever thread.
 */
typedef struct
{
  /* To be filled in; what a paper does not use is passed by. */
  const JpReportKind *kind;
  char    *cluster;  /* UUID; NULL: all */
  char    *district; /* code; NULL: all */
  int      year;     /* as the kind counts it; 0: the usual one */
  gboolean run_on;
  gboolean curves;
  gboolean blank_opinions;
  char    *contact;
  JpDate   first_day;

  /* Of the session. */
  char       *office;
  JpSnapshot *snapshot;
  JpStore    *store;
} JpPaperOrder;

/* For the year of the header: assessment papers are about it, those of a fiscal or calendar year about the next. */
JpPaperOrder *jp_paper_order_new    (JpSession *session, const char *kind);
JpPaperOrder *jp_paper_order_copy   (const JpPaperOrder *self);
void          jp_paper_order_free   (JpPaperOrder *self);
/* What the report is made from; it borrows from the order. */
JpReportSelection jp_paper_order_select (const JpPaperOrder *self, GPtrArray *printed);
/* Whoever waits is told how far it has come. */
void              jp_paper_order_watch  (JpReportSelection *selection, JpPaperProgress *progress);
/* @progress: NULL: nobody waits. */
JpReportSource   *jp_paper_order_begin  (const JpPaperOrder *self, GPtrArray *printed, JpPaperProgress *progress);
/* In a preview; see jp_paper_view_show_papers(). */
void          jp_paper_order_show   (const JpPaperOrder *self, JpPaperView *view, gboolean keep_place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpPaperOrder, jp_paper_order_free)

G_END_DECLS
