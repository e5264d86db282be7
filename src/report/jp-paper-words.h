/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-result.h"

G_BEGIN_DECLS

/* Words and numbers as papers write them, shared by all papers. Always Chinese: they are official forms. */

/* An amount of money metric in 万元 or 亿元; everything else in its own unit. */
typedef struct
{
  const char *unit;     /* as shown */
  guint       decimals; /* of the values kept */
  gint64      divisor;  /* 10000 where 万元 show as 亿元 */
} JpShownUnit;

char       *jp_words_ordinal     (guint number);
char       *jp_words_points      (int hundredths);
char       *jp_words_bound       (int hundredths);
char       *jp_words_band        (int from, int to);
char       *jp_words_amount      (JpMoney amount);
char       *jp_words_term        (const JpDossier *dossier, const JpContext *context, int year);
const char *jp_words_value_on    (const JpDossier *dossier, const char *kind, JpDate day, const char *now);
const char *jp_words_district    (const JpPack *pack, const char *code);
JpShownUnit jp_words_unit        (const JpPack *pack, const JpIndicatorScore *item);
char       *jp_words_value       (gint64 value, JpShownUnit unit);
char       *jp_words_share    (gint64 part, gint64 whole);
char       *jp_words_change      (const JpIndicatorScore *item, JpShownUnit unit);

G_END_DECLS
