/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-json-value.h"

#include "jp-fault.h"
#include "jp-json-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_ID 64
/* Of amounts, in fen, and of decimals, in units: what R-SCORE allows of a figure. Sums of many stay exact. */
#define MAX_NUMBER G_GINT64_CONSTANT (999999999999999)

/**
 * jp_json_is_id:
 * @text: a text
 *
 * Returns: whether @text is an id: one to 64 of the characters a–z, 0–9 and _
 */
gboolean
jp_json_is_id (const char *text)
{
  gsize length = strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789_");

  return length > 0 && length <= MAX_ID && text[length] == '\0';
}

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

static gboolean
refuse_absent (const JpJsonValue *self)
{
  if (self->node == NULL)
    jp_json_value_fault (self, _("This is missing."));

  return self->node == NULL;
}

/* json-glib knows the type of a value; an absent one is a fault of its own. */
static gboolean
holds (const JpJsonValue *self, GType type, const char *otherwise)
{
  if (refuse_absent (self))
    return FALSE;
  if (JSON_NODE_HOLDS_VALUE (self->node) && json_node_get_value_type (self->node) == type)
    return TRUE;

  jp_json_value_fault (self, "%s", otherwise);
  return FALSE;
}

static const char *
get_string (const JpJsonValue *self)
{
  if (!holds (self, G_TYPE_STRING, _("A text in quotation marks is expected here.")))
    return NULL;

  return json_node_get_string (self->node);
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

  if (refuse_absent (self))
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

  if (refuse_absent (self))
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
  if (refuse_absent (self))
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
 * jp_json_value_text:
 * @self: a value
 * @text: (out): the text; what it held before is freed
 *
 * Reads a text to be shown or printed: not blank, of at most %JP_JSON_MAX_TEXT characters, none of them a control
 * character.
 *
 * Returns: whether @text was set
 */
gboolean
jp_json_value_text (const JpJsonValue *self, char **text)
{
  const char *string = get_string (self);
  gboolean blank = TRUE;

  if (string == NULL)
    return FALSE;

  for (const char *p = string; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iscntrl (c))
        {
          jp_json_value_fault (self, _("A control character cannot stand in this text."));
          return FALSE;
        }
      blank = blank && g_unichar_isspace (c);
    }
  if (blank)
    jp_json_value_fault (self, _("This text is empty."));
  else if (g_utf8_strlen (string, -1) > JP_JSON_MAX_TEXT)
    jp_json_value_fault (self, _("This text has more than %d characters."), JP_JSON_MAX_TEXT);
  else
    {
      g_free (*text);
      *text = g_strdup (string);
      return TRUE;
    }

  return FALSE;
}

/**
 * jp_json_value_id:
 * @self: a value
 * @id: (out): the id; what it held before is freed
 *
 * Returns: whether @id was set
 */
gboolean
jp_json_value_id (const JpJsonValue *self, char **id)
{
  const char *string = get_string (self);

  if (string == NULL)
    return FALSE;
  if (!jp_json_is_id (string))
    {
      jp_json_value_fault (self, _("An id has 1 to 64 of the characters a–z, 0–9 and _."));
      return FALSE;
    }

  g_free (*id);
  *id = g_strdup (string);
  return TRUE;
}

/**
 * jp_json_value_flag:
 * @self: a value
 * @flag: (out): true or false
 *
 * Returns: whether @flag was set
 */
gboolean
jp_json_value_flag (const JpJsonValue *self, gboolean *flag)
{
  if (!holds (self, G_TYPE_BOOLEAN, _("Either true or false is expected here.")))
    return FALSE;

  *flag = json_node_get_boolean (self->node);
  return TRUE;
}

/**
 * jp_json_value_number:
 * @self: a value
 * @least: the least allowed
 * @most: the most allowed
 * @number: (out): a whole number
 *
 * Returns: whether @number was set
 */
gboolean
jp_json_value_number (const JpJsonValue *self, guint least, guint most, guint *number)
{
  gint64 value;

  if (!holds (self, G_TYPE_INT64, _("A whole number without quotation marks is expected here.")))
    return FALSE;

  value = json_node_get_int (self->node);
  if (value < least || value > most)
    {
      jp_json_value_fault (self, _("A number from %u to %u is expected here."), least, most);
      return FALSE;
    }

  *number = (guint) value;
  return TRUE;
}

/**
 * jp_json_value_choice:
 * @self: a value
 * @ids: (array zero-terminated=1): the words there are
 * @index: (out): which of them stands here
 *
 * Returns: whether @index was set
 */
