/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-paper-order.h"
#include "jp-table-copy.h"

G_BEGIN_DECLS

/* The tables of a report, one under the other, onto the clipboard; said by a toast of the window @from is in. */
void         jp_paper_copy_tables (const JpPaperOrder *order, GtkWidget *from);

/* The same, made on whatever thread. */
JpTableCopy *jp_paper_copy_new    (const JpPaperOrder *order, GCancellable *cancellable);

G_END_DECLS
