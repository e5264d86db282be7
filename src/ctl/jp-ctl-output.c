/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-ctl.h"
#include "jp-score.h"

#include <stdarg.h>

void
jp_out_string (JsonBuilder *json, const char *key, const char *value)
{
  json_builder_set_member_name (json, key);
  if (value != NULL)
    json_builder_add_string_value (json, value);
  else
    json_builder_add_null_value (json);
}

void
jp_out_take (JsonBuilder *json, const char *key, char *value)
{
  jp_out_string (json, key, value);
  g_free (value);
}

void
jp_out_int (JsonBuilder *json, const char *key, gint64 value)
{
  json_builder_set_member_name (json, key);
  json_builder_add_int_value (json, value);
}

void
jp_out_bool (JsonBuilder *json, const char *key, gboolean value)
{
  json_builder_set_member_name (json, key);
  json_builder_add_boolean_value (json, value);
}

void
jp_out_null (JsonBuilder *json, const char *key)
{
  jp_out_string (json, key, NULL);
}

void
jp_out_date (JsonBuilder *json, const char *key, JpDate date)
{
  char iso[JP_DATE_ISO_LEN];

  jp_out_string (json, key, date == JP_DATE_NONE ? NULL : jp_date_to_iso (date, iso));
}

void
jp_out_money (JsonBuilder *json, const char *key, JpMoney money)
{
  jp_out_take (json, key, money == JP_MONEY_UNKNOWN ? NULL : jp_money_to_yuan (money));
}

void
jp_out_points (JsonBuilder *json, const char *key, int hundredths)
{
  jp_out_take (json, key, hundredths == JP_POINTS_UNKNOWN ? NULL : jp_points_to_string (hundredths));
}

void
jp_out_array (JsonBuilder *json, const char *key)
{
  json_builder_set_member_name (json, key);
  json_builder_begin_array (json);
}

struct _JpTextTable
{
  guint      n_columns;
  GPtrArray *cells; /* of char*, row after row, the headings first */
};

/* Terminal columns a text takes: Chinese characters count two, combining marks none. */
static guint
display_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

JpTextTable *
jp_text_table_new (const char *first_heading, ...)
{
  JpTextTable *table = g_new0 (JpTextTable, 1);
  va_list headings;

  table->cells = g_ptr_array_new_with_free_func (g_free);
  va_start (headings, first_heading);
  for (const char *heading = first_heading; heading != NULL; heading = va_arg (headings, const char *))
    {
      g_ptr_array_add (table->cells, g_strdup (heading));
      table->n_columns++;
    }
  va_end (headings);

  return table;
}

void
jp_text_table_add (JpTextTable *table, ...)
{
  va_list cells;

  va_start (cells, table);
  for (guint i = 0; i < table->n_columns; i++)
    {
      char *cell = va_arg (cells, char *);

      g_ptr_array_add (table->cells, cell != NULL ? cell : g_strdup ("—"));
    }
  va_end (cells);
}

void
jp_text_table_print (JpTextTable *table)
{
  g_autofree guint *widths = g_new0 (guint, table->n_columns);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < table->cells->len; i++)
    widths[i % table->n_columns] = MAX (widths[i % table->n_columns], display_width (table->cells->pdata[i]));

  for (guint i = 0; i < table->cells->len; i++)
    {
      guint column = i % table->n_columns;
      const char *cell = table->cells->pdata[i];

      g_string_append (text, cell);
      if (column + 1 == table->n_columns)
        g_string_append_c (text, '\n');
      else
        for (guint pad = display_width (cell); pad < widths[column] + 2; pad++)
          g_string_append_c (text, ' ');
    }
  g_print ("%s", text->str);

  g_ptr_array_unref (table->cells);
  g_free (table);
}
