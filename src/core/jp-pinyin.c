/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-pinyin.h"

#include "jp-resources.h"

#include <string.h>
#include <unicode/utrans.h>

#define DIAERESIS 0x0308

/* UTF-16 units for one character and for its reading. */
#define CAPACITY 64

/* ICU's transliterator costs milliseconds to open and microseconds to ask, and is not for two threads at once; so
 * it is asked once for each character, and what it says is kept as long as the program runs. */
typedef struct
{
  UTransliterator *han_latin;
  GHashTable      *extra; /* gunichar → the readings of pinyin.txt, as text; owned */
  GHashTable      *known; /* gunichar → JpPinyin array ended by an empty one; owned */
} Readings;

static GMutex readings_lock;

static void
add_reading (GArray *readings, const char *syllable)
{
  JpPinyin reading = { 0 };

  if (*syllable == '\0' || strlen (syllable) >= sizeof reading)
    return;

  strcpy (reading, syllable);
  for (guint i = 0; i < readings->len; i++)
    if (strcmp (g_array_index (readings, JpPinyin, i), reading) == 0)
      return;
  g_array_append_val (readings, reading);
}

/* People type lv and lu for 吕, nve and nue for 虐. */
static void
add_with_u (GArray *readings, const char *syllable)
{
  g_autofree char *with_u = g_strdelimit (g_strdup (syllable), "v", 'u');

  add_reading (readings, syllable);
  add_reading (readings, with_u);
}

/* "lǜ" becomes "lv": tones go, ü is v. Anything that is no syllable becomes nothing. */
static char *
plain_syllable (const char *marked)
{
  g_autofree char *decomposed = g_utf8_normalize (marked, -1, G_NORMALIZE_NFD);
  GString *plain = g_string_new (NULL);

  for (const char *p = decomposed; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == DIAERESIS && plain->len > 0)
        plain->str[plain->len - 1] = 'v';
      else if (c < 0x80 && g_ascii_isalpha ((char) c))
        g_string_append_c (plain, g_ascii_tolower ((char) c));
    }

  return g_string_free (plain, FALSE);
}

/* The one reading ICU knows, or nothing. */
static char *
ask_icu (const UTransliterator *han_latin, gunichar character)
{
  UChar text[CAPACITY];
  int32_t length = 0, limit;
  UErrorCode status = U_ZERO_ERROR;
  UBool failed = FALSE;
  g_autofree char *marked = NULL;

  U16_APPEND (text, length, CAPACITY, character, failed);
  if (failed)
    return g_strdup ("");

  limit = length;
  utrans_transUChars (han_latin, text, &length, CAPACITY, 0, &limit, &status);
  marked = U_SUCCESS (status) ? g_utf16_to_utf8 ((const gunichar2 *) text, length, NULL, NULL, NULL) : NULL;

  return plain_syllable (marked != NULL ? marked : "");
}

/* Lines of a character and its readings; # starts a remark. */
static GHashTable *
load_extra (void)
{
  g_autoptr (GBytes) bytes = jp_resources_lookup (JP_RESOURCE_PINYIN);
  g_auto (GStrv) lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  GHashTable *extra = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gunichar character = g_utf8_get_char (lines[i]);

      if (character != '#' && character != '\0')
        g_hash_table_insert (extra, GUINT_TO_POINTER (character), g_strdup (g_utf8_next_char (lines[i])));
    }

  return extra;
}

static Readings *
readings_get (void)
{
  static Readings *readings = NULL;

  if (g_once_init_enter (&readings))
    {
      static const UChar id[] = { 'H', 'a', 'n', '-', 'L', 'a', 't', 'i', 'n', 0 };
      Readings *fresh = g_new0 (Readings, 1);
      UErrorCode status = U_ZERO_ERROR;

      fresh->han_latin = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
      if (U_FAILURE (status))
        g_error ("ICU on this computer lacks its Han-Latin data: %s", u_errorName (status));
      fresh->extra = load_extra ();
      fresh->known = g_hash_table_new_full (NULL, NULL, NULL, g_free);
      g_once_init_leave (&readings, fresh);
    }

  return readings;
}

static JpPinyin *
find_readings (const Readings *self, gunichar character)
{
  g_autofree char *syllable = ask_icu (self->han_latin, character);
  const char *extra = g_hash_table_lookup (self->extra, GUINT_TO_POINTER (character));
  GArray *found = g_array_new (TRUE, TRUE, sizeof (JpPinyin));

  if (extra != NULL)
    {
      g_auto (GStrv) syllables = g_strsplit (extra, " ", -1);

      for (guint i = 0; syllables[i] != NULL; i++)
        add_with_u (found, syllables[i]);
    }
  add_with_u (found, syllable);

  return (JpPinyin *) (gpointer) g_array_free (found, FALSE);
}

/**
 * jp_pinyin_readings:
 * @character: any character
 *
 * Finds how a Han character is read: by resources/pinyin.txt, then by ICU. A reading with ü is there with v and
 * with u. May be called from any thread.
 *
 * Returns: (transfer none) (nullable): the readings, ended by an empty one; %NULL if @character is not Han. They
 *   live as long as the program.
 */
const JpPinyin *
jp_pinyin_readings (gunichar character)
{
  g_autoptr (GMutexLocker) locker = NULL;
  Readings *self;
  JpPinyin *readings;

  if (g_unichar_get_script (character) != G_UNICODE_SCRIPT_HAN)
    return NULL;

  self = readings_get ();
  locker = g_mutex_locker_new (&readings_lock);
  readings = g_hash_table_lookup (self->known, GUINT_TO_POINTER (character));
  if (readings == NULL)
    {
      readings = find_readings (self, character);
      g_hash_table_insert (self->known, GUINT_TO_POINTER (character), readings);
    }

  return (const JpPinyin *) readings;
}
