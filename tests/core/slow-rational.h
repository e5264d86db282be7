/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <string.h>

/* Rationals of any size for tests, slow and plain on purpose: schoolbook arithmetic on decimal limbs, fractions
 * never reduced, nothing shared with src/core. */

#define SLOW_BASE  10000
#define SLOW_LIMBS 160

typedef struct
{
  gboolean negative;
  guint    n;                /* limbs in use; 0 is zero */
  guint32  limb[SLOW_LIMBS]; /* least first */
} SlowInt;

typedef struct
{
  SlowInt num;
  SlowInt den; /* positive */
} Slow;

static inline SlowInt
slow_int (gint64 value)
{
  SlowInt r = { .negative = value < 0 };
  guint64 size = value < 0 ? 0 - (guint64) value : (guint64) value;

  for (; size > 0; size /= SLOW_BASE)
    r.limb[r.n++] = (guint32) (size % SLOW_BASE);
  return r;
}

static inline int
slow_int_compare_size (const SlowInt *a, const SlowInt *b)
{
  if (a->n != b->n)
    return a->n < b->n ? -1 : 1;
  for (guint i = a->n; i-- > 0;)
    if (a->limb[i] != b->limb[i])
      return a->limb[i] < b->limb[i] ? -1 : 1;
  return 0;
}

static inline SlowInt
slow_int_mul (const SlowInt *a, const SlowInt *b)
{
  SlowInt r = { .negative = a->negative != b->negative };

  g_assert_cmpuint (a->n + b->n, <=, SLOW_LIMBS);
  for (guint i = 0; i < a->n; i++)
    for (guint j = 0; j < b->n; j++)
      {
        guint32 carry = a->limb[i] * b->limb[j];

        for (guint k = i + j; carry > 0; k++)
          {
            carry += r.limb[k];
            r.limb[k] = carry % SLOW_BASE;
            carry /= SLOW_BASE;
          }
      }
  for (r.n = a->n + b->n; r.n > 0 && r.limb[r.n - 1] == 0;)
    r.n--;
  return r;
}

static inline SlowInt
slow_int_add (const SlowInt *a, const SlowInt *b)
{
  const SlowInt *large = slow_int_compare_size (a, b) >= 0 ? a : b, *small = large == a ? b : a;
  SlowInt r = { .negative = large->negative };
  gint32 direction = a->negative == b->negative ? 1 : -1, carry = 0;

  g_assert_cmpuint (large->n, <, SLOW_LIMBS);
  for (r.n = 0; r.n < large->n || carry != 0; r.n++)
    {
      gint32 sum = (gint32) large->limb[r.n] + direction * (gint32) small->limb[r.n] + carry;

      carry = sum < 0 ? -1 : sum / SLOW_BASE;
      r.limb[r.n] = (guint32) (sum - carry * SLOW_BASE);
    }
  while (r.n > 0 && r.limb[r.n - 1] == 0)
    r.n--;
  return r;
}

static inline Slow
slow_ratio (gint64 num, gint64 den)
{
  Slow r = { slow_int (num), slow_int (den) };

  return r;
}

/* From the text itself: "-0.05" is −5 over 100. */
static inline Slow
slow_parse (const char *text)
{
  Slow r = slow_ratio (0, 1);
  SlowInt ten = slow_int (10);
  gboolean fraction = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      SlowInt digit;

      if (*p == '.')
        fraction = TRUE;
      if (!g_ascii_isdigit (*p))
        continue;
      digit = slow_int (*p - '0');
      r.num = slow_int_mul (&r.num, &ten);
      r.num = slow_int_add (&r.num, &digit);
      if (fraction)
        r.den = slow_int_mul (&r.den, &ten);
    }
  r.num.negative = *text == '-';
  return r;
}

static inline Slow
slow_mul (Slow a, Slow b)
{
  Slow r = { slow_int_mul (&a.num, &b.num), slow_int_mul (&a.den, &b.den) };

  return r;
}

static inline Slow
slow_div (Slow a, Slow b)
{
  Slow turned = { b.den, b.num };

  g_assert_cmpuint (b.num.n, >, 0);
  turned.num.negative = b.num.negative;
  turned.den.negative = FALSE;
  return slow_mul (a, turned);
}

static inline Slow
slow_add (Slow a, Slow b)
{
  SlowInt left = slow_int_mul (&a.num, &b.den), right = slow_int_mul (&b.num, &a.den);
  Slow r = { slow_int_add (&left, &right), slow_int_mul (&a.den, &b.den) };

  return r;
}

static inline Slow
slow_sub (Slow a, Slow b)
{
  b.num.negative = !b.num.negative;
  return slow_add (a, b);
}

static inline int
slow_compare (Slow a, Slow b)
{
  Slow difference = slow_sub (a, b);

  return difference.num.n == 0 ? 0 : difference.num.negative ? -1 : 1;
}

/* Half up, by counting from 0 in ever smaller steps: the last n with n − ½ ≤ value. */
static inline int
slow_round_from_zero (Slow value)
{
  Slow half = slow_ratio (1, 2);
  int n = 0;

  for (int step = 10000; step > 0; step /= 10)
    while (slow_compare (slow_sub (slow_ratio (n + step, 1), half), value) <= 0)
      n += step;
  return n;
}
