/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-test.h"

#include "jp-fault.h"
#include "jp-json-scan.h"

#include <string.h>

#define MAX_BYTES 4096
#define MAX_DEPTH 4

typedef struct
{
  const char *name;
  const char *json;
} GoodCase;

static const GoodCase good_cases[] = {
  { "empty-object", "{}" },
  { "empty-array", "[]" },
  { "scalar-document", "12" },
  { "every-kind-of-value", "{\"a\":[1,-2,0.5,-0.0,1e3,1E-3,2e+1,true,false,null,\"x\",{}]}" },
  { "white-space-everywhere", " \t\r\n{ \"a\" : [ 1 , 2 ] , \"b\" : { } } \n" },
  { "byte-order-mark", "\xef\xbb\xbf{\"a\":1}" },
  { "every-escape", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u4e2d\"" },
  { "surrogate-pair", "\"\\ud83d\\ude00\"" },
  { "chinese-and-rare-han", "{\"厦门\":\"𬭚㛃\"}" },
  { "same-name-in-sibling-objects", "[{\"a\":1},{\"a\":2}]" },
  { "same-name-in-an-object-and-its-member", "{\"a\":{\"a\":1}}" },
  { "names-that-differ-in-case", "{\"a\":1,\"A\":2}" },
  { "depth-at-the-limit", "[[[[1]]]]" },
  { "depth-at-the-limit-many-times", "[[[[1]]],[[[1]]],[[[1]]]]" },
  { "fifteen-digits", "999999999999999" },
  { "empty-name", "{\"\":1}" },
};

typedef struct
{
  const char *name;
  const char *json;
  gssize      length; /* −1: NUL-terminated */
  const char *faults; /* all of them */
} BadCase;

#define VALUE_EXPECTED "A value is expected here: a text, a number, true, false, null, a list or an object."
#define NOT_A_NUMBER   "This is not a number as JSON writes it."
#define NOT_CLOSED     "A text is not closed by a quotation mark."
#define NO_ESCAPE      "There is no such escape behind a backslash."

