/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-pack-set.h"

typedef struct
{
  JpPack *pack;
  char   *confirmed_document; /* NULL: the weights are not confirmed */
  JpDate  confirmed_on;
} Member;

typedef struct
{
  int   year;
  char *id;
  guint version;
} FixedYear;

struct _JpPackSet
{
  GPtrArray *members;     /* of Member, in the order added */
  GPtrArray *fixed_years; /* of FixedYear */
};

static void
member_free (Member *member)
{
  jp_pack_unref (member->pack);
  g_free (member->confirmed_document);
  g_free (member);
}

static void
fixed_year_free (FixedYear *fixed)
{
  g_free (fixed->id);
  g_free (fixed);
}

static const Member *
find_member (const JpPackSet *self, const char *id, guint version)
{
  for (guint i = 0; i < self->members->len; i++)
    {
      const Member *member = g_ptr_array_index (self->members, i);

      if (member->pack->version == version && g_strcmp0 (member->pack->id, id) == 0)
        return member;
    }

  return NULL;
}

/**
 * jp_pack_set_new:
 *
 * Returns: (transfer full): a set without packs
 */
JpPackSet *
jp_pack_set_new (void)
{
  JpPackSet *self = g_new0 (JpPackSet, 1);

  self->members = g_ptr_array_new_with_free_func ((GDestroyNotify) member_free);
  self->fixed_years = g_ptr_array_new_with_free_func ((GDestroyNotify) fixed_year_free);

  return self;
}

/**
 * jp_pack_set_free:
 * @self: (nullable) (transfer full): a set
 *
 * Frees a set and lets go of its packs.
 */
void
jp_pack_set_free (JpPackSet *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->members);
  g_ptr_array_unref (self->fixed_years);
  g_free (self);
}

/**
 * jp_pack_set_add:
 * @self: a set
 * @pack: (transfer none): a pack; id and version not in the set yet
 * @confirmed_document: (nullable): number of the document by which the bureau confirmed the weights
 * @confirmed_on: the day of that document, or %JP_DATE_NONE
 *
 * Adds a version of a pack while the set is being built.
 */
void
jp_pack_set_add (JpPackSet *self, JpPack *pack, const char *confirmed_document, JpDate confirmed_on)
{
  Member *member;

  g_return_if_fail (self != NULL);
  g_return_if_fail (pack != NULL);
  g_return_if_fail (find_member (self, pack->id, pack->version) == NULL);

  member = g_new0 (Member, 1);
  member->pack = jp_pack_ref (pack);
  member->confirmed_document = g_strdup (confirmed_document);
  member->confirmed_on = confirmed_on;
  g_ptr_array_add (self->members, member);
}

/**
 * jp_pack_set_fix_year:
 * @self: a set
 * @year: an assessment year
 * @id: the pack its first assessment was opened with
 * @version: the version of that pack
 *
 * Says that @year was opened with a version, which therefore stays whatever is added later. Told twice, the
 * later word counts: changing a year's version is an act of the city.
 */
void
jp_pack_set_fix_year (JpPackSet *self, int year, const char *id, guint version)
{
  FixedYear *fixed = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (id != NULL);

  for (guint i = 0; i < self->fixed_years->len; i++)
    {
      FixedYear *known = g_ptr_array_index (self->fixed_years, i);

      if (known->year == year)
        fixed = known;
    }
  if (fixed == NULL)
    {
      fixed = g_new0 (FixedYear, 1);
      fixed->year = year;
      g_ptr_array_add (self->fixed_years, fixed);
    }

  g_free (fixed->id);
  fixed->id = g_strdup (id);
  fixed->version = version;
}

/**
 * jp_pack_set_copy:
 * @self: a set
 *
 * Returns: (transfer full): a set of its own with the same packs, confirmations and fixed years
 */
JpPackSet *
jp_pack_set_copy (const JpPackSet *self)
{
  JpPackSet *copy = jp_pack_set_new ();

  for (guint i = 0; i < self->members->len; i++)
    {
      const Member *member = g_ptr_array_index (self->members, i);

      jp_pack_set_add (copy, member->pack, member->confirmed_document, member->confirmed_on);
    }
  for (guint i = 0; i < self->fixed_years->len; i++)
    {
      const FixedYear *fixed = g_ptr_array_index (self->fixed_years, i);

      jp_pack_set_fix_year (copy, fixed->year, fixed->id, fixed->version);
    }

  return copy;
}

/**
 * jp_pack_set_size:
 * @self: a set
 *
 * Returns: how many versions of packs it holds
 */
guint
jp_pack_set_size (const JpPackSet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->members->len;
}

/**
 * jp_pack_set_nth:
 * @self: a set
 * @index: less than jp_pack_set_size()
 *
 * Returns: (transfer none): the pack at @index, in the order they were added
 */
const JpPack *
jp_pack_set_nth (const JpPackSet *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->members->len, NULL);

  return ((const Member *) g_ptr_array_index (self->members, index))->pack;
}

/**
 * jp_pack_set_find:
 * @self: a set
 * @id: (nullable): a pack's id
 * @version: its version
 *
 * Returns: (nullable) (transfer none): that version of the pack, or %NULL where the set does not hold it
 */
const JpPack *
jp_pack_set_find (const JpPackSet *self, const char *id, guint version)
{
  const Member *member;

  g_return_val_if_fail (self != NULL, NULL);

  member = find_member (self, id, version);

  return member != NULL ? member->pack : NULL;
}

