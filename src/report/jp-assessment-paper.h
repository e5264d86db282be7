/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-paper.h"
#include "jp-result.h"

G_BEGIN_DECLS

/* What the user may choose; zero is the usual choice. No option drops a required part. */
typedef struct
{
  const char *office;         /* who prints it: "city" or a district's code; %NULL: the city */
  gboolean    run_on;         /* 说明与证据 follow at once instead of on a page of their own */
  gboolean    curves;         /* 附得分曲线 */
  gboolean    blank_opinions; /* 意见栏留空手填 */
  const char *contact;        /* 联系人及电话, on letters; %NULL: left to be written */
  JpDate      first_day;      /* of a publicity still to begin; %JP_DATE_NONE: today */
} JpPaperOptions;

JpPaper *jp_assessment_paper_new (const JpResult *result, const JpRank *rank, const JpContext *context,
                                  const JpPaperOptions *options);

G_END_DECLS
