/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-test.h"

#include "jp-money.h"

typedef struct
{
  const char *yuan;
  const char *capitals;
} CapitalsCase;

static const CapitalsCase capitals_cases[] = {
  { "1000000.00", "壹佰万元整" },
  { "200000", "贰拾万元整" },
  { "100050", "壹拾万零伍拾元整" },
  { "10.05", "壹拾元零伍分" },
  { "123456.78", "壹拾贰万叁仟肆佰伍拾陆元柒角捌分" },
  { "0.50", "伍角整" },
  { "0", "零元整" },
  { "0.01", "壹分" },
  { "0.05", "伍分" },
  { "0.10", "壹角整" },
  { "0.11", "壹角壹分" },
  { "1", "壹元整" },
  { "1.01", "壹元零壹分" },
  { "1.10", "壹元壹角整" },
  { "1.11", "壹元壹角壹分" },
  { "10", "壹拾元整" },
  { "11", "壹拾壹元整" },
  { "20.30", "贰拾元叁角整" },
  { "100", "壹佰元整" },
  { "101", "壹佰零壹元整" },
  { "110", "壹佰壹拾元整" },
  { "1001", "壹仟零壹元整" },
  { "1010", "壹仟零壹拾元整" },
  { "1100", "壹仟壹佰元整" },
  { "1000", "壹仟元整" },
  { "9999.99", "玖仟玖佰玖拾玖元玖角玖分" },
  { "10000", "壹万元整" },
  { "10001", "壹万零壹元整" },
  { "10010", "壹万零壹拾元整" },
  { "10100", "壹万零壹佰元整" },
  { "11000", "壹万壹仟元整" },
  { "10000.05", "壹万元零伍分" },
  { "107000.53", "壹拾万柒仟元伍角叁分" },
  { "600000", "陆拾万元整" },
  { "400000", "肆拾万元整" },
  { "300000", "叁拾万元整" },
  { "2000000", "贰佰万元整" },
  { "1000001", "壹佰万零壹元整" },
  { "1010101", "壹佰零壹万零壹佰零壹元整" },
  { "10005000", "壹仟万伍仟元整" },
  { "10000500", "壹仟万零伍佰元整" },
  { "99999999.99", "玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分" },
  { "100000000", "壹亿元整" },
  { "100000001", "壹亿零壹元整" },
  { "100005000", "壹亿零伍仟元整" },
  { "100050000", "壹亿零伍万元整" },
  { "105000000", "壹亿零伍佰万元整" },
  { "150000000", "壹亿伍仟万元整" },
  { "100010001", "壹亿零壹万零壹元整" },
  { "1421234560", "壹拾肆亿贰仟壹佰贰拾叁万肆仟伍佰陆拾元整" },
  { "312345678.9", "叁亿壹仟贰佰叁拾肆万伍仟陆佰柒拾捌元玖角整" },
  { "1000000000", "壹拾亿元整" },
  { "100000000000", "壹仟亿元整" },
  { "1000000000000", "壹万亿元整" },
  { "1000000000001", "壹万亿零壹元整" },
  { "1000100000000", "壹万零壹亿元整" },
  { "1234567890123", "壹万贰仟叁佰肆拾伍亿陆仟柒佰捌拾玖万零壹佰贰拾叁元整" },
  { "1000000000000000", "壹仟万亿元整" },
  { "1000000000000000.01", "壹仟万亿元零壹分" },
  { "-200000.00", "负贰拾万元整" },
  { "-0.05", "负伍分" },
};

static void
test_capitals (gconstpointer data)
{
  const CapitalsCase *c = data;
  g_autofree char *capitals = NULL;
  JpMoney money;

  g_assert_true (jp_money_parse (&money, c->yuan));
  capitals = jp_money_to_capitals (money);
  g_assert_cmpstr (capitals, ==, c->capitals);
}

/* Reads capitals back, by another way than they are written. */
static gint64
fen_of_capitals (const char *capitals)
{
  static const char *const digits[] = { "零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖" };
  gint64 whole = 0, wan = 0, group = 0, digit = 0, fen = 0;

  for (const char *p = capitals; *p != '\0'; p = g_utf8_next_char (p))
    {
      for (gint64 i = 0; i < 10; i++)
        if (g_str_has_prefix (p, digits[i]))
          digit = i;

      if (g_str_has_prefix (p, "拾") || g_str_has_prefix (p, "佰") || g_str_has_prefix (p, "仟"))
        {
          group += digit * (g_str_has_prefix (p, "拾") ? 10 : g_str_has_prefix (p, "佰") ? 100 : 1000);
          digit = 0;
        }
      else if (g_str_has_prefix (p, "万"))
        {
          wan = (group + digit) * 10000;
          group = digit = 0;
        }
      else if (g_str_has_prefix (p, "亿"))
        {
          whole = (wan + group + digit) * 100000000;
          wan = group = digit = 0;
        }
      else if (g_str_has_prefix (p, "元"))
        {
          whole += wan + group + digit;
          digit = 0;
        }
      else if (g_str_has_prefix (p, "角") || g_str_has_prefix (p, "分"))
        {
          fen += digit * (g_str_has_prefix (p, "角") ? 10 : 1);
          digit = 0;
        }
    }

  return whole * 100 + fen;
}

