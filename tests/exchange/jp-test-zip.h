/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A zip made by hand, so that it can lie: tests of hostile workbooks say what the directory claims. */
typedef struct
{
  GByteArray *bytes;
  GByteArray *directory;
  guint       n_entries;
} JpTestZip;

JpTestZip *jp_test_zip_new      (void);
void       jp_test_zip_add      (JpTestZip *self, const char *name, const char *text);
void       jp_test_zip_add_data (JpTestZip *self, const char *name, const guint8 *data, gsize size);
/* As many unpacked bytes as @claimed says, whatever @data holds. */
void       jp_test_zip_add_liar (JpTestZip *self, const char *name, const char *text, guint32 claimed, guint32 crc);
GBytes    *jp_test_zip_finish   (JpTestZip *self); /* frees it */

/* A workbook with one sheet "表" of @rows (the inside of sheetData); @strings, @styles and @properties (of the
 * workbook element) may be NULL. */
GBytes    *jp_test_book         (const char *rows, const char *strings, const char *styles, const char *properties);
JpTestZip *jp_test_book_begin   (const char *properties);

#define JP_TEST_MAIN "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""

G_END_DECLS
