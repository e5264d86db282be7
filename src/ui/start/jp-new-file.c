/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-new-file.h"

#include "jp-people-work.h"
#include "jp-resources.h"
#include "jp-sample.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

JpNewFile *
jp_new_file_new (const char *path, const char *office, const char *person, JpDate today)
{
  JpNewFile *self = g_new0 (JpNewFile, 1);

  self->path = g_strdup (path);
  self->office = g_strdup (office);
  self->person = g_strdup (person);
  self->today = today;

  return self;
}

JpNewFile *
jp_new_file_new_sample (JpDate today)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "jiping", "sample.db", NULL);
  JpNewFile *self = jp_new_file_new (path, JP_OFFICE_CITY, NULL, today);

  self->sample = TRUE;

  return self;
}

void
jp_new_file_free (JpNewFile *self)
{
  g_free (self->path);
  g_free (self->office);
  g_free (self->person);
  g_free (self);
}

char *
jp_new_file_usual_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "jiping", "jiping.db", NULL);
}

JpPack *
jp_new_file_pack (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) json = jp_resources_lookup (JP_RESOURCE_PACK);
  JpPack *pack = jp_pack_new_from_json (g_bytes_get_data (json, NULL), (gssize) g_bytes_get_size (json), &error);

  if (pack == NULL)
    g_error ("The pack that ships with the program is refused: %s", error->message);

  return pack;
}

static JpStore *
make (const JpNewFile *self, const char *path, GError **error)
{
  g_autoptr (GBytes) pack = jp_resources_lookup (JP_RESOURCE_PACK);
  g_autoptr (GBytes) holidays = jp_resources_lookup (JP_RESOURCE_HOLIDAYS);
  JpStoreSettings settings = {
    .office = self->office,
    .pack_json = g_bytes_get_data (pack, NULL),
    .holidays_json = g_bytes_get_data (holidays, NULL),
    .since = self->sample ? jp_casework_sample_since (self->today) : self->today,
    .sample = self->sample,
  };

  return jp_store_create (path, &settings, error);
}

/* Who sits here is the first of the office's people. */
static gboolean
enter_person (const JpNewFile *self, JpStore *store, GError **error)
{
  g_autoptr (JpDesk) desk = NULL;
  g_autoptr (JpPerson) person = NULL;

  if (self->person == NULL)
    return TRUE;

  desk = jp_desk_new (store, self->person, NULL, self->today, error);
  person = jp_person_new (self->person, self->office);

  return desk != NULL && jp_casework_put_person (desk, person, error);
}

static gboolean
make_empty (const JpNewFile *self, GError **error)
{
  g_autoptr (JpStore) store = make (self, self->path, error);

  return store != NULL && enter_person (self, store, error);
}

static gboolean
fill_sample (const JpNewFile *self, const char *path, GError **error)
{
  g_autoptr (JpStore) store = make (self, path, error);

  return store != NULL && jp_casework_sample (store, self->today, error);
}

/* Made under another name, so that a sample is whole or not there. */
static gboolean
make_sample (const JpNewFile *self, GError **error)
{
  g_autofree char *temp = g_strdup_printf ("%s.%s", self->path, "making");

  if (g_file_test (self->path, G_FILE_TEST_EXISTS))
    return TRUE;

  g_unlink (temp);
  if (fill_sample (self, temp, error) && jp_store_move (temp, self->path, error))
    return TRUE;

  g_unlink (temp);
  return FALSE;
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  JpNewFile *self = data;
  GError *error = NULL;
  gboolean made = self->sample ? make_sample (self, &error) : make_empty (self, &error);

  if (made)
    g_task_return_pointer (task, g_strdup (self->path), g_free);
  else
    g_task_return_error (task, error);
}

/**
 * jp_new_file_make_async:
 * @self: (transfer full): what to make
 * @cancellable: (nullable): gives up waiting
 * @callback: called when it is made or refused
 * @user_data: for @callback
 *
 * Makes a data file without waiting. What stands at its path stays as it is.
 */
void
jp_new_file_make_async (JpNewFile *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, jp_new_file_make_async);
  g_task_set_task_data (task, self, (GDestroyNotify) jp_new_file_free);
  g_task_run_in_thread (task, run);
}

/**
 * jp_new_file_make_finish:
 * @result: what the callback was given
 * @error: return location for a [enum@Jp.StoreError]
 *
 * Returns: (transfer full) (nullable): the path of the file
 */
char *
jp_new_file_make_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
