/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-pack-draft.h"

#include "jp-fault.h"
#include "jp-json-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _JpPackDraft
{
  JsonNode *root;
};

/* Paths. */

/* One step of a path: a member by its name, or an element by its number. */
typedef struct
{
  char *key; /* NULL: an element */
  guint index;
} Step;

static void
clear_step (gpointer data)
{
  g_free (((Step *) data)->key);
}

static const char *
read_member (const char *at, Step *step)
{
  gsize length = strcspn (at, ".[");

  step->key = g_strndup (at, length);

  return length > 0 ? at + length : NULL;
}

/* [3], or ["key"] as faults write a key that is no plain word. */
static const char *
read_bracket (const char *at, Step *step)
{
  const char *end = strchr (at, ']');

  if (end == NULL)
    return NULL;
  if (*at == '"')
    {
      end = strstr (at + 1, "\"]");
      step->key = end != NULL ? g_strndup (at + 1, (gsize) (end - at - 1)) : NULL;
      return end != NULL ? end + 2 : NULL;
    }
  step->index = (guint) g_ascii_strtoull (at, NULL, 10);

  return g_ascii_isdigit (*at) ? end + 1 : NULL;
}

/* The steps from the document to @path; NULL where it is no path. */
static GArray *
read_path (const char *path)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, TRUE, sizeof (Step));
  const char *at = *path == '$' ? path + 1 : NULL;

  g_array_set_clear_func (steps, clear_step);
  while (at != NULL && *at != '\0')
    {
      Step step = { NULL, 0 };

      at = *at == '.' ? read_member (at + 1, &step) : *at == '[' ? read_bracket (at + 1, &step) : NULL;
      g_array_append_val (steps, step);
    }

  return at != NULL ? g_steal_pointer (&steps) : NULL;
}

static JsonNode *
take_step (JsonNode *node, const Step *step)
{
  if (step->key != NULL)
    return JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_member (json_node_get_object (node), step->key) : NULL;
  if (!JSON_NODE_HOLDS_ARRAY (node) || step->index >= json_array_get_length (json_node_get_array (node)))
    return NULL;

  return json_array_get_element (json_node_get_array (node), step->index);
}

static JsonNode *
walk (const JpPackDraft *self, const GArray *steps, guint n_steps)
{
  JsonNode *node = self->root;

  for (guint i = 0; i < n_steps && node != NULL; i++)
    node = take_step (node, &g_array_index (steps, Step, i));

  return node;
}

/**
 * jp_pack_path_within:
 * @fault: the path of a fault
 * @path: the path of a value
 *
 * Returns: whether @fault is @path, or a value within it
 */
gboolean
jp_pack_path_within (const char *fault, const char *path)
{
  gsize length = strlen (path);

  return g_str_has_prefix (fault, path) && (fault[length] == '\0' || fault[length] == '.' || fault[length] == '[');
}

/* The document. */

/**
 * jp_pack_draft_new:
 * @json: a JSON object, of no more bytes and depth than a pack may have
 * @error: return location for a [enum@Jp.PackError]
 *
 * Returns: (transfer full) (nullable): a draft that begins as @json, faults and all
 */
JpPackDraft *
jp_pack_draft_new (const char *json, GError **error)
{
  g_autoptr (GPtrArray) faults = jp_faults_new ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *all = NULL;
  JpPackDraft *self;

  g_return_val_if_fail (json != NULL, NULL);

  if (jp_json_scan (json, strlen (json), JP_PACK_MAX_BYTES, JP_PACK_MAX_DEPTH, faults)
      && json_parser_load_from_data (parser, json, -1, NULL)
      && JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      self = g_new0 (JpPackDraft, 1);
      self->root = json_parser_steal_root (parser);
      return self;
    }

  all = jp_faults_join (faults);
  g_set_error (error, JP_PACK_ERROR, JP_PACK_ERROR_INVALID, _("This is no rule pack that can be edited.\n%s"), all);
  return NULL;
}

