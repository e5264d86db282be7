/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "jp-snapshot.h"

G_BEGIN_DECLS

#define JP_TYPE_DUTY_REF (jp_duty_ref_get_type ())
G_DECLARE_FINAL_TYPE (JpDutyRef, jp_duty_ref, JP, DUTY_REF, GObject)

/* One obligation as an item of a list; it keeps alive what it belongs to. */
JpSnapshot         *jp_duty_ref_get_snapshot (JpDutyRef *self);
const JpObligation *jp_duty_ref_get_duty     (JpDutyRef *self);

#define JP_TYPE_DUTY_MODEL (jp_duty_model_get_type ())
G_DECLARE_FINAL_TYPE (JpDutyModel, jp_duty_model, JP, DUTY_MODEL, GObject)

/* A list of obligations that makes its items as they are looked at: a hundred thousand cost nothing. */
JpDutyModel        *jp_duty_model_new        (void);
void                jp_duty_model_set        (JpDutyModel *self, JpSnapshot *snapshot, GPtrArray *duties);
const JpObligation *jp_duty_model_nth        (JpDutyModel *self, guint index);

G_END_DECLS
