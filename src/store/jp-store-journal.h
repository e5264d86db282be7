/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-store.h"

G_BEGIN_DECLS

/* The journal (记录): reading it, checking its chain, taking entry work back. */

/* Entries older than number @before (0: from the last), newest first, at most @limit (0: all); of one cluster where
 * @cluster is given, entries that changed several clusters included. Of JpEntry. */
GPtrArray *jp_store_load_journal   (JpStore *self, gint64 before, guint limit, const char *cluster, GError **error);
JpEntry   *jp_store_load_entry     (JpStore *self, gint64 seq, GError **error);
/* The newest import that wrote the record of that id for the cluster; 0 without @error: none did. */
gint64     jp_store_find_import    (JpStore *self, const char *cluster, const char *record, GError **error);
/* Walks the hash chain on a connection of its own; @bad receives the first bad entry. */
gboolean   jp_store_verify_journal (JpStore *self, GCancellable *cancellable, gint64 *bad, GError **error);

/* Takes back the last entry work that stands, or does again what was undone last, as a new entry. @entry brings person,
 * office and time; the rest of it is set. JP_STORE_ERROR_NOTHING where there is nothing, or only an official act;
 * JP_STORE_ERROR_CONFLICT where later entries build on it; @entry->undoes is then the official act in the way, 0 where
 * it is none. Redo ends where newer entry work came after the undo. */
gboolean   jp_store_undo           (JpStore *self, JpEntry *entry, GError **error);
gboolean   jp_store_redo           (JpStore *self, JpEntry *entry, GError **error);
/* The entry work of that number, whatever came after it, unless something builds on it. */
gboolean   jp_store_undo_entry     (JpStore *self, gint64 seq, JpEntry *entry, GError **error);
/* What undo and redo would take: its summary; NULL without @error: nothing. */
char      *jp_store_what_undo      (JpStore *self, GError **error);
char      *jp_store_what_redo      (JpStore *self, GError **error);

G_END_DECLS
