/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-session.h"

G_BEGIN_DECLS

#define JP_TYPE_IMPORT_DIALOG (jp_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (JpImportDialog, jp_import_dialog, JP, IMPORT_DIALOG, AdwWindow)

/* Reads a table, shows what would come of it, and brings it in when told to; all of it or nothing (R-READ). */
JpImportDialog *jp_import_dialog_new        (GtkWindow *parent, JpSession *session);
void            jp_import_dialog_read_file  (JpImportDialog *self, const char *path);
/* @name: what the journal calls it. */
void            jp_import_dialog_read_bytes (JpImportDialog *self, GBytes *bytes, const char *name);

G_END_DECLS
