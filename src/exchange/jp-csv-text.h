/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void        jp_csv_text_append  (GString *line, const char *text);
const char *jp_csv_text_unguard (const char *text, gsize *length);

G_END_DECLS
