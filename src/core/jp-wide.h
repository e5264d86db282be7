/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* 128 bits for what lies between exact figures and their exact result. Private to core. */
typedef __int128 JpWide;

#define JP_WIDE_MAX_BITS 126 /* of a product: a sum of two still fits */

static inline guint
jp_wide_n_bits (JpWide number)
{
  unsigned __int128 size = number < 0 ? -(unsigned __int128) number : (unsigned __int128) number;
  guint64 high = (guint64) (size >> 64), low = (guint64) size;

  if (high != 0)
    return 128 - (guint) __builtin_clzll (high);
  return low != 0 ? 64 - (guint) __builtin_clzll (low) : 0;
}

/* FALSE: the product may not fit. clang takes a checked 128-bit product from a library that GCC's systems lack;
 * counting bits needs none. */
static inline gboolean
jp_wide_multiply (JpWide a, JpWide b, JpWide *product)
{
  if (jp_wide_n_bits (a) + jp_wide_n_bits (b) > JP_WIDE_MAX_BITS)
    return FALSE;

  *product = a * b;
  return TRUE;
}

G_END_DECLS
