/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-cluster-columns.h"

G_BEGIN_DECLS

/* Writes @facts (of JpClusterFacts) with these columns (of JpClusterColumn) in this order, as a workbook, or as CSV if
 * @path ends so. Always Chinese. For any thread. */
gboolean jp_cluster_export (const char *path, const guint *columns, guint n_columns, GPtrArray *facts, JpDate as_of,
                            guint *n_rows, GError **error);

G_END_DECLS
