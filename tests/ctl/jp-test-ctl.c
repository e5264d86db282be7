/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-test-ctl.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sys/wait.h>

JpTestCtl *
jp_test_ctl_new (const char *today)
{
  g_autoptr (GError) error = NULL;
  JpTestCtl *self = g_new0 (JpTestCtl, 1);

  self->folder = g_dir_make_tmp ("jiping-ctl-XXXXXX", &error);
  g_assert_no_error (error);
  self->data = g_build_filename (self->folder, "jiping.db", NULL);
  self->today = g_strdup (today);

  return self;
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
jp_test_ctl_free (JpTestCtl *self)
{
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->data);
  g_free (self->today);
  g_free (self->out);
  g_free (self->err);
  g_free (self);
}

char *
jp_test_ctl_file (JpTestCtl *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static void
run (JpTestCtl *self, int status, gboolean json, const char *first, va_list rest)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autofree char *line = NULL;
  int wait_status;

  g_ptr_array_add (arguments, (char *) g_getenv ("JIPINGCTL"));
  g_assert_nonnull (arguments->pdata[0]);
  g_ptr_array_add (arguments, (char *) "--data");
  g_ptr_array_add (arguments, self->data);
  if (json)
    g_ptr_array_add (arguments, (char *) "--json");
  for (const char *word = first; word != NULL; word = va_arg (rest, const char *))
    g_ptr_array_add (arguments, (char *) word);
  /* Behind the command, where options may stand as well; a script may bring a day of its own. */
  if (*self->today != '\0' && !g_ptr_array_find_with_equal_func (arguments, "--today", g_str_equal, NULL))
    {
      g_ptr_array_add (arguments, (char *) "--today");
      g_ptr_array_add (arguments, self->today);
    }
  g_ptr_array_add (arguments, NULL);

  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->err, g_free);
  g_spawn_sync (NULL, (char **) arguments->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, &self->out, &self->err,
                &wait_status, &error);
  g_assert_no_error (error);
  line = g_strjoinv (" ", (char **) arguments->pdata);
  g_test_message ("%s\n%s%s", line, self->out, self->err);
  g_assert_true (WIFEXITED (wait_status));
  g_assert_cmpint (WEXITSTATUS (wait_status), ==, status);
}

void
jp_test_ctl_run (JpTestCtl *self, int status, const char *first, ...)
{
  va_list rest;

  va_start (rest, first);
  run (self, status, FALSE, first, rest);
  va_end (rest);
}

JsonNode *
jp_test_ctl_json (JpTestCtl *self, int status, const char *first, ...)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node;
  va_list rest;

  va_start (rest, first);
  run (self, status, TRUE, first, rest);
  va_end (rest);
  node = json_from_string (self->out, &error);
  g_assert_no_error (error);
  g_assert_nonnull (node);

  return node;
}

static JsonNode *
find (JsonNode *node, const char *path)
{
  g_auto (GStrv) steps = g_strsplit (path, ".", -1);

  for (guint i = 0; steps[i] != NULL && *steps[i] != '\0'; i++)
    {
      if (JSON_NODE_HOLDS_ARRAY (node))
        {
          guint index = (guint) g_ascii_strtoull (steps[i], NULL, 10);

          g_assert_cmpuint (index, <, json_array_get_length (json_node_get_array (node)));
          node = json_array_get_element (json_node_get_array (node), index);
        }
      else
        {
          g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
          g_assert_true (json_object_has_member (json_node_get_object (node), steps[i]));
          node = json_object_get_member (json_node_get_object (node), steps[i]);
        }
    }

  return node;
}

char *
jp_test_json_get (JsonNode *node, const char *path)
{
  JsonNode *found = find (node, path);

  if (JSON_NODE_HOLDS_NULL (found))
    return g_strdup ("null");
  g_assert_true (JSON_NODE_HOLDS_VALUE (found));
  if (json_node_get_value_type (found) == G_TYPE_STRING)
    return g_strdup (json_node_get_string (found));
  if (json_node_get_value_type (found) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (found) ? "true" : "false");

  return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (found));
}

guint
jp_test_json_n (JsonNode *node, const char *path)
{
  JsonNode *found = find (node, path);

  g_assert_true (JSON_NODE_HOLDS_ARRAY (found));
  return json_array_get_length (json_node_get_array (found));
}
