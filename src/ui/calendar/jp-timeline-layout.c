/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-timeline-layout.h"

#include <math.h>

#define MONTHS_AT   1.6 /* pixels a day from which months are named */
#define QUARTERS_AT 0.7 /* and quarters */
#define SLACK       5.0 /* how far beside a mark it is still met */

const guint JP_TIMELINE_SPANS[] = { 2192, 1461, 1096, 731, 457, 366, 183, 92 };

guint
jp_timeline_n_spans (void)
{
  return G_N_ELEMENTS (JP_TIMELINE_SPANS);
}

/**
 * jp_timeline_metrics_init:
 * @metrics: (out): sizes
 * @line: height of a line of text
 * @em: width of a Chinese character
 * @width: width of the widget
 *
 * Gives all sizes in terms of the text, so that they grow with it.
 */
void
jp_timeline_metrics_init (JpTimelineMetrics *metrics, double line, double em, double width)
{
  double bar = floor (line * 1.35), lane = floor (line * 1.02);

  metrics->names = floor (MIN (em * 15.5, width * 0.38));
  metrics->header = floor (line * 2.6);
  metrics->bar_height = bar;
  metrics->bar_top = floor (line * 0.55);
  metrics->lanes[JP_LANE_TERM] = metrics->bar_top + bar / 2;
  metrics->lanes[JP_LANE_REVIEW] = metrics->bar_top + bar + floor (lane * 0.72);
  metrics->lanes[JP_LANE_FUNDS] = metrics->lanes[JP_LANE_REVIEW] + lane;
  metrics->row = metrics->lanes[JP_LANE_FUNDS] + floor (lane * 0.72);
  metrics->mark = floor (line * 0.62);
}

double
jp_timeline_layout_x (const JpTimelineLayout *self, double day)
{
  return self->metrics.names + (day - self->left) * self->per_day;
}

double
jp_timeline_layout_day (const JpTimelineLayout *self, double x)
{
  return self->left + (x - self->metrics.names) / self->per_day;
}

double
jp_timeline_layout_row_y (const JpTimelineLayout *self, guint row)
{
  return self->metrics.header + row * self->metrics.row - self->top;
}

void
jp_timeline_layout_visible (const JpTimelineLayout *self, guint n_rows, guint *first, guint *end)
{
  double above = MAX (self->top, 0), below = self->top + self->height - self->metrics.header;

  *first = MIN ((guint) (above / self->metrics.row), n_rows);
  *end = below <= 0 ? *first : MIN ((guint) ceil (below / self->metrics.row), n_rows);
  *end = MAX (*first, *end);
}

/* Index of the first mark on or after @day. */
static guint
find_mark (const JpTimelineRow *row, double day)
{
  guint low = 0, high = row->marks->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (((JpTimelineMark *) g_ptr_array_index (row->marks, middle))->day < day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

void
jp_timeline_layout_marks (const JpTimelineLayout *self, const JpTimelineRow *row, guint *first, guint *end)
{
  double beside = self->metrics.mark * 5; /* with what is written beside it */

  *first = find_mark (row, jp_timeline_layout_day (self, self->metrics.names - beside));
  *end = find_mark (row, jp_timeline_layout_day (self, self->width + self->metrics.mark));
}

/* Months between two ticks, and between two labels. */
static void
tick_steps (double per_day, guint *minor, guint *major)
{
  *minor = per_day >= QUARTERS_AT ? 1 : 3;
  *major = per_day >= MONTHS_AT ? 1 : per_day >= QUARTERS_AT ? 3 : 12;
}

GArray *
jp_timeline_layout_ticks (const JpTimelineLayout *self)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (JpTimelineTick));
  JpDate from = (JpDate) MAX (self->left, 1), to = (JpDate) MAX (jp_timeline_layout_day (self, self->width), 1);
  guint minor, major;

  tick_steps (self->per_day, &minor, &major);
  for (JpDate day = jp_date_year_start (jp_date_year (from)); day <= to; day = jp_date_add_months (day, (int) minor))
    {
      JpTimelineTick tick = { .day = day };
      guint month;

      jp_date_split (day, &tick.year, &month, NULL);
      tick.major = (month - 1) % major == 0;
      tick.month = major == 12 ? 0 : month;
      tick.until = jp_date_add_months (day, (int) major) - 1;
      if (tick.until >= from)
        g_array_append_val (ticks, tick);
    }

  return ticks;
}

static int
hit_mark (const JpTimelineLayout *self, const JpTimelineRow *row, double x, double y)
{
  double best = self->metrics.mark / 2 + SLACK;
  int found = -1;
  guint first, end;

  jp_timeline_layout_marks (self, row, &first, &end);
  for (guint i = first; i < end; i++)
    {
      const JpTimelineMark *mark = g_ptr_array_index (row->marks, i);
      double away = fabs (jp_timeline_layout_x (self, mark->day + 0.5) - x);
      double beside = mark->lane == JP_LANE_TERM ? self->metrics.bar_height / 2 : self->metrics.mark / 2 + 3;

      if (away <= best && fabs (self->metrics.lanes[mark->lane] - y) <= beside)
        {
          best = away;
          found = (int) i;
        }
    }

  return found;
}

/* The last that lies there: the window on its term. */
static int
hit_bar (const JpTimelineLayout *self, const JpTimelineRow *row, double x, double y)
{
  double day = jp_timeline_layout_day (self, x);

  if (y < self->metrics.bar_top || y > self->metrics.bar_top + self->metrics.bar_height)
    return -1;

  for (guint i = row->bars->len; i > 0; i--)
    {
      const JpTimelineBar *bar = g_ptr_array_index (row->bars, i - 1);

      if (day >= bar->first && (bar->last == G_MAXUINT32 || day < (double) bar->last + 1))
        return (int) i - 1;
    }

  return -1;
}

/**
 * jp_timeline_layout_hit:
 * @self: a layout
 * @rows: (element-type JpTimelineRow): its rows
 * @x: where the pointer is
 * @y: where the pointer is
 * @hit: (out): what is there
 *
 * Returns: whether anything is there
 */
gboolean
jp_timeline_layout_hit (const JpTimelineLayout *self, GPtrArray *rows, double x, double y, JpTimelineHit *hit)
{
  double line = (y - self->metrics.header + self->top) / self->metrics.row;
  const JpTimelineRow *row;

  *hit = (JpTimelineHit) { -1, -1, -1 };
  if (y < self->metrics.header || line < 0 || line >= rows->len)
    return FALSE;

  hit->row = (int) line;
  if (x < self->metrics.names)
    return TRUE;

  row = g_ptr_array_index (rows, hit->row);
  y = (line - hit->row) * self->metrics.row;
  hit->mark = hit_mark (self, row, x, y);
  if (hit->mark < 0)
    hit->bar = hit_bar (self, row, x, y);

  return TRUE;
}

double
jp_timeline_layout_reveal (const JpTimelineLayout *self, JpDate day)
{
  double span = (self->width - self->metrics.names) / self->per_day, margin = span * 0.05;

  if (day < self->left + margin)
    return day - margin;
  if (day > self->left + span - margin)
    return day - span + margin;

  return self->left;
}
