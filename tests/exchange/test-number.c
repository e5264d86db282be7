/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-number.h"
#include "jp-test.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  const char *expected; /* coefficient e exponent; NULL: refused */
} StoredCase;

static const StoredCase stored_cases[] = {
  { "integer", "2025", "2025e0" },
  { "decimals", "841831.36", "84183136e-2" },
  { "seventeen-digits-round-to-fifteen", "0.28199999999999997", "282e-3" },
  { "seventeen-digits-with-exponent", "1.1000000000000001E-2", "11e-3" },
  { "sixteenth-digit-below-half", "1.2345678901234549", "123456789012345e-14" },
  { "sixteenth-digit-half-goes-up", "1.2345678901234451", "123456789012345e-14" },
  { "nines-carry", "0.99999999999999999", "1e0" },
  { "large-integer-keeps-its-size", "12345678901234567", "123456789012346e2" },
  { "exponent-lower-case", "1.5e+3", "15e2" },
  { "negative", "-5", "-5e0" },
  { "zero", "0", "0e0" },
  { "zero-with-decimals", "0.000", "0e0" },
  { "huge-exponent-stays-huge", "1e400", "1e400" },
  { "absurd-exponent-does-not-wrap", "1e99999999999999999999", "1e10000" },
  { "absurd-negative-exponent", "1e-99999999999999999999", "1e-10000" },
  { "point-first", ".5", "5e-1" },
  { "point-last", "5.", "5e0" },
  { "empty", "", NULL },
  { "sign-alone", "-", NULL },
  { "point-alone", ".", NULL },
  { "two-points", "1.2.3", NULL },
  { "exponent-without-digits", "1e", NULL },
  { "words", "NaN", NULL },
  { "infinity", "INF", NULL },
  { "hexadecimal", "0x10", NULL },
  { "comma", "1,5", NULL },
};

typedef struct
{
  const char     *name;
  const char     *text;
  JpNumberReading reading;
  const char     *expected; /* with % where a sign stood */
} TypedCase;

static const TypedCase typed_cases[] = {
  { "plain", "1168140.93", JP_NUMBER_OK, "116814093e-2" },
  { "thousands", "1,168,140.93", JP_NUMBER_OK, "116814093e-2" },
  { "thousands-of-one-group", "48,578.46", JP_NUMBER_OK, "4857846e-2" },
  { "spaces-around", " 25612 ", JP_NUMBER_OK, "25612e0" },
  { "wide-and-hard-spaces-around", "　25612 ", JP_NUMBER_OK, "25612e0" },
  { "full-width", "１５８．２０", JP_NUMBER_OK, "1582e-1" },
  { "full-width-thousands", "１，２３４", JP_NUMBER_OK, "1234e0" },
  { "per-cent", "25.5%", JP_NUMBER_OK, "255e-1%" },
  { "per-cent-full-width-after-space", "25.5 ％", JP_NUMBER_OK, "255e-1%" },
  { "negative", "-5", JP_NUMBER_OK, "-5e0" },
  { "plus", "+5", JP_NUMBER_OK, "5e0" },
  { "fifteen-digits", "123456789012345", JP_NUMBER_OK, "123456789012345e0" },
  { "fifteen-digits-and-zeros-behind-the-point", "123456789012345.000", JP_NUMBER_OK, "123456789012345e0" },
  { "leading-zeros-do-not-count", "000000123456789012345", JP_NUMBER_OK, "123456789012345e0" },
  { "sixteen-digits", "1234567890123456", JP_NUMBER_TOO_LONG, NULL },
  { "sixteen-digits-behind-the-point", "1.000000000000001", JP_NUMBER_TOO_LONG, NULL },
  { "zeros-after-fifteen-digits-are-size", "1234567890123450", JP_NUMBER_OK, "123456789012345e1" },
  { "group-of-two", "1,23", JP_NUMBER_WORDS, NULL },
  { "group-of-four", "1,2345", JP_NUMBER_WORDS, NULL },
  { "group-after-four", "1234,567", JP_NUMBER_WORDS, NULL },
  { "comma-first", ",123", JP_NUMBER_WORDS, NULL },
  { "comma-behind-the-point", "1.234,567", JP_NUMBER_WORDS, NULL },
  { "comma-last", "123,", JP_NUMBER_WORDS, NULL },
  { "groups-of-ten-thousand", "1,2345,6789", JP_NUMBER_WORDS, NULL },
  { "space-inside", "1 000", JP_NUMBER_WORDS, NULL },
  { "exponent-lost-its-digits", "1.23E+11", JP_NUMBER_WORDS, NULL },
  { "words", "壹佰万", JP_NUMBER_WORDS, NULL },
  { "unit-behind", "100万元", JP_NUMBER_WORDS, NULL },
  { "point-first", ".5", JP_NUMBER_WORDS, NULL },
  { "point-last", "5.", JP_NUMBER_WORDS, NULL },
  { "per-cent-alone", "%", JP_NUMBER_WORDS, NULL },
  { "empty", "", JP_NUMBER_WORDS, NULL },
  { "two-signs", "--5", JP_NUMBER_WORDS, NULL },
  { "not-utf-8", "\xB5\xB5", JP_NUMBER_WORDS, NULL },
};

