/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-backup-preview.h"

#include "jp-store-backup.h"
#include "jp-store-journal.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define ENTRIES_SHOWN 5

void
jp_backup_preview_free (JpBackupPreview *self)
{
  g_free (self->office);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_free (self);
}

static gboolean
restore (const char *path, const char *data_file, char **aside, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_str_has_suffix (path, ".zip") ? jp_archive_restore (path, data_file, now, aside, error)
                                         : jp_backup_restore (path, data_file, now, aside, error);
}

static JpBackupPreview *
read_preview (const char *data_file, GError **error)
{
  g_autoptr (JpBackupPreview) preview = g_new0 (JpBackupPreview, 1);
  g_autoptr (JpStore) store = jp_store_open (data_file, error);
  g_autoptr (GPtrArray) names = store != NULL ? jp_store_load_names (store, error) : NULL;

  if (names == NULL)
    return NULL;

  preview->entries = jp_store_load_journal (store, 0, ENTRIES_SHOWN, NULL, error);
  if (preview->entries == NULL)
    return NULL;

  preview->office = g_strdup (jp_store_get_office (store));
  preview->sample = jp_store_is_sample (store);
  preview->n_clusters = names->len;
  if (preview->entries->len > 0)
    preview->seq = ((const JpEntry *) g_ptr_array_index (preview->entries, 0))->seq;

  return g_steal_pointer (&preview);
}

/* Only ever our own folder of copies. */
static void
remove_tree (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_tree (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

typedef struct
{
  char *path;
  char *data_file;
} Paths;

static void
paths_free (gpointer data)
{
  Paths *paths = data;

  g_free (paths->path);
  g_free (paths->data_file);
  g_free (paths);
}

static GTask *
new_task (const char *path, const char *data_file, GCancellable *cancellable, GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Paths *paths = g_new0 (Paths, 1);

  paths->path = g_strdup (path);
  paths->data_file = g_strdup (data_file);
  g_task_set_task_data (task, paths, paths_free);

  return task;
}

/* Beside the data file, where there must be room for it anyway, and nobody else can look. */
static char *
make_folder (const char *data_file, GError **error)
{
  g_autofree char *home = g_path_get_dirname (data_file);
  g_autofree char *folder = g_build_filename (home, ".preview-XXXXXX", NULL);

  g_mkdir_with_parents (home, 0700);
  if (g_mkdtemp (folder) != NULL)
    return g_steal_pointer (&folder);

  g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_IO, _("Nothing can be written to “%s”: %s."), home,
               g_strerror (errno));
  return NULL;
}

static void
run_preview (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Paths *paths = data;
  GError *error = NULL;
  g_autofree char *folder = make_folder (paths->data_file, &error);
  g_autofree char *copy = folder != NULL ? g_build_filename (folder, "preview.db", NULL) : NULL;
  JpBackupPreview *preview = NULL;

  if (copy != NULL && restore (paths->path, copy, NULL, &error))
    preview = read_preview (copy, &error);
  if (folder != NULL)
    remove_tree (folder);

  if (preview != NULL)
    g_task_return_pointer (task, preview, (GDestroyNotify) jp_backup_preview_free);
  else
    g_task_return_error (task, error);
}

/**
 * jp_backup_preview_async:
 * @path: a kept backup, another data file, or an archive
 * @data_file: the data file whose place it would take
 * @cancellable: (nullable): gives up waiting
 * @callback: called when it was read, or refused
 * @user_data: for @callback
 *
 * Looks into a backup, which is wholly checked on the way.
 */
void
jp_backup_preview_async (const char *path, const char *data_file, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = new_task (path, data_file, cancellable, callback, user_data);

  g_task_run_in_thread (task, run_preview);
}

JpBackupPreview *
jp_backup_preview_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
run_put (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Paths *paths = data;
  GError *error = NULL;
  char *aside = NULL;

  if (restore (paths->path, paths->data_file, &aside, &error))
    g_task_return_pointer (task, aside, g_free);
  else
    g_task_return_error (task, error);
}

/**
 * jp_backup_put_async:
 * @path: a kept backup, another data file, or an archive
 * @data_file: the data file whose place it takes; nobody may have it open
 * @callback: called when it is done, or refused and nothing changed
 * @user_data: for @callback
 *
 * Restores a backup. The file before is put aside, not deleted.
 */
void
jp_backup_put_async (const char *path, const char *data_file, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = new_task (path, data_file, NULL, callback, user_data);

  g_task_run_in_thread (task, run_put);
}

char *
jp_backup_put_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
