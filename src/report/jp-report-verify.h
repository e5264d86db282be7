/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-report.h"

G_BEGIN_DECLS

/* One point in which what was printed and the data differ, in the words of papers. */
typedef struct
{
  char *what; /* 厦门市集美区工业机器人产业集群·总分 */
  char *was;  /* NULL: it was not there */
  char *now;  /* NULL: it is no longer there */
} JpReportDifference;

void       jp_report_difference_free (JpReportDifference *self);
GPtrArray *jp_report_compare (const char *was, const char *now);

/* Whether a stamped paper still agrees with the data. @selection gives office and store; the rest is of the print. */
GPtrArray *jp_report_verify  (const JpPrinted *printed, GPtrArray *dossiers, const JpContext *context,
                              const JpReportSelection *selection, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpReportDifference, jp_report_difference_free)

G_END_DECLS
