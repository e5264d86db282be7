/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The two forms of a chart: columns on an axis, with lines above them, and rows. */

#include "jp-chart-private.h"

/* Of the text, where the full size is too wide. */
static const double smaller_sizes[] = { 0.88, 0.78 };

/* What the columns of one chart share. */
typedef struct
{
  JpChartLayout *layout;
  double         slot;   /* width of a category */
  double         bar;    /* width of a column */
  double         top;    /* of the longest column */
  double         floor;  /* of the lines' band */
  double         ceiling;
  gint64         lowest, highest; /* of the lines' values */
} Columns;

static double
middle (const Columns *self, guint category)
{
  return self->slot * (category + 0.5);
}

static void
scale_text (JpChartText *text, double scale)
{
  PangoAttrList *attributes = pango_layout_get_attributes (text->layout);
  PangoAttrList *smaller = attributes != NULL ? pango_attr_list_copy (attributes) : pango_attr_list_new ();
  int width, height;

  pango_attr_list_insert (smaller, pango_attr_scale_new (scale));
  pango_layout_set_attributes (text->layout, smaller);
  pango_attr_list_unref (smaller);
  pango_layout_get_size (text->layout, &width, &height);
  text->box.width = (double) width / PANGO_SCALE;
  text->box.height = (double) height / PANGO_SCALE;
}

/* Every how manieth label has room. */
static guint
label_step (const Columns *self)
{
  JpChart *chart = self->layout->chart;
  double widest = 1;

  for (guint i = 0; i < chart->categories->len; i++)
    {
      guint before = self->layout->texts->len;
      JpChartText *text = jp_chart_layout_add_text (self->layout, jp_chart_get_category (chart, i)->label, TRUE);

      widest = MAX (widest, text->box.width);
      g_array_set_size (self->layout->texts, before);
    }

  return (guint) MAX (1, (widest + self->layout->line * 0.2) / self->slot + 0.999);
}

static void
add_labels (const Columns *self)
{
  JpChart *chart = self->layout->chart;
  guint step = label_step (self), n = chart->categories->len;

  for (guint i = 0; i < n; i++)
    {
      const JpChartCategory *category = jp_chart_get_category (chart, i);
      JpChartText *text;

      if ((n - 1 - i) % step != 0)
        continue;
      text = jp_chart_layout_add_text (self->layout, category->label, category->tone == JP_TONE_STRONG);
      text->colour = category->tone == JP_TONE_STRONG ? JP_TEXT_PLAIN : JP_TEXT_DIM;
      jp_chart_text_place (text, middle (self, i), self->layout->axis + self->layout->line * 0.2, 0.5,
                           MIN (self->slot * step, self->layout->width));
      text->box.x = CLAMP (text->box.x, 0, MAX (0, self->layout->width - text->box.width));
    }
}

/* Where the text would not fit its slot it is made smaller, and left out where that does not help: but the one that
 * is meant is always said, and the table says all. */
static void
add_head (const Columns *self, guint category, const char *head, double bottom, JpChartTextColour colour,
          JpChartInk ink)
{
  const JpChartCategory *of = jp_chart_get_category (self->layout->chart, category);
  gboolean strong = of->tone == JP_TONE_STRONG;
  JpChartText *text = jp_chart_layout_add_text (self->layout, head, strong);
  double slot = self->slot - self->layout->line * 0.2, room = strong ? slot * 1.5 : slot;

  for (guint i = 0; i < G_N_ELEMENTS (smaller_sizes) && text->box.width > slot; i++)
    scale_text (text, smaller_sizes[i]);
  if (text->box.width > room && !strong)
    {
      g_array_set_size (self->layout->texts, self->layout->texts->len - 1);
      return;
    }
  text->colour = colour;
  text->ink = ink;
  jp_chart_text_place (text, middle (self, category), bottom - text->box.height, 0.5, MIN (room, self->layout->width));
  text->box.x = CLAMP (text->box.x, 0, MAX (0, self->layout->width - text->box.width));
}

