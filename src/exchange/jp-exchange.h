/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-import.h"
#include "jp-obligation.h"
#include "jp-book.h"

G_BEGIN_DECLS

/* What this floor does for both programs: reading workbooks, writing workbooks, CSV and calendar files. Every file
 * written is complete before it takes its name, readable by its owner alone, and never replaces a good one by half. */

/* Reads a workbook or CSV file (R-READ). NULL: the file as a whole could not be read. Bad cells are the import's
 * faults, which jp_casework_import() adds to and refuses by. */
JpImport *jp_exchange_read           (const char *path, JpPack *pack, JpDate today, GCancellable *cancellable,
                                      GError **error);
JpImport *jp_exchange_read_bytes     (GBytes *bytes, const char *name, JpPack *pack, JpDate today,
                                      GCancellable *cancellable, GError **error);
/* The same into an import made before, whose n_done counts the rows read while another thread watches. */
gboolean  jp_exchange_fill           (JpImport *import, const char *path, JpDate today, GCancellable *cancellable,
                                      GError **error);
gboolean  jp_exchange_fill_bytes     (JpImport *import, GBytes *bytes, const char *name, JpDate today,
                                      GCancellable *cancellable, GError **error);
/* Gives the workbook at @source back as a new one at @path, with a column 问题. */
gboolean  jp_exchange_write_errors   (const char *path, const char *source, JpImport *import, JpDate as_of,
                                      GError **error);

/* The workbook to fill in. @district: code or name, or NULL; with one, @dossiers prefill it. */
gboolean  jp_exchange_write_template (const char *path, const JpContext *context, GPtrArray *dossiers,
                                      const char *district, int year, GError **error);

typedef enum
{
  JP_EXPORT_CLUSTERS,
  JP_EXPORT_FIGURES,
  JP_EXPORT_ASSESSMENTS,
  JP_EXPORT_FUNDING,
} JpExportWhat;

/* By "clusters", "figures", "assessments", "funding". */
gboolean  jp_export_what_parse       (const char *id, JpExportWhat *what);
/* .csv by the end of @path, else a workbook. @n_rows: rows below the header. */
gboolean  jp_exchange_export         (const char *path, JpExportWhat what, GPtrArray *dossiers,
                                      const JpContext *context, guint *n_rows, GError **error);

/* A calendar file of @obligations (of JpObligation); @as_of is its stamp. */
gboolean  jp_exchange_write_ics      (const char *path, GPtrArray *obligations, JpDate as_of, GError **error);

G_END_DECLS
