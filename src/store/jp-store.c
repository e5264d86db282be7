/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-content.h"
#include "jp-store-open.h"
#include "jp-store-file.h"
#include "jp-store-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <errno.h>

G_DEFINE_FINAL_TYPE (JpStore, jp_store, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
jp_store_dispose (GObject *object)
{
  jp_store_close (JP_STORE (object));

  G_OBJECT_CLASS (jp_store_parent_class)->dispose (object);
}

static void
jp_store_finalize (GObject *object)
{
  JpStore *self = JP_STORE (object);

  g_free (self->path);
  g_free (self->office);
  g_free (self->warning);
  g_mutex_clear (&self->read_lock);

  G_OBJECT_CLASS (jp_store_parent_class)->finalize (object);
}

static void
jp_store_class_init (JpStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = jp_store_dispose;
  object_class->finalize = jp_store_finalize;

  /**
   * JpStore::changed:
   * @self: the store
   * @tables: names of the tables that changed
   * @clusters: ids of the clusters whose rows changed
   *
   * Emitted once for each committed transaction, in the main context of whoever asked for it, and by
   * jp_store_poll() for what another program wrote.
   */
  signals[CHANGED] = g_signal_new ("changed", JP_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_STRV, G_TYPE_STRV);
}

static void
jp_store_init (JpStore *self)
{
  g_mutex_init (&self->read_lock);
}

/* Announces what was changed, in the caller's thread. */
void
jp_store_emit_changed (JpStore *self, JpChanges *changes)
{
  g_autofree gpointer *tables = NULL;
  g_autofree gpointer *clusters = NULL;

  if (changes == NULL)
    return;

  tables = g_hash_table_get_keys_as_array (changes->tables, NULL);
  clusters = g_hash_table_get_keys_as_array (changes->clusters, NULL);
  g_signal_emit (self, signals[CHANGED], 0, tables, clusters);
}

static char *
make_warning (const char *path, gboolean remote)
{
  const char *synced_by = jp_store_file_synced_by (path);

  if (remote)
    return g_strdup (_("The data file lies on a network share. It is written in a slower and safer way; let only one "
                       "person open it at a time, or move it to this computer's own disk."));
  if (synced_by != NULL)
    return g_strdup_printf (_("The data file lies in the folder “%s”, which another program copies while it is being "
                              "written. Move it to an ordinary folder and keep only backups there."), synced_by);

  return NULL;
}

static gboolean
read_settings (JpStore *self, GError **error)
{
  g_autofree char *since = NULL;
  g_autofree char *sample = NULL;

  if (!jp_settings_get (self->writing, "office", &self->office, error)
      || !jp_settings_get (self->writing, "since", &since, error)
      || !jp_settings_get (self->writing, "sample", &sample, error)
      || !jp_journal_head (self->writing, &self->known_seq, error))
    return FALSE;

  self->since = since != NULL ? jp_date_parse (since) : JP_DATE_NONE;
  self->sample = sample != NULL;
  if (self->office != NULL && self->since != JP_DATE_NONE)
    return TRUE;

  g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_DAMAGED,
               _("The data file does not say whose office it is. Restore the latest backup."));
  return FALSE;
}

