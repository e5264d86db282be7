/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JpDecimal:
 * @coefficient: the digits as an integer, signed
 * @scale: how many of them stand behind the point, 0 to 15
 *
 * An exact decimal number: coefficient × 10^−scale. A plain value. At most 18 significant digits.
 * Scores, amounts and thresholds are never binary floating point (R-SCORE, "Exact").
 */
typedef struct
{
  gint64 coefficient;
  guint8 scale;
} JpDecimal;

gboolean jp_decimal_parse     (JpDecimal *decimal, const char *text);
int      jp_decimal_compare   (JpDecimal a, JpDecimal b);
gboolean jp_decimal_rescale   (JpDecimal decimal, guint scale, gint64 *result, gboolean *exact);
char    *jp_decimal_to_string (JpDecimal decimal);

/* Integers in a smallest unit: @value × 10^−@decimals. */
char    *jp_units_to_string   (gint64 value, guint decimals);
char    *jp_units_to_grouped  (gint64 value, guint decimals);

/* Arithmetic that cannot wrap: FALSE when the result does not fit. */
gboolean jp_add_checked       (gint64 a, gint64 b, gint64 *sum);
gboolean jp_mul_div_half_up   (gint64 a, gint64 b, gint64 c, gint64 *result);
gint64   jp_div_half_up       (gint64 numerator, gint64 denominator);

G_END_DECLS
