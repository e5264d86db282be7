/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-form.h"

G_BEGIN_DECLS

/* What is done with a pack from its page. Each is over the window that @over lies in. */

JpForm *jp_rules_confirm_open (GtkWidget *over, JpSession *session);
void    jp_rules_export_open  (GtkWidget *over, const JpPack *pack);
void    jp_rules_export_text_open (GtkWidget *over, const char *name, const char *json);
JpForm *jp_rules_force_open   (GtkWidget *over, JpSession *session, JpPack *pack);
/* A valid pack becomes the draft; an invalid one is refused with every fault by its path. */
void    jp_rules_import_open  (GtkWidget *over, JpSession *session);
void    jp_rules_import_file  (GtkWidget *over, JpSession *session, const char *path);

G_END_DECLS
