/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-funding-data.h"
#include "jp-table-copy.h"

G_BEGIN_DECLS

#define JP_TYPE_FUNDING_BUDGET (jp_funding_budget_get_type ())
G_DECLARE_FINAL_TYPE (JpFundingBudget, jp_funding_budget, JP, FUNDING_BUDGET, AdwBin)

/**
 * JpFundingBudget:
 *
 * 财年预算: a line for each case of one fiscal year, with what is certain, expected and at most, and why.
 *
 * Signals: "opened" (string: id of a cluster, uint: funding year).
 */
void jp_funding_budget_show (JpFundingBudget *self, JpFundingData *data, GPtrArray *rows);
/* The cases of the fiscal year, as they are shown. */
void jp_funding_budget_copy (JpFundingBudget *self, JpTableCopy *table);

G_END_DECLS