static const BadCase bad_cases[] = {
  { "nothing", "", -1, "$: Line 1: " VALUE_EXPECTED },
  { "only-a-mark", "\xef\xbb\xbf", -1, "$: Line 1: " VALUE_EXPECTED },
  { "a-word", "nul", -1, "$: Line 1: " VALUE_EXPECTED },
  { "a-word-run-on", "{\"a\":nulll}", -1, "$.a: Line 1: A comma or a closing brace is missing." },
  { "javascript-comment", "{/* x */}", -1, "$: Line 1: The name of a member is expected here, in quotation marks." },
  { "single-quotes", "{'a':1}", -1, "$: Line 1: The name of a member is expected here, in quotation marks." },
  { "comma-before-brace", "{\"a\":1,}", -1, "$: Line 1: The name of a member is expected here, in quotation marks." },
  { "comma-before-bracket", "[1,]", -1, "$[1]: Line 1: " VALUE_EXPECTED },
  { "no-colon", "{\"a\" 1}", -1, "$.a: Line 1: A colon is missing behind the name of a member." },
  { "no-comma", "{\"a\":[1 2]}", -1, "$.a[0]: Line 1: A comma or a closing bracket is missing." },
  { "wrong-closing", "{\"a\":[1}}", -1, "$.a[0]: Line 1: A comma or a closing bracket is missing." },
  { "not-closed", "{\"a\":\n[1,\n2", -1, "$.a[1]: Line 3: A comma or a closing bracket is missing." },
  { "something-behind", "{} {}", -1, "$: Line 1: Something follows the end of the document." },
  { "text-not-closed", "[\"abc", -1, "$[0]: Line 1: " NOT_CLOSED },
  { "text-ends-in-backslash", "\"abc\\", -1, "$: Line 1: " NO_ESCAPE },
  { "unknown-escape", "\"\\x41\"", -1, "$: Line 1: " NO_ESCAPE },
  { "escaped-quote-does-not-close", "\"abc\\\"", -1, "$: Line 1: " NOT_CLOSED },
  { "line-break-in-text", "\"a\nb\"", -1, "$: Line 1: A text cannot hold a line break or another control character." },
  { "short-unicode-escape", "\"\\u12\"", -1, "$: Line 1: “\\u” needs four hexadecimal digits." },
  { "escaped-nul", "{\"a\":\"x\\u0000\"}", -1, "$.a: Line 1: A text cannot hold the character NUL." },
  { "lone-high-surrogate", "\"\\ud83d\"", -1, "$: Line 1: Half a surrogate pair is not a character." },
  { "lone-low-surrogate", "\"\\ude00\"", -1, "$: Line 1: Half a surrogate pair is not a character." },
  { "two-high-surrogates", "\"\\ud83d\\ud83d\"", -1, "$: Line 1: Half a surrogate pair is not a character." },
  { "leading-zero", "01", -1, "$: Line 1: " NOT_A_NUMBER },
  { "leading-plus", "+1", -1, "$: Line 1: " VALUE_EXPECTED },
  { "minus-alone", "-", -1, "$: Line 1: " NOT_A_NUMBER },
  { "point-without-digits", "1.", -1, "$: Line 1: " NOT_A_NUMBER },
  { "digits-without-a-whole", ".5", -1, "$: Line 1: " VALUE_EXPECTED },
  { "exponent-without-digits", "1e+", -1, "$: Line 1: " NOT_A_NUMBER },
  { "not-a-number-word", "NaN", -1, "$: Line 1: " VALUE_EXPECTED },
  { "sixteen-digits", "{\"a\":1000000000000000}", -1, "$.a: Line 1: A number has more than 15 digits." },
  { "beyond-sixty-four-bits", "[-18446744073709551615]", -1, "$[0]: Line 1: A number has more than 15 digits." },
  { "name-twice", "{\"a\":1,\n\"a\":2}", -1, "$.a: Line 2: This member is given twice." },
  { "name-thrice-and-another-twice", "{\"a\":1,\"a\":2,\"b\":3,\"a\":4,\"b\":5}", -1,
    "$.a: Line 1: This member is given twice.\n$.a: Line 1: This member is given twice.\n"
    "$.b: Line 1: This member is given twice." },
  { "name-twice-by-escape", "{\"a\":1,\"\\u0061\":2}", -1, "$.a: Line 1: This member is given twice." },
  { "name-twice-deep-down", "{\"x\":[{},{\"厦 门\":1,\"厦 门\":1}]}", -1,
    "$.x[1][\"厦 门\"]: Line 1: This member is given twice." },
  { "twice-and-then-broken", "{\"a\":1,\"a\":2,]", -1,
    "$.a: Line 1: This member is given twice.\n$: Line 1: The name of a member is expected here, in quotation marks." },
  { "depth-beyond-the-limit", "[[[[[1]]]]]", -1, "$[0][0][0][0]: Line 1: Lists and objects are nested too deeply." },
  { "nul", "{\"a\":\0 1}", 9, "$: The file holds the character NUL at byte 5." },
  { "nul-behind-the-end", "{}\0", 3, "$: The file holds the character NUL at byte 2." },
  { "gbk-text", "{\"a\":\"\xcf\xc3\"}", -1, "$: The file is not UTF-8 text at byte 6." },
  { "utf-16-mark", "\xff\xfe{\0}\0", 6, "$: The file is not UTF-8 text at byte 0." },
  { "overlong-utf-8", "\"\xc0\xaf\"", -1, "$: The file is not UTF-8 text at byte 1." },
};

static gboolean
scan (const char *json, gsize length, char **faults)
{
  g_autoptr (GPtrArray) list = jp_faults_new ();
  gboolean right = jp_json_scan (json, length, MAX_BYTES, MAX_DEPTH, list);

  g_assert_cmpint (right, ==, list->len == 0);
  *faults = jp_faults_join (list);
  return right;
}

static void
test_good (gconstpointer data)
{
  const GoodCase *c = data;
  g_autofree char *faults = NULL;

  scan (c->json, strlen (c->json), &faults);
  g_assert_cmpstr (faults, ==, "");
}

static void
test_bad (gconstpointer data)
{
  const BadCase *c = data;
  g_autofree char *faults = NULL;

  g_assert_false (scan (c->json, c->length >= 0 ? (gsize) c->length : strlen (c->json), &faults));
  g_assert_cmpstr (faults, ==, c->faults);
}

