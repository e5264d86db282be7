/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-date.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* How a column of an exported table is written. Values are texts all the same: plain decimals, ISO dates. */
typedef enum
{
  JP_OUT_TEXT, /* never taken for a number or a formula */
  JP_OUT_NUMBER,
  JP_OUT_DATE,
} JpOutKind;

typedef struct
{
  const char *header;
  JpOutKind   kind;
  guint       decimals; /* of numbers */
  gboolean    grouped;  /* thousands separators; years have none */
  guint       width;    /* in characters of 1/2 em */
} JpOutColumn;

typedef enum
{
  JP_STYLE_PLAIN    = 0,
  JP_STYLE_HEADER   = 1 << 0, /* bold on grey, wrapped, framed */
  JP_STYLE_UNLOCKED = 1 << 1, /* may be typed over on a protected sheet */
  JP_STYLE_BAD      = 1 << 2, /* on red */
  JP_STYLE_WRAPPED  = 1 << 3,
  JP_STYLE_TITLE    = 1 << 4,
  JP_STYLE_PERCENT  = 1 << 5,
  JP_STYLE_GROUPED  = 1 << 6,
} JpStyle;

/**
 * JpBookWriter:
 *
 * A workbook being written, row by row, each row once and in order. Wraps libxlsxwriter: the same bytes in every locale
 * and at any time of day, no file outside the folder it goes to.
 */
typedef struct _JpBookWriter JpBookWriter;

JpBookWriter *jp_book_writer_new       (const char *path, JpDate as_of, GError **error);
void          jp_book_writer_free      (JpBookWriter *self);
gboolean      jp_book_writer_finish    (JpBookWriter *self, GError **error);

/* Begins a sheet; what follows goes there. Rows and columns count from 1. */
void          jp_book_writer_sheet     (JpBookWriter *self, const char *name);
void          jp_book_writer_text      (JpBookWriter *self, guint row, guint column, const char *text, JpStyle style);
void          jp_book_writer_number    (JpBookWriter *self, guint row, guint column, const char *decimal,
                                        guint decimals, JpStyle style);
void          jp_book_writer_general   (JpBookWriter *self, guint row, guint column, const char *decimal,
                                        JpStyle style);
void          jp_book_writer_date      (JpBookWriter *self, guint row, guint column, JpDate date, JpStyle style);
void          jp_book_writer_value     (JpBookWriter *self, guint row, guint column, const JpOutColumn *format,
                                        const char *value, JpStyle style);
void          jp_book_writer_width     (JpBookWriter *self, guint column, guint width, const JpOutColumn *format,
                                        JpStyle style);
void          jp_book_writer_headers   (JpBookWriter *self, guint row, const JpOutColumn *columns, guint n_columns);
/* A4 landscape, header row on each page, page numbers; @last_row for the print area. */
void          jp_book_writer_page      (JpBookWriter *self, guint header_row, guint last_row, guint last_column);
void          jp_book_writer_protect   (JpBookWriter *self);

/* Pick-lists and checks of what is typed, for a whole column from @first to @last. */
void          jp_book_writer_pick      (JpBookWriter *self, guint column, guint first, guint last, const char *range,
                                        gboolean strict);
void          jp_book_writer_check_whole   (JpBookWriter *self, guint column, guint first, guint last, gint64 least,
                                            gint64 most, const char *message);
void          jp_book_writer_check_decimal (JpBookWriter *self, guint column, guint first, guint last,
                                            const char *message);
void          jp_book_writer_check_date    (JpBookWriter *self, guint column, guint first, guint last,
                                            const char *message);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpBookWriter, jp_book_writer_free)

G_END_DECLS
