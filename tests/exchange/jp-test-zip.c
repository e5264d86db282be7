/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-test-zip.h"

#include <string.h>
#include <zlib.h>

#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static void
put16 (GByteArray *bytes, guint value)
{
  const guint8 two[] = { (guint8) value, (guint8) (value >> 8) };

  g_byte_array_append (bytes, two, 2);
}

static void
put32 (GByteArray *bytes, guint32 value)
{
  put16 (bytes, value & 0xFFFF);
  put16 (bytes, value >> 16);
}

JpTestZip *
jp_test_zip_new (void)
{
  JpTestZip *self = g_new0 (JpTestZip, 1);

  self->bytes = g_byte_array_new ();
  self->directory = g_byte_array_new ();
  return self;
}

static void
put_common (GByteArray *bytes, guint32 crc, gsize packed, guint32 unpacked, const char *name)
{
  put16 (bytes, 20);
  put16 (bytes, 0);
  put16 (bytes, 8); /* deflated */
  put32 (bytes, 0);
  put32 (bytes, crc);
  put32 (bytes, (guint32) packed);
  put32 (bytes, unpacked);
  put16 (bytes, (guint) strlen (name));
  put16 (bytes, 0);
}

static void
add (JpTestZip *self, const char *name, const guint8 *data, gsize size, guint32 claimed, guint32 crc)
{
  guint32 offset = self->bytes->len;
  uLong bound = compressBound (size) + 64;
  g_autofree guint8 *packed = g_malloc (bound);
  z_stream stream
    = { .next_in = (guint8 *) data, .avail_in = (uInt) size, .next_out = packed, .avail_out = (uInt) bound };

  g_assert_cmpint (deflateInit2 (&stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY), ==, Z_OK);
  g_assert_cmpint (deflate (&stream, Z_FINISH), ==, Z_STREAM_END);
  deflateEnd (&stream);

  put32 (self->bytes, 0x04034b50);
  put_common (self->bytes, crc, stream.total_out, claimed, name);
  g_byte_array_append (self->bytes, (const guint8 *) name, (guint) strlen (name));
  g_byte_array_append (self->bytes, packed, (guint) stream.total_out);

  put32 (self->directory, 0x02014b50);
  put16 (self->directory, 20);
  put_common (self->directory, crc, stream.total_out, claimed, name);
  put16 (self->directory, 0);
  put16 (self->directory, 0);
  put16 (self->directory, 0);
  put32 (self->directory, 0);
  put32 (self->directory, offset);
  g_byte_array_append (self->directory, (const guint8 *) name, (guint) strlen (name));
  self->n_entries++;
}

void
jp_test_zip_add_data (JpTestZip *self, const char *name, const guint8 *data, gsize size)
{
  add (self, name, data, size, (guint32) size, (guint32) crc32 (crc32 (0, NULL, 0), data, (uInt) size));
}

void
jp_test_zip_add (JpTestZip *self, const char *name, const char *text)
{
  jp_test_zip_add_data (self, name, (const guint8 *) text, strlen (text));
}

void
jp_test_zip_add_liar (JpTestZip *self, const char *name, const char *text, guint32 claimed, guint32 crc)
{
  add (self, name, (const guint8 *) text, strlen (text), claimed, crc);
}

GBytes *
jp_test_zip_finish (JpTestZip *self)
{
  GByteArray *bytes = self->bytes;
  guint32 position = bytes->len;

  g_byte_array_append (bytes, self->directory->data, self->directory->len);
  put32 (bytes, 0x06054b50);
  put32 (bytes, 0);
  put16 (bytes, MIN (self->n_entries, 0xFFFF));
  put16 (bytes, MIN (self->n_entries, 0xFFFF));
  put32 (bytes, self->directory->len);
  put32 (bytes, position);
  put16 (bytes, 0);
  g_byte_array_unref (self->directory);
  g_free (self);

  return g_byte_array_free_to_bytes (bytes);
}

JpTestZip *
jp_test_book_begin (const char *properties)
{
  JpTestZip *zip = jp_test_zip_new ();
  g_autofree char *workbook = g_strdup_printf (
      "<?xml version=\"1.0\"?><workbook " JP_TEST_MAIN " xmlns:r=\"" RELATIONS "\">%s"
      "<sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
      properties != NULL ? properties : "");

  jp_test_zip_add (zip, "[Content_Types].xml", "<Types/>");
  jp_test_zip_add (zip, "_rels/.rels",
                   "<Relationships><Relationship Id=\"r1\" Type=\"" RELATIONS "/officeDocument\" "
                   "Target=\"xl/workbook.xml\"/></Relationships>");
  jp_test_zip_add (zip, "xl/workbook.xml", workbook);
  jp_test_zip_add (zip, "xl/_rels/workbook.xml.rels",
                   "<Relationships><Relationship Id=\"rId1\" Type=\"" RELATIONS "/worksheet\" "
                   "Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" RELATIONS "/sharedStrings\" "
                   "Target=\"/xl/sharedStrings.xml\"/><Relationship Id=\"rId3\" Type=\"" RELATIONS "/styles\" "
                   "Target=\"styles.xml\"/></Relationships>");

  return zip;
}

GBytes *
jp_test_book (const char *rows, const char *strings, const char *styles, const char *properties)
{
  JpTestZip *zip = jp_test_book_begin (properties);
  g_autofree char *sheet
    = g_strconcat ("<worksheet " JP_TEST_MAIN "><sheetData>", rows, "</sheetData></worksheet>", NULL);

  jp_test_zip_add (zip, "xl/worksheets/sheet1.xml", sheet);
  if (strings != NULL)
    {
      g_autofree char *part = g_strconcat ("<sst " JP_TEST_MAIN ">", strings, "</sst>", NULL);

      jp_test_zip_add (zip, "xl/sharedStrings.xml", part);
    }
  if (styles != NULL)
    {
      g_autofree char *part = g_strconcat ("<styleSheet " JP_TEST_MAIN ">", styles, "</styleSheet>", NULL);

      jp_test_zip_add (zip, "xl/styles.xml", part);
    }

  return jp_test_zip_finish (zip);
}