/**
 * jp_pack_draft_free:
 * @self: (nullable) (transfer full): a draft
 */
void
jp_pack_draft_free (JpPackDraft *self)
{
  if (self == NULL)
    return;

  json_node_unref (self->root);
  g_free (self);
}

/**
 * jp_pack_draft_to_json:
 * @self: a draft
 *
 * Returns: (transfer full): its text, as a pack is written
 */
char *
jp_pack_draft_to_json (const JpPackDraft *self)
{
  g_autofree char *text = json_to_string (self->root, TRUE);

  return g_strconcat (text, "\n", NULL);
}

/**
 * jp_pack_draft_get:
 * @self: a draft
 * @path: a path such as faults name
 *
 * Returns: (transfer none) (nullable): the value there, until the draft is next changed
 */
JsonNode *
jp_pack_draft_get (const JpPackDraft *self, const char *path)
{
  g_autoptr (GArray) steps = read_path (path);

  return steps != NULL ? walk (self, steps, steps->len) : NULL;
}

/**
 * jp_pack_draft_get_text:
 * @self: a draft
 * @path: a path
 *
 * Returns: (transfer full) (nullable): the text or number that stands there, as it is written
 */
char *
jp_pack_draft_get_text (const JpPackDraft *self, const char *path)
{
  JsonNode *node = jp_pack_draft_get (self, path);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_dup_string (node);

  return json_to_string (node, FALSE);
}

/**
 * jp_pack_draft_count:
 * @self: a draft
 * @path: a path
 *
 * Returns: how many elements the list there has; 0 where there is none
 */
guint
jp_pack_draft_count (const JpPackDraft *self, const char *path)
{
  JsonNode *node = jp_pack_draft_get (self, path);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_array_get_length (json_node_get_array (node)) : 0;
}

/* Changing. Lists of json-glib cannot be changed but at their end, so they are made anew. */

typedef void (*ListChange) (GPtrArray *elements, gconstpointer data);

static void
change_list (JsonNode *list, ListChange change, gconstpointer data)
{
  JsonArray *before = json_node_get_array (list), *after = json_array_new ();
  g_autoptr (GPtrArray) elements = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);

  for (guint i = 0; i < json_array_get_length (before); i++)
    g_ptr_array_add (elements, json_array_dup_element (before, i));
  change (elements, data);
  for (guint i = 0; i < elements->len; i++)
    json_array_add_element (after, json_node_copy (elements->pdata[i]));
  json_node_take_array (list, after);
}

typedef struct
{
  guint     from; /* G_MAXUINT: what comes is new */
  guint     to;   /* G_MAXUINT: it goes */
  JsonNode *node;
} Shift;

static void
shift (GPtrArray *elements, gconstpointer data)
{
  const Shift *what = data;
  JsonNode *node
    = what->from != G_MAXUINT ? g_ptr_array_steal_index (elements, what->from) : json_node_copy (what->node);

  if (what->to != G_MAXUINT)
    g_ptr_array_insert (elements, (int) MIN (what->to, elements->len), node);
  else
    json_node_unref (node);
}

static void
replace (GPtrArray *elements, gconstpointer data)
{
  const Shift *what = data;

  json_node_unref (elements->pdata[what->to]);
  elements->pdata[what->to] = json_node_copy (what->node);
}

/**
 * jp_pack_draft_set:
 * @self: a draft
 * @path: a path; its parent exists
 * @value: (transfer full): what shall stand there
 *
 * Returns: whether the place exists
 */
