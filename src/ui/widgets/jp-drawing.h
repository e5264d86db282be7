/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-decimal.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What widgets that draw themselves share. */

PangoLayout *jp_drawing_small_text (GtkWidget *widget, const char *text);
void         jp_drawing_set_color  (cairo_t *cr, const GdkRGBA *color, double alpha);
double       jp_drawing_place      (JpDecimal number);

G_END_DECLS
