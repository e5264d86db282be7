/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-paper.h"

/* Crockford's alphabet: no I, L, O or U, which a reader of paper takes for something else. */
static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * jp_check_code:
 * @facts: what a paper prints, as canonical JSON
 *
 * The first fifty bits of the SHA-256 of @facts. Typed in again it tells whether a stamped paper still agrees with
 * the data.
 *
 * Returns: (transfer full): %JP_CHECK_CODE_LENGTH characters
 */
char *
jp_check_code (const char *facts)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  char *code = g_new0 (char, JP_CHECK_CODE_LENGTH + 1);

  g_checksum_update (checksum, (const guchar *) facts, -1);
  g_checksum_get_digest (checksum, digest, &length);

  for (guint i = 0; i < JP_CHECK_CODE_LENGTH; i++)
    {
      guint bit = i * 5;
      guint pair = (guint) digest[bit / 8] << 8 | digest[bit / 8 + 1];

      code[i] = alphabet[pair >> (11 - bit % 8) & 31];
    }

  return code;
}
