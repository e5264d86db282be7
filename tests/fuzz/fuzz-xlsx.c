/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-fuzz.h"

#include "jp-fuzz-import.h"
#include "jp-test-zip.h"

#include <string.h>

/* The part that the bytes look like, when they are not a zip of their own. */
static const char *
guess_part (const guint8 *data, gsize size)
{
  if (size > 0 && memmem (data, size, "<sst", 4) != NULL)
    return "xl/sharedStrings.xml";
  if (size > 0 && memmem (data, size, "<styleSheet", 11) != NULL)
    return "xl/styles.xml";

  return "xl/worksheets/sheet1.xml";
}

/* A checksum stops nearly every change to a zip; so bytes that are none are put into one, as a part of a workbook. */
static GBytes *
wrap (const guint8 *data, gsize size)
{
  static const char sheet[] =
      "<worksheet " JP_TEST_MAIN "><sheetData><row r=\"1\"><c r=\"A1\" s=\"1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"2\">"
      "<v>45966</v></c></row></sheetData></worksheet>";
  const char *part = guess_part (data, size);
  JpTestZip *zip = jp_test_book_begin (NULL);

  if (strcmp (part, "xl/worksheets/sheet1.xml") != 0)
    jp_test_zip_add (zip, "xl/worksheets/sheet1.xml", sheet);
  jp_test_zip_add_data (zip, part, data, size);

  return jp_test_zip_finish (zip);
}

/* Any bytes as a workbook, or as a part of one: what is read keeps its promises, or it is refused with a sentence. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes =
      size >= 2 && memcmp (data, "PK", 2) == 0 ? g_bytes_new_static (data, size) : wrap (data, size);

  jp_fuzz_import (bytes);

  return 0;
}
