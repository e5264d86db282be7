/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-cluster-export.h"

#include "jp-out-table.h"

static void
write_row (JpOutTable *table, const guint *columns, guint n_columns, const JpClusterFacts *facts)
{
  char *values[JP_CLUSTER_N_COLUMNS] = { NULL, };

  for (guint c = 0; c < n_columns; c++)
    values[c] = jp_cluster_column_value ((JpClusterColumn) columns[c], facts);
  jp_out_table_row (table, values);
  for (guint c = 0; c < n_columns; c++)
    g_free (values[c]);
}

gboolean
jp_cluster_export (const char *path, const guint *columns, guint n_columns, GPtrArray *facts, JpDate as_of,
                   guint *n_rows, GError **error)
{
  JpOutColumn out[JP_CLUSTER_N_COLUMNS];
  g_autoptr (JpOutTable) table = NULL;

  g_return_val_if_fail (n_columns > 0 && n_columns <= JP_CLUSTER_N_COLUMNS, FALSE);

  for (guint c = 0; c < n_columns; c++)
    {
      const JpClusterColumnInfo *info = jp_cluster_column_info ((JpClusterColumn) columns[c]);

      out[c] = (JpOutColumn) { info->header, info->kind, info->decimals, FALSE, info->export_width };
    }
  table = jp_out_table_new (path, "集群台账", out, n_columns, as_of, error);
  if (table == NULL)
    return FALSE;

  for (guint i = 0; i < facts->len; i++)
    write_row (table, columns, n_columns, g_ptr_array_index (facts, i));

  return jp_out_table_finish (table, n_rows, error);
}
