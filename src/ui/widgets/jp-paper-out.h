/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-paper-order.h"

G_BEGIN_DECLS

/**
 * JpPaperOut:
 *
 * Reports on their way to files. Everything is written beside its place first and takes it when all is written and what
 * papers of record printed is kept: cancelled or failed, nothing is there that was not there before.
 */
typedef struct _JpPaperOut JpPaperOut;

/* Asks for a file and writes the order into it; progress, success and errors are shown in the window of @from. */
void jp_paper_out_to_file (const JpPaperOrder *order, JpReportFormat format, JpSession *session, GtkWidget *from);
/* Asks for a folder and writes one PDF for each cluster, named by @pattern (jp-paper-names.h). Files that are there
 * already are replaced only when the user says so. */
void jp_paper_out_to_folder (const JpPaperOrder *order, const char *pattern, JpSession *session, GtkWidget *from);

/* The same without questions. */
void jp_paper_out_write (const JpPaperOrder *order, const char *path, JpSession *session, GtkWidget *from,
                         GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
void jp_paper_out_write_folder (const JpPaperOrder *order, const char *folder, const char *pattern, gboolean replace,
                                JpSession *session, GtkWidget *from, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer data);
/* How many files were written. G_IO_ERROR_EXISTS: names are taken, nothing was written. */
int      jp_paper_out_finish       (GAsyncResult *result, GError **error);

G_END_DECLS
