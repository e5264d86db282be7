/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-table.h"

G_BEGIN_DECLS

gboolean jp_xlsx_read (GBytes *bytes, const JpTableLimits *limits, const JpTableVisitor *visitor, gpointer data,
                       GCancellable *cancellable, GError **error);

G_END_DECLS
