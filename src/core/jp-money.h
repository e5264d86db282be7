/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JpMoney:
 *
 * An amount in fen (分), the hundredth of a yuan; R-FUND. Shown in 万元, paid in yuan, printed in capitals.
 */
typedef gint64 JpMoney;

#define JP_MONEY_UNKNOWN (G_MININT64)

gboolean jp_money_parse       (JpMoney *money, const char *yuan); /* "600000.00" or "600000"; at most two decimals */
char    *jp_money_to_yuan     (JpMoney money);    /* "600000.00" */
char    *jp_money_to_wan      (JpMoney money);    /* "60.00", half up to 0.01 万元 */
char    *jp_money_to_capitals (JpMoney money);    /* 陆拾万元整 */

G_END_DECLS
