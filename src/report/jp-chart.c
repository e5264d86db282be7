/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-chart-private.h"

static void
cell_clear (gpointer data)
{
  g_free (((JpChartCell *) data)->text);
}

static void
category_free (gpointer data)
{
  JpChartCategory *category = data;

  g_free (category->label);
  g_free (category->head);
  g_free (category->place);
  g_array_unref (category->cells);
  g_free (category);
}

static void
series_free (gpointer data)
{
  JpChartSeries *series = data;

  g_free (series->name);
  g_free (series->unit);
  g_free (series);
}

/**
 * jp_chart_new:
 * @form: columns or rows
 * @arrangement: how the bars of one category share their place
 * @name: what the chart shows, in a few words
 * @category_title: what the categories are: the head of the table's first column
 *
 * Returns: (transfer full): a chart without categories and series
 */
JpChart *
jp_chart_new (JpChartForm form, JpChartArrangement arrangement, const char *name, const char *category_title)
{
  JpChart *self = g_new0 (JpChart, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->form = form;
  self->arrangement = arrangement;
  self->name = g_strdup (name);
  self->category_title = g_strdup (category_title);
  self->categories = g_ptr_array_new_with_free_func (category_free);
  self->series = g_ptr_array_new_with_free_func (series_free);

  return self;
}

/**
 * jp_chart_ref:
 * @self: a chart
 *
 * Returns: (transfer full): @self
 */
JpChart *
jp_chart_ref (JpChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * jp_chart_unref:
 * @self: (nullable) (transfer full): a chart
 */
void
jp_chart_unref (JpChart *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->categories);
  g_ptr_array_unref (self->series);
  g_free (self->name);
  g_free (self->category_title);
  g_free (self);
}

static void
fill_cells (JpChart *self, JpChartCategory *category)
{
  const JpChartCell none = { JP_CHART_NONE, NULL };

  while (category->cells->len < self->series->len)
    g_array_append_val (category->cells, none);
}

/**
 * jp_chart_add_category:
 * @self: a chart
 * @label: a year, a band, a district
 * @tone: how it stands among the others
 *
 * Returns: its index
 */
guint
jp_chart_add_category (JpChart *self, const char *label, JpChartTone tone)
{
  JpChartCategory *category = g_new0 (JpChartCategory, 1);

  g_return_val_if_fail (self != NULL && label != NULL, 0);

  category->label = g_strdup (label);
  category->tone = tone;
  category->cells = g_array_new (FALSE, FALSE, sizeof (JpChartCell));
  g_array_set_clear_func (category->cells, cell_clear);
  g_ptr_array_add (self->categories, category);
  fill_cells (self, category);

  return self->categories->len - 1;
}

/**
 * jp_chart_add_series:
 * @self: a chart
 * @name: for the legend and the table
 * @unit: (nullable): of its texts
 * @kind: bars, a line, or a column of the table only
 * @fill: of its bars
 * @ink: colour, given by the theme
 *
 * Returns: its index
 */
guint
jp_chart_add_series (JpChart *self, const char *name, const char *unit, JpSeriesKind kind, JpChartFill fill,
                     JpChartInk ink)
{
  JpChartSeries *series = g_new0 (JpChartSeries, 1);

  g_return_val_if_fail (self != NULL && name != NULL && (guint) ink < JP_N_INKS, 0);

  series->name = g_strdup (name);
  series->unit = g_strdup (unit);
  series->kind = kind;
  series->fill = fill;
  series->ink = ink;
  g_ptr_array_add (self->series, series);
  for (guint i = 0; i < self->categories->len; i++)
    fill_cells (self, g_ptr_array_index (self->categories, i));

  return self->series->len - 1;
}

/**
 * jp_chart_set_value:
 * @self: a chart
 * @series: index of a series
 * @category: index of a category
 * @value: in the chart's smallest unit, or %JP_CHART_NONE where nothing is known; bars are not below zero
 * @text: the same for people, without the unit
 */
void
jp_chart_set_value (JpChart *self, guint series, guint category, gint64 value, const char *text)
{
  JpChartCell *cell = (JpChartCell *) jp_chart_get_cell (self, series, category);

  g_return_if_fail (cell != NULL);

  cell->value = value;
  g_free (cell->text);
  cell->text = g_strdup (text);
}

/**
 * jp_chart_set_head:
 * @self: a chart
 * @category: index of a category
 * @head: what stands at the end of its bars, in place of the value of the only one
 */
void
jp_chart_set_head (JpChart *self, guint category, const char *head)
{
  JpChartCategory *of;

  g_return_if_fail (self != NULL && category < self->categories->len);

  of = g_ptr_array_index (self->categories, category);
  g_free (of->head);
  of->head = g_strdup (head);
}

/**
 * jp_chart_set_place:
 * @self: a chart
 * @category: index of a category
 * @place: (nullable): where a click on its marks leads; for whoever shows the chart
 */
void
jp_chart_set_place (JpChart *self, guint category, const char *place)
{
  JpChartCategory *of;

  g_return_if_fail (self != NULL && category < self->categories->len);

  of = g_ptr_array_index (self->categories, category);
  g_free (of->place);
  of->place = g_strdup (place);
}

/**
 * jp_chart_get_name:
 * @self: a chart
 *
 * Returns: what it shows
 */
const char *
jp_chart_get_name (const JpChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

/**
 * jp_chart_is_empty:
 * @self: a chart
 *
 * Returns: whether it has nothing to show: no value that is known and not 0
 */
gboolean
jp_chart_is_empty (const JpChart *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  for (guint i = 0; i < self->categories->len; i++)
    for (guint j = 0; j < self->series->len; j++)
      {
        gint64 value = jp_chart_get_cell (self, j, i)->value;

        if (value != JP_CHART_NONE && value != 0)
          return FALSE;
      }

  return TRUE;
}

/**
 * jp_chart_n_categories:
 * @self: a chart
 *
 * Returns: how many categories it has
 */
guint
jp_chart_n_categories (const JpChart *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->categories->len;
}

/**
 * jp_chart_n_series:
 * @self: a chart
 *
 * Returns: how many series it has, those of the table included
 */
guint
jp_chart_n_series (const JpChart *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->series->len;
}

/**
 * jp_chart_get_value:
 * @self: a chart
 * @series: index of a series
 * @category: index of a category
 *
 * Returns: the value, or %JP_CHART_NONE
 */
gint64
jp_chart_get_value (const JpChart *self, guint series, guint category)
{
  const JpChartCell *cell = jp_chart_get_cell (self, series, category);

  return cell != NULL ? cell->value : JP_CHART_NONE;
}

/**
 * jp_chart_get_place:
 * @self: a chart
 * @category: index of a category
 *
 * Returns: (nullable): where a click leads
 */
const char *
jp_chart_get_place (const JpChart *self, guint category)
{
  g_return_val_if_fail (self != NULL && category < self->categories->len, NULL);

  return jp_chart_get_category (self, category)->place;
}

const JpChartCategory *
jp_chart_get_category (const JpChart *self, guint category)
{
  return g_ptr_array_index (self->categories, category);
}

const JpChartSeries *
jp_chart_get_series (const JpChart *self, guint series)
{
  return g_ptr_array_index (self->series, series);
}

const JpChartCell *
jp_chart_get_cell (const JpChart *self, guint series, guint category)
{
  g_return_val_if_fail (self != NULL && series < self->series->len && category < self->categories->len, NULL);

  return &g_array_index (jp_chart_get_category (self, category)->cells, JpChartCell, series);
}

guint
jp_chart_count (const JpChart *self, JpSeriesKind kind)
{
  guint n = 0;

  for (guint i = 0; i < self->series->len; i++)
    n += jp_chart_get_series (self, i)->kind == kind;

  return n;
}

const char *
jp_chart_get_head (const JpChart *self, guint category)
{
  const char *head = jp_chart_get_category (self, category)->head;

  for (guint i = 0; head == NULL && i < self->series->len && jp_chart_count (self, JP_SERIES_BARS) == 1; i++)
    if (jp_chart_get_series (self, i)->kind == JP_SERIES_BARS)
      head = jp_chart_get_cell (self, i, category)->text;

  return head;
}

static char *
series_title (const JpChartSeries *series)
{
  return series->unit != NULL ? g_strdup_printf ("%s（%s）", series->name, series->unit) : g_strdup (series->name);
}

/**
 * jp_chart_cell:
 * @self: a chart
 * @row: 0: the header, else a category from 1
 * @column: 0: the categories, else a series from 1
 *
 * The chart as a table.
 *
 * Returns: (transfer full): a cell, blank where nothing is known
 */
char *
jp_chart_cell (const JpChart *self, guint row, guint column)
{
  const char *text;

  g_return_val_if_fail (self != NULL && row <= self->categories->len && column <= self->series->len, NULL);

  if (row == 0)
    return column == 0 ? g_strdup (self->category_title) : series_title (jp_chart_get_series (self, column - 1));
  if (column == 0)
    return g_strdup (jp_chart_get_category (self, row - 1)->label);

  text = jp_chart_get_cell (self, column - 1, row - 1)->text;
  return g_strdup (text != NULL ? text : "");
}

static void
append_value (GString *words, const JpChart *self, guint series, guint category)
{
  const JpChartSeries *of = jp_chart_get_series (self, series);
  const char *text = jp_chart_get_cell (self, series, category)->text;

  g_string_append_printf (words, "%s %s", of->name, text != NULL ? text : "—");
  /* A per-cent text brings its sign along. */
  if (of->unit != NULL && text != NULL && !g_str_has_suffix (text, of->unit))
    g_string_append_printf (words, " %s", of->unit);
}

/**
 * jp_chart_describe_mark:
 * @self: a chart
 * @series: index of a series
 * @category: index of a category
 *
 * Returns: (transfer full): what the mark says: category, series, text and unit
 */
char *
jp_chart_describe_mark (const JpChart *self, guint series, guint category)
{
  GString *words;

  g_return_val_if_fail (jp_chart_get_cell (self, series, category) != NULL, NULL);

  words = g_string_new (jp_chart_get_category (self, category)->label);
  g_string_append (words, "\n");
  append_value (words, self, series, category);

  return g_string_free (words, FALSE);
}

/**
 * jp_chart_describe:
 * @self: a chart
 *
 * Returns: (transfer full): all it says, category by category, for a screen reader
 */
char *
jp_chart_describe (const JpChart *self)
{
  GString *words = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->categories->len; i++)
    {
      g_string_append_printf (words, "%s%s：", i > 0 ? "；" : "", jp_chart_get_category (self, i)->label);
      for (guint j = 0; j < self->series->len; j++)
        {
          g_string_append (words, j > 0 ? "，" : "");
          append_value (words, self, j, i);
        }
    }

  return g_string_free (words, FALSE);
}
