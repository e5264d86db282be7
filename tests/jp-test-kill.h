/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* PROMISES 1: a child works without end, says what is confirmed as soon as it is, and is killed at any moment. */

typedef struct
{
  gint64 number; /* of what was confirmed last, above 0 */
  gint64 digest; /* of the file then; 0: not said */
} JpSaid;

gboolean jp_test_say     (gint64 number, gint64 digest); /* the child; FALSE: nobody listens any more */
/* Starts this program again as "PROGRAM --work PATH ARGUMENT" and kills it within @window µs after its first word. */
JpSaid   jp_test_kill    (const char *path, const char *argument, guint window);
guint    jp_test_n_kills (void); /* fifty; a thousand with JP_TEST_LONG */

G_END_DECLS
