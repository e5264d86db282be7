/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-test.h"

#include "jp-credit-code.h"

#include <string.h>

static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";

static const char *const codes[] = {
  "91350211MA1000000X", "91350203MA1007919X", "91350205MA1015838D",
  "91350213MA1023757J", "91350212MA1031676N", "91350206MA10395954",
};

static void
test_code_is_right (gconstpointer data)
{
  g_assert_cmpint (jp_credit_code_check (data), ==, JP_CREDIT_CODE_OK);
  g_assert_cmpint (jp_credit_code_check_character (data), ==, ((const char *) data)[17]);
}

/* Every other character in any one place is a wrong code: all weights are units modulo 31. */
static void
test_every_alteration_is_found (gconstpointer data)
{
  for (gsize at = 0; at < 18; at++)
    for (const char *c = alphabet; *c != '\0'; c++)
      {
        g_autofree char *altered = g_strdup (data);

        if (altered[at] == *c)
          continue;
        altered[at] = *c;
        g_assert_cmpint (jp_credit_code_check (altered), ==, JP_CREDIT_CODE_CHECK);
      }
}

typedef struct
{
  const char       *name;
  const char       *code;
  JpCreditCodeFault fault;
} FaultCase;

static const FaultCase fault_cases[] = {
  { "none", NULL, JP_CREDIT_CODE_LENGTH },
  { "empty", "", JP_CREDIT_CODE_LENGTH },
  { "seventeen", "91350211MA1000000", JP_CREDIT_CODE_LENGTH },
  { "nineteen", "91350211MA1000000XX", JP_CREDIT_CODE_LENGTH },
  { "space-behind", "91350211MA1000000X ", JP_CREDIT_CODE_LENGTH },
  { "letter-i", "9I350211MA1000000X", JP_CREDIT_CODE_ALPHABET },
  { "letter-o", "9135O211MA1000000X", JP_CREDIT_CODE_ALPHABET },
  { "letter-s", "91350211MS1000000X", JP_CREDIT_CODE_ALPHABET },
  { "letter-v", "91350211VA1000000X", JP_CREDIT_CODE_ALPHABET },
  { "letter-z", "91350211MA1000000Z", JP_CREDIT_CODE_ALPHABET },
  { "small-letters", "91350211ma1000000x", JP_CREDIT_CODE_ALPHABET },
  { "space-within", "91350211 A1000000X", JP_CREDIT_CODE_ALPHABET },
  { "full-width-digit", "９1350211MA1000000X", JP_CREDIT_CODE_ALPHABET },
  { "eighteen-han", "统一社会信用代码统一社会信用代码统一", JP_CREDIT_CODE_ALPHABET },
  { "truncated-utf8", "91350211MA1000000\xe5", JP_CREDIT_CODE_LENGTH },
  { "check-character", "91350211MA10000000", JP_CREDIT_CODE_CHECK },
  { "two-digits-swapped", "91350121MA1000000X", JP_CREDIT_CODE_CHECK },
};

static void
test_fault (gconstpointer data)
{
  const FaultCase *c = data;

  g_assert_cmpint (jp_credit_code_check (c->code), ==, c->fault);
}

static void
test_check_character_needs_seventeen (void)
{
  g_assert_cmpint (jp_credit_code_check_character ("91350211MA1000000"), ==, 'X');
  g_assert_cmpint (jp_credit_code_check_character ("91350211MA100000"), ==, '\0');
  g_assert_cmpint (jp_credit_code_check_character ("91350211MA10000OO"), ==, '\0');
  g_assert_cmpint (jp_credit_code_check_character (""), ==, '\0');
  /* A sum that 31 divides gives 0. */
  g_assert_cmpint (jp_credit_code_check_character ("00000000000000000"), ==, '0');
}

static void
test_every_fault_has_its_sentence (void)
{
  const char *length = jp_credit_code_fault_message (JP_CREDIT_CODE_LENGTH);
  const char *letters = jp_credit_code_fault_message (JP_CREDIT_CODE_ALPHABET);
  const char *check = jp_credit_code_fault_message (JP_CREDIT_CODE_CHECK);

  g_assert_nonnull (strstr (length, "18"));
  g_assert_nonnull (strstr (letters, "I, O, S, V"));
  g_assert_cmpstr (check, !=, letters);
  g_assert_cmpstr (check, !=, length);
  g_assert_null (jp_credit_code_fault_message (JP_CREDIT_CODE_OK));
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char *right = g_strdup_printf ("/core/R-WHO/credit-code/right/%s", codes[i]);
      g_autofree char *altered = g_strdup_printf ("/core/R-WHO/credit-code/every-alteration/%s", codes[i]);

      g_test_add_data_func (right, codes[i], test_code_is_right);
      g_test_add_data_func (altered, codes[i], test_every_alteration_is_found);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (fault_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/R-WHO/credit-code/fault/%s", fault_cases[i].name);
      g_test_add_data_func (path, &fault_cases[i], test_fault);
    }
  g_test_add_func ("/core/R-WHO/credit-code/check-character-needs-seventeen", test_check_character_needs_seventeen);
  g_test_add_func ("/core/R-WHO/credit-code/every-fault-has-its-sentence", test_every_fault_has_its_sentence);

  return g_test_run ();
}