static void
check_capitals (JpMoney money)
{
  g_autofree char *capitals = jp_money_to_capitals (money);

  g_assert_cmpint (fen_of_capitals (capitals), ==, money);
  g_assert_null (g_strstr_len (capitals, -1, "零零"));
  g_assert_null (g_strstr_len (capitals, -1, "零万"));
  g_assert_null (g_strstr_len (capitals, -1, "零亿"));
  g_assert_true (money < 100 || g_strstr_len (capitals, -1, "零元") == NULL);
  g_assert_true (money % 10 == 0 ? g_str_has_suffix (capitals, "整") : g_str_has_suffix (capitals, "分"));
}

static void
test_capitals_read_back (void)
{
  GRand *random = g_rand_new_with_seed (15);

  for (JpMoney money = 0; money < 200000; money++)
    check_capitals (money);

  /* Amounts full of zeros, where the mistakes are. */
  for (guint i = 0; i < 50000; i++)
    {
      JpMoney money = 0;

      for (guint digit = 0; digit < 17; digit++)
        money = money * 10 + (g_rand_boolean (random) ? 0 : g_rand_int_range (random, 0, 10));
      check_capitals (money);
    }
  g_rand_free (random);
}

typedef struct
{
  const char *name;
  const char *yuan;
  gboolean    taken;
  JpMoney     money;
} ParseCase;

static const ParseCase parse_cases[] = {
  { "two-decimals", "600000.00", TRUE, 60000000 },
  { "no-decimals", "600000", TRUE, 60000000 },
  { "one-decimal", "0.5", TRUE, 50 },
  { "one-fen", "0.01", TRUE, 1 },
  { "negative", "-12.34", TRUE, -1234 },
  { "largest", "9999999999999999.99", TRUE, G_GINT64_CONSTANT (999999999999999999) },
  { "three-decimals", "0.005", FALSE, 0 },
  { "three-decimals-though-exact", "0.500", FALSE, 0 },
  { "separators", "600,000.00", FALSE, 0 },
  { "unit-behind", "60万元", FALSE, 0 },
  { "too-large", "999999999999999999", FALSE, 0 },
  { "empty", "", FALSE, 0 },
  { "none", NULL, FALSE, 0 },
};

static void
test_parse (gconstpointer data)
{
  const ParseCase *c = data;
  JpMoney money = 7;

  g_assert_cmpint (jp_money_parse (&money, c->yuan), ==, c->taken);
  g_assert_cmpint (money, ==, c->taken ? c->money : 7);
}

typedef struct
{
  const char *name;
  JpMoney     money;
  const char *yuan;
  const char *wan;
} ShowCase;

static const ShowCase show_cases[] = {
  { "sixty-wan", 60000000, "600000.00", "60.00" },
  { "zero", 0, "0.00", "0.00" },
  { "half-of-the-last-place-goes-up", 5000, "50.00", "0.01" },
  { "below-half-of-the-last-place", 4999, "49.99", "0.00" },
  { "negative-half-goes-away-from-zero", -5000, "-50.00", "-0.01" },
  { "odd-fen", 12345678, "123456.78", "12.35" },
  { "large", G_GINT64_CONSTANT (100000000000000000), "1000000000000000.00", "100000000000.00" },
};

static void
test_show (gconstpointer data)
{
  const ShowCase *c = data;
  g_autofree char *yuan = jp_money_to_yuan (c->money);
  g_autofree char *wan = jp_money_to_wan (c->money);

  g_assert_cmpstr (yuan, ==, c->yuan);
  g_assert_cmpstr (wan, ==, c->wan);
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (capitals_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/R-FUND/capitals/%s", capitals_cases[i].yuan);
      g_test_add_data_func (path, &capitals_cases[i], test_capitals);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (parse_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/R-FUND/money/parse/%s", parse_cases[i].name);
      g_test_add_data_func (path, &parse_cases[i], test_parse);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (show_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/R-FUND/money/show/%s", show_cases[i].name);
      g_test_add_data_func (path, &show_cases[i], test_show);
    }
  g_test_add_func ("/core/R-FUND/capitals-read-back", test_capitals_read_back);

  return g_test_run ();
}
