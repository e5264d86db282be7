/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define JP_TYPE_CHOICE_ROW (jp_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (JpChoiceRow, jp_choice_row, JP, CHOICE_ROW, AdwActionRow)

/**
 * JpChoiceRow:
 *
 * A row to choose one of many names from, found as in the ledger: by characters, pinyin or initials, per keystroke.
 * Signal "chosen": the user, or jp_choice_row_choose(), took another.
 */
GtkWidget  *jp_choice_row_new         (void);
/* @ids and @names (of char) go together; one that is not there chooses the first. Nothing is signalled. */
void        jp_choice_row_set_choices (JpChoiceRow *self, GPtrArray *ids, GPtrArray *names, const char *chosen);
const char *jp_choice_row_get_chosen  (JpChoiceRow *self); /* NULL: there is nothing to choose from */
void        jp_choice_row_choose      (JpChoiceRow *self, const char *id);

G_END_DECLS
