/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-session.h"
#include "jp-use-book.h"

G_BEGIN_DECLS

#define JP_TYPE_USE_ENTRY_ROW (jp_use_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (JpUseEntryRow, jp_use_entry_row, JP, USE_ENTRY_ROW, AdwBin)

/**
 * JpUseEntryRow:
 *
 * One entry of the use ledger at keyboard speed: Enter goes on and at the end writes; date, year, category and payee
 * stay as they were for the next. What looks like an entry that is there already is asked about first.
 */
void       jp_use_entry_row_show (JpUseEntryRow *self, JpSession *session, JpUseBook *book);
/* The fields, in the order in which Enter goes through them. */
GtkWidget *jp_use_entry_row_nth  (JpUseEntryRow *self, guint index);
const char *jp_use_entry_row_get_message (JpUseEntryRow *self); /* NULL: nothing wrong */

G_END_DECLS
