/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-workdays.h"

#include "jp-fault.h"
#include "jp-json-scan.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define MAX_BYTES (1024 * 1024)
#define MAX_DEPTH 32
/* Enough to mend a file by. */
#define MAX_FAULTS 100

/* What a year not covered holds in the table of days. */
#define NOT_COVERED 0xFF

/* Every day from 1 January of the first covered year to 31 December of the last, as a JpDayKind or NOT_COVERED:
 * a look-up is one index, for working days are asked for thousands of times. */
struct _JpHolidays
{
  gatomicrefcount ref_count;
  guint           first_year;
  guint           last_year;
  JpDate          first_day;
  guint           n_days;
  guint8         *days;
};

G_DEFINE_QUARK (jp-holidays-error-quark, jp_holidays_error)

static JpDayKind
kind_by_weekday (JpDate day)
{
  return jp_date_weekday (day) < G_DATE_SATURDAY ? JP_DAY_WORKDAY : JP_DAY_WEEKEND;
}

static JpHolidays *
holidays_new (guint first_year, guint last_year)
{
  JpHolidays *self = g_new0 (JpHolidays, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->first_year = first_year;
  self->last_year = last_year;
  self->first_day = jp_date_year_start (first_year);
  self->n_days = jp_date_year_end (last_year) - self->first_day + 1;
  self->days = g_malloc (self->n_days);
  memset (self->days, NOT_COVERED, self->n_days);

  return self;
}

static guint8 *
year_of_table (const JpHolidays *self, guint year, guint *n_days)
{
  *n_days = jp_date_year_end (year) - jp_date_year_start (year) + 1;
  return self->days + (jp_date_year_start (year) - self->first_day);
}

static guint8
look_up (const JpHolidays *self, JpDate day)
{
  return day >= self->first_day && day - self->first_day < self->n_days ? self->days[day - self->first_day]
                                                                         : NOT_COVERED;
}

static void
copy_years (JpHolidays *self, const JpHolidays *from)
{
  for (guint year = from->first_year; year <= from->last_year; year++)
    {
      guint n_days;
      const guint8 *days = year_of_table (from, year, &n_days);

      if (days[0] != NOT_COVERED)
        memcpy (year_of_table (self, year, &n_days), days, n_days);
    }
}

/* Reading */

/* A key of the file names a year as every other date does. */
static guint
year_of_key (const char *key)
{
  g_autofree char *new_year = g_strconcat (key, "-01-01", NULL);

  return jp_date_year (jp_date_parse (new_year));
}

/* Where a fault lies: the whole file, a year, a member of it or one of its days (@index below 0: none). */
static char *
place_new (const char *year, const char *member, int index)
{
  GString *place = g_string_new ("$");

  if (year != NULL)
    jp_json_path_append_member (place, year);
  if (member != NULL)
    jp_json_path_append_member (place, member);
  if (index >= 0)
    g_string_append_printf (place, "[%d]", index);

  return g_string_free (place, FALSE);
}

static void
complain (GPtrArray *faults, const char *year, const char *member, int index, const char *message)
{
  g_autofree char *place = place_new (year, member, index);

  if (faults->len < MAX_FAULTS)
    g_ptr_array_add (faults, jp_fault_new (place, "%s", message));
}

/* Says what is wrong with a day, or marks it. */
static const char *
mark_day (JpHolidays *self, JsonNode *node, guint year, JpDayKind kind)
{
  gboolean is_text = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
  JpDate day = is_text ? jp_date_parse (json_node_get_string (node)) : JP_DATE_NONE;
  guint8 *slot;

  if (day == JP_DATE_NONE)
    return _("This is not a date; write it as 2026-10-01.");
  if (jp_date_year (day) != year)
    return _("This day lies in another year; move it there.");

  slot = &self->days[day - self->first_day];
  if (*slot == kind)
    return _("This day is listed twice; delete one.");
  if (*slot == JP_DAY_HOLIDAY || *slot == JP_DAY_MAKE_UP)
    return _("This day is listed both as a rest day and as a working day; keep one.");
  if (kind == JP_DAY_MAKE_UP && *slot == JP_DAY_WORKDAY)
    return _("This day is no Saturday or Sunday, so it is a working day anyway; delete it.");

  *slot = (guint8) kind;
  return NULL;
}

static void
read_days (JpHolidays *self, JsonObject *object, const char *key, const char *member, JpDayKind kind,
           GPtrArray *faults)
{
  JsonNode *node = json_object_get_member (object, member);
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    {
      complain (faults, key, member, -1, _("A list of dates is needed here."));
      return;
    }

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *wrong = mark_day (self, json_array_get_element (array, i), year_of_key (key), kind);

      if (wrong != NULL)
        complain (faults, key, member, (int) i, wrong);
    }

  if (kind == JP_DAY_HOLIDAY && json_array_get_length (array) == 0)
    complain (faults, key, member, -1, _("No year is without rest days; leave out a year not published yet."));
}

