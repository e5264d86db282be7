/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-test.h"

#include "jp-decimal.h"

typedef struct
{
  const char *name;
  const char *text;
  gint64      coefficient;
  guint       scale;
} ParseCase;

static const ParseCase parse_cases[] = {
  { "integer", "42", 42, 0 },
  { "zero", "0", 0, 0 },
  { "negative-zero", "-0.00", 0, 2 },
  { "plus", "+7.5", 75, 1 },
  { "minus", "-7.5", -75, 1 },
  { "scale-is-kept", "1.500", 1500, 3 },
  { "leading-zeros-are-not-significant", "000000000000000000000012", 12, 0 },
  { "eighteen-digits", "999999999999999999", G_GINT64_CONSTANT (999999999999999999), 0 },
  { "eighteen-digits-negative", "-999.999999999999999", G_GINT64_CONSTANT (-999999999999999999), 15 },
  { "fifteen-decimals", "0.000000000000001", 1, 15 },
};

static void
test_parse (gconstpointer data)
{
  const ParseCase *c = data;
  JpDecimal decimal;

  g_assert_true (jp_decimal_parse (&decimal, c->text));
  g_assert_cmpint (decimal.coefficient, ==, c->coefficient);
  g_assert_cmpuint (decimal.scale, ==, c->scale);
}

typedef struct
{
  const char *name;
  const char *text;
} RefuseCase;

static const RefuseCase refuse_cases[] = {
  { "empty", "" },
  { "none", NULL },
  { "sign-alone", "-" },
  { "two-signs", "--1" },
  { "point-alone", "." },
  { "nothing-before-the-point", ".5" },
  { "nothing-behind-the-point", "5." },
  { "two-points", "1.2.3" },
  { "exponent", "1e3" },
  { "separators", "1,000" },
  { "decimal-comma", "1,5" },
  { "space-before", " 1" },
  { "space-behind", "1 " },
  { "newline-behind", "1\n" },
  { "hexadecimal", "0x10" },
  { "full-width", "１" },
  { "infinity", "inf" },
  { "nineteen-digits", "1000000000000000000" },
  { "sixteen-decimals", "0.0000000000000001" },
  { "not-utf8", "1\xff" },
};

static void
test_refuse (gconstpointer data)
{
  const RefuseCase *c = data;
  JpDecimal decimal = { 7, 3 };

  g_assert_false (jp_decimal_parse (&decimal, c->text));
  g_assert_cmpint (decimal.coefficient, ==, 7);
  g_assert_cmpuint (decimal.scale, ==, 3);
}

static JpDecimal
number (const char *text)
{
  JpDecimal decimal;

  g_assert_true (jp_decimal_parse (&decimal, text));
  return decimal;
}

typedef struct
{
  const char *name;
  const char *a;
  const char *b;
  int         order;
} CompareCase;

static const CompareCase compare_cases[] = {
  { "equal-at-other-scales", "0.1", "0.100", 0 },
  { "zeros", "-0.0", "0", 0 },
  { "below-the-band", "79.99", "80", -1 },
  { "just-below-the-band", "79.999999999999999", "80", -1 },
  { "bound", "80.00", "80", 0 },
  { "negative", "-0.5", "0.4", -1 },
  { "both-negative", "-2", "-1.999999999999999", -1 },
  { "largest-against-finest", "999999999999999999", "0.000000000000001", 1 },
  { "largest-against-itself-but-one", "999999999999999999", "999999999999999998", 1 },
  { "beyond-double", "0.123456789012345", "0.123456789012346", -1 },
};

static void
test_compare (gconstpointer data)
{
  const CompareCase *c = data;

  g_assert_cmpint (jp_decimal_compare (number (c->a), number (c->b)), ==, c->order);
  g_assert_cmpint (jp_decimal_compare (number (c->b), number (c->a)), ==, -c->order);
}

typedef struct
{
  const char *name;
  const char *text;
  guint       scale;
  gint64      value;
  gboolean    exact;
} RescaleCase;

