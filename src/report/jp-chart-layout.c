/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where everything of a chart lies: what both forms share, the legend, and what can be pointed at. */

#include "jp-chart-private.h"

double
jp_chart_line_height (PangoContext *context)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  int height;

  /* A character of each script: fonts of different heights meet in one line. */
  pango_layout_set_text (layout, "年8g", -1);
  pango_layout_get_size (layout, NULL, &height);

  return MAX ((double) height / PANGO_SCALE, 1);
}

static void
text_clear (gpointer data)
{
  g_clear_object (&((JpChartText *) data)->layout);
}

JpChartText *
jp_chart_layout_add_text (JpChartLayout *self, const char *text, gboolean bold)
{
  JpChartText entry = { .layout = pango_layout_new (self->context) };
  int width, height;

  if (bold)
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (entry.layout, attributes);
      pango_attr_list_unref (attributes);
    }
  pango_layout_set_single_paragraph_mode (entry.layout, TRUE);
  pango_layout_set_text (entry.layout, text, -1);
  pango_layout_get_size (entry.layout, &width, &height);
  entry.box.width = (double) width / PANGO_SCALE;
  entry.box.height = (double) height / PANGO_SCALE;
  g_array_append_val (self->texts, entry);

  return &g_array_index (self->texts, JpChartText, self->texts->len - 1);
}

void
jp_chart_text_place (JpChartText *text, double x, double y, double align, double room)
{
  room = MAX (room, 0);
  if (text->box.width > room)
    {
      pango_layout_set_ellipsize (text->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (text->layout, (int) (room * PANGO_SCALE));
      text->box.width = room;
    }
  text->box.x = x - text->box.width * align;
  text->box.y = y;
}

void
jp_chart_layout_add_mark (JpChartLayout *self, guint series, guint category, JpChartBox box, JpChartBox hit)
{
  JpChartMark mark = { series, category, box, hit };

  g_array_append_val (self->marks, mark);
}

/* One solid series needs no legend: the chart's name says what it is. */
static gboolean
needs_legend (const JpChart *chart)
{
  guint n = 0;
  gboolean patterned = FALSE;

  for (guint i = 0; i < chart->series->len; i++)
    {
      const JpChartSeries *series = jp_chart_get_series (chart, i);

      n += series->kind != JP_SERIES_TABLE;
      patterned = patterned || (series->kind == JP_SERIES_BARS && series->fill != JP_FILL_SOLID);
    }

  return n > 1 || patterned;
}

/* Set at y = 0 and lowered when its height is known. */
static double
set_legend (JpChartLayout *self, guint *first_text)
{
  double swatch = self->line * 0.62, x = 0, y = self->line * 0.5;

  *first_text = self->texts->len;
  for (guint i = 0; i < self->chart->series->len; i++)
    {
      /* Of bars that lie on one another the one in front comes first. */
      guint index = self->chart->arrangement == JP_CHART_OVERLAID ? self->chart->series->len - 1 - i : i;
      const JpChartSeries *series = jp_chart_get_series (self->chart, index);
      JpChartSwatch entry = { .series = index };
      JpChartText *text;
      double width;

      if (series->kind == JP_SERIES_TABLE)
        continue;
      text = jp_chart_layout_add_text (self, series->name, FALSE);
      width = swatch + self->line * 0.35 + text->box.width;
      if (x > 0 && x + width > self->width)
        {
          x = 0;
          y += self->line * 1.15;
        }
      entry.box = (JpChartBox) { x, y + (self->line - swatch) / 2, swatch, swatch };
      g_array_append_val (self->swatches, entry);
      text->colour = JP_TEXT_DIM;
      jp_chart_text_place (text, x + swatch + self->line * 0.35, y, 0, self->width - x - swatch - self->line * 0.35);
      x += width + self->line * 0.8;
    }

  return y + self->line;
}

double
jp_chart_layout_legend (JpChartLayout *self)
{
  double height;
  guint first_text;

  if (!needs_legend (self->chart))
    return 0;

  height = set_legend (self, &first_text);
  for (guint i = 0; i < self->swatches->len; i++)
    g_array_index (self->swatches, JpChartSwatch, i).box.y += self->height - height;
  for (guint i = first_text; i < self->texts->len; i++)
    g_array_index (self->texts, JpChartText, i).box.y += self->height - height;

  return height;
}

/* How long the longest bar is, in the values' unit. */
double
jp_chart_largest (const JpChart *self)
{
  double largest = 0;

  for (guint i = 0; i < self->categories->len; i++)
    {
      double sum = 0, most = 0;

      for (guint j = 0; j < self->series->len; j++)
        {
          gint64 value = jp_chart_get_cell (self, j, i)->value;

          if (jp_chart_get_series (self, j)->kind != JP_SERIES_BARS || value == JP_CHART_NONE)
            continue;
          sum += (double) value;
          most = MAX (most, (double) value);
        }
      largest = MAX (largest, self->arrangement == JP_CHART_STACKED ? sum : most);
    }

  return largest;
}

/**
 * jp_chart_layout_new:
 * @chart: a chart
 * @context: fonts and their size; everything else is measured by it
 * @width: of the space
 * @height: of the space
 *
 * Sets a chart out: where each mark and text lies, as data. The space may be too small: then texts are cut with an
 * ellipsis, and nothing lies outside.
 *
 * Returns: (transfer full): the layout
 */
JpChartLayout *
jp_chart_layout_new (JpChart *chart, PangoContext *context, double width, double height)
{
  JpChartLayout *self = g_new0 (JpChartLayout, 1);
  double legend;

  g_return_val_if_fail (chart != NULL && PANGO_IS_CONTEXT (context), NULL);

  self->chart = jp_chart_ref (chart);
  self->context = g_object_ref (context);
  self->width = width;
  self->height = height;
  self->line = jp_chart_line_height (context);
  self->axis = -1;
  self->marks = g_array_new (FALSE, FALSE, sizeof (JpChartMark));
  self->texts = g_array_new (FALSE, FALSE, sizeof (JpChartText));
  self->tracks = g_array_new (FALSE, FALSE, sizeof (JpChartBox));
  self->swatches = g_array_new (FALSE, FALSE, sizeof (JpChartSwatch));
  g_array_set_clear_func (self->texts, text_clear);
  if (chart->categories->len == 0)
    return self;

  legend = jp_chart_layout_legend (self);
  if (chart->form == JP_CHART_COLUMNS)
    jp_chart_layout_columns (self, height - legend);
  else
    jp_chart_layout_rows (self, height - legend);

  return self;
}

/**
 * jp_chart_layout_free:
 * @self: (nullable) (transfer full): a layout
 */
void
jp_chart_layout_free (JpChartLayout *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->marks);
  g_array_unref (self->texts);
  g_array_unref (self->tracks);
  g_array_unref (self->swatches);
  g_object_unref (self->context);
  jp_chart_unref (self->chart);
  g_free (self);
}

