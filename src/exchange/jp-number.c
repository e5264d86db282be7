/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-number.h"

#include <string.h>

#define MAX_EXPONENT 10000 /* far beyond any number kept; larger ones stay there */
#define MAX_UNITS    G_GINT64_CONSTANT (1000000000000000)
#define MAX_TYPED    64 /* bytes; no number of 15 digits is longer */

/* Digits as they come in, of which the first fifteen that matter are kept. */
typedef struct
{
  gint64   coefficient;
  int      exponent;
  int      significant; /* digits from the first that is not 0 */
  int      last;        /* the place of the last digit that is not 0, among the significant */
  gboolean round_up;    /* the sixteenth digit says so */
  gboolean fraction;    /* past the point */
} Digits;

static void
add_digit (Digits *digits, int digit)
{
  if (digits->coefficient != 0 || digit != 0)
    digits->significant++;
  if (digit != 0)
    digits->last = digits->significant;

  if (digits->significant <= JP_NUMBER_DIGITS)
    {
      digits->coefficient = digits->coefficient * 10 + digit;
      digits->exponent -= digits->fraction ? 1 : 0;
    }
  else
    {
      if (digits->significant == JP_NUMBER_DIGITS + 1)
        digits->round_up = digit >= 5;
      digits->exponent += digits->fraction ? 0 : 1;
    }
}

static void
finish (const Digits *digits, gboolean negative, JpNumber *number)
{
  gint64 coefficient = digits->coefficient + (digits->round_up ? 1 : 0);
  int exponent = digits->exponent;

  while (coefficient != 0 && coefficient % 10 == 0)
    {
      coefficient /= 10;
      exponent++;
    }

  number->coefficient = negative ? -coefficient : coefficient;
  number->exponent = coefficient != 0 ? CLAMP (exponent, -MAX_EXPONENT, MAX_EXPONENT) : 0;
}

static gboolean
read_exponent (const char *p, const char *end, int *exponent)
{
  gboolean negative = p < end && *p == '-';
  int value = 0;

  if (p < end && (*p == '-' || *p == '+'))
    p++;
  if (p == end)
    return FALSE;

  for (; p < end; p++)
    {
      if (!g_ascii_isdigit (*p))
        return FALSE;
      value = MIN (value * 10 + (*p - '0'), MAX_EXPONENT);
    }

  *exponent += negative ? -value : value;
  return TRUE;
}

/**
 * jp_number_parse_stored:
 * @number: (out caller-allocates): the number
 * @text: what a workbook stores, "1.1000000000000001E-2"
 * @length: of @text in bytes
 *
 * Reads a number as spreadsheets store it. They write up to 17 digits to bring back the same binary number, but
 * show and mean 15, so more are rounded half up to 15: 0.28199999999999997 is 0.282.
 *
 * Returns: whether @text is a number
 */
gboolean
jp_number_parse_stored (JpNumber *number, const char *text, gsize length)
{
  const char *p = text, *end = text + length;
  gboolean negative = length > 0 && *p == '-', any = FALSE;
  Digits digits = { 0, };

  if (length > 0 && (*p == '-' || *p == '+'))
    p++;
  for (; p < end && (g_ascii_isdigit (*p) || (*p == '.' && !digits.fraction)); p++)
    {
      if (*p == '.')
        {
          digits.fraction = TRUE;
          continue;
        }
      any = TRUE;
      add_digit (&digits, *p - '0');
    }
  if (!any)
    return FALSE;
  if (p < end && (*p == 'e' || *p == 'E'))
    {
      if (!read_exponent (p + 1, end, &digits.exponent))
        return FALSE;
      p = end;
    }
  if (p != end)
    return FALSE;

  finish (&digits, negative, number);
  return TRUE;
}

/* Commas stand between groups of three, the first of one to three digits, and only before the point. */
static gboolean
groups_are_whole (const char *text)
{
  const char *point = strchr (text, '.');
  gsize length = point != NULL ? (gsize) (point - text) : strlen (text);
  const char *first = memchr (text, ',', length);

  if (point != NULL && strchr (point, ',') != NULL)
    return FALSE;
  if (first == NULL)
    return TRUE;
  if (first == text || first - text > 3 || (length - (gsize) (first - text)) % 4 != 0)
    return FALSE;

  for (gsize i = (gsize) (first - text); i < length; i++)
    if ((text[i] == ',') != ((i - (gsize) (first - text)) % 4 == 0))
      return FALSE;

  return TRUE;
}

