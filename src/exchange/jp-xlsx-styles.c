/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-xlsx-parts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const JpBookLimits *limits;
  GHashTable          *formats; /* custom ones: id → JpFormatKind */
  GArray              *styles;
  gboolean             in_cell_formats;
} Reading;

/* Reads a run of decimal digits that fits 64 bits. */
gboolean
jp_xlsx_parse_index (const char *text, gsize length, guint64 *value)
{
  *value = 0;
  if (length == 0 || length > 18)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *value = *value * 10 + (guint64) (text[i] - '0');
    }

  return TRUE;
}

/* Whether the text in brackets is an elapsed time: [h], [mm], [ss]; others are colours, conditions and locales. */
static gboolean
is_elapsed (const char *code, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (strchr ("hHmMsS", code[i]) == NULL)
      return FALSE;

  return length > 0;
}

/* Skips what stands at @p only to be shown: a quoted run, an escaped character, a padding, a bracket. */
static const char *
skip_literal (const char *p, gboolean *elapsed)
{
  const char *end;

  switch (*p)
    {
    case '"':
      end = strchr (p + 1, '"');
      return end != NULL ? end + 1 : p + strlen (p);
    case '[':
      end = strchr (p + 1, ']');
      if (end == NULL)
        return p + strlen (p);
      *elapsed = *elapsed || is_elapsed (p + 1, (gsize) (end - p - 1));
      return end + 1;
    case '\\':
    case '_':
    case '*':
      return p[1] != '\0' ? g_utf8_next_char (p + 1) : p + 1;
    default:
      return NULL;
    }
}

static gboolean
is_exponent (const char *p)
{
  return (*p == 'E' || *p == 'e') && (p[1] == '+' || p[1] == '-');
}

/* Reads the first section of a format, the one for positive numbers. */
static JpFormatKind
kind_of_code (const char *code)
{
  gboolean elapsed = FALSE;

  if (g_ascii_strncasecmp (code, "General", strlen ("General")) == 0)
    return JP_FORMAT_NUMBER;

  for (const char *p = code; *p != '\0' && *p != ';';)
    {
      const char *after = skip_literal (p, &elapsed);

      if (elapsed)
        return JP_FORMAT_DATE;
      if (after != NULL)
        {
          p = after;
          continue;
        }
      if (*p == '%')
        return JP_FORMAT_PERCENT;
      if (is_exponent (p))
        p++;
      else if (strchr ("yYmMdDhHsSeEgGbB", *p) != NULL)
        return JP_FORMAT_DATE;
      p++;
    }

  return JP_FORMAT_NUMBER;
}

/* How the format numbered @id shows a number: by its code, or as every office program reads that number. */
JpFormatKind
jp_xlsx_format_kind (guint64 id, const char *code)
{
  if (code != NULL)
    return kind_of_code (code);
  if (id == 9 || id == 10)
    return JP_FORMAT_PERCENT;
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58))
    return JP_FORMAT_DATE;

  return JP_FORMAT_NUMBER;
}

static gboolean
get_index (JpXml *xml, const char *name, guint64 *value)
{
  gsize length;
  const char *text = jp_xml_attribute (xml, name, &length);

  return text != NULL && jp_xlsx_parse_index (text, length, value);
}

static void
add_format (Reading *self, JpXml *xml)
{
  g_autofree char *code = jp_xml_dup_attribute (xml, "formatCode");
  guint64 id;

  if (code != NULL && get_index (xml, "numFmtId", &id))
    g_hash_table_insert (self->formats, GUINT_TO_POINTER ((guint) id),
                         GUINT_TO_POINTER (jp_xlsx_format_kind (id, code) + 1));
}

static void
add_style (Reading *self, JpXml *xml)
{
  guint64 id = 0;
  guint custom;
  JpFormatKind kind;

  if (self->styles->len >= self->limits->styles)
    {
      jp_xml_stop (xml, g_error_new (JP_BOOK_ERROR, JP_BOOK_ERROR_LIMIT,
                                     _("The workbook has more than %u cell styles, the most that is read. Copy its "
                                       "rows into a new workbook and import that."),
                                     self->limits->styles));
      return;
    }

  get_index (xml, "numFmtId", &id);
  custom = GPOINTER_TO_UINT (g_hash_table_lookup (self->formats, GUINT_TO_POINTER ((guint) id)));
  kind = custom != 0 ? (JpFormatKind) (custom - 1) : jp_xlsx_format_kind (id, NULL);
  g_array_append_val (self->styles, kind);
}

static void
on_start (JpXml *xml, const char *name, gpointer data)
{
  Reading *self = data;

  if (strcmp (name, "numFmt") == 0)
    add_format (self, xml);
  else if (strcmp (name, "cellXfs") == 0)
    self->in_cell_formats = TRUE;
  else if (self->in_cell_formats && strcmp (name, "xf") == 0)
    add_style (self, xml);
}

static void
on_end (JpXml *xml, const char *name, gpointer data)
{
  Reading *self = data;

  if (strcmp (name, "cellXfs") == 0)
    self->in_cell_formats = FALSE;
}

/* Reads xl/styles.xml, of which only the kinds of number formats matter. */
GArray *
jp_xlsx_styles_read (JpOoxml *package, const char *part, GCancellable *cancellable, GError **error)
{
  static const JpXmlHandler handler = { on_start, on_end, NULL };
  g_autoptr (GHashTable) formats = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) styles = g_array_new (FALSE, FALSE, sizeof (JpFormatKind));
  Reading reading = { jp_ooxml_limits (package), formats, styles, FALSE };

  if (!jp_ooxml_parse (package, part, &handler, &reading, cancellable, error))
    return NULL;

  return g_steal_pointer (&styles);
}
