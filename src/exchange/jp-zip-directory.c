/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-zip-directory.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Names in workbooks are short and shallow; the zip library recurses once for each slash. */
#define MAX_NAME   255
#define MAX_SLASHES 8

#define END_SIZE         22
#define END64_SIZE       56
#define LOCATOR_SIZE     20
#define ENTRY_SIZE       46
#define LOCAL_SIZE       30
#define MAX_COMMENT      65535
#define FLAG_ENCRYPTED   0x0001
#define EXTRA_ZIP64      0x0001
#define METHOD_STORED    0
#define METHOD_DEFLATED  8

static guint16
get16 (const guint8 *p)
{
  return (guint16) (p[0] | p[1] << 8);
}

static guint32
get32 (const guint8 *p)
{
  return get16 (p) | (guint32) get16 (p + 2) << 16;
}

static guint64
get64 (const guint8 *p)
{
  return get32 (p) | (guint64) get32 (p + 4) << 32;
}

static gboolean
refuse_damaged (GError **error)
{
  g_set_error_literal (error, JP_BOOK_ERROR, JP_BOOK_ERROR_DAMAGED,
                       _("The workbook is damaged or was cut short. Ask for it again, or open it and save it anew."));
  return FALSE;
}

/* The end record stands last, before an optional comment. */
static const guint8 *
find_end (const guint8 *data, gsize size)
{
  gsize lowest = size > END_SIZE + MAX_COMMENT ? size - END_SIZE - MAX_COMMENT : 0;

  if (size < END_SIZE)
    return NULL;

  for (gsize at = size - END_SIZE + 1; at-- > lowest;)
    if (get32 (data + at) == 0x06054b50)
      return data + at;

  return NULL;
}

/* How many entries, and where the first stands; the 64-bit record replaces the short one where it is. */
static gboolean
find_directory (const guint8 *data, gsize size, guint64 *n_entries, guint64 *position)
{
  const guint8 *end = find_end (data, size);
  gsize at;

  if (end == NULL)
    return FALSE;

  *n_entries = get16 (end + 10);
  *position = get32 (end + 16);
  at = (gsize) (end - data);
  if (at >= LOCATOR_SIZE && get32 (end - LOCATOR_SIZE) == 0x07064b50)
    {
      guint64 end64 = get64 (end - LOCATOR_SIZE + 8);

      if (size < END64_SIZE || end64 > size - END64_SIZE || get32 (data + end64) != 0x06064b50)
        return FALSE;
      *n_entries = get64 (data + end64 + 32);
      *position = get64 (data + end64 + 48);
    }

  return *position <= size;
}

/* The sizes and the offset, where they stand in the 64-bit extra field. */
static gboolean
read_extra (const guint8 *extra, gsize length, guint64 *values[3])
{
  while (length >= 4)
    {
      guint16 kind = get16 (extra), size = get16 (extra + 2);

      extra += 4;
      length -= 4;
      if (size > length)
        return FALSE;
      if (kind == EXTRA_ZIP64)
        for (guint i = 0; i < 3; i++)
          if (*values[i] == G_MAXUINT32 && size >= 8)
            {
              *values[i] = get64 (extra);
              extra += 8;
              length -= 8;
              size = (guint16) (size - 8);
            }
      extra += size;
      length -= size;
    }

  return TRUE;
}

static gboolean
is_plain_name (const char *name, gsize length)
{
  guint slashes = 0;

  if (length == 0 || length > MAX_NAME || memchr (name, '\0', length) != NULL)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    slashes += name[i] == '/' ? 1 : 0;

  return slashes <= MAX_SLASHES;
}

/* Whether the entry's own header stands where the directory says. */
static gboolean
has_local_header (const guint8 *data, gsize size, guint64 offset, guint64 packed)
{
  guint64 start;

  if (size < LOCAL_SIZE || offset > size - LOCAL_SIZE || get32 (data + offset) != 0x04034b50)
    return FALSE;

  start = offset + LOCAL_SIZE + get16 (data + offset + 26) + get16 (data + offset + 28);
  return start <= size && packed <= size - start;
}

