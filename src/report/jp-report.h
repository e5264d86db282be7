/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-assessment-paper.h"
#include "jp-pdf.h"
#include "jp-store-papers.h"

G_BEGIN_DECLS

#define JP_REPORT_ERROR (jp_report_error_quark ())

/**
 * JpReportError:
 * @JP_REPORT_ERROR_UNKNOWN: there is no paper of this id
 *
 * Why a report could not be made.
 */
typedef enum
{
  JP_REPORT_ERROR_UNKNOWN,
} JpReportError;

GQuark jp_report_error_quark (void);

/* A paper the program can make. */
typedef struct
{
  const char *id;   /* as REPORTS.md and the command line name it */
  const char *name; /* 年度绩效考核评价表 */
  gboolean    of_record;
} JpReportKind;

/* What to print. */
typedef struct
{
  const char    *cluster; /* UUID; %NULL: all that the paper concerns */
  int            year;    /* assessment year */
  JpPaperOptions options;
  GPtrArray     *printed; /* of JpPrinted, receives what each paper of record says; %NULL: not wanted */
} JpReportSelection;

const JpReportKind *jp_report_kinds     (guint *n_kinds);
const JpReportKind *jp_report_find_kind (const char *id);
gboolean jp_report_write (const char *kind, GPtrArray *dossiers, const JpContext *context,
                          const JpReportSelection *selection, const char *path, guint *n_pages,
                          GCancellable *cancellable, GError **error);
gboolean jp_report_write_with_fonts (JpFonts *fonts, const char *kind, GPtrArray *dossiers, const JpContext *context,
                                     const JpReportSelection *selection, const char *path, guint *n_pages,
                                     GCancellable *cancellable, GError **error);

G_END_DECLS
