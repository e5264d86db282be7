/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-e2e.h"

G_BEGIN_DECLS

#define JP_E2E_POLL_US 30000

/* By when what is waited for must be there. */
gint64 jp_e2e_deadline (void);

G_END_DECLS
