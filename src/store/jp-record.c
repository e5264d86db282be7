/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-record.h"

#include <glib/gi18n-lib.h>

/* What is built of a table's description. Kept by the description's address; both connections share it. */
typedef struct
{
  const char *put;
  const char *delete_all;
  const char *load_all;
  const char *load_one;
} TableSql;

static void
append_names (GString *sql, const JpTable *table, guint from, const char *before, const char *after)
{
  for (guint i = from; i < table->n_fields; i++)
    g_string_append_printf (sql, "%s%s%s", before, table->fields[i].column, after);
}

static const char *
build_put (const JpTable *table)
{
  GString *sql = g_string_new ("INSERT INTO ");
  guint n = table->n_fields + 1 + (table->child ? 2 : 0) + (table->owned ? 1 : 0);
  g_autofree char *text = NULL;

  g_string_append_printf (sql, "%s (cluster%s", table->name, table->child ? ", parent, position" : "");
  append_names (sql, table, 0, ", ", "");
  g_string_append (sql, table->owned ? ", owner) VALUES (?" : ") VALUES (?");
  for (guint i = 1; i < n; i++)
    g_string_append (sql, ", ?");
  g_string_append (sql, ") ON CONFLICT DO UPDATE SET ");
  for (guint i = table->n_keys; i < table->n_fields; i++)
    g_string_append_printf (sql, "%s%s = excluded.%s", i > table->n_keys ? ", " : "", table->fields[i].column,
                            table->fields[i].column);

  text = g_string_free (sql, FALSE);
  return g_intern_string (text);
}

static const char *
build_load (const JpTable *table, gboolean one)
{
  GString *sql = g_string_new ("SELECT cluster");
  g_autofree char *text = NULL;

  g_string_append (sql, table->child ? ", parent" : ", NULL");
  append_names (sql, table, 0, ", ", "");
  g_string_append_printf (sql, " FROM %s WHERE %s", table->name, table->where != NULL ? table->where : "TRUE");
  if (one)
    g_string_append (sql, " AND cluster = ?");
  g_string_append_printf (sql, " ORDER BY cluster, %s", table->child ? "parent, position" : table->order);

  text = g_string_free (sql, FALSE);
  return g_intern_string (text);
}

static const char *
build_delete (const JpTable *table)
{
  g_autofree char *text = g_strdup_printf ("DELETE FROM %s WHERE cluster = ?%s", table->name,
                                           table->child ? " AND parent = ?" : "");

  return g_intern_string (text);
}

static const TableSql *
sql_of (const JpTable *table)
{
  static GMutex mutex;
  static GHashTable *known;
  TableSql *sql;

  g_mutex_lock (&mutex);
  if (known == NULL)
    known = g_hash_table_new (g_direct_hash, g_direct_equal);
  sql = g_hash_table_lookup (known, table);
  if (sql == NULL)
    {
      sql = g_new0 (TableSql, 1);
      sql->put = build_put (table);
      sql->delete_all = build_delete (table);
      sql->load_all = build_load (table, FALSE);
      sql->load_one = build_load (table, TRUE);
      g_hash_table_insert (known, (gpointer) table, sql);
    }
  g_mutex_unlock (&mutex);

  return sql;
}

static void
bind_unless (sqlite3_stmt *statement, int parameter, gint64 value, gint64 unknown)
{
  if (value == unknown)
    sqlite3_bind_null (statement, parameter);
  else
    sqlite3_bind_int64 (statement, parameter, value);
}

static void
bind_lines (sqlite3_stmt *statement, int parameter, char **lines)
{
  if (lines == NULL)
    sqlite3_bind_null (statement, parameter);
  else
    sqlite3_bind_text (statement, parameter, g_strjoinv ("\n", lines), -1, g_free);
}

