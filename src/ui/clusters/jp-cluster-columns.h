/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-book-writer.h"
#include "jp-cluster-facts.h"

G_BEGIN_DECLS

typedef enum
{
  JP_CLUSTER_NAME,
  JP_CLUSTER_DISTRICT,
  JP_CLUSTER_INDUSTRY,
  JP_CLUSTER_STAGE,
  JP_CLUSTER_OPERATOR,
  JP_CLUSTER_TERM_END,
  JP_CLUSTER_DAYS_LEFT,
  JP_CLUSTER_SCORE,
  JP_CLUSTER_BAND,
  JP_CLUSTER_FUNDING,
  JP_CLUSTER_N_COLUMNS,
} JpClusterColumn;

/**
 * JpClusterColumnInfo:
 * @id: as the settings write it
 * @title: for the window; marked for translation
 * @header: on exported tables, always Chinese
 * @kind: how an exported column is written
 * @decimals: of exported numbers
 * @width: at first, in pixels; 0: a long text, which takes what is left
 * @export_width: in characters
 * @number: shown flush right
 *
 * A column of the ledger.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *header;
  JpOutKind   kind;
  guint       decimals;
  int         width;
  guint       export_width;
  gboolean    number;
} JpClusterColumnInfo;

const JpClusterColumnInfo *jp_cluster_column_info (JpClusterColumn column);

/* What a cell shows, and what it gives to other programs: plain decimals and ISO dates; NULL: blank. */
char    *jp_cluster_column_shown (JpClusterColumn column, const JpClusterFacts *facts);
char    *jp_cluster_column_value (JpClusterColumn column, const JpClusterFacts *facts);

G_END_DECLS
