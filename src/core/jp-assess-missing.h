/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-assess.h"

G_BEGIN_DECLS

typedef enum
{
  JP_LACK_OPEN,      /* the assessment is not begun */
  JP_LACK_FIGURE,    /* an indicator cannot be computed for want of a figure */
  JP_LACK_POINTS,    /* of the office whose turn it is */
  JP_LACK_REASON,    /* points on record need one since the figures were corrected */
  JP_LACK_NARRATIVE, /* one of the four parts */
} JpLackKind;

/* One thing an assessment still lacks. */
typedef struct
{
  JpLackKind kind;
  guint         index;    /* figure, points, reason: the indicator; narrative: the part */
  char         *sentence; /* official, in Chinese: 缺件催办 sends it as it is */
} JpLack;

void       jp_lack_free       (JpLack *missing);
GPtrArray *jp_assess_missing_new (const JpResult *result); /* of JpLack, in the order of the work */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpLack, jp_lack_free)

G_END_DECLS
