/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-text.h"

#include <unicode/uchar.h>

#define ZERO_WIDTH_JOINER 0x200D
#define EMOJI_STYLE       0xFE0F

static gboolean
is_noncharacter (gunichar c)
{
  return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

/* Control characters, bidi marks and zero-width characters: what nobody sees and a comparison trips over. */
static gboolean
is_invisible (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT || is_noncharacter (c);
}

/* A selector chooses between shapes of the character before it. */
static gboolean
is_variation_selector (gunichar c)
{
  return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

static gboolean
is_quote (gunichar c)
{
  static const gunichar quotes[] = {
    '"',    '\'',   0x00AB, 0x00BB, 0x2018, 0x2019, 0x201A, 0x201B, 0x201C, 0x201D, 0x201E,
    0x201F, 0x300C, 0x300D, 0x300E, 0x300F, 0x301D, 0x301E, 0x301F, /* «» ‘’‚‛ “”„‟ 「」『』 〝〞〟 */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (quotes); i++)
    if (c == quotes[i])
      return TRUE;

  return FALSE;
}

/* Several people in one picture are joined by U+200D, which is noise anywhere else. */
static gboolean
joins_emoji (gunichar c, gunichar before)
{
  return c == ZERO_WIDTH_JOINER &&
         (before == EMOJI_STYLE || u_hasBinaryProperty ((UChar32) before, UCHAR_EXTENDED_PICTOGRAPHIC) ||
          u_hasBinaryProperty ((UChar32) before, UCHAR_EMOJI_MODIFIER));
}

/**
 * jp_text_fold:
 * @text: any text; what is not UTF-8 in it becomes U+FFFD
 *
 * Makes the form in which names and headers are compared (R-READ): NFKC, no white space, nothing invisible,
 * every quote form one, letters in lower case. The same in every locale.
 *
 * Returns: (transfer full): the folded text
 */
char *
jp_text_fold (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *plain = NULL;
  GString *folded;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  plain = g_utf8_normalize (valid, -1, G_NORMALIZE_NFKC);
  folded = g_string_sized_new (64);
  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || is_invisible (c) || is_variation_selector (c))
        continue;
      g_string_append_unichar (folded, is_quote (c) ? '"' : g_unichar_tolower (c));
    }

  return g_string_free (folded, FALSE);
}

/**
 * jp_text_tidy:
 * @text: any text; what is not UTF-8 in it becomes U+FFFD
 *
 * Makes the form in which typed or imported text is kept: nothing invisible, no white space around it, one
 * space for each run within; the characters themselves, rare Han and emoji too, stay as written.
 *
 * Returns: (transfer full): the tidy text
 */
char *
jp_text_tidy (const char *text)
{
  g_autofree char *valid = NULL;
  GString *tidy;
  gunichar before = 0;
  gboolean space = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  tidy = g_string_sized_new (64);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          space = TRUE;
          continue;
        }
      if (is_invisible (c) && !joins_emoji (c, before))
        continue;

      if (space && tidy->len > 0)
        g_string_append_c (tidy, ' ');
      g_string_append_unichar (tidy, c);
      before = c;
      space = FALSE;
    }

  return g_string_free (tidy, FALSE);
}

/**
 * jp_text_set:
 * @target: (inout): an owned string or %NULL
 * @text: (nullable): what it becomes; may be the very string it is
 *
 * Replaces an owned string by a copy of @text.
 */
void
jp_text_set (char **target, const char *text)
{
  char *copy = g_strdup (text);

  g_free (*target);
  *target = copy;
}
