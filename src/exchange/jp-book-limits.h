/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JpBookLimits:
 * @file_bytes: of the file as it lies on the disk
 * @part_bytes: of one part of a workbook, unpacked
 * @total_bytes: of all the parts read, unpacked
 * @ratio: unpacked to packed bytes of a part; asked only above @ratio_floor unpacked bytes, because short runs of
 *   empty rows pack very well
 * @ratio_floor: see @ratio
 * @parts: files in a workbook
 * @sheets: sheets in a workbook
 * @rows: the last row number; more do not fit into a spreadsheet either
 * @filled_rows: rows of the whole file that hold anything
 * @columns: the last column that holds anything
 * @cell_bytes: of the text of one cell (32,767 characters of four bytes)
 * @strings: shared texts of a workbook
 * @styles: cell styles of a workbook
 * @depth: nested XML elements
 *
 * How much of an outside file is read before it is refused (PROMISES 11). Each is tested at its edge.
 */
typedef struct
{
  guint64 file_bytes;
  guint64 part_bytes;
  guint64 total_bytes;
  guint64 ratio;
  guint64 ratio_floor;
  guint   parts;
  guint   sheets;
  guint   rows;
  guint   filled_rows;
  guint   columns;
  guint   cell_bytes;
  guint   strings;
  guint   styles;
  guint   depth;
} JpBookLimits;

#define JP_BOOK_LIMITS_INIT                                                                        \
  {                                                                                                 \
    .file_bytes = 64 * 1024 * 1024, .part_bytes = 512 * 1024 * 1024, .total_bytes = 768 * 1024 * 1024, \
    .ratio = 250, .ratio_floor = 16 * 1024 * 1024, .parts = 2000, .sheets = 64, .rows = 1048576,    \
    .filled_rows = 300000, .columns = 1024, .cell_bytes = 4 * 32767, .strings = 3000000,            \
    .styles = 65536, .depth = 64                                                                    \
  }

extern const JpBookLimits JP_BOOK_LIMITS;

G_END_DECLS
