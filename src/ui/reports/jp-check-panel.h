/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-session.h"

G_BEGIN_DECLS

#define JP_TYPE_CHECK_PANEL (jp_check_panel_get_type ())
G_DECLARE_FINAL_TYPE (JpCheckPanel, jp_check_panel, JP, CHECK_PANEL, AdwBin)

/* 核对纸质件: the check code of a stamped paper tells whether the data still says the same, and what changed. */
GtkWidget *jp_check_panel_new         (void);
void       jp_check_panel_set_session (JpCheckPanel *self, JpSession *session);
void       jp_check_panel_check       (JpCheckPanel *self, const char *code);

G_END_DECLS
