/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-ratio.h"

#define PERCENT_PLACES 4 /* a ratio's digits behind the point when it is shown as a per cent with two */

/* Hundredths of a per cent, a half away from zero. At most 2^63 × 10^4 in size, which int64 cannot hold. */
static __int128
shown (gint64 numerator, gint64 denominator)
{
  __int128 wide = (__int128) numerator * jp_power_of_ten (PERCENT_PLACES);
  __int128 quotient = wide / denominator;
  __int128 rest = wide % denominator;

  if ((rest < 0 ? -rest : rest) * 2 >= denominator)
    quotient += numerator < 0 ? -1 : 1;

  return quotient;
}

/**
 * jp_power_of_ten:
 * @exponent: 0 to 18
 *
 * Returns: 10^@exponent
 */
gint64
jp_power_of_ten (guint exponent)
{
  gint64 power = 1;

  g_return_val_if_fail (exponent <= 18, 1);

  while (exponent-- > 0)
    power *= 10;

  return power;
}

/**
 * jp_ratio_compare:
 * @numerator: what is divided
 * @denominator: a positive number
 * @threshold: what the ratio is held against
 *
 * Compares exactly: both sides times both denominators stay below 2^127 whatever the figures.
 *
 * Returns: negative, zero or positive as the ratio is below, equal to or above @threshold
 */
int
jp_ratio_compare (gint64 numerator, gint64 denominator, JpDecimal threshold)
{
  __int128 left, right;

  g_return_val_if_fail (denominator > 0, 0);

  left = (__int128) numerator * jp_power_of_ten (threshold.scale);
  right = (__int128) threshold.coefficient * denominator;
  return (left > right) - (left < right);
}

/**
 * jp_ratio_compare_shown:
 * @numerator: what is divided
 * @denominator: a positive number
 * @threshold: what the shown ratio is held against
 *
 * Compares what jp_ratio_to_percent() shows. Where it differs from jp_ratio_compare() a reader would be misled,
 * and the paper says so in words.
 *
 * Returns: negative, zero or positive as the shown ratio is below, equal to or above @threshold
 */
int
jp_ratio_compare_shown (gint64 numerator, gint64 denominator, JpDecimal threshold)
{
  __int128 left, right;

  g_return_val_if_fail (denominator > 0, 0);

  left = shown (numerator, denominator) * jp_power_of_ten (threshold.scale);
  right = (__int128) threshold.coefficient * jp_power_of_ten (PERCENT_PLACES);
  return (left > right) - (left < right);
}

/**
 * jp_ratio_to_percent:
 * @numerator: what is divided
 * @denominator: a positive number
 *
 * Returns: (transfer full): the ratio in per cent with two decimals, half up (a half goes away from zero): "10.00%"
 */
char *
jp_ratio_to_percent (gint64 numerator, gint64 denominator)
{
  const gint64 half_word = jp_power_of_ten (16);
  g_autofree char *low = NULL;
  __int128 size;
  const char *sign;

  g_return_val_if_fail (denominator > 0, NULL);

  size = shown (numerator, denominator);
  sign = size < 0 ? "-" : "";
  size = size < 0 ? -size : size;
  if (size < half_word)
    {
      low = jp_units_to_string ((gint64) size, 2);
      return g_strdup_printf ("%s%s%%", sign, low);
    }

  return g_strdup_printf ("%s%" G_GINT64_FORMAT "%014" G_GINT64_FORMAT ".%02d%%", sign, (gint64) (size / half_word),
                          (gint64) (size % half_word) / 100, (int) (size % 100));
}

/**
 * jp_threshold_trim:
 * @threshold: a number of a rule pack
 *
 * Returns: the same number without idle zeros behind the point
 */
JpDecimal
jp_threshold_trim (JpDecimal threshold)
{
  while (threshold.scale > 0 && threshold.coefficient % 10 == 0)
    {
      threshold.coefficient /= 10;
      threshold.scale--;
    }

  return threshold;
}

/**
 * jp_threshold_to_percent:
 * @threshold: a ratio, such as a growth rate of a rule pack
 *
 * Returns: (transfer full): @threshold in per cent without idle zeros: "7.5%" for 0.0750
 */
char *
jp_threshold_to_percent (JpDecimal threshold)
{
  JpDecimal trimmed = jp_threshold_trim (threshold);
  g_autofree char *digits = NULL;

  if (trimmed.coefficient == 0)
    return g_strdup ("0%");

  /* Below two digits behind the point, the zeros are written and not multiplied: that cannot overflow. */
  digits = jp_units_to_string (trimmed.coefficient, trimmed.scale > 2 ? trimmed.scale - 2 : 0);
  return g_strconcat (digits, trimmed.scale == 0 ? "00%" : trimmed.scale == 1 ? "0%" : "%", NULL);
}

/**
 * jp_threshold_to_plain:
 * @threshold: a number of a rule pack
 *
 * Returns: (transfer full): @threshold without idle zeros, with a comma between thousands: "5,000" for 5000.00
 */
char *
jp_threshold_to_plain (JpDecimal threshold)
{
  JpDecimal trimmed = jp_threshold_trim (threshold);

  return jp_units_to_grouped (trimmed.coefficient, trimmed.scale);
}
