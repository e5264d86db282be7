/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-paper-order.h"

G_BEGIN_DECLS

#define JP_TYPE_REPORT_OPTIONS (jp_report_options_get_type ())
G_DECLARE_FINAL_TYPE (JpReportOptions, jp_report_options, JP, REPORT_OPTIONS, AdwBin)

/**
 * JpReportOptions:
 *
 * What may be chosen about a report, only as far as it uses it: cluster, district, layout, and whether papers of all
 * clusters are made at once. Signal "changed": something else is chosen.
 */
GtkWidget    *jp_report_options_new          (void);
/* Another report, or the same with other data: what was chosen stays where it can. */
void          jp_report_options_show         (JpReportOptions *self, const JpReportKind *kind, JpSession *session);
JpPaperOrder *jp_report_options_order        (JpReportOptions *self); /* (transfer full) */
void          jp_report_options_choose       (JpReportOptions *self, const char *cluster);
/* All clusters at once; a file for each: what its name is made of, or NULL. */
gboolean      jp_report_options_is_batch     (JpReportOptions *self);
void          jp_report_options_set_batch    (JpReportOptions *self, gboolean batch);
const char   *jp_report_options_get_pattern  (JpReportOptions *self);

G_END_DECLS