gboolean
jp_pack_draft_set (JpPackDraft *self, const char *path, JsonNode *value)
{
  g_autoptr (JsonNode) node = value;
  g_autoptr (GArray) steps = read_path (path);
  JsonNode *parent = steps != NULL && steps->len > 0 ? walk (self, steps, steps->len - 1) : NULL;
  const Step *last;

  if (parent == NULL)
    return FALSE;

  last = &g_array_index (steps, Step, steps->len - 1);
  if (last->key != NULL && JSON_NODE_HOLDS_OBJECT (parent))
    json_object_set_member (json_node_get_object (parent), last->key, g_steal_pointer (&node));
  else if (last->key == NULL && take_step (parent, last) != NULL)
    {
      Shift what = { .to = last->index, .node = node };

      change_list (parent, replace, &what);
    }
  else
    return FALSE;

  return TRUE;
}

/**
 * jp_pack_draft_set_text:
 * @self: a draft
 * @path: a path; its parent exists
 * @text: a text
 *
 * Returns: whether the place exists
 */
gboolean
jp_pack_draft_set_text (JpPackDraft *self, const char *path, const char *text)
{
  JsonNode *node = json_node_new (JSON_NODE_VALUE);

  json_node_set_string (node, text);

  return jp_pack_draft_set (self, path, node);
}

/**
 * jp_pack_draft_set_number:
 * @self: a draft
 * @path: a path; its parent exists
 * @text: a whole number as it was typed; anything else is kept as a text, which validation then names
 *
 * Returns: whether the place exists
 */
gboolean
jp_pack_draft_set_number (JpPackDraft *self, const char *path, const char *text)
{
  JsonNode *node;
  gint64 number;

  if (!g_ascii_string_to_signed (text, 10, 0, G_MAXINT, &number, NULL))
    return jp_pack_draft_set_text (self, path, text);

  node = json_node_new (JSON_NODE_VALUE);
  json_node_set_int (node, number);

  return jp_pack_draft_set (self, path, node);
}

/**
 * jp_pack_draft_remove:
 * @self: a draft
 * @path: a member or an element
 *
 * Returns: whether there was one
 */
gboolean
jp_pack_draft_remove (JpPackDraft *self, const char *path)
{
  g_autoptr (GArray) steps = read_path (path);
  JsonNode *parent = steps != NULL && steps->len > 0 ? walk (self, steps, steps->len - 1) : NULL;
  const Step *last;

  if (parent == NULL)
    return FALSE;

  last = &g_array_index (steps, Step, steps->len - 1);
  if (take_step (parent, last) == NULL)
    return FALSE;
  if (last->key != NULL)
    json_object_remove_member (json_node_get_object (parent), last->key);
  else
    {
      Shift what = { .from = last->index, .to = G_MAXUINT };

      change_list (parent, shift, &what);
    }

  return TRUE;
}

static JsonNode *
find_list (JpPackDraft *self, const char *path)
{
  JsonNode *list = jp_pack_draft_get (self, path);

  return list != NULL && JSON_NODE_HOLDS_ARRAY (list) ? list : NULL;
}

/**
 * jp_pack_draft_insert:
 * @self: a draft
 * @list: path of a list
 * @index: before which element; at the end where there is none of that number
 * @value: (transfer full): a new element
 *
 * Returns: whether the list exists
 */
gboolean
jp_pack_draft_insert (JpPackDraft *self, const char *list, guint index, JsonNode *value)
{
  g_autoptr (JsonNode) node = value;
  Shift what = { .from = G_MAXUINT, .to = MIN (index, G_MAXUINT - 1), .node = node };
  JsonNode *found = find_list (self, list);

  if (found != NULL)
    change_list (found, shift, &what);

  return found != NULL;
}

/**
 * jp_pack_draft_move:
 * @self: a draft
 * @list: path of a list
 * @from: an element
 * @to: where it shall stand
 *
 * Returns: whether both places exist
 */
gboolean
jp_pack_draft_move (JpPackDraft *self, const char *list, guint from, guint to)
{
  guint length = jp_pack_draft_count (self, list);
  Shift what = { .from = from, .to = to };

  if (from >= length || to >= length)
    return FALSE;
  change_list (find_list (self, list), shift, &what);

  return TRUE;
}
