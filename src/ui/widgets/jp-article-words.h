/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What an article rules, in plain words of our own; NULL: nothing this program works with. */
const char *jp_article_words (const char *article);

G_END_DECLS
