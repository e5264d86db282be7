/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-result.h"

G_BEGIN_DECLS

/* What was confirmed keeps the version it was confirmed with; anything else follows its year. NULL: no pack. */
const JpPack *jp_result_find_pack       (const JpAssessment *assessment, const JpContext *context, int year);
gboolean      jp_assessment_is_frozen   (const JpAssessment *assessment); /* FALSE for NULL */
gboolean      jp_assessment_added_veto  (const JpAssessment *assessment, const char *veto); /* a reviewer did */

/* Each fills its part of a result whose points, total and vetoes are known. */
void          jp_result_fill_money      (JpResult *result, const JpContext *context);
void          jp_result_fill_cheapest   (JpResult *result);

G_END_DECLS
