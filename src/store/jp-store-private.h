/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-db.h"
#include "jp-store-guard.h"
#include "jp-writer.h"

G_BEGIN_DECLS

/* What one committed transaction, or another program's, changed. */
typedef struct
{
  GHashTable *tables;   /* set of char* */
  GHashTable *clusters; /* set of char* */
} JpChanges;

JpChanges *jp_changes_new     (void);
void       jp_changes_free    (JpChanges *self);
gboolean   jp_changes_collect (JpChanges *self, const void *changeset, int size, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpChanges, jp_changes_free)

struct _JpStore
{
  GObject   parent_instance;

  char     *path;
  char     *office;
  char     *warning;
  JpDate    since;
  gboolean  sample;

  JpDb     *writing;   /* touched on the writer's thread only, once it runs */
  JpWriter *writer;
  JpDb     *reading;
  JpStoreGuard *guard; /* NULL: the only program that has the file */
  GMutex    read_lock; /* guards @reading and @known_seq */
  gint64    known_seq; /* the last entry whose changes were announced */
};

struct _JpTransaction
{
  JpStore *store;
  JpDb    *db;
  JpEntry *entry;
};

/* Runs @work in one transaction on the writer's thread; @changes is NULL where nothing was committed. */
gboolean  jp_transaction_run (JpStore *store, JpEntry *entry, JpStoreWork work, gpointer data, JpChanges **changes,
                              GError **error);
void      jp_store_emit_changed (JpStore *self, JpChanges *changes);

/* Journal. */
gboolean  jp_journal_begin   (JpDb *db, const char *file, GError **error);
gboolean jp_journal_append (JpDb *db, JpEntry *entry, const void *changeset, int size, JpChanges *changes,
                            GError **error);
gboolean  jp_journal_head    (JpDb *db, gint64 *seq, GError **error);
gboolean  jp_journal_verify  (JpDb *db, GCancellable *cancellable, gint64 *bad, GError **error);
gboolean  jp_journal_changes_since (JpDb *db, gint64 seq, JpChanges *changes, GError **error);
JpEntry  *jp_journal_read    (sqlite3_stmt *row); /* columns as JP_JOURNAL_COLUMNS */
#define JP_JOURNAL_COLUMNS "seq, at, person, office, act, kind, cluster, summary, detail, undoes"

/* Settings of the file itself. */
gboolean  jp_settings_set    (JpDb *db, const char *key, const char *value, GError **error);
gboolean  jp_settings_get    (JpDb *db, const char *key, char **value, GError **error);

/* Collation keys of the clusters' names, derived. */
gboolean  jp_order_refresh   (JpDb *db, JpChanges *changes, GError **error);
gboolean  jp_order_rebuild   (JpDb *db, GError **error);

/* Dossiers, on either connection. */
GPtrArray  *jp_dossiers_load (JpDb *db, const char *cluster, GError **error);
JpPackSet  *jp_packs_load    (JpDb *db, GError **error);
JpHolidays *jp_holidays_load (JpDb *db, GError **error);

/* Rules, also while a file is being made. */
gboolean    jp_pack_write     (JpDb *db, const JpPack *pack, GError **error);
gboolean    jp_holidays_write (JpDb *db, const char *json, GError **error);

G_END_DECLS
