/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define JP_NUMBER_DIGITS 15 /* what a spreadsheet keeps of a number */

/**
 * JpNumber:
 * @coefficient: at most 15 significant digits, signed, no trailing zeros
 * @exponent: power of ten
 *
 * A number as a cell gives it: coefficient × 10^exponent, exactly.
 */
typedef struct
{
  gint64 coefficient;
  int    exponent;
} JpNumber;

/**
 * JpNumberReading:
 * @JP_NUMBER_OK: a number
 * @JP_NUMBER_WORDS: something else
 * @JP_NUMBER_TOO_LONG: more than 15 significant digits, which a spreadsheet has already falsified
 */
typedef enum
{
  JP_NUMBER_OK,
  JP_NUMBER_WORDS,
  JP_NUMBER_TOO_LONG,
} JpNumberReading;

/**
 * JpNumberFit:
 * @JP_NUMBER_EXACT: it is that many units
 * @JP_NUMBER_ROUNDED: it had more decimals, rounded half up
 * @JP_NUMBER_TOO_LARGE: not below 10^15 units
 */
typedef enum
{
  JP_NUMBER_EXACT,
  JP_NUMBER_ROUNDED,
  JP_NUMBER_TOO_LARGE,
} JpNumberFit;

gboolean        jp_number_parse_stored (JpNumber *number, const char *text, gsize length);
JpNumberReading jp_number_parse_typed  (JpNumber *number, gboolean *percent, const char *text, gsize length);
JpNumberFit     jp_number_to_units     (JpNumber number, int decimals, gint64 *units);

G_END_DECLS