/* Whether a pack has come to govern @when, and whether it has ended before: years of assessment, or days. */
typedef gboolean (*CoverFunc) (const JpPack *pack, guint when);

static gboolean
year_begun (const JpPack *pack, guint year)
{
  return pack->governs_from_year <= year;
}

static gboolean
year_ended (const JpPack *pack, guint year)
{
  return pack->effective_to != JP_DATE_NONE && jp_date_year (pack->effective_to) < year;
}

static gboolean
day_begun (const JpPack *pack, guint day)
{
  return pack->effective_from <= day;
}

static gboolean
day_ended (const JpPack *pack, guint day)
{
  return pack->effective_to != JP_DATE_NONE && pack->effective_to < day;
}

static gboolean
never_ended (const JpPack *pack, guint when)
{
  return FALSE;
}

/* A version speaks for its pack until a higher one of the same id has come to govern: a pack that was given an
 * end must not live on in its older version. */
static gboolean
is_superseded (const JpPackSet *self, const JpPack *pack, guint when, CoverFunc begun)
{
  for (guint i = 0; i < self->members->len; i++)
    {
      const JpPack *other = jp_pack_set_nth (self, i);

      if (other->version > pack->version && g_strcmp0 (other->id, pack->id) == 0 && begun (other, when))
        return TRUE;
    }

  return FALSE;
}

/* Where packs overlap the later into force wins, then the higher version; R-PACK. */
static const JpPack *
find_prevailing (const JpPackSet *self, guint when, CoverFunc begun, CoverFunc ended)
{
  const JpPack *best = NULL;

  for (guint i = 0; i < self->members->len; i++)
    {
      const JpPack *pack = jp_pack_set_nth (self, i);

      if (!begun (pack, when) || ended (pack, when) || is_superseded (self, pack, when, begun))
        continue;
      if (best == NULL || pack->effective_from > best->effective_from ||
          (pack->effective_from == best->effective_from && pack->version > best->version))
        best = pack;
    }

  return best;
}

/**
 * jp_pack_set_for_year:
 * @self: a set
 * @year: an assessment year
 *
 * Finds the pack that governs @year: the version the year was opened with; else, of the packs that govern it and
 * have not ended before, the one that came into force last, in its highest version. R-PACK, 第十九条.
 *
 * Returns: (nullable) (transfer none): the pack, or %NULL where none governs @year
 */
const JpPack *
jp_pack_set_for_year (const JpPackSet *self, int year)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->fixed_years->len; i++)
    {
      const FixedYear *fixed = g_ptr_array_index (self->fixed_years, i);

      if (fixed->year == year)
        return jp_pack_set_find (self, fixed->id, fixed->version);
    }

  return year > 0 ? find_prevailing (self, (guint) year, year_begun, year_ended) : NULL;
}

/**
 * jp_pack_set_on:
 * @self: a set
 * @day: a day
 *
 * Finds the pack in force on @day. Rules are needed on every day: before the first comes into force it is the
 * first, and when all have ended it is the last.
 *
 * Returns: (nullable) (transfer none): the pack; %NULL only where the set is empty
 */
const JpPack *
jp_pack_set_on (const JpPackSet *self, JpDate day)
{
  const JpPack *pack;
  JpDate first = G_MAXUINT32;

  g_return_val_if_fail (self != NULL, NULL);

  pack = find_prevailing (self, day, day_begun, day_ended);
  if (pack == NULL)
    pack = find_prevailing (self, day, day_begun, never_ended);
  if (pack != NULL)
    return pack;

  for (guint i = 0; i < self->members->len; i++)
    first = MIN (first, jp_pack_set_nth (self, i)->effective_from);

  return find_prevailing (self, first, day_begun, never_ended);
}

/**
 * jp_pack_set_confirmed:
 * @self: a set
 * @pack: a pack of the set
 *
 * Returns: whether its weights count as the bureau's: they are no example (示例), or were confirmed by a document
 */
gboolean
jp_pack_set_confirmed (const JpPackSet *self, const JpPack *pack)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (pack != NULL, FALSE);

  return !pack->indicators_are_example || jp_pack_set_confirmed_by (self, pack, NULL) != NULL;
}

/**
 * jp_pack_set_confirmed_by:
 * @self: a set
 * @pack: a pack of the set
 * @on: (out) (optional): the day of the document, or %JP_DATE_NONE
 *
 * Returns: (nullable) (transfer none): number of the document by which the bureau confirmed the weights, or %NULL
 */
const char *
jp_pack_set_confirmed_by (const JpPackSet *self, const JpPack *pack, JpDate *on)
{
  const Member *member;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (pack != NULL, NULL);

  member = find_member (self, pack->id, pack->version);
  if (on != NULL)
    *on = member != NULL ? member->confirmed_on : JP_DATE_NONE;

  return member != NULL ? member->confirmed_document : NULL;
}

/**
 * jp_pack_set_first_year:
 * @self: a set
 *
 * Finds the first assessment year: the first whose 31 December some pack covers, or that a pack names as its
 * first (R-CAL). Of earlier years there are figures only.
 *
 * Returns: the year, or 0 where no pack covers any
 */
int
jp_pack_set_first_year (const JpPackSet *self)
{
  guint first = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->members->len; i++)
    {
      const JpPack *pack = jp_pack_set_nth (self, i);
      guint year = pack->governs_from_year;

      if (!day_ended (pack, jp_date_year_end (year)) && (first == 0 || year < first))
        first = year;
    }

  return (int) first;
}
