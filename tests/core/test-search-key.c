/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-test.h"

#include "jp-pinyin.h"
#include "jp-resources.h"
#include "jp-search-key.h"

#include <string.h>

#define ROBOTS   "厦门市集美区工业机器人产业集群"
#define MEDICINE "厦门市海沧区生物医药产业集群"
#define OPERATOR "厦门筼筜（翔安）“专精特新”服务有限公司"

typedef struct
{
  const char *name;
  const char *typed;
  gboolean    found;
} MatchCase;

static const MatchCase match_cases[] = {
  { ROBOTS, "", TRUE },
  { ROBOTS, "机器人", TRUE },
  { ROBOTS, "机 器　人", TRUE },
  { ROBOTS, "机人", FALSE },
  { ROBOTS, "机器人们", FALSE },
  { ROBOTS, ROBOTS, TRUE },
  { ROBOTS, "jiqiren", TRUE },
  { ROBOTS, "JiQiRen", TRUE },
  { ROBOTS, "ｊｉｑｉｒｅｎ", TRUE },
  { ROBOTS, "ji qi ren", TRUE },
  { ROBOTS, "ji'qi'ren", TRUE },
  { ROBOTS, "ji’qi’ren", TRUE },
  { ROBOTS, "j", TRUE },
  { ROBOTS, "jiq", TRUE },
  { ROBOTS, "jiqi", TRUE },
  { ROBOTS, "jiqir", TRUE },
  { ROBOTS, "jiqire", TRUE },
  { ROBOTS, "jiqirenn", FALSE },
  { ROBOTS, "jqr", TRUE },
  { ROBOTS, "jqrcy", TRUE },
  { ROBOTS, "jqrcyjq", TRUE },
  { ROBOTS, "jqrchanye", TRUE },
  { ROBOTS, "jqrchcy", FALSE },
  { ROBOTS, "机qir", TRUE },
  { ROBOTS, "jq人", TRUE },
  { ROBOTS, "jr", FALSE },
  { ROBOTS, "jimeigongye", TRUE },
  { ROBOTS, "jimgy", TRUE },
  { ROBOTS, "mgy", TRUE },
  { ROBOTS, "jirc", FALSE },
  { ROBOTS, "gyjqr", TRUE },
  { ROBOTS, "rqj", FALSE },
  { ROBOTS, "xm", TRUE },
  { ROBOTS, "sm", TRUE },
  { ROBOTS, "xiamen", TRUE },
  { ROBOTS, "shamen", TRUE },
  { ROBOTS, "shm", TRUE },
  { ROBOTS, "xmsjm", TRUE },
  { ROBOTS, "xmshjm", TRUE },
  { ROBOTS, "xmsjmq", TRUE },
  { ROBOTS, "jmou", TRUE },
  { ROBOTS, "qun", TRUE },
  { ROBOTS, "chanyejiqun", TRUE },
  { ROBOTS, "hc", FALSE },
  { MEDICINE, "hcswyy", TRUE },
  { MEDICINE, "hcqswyy", TRUE },
  { MEDICINE, "haicangqsw", TRUE },
  { MEDICINE, "haicangsw", TRUE },
  { MEDICINE, "海沧生物医药", TRUE },
  { MEDICINE, "xiamenhaicang", TRUE },
  { MEDICINE, "haicangyw", FALSE },
  { MEDICINE, "swyy", TRUE },
  { MEDICINE, "海沧区sw", TRUE },
  { "海沧生物医药产业集群", "hcswyy", TRUE },
  { "海沧生物医药产业集群", "haicangsw", TRUE },
  { "海沧生物医药产业集群", "haicangshw", TRUE },
  { OPERATOR, "yundang", TRUE },
  { OPERATOR, "筼筜", TRUE },
  { OPERATOR, "ydxa", TRUE },
  { OPERATOR, "筼筜(翔安)", TRUE },
  { OPERATOR, "筼筜翔安", TRUE },
  { OPERATOR, "zjtxfw", TRUE },
  { OPERATOR, "\"专精特新\"", TRUE },
  { "绿能科技", "lvneng", TRUE },
  { "绿能科技", "luneng", TRUE },
  { "绿能科技", "lüneng", TRUE },
  { "绿能科技", "lunneng", FALSE },
  { "女装产业", "nvzhuang", TRUE },
  { "女装产业", "nuzhuang", TRUE },
  { "吕厝", "lvcuo", TRUE },
  { "重庆银行", "cqyh", TRUE },
  { "重庆银行", "chongqingyinhang", TRUE },
  { "重庆银行", "zhongqingyinxing", TRUE },
  { "长乐区", "changle", TRUE },
  { "长春市", "zhangchun", TRUE },
  { "西安", "xi'an", TRUE },
  { "西安", "xian", TRUE },
  { "西安", "xa", TRUE },
  { "先", "xian", TRUE },
  { "先", "xi'an", TRUE },
  { "中山", "zhsh", TRUE },
  { "中山", "zs", TRUE },
  { "中山", "zhs", TRUE },
  { "中山", "zsh", TRUE },
  { "中山", "zhoshan", FALSE },
  { "三一重工", "syzg", TRUE },
  { "Ｊiping 2024 软件", "jiping2024rj", TRUE },
  { "Ｊiping 2024 软件", "2024r", TRUE },
  { "Ｊiping 2024 软件", "jp2024", FALSE },
  { "𬭚业", "chunye", TRUE },
  { "々", "y", FALSE },
  { "々", "々", TRUE },
  { "海沧区\n生物医药", "swyy", TRUE },
  { "海沧区\n生物医药", "hc", TRUE },
  { "海沧区\n生物医药", "hcqs", FALSE },
  { "海沧区\n生物医药", "hcs", FALSE },
  { "海沧区\n生物医药", "海沧区生物", FALSE },
  { "\n\n生物医药", "swyy", TRUE },
  { "市区", "sq", TRUE },
  { "城市", "cq", FALSE },
  { "", "", TRUE },
  { "", "a", FALSE },
  { "👍好", "👍h", TRUE },
};

