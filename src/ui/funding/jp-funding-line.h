/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "jp-funding-item.h"

G_BEGIN_DECLS

#define JP_TYPE_FUNDING_LINE (jp_funding_line_get_type ())
G_DECLARE_FINAL_TYPE (JpFundingLine, jp_funding_line, JP, FUNDING_LINE, GtkWidget)

/**
 * JpFundingLine:
 *
 * A line of the matrix: the cluster, its funding years, what it was paid; or the heads above them, in the same columns.
 *
 * Signals: "opened" (uint): the case of that funding year, 0 the cluster.
 */
GtkWidget     *jp_funding_line_new        (guint n_years);
/* @pack sets what the years are worth. */
GtkWidget     *jp_funding_line_new_heads  (guint n_years, const JpPack *pack);
void           jp_funding_line_bind       (JpFundingLine *self, JpFundingItem *item); /* NULL: nothing */
JpFundingItem *jp_funding_line_get_item   (JpFundingLine *self);
/* The case that the panel beside it shows, if it is one of this line's. */
void           jp_funding_line_set_chosen (JpFundingLine *self, const char *id, guint ordinal);
/* 0: the cluster; a funding year. */
GtkWidget     *jp_funding_line_get_cell   (JpFundingLine *self, guint column);

G_END_DECLS