static void
read_year (JpHolidays *self, const char *key, JsonNode *node, GPtrArray *faults)
{
  guint year = year_of_key (key), n_days;
  guint8 *days = year_of_table (self, year, &n_days);
  JsonObject *object;
  JsonObjectIter iter;
  const char *member;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      complain (faults, key, NULL, -1, _("A year needs its lists “holidays” and “workdays”."));
      return;
    }

  for (guint i = 0; i < n_days; i++)
    days[i] = (guint8) kind_by_weekday (jp_date_year_start (year) + i);

  object = json_node_get_object (node);
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &member, NULL))
    if (!g_str_equal (member, "holidays") && !g_str_equal (member, "workdays"))
      complain (faults, key, member, -1, _("This key is not known; a year holds “holidays” and “workdays”."));

  read_days (self, object, key, "holidays", JP_DAY_HOLIDAY, faults);
  read_days (self, object, key, "workdays", JP_DAY_MAKE_UP, faults);
}

/* The first and last year the file names, with a fault for every key that is no year. */
static void
find_span (JsonObject *root, guint *first_year, guint *last_year, GPtrArray *faults)
{
  JsonObjectIter iter;
  const char *key;

  *first_year = G_MAXUINT;
  *last_year = 0;
  json_object_iter_init (&iter, root);
  while (json_object_iter_next (&iter, &key, NULL))
    {
      guint year = year_of_key (key);

      if (year == 0)
        {
          complain (faults, key, NULL, -1, _("This key is not a year such as 2026."));
          continue;
        }
      *first_year = MIN (*first_year, year);
      *last_year = MAX (*last_year, year);
    }

  if (*last_year == 0)
    complain (faults, NULL, NULL, -1, _("The file names no year."));
}

static JpHolidays *
read_root (JsonNode *root, GPtrArray *faults)
{
  g_autoptr (JpHolidays) self = NULL;
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;
  guint first_year, last_year;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      complain (faults, NULL, NULL, -1, _("An object with one member for each year is needed here."));
      return NULL;
    }

  find_span (json_node_get_object (root), &first_year, &last_year, faults);
  if (last_year == 0)
    return NULL;

  self = holidays_new (first_year, last_year);
  json_object_iter_init (&iter, json_node_get_object (root));
  while (json_object_iter_next (&iter, &key, &node))
    if (year_of_key (key) != 0)
      read_year (self, key, node, faults);

  return g_steal_pointer (&self);
}

static JpHolidays *
read_text (const char *json, gsize length, GPtrArray *faults)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;

  if (!jp_json_scan (json, length, MAX_BYTES, MAX_DEPTH, faults))
    return NULL;
  if (!json_parser_load_from_data (parser, json, (gssize) length, &error))
    {
      complain (faults, NULL, NULL, -1, error->message);
      return NULL;
    }

  return read_root (json_parser_get_root (parser), faults);
}

/**
 * jp_holidays_new_from_json:
 * @json: the text of a holiday file: {"2026": {"holidays": ["2026-01-01", …], "workdays": [ … ]}, …}
 * @length: its length in bytes, or -1 if it ends with a NUL
 * @error: return location for a [enum@Jp.HolidaysError] that names every fault, one line each
 *
 * Reads the State Council's arrangement: for each published year the rest days and the weekend days worked in
 * exchange. Strict: unknown keys, days of another year, doubled days and working days that are no weekend
 * days are refused.
 *
 * Returns: (transfer full): the holidays, or %NULL
 */
JpHolidays *
jp_holidays_new_from_json (const char *json, gssize length, GError **error)
{
  g_autoptr (GPtrArray) faults = jp_faults_new ();
  g_autoptr (JpHolidays) self = NULL;
  g_autofree char *list = NULL;

  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = read_text (json, length < 0 ? strlen (json) : (gsize) length, faults);
  if (faults->len == 0)
    return g_steal_pointer (&self);

  list = jp_faults_join (faults);
  g_set_error (error, JP_HOLIDAYS_ERROR, JP_HOLIDAYS_ERROR_INVALID,
               _("The holidays cannot be used; correct them and add them again (R-WORKDAY, 第十五条).\n%s"), list);
  return NULL;
}

/**
 * jp_holidays_merge:
 * @base: some holidays, as those shipped
 * @added: more, as those read from a file
 *
 * Joins two arrangements. A year that both cover is taken whole from @added: a corrected notice replaces
 * the year it corrects.
 *
 * Returns: (transfer full): new holidays
 */
JpHolidays *
jp_holidays_merge (const JpHolidays *base, const JpHolidays *added)
{
  JpHolidays *self;

  g_return_val_if_fail (base != NULL && added != NULL, NULL);

  self = holidays_new (MIN (base->first_year, added->first_year), MAX (base->last_year, added->last_year));
  copy_years (self, base);
  copy_years (self, added);

  return self;
}

/**
 * jp_holidays_ref:
 * @self: holidays
 *
 * Returns: (transfer full): @self
 */
JpHolidays *
jp_holidays_ref (JpHolidays *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * jp_holidays_unref:
 * @self: (transfer full): holidays
 */
void
jp_holidays_unref (JpHolidays *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->days);
  g_free (self);
}

