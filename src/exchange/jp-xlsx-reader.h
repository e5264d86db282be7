/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-book.h"

G_BEGIN_DECLS

gboolean jp_xlsx_read (GBytes *bytes, const JpBookLimits *limits, const JpBookVisitor *visitor, gpointer data,
                       GCancellable *cancellable, GError **error);

G_END_DECLS
