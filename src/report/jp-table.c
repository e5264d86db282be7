/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-table.h"

#define SMALLEST 0.5
/* What is shrunk no more than this shrinks the rest of its column too, so that a column is of one size; what is shrunk
 * more is an exception and shrinks alone. */
#define EVEN     0.75

typedef struct
{
  JpTableCell cell; /* its text owned */
  guint  row, column;
} Cell;

typedef struct
{
  JpRowKind kind;
  guint     next_column; /* where the next cell goes */
  guint     first_cell;
} Row;

struct _JpTable
{
  JpBlock     parent;
  double     *widths; /* shares of the whole */
  guint       n_columns;
  JpTextStyle style;
  double      pitch;
  double      pad_x, pad_y;
  gboolean    together;
  GArray     *rows;  /* of Row */
  GArray     *cells; /* of Cell, by row */
  guint      *busy;  /* by column: the first row not taken by a cell from above */
};

/* A cell as laid out. */
typedef struct
{
  const Cell *cell;
  JpLines    *lines;
  double      x, width;
  double      size, pitch, pad;
} Laid;

static void
clear_cell (gpointer data)
{
  Cell *cell = data;

  g_free ((char *) cell->cell.text);
}

static void
clear_laid (gpointer data)
{
  Laid *laid = data;

  jp_lines_unref (laid->lines);
}

static double
column_x (const JpTable *self, guint column, double width)
{
  double x = 0;

  for (guint i = 0; i < column; i++)
    x += self->widths[i];
  return x * width;
}

static double
cell_size (const JpTable *self, const JpLayout *layout, const JpTableCell *cell)
{
  return (cell->size > 0 ? cell->size : self->style.size) * layout->scale;
}

static JpSpan
cell_span (const JpTable *self, const JpTableCell *cell, double size)
{
  return (JpSpan) { cell->text, { cell->strong ? JP_FONT_HEITI : self->style.role, size } };
}

static double
cell_room (const JpTable *self, const JpLayout *layout, const Cell *cell)
{
  double left = column_x (self, cell->column, layout->width);

  return column_x (self, cell->column + cell->cell.colspan, layout->width) - left - 2 * self->pad_x;
}

/* How much smaller than it should be a cell is that must not break. */
static double
find_shrink (const JpTable *self, const JpLayout *layout, const Cell *cell)
{
  JpSpan span = cell_span (self, &cell->cell, cell_size (self, layout, &cell->cell));
  g_autoptr (JpLines) lines = NULL;
  double room = cell_room (self, layout, cell);

  if (!cell->cell.one_line)
    return 1;

  lines = jp_lines_new (layout->fonts, &span, 1, (JpLineOptions) { 0 });
  return lines->width > room ? MAX (SMALLEST, room / lines->width) : 1;
}

static gboolean
is_even (const JpTable *self, const Cell *cell)
{
  return cell->cell.one_line && cell->cell.colspan == 1 &&
         g_array_index (self->rows, Row, cell->row).kind == JP_ROW_BODY;
}

/* By cell, how much it shrinks. */
static double *
find_shrinks (const JpTable *self, const JpLayout *layout)
{
  double *shrinks = g_new (double, self->cells->len);
  g_autofree double *columns = g_new (double, self->n_columns);

  for (guint i = 0; i < self->n_columns; i++)
    columns[i] = 1;
  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);

      shrinks[i] = find_shrink (self, layout, cell);
      if (is_even (self, cell) && shrinks[i] >= EVEN)
        columns[cell->column] = MIN (columns[cell->column], shrinks[i]);
    }
  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);

      if (is_even (self, cell))
        shrinks[i] = MIN (shrinks[i], columns[cell->column]);
    }

  return shrinks;
}

static Laid
lay_out_cell (const JpTable *self, JpLayout *layout, const Cell *cell, double shrink)
{
  double x = column_x (self, cell->column, layout->width), room = cell_room (self, layout, cell);
  double size = cell_size (self, layout, &cell->cell) * shrink;
  JpSpan span = cell_span (self, &cell->cell, size);
  gboolean one_line = cell->cell.one_line && shrink > SMALLEST;
  JpLineOptions breaking = { one_line ? 0 : room, cell->cell.indent * size, cell->cell.justify };
  Laid laid = { .cell = cell, .x = x, .width = room + 2 * self->pad_x, .pad = self->pad_y * layout->scale };

  laid.size = size;
  laid.pitch = self->pitch * size / self->style.size;
  laid.lines = jp_lines_new (layout->fonts, &span, 1, breaking);
  return laid;
}

