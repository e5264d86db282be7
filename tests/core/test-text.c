/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-test.h"

#include "jp-fault.h"
#include "jp-text.h"

typedef struct
{
  const char *name;
  const char *a;
  const char *b;
  gboolean    same;
} FoldCase;

static const FoldCase fold_cases[] = {
  { "quotes-and-brackets", "“专精特新”“小巨人”企业（家）", "\"专精特新\"\"小巨人\"企业(家)", TRUE },
  { "corner-quotes", "「专精特新」", "“专精特新”", TRUE },
  { "white-corner-quotes", "『小巨人』", "‘小巨人’", TRUE },
  { "half-width-corner-quotes", "｢小巨人｣", "'小巨人'", TRUE },
  { "full-width-quote", "＂小巨人＂", "\"小巨人\"", TRUE },
  { "full-width-letters-and-digits", "ＧＤＰ２０２４", "gdp2024", TRUE },
  { "superscript", "占地面积（km²）", "占地面积(KM2)", TRUE },
  { "compatibility-square", "占地面积（㎢）", "占地面积（km²）", TRUE },
  { "ideographic-space", "集群　名称", "集群名称", TRUE },
  { "spaces-and-line-ends", " 集群\n名 称\t", "集群名称", TRUE },
  { "no-break-space", "集群\302\240名称", "集群名称", TRUE },
  { "bidi-marks", "集群\342\200\217名称\342\200\256", "集群名称", TRUE },
  { "zero-width-space-and-bom", "\357\273\277集群\342\200\213名称", "集群名称", TRUE },
  { "composed-and-decomposed", "caf\303\251", "cafe\314\201", TRUE },
  { "variation-selector", "葛\363\240\204\200", "葛", TRUE },
  { "other-name", "集群名称", "集群编号", FALSE },
  { "rare-han-is-not-its-neighbour", "𬭚", "𬭛", FALSE },
  { "simplified-is-not-traditional", "龙", "龍", FALSE },
  { "without-quotes", "专精特新", "“专精特新”", FALSE },
  { "dotless-i-in-no-locale", "I", "ı", FALSE },
};

static void
test_fold (gconstpointer data)
{
  const FoldCase *c = data;
  g_autofree char *a = jp_text_fold (c->a);
  g_autofree char *b = jp_text_fold (c->b);
  g_autofree char *again = jp_text_fold (a);

  if (c->same)
    g_assert_cmpstr (a, ==, b);
  else
    g_assert_cmpstr (a, !=, b);
  g_assert_cmpstr (again, ==, a);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *kept;
} TidyCase;

static const TidyCase tidy_cases[] = {
  { "as-it-is", "厦门市集美区工业机器人产业集群", "厦门市集美区工业机器人产业集群" },
  { "empty", "", "" },
  { "white-space-only", " 　\t\n", "" },
  { "outer-white-space", "　 厦门 \n", "厦门" },
  { "inner-runs-become-one-space", "厦门 \t　集美", "厦门 集美" },
  { "line-end-becomes-a-space", "第一\r\n第二", "第一 第二" },
  { "line-separator", "第一\342\200\250第二", "第一 第二" },
  { "control-characters", "厦\001门\033[\177", "厦门[" },
  { "c1-control", "厦\302\235门", "厦门" },
  { "marks", "\342\200\216厦\342\200\217门", "厦门" },
  { "embeddings", "\342\200\252厦\342\200\254\342\200\255门\342\200\256", "厦门" },
  { "isolates", "\342\201\246厦\342\201\247门\342\201\251", "厦门" },
  { "zero-width", "\357\273\277厦\342\200\213\342\200\214\342\200\215门\342\201\240", "厦门" },
  { "noncharacter", "厦\357\277\276门\357\267\220", "厦门" },
  { "full-width-stays", "ＧＤＰ（２０２４）", "ＧＤＰ（２０２４）" },
  { "quotes-stay", "“专精特新”「小巨人」", "“专精特新”「小巨人」" },
  { "rare-han-stays", "𬭚㛃筼筜", "𬭚㛃筼筜" },
  { "variant-of-a-han-stays", "葛\363\240\204\200城", "葛\363\240\204\200城" },
  { "emoji-stays", "完成👍🏽❤️", "完成👍🏽❤️" },
  { "joined-emoji-stays", "👨‍👩‍👧", "👨‍👩‍👧" },
  { "flag-stays", "🇨🇳", "🇨🇳" },
  { "private-use-stays", "\356\200\200", "\356\200\200" },
  { "not-utf8", "厦\xff门", "厦\357\277\275门" },
  { "truncated-utf8", "厦门\xe9\x97", "厦门\357\277\275\357\277\275" },
};

static void
test_tidy (gconstpointer data)
{
  const TidyCase *c = data;
  g_autofree char *kept = jp_text_tidy (c->text);
  g_autofree char *again = jp_text_tidy (kept);

  g_assert_cmpstr (kept, ==, c->kept);
  g_assert_cmpstr (again, ==, kept);
}

static void
test_any_bytes (void)
{
  GRand *random = g_rand_new_with_seed (2024188);

  for (guint i = 0; i < 20000; i++)
    {
      char text[33] = "";
      guint length = (guint) g_rand_int_range (random, 0, 33);
      g_autofree char *folded = NULL;
      g_autofree char *kept = NULL;

      for (guint at = 0; at < length; at++)
        text[at] = (char) g_rand_int_range (random, at % 2 == 0 ? 0x80 : 1, 256);
      text[length < 32 ? length : 32] = '\0';
      folded = jp_text_fold (text);
      kept = jp_text_tidy (text);
      g_assert_true (g_utf8_validate (folded, -1, NULL));
      g_assert_true (g_utf8_validate (kept, -1, NULL));
    }
  g_rand_free (random);
}

static void
test_faults_are_joined_by_line (void)
{
  g_autoptr (GPtrArray) faults = jp_faults_new ();
  g_autofree char *none = jp_faults_join (faults);
  g_autofree char *three = NULL;

  g_ptr_array_add (faults, jp_fault_new ("$.indicators[2].weight", "Weight %d is too large.", 101));
  g_ptr_array_add (faults, jp_fault_new (NULL, "All wrong."));
  g_ptr_array_add (faults, jp_fault_new ("年度指标!C5", "%s", "不是数字 %s"));
  three = jp_faults_join (faults);

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (three, ==, "$.indicators[2].weight: Weight 101 is too large.\nAll wrong.\n年度指标!C5: 不是数字 %s");
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (fold_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/R-READ/text/fold/%s", fold_cases[i].name);
      g_test_add_data_func (path, &fold_cases[i], test_fold);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (tidy_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/R-READ/text/tidy/%s", tidy_cases[i].name);
      g_test_add_data_func (path, &tidy_cases[i], test_tidy);
    }
  g_test_add_func ("/core/R-READ/text/any-bytes", test_any_bytes);
  g_test_add_func ("/core/fault/joined-by-line", test_faults_are_joined_by_line);

  return g_test_run ();
}
