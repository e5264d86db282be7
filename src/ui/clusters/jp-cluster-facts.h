/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-life.h"
#include "jp-result.h"
#include "jp-search-key.h"

G_BEGIN_DECLS

/* What asks for attention, as bits. */
typedef enum
{
  JP_WARNING_EXPIRING = 1 << 0, /* the term ends within 12 months */
  JP_WARNING_VETOED   = 1 << 1, /* the assessment of the year, or the last confirmed one, is vetoed */
  JP_WARNING_OVERDUE  = 1 << 2, /* a duty is overdue */
  JP_WARNING_MISSING  = 1 << 3, /* the assessment of the year cannot be computed: figures are missing */
} JpClusterWarning;

#define JP_N_WARNINGS 4

/**
 * JpClusterFacts:
 *
 * What the ledger shows of one cluster, derived once from its dossier and kept until that changes. Immutable and
 * reference-counted; made on any thread. The texts are official ones.
 */
typedef struct
{
  gatomicrefcount  ref_count;

  const JpDossier *dossier;  /* borrowed from the snapshot it was made of */
  char            *name;
  const char      *district; /* code, interned; "" where not known */
  char            *district_name;
  char            *industry;
  char            *operator_name;
  JpStage          stage;
  JpDate           term_last; /* JP_DATE_NONE: never recognised */
  gboolean         in_term;
  int              days_left; /* while in term */

  int              score_year; /* 0: never assessed */
  int              score;      /* hundredths */
  gboolean         score_final;
  gboolean         score_vetoed;
  int              band_from;  /* hundredths; -1: no band */
  char            *band;       /* 80（含）分以上, or "" */

  int              funding_rank; /* orders the states of funding */
  char            *funding;    /* 第2年 公示中, or "" */

  guint            warnings;   /* of JpClusterWarning */
  JpSearchKey     *search_key;
  GBytes          *industry_key; /* collation */
  GBytes          *operator_key;
} JpClusterFacts;

/* @result: of the assessment year, NULL where none is due. */
JpClusterFacts *jp_cluster_facts_new   (const JpDossier *dossier, const JpContext *context, const JpResult *result,
                                        gboolean overdue);
JpClusterFacts *jp_cluster_facts_ref   (JpClusterFacts *self);
void            jp_cluster_facts_unref (JpClusterFacts *self);

const char     *jp_cluster_warning_name (JpClusterWarning warning);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpClusterFacts, jp_cluster_facts_unref)

G_END_DECLS
