/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define JP_TYPE_RESTORE_DIALOG (jp_restore_dialog_get_type ())
G_DECLARE_FINAL_TYPE (JpRestoreDialog, jp_restore_dialog, JP, RESTORE_DIALOG, AdwWindow)

/* Chooses a backup of @data_file, or a file, and shows what it holds. Emits "chosen" (char *path). @newest: the last
 * journal entry of the present file; 0: there is none. */
JpRestoreDialog *jp_restore_dialog_new (GtkWindow *parent, const char *data_file, gint64 newest);

G_END_DECLS
