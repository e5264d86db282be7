/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-csv-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
has_mark (const guint8 *data, gsize size, const char *mark, gsize length)
{
  return size >= length && memcmp (data, mark, length) == 0;
}

static char *
refuse_encoding (GError **error)
{
  g_set_error_literal (error, JP_BOOK_ERROR, JP_BOOK_ERROR_KIND,
                       _("The file is neither a workbook nor text in UTF-8, UTF-16 or GB 18030. Save it as .xlsx and "
                         "import that."));
  return NULL;
}

static char *
convert (const guint8 *data, gsize size, const char *encoding, gsize *length, GError **error)
{
  char *text = g_convert ((const char *) data, (gssize) size, "UTF-8", encoding, NULL, length, NULL);

  return text != NULL ? text : refuse_encoding (error);
}

/* A zero byte is no text: it would hide what follows it from one program and not from another. */
static char *
without_zeros (char *text, gsize length, GError **error)
{
  if (text == NULL || memchr (text, '\0', length) == NULL)
    return text;

  g_free (text);
  g_set_error_literal (error, JP_BOOK_ERROR, JP_BOOK_ERROR_DAMAGED,
                       _("The file contains zero bytes, so it is not a text file. Save the table as .xlsx and import "
                         "that."));
  return NULL;
}

char *
jp_csv_decode (const guint8 *data, gsize size, gsize *length, GError **error)
{
  char *text;

  if (has_mark (data, size, "\xFF\xFE", 2))
    text = convert (data + 2, size - 2, "UTF-16LE", length, error);
  else if (has_mark (data, size, "\xFE\xFF", 2))
    text = convert (data + 2, size - 2, "UTF-16BE", length, error);
  else
    {
      gsize mark = has_mark (data, size, "\xEF\xBB\xBF", 3) ? 3 : 0;

      /* Zero bytes first: to g_utf8_validate() they are as wrong as any other. */
      if (memchr (data, '\0', size) != NULL)
        return without_zeros (g_strdup (""), 1, error);
      if (g_utf8_validate ((const char *) data + mark, (gssize) (size - mark), NULL))
        {
          *length = size - mark;
          return g_strndup ((const char *) data + mark, *length);
        }
      text = mark == 0 ? convert (data, size, "GB18030", length, error) : refuse_encoding (error);
    }

  return without_zeros (text, *length, error);
}
