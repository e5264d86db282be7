/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-json-value.h"

#include "jp-fault.h"
#include "jp-json-scan.h"

#include <glib/gi18n-lib.h>

static void
append_path (GString *path, const JpJsonValue *value)
{
  if (value->parent == NULL)
    {
      g_string_append_c (path, '$');
      return;
    }

  append_path (path, value->parent);
  if (value->key != NULL)
    jp_json_path_append_member (path, value->key);
  else
    g_string_append_printf (path, "[%u]", value->index);
}

/**
 * jp_json_value_fault:
 * @self: a value
 * @format: a printf format, already localised
 * @...: what the format asks for
 *
 * Adds a fault placed at @self, unless the fault lies further up and was told there.
 */
void
jp_json_value_fault (const JpJsonValue *self, const char *format, ...)
{
  g_autofree char *message = NULL;
  GString *path;
  va_list arguments;

  if (self->silent)
    return;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  path = g_string_new (NULL);
  append_path (path, self);
  g_ptr_array_add (self->faults, jp_fault_new (path->str, "%s", message));
  g_string_free (path, TRUE);
}

/**
 * jp_json_value_root:
 * @node: (nullable): the document
 * @faults: (element-type Jp.Fault): where faults are added
 *
 * Returns: the value of the whole document
 */
JpJsonValue
jp_json_value_root (JsonNode *node, GPtrArray *faults)
{
  JpJsonValue self = { .node = node, .faults = faults };

  return self;
}

/**
 * jp_json_value_member:
 * @object: a value
 * @key: the name of a member
 *
 * Returns: the member, absent where @object has none of that name, silent where @object is no object
 */
JpJsonValue
jp_json_value_member (const JpJsonValue *object, const char *key)
{
  JpJsonValue self = { .parent = object, .key = key, .faults = object->faults };

  if (object->node != NULL && JSON_NODE_HOLDS_OBJECT (object->node))
    self.node = json_object_get_member (json_node_get_object (object->node), key);
  else
    self.silent = TRUE;

  return self;
}

/**
 * jp_json_value_element:
 * @array: a value
 * @index: from 0
 *
 * Returns: the element, absent where @array is shorter, silent where @array is no array
 */
JpJsonValue
jp_json_value_element (const JpJsonValue *array, guint index)
{
  JpJsonValue self = { .parent = array, .index = index, .faults = array->faults };

  if (array->node == NULL || !JSON_NODE_HOLDS_ARRAY (array->node))
    self.silent = TRUE;
  else if (index < json_array_get_length (json_node_get_array (array->node)))
    self.node = json_array_get_element (json_node_get_array (array->node), index);

  return self;
}

/**
 * jp_json_value_given:
 * @self: a value
 *
 * Returns: whether it is there and not null
 */
gboolean
jp_json_value_given (const JpJsonValue *self)
{
  return self->node != NULL && !JSON_NODE_HOLDS_NULL (self->node);
}

/**
 * jp_json_value_require:
 * @self: a value
 *
 * Returns: whether it is there; a fault tells where it is not
 */
gboolean
jp_json_value_require (const JpJsonValue *self)
{
  if (self->node == NULL)
    jp_json_value_fault (self, _("This is missing."));

  return self->node != NULL;
}

/**
 * jp_json_value_object:
 * @self: a value
 * @keys: (array zero-terminated=1): every member there may be
 *
 * Checks that the value is an object, and refuses each member that @keys does not name: a misspelt
 * rule must not be passed over.
 *
 * Returns: whether it is an object
 */
gboolean
jp_json_value_object (const JpJsonValue *self, const char * const *keys)
{
  g_autoptr (GList) members = NULL;

  if (!jp_json_value_require (self))
    return FALSE;
  if (!JSON_NODE_HOLDS_OBJECT (self->node))
    {
      jp_json_value_fault (self, _("An object in braces is expected here."));
      return FALSE;
    }

  members = json_object_get_members (json_node_get_object (self->node));
  for (const GList *l = members; l != NULL; l = l->next)
    {
      JpJsonValue member = jp_json_value_member (self, l->data);

      if (!g_strv_contains (keys, l->data))
        jp_json_value_fault (&member, _("There is no such member in a rule pack. Remove it or mend its name."));
    }

  return TRUE;
}

static gboolean
refuse_long (const JpJsonValue *self, guint length)
{
  if (length > JP_JSON_MAX_LIST)
    jp_json_value_fault (self, _("There are more than %d entries."), JP_JSON_MAX_LIST);

  return length > JP_JSON_MAX_LIST;
}

/**
 * jp_json_value_array:
 * @self: a value
 * @least: how many elements it needs
 *
 * Checks that the value is an array of @least to %JP_JSON_MAX_LIST elements.
 *
 * Returns: the number of its elements, or 0 where it is none or too long
 */
guint
jp_json_value_array (const JpJsonValue *self, guint least)
{
  guint length;

  if (!jp_json_value_require (self))
    return 0;
  if (!JSON_NODE_HOLDS_ARRAY (self->node))
    {
      jp_json_value_fault (self, _("A list in brackets is expected here."));
      return 0;
    }

  length = json_array_get_length (json_node_get_array (self->node));
  if (length < least)
    jp_json_value_fault (self, g_dngettext (GETTEXT_PACKAGE, "This list needs at least %u entry.",
                                            "This list needs at least %u entries.", least), least);

  return refuse_long (self, length) ? 0 : length;
}

/**
 * jp_json_value_pair:
 * @self: a value
 * @otherwise: what to say where it is none
 *
 * Returns: whether it is an array of two elements
 */
gboolean
jp_json_value_pair (const JpJsonValue *self, const char *otherwise)
{
  if (self->node != NULL && JSON_NODE_HOLDS_ARRAY (self->node) &&
      json_array_get_length (json_node_get_array (self->node)) == 2)
    return TRUE;

  jp_json_value_fault (self, "%s", otherwise);
  return FALSE;
}

/**
 * jp_json_value_members:
 * @self: a value
 *
 * Returns: (transfer container) (element-type utf8): the names of the members of an object whose members are
 *   data, such as years; %NULL where there are none or it is no object
 */
GList *
jp_json_value_members (const JpJsonValue *self)
{
  if (!jp_json_value_require (self))
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (self->node))
    {
      jp_json_value_fault (self, _("An object in braces is expected here."));
      return NULL;
    }
  if (refuse_long (self, json_object_get_size (json_node_get_object (self->node))))
    return NULL;

  return json_object_get_members (json_node_get_object (self->node));
}

/**
 * jp_json_value_texts:
 * @self: a value
 * @least: how many texts are needed
 *
 * Reads a list of texts, no two the same.
 *
 * Returns: (transfer full) (array zero-terminated=1): the texts; short where some are at fault
 */
char **
jp_json_value_texts (const JpJsonValue *self, guint least)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  guint length = jp_json_value_array (self, least);

  for (guint i = 0; i < length; i++)
    {
      JpJsonValue element = jp_json_value_element (self, i);
      char *text = NULL;

      if (!jp_json_value_text (&element, &text))
        continue;
      if (g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
        jp_json_value_fault (&element, _("This is given twice."));
      g_ptr_array_add (texts, text);
    }
  g_ptr_array_add (texts, NULL);

  return (char **) g_ptr_array_steal (texts, NULL);
}
