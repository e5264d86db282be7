/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-desk.h"

G_BEGIN_DECLS

/* Taking back the last entry work, or doing it again, as an entry of this desk. */
JpEntry *jp_casework_undo (JpDesk *desk, GError **error);
JpEntry *jp_casework_redo (JpDesk *desk, GError **error);

G_END_DECLS