/* The first of the cells of @row and all rows behind it. */
static guint
first_cell (const JpTable *self, guint row)
{
  return row < self->rows->len ? g_array_index (self->rows, Row, row).first_cell : self->cells->len;
}

/* Heights of the rows [first, end); a cell over several rows makes the last of them higher where it must. */
static void
measure_rows (const GArray *laid, double *heights)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < laid->len; i++)
      {
        const Laid *l = &g_array_index (laid, Laid, i);
        guint row = l->cell->row, last = row + l->cell->cell.rowspan - 1;
        double height = l->lines->n_lines * l->pitch + 2 * l->pad;

        if ((pass == 0) != (last == row))
          continue;
        for (guint r = row; r < last; r++)
          height -= heights[r];
        heights[last] = MAX (heights[last], height);
      }
}

/* Draws lines [first, end) of a cell into the box from @top to @bottom. */
static void
draw_cell (const JpTable *self, const Laid *laid, GArray *marks, double top, double bottom, guint first, guint end)
{
  double text_height = (end - first) * laid->pitch;
  double y = top + (bottom - top - text_height) / 2;

  if (laid->cell->cell.top)
    y = top + laid->pad;

  for (guint i = first; i < end; i++, y += laid->pitch)
    {
      const JpLine *line = &laid->lines->lines[i];
      double room = laid->width - 2 * self->pad_x - line->width;
      double offset = laid->cell->cell.align == JP_ALIGN_LEFT ? 0
                      : laid->cell->cell.align == JP_ALIGN_RIGHT ? room : room / 2;

      jp_marks_add_text (marks, laid->x + self->pad_x + offset, y + jp_baseline (laid->size, laid->pitch), laid->lines,
                         i);
    }

  jp_marks_add_rule (marks, laid->x + laid->width, top, laid->x + laid->width, bottom, JP_RULE_WEIGHT);
  jp_marks_add_rule (marks, laid->x, bottom, laid->x + laid->width, bottom, JP_RULE_WEIGHT);
}

static void
draw_frame (JpStrip *strip, double width)
{
  jp_marks_add_rule (strip->marks, 0, 0, width, 0, JP_RULE_WEIGHT);
  jp_marks_add_rule (strip->marks, 0, 0, 0, strip->height, JP_RULE_WEIGHT);
}

/* One strip of the rows [first, end), which hang together. */
static JpStrip *
add_rows (const JpTable *self, JpLayout *layout, const GArray *laid, const double *heights, guint first, guint end)
{
  g_autofree double *tops = g_new0 (double, end - first + 1); /* of the rows, from the strip's top */
  JpStrip *strip;

  for (guint r = first; r < end; r++)
    tops[r - first + 1] = tops[r - first] + heights[r];
  strip = jp_layout_add (layout, tops[end - first], 0);
  draw_frame (strip, layout->width);

  for (guint i = first_cell (self, first); i < first_cell (self, end); i++)
    {
      const Laid *l = &g_array_index (laid, Laid, i);
      guint row = l->cell->row - first;

      draw_cell (self, l, strip->marks, tops[row], tops[row + l->cell->cell.rowspan], 0, l->lines->n_lines);
    }

  return strip;
}

/* A row higher than a page, in as many strips as it needs, each as high as a page allows. */
static void
add_tall_row (const JpTable *self, JpLayout *layout, const GArray *laid, guint row, double room, JpStrip *header)
{
  guint n_lines = 0;

  for (guint i = first_cell (self, row); i < first_cell (self, row + 1); i++)
    n_lines = MAX (n_lines, g_array_index (laid, Laid, i).lines->n_lines);

  for (guint first = 0, end; first < n_lines; first = end)
    {
      double pitch = self->pitch * layout->scale, pad = 2 * self->pad_y * layout->scale;
      guint capacity = (guint) MAX (1, (room - pad) / pitch);
      JpStrip *strip;

      end = MIN (n_lines, first + capacity);
      strip = jp_layout_add (layout, (end - first) * pitch + pad, 0);
      strip->header = header;
      draw_frame (strip, layout->width);
      for (guint i = first_cell (self, row); i < first_cell (self, row + 1); i++)
        {
          const Laid *l = &g_array_index (laid, Laid, i);

          draw_cell (self, l, strip->marks, 0, strip->height, MIN (first, l->lines->n_lines),
                     MIN (end, l->lines->n_lines));
        }
    }
}

