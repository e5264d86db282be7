/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-line-break.h"

/* GB/T 15834: what may not stand first on a line, and what may not stand last. */
static const char never_first[] = "，。、；：？！％‰）》〉」』】〕〗〞”’…—～·・／℃°′″,.;:?!%)]}>/~々ー";
static const char never_last[] = "（《〈「『【〔〖〝“‘([{<￥¥＄$№／/第";
/* A number stays with what it counts. */
static const char measures[] = "年月日天号时分元万亿个家件项人名次期档版页款条角位倍％%‰";

static gboolean
is_one_of (const char *set, gunichar character)
{
  for (const char *p = set; *p != '\0'; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) == character)
      return TRUE;

  return FALSE;
}

/**
 * jp_line_break_is_chinese:
 * @character: a character
 *
 * Returns: whether it is set solid, as Han characters and their punctuation are: a line may end beside it, and a
 *   justified line may widen beside it
 */
gboolean
jp_line_break_is_chinese (gunichar character)
{
  if (character < 0x2E80)
    return character == 0x2014 || character == 0x2026 || character == 0x00B7 ||
           (character >= 0x2018 && character <= 0x201D);

  return (character <= 0x9FFF || (character >= 0xAC00 && character <= 0xD7A3) ||
          (character >= 0xF900 && character <= 0xFAFF) || (character >= 0xFE30 && character <= 0xFE4F) ||
          (character >= 0xFF00 && character <= 0xFFEF) || (character >= 0x20000 && character <= 0x3FFFF));
}

/**
 * jp_line_break_allowed:
 * @before: the character that would end a line
 * @after: the character that would begin the next
 * @unicode_allows: what the rules of Unicode (UAX 14) say, which know words but not Chinese quotation marks
 *
 * The rules of Chinese line breaking (避头尾): no closing mark begins a line, no opening mark ends one, a dash or
 * an ellipsis is not cut, and a number stays with its measure word.
 *
 * Returns: whether a line may break between the two
 */
gboolean
jp_line_break_allowed (gunichar before, gunichar after, gboolean unicode_allows)
{
  if (g_unichar_isspace (after) || is_one_of (never_first, after) || is_one_of (never_last, before))
    return FALSE;
  if ((g_unichar_isdigit (before) || before == ' ') && is_one_of (measures, after))
    return FALSE;
  if (jp_line_break_is_chinese (before) || jp_line_break_is_chinese (after))
    return TRUE;

  return unicode_allows;
}
