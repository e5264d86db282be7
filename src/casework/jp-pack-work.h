/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-desk.h"

G_BEGIN_DECLS

gboolean jp_casework_pack_use     (JpDesk *desk, JpPack *pack, int year, GError **error);
gboolean jp_casework_pack_confirm (JpDesk *desk, const char *document, JpDate date, GError **error);

G_END_DECLS
