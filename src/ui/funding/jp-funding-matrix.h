/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-funding-data.h"

G_BEGIN_DECLS

#define JP_TYPE_FUNDING_MATRIX (jp_funding_matrix_get_type ())
G_DECLARE_FINAL_TYPE (JpFundingMatrix, jp_funding_matrix, JP, FUNDING_MATRIX, AdwBin)

/**
 * JpFundingMatrix:
 *
 * 资金安排表: clusters down, funding years across. The arrow keys go from cell to cell, Home and End along the line,
 * Page Up and Page Down by ten lines, with Ctrl to the first and the last; Enter opens. Lines are made for what is
 * seen.
 *
 * Signals: "opened" (string: id of a cluster, uint: funding year, 0 the cluster itself).
 */
void jp_funding_matrix_show   (JpFundingMatrix *self, JpFundingData *data, GPtrArray *rows);
/* The case beside it, framed; NULL: none. */
void jp_funding_matrix_choose (JpFundingMatrix *self, const char *id, guint ordinal);
/* The keyboard goes to that cell, where it is shown. */
void jp_funding_matrix_focus  (JpFundingMatrix *self, const char *id, guint ordinal);

G_END_DECLS
