/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-ooxml.h"

G_BEGIN_DECLS

/* The shared texts of a workbook, one after the other in one buffer. */
typedef struct
{
  GString *text;   /* each with its NUL */
  GArray  *starts; /* of guint32: where each begins; one more at the end */
} JpXlsxStrings;

void        jp_xlsx_strings_init  (JpXlsxStrings *strings);
void        jp_xlsx_strings_clear (JpXlsxStrings *strings);
gboolean    jp_xlsx_strings_read  (JpXlsxStrings *strings, JpOoxml *package, const char *part,
                                   GCancellable *cancellable, GError **error);
const char *jp_xlsx_strings_get   (const JpXlsxStrings *strings, guint64 index, gsize *length); /* NULL: none such */

/* Workbooks write control characters as _xHHHH_, and an underscore before such letters as _x005F_. Undoes that in what
 * was appended to @text from @start on. */
void        jp_xlsx_unescape      (GString *text, gsize start);
char       *jp_xlsx_escape        (const char *text); /* NULL: it can stand as it is */

/* How a number is shown, by its format. */
typedef enum
{
  JP_FORMAT_NUMBER,
  JP_FORMAT_PERCENT,
  JP_FORMAT_DATE,
} JpFormatKind;

JpFormatKind jp_xlsx_format_kind     (guint64 id, const char *code); /* @code: NULL for a built-in format */
/* Of JpFormatKind, by the index that cells give. */
GArray      *jp_xlsx_styles_read     (JpOoxml *package, const char *part, GCancellable *cancellable, GError **error);

/* Non-negative decimal digits and nothing else; FALSE also where they do not fit. */
gboolean     jp_xlsx_parse_index     (const char *text, gsize length, guint64 *value);

/* What a sheet needs of its workbook. */
typedef struct
{
  JpOoxml     *package;
  JpXlsxStrings  strings;
  GArray        *styles;    /* of JpFormatKind; may be empty */
  gboolean       from_1904; /* days are counted from 1904-01-01 */
  guint          filled_rows; /* of the whole workbook so far */
} JpXlsxBook;

gboolean jp_xlsx_sheet_read (JpXlsxBook *book, const char *part, const JpBookVisitor *visitor, gpointer data,
                             GCancellable *cancellable, GError **error);
JpDate   jp_xlsx_serial_to_date (const char *text, gsize length, gboolean from_1904);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JpXlsxStrings, jp_xlsx_strings_clear)

G_END_DECLS
