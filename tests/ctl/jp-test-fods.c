/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-test-fods.h"

#include <string.h>

/* Where in the document the reader is. */
typedef struct
{
  JpTestFods *fods;
  GHashTable *styles; /* name of a column's style → double* */
  char       *style;  /* the one being read */
  char       *sheet;
  guint       row, column, width_column;
  guint       row_repeat, repeat;
  char       *kind;   /* of the cell, NULL: blank */
  char       *value;
  GString    *text;
  guint       paragraphs;
} Reading;

static const char *
attribute (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], name) == 0)
      return values[i];

  return NULL;
}

static guint
count (const char **names, const char **values, const char *name)
{
  const char *text = attribute (names, values, name);

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : 1;
}

static double *
copy_double (double value)
{
  return g_memdup2 (&value, sizeof value);
}

static void
begin_column (Reading *reading, const char **names, const char **values)
{
  const char *style = attribute (names, values, "table:style-name");
  const double *width = style != NULL ? g_hash_table_lookup (reading->styles, style) : NULL;
  guint repeat = MIN (count (names, values, "table:number-columns-repeated"), 64);

  for (guint i = 0; i < repeat; i++)
    if (++reading->width_column <= 64 && width != NULL)
      g_hash_table_insert (reading->fods->widths, g_strdup_printf ("%s\t%u", reading->sheet, reading->width_column),
                           copy_double (*width));
}

static void
begin_cell (Reading *reading, const char **names, const char **values)
{
  const char *kind = attribute (names, values, "office:value-type");
  const char *value = attribute (names, values, "office:value");
  const char *date = attribute (names, values, "office:date-value");

  reading->repeat = count (names, values, "table:number-columns-repeated");
  g_free (reading->kind);
  g_free (reading->value);
  reading->kind = g_strdup (kind);
  reading->value = g_strdup (date != NULL ? date : value);
  g_string_truncate (reading->text, 0);
  reading->paragraphs = 0;
}

static char *
cell_value (const Reading *reading)
{
  if (strcmp (reading->kind, "string") == 0)
    return g_strconcat ("T:", reading->text->str, NULL);
  if (strcmp (reading->kind, "date") == 0)
    return g_strconcat ("D:", reading->value, NULL);

  return g_strconcat ("N:", reading->value, NULL);
}

static void
end_cell (Reading *reading)
{
  for (guint i = 0; i < reading->repeat && reading->kind != NULL; i++)
    g_hash_table_insert (reading->fods->cells,
                         g_strdup_printf ("%s\t%u\t%u", reading->sheet, reading->row, reading->column + 1 + i),
                         cell_value (reading));
  reading->column += reading->repeat;
  g_clear_pointer (&reading->kind, g_free);
}

static void
on_start (GMarkupParseContext *context, const char *element, const char **names, const char **values, gpointer data,
          GError **error)
{
  Reading *reading = data;

  if (strcmp (element, "style:style") == 0)
    {
      g_free (reading->style);
      reading->style = g_strdup (attribute (names, values, "style:name"));
    }
  else if (strcmp (element, "style:table-column-properties") == 0)
    g_hash_table_insert (reading->styles, g_strdup (reading->style),
                         copy_double (g_ascii_strtod (attribute (names, values, "style:column-width"), NULL)));
  else if (strcmp (element, "table:table") == 0)
    {
      g_free (reading->sheet);
      reading->sheet = g_strdup (attribute (names, values, "table:name"));
      reading->row = reading->width_column = 0;
    }
  else if (strcmp (element, "table:table-column") == 0)
    begin_column (reading, names, values);
  else if (strcmp (element, "table:table-row") == 0)
    {
      reading->row++;
      reading->row_repeat = count (names, values, "table:number-rows-repeated");
      reading->column = 0;
    }
  else if (strcmp (element, "table:table-cell") == 0 || strcmp (element, "table:covered-table-cell") == 0)
    begin_cell (reading, names, values);
  else if (strcmp (element, "text:p") == 0 && reading->paragraphs++ > 0)
    g_string_append_c (reading->text, '\n');
  else if (strcmp (element, "text:s") == 0)
    for (guint i = count (names, values, "text:c"); i > 0; i--)
      g_string_append_c (reading->text, ' ');
}

static void
on_end (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Reading *reading = data;

  if (strcmp (element, "table:table-cell") == 0 || strcmp (element, "table:covered-table-cell") == 0)
    end_cell (reading);
  else if (strcmp (element, "table:table-row") == 0)
    reading->row += reading->row_repeat - 1;
}

static void
on_text (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  const GSList *elements = g_markup_parse_context_get_element_stack (context);

  if (elements != NULL && g_str_has_prefix (elements->data, "text:"))
    g_string_append_len (((Reading *) data)->text, text, (gssize) length);
}

JpTestFods *
jp_test_fods_read (const char *path)
{
  static const GMarkupParser parser = { .start_element = on_start, .end_element = on_end, .text = on_text };
  JpTestFods *self = g_new0 (JpTestFods, 1);
  Reading reading = { .fods = self, .text = g_string_new (NULL) };
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, &reading, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  self->cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->widths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  reading.styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  g_markup_parse_context_parse (context, contents, (gssize) length, &error);
  g_assert_no_error (error);

  g_markup_parse_context_free (context);
  g_hash_table_unref (reading.styles);
  g_string_free (reading.text, TRUE);
  g_free (reading.style);
  g_free (reading.sheet);
  g_free (reading.kind);
  g_free (reading.value);
  return self;
}

void
jp_test_fods_free (JpTestFods *self)
{
  g_hash_table_unref (self->cells);
  g_hash_table_unref (self->widths);
  g_free (self);
}
