/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-block.h"

G_BEGIN_DECLS

#define JP_RULE_WEIGHT 0.6

typedef enum
{
  JP_ROW_BODY,
  JP_ROW_HEADER, /* repeated on every page the table goes on */
  JP_ROW_TOTAL,  /* 小计, 合计: never alone on a page */
} JpRowKind;

/* What a cell holds besides words, for a workbook: its text says it. */
typedef enum
{
  JP_TABLE_CELL_TEXT,
  JP_TABLE_CELL_NUMBER, /* "1234.50", grouped or not; anything else stays text */
  JP_TABLE_CELL_DATE,   /* "2025年3月1日" */
} JpTableCellType;

/* One cell. Zero is the plain choice everywhere: one column and row wide, the table's own face and size, left. */
typedef struct
{
  const char *text;
  guint       colspan;
  guint       rowspan;
  JpAlign     align;
  gboolean    strong;    /* 黑体 */
  double      size;      /* points; 0: the table's */
  double      indent;    /* of each first line, in characters */
  gboolean    justify;
  gboolean    top;       /* text at the top, not in the middle */
  gboolean    one_line;  /* shrinks, down to half, rather than break */
  JpTableCellType  type;
} JpTableCell;

/**
 * JpTable:
 *
 * A table with rules around every cell: a list, a field grid, a box around a sentence. Rows are filled from left
 * to right; places taken by a cell spanning from above are left out.
 */
typedef struct _JpTable JpTable;

JpTable *jp_table_new        (const double *widths, guint n_columns, JpTextStyle style, double pitch);
void     jp_table_set_padding (JpTable *self, double horizontal, double vertical);
void     jp_table_keep       (JpTable *self);
void     jp_table_row        (JpTable *self, JpRowKind kind);
void     jp_table_cell       (JpTable *self, JpTableCell cell);
JpBlock *jp_table_block      (JpTable *self);

/* A table read back, for those who write it as something else than pages. */
const JpTable *jp_table_of_block (const JpBlock *block); /* %NULL: a block of another kind */
guint          jp_table_n_columns (const JpTable *self);
double         jp_table_width    (const JpTable *self, guint column); /* its share of the whole */
guint          jp_table_n_rows   (const JpTable *self);
JpRowKind      jp_table_row_kind (const JpTable *self, guint row);
guint          jp_table_n_cells  (const JpTable *self);
const JpTableCell  *jp_table_nth_cell (const JpTable *self, guint index, guint *row, guint *column);

G_END_DECLS
