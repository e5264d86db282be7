/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-db.h"

#include "jp-money.h"

#include <glib/gi18n-lib.h>

/* How long a statement waits for another program that is writing. */
#define BUSY_MILLISECONDS 3000

static const char connection_settings[] =
  "PRAGMA foreign_keys = ON;"
  "PRAGMA synchronous = FULL;"
  "PRAGMA cell_size_check = ON;"
  "PRAGMA trusted_schema = OFF;"
  "PRAGMA temp_store = MEMORY;"     /* nothing in the temporary folder */
  "PRAGMA cache_size = -65536;";

G_DEFINE_QUARK (jp-store-error-quark, jp_store_error)

/**
 * jp_db_set_error:
 * @self: a connection
 * @code: the SQLite result code, extended or not
 * @error: return location for a [enum@Jp.StoreError]
 *
 * Says in a sentence what SQLite said with a number.
 */
void
jp_db_set_error (JpDb *self, int code, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->path);

  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_BUSY,
                   _("Another program is writing to “%s”. Nothing was changed; try again in a moment."), name);
      break;
    case SQLITE_FULL:
      g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_IO,
                   _("The disk is full. Nothing was changed in “%s”; make room and try again."), name);
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_IO,
                   _("“%s” cannot be written. Give yourself the right to write the file and its folder."), name);
      break;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_NOLFS:
      g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_IO,
                   _("The disk failed while “%s” was read or written (%s). Nothing was changed; check the disk."),
                   name, sqlite3_errstr (code));
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_DAMAGED,
                   _("“%s” is damaged. Keep it as it is and restore the latest backup."), name);
      break;
    default:
      g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_SQL,
                   _("A statement on “%s” failed; this is a mistake in the program: %s"),
                   name, sqlite3_errmsg (self->handle));
    }
}

static void
harden (sqlite3 *handle)
{
  sqlite3_extended_result_codes (handle, TRUE);
  sqlite3_busy_timeout (handle, BUSY_MILLISECONDS);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
}

/**
 * jp_db_open:
 * @path: a file
 * @mode: what it is opened for
 * @error: return location for a [enum@Jp.StoreError]
 *
 * Opens a connection with the settings every connection has. The file's content is not looked at.
 *
 * Returns: (transfer full) (nullable): the connection
 */
JpDb *
jp_db_open (const char *path, JpDbMode mode, GError **error)
{
  static const int flags[] = {
    [JP_DB_WRITE] = SQLITE_OPEN_READWRITE,
    [JP_DB_READ_ONLY] = SQLITE_OPEN_READONLY,
  };
  g_autoptr (JpDb) self = g_new0 (JpDb, 1);
  int code;

  self->path = g_strdup (path);
  self->statements = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, (GDestroyNotify) sqlite3_finalize);
  jp_rule_cache_init (&self->rules);
  code = sqlite3_open_v2 (path, &self->handle, flags[mode] | SQLITE_OPEN_NOMUTEX, NULL);
  if (code != SQLITE_OK)
    {
      jp_db_set_error (self, code, error);
      return NULL;
    }

  harden (self->handle);
  if (!jp_db_exec (self, connection_settings, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
jp_db_close (JpDb *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->statements);
  jp_rule_cache_clear (&self->rules);
  sqlite3_close (self->handle);
  g_free (self->path);
  g_free (self);
}

/* Until a file has been checked, closing it must not move a write-ahead log of unknown origin into it. */
void
jp_db_checkpoint_on_close (JpDb *self, gboolean checkpoint)
{
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, !checkpoint, NULL);
}

/* Runs one or more statements that take no values and whose rows nobody wants. */
gboolean
jp_db_exec (JpDb *self, const char *sql, GError **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (code != SQLITE_OK)
    jp_db_set_error (self, code, error);

  return code == SQLITE_OK;
}

/* A statement ready to be bound. @sql lives as long as the connection: a literal or an interned string. */
sqlite3_stmt *
jp_db_prepare (JpDb *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);
  int code;

  if (statement != NULL)
    return statement;

  code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (code != SQLITE_OK)
    {
      jp_db_set_error (self, code, error);
      return NULL;
    }
  g_hash_table_insert (self->statements, (gpointer) sql, statement);

  return statement;
}