gboolean
jp_json_value_choice (const JpJsonValue *self, const char * const *ids, guint *index)
{
  g_autofree char *all = NULL;
  const char *string = get_string (self);

  if (string == NULL)
    return FALSE;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (strcmp (ids[i], string) == 0)
        {
          *index = i;
          return TRUE;
        }
    }

  all = g_strjoinv (", ", (char **) ids);
  jp_json_value_fault (self, _("One of these is expected here: %s."), all);
  return FALSE;
}

/**
 * jp_json_value_decimal:
 * @self: a value
 * @decimals: how many digits may stand behind the point
 * @decimal: (out caller-allocates): an exact number, written as a text
 *
 * Reads a decimal. Packs write them as texts, because many programs pass the numbers of JSON through binary
 * floating point.
 *
 * Returns: whether @decimal was set
 */
gboolean
jp_json_value_decimal (const JpJsonValue *self, guint decimals, JpDecimal *decimal)
{
  static const JpDecimal most = { MAX_NUMBER, 0 }, least = { -MAX_NUMBER, 0 };
  JpDecimal value;
  const char *string;

  if (!holds (self, G_TYPE_STRING, _("A decimal in quotation marks is expected here, such as \"0.10\".")))
    return FALSE;

  string = json_node_get_string (self->node);
  if (*string == '+' || !jp_decimal_parse (&value, string) || value.scale > decimals)
    jp_json_value_fault (self, _("This is not a decimal with at most %u digits behind the point."), decimals);
  else if (jp_decimal_compare (value, most) > 0 || jp_decimal_compare (value, least) < 0)
    jp_json_value_fault (self, _("This number is too large."));
  else
    {
      *decimal = value;
      return TRUE;
    }

  return FALSE;
}

static gboolean
read_hundredths (const JpJsonValue *self, gint64 most, gint64 *hundredths)
{
  JpDecimal decimal;
  gint64 value;

  if (!jp_json_value_decimal (self, 2, &decimal))
    return FALSE;
  if (!jp_decimal_rescale (decimal, 2, &value, NULL) || value < 0 || value > most)
    {
      g_autofree char *shown = jp_units_to_string (most, 2);

      jp_json_value_fault (self, _("A value from 0.00 to %s is expected here."), shown);
      return FALSE;
    }

  *hundredths = value;
  return TRUE;
}

/**
 * jp_json_value_points:
 * @self: a value
 * @most: the most allowed, in hundredths of a point
 * @hundredths: (out): points from 0, in hundredths
 *
 * Returns: whether @hundredths was set
 */
gboolean
jp_json_value_points (const JpJsonValue *self, int most, int *hundredths)
{
  gint64 value;

  if (!read_hundredths (self, most, &value))
    return FALSE;

  *hundredths = (int) value;
  return TRUE;
}

/**
 * jp_json_value_money:
 * @self: a value
 * @money: (out): an amount from 0, in fen
 *
 * Reads an amount written as a decimal in yuan.
 *
 * Returns: whether @money was set
 */
gboolean
jp_json_value_money (const JpJsonValue *self, JpMoney *money)
{
  return read_hundredths (self, MAX_NUMBER, money);
}

/**
 * jp_json_value_date:
 * @self: a value
 * @date: (out): a real day, written 2024-09-19
 *
 * Returns: whether @date was set
 */
gboolean
jp_json_value_date (const JpJsonValue *self, JpDate *date)
{
  const char *string = get_string (self);
  JpDate day = jp_date_parse (string);

  if (string == NULL)
    return FALSE;
  if (day == JP_DATE_NONE)
    {
      jp_json_value_fault (self, _("A real date is expected here, such as 2024-09-19."));
      return FALSE;
    }

  *date = day;
  return TRUE;
}

/**
 * jp_json_value_month_day:
 * @self: a value
 * @month: (out): 1 to 12
 * @day: (out): a day of that month in every year, so never 29 February
 *
 * Reads a day of the year, written 04-30.
 *
 * Returns: whether @month and @day were set
 */
gboolean
jp_json_value_month_day (const JpJsonValue *self, guint *month, guint *day)
{
  g_autofree char *iso = NULL;
  const char *string = get_string (self);
  JpDate date;

  if (string == NULL)
    return FALSE;

  iso = g_strconcat ("2001-", string, NULL);
  date = jp_date_parse (iso);
  if (date == JP_DATE_NONE)
    {
      jp_json_value_fault (self, _("A day that every year has is expected here, such as 04-30."));
      return FALSE;
    }

  jp_date_split (date, NULL, month, day);
  return TRUE;
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
