/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-book.h"

G_BEGIN_DECLS

gboolean jp_csv_read   (const guint8 *data, gsize size, const char *name, const JpBookLimits *limits,
                        const JpBookVisitor *visitor, gpointer user_data, GCancellable *cancellable, GError **error);

/* A block from a spreadsheet, as the clipboard brings it: UTF-8, tabs between the cells. */
gboolean jp_csv_read_clipboard (const char *text, const char *name, const JpBookLimits *limits,
                                const JpBookVisitor *visitor, gpointer user_data, GError **error);

/* The text as UTF-8 without a byte order mark, from UTF-8, UTF-16 with a mark, or GB 18030 (which holds GBK). */
char    *jp_csv_decode (const guint8 *data, gsize size, gsize *length, GError **error);

G_END_DECLS
