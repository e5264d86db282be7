/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-review.h"

G_BEGIN_DECLS

#define JP_TYPE_SCORE_TABLE (jp_score_table_get_type ())
G_DECLARE_FINAL_TYPE (JpScoreTable, jp_score_table, JP, SCORE_TABLE, AdwBin)

/**
 * JpScoreTable:
 *
 * The third step, 评分: one row an indicator, typed into from top to bottom by Enter, Tab and the arrows.
 *
 * Signals: "moved": the cursor is in another field. "ended": Enter in the last one.
 */
GtkWidget *jp_score_table_new       (JpReview *review);
/* Which field is in work, as the window's state writes it: "INDICATOR" or "INDICATOR/reason"; NULL: none. */
char      *jp_score_table_get_field (JpScoreTable *self);
void       jp_score_table_go        (JpScoreTable *self, const char *field);
/* Entry of points or of the reason, of a row. */
GtkWidget *jp_score_table_get_entry (JpScoreTable *self, guint indicator, gboolean reason);

G_END_DECLS