static const RescaleCase rescale_cases[] = {
  { "same", "12.34", 2, 1234, TRUE },
  { "finer", "12.3", 4, 123000, TRUE },
  { "zeros-behind-are-exact", "12.3400", 2, 1234, TRUE },
  { "below-half", "0.004999", 2, 0, FALSE },
  { "half-goes-up", "0.005", 2, 1, FALSE },
  { "half-of-two", "2.5", 0, 3, FALSE },
  { "half-of-an-odd", "1.5", 0, 2, FALSE },
  { "negative-half-goes-away-from-zero", "-0.005", 2, -1, FALSE },
  { "negative-below-half", "-0.0049", 2, 0, FALSE },
  { "what-a-double-gets-wrong", "1.005", 2, 101, FALSE },
  { "yi-yuan-into-fen-of-wan", "142.123456", 6, 142123456, TRUE },
  { "rounded-into-the-next-place", "99.995", 2, 10000, FALSE },
  { "largest-that-fits", "9223372036.854775", 9, G_GINT64_CONSTANT (9223372036854775000), TRUE },
};

static void
test_rescale (gconstpointer data)
{
  const RescaleCase *c = data;
  gboolean exact = !c->exact;
  gint64 value = -7;

  g_assert_true (jp_decimal_rescale (number (c->text), c->scale, &value, &exact));
  g_assert_cmpint (value, ==, c->value);
  g_assert_cmpint (exact, ==, c->exact);
}

static void
test_rescale_refuses_overflow (void)
{
  gint64 value = 7;

  g_assert_false (jp_decimal_rescale (number ("9223372036.854776"), 9, &value, NULL));
  g_assert_false (jp_decimal_rescale (number ("-9223372036.854776"), 9, &value, NULL));
  g_assert_false (jp_decimal_rescale (number ("999999999999999999"), 15, &value, NULL));
  g_assert_false (jp_decimal_rescale (number ("999999999999999999"), 18, &value, NULL));
  g_assert_cmpint (value, ==, 7);
  g_assert_true (jp_decimal_rescale (number ("9.22337203685477"), 18, &value, NULL));
  g_assert_cmpint (value, ==, G_GINT64_CONSTANT (9223372036854770000));
}

typedef struct
{
  const char *name;
  gint64      value;
  guint       decimals;
  const char *plain;
  const char *grouped;
} FormatCase;

static const FormatCase format_cases[] = {
  { "zero", 0, 2, "0.00", "0.00" },
  { "integer", 1234567, 0, "1234567", "1,234,567" },
  { "three-digits", 999, 0, "999", "999" },
  { "four-digits", 1000, 0, "1000", "1,000" },
  { "two-decimals", 123456700, 2, "1234567.00", "1,234,567.00" },
  { "below-one", 5, 2, "0.05", "0.05" },
  { "below-one-negative", -5, 2, "-0.05", "-0.05" },
  { "three-digits-negative", -12345, 2, "-123.45", "-123.45" },
  { "negative", -123456700, 2, "-1234567.00", "-1,234,567.00" },
  { "six-decimals", 142123456, 6, "142.123456", "142.123456" },
  { "largest", G_MAXINT64, 2, "92233720368547758.07", "92,233,720,368,547,758.07" },
  { "smallest", G_MININT64, 2, "-92233720368547758.08", "-92,233,720,368,547,758.08" },
  { "eighteen-decimals", 1, 18, "0.000000000000000001", "0.000000000000000001" },
};

static void
test_format (gconstpointer data)
{
  const FormatCase *c = data;
  g_autofree char *plain = jp_units_to_string (c->value, c->decimals);
  g_autofree char *grouped = jp_units_to_grouped (c->value, c->decimals);

  g_assert_cmpstr (plain, ==, c->plain);
  g_assert_cmpstr (grouped, ==, c->grouped);
}

static void
test_to_string_keeps_the_scale (void)
{
  g_autofree char *text = jp_decimal_to_string (number ("-001.500"));

  g_assert_cmpstr (text, ==, "-1.500");
}

static void
test_add_is_checked (void)
{
  gint64 sum = 7;

  g_assert_true (jp_add_checked (G_MAXINT64 - 1, 1, &sum));
  g_assert_cmpint (sum, ==, G_MAXINT64);
  g_assert_false (jp_add_checked (G_MAXINT64, 1, &sum));
  g_assert_false (jp_add_checked (G_MININT64, -1, &sum));
  g_assert_cmpint (sum, ==, G_MAXINT64);
  g_assert_true (jp_add_checked (G_MININT64, G_MAXINT64, &sum));
  g_assert_cmpint (sum, ==, -1);
}

typedef struct
{
  const char *name;
  gint64      a, b, c;
  gint64      result;
} MulDivCase;

