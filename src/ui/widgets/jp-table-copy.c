/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-table-copy.h"

#include <string.h>

struct _JpTableCopy
{
  GPtrArray *rows; /* of GPtrArray of char * */
  GPtrArray *row;  /* the one being filled */
};

static GPtrArray *
new_row (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

JpTableCopy *
jp_table_copy_new (void)
{
  JpTableCopy *self = g_new0 (JpTableCopy, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->row = new_row ();

  return self;
}

void
jp_table_copy_free (JpTableCopy *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->row);
  g_free (self);
}

/* A tab or a line end within a cell would tear the table; a cell that begins like a formula goes out as text. */
void
jp_table_copy_cell (JpTableCopy *self, const char *text)
{
  gboolean formula = text != NULL && (*text == '=' || *text == '@' || ((*text == '+' || *text == '-')
                                                                       && !g_ascii_isdigit (text[1])));
  char *cell = g_strconcat (formula && !g_str_equal (text, "-") ? "'" : "", text, NULL);

  g_strdelimit (cell, "\t\r\n", ' ');
  g_ptr_array_add (self->row, cell);
}

void
jp_table_copy_end_row (JpTableCopy *self)
{
  g_ptr_array_add (self->rows, self->row);
  self->row = new_row ();
}

char *
jp_table_copy_to_text (const JpTableCopy *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const GPtrArray *row = g_ptr_array_index (self->rows, i);

      for (guint j = 0; j < row->len; j++)
        g_string_append_printf (text, "%s%s", j > 0 ? "\t" : "", (const char *) g_ptr_array_index (row, j));
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

/* What a spreadsheet would take for a number and spoil: codes of many digits, or with zeros in front. */
static gboolean
is_code (const char *text)
{
  gsize length = strlen (text);

  return length > 1 && strspn (text, "0123456789") == length && (length > 15 || *text == '0');
}

char *
jp_table_copy_to_html (const JpTableCopy *self)
{
  GString *html = g_string_new ("<meta charset=\"utf-8\"><table border=\"1\">");

  for (guint i = 0; i < self->rows->len; i++)
    {
      const GPtrArray *row = g_ptr_array_index (self->rows, i);
      const char *tag = i == 0 ? "th" : "td";

      g_string_append (html, "<tr>");
      for (guint j = 0; j < row->len; j++)
        {
          g_autofree char *cell = g_markup_escape_text (g_ptr_array_index (row, j), -1);

          g_string_append_printf (html, "<%s%s>%s</%s>", tag,
                                  is_code (cell) ? " style='mso-number-format:\"\\@\"'" : "", cell, tag);
        }
      g_string_append (html, "</tr>\n");
    }
  g_string_append (html, "</table>");

  return g_string_free (html, FALSE);
}

void
jp_table_copy_put (const JpTableCopy *self, GtkWidget *widget)
{
  g_autofree char *text = jp_table_copy_to_text (self);
  char *html = jp_table_copy_to_html (self);
  g_autoptr (GBytes) html_bytes = g_bytes_new_take (html, strlen (html));
  GdkContentProvider *kinds[] = {
    gdk_content_provider_new_for_bytes ("text/html", html_bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, text),
  };
  g_autoptr (GdkContentProvider) all = gdk_content_provider_new_union (kinds, G_N_ELEMENTS (kinds));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), all);
}