/* Every beginning of a text is wrong, and none reads beyond its end: the copy has nothing behind it. */
static void
test_every_beginning_is_refused (void)
{
  static const char whole[] = "{\"a\":[-1.5e+3,\"\\u4e2d\\ud83d\\ude00\\n\",{\"b\":null}],\"c\":true}";

  for (gsize length = 0; length < sizeof whole - 1; length++)
    {
      g_autofree char *faults = NULL;
      g_autofree char *beginning = g_memdup2 (whole, length);

      g_assert_false (scan (beginning, length, &faults));
    }
}

static void
test_size_at_and_beyond_the_limit (void)
{
  g_autofree char *text = g_strnfill (MAX_BYTES + 1, ' ');
  g_autofree char *at = NULL, *beyond = NULL;

  text[0] = '1';
  g_assert_true (scan (text, MAX_BYTES, &at));
  g_assert_false (scan (text, MAX_BYTES + 1, &beyond));
  g_assert_cmpstr (beyond, ==, "$: The file is larger than 4096 bytes.");
}

/* A million names in one object, then as many faults as a reader can use and no more. */
static void
test_a_million_names (void)
{
  g_autoptr (GString) json = g_string_new ("{\"0\":0");
  g_autoptr (GPtrArray) faults = jp_faults_new ();

  for (guint i = 1; i < 1000000; i++)
    g_string_append_printf (json, ",\"%u\":0", i);
  g_string_append (json, "}");

  g_assert_true (jp_json_scan (json->str, json->len, json->len, MAX_DEPTH, faults));
}

static void
test_repeated_faults_are_few (void)
{
  g_autoptr (GString) json = g_string_new ("{\"a\":0");
  g_autoptr (GPtrArray) faults = jp_faults_new ();

  for (guint i = 1; i < 100000; i++)
    g_string_append (json, ",\"a\":0");
  g_string_append (json, "}");

  g_assert_false (jp_json_scan (json->str, json->len, json->len, MAX_DEPTH, faults));
  g_assert_cmpuint (faults->len, ==, 100);
}

/* "Ez" and "FY" are one number to g_str_hash(): 2^16 names made of them all fall into one bucket of a hash
 * table, which would compare two thousand million pairs. */
static void
test_colliding_names_are_no_attack (void)
{
  g_autoptr (GString) json = g_string_new ("{");
  g_autoptr (GPtrArray) faults = jp_faults_new ();

  for (guint i = 0; i < 1 << 16; i++)
    {
      g_string_append (json, i > 0 ? ",\"" : "\"");
      for (guint bit = 0; bit < 16; bit++)
        g_string_append (json, i & (1u << bit) ? "Ez" : "FY");
      g_string_append (json, "\":0");
    }
  g_string_append (json, "}");

  g_assert_true (jp_json_scan (json->str, json->len, json->len, MAX_DEPTH, faults));
}

static void
test_a_long_name_is_shortened_in_the_path (void)
{
  g_autofree char *name = g_strnfill (2000, 'k');
  g_autofree char *json = g_strdup_printf ("{\"%s\":x}", name);
  g_autofree char *faults = NULL;

  g_assert_false (scan (json, strlen (json), &faults));
  g_assert_cmpuint (strlen (faults), <, 300);
  g_assert_nonnull (strstr (faults, "k…\"]: "));
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (good_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/R-PACK/scan/takes/%s", good_cases[i].name);
      g_test_add_data_func (path, &good_cases[i], test_good);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/R-PACK/scan/refuses/%s", bad_cases[i].name);
      g_test_add_data_func (path, &bad_cases[i], test_bad);
    }
  g_test_add_func ("/core/R-PACK/scan/every-beginning-is-refused", test_every_beginning_is_refused);
  g_test_add_func ("/core/R-PACK/scan/size-at-and-beyond-the-limit", test_size_at_and_beyond_the_limit);
  g_test_add_func ("/core/R-PACK/scan/a-million-names", test_a_million_names);
  g_test_add_func ("/core/R-PACK/scan/repeated-faults-are-few", test_repeated_faults_are_few);
  g_test_add_func ("/core/R-PACK/scan/colliding-names-are-no-attack", test_colliding_names_are_no_attack);
  g_test_add_func ("/core/R-PACK/scan/a-long-name-is-shortened-in-the-path", test_a_long_name_is_shortened_in_the_path);

  return g_test_run ();
}
