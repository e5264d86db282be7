/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Collation in zh (by pinyin) as bytes that memcmp orders, for ORDER BY. */
GBytes *jp_collation_key_new (const char *text);
char   *jp_collation_version (void);

G_END_DECLS
