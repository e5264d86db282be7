/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-fund-case.h"

G_BEGIN_DECLS

#define JP_TYPE_FUNDING_TOTALS (jp_funding_totals_get_type ())
G_DECLARE_FINAL_TYPE (JpFundingTotals, jp_funding_totals, JP, FUNDING_TOTALS, AdwBin)

/* 财年合计: paid, certain, expected and at most, by fiscal year; the header's year stands out. */
void jp_funding_totals_show (JpFundingTotals *self, GArray *budget, int fiscal_year);

G_END_DECLS
