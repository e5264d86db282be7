/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-store.h"
#include "jp-test.h"

G_BEGIN_DECLS

/* What every test of the store needs: a folder, a new file in it, an entry, one line of work. */
void      jp_store_test_init    (int *argc, char ***argv); /* jp_test_init() with the files on a disk in memory */
char     *jp_store_test_folder  (void);
void      jp_store_test_drop    (char *folder); /* removes it with what is in it; frees @folder */
char     *jp_store_test_path    (const char *folder, const char *name);
JpStore  *jp_store_test_create  (const char *path);
JpStore  *jp_store_test_open    (const char *path);
void      jp_store_test_refused (const char *path, JpStoreError code); /* to be opened: refused with a sentence */
JpEntry  *jp_store_test_entry   (JpEntryKind kind, const char *summary);
/* One entry of @kind that keeps a cluster's name (and makes the cluster where @id is not there yet). */
gint64    jp_store_test_name    (JpStore *store, JpEntryKind kind, const char *id, const char *name);
gint64    jp_store_test_figure  (JpStore *store, JpEntryKind kind, const char *id, int year, gint64 value);
gint64    jp_store_test_write   (JpStore *store, JpEntryKind kind, JpStoreWork work, gpointer data);
/* All rows of the journaled tables as text, in one order whatever the file's layout. */
char     *jp_store_test_dump    (const char *path);
/* Runs SQL on a closed file behind the program's back. */
void      jp_store_test_sql     (const char *path, const char *sql);
char     *jp_store_test_text    (const char *path, const char *sql); /* the first value */

G_END_DECLS