/* The end of the rows that hang together with @first by cells over several rows, or as the header. */
static guint
band_end (const JpTable *self, guint first)
{
  guint end = first + 1;

  if (g_array_index (self->rows, Row, first).kind == JP_ROW_HEADER)
    while (end < self->rows->len && g_array_index (self->rows, Row, end).kind == JP_ROW_HEADER)
      end++;
  for (guint i = first_cell (self, first); i < first_cell (self, end); i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);

      end = MAX (end, MIN (cell->row + cell->cell.rowspan, self->rows->len));
    }

  return end;
}

/* No row of a table is alone: neither the first at the foot of a page nor the last at the head of one; a table that is
 * to be kept together moves as a whole. @body: its strips, headers left out. */
static void
keep_rows (const JpTable *self, GPtrArray *body)
{
  for (guint i = 0; i + 1 < body->len; i++)
    if (self->together || i == 0 || i == body->len - 2)
      ((JpStrip *) g_ptr_array_index (body, i))->keep_next = TRUE;
}

static void
lay_out_table (const JpBlock *block, JpLayout *layout)
{
  const JpTable *self = (const JpTable *) block;
  g_autoptr (GArray) laid = g_array_sized_new (FALSE, FALSE, sizeof (Laid), self->cells->len);
  g_autofree double *heights = g_new0 (double, self->rows->len);
  g_autofree double *shrinks = find_shrinks (self, layout);
  g_autoptr (GPtrArray) body = g_ptr_array_new ();
  JpStrip *header = NULL, *previous = NULL;

  g_array_set_clear_func (laid, clear_laid);
  for (guint i = 0; i < self->cells->len; i++)
    {
      Laid l = lay_out_cell (self, layout, &g_array_index (self->cells, Cell, i), shrinks[i]);
      g_array_append_val (laid, l);
    }
  measure_rows (laid, heights);

  for (guint first = 0, end; first < self->rows->len; first = end)
    {
      JpRowKind kind = g_array_index (self->rows, Row, first).kind;
      double room = layout->height - (header != NULL ? header->height : 0);

      end = band_end (self, first);
      if (end == first + 1 && kind != JP_ROW_HEADER && heights[first] > room)
        {
          add_tall_row (self, layout, laid, first, room, header);
          previous = g_ptr_array_index (layout->strips, layout->strips->len - 1);
          g_ptr_array_set_size (body, 0);
          continue;
        }
      if (kind == JP_ROW_TOTAL && previous != NULL)
        previous->keep_next = TRUE;
      previous = add_rows (self, layout, laid, heights, first, end);
      if (kind == JP_ROW_HEADER)
        {
          header = previous;
          header->keep_next = TRUE;
        }
      else
        {
          previous->header = header;
          g_ptr_array_add (body, previous);
        }
    }
  keep_rows (self, body);
}

static void
free_table (JpBlock *block)
{
  JpTable *self = (JpTable *) block;

  g_free (self->widths);
  g_free (self->busy);
  g_array_unref (self->rows);
  g_array_unref (self->cells);
  g_free (self);
}

/**
 * jp_table_new:
 * @widths: (array length=n_columns): widths of the columns, in any one unit; they share the text area
 * @n_columns: how many columns
 * @style: its face and size
 * @pitch: height of a line of it, in points
 *
 * Returns: (transfer full): an empty table, to be filled and given to a paper by jp_table_block()
 */
JpTable *
jp_table_new (const double *widths, guint n_columns, JpTextStyle style, double pitch)
{
  JpTable *self = g_new0 (JpTable, 1);
  double sum = 0;

  self->parent = (JpBlock) { lay_out_table, free_table };
  self->widths = g_memdup2 (widths, n_columns * sizeof *widths);
  self->n_columns = n_columns;
  for (guint i = 0; i < n_columns; i++)
    sum += widths[i];
  for (guint i = 0; i < n_columns; i++)
    self->widths[i] /= sum;
  self->style = style;
  self->pitch = pitch;
  self->pad_x = 2.5;
  self->pad_y = 1;
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  self->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  self->busy = g_new0 (guint, n_columns);
  g_array_set_clear_func (self->cells, clear_cell);
  return self;
}