/* Writes half-width ASCII without the spaces around it to @plain; FALSE where there is anything else. */
static gboolean
to_plain (const char *text, gsize length, char plain[MAX_TYPED + 1])
{
  gboolean ascii = TRUE;

  if (length > MAX_TYPED)
    return FALSE;

  memcpy (plain, text, length);
  plain[length] = '\0';
  for (gsize i = 0; i < length; i++)
    ascii = ascii && plain[i] > 0;
  if (!ascii)
    {
      g_autofree char *normal = g_utf8_normalize (plain, -1, G_NORMALIZE_NFKC); /* every kind of space and digit */

      if (normal == NULL || strlen (normal) > MAX_TYPED || !g_str_is_ascii (normal))
        return FALSE;
      strcpy (plain, normal);
    }
  g_strstrip (plain);

  return TRUE;
}

static gboolean
take_percent (char *plain)
{
  gsize length = strlen (plain);

  if (length == 0 || plain[length - 1] != '%')
    return FALSE;

  plain[length - 1] = '\0';
  g_strchomp (plain);
  return TRUE;
}

/**
 * jp_number_parse_typed:
 * @number: (out caller-allocates): the number
 * @percent: (out): whether a per-cent sign follows it
 * @text: what somebody typed, UTF-8
 * @length: of @text in bytes
 *
 * Reads a number as people type it: half-width or full-width digits, spaces around, thousands separators where
 * each stands before three digits, a sign, a per-cent sign. No exponent: one that is seen in a text stands for
 * digits that were lost. Rule R-READ.
 *
 * Returns: what was found
 */
JpNumberReading
jp_number_parse_typed (JpNumber *number, gboolean *percent, const char *text, gsize length)
{
  char plain[MAX_TYPED + 1];
  const char *p = plain;
  gboolean negative, any = FALSE;
  Digits digits = { 0, };

  *percent = FALSE;
  if (!to_plain (text, length, plain))
    return JP_NUMBER_WORDS;

  *percent = take_percent (plain);
  negative = *p == '-';
  if (*p == '-' || *p == '+')
    p++;
  if (!groups_are_whole (p))
    return JP_NUMBER_WORDS;

  for (; *p != '\0'; p++)
    {
      if (*p == ',')
        continue;
      if (*p == '.' && any && !digits.fraction && g_ascii_isdigit (p[1]))
        digits.fraction = TRUE;
      else if (g_ascii_isdigit (*p))
        add_digit (&digits, *p - '0');
      else
        return JP_NUMBER_WORDS;
      any = TRUE;
    }
  if (!any)
    return JP_NUMBER_WORDS;
  if (digits.last > JP_NUMBER_DIGITS)
    return JP_NUMBER_TOO_LONG;

  finish (&digits, negative, number);
  return JP_NUMBER_OK;
}

/**
 * jp_number_to_units:
 * @number: a number, not negative
 * @decimals: how many decimals a unit stands behind: 2 for hundredths; the powers of ten by which a header's
 *   unit is larger are added
 * @units: (out): the number in units of 10^−@decimals
 *
 * Returns: how well it fits; @units is set unless it is too large
 */
JpNumberFit
jp_number_to_units (JpNumber number, int decimals, gint64 *units)
{
  int power = number.exponent + decimals;
  gint64 value = number.coefficient, scale = 1;

  g_return_val_if_fail (value >= 0, JP_NUMBER_TOO_LARGE);

  *units = 0;
  for (; power > 0 && value > 0 && value < MAX_UNITS; power--)
    value *= 10;
  for (; power < 0 && scale < MAX_UNITS * 10; power++)
    scale *= 10;

  *units = power < 0 ? 0 : value / scale + (value % scale >= scale - scale / 2 ? 1 : 0);
  if (scale == 1)
    *units = value;
  if (*units >= MAX_UNITS)
    return JP_NUMBER_TOO_LARGE;

  return value != 0 && (power < 0 || value % scale != 0) ? JP_NUMBER_ROUNDED : JP_NUMBER_EXACT;
}