/**
 * jp_chart_layout_n_marks:
 * @self: a layout
 *
 * Returns: how many marks can be pointed at
 */
guint
jp_chart_layout_n_marks (const JpChartLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->marks->len;
}

/**
 * jp_chart_layout_mark:
 * @self: a layout
 * @index: of a mark, in the order in which the keyboard goes through them
 *
 * Returns: it
 */
const JpChartMark *
jp_chart_layout_mark (const JpChartLayout *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->marks->len, NULL);

  return &g_array_index (self->marks, JpChartMark, index);
}

static gboolean
contains (const JpChartBox *box, double x, double y)
{
  return x >= box->x && x < box->x + box->width && y >= box->y && y < box->y + box->height;
}

/**
 * jp_chart_layout_find:
 * @self: a layout
 * @x: of a point
 * @y: of a point
 *
 * Returns: index of the mark at the point, of several the one in front; −1: none
 */
int
jp_chart_layout_find (const JpChartLayout *self, double x, double y)
{
  g_return_val_if_fail (self != NULL, -1);

  for (guint i = self->marks->len; i > 0; i--)
    if (contains (&g_array_index (self->marks, JpChartMark, i - 1).hit, x, y))
      return (int) i - 1;

  return -1;
}

/**
 * jp_chart_layout_n_texts:
 * @self: a layout
 *
 * Returns: how many texts it has
 */
guint
jp_chart_layout_n_texts (const JpChartLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->texts->len;
}

/**
 * jp_chart_layout_text:
 * @self: a layout
 * @index: of a text
 * @box: (out) (optional): where it lies
 *
 * Returns: the text, as it is before an ellipsis cuts it
 */
const char *
jp_chart_layout_text (const JpChartLayout *self, guint index, JpChartBox *box)
{
  const JpChartText *text;

  g_return_val_if_fail (self != NULL && index < self->texts->len, NULL);

  text = &g_array_index (self->texts, JpChartText, index);
  if (box != NULL)
    *box = text->box;

  return pango_layout_get_text (text->layout);
}

/**
 * jp_chart_measure:
 * @chart: a chart
 * @context: fonts and their size
 * @least_width: (out): what it needs to be readable
 * @least_height: (out): the same
 * @height: (out): what it likes
 */
void
jp_chart_measure (const JpChart *chart, PangoContext *context, double *least_width, double *least_height,
                  double *height)
{
  double line = jp_chart_line_height (context), n, legend;

  g_return_if_fail (chart != NULL);

  n = MAX (chart->categories->len, 1);
  legend = needs_legend (chart) ? 1.5 : 0;
  if (chart->form == JP_CHART_ROWS)
    {
      *least_width = line * 9;
      *least_height = line * (n * 1.25 + legend);
      *height = line * (n * 2.3 + legend);
      return;
    }

  *least_width = line * 9;
  *least_height = line * (6 + legend + (jp_chart_count (chart, JP_SERIES_LINE) > 0 ? 2.2 : 0));
  *height = *least_height + line * 4;
}
