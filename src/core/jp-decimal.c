/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-decimal.h"

#define MAX_DIGITS 18
#define MAX_SCALE  15

static const gint64 powers[] = {
  G_GINT64_CONSTANT (1),
  G_GINT64_CONSTANT (10),
  G_GINT64_CONSTANT (100),
  G_GINT64_CONSTANT (1000),
  G_GINT64_CONSTANT (10000),
  G_GINT64_CONSTANT (100000),
  G_GINT64_CONSTANT (1000000),
  G_GINT64_CONSTANT (10000000),
  G_GINT64_CONSTANT (100000000),
  G_GINT64_CONSTANT (1000000000),
  G_GINT64_CONSTANT (10000000000),
  G_GINT64_CONSTANT (100000000000),
  G_GINT64_CONSTANT (1000000000000),
  G_GINT64_CONSTANT (10000000000000),
  G_GINT64_CONSTANT (100000000000000),
  G_GINT64_CONSTANT (1000000000000000),
  G_GINT64_CONSTANT (10000000000000000),
  G_GINT64_CONSTANT (100000000000000000),
  G_GINT64_CONSTANT (1000000000000000000),
};

/* @denominator is positive. A half goes away from zero, so that a number and its negative round alike. */
static __int128
divide_half_up (__int128 numerator, gint64 denominator)
{
  __int128 quotient = numerator / denominator;
  __int128 rest = numerator % denominator;
  __int128 size = rest < 0 ? -rest : rest;

  if (size * 2 >= denominator)
    quotient += rest < 0 ? -1 : 1;

  return quotient;
}

static gboolean
narrow (__int128 wide, gint64 *result)
{
  if (wide < G_MININT64 || wide > G_MAXINT64)
    return FALSE;

  *result = (gint64) wide;
  return TRUE;
}

/**
 * jp_decimal_parse:
 * @decimal: (out caller-allocates): the number to set
 * @text: (nullable): plain ASCII digits with an optional sign and one point between digits
 *
 * Reads an exact decimal of at most 18 significant digits, at most 15 of them behind the point. No exponent,
 * separators or white space: readers of looser text clean it first.
 *
 * Returns: whether @decimal was set; otherwise it is left untouched
 */
gboolean
jp_decimal_parse (JpDecimal *decimal, const char *text)
{
  const char *p = text;
  gboolean negative = FALSE, fraction = FALSE;
  guint digits = 0, scale = 0;
  gint64 coefficient = 0;

  g_return_val_if_fail (decimal != NULL, FALSE);

  if (p == NULL)
    return FALSE;
  if (*p == '-' || *p == '+')
    negative = *p++ == '-';
  if (!g_ascii_isdigit (*p))
    return FALSE;

  for (; *p != '\0'; p++)
    {
      if (*p == '.' && !fraction && g_ascii_isdigit (p[1]))
        {
          fraction = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (*p))
        return FALSE;

      digits += coefficient != 0 || *p != '0' ? 1 : 0;
      scale += fraction ? 1 : 0;
      if (digits > MAX_DIGITS || scale > MAX_SCALE)
        return FALSE;
      coefficient = coefficient * 10 + (*p - '0');
    }

  decimal->coefficient = negative ? -coefficient : coefficient;
  decimal->scale = (guint8) scale;
  return TRUE;
}

/**
 * jp_decimal_compare:
 * @a: a number
 * @b: another number
 *
 * Compares exactly, whatever the scales: 0.10 equals 0.1.
 *
 * Returns: negative, zero or positive as @a is below, equal to or above @b
 */
int
jp_decimal_compare (JpDecimal a, JpDecimal b)
{
  __int128 left, right;

  g_return_val_if_fail (a.scale <= MAX_SCALE && b.scale <= MAX_SCALE, 0);

  left = (__int128) a.coefficient * powers[b.scale];
  right = (__int128) b.coefficient * powers[a.scale];
  return (left > right) - (left < right);
}