/* Carelessly made workbooks say the 0th of month 0. Zero as a whole stands for no time. */
static gboolean
is_time (guint16 time, guint16 day)
{
  return (time == 0 && day == 0) ||
         (g_date_valid_dmy (day & 31, (GDateMonth) (day >> 5 & 15), (GDateYear) ((day >> 9) + 1980)) &&
          time >> 11 < 24 && (time >> 5 & 63) < 60 && (time & 31) < 30);
}

/* One entry at *@at, which moves on to the next. */
static JpZipEntry *
read_entry (const guint8 *data, gsize size, guint64 *at, gboolean *encrypted)
{
  const guint8 *p = data + *at;
  guint64 packed, unpacked, offset;
  guint64 *values[3] = { &unpacked, &packed, &offset };
  gsize name_length, extra_length, length;
  guint16 method;
  JpZipEntry *entry;

  if (size < ENTRY_SIZE || *at > size - ENTRY_SIZE || get32 (p) != 0x02014b50)
    return NULL;

  name_length = get16 (p + 28);
  extra_length = get16 (p + 30);
  length = ENTRY_SIZE + name_length + extra_length + get16 (p + 32);
  if (length > size - *at)
    return NULL;

  packed = get32 (p + 20);
  unpacked = get32 (p + 24);
  offset = get32 (p + 42);
  method = get16 (p + 10);
  if (!read_extra (p + ENTRY_SIZE + name_length, extra_length, values) ||
      (method != METHOD_STORED && method != METHOD_DEFLATED) ||
      !is_plain_name ((const char *) p + ENTRY_SIZE, name_length) || !has_local_header (data, size, offset, packed))
    return NULL;

  *encrypted = *encrypted || (get16 (p + 8) & FLAG_ENCRYPTED) != 0;
  entry = g_new0 (JpZipEntry, 1);
  entry->name = g_strndup ((const char *) p + ENTRY_SIZE, name_length);
  entry->crc = get32 (p + 16);
  entry->packed = packed;
  entry->unpacked = unpacked;
  entry->bad_time = is_time (get16 (p + 12), get16 (p + 14)) ? 0 : *at + 12;
  *at += length;

  return entry;
}

static gboolean
read_entries (GHashTable *entries, const guint8 *data, gsize size, guint64 n_entries, guint64 at, GError **error)
{
  gboolean encrypted = FALSE;

  for (guint64 i = 0; i < n_entries; i++)
    {
      JpZipEntry *entry = read_entry (data, size, &at, &encrypted);

      /* Two parts of one name read differently in different programs. */
      if (entry == NULL || !g_hash_table_insert (entries, g_ascii_strdown (entry->name, -1), entry))
        return refuse_damaged (error);
    }
  if (encrypted)
    {
      g_set_error_literal (error, JP_BOOK_ERROR, JP_BOOK_ERROR_KIND,
                           _("The file is packed with a password. Save the workbook without one and import it again."));
      return FALSE;
    }

  return TRUE;
}

void
jp_zip_entry_free (JpZipEntry *entry)
{
  if (entry == NULL)
    return;

  g_free (entry->name);
  g_free (entry);
}

/* Reads and checks the directory of a zip, so that the library that unpacks it is never shown one that would make
 * it recurse deeply, loop for long or guess. */
GHashTable *
jp_zip_directory_read (const guint8 *data, gsize size, const JpBookLimits *limits, GError **error)
{
  g_autoptr (GHashTable) entries = NULL;
  guint64 n_entries, position;

  if (!find_directory (data, size, &n_entries, &position))
    {
      refuse_damaged (error);
      return NULL;
    }
  if (n_entries > limits->parts)
    {
      g_set_error (error, JP_BOOK_ERROR, JP_BOOK_ERROR_LIMIT,
                   _("The workbook consists of more than %u parts, the most that is read. Copy its sheets into a new "
                     "workbook and import that."),
                   limits->parts);
      return NULL;
    }

  entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) jp_zip_entry_free);
  if (!read_entries (entries, data, size, n_entries, position, error))
    return NULL;

  return g_steal_pointer (&entries);
}
