/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-calendar-data.h"

struct _JpCalendarDays
{
  GArray *items; /* of JpCalendarItem, by day, then urgency */
};

static gboolean
has_state (JpCalendarShow show, JpDutyState state)
{
  switch (show)
    {
    case JP_SHOW_OVERDUE:
      return state == JP_DUTY_OVERDUE;
    case JP_SHOW_DUE:
      return state == JP_DUTY_DUE;
    case JP_SHOW_DONE:
      return state == JP_DUTY_DONE;
    case JP_SHOW_OPEN:
    case JP_SHOW_NOT_RECORDED:
    case JP_SHOW_ALL:
    case JP_N_SHOWS:
    default:
      return TRUE;
    }
}

/**
 * jp_calendar_filter_wants:
 * @filter: what a calendar is narrowed to
 * @duty: an obligation
 *
 * Returns: whether it is shown
 */
gboolean
jp_calendar_filter_wants (const JpCalendarFilter *filter, const JpObligation *duty)
{
  JpDutyScope scope = { .from = filter->from, .to = filter->to != JP_DATE_NONE ? filter->to : G_MAXUINT32 };

  if (filter->district != NULL && g_strcmp0 (duty->dossier->district, filter->district) != 0)
    return FALSE;
  if (filter->theme != JP_THEME_ALL && jp_duty_theme (duty->kind) != filter->theme)
    return FALSE;

  scope.done = filter->show == JP_SHOW_DONE || filter->show == JP_SHOW_ALL;
  scope.unrecorded = filter->show == JP_SHOW_NOT_RECORDED
                     || (filter->show == JP_SHOW_ALL && duty->state == JP_DUTY_NOT_RECORDED);
  return has_state (filter->show, duty->state) && jp_obligation_in_scope (duty, &scope);
}

static int
compare_numbers (guint a, guint b)
{
  return (a > b) - (a < b);
}

static guint
urgency (const JpObligation *duty)
{
  static const guint orders[] = {
    [JP_DUTY_OVERDUE] = 0, [JP_DUTY_DUE] = 1, [JP_DUTY_UPCOMING] = 2, [JP_DUTY_NOT_RECORDED] = 3, [JP_DUTY_DONE] = 4,
  };

  return orders[duty->state];
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const JpCalendarItem *first = a, *second = b;
  int order = compare_numbers (first->day, second->day);

  if (order == 0)
    order = compare_numbers (urgency (first->duty), urgency (second->duty));
  if (order == 0)
    order = compare_numbers (first->duty->kind, second->duty->kind);
  if (order == 0)
    order = g_strcmp0 (first->duty->subject, second->duty->subject);

  return order != 0 ? order : g_strcmp0 (first->duty->dossier->name, second->duty->dossier->name);
}

/**
 * jp_calendar_days_new:
 * @duties: (element-type JpObligation): obligations; they must outlive what is made of them
 * @today: the day that counts as today
 * @filter: which of them
 *
 * Returns: (transfer full): the obligations by day
 */
JpCalendarDays *
jp_calendar_days_new (GPtrArray *duties, JpDate today, const JpCalendarFilter *filter)
{
  JpCalendarDays *self = g_new0 (JpCalendarDays, 1);

  self->items = g_array_new (FALSE, FALSE, sizeof (JpCalendarItem));
  for (guint i = 0; i < duties->len; i++)
    {
      const JpObligation *duty = g_ptr_array_index (duties, i);
      JpCalendarItem item = { jp_obligation_day (duty, today), duty };

      if (jp_calendar_filter_wants (filter, duty))
        g_array_append_val (self->items, item);
    }
  g_array_sort (self->items, compare_items);

  return self;
}

/**
 * jp_calendar_days_of_theme:
 * @self: obligations by day
 * @theme: a theme; %JP_THEME_ALL: all
 *
 * Returns: (transfer full): those of the theme, in the same order
 */
JpCalendarDays *
jp_calendar_days_of_theme (const JpCalendarDays *self, JpDutyTheme theme)
{
  JpCalendarDays *some = g_new0 (JpCalendarDays, 1);

  some->items = g_array_sized_new (FALSE, FALSE, sizeof (JpCalendarItem), theme == JP_THEME_ALL ? self->items->len : 0);
  for (guint i = 0; i < self->items->len; i++)
    {
      const JpCalendarItem *item = &g_array_index (self->items, JpCalendarItem, i);

      if (theme == JP_THEME_ALL || jp_duty_theme (item->duty->kind) == theme)
        g_array_append_val (some->items, *item);
    }

  return some;
}

void
jp_calendar_days_free (JpCalendarDays *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->items);
  g_free (self);
}

/* Index of the first item on or after @day. */
static guint
find (const JpCalendarDays *self, JpDate day)
{
  guint low = 0, high = self->items->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->items, JpCalendarItem, middle).day < day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * jp_calendar_days_range:
 * @self: obligations by day
 * @first: a day
 * @last: the same or a later one
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): those from @first to @last, both included
 */
const JpCalendarItem *
jp_calendar_days_range (const JpCalendarDays *self, JpDate first, JpDate last, guint *n)
{
  guint from = find (self, first), to = last < G_MAXUINT32 ? find (self, last + 1) : self->items->len;

  *n = to - MIN (from, to);
  return &g_array_index (self->items, JpCalendarItem, 0) + from;
}

static gboolean
folds_with (const JpObligation *a, const JpObligation *b)
{
  return a->kind == b->kind && a->state == b->state && g_strcmp0 (a->subject, b->subject) == 0;
}

/**
 * jp_calendar_days_fold:
 * @self: obligations by day
 * @day: a day
 *
 * Returns: (transfer full) (element-type JpCalendarFold): those of the day, equal ones as one
 */
GArray *
jp_calendar_days_fold (const JpCalendarDays *self, JpDate day)
{
  GArray *folds = g_array_new (FALSE, FALSE, sizeof (JpCalendarFold));
  guint n;
  const JpCalendarItem *items = jp_calendar_days_range (self, day, day, &n);

  for (guint i = 0; i < n; i++)
    {
      JpCalendarFold *last = folds->len > 0 ? &g_array_index (folds, JpCalendarFold, folds->len - 1) : NULL;
      JpCalendarFold one = { items[i].duty, 1 };

      if (last != NULL && folds_with (last->first, items[i].duty))
        last->n++;
      else
        g_array_append_val (folds, one);
    }

  return folds;
}

/**
 * jp_calendar_grid_start:
 * @year: a year
 * @month: a month, from 1
 *
 * Returns: the Monday on or before the month's first day
 */
JpDate
jp_calendar_grid_start (guint year, guint month)
{
  JpDate first = jp_date_new (year, month, 1);

  return first - ((guint) jp_date_weekday (first) - G_DATE_MONDAY);
}

/**
 * jp_calendar_week:
 * @day: a day
 *
 * Returns: the number of its week (ISO 8601)
 */
guint
jp_calendar_week (JpDate day)
{
  JpDate thursday = day - (guint) jp_date_weekday (day) + G_DATE_THURSDAY;

  return (thursday - jp_date_year_start (jp_date_year (thursday))) / 7 + 1;
}
