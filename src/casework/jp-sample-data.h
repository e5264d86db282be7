/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-assess.h"
#include "jp-dossier.h"

G_BEGIN_DECLS

/* The sample as data: clusters, their figures, and what happened to them, dated relative to the year of today.
 * Private to the sample. */

typedef struct
{
  const char *name;
  const char *district;
  const char *industry;
  const char *scope;
  gint64      area; /* m² */
  const char *operator_name;
  gint64      output;      /* first year's, in 0.01 万元 */
  int         growth;      /* of output and R&D, per mille a year */
  int         firms;       /* first year's quality firms */
  int         more_firms;  /* more of them each year */
} JpSampleCluster;

/* The year of an event whose day is counted back from today, so that what takes a few days is always under way. */
#define JP_SAMPLE_DAYS_AGO 99

typedef enum
{
  JP_SAMPLE_ACT,      /* n: JpActKind; a, b: first and last day of the term as year offset and day, or NULL */
  JP_SAMPLE_CHECK,    /* standard self-check */
  JP_SAMPLE_RETURN,   /* on the year before */
  JP_SAMPLE_CHANGE,   /* a: kind, b: to; filed the same day */
  JP_SAMPLE_INCIDENT, /* a: kind, b: grade */
  JP_SAMPLE_SUPPORT,  /* a: kind, b: giver */
  JP_SAMPLE_ASSESS,   /* the year before; n: how far (JpAssessmentState); amount: the manual points */
  JP_SAMPLE_START,    /* the first fiscal year; n: its offset */
  JP_SAMPLE_FUND,     /* n: ordinal × 100 + JpFundActKind; amount in yuan */
  JP_SAMPLE_USE,      /* a: category, b: payee; n: ordinal; amount in yuan */
  JP_SAMPLE_FINDING,  /* a: matter, b: measure or NULL: still open; n: ordinal */
  JP_SAMPLE_AUDIT,    /* a: auditor, opens the special audit; NULL closes it */
  JP_SAMPLE_DUTY,     /* a: text; due in 20 days */
} JpSampleKind;

typedef struct
{
  int          year; /* offset from the year of today, or JP_SAMPLE_DAYS_AGO */
  const char  *day;  /* "03-20"; days ago: "6" */
  guint        cluster;
  JpSampleKind kind;
  int          n;
  const char  *a;
  const char  *b;
  gint64       amount;
} JpSampleEvent;

extern const JpSampleCluster JP_SAMPLE_CLUSTERS[];
extern const guint           JP_SAMPLE_N_CLUSTERS;
extern const JpSampleEvent   JP_SAMPLE_EVENTS[];
extern const guint           JP_SAMPLE_N_EVENTS;

G_END_DECLS
