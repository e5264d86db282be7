/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-import.h"

G_BEGIN_DECLS

/* A figure as it is typed, read as an import reads it (R-READ): JP_VALUE_UNKNOWN where nothing is given or where
 * @fault (nullable) says what is wrong. */
gint64    jp_figure_read       (const JpPack *pack, guint metric, const char *text, char **fault);
/* Growth to @current from @previous as the grid shows it: "+10.00%", "+1.20 个百分点", "" where there is none. */
char     *jp_figure_growth     (const JpMetric *metric, gint64 previous, gint64 current);
/* A block from a spreadsheet that goes in at @metric and @year, as an import of one cluster: notes are at row = year
 * and column = metric + 1. Years after @last are left out and said. */
JpImport *jp_figure_read_block (const JpPack *pack, const char *cluster, guint metric, int year, int last,
                                const char *text);

G_END_DECLS
