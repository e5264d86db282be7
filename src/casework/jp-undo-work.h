/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-desk.h"

G_BEGIN_DECLS

/* In whose words a refusal says what takes an official act back. */
typedef enum
{
  JP_HINT_COMMANDS, /* of jipingctl */
  JP_HINT_WINDOW,   /* the names of its pages and buttons */
} JpHint;

/* Taking entry work back, or doing it again, as an entry of this desk. */
JpEntry *jp_casework_undo       (JpDesk *desk, JpHint hint, GError **error);
JpEntry *jp_casework_undo_entry (JpDesk *desk, gint64 seq, JpHint hint, GError **error);
JpEntry *jp_casework_redo       (JpDesk *desk, JpHint hint, GError **error);

G_END_DECLS
