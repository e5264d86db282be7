/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What there is to do about a data file that cannot be opened; each is a response of the dialog. */
#define JP_FILE_TROUBLE_RETRY   "retry"
#define JP_FILE_TROUBLE_OPEN    "open"
#define JP_FILE_TROUBLE_RESTORE "restore"
#define JP_FILE_TROUBLE_CLOSE   "close"

GtkWidget *jp_file_trouble_new (GtkWindow *parent, const char *path, const GError *error);

G_END_DECLS