static void
bind_field (sqlite3_stmt *statement, int parameter, const JpField *field, gconstpointer record)
{
  gconstpointer member = (const char *) record + field->offset;

  switch (field->type)
    {
    case JP_FIELD_TEXT:
      jp_bind_text (statement, parameter, *(char * const *) member);
      break;
    case JP_FIELD_INT:
      sqlite3_bind_int64 (statement, parameter, *(const int *) member);
      break;
    case JP_FIELD_INT64:
      sqlite3_bind_int64 (statement, parameter, *(const gint64 *) member);
      break;
    case JP_FIELD_DATE:
      jp_bind_date (statement, parameter, *(const JpDate *) member);
      break;
    case JP_FIELD_MONEY:
      bind_unless (statement, parameter, *(const JpMoney *) member, JP_MONEY_UNKNOWN);
      break;
    case JP_FIELD_VALUE:
      bind_unless (statement, parameter, *(const gint64 *) member, JP_VALUE_UNKNOWN);
      break;
    case JP_FIELD_POINTS:
      bind_unless (statement, parameter, *(const int *) member, JP_POINTS_UNKNOWN);
      break;
    case JP_FIELD_LINES:
      bind_lines (statement, parameter, *(char ** const *) member);
      break;
    case JP_FIELD_ACT_KIND:
      jp_bind_text (statement, parameter, jp_act_kind_id (*(const JpActKind *) member));
      break;
    case JP_FIELD_FUND_ACT_KIND:
      jp_bind_text (statement, parameter, jp_fund_act_kind_id (*(const JpFundActKind *) member));
      break;
    case JP_FIELD_ASSESSMENT_STATE:
      jp_bind_text (statement, parameter, jp_assessment_state_id (*(const JpAssessmentState *) member));
      break;
    default:
      g_assert_not_reached ();
    }
}

static int
bind_place (sqlite3_stmt *statement, const JpTable *table, const JpRecordPlace *place)
{
  jp_bind_text (statement, 1, place->cluster);
  if (!table->child)
    return 2;

  if (place->parent != NULL)
    jp_bind_text (statement, 2, place->parent);
  else
    sqlite3_bind_int64 (statement, 2, place->parent_year);

  return 3;
}

/**
 * jp_record_put:
 * @db: the writing connection
 * @table: the record's table
 * @place: where the row stands
 * @owner: (nullable): owning office of a new row, for tables that have one
 * @position: place among its siblings, for children
 * @record: the struct to keep
 * @error: return location
 *
 * Inserts the row, or brings the one with this key up to date; its owner stays.
 *
 * Returns: whether it is kept
 */
gboolean
jp_record_put (JpDb *db, const JpTable *table, const JpRecordPlace *place, const char *owner, int position,
               gconstpointer record, GError **error)
{
  sqlite3_stmt *statement = jp_db_prepare (db, sql_of (table)->put, error);
  int parameter;

  if (statement == NULL)
    return FALSE;

  parameter = bind_place (statement, table, place);
  if (table->child)
    sqlite3_bind_int64 (statement, parameter++, position);
  for (guint i = 0; i < table->n_fields; i++)
    bind_field (statement, parameter++, &table->fields[i], record);
  if (table->owned)
    jp_bind_text (statement, parameter, owner);

  return jp_db_step (db, statement, error) == 0;
}

/* All rows of a place. */
gboolean
jp_records_delete (JpDb *db, const JpTable *table, const JpRecordPlace *place, GError **error)
{
  sqlite3_stmt *statement = jp_db_prepare (db, sql_of (table)->delete_all, error);

  if (statement == NULL)
    return FALSE;

  bind_place (statement, table, place);
  return jp_db_step (db, statement, error) == 0;
}

