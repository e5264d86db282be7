/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-review.h"

G_BEGIN_DECLS

typedef enum
{
  JP_SCORE_NAME,
  JP_SCORE_WEIGHT,
  JP_SCORE_PREVIOUS,
  JP_SCORE_CURRENT,
  JP_SCORE_CHANGE,
  JP_SCORE_BY_RULE,
  JP_SCORE_BY_DISTRICT,
  JP_SCORE_BY_CITY,
  JP_SCORE_N_COLUMNS,
} JpScoreColumn;

#define JP_TYPE_SCORE_ROW (jp_score_row_get_type ())
G_DECLARE_FINAL_TYPE (JpScoreRow, jp_score_row, JP, SCORE_ROW, AdwBin)

/**
 * JpScoreRow:
 *
 * One indicator of the table of points: figures, what the rule computed, and both offices' points, of which one column
 * is typed into. The row in work opens and shows the curve, the sentence and the reasons.
 *
 * Signals: "move" (int rows): the cursor is to go so many rows down.
 */
GtkWidget *jp_score_row_new         (JpReview *review, guint indicator, GtkSizeGroup **columns);
void       jp_score_row_show        (JpScoreRow *self);
void       jp_score_row_set_open    (JpScoreRow *self, gboolean open);
gboolean   jp_score_row_has_focus   (JpScoreRow *self);
/* Into the field of points; @reason: into that of the reason. */
gboolean   jp_score_row_take_focus  (JpScoreRow *self, gboolean reason);
gboolean   jp_score_row_in_reason   (JpScoreRow *self);
void       jp_score_row_set_error   (JpScoreRow *self, const char *message);
GtkWidget *jp_score_row_get_entry   (JpScoreRow *self, gboolean reason);

G_END_DECLS
