/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-credit-code.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CODE_LENGTH 18
#define MODULUS     31

/* GB 32100-2015: no I, O, S, V, Z; a character's value is its place. */
static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";

static int
value_of (char c)
{
  const char *found = c != '\0' ? strchr (alphabet, c) : NULL;

  return found != NULL ? (int) (found - alphabet) : -1;
}

/**
 * jp_credit_code_check:
 * @code: (nullable): a code, in capitals and without white space
 *
 * Checks length, alphabet and the last character, the only redundancy a code holds (R-WHO).
 *
 * Returns: the first thing wrong with @code
 */
JpCreditCodeFault
jp_credit_code_check (const char *code)
{
  if (code == NULL || !g_utf8_validate (code, -1, NULL) || g_utf8_strlen (code, -1) != CODE_LENGTH)
    return JP_CREDIT_CODE_LENGTH;

  for (const char *p = code; *p != '\0'; p++)
    if (value_of (*p) < 0)
      return JP_CREDIT_CODE_ALPHABET;

  return code[CODE_LENGTH - 1] == jp_credit_code_check_character (code) ? JP_CREDIT_CODE_OK : JP_CREDIT_CODE_CHECK;
}

/**
 * jp_credit_code_check_character:
 * @first17: the first seventeen characters of a code; what follows is not read
 *
 * Computes the last character: weights 3^i modulo 31, i from 0.
 *
 * Returns: the character, or NUL if @first17 is too short or has a character outside the alphabet
 */
char
jp_credit_code_check_character (const char *first17)
{
  int sum = 0, weight = 1;

  g_return_val_if_fail (first17 != NULL, '\0');

  for (guint i = 0; i < CODE_LENGTH - 1; i++)
    {
      int value = value_of (first17[i]);

      if (value < 0)
        return '\0';
      sum += value * weight;
      weight = weight * 3 % MODULUS;
    }

  return alphabet[(MODULUS - sum % MODULUS) % MODULUS];
}

/**
 * jp_credit_code_fault_message:
 * @fault: what is wrong with a code
 *
 * Returns: (nullable): a localised sentence, or %NULL for %JP_CREDIT_CODE_OK
 */
const char *
jp_credit_code_fault_message (JpCreditCodeFault fault)
{
  switch (fault)
    {
    case JP_CREDIT_CODE_LENGTH:
      return _("A unified social credit code has 18 characters; count them again.");
    case JP_CREDIT_CODE_ALPHABET:
      return _("A unified social credit code holds only digits and capital letters, never I, O, S, V or Z; "
               "look for a 0 or 1 written as a letter.");
    case JP_CREDIT_CODE_CHECK:
      return _("The last character of this unified social credit code does not agree with the others; "
               "compare it with the business licence.");
    case JP_CREDIT_CODE_OK:
      break;
    }

  return NULL;
}
