/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-funding-data.h"
#include "jp-session.h"

G_BEGIN_DECLS

#define JP_TYPE_CASE_PANEL (jp_case_panel_get_type ())
G_DECLARE_FINAL_TYPE (JpCasePanel, jp_case_panel, JP, CASE_PANEL, AdwBin)

/**
 * JpCasePanel:
 *
 * One funding year of a cluster as its nine steps: 资金使用计划 → 区初审 → 市审核 → 公示 → 下达 → 使用台账 → 专项审计 →
 * 整改 → 办结. What the rules forbid is disabled and says why, and from when it will be allowed (R-FUND, R-USE).
 *
 * Signals: "closed".
 */
void jp_case_panel_show (JpCasePanel *self, JpSession *session, JpFundingData *data, const JpFundingRow *row,
                         guint ordinal);

G_END_DECLS
