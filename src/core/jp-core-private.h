/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-date.h"
#include "jp-money.h"

G_BEGIN_DECLS

/* Whether a reason, a voucher or another text was given at all. */
static inline gboolean
jp_given (const char *text)
{
  return text != NULL && *text != '\0';
}

/* Whether what is dated @date has happened by @day; what has no date has not. */
static inline gboolean
jp_has_happened (JpDate date, JpDate day)
{
  return date != JP_DATE_NONE && date <= day;
}

/* Sums of amounts stop at the ends of what an amount can be, and never wrap: no sum that is paid comes near. */
static inline JpMoney
jp_money_plus (JpMoney a, JpMoney b)
{
  JpMoney sum;

  if (!__builtin_add_overflow (a, b, &sum) && sum != JP_MONEY_UNKNOWN)
    return sum;

  return a > 0 ? G_MAXINT64 : -G_MAXINT64;
}

static inline JpMoney
jp_money_minus (JpMoney a, JpMoney b)
{
  return jp_money_plus (a, b == G_MININT64 ? G_MAXINT64 : -b);
}

G_END_DECLS
