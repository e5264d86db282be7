/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-figures.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (jp-figures-error-quark, jp_figures_error)

#define MAX_ID 64

/* The id is an interned GRefString: a hundred thousand rows name the same few metrics. */
typedef struct
{
  char  *metric;
  gint64 value;
} Entry;

struct _JpFigures
{
  int    year;
  guint  n_entries;
  guint  n_allocated;
  Entry *entries; /* ordered by metric id, each id once */
};

static gboolean
is_id_char (char c)
{
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

static gboolean
is_id (const char *text)
{
  gsize length = 0;

  while (is_id_char (text[length]))
    length++;

  return length > 0 && length <= MAX_ID && text[length] == '\0';
}

/* Where @metric stands, or where it would stand to keep the order. */
static guint
find (const JpFigures *self, const char *metric, gboolean *found)
{
  guint low = 0, high = self->n_entries;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = strcmp (self->entries[middle].metric, metric);

      if (order == 0)
        {
          *found = TRUE;
          return middle;
        }
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }

  *found = FALSE;
  return low;
}

static void
insert (JpFigures *self, guint index, const char *metric, gint64 value)
{
  if (self->n_entries == self->n_allocated)
    {
      self->n_allocated = MAX (16, self->n_allocated * 2);
      self->entries = g_renew (Entry, self->entries, self->n_allocated);
    }
  memmove (self->entries + index + 1, self->entries + index, (self->n_entries - index) * sizeof (Entry));
  self->entries[index].metric = g_ref_string_new_intern (metric);
  self->entries[index].value = value;
  self->n_entries++;
}

/**
 * jp_figures_new:
 * @year: the year the figures are of
 *
 * Returns: (transfer full): figures of which none is given yet
 */
JpFigures *
jp_figures_new (int year)
{
  JpFigures *self = g_new0 (JpFigures, 1);

  self->year = year;

  return self;
}

/**
 * jp_figures_copy:
 * @self: figures
 *
 * Returns: (transfer full): a copy
 */
JpFigures *
jp_figures_copy (const JpFigures *self)
{
  JpFigures *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = jp_figures_new (self->year);
  copy->n_entries = copy->n_allocated = self->n_entries;
  copy->entries = g_new (Entry, self->n_entries);
  for (guint i = 0; i < self->n_entries; i++)
    {
      copy->entries[i].metric = g_ref_string_acquire (self->entries[i].metric);
      copy->entries[i].value = self->entries[i].value;
    }

  return copy;
}

/**
 * jp_figures_free:
 * @self: (nullable) (transfer full): figures
 *
 * Frees figures.
 */
void
jp_figures_free (JpFigures *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->n_entries; i++)
    g_ref_string_release (self->entries[i].metric);
  g_free (self->entries);
  g_free (self);
}

/**
 * jp_figures_year:
 * @self: figures
 *
 * Returns: the year they are of
 */
int
jp_figures_year (const JpFigures *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->year;
}

/**
 * jp_figures_set:
 * @self: figures
 * @metric: a metric id
 * @value: 0 to %JP_VALUE_MAX in the metric's smallest unit, or %JP_VALUE_UNKNOWN to take the figure out
 *
 * Sets one figure. A value out of range is a programmer's mistake: readers of files refuse it before.
 */
void
jp_figures_set (JpFigures *self, const char *metric, gint64 value)
{
  gboolean found;
  guint index;

  g_return_if_fail (self != NULL);
  g_return_if_fail (metric != NULL && is_id (metric));
  g_return_if_fail (value == JP_VALUE_UNKNOWN || (value >= 0 && value <= JP_VALUE_MAX));

  index = find (self, metric, &found);
  if (value == JP_VALUE_UNKNOWN)
    {
      if (!found)
        return;
      g_ref_string_release (self->entries[index].metric);
      self->n_entries--;
      memmove (self->entries + index, self->entries + index + 1, (self->n_entries - index) * sizeof (Entry));
    }
  else if (found)
    self->entries[index].value = value;
  else
    insert (self, index, metric, value);
}

/**
 * jp_figures_get:
 * @self: figures
 * @metric: a metric id
 *
 * Returns: the figure in the metric's smallest unit, or %JP_VALUE_UNKNOWN where it is not given
 */
gint64
jp_figures_get (const JpFigures *self, const char *metric)
{
  gboolean found;
  guint index;

  g_return_val_if_fail (self != NULL, JP_VALUE_UNKNOWN);
  g_return_val_if_fail (metric != NULL, JP_VALUE_UNKNOWN);

  index = find (self, metric, &found);

  return found ? self->entries[index].value : JP_VALUE_UNKNOWN;
}

/**
 * jp_figures_n:
 * @self: figures
 *
 * Returns: how many figures are given
 */
guint
jp_figures_n (const JpFigures *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_entries;
}

/**
 * jp_figures_nth:
 * @self: figures
 * @index: less than jp_figures_n()
 * @value: (out) (optional): the figure in its smallest unit
 *
 * Returns: (transfer none): the id of the metric at @index, in the order of ids
 */
