/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define JP_TYPE_ARRAY_LIST (jp_array_list_get_type ())
G_DECLARE_FINAL_TYPE (JpArrayList, jp_array_list, JP, ARRAY_LIST, GObject)

/* A list model over an array of objects that no longer changes: a hundred thousand of them cost no time, and the
 * widgets of a view on it are made a few at a time. */
JpArrayList *jp_array_list_new     (GPtrArray *array, GType item_type);
gboolean     jp_array_list_conceal (JpArrayList *self);

G_END_DECLS
