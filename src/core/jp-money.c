/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-money.h"

#include "jp-decimal.h"

#define FEN_DECIMALS 2
#define WAN          G_GUINT64_CONSTANT (10000)
#define YI           G_GUINT64_CONSTANT (100000000)

static const char *const digits[] = { "零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖" };

/* Writes a number of at most four digits. */
static void
append_group (GString *text, guint64 number)
{
  static const char *const places[] = { "仟", "佰", "拾", "" };
  guint64 unit = 1000;
  gboolean begun = FALSE, gap = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++, unit /= 10)
    {
      guint64 digit = number / unit % 10;

      if (digit == 0)
        {
          gap = begun;
          continue;
        }
      if (gap)
        g_string_append (text, digits[0]);
      g_string_append (text, digits[digit]);
      g_string_append (text, places[i]);
      begun = TRUE;
      gap = FALSE;
    }
}

/* Writes a number, large units first. One 零 stands where a lower part does not fill its highest place. */
static void
append_number (GString *text, guint64 number)
{
  guint64 unit = number >= YI ? YI : WAN;
  guint64 rest = number % unit;

  if (number < WAN)
    {
      append_group (text, number);
      return;
    }

  append_number (text, number / unit);
  g_string_append (text, unit == YI ? "亿" : "万");
  if (rest > 0 && rest < unit / 10)
    g_string_append (text, digits[0]);
  append_number (text, rest);
}

/**
 * jp_money_parse:
 * @money: (out): the amount in fen
 * @yuan: (nullable): an amount in yuan as plain digits with at most two decimals
 *
 * Returns: whether @money was set; otherwise it is left untouched
 */
gboolean
jp_money_parse (JpMoney *money, const char *yuan)
{
  JpDecimal decimal;

  return jp_decimal_parse (&decimal, yuan) && decimal.scale <= FEN_DECIMALS &&
         jp_decimal_rescale (decimal, FEN_DECIMALS, money, NULL);
}

/**
 * jp_money_to_yuan:
 * @money: a known amount in fen
 *
 * Returns: (transfer full): the amount in yuan as plain digits, "600000.00"
 */
char *
jp_money_to_yuan (JpMoney money)
{
  g_return_val_if_fail (money != JP_MONEY_UNKNOWN, NULL);

  return jp_units_to_string (money, FEN_DECIMALS);
}

/**
 * jp_money_to_wan:
 * @money: a known amount in fen
 *
 * Returns: (transfer full): the amount in 万元, rounded half up to two decimals, "60.00"
 */
char *
jp_money_to_wan (JpMoney money)
{
  g_return_val_if_fail (money != JP_MONEY_UNKNOWN, NULL);

  return jp_units_to_string (jp_div_half_up (money, (gint64) WAN), 2);
}

/**
 * jp_money_to_capitals:
 * @money: a known amount in fen
 *
 * Writes an amount as papers that move money do (中文大写金额): 壹拾万零伍拾元整. 整 closes an amount without
 * fen. Rule R-FUND.
 *
 * Returns: (transfer full): the amount in capitals
 */
char *
jp_money_to_capitals (JpMoney money)
{
  guint64 size = money < 0 ? 0 - (guint64) money : (guint64) money;
  guint64 yuan = size / 100, jiao = size / 10 % 10, fen = size % 10;
  GString *text;

  g_return_val_if_fail (money != JP_MONEY_UNKNOWN, NULL);

  text = g_string_new (money < 0 ? "负" : NULL);
  if (yuan > 0)
    append_number (text, yuan);
  else if (size == 0)
    g_string_append (text, digits[0]);
  if (yuan > 0 || size == 0)
    g_string_append (text, "元");

  if (jiao > 0)
    g_string_append_printf (text, "%s角", digits[jiao]);
  else if (yuan > 0 && fen > 0)
    g_string_append (text, digits[0]);

  if (fen > 0)
    g_string_append_printf (text, "%s分", digits[fen]);
  else
    g_string_append (text, "整");

  return g_string_free (text, FALSE);
}
