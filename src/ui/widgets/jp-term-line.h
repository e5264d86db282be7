/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-life.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JP_TYPE_TERM_LINE (jp_term_line_get_type ())
G_DECLARE_FINAL_TYPE (JpTermLine, jp_term_line, JP, TERM_LINE, GtkWidget)

/* The terms of a cluster to true scale, with the renewal window hatched and today's line behind them. The same stands
 * in words beside it. */
GtkWidget *jp_term_line_new  (void);
void       jp_term_line_show (JpTermLine *self, const JpLife *life, JpDate today);

G_END_DECLS
