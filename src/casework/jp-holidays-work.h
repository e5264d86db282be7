/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-desk.h"

G_BEGIN_DECLS

gboolean jp_casework_holidays_add (JpDesk *desk, const char *json, GError **error);

G_END_DECLS
