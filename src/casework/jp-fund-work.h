/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-desk.h"
#include "jp-fund-case.h"

G_BEGIN_DECLS

gboolean jp_casework_fund       (JpDesk *desk, const char *cluster, JpFundAct *act, GError **error);
gboolean jp_casework_fund_start (JpDesk *desk, const char *cluster, int year, const char *reason, GError **error);

G_END_DECLS