/**
 * jp_table_set_padding:
 * @self: a table
 * @horizontal: white left and right of a cell's text, in points
 * @vertical: white above and below it
 *
 * Sets the white around texts.
 */
void
jp_table_set_padding (JpTable *self, double horizontal, double vertical)
{
  self->pad_x = horizontal;
  self->pad_y = vertical;
}

/**
 * jp_table_keep:
 * @self: a short table
 *
 * Keeps all of it on one page where it fits one.
 */
void
jp_table_keep (JpTable *self)
{
  self->together = TRUE;
}

/**
 * jp_table_row:
 * @self: a table
 * @kind: what the row is; header rows come first
 *
 * Begins a row.
 */
void
jp_table_row (JpTable *self, JpRowKind kind)
{
  Row row = { kind, 0, self->cells->len };

  g_array_append_val (self->rows, row);
}

/**
 * jp_table_cell:
 * @self: a table with a row begun
 * @cell: the cell; its text is copied
 *
 * Puts a cell in the next free place of the row.
 */
void
jp_table_cell (JpTable *self, JpTableCell cell)
{
  guint row = self->rows->len - 1;
  Row *current;
  Cell placed = { cell, row, 0 };

  g_return_if_fail (self->rows->len > 0);

  current = &g_array_index (self->rows, Row, row);
  while (current->next_column < self->n_columns && self->busy[current->next_column] > row)
    current->next_column++;
  placed.cell.colspan = MAX (1, cell.colspan);
  placed.cell.rowspan = MAX (1, cell.rowspan);
  placed.cell.text = g_strdup (cell.text != NULL ? cell.text : "");
  placed.column = current->next_column;
  g_return_if_fail (placed.column + placed.cell.colspan <= self->n_columns);

  for (guint i = 0; i < placed.cell.colspan; i++)
    self->busy[placed.column + i] = row + placed.cell.rowspan;
  current->next_column = placed.column + placed.cell.colspan;
  g_array_append_val (self->cells, placed);
}

/**
 * jp_table_block:
 * @self: (transfer full): a filled table
 *
 * Returns: (transfer full): it, as a block for a paper
 */
JpBlock *
jp_table_block (JpTable *self)
{
  return &self->parent;
}

/**
 * jp_table_of_block:
 * @block: a block
 *
 * Returns: (transfer none) (nullable): the table it is, or %NULL where it is a block of another kind
 */
const JpTable *
jp_table_of_block (const JpBlock *block)
{
  return block->lay_out == lay_out_table ? (const JpTable *) block : NULL;
}

/**
 * jp_table_n_columns:
 * @self: a table
 *
 * Returns: how many columns it has
 */
guint
jp_table_n_columns (const JpTable *self)
{
  return self->n_columns;
}

/**
 * jp_table_width:
 * @self: a table
 * @column: a column, from 0
 *
 * Returns: the column's share of the width of the whole
 */
double
jp_table_width (const JpTable *self, guint column)
{
  g_return_val_if_fail (column < self->n_columns, 0);

  return self->widths[column];
}

/**
 * jp_table_n_rows:
 * @self: a table
 *
 * Returns: how many rows it has, headers included
 */
guint
jp_table_n_rows (const JpTable *self)
{
  return self->rows->len;
}

/**
 * jp_table_row_kind:
 * @self: a table
 * @row: a row, from 0
 *
 * Returns: what the row is
 */
JpRowKind
jp_table_row_kind (const JpTable *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, JP_ROW_BODY);

  return g_array_index (self->rows, Row, row).kind;
}

/**
 * jp_table_n_cells:
 * @self: a table
 *
 * Returns: how many cells it has
 */
guint
jp_table_n_cells (const JpTable *self)
{
  return self->cells->len;
}

/**
 * jp_table_nth_cell:
 * @self: a table
 * @index: which cell, from 0, row by row
 * @row: (out): its row
 * @column: (out): its first column
 *
 * Returns: (transfer none): the cell; its spans are at least 1
 */
const JpTableCell *
jp_table_nth_cell (const JpTable *self, guint index, guint *row, guint *column)
{
  const Cell *cell;

  g_return_val_if_fail (index < self->cells->len, NULL);

  cell = &g_array_index (self->cells, Cell, index);
  *row = cell->row;
  *column = cell->column;
  return &cell->cell;
}
