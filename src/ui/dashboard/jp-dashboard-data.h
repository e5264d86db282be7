/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-chart.h"
#include "jp-result.h"

G_BEGIN_DECLS

typedef struct
{
  char *code;
  char *name;
  guint n_in_term;
} JpDashboardDistrict;

/* Output and growth by year: for all, for the districts beside one another, for each of them. */
typedef struct
{
  char    *name; /* of the district; NULL: all, or the comparison */
  JpChart *chart;
  char    *unit;
  guint    n_clusters; /* with any figures */
} JpDashboardOutput;

/**
 * JpDashboardData:
 *
 * How things stand, for tiles and charts: derived from dossiers and results, and from nothing else. A value that
 * borrows nothing, made on any thread.
 */
typedef struct
{
  int        year;
  guint      n_clusters;

  guint      n_in_term;
  GPtrArray *districts;    /* of JpDashboardDistrict, in the pack's order: all that have a cluster */
  guint      n_expiring;   /* in term, and the term ends within 12 months */
  char      *soonest_id;   /* whose term ends first */
  char      *soonest_name;
  int        soonest_days;

  guint      n_due;        /* assessments of the year */
  guint      n_done;
  guint      n_in_hand;
  guint      n_not_begun;
  guint      n_vetoed;     /* whatever its state */
  gboolean   confirmed;    /* FALSE: 评分标准未核定 */

  int        fiscal_year;  /* the one after the year */
  JpMoney    entitled;
  JpMoney    approved;     /* passed by the city's review, paid ones included */
  JpMoney    paid;
  JpMoney    most;

  char      *term_article; /* official; NULL without a pack */
  char      *assessment_article;
  char      *funding_article;

  GPtrArray *outputs;      /* of JpDashboardOutput: all, compared, each district */
  JpChart   *scores;
  JpChart   *firms;
  char      *firms_total;  /* 企业总数 1234 家; NULL: not known */
  JpChart   *funding;
} JpDashboardData;

/* @dossiers of JpDossier; @results of JpResult for the year, due ones. */
JpDashboardData *jp_dashboard_data_new  (GPtrArray *dossiers, GPtrArray *results, const JpContext *context, int year);
void             jp_dashboard_data_free (JpDashboardData *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpDashboardData, jp_dashboard_data_free)

/* The charts, each from what it is drawn of. */
GPtrArray *jp_dashboard_outputs (GPtrArray *dossiers, const JpContext *context, int year, GPtrArray *districts);
JpChart   *jp_dashboard_scores  (GPtrArray *results, const JpContext *context, int year);
JpChart   *jp_dashboard_firms   (GPtrArray *dossiers, const JpContext *context, int year, char **total);
JpChart   *jp_dashboard_funding (GPtrArray *dossiers, const JpContext *context, int fiscal_year);

/* The pack whose metrics and bands a year is shown with; NULL: the file has none. */
const JpPack *jp_dashboard_pack (const JpContext *context, int year);

G_END_DECLS
