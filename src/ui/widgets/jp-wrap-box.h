/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JP_TYPE_WRAP_BOX (jp_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (JpWrapBox, jp_wrap_box, JP, WRAP_BOX, GtkWidget)

/* Children one after another, each at its own width, on as many lines as that takes: what chips want and a flow box,
 * which thinks in columns, does not do. */
GtkWidget *jp_wrap_box_new    (int spacing);
void       jp_wrap_box_append (JpWrapBox *self, GtkWidget *child);
void       jp_wrap_box_clear  (JpWrapBox *self);

G_END_DECLS
