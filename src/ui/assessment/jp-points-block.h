/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-points-work.h"
#include "jp-result.h"

G_BEGIN_DECLS

/* Points as they are typed: hundredths; FALSE with what is wrong (nullable). */
gboolean jp_points_read (const JpIndicator *about, const char *text, int *points, char **fault);

/* Something wrong with a cell of the block, or with a whole row of it. */
typedef struct
{
  guint row;    /* from 1, as it was copied */
  guint column; /* from 1; 0: the row */
  char *where;  /* the cluster, as far as it is known, and the indicator */
  char *message;
} JpBlockFault;

/**
 * JpPointsBlock:
 * @given: (element-type JpGivenPoints): points of clusters and indicators
 * @faults: (element-type JpBlockFault): any one refuses the whole
 * @left_out: headers that are none of an indicator's, separated by 、; NULL: none
 *
 * A block from a spreadsheet, understood: with a header row the columns may come in any order, with names (or credit
 * codes) in front the rows too; else it goes in cell by cell at the cursor. Blank cells are not given, as in an import.
 */
typedef struct
{
  GPtrArray *given;
  GPtrArray *faults;
  char      *left_out;
} JpPointsBlock;

/* @shown: of JpResult, the rows in the order in which they stand; @all: of JpResult, those that names may mean. @row
 * and @column: the cursor, where the first cell goes that nothing else places. NULL: no block, with what is wrong. */
JpPointsBlock *jp_points_block_read (const char *text, const JpPack *pack, GPtrArray *shown, GPtrArray *all, guint row,
                                     guint column, GError **error);
void           jp_points_block_free (JpPointsBlock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpPointsBlock, jp_points_block_free)

G_END_DECLS
