/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Journaled tables whose rows belong to no cluster. Everywhere else the first column is the cluster's id. */
static const char * const common_tables[] = { "packs", "year_packs", "holidays", "people", "preferences", NULL };

JpChanges *
jp_changes_new (void)
{
  JpChanges *self = g_new0 (JpChanges, 1);

  self->tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->clusters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
jp_changes_free (JpChanges *self)
{
  g_hash_table_unref (self->tables);
  g_hash_table_unref (self->clusters);
  g_free (self);
}

static const char *
first_key (sqlite3_changeset_iter *changes, int operation)
{
  sqlite3_value *value = NULL;

  if (operation == SQLITE_INSERT)
    sqlite3changeset_new (changes, 0, &value);
  else
    sqlite3changeset_old (changes, 0, &value);

  return value != NULL ? (const char *) sqlite3_value_text (value) : NULL;
}

/* Neighbouring rows mostly share table and cluster, so only what differs from the row before is looked up. The names
 * are copies: SQLite moves its own as it goes from one table to the next. */
static void
collect_row (JpChanges *self, sqlite3_changeset_iter *changes, char **last_table, gboolean *common, char **last_cluster)
{
  const char *table, *cluster;
  int n_columns, operation, indirect;

  sqlite3changeset_op (changes, &table, &n_columns, &operation, &indirect);
  if (g_strcmp0 (*last_table, table) != 0)
    {
      g_free (*last_table);
      *last_table = g_strdup (table);
      g_hash_table_add (self->tables, g_strdup (table));
      *common = g_strv_contains (common_tables, table);
    }

  cluster = *common ? NULL : first_key (changes, operation);
  if (cluster == NULL || *cluster == '\0' || g_strcmp0 (*last_cluster, cluster) == 0)
    return;

  g_free (*last_cluster);
  *last_cluster = g_strdup (cluster);
  g_hash_table_add (self->clusters, g_strdup (cluster));
}

/* Adds the tables and clusters that a changeset touches. */
gboolean
jp_changes_collect (JpChanges *self, const void *changeset, int size, GError **error)
{
  g_autofree char *last_table = NULL;
  g_autofree char *last_cluster = NULL;
  sqlite3_changeset_iter *changes;
  gboolean common = FALSE;
  int code = sqlite3changeset_start (&changes, size, (void *) changeset);

  if (code == SQLITE_OK)
    {
      while (sqlite3changeset_next (changes) == SQLITE_ROW)
        collect_row (self, changes, &last_table, &common, &last_cluster);
      code = sqlite3changeset_finalize (changes);
    }
  if (code != SQLITE_OK)
    g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_DAMAGED,
                 _("An entry of the journal cannot be read (%s). Restore the latest backup."), sqlite3_errstr (code));

  return code == SQLITE_OK;
}
