/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-form.h"

G_BEGIN_DECLS

/* Adding the State Council's arrangement of a year: typed, or read from a file. */
JpForm *jp_holidays_form_open   (GtkWidget *over, JpSession *session);
void    jp_holidays_import_open (GtkWidget *over, JpSession *session);
/* Says what the file holds before it is added; a faulty one is refused with every fault. */
void    jp_holidays_import_file (GtkWidget *over, JpSession *session, const char *path);

G_END_DECLS
