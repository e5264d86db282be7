/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-duty-item.h"

G_BEGIN_DECLS

#define JP_TYPE_DUTY_ROW (jp_duty_row_get_type ())
G_DECLARE_FINAL_TYPE (JpDutyRow, jp_duty_row, JP, DUTY_ROW, AdwBin)

/* One line of the list of duties: what, which cluster, by when, days left, the article. */
GtkWidget  *jp_duty_row_new      (void);
void        jp_duty_row_set_item (JpDutyRow *self, JpDutyItem *item); /* NULL: of none */
/* So that days and articles of all rows stand under one another. */
void        jp_duty_row_align    (JpDutyRow *self, GtkSizeGroup *articles);

G_END_DECLS
