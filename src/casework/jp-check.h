/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-desk.h"
#include "jp-store-backup.h"

G_BEGIN_DECLS

GPtrArray *jp_casework_check (JpDesk *desk, GCancellable *cancellable, GError **error);

G_END_DECLS