typedef struct
{
  const char *name;
  const char *text;
  int         decimals;
  JpNumberFit fit;
  gint64      units;
} UnitCase;

static const UnitCase unit_cases[] = {
  { "exact", "841831.36", 2, JP_NUMBER_EXACT, 84183136 },
  { "fewer-decimals", "171", 2, JP_NUMBER_EXACT, 17100 },
  { "yi-yuan-in-hundredths-of-wan", "142.123456", 2 + 4, JP_NUMBER_EXACT, 142123456 },
  { "yuan-in-hundredths-of-wan-half-up", "312345678.9", 2 - 4, JP_NUMBER_ROUNDED, 3123457 },
  { "just-below-half", "0.00499999999999999", 2, JP_NUMBER_ROUNDED, 0 },
  { "half", "0.005", 2, JP_NUMBER_ROUNDED, 1 },
  { "vanishing", "1e-300", 2, JP_NUMBER_ROUNDED, 0 },
  { "zero", "0", 2, JP_NUMBER_EXACT, 0 },
  { "largest", "9999999999999.99", 2, JP_NUMBER_EXACT, G_GINT64_CONSTANT (999999999999999) },
  { "one-more", "10000000000000", 2, JP_NUMBER_TOO_LARGE, 0 },
  { "rounds-into-too-large", "999999999999999.9", 0, JP_NUMBER_TOO_LARGE, 0 },
  { "huge", "1e400", 0, JP_NUMBER_TOO_LARGE, 0 },
  { "count-with-fraction", "12.5", 0, JP_NUMBER_ROUNDED, 13 },
};

static char *
show (JpNumber number, gboolean percent)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "e%d%s", number.coefficient, number.exponent, percent ? "%" : "");
}

static void
test_stored (gconstpointer data)
{
  const StoredCase *c = data;
  JpNumber number;
  gboolean ok = jp_number_parse_stored (&number, c->text, strlen (c->text));
  g_autofree char *shown = ok ? show (number, FALSE) : NULL;

  g_assert_cmpstr (shown, ==, c->expected);
}

static void
test_typed (gconstpointer data)
{
  const TypedCase *c = data;
  JpNumber number;
  gboolean percent;
  g_autofree char *shown = NULL;

  g_assert_cmpint (jp_number_parse_typed (&number, &percent, c->text, strlen (c->text)), ==, c->reading);
  if (c->reading == JP_NUMBER_OK)
    shown = show (number, percent);
  g_assert_cmpstr (shown, ==, c->expected);
}

static void
test_units (gconstpointer data)
{
  const UnitCase *c = data;
  JpNumber number;
  gint64 units;

  g_assert_true (jp_number_parse_stored (&number, c->text, strlen (c->text)));
  g_assert_cmpint (jp_number_to_units (number, c->decimals, &units), ==, c->fit);
  if (c->fit != JP_NUMBER_TOO_LARGE)
    g_assert_cmpint (units, ==, c->units);
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (stored_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/R-READ/stored-number/%s", stored_cases[i].name);
      g_test_add_data_func (path, &stored_cases[i], test_stored);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (typed_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/R-READ/typed-number/%s", typed_cases[i].name);
      g_test_add_data_func (path, &typed_cases[i], test_typed);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (unit_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/R-READ/units/%s", unit_cases[i].name);
      g_test_add_data_func (path, &unit_cases[i], test_units);
    }

  return g_test_run ();
}