/* Children are written whole; the session sees only what really differs. */
gboolean
jp_records_replace (JpDb *db, const JpTable *table, const JpRecordPlace *place, GPtrArray *records, GError **error)
{
  if (!jp_records_delete (db, table, place, error))
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    if (!jp_record_put (db, table, place, NULL, (int) i, g_ptr_array_index (records, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
unknown_word (sqlite3_stmt *row, int column, GError **error)
{
  g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_DAMAGED,
               _("The data file holds the word “%s” in %s, which this version does not know. Restore the latest "
                 "backup, or open the file with a newer version."),
               (const char *) sqlite3_column_text (row, column), sqlite3_column_name (row, column));
  return FALSE;
}

static void
set_text (char **member, char *text)
{
  g_free (*member);
  *member = text;
}

static void
set_lines (char ***member, const char *text)
{
  g_strfreev (*member);
  *member = text == NULL ? NULL : g_strsplit (text, "\n", -1);
}

static gint64
read_unless (sqlite3_stmt *row, int column, gint64 unknown)
{
  return sqlite3_column_type (row, column) == SQLITE_NULL ? unknown : sqlite3_column_int64 (row, column);
}

static gboolean
read_field (sqlite3_stmt *row, int column, const JpField *field, gpointer record, GError **error)
{
  gpointer member = (char *) record + field->offset;
  const char *text;

  switch (field->type)
    {
    case JP_FIELD_TEXT:
      set_text (member, jp_row_text (row, column));
      return TRUE;
    case JP_FIELD_INT:
      *(int *) member = sqlite3_column_int (row, column);
      return TRUE;
    case JP_FIELD_INT64:
      *(gint64 *) member = sqlite3_column_int64 (row, column);
      return TRUE;
    case JP_FIELD_DATE:
      *(JpDate *) member = jp_row_date (row, column);
      return TRUE;
    case JP_FIELD_MONEY:
      *(JpMoney *) member = read_unless (row, column, JP_MONEY_UNKNOWN);
      return TRUE;
    case JP_FIELD_VALUE:
      *(gint64 *) member = read_unless (row, column, JP_VALUE_UNKNOWN);
      return TRUE;
    case JP_FIELD_POINTS:
      *(int *) member = (int) read_unless (row, column, JP_POINTS_UNKNOWN);
      return TRUE;
    case JP_FIELD_LINES:
      set_lines (member, (const char *) sqlite3_column_text (row, column));
      return TRUE;
    case JP_FIELD_ACT_KIND:
      text = (const char *) sqlite3_column_text (row, column);
      return (text != NULL && jp_act_kind_parse (text, member)) || unknown_word (row, column, error);
    case JP_FIELD_FUND_ACT_KIND:
      text = (const char *) sqlite3_column_text (row, column);
      return (text != NULL && jp_fund_act_kind_parse (text, member)) || unknown_word (row, column, error);
    case JP_FIELD_ASSESSMENT_STATE:
      text = (const char *) sqlite3_column_text (row, column);
      return (text != NULL && jp_assessment_state_parse (text, member)) || unknown_word (row, column, error);
    default:
      g_assert_not_reached ();
    }
}

/* The rows come ordered by cluster: a new dossier is looked up only when the cluster changes. */
static JpDossier *
dossier_of (GHashTable *dossiers, JpDossier *last, const char *cluster)
{
  if (last != NULL && g_str_equal (last->id, cluster))
    return last;

  return g_hash_table_lookup (dossiers, cluster);
}

static gboolean
add_row (const JpTable *table, sqlite3_stmt *row, JpDossier *dossier, GError **error)
{
  JpRecordPlace place = { dossier->id, (const char *) sqlite3_column_text (row, 1), sqlite3_column_int (row, 1) };
  gpointer record = table->make ();
  gboolean good = TRUE;

  for (guint i = 0; i < table->n_fields && good; i++)
    good = read_field (row, (int) i + 2, &table->fields[i], record, error);
  table->add (dossier, &place, record);

  return good;
}

/**
 * jp_records_load:
 * @db: a connection
 * @table: the records' table
 * @dossiers: (element-type utf8 JpDossier): the dossiers to fill, by id
 * @cluster: (nullable): the one cluster to load, or all
 * @error: return location
 *
 * Adds the rows of a table to their dossiers, in the table's order.
 *
 * Returns: whether all could be read
 */
gboolean
jp_records_load (JpDb *db, const JpTable *table, GHashTable *dossiers, const char *cluster, GError **error)
{
  const TableSql *sql = sql_of (table);
  sqlite3_stmt *row = jp_db_prepare (db, cluster != NULL ? sql->load_one : sql->load_all, error);
  JpDossier *dossier = NULL;
  int more = row != NULL ? 1 : -1;

  if (row != NULL && cluster != NULL)
    jp_bind_text (row, 1, cluster);
  while (more > 0 && (more = jp_db_step (db, row, error)) > 0)
    {
      dossier = dossier_of (dossiers, dossier, (const char *) sqlite3_column_text (row, 0));
      if (dossier == NULL || add_row (table, row, dossier, error))
        continue;
      jp_db_finish (row);
      more = -1;
    }

  return more == 0;
}
