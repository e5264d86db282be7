/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-decimal.h"

G_BEGIN_DECLS

/* A ratio of two integers, @numerator / @denominator with a positive denominator, held against a threshold of a
 * rule pack and shown as papers show it. Exact: no binary floating point, and nothing can wrap. */

int   jp_ratio_compare       (gint64 numerator, gint64 denominator, JpDecimal threshold);
/* The same for what papers show, rounded to 0.01 %: where the two differ, the shown figure would mislead. */
int   jp_ratio_compare_shown (gint64 numerator, gint64 denominator, JpDecimal threshold);
char *jp_ratio_to_percent    (gint64 numerator, gint64 denominator); /* "10.00%", "-3.25%" */

/* A threshold without idle zeros: "7.5%" for 0.0750; "5,000" for 5000.00. */
JpDecimal jp_threshold_trim       (JpDecimal threshold);
char     *jp_threshold_to_percent (JpDecimal threshold);
char     *jp_threshold_to_plain   (JpDecimal threshold);

gint64 jp_power_of_ten (guint exponent);

G_END_DECLS
