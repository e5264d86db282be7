/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-search-key.h"

#include "jp-pinyin.h"
#include "jp-text.h"

#include <string.h>

/* How much of the typed text decides: one bit each in a word, and one more for "all of it". */
#define MAX_TYPED 63

/* What stands between the lines of a name and answers to nothing typed. */
#define LINE_END ((gunichar) 0)

typedef struct
{
  gunichar        character;
  const JpPinyin *readings; /* ended by an empty one; NULL if not Han; not owned, never freed */
} Place;

struct _JpSearchKey
{
  gatomicrefcount ref_count;
  guint           n_places;
  Place           places[];
};

struct _JpSearchQuery
{
  guint    length;
  gunichar typed[MAX_TYPED];
};

/* Names and typed text meet in one form: folded, without punctuation (the apostrophe of xi'an, brackets and quotes
 * of a firm's name), ü as v. */
static gunichar *
prepare (const char *text, guint *length)
{
  g_autofree char *folded = jp_text_fold (text);
  gunichar *prepared = g_utf8_to_ucs4_fast (folded, -1, NULL);
  guint kept = 0;

  for (guint i = 0; prepared[i] != 0; i++)
    if (!g_unichar_ispunct (prepared[i]))
      prepared[kept++] = prepared[i] == 0x00FC ? 'v' : prepared[i];

  *length = kept;
  return prepared;
}

/* People leave out what kind of place a place is: 海沧生物医药 for 海沧区生物医药. */
static gboolean
may_be_left_out (gunichar character)
{
  static const gunichar kinds[] = { 0x7701, 0x5E02, 0x533A, 0x53BF }; /* 省市区县 */

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (character == kinds[i])
      return TRUE;

  return FALSE;
}

static void
append_line (GArray *places, const char *line)
{
  guint length;
  g_autofree gunichar *prepared = prepare (line, &length);

  for (guint i = 0; i < length; i++)
    {
      Place place = { prepared[i], jp_pinyin_readings (prepared[i]) };

      g_array_append_val (places, place);
    }
}

/* How many characters of @syllable the typed text has at @at. */
static guint
common_length (const JpSearchQuery *query, guint at, const char *syllable)
{
  guint n = 0;

  while (syllable[n] != '\0' && at + n < query->length && query->typed[at + n] == (guchar) syllable[n])
    n++;

  return n;
}

/* 山 may be typed s or sh. */
static gboolean
has_two_letter_initial (const char *syllable)
{
  return syllable[1] == 'h' && strchr ("zcs", syllable[0]) != NULL;
}

/* Where the typed text can go on after one place of the name, when it stands at @at before: one bit for each. */
static guint64
step (const JpSearchQuery *query, guint at, const Place *place)
{
  guint64 reached = 0;

  if (query->typed[at] == place->character)
    reached |= G_GUINT64_CONSTANT (1) << (at + 1);

  for (const JpPinyin *reading = place->readings; reading != NULL && (*reading)[0] != '\0'; reading++)
    {
      guint common = common_length (query, at, *reading);

      if (common == 0)
        continue;

      reached |= G_GUINT64_CONSTANT (1) << (at + 1);
      if (common >= 2 && has_two_letter_initial (*reading))
        reached |= G_GUINT64_CONSTANT (1) << (at + 2);
      /* A whole syllable, or as much of one as has been typed so far. */
      if ((*reading)[common] == '\0' || at + common == query->length)
        reached |= G_GUINT64_CONSTANT (1) << (at + common);
    }

  return reached;
}

/**
 * jp_search_key_new:
 * @text: a name, or several, one a line; what is not UTF-8 in it becomes U+FFFD
 *
 * Prepares what a row is found by. Each line answers by itself: a match never runs from one into the next.
 *
 * Returns: (transfer full): the key
 */
JpSearchKey *
jp_search_key_new (const char *text)
{
  static const Place line_end = { LINE_END, NULL };
  g_auto (GStrv) lines = NULL;
  g_autoptr (GArray) places = NULL;
  JpSearchKey *self;

  g_return_val_if_fail (text != NULL, NULL);

  lines = g_strsplit (text, "\n", -1);
  places = g_array_new (FALSE, FALSE, sizeof (Place));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        g_array_append_val (places, line_end);
      append_line (places, lines[i]);
    }

  self = g_malloc (sizeof *self + places->len * sizeof (Place));
  g_atomic_ref_count_init (&self->ref_count);
  self->n_places = places->len;
  if (places->len > 0)
    memcpy (self->places, places->data, places->len * sizeof (Place));

  return self;
}

/**
 * jp_search_key_ref:
 * @self: a key
 *
 * Returns: (transfer full): @self
 */
JpSearchKey *
jp_search_key_ref (JpSearchKey *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * jp_search_key_unref:
 * @self: (transfer full): a key
 */
void
jp_search_key_unref (JpSearchKey *self)
{
  if (g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

/**
 * jp_search_key_matches:
 * @self: a key
 * @typed: what was typed
 *
 * Asks about one name. For many names make one [struct@Jp.SearchQuery] and ask that.
 *
 * Returns: whether the name answers to @typed; every name answers to nothing typed
 */
gboolean
jp_search_key_matches (const JpSearchKey *self, const char *typed)
{
  g_autoptr (JpSearchQuery) query = jp_search_query_new (typed);

  return jp_search_query_matches (query, self);
}

/**
 * jp_search_query_new:
 * @typed: what was typed; what is not UTF-8 in it becomes U+FFFD
 *
 * Prepares typed text for many names. White space, punctuation, full-width forms and capitals make no
 * difference. The first 63 characters decide.
 *
 * Returns: (transfer full): the query
 */
JpSearchQuery *
jp_search_query_new (const char *typed)
{
  g_autofree gunichar *prepared = NULL;
  JpSearchQuery *self;
  guint length;

  g_return_val_if_fail (typed != NULL, NULL);

  prepared = prepare (typed, &length);
  self = g_new0 (JpSearchQuery, 1);
  self->length = MIN (length, MAX_TYPED);
  memcpy (self->typed, prepared, self->length * sizeof (gunichar));

  return self;
}

/**
 * jp_search_query_free:
 * @self: (transfer full): a query
 */
void
jp_search_query_free (JpSearchQuery *self)
{
  g_free (self);
}

/**
 * jp_search_query_matches:
 * @self: a query
 * @key: a key
 *
 * Characters, whole syllables and initials may be mixed; the last syllable may be unfinished; 省, 市, 区 and 县
 * may be left out. Walks the name once with the set of places the typed text can stand at, and allocates nothing.
 *
 * Returns: whether the name answers to what was typed; every name answers to nothing typed
 */
gboolean
jp_search_query_matches (const JpSearchQuery *self, const JpSearchKey *key)
{
  const guint64 whole = G_GUINT64_CONSTANT (1) << self->length;
  guint64 standing = 1;

  for (guint i = 0; i < key->n_places && (standing & whole) == 0; i++)
    {
      /* A match may begin anywhere. */
      guint64 reached = may_be_left_out (key->places[i].character) ? standing : 1;

      for (; standing != 0; standing &= standing - 1)
        reached |= step (self, (guint) __builtin_ctzll (standing), &key->places[i]);
      standing = reached;
    }

  return (standing & whole) != 0;
}
