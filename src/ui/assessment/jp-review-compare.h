/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-session.h"

G_BEGIN_DECLS

#define JP_TYPE_REVIEW_COMPARE (jp_review_compare_get_type ())
G_DECLARE_FINAL_TYPE (JpReviewCompare, jp_review_compare, JP, REVIEW_COMPARE, AdwWindow)

/* 双审对照: the district's points against the city's, the largest differences first, with their reasons; above them how
 * far each district lies from the city on average, year by year. */
GtkWindow *jp_review_compare_open (GtkWidget *over, JpSession *session);

G_END_DECLS
