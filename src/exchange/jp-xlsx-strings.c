/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-xlsx-parts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  JpXlsxStrings       *strings;
  const JpBookLimits *limits;
  gboolean             in_text;
  guint                phonetic; /* inside a reading aid (拼音), which is not part of the text */
} Reading;

void
jp_xlsx_strings_init (JpXlsxStrings *strings)
{
  const guint32 start = 0;

  strings->text = g_string_new (NULL);
  strings->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (strings->starts, start);
}

void
jp_xlsx_strings_clear (JpXlsxStrings *strings)
{
  if (strings->text != NULL)
    g_string_free (g_steal_pointer (&strings->text), TRUE);
  g_clear_pointer (&strings->starts, g_array_unref);
}

const char *
jp_xlsx_strings_get (const JpXlsxStrings *strings, guint64 index, gsize *length)
{
  guint32 start;

  if (index + 1 >= strings->starts->len)
    return NULL;

  start = g_array_index (strings->starts, guint32, index);
  *length = g_array_index (strings->starts, guint32, index + 1) - start - 1;
  return strings->text->str + start;
}

/* The character code of "_xHHHH_" at @p; −1 where there is none. Half a surrogate pair is none, nor is 0. */
static int
escaped_at (const char *p)
{
  int code = 0;

  if (p[0] != '_' || p[1] != 'x')
    return -1;
  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return -1;
      code = code * 16 + g_ascii_xdigit_value (p[i]);
    }

  return p[6] == '_' && code != 0 && (code < 0xD800 || code > 0xDFFF) ? code : -1;
}

void
jp_xlsx_unescape (GString *text, gsize start)
{
  const char *from;
  char *to, *first = strstr (text->str + start, "_x");

  if (first == NULL)
    return;

  /* What is written out is never longer than its escape. */
  for (from = to = first; *from != '\0';)
    {
      int code = escaped_at (from);

      if (code < 0)
        *to++ = *from++;
      else
        {
          to += g_unichar_to_utf8 ((gunichar) code, to);
          from += strlen ("_xHHHH_");
        }
    }
  g_string_truncate (text, (gsize) (to - text->str));
}

/* What XML cannot hold, what it would change, and what would be taken for an escape. */
static gboolean
needs_escape (const char *p, gunichar c)
{
  return (c < 0x20 && c != '\t' && c != '\n') || c == 0xFFFE || c == 0xFFFF || (c == '_' && escaped_at (p) >= 0);
}

char *
jp_xlsx_escape (const char *text)
{
  GString *escaped = NULL;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean needed = needs_escape (p, c);

      if (needed && escaped == NULL)
        escaped = g_string_new_len (text, p - text);
      if (needed)
        g_string_append_printf (escaped, "_x%04X_", c);
      else if (escaped != NULL)
        g_string_append_unichar (escaped, c);
    }

  return escaped != NULL ? g_string_free (escaped, FALSE) : NULL;
}

static void
on_start (JpXml *xml, const char *name, gpointer data)
{
  Reading *self = data;

  if (strcmp (name, "t") == 0)
    self->in_text = self->phonetic == 0;
  else if (strcmp (name, "rPh") == 0)
    self->phonetic++;
}

static void
finish_string (Reading *self, JpXml *xml)
{
  GArray *starts = self->strings->starts;
  guint32 start = g_array_index (starts, guint32, starts->len - 1), end;

  if (starts->len > self->limits->strings)
    {
      jp_xml_stop (xml, g_error_new (JP_BOOK_ERROR, JP_BOOK_ERROR_LIMIT,
                                     _("The workbook holds more than %u different texts, the most that is read. "
                                       "Split it and import the parts."),
                                     self->limits->strings));
      return;
    }
  if (self->strings->text->len - start > self->limits->cell_bytes)
    {
      jp_xml_stop (xml, g_error_new_literal (JP_BOOK_ERROR, JP_BOOK_ERROR_LIMIT,
                                             _("A cell of the workbook holds more text than a cell can.")));
      return;
    }

  jp_xlsx_unescape (self->strings->text, start);
  g_string_append_c (self->strings->text, '\0');
  end = (guint32) self->strings->text->len;
  g_array_append_val (starts, end);
}

static void
on_end (JpXml *xml, const char *name, gpointer data)
{
  Reading *self = data;

  if (strcmp (name, "t") == 0)
    self->in_text = FALSE;
  else if (strcmp (name, "rPh") == 0)
    self->phonetic--;
  else if (strcmp (name, "si") == 0)
    finish_string (self, xml);
}

static void
on_text (JpXml *xml, const char *text, gsize length, gpointer data)
{
  Reading *self = data;

  if (self->in_text)
    g_string_append_len (self->strings->text, text, (gssize) length);
}

/* Reads xl/sharedStrings.xml. The limit on unpacked bytes keeps the offsets within 32 bits. */
gboolean
jp_xlsx_strings_read (JpXlsxStrings *strings, JpOoxml *package, const char *part, GCancellable *cancellable,
                      GError **error)
{
  static const JpXmlHandler handler = { on_start, on_end, on_text };
  Reading reading = { .strings = strings, .limits = jp_ooxml_limits (package) };

  return jp_ooxml_parse (package, part, &handler, &reading, cancellable, error);
}
