/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-book.h"

#include "jp-csv-reader.h"
#include "jp-xlsx-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (jp-book-error-quark, jp_book_error)

const JpBookLimits JP_BOOK_LIMITS = JP_BOOK_LIMITS_INIT;

#define READ_BLOCK (256 * 1024)

static gboolean
starts_with (const guint8 *data, gsize size, const char *magic, gsize length)
{
  return size >= length && memcmp (data, magic, length) == 0;
}

/* The folder of an OLE2 file writes its names in UTF-16; no other part of it has to be understood. */
static gboolean
is_encrypted (const guint8 *data, gsize size)
{
  static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

  return memmem (data, size, name, sizeof name) != NULL;
}

static gboolean
refuse_compound (const guint8 *data, gsize size, GError **error)
{
  if (is_encrypted (data, size))
    g_set_error_literal (error, JP_BOOK_ERROR, JP_BOOK_ERROR_KIND,
                         _("The workbook is protected by a password. Open it, take the password off, save it and "
                           "import it again."));
  else
    g_set_error_literal (error, JP_BOOK_ERROR, JP_BOOK_ERROR_KIND,
                         _("This is a workbook of the old kind (.xls or .et). Save it as .xlsx and import that."));
  return FALSE;
}

/* Where a caller gives no limits, the shipped ones hold. */
static const JpBookLimits *
limits_or_default (const JpBookLimits *limits)
{
  return limits != NULL ? limits : &JP_BOOK_LIMITS;
}

static gboolean
refuse_size (const JpBookLimits *limits, GError **error)
{
  g_autofree char *most = g_format_size_full (limits->file_bytes, G_FORMAT_SIZE_IEC_UNITS);

  g_set_error (error, JP_BOOK_ERROR, JP_BOOK_ERROR_LIMIT,
               _("The file is larger than %s, the most that is read. Split it and import the parts."), most);
  return FALSE;
}

/**
 * jp_book_load:
 * @path: a file of the disk
 * @limits: (nullable): how much to read; %NULL: %JP_BOOK_LIMITS
 * @error: return location for a %G_IO_ERROR or a [enum@Jp.TableError]
 *
 * Reads a whole file into memory, but never more than the limit, whatever the disk says its size is.
 *
 * Returns: (transfer full) (nullable): its bytes
 */
GBytes *
jp_book_load (const char *path, const JpBookLimits *limits, GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GByteArray) bytes = NULL;
  g_autofree guint8 *block = NULL;
  gssize n;

  g_return_val_if_fail (path != NULL, NULL);

  limits = limits_or_default (limits);
  file = g_file_new_for_path (path);
  stream = g_file_read (file, NULL, error);
  if (stream == NULL)
    return NULL;

  bytes = g_byte_array_new ();
  block = g_malloc (READ_BLOCK);
  while ((n = g_input_stream_read (G_INPUT_STREAM (stream), block, READ_BLOCK, NULL, error)) > 0)
    {
      if (bytes->len + (guint64) n > limits->file_bytes)
        {
          refuse_size (limits, error);
          return NULL;
        }
      g_byte_array_append (bytes, block, (guint) n);
    }
  if (n < 0)
    return NULL;

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * jp_book_read:
 * @bytes: a whole file, as the disk or another office gave it
 * @name: the name of the one sheet of a CSV file
 * @limits: (nullable): how much to read; %NULL: %JP_BOOK_LIMITS
 * @visitor: who is shown the sheets and rows
 * @data: for @visitor
 * @cancellable: (nullable): stops between rows
 * @error: return location for a [enum@Jp.TableError], %G_IO_ERROR_CANCELLED, or what @visitor says
 *
 * Reads a workbook (.xlsx) or a CSV file, told apart by their first bytes, never by the file's name. Nothing is
 * unpacked to the disk, no entity is expanded, no other file is opened. Rule R-READ.
 *
 * Returns: whether the whole table was read
 */
gboolean
jp_book_read (GBytes *bytes, const char *name, const JpBookLimits *limits, const JpBookVisitor *visitor,
               gpointer data, GCancellable *cancellable, GError **error)
{
  const guint8 *start;
  gsize size;

  g_return_val_if_fail (bytes != NULL && name != NULL, FALSE);
  g_return_val_if_fail (visitor != NULL && visitor->sheet != NULL && visitor->row != NULL, FALSE);

  limits = limits_or_default (limits);
  start = g_bytes_get_data (bytes, &size);
  if (size > limits->file_bytes)
    return refuse_size (limits, error);
  if (size == 0)
    {
      g_set_error_literal (error, JP_BOOK_ERROR, JP_BOOK_ERROR_DAMAGED, _("The file is empty."));
      return FALSE;
    }

  if (starts_with (start, size, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8))
    return refuse_compound (start, size, error);
  if (starts_with (start, size, "PK", 2))
    return jp_xlsx_read (bytes, limits, visitor, data, cancellable, error);

  return jp_csv_read (start, size, name, limits, visitor, data, cancellable, error);
}
