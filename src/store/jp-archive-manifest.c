/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-archive.h"

#include "jp-content.h"
#include "jp-fault.h"
#include "jp-json-scan.h"
#include "jp-store-attachments.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define MAX_DEPTH 8

void
jp_archive_file_free (JpArchiveFile *file)
{
  g_free (file->name);
  g_free (file->sha256);
  g_free (file);
}

char *
jp_archive_manifest_write (GPtrArray *files, const char *at)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "format");
  json_builder_add_string_value (builder, JP_ARCHIVE_FORMAT);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, JP_ARCHIVE_VERSION);
  json_builder_set_member_name (builder, "at");
  json_builder_add_string_value (builder, at);
  json_builder_set_member_name (builder, "files");
  json_builder_begin_array (builder);
  for (guint i = 0; i < files->len; i++)
    {
      const JpArchiveFile *file = g_ptr_array_index (files, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "name");
      json_builder_add_string_value (builder, file->name);
      json_builder_set_member_name (builder, "size");
      json_builder_add_int_value (builder, file->size);
      json_builder_set_member_name (builder, "sha256");
      json_builder_add_string_value (builder, file->sha256);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

static gboolean
refuse (const char *finding, GError **error)
{
  g_set_error (error, JP_STORE_ERROR, JP_STORE_ERROR_DAMAGED,
               _("The backup cannot be used: %s Nothing was changed; use another backup."), finding);
  return FALSE;
}

static const char *
get_string (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
    ? json_node_get_string (node) : NULL;
}

static gint64
get_int (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64
    ? json_node_get_int (node) : -1;
}

/* The database, or a content under its hash; no other name can be in a list, so no name leads anywhere. */
static gboolean
name_is_good (const char *name, const char *sha256, gint64 size)
{
  if (g_str_equal (name, JP_ARCHIVE_DATABASE))
    return size <= JP_ARCHIVE_DATABASE_BYTES;

  return g_str_has_prefix (name, JP_ARCHIVE_CONTENTS) && g_str_equal (name + strlen (JP_ARCHIVE_CONTENTS), sha256)
         && size <= JP_ATTACHMENT_MAX_BYTES;
}

static JpArchiveFile *
read_file (JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *name = object != NULL ? get_string (object, "name") : NULL;
  const char *sha256 = object != NULL ? get_string (object, "sha256") : NULL;
  gint64 size = object != NULL ? get_int (object, "size") : -1;
  JpArchiveFile *file;

  if (name == NULL || sha256 == NULL || size < 0 || !jp_content_is_hash (sha256) || !name_is_good (name, sha256, size))
    return NULL;

  file = g_new0 (JpArchiveFile, 1);
  file->name = g_strdup (name);
  file->sha256 = g_strdup (sha256);
  file->size = size;

  return file;
}

static gboolean
read_files (JsonArray *array, GPtrArray *files, gint64 archive_size, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  gint64 left = archive_size * JP_ARCHIVE_MAX_RATIO + JP_ARCHIVE_FREE_BYTES;

  if (json_array_get_length (array) > JP_ARCHIVE_MAX_FILES)
    return refuse (_("it lists too many files."), error);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JpArchiveFile *file = read_file (json_array_get_element (array, i));

      if (file == NULL)
        return refuse (_("its list names a file that does not belong into a backup."), error);
      g_ptr_array_add (files, file);
      if (!g_hash_table_add (names, file->name))
        return refuse (_("its list names a file twice."), error);
      if (file->size > left)
        return refuse (_("it would inflate to far more than a backup can hold."), error);
      left -= file->size;
    }

  return g_hash_table_contains (names, JP_ARCHIVE_DATABASE) || refuse (_("it holds no data file."), error);
}

/* Reads the list of an archive of @archive_size bytes; whatever is odd about it refuses the whole. */
GPtrArray *
jp_archive_manifest_read (const char *json, gsize length, gint64 archive_size, GError **error)
{
  g_autoptr (GPtrArray) faults = jp_faults_new ();
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_archive_file_free);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root, *list;

  if (!jp_json_scan (json, length, JP_ARCHIVE_MANIFEST_BYTES, MAX_DEPTH, faults)
      || !json_parser_load_from_data (parser, json, (gssize) length, NULL)
      || (root = json_parser_get_root (parser)) == NULL || !JSON_NODE_HOLDS_OBJECT (root)
      || g_strcmp0 (get_string (json_node_get_object (root), "format"), JP_ARCHIVE_FORMAT) != 0)
    {
      refuse (_("its list of files cannot be read."), error);
      return NULL;
    }
  if (get_int (json_node_get_object (root), "version") != JP_ARCHIVE_VERSION)
    {
      g_set_error_literal (error, JP_STORE_ERROR, JP_STORE_ERROR_NEWER,
                           _("The backup was made by a newer version of Jiping. Update this program to restore it."));
      return NULL;
    }

  list = json_object_get_member (json_node_get_object (root), "files");
  if (list == NULL || !JSON_NODE_HOLDS_ARRAY (list))
    {
      refuse (_("its list of files cannot be read."), error);
      return NULL;
    }

  return read_files (json_node_get_array (list), files, archive_size, error) ? g_steal_pointer (&files) : NULL;
}