/* jp_store_open() with the disk's kind and the chain of migrations given. */
JpStore *
jp_store_open_with (const char *path, gboolean remote, const JpSchemaChain *chain, GError **error)
{
  g_autoptr (JpStore) self = g_object_new (JP_TYPE_STORE, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  self->writing = jp_store_open_checked (self->path, remote, chain, error);
  if (self->writing == NULL
      || !read_settings (self, error)
      || !jp_store_refresh_collation (self->writing, error))
    return NULL;

  self->reading = jp_db_open (self->path, JP_DB_READ_ONLY, error);
  if (self->reading == NULL)
    return NULL;

  if (!remote)
    self->guard = jp_store_guard_new (self->path);
  self->warning = make_warning (self->path, remote);
  self->writer = jp_writer_new ("jiping-writer");

  return g_steal_pointer (&self);
}

/**
 * jp_store_create:
 * @path: where the new data file goes; its folder is made where it is missing
 * @settings: what it starts from
 * @error: return location for a [enum@Jp.StoreError] or [enum@Jp.PackError]
 *
 * Makes a data file and opens it. Whatever stands at @path already stays as it is.
 *
 * Returns: (transfer full) (nullable): the store
 */
JpStore *
jp_store_create (const char *path, const JpStoreSettings *settings, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_return_val_if_fail (settings != NULL && settings->office != NULL, NULL);
  g_return_val_if_fail (settings->since != JP_DATE_NONE, NULL);

  g_mkdir_with_parents (folder, 0700);
  if (!jp_store_make_file (path, settings, error))
    return NULL;

  return jp_store_open (path, error);
}

/**
 * jp_store_move:
 * @from: a data file that nobody has open
 * @to: its place on the same disk, where no data file is
 * @error: return location for a [enum@Jp.StoreError]
 *
 * Moves a data file with its attachments: these go first, so that at @to it is whole or not there.
 *
 * Returns: whether it was moved
 */
gboolean
jp_store_move (const char *from, const char *to, GError **error)
{
  g_autofree char *contents = jp_content_folder (from), *contents_to = jp_content_folder (to);

  if (!jp_content_move (contents, contents_to, error))
    return FALSE;
  if (g_rename (from, to) == 0)
    return TRUE;

  g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_IO, _("“%s” cannot be kept: %s."), to, g_strerror (errno));
  return FALSE;
}

/**
 * jp_store_open:
 * @path: an existing data file
 * @error: return location for a [enum@Jp.StoreError]
 *
 * Opens a data file after its header, version and structure were checked, thoroughly where the last program did not
 * close it. Nothing is written before the checks are passed; a file of an older version is then brought to this one,
 * with a dated copy kept beside it.
 *
 * Returns: (transfer full) (nullable): the store
 */
JpStore *
jp_store_open (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return jp_store_open_with (path, jp_store_file_is_remote (path), jp_schema_chain (), error);
}

/**
 * jp_store_close:
 * @self: a store
 *
 * Finishes what was given to write, then closes the file. Closing twice does nothing.
 */
void
jp_store_close (JpStore *self)
{
  g_return_if_fail (JP_IS_STORE (self));

  g_clear_pointer (&self->writer, jp_writer_free);
  if (self->guard != NULL)
    jp_store_guard_let_go (self->guard);
  g_clear_pointer (&self->reading, jp_db_close);
  g_clear_pointer (&self->writing, jp_db_close);
  g_clear_pointer (&self->guard, jp_store_guard_free);
}

/**
 * jp_store_get_path:
 * @self: a store
 *
 * Returns: the absolute path of the data file
 */
const char *
jp_store_get_path (JpStore *self)
{
  return self->path;
}

/**
 * jp_store_get_office:
 * @self: a store
 *
 * Returns: the office whose file this is: "city" or a district's code (R-WHO)
 */
const char *
jp_store_get_office (JpStore *self)
{
  return self->office;
}

/**
 * jp_store_is_sample:
 * @self: a store
 *
 * Returns: whether this is sample data, to be marked 示例数据 wherever it is shown
 */
gboolean
jp_store_is_sample (JpStore *self)
{
  return self->sample;
}

/**
 * jp_store_get_since:
 * @self: a store
 *
 * Returns: the day from which this file keeps the book (R-SINCE)
 */
JpDate
jp_store_get_since (JpStore *self)
{
  return self->since;
}

/**
 * jp_store_get_warning:
 * @self: a store
 *
 * Returns: (nullable): what to tell the user about the disk the file is on, a localised sentence
 */
const char *
jp_store_get_warning (JpStore *self)
{
  return self->warning;
}
