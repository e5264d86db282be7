/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "jp-result.h"

G_BEGIN_DECLS

#define JP_TYPE_SCORE_CURVE (jp_score_curve_get_type ())
G_DECLARE_FINAL_TYPE (JpScoreCurve, jp_score_curve, JP, SCORE_CURVE, GtkWidget)

/* The curve of an indicator with the point the year's figures have on it. The sentence beside it says the same. */
GtkWidget *jp_score_curve_new  (void);
/* Keeps nothing of @score. */
void       jp_score_curve_show (JpScoreCurve *self, const JpScore *score, guint indicator);

G_END_DECLS
