/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How names and headers are compared (R-READ): NFKC, white space dropped, quote forms folded to one,
 * letters in lower case. "专精特新"小巨人"企业（家）" and its half-width form fold to the same text. */
char *jp_text_fold        (const char *text);
/* What is kept of a typed or imported text: control characters and outer white space removed, inner runs of
 * white space made one space; the characters themselves are left as they were written. */
char *jp_text_tidy        (const char *text);
/* Replaces an owned string by a copy of another, which may be NULL or the same one. */
void  jp_text_set         (char **target, const char *text);

G_END_DECLS
