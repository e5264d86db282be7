/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-session.h"

G_BEGIN_DECLS

#define JP_TYPE_USE_VIEW (jp_use_view_get_type ())
G_DECLARE_FINAL_TYPE (JpUseView, jp_use_view, JP, USE_VIEW, AdwBin)

/* 使用台账 of a cluster: the identity, an entry row, the entries, plan against use by category (R-USE, 第十四条). */
void jp_use_view_show  (JpUseView *self, JpSession *session, JpSnapshot *snapshot, const char *cluster);
void jp_use_view_enter (JpUseView *self); /* the keyboard goes to the entry row */

G_END_DECLS
