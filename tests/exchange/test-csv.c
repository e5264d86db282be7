/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-csv-text.h"
#include "jp-test-dump.h"
#include "jp-test.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  const char *expected;
} TextCase;

static const TextCase text_cases[] = {
  { "commas", "甲,乙\n1,2\n", "[csv] 1: A'甲' B'乙' 2: A'1' B'2'" },
  { "semicolons", "甲;乙\n1;2\n", "[csv] 1: A'甲' B'乙' 2: A'1' B'2'" },
  { "tabs", "甲\t乙\n1\t2\n", "[csv] 1: A'甲' B'乙' 2: A'1' B'2'" },
  { "semicolons-with-commas-in-a-text", "甲;乙;丙\n\"1,2,3\";4;5\n", "[csv] 1: A'甲' B'乙' C'丙' 2: A'1,2,3' B'4' C'5'" },
  { "title-above", "表一\n甲,乙\n", "[csv] 1: A'表一' 2: A'甲' B'乙'" },
  { "carriage-returns", "甲,乙\r\n1,2\r\n", "[csv] 1: A'甲' B'乙' 2: A'1' B'2'" },
  { "old-mac-line-ends", "甲,乙\r1,2\r", "[csv] 1: A'甲' B'乙' 2: A'1' B'2'" },
  { "no-last-line-end", "甲,乙\n1,2", "[csv] 1: A'甲' B'乙' 2: A'1' B'2'" },
  { "quoted", "\"1,700,000.50\",\"a\"\"b\"\n", "[csv] 1: A'1,700,000.50' B'a\"b'" },
  { "quoted-line-end", "\"甲\n乙\",丙\n丁\n", "[csv] 1: A'甲\n乙' B'丙' 2: A'丁'" },
  { "quote-within-a-plain-field", "专精特新\"小巨人\"企业,1\n", "[csv] 1: A'专精特新\"小巨人\"企业' B'1'" },
  { "text-behind-a-closing-quote", "\"甲\"乙,1\n", "[csv] 1: A'甲乙' B'1'" },
  { "blank-fields-and-rows", "甲,,乙\n,,\n\n1,,2\n", "[csv] 1: A'甲' C'乙' 4: A'1' C'2'" },
  { "quoted-nothing-is-blank", "\"\",1\n", "[csv] 1: B'1'" },
  { "guarded-formula", "'=1+1,'-5,''@x,'甲\n", "[csv] 1: A'=1+1' B'-5' C''@x' D''甲'" },
  { "only-line-ends", "\n\n", "[csv]" },
};

static void
test_text (gconstpointer data)
{
  const TextCase *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (c->text, strlen (c->text));
  g_autofree char *dump = jp_test_dump (bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (dump, ==, c->expected);
}

typedef struct
{
  const char *name;
  const char *encoding;
  const char *mark;
  gsize       mark_length;
} EncodingCase;

static const EncodingCase encoding_cases[] = {
  { "utf-8", "UTF-8", "", 0 },
  { "utf-8-with-mark", "UTF-8", "\xEF\xBB\xBF", 3 },
  { "utf-16-little-endian", "UTF-16LE", "\xFF\xFE", 2 },
  { "utf-16-big-endian", "UTF-16BE", "\xFE\xFF", 2 },
  { "gb18030", "GB18030", "", 0 },
};

/* The same rows in every encoding, rare Han among them. */
static void
test_encoding (gconstpointer data)
{
  const EncodingCase *c = data;
  const char *text = "集群名称,年度\n厦门市思明区筼筜街道㛃𬭚,2025\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (GByteArray) file = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *dump = NULL;
  gsize length;
  g_autofree char *encoded = g_convert (text, -1, c->encoding, "UTF-8", NULL, &length, &error);

  g_assert_no_error (error);
  g_byte_array_append (file, (const guint8 *) c->mark, (guint) c->mark_length);
  g_byte_array_append (file, (const guint8 *) encoded, (guint) length);
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&file));
  dump = jp_test_dump (bytes, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dump, ==, "[csv] 1: A'集群名称' B'年度' 2: A'厦门市思明区筼筜街道㛃𬭚' B'2025'");
}

typedef struct
{
  const char  *name;
  const char  *text;
  gsize        length;
  JpBookError code;
} RefusedCase;

static const RefusedCase refused_cases[] = {
  { "nothing", "", 0, JP_BOOK_ERROR_DAMAGED },
  { "zero-bytes", "甲,\0乙", 8, JP_BOOK_ERROR_DAMAGED },
  { "zero-bytes-in-utf-16", "\xFF\xFE\0\0", 4, JP_BOOK_ERROR_DAMAGED },
  { "broken-utf-8-after-a-mark", "\xEF\xBB\xBF\xFF", 4, JP_BOOK_ERROR_KIND },
  { "half-a-utf-16-character", "\xFF\xFE\x41", 3, JP_BOOK_ERROR_KIND },
  { "neither-utf-8-nor-gb18030", "\xFF\x80\xFF", 3, JP_BOOK_ERROR_KIND },
  { "open-quote", "甲,\"乙\n", 9, JP_BOOK_ERROR_DAMAGED },
};

static void
test_refused (gconstpointer data)
{
  const RefusedCase *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (c->text, c->length);
  g_autofree char *dump = jp_test_dump (bytes, NULL, &error);

  g_assert_null (dump);
  g_assert_error (error, JP_BOOK_ERROR, (int) c->code);
}

/* What is written as text comes back as the same text, and never begins as a formula does. */
static void
test_guard_round_trip (void)
{
  static const char *const texts[] = {
    "厦门市", "=1+1", "+86 592", "-", "@x", "'=1", "''=1", "'甲", "a,b", "a\"b", "a\nb", "913502110000000000", "a;b", " x ",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) line = g_string_new (NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *dump = NULL, *expected = g_strdup_printf ("[csv] 1: A'%s' B'1'", texts[i]);

      jp_csv_text_append (line, texts[i]);
      g_assert_null (strchr ("=+-@", line->str[line->str[0] == '"' ? 1 : 0]));
      g_string_append (line, ",1\n");
      bytes = g_bytes_new (line->str, line->len);
      dump = jp_test_dump (bytes, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (dump, ==, expected);
    }
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (text_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/R-READ/csv/%s", text_cases[i].name);
      g_test_add_data_func (path, &text_cases[i], test_text);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (encoding_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/R-READ/encoding/%s", encoding_cases[i].name);
      g_test_add_data_func (path, &encoding_cases[i], test_encoding);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refused_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/R-READ/csv-refused/%s", refused_cases[i].name);
      g_test_add_data_func (path, &refused_cases[i], test_refused);
    }
  g_test_add_func ("/exchange/R-READ/csv/guard-round-trip", test_guard_round_trip);

  return g_test_run ();
}
