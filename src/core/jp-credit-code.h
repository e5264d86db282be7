/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JpCreditCodeFault:
 *
 * What is wrong with a unified social credit code (统一社会信用代码, GB 32100-2015).
 */
typedef enum
{
  JP_CREDIT_CODE_OK,
  JP_CREDIT_CODE_LENGTH,    /* not 18 characters */
  JP_CREDIT_CODE_ALPHABET,  /* a character outside 0-9A-Z without I O S V Z */
  JP_CREDIT_CODE_CHECK,     /* the last character does not agree with the others */
} JpCreditCodeFault;

JpCreditCodeFault jp_credit_code_check         (const char *code);
char              jp_credit_code_check_character (const char *first17);
const char       *jp_credit_code_fault_message (JpCreditCodeFault fault);

G_END_DECLS
