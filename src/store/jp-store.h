/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "jp-context.h"

G_BEGIN_DECLS

#define JP_STORE_ERROR (jp_store_error_quark ())

/**
 * JpStoreError:
 * @JP_STORE_ERROR_EXISTS: the file to be made is there already
 * @JP_STORE_ERROR_FOREIGN: not a data file of this program
 * @JP_STORE_ERROR_NEWER: made by a newer version of this program
 * @JP_STORE_ERROR_DAMAGED: the file is damaged
 * @JP_STORE_ERROR_BUSY: another program holds the file
 * @JP_STORE_ERROR_IO: the disk is full, read-only, or failed
 * @JP_STORE_ERROR_CONFLICT: cannot be undone, because later entries build on it
 * @JP_STORE_ERROR_NOTHING: nothing to undo or redo, or an official act, which only its counter-act takes back
 * @JP_STORE_ERROR_SQL: a statement failed: a mistake in this program
 */
typedef enum
{
  JP_STORE_ERROR_EXISTS,
  JP_STORE_ERROR_FOREIGN,
  JP_STORE_ERROR_NEWER,
  JP_STORE_ERROR_DAMAGED,
  JP_STORE_ERROR_BUSY,
  JP_STORE_ERROR_IO,
  JP_STORE_ERROR_CONFLICT,
  JP_STORE_ERROR_NOTHING,
  JP_STORE_ERROR_SQL,
} JpStoreError;

GQuark jp_store_error_quark (void);

#define JP_TYPE_STORE (jp_store_get_type ())
G_DECLARE_FINAL_TYPE (JpStore, jp_store, JP, STORE, GObject)

/* A transaction being written, on the writer's thread; the aggregates' put functions take one. */
typedef struct _JpTransaction JpTransaction;

/* Entry work is undone by its changeset; an official act only by its counter-act or a correction. */
typedef enum { JP_ENTRY_WORK, JP_ENTRY_ACT, JP_ENTRY_UNDO, JP_ENTRY_REDO } JpEntryKind;

/* One entry of the journal (记录): who did what, when, for which office. Hash-chained, never rewritten. */
typedef struct
{
  gint64      seq;     /* set by the store */
  char       *at;      /* "2026-02-10T09:30:00": the day is the desk's today */
  char       *person;
  char       *office;
  char       *act;     /* English id: "import", "act.recognise", "assess.confirm", "fund.pay", … */
  JpEntryKind kind;
  char       *cluster; /* UUID, or NULL where it concerns several or none */
  char       *summary; /* what was done, an official sentence in Chinese */
  char       *detail;  /* JSON of the act's particulars, or NULL */
  gint64      undoes;  /* seq of the entry an undo, redo or correction takes back; 0 */
} JpEntry;

JpEntry *jp_entry_new  (JpEntryKind kind, const char *act, const char *person, const char *office, const char *at);
void     jp_entry_free (JpEntry *entry);
JpDate   jp_entry_day  (const JpEntry *entry); /* of its time */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpEntry, jp_entry_free)

/* What a new data file starts from. */
typedef struct
{
  const char *office;      /* "city" or a district's code */
  const char *pack_json;   /* the first rule pack */
  const char *holidays_json;
  JpDate      since;       /* R-SINCE */
  gboolean    sample;      /* plainly marked 示例数据 wherever it is shown */
} JpStoreSettings;

/* Opening. A new file never replaces an old one; a file is opened only after its header, version and structure
 * were checked; before a migration a dated copy is kept beside it. */
JpStore    *jp_store_create      (const char *path, const JpStoreSettings *settings, GError **error);
gboolean    jp_store_move        (const char *from, const char *to, GError **error);
JpStore    *jp_store_open        (const char *path, GError **error);
void        jp_store_close       (JpStore *self); /* finishes the queue, checkpoints; idempotent */
const char *jp_store_get_path    (JpStore *self);
const char *jp_store_get_office  (JpStore *self);
gboolean    jp_store_is_sample   (JpStore *self);
const char *jp_store_get_warning (JpStore *self); /* the disk is a network share or a synchronised folder; NULL */

/* Writing: strict FIFO on one thread that owns the writing connection. One call is one transaction with one
 * journal entry (none where @work changed nothing and left entry->summary NULL, or is entry work), and one "changed"
 * signal (char **tables, char **clusters), emitted in the main context of the caller. */
typedef gboolean (*JpStoreWork) (JpTransaction *transaction, JpEntry *entry, gpointer data, GError **error);
gboolean    jp_store_write        (JpStore *self, JpEntry *entry, JpStoreWork work, gpointer data, GError **error);
void        jp_store_write_async  (JpStore *self, JpEntry *entry /* (transfer full) */, JpStoreWork work, gpointer data,
                                   GDestroyNotify destroy, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data);
gboolean    jp_store_write_finish (JpStore *self, GAsyncResult *result, GError **error);
/* Whether another program wrote to the file since the last look; announces its changes by "changed" too. */
gboolean    jp_store_poll         (JpStore *self, GError **error);

/* A cluster as lists and searches need it. */
typedef struct
{
  char *id;
  char *name;
  char *district;
} JpClusterName;

void        jp_cluster_name_free   (JpClusterName *name);

/* Reading, on the read-only connection: consistent snapshots as values. */
GPtrArray *jp_store_load_dossiers (JpStore *self, GError **error); /* of JpDossier, by collation of name */
JpDossier  *jp_store_load_dossier  (JpStore *self, const char *id, GError **error);
GPtrArray *jp_store_load_names (JpStore *self, GError **error); /* of JpClusterName, in the same order */
JpPackSet  *jp_store_load_packs    (JpStore *self, GError **error);
JpHolidays *jp_store_load_holidays (JpStore *self, GError **error);
JpDate      jp_store_get_since     (JpStore *self);
/* What @work will see inside its own transaction: the same values, read on the writer's connection. */
GPtrArray  *jp_transaction_load_dossiers (JpTransaction *transaction, GError **error);
JpDossier  *jp_transaction_load_dossier  (JpTransaction *transaction, const char *id, GError **error);
JpPackSet  *jp_transaction_load_packs    (JpTransaction *transaction, GError **error);

G_END_DECLS
