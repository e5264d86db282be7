/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-new-file.h"

G_BEGIN_DECLS

#define JP_TYPE_NEW_FILE_DIALOG (jp_new_file_dialog_get_type ())
G_DECLARE_FINAL_TYPE (JpNewFileDialog, jp_new_file_dialog, JP, NEW_FILE_DIALOG, AdwWindow)

/* Asks whose office a new data file is, who sits here and where it is kept. Emits "chosen" (JpNewFile, borrowed). */
JpNewFileDialog *jp_new_file_dialog_new (GtkWindow *parent, JpDate today);

G_END_DECLS
