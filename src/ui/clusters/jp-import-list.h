/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     jp_import_list_setup   (GtkColumnView *view, const char *subject, const char *message);
void     jp_import_list_fill    (GtkColumnView *view, GtkStackPage *page, GPtrArray *lines, const char *title);
gboolean jp_import_list_conceal (GtkColumnView *view);

G_END_DECLS