static void
test_match (gconstpointer data)
{
  const MatchCase *c = data;
  g_autoptr (JpSearchKey) key = jp_search_key_new (c->name);
  g_autoptr (JpSearchQuery) query = jp_search_query_new (c->typed);

  g_assert_cmpint (jp_search_query_matches (query, key), ==, c->found);
  g_assert_cmpint (jp_search_key_matches (key, c->typed), ==, c->found);
}

/* As a name is typed, letter by letter, it never drops out of the list. */
static void
test_every_beginning_is_found (void)
{
  static const char *const typed[] = {
    "厦门市集美区工业机器人产业集群", "xiamenshijimeiqugongyejiqirenchanyejiqun", "xmsjmqgyjqrcyjq",
    "xiamensjmqugyjiqirencyjiqun",
  };
  g_autoptr (JpSearchKey) key = jp_search_key_new (ROBOTS);

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    for (const char *end = g_utf8_next_char (typed[i]);; end = g_utf8_next_char (end))
      {
        g_autofree char *beginning = g_strndup (typed[i], (gsize) (end - typed[i]));

        g_assert_true (jp_search_key_matches (key, beginning));
        if (*end == '\0')
          break;
      }
}

static void
test_long_typed_text (void)
{
  g_autofree char *sixty_two = g_strnfill (62, 'a');
  g_autofree char *hundred = g_strnfill (100, 'a');
  g_autofree char *name = g_strconcat (sixty_two, "b", NULL);
  g_autofree char *longer = g_strconcat (sixty_two, "bc", NULL);
  g_autofree char *other = g_strconcat (sixty_two, "c", NULL);
  g_autoptr (JpSearchKey) key = jp_search_key_new (name);

  g_assert_true (jp_search_key_matches (key, name));
  g_assert_false (jp_search_key_matches (key, other));
  g_assert_false (jp_search_key_matches (key, hundred));
  /* Behind the 63rd character nothing is looked at. */
  g_assert_true (jp_search_key_matches (key, longer));
}

static gboolean
has_reading (gunichar character, const char *syllable)
{
  for (const JpPinyin *reading = jp_pinyin_readings (character); (*reading)[0] != '\0'; reading++)
    if (strcmp (*reading, syllable) == 0)
      return TRUE;

  return FALSE;
}

/* Every line of pinyin.txt is one Han character, more than one syllable, and is taken in. */
static void
test_every_line_of_the_readings (void)
{
  g_autoptr (GBytes) bytes = jp_resources_lookup (JP_RESOURCE_PINYIN);
  g_auto (GStrv) lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);
      gunichar character;

      if (*lines[i] == '#' || *lines[i] == '\0')
        continue;

      g_assert_cmpint (g_utf8_strlen (words[0], -1), ==, 1);
      g_assert_cmpuint (g_strv_length (words), >=, 3);
      character = g_utf8_get_char (words[0]);
      g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (character)));
      g_assert_cmpstr (jp_pinyin_readings (character)[0], ==, words[1]);
      for (guint word = 1; words[word] != NULL; word++)
        {
          g_assert_cmpuint (strspn (words[word], "abcdefghijklmnopqrstuvwxyz"), ==, strlen (words[word]));
          g_assert_true (has_reading (character, words[word]));
        }
    }
  g_assert_cmpuint (g_hash_table_size (seen), >=, 60);
}

static void
test_han_have_readings (void)
{
  guint without = 0;

  for (gunichar character = 0x4E00; character < 0x9FA6; character++)
    without += jp_pinyin_readings (character)[0][0] == '\0' ? 1 : 0;

  g_assert_cmpuint (without, <, 50);
  g_assert_null (jp_pinyin_readings ('a'));
  g_assert_null (jp_pinyin_readings (0x1F44D));
  g_assert_true (has_reading (0x7565, "lve"));
  g_assert_true (has_reading (0x7565, "lue"));
}

static gpointer
read_in_a_thread (gpointer data)
{
  for (gunichar character = 0x4E00; character < 0x5200; character++)
    g_assert_nonnull (jp_pinyin_readings (character));

  return (gpointer) jp_pinyin_readings (0x53A6);
}

