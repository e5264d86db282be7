/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-report.h"

G_BEGIN_DECLS

/* The tables of a report as a workbook, a sheet a paper. */
gboolean jp_report_xlsx_write (JpReportSource *source, const char *path, guint *n_sheets, GCancellable *cancellable,
                               GError **error);

G_END_DECLS