/* Lets go of the read lock and of borrowed values. */
void
jp_db_finish (sqlite3_stmt *statement)
{
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

/* Returns 1 with a row, 0 at the end, −1 with @error set; after the last two the statement is ready for its next
 * use. */
int
jp_db_step (JpDb *self, sqlite3_stmt *statement, GError **error)
{
  int code = sqlite3_step (statement);

  if (code == SQLITE_ROW)
    return 1;

  if (code != SQLITE_DONE)
    jp_db_set_error (self, sqlite3_extended_errcode (self->handle), error);
  jp_db_finish (statement);

  return code == SQLITE_DONE ? 0 : -1;
}

/* Texts are borrowed until the statement is finished, which every caller does before its values go. */
void
jp_bind_text (sqlite3_stmt *statement, int parameter, const char *text)
{
  if (text == NULL)
    sqlite3_bind_null (statement, parameter);
  else
    sqlite3_bind_text (statement, parameter, text, -1, SQLITE_STATIC);
}

void
jp_bind_date (sqlite3_stmt *statement, int parameter, JpDate date)
{
  char iso[JP_DATE_ISO_LEN];

  if (date == JP_DATE_NONE)
    sqlite3_bind_null (statement, parameter);
  else
    sqlite3_bind_text (statement, parameter, jp_date_to_iso (date, iso), -1, SQLITE_TRANSIENT);
}

static void
bind_int (sqlite3_stmt *statement, int parameter, gint64 value, gint64 unknown)
{
  if (value == unknown)
    sqlite3_bind_null (statement, parameter);
  else
    sqlite3_bind_int64 (statement, parameter, value);
}

static void
bind_bytes (sqlite3_stmt *statement, int parameter, GBytes *bytes)
{
  gsize size = 0;
  gconstpointer data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  if (bytes == NULL)
    sqlite3_bind_null (statement, parameter);
  else
    sqlite3_bind_blob64 (statement, parameter, data != NULL ? data : "", size, SQLITE_STATIC);
}

static void
bind_values (sqlite3_stmt *statement, const char *types, va_list values)
{
  for (int i = 0; types[i] != '\0'; i++)
    switch (types[i])
      {
      case 's':
        jp_bind_text (statement, i + 1, va_arg (values, const char *));
        break;
      case 'd':
        jp_bind_date (statement, i + 1, va_arg (values, JpDate));
        break;
      case 'i':
        sqlite3_bind_int64 (statement, i + 1, va_arg (values, int));
        break;
      case 'p':
        bind_int (statement, i + 1, va_arg (values, int), -1);
        break;
      case 'l':
        sqlite3_bind_int64 (statement, i + 1, va_arg (values, gint64));
        break;
      case 'v':
        bind_int (statement, i + 1, va_arg (values, gint64), -1);
        break;
      case 'm':
        bind_int (statement, i + 1, va_arg (values, JpMoney), JP_MONEY_UNKNOWN);
        break;
      case 'b':
        bind_bytes (statement, i + 1, va_arg (values, GBytes *));
        break;
      default:
        g_assert_not_reached ();
      }
}

static sqlite3_stmt *
query_valist (JpDb *self, const char *sql, GError **error, const char *types, va_list values)
{
  sqlite3_stmt *statement = jp_db_prepare (self, sql, error);

  if (statement != NULL)
    bind_values (statement, types, values);

  return statement;
}

/* A statement with its values bound, to be stepped to its end or finished. */
sqlite3_stmt *
jp_db_query (JpDb *self, const char *sql, GError **error, const char *types, ...)
{
  sqlite3_stmt *statement;
  va_list values;

  va_start (values, types);
  statement = query_valist (self, sql, error, types, values);
  va_end (values);

  return statement;
}

/* Runs one statement whose rows, if any, nobody wants. */
gboolean
jp_db_run (JpDb *self, const char *sql, GError **error, const char *types, ...)
{
  sqlite3_stmt *statement;
  va_list values;
  int more = -1;

  va_start (values, types);
  statement = query_valist (self, sql, error, types, values);
  va_end (values);

  while (statement != NULL && (more = jp_db_step (self, statement, error)) > 0)
    ;

  return more == 0;
}

/* The integer of the first row, 0 where there is none. */
gboolean
jp_db_get_int (JpDb *self, const char *sql, gint64 *value, GError **error)
{
  sqlite3_stmt *row = jp_db_prepare (self, sql, error);
  int more = row != NULL ? jp_db_step (self, row, error) : -1;

  *value = more > 0 ? sqlite3_column_int64 (row, 0) : 0;
  if (more > 0)
    jp_db_finish (row);

  return more >= 0;
}

/* The text of the first row, NULL where there is none. */
gboolean
jp_db_get_text (JpDb *self, const char *sql, char **value, GError **error)
{
  sqlite3_stmt *row = jp_db_prepare (self, sql, error);
  int more = row != NULL ? jp_db_step (self, row, error) : -1;

  *value = more > 0 ? jp_row_text (row, 0) : NULL;
  if (more > 0)
    jp_db_finish (row);

  return more >= 0;
}

char *
jp_row_text (sqlite3_stmt *row, int column)
{
  return g_strdup ((const char *) sqlite3_column_text (row, column));
}

JpDate
jp_row_date (sqlite3_stmt *row, int column)
{
  const char *iso = (const char *) sqlite3_column_text (row, column);

  return iso != NULL ? jp_date_parse (iso) : JP_DATE_NONE;
}

GBytes *
jp_row_bytes (sqlite3_stmt *row, int column)
{
  if (sqlite3_column_type (row, column) == SQLITE_NULL)
    return NULL;

  return g_bytes_new (sqlite3_column_blob (row, column), (gsize) sqlite3_column_bytes (row, column));
}

static gint64
row_int (sqlite3_stmt *row, int column, gint64 unknown)
{
  return sqlite3_column_type (row, column) == SQLITE_NULL ? unknown : sqlite3_column_int64 (row, column);
}

/* Reads the columns from @column on into the places given, by the letters of @types; texts and bytes are copies. */
void
jp_row_read (sqlite3_stmt *row, int column, const char *types, ...)
{
  va_list places;

  va_start (places, types);
  for (; *types != '\0'; types++, column++)
    switch (*types)
      {
      case 's':
        *va_arg (places, char **) = jp_row_text (row, column);
        break;
      case 'd':
        *va_arg (places, JpDate *) = jp_row_date (row, column);
        break;
      case 'i':
        *va_arg (places, int *) = sqlite3_column_int (row, column);
        break;
      case 'p':
        *va_arg (places, int *) = (int) row_int (row, column, -1);
        break;
      case 'l':
        *va_arg (places, gint64 *) = sqlite3_column_int64 (row, column);
        break;
      case 'v':
        *va_arg (places, gint64 *) = row_int (row, column, -1);
        break;
      case 'm':
        *va_arg (places, JpMoney *) = row_int (row, column, JP_MONEY_UNKNOWN);
        break;
      case 'b':
        *va_arg (places, GBytes **) = jp_row_bytes (row, column);
        break;
      default:
        g_assert_not_reached ();
      }
  va_end (places);
}
