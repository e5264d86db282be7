/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-review.h"

G_BEGIN_DECLS

#define JP_TYPE_EVIDENCE_LIST (jp_evidence_list_get_type ())
G_DECLARE_FINAL_TYPE (JpEvidenceList, jp_evidence_list, JP, EVIDENCE_LIST, AdwBin)

#define JP_EVIDENCE_OF_YEAR G_MAXUINT

/**
 * JpEvidenceList:
 *
 * The papers that prove one indicator of an assessment, or the year as a whole (佐证材料): listed, opened, taken off, and
 * added by a button or by dropping files on the list or around it. A confirmed assessment and 试算 only show them.
 */
/* @indicator: from 0, or JP_EVIDENCE_OF_YEAR. */
GtkWidget *jp_evidence_list_new       (JpReview *review, guint indicator);
void       jp_evidence_list_show      (JpEvidenceList *self);
/* How many papers there are. */
guint      jp_evidence_list_get_size  (JpEvidenceList *self);
/* Takes files (element-type GFile) in; FALSE where none are taken now. */
gboolean   jp_evidence_list_take      (JpEvidenceList *self, GListModel *files);
/* Files dropped on @widget, which is around the list, are taken. */
void       jp_evidence_list_drop_on   (JpEvidenceList *self, GtkWidget *widget);

G_END_DECLS