static void
test_threads_share_one_table (void)
{
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("readings", read_in_a_thread, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (g_thread_join (threads[i]) == jp_pinyin_readings (0x53A6));
}

/* One name among ten thousand. */
static void
test_ten_thousand_names (void)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_search_key_unref);
  g_autoptr (JpSearchQuery) query = jp_search_query_new ("jqrcy9999");
  guint found = 0;

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s%u", ROBOTS, i);
      g_autofree char *half = g_strdup_printf ("厦门机器人产业%u", i);

      g_ptr_array_add (keys, jp_search_key_new (i % 2 == 0 ? name : half));
    }

  for (guint i = 0; i < keys->len; i++)
    found += jp_search_query_matches (query, g_ptr_array_index (keys, i)) ? 1 : 0;
  g_assert_cmpuint (found, ==, 1);
}

static void
test_key_is_counted (void)
{
  JpSearchKey *key = jp_search_key_new (ROBOTS);

  g_assert_true (jp_search_key_ref (key) == key);
  jp_search_key_unref (key);
  g_assert_true (jp_search_key_matches (key, "jqr"));
  jp_search_key_unref (key);
}

static void
test_any_bytes (void)
{
  GRand *random = g_rand_new_with_seed (53);
  g_autoptr (JpSearchKey) robots = jp_search_key_new (ROBOTS);

  for (guint i = 0; i < 5000; i++)
    {
      char text[101] = "";
      guint length = (guint) g_rand_int_range (random, 0, 101);
      g_autoptr (JpSearchKey) key = NULL;
      g_autoptr (GBytes) collation = NULL;

      for (guint at = 0; at < length; at++)
        text[at] = (char) g_rand_int_range (random, at % 3 == 0 ? 0xE4 : 0x80, at % 3 == 0 ? 0xEA : 0xC0);
      if (length > 0)
        text[g_rand_int_range (random, 0, (gint32) length)] = (char) g_rand_int_range (random, '\n' + 1, 256);
      key = jp_search_key_new (text);
      collation = jp_collation_key_new (text);
      jp_search_key_matches (robots, text);
      jp_search_key_matches (key, "jqr");
      /* The 63 characters that decide are the beginning of the name itself. */
      g_assert_true (jp_search_key_matches (key, text));
    }
  g_rand_free (random);
}

/* In pinyin order, as a Chinese reader expects them; ICU puts Han before Latin. */
static const char *const sorted[] = {
  "",     "1",      "2",    "阿",   "白城", "沧海", "海沧", "海沧区",
  "集美", "集群",   "思明", "同安", "翔安", "A",    "b",
};

static int
compare_keys (const char *a, const char *b)
{
  g_autoptr (GBytes) left = jp_collation_key_new (a);
  g_autoptr (GBytes) right = jp_collation_key_new (b);

  return g_bytes_compare (left, right);
}

static void
test_collation_orders_by_pinyin (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sorted); i++)
    {
      g_assert_cmpint (compare_keys (sorted[i], sorted[i]), ==, 0);
      for (gsize j = i + 1; j < G_N_ELEMENTS (sorted); j++)
        {
          g_assert_cmpint (compare_keys (sorted[i], sorted[j]), <, 0);
          g_assert_cmpint (compare_keys (sorted[j], sorted[i]), >, 0);
        }
    }
}

static void
test_collation_names_its_version (void)
{
  g_autofree char *version = jp_collation_version ();
  g_autofree char *again = jp_collation_version ();

  g_assert_true (g_str_has_prefix (version, "zh@collation=pinyin "));
  g_assert_true (g_ascii_isdigit (version[strlen ("zh@collation=pinyin ")]));
  g_assert_cmpstr (version, ==, again);
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (match_cases); i++)
    {
      const MatchCase *c = &match_cases[i];
      g_autofree char *name = g_strdelimit (g_strdup (c->name), "\n", '|');
      g_autofree char *path = g_strdup_printf ("/core/search-key/%s/“%s”-in-“%s”", c->found ? "finds" : "passes-over",
                                               c->typed, name);

      g_test_add_data_func (path, c, test_match);
    }
  g_test_add_func ("/core/search-key/every-beginning-is-found", test_every_beginning_is_found);
  g_test_add_func ("/core/search-key/long-typed-text", test_long_typed_text);
  g_test_add_func ("/core/search-key/every-line-of-the-readings", test_every_line_of_the_readings);
  g_test_add_func ("/core/search-key/han-have-readings", test_han_have_readings);
  g_test_add_func ("/core/search-key/threads-share-one-table", test_threads_share_one_table);
  g_test_add_func ("/core/search-key/ten-thousand-names", test_ten_thousand_names);
  g_test_add_func ("/core/search-key/key-is-counted", test_key_is_counted);
  g_test_add_func ("/core/search-key/any-bytes", test_any_bytes);
  g_test_add_func ("/core/collation/orders-by-pinyin", test_collation_orders_by_pinyin);
  g_test_add_func ("/core/collation/names-its-version", test_collation_names_its_version);

  return g_test_run ();
}
