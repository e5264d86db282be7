/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-use-ledger.h"

G_BEGIN_DECLS

gboolean jp_use_check_lock (const JpDossier *dossier, const JpContext *context, const char *quarter, GError **error);

G_END_DECLS
