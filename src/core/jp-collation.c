/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-collation.h"

#include <unicode/ucol.h>

#define LOCALE "zh@collation=pinyin"

/* Opened once: a collator costs milliseconds, and asking it for keys is safe from every thread. */
static const UCollator *
collator_get (void)
{
  static UCollator *collator = NULL;

  if (g_once_init_enter (&collator))
    {
      UErrorCode status = U_ZERO_ERROR;
      UCollator *fresh = ucol_open (LOCALE, &status);

      if (U_FAILURE (status))
        g_error ("ICU on this computer cannot sort Chinese: %s", u_errorName (status));
      g_once_init_leave (&collator, fresh);
    }

  return collator;
}

/**
 * jp_collation_key_new:
 * @text: any text; what is not UTF-8 in it becomes U+FFFD
 *
 * Makes the key by which a text is sorted in Chinese, by pinyin, whatever the locale. Keys of one
 * jp_collation_version() compare by memcmp(); a shorter key that begins a longer one sorts first.
 *
 * Returns: (transfer full): the key
 */
GBytes *
jp_collation_key_new (const char *text)
{
  const UCollator *collator = collator_get ();
  g_autofree char *valid = NULL;
  g_autofree gunichar2 *wide = NULL;
  guint8 *key;
  glong length;
  int32_t size;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  wide = g_utf8_to_utf16 (valid, -1, NULL, &length, NULL);
  size = ucol_getSortKey (collator, (const UChar *) wide, (int32_t) length, NULL, 0);
  key = g_malloc ((gsize) size);
  ucol_getSortKey (collator, (const UChar *) wide, (int32_t) length, key, size);

  /* The last byte is ICU's NUL, which orders nothing. */
  return g_bytes_new_take (key, (gsize) size - 1);
}

/**
 * jp_collation_version:
 *
 * Names the order that keys follow. Kept beside stored keys, which are made anew when it differs.
 *
 * Returns: (transfer full): the version as text
 */
char *
jp_collation_version (void)
{
  UVersionInfo version;
  char text[U_MAX_VERSION_STRING_LENGTH];

  ucol_getVersion (collator_get (), version);
  u_versionToString (version, text);
  return g_strdup_printf (LOCALE " %s", text);
}
