/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-store.h"

G_BEGIN_DECLS

/* Backups (PROMISES 3). One counts only after it was opened and checked, and only then may an older one go. */

/* A verified copy of the database at @path, which must be free, its attachments in a folder beside it. */
gboolean jp_store_backup (JpStore *self, const char *path, GCancellable *cancellable, GError **error);

/* One of the backups that are kept by themselves in a folder beside the data file. */
typedef struct
{
  char   *path;
  char   *at;    /* "2026-02-10T09:30:00" */
  JpDate  day;
  gint64  seq;   /* the last journal entry in it */
} JpKeptBackup;

void jp_kept_backup_free (JpKeptBackup *backup);
/* Keeps one more, unless nothing has changed since the last good one (@path is NULL then), and thins the older ones. */
gboolean jp_store_keep_backup (JpStore *self, GDateTime *now, char **path, GCancellable *cancellable, GError **error);
/* Of JpKeptBackup, newest first; works also where the data file itself does not open. */
GPtrArray *jp_backup_list (const char *data_file);
/* Which of these days' backups stay: all of today, one a day for 14 days, a week for 8 weeks, a month for 24 months.
 * @days (of JpDate) ascend; the newest of each period stays, and always the newest of all. Of gboolean. */
GArray *jp_backup_thin (GArray *days, JpDate today);

/* Puts a backup in the place of @data_file, which no program may have open. The present file is kept aside; @aside
 * receives where, NULL where there was none. */
gboolean jp_backup_restore (const char *backup, const char *data_file, GDateTime *now, char **aside, GError **error);

/* Everything in one file, to be carried elsewhere: database, attachments and a list of their hashes, zipped. */
gboolean jp_store_archive (JpStore *self, const char *path, GDateTime *now, GCancellable *cancellable, GError **error);
/* Unpacks such a file, checks all of it, and puts it in the place of @data_file as jp_backup_restore() does. What is
 * not on its list, leads elsewhere, inflates without end or has another hash is refused, and nothing is changed. */
gboolean jp_archive_restore (const char *path, const char *data_file, GDateTime *now, char **aside, GError **error);

/* What a check found, in plain localised words. */
typedef enum { JP_CHECK_GOOD, JP_CHECK_WARNING, JP_CHECK_FAULT } JpCheckState;

typedef struct
{
  const char  *id;     /* structure, references, journal, attachments, backup */
  JpCheckState state;
  char        *text;   /* what was found */
  char        *advice; /* what to do; NULL where all is well */
} JpCheckNote;

JpCheckNote *jp_check_note_new (const char *id, JpCheckState state, const char *text, const char *advice);
void jp_check_note_free (JpCheckNote *note);
/* Structure, references, journal, attachments and backups, on a connection of its own. Of JpCheckNote, at least one for
 * each; casework adds what the rules say about the money. */
GPtrArray *jp_store_check (JpStore *self, GCancellable *cancellable, GError **error);

G_END_DECLS
