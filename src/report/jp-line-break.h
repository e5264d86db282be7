/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean jp_line_break_is_chinese (gunichar character);
gboolean jp_line_break_allowed    (gunichar before, gunichar after, gboolean unicode_allows);

G_END_DECLS
