/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-form.h"

G_BEGIN_DECLS

/* What is done with a pack from its page. Each is over the window that @over lies in. */

JpForm *jp_rules_confirm_open (GtkWidget *over, JpSession *session);
void    jp_rules_export_open  (GtkWidget *over, const JpPack *pack);

G_END_DECLS