static void
add_bars (const Columns *self, double unit)
{
  JpChartLayout *layout = self->layout;
  JpChart *chart = layout->chart;

  for (guint i = 0; i < chart->categories->len; i++)
    {
      const char *head = jp_chart_get_head (chart, i);
      double reached = layout->axis, top = layout->axis;

      for (guint j = 0; j < chart->series->len; j++)
        {
          gint64 value = jp_chart_get_value (chart, j, i);
          JpChartBox box;

          if (jp_chart_get_series (chart, j)->kind != JP_SERIES_BARS || value == JP_CHART_NONE || value <= 0)
            continue;
          box = (JpChartBox) { middle (self, i) - self->bar / 2, 0, self->bar, MAX (1, (double) value * unit) };
          box.y = (chart->arrangement == JP_CHART_STACKED ? reached : layout->axis) - box.height;
          reached = box.y;
          top = MIN (top, box.y);
          jp_chart_layout_add_mark (layout, j, i, box, box);
        }
      if (head != NULL)
        add_head (self, i, head, top - layout->line * 0.1, JP_TEXT_PLAIN, 0);
    }
}

static double
line_y (const Columns *self, gint64 value)
{
  if (self->highest == self->lowest)
    return (self->floor + self->ceiling) / 2;

  return self->floor - (self->floor - self->ceiling) * ((double) value - (double) self->lowest)
                       / ((double) self->highest - (double) self->lowest);
}

static void
find_line_range (Columns *self)
{
  JpChart *chart = self->layout->chart;

  self->lowest = G_MAXINT64;
  self->highest = G_MININT64;
  for (guint i = 0; i < chart->categories->len; i++)
    for (guint j = 0; j < chart->series->len; j++)
      {
        gint64 value = jp_chart_get_value (chart, j, i);

        if (jp_chart_get_series (chart, j)->kind != JP_SERIES_LINE || value == JP_CHART_NONE)
          continue;
        self->lowest = MIN (self->lowest, value);
        self->highest = MAX (self->highest, value);
      }
}

static void
add_lines (const Columns *self)
{
  JpChartLayout *layout = self->layout;
  JpChart *chart = layout->chart;
  double radius = layout->line * 0.2, reach = layout->line * 0.55;

  for (guint i = 0; i < chart->categories->len; i++)
    for (guint j = 0; j < chart->series->len; j++)
      {
        const JpChartSeries *series = jp_chart_get_series (chart, j);
        const JpChartCell *cell = jp_chart_get_cell (chart, j, i);
        double x = middle (self, i), y;

        if (series->kind != JP_SERIES_LINE || cell->value == JP_CHART_NONE)
          continue;
        y = line_y (self, cell->value);
        jp_chart_layout_add_mark (layout, j, i, (JpChartBox) { x - radius, y - radius, 2 * radius, 2 * radius },
                                  (JpChartBox) { x - reach, y - reach, 2 * reach, 2 * reach });
        if (cell->text != NULL)
          add_head (self, i, cell->text, y - radius * 1.4, JP_TEXT_INK, series->ink);
      }
}

void
jp_chart_layout_columns (JpChartLayout *layout, double bottom)
{
  double line = layout->line, largest = jp_chart_largest (layout->chart);
  gboolean has_lines = jp_chart_count (layout->chart, JP_SERIES_LINE) > 0;
  gboolean has_bars = jp_chart_count (layout->chart, JP_SERIES_BARS) > 0;
  Columns self = { .layout = layout, .slot = layout->width / layout->chart->categories->len };

  layout->axis = MAX (bottom - line * 1.3, 2);
  self.bar = MIN (self.slot * 0.56, line * 3.4);
  self.ceiling = line * 1.35;
  self.floor = has_bars ? line * 2.1 : MAX (layout->axis - line * 0.6, self.ceiling);
  self.top = MIN (layout->axis - 1, line * 1.15 + (has_lines ? line * 2.3 : 0));

  if (has_bars)
    add_bars (&self, largest > 0 ? (layout->axis - self.top) / largest : 0);
  if (has_lines)
    {
      find_line_range (&self);
      add_lines (&self);
    }
  add_labels (&self);
}

/* Rows: a line of text above each bar where there is room, else all in one line. */

