/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scalars of a JSON document: texts, numbers, days. */

#include "jp-json-value.h"

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

/* json-glib knows the type of a value; an absent one is a fault of its own. */
static gboolean
holds (const JpJsonValue *self, GType type, const char *otherwise)
{
  if (!jp_json_value_require (self))
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
