/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* All keys of the program in one place; the shortcuts window tells them. */
void jp_actions_set_accels   (GtkApplication *application);
/* Those that a focused entry may want first: undo in a text, then in the data. */
void jp_actions_bind_late    (GtkWidgetClass *window_class);

G_END_DECLS