/**
 * jp_decimal_rescale:
 * @decimal: a number
 * @scale: the wanted number of digits behind the point, at most 18
 * @result: (out): @decimal × 10^@scale, rounded half up (a half goes away from zero)
 * @exact: (out) (optional): whether nothing was rounded
 *
 * Turns a number into an integer of its smallest unit.
 *
 * Returns: whether it fits; otherwise @result is left untouched
 */
gboolean
jp_decimal_rescale (JpDecimal decimal, guint scale, gint64 *result, gboolean *exact)
{
  __int128 value = decimal.coefficient;
  gboolean whole = TRUE;

  g_return_val_if_fail (decimal.scale <= MAX_SCALE && scale < G_N_ELEMENTS (powers), FALSE);
  g_return_val_if_fail (result != NULL, FALSE);

  if (scale >= decimal.scale)
    {
      value *= powers[scale - decimal.scale];
    }
  else
    {
      whole = value % powers[decimal.scale - scale] == 0;
      value = divide_half_up (value, powers[decimal.scale - scale]);
    }

  if (exact != NULL)
    *exact = whole;
  return narrow (value, result);
}

/**
 * jp_decimal_to_string:
 * @decimal: a number
 *
 * Returns: (transfer full): its digits, as many behind the point as its scale says
 */
char *
jp_decimal_to_string (JpDecimal decimal)
{
  return jp_units_to_string (decimal.coefficient, decimal.scale);
}

/**
 * jp_units_to_string:
 * @value: an integer in a smallest unit
 * @decimals: digits behind the point, at most 18
 *
 * Returns: (transfer full): @value × 10^−@decimals as plain digits, "-1234567.00"
 */
char *
jp_units_to_string (gint64 value, guint decimals)
{
  guint64 size = value < 0 ? 0 - (guint64) value : (guint64) value;
  const char *sign = value < 0 ? "-" : "";
  guint64 unit;

  g_return_val_if_fail (decimals < G_N_ELEMENTS (powers), NULL);

  unit = (guint64) powers[decimals];
  if (decimals == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, sign, size);

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, sign, size / unit, (int) decimals,
                          size % unit);
}

/**
 * jp_units_to_grouped:
 * @value: an integer in a smallest unit
 * @decimals: digits behind the point, at most 18
 *
 * Returns: (transfer full): @value × 10^−@decimals with a comma between thousands, "-1,234,567.00"
 */
char *
jp_units_to_grouped (gint64 value, guint decimals)
{
  g_autofree char *plain = jp_units_to_string (value, decimals);
  GString *grouped;
  gsize start, end;

  g_return_val_if_fail (plain != NULL, NULL);

  grouped = g_string_new (plain);
  start = *plain == '-' ? 1 : 0;
  end = grouped->len - (decimals > 0 ? decimals + 1 : 0);
  for (gsize at = end; at > start + 3; at -= 3)
    g_string_insert_c (grouped, (gssize) at - 3, ',');

  return g_string_free (grouped, FALSE);
}

/**
 * jp_add_checked:
 * @a: a number
 * @b: another number
 * @sum: (out): @a + @b
 *
 * Returns: whether the sum fits; otherwise @sum is left untouched
 */
gboolean
jp_add_checked (gint64 a, gint64 b, gint64 *sum)
{
  return narrow ((__int128) a + b, sum);
}

/**
 * jp_mul_div_half_up:
 * @a: a factor
 * @b: another factor
 * @c: what their product is divided by
 * @result: (out): @a × @b ÷ @c, rounded half up (a half goes away from zero)
 *
 * Returns: whether the result fits and @c is positive; otherwise @result is left untouched
 */
gboolean
jp_mul_div_half_up (gint64 a, gint64 b, gint64 c, gint64 *result)
{
  return c > 0 && narrow (divide_half_up ((__int128) a * b, c), result);
}

/**
 * jp_div_half_up:
 * @numerator: what is divided
 * @denominator: a positive number
 *
 * Returns: the quotient, rounded half up (a half goes away from zero)
 */
gint64
jp_div_half_up (gint64 numerator, gint64 denominator)
{
  g_return_val_if_fail (denominator > 0, 0);

  return (gint64) divide_half_up (numerator, denominator);
}
