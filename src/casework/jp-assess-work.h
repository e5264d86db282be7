/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-assess.h"
#include "jp-desk.h"

G_BEGIN_DECLS

gboolean jp_casework_assess (JpDesk *desk, const char *cluster, int year, JpAssessAct *act, GError **error);

G_END_DECLS
