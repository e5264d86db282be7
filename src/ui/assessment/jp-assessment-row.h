/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "jp-assessment-columns.h"

G_BEGIN_DECLS

#define JP_TYPE_ASSESSMENT_ROW (jp_assessment_row_get_type ())
G_DECLARE_FINAL_TYPE (JpAssessmentRow, jp_assessment_row, JP, ASSESSMENT_ROW, GObject)

/**
 * JpAssessmentRow:
 *
 * An item of the list of assessments. It stands for one result after another, which its "changed" tells: on the screen
 * that costs nothing like a new item. What it shows is borrowed from the snapshot the page keeps.
 */
JpAssessmentRow *jp_assessment_row_new      (void);
void             jp_assessment_row_set      (JpAssessmentRow *self, const JpResult *result, guint place,
                                             const char *district);
void             jp_assessment_row_copy     (JpAssessmentRow *self, JpAssessmentRow *other);
const JpResult  *jp_assessment_row_get      (JpAssessmentRow *self);
char            *jp_assessment_row_get_text (JpAssessmentRow *self, JpAssessmentColumn column);
gint64           jp_assessment_row_get_key  (JpAssessmentRow *self, JpAssessmentColumn column);

G_END_DECLS
