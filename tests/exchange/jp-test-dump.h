/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-book.h"

G_BEGIN_DECLS

/* What a visitor saw, as one text: "[表] 1: A'名称' B#2025 C%0.182 | 3: A@2025-11-05". Kinds: ' text, # number,
 * % per cent, @ date, & boolean, ! error, = formula without a value. */
char *jp_test_dump (GBytes *bytes, const JpBookLimits *limits, GError **error);

G_END_DECLS