static const MulDivCase mul_div_cases[] = {
  { "exact", 2000, 75, 100, 1500 },
  { "half-up", 1, 1, 2, 1 },
  { "below-half", 1, 49, 99, 0 },
  { "above-half", 1, 50, 99, 1 },
  { "negative-half-away-from-zero", -1, 1, 2, -1 },
  { "negative-below-half", -1, 49, 99, 0 },
  { "odd-divisor", 5, 1, 3, 2 },
  { "wide-product", G_MAXINT64, G_MAXINT64, G_MAXINT64, G_MAXINT64 },
  { "wide-negative-product", G_MININT64, G_MAXINT64, G_MAXINT64, G_MININT64 },
};

static void
test_mul_div (gconstpointer data)
{
  const MulDivCase *c = data;
  gint64 result = -7;

  g_assert_true (jp_mul_div_half_up (c->a, c->b, c->c, &result));
  g_assert_cmpint (result, ==, c->result);
}

static void
test_mul_div_refuses (void)
{
  gint64 result = 7;

  g_assert_false (jp_mul_div_half_up (1, 1, 0, &result));
  g_assert_false (jp_mul_div_half_up (1, 1, -1, &result));
  g_assert_false (jp_mul_div_half_up (G_MAXINT64, 2, 1, &result));
  g_assert_false (jp_mul_div_half_up (G_MININT64, 2, 1, &result));
  g_assert_false (jp_mul_div_half_up (G_MAXINT64, 3, 2, &result));
  g_assert_cmpint (result, ==, 7);
}

static void
test_div (void)
{
  g_assert_cmpint (jp_div_half_up (5, 2), ==, 3);
  g_assert_cmpint (jp_div_half_up (-5, 2), ==, -3);
  g_assert_cmpint (jp_div_half_up (4, 3), ==, 1);
  g_assert_cmpint (jp_div_half_up (G_MAXINT64, 1), ==, G_MAXINT64);
  g_assert_cmpint (jp_div_half_up (G_MININT64, 1), ==, G_MININT64);
  g_assert_cmpint (jp_div_half_up (G_MAXINT64, G_MAXINT64), ==, 1);
}

static void
test_any_bytes (void)
{
  static const char bytes[] = "0123456789..-+eE, \xff";
  GRand *random = g_rand_new_with_seed (188);

  for (guint i = 0; i < 50000; i++)
    {
      char text[24] = "";
      guint length = (guint) g_rand_int_range (random, 0, 23);
      JpDecimal decimal, again;

      for (guint at = 0; at < length; at++)
        text[at] = bytes[g_rand_int_range (random, 0, sizeof bytes - 1)];
      if (jp_decimal_parse (&decimal, text))
        {
          g_autofree char *written = jp_decimal_to_string (decimal);

          g_assert_true (jp_decimal_parse (&again, written));
          g_assert_cmpint (jp_decimal_compare (decimal, again), ==, 0);
          g_assert_cmpuint (again.scale, ==, decimal.scale);
        }
    }
  g_rand_free (random);
}

#define ADD_CASES(group, cases, func) \
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) \
    { \
      g_autofree char *path = g_strdup_printf ("/core/R-SCORE/decimal/%s/%s", group, cases[i].name); \
      g_test_add_data_func (path, &cases[i], func); \
    }

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  ADD_CASES ("parse", parse_cases, test_parse);
  ADD_CASES ("refuse", refuse_cases, test_refuse);
  ADD_CASES ("compare", compare_cases, test_compare);
  ADD_CASES ("rescale", rescale_cases, test_rescale);
  ADD_CASES ("format", format_cases, test_format);
  ADD_CASES ("mul-div", mul_div_cases, test_mul_div);
  g_test_add_func ("/core/R-SCORE/decimal/rescale-refuses-overflow", test_rescale_refuses_overflow);
  g_test_add_func ("/core/R-SCORE/decimal/to-string-keeps-the-scale", test_to_string_keeps_the_scale);
  g_test_add_func ("/core/R-SCORE/decimal/add-is-checked", test_add_is_checked);
  g_test_add_func ("/core/R-SCORE/decimal/mul-div-refuses", test_mul_div_refuses);
  g_test_add_func ("/core/R-SCORE/decimal/div", test_div);
  g_test_add_func ("/core/R-SCORE/decimal/any-bytes", test_any_bytes);

  return g_test_run ();
}
