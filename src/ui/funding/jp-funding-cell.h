/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "jp-funding-data.h"

G_BEGIN_DECLS

#define JP_TYPE_FUNDING_CELL (jp_funding_cell_get_type ())
G_DECLARE_FINAL_TYPE (JpFundingCell, jp_funding_cell, JP, FUNDING_CELL, GtkButton)

/* One funding year of a cluster in the matrix: what it is worth, its fiscal year, and where it stands. A button: Enter
 * and a click open the case. */
GtkWidget *jp_funding_cell_new    (void);
/* NULL case: the cluster has no such year. */
void       jp_funding_cell_show   (JpFundingCell *self, const JpFundingRow *row, guint ordinal);
void       jp_funding_cell_choose (JpFundingCell *self, gboolean chosen);

G_END_DECLS