const char *
jp_figures_nth (const JpFigures *self, guint index, gint64 *value)
{
  g_return_val_if_fail (self != NULL && index < self->n_entries, NULL);

  if (value != NULL)
    *value = self->entries[index].value;

  return self->entries[index].metric;
}

/**
 * jp_figures_equal:
 * @a: figures
 * @b: other figures
 *
 * Returns: whether both are of one year and give the same figures
 */
gboolean
jp_figures_equal (const JpFigures *a, const JpFigures *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->year != b->year || a->n_entries != b->n_entries)
    return FALSE;
  for (guint i = 0; i < a->n_entries; i++)
    {
      /* Interned, so the same id is the same pointer. */
      if (a->entries[i].metric != b->entries[i].metric || a->entries[i].value != b->entries[i].value)
        return FALSE;
    }

  return TRUE;
}

/**
 * jp_figures_to_json:
 * @self: figures
 *
 * Writes the figures in their one canonical form: an object, ids in order, no spaces. Equal figures of a year
 * are equal texts, so the data file can compare and hash them.
 *
 * Returns: (transfer full): the text
 */
char *
jp_figures_to_json (const JpFigures *self)
{
  GString *json;

  g_return_val_if_fail (self != NULL, NULL);

  json = g_string_sized_new (2 + self->n_entries * 24);
  g_string_append_c (json, '{');
  for (guint i = 0; i < self->n_entries; i++)
    {
      char digits[24], *end = digits + sizeof digits, *at = end;
      gint64 rest = self->entries[i].value;

      do
        *--at = (char) ('0' + rest % 10);
      while ((rest /= 10) > 0);

      g_string_append (json, i > 0 ? ",\"" : "\"");
      g_string_append (json, self->entries[i].metric);
      g_string_append (json, "\":");
      g_string_append_len (json, at, end - at);
    }
  g_string_append_c (json, '}');

  return g_string_free (json, FALSE);
}

static gboolean
read_id (const char **at, char id[MAX_ID + 1])
{
  gsize length = 0;

  if (*(*at)++ != '"')
    return FALSE;
  while (is_id_char ((*at)[length]) && length <= MAX_ID)
    length++;
  if (length == 0 || length > MAX_ID || (*at)[length] != '"' || (*at)[length + 1] != ':')
    return FALSE;

  memcpy (id, *at, length);
  id[length] = '\0';
  *at += length + 2;
  return TRUE;
}

static gboolean
read_value (const char **at, gint64 *value)
{
  const char *first = *at;

  *value = 0;
  while (g_ascii_isdigit (**at))
    {
      *value = *value * 10 + (**at - '0');
      if (*value > JP_VALUE_MAX)
        return FALSE;
      (*at)++;
    }

  /* At least a digit, and no zero before others: one number has one form. */
  return *at > first && (*first != '0' || *at == first + 1);
}

static gboolean
read_entries (JpFigures *self, const char *at)
{
  char id[MAX_ID + 1];
  gint64 value;

  if (*at++ != '{')
    return FALSE;
  if (at[0] == '}' && at[1] == '\0')
    return TRUE;

  for (;;)
    {
      if (!read_id (&at, id) || !read_value (&at, &value))
        return FALSE;
      if (self->n_entries > 0 && strcmp (self->entries[self->n_entries - 1].metric, id) >= 0)
        return FALSE;
      insert (self, self->n_entries, id, value);

      if (at[0] == '}')
        return at[1] == '\0';
      if (*at++ != ',')
        return FALSE;
    }
}

/**
 * jp_figures_from_json:
 * @year: the year the figures are of
 * @json: the canonical text that jp_figures_to_json() writes
 * @error: return location for a [enum@Jp.FiguresError]
 *
 * Reads figures back. Only the canonical form is taken: anything else in a data file is damage.
 *
 * Returns: (transfer full) (nullable): the figures, or %NULL with @error set
 */
JpFigures *
jp_figures_from_json (int year, const char *json, GError **error)
{
  g_autoptr (JpFigures) self = NULL;

  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = jp_figures_new (year);
  if (!read_entries (self, json))
    {
      g_set_error (error, JP_FIGURES_ERROR, JP_FIGURES_ERROR_INVALID,
                   _("The figures kept for %d are damaged: they are not in the form this program writes."), year);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * jp_figures_parts_above_wholes:
 * @self: figures
 * @pack: the rule pack whose metrics they are
 *
 * Finds the parts that are larger than the whole they are a part of (R-READ). A pack's part and whole share
 * their unit and decimals, so their integers compare. What is not given is not compared.
 *
 * Returns: (transfer full) (element-type guint): indices of the part metrics in @pack; empty: none
 */
GArray *
jp_figures_parts_above_wholes (const JpFigures *self, const JpPack *pack)
{
  GArray *parts;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (pack != NULL, NULL);

  parts = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < pack->n_metrics; i++)
    {
      gint64 part, whole;

      if (pack->metrics[i].part_of < 0)
        continue;
      part = jp_figures_get (self, pack->metrics[i].id);
      whole = jp_figures_get (self, pack->metrics[pack->metrics[i].part_of].id);
      if (part != JP_VALUE_UNKNOWN && whole != JP_VALUE_UNKNOWN && part > whole)
        g_array_append_val (parts, i);
    }

  return parts;
}
