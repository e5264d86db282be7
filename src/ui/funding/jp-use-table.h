/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-table-copy.h"
#include "jp-use-book.h"

G_BEGIN_DECLS

#define JP_TYPE_USE_TABLE (jp_use_table_get_type ())
G_DECLARE_FINAL_TYPE (JpUseTable, jp_use_table, JP, USE_TABLE, AdwBin)

/* The rows of a use ledger. Signals: "selected": another row is, or none. */
void              jp_use_table_show         (JpUseTable *self, JpUseBook *book);
const JpUseEntry *jp_use_table_get_selected (JpUseTable *self, JpUseFlags *flags); /* NULL: none */
void              jp_use_table_copy         (JpUseTable *self, JpTableCopy *table);

G_END_DECLS
