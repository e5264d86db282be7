/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-obligation.h"
#include "jp-report-private.h"

G_BEGIN_DECLS

/* What papers about duties share: 年度工作计划, 缺件催办单, 工作交接单. */

/* The obligations of all clusters a report takes, in the order of their days; done ones too. */
GPtrArray *jp_duties_of (const JpReportSource *source);

/**
 * JpDutyGroup:
 *
 * Duties of one kind, year and day, as one line of a list: "2025年度绩效考核" and the clusters it falls to.
 */
typedef struct
{
  GPtrArray *duties; /* of JpObligation, borrowed; never empty */
} JpDutyGroup;

/* Of JpDutyGroup, in the order of @duties. */
GPtrArray *jp_duties_fold (GPtrArray *duties);
/* The clusters of a group: all of them where they are few, else the first ones and how many there are. */
char      *jp_duty_group_clusters (const JpDutyGroup *group);
gboolean   jp_duty_group_done     (const JpDutyGroup *group);

G_END_DECLS
