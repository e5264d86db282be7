/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-snapshot.h"

G_BEGIN_DECLS

#define JP_TYPE_DUTY_LIST (jp_duty_list_get_type ())
G_DECLARE_FINAL_TYPE (JpDutyList, jp_duty_list, JP, DUTY_LIST, AdwBin)

/**
 * JpDutyList:
 *
 * 待办与预警: what is to be done, grouped by urgency, with filters by kind and district. Rows leave because the records
 * changed, never by ticking. Its "opened" signal (string) says where a row leads, as win.open-cluster takes it.
 */

/* Shows the duties of @snapshot, which the list keeps; scroll, focus and open folds stay where they were. */
void      jp_duty_list_show      (JpDutyList *self, JpSnapshot *snapshot);
/* Filters and open folds, to be found again. */
GVariant *jp_duty_list_get_state (JpDutyList *self);
void      jp_duty_list_set_state (JpDutyList *self, GVariant *state);

G_END_DECLS
