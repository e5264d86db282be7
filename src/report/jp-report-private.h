/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-facts.h"
#include "jp-fund-case.h"
#include "jp-report.h"

G_BEGIN_DECLS

/**
 * JpReportSource:
 *
 * What the papers of one report are made from, and how far it has come. The makers of papers read it.
 */
struct _JpReportSource
{
  const JpReportKind *kind;
  GPtrArray          *dossiers; /* borrowed: all clusters, chosen or not */
  JpContext           context;
  JpReportSelection   selection; /* its texts borrowed */
  int                 year;      /* the one chosen, or the usual one; 0: unused */
  GPtrArray          *results;   /* of JpResult of @year, one a dossier; made when first asked for */
  guint               dossier, index; /* what comes next */
  gboolean            any, ended;
};

/* The assessments of the year of all clusters, in the order of the dossiers. */
GPtrArray      *jp_report_source_results  (JpReportSource *self);
const JpResult *jp_report_source_result   (JpReportSource *self, const JpDossier *dossier);
/* Whether a cluster is among those chosen by cluster and district; for papers about many clusters. */
gboolean        jp_report_source_takes    (const JpReportSource *self, const JpDossier *dossier);
/* The office that prints, as papers name it; the rule pack whose words and articles count on @day. */
const char     *jp_report_source_office   (const JpReportSource *self);
const JpPack   *jp_report_source_pack     (const JpReportSource *self);
gboolean        jp_report_source_is_city  (const JpReportSource *self);
/* The report's name with its year, where it has one. */
char           *jp_report_source_title    (const JpReportSource *self);
/* An empty paper of the report's kind, its author set. */
JpPaper        *jp_report_source_paper    (const JpReportSource *self, const JpSheet *sheet, const char *title);

/* The data of a paper about many clusters, begun: which of them were chosen is part of it. */
JsonBuilder    *jp_report_source_facts    (const JpReportSource *self);

/* The makers, one a file. */
JpPaper *jp_assessment_paper_make (JpReportSource *source, const JpDossier *dossier, guint index);
JpPaper *jp_ranking_paper_make    (JpReportSource *source, const JpDossier *dossier, guint index);
JpPaper *jp_notice_paper_make     (JpReportSource *source, const JpDossier *dossier, guint index);
JpPaper *jp_payment_paper_make    (JpReportSource *source, const JpDossier *dossier, guint index);
JpPaper *jp_dossier_paper_make    (JpReportSource *source, const JpDossier *dossier, guint index);
JpPaper *jp_rectification_paper_make (JpReportSource *source, const JpDossier *dossier, guint index);
JpPaper *jp_use_ledger_paper_make (JpReportSource *source, const JpDossier *dossier, guint index);
JpPaper *jp_funding_plan_paper_make (JpReportSource *source, const JpDossier *dossier, guint index);
JpPaper *jp_renewal_paper_make (JpReportSource *source, const JpDossier *dossier, guint index);
JpPaper *jp_validity_paper_make (JpReportSource *source, const JpDossier *dossier, guint index);
JpPaper *jp_recommendation_paper_make (JpReportSource *source, const JpDossier *dossier, guint index);
JpPaper *jp_annual_return_paper_make (JpReportSource *source, const JpDossier *dossier, guint index);
JpPaper *jp_year_plan_paper_make (JpReportSource *source, const JpDossier *dossier, guint index);
JpPaper *jp_missing_paper_make (JpReportSource *source, const JpDossier *dossier, guint index);
JpPaper *jp_handover_paper_make (JpReportSource *source, const JpDossier *dossier, guint index);
JpPaper *jp_score_sheet_paper_make (JpReportSource *source, const JpDossier *dossier, guint index);

G_END_DECLS
