/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-context.h"
#include "jp-out-table.h"

G_BEGIN_DECLS

/* Columns with headers of their own. */
typedef struct
{
  GArray    *columns; /* of JpOutColumn */
  GPtrArray *headers;
} JpExportColumns;

JpExportColumns *jp_export_columns_new  (void);
void             jp_export_columns_free (JpExportColumns *self);
void             jp_export_columns_add  (JpExportColumns *self, const char *name, const char *unit, JpOutKind kind,
                                         guint decimals, gboolean grouped, guint width);
void             jp_export_columns_add_metric (JpExportColumns *self, const JpMetric *metric);

/* One table: its sheet, its columns, the rows a cluster has in it. */
typedef struct
{
  const char *sheet;
  void      (*columns) (JpExportColumns *columns, const JpContext *context);
  void      (*rows)    (JpOutTable *table, const JpDossier *dossier, const JpContext *context);
} JpExporter;

extern const JpExporter jp_export_clusters;
extern const JpExporter jp_export_figures;
extern const JpExporter jp_export_assessments;
extern const JpExporter jp_export_funding;

/* Values as texts; NULL where there is none. */
char *jp_export_date     (JpDate date);
char *jp_export_text     (const char *text);
char *jp_export_year     (int year);
char *jp_export_district (const JpContext *context, const char *code);

/* The columns of the cluster sheet and a cluster's values in them, shared with the template. */
#define JP_EXPORT_N_CLUSTER_COLUMNS 11
void  jp_export_cluster_values (const JpDossier *dossier, const JpContext *context,
                                char *values[JP_EXPORT_N_CLUSTER_COLUMNS]);

G_END_DECLS
