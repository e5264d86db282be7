/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-date.h"
#include "jp-rule-cache.h"
#include "jp-store.h"

/* Debian and everyone else build SQLite with its session extension; its header declares it only on request. */
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * JpDb:
 *
 * One SQLite connection with its prepared statements, used by one thread at a time. Private to the store.
 */
typedef struct
{
  sqlite3    *handle;
  char       *path;
  GHashTable *statements; /* SQL text, by its address → sqlite3_stmt */
  JpRuleCache rules;
} JpDb;

typedef enum
{
  JP_DB_WRITE,     /* an existing file; never makes one */
  JP_DB_READ_ONLY,
} JpDbMode;

/* Values of a row, bound and read by letters: s text · i int, guint, gboolean · l gint64 · d JpDate · m JpMoney ·
 * v a figure or gint64 ≥ 0 · p points or int ≥ 0 · b GBytes. NULL, JP_DATE_NONE, JP_MONEY_UNKNOWN and −1 (v, p)
 * are NULL in the file. */
JpDb         *jp_db_open      (const char *path, JpDbMode mode, GError **error);
void          jp_db_close     (JpDb *self);
void          jp_db_checkpoint_on_close (JpDb *self, gboolean checkpoint);
gboolean      jp_db_exec      (JpDb *self, const char *sql, GError **error);
sqlite3_stmt *jp_db_prepare   (JpDb *self, const char *sql, GError **error);
sqlite3_stmt *jp_db_query     (JpDb *self, const char *sql, GError **error, const char *types, ...);
int           jp_db_step      (JpDb *self, sqlite3_stmt *statement, GError **error);
gboolean      jp_db_run       (JpDb *self, const char *sql, GError **error, const char *types, ...);
gboolean      jp_db_get_int   (JpDb *self, const char *sql, gint64 *value, GError **error);
gboolean      jp_db_get_text  (JpDb *self, const char *sql, char **value, GError **error);
void          jp_db_finish    (sqlite3_stmt *statement);
void          jp_db_set_error (JpDb *self, int code, GError **error);

void          jp_row_read     (sqlite3_stmt *row, int column, const char *types, ...);
void          jp_bind_text    (sqlite3_stmt *statement, int parameter, const char *text);
void          jp_bind_date    (sqlite3_stmt *statement, int parameter, JpDate date);
char         *jp_row_text     (sqlite3_stmt *row, int column);
JpDate        jp_row_date     (sqlite3_stmt *row, int column);
GBytes       *jp_row_bytes    (sqlite3_stmt *row, int column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpDb, jp_db_close)

G_END_DECLS
