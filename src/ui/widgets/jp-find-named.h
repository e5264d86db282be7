/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *jp_find_named (GtkWidget *widget, const char *name);

G_END_DECLS
