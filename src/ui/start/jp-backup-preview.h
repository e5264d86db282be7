/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "jp-store.h"

G_BEGIN_DECLS

/* What a backup holds, seen before it takes the place of anything: it is restored into a folder of its own, opened,
 * read, and taken away again. */
typedef struct
{
  char      *office;     /* "city" or a district's code */
  gboolean   sample;
  guint      n_clusters;
  gint64     seq;        /* its last journal entry */
  GPtrArray *entries;    /* of JpEntry: the last few, newest first */
} JpBackupPreview;

void             jp_backup_preview_free   (JpBackupPreview *self);
/* @path: a kept backup, another data file, or an archive; @data_file: whose place it would take. */
void             jp_backup_preview_async  (const char *path, const char *data_file, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer user_data);
JpBackupPreview *jp_backup_preview_finish (GAsyncResult *result, GError **error);

/* Puts @path in the place of @data_file, which nobody may have open. */
void jp_backup_put_async (const char *path, const char *data_file, GAsyncReadyCallback callback, gpointer user_data);
/* Where the file before was put aside; NULL without @error: there was none. */
char            *jp_backup_put_finish     (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpBackupPreview, jp_backup_preview_free)

G_END_DECLS
