/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-fund-case.h"

G_DEFINE_QUARK (jp-fund-error-quark, jp_fund_error)