/* Asking */

/**
 * jp_holidays_covers:
 * @self: holidays
 * @year: a year
 *
 * Returns: whether the arrangement of @year is known
 */
gboolean
jp_holidays_covers (const JpHolidays *self, guint year)
{
  return look_up (self, jp_date_year_start (year)) != NOT_COVERED;
}

/**
 * jp_holidays_first_year:
 * @self: holidays
 *
 * Returns: the first year whose arrangement is known
 */
guint
jp_holidays_first_year (const JpHolidays *self)
{
  return self->first_year;
}

/**
 * jp_holidays_horizon:
 * @self: holidays
 *
 * Returns: the last year whose arrangement is known
 */
guint
jp_holidays_horizon (const JpHolidays *self)
{
  return self->last_year;
}

/**
 * jp_day_kind_mark:
 * @kind: a kind of day
 *
 * Returns: (nullable): 休 or 班, as calendars print it; %NULL for a day like others
 */
const char *
jp_day_kind_mark (JpDayKind kind)
{
  switch (kind)
    {
    case JP_DAY_HOLIDAY:
      return "休";
    case JP_DAY_MAKE_UP:
      return "班";
    case JP_DAY_WORKDAY:
    case JP_DAY_WEEKEND:
    default:
      return NULL;
    }
}

/**
 * jp_holidays_kind:
 * @self: holidays
 * @day: a day
 * @provisional: (out) (optional): whether the year of @day is not covered, so that only weekdays could be told
 *
 * Returns: what kind of day it is
 */
JpDayKind
jp_holidays_kind (const JpHolidays *self, JpDate day, gboolean *provisional)
{
  guint8 kind = look_up (self, day);

  if (provisional != NULL)
    *provisional = kind == NOT_COVERED;

  return kind == NOT_COVERED ? kind_by_weekday (day) : (JpDayKind) kind;
}

/**
 * jp_holidays_is_workday:
 * @self: holidays
 * @day: a day
 * @provisional: (out) (optional): whether the year of @day is not covered
 *
 * Returns: whether @day is a working day
 */
gboolean
jp_holidays_is_workday (const JpHolidays *self, JpDate day, gboolean *provisional)
{
  JpDayKind kind = jp_holidays_kind (self, day, provisional);

  return kind == JP_DAY_WORKDAY || kind == JP_DAY_MAKE_UP;
}

/**
 * jp_holidays_nth_workday:
 * @self: holidays
 * @from: the day the count starts on
 * @n: how many working days, at least 1
 * @count_first: whether @from itself counts when it is a working day
 * @provisional: (out) (optional): whether any day of the count lies in a year that is not covered
 *
 * Counts working days. Rule R-WORKDAY.
 *
 * Returns: the @n-th working day
 */
JpDate
jp_holidays_nth_workday (const JpHolidays *self, JpDate from, guint n, gboolean count_first, gboolean *provisional)
{
  gboolean doubtful = FALSE;
  JpDate day = count_first ? from : from + 1;
  guint counted = 0;

  g_return_val_if_fail (from != JP_DATE_NONE && n > 0, JP_DATE_NONE);

  for (;; day++)
    {
      gboolean unknown;

      counted += jp_holidays_is_workday (self, day, &unknown) ? 1 : 0;
      doubtful = doubtful || unknown;
      if (counted == n)
        break;
    }

  if (provisional != NULL)
    *provisional = doubtful;
  return day;
}

/* The nearest working day going by @step from @day on, @day included. */
static JpDate
nearest_workday (const JpHolidays *self, JpDate day, int step, gboolean *provisional)
{
  gboolean doubtful = FALSE, unknown, works;

  do
    {
      works = jp_holidays_is_workday (self, day, &unknown);
      doubtful = doubtful || unknown;
      if (!works)
        day = (JpDate) ((int) day + step);
    }
  while (!works);

  if (provisional != NULL)
    *provisional = doubtful;
  return day;
}

/**
 * jp_holidays_workday_on_or_before:
 * @self: holidays
 * @day: a day, as a due day
 * @provisional: (out) (optional): whether a day looked at lies in a year that is not covered
 *
 * Returns: @day, or the last working day before it: the day to work to
 */
JpDate
jp_holidays_workday_on_or_before (const JpHolidays *self, JpDate day, gboolean *provisional)
{
  g_return_val_if_fail (day != JP_DATE_NONE, JP_DATE_NONE);

  return nearest_workday (self, day, -1, provisional);
}

/**
 * jp_holidays_workday_on_or_after:
 * @self: holidays
 * @day: a day
 * @provisional: (out) (optional): whether a day looked at lies in a year that is not covered
 *
 * Returns: @day, or the first working day after it
 */
JpDate
jp_holidays_workday_on_or_after (const JpHolidays *self, JpDate day, gboolean *provisional)
{
  g_return_val_if_fail (day != JP_DATE_NONE, JP_DATE_NONE);

  return nearest_workday (self, day, 1, provisional);
}
