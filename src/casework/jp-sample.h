/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-desk.h"

G_BEGIN_DECLS

/* The first day of the book of a sample (R-SINCE): years the sample does not tell of are no omissions. */
JpDate   jp_casework_sample_since (JpDate today);
gboolean jp_casework_sample       (JpStore *store, JpDate today, GError **error);

G_END_DECLS