typedef struct
{
  JpChartLayout *layout;
  double         pitch;
  gboolean       compact;
  double         left, right; /* of the bars */
  double         unit;
} Rows;

/* How wide the labels (or heads) would like to be. */
static double
widest (JpChartLayout *layout, gboolean heads)
{
  double most = 0;

  for (guint i = 0; i < layout->chart->categories->len; i++)
    {
      const char *words = heads ? jp_chart_get_head (layout->chart, i)
                                : jp_chart_get_category (layout->chart, i)->label;
      guint before = layout->texts->len;

      if (words == NULL)
        continue;
      most = MAX (most, jp_chart_layout_add_text (layout, words, TRUE)->box.width);
      g_array_set_size (layout->texts, before);
    }

  return most;
}

static void
add_row_texts (const Rows *self, guint index, double y, double height)
{
  JpChartLayout *layout = self->layout;
  const JpChartCategory *category = jp_chart_get_category (layout->chart, index);
  const char *head = jp_chart_get_head (layout->chart, index);
  gboolean strong = category->tone == JP_TONE_STRONG;
  JpChartTextColour colour = category->tone == JP_TONE_DANGER ? JP_TEXT_INK : JP_TEXT_PLAIN;
  double gap = layout->line * 0.5, head_width = 0;
  JpChartText *text;

  if (head != NULL)
    {
      text = jp_chart_layout_add_text (layout, head, strong);
      text->colour = self->compact ? JP_TEXT_PLAIN : JP_TEXT_DIM;
      jp_chart_text_place (text, layout->width, y + (height - text->box.height) / 2, 1, layout->width * 0.6);
      head_width = text->box.width + gap;
    }
  text = jp_chart_layout_add_text (layout, category->label, strong);
  text->colour = colour;
  text->ink = JP_INK_DANGER;
  jp_chart_text_place (text, 0, y + (height - text->box.height) / 2, 0,
                       self->compact ? self->left - gap : layout->width - head_width);
}

static void
add_row_bars (const Rows *self, guint index, JpChartBox track)
{
  JpChart *chart = self->layout->chart;
  double reached = track.x;

  g_array_append_val (self->layout->tracks, track);
  for (guint i = 0; i < chart->series->len; i++)
    {
      gint64 value = jp_chart_get_value (chart, i, index);
      JpChartBox box = track, hit;

      if (jp_chart_get_series (chart, i)->kind != JP_SERIES_BARS || value == JP_CHART_NONE || value <= 0)
        continue;
      box.x = chart->arrangement == JP_CHART_STACKED ? reached : track.x;
      box.width = MAX (1, (double) value * self->unit);
      reached = box.x + box.width;
      hit = box;
      hit.y -= self->layout->line * 0.15;
      hit.height += self->layout->line * 0.3;
      jp_chart_layout_add_mark (self->layout, i, index, box, hit);
    }
}

void
jp_chart_layout_rows (JpChartLayout *layout, double bottom)
{
  guint n = layout->chart->categories->len;
  double line = layout->line, largest = jp_chart_largest (layout->chart), room = bottom / n;
  Rows self = { .layout = layout, .pitch = MIN (room, line * 3.4), .compact = room < line * 1.5,
                .right = layout->width };

  if (self.compact)
    {
      self.left = MIN (widest (layout, FALSE) + line * 0.5, layout->width * 0.48);
      self.right = layout->width - MIN (widest (layout, TRUE) + line * 0.5, layout->width * 0.3);
    }
  self.unit = largest > 0 ? (self.right - self.left) / largest : 0;
  for (guint i = 0; i < n; i++)
    {
      double y = i * self.pitch;
      double thick = self.compact ? MIN (line * 0.7, self.pitch * 0.7)
                                  : CLAMP (self.pitch - line * 1.2, line * 0.3, line);
      JpChartBox track = { self.left, y + line * 1.03, self.right - self.left, MAX (thick, 1) };

      if (self.compact)
        track.y = y + (self.pitch - thick) / 2;
      add_row_texts (&self, i, y, self.compact ? self.pitch : line);
      add_row_bars (&self, i, track);
    }
}
